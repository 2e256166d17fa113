"""A workbook that came back: which of its sheets and columns are ours, and what each cell says, as text.

Sheets are found by name or else by their headings, columns by their headings, wherever they were moved to. What is
hidden is read like the rest: a filter hides rows that nobody meant to take away.
"""

from __future__ import annotations

import difflib
import io
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from generator.era import BUDDHIST_ERA
from generator.problems import Text
from generator.reading import text as letters
from generator.reading.wording import shown
from generator.thai.dates import MONTHS, clock
from generator.workbook.labels import FIRST, NO, STAMP, WORDS, YES
from generator.workbook.looking import look
from generator.workbook.wording import (
    ERROR,
    FORMULA,
    IS_DAY,
    MERGED,
    NO_SHEET,
    TORN,
    Unreadable,
    sheet_twice,
    strange_heading,
    twice,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from python_calamine import CalamineSheet

    from generator.reading.tree import Saying
    from generator.workbook.looking import Looked
    from generator.workbook.sheets import Column, Sheet

Merged: TypeAlias = "tuple[tuple[int, int], tuple[int, int]]"
Raw: TypeAlias = "int | float | str | bool | time | date | datetime | timedelta"

_SEARCHED: Final = 10
"""Rows at the top of a sheet in which its headings may stand."""
_OURS: Final = 0.6
"""Which share of its headings gives away a sheet whose name is another."""
_BUDDHIST: Final = 2400
"""From this year on, a date of Excel was typed in the Buddhist era and taken for the Common Era."""
_BREAKS = re.compile(r"\r\n?|\v|\f|_x000[BD]_")


class Cell(NamedTuple):
    """What a cell says, and whether Excel has it as a number."""

    text: str
    number: bool = False


class Fault(NamedTuple):
    """What is wrong at a cell, by its row and column from 0, or with a sheet or the file where these are None."""

    sheet: str
    row: int | None
    column: int | None
    heading: str
    saying: Saying


class Row(NamedTuple):
    """A row: its number from 0, and what its columns say, by heading; one of them that has a fault is left out."""

    number: int
    cells: Mapping[str, Cell]


@dataclass
class Page:
    """One sheet of ours as it came back: where the columns stand by their headings, and whatever is written where.

    `strange` are columns that are not ours, by their places.
    """

    sheet: Sheet
    title: str
    places: dict[str, int]
    head: int
    rows: list[Row] = field(default_factory=list)
    strange: dict[int, str] = field(default_factory=dict)
    written: dict[tuple[int, int], str] = field(default_factory=dict)


@dataclass
class Opened:
    """A whole workbook: its pages, what is wrong already, what is worth knowing, and of which records it was made."""

    pages: list[Page]
    faults: list[Fault]
    notes: list[Text]
    stamp: str


def opened(raw: bytes, sheets: Sequence[Sheet]) -> Opened:
    """Return what a workbook says; raises `Unreadable`."""
    copy, looked = look(raw)
    every = dict(grids(copy, looked))
    found = Opened([], [], [], _stamp(every))
    for sheet, title in _paired(sheets, {title: grid.cells for title, grid in every.items()}, found):
        found.pages.append(_page(sheet, title, every[title], looked[title], found))
    if not found.pages:
        raise Unreadable(NO_SHEET)
    return found


class Grid(NamedTuple):
    """All cells of a sheet, and the first and last of each that were merged."""

    cells: list[list[Raw]]
    merged: list[Merged]


def grids(copy: bytes, titles: Iterable[str]) -> Iterator[tuple[str, Grid]]:
    """Yield the sheets of a measured copy by their names, with all cells; raises `Unreadable`."""
    for title, rows, merged in row_by_row(copy, titles):
        yield title, Grid([*rows()], merged)


def row_by_row(
    copy: bytes, titles: Iterable[str]
) -> Iterator[tuple[str, Callable[[], Iterator[list[Raw]]], list[Merged]]]:
    """Yield the sheets of a measured copy by their names, with what tells their rows one by one, and what is merged.

    Raises `Unreadable`.
    """
    from python_calamine import CalamineWorkbook

    with _reading():
        book = CalamineWorkbook.from_filelike(io.BytesIO(copy))
    for title in titles:
        with _reading():
            sheet = book.get_sheet_by_name(title)
            merged = sheet.merged_cell_ranges or []
        yield title, partial(_rows, sheet), merged


def _rows(sheet: CalamineSheet) -> Iterator[list[Raw]]:
    """Yield rows from the first column on; the reader begins with the first column in which something stands."""
    before: list[Raw] = [""] * sheet.start[1] if sheet.start else []
    with _reading():
        for row in sheet.iter_rows():
            yield before + row if before else row


@contextmanager
def _reading() -> Iterator[None]:
    """Take what the reader cannot read for a file that is torn."""
    from python_calamine import CalamineError

    try:
        yield
    except (CalamineError, OSError, ValueError):
        raise Unreadable(TORN) from None
    except BaseException as fault:
        if type(fault).__name__ == "PanicException":  # of Rust, which derives from no Exception
            raise Unreadable(TORN) from None
        raise


def _stamp(grids: Mapping[str, Grid]) -> str:
    rows = grids[FIRST].cells if FIRST in grids else []
    return next((str(row[1]) for row in rows if len(row) > 1 and row[0] == STAMP), "")


def _paired(
    sheets: Sequence[Sheet], grids: Mapping[str, list[list[Raw]]], found: Opened
) -> Iterator[tuple[Sheet, str]]:
    """Yield each of our sheets with the name that it has in the workbook."""
    tidy = {title: _tidy(title) for title in grids}
    left = [title for title in grids if title not in {FIRST, WORDS}]
    for sheet in sheets:
        share = {title: _share(sheet, grids[title]) for title in left}
        named = [title for title in left if tidy[title] == sheet.name and share[title]]
        other = [title for title in left if share[title] >= _OURS and tidy[title] not in {s.name for s in sheets}]
        for title in (named + other)[:1]:
            left.remove(title)
            yield sheet, title
        if not named and not other:
            found.notes.append(
                Text(f"ไม่มีแผ่น “{sheet.name}” ข้อมูลส่วนนี้จึงคงเดิม", f"no sheet “{sheet.name}”: its records stay as they are")
            )
        elif not named:
            found.notes.append(
                Text(
                    f"อ่านแผ่น “{other[0]}” เป็น “{sheet.name}” ตามหัวคอลัมน์",
                    f"the sheet “{other[0]}” is read as “{sheet.name}”, by its headings",
                )
            )
        if (named and other) or len(other) > 1:
            found.faults.append(Fault((named + other)[1], None, None, "", sheet_twice(sheet.name)))


def _share(sheet: Sheet, grid: list[list[Raw]]) -> float:
    return len(_places(sheet, grid[_head(sheet, grid)] if grid else [])) / len(sheet.columns)


def _head(sheet: Sheet, grid: list[list[Raw]]) -> int:
    """Return in which row the headings stand."""
    return max(range(min(len(grid), _SEARCHED)), key=lambda row: len(_places(sheet, grid[row])), default=0)


def _places(sheet: Sheet, row: list[Raw]) -> dict[str, list[int]]:
    """Return where each column stands, by its heading, its bare title, or its keys in the records."""
    titles = [column.title for column in sheet.columns]
    names = {column.title: column.heading for column in sheet.columns if titles.count(column.title) == 1}
    for column in sheet.columns:
        names[".".join((*column.keys, *filter(None, (column.word,))))] = column.heading
        names[column.heading] = column.heading
    found: dict[str, list[int]] = {}
    for place, value in enumerate(row):
        heading = names.get(_tidy(value))
        if heading:
            found.setdefault(heading, []).append(place)
    return found


def _tidy(value: Raw) -> str:
    return " ".join(letters.clean(str(value)).split())


def _page(sheet: Sheet, title: str, grid: Grid, looked: Looked, found: Opened) -> Page:
    cells = grid.cells
    head = _head(sheet, cells)
    places = _places(sheet, cells[head])
    page = Page(sheet, title, {heading: there[0] for heading, there in places.items()}, head)
    for heading, there in places.items():
        found.faults += [Fault(title, head, place, heading, twice(heading)) for place in there[1:]]
    ours = {place: heading for heading, place in page.places.items()}
    _strange(page, cells, {place for there in places.values() for place in there}, found)
    torn = {
        (row, column)
        for (top, left), (bottom, right) in grid.merged
        for row in range(max(top, head), min(bottom, len(cells) - 1) + 1)
        for column in range(left, right + 1)
        if column in ours
    }
    columns = {column.heading: column for column in sheet.columns}
    for number in range(head + 1, len(cells)):
        row = dict[str, Cell]()
        for place, heading in ours.items():
            cell, saying = _cell(cells[number][place], columns[heading])
            page.written[number, place] = cell.text
            saying = _of_form((number, place), looked, torn) or saying
            if saying:
                found.faults.append(Fault(title, number, place, heading, saying))
            else:
                row[heading] = cell
        if any(page.written[number, place] for place in ours):
            page.rows.append(Row(number, row))
    found.faults += [Fault(title, row, column, ours[column], MERGED) for row, column in sorted(torn) if row == head]
    found.notes += _hidden(page, looked)
    return page


def _of_form(place: tuple[int, int], looked: Looked, torn: set[tuple[int, int]]) -> Saying | None:
    if place in looked.formulas:
        return FORMULA
    if place in looked.errors:
        return ERROR
    return MERGED if place in torn else None


def _strange(page: Page, cells: list[list[Raw]], ours: set[int], found: Opened) -> None:
    """Take note of columns with something in them that are not ours, and of ours that are missing."""
    missing = [column.heading for column in page.sheet.columns if column.heading not in page.places]
    for place, value in enumerate(cells[page.head]):
        below = {n: _said(row[place])[0].text for n, row in enumerate(cells) if n > page.head}
        if place in ours or not any(below.values()):
            continue
        heading = _tidy(value)
        near = difflib.get_close_matches(heading, missing, n=1)
        page.strange[place] = heading
        page.written.update({(n, place): said for n, said in below.items()})
        saying = strange_heading(heading, near[0] if near else None)
        found.faults.append(Fault(page.title, page.head, place, heading, saying))
    if missing:
        names = " ".join(f"“{heading}”" for heading in missing)
        found.notes.append(
            Text(
                f"แผ่น “{page.title}” ไม่มีคอลัมน์ {names} ค่าของคอลัมน์เหล่านี้จึงคงเดิม",
                f"the sheet “{page.title}” lacks columns, whose values stay as they are: {names}",
            )
        )


def _hidden(page: Page, looked: Looked) -> Iterator[Text]:
    rows = [row.number + 1 for row in page.rows if row.number in looked.hidden_rows]
    columns = [heading for heading, place in page.places.items() if place in looked.hidden_columns]
    for hidden, th, en in (
        (looked.hidden, "แผ่นนี้ถูกซ่อนอยู่", "the whole sheet"),
        (rows, f"แถวที่ซ่อนอยู่: {', '.join(map(str, rows))}", f"rows {rows}"),
        (columns, f"คอลัมน์ที่ซ่อนอยู่: {', '.join(columns)}", f"columns {', '.join(columns)}"),
    ):
        if hidden:
            yield Text(
                f"แผ่น “{page.title}” อ่านส่วนที่ซ่อนด้วย {th}",
                f"what is hidden in “{page.title}” is read as well: {en}",
            )


def _cell(value: Raw, column: Column) -> tuple[Cell, Saying | None]:
    """Return what a cell says, and what is wrong with it before the door sees it."""
    cell, is_day = _said(value)
    if is_day and cell.text and column.shape.kind not in {"day", "moment", "clock"}:
        return cell, IS_DAY
    letter = next(letters.refused(letters.clean(cell.text)), None)
    return cell, letters.about(letter) if letter else None


def _said(value: Raw) -> tuple[Cell, bool]:
    """Return a value as the clerk would write it, and whether Excel has it as a date or time."""
    if isinstance(value, bool):
        return Cell(YES if value else NO), False
    if isinstance(value, (int, float)):
        return Cell(f"{value:.10g}" if abs(value) < 10**10 else f"{value:.0f}", number=True), False
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return Cell(f"{minutes // 60:02d}.{minutes % 60:02d} น."), True
    if isinstance(value, time):
        return Cell(clock(value)), True
    if isinstance(value, date):
        year = value.year + (BUDDHIST_ERA if value.year < _BUDDHIST else 0)
        said = f"{value.day} {MONTHS[value.month - 1]} {year}"
        is_moment = isinstance(value, datetime) and value.time() != time()
        return Cell(f"{said} เวลา {clock(value)}" if is_moment and isinstance(value, datetime) else said), True
    return Cell("\n".join(line.rstrip() for line in _BREAKS.sub("\n", value).strip().split("\n"))), False


def where(fault: Fault) -> str:
    """Return the place of a fault as the clerk finds it: sheet, row, column and what the column is called."""
    if fault.row is None:
        return f"แผ่น {shown(fault.sheet)}" if fault.sheet else ""
    place = f" คอลัมน์ {letters_of(fault.column)}" if fault.column is not None else ""
    heading = f" ({fault.heading})" if fault.heading else ""
    return f"แผ่น {shown(fault.sheet)} แถว {fault.row + 1}{place}{heading}"


def letters_of(column: int) -> str:
    """Return how Excel calls a column, from 0: A, Z, AA."""
    called, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        called = chr(ord("A") + letter) + called
    return called
