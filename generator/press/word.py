"""What Word knows and the package that writes its files has no words for; every element in the order of the schema."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as Paper
    from docx.table import Table
    from docx.text.paragraph import Paragraph

ABOVE_CELL = 0.4
"""The share of the room beside the text of a cell that is above and below it."""


def modern(paper: Paper) -> None:
    """Say that it is of Word 2013 or later: in older ones the text of a table begins at the left, not its edge."""
    from docx.oxml.ns import qn

    for each in paper.settings.element.iter(qn("w:compatSetting")):
        if each.get(qn("w:name")) == "compatibilityMode":
            each.set(qn("w:val"), "15")


def page_number(paragraph: Paragraph) -> None:
    """Write "- ๒ -" with the page's own number, in the digits of its section.

    A format within the field would do in Word, but LibreOffice takes that of Thai digits for Thai letters.
    """
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph.alignment = 1
    paragraph.add_run("- ")
    for kind, said in (("begin", ""), ("", " PAGE "), ("separate", ""), ("text", "๒"), ("end", "")):
        run = paragraph.add_run("๒" if kind == "text" else "")
        if kind in {"begin", "separate", "end"}:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001 - a field is three marks that the package does not know
        elif said:
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = said
            run._r.append(code)  # noqa: SLF001
    paragraph.add_run(" -")


def exactly(paragraph: Paragraph, points: float) -> None:
    """Make each line of a paragraph so many points high, whatever stands on it."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(points)


def pt(points: float) -> Any:  # noqa: ANN401 - a length of the package, which has no types
    """Return a length in points."""
    from docx.shared import Pt

    return Pt(points)


def mm(millimetres: float) -> Any:  # noqa: ANN401
    """Return a length in millimetres."""
    from docx.shared import Mm

    return Mm(millimetres)


def size(run: Any, points: float) -> None:  # noqa: ANN401
    """Set a run's size for both kinds of letters."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run.font.size = Pt(points)
    both = OxmlElement("w:szCs")
    both.set(qn("w:val"), str(round(2 * points)))
    run.font.element.rPr.find(qn("w:sz")).addnext(both)


def empty(paragraph: Paragraph, points: float) -> None:
    """Set the size of a paragraph without text, which is as high as its end mark."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:rPr")
    for tag in ("w:sz", "w:szCs"):
        size = OxmlElement(tag)
        size.set(qn("w:val"), str(round(2 * points)))
        mark.append(size)
    paragraph._p.get_or_add_pPr().append(mark)  # noqa: SLF001 - the package knows no size of an end mark


def place(table: Table, left: float, margin: float) -> None:
    """Put a table's edge at a place, with equal margins in its cells."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    about = table._tbl.tblPr  # noqa: SLF001 - the package knows neither place nor margins of a table
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), str(round(left * 56.6929)))
    indent.set(qn("w:type"), "dxa")
    cells = OxmlElement("w:tblCellMar")
    for side, room in (("top", ABOVE_CELL), ("left", 1), ("bottom", ABOVE_CELL), ("right", 1)):
        inner = OxmlElement(f"w:{side}")
        inner.set(qn("w:w"), str(round(room * margin * 56.6929)))
        inner.set(qn("w:type"), "dxa")
        cells.append(inner)
    layout = about.find(qn("w:tblLayout"))
    layout.addprevious(indent)
    layout.addnext(cells)


def describe_table(table: Table, alt: str) -> None:
    """Say what a table shows, for whoever listens."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    said = OxmlElement("w:tblDescription")
    said.set(qn("w:val"), alt)
    table._tbl.tblPr.append(said)  # noqa: SLF001 - the package knows no description of a table


def ground(paragraph: Paragraph, *, outline: bool) -> None:
    """Fill the width of a paragraph with grey, or draw a line around it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    about = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the package knows neither ground nor border of a paragraph
    if outline:
        drawn = OxmlElement("w:pBdr")
        _around(drawn, 6)
    else:
        drawn = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", "737373")):
            drawn.set(qn(f"w:{key}"), value)
    about.find(qn("w:spacing")).addprevious(drawn)


def _drawn(line: Any, eighths: int) -> None:  # noqa: ANN401 - an element, of which the package says no more
    from docx.oxml.ns import qn

    for key, value in (("val", "single"), ("sz", str(eighths)), ("space", "0"), ("color", "000000")):
        line.set(qn(f"w:{key}"), value)


def _around(borders: Any, eighths: int) -> None:  # noqa: ANN401
    from docx.oxml import OxmlElement

    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        _drawn(line, eighths)
        borders.append(line)


def picture(paragraph: Paragraph, source: Path, alt: str, **size: Any) -> None:  # noqa: ANN401 - a width or a height
    """Add a picture to the middle of a line."""
    paragraph.alignment = 1
    shown = paragraph.add_run().add_picture(str(source), **size)
    shown._inline.docPr.set("descr", alt)  # noqa: SLF001 - the package has no words for a picture


def box(paragraph: Paragraph) -> None:
    """Add a box to tick: spaces with a line around them, which any face has."""
    from docx.oxml import OxmlElement

    run = paragraph.add_run("\u00a0" * 4)
    line = OxmlElement("w:bdr")
    _drawn(line, 8)
    run._r.get_or_add_rPr().append(line)  # noqa: SLF001 - the package knows no line around a run


def frame(cell: Any) -> None:  # noqa: ANN401
    """Draw a line around a cell."""
    from docx.oxml import OxmlElement

    borders = OxmlElement("w:tcBorders")
    _around(borders, 8)
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001 - the package knows no border of a cell


def whole(row: Any, *, heads: bool = False) -> None:  # noqa: ANN401
    """Keep a row on one page; one that `heads` the table stands on each of its pages."""
    from docx.oxml import OxmlElement

    about = row._tr.get_or_add_trPr()  # noqa: SLF001
    about.append(OxmlElement("w:cantSplit"))
    if heads:
        about.append(OxmlElement("w:tblHeader"))


def anchor(paragraph: Paragraph, picture: Path, high: float, alt: str, *, top: float, centred: bool) -> None:
    """Anchor a picture so many millimetres from the upper edge of the page: in the middle, or at the left."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    inline = paragraph.add_run().add_picture(str(picture), height=mm(high))._inline  # noqa: SLF001
    place = "<wp:align>center</wp:align>" if centred else "<wp:posOffset>0</wp:posOffset>"
    anchor = parse_xml(
        f'<wp:anchor {nsdecls("wp")} distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"'
        ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column">{place}</wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{round(top * 36000)}</wp:posOffset></wp:positionV>'
        "</wp:anchor>"
    )
    inline.docPr.set("descr", alt)
    inline.docPr.set("name", "krut")
    wrap = parse_xml(f"<wp:wrapNone {nsdecls('wp')}/>")
    parts = {child.tag: child for child in inline}
    anchor.append(deepcopy(parts[qn("wp:extent")]))
    anchor.append(wrap)
    for tag in ("wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"):
        anchor.append(parts[qn(tag)])
    inline.getparent().replace(inline, anchor)
