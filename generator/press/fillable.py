"""A table to be filled in, as XLSX: words to choose from, limits, help beside each heading, and cells that are locked.

Everything that stands in it is a text or a number, never a formula; the same view is the same bytes anywhere.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from generator.palette import materials as mixing
from generator.palette import palette
from generator.piece import Unpictured, unheard
from generator.press.archive import settled

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from generator.piece import Tell

_NOTE: Final = {"font_size": 10, "x_scale": 2.2, "y_scale": 1.4, "color": "#fffbe6"}
_LINE, _TITLE = 22, 34
_WRONG: Final = "#f8c9c4"
"""Heights in points."""
_INLINE: Final = 255
"""Letters of a list that stands in the cell's own rule; a longer one stands on a sheet."""
_TIP_TITLE, _TIP = 32, 255
"""Letters that Excel allows in what is shown beside a cell."""


class Fillable(Unpictured):
    """The view's `sheets`, each a table with a `title`, lines on `how` it is filled in, `heads` and `rows`.

    A head has a `title`, a width in letters (`wide`) and `help`; where it is `locked` its cells are not for typing.
    `words` are those to choose from, and `other` allows another one; a whole number lies between `least` and `most`.
    `told` is said where a cell refuses, `tip` where one is entered; `text` is for words on several lines, `broken` for
    numbers that need not be whole. A row is a list of cells; one that is short is filled in from there on. A cell is
    what stands in it, or that as its `said` with more: `locked`, and what is `wrong` there. `below` are lines under the
    table. The first `frozen` columns stay in sight. `words_tab` is the name of the sheet on which long lists stand.
    """

    name = "fillable"

    def materials(self, template: str) -> bytes:
        """Return the version of the package that writes it, and how its colour is mixed; the view says the rest."""
        return version("xlsxwriter").encode() + mixing()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the workbook."""
        import xlsxwriter

        out = io.BytesIO()
        book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
        book.set_properties({"title": view["title"], "created": datetime.fromtimestamp(view["timestamp"], UTC)})
        look = _Look(book, palette(**view["colours"]).deep)
        pages = [book.add_worksheet(each["tab"]) for each in view["sheets"]]
        lists = _lists(book, view)
        for page, each in zip(pages, view["sheets"], strict=True):
            _fill(page, each, look, lists)
        book.close()
        return settled(out.getvalue())


class _Look:
    """How cells look: those to be filled in, those that are not, headings, and what is said above them."""

    def __init__(self, book: Workbook, deep: str) -> None:
        font = {"font_name": "TH SarabunPSK", "font_size": 15, "valign": "vcenter"}
        self.free = book.add_format({**font, "border": 1, "locked": False})
        self.figure = book.add_format({**font, "border": 1, "locked": False, "align": "center", "num_format": "0"})
        self.number = book.add_format({**font, "border": 1, "locked": False, "align": "center"})
        self.words = book.add_format({**font, "border": 1, "locked": False, "text_wrap": True})
        grey = {**font, "border": 1, "bg_color": "#eef1f3"}
        self.fixed = book.add_format({**grey, "align": "center"})
        self.told = book.add_format({**grey, "text_wrap": True})
        wrong = {**font, "border": 2, "border_color": "#b3261e", "bg_color": _WRONG, "text_wrap": True}
        self.wrong = book.add_format({**wrong, "locked": False})
        self.wrong_fixed = book.add_format(wrong)
        self.head = book.add_format(
            {**font, "bold": True, "border": 1, "text_wrap": True, "font_color": "#ffffff", "bg_color": deep}
        )
        self.title = book.add_format({**font, "bold": True, "font_size": 20, "font_color": deep})
        self.how = book.add_format(font)

    def of(self, head: Mapping[str, Any], cell: Mapping[str, Any]) -> Any:  # noqa: ANN401 - xlsxwriter's own type
        locked = cell.get("locked", head.get("locked"))
        if cell.get("wrong"):
            return self.wrong_fixed if locked else self.wrong
        if locked:
            return self.told if head.get("text") else self.fixed
        if "most" in head:
            return self.number if head.get("broken") else self.figure
        return self.words if head.get("text") else self.free


def _lists(book: Workbook, view: Mapping[str, Any]) -> dict[tuple[str, ...], str]:
    """Write the lists that a cell's rule cannot hold on a sheet of their own, and return where each stands.

    One that is too long, or has a comma or a quotation mark in it, would be another list there, or a torn file.
    """
    every = {tuple(head["words"]) for each in view["sheets"] for head in each["heads"] if head.get("words")}
    long = sorted(words for words in every if len(",".join(words)) > _INLINE or {",", '"'} & {*"".join(words)})
    found: dict[tuple[str, ...], str] = {}
    if long:
        sheet = book.add_worksheet(view["words_tab"])
        for place, words in enumerate(long):
            sheet.set_column(place, place, max(map(len, words)))
            for row, word in enumerate(words):
                sheet.write_string(row, place, word)
            letter = chr(ord("A") + place)
            found[words] = f"='{view['words_tab']}'!${letter}$1:${letter}${len(words)}"
    return found


def _fill(page: Worksheet, view: Mapping[str, Any], look: _Look, lists: Mapping[tuple[str, ...], str]) -> None:
    top = len(view["how"]) + 1
    page.set_row(0, _TITLE)
    page.write_string(0, 0, view["title"], look.title)
    for row, line in enumerate(view["how"], 1):
        page.set_row(row, _LINE)
        page.write_string(row, 0, line, look.how)
    page.set_row(top, _LINE * max(_lines(head) for head in view["heads"]))
    last = top + len(view["rows"])
    for place, head in enumerate(view["heads"]):
        page.set_column(place, place, head["wide"])
        page.write_string(top, place, head["title"], look.head)
        if head.get("help"):
            page.write_comment(top, place, head["help"], _NOTE)
        if rule := _rule(head, lists):
            page.data_validation(top + 1, place, last, place, rule)
    for row, cells in enumerate(view["rows"], top + 1):
        _row(page, row, list(zip(view["heads"], map(_cell, cells), strict=False)), look)
        for place in range(len(cells), len(view["heads"])):
            page.write_blank(row, place, None, look.of(view["heads"][place], {}))
    for row, line in enumerate(view.get("below", ()), last + 2):
        page.set_row(row, _LINE)
        page.write_string(row, 0, line, look.how)
    page.freeze_panes(top + 1, view["frozen"])
    page.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)
    first = next((n for n, head in enumerate(view["heads"]) if not head.get("locked")), 0)
    page.set_selection(top + 1, first, top + 1, first)


def _cell(cell: Any) -> Mapping[str, Any]:  # noqa: ANN401 - JSON
    return cell if isinstance(cell, dict) else {"said": cell}


def _row(page: Worksheet, row: int, cells: list[tuple[Mapping[str, Any], Mapping[str, Any]]], look: _Look) -> None:
    deep = [_lines({"title": str(cell["said"]), "wide": head["wide"]}) for head, cell in cells if head.get("text")]
    page.set_row(row, _LINE * max(deep, default=1))
    for place, (head, cell) in enumerate(cells):
        said, form = cell["said"], look.of(head, cell)
        if isinstance(said, int | float):
            page.write_number(row, place, said, form)
        elif said:
            page.write_string(row, place, said, form)
        else:
            page.write_blank(row, place, None, form)
        if cell.get("wrong"):
            page.write_comment(row, place, cell["wrong"], {**_NOTE, "color": _WRONG})


def _rule(head: Mapping[str, Any], lists: Mapping[tuple[str, ...], str]) -> dict[str, Any]:
    """Return what may be written below a heading, as Excel takes it; nothing where all may."""
    told = {"error_message": head["told"], "error_title": head["title"][:30]} if "told" in head else {}
    if "tip" in head:
        told |= {"input_title": head["title"][:_TIP_TITLE], "input_message": head["tip"][:_TIP]}
    if head.get("words"):
        words = tuple(head["words"])
        kind = "warning" if head.get("other") else "stop"
        return {"validate": "list", "source": lists.get(words, list(words)), "error_type": kind, **told}
    if "most" in head:
        kind = "decimal" if head.get("broken") else "integer"
        return {"validate": kind, "criteria": "between", "minimum": head["least"], "maximum": head["most"], **told}
    return {"validate": "any", **told} if "tip" in head else {}


def _lines(head: Mapping[str, Any]) -> int:
    """Return on how many lines a heading is in its column, where a word that has no room leaves some behind it."""
    said, wide = len(head["title"]), int(head["wide"])
    return -(-said * 5 // (4 * wide)) + (said > wide)


FILLABLE = Fillable()
