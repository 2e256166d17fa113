"""The plan for the notice boards: a page for each board, the days of each sheet, and nothing that may not hang yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from generator.disclosure import Publication
from generator.piece import drawn
from generator.pieces.paper import board_plan
from tests.support import rounds
from tests.support.waves import finished, of_round

if TYPE_CHECKING:
    from pathlib import Path


def test_every_board_and_the_office_have_a_page_of_their_own(tmp_path: Path) -> None:
    """A page is handed to the person with the key to the board."""
    award_round = rounds.make_round(5)
    boards = [village for village in award_round.organisation.villages if village.board]
    (sheet,) = of_round(board_plan.PIECE, award_round)
    pdf = board_plan.PIECE.press.press("board_plan.typ", drawn(sheet), tmp_path)
    with pypdfium2.PdfDocument(pdf) as document:
        pages = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    assert len(pages) == len(boards) + 1 > 1
    for page, village in zip(pages[1:], boards, strict=True):
        assert "".join(village.board.split()) in page
        assert f"หมู่ที่{village.moo}" in page
    for page in pages:
        assert "21เม.ย.66" in page
        assert "21พ.ค.66" in page
        assert award_round.organisation.phone.printed.replace(" ", "") in page


@pytest.mark.parametrize(
    ("stage", "first"),
    [("preparing", None), ("nominations", "โปสเตอร์หลักเกณฑ์และกำหนดการ"), ("judging", "โปสเตอร์หลักเกณฑ์และกำหนดการ")],
)
def test_before_the_result_no_result_is_planned(stage: str, first: str | None) -> None:
    """The plan itself is paper that lies about."""
    plans = of_round(board_plan.PIECE, rounds.make_round(0, stage=stage, survey_state="closed"))
    said = [row[0] for sheet in plans for row in sheet.view["boards"][0]["rows"]]
    assert (said[0] if said else None) == first
    assert not any("ผล" in what for what in said)


def test_each_sheet_goes_up_before_it_comes_down() -> None:
    """A survey that opened long ago goes up together with the rest."""
    award_round = rounds.make_round(5)
    entries = finished(Publication(award_round.organisation, (award_round,))).entries
    hung = [entry.hanging for entry in entries if entry.hanging]
    assert len(hung) > 1
    assert all(hanging.up < hanging.down for hanging in hung)
