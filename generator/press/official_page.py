"""The page of an official paper in Word, and its styles; to Word, Thai is a complex script that is told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.press import word
from generator.press.document import set_face

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document as Paper

POINTS = 72 / 25.4
"""Points of a millimetre."""

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


def set_styles(paper: Paper, font: str) -> None:
    """Set every style that a paper has in the office's face."""
    from docx.shared import Pt, RGBColor

    for name, (size, bold) in SIZES.items():
        style = paper.styles[name]
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        set_face(style, font, size, bold=bold)


def set_page(paper: Paper, view: Mapping[str, Any]) -> None:
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
    word.exactly(head.paragraphs[0], (NUMBER_AT - HEADER) * POINTS)
    word.page_number(head.add_paragraph(style="Header"))
    word.exactly(head.add_paragraph(style="Header"), (BODY_AT - NUMBER_AT) * POINTS - 20.8)
    for foot in (section.first_page_footer, section.footer):
        for n, note in enumerate(view["notes"]):
            paragraph = foot.paragraphs[0] if n == 0 else foot.add_paragraph(style="Footer")
            paragraph.alignment = 1
            paragraph.add_run(note)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:fmt"), "thaiNumbers")
    # The package has no other way to the digits of a page's number; the schema wants them before the columns.
    section._sectPr.find(qn("w:cols")).addprevious(numbers)  # noqa: SLF001
