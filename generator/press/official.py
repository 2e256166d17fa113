"""An official paper to go on writing in Word: the same blocks as the PDF, with real styles, tab stops and tables.

To Word, Thai is a complex script: face, size and weight are given twice. No body text stands in a box, so that whoever
goes on writing can; only the krut is anchored, and has its room whether there is a picture or not.
"""

from __future__ import annotations

import io
import re
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from generator.piece import Unpictured, unheard
from generator.press import word
from generator.press.archive import settled
from generator.press.document import describe
from generator.press.official_page import POINTS, SIZES, TOP_KRUT, WIDTH, set_page, set_styles
from generator.thai.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from docx.document import Document as Paper
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

    from generator.piece import Tell

TITLE_LINE, KRUT_SMALL = 35, 15
"""Points of the line of a memo's title, and millimetres of the krut beside it."""

_HELD = re.compile(rf"[๐-๙]+ (?:{'|'.join(MONTHS)}) (?:พ\.ศ\. )?[๐-๙]{{4}}|พ\.ศ\. [๐-๙]{{4}}|(?<=ที่) [๐-๙]+")
"""Dates and numbers, within which no line ends."""
_CELL = 1.5
"""Millimetres beside the text of a cell."""
_BARS, _BAR_HIGH, _LARGE = 14, 4.6, 44
"""Points of what stands beside a bar, millimetres of its height; points of a large figure."""
_FACE, _PHOTO, _LEAVES, _BESIDE = 30, 36, 36, 6
"""Millimetres of a face's height, of a frame for a photo, of a hundred leaves, and of the room beside them."""


class Official(Unpictured):
    """The view's `blocks`, from the top; what each kind is, `generator.pieces.parts.blocks` says."""

    name = "official"

    def materials(self, template: str) -> bytes:
        """Return the version of the package that writes it; the view says the rest."""
        return version("python-docx").encode()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the document."""
        import docx

        paper = docx.Document()
        set_page(paper, view)
        set_styles(paper, view["font"])
        word.modern(paper)
        writer = _Writer(paper, view, pictures)
        writer.krut()
        for block in view["blocks"]:
            writer.write(block)
        describe(paper, view)
        out = io.BytesIO()
        paper.save(out)
        return settled(out.getvalue())


class _Writer:
    """Writes blocks into a document, one below the other."""

    def __init__(self, paper: Paper, view: Mapping[str, Any], pictures: Path) -> None:
        self._paper = paper
        self._view = view
        self._pictures = pictures
        self._names = [(name, name.replace(" ", "\u00a0")) for name in view["names"] if " " in name]
        self._break = False

    def write(self, block: Mapping[str, Any]) -> None:
        """Write a block of a view."""
        kinds: dict[str, Callable[[Mapping[str, Any]], None]] = {
            "line": self._line,
            "para": self._para,
            "labelled": self._labelled,
            "subject": self._subject,
            "head": self._led,
            "fill": self._led,
            "rows": self._rows,
            "table": self._table,
            "bars": self._bars,
            "figures": self._figures,
            "faces": self._faces,
            "choices": self._choices,
            "sign": self._sign,
            "side": self._side,
            "picture": self._picture,
            "gap": self._gap,
            "break": self._new_page,
        }
        kinds[block["kind"]](block)

    def krut(self) -> None:
        """Write the krut's room, with the picture in it if the office has one, and a memo's title beside it."""
        krut = self._view["krut"]
        if krut is None:
            return
        small = krut["mm"] == KRUT_SMALL
        room = self._paragraph(style="Title" if small else "Normal")
        if small:
            room.paragraph_format.space_before = word.pt(KRUT_SMALL * POINTS - TITLE_LINE)
            word.exactly(room, TITLE_LINE)
            self._say(room, krut["title"])
        else:
            word.exactly(room, krut["room"] * POINTS)
        room.alignment = 1
        if krut["src"]:
            word.anchor(room, self._pictures / krut["src"], krut["mm"], krut["alt"], top=TOP_KRUT, centred=not small)

    def _paragraph(self, above: float = 0, *, style: str = "Normal", keep: bool = False) -> Paragraph:
        paragraph = self._paper.add_paragraph(style=style)
        paragraph.paragraph_format.space_before = word.pt(above)
        if keep:
            paragraph.paragraph_format.keep_with_next = True
        if self._break:
            paragraph.paragraph_format.page_break_before, self._break = True, False
        return paragraph

    def _say(self, paragraph: Paragraph, text: str, *, bold: bool | None = None, size: float | None = None) -> None:
        for name, held in self._names:
            text = text.replace(name, held)
        run = paragraph.add_run(_HELD.sub(lambda found: found[0].replace(" ", "\u00a0"), text))
        if bold:
            run.font.bold = run.font.cs_bold = bold
        if size:
            word.size(run, size)

    def _line(self, it: Mapping[str, Any]) -> None:
        heading = it["level"] == 1
        paragraph = self._paragraph(it["above"], style="Heading 1" if heading else "Normal", keep=True)
        paragraph.alignment = {"left": 0, "center": 1, "right": 2}[it["align"]]
        self._say(
            paragraph,
            it["text"],
            bold=it["bold"] and not heading,
            size=it["size"] if it["size"] != SIZES[paragraph.style.name][0] else None,
        )

    def _para(self, it: Mapping[str, Any]) -> None:
        paragraph = self._paragraph(it["above"], keep=it["keep"])
        paragraph.alignment = 9  # thaiDistribute, which spreads the letters of Thai
        paragraph.paragraph_format.first_line_indent = word.mm(it["first"])
        paragraph.paragraph_format.left_indent = word.mm(it["left"])
        self._say(paragraph, it["text"])

    def _hanging(self, paragraph: Paragraph, at: float) -> None:
        form = paragraph.paragraph_format
        form.left_indent, form.first_line_indent = word.mm(at), word.mm(-at)
        form.tab_stops.add_tab_stop(word.mm(at))

    def _labelled(self, it: Mapping[str, Any]) -> None:
        paragraph = self._paragraph(it["above"])
        self._hanging(paragraph, it["at"])
        self._say(paragraph, f"{it['label']}\t{it['text']}")

    def _subject(self, it: Mapping[str, Any]) -> None:
        paragraph = self._paragraph(it["above"])
        self._hanging(paragraph, it["at"])
        self._say(paragraph, it["label"], bold=True, size=20)
        self._say(paragraph, f"\t{it['text']}\t")
        self._dots(paragraph, WIDTH - 0.2)

    def _dots(self, paragraph: Paragraph, to: float) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER

        paragraph.paragraph_format.tab_stops.add_tab_stop(word.mm(to), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS)

    def _led(self, it: Mapping[str, Any]) -> None:
        """Write text and dots to a place, several times on one line."""
        paragraph = self._paragraph(it["above"], keep=it["keep"])
        paragraph.paragraph_format.first_line_indent = word.mm(it["first"])
        for n, part in enumerate(it["parts"]):
            if "label" in part:
                self._say(paragraph, f"{' ' if n else ''}{part['label']} ", bold=True, size=20)
            self._say(paragraph, f"{' ' if n and 'label' not in part else ''}{part['text']}\t")
            self._dots(paragraph, part["to"] - 0.1)

    def _table_of(self, it: Mapping[str, Any], rows: list[list[str]], left: float, margin: float) -> Table:
        from docx.shared import Mm

        self._settle_break()
        table = self._paper.add_table(len(rows), len(it["columns"]))
        table.autofit = False
        word.place(table, left, margin)
        for n, width in enumerate(it["columns"]):
            table.columns[n].width = Mm(width)
            for row in table.rows:
                row.cells[n].width = Mm(width)
        return table

    def _settle_break(self) -> None:
        if self._break:
            word.exactly(self._paragraph(), 1)

    def _rows(self, it: Mapping[str, Any]) -> None:
        self._space(it["above"])
        table = self._table_of(it, it["rows"], it["left"], 0)
        for row, cells in zip(table.rows, it["rows"], strict=True):
            word.whole(row)
            for cell, text in zip(row.cells, cells, strict=True):
                self._in_cell(cell, text, "left")
                cell.paragraphs[0].paragraph_format.right_indent = word.mm(2)

    def _space(self, above: float) -> None:
        if above:
            word.exactly(self._paragraph(keep=True), above)

    def _table(self, it: Mapping[str, Any]) -> None:
        self._space(it["above"])
        table = self._table_of(it, [it["head"], *it["rows"]], 0, _CELL)
        table.style = "Table Grid"
        for row_number, (row, cells) in enumerate(zip(table.rows, [it["head"], *it["rows"]], strict=True)):
            word.whole(row, heads=row_number == 0)
            if row_number and it["high"]:
                row.height = word.mm(it["high"])
            # Two rows are on the page of their head.
            kept = len(it["rows"]) if it.get("whole") else min(2, len(it["rows"]))
            for cell in row.cells if row_number < kept else ():
                cell.paragraphs[0].paragraph_format.keep_with_next = True
            for n, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
                align = "center" if row_number == 0 else it["align"][n]
                self._in_cell(cell, text, align, bold=row_number == 0, size=it["size"])
                if row_number == 0:
                    cell.vertical_alignment = 1

    def _bars(self, it: Mapping[str, Any]) -> None:
        """Write a chart that can be mended: each bar is a paragraph with a ground, as wide as its indents leave it."""
        rows = [[name, "", value] for name, value in zip(it["called"], it["values"], strict=True)]
        self._space(it["above"])
        table = self._table_of(it, rows, 0, 0)
        word.describe_table(table, it["alt"])
        long = it["columns"][1] - 2
        for n, (row, share) in enumerate(zip(table.rows, it["shares"], strict=True)):
            word.whole(row)
            name, bar, value = row.cells
            self._in_cell(name, it["called"][n], "left", size=_BARS)
            self._in_cell(value, it["values"][n], "right", size=_BARS)
            drawn = bar.paragraphs[0]
            word.exactly(drawn, _BAR_HIGH * POINTS)
            word.empty(drawn, 8)
            drawn.paragraph_format.right_indent = word.mm(2 + long * (1 - max(share, 0.004)))
            word.ground(drawn, outline=n + 1 == len(rows))
            for cell in row.cells:
                cell.vertical_alignment = 1
                cell.paragraphs[0].paragraph_format.keep_with_next = n + 1 < len(rows)

    def _in_cell(self, cell: _Cell, text: str, align: str, *, bold: bool = False, size: float = 16) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.alignment = {"left": 0, "center": 1, "right": 2}[align]
        other = size if size != SIZES["Normal"][0] else None
        if other and not text:
            word.empty(paragraph, other)
        elif text:
            self._say(paragraph, text, bold=bold, size=other)

    def _figures(self, it: Mapping[str, Any]) -> None:
        """Write large figures side by side; Word draws no leaves beside them, but has their room."""
        self._space(it["above"] + 3.5 * POINTS)
        cells, leaves = it["cells"], _LEAVES + _BESIDE if it["share"] else 0
        each = (WIDTH - leaves - _BESIDE * (len(cells) - 1)) / len(cells)
        columns = [*([leaves] if leaves else []), *[each + _BESIDE] * (len(cells) - 1), each]
        table = self._table_of({"columns": columns}, [[""] * len(columns)], 0, 0)
        table.rows[0].height = word.mm(_LEAVES - 1.5) if leaves else None
        for n, (cell, said) in enumerate(zip(table.rows[0].cells[-len(cells) :], cells, strict=True), 1):
            word.exactly(cell.paragraphs[0], 1.11 * _LARGE)
            self._say(cell.paragraphs[0], said["figure"], bold=True, size=_LARGE)
            for text, size, bold in ((said["called"], 16, True), (said["note"], 14, False)):
                if text:
                    below = cell.add_paragraph()
                    below.paragraph_format.right_indent = word.mm(_BESIDE if n < len(cells) else 0)
                    self._say(below, text, bold=bold, size=size)

    def _faces(self, it: Mapping[str, Any]) -> None:
        """Write people side by side, each with a picture or the given name in its place."""
        self._space(it["above"])
        across = min(5, len(it["people"]))
        lines = -(-len(it["people"]) // across)
        table = self._table_of({"columns": [WIDTH / across] * across}, [[""] * across] * lines, 0, 1)
        for n, person in enumerate(it["people"]):
            word.whole(table.rows[n // across])
            cell = table.rows[n // across].cells[n % across]
            if plain := person["plain"]:
                word.picture(cell.paragraphs[0], self._pictures / plain["src"], plain["alt"], height=word.mm(_FACE))
            else:
                self._in_cell(cell, person["parts"][1], "center", bold=True, size=20)
            for text, size, bold in ((person["name"], 14, True), (person["position"], 12, False)):
                below = cell.add_paragraph()
                below.alignment = 1
                self._say(below, text, bold=bold, size=size)

    def _choices(self, it: Mapping[str, Any]) -> None:
        """Write what is asked for, each with boxes and dots for a day, and beside them a frame for the photo."""
        self._space(it["above"] + 2.6 * POINTS)
        table = self._table_of({"columns": [WIDTH - _PHOTO, _PHOTO]}, [["", ""]], 0, 0)
        word.whole(table.rows[0])
        asked, photo = table.rows[0].cells
        for n, what in enumerate(it["of"]):
            about = asked.paragraphs[0] if n == 0 else asked.add_paragraph()
            self._say(about, what, bold=True)
            ticks = asked.add_paragraph()
            ticks.paragraph_format.space_after = word.pt(6 if n + 1 < len(it["of"]) else 0)
            for option in it["options"]:
                word.box(ticks)
                self._say(ticks, f" {option}   ")
            self._say(ticks, f"{it['until']}\t")
            self._dots(ticks, WIDTH - _PHOTO - 6)
        word.frame(photo)
        photo.vertical_alignment = 1
        self._in_cell(photo, it["photo"], "center", size=14)

    def _sign(self, it: Mapping[str, Any]) -> None:
        """Write room for a signature and who signs as one paragraph, which no page divides."""
        paragraph = self._paragraph(it["above"], keep=it["keep"])
        paragraph.alignment = 1
        form = paragraph.paragraph_format
        form.left_indent, form.right_indent = word.mm(it["left"]), word.mm(WIDTH - it["left"] - it["across"])
        form.keep_together = True
        self._say(paragraph, "\n".join([*[""] * it["room"], *it["say"]]))

    def _side(self, it: Mapping[str, Any]) -> None:
        self._space(it["above"])
        table = self._table_of({"columns": [it["at"], WIDTH - it["at"]]}, [["", ""]], 0, 0)
        left, right = table.rows[0].cells
        self._in_cell(left, it["text"], "left")
        for n, said in enumerate(it["say"]):
            self._say(right.paragraphs[0] if n == 0 else right.add_paragraph(), said)

    def _picture(self, it: Mapping[str, Any]) -> None:
        paragraph = self._paragraph(it["above"], keep=True)
        word.picture(paragraph, self._pictures / it["src"], it["alt"], width=word.mm(it["across"]))
        below = self._paragraph()
        below.alignment = 1
        self._say(below, it["text"])

    def _gap(self, it: Mapping[str, Any]) -> None:
        for _ in range(it["rows"]):
            self._paragraph()

    def _new_page(self, _: Mapping[str, Any]) -> None:
        self._break = True


OFFICIAL = Official()
