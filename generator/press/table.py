"""A table to go on working with: XLSX of text cells, always the same bytes, in which no text becomes a formula."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from generator.palette import materials as mixing
from generator.palette import palette
from generator.piece import Unpictured, unheard
from generator.press.archive import settled

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.piece import Tell

ROWS_BELOW = 4


class Table(Unpictured):
    """The lines of the view's days as rows under its heads, printed on A4 landscape.

    `columns` has for each column what of a line it shows (nothing for one to tick or to sign in) and its width in
    letters; `tab` is the name of the sheet.
    """

    name = "table"

    def materials(self, template: str) -> bytes:
        """Return the version of the package that writes it, and how its colour is mixed; the view says the rest."""
        return version("xlsxwriter").encode() + mixing()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the workbook."""
        import xlsxwriter

        out = io.BytesIO()
        book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
        book.set_properties({"title": view["title"], "created": datetime.fromtimestamp(view["timestamp"], UTC)})
        sheet = book.add_worksheet(view["tab"])
        deep = palette(**view["colours"]).deep
        font = {"font_name": "TH SarabunPSK", "font_size": 14, "valign": "vcenter"}
        plain = book.add_format({**font, "border": 1, "text_wrap": True})
        bold = book.add_format({**font, "bold": True})
        title = book.add_format({**font, "bold": True, "font_size": 18, "font_color": deep})
        head = book.add_format({**font, "bold": True, "border": 1, "font_color": "#ffffff", "bg_color": deep})
        for column, (_, width) in enumerate(view["columns"]):
            sheet.set_column(column, column, width)
        sheet.write_string(0, 0, view["heading"], title)
        sample = "  (ตัวอย่าง)" if view["sample"] else ""
        sheet.write_string(1, 0, f"{view['of_round']}  {view['office']}{sample}", bold)
        sheet.write_string(2, 0, "  ".join((view["phone"], *view["broken"])), bold)
        for column, said in enumerate(view["heads"]):
            sheet.write_string(ROWS_BELOW, column, said, head)
        lines = [line for day in view["days"] for line in day["airings"]]
        for row, line in enumerate(lines, ROWS_BELOW + 1):
            for column, (key, _) in enumerate(view["columns"]):
                sheet.write_string(row, column, line[key] if key else "", plain)
        sheet.freeze_panes(ROWS_BELOW + 1, 0)
        sheet.autofilter(ROWS_BELOW, 0, ROWS_BELOW + len(lines), len(view["columns"]) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(ROWS_BELOW)
        book.close()
        return settled(out.getvalue())


TABLE = Table()
