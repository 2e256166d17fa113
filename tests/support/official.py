"""Official papers for tests: their files, what each says in its order, and where things stand; asserts nothing.

LibreOffice sets the Word files, with our face for papers under the name that these ask for: it is as large as theirs.
"""

from __future__ import annotations

import io
import re
import subprocess
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import docx
import pymupdf
import pypdfium2
from docx.text.paragraph import Paragraph
from fontTools.ttLib import TTFont
from PIL import Image

from generator.model import PAPER_FONT
from generator.papers import making
from generator.papers.official import OFFICIAL
from generator.thai.dates import parse_moment
from generator.thai.digits import to_thai
from generator.typefaces import FONTS
from tests.support.machine import need

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.model import Records
    from generator.papers.official.official import Official
    from generator.papers.paper import Asked
    from generator.piece import Rendition

POINTS_A_MM: Final = 72 / 25.4
_ALONE: Final = {"PATH": "/usr/bin:/bin"}
"""What LibreOffice needs to know of the machine."""
KEYS: Final = tuple(each.key for each in OFFICIAL)


class Made(NamedTuple):
    """The two files of a paper."""

    pdf: bytes
    word: bytes


class Line(NamedTuple):
    """A line of a page: its text without spaces, its left edge and its base in millimetres, its size in points."""

    page: int
    text: str
    left: float
    base: float
    size: float
    bold: bool


def asked(records: Records, moment: str = "2566-04-10 09:00") -> Asked:
    """Return what papers are laid out from, ten days before the result unless said otherwise."""
    return making.asked(records, 2566, parse_moment(moment))


def of(key: str) -> Official:
    """Return a paper by its key."""
    return next(each for each in OFFICIAL if each.key == key)


def make(source: Asked, pictures: Path, keys: Iterable[str] = KEYS) -> dict[str, Made]:
    """Return the files of papers by their keys."""
    found = {}
    for key in keys:
        stand_in(making.pictured([of(key).paper], source), pictures)
        pdf, word = making.made([of(key).paper], source, pictures)
        found[key] = Made(pdf.value, word.value)
    return found


def stand_in(renditions: Iterable[Rendition], folder: Path) -> Path:
    """Put something plain into a folder, which is made, for each photo that is not there, and return the folder."""
    folder.mkdir(exist_ok=True)
    for each in renditions:
        path = folder / each.name
        if path.suffix == ".svg" and not path.exists():
            path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>')
        elif not path.exists():
            Image.new("RGB", (each.width, each.width), "grey").save(path, "JPEG")
    return folder


def bare(text: str) -> str:
    """Return a text without any space."""
    return re.sub(r"\s", "", text)


def said_in_word(word: bytes) -> tuple[str, list[str], list[str]]:
    """Return what a document says, the heads of its tables and the notes at its foot, all without spaces."""
    document = docx.Document(io.BytesIO(word))
    said, heads = [], []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            said.append(block.text)
            continue
        rows = [[paragraph.text for cell in row.cells for paragraph in cell.paragraphs] for row in block.rows]
        said += [text for row in rows for text in row]
        heads.append(bare("".join(rows[0])))
    notes = [bare(each.text) for each in document.sections[0].footer.paragraphs if each.text]
    return bare("".join(said)), heads, notes


def said_in_pdf(pdf: bytes, heads: list[str], notes: list[str]) -> str:
    """Return what a PDF says besides the numbers of its pages, the heads that tables repeat, and the notes."""
    pages = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            text = bare(page.get_textpage().get_text_range())
            for each in [*notes, *([to_thai(f"-{number}-")] if number > 1 else [])]:
                text = text.replace(each, "", 1)
            repeated = next((head for head in heads if number > 1 and text.startswith(head)), "")
            pages.append(text.removeprefix(repeated))
    return "".join(pages)


def lines(pdf: bytes) -> list[Line]:
    """Return the lines of a PDF from top to bottom, what stands on one base together."""
    return [line for page in _pages(pdf) for line in page]


def _pages(pdf: bytes) -> Iterator[list[Line]]:
    with pymupdf.open(stream=pdf) as document:
        for number, page in enumerate(document, 1):
            spans = [
                span
                for block in page.get_text("dict")["blocks"]
                for line in block.get("lines", ())
                for span in line["spans"]
                if span["text"].strip()
            ]
            rows: dict[int, list[dict[str, Any]]] = {}
            for span in sorted(spans, key=lambda each: (each["origin"][1], each["origin"][0])):
                near = next((base for base in rows if abs(base - span["origin"][1]) < 1.5), round(span["origin"][1]))
                rows.setdefault(near, []).append(span)
            yield [_line(number, row) for row in rows.values()]


def _line(number: int, spans: list[dict[str, Any]]) -> Line:
    spans = sorted(spans, key=lambda each: each["origin"][0])
    first = spans[0]
    return Line(
        number,
        bare("".join(span["text"] for span in spans)),
        first["origin"][0] / POINTS_A_MM,
        first["origin"][1] / POINTS_A_MM,
        round(first["size"], 1),
        "Bold" in first["font"],
    )


class Office:
    """LibreOffice with our face under the name that documents ask for."""

    def __init__(self, folder: Path) -> None:
        """Make the face, and a profile of its own."""
        self._folder = folder
        self._program = need("soffice")
        fonts = folder / "fonts"
        fonts.mkdir(parents=True)
        for path in sorted((FONTS / "tonbaep-paper").glob("*.ttf")):
            _renamed(path).save(fonts / path.name)
        (folder / "fonts.conf").write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
            f"<dir>{fonts}</dir><cachedir>{folder / 'cache'}</cachedir></fontconfig>",
            encoding="utf-8",
        )

    def converted(self, made: dict[str, bytes], to: str) -> dict[str, bytes]:
        """Return Word files in another form, by their names."""
        folder = self._folder / to
        (folder / "in").mkdir(parents=True, exist_ok=True)
        for name, value in made.items():
            (folder / "in" / f"{name}.docx").write_bytes(value)
        subprocess.run(
            [
                self._program,
                f"-env:UserInstallation=file://{self._folder / 'profile'}",
                "--headless",
                "--convert-to",
                to,
                "--outdir",
                str(folder),
                *(str(folder / "in" / f"{name}.docx") for name in made),
            ],
            check=True,
            capture_output=True,
            timeout=180,
            env={
                "FONTCONFIG_FILE": str(self._folder / "fonts.conf"),
                "HOME": str(self._folder),
                "PATH": "/usr/bin:/bin",
            },
        )
        return {name: (folder / f"{name}.{to}").read_bytes() for name in made}


def _renamed(path: Path) -> TTFont:
    font = TTFont(path)
    bold = "Bold" in path.name
    for record in font["name"].names:
        if record.nameID in {1, 16}:
            record.string = PAPER_FONT
        elif record.nameID == 4:
            record.string = f"{PAPER_FONT}{' Bold' if bold else ''}"
        elif record.nameID == 6:
            record.string = f"THSarabunNew-{'Bold' if bold else 'Regular'}"
    return font
