"""The plan for the notice boards: a row for each board, the days of each sheet, and nothing that may not hang yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pymupdf
import pypdfium2
import pytest

from generator.disclosure import Publication
from generator.piece import drawn
from generator.pieces.paper import board_plan
from tests.support import paper, rounds
from tests.support.waves import finished, of_round

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("villages", "pages"), [(1, 1), (12, 1), (30, 2)])
def test_every_board_and_the_office_stand_on_one_plan(villages: int, pages: int, tmp_path: Path) -> None:
    """It was a page a board, each three quarters empty; whoever sends people out needs to see all of them."""
    (first,) = rounds.make_organisation().villages
    several = tuple(replace(first, moo=n, name=f"บ้านที่{n}") for n in range(1, villages + 1))
    award_round = rounds.make_round(5, organisation=rounds.make_organisation(villages=several))
    (sheet,) = of_round(board_plan.PIECE, award_round)
    pdf = board_plan.PIECE.press.press("board_plan.typ", drawn(sheet), tmp_path)
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == pages
        text = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    assert text.count("".join(first.board.split())) == villages
    assert all(f"หมู่ที่{village.moo}" in text for village in several)
    assert "ติด21เม.ย.66" in text
    assert "เก็บ21พ.ค.66" in text
    assert award_round.organisation.phone.printed.replace(" ", "") in text
    assert [*paper.off_the_page(pdf, 4), *paper.overlapping(pdf)] == []


@pytest.mark.parametrize(("columns", "pages"), [(3, 1), (4, 1), (6, 1), (7, 2), (10, 2)])
def test_both_boxes_of_a_sheet_have_room_in_its_column(columns: int, pages: int, tmp_path: Path) -> None:
    """What stands over the next column's box says neither that a sheet hangs nor that it was taken down."""
    (sheet,) = of_round(board_plan.PIECE, rounds.make_round(1))
    many = (list(sheet.view["columns"]) * columns)[:columns]
    pdf = board_plan.PIECE.press.press(
        "board_plan.typ", drawn(replace(sheet, view={**sheet.view, "columns": many})), tmp_path
    )
    assert [*paper.off_the_page(pdf, 4), *paper.overlapping(pdf)] == []
    with pymupdf.Document(stream=pdf) as document:
        assert len(document) == pages
        for page in document:
            boxes = [drawing["rect"] for drawing in page.get_drawings() if 16 < drawing["rect"].width < 18]
            words = [pymupdf.Rect(word[:4]) for word in page.get_text("words") if word[4] in {"ติด", "เก็บ"}]
            assert len(boxes) >= 4
            assert not any(box.intersects(word) for box in boxes for word in words)


@pytest.mark.parametrize(
    ("stage", "first"),
    [("preparing", None), ("nominations", "โปสเตอร์หลักเกณฑ์และกำหนดการ"), ("judging", "โปสเตอร์หลักเกณฑ์และกำหนดการ")],
)
def test_before_the_result_no_result_is_planned(stage: str, first: str | None) -> None:
    """The plan itself is paper that lies about."""
    plans = of_round(board_plan.PIECE, rounds.make_round(0, stage=stage, survey_state="closed"))
    said = [column["called"] for sheet in plans for column in sheet.view["columns"]]
    assert (said[0] if said else None) == first
    assert not any("ผล" in what for what in said)


def test_each_sheet_goes_up_before_it_comes_down() -> None:
    """A survey that opened long ago goes up together with the rest."""
    award_round = rounds.make_round(5)
    entries = finished(Publication(award_round.organisation, (award_round,))).entries
    hung = [entry.hanging for entry in entries if entry.hanging]
    assert len(hung) > 1
    assert all(hanging.up < hanging.down for hanging in hung)
