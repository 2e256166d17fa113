"""Paper for a print shop: its boxes are named, and an order says what a look into each file finds (preflight)."""

from __future__ import annotations

import hashlib
import io
import re
from contextlib import closing
from ctypes import byref, c_uint
from decimal import Decimal
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from generator import qr
from generator.piece import Coarse, Unpictured, unheard
from generator.press.pdfium import ONE_AT_A_TIME
from generator.press.text import TEXT
from generator.press.typeset import TYPESET, Sketched
from generator.thai.figures import in_column, size_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pypdfium2 import PdfMatrix, PdfObject, PdfTextObj

    from generator.piece import Tell

POINTS_A_MM = 72 / 25.4

SEAL = "ตราหน่วยงาน"
"""What the seal is called among the pictures."""

MANY = 500
"""More segments of a path than any letter or leaf has."""

LEAST_MODULE = 0.75
"""Millimetres of a code's module below which phones find it hard to read."""

_ID = re.compile(rb"(?<=/ID\[)(.{2,80}?)<[0-9A-F]{32}>(?=\]>>)", re.DOTALL)


class Shop:
    """PDF with bleed: Typst writes the TrimBox, the BleedBox is added here; both standards stay valid."""

    name = "shop"
    has_look = True

    def materials(self, template: str) -> bytes:
        """Return what the sheet depends on, and the version of the package that writes its boxes."""
        return TYPESET.materials(template) + version("pypdfium2").encode()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the PDF."""
        return with_bleed_box(TYPESET.press(template, view, pictures, tell), view["output"]["bleed"])

    def thumbnail(self, made: bytes) -> bytes:
        """Return the first page in small."""
        return TYPESET.thumbnail(made)


def with_bleed_box(pdf: bytes, bleed: float) -> bytes:
    """Return a PDF whose pages say how far beyond the trim they are printed, `bleed` in millimetres."""
    import pypdfium2

    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        for page in document:
            left, bottom, right, top = page.get_trimbox()
            beyond = bleed * POINTS_A_MM
            page.set_bleedbox(left - beyond, bottom - beyond, right + beyond, top + beyond)
        out = io.BytesIO()
        document.save(out)
        document.close()
    return _ID.sub(_once_and_again, out.getvalue())


def _once_and_again(found: re.Match[bytes]) -> bytes:
    """Return a file's two ids; pdfium takes the second at random, so that builds would differ, and here it follows."""
    return found[1] + b"<" + hashlib.sha256(found[1]).hexdigest()[:32].upper().encode() + b">"


class Ticket(Unpictured):
    """The order for a print shop as plain text, with what a look into each of its files finds.

    A job's `source` is the finished file, `pictured` says whose pictures stand on it in the order in which templates
    draw them, the seal first, and `code` is the address of its code, if it has one. It is printed `scale` times larger
    than it is drawn.
    """

    name = "ticket"

    def materials(self, template: str) -> bytes:
        """Return those of the text, and the version of the package that looks into a file."""
        return TEXT.materials(template) + version("pypdfium2").encode()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the text file, and report photos that are too coarse for a paper; sheets have reported the rest."""
        return TEXT.press(template, _looked_into(view, pictures, tell), pictures)


class TicketSheet(Sketched):
    """The same order as paper, with each file in small; the text has reported what is too coarse."""

    name = "ticket_sheet"

    def materials(self, template: str) -> bytes:
        """Return those of the paper, and the version of the package that looks into a file."""
        return super().materials(template) + version("pypdfium2").encode()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the PDF."""
        return super().press(template, _looked_into(view, pictures, unheard), pictures, tell)


def _looked_into(view: Mapping[str, Any], pictures: Path, tell: Tell) -> dict[str, Any]:
    """Return a view whose jobs say what was found in their files, in the words of its labels.

    `trim` is the size, `told` are rows of label and words, `checked` what was found right and `faults` what was not,
    `coarse` the photos that are too
    coarse and `fine` the others: whose, and their dots per inch.
    """
    jobs = []
    for job in view["jobs"]:
        made = (pictures / job["source"]).read_bytes()
        found = preflight(made, job["pictured"], job["code"])
        photos = [(whose, round(dpi / job["scale"])) for whose, dpi in found["photos"]]
        for whose, dpi in photos:
            if dpi < job["wanted_dpi"]:
                tell(Coarse(whose, job["paper"], dpi, job["wanted_dpi"]))
        jobs.append({**job, "size": size_text(len(made)), **_said(job, found, photos, view["labels"])})
    return {**view, "jobs": jobs}


def _said(
    job: Mapping[str, Any], found: Mapping[str, Any], photos: list[tuple[str, int]], labels: Mapping[str, str]
) -> dict[str, Any]:
    scale, (across, down) = job["scale"], found["trim"]
    bleed = (found["bleed"][0] - across) // 2 * scale
    large = scale > 1
    modules = [
        (module * scale, f"{labels['module']} {in_column(Decimal(str(module * scale)))} {labels['mm']}")
        for module in found["modules"]
    ]
    fonts = f"{labels['fonts_missing']} {', '.join(found['fonts'])}" if found["fonts"] else labels["fonts_embedded"]
    coarse = [[whose, f"{dpi}"] for whose, dpi in photos if dpi < job["wanted_dpi"]]
    fine = [[whose, f"{dpi}"] for whose, dpi in photos if dpi >= job["wanted_dpi"]]
    return {
        "form": "" if large else job["paper"],
        "trim": f"{across * scale // 10} x {down * scale // 10} {labels['cm']}"
        if large
        else f"{across} x {down} {labels['mm']}",
        "scaled": labels["scaled"] % (scale, scale) if large else "",
        "told": [
            [labels["bleed"], f"{bleed} {labels['mm']} {labels['bleed_where']}"],
            [labels["stock"], job["stock"]],
            [labels["finishing"], job["finishing"]],
            [labels["colours"], labels["colours_rgb"]],
        ],
        "checked": [
            [labels["pages"], f"{found['pages']}"],
            *([] if found["fonts"] else [[labels["fonts"], fonts]]),
            *([labels["code"], words] for side, words in modules if side >= LEAST_MODULE),
        ],
        "faults": [
            *([[labels["fonts"], fonts]] if found["fonts"] else []),
            *([labels["code"], f"{words} {labels['module_small']}"] for side, words in modules if side < LEAST_MODULE),
        ],
        "coarse": coarse,
        "coarse_said": labels["coarse"] % job["wanted_dpi"] if coarse else "",
        "fine": fine,
    }


def preflight(pdf: bytes, pictured: list[str], code: str) -> dict[str, Any]:
    """Return what a print shop asks about a file, read from the file itself.

    `pictured` says whose its pictures are, in their order, and `code` the address of its code. Returned are `trim` and
    `bleed`, sizes in millimetres; `photos`, whose each photo is and its dots per inch, the coarsest first; `fonts` that
    are not embedded; and `modules`, the sides of the codes' modules in millimetres.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    with ONE_AT_A_TIME, closing(pypdfium2.PdfDocument(pdf)) as document:
        kept = list(document)  # what stands on a page lives as long as it
        pages = [list(page.get_objects()) for page in kept]
        objects = [one for page in pages for one in page]
        fonts = {name for one in objects if one.type == pdfium.FPDF_PAGEOBJ_TEXT for name in _not_embedded(one)}
        return {
            "pages": len(kept),
            "trim": _size(kept[0].get_trimbox()),
            "bleed": _size(kept[0].get_bleedbox()),
            "fonts": sorted(fonts),
            "photos": sorted(
                zip(pictured, _photos(pages, pdfium.FPDF_PAGEOBJ_IMAGE, repeated=SEAL in pictured), strict=True),
                key=lambda photo: photo[1],
            ),
            "modules": sorted(set(_modules(objects, pdfium.FPDF_PAGEOBJ_PATH, code))) if code else [],
        }


def _size(box: tuple[float, float, float, float]) -> tuple[int, int]:
    left, bottom, right, top = box
    return round((right - left) / POINTS_A_MM), round((top - bottom) / POINTS_A_MM)


def _not_embedded(text: PdfTextObj) -> Iterator[str]:
    font = text.get_font()
    if not font.is_embedded:
        yield font.get_base_name()


def _photos(pages: list[list[Any]], kind: int, *, repeated: bool) -> Iterator[int]:
    """Yield the dots per inch of each photo, the lower of both directions.

    A person who steps out of a leaf is drawn twice at one place, and counts once. `repeated` says that each page begins
    with the seal, which counts on the first.
    """
    import pypdfium2.raw as pdfium

    for number, objects in enumerate(pages):
        seen = set()
        for one in objects:
            if one.type != kind:
                continue
            width, height = c_uint(), c_uint()
            pdfium.FPDFImageObj_GetImagePixelSize(one.raw, byref(width), byref(height))
            matrix = _on_page(one)
            drawn = (width.value, *(round(value, 1) for value in matrix.get()))
            if drawn in seen:
                continue
            seen.add(drawn)
            if number and repeated and len(seen) == 1:
                continue
            across, down = abs(complex(matrix.a, matrix.b)), abs(complex(matrix.c, matrix.d))
            yield round(min(width.value / across, height.value / down) * 72)


def _on_page(one: PdfObject) -> PdfMatrix:
    """Return where something is drawn on the page, though it be part of a drawing in a drawing."""
    matrix, around = one.get_matrix(), one.container
    while around is not None:
        matrix, around = matrix.multiply(around.get_matrix()), around.container
    return matrix


def _modules(objects: list[Any], kind: int, code: str) -> Iterator[float]:
    """Yield the side of a module of each code: a code is the only square path of so many strokes."""
    import pypdfium2.raw as pdfium

    count = len(qr.matrix(code))
    for one in objects:
        if one.type == kind and pdfium.FPDFPath_CountSegments(one.raw) > MANY:
            left, bottom, right, top = one.get_bounds()
            if abs((right - left) - (top - bottom)) < 1:
                yield round((right - left) / POINTS_A_MM / count, 2)


SHOP = Shop()
TICKET, TICKET_SHEET = Ticket(), TicketSheet()
