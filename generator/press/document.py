"""A text to edit further in Word or LibreOffice: DOCX with real headings, marked as Thai, always the same bytes.

To Word, Thai is a complex script: font, size and weight are given twice, once for Latin letters and once for Thai.
"""

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

    from docx.document import Document as Paper
    from docx.oxml.xmlchemy import BaseOxmlElement

    from generator.piece import Tell

FONT = "TH Sarabun New"
"""The face of official papers; where it is missing Word takes TH SarabunPSK, which has the same metrics."""

SIZES = {"Title": 24, "Heading 1": 22, "Heading 2": 18, "Normal": 16, "List Bullet": 16}
"""Points of each style that is used; 16 is the size of official papers."""

MARGINS = {"left_margin": 3.0, "right_margin": 2.0, "top_margin": 2.5, "bottom_margin": 2.0}
INDENT = 2.5
"""Centimetres, as official papers have them."""


class Document(Unpictured):
    """The view's `blocks`: each a `style` and a `text`, in order."""

    name = "document"

    def materials(self, template: str) -> bytes:
        """Return the version of the package that writes it, and how its colour is mixed; the view says the rest."""
        return version("python-docx").encode() + mixing()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the document."""
        import docx

        paper = docx.Document()
        _set_page(paper)
        for style in SIZES:
            _set_style(paper, style, palette(**view["colours"]).deep)
        for block in view["blocks"]:
            paragraph = paper.add_paragraph(block["text"], style=block["style"])
            if block["style"] == "Normal" and block.get("indented", False):
                paragraph.paragraph_format.first_line_indent = docx.shared.Cm(INDENT)
            if block.get("centred", False):
                paragraph.alignment = docx.enum.text.WD_ALIGN_PARAGRAPH.CENTER
        describe(paper, view)
        out = io.BytesIO()
        paper.save(out)
        return settled(out.getvalue())


def _set_page(paper: Paper) -> None:
    from docx.shared import Cm

    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    for name, centimetres in MARGINS.items():
        setattr(section, name, Cm(centimetres))


def _set_style(paper: Paper, name: str, colour: str) -> None:
    """Give a style its face, size and language for both kinds of letters, instead of those of the default theme."""
    from docx.shared import Pt, RGBColor

    style = paper.styles[name]
    heading = name in {"Title", "Heading 1", "Heading 2"}
    style.font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper()) if heading else RGBColor(0, 0, 0)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(6 if heading else 0), Pt(6)
    set_face(style, FONT, SIZES[name], bold=heading)


def set_face(style: Any, font: str, size: int, *, bold: bool) -> None:  # noqa: ANN401 - the package has no types for it
    """Give a paragraph style a face, a size in points and the Thai language, for both kinds of letters."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name, style.font.size = font, Pt(size)
    style.font.bold, style.font.italic = bold, False
    style.paragraph_format.line_spacing = 1.0
    for rule in style.element.iter(qn("w:pBdr")):
        rule.getparent().remove(rule)
    about = style.element.get_or_add_rPr()
    faces = about.find(qn("w:rFonts"))
    for key in list(faces.attrib):
        del faces.attrib[key]
    for letters in ("ascii", "hAnsi", "eastAsia", "cs"):
        faces.set(qn(f"w:{letters}"), font)
    for tag, value in (("w:szCs", str(2 * size)), ("w:bCs", "1" if bold else "0"), ("w:iCs", "0")):
        _put(about, OxmlElement(tag), qn("w:val"), value)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "th-TH")
    _put(about, language, qn("w:bidi"), "th-TH")


_ORDER = ("rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "kern", "sz", "szCs", "lang")
"""The order that the standard wants for the properties of a run (ECMA-376, CT_RPr), as far as they are used here."""


def _put(about: BaseOxmlElement, element: BaseOxmlElement, key: str, value: str) -> None:
    """Put an element where the order wants it, in place of one that may be there."""
    element.set(key, value)
    for old in about.findall(element.tag):
        about.remove(old)
    about.append(element)
    about[:] = sorted(about, key=lambda one: _ORDER.index(one.tag.rpartition("}")[2]))


def describe(paper: Paper, view: Mapping[str, Any]) -> None:
    """Say whose the document is and when its facts were settled, and nothing of who pressed it."""
    about = paper.core_properties
    when = datetime.fromtimestamp(view["timestamp"], UTC).replace(tzinfo=None)
    about.title, about.author, about.language = view["title"], view["organisation"]["name"], "th-TH"
    about.created = about.modified = when
    about.last_modified_by, about.comments, about.keywords = "", "", ""
    about.revision = 1


DOCUMENT = Document()
