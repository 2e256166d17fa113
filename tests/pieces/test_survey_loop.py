"""Between citizens and their office: the way to the survey, complaints, and a round summed up on one page."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pymupdf
import pytest

from generator import disclosure
from generator.disclosure import Pending, Publication
from generator.model import Complaints, Consent, Instance, Replies, Suppression, YearFigure
from generator.piece import drawn
from generator.pieces import PIECES
from generator.pieces.paper import summary
from generator.pieces.web import page_frame
from generator.thai.dates import parse_moment
from generator.thai.telephones import read_telephone
from tests.support import codes, paper, product, rounds
from tests.support.publications import REACH, before_the_result, make_publication, pages, sheets
from tests.support.small import ORGANISATION, Small
from tests.support.standards import faults
from tests.support.waves import sheets_of
from tests.support.web import said

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disclosure import PublicRound, Stage
    from generator.model import Records
    from generator.piece import Piece


@pytest.mark.parametrize(
    ("award_round", "state", "word"),
    [
        (rounds.make_round(), "open", "ประเมิน"),
        (before_the_result("criteria"), "coming", "1 เม.ย. 66"),
        (rounds.make_round(survey_state="closed"), "closed", "ปิดแล้ว"),
    ],
    ids=["open", "coming", "closed"],
)
def test_the_way_to_the_survey_says_how_it_stands(award_round: PublicRound, state: str, word: str) -> None:
    """People should know what is behind it before they tap."""
    route = page_frame.survey_route(award_round.survey)
    assert (route["state"], route["href"]) == (state, "s/web66.html")
    assert word in route["text"]


def test_an_old_code_leads_to_the_next_round_by_its_own_channel_and_place() -> None:
    """A poster hangs for years; a scan during the next round should be counted for the place where it hangs."""
    old = rounds.make_round(survey_state="closed", stage="closed")
    new = before_the_result("survey", programme=rounds.make_programme(year=2567))
    made = sheets(make_publication(new, old))
    assert made["s/ls66-m1.md"][1].view["next"] == {"year": 2567, "href": "s/ls67-m1.html"}
    assert made["s/po66.md"][1].view["next"]["href"] == "s/po67.html"
    assert made["s/po67.md"][1].view["next"] is None


@pytest.mark.parametrize("stage", ["criteria", "nominations", "survey", "judging"])
def test_before_the_result_no_page_of_the_survey_leads_to_one(stage: Stage, tmp_path: Path) -> None:
    """A link to a page that does not exist would reveal that there will be one, and lead nowhere."""
    made = pages(make_publication(before_the_result(stage)), tmp_path)
    assert "2566/reach.md" not in made
    for path in ("s/web66.md", "complaint.md"):
        text = made[path].decode()
        assert "results.html" not in text, path
        assert "reach.html" not in text, path


@pytest.mark.parametrize(("replies", "shown"), [(388, True), (5, True), (4, False), (None, False)])
def test_a_closed_survey_tells_what_was_said_where_enough_people_said_it(replies: int | None, shown: bool) -> None:
    """The first result of an answer is the figure that it is part of; four people have no figure."""
    award_round = rounds.make_round(survey_state="closed")
    said = replace(award_round.outcomes, satisfaction=(YearFigure(2566, Decimal("91.62"), replies),))
    view = sheets(make_publication(replace(award_round, outcomes=said)))["s/web66.md"][1].view
    assert ("91.62" in view["verdict"]) == shown


def test_a_complaint_goes_to_whom_the_record_names(tmp_path: Path) -> None:
    """To whom, in which way, how soon, and who is above the office: all from the record, each number to be tapped."""
    taken = Complaints(
        "หัวหน้าฝ่ายอำนวยการ",
        7,
        "หน้าห้องสมุด",
        "ฝากครูก็ได้",
        (Instance("อำเภอ", read_telephone("0 7555 0199-200"), "ที่ว่าการ"),),
    )
    office = rounds.make_organisation(complaints=taken)
    text = said(pages(make_publication(rounds.make_round(organisation=office)), tmp_path)["complaint.md"])
    for word in ("หัวหน้าฝ่ายอำนวยการ", "7 วัน", "หน้าห้องสมุด", "ฝากครูก็ได้", 'href="tel:075550199"', 'href="tel:075000000"'):
        assert word in text, word
    assert "1567" not in text


def test_without_a_word_of_its_own_an_office_still_tells_how_to_complain(tmp_path: Path) -> None:
    """The authorities are open to everybody in the country; what only the office can promise is not promised."""
    text = said(pages(make_publication(), tmp_path)["complaint.md"])
    for word in ("ศูนย์ดำรงธรรม", 'href="tel:1567"', rounds.make_programme().owner):
        assert word in text, word
    for word in ("กล่องรับความคิดเห็น", "ภายใน", " วัน", "ทบทวน", "อุทธรณ์", "ความลับ", "เลขรับ", "ไม่เสียเงิน"):
        assert word not in re.sub(r"วันจันทร์|กี่วัน|วันไหน", "", text), word


def test_what_an_office_promises_is_in_its_own_words(tmp_path: Path) -> None:
    """Each promise stands on the page as it was written, and the result page then leads to the appeal."""
    promised: dict[str, Any] = {
        "nameless": "ไม่บอกชื่อก็รับ",
        "secret": "ปิดชื่อ",
        "receipt": "ให้ใบรับ",
        "inquiry": "ปลัดตรวจ",
        "appeal": "ยื่นใน 30 วัน",
    }
    office = rounds.make_organisation(complaints=Complaints(days=9, **promised))
    made = pages(make_publication(rounds.make_round(organisation=office)), tmp_path)
    text = said(made["complaint.md"])
    for word in (*promised.values(), "9 วัน"):
        assert word in text, word
    assert "complaint.html#appeal" in made["2566/results.md"].decode()
    assert "complaint.html#appeal" not in pages(make_publication(), tmp_path / "silent")["2566/results.md"].decode()


def test_complaints_are_read_from_the_record(tmp_path: Path) -> None:
    """What the record leaves out has its usual value."""
    small = Small(tmp_path)
    assert small.read().organisation.complaints == Complaints()
    small.write(ORGANISATION, small.text(ORGANISATION) + "complaints:\n  days: ๗\n  box: หน้าเคาน์เตอร์\n")
    assert small.read().organisation.complaints == Complaints(days=7, box="หน้าเคาน์เตอร์")
    small.edit(ORGANISATION, "days: ๗", "days: 90")
    problem = small.only_problem()
    assert (problem.line, problem.column) == small.place(ORGANISATION, "90")
    assert problem.field == "complaints.days"


def _pressed(piece: Piece[Any], award_round: PublicRound, folder: Path) -> bytes:
    (sheet,) = piece.lay_out(Publication(award_round.organisation, (award_round,)))
    return piece.press.press(piece.template, drawn(sheet), rounds.draw_all(sheet.renditions, folder))


def _text(pdf: bytes) -> str:
    with pymupdf.open(stream=pdf) as document:
        return "".join(str(page.get_text()) for page in document).replace("\n", " ")


EVERYTHING = tuple(
    Pending(f"เรื่องที่ค้างข้อ {n}", tuple(f"{title}{first}" for title, first, *_ in rounds.PEOPLE), "สั่ง tonbaep freeze")
    for n in range(8)
)
"""More than any round can have: every kind of thing to do, and everybody in each."""


@pytest.mark.parametrize("with_reach", [True, False], ids=["reach", "no reach"])
@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 12, 24])
def test_a_round_is_summed_up_on_one_page(count: int, with_reach: bool, tmp_path: Path) -> None:
    """Busy people do not turn pages; every winner is on it, nothing is cut off, and the code leads to the survey."""
    award_round = rounds.make_round(count, reach=REACH if with_reach else None)
    pdf = _pressed(summary.PIECE, award_round, tmp_path)
    with pymupdf.open(stream=pdf) as document:
        assert len(document) == 1
        picture = document[0].get_pixmap(dpi=150).pil_image()
    assert paper.off_the_page(pdf, 4) == []
    assert paper.overlapping(pdf) == []
    shown = _text(pdf).replace(" ", "")
    for winner in award_round.winners:
        assert winner.name.full.replace(" ", "") in shown
    assert "91.62%" in shown
    assert ("จุดบริการ" in shown) == (with_reach and count <= 12), "many names leave voices to the page"
    assert codes.texts(picture) == {award_round.link("site").url}


@pytest.mark.parametrize("waiting", [(), EVERYTHING[:2], EVERYTHING], ids=["nothing", "some", "all"])
def test_what_is_still_to_be_done_is_one_page_too(waiting: tuple[Pending, ...], tmp_path: Path) -> None:
    """And it says that it is only for the office."""
    pdf = _pressed(summary.WITHIN, rounds.make_round(5, pending=waiting), tmp_path)
    with pymupdf.open(stream=pdf) as document:
        assert len(document) == 1
    assert paper.off_the_page(pdf, 4) == []
    shown = _text(pdf)
    assert "ใช้ภายใน" in shown
    assert shown.count("เรื่องที่ค้างข้อ") == len(waiting)


@pytest.mark.parametrize("piece", [summary.PIECE, summary.WITHIN], ids=lambda piece: piece.name)
def test_the_summary_is_accessible_and_archival(piece: Piece[Any], tmp_path: Path) -> None:
    """PDF/UA-1 and PDF/A-2a, as every sheet."""
    path = tmp_path / "summary.pdf"
    path.write_bytes(_pressed(piece, rounds.make_round(5, reach=REACH, pending=EVERYTHING[:3]), tmp_path))
    for profile in ("ua1", "2a"):
        assert faults(path, profile) == [], profile


def test_a_missed_target_is_called_missed(tmp_path: Path) -> None:
    """A summary that can only praise is worth nothing."""
    award_round = rounds.make_round()
    worse = replace(
        award_round.outcomes,
        satisfaction=(YearFigure(2566, Decimal("71.4"), 90),),
        complaints=(YearFigure(2565, Decimal(3)), YearFigure(2566, Decimal(5))),
    )
    shown = _text(_pressed(summary.PIECE, replace(award_round, outcomes=worse), tmp_path))
    assert shown.count("ยังไม่ถึงเป้าหมาย") == 3, "beside both figures, and in the sentence above them"


@pytest.mark.parametrize("stage", ["preparing", "criteria", "nominations", "survey", "judging"])
def test_before_the_result_there_is_nothing_to_sum_up(stage: Stage) -> None:
    """Neither for the public nor within the office: names would lie in `build/` before their moment."""
    award_round = before_the_result(stage)
    seen = Publication(award_round.organisation, (award_round,))
    assert [*summary.PIECE.lay_out(seen), *summary.WITHIN.lay_out(seen)] == []


def test_a_result_without_names_is_told_to_the_office_and_praised_to_nobody(tmp_path: Path) -> None:
    """The moment came and nobody typed the winners, or all of them asked not to be named."""
    award_round = rounds.make_round(0, pending=EVERYTHING[:1])
    assert list(summary.PIECE.lay_out(Publication(award_round.organisation, (award_round,)))) == []
    assert "ยกย่อง" not in _text(_pressed(summary.WITHIN, award_round, tmp_path))


def test_what_is_pending_is_told_within_the_office_alone(records: Records) -> None:
    """A public piece cannot say who gave no consent: it never receives that."""
    moment = parse_moment(product.AFTER)
    assert disclosure.publish(records, moment, "print").newest.pending == ()
    assert disclosure.publish(records, parse_moment(product.BEFORE), "print", inside=True).newest.pending == ()
    waiting = disclosure.publish(records, moment, "print", inside=True).newest.pending
    assert [(one.what, one.who) for one in waiting if one.who] == [
        ("ยังไม่มีใบยินยอมให้ใช้ภาพ", ("นายกตัญญู (สื่อสังคมออนไลน์)", "นายเอื้อ (ทุกช่องทาง)")),
        ("ยังไม่ได้ถามเจ้าของชื่อว่าอ่านชื่อถูกหรือไม่", ("นายเอื้อ",)),
    ]


def test_withdrawn_is_named_and_suppressed_is_not(records: Records) -> None:
    """Somebody who asked not to be named is named nowhere, not even on the list of what is to be done."""
    award_round = records.rounds[0]
    first, second, *others = award_round.winners
    assert first.photo is not None
    photo = replace(first.photo, consent=Consent(frozenset({"site"}), date(2023, 3, 1), date(2023, 5, 1)))
    hidden = replace(second, suppressed=Suppression("ขอไว้", date(2023, 5, 1)))
    changed = replace(award_round, winners=(replace(first, photo=photo), hidden, *others), replies=())
    seen = disclosure.publish(
        replace(records, rounds=(changed,)), parse_moment(product.AFTER), "print", inside=True
    ).newest.pending
    told = json.dumps([[one.what, *one.who] for one in seen], ensure_ascii=False)
    assert first.name.first in told
    assert second.name.first not in told
    assert "ขอไม่เปิดเผยชื่อ 1 คน" in told
    assert "คำตอบมาจากช่องทางใด" in told


def test_no_public_sheet_of_the_sample_says_what_is_pending(records: Records) -> None:
    """Public pieces are laid out from what they receive, and nothing in it mentions a missing consent."""
    moment = parse_moment(product.AFTER)
    waiting = disclosure.publish(records, moment, "site", inside=True).newest.pending
    assert waiting
    for piece in PIECES:
        if piece.audience == "public":
            for sheet in sheets_of(piece, disclosure.publish(records, moment, piece.channel)):
                said = json.dumps(sheet.view, ensure_ascii=False)
                assert not [one.what for one in waiting if one.what in said], sheet.path


def test_the_raw_counts_are_on_no_sheet(records: Records) -> None:
    """A test value of three replies: no view of any piece, even internal, has the figure beside its place."""
    moment = parse_moment(product.AFTER)
    award_round = records.rounds[0]
    village = records.organisation.villages[2]
    marked = replace(award_round, replies=(*award_round.replies, Replies("site", village, 3)))
    seen = disclosure.publish(replace(records, rounds=(marked,)), moment, "site", inside=True).newest
    assert seen.reach is None  # three more than the year had: the door refuses it, and nothing is told
    fewer = tuple(replace(one, count=one.count - 3) if one.channel == "poster" else one for one in award_round.replies)
    marked = replace(award_round, replies=(*fewer, Replies("site", village, 3)))
    told = disclosure.publish(replace(records, rounds=(marked,)), moment, "site").newest.reach
    assert told is not None
    site = next(row for row in told.channels if row.name == "เว็บไซต์")
    assert site.replies == 49
    assert not [part for part in site.of if village.name in part.name]
