"""The bookmark: everybody who was chosen, with post, large enough to read; nobody early, nothing to be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pymupdf
import pytest

from generator.disclosure import Publication
from generator.model import Name
from generator.piece import drawn
from generator.pieces.paper import bookmark
from tests.support import rounds

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disclosure import PublicRound
    from generator.piece import Coarse, Fit, Sheet

MM = 72 / 25.4
"""Points in a millimetre."""

SAFE = 4 * MM
"""An edge that an office printer leaves white."""

LONG = Name("ว่าที่ร้อยตรีหญิง", "กุลนันทน์ธิดา", "ศรีสุวรรณพิพัฒน์ไพศาล")
LONGEST_POST = max((post for *_, post in rounds.PEOPLE), key=len)


def _sheets(award_round: PublicRound) -> list[Sheet]:
    return list(bookmark.PIECE.lay_out(Publication(award_round.organisation, (award_round,))))


def _page(award_round: PublicRound, folder: Path) -> tuple[pymupdf.Page, list[Fit | Coarse]]:
    """Return the page with the names, which is the back of many's, and what the press had to set smaller."""
    (sheet,) = _sheets(award_round)
    told: list[Fit | Coarse] = []
    pdf = bookmark.PIECE.press.press(bookmark.PIECE.template, drawn(sheet), folder, told.append)
    document = pymupdf.open(stream=pdf)
    assert len(document) <= 2
    return document[-1], told


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _words(page: pymupdf.Page) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = page.get_text("words")
    assert len(found) > 10
    return found


def _smallest(page: pymupdf.Page) -> float:
    """Return the smallest size of a letter, in points."""
    lines = [line for block in page.get_text("dict")["blocks"] for line in block.get("lines", ())]
    return min(float(span["size"]) for line in lines for span in line["spans"] if span["text"].strip())


@pytest.mark.parametrize("count", [1, 5, 12])
def test_everybody_chosen_stands_on_it_with_the_post(count: int, tmp_path: Path) -> None:
    """A name that was left out would be a slight, and without the post nobody knows at which counter to say thanks."""
    award_round = rounds.make_round(count)
    page, _ = _page(award_round, tmp_path)
    text = _squeeze(str(page.get_text()))
    assert len(award_round.winners) == count
    for winner in award_round.winners:
        assert _squeeze(winner.name.full) in text
        assert _squeeze(f"{winner.position}{winner.division.name}") in text


def test_twelve_long_names_are_still_read_at_arms_length(tmp_path: Path) -> None:
    """Seven points is the least; nothing is set smaller than it was meant, and the sheet is a third of A4."""
    winners = tuple(rounds.make_winner(number, name=LONG, position=LONGEST_POST) for number in range(12))
    page, told = _page(rounds.make_round(winners), tmp_path)
    assert told == []
    assert _smallest(page) >= 7
    assert (round(page.rect.width / MM), round(page.rect.height / MM)) == (99, 210)


@pytest.mark.parametrize("sample", [True, False])
def test_a_bookmark_of_before_its_moment_says_so_in_whole(tmp_path: Path, *, sample: bool) -> None:
    """It is narrower than the sheets that the mark was made for: a line that is cut off would keep nothing back."""
    office, programme = rounds.make_organisation(sample=sample), rounds.make_programme(sample=sample)
    early = rounds.make_round(5, organisation=office, programme=programme, release=rounds.RESULT_AT)
    page, told = _page(early, tmp_path)
    words = _words(page)
    assert told == []
    assert "ห้ามเผยแพร่ก่อน21เมษายน2566เวลา09.00น." in _squeeze(" ".join(word[4] for word in words))
    assert all(word[0] >= SAFE and word[2] <= page.rect.width - SAFE for word in words)
    assert all(SAFE < (word[1] + word[3]) / 2 < page.rect.height - SAFE for word in words)


def test_nothing_on_it_needs_a_consent() -> None:
    """It is carried home: whoever takes a consent back could not have it taken down."""
    award_round = rounds.make_round(5)
    bare: dict[str, Any] = {"citation": "", "story": "", "quote": "", "satisfaction": None, "portrait": None}
    assert award_round.winners[0].portrait
    (shown,) = _sheets(award_round)
    withdrawn = tuple(replace(winner, **bare) for winner in award_round.winners)
    assert _sheets(replace(award_round, winners=withdrawn)) == [shown]
    assert shown.standing.named == tuple(sorted(winner.key for winner in award_round.winners))
    assert shown.standing.portrayed == ()


def test_there_is_no_bookmark_before_the_result() -> None:
    """It is handed out at the counter, where everybody reads it."""
    assert _sheets(rounds.make_round(0, stage="judging")) == []
