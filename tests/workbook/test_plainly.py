"""A large sheet of values alone is not walked through; whatever else is in one is found, and then it is."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import xlsxwriter

from generator.workbook import looking
from generator.workbook.looking import OURS, Bounds, look, plainly
from generator.workbook.opening import grids

if TYPE_CHECKING:
    from collections.abc import Callable


def made(fill: Callable[[Any, Any], object], rows: int = 300, columns: int = 28) -> bytes:
    """Return a workbook of words and figures, and what `fill` does to it besides."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("คำตอบ")
        for row in range(rows):
            sheet.write_row(row, 0, [f"คำตอบ {row % 7}" if column % 2 else row * column for column in range(columns)])
        fill(book, sheet)
    return out.getvalue()


def part(raw: bytes) -> bytes:
    """Return the XML of the first sheet."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        return packed.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (300, 26), (300, 27), (20, 60)])
def test_values_alone_are_measured_as_a_walk_measures_them(rows: int, columns: int) -> None:
    """Two ways to one answer, at the edges of one letter and two."""
    raw = made(lambda *_: None, rows, columns)
    found = plainly(part(raw), OURS)
    walked = look(raw)[1]["คำตอบ"]
    assert found == walked
    assert (walked.rows, walked.columns) == (rows, columns)


@pytest.mark.parametrize(
    "fill",
    [
        lambda _, sheet: sheet.write_formula(5, 40, "=1+1", None, "2"),
        lambda _, sheet: sheet.write_formula(5, 2, "=1/0", None, "#DIV/0!"),
        lambda _, sheet: sheet.set_row(7, None, None, {"hidden": True}),
        lambda _, sheet: sheet.set_column(3, 3, None, None, {"hidden": True}),
        lambda _, sheet: sheet.write(5, 16_000, "far out"),
        lambda _, sheet: sheet.write(5, 400, "too far"),
        lambda _, sheet: sheet.write(900_000, 1, "too deep"),
    ],
    ids=["formula", "error", "row", "column", "far", "wide", "deep"],
)
def test_whatever_else_is_in_a_sheet_makes_somebody_walk(fill: Callable[[Any, Any], object]) -> None:
    """A formula that nobody saw would be counted as what it showed last."""
    assert plainly(part(made(fill)), OURS) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<c r="B2"', b"<c"),
        (b'<row r="2"', b"<row"),
        (b"<sheetData>", b"<x:sheetData>"),
        (b"<sheetData>", b'<!DOCTYPE a [<!ENTITY b "c">]><sheetData>'),
    ],
)
def test_what_another_program_writes_otherwise_makes_somebody_walk(old: bytes, new: bytes) -> None:
    """Cells that do not say where they are are counted by who walks."""
    whole = part(made(lambda *_: None))
    assert plainly(whole, OURS) is not None
    assert plainly(whole.replace(old, new, 1), OURS) is None


def test_more_elements_than_may_be_make_somebody_walk() -> None:
    """And who walks refuses the file."""
    assert plainly(part(made(lambda *_: None)), Bounds(elements=10_000)) is None


def test_a_large_workbook_says_the_same_either_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cells, and what the sheet is."""
    raw = made(lambda *_: None)
    slow = look(raw)
    monkeypatch.setattr(looking, "_LARGE", 1)
    fast = look(raw)
    assert fast[1] == slow[1]
    assert dict(grids(*fast)) == dict(grids(*slow))


def test_columns_keep_their_letters_where_the_first_ones_are_empty() -> None:
    """A reader that begins where something stands would take C for A."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("a").write(2, 2, "x")
    assert dict(grids(*look(out.getvalue())))["a"].cells == [["", "", ""], ["", "", ""], ["", "", "x"]]
