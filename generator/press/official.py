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
from generator.press.document import describe, set_face
from generator.thai.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from docx.document import Document as Paper
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

    from generator.piece import Tell

WIDTH, LEFT, RIGHT, BOTTOM = 160, 30, 20, 20
"""Millimetres of the text's width and of the margins."""

TOP_KRUT, TOP_PLAIN, HEADER, NUMBER_AT, BODY_AT, FOOTER = 15, 25, 10, 25, 36.6, 5
"""Millimetres from the upper edge: of the krut, of a first page without it, of the header, of a page's number and of
the text below it; and of the foot from the lower edge."""

SIZES = {
    "Normal": (16, False),
    "Heading 1": (20, True),
    "Title": (29, True),
    "Header": (16, False),
    "Footer": (10, False),
}
"""Points of each style, and whether it is bold."""

TITLE_LINE, KRUT_SMALL = 35, 15
"""Points of the line of a memo's title, and millimetres of the krut beside it."""

_HELD = re.compile(rf"[๐-๙]+ (?:{'|'.join(MONTHS)}) (?:พ\.ศ\. )?[๐-๙]{{4}}|พ\.ศ\. [๐-๙]{{4}}|(?<=ที่) [๐-๙]+")
"""Dates and numbers, within which no line ends."""
_CELL = 1.5
"""Millimetres beside the text of a cell."""
_BARS, _BAR_HIGH = 14, 4.2
"""Points of what stands beside a bar, and millimetres of its height."""
_POINTS = 72 / 25.4


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
        _set_page(paper, view)
        _set_styles(paper, view["font"])
        word.modern(paper)
        writer = _Writer(paper, view, pictures)
        writer.krut()
        for block in view["blocks"]:
            writer.write(block)
        describe(paper, view)
        out = io.BytesIO()
        paper.save(out)
        return settled(out.getvalue())


def _set_styles(paper: Paper, font: str) -> None:
    from docx.shared import Pt, RGBColor

    for name, (size, bold) in SIZES.items():
        style = paper.styles[name]
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        set_face(style, font, size, bold=bold)


def _set_page(paper: Paper, view: Mapping[str, Any]) -> None:
    """Set margins, the number of later pages in Thai digits, and the notes at the foot of each."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.bottom_margin = Mm(LEFT), Mm(RIGHT), Mm(BOTTOM)
    section.top_margin = Mm(TOP_PLAIN if view["krut"] is None else TOP_KRUT)
    section.header_distance, section.footer_distance = Mm(HEADER), Mm(FOOTER)
    section.different_first_page_header_footer = True
    word.exactly(section.first_page_header.paragraphs[0], 1)
    head = section.header
    word.exactly(head.paragraphs[0], (NUMBER_AT - HEADER) * _POINTS)
    word.page_number(head.add_paragraph(style="Header"))
    word.exactly(head.add_paragraph(style="Header"), (BODY_AT - NUMBER_AT) * _POINTS - 20.8)
    for foot in (section.first_page_footer, section.footer):
        for n, note in enumerate(view["notes"]):
            paragraph = foot.paragraphs[0] if n == 0 else foot.add_paragraph(style="Footer")
            paragraph.alignment = 1
            paragraph.add_run(note)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:fmt"), "thaiNumbers")
    # The package has no other way to the digits of a page's number; the schema wants them before the columns.
    section._sectPr.find(qn("w:cols")).addprevious(numbers)  # noqa: SLF001


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
            room.paragraph_format.space_before = word.pt(KRUT_SMALL * _POINTS - TITLE_LINE)
            word.exactly(room, TITLE_LINE)
            self._say(room, krut["title"])
        else:
            word.exactly(room, krut["room"] * _POINTS)
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
            kept = (
                len(it["rows"]) if it.get("whole") else min(2, len(it["rows"]))
            )  # two rows are on the page of their head
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
            word.exactly(drawn, _BAR_HIGH * _POINTS)
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
            paragraph = right.paragraphs[0] if n == 0 else right.add_paragraph()
            self._say(paragraph, said)

    def _picture(self, it: Mapping[str, Any]) -> None:
        paragraph = self._paragraph(it["above"], keep=True)
        paragraph.alignment = 1
        shown = paragraph.add_run().add_picture(str(self._pictures / it["src"]), width=word.mm(it["across"]))
        shown._inline.docPr.set("descr", it["alt"])  # noqa: SLF001 - the package has no words for a picture
        below = self._paragraph()
        below.alignment = 1
        self._say(below, it["text"])

    def _gap(self, it: Mapping[str, Any]) -> None:
        for _ in range(it["rows"]):
            self._paragraph()

    def _new_page(self, _: Mapping[str, Any]) -> None:
        self._break = True


OFFICIAL = Official()
