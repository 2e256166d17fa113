"""Notices for everybody: the words of what was signed, from the day that is on it and never before the result."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from generator import disclosure
from generator.building import plan
from generator.model import Suppression
from generator.papers import making
from generator.papers.official import OFFICIAL
from generator.piece import drawn
from generator.pieces.paper import issued_notice
from generator.pieces.web import criteria, notices, results
from generator.press.page import PAGE
from generator.thai.dates import parse_moment
from generator.thai.digits import to_thai
from tests.support import noticed, official, standards
from tests.support.web import said

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import PaperKey, Records
    from generator.piece import Sheet

AFTER = parse_moment(noticed.AFTER)
OF_CRITERIA, OF_RESULT = date(2023, 3, 13), date(2023, 4, 21)
BOTH: tuple[PaperKey, ...] = ("criteria-notice", "result-notice")


@pytest.fixture(scope="module")
def issued(records: Records) -> Records:
    """Return the sample with both notices issued on their days."""
    return noticed.issued(noticed.issued(records, "criteria-notice", OF_CRITERIA, "12"), "result-notice", OF_RESULT)


def sheets(records: Records, moment: datetime = AFTER) -> dict[str, Sheet]:
    """Return the PDFs of notices at a moment, by their paths."""
    seen = disclosure.publish(records, moment, issued_notice.PIECE.channel)
    return {sheet.path: sheet for sheet in issued_notice.PIECE.lay_out(seen)}


def pages(records: Records, moment: datetime = AFTER) -> dict[str, Sheet]:
    """Return the pages of notices at a moment, by their addresses."""
    return {sheet.path: sheet for sheet in notices.PIECE.lay_out(disclosure.publish(records, moment, "site"))}


def text(sheet: Sheet) -> str:
    """Return a page as it is pressed."""
    return said(PAGE.press(notices.PIECE.template, sheet.view, _NOWHERE))


_NOWHERE: Any = None


def midnight(day: date) -> datetime:
    """Return the first moment of a day."""
    return datetime.combine(day, datetime.min.time(), AFTER.tzinfo)


def test_a_notice_is_public_from_the_day_on_it_and_not_a_minute_before(issued: Records) -> None:
    """What is not issued yet would be read as if it were."""
    first = midnight(OF_CRITERIA)
    assert sheets(issued, first - timedelta(minutes=1)) == {}
    assert pages(issued, first - timedelta(minutes=1)) == {}
    assert [*sheets(issued, first)] == ["notices/2566/criteria-notice.pdf"]
    assert [*pages(issued, first)] == ["2566/criteria-notice.md"]
    assert first in disclosure.turns(issued)


def test_the_notice_of_the_result_waits_for_the_result_whatever_day_is_on_it(records: Records) -> None:
    """It is numbered and signed on the eve; its day begins nine hours before the moment."""
    early = noticed.issued(records, "result-notice", date(2023, 4, 19), "20")
    at = early.rounds[0].programme.result_at
    for moment in (midnight(OF_RESULT), at - timedelta(seconds=1)):
        assert sheets(early, moment) == {}
        assert pages(early, moment) == {}
    assert [*pages(early, at)] == ["2566/result-notice.md"]
    later = noticed.issued(records, "result-notice", date(2023, 4, 24), "20")
    assert sheets(later, at) == {}
    assert [*sheets(later, midnight(date(2023, 4, 24)))] == ["notices/2566/result-notice.pdf"]


def test_a_result_moved_to_another_moment_takes_its_notice_along(issued: Records) -> None:
    """The notice of the criteria told the old moment, so its words are not what was signed any more."""
    later = issued.rounds[0].programme.result_at + timedelta(days=7)
    moved = noticed.changed(issued, programme={"result_at": later})
    assert [*pages(moved, later - timedelta(seconds=1))] == ["2566/criteria-notice.md"]
    assert [*pages(moved, later)] == ["2566/criteria-notice.md", "2566/result-notice.md"]
    assert [*sheets(moved, later)] == ["notices/2566/result-notice.pdf"]
    assert not pages(moved, later)["2566/criteria-notice.md"].view["blocks"]


def test_a_day_that_somebody_typed_is_no_notice_yet(records: Records) -> None:
    """Without the digest nobody knows what was signed, and a later text would pass for it."""
    typed = noticed.issued(records, "criteria-notice", OF_CRITERIA, "12", digest="")
    assert sheets(typed) == {}
    assert pages(typed) == {}


def test_nothing_that_is_made_early_holds_a_notice(issued: Records) -> None:
    """A sealed or prepared sheet would be a notice that nobody issued."""
    eve = issued.rounds[0].programme.result_at - timedelta(days=1)
    jobs = [*plan.plan((issued_notice.PIECE,), issued, eve, sealed=True)]
    assert [job.path for job in jobs] == ["notices/2566/criteria-notice.pdf"]
    ready = replace(issued, organisation=replace(issued.organisation, prepare_days=7))
    coming = disclosure.prepare(ready, midnight(date(2023, 3, 11)), "print")
    assert coming
    assert all(each.notices == () for _, seen in coming for each in seen.rounds)


@pytest.mark.parametrize("paper", BOTH)
def test_paper_pdf_and_page_say_the_same(paper: PaperKey, issued: Records, tmp_path: Path) -> None:
    """One text was signed; the site must not have another."""
    office = next(each for each in OFFICIAL if each.key == paper).view(making.asked(issued, 2566, AFTER))
    sheet = sheets(issued)[f"notices/2566/{paper}.pdf"]
    own = {"notes", "names"}
    assert {key: value for key, value in sheet.view.items() if key not in own} == {
        key: value for key, value in office.items() if key not in own
    }
    assert sheet.view["names"] == office["names"]
    html = text(pages(issued)[f"2566/{paper}.md"])
    article = html[html.index("<article") : html.index("</article>")]
    article = re.sub(r'<p class="tb-notice__sample">.*?</p>', "", article)
    article = official.bare(re.sub(r"<[^>]+>", "", article))
    pdf = issued_notice.PIECE.press.press("official.typ", drawn(sheet), tmp_path)
    with pypdfium2.PdfDocument(pdf) as document:
        printed = official.bare("".join(page.get_textpage().get_text_range() for page in document))
    for note in sheet.view["notes"]:
        printed = printed.replace(official.bare(note), "")
    assert len(article) > 300
    assert re.sub("-๒-|-+", "", printed) == re.sub("-+", "", _without_phone_heads(article, sheet.view))


def _without_phone_heads(article: str, view: dict[str, Any]) -> str:
    """Return a page's words without those that only a phone shows, before figures in the middle of a column."""
    for block in view["blocks"]:
        for row in block.get("rows", ()) if block["kind"] == "table" else ():
            for cell, head, align in list(zip(row, block["head"], block["align"], strict=True))[1:]:
                if align == "center":
                    article = article.replace(official.bare(f"{head}{cell}"), official.bare(cell), 1)
    return article


def test_every_digit_is_thai_and_no_reader_is_shut_out(issued: Records, tmp_path: Path) -> None:
    """An official text in another script is sent back; PDF/UA-1 and PDF/A-2a as every sheet."""
    for number, (path, sheet) in enumerate(sheets(issued).items()):
        texts = _texts([sheet.view["blocks"], sheet.view["notes"]])
        assert len(texts) > 20
        assert not any(re.search("[0-9]", each) for each in texts)
        file = tmp_path / f"{number}.pdf"
        file.write_bytes(issued_notice.PIECE.press.press("official.typ", drawn(sheet), tmp_path))
        assert standards.faults(file, "ua1") == [], path
        assert standards.faults(file, "2a") == [], path


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [each for inner in value.values() for each in _texts(inner)]
    if isinstance(value, list):
        return [each for inner in value for each in _texts(inner)]
    return [value] if isinstance(value, str) else []


def test_no_nominee_and_no_score_is_on_a_notice(issued: Records) -> None:
    """The round publishes totals; a notice names who was chosen, and no figure of theirs."""
    selection = issued.rounds[0].selection
    assert selection
    chosen = {winner.name.bare for winner in issued.rounds[0].winners}
    losers = [each.name.bare for each in selection.nominees if each.name.bare not in chosen]
    assert losers
    for sheet in (*sheets(issued).values(), *pages(issued).values()):
        everything = json.dumps(sheet.view, ensure_ascii=False)
        assert not [name for name in losers if name in everything]
        for winner in issued.rounds[0].winners:
            assert winner.total is None or to_thai(f"{winner.total}") not in everything


@pytest.mark.parametrize("paper", BOTH)
def test_facts_that_changed_after_the_number_take_the_words_off_and_keep_the_address(
    paper: PaperKey, issued: Records
) -> None:
    """A silent new text under a signed number is a forgery; a dead link would look like one hidden."""
    award_round = issued.rounds[0]
    first = award_round.winners[0]
    changes = (
        {"programme": {"tie_rule": "จับสลาก"}}
        if paper == "criteria-notice"
        else {"winners": (replace(first, position="ตำแหน่งใหม่"), *award_round.winners[1:])}
    )
    changed = noticed.changed(issued, **changes)
    assert f"notices/2566/{paper}.pdf" not in sheets(changed)
    page = text(pages(changed)[f"2566/{paper}.md"])
    assert "<article" not in page
    assert "จับสลาก" not in page
    assert "ตำแหน่งใหม่" not in page
    assert award_round.programme.papers.of(paper)
    assert "เปลี่ยนหลังออกประกาศ" in page
    assert issued.organisation.phone.printed in page


def test_a_consent_that_is_taken_back_changes_no_notice(issued: Records) -> None:
    """Name, post and result are the office's to announce; only photo and story need a consent."""
    award_round = issued.rounds[0]
    without = tuple(
        replace(each, photo=replace(each.photo, consent=None)) if each.photo else each for each in award_round.winners
    )
    assert without != award_round.winners
    assert sheets(noticed.changed(issued, winners=without)) == sheets(issued)


def test_whoever_must_not_be_named_is_on_no_notice_and_on_no_scan(issued: Records) -> None:
    """The signed notice has the name, so nothing of it is shown until another one is issued."""
    (award_round,) = issued.rounds
    first, *rest = award_round.winners
    hidden = (replace(first, suppressed=Suppression("ขอ", date(2023, 5, 1))), *rest)
    seal = issued.organisation.seal
    assert seal
    numbered = tuple(replace(each, on_site=True, pages=(seal,)) for each in award_round.programme.papers.numbered)
    shown = pages(noticed.changed(issued, papers={"numbered": numbered}))["2566/result-notice.md"]
    assert len(shown.view["scan"]) == 1
    assert seal.digest in {each.digest for each in shown.renditions if each.width > 96}
    changed = noticed.changed(issued, winners=hidden, papers={"numbered": numbered})
    page = pages(changed)["2566/result-notice.md"]
    assert page.view["scan"] == []
    assert first.name.bare not in json.dumps(page.view, ensure_ascii=False)
    assert [*sheets(changed)] == ["notices/2566/criteria-notice.pdf"]


def test_a_category_of_somebody_who_must_not_be_named_is_left_out(records: Records) -> None:
    """That nobody was chosen would be false, and an empty row would say who is missing."""
    (award_round,) = records.rounds
    alone = next(
        each
        for each in award_round.winners
        if sum(each.category == other.category for other in award_round.winners) == 1
    )
    hidden = tuple(
        replace(each, suppressed=Suppression("ขอ", date(2023, 5, 1))) if each is alone else each
        for each in award_round.winners
    )
    changed = noticed.issued(noticed.changed(records, winners=hidden), "result-notice", OF_RESULT)
    (sheet,) = sheets(changed).values()
    everything = json.dumps(sheet.view["blocks"], ensure_ascii=False)
    assert f"ประเภท{alone.category.name}" not in everything
    assert "ไม่มีผู้ได้รับการคัดเลือก" not in everything


def test_a_notice_without_a_number_has_its_day_alone(issued: Records) -> None:
    """Many offices number no notices."""
    blocks = sheets(issued)["notices/2566/result-notice.pdf"].view["blocks"]
    assert not any(block["kind"] == "line" and block["text"].startswith("ที่") for block in blocks)
    assert any("๒๑ เมษายน พ.ศ. ๒๕๖๖" in block.get("text", "") for block in blocks)


def test_pages_lead_to_the_notices_that_are_there(issued: Records, records: Records) -> None:
    """Who reads how a result is reached wants the text that binds the office."""
    for piece, wanted in ((criteria.PIECE, "2566/criteria-notice.html"), (results.PIECE, "2566/result-notice.html")):
        views = [
            [sheet.view["notice"] for sheet in piece.lay_out(disclosure.publish(each, AFTER, "site"))]
            for each in (issued, records)
        ]
        assert views == [[wanted], [""]]
