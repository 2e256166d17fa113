"""A workbook that reckons by itself: XLSX whose formulas stand beside the values that they come to.

Whoever opens it sees right figures without a recalculation, and the same after one. Texts never become formulas, and
the same view is the same bytes anywhere.
"""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from generator.palette import materials as mixing
from generator.palette import palette
from generator.piece import Unpictured, unheard
from generator.press.archive import settled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from generator.piece import Tell

_LINE: Final = 22
"""The height of a line in points."""
_EMPTY: Final = re.compile(rb'(<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?)(><f>[^<]*</f><v></v>)')
"""A formula that comes to an empty text: the package leaves out that it is a text, and some programs then show 0."""


class Live(Unpictured):
    """The view's `sheets`: each has a `tab`, how `wide` its columns are in letters, what stays in sight, and `lines`.

    A line is a list of cells. A cell is a text, a number, or a mapping with a `value` and a `look`; one with a
    `formula`, which begins with =, shows its value until somebody recalculates. The first `frozen` lines and columns
    stay in sight; a sheet that is `aside` has steps of the reckoning, and is shown after those for everybody.
    """

    name = "live"

    def materials(self, template: str) -> bytes:
        """Return the version of the package that writes it, and how its colour is mixed; the view says the rest."""
        return version("xlsxwriter").encode() + mixing()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the workbook."""
        import xlsxwriter

        out = io.BytesIO()
        book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
        book.set_properties({"title": view["title"], "created": datetime.fromtimestamp(view["timestamp"], UTC)})
        looks = _looks(book, palette(**view["colours"]).deep)
        for each in view["sheets"]:
            _fill(book.add_worksheet(each["tab"]), each, looks)
        book.close()
        return settled(out.getvalue(), _told)


def _looks(book: Workbook, deep: str) -> dict[str, Any]:
    """Return how cells may look, by name."""
    font = {"font_name": "TH SarabunPSK", "font_size": 15, "valign": "vcenter"}
    boxed = {**font, "border": 1, "border_color": "#c9cfd3"}
    given = {**boxed, "bg_color": "#fff8dc"}
    wrapped = {"text_wrap": True}
    return {
        name: book.add_format(each)
        for name, each in {
            "title": {**font, "bold": True, "font_size": 20, "font_color": deep},
            "how": font,
            "part": {**font, "bold": True, "font_size": 17, "font_color": deep},
            "head": {**boxed, **wrapped, "bold": True, "font_color": "#ffffff", "bg_color": deep, "align": "center"},
            "text": boxed,
            "whole": {**boxed, "num_format": "0", "align": "center"},
            "figure": {**boxed, "num_format": "0.00", "align": "center"},
            "given": {**given, "align": "center"},
            "given text": {**given, "num_format": "@"},
            "firm": {**boxed, "bold": True, "num_format": "0.00", "align": "center", "bg_color": "#e8f1ee"},
            "firm text": {**boxed, "bold": True, "bg_color": "#e8f1ee", "align": "center"},
        }.items()
    }


def _fill(page: Worksheet, view: Mapping[str, Any], looks: Mapping[str, Any]) -> None:
    for place, wide in enumerate(view["wide"]):
        page.set_column(place, place, wide)
    for row, line in enumerate(view["lines"]):
        page.set_row(row, _LINE * _lines(line, view["wide"]))
        for place, cell in enumerate(line):
            _write(page, row, place, cell, looks)
    page.freeze_panes(*view["frozen"])
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    if view.get("aside"):
        page.set_tab_color("#8a949a")


def _told(name: str, content: bytes) -> bytes:
    """Return a part of the workbook in which an empty text is said to be one."""
    return _EMPTY.sub(rb'\1 t="str"\2', content) if name.startswith("xl/worksheets/") else content


def _lines(line: Sequence[Any], wide: Sequence[int]) -> int:
    """Return on how many lines the longest heading of a line is in its column; all else is on one."""
    heads = [(len(cell["value"]), wide[place]) for place, cell in enumerate(line) if _look(cell) == "head"]
    return max((-(-said * 5 // (4 * room)) for said, room in heads if said), default=1)


def _look(cell: Any) -> str:  # noqa: ANN401 - a cell is one of three kinds of JSON
    return str(cell["look"]) if isinstance(cell, dict) else "text"


def _write(page: Worksheet, row: int, place: int, cell: Any, looks: Mapping[str, Any]) -> None:  # noqa: ANN401 - as above
    look = looks[_look(cell)]
    value = cell["value"] if isinstance(cell, dict) else cell
    if isinstance(cell, dict) and "formula" in cell:
        page.write_formula(row, place, cell["formula"], look, value)
    elif isinstance(value, str):
        if value:
            page.write_string(row, place, value, look)
        elif isinstance(cell, dict):
            page.write_blank(row, place, None, look)
    else:
        page.write_number(row, place, value, look)


LIVE = Live()
