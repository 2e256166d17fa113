"""Opens a file that may be a filled-in score sheet: its id and code, its headings, and what its rows hold."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.papers import score_labels
from generator.papers.score_form import BEHIND, FIXED
from generator.scoring import wording
from generator.workbook.looking import Bounds, look
from generator.workbook.opening import grids
from generator.workbook.wording import ERROR, IS_DAY, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.problems import Text
    from generator.reading.tree import Saying
    from generator.workbook.looking import Looked
    from generator.workbook.opening import Grid, Raw

BOUNDS: Final = Bounds(packed=4_000_000, unpacked=40_000_000, elements=400_000, rows=1_000, columns=100)
"""A sheet is a page or two; whoever formats all of it may have more in its XML."""
_TOP: Final = 15
"""Rows in which id, code and headings stand."""
_ID = re.compile(rf"{re.escape(score_labels.SHEET)}\s*([a-z0-9]+(?:-[a-z0-9]+)*)")
_CODE = re.compile(rf"{re.escape(score_labels.CODE)}\s*([0-9a-f]+-[0-9a-f]+)")
_HTML = re.compile(rb"\s*<(?:!doctype|html|table|meta|head|body|\?xml|style)", re.IGNORECASE)


class Cell(NamedTuple):
    """What stands in a cell, as a text or a number, and what is wrong with it as a cell."""

    said: str | int | float = ""
    wrong: Saying | None = None

    @property
    def text(self) -> str:
        """What it says as a text."""
        return f"{self.said:.10g}" if isinstance(self.said, int | float) else self.said


class Line(NamedTuple):
    """A row of the table: its number in the sheet from 0, and its cells."""

    number: int
    cells: Sequence[Cell]

    def at(self, place: int | None) -> Cell:
        """Return the cell of a column; an empty one where there is none."""
        return self.cells[place] if place is not None and place < len(self.cells) else Cell()


@dataclass
class Filled:
    """A sheet that came back; its headings are empty where they were not found."""

    sheet: str
    id: str
    code: str
    heads: list[Cell] = field(default_factory=list)
    head: int = 0
    lines: list[Line] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)


def opened(raw: bytes) -> Filled:
    """Return what a file says; raises `Unreadable`."""
    if _HTML.match(raw[:1000].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")):
        raise Unreadable(wording.WEB_PAGE)
    try:
        copy, looked = look(raw, BOUNDS)
        found = [
            _filled(title, grid, looked[title], id_)
            for title, grid in grids(copy, looked)
            for id_ in [_said(grid, _ID)]
            if id_
        ]
    except Unreadable as fault:
        raise Unreadable(wording.of_file(fault.saying)) from None
    if len(found) != 1:
        raise Unreadable(wording.TWO_SHEETS if found else wording.NO_ID)
    return found[0]


def _said(grid: Grid, mark: re.Pattern[str]) -> str:
    lines = (str(value) for row in grid.cells[:_TOP] for value in row)
    return next((found[1] for line in lines if (found := mark.search(line))), "")


def _filled(title: str, grid: Grid, looked: Looked, id_: str) -> Filled:
    filled = Filled(title, id_, _said(grid, _CODE))
    rows = [[*_cells(grid, looked, number)] for number in range(len(grid.cells))]
    known = {score_labels.HEADS[key] for key in (*FIXED, *BEHIND)}
    at = max(range(min(_TOP, len(rows))), key=lambda n: len(known & {cell.text for cell in rows[n]}), default=0)
    if not known & {cell.text for cell in rows[at]}:
        return filled
    filled.heads, filled.head = rows[at], at
    filled.lines = [*_table(rows, at)]
    last = filled.lines[-1].number if filled.lines else at
    if looked.hidden or looked.hidden_columns or any(at <= row <= last for row in looked.hidden_rows):
        filled.notes.append(wording.HIDDEN)
    return filled


def _table(rows: Sequence[Sequence[Cell]], head: int) -> Iterator[Line]:
    """Yield the rows of the table; what stands below it is to be signed, and is not about anybody."""
    for number in range(head + 1, len(rows)):
        row = rows[number]
        if any(cell.text or cell.wrong for cell in row) and not _is_below(row):
            yield Line(number, row)


def _is_below(row: Sequence[Cell]) -> bool:
    first, *others = row
    return first.text.startswith(score_labels.SIGN[:6]) and not any(cell.text for cell in others)


def _cells(grid: Grid, looked: Looked, number: int) -> Iterator[Cell]:
    for place, value in enumerate(grid.cells[number]):
        cell = _cell(value)
        at = number, place
        if at in looked.formulas:
            cell = cell._replace(wrong=wording.FORMULA)
        elif at in looked.errors:
            cell = Cell("", ERROR)
        elif any(top <= number <= bottom and left <= place <= right for (top, left), (bottom, right) in grid.merged):
            cell = cell._replace(wrong=wording.MERGED)
        yield cell


def _cell(value: Raw) -> Cell:
    if isinstance(value, bool):
        return Cell(str(value).upper())
    if isinstance(value, int | float):
        whole = math.isfinite(value) and value == int(value)
        return Cell(int(value)) if whole else Cell(value) if math.isfinite(value) else Cell(str(value))
    if isinstance(value, date | time | timedelta):
        return Cell(str(value), IS_DAY)
    return Cell(" ".join(value.split()))
