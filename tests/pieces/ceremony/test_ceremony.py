"""The ceremony's papers: everybody is called by name and in order, nobody else is, and every word can be read out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import pymupdf
import pypdfium2
import pytest

from generator import disclosure
from generator.disclosure import Publication
from generator.model import (
    Category,
    Ceremony,
    CeremonyEvent,
    Certificate,
    CommitteePost,
    Name,
    Presider,
)
from generator.piece import drawn
from generator.pieces import PIECES
from generator.pieces.ceremony import labels, running_order
from generator.reading import photos
from generator.thai import spoken_name
from generator.thai.dates import DateFault, parse_clock
from tests.support import codes, product, rounds
from tests.support.line_ends import off_the_page, overlapping
from tests.support.readers import READERS
from tests.support.small import ROUND, Small
from tests.support.standards import faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.disclosure import PublicRound
    from generator.piece import Sheet

BY_NAME: Final = {piece.name: piece for piece in PIECES}
NAMES: Final = ("run_of_show", "name_card", "name_badge", "backdrop")
POINTS_A_MM: Final = 72 / 25.4
SPOKEN: Final = re.compile(r"[ก-ฮะ-ฺเ-ๅ็-๎ ]*")
LONGEST: Final = Name("ว่าที่ร้อยตรีหญิง", "ปิ่นปินัทธ์ชนกนันท์กุลธิดา", "ศรีสุวรรณพิพัฒน์ไพศาลวัฒนา")
JAWI: Final = "سريفة تواياڠ ڠام"
HELD: Final = Ceremony("หอประชุม อบต.ควนเมา", time(9, 30), Presider("นายกองค์การบริหารส่วนตำบลควนเมา", None), "ค่ะ", ())
BLOCK: Final = """ceremony:
  place: หอประชุม
  starts: 09.30 น.
  presider:
    post: นายก
  particle: ค่ะ
"""
EVENTS: Final = """  events:
    - {text: การแสดง, who: นักเรียน, minutes: 10}
    - {text: มอบประกาศ, who: ประธาน, minutes: 15, prepare: พาน, handover: ใช่} # ข้อสอง
"""

every_reader = pytest.mark.parametrize("read", READERS.values(), ids=READERS)
every_piece = pytest.mark.parametrize("name", NAMES)


def _award(winners: Any = 5, held: Ceremony | None = HELD, **changes: Any) -> PublicRound:
    return rounds.make_round(winners, programme=rounds.make_programme(ceremony=held, **changes))


def _sheets(name: str, award_round: PublicRound) -> list[Sheet]:
    return list(BY_NAME[name].lay_out(Publication(award_round.organisation, (award_round,))))


def _made(name: str, award_round: PublicRound, folder: Path) -> bytes:
    (sheet,) = _sheets(name, award_round)
    pictures = rounds.draw_all(sheet.renditions, folder)
    return BY_NAME[name].press.press(BY_NAME[name].template, drawn(sheet), pictures)


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _said(award_round: PublicRound) -> list[str]:
    (sheet,) = _sheets("run_of_show", award_round)
    return [
        "".join(run["say"] + run["tail"] for run in paragraph["runs"])
        for scene in sheet.view["scenes"]
        for group in scene["groups"]
        for paragraph in group
        if not paragraph["cue"]
    ]


def _long(count: int) -> PublicRound:
    citation = "เดินไปหาผู้สูงอายุถึงบ้านเพื่อรับคำขอเบี้ยยังชีพ ไม่มีใครต้องเหมารถมาที่สำนักงานอีก " * 8
    first = rounds.make_winner(0, name=replace(LONGEST, jawi=JAWI), citation=citation[:600].strip())
    assert len(first.name.full) >= 60
    return _award((first, *(rounds.make_winner(number) for number in range(1, count))))


@every_piece
def test_without_winners_there_is_no_ceremony(name: str) -> None:
    """Before the moment a public round has nobody in it, and papers for nobody would reveal that the day is near."""
    assert _sheets(name, _award(0)) == []


@every_piece
@pytest.mark.parametrize("count", [1, 12])
def test_every_name_is_whole_on_every_paper_as_every_reader_copies_it(name: str, count: int, tmp_path: Path) -> None:
    """People remember for years that their name was cut at their own ceremony.

    Offices know names of up to sixty letters.
    """
    award_round = _long(count)
    made = _made(name, award_round, tmp_path)
    for read in READERS.values():
        text = _squeeze(read(made))
        for winner in award_round.winners:
            assert _squeeze(winner.name.full) in text, winner.name.full
    assert off_the_page(made, 4) == []
    assert overlapping(made) == []


@every_piece
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_papers_keep_their_standards_over_many_pages(name: str, profile: str, tmp_path: Path) -> None:
    """Tables that continue from page to page are where the engine failed before."""
    path = tmp_path / "made.pdf"
    path.write_bytes(_made(name, _award(40 if name == "run_of_show" else 12), tmp_path))
    assert faults(path, profile) == []


@every_piece
def test_a_suppressed_person_is_on_no_paper(name: str, small: Small, tmp_path: Path) -> None:
    """Somebody who asked not to be named is not called to a stage."""
    small.write(ROUND, small.text(ROUND) + BLOCK)
    records = small.read()
    hidden = next(winner for winner in records.rounds[0].winners if winner.suppressed)
    award_round = disclosure.publish(records, records.rounds[0].programme.result_at, "print").newest
    (sheet,) = _sheets(name, award_round)
    for each in sheet.renditions:
        shown = photos.rendition(small.store, each.digest, each.width, each.format, each.face)
        (tmp_path / each.name).write_bytes(shown)
    made = BY_NAME[name].press.press(BY_NAME[name].template, drawn(sheet), tmp_path)
    text = _squeeze(READERS["mupdf"](made))
    assert award_round.winners[0].name.first in text
    assert hidden.name.first not in text
    assert hidden.name.last not in text


def test_before_the_result_only_the_sealed_build_has_the_papers(early: Path) -> None:
    """They are cut, folded and rehearsed with before anybody may know."""
    paths = {"ceremony/run-of-show", "ceremony/name-cards", "ceremony/badges", "shop/backdrop-400x250cm"}
    made = {
        entry["path"].removeprefix("build/")
        for entry in product.manifest(early)
        if entry["piece"] in NAMES and entry["path"].endswith(".pdf")
    }
    assert made == {f"sealed/print/2566/{path}.pdf" for path in paths}
    for path in made:
        text = _squeeze(READERS["mupdf"]((early / "build" / path).read_bytes()))
        assert "ห้ามเผยแพร่ก่อน21เมษายน2566เวลา09.00น." in text, path


def test_winners_are_called_in_the_order_of_categories_and_places_with_their_certificates() -> None:
    """The tray lies in that order; one call out of turn hands everybody after it the wrong paper."""
    winners = tuple(rounds.make_winner(n, certificate=Certificate(n + 1, "abcdefghijklmnopqrst")) for n in range(4))
    (sheet,) = _sheets("run_of_show", _award(winners))
    groups = [group for scene in sheet.view["scenes"] for group in scene["groups"] if len(group) == 3]
    assert len(groups) == 4
    for number, (winner, (cue, call, why)) in enumerate(zip(winners, groups, strict=True), 1):
        assert cue["cue"]
        assert f"คนที่ {number} จาก 4" in cue["runs"][0]["say"]
        assert f"เลขที่ {'๐๑๒๓๔'[number]}/๒๕๖๖" in cue["runs"][0]["say"]
        assert [run["say"] for run in call["runs"] if run["kind"] == "name"] == [spoken_name(winner.name)]
        assert winner.position in "".join(run["say"] for run in call["runs"])
        assert "".join(run["say"] for run in why["runs"]).startswith("ผลงานเด่น คือ ")


@pytest.mark.parametrize("held", [HELD, None], ids=["told", "untold"])
@pytest.mark.parametrize("count", [1, 5, 12])
def test_every_word_of_the_script_can_be_said(held: Ceremony | None, count: int) -> None:
    """People at a microphone read what is there; a figure or an abbreviation makes a voice stumble."""
    for paragraph in _said(_award(count, held)):
        assert SPOKEN.fullmatch(paragraph), paragraph


def test_a_name_is_said_as_its_owner_says_it_and_shown_as_it_is_written(tmp_path: Path) -> None:
    """The announcer meets most of these names for the first time."""
    name = Name("นางสาว", "ฐิติญา", "สมมุติวงศ์", "ถิติยา สมมุดติวง")
    award_round = _award((rounds.make_winner(0, name=name),))
    assert any("นางสาวถิติยา สมมุดติวง" in paragraph for paragraph in _said(award_round))
    assert _squeeze(READERS["poppler"](_made("run_of_show", award_round, tmp_path))).count("นางสาวฐิติญาสมมุติวงศ์") == 2


def test_without_consent_nothing_is_told_of_a_winner_and_the_photographer_knows() -> None:
    """Name, post and result are the office's task; the story and the picture belong to the person."""
    winner = rounds.make_winner(0, citation="", portrait=None)
    award_round = _award((winner,))
    assert not any("ผลงานเด่น" in paragraph for paragraph in _said(award_round))
    (sheet,) = _sheets("run_of_show", award_round)
    assert [person["picture"] for person in sheet.view["people"]] == ["ถามเจ้าตัวก่อน"]


@every_reader
def test_what_the_record_does_not_tell_is_a_line_to_write_on(read: Callable[[bytes], str], tmp_path: Path) -> None:
    """A hall is often found last; the sheet must be useful before that."""
    text = _squeeze(read(_made("run_of_show", _award(3, None), tmp_path)))
    assert text.count(running_order.BLANK) == 2
    assert _squeeze(labels.TIME_TO_FILL_IN) in text
    assert "วันอังคารที่25เมษายน2566" in text
    assert "ลงท้ายด้วยครับหรือค่ะ" in text
    told = _squeeze(read(_made("run_of_show", _award(3), tmp_path)))
    assert running_order.BLANK not in told
    assert "หอประชุมอบต.ควนเมา" in told


def test_times_follow_from_the_hour_at_which_it_begins() -> None:
    """Doors open earlier; the more people are called, the later it ends."""
    few, many = ([at for at, _ in running_order.order(_award(count))] for count in (1, 12))
    assert few[:3] == many[:3] == ["09.00 น.", "09.30 น.", "09.35 น."]
    assert few[-1] < many[-1]
    assert running_order.handover_minutes(_award(12)) >= 12


def test_an_order_of_ones_own_is_kept_and_called_in_its_own_place() -> None:
    """An office that begins with a prayer or a dance knows why."""
    events = (
        CeremonyEvent("การแสดงของนักเรียน", "โรงเรียนบ้านควนเมา", 10, "", handover=False),
        CeremonyEvent("มอบประกาศเกียรติคุณ", "ประธานในพิธี", 15, "", handover=True),
        CeremonyEvent("รับประทานอาหารร่วมกัน", "ทุกคน", 60, "โต๊ะอาหาร", handover=False),
    )
    award_round = _award(2, replace(HELD, events=events))
    order = running_order.order(award_round)
    assert [at for at, _ in order] == ["09.30 น.", "09.40 น.", "09.55 น."]
    assert [event.what for _, event in order] == [event.text for event in events]
    assert "2 ฉบับ" in order[1][1].prepare
    said = _said(award_round)
    assert said[0] == "ลำดับต่อไป การแสดงของนักเรียน โดย โรงเรียนบ้านควนเมาค่ะ"
    calls = [number for number, paragraph in enumerate(said) if award_round.winners[0].name.full in paragraph]
    assert 0 < calls[0] < len(said) - 1


def test_no_page_ends_within_what_is_said_of_one_person(tmp_path: Path) -> None:
    """Turning a page between a name and its praise makes a silence that everybody hears."""
    award_round = _award(12)
    with pymupdf.open(stream=_made("run_of_show", award_round, tmp_path)) as document:
        pages = [_squeeze(str(page.get_text())) for page in document]
    (sheet,) = _sheets("run_of_show", award_round)
    groups = [group for scene in sheet.view["scenes"] for group in scene["groups"] if len(group) > 1]
    assert len(groups) > 12
    for group in groups:
        words = [_squeeze(run["say"]) for paragraph in group for run in paragraph["runs"]]
        assert any(all(word in page for word in words) for page in pages), words


def test_a_citation_that_no_page_holds_goes_on_over_the_page(tmp_path: Path) -> None:
    """The poster asks for fewer words; what is read out loses none."""
    citation = " ".join(["ดูแลชาวบ้านทุกคนด้วยใจ"] * 150)
    made = _made("run_of_show", _award((rounds.make_winner(0, citation=citation),)), tmp_path)
    assert _squeeze(READERS["mupdf"](made)).count("ดูแลชาวบ้านทุกคนด้วยใจ") == 150
    assert off_the_page(made, 4) == []


def test_a_place_in_a_category_is_called_where_there_are_several() -> None:
    """The second-placed hears so, and the only winner of a category is not called the first."""
    one, two = Category("a", "สายงานสำนักงาน", 1), Category("b", "สายงานภาคสนาม", 2)
    winners = (
        rounds.make_winner(0, category=one),
        rounds.make_winner(1, category=two),
        rounds.make_winner(2, category=two, place=2),
    )
    said = [paragraph for paragraph in _said(_award(winners, categories=(one, two))) if " คือ นา" in paragraph]
    assert [paragraph.partition(" คือ ")[0] for paragraph in said] == [
        "ประเภทสายงานสำนักงาน",
        "ประเภทสายงานภาคสนาม อันดับที่หนึ่ง",
        "ประเภทสายงานภาคสนาม อันดับที่สอง",
    ]
    alone = [paragraph for paragraph in _said(_award(1, categories=(one,))) if " คือ นา" in paragraph]
    assert alone[0].startswith("ผู้ได้รับการคัดเลือก คือ ")


def test_a_card_reads_from_both_sides_of_the_table(tmp_path: Path) -> None:
    """Each name appears twice, on one line or ending on its second, once upside down, with the fold between them."""
    award_round = _award(3)
    pages = running_order.seats(award_round)
    with pymupdf.open(stream=_made("name_card", award_round, tmp_path)) as document:
        lines = [
            (number, line["dir"], _squeeze("".join(span["text"] for span in line["spans"])), line["bbox"])
            for number, page in enumerate(document)
            for block in page.get_text("dict")["blocks"]
            for line in block.get("lines", [])
        ]
    assert pages
    for winner in award_round.winners:
        found = [line for line in lines if line[2] and _squeeze(winner.name.full).endswith(line[2])]
        assert sorted(round(direction[0]) for _, direction, *_ in found) == [-1, 1]
        upright = next(line for line in found if line[1][0] > 0)
        turned = next(line for line in found if line[1][0] < 0)
        assert upright[0] == turned[0]
        assert turned[3][3] < upright[3][1]


def test_the_committee_sits_by_its_posts_and_the_presider_by_name() -> None:
    """The record names only the posts; a seat held by two people needs two cards."""
    seats = (CommitteePost("ปลัด", "ประธานกรรมการ"), CommitteePost("ผู้แทนประชาชน 2 คน", "กรรมการ"))
    held = replace(HELD, presider=Presider("นายก", Name("นาง", "สมมุติ", "ใจดี")))
    (sheet,) = _sheets("name_card", _award(1, held, committee=seats))
    cards = [card for page in sheet.view["pages"] for card in page]
    assert [card.get("post", card.get("name")) for card in cards[:-1]] == [
        "นางสมมุติ ใจดี", "ปลัด", "ผู้แทนประชาชน", "ผู้แทนประชาชน",
    ]  # fmt: skip
    assert [card["position"] for card in cards[:3]] == ["นายก  ประธานในพิธี", "ประธานกรรมการคัดเลือก", "กรรมการคัดเลือก"]


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (10, 1), (12, 2)])
def test_badges_are_ninety_by_fifty_five_and_each_name_is_inside_its_own(
    count: int, sheets: int, tmp_path: Path
) -> None:
    """They go into holders bought by the hundred; a cut must not touch a letter."""
    award_round = _award(count)
    left, top, wide, high = 15, 12, 90, 55
    with pymupdf.open(stream=_made("name_badge", award_round, tmp_path)) as document:
        assert len(document) == sheets
        cuts: dict[str, set[float]] = {"x": set(), "y": set()}
        for drawing in document[0].get_drawings():
            box = drawing["rect"]
            if box.width < 0.1 and box.height < 6 * POINTS_A_MM:
                cuts["x"].add(round(box.x0 / POINTS_A_MM, 1))
            if box.height < 0.1 and box.width < 6 * POINTS_A_MM:
                cuts["y"].add(round(box.y0 / POINTS_A_MM, 1))
        words = [word[:4] for page in document for word in page.get_text("words")]
    assert cuts["x"] >= {left + n * wide for n in range(3)}
    assert cuts["y"] >= {top + n * high for n in range(6)}
    inside = [box for box in words if top < box[1] / POINTS_A_MM < top + 5 * high - 1]
    assert len(inside) > 3 * count
    for x0, y0, x1, y1 in inside:
        column, row = (x0 / POINTS_A_MM - left) // wide, (y0 / POINTS_A_MM - top) // high
        assert x1 / POINTS_A_MM < left + (column + 1) * wide - 2
        assert y1 / POINTS_A_MM < top + (row + 1) * high - 1


@every_reader
def test_a_name_in_jawi_stands_on_card_and_badge(read: Callable[[bytes], str], tmp_path: Path) -> None:
    """Half of the area writes its names this way."""
    winner = rounds.make_winner(0, name=replace(rounds.make_winner(0).name, jawi=JAWI))
    for name in ("name_card", "name_badge"):
        assert _squeeze(JAWI) in _squeeze(read(_made(name, _award((winner,)), tmp_path)))


@pytest.mark.parametrize("count", [1, 3, 5, 6, 9, 24])
def test_the_lower_part_of_the_backdrop_is_free_of_words(count: int, tmp_path: Path) -> None:
    """At a scale of 1:10: 400 x 250 mm of drawing, of which the lower 130 are behind people.

    A given name that is the picture of somebody who is not seen stands there as faces do; above it the name is told.
    """
    award_round = rounds.make_round(
        count,
        programme=rounds.make_programme(ceremony=HELD, sample=False),
        organisation=rounds.make_organisation(sample=False),
    )
    made = _made("backdrop", award_round, tmp_path)
    slug, edge = 13, 5
    given = {winner.name.first for winner in award_round.winners if winner.portrait is None}
    with pymupdf.open(stream=made) as document:
        assert len(document) == 1
        text = _squeeze(str(document[0].get_text()))
        for x0, y0, x1, y1, word, *_ in document[0].get_text("words"):
            left, top, right, bottom = (place / POINTS_A_MM - slug for place in (x0, y0, x1, y1))
            if bottom < -3:
                continue  # what the file is, outside of the cut
            assert left >= edge, word
            assert right <= 400 - edge, word
            assert top >= edge, word
            assert bottom <= 120 or (word in given and text.count(word) > 1), word
    for said in ("พิธีมอบประกาศเกียรติคุณ", award_round.organisation.name, "25เมษายน2566", "หอประชุมอบต.ควนเมา"):
        assert said in text
    with pypdfium2.PdfDocument(made) as document:
        trim, bleed = document[0].get_trimbox(), document[0].get_bleedbox()
    assert _size(trim) == pytest.approx((400, 250), abs=0.05)
    assert _size(bleed) == pytest.approx((406, 256), abs=0.05)


@pytest.mark.parametrize("count", [2, 5, 9, 12, 13, 24])
def test_people_on_the_backdrop_stand_as_large_as_the_stage_lets_them(count: int, tmp_path: Path) -> None:
    """Half of the cloth was empty, and faces above it were as large as a hand."""
    winners = tuple(rounds.make_winner(n, portrait=rounds.make_portrait(f"{n}")) for n in range(count))
    with pymupdf.open(stream=_made("backdrop", _award(winners, HELD), tmp_path)) as document:
        boxes = [pymupdf.Rect(each["bbox"]) for each in document[0].get_image_info()]
    shown = sorted((box.x0, box.x1) for box in boxes)
    assert len(shown) >= count
    assert all(right[0] - left[1] <= 0.1 for left, right in pairwise(shown)), "no gap between two people"
    assert max(box.y1 for box in boxes) / POINTS_A_MM - 13 >= 155
    assert shown[-1][1] - shown[0][0] >= 399 * POINTS_A_MM


def _size(box: tuple[float, float, float, float]) -> tuple[float, float]:
    return (box[2] - box[0]) / POINTS_A_MM, (box[3] - box[1]) / POINTS_A_MM


def test_the_backdrops_code_is_read_from_the_hall_while_the_survey_is_open(tmp_path: Path) -> None:
    """A module of five millimetres can be read from five metres; a closed survey needs no code behind the presider."""
    award_round = _award(5)
    with pypdfium2.PdfDocument(_made("backdrop", award_round, tmp_path)) as document:
        picture = document[0].render(scale=150 / 72).to_pil()
    (code,) = codes.found(picture)
    assert code.text == award_round.link("poster").url
    wide = (code.position.top_right.x - code.position.top_left.x) / 150 * 25.4
    assert wide * 10 / 45 >= 5
    (closed,) = _sheets("backdrop", replace(award_round, survey_state="closed"))
    assert closed.codes == ()


def test_without_a_ceremony_in_the_record_the_backdrop_has_no_dots(tmp_path: Path) -> None:
    """Nobody writes on a cloth by hand: what is not known is left out."""
    text = READERS["mupdf"](_made("backdrop", _award(3, None), tmp_path))
    assert "25 เมษายน 2566" in text
    assert "...." not in text


def test_the_record_of_a_ceremony_comes_through_the_door(small: Small) -> None:
    """Without a block, with only the block, and with the office's own order."""
    assert small.read().rounds[0].programme.ceremony is None
    small.write(ROUND, small.text(ROUND) + BLOCK + EVENTS)
    assert small.read().rounds[0].programme.ceremony == Ceremony(
        "หอประชุม",
        time(9, 30),
        Presider("นายก", None),
        "ค่ะ",
        (
            CeremonyEvent("การแสดง", "นักเรียน", 10, "", handover=False),
            CeremonyEvent("มอบประกาศ", "ประธาน", 15, "พาน", handover=True),
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "at", "field", "words"),
    [
        ("starts: 09.30 น.", "starts: เช้า", "เช้า", "ceremony.starts", ("เช้า", "09.30 น.")),
        ("starts: 09.30 น.", "starts: 25.30 น.", "25.30", "ceremony.starts", ("25.30 น.", "ไม่มีจริง")),
        ("particle: ค่ะ", "particle: ครับ/ค่ะ", "ครับ/", "ceremony.particle", ("ครับ, ค่ะ",)),
        ("  place: หอประชุม\n", "", "starts: 09", "ceremony.place", ("ไม่มีช่อง place",)),
        ("place: หอประชุม", "plcae: หอประชุม", "plcae", "ceremony.plcae", ("เปลี่ยนเป็น place",)),
        ("    post: นายก\n", "    post: นายก\n    name: สมชาย\n", "สมชาย", "ceremony.presider.name", ("กลุ่มช่องย่อย",)),
        ("minutes: 10", "minutes: 0", "0}\n    - {text: มอบ", "ceremony.events[0].minutes", ("ไม่ต่ำกว่า 1",)),
        (", handover: ใช่", "", "events:", "ceremony.events", ("0 ข้อ", "handover: ใช่")),
        ("minutes: 10", "minutes: 10, handover: ใช่", "ใช่} # ข้อสอง", "ceremony.events[1].handover", ("2 ข้อ",)),
    ],
)
def test_a_fault_in_the_ceremony_is_told_at_its_place(
    small: Small, old: str, new: str, at: str, field: str, words: tuple[str, ...]
) -> None:
    """In the clerk's words, with line and column, and each only once."""
    small.write(ROUND, small.text(ROUND) + BLOCK + EVENTS)
    small.edit(ROUND, old, new)
    problem = small.only_problem()
    assert problem.field == field
    assert problem.file.endswith(ROUND)
    assert (problem.line, problem.column) == small.place(ROUND, at)
    for word in words:
        assert word in problem.say()


def test_an_hour_at_night_is_doubted(small: Small) -> None:
    """1.30 is how people in Thailand write half past one in the afternoon."""
    small.write(ROUND, small.text(ROUND) + BLOCK)
    small.edit(ROUND, "starts: 09.30 น.", "starts: 1.30 น.")
    (warning,) = (each for each in small.read().warnings if each.field == "ceremony.starts")
    assert "13.30 น." in warning.say()


@pytest.mark.parametrize("written", ["09.30 น.", "9:30", "๐๙.๓๐ น.", "เวลา 09.30 น.", "9.30 นาฬิกา"])
def test_a_time_of_day_is_read_as_people_write_it(written: str) -> None:
    """Dot or colon, Thai or Arabic digits."""
    assert parse_clock(written) == time(9, 30)


@pytest.mark.parametrize("written", ["", "9", "24.00 น.", "9.60", "9.30.15", "21 เมษายน 2566 เวลา 09.00 น."])
def test_what_is_no_time_of_day_is_refused(written: str) -> None:
    """A date has a field of its own."""
    with pytest.raises(DateFault):
        parse_clock(written)
