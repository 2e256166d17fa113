"""Writes the workbook: always the same bytes for the same records, every cell a text, no text ever a formula."""

from __future__ import annotations

import io
import math
import unicodedata
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from generator.workbook import labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from generator.workbook.sheets import Column, Sheet

_SPARE: Final = 200
"""Empty rows below the last one in which a word may be chosen already."""
_DEEP, _PALE, _WRONG = "#1f3a4d", "#dfe7ec", "#f8c9c4"
_NOTE: Final = {"font_size": 10, "x_scale": 2.4, "y_scale": 1.5, "color": "#fffbe6"}
_WIDE: Final[Mapping[str, int]] = {"prose": 60, "flag": 12, "number": 12}
_NARROWEST, _WIDEST = 12, 36
_TITLE, _LINE, _MOST_LINES = 40, 23, 3
"""Heights in points, and how many lines of a cell are in sight; not every program reckons them itself."""
_FIRST_WIDE = 124
_UNIX: Final = 3

Lists: TypeAlias = "dict[tuple[str, ...], str]"


class Filled(NamedTuple):
    """A sheet with its rows, and what is wrong at which row and column; the headings are row 0.

    `strange` are the headings of columns that are not ours, which stand behind the others.
    """

    sheet: Sheet
    rows: Sequence[Sequence[str]]
    wrong: Mapping[tuple[int, int], Sequence[str]] = {}
    strange: Sequence[str] = ()


class _Look(NamedTuple):
    plain: Format
    wrong: Format
    due: Format
    free: Format
    title: Format


def written(filled: Sequence[Filled], stamp: str, said: Iterable[str] = ()) -> bytes:
    """Return the bytes of a workbook; what is `said` is wrong and stands in none of its cells."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": labels.TITLE, "created": datetime(2000, 1, 1, tzinfo=UTC)})
    font = {"font_name": "TH SarabunPSK", "font_size": 15, "valign": "top", "num_format": "@", "text_wrap": True}
    look = _Look(
        book.add_format(font),
        book.add_format({**font, "bg_color": _WRONG, "border": 1}),
        book.add_format({**font, "bold": True, "font_color": "#ffffff", "bg_color": _DEEP, "border": 1}),
        book.add_format({**font, "bold": True, "bg_color": _PALE, "border": 1}),
        book.add_format({**font, "bold": True, "font_size": 22, "font_color": _DEEP}),
    )
    _first(book, look, stamp, said)
    pages = [book.add_worksheet(each.sheet.name) for each in filled]
    lists = _lists(book, look, filled)
    for page, each in zip(pages, filled, strict=True):
        _sheet(page, look, each, lists)
    book.close()
    return _the_same_everywhere(out.getvalue())


def _first(book: Workbook, look: _Look, stamp: str, said: Iterable[str]) -> None:
    """Write the sheet that says what to do, and what is wrong and stands nowhere else."""
    sheet = book.add_worksheet(labels.FIRST)
    sheet.hide_gridlines(2)
    _on_paper(sheet)
    sheet.set_column(0, 0, _FIRST_WIDE)
    sheet.set_column(1, 1, 18)
    wrong = list(said)
    lines = [*((line, look.plain) for line in (*labels.HOW, labels.CONFIDENTIAL))]
    lines += [(line, look.wrong) for line in ([labels.ELSEWHERE, *wrong] if wrong else ())]
    sheet.set_row(0, _TITLE)
    sheet.write_string(0, 0, labels.TITLE, look.title)
    for row, (line, form) in enumerate((*lines, (labels.STAMP, look.plain)), 1):
        sheet.set_row(row, _LINE * _lines(line, _FIRST_WIDE) + _LINE // 2)
        sheet.write_string(row, 0, line, form)
    sheet.write_string(len(lines) + 1, 1, stamp, look.plain)


def _lists(book: Workbook, look: _Look, filled: Sequence[Filled]) -> Lists:
    """Write the words to choose from on a sheet of their own, and return where each list of them stands."""
    sheet = book.add_worksheet(labels.WORDS)
    found: Lists = {}
    for column in (column for each in filled for column in each.sheet.columns if column.words):
        words = _words(column)
        if words in found:
            continue
        place = len(found)
        sheet.set_column(place, place, _WIDEST - _NARROWEST)
        for row, word in enumerate((column.title, *words)):
            sheet.write_string(row, place, word, look.plain if row else look.free)
        letter = chr(ord("A") + place)
        found[words] = f"='{labels.WORDS}'!${letter}$2:${letter}${len(words) + 1}"
    return found


def _words(column: Column) -> tuple[str, ...]:
    return tuple(name or code for code, name in column.words.items())


def _sheet(sheet: Worksheet, look: _Look, filled: Filled, lists: Lists) -> None:
    """Write one sheet: headings with their help, rows, what is wrong with them, and the words to choose from."""
    columns, last = filled.sheet.columns, len(filled.rows)
    wide = [_width(column, [row[place] for row in filled.rows]) for place, column in enumerate(columns)]
    sheet.set_row(0, _height([column.heading for column in columns], wide))
    sheet.freeze_panes(1, _frozen(columns))
    for place, column in enumerate(columns):
        sheet.set_column(place, place, wide[place], look.plain)
        sheet.write_string(0, place, column.heading, look.due if column.required else look.free)
        if (0, place) not in filled.wrong:
            sheet.write_comment(0, place, column.help, _NOTE)
        if column.words:
            chosen = {"validate": "list", "source": lists[_words(column)], "error_type": "warning"}
            sheet.data_validation(1, place, last + _SPARE, place, {**chosen, "error_message": labels.NOT_LISTED})
    for place, heading in enumerate(filled.strange, len(columns)):
        sheet.set_column(place, place, _NARROWEST * 2, look.plain)
        sheet.write_string(0, place, heading, look.free)
    for row, cells in enumerate(filled.rows, 1):
        sheet.set_row(row, _height(cells, wide))
        for place, cell in enumerate(cells):
            if cell:
                sheet.write_string(row, place, cell, look.plain)
    for (row, place), told in filled.wrong.items():
        cells = [*(column.heading for column in columns), *filled.strange] if not row else filled.rows[row - 1]
        sheet.write_string(row, place, cells[place], look.wrong)
        sheet.write_comment(row, place, "\n".join(told), {**_NOTE, "color": _WRONG})
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + _SPARE}"})
    _on_paper(sheet)
    sheet.repeat_rows(0)


def _on_paper(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _height(cells: Sequence[str], wide: Sequence[int]) -> int:
    return _LINE * min(max(map(_lines, cells, wide), default=1), _MOST_LINES)


def _lines(text: str, wide: int) -> int:
    """Return on how many lines a text is, where a word that has no room leaves some behind it."""
    return sum(max(-(-_wide(line) // wide), 1) for line in text.split("\n"))


def _wide(line: str) -> int:
    """Return how wide a line is, in the digits of a smaller font by which columns are measured; marks take no room."""
    return math.ceil(1.25 * sum(unicodedata.category(letter) != "Mn" for letter in line))


def _frozen(columns: Sequence[Column]) -> int:
    """Return how many columns stay in sight: as far as the name goes, where one is written near the beginning."""
    names = [place for place, column in enumerate(columns[:4], 1) if column.keys[:1] == ("name",)]
    return max(names, default=1)


def _width(column: Column, said: Sequence[str]) -> int:
    """Return how wide a column is: its heading has three lines, and a text begins anew where it is too long."""
    head = max(_wide(column.heading) // _MOST_LINES + 3, _NARROWEST)
    if column.shape.kind in _WIDE:
        return max(_WIDE[column.shape.kind], head)
    return min(max(head, *(_wide(line) for cell in (column.title, *said) for line in cell.split("\n"))), _WIDEST)


def _the_same_everywhere(packed: bytes) -> bytes:
    """Return the parts unpacked in one file: neither the system nor its compressor can be told from it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            about = zipfile.ZipInfo(name)
            about.create_system = _UNIX
            new.writestr(about, old.read(name))
    return out.getvalue()
