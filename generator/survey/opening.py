"""A file of answers as rows of text, whatever program wrote it: CSV in any encoding and with any mark, or a workbook.

Nothing is held of a CSV but the row that is being read, so that a province's hundred thousand replies need no memory.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import re
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, partial
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Final

from generator.era import BUDDHIST_ERA
from generator.problems import Problem, ProblemsFound
from generator.reading import encodings
from generator.survey import wording
from generator.survey.days import key
from generator.survey.levels import FIGURES
from generator.survey.wording import heading

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

    from generator.problems import Text
    from generator.reading.tree import Saying
    from generator.workbook.looking import Looked
    from generator.workbook.opening import Merged, Raw

    Rows = Iterator[tuple[int, list[str]]]

_SEARCHED: Final = 12
"""Rows at the top in which the headings may stand."""
_MOST: Final = 0.6
"""Which share of the fullest row's cells a row of headings has."""
_CHUNK: Final = 1 << 20
_MARKS: Final = (",", ";", "\t", "|")
_OLE: Final = b"\xd0\xcf\x11\xe0"
_HTML = re.compile(rb"\s*<(?:!doctype|html|table|meta|head|body|\?xml|style)", re.IGNORECASE)
_HIGH_RUN = re.compile(rb"[\xa1-\xfb]{3,}")
_SEP = re.compile(r"sep=(.)", re.IGNORECASE)
_ASCII: Final = 0x7F
_BUDDHIST: Final = 2400


@dataclass
class Table:
    """The rows of a file below its headings; lines count from 1 as an editor or Excel counts them.

    `sheet` is the sheet of a workbook. `formulas`, `errors` and `merged` are its cells that say nothing sure, from 0.
    """

    name: str
    heads: list[str]
    rows: Callable[[], Rows]
    head_line: int = 1
    sheet: str = ""
    notes: list[Text] = field(default_factory=list)
    formulas: Collection[tuple[int, int]] = ()
    errors: Collection[tuple[int, int]] = ()
    merged: Collection[tuple[int, int]] = ()

    def problem(self, line: int, column: int | None, saying: Saying, *, warning: bool = False) -> Problem:
        """Return what is wrong at a row and a column from 0, or with the whole file."""
        named = f"{self.sheet}!" if self.sheet else ""
        title = self.heads[column] if column is not None and column < len(self.heads) else ""
        where = f"{named}{wording.cut(title)}"
        place = (line, (column or 0) + 1) if line else (0, 0)
        return Problem(self.name, *place, where, saying.message, saying.fix, warning)

    def unsure(self, columns: Collection[int]) -> Iterator[Problem]:
        """Yield what is wrong with the cells of some columns below the headings."""
        for cells, saying in (
            (self.formulas, wording.FORMULA),
            (self.errors, wording.ERROR),
            (self.merged, wording.MERGED),
        ):
            there = sorted(cell for cell in cells if cell[1] in columns and cell[0] >= self.head_line)
            for row, column in there[:5]:
                yield self.problem(row + 1, column, saying)


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def opened(file: Path, name: str) -> Table:
    """Return the rows of a file; raises `ProblemsFound` where nothing can be read from it."""
    with file.open("rb") as raw:
        start = raw.read(_CHUNK)
    wrong = _no_table(file, start)
    if wrong:
        raise ProblemsFound([Problem(name, 0, 0, "", wrong.message, wrong.fix)])
    if start.startswith(b"PK"):
        return _of_workbook(file, name)
    return _of_text(file, name, start)


def _no_table(file: Path, start: bytes) -> Saying | None:
    if not start.strip(b" \r\n\t\0\xef\xbb\xbf\xff\xfe"):
        return wording.EMPTY
    if start.startswith(_OLE):
        with file.open("rb") as raw:
            is_locked = "EncryptedPackage".encode("utf-16-le") in raw.read(_CHUNK * 60)
        return wording.PASSWORD if is_locked else wording.OLD_FORMAT
    if start.startswith(b"%PDF"):
        return wording.NO_TABLE
    return wording.WEB_PAGE if _HTML.match(start.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")) else None


def _of_text(file: Path, name: str, start: bytes) -> Table:
    encoding = _encoding(file, start)
    with file.open(encoding=encoding, errors="replace", newline="") as text:
        top = list(islice(text, 400))
    said = _SEP.fullmatch(top[0].strip()) if top else None
    mark = said[1] if said else _mark(top)

    def rows(after: int) -> Rows:
        with file.open(encoding=encoding, errors="replace", newline="") as lines:
            reader, before = csv.reader(lines, delimiter=mark), 0
            try:
                for row in reader:
                    if before >= after and any(row):
                        yield before + 1, row
                    before = reader.line_num
            except csv.Error:
                fault = wording.OPEN_QUOTE
                raise ProblemsFound([Problem(name, before + 1, 1, "", fault.message, fault.fix)]) from None

    table = _headed(name, rows, 1 if said else 0)
    garbled = next((title for title in table.heads if encodings.repaired(title)), None)
    if garbled:
        raise ProblemsFound([table.problem(table.head_line, table.heads.index(garbled), wording.garbled(garbled))])
    return table


def _encoding(file: Path, start: bytes) -> str:
    """Return in which encoding a text is written: what it says itself, or what its bytes can be read as."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if start.count(0) > len(start) // 8 and not start.startswith(codecs.BOM_UTF8):
        return "utf-16-le" if start[1::2].count(0) >= start[::2].count(0) else "utf-16-be"
    if _is_utf_8(file):
        return "utf-8-sig"
    high = sum(byte > _ASCII for byte in start)
    runs = sum(map(len, _HIGH_RUN.findall(start)))
    return "cp874" if runs * 2 > high else "cp1252"


def _is_utf_8(file: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with file.open("rb") as raw:
        try:
            while piece := raw.read(_CHUNK):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _mark(top: list[str]) -> str:
    """Return the mark between cells: with it, most rows have as many cells as the fullest kind of row has."""

    def fit(mark: str) -> tuple[int, int]:
        try:
            widths = Counter(len(row) for row in csv.reader(top, delimiter=mark) if any(row))
        except csv.Error:
            return 0, 0
        wide = {width: many for width, many in widths.items() if width > 1}
        width = max(wide, key=lambda each: (wide[each], each), default=1)
        return wide.get(width, 0) * min(width, 3), width

    return max(_MARKS, key=fit)


def _headed(name: str, rows: Callable[[int], Rows], first: int = 0) -> Table:
    """Return a table with its headings found: below a title, in one row or in two."""
    top = list(islice(((line, row) for line, row in rows(first) if any(map(str.strip, row))), _SEARCHED))
    if not top:
        raise ProblemsFound([Problem(name, 0, 0, "", wording.EMPTY.message, wording.EMPTY.fix)])
    filled = [sum(bool(cell.strip()) for cell in row) for _, row in top]
    at = next(n for n, many in enumerate(filled) if many >= max(filled) * _MOST)
    line, heads = top[at]
    titles, last = [heading(cell) for cell in heads], line
    if at + 1 < len(top):
        following = top[at + 1][1]
        if _is_second(titles, following):
            titles, last = _joined(titles, following), top[at + 1][0]
        elif all(cell.startswith("#") for cell in following if cell.strip()):
            last = top[at + 1][0]
    return Table(name, titles, partial(rows, last), head_line=last)


def _is_second(titles: list[str], row: list[str]) -> bool:
    """Return whether a row continues the headings: it names columns that have no name, and answers nothing."""
    named = [heading(cell) for cell in row]
    unnamed = [cell for title, cell in zip_longest(titles, named, fillvalue="") if not title and cell]
    answers = any(FIGURES.knows(cell) or _is_number(cell) or key(cell)[1] for cell in row)
    return bool(unnamed) and not answers


def _is_number(cell: str) -> bool:
    return cell.strip().replace(".", "", 1).isdigit()


def _joined(titles: list[str], row: list[str]) -> list[str]:
    joined, group = list[str](), ""
    for title, cell in zip_longest(titles, map(heading, row), fillvalue=""):
        group = title or group
        joined.append(f"{group} [{cell}]" if cell and group else title or cell)
    return joined


def text_of(value: Raw) -> str:
    """Return a cell of a workbook as text: whole numbers without a point, days as year, month, day."""
    if isinstance(value, str):
        return value.replace("_x000D_", "") if "_x" in value else value
    if isinstance(value, bool):
        return "ใช่" if value else "ไม่ใช่"
    if isinstance(value, (int, float)):
        return f"{value:.10g}"
    if isinstance(value, (date, datetime)):
        if value.year >= _BUDDHIST:
            value = _in_common_era(value)
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    return str(value)


def _in_common_era(value: date) -> date:
    try:
        return value.replace(year=value.year - BUDDHIST_ERA)
    except ValueError:  # a day that only the other year has
        return value


def _of_workbook(file: Path, name: str) -> Table:
    from generator.workbook.labels import FIRST, WORDS
    from generator.workbook.looking import Bounds, look
    from generator.workbook.opening import row_by_row

    with _told(name):
        copy, looked = look(file.read_bytes(), Bounds(60_000_000, 700_000_000, 12_000_000, 200_000, 1_000))
        sheets = [(title, _Texts(name, rows, merged)) for title, rows, merged in row_by_row(copy, looked)]
    every = {title: texts for title, texts in sheets if title not in {FIRST, WORDS}}
    shown = [title for title in every if not looked[title].hidden and every[title].holds(2)]
    hidden = [title for title in every if looked[title].hidden and every[title].holds(2)]
    if not shown:
        saying = wording.all_hidden(hidden[0]) if hidden else wording.EMPTY
        raise ProblemsFound([Problem(name, 0, 0, "", saying.message, saying.fix)])
    title = shown[0] if len(shown) == 1 else max(shown, key=lambda each: (every[each].many, -shown.index(each)))
    table = _of_sheet(name, every[title], looked[title])
    table.sheet = title
    others = [each for each in (*shown, *hidden) if each != title]
    if others:
        table.notes.append(wording.other_sheets(title, others))
    if looked[title].hidden_rows or looked[title].hidden_columns:
        table.notes.append(wording.HIDDEN_ROWS)
    return table


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Tell the clerk of a workbook that cannot be read."""
    from generator.workbook.wording import Unreadable

    try:
        yield
    except Unreadable as fault:
        saying = wording.of_workbook(fault.saying)
        raise ProblemsFound([Problem(name, 0, 0, "", saying.message, saying.fix)]) from None


class _Texts:
    """The rows of a sheet as texts, taken anew each time they are asked for, and which of its cells were merged."""

    def __init__(self, name: str, rows: Callable[[], Iterator[list[Raw]]], merged: list[Merged]) -> None:
        """Take where the rows of the file of this name come from."""
        self._name, self._rows, self.merged = name, rows, merged

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows in which something stands, with their lines."""
        with _told(self._name):
            for line, row in enumerate(self._rows(), 1):
                texts = [cell if type(cell) is str and "_x" not in cell else text_of(cell) for cell in row]
                if any(texts):
                    yield line, texts

    def holds(self, many: int) -> bool:
        """Return whether there are at least so many rows."""
        return next(islice(self, many - 1, None), None) is not None

    @cached_property
    def many(self) -> int:
        """How many rows there are."""
        return sum(1 for _ in self)


def _of_sheet(name: str, grid: _Texts, looked: Looked) -> Table:
    table = _headed(name, lambda after: (row for row in grid if row[0] > after))
    table.formulas, table.errors = looked.formulas, looked.errors
    table.merged = _inside(grid.merged)
    return table


def _inside(merged: Iterable[Merged]) -> set[tuple[int, int]]:
    return {
        (row, column)
        for (top, left), (bottom, right) in merged
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
