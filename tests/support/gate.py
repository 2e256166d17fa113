"""What an art director refuses on a wall, read from the finished sheet; holds no assertion.

Sizes and places come from mupdf, ink from the drawn page, faces from the finder that reads photos.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pymupdf
from PIL import Image

from generator import qr
from generator.reading import photos
from tests.support import codes
from tests.support.paper import POINTS_A_MM, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from tests.support.paper import Line

SCALE: Final = (9, 10.5, 13, 17, 22, 30, 44, 60, 72)
"""The sizes of what hangs on a wall, in points on A4."""

FITTED: Final = {
    "TonbaepPoster": "a headline, a date or a quotation is as large as its lines fill the width",
    "TonbaepName": "a name is as large as the leaf above it is wide, and shares its size with its neighbours",
}
"""The faces of which letters follow no scale, and why."""

MARKS: Final = ("ตัวอย่าง", "ห้ามเผยแพร่", "ใช้ได้ตั้งแต่")
"""How the marks of samples and early sheets begin; they have sizes of their own."""

HALF_A_TENTH: Final = 0.05
"""Points by which a size may miss its step: an engine rounds."""

JOINED: Final = re.compile("[\u0600-\u06ff\ufe70-\ufeff]")
"""Letters of Arabic, of which a word is one stroke."""

DPI: Final = 600
INK: Final = 70
"""How far a pixel is from its background, of 255, to be ink."""

NOISE: Final = 20
"""How far JPEG moves a colour, of 255."""

_FINDER: Final = Path(photos.__file__).with_name("finder.py")


class Span(NamedTuple):
    """A run of letters of one face and one size in points."""

    text: str
    face: str
    size: float


def told(pdf: bytes) -> list[Line]:
    """Return the lines of a sheet but for its marks."""
    return [line for line in lines(pdf) if line.text and not line.text.startswith(MARKS)]


def spans(pdf: bytes) -> list[Span]:
    """Return the runs of letters of one face and size, but for the marks."""
    with pymupdf.open("pdf", pdf) as document:
        blocks = [block for page in document for block in page.get_text("dict")["blocks"]]
    found = [span for block in blocks for line in block.get("lines", ()) for span in line["spans"]]
    own = [span for span in found if span["text"].strip() and not span["text"].startswith(MARKS)]
    return [Span(span["text"], span["font"].rpartition("+")[2].partition("-")[0], span["size"]) for span in own]


def sizes(pdf: bytes, enlarged: float = 1) -> list[float]:
    """Return the different sizes of a sheet in points, rounded to halves, of a sheet so many times as large as A4."""
    return sorted({round(span.size / enlarged * 2) / 2 for span in spans(pdf)})


def off_scale(pdf: bytes) -> list[str]:
    """Return what is set on A4 in a size that is none of the scale, though its face follows it."""
    return [
        f"{span.size:.1f} points: {span.text}"
        for span in spans(pdf)
        if span.face not in FITTED and all(abs(span.size - step) > HALF_A_TENTH for step in SCALE)
    ]


def code_mm(pdf: bytes) -> float:
    """Return the side of the first page's code in millimetres, with the quiet zone of four modules around it."""
    with pymupdf.open("pdf", pdf) as document:
        pixels = document[0].get_pixmap(dpi=150)
    (found, *_) = codes.found(Image.frombytes("RGB", (pixels.width, pixels.height), pixels.samples))
    modules = len(qr.matrix(found.text))
    across = found.position.top_right.x - found.position.top_left.x
    return float(across / 150 * 25.4 * (modules + 8) / modules)


def faces_mm(pdf: bytes) -> list[float]:
    """Return how high the face in each photo of the first page is, in millimetres; zero where none is found."""
    with pymupdf.open("pdf", pdf) as document:
        page = document[0]
        places: dict[int, pymupdf.Rect] = {}
        for image in page.get_image_info(xrefs=True):
            box = pymupdf.Rect(image["bbox"]) & page.rect
            # A seal is smaller; the head that breaks out of a leaf is the same image once more.
            if box.width > 20 * POINTS_A_MM:
                places[image["xref"]] = box
        pictures = [page.get_pixmap(dpi=DPI // 4, clip=box) for box in places.values()]
    drawn = [Image.frombytes("RGB", (pixels.width, pixels.height), pixels.samples) for pixels in pictures]
    high = [face[2] if face else 0 for face in _faces(drawn)]
    return [share * picture.height / (DPI // 4) * 25.4 for share, picture in zip(high, drawn, strict=True)]


def _faces(pictures: list[Image.Image]) -> list[tuple[float, float, float] | None]:
    """Return the largest face of each picture, its middle and its height in shares, as the finder of photos sees it."""
    asked = b""
    for picture in pictures:
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=92)
        asked += len(out.getvalue()).to_bytes(4) + out.getvalue()
    answer = subprocess.run([sys.executable, str(_FINDER)], input=asked, capture_output=True, check=True).stdout
    found: list[list[dict[str, Any]]] = [json.loads(line) for line in answer.splitlines()]
    return [tuple(faces[0]["face"]) if faces else None for faces in found]


def cut_at_the_chin(pictures: list[Image.Image]) -> list[bool | None]:
    """Return of each card whether its field begins less than a quarter of a face below its face; None without one.

    The field is the colour of the card's lower left corner.
    """
    answers: list[bool | None] = []
    for picture, face in zip(pictures, _faces(pictures), strict=True):
        if face is None:
            answers.append(None)
            continue
        x, y, high = face
        below = (round(x * picture.width), round((y + 0.75 * high) * picture.height))
        if below[1] >= picture.height:
            answers.append(True)
            continue
        reach = round(0.3 * high * picture.height)
        row = np.asarray(picture.crop((below[0] - reach, below[1], below[0] + reach, below[1] + 1)), dtype=np.int32)
        field = np.array(picture.getpixel((2, picture.height - 3)))
        answers.append(bool(np.abs(row - field).max() <= NOISE))
    return answers


def touching(pdf: bytes) -> list[str]:
    """Return each two lines of a sheet whose ink is one on the drawn page."""
    found = []
    with pymupdf.open("pdf", pdf) as document:
        for page in document:
            here = [line for line in told(pdf) if line.page == page.number + 1 and not JOINED.search(line.text)]
            for one, other in _near(here):
                if _touch(page, one, other):
                    found.append(f"page {page.number + 1}: “{one.text}” and “{other.text}”")
    return found


def _near(here: list[Line]) -> Iterator[tuple[Line, Line]]:
    """Yield each two lines whose boxes are less than a point apart."""
    for one, other in combinations(here, 2):
        a, b = box(one), box(other)
        if pymupdf.Rect(a.x0 - 1, a.y0 - 1, a.x1 + 1, a.y1 + 1).intersects(b):
            yield one, other


def box(line: Line) -> pymupdf.Rect:
    """Return where the ink of a line is, in points of its page."""
    around = pymupdf.Rect()
    for glyph in line.glyphs:
        if not glyph.text.isspace():
            around |= pymupdf.Rect(glyph.ink)
    return around


def _touch(page: pymupdf.Page, one: Line, other: Line) -> bool:
    a, b = box(one), box(other)
    # Where both boxes are, and a little around it, so that ink of either alone is seen too.
    clip = pymupdf.Rect(max(a.x0, b.x0) - 4, max(a.y0, b.y0) - 4, min(a.x1, b.x1) + 4, min(a.y1, b.y1) + 4)
    pixels = page.get_pixmap(dpi=DPI, clip=clip)
    drawn = np.frombuffer(pixels.samples, np.uint8).reshape(pixels.height, pixels.width, 3).astype(np.int32)
    packed = drawn @ np.array([1 << 16, 1 << 8, 1])
    colours, counts = np.unique(packed, return_counts=True)
    ground = int(colours[counts.argmax()])
    ink = np.abs(drawn - [ground >> 16, ground >> 8 & 255, ground & 255]).max(axis=2) > INK
    mine, theirs = (_covered(line, clip, ink.shape) for line in (one, other))
    reached = ink & mine & ~theirs
    while True:
        grown = reached.copy()
        grown[1:] |= reached[:-1]
        grown[:-1] |= reached[1:]
        grown[:, 1:] |= reached[:, :-1]
        grown[:, :-1] |= reached[:, 1:]
        grown &= ink & (mine | theirs)
        if (grown == reached).all():
            return bool((reached & theirs & ~mine).any())
        reached = grown


def _covered(line: Line, clip: pymupdf.Rect, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Return where the boxes of a line's glyphs are, in pixels of a clip."""
    covered = np.zeros(shape, dtype=bool)
    scale = DPI / 72
    for glyph in line.glyphs:
        x0, y0, x1, y1 = glyph.ink
        left, right = ((x - clip.x0) * scale for x in (x0, x1))
        top, bottom = ((y - clip.y0) * scale for y in (y0, y1))
        covered[max(0, int(top)) : int(bottom) + 2, max(0, int(left)) : int(right) + 2] = True
    return covered
