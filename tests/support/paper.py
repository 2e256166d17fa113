"""Read from a finished PDF where glyphs stand: its lines, what is too near the edge, and what overlaps.

mupdf reads it, a different engine from the one that set the page; nothing here knows what the page should say.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby, product
from typing import TYPE_CHECKING, Final, NamedTuple

import pymupdf

from generator import typefaces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ANOTHER_LINE: Final = 0.5
"""How far a baseline moves, in em, before it is another line: more than a raised mark, less than any leading."""

ANOTHER_COLUMN: Final = 1.5
"""White space, in em, that is wider than between two words of one line."""

STEP_BACK: Final = 0.2
"""How far, in em, a glyph may start left of the end of the previous one, from kerning: two slashes lie closest."""

BESIDE, ABOVE = 0.06, 0.2
"""How far, in em, the boxes of two glyphs may overlap, side by side and one above the other.

Ink is round and boxes have corners: a tone mark fits beside a vowel that hangs from the line above.
"""

HAIR: Final = 0.01
"""Points below which a box counts as empty."""

WEIGHTS: Final = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}

POINTS_A_MM: Final = 72 / 25.4

Box = tuple[float, float, float, float]


class Glyph(NamedTuple):
    """What one glyph shows: its letters, and the box of its ink in points from the page's upper left corner."""

    text: str
    ink: Box


class Line(NamedTuple):
    """One line as it stands on paper.

    `page` counts from 1, `size` is in points, `face` is named as in `generator.typefaces`.
    """

    page: int
    text: str
    face: str
    size: float
    glyphs: tuple[Glyph, ...]


class _Pen(NamedTuple):
    """Where a letter stands, along its line and across it, so that a rotated line is a line too."""

    letter: str
    font: str
    size: float
    turn: tuple[float, float]
    start: float
    stop: float
    across: float
    ink: Box


@lru_cache(maxsize=2)  # a test asks several questions of one sheet
def lines(pdf: bytes) -> tuple[Line, ...]:
    """Return the lines of a PDF in the order in which they were set, found only by where glyphs stand.

    What stands outside the page is read too: mupdf leaves it out by default.
    """
    with pymupdf.Document(stream=pdf) as document:
        return tuple(line for number, page in enumerate(document, start=1) for line in _of_page(page, number))


def off_the_page(pdf: bytes, safe_mm: float) -> list[str]:
    """Return each word whose ink is nearer than `safe_mm` to the paper's edge, and by how many millimetres."""
    with pymupdf.Document(stream=pdf) as document:
        sizes = [(page.rect.width, page.rect.height) for page in document]
    found, safe = [], safe_mm * POINTS_A_MM
    for line in lines(pdf):
        width, height = sizes[line.page - 1]
        for word in _words(line):
            left, top, right, bottom = _around(word)
            beyond = max(safe - left, safe - top, right - width + safe, bottom - height + safe)
            if beyond > HAIR:
                written = "".join(glyph.text for glyph in word)
                found.append(f"page {line.page}: “{written}” is {beyond / POINTS_A_MM:.1f} mm outside the safe area")
    return found


def overlapping(pdf: bytes) -> list[str]:
    """Return each pair of lines with overlapping glyphs, and the first two such glyphs."""
    boxes = [(line, _around(line.glyphs)) for line in lines(pdf) if line.text]
    return [
        f"page {line.page}: “{line.text}” and “{other.text}” lie on each other at “{where}”"
        for (line, box), (other, second) in _neighbours(boxes)
        if _meet(box, second, 0, 0) and (where := _collision(line, other))
    ]


def _neighbours(boxes: list[tuple[Line, Box]]) -> Iterator[tuple[tuple[Line, Box], tuple[Line, Box]]]:
    """Yield each two lines of one page that stand at one height, which is all that can meet, as they were set."""
    for _, on_page in groupby(boxes, key=lambda each: each[0].page):
        down = sorted(enumerate(on_page), key=lambda each: each[1][1][1])
        for place, (number, upper) in enumerate(down):
            for other_number, lower in down[place + 1 :]:
                if lower[1][1] >= upper[1][3]:
                    break
                yield (upper, lower) if number < other_number else (lower, upper)


def _of_page(page: pymupdf.Page, number: int) -> Iterator[Line]:
    row: list[_Pen] = []
    for pen in _pens(page):
        if row and not _goes_on(row[-1], pen):
            yield _line(row, number)
            row = []
        row.append(pen)
    if row:
        yield _line(row, number)


def _pens(page: pymupdf.Page) -> Iterator[_Pen]:
    read = page.get_text("rawdict", flags=pymupdf.TEXT_ACCURATE_BBOXES, clip=pymupdf.INFINITE_RECT())
    for stretch in (line for block in read["blocks"] for line in block["lines"]):
        right, down = stretch["dir"]
        turn = (round(right, 3), round(down, 3))
        for span in stretch["spans"]:
            for letter in span["chars"]:
                (x, y), ink = letter["origin"], letter["bbox"]
                stop = max(right * ink[0], right * ink[2]) + max(down * ink[1], down * ink[3])
                across = right * y - down * x
                yield _Pen(letter["c"], span["font"], span["size"], turn, right * x + down * y, stop, across, ink)


def _goes_on(before: _Pen, pen: _Pen) -> bool:
    """Return whether a letter continues the line of the one before it.

    Marks may stand higher, lower or further left.
    """
    em = max(before.size, pen.size) * (2 if unicodedata.category(pen.letter) == "Mn" else 1)
    level = before.turn == pen.turn and abs(pen.across - before.across) < ANOTHER_LINE * em
    return level and -STEP_BACK * em < pen.start - before.stop < ANOTHER_COLUMN * em


def _line(row: list[_Pen], number: int) -> Line:
    """Return a row of letters as a line; in a cluster the first letter has the ink, the others have no width."""
    glyphs: list[Glyph] = []
    for pen in row:
        x0, y0, x1, y1 = pen.ink
        if glyphs and min(x1 - x0, y1 - y0) < HAIR and not pen.letter.isspace():
            glyphs[-1] = Glyph(glyphs[-1].text + pen.letter, glyphs[-1].ink)
        else:
            glyphs.append(Glyph(pen.letter, pen.ink))
    first = next((pen for pen in row if not pen.letter.isspace()), row[0])
    text = "".join(pen.letter for pen in row).strip()
    return Line(number, text, _face(first.font), first.size, tuple(glyphs))


def _face(font: str) -> str:
    """Return the name of a PDF font as in `generator.typefaces`; any other font counts as the first of ours."""
    family, _, style = font.rpartition("+")[2].partition("-")
    named = f"{family}{WEIGHTS.get(style, 400)}"
    return next((face for face in typefaces.FACES if face.replace(" ", "") == named), typefaces.FACES[0])


def _words(line: Line) -> Iterator[list[Glyph]]:
    for blank, glyphs in groupby(line.glyphs, key=lambda glyph: glyph.text.isspace()):
        if not blank:
            yield list(glyphs)


def _around(glyphs: Iterable[Glyph]) -> Box:
    lefts, tops, rights, bottoms = zip(*(glyph.ink for glyph in glyphs if not glyph.text.isspace()), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _meet(one: Box, other: Box, across: float, down: float) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > across and high > down


def _collision(line: Line, other: Line) -> str:
    em = min(line.size, other.size)
    pairs = product(line.glyphs, other.glyphs)
    return next((f"{a.text} {b.text}" for a, b in pairs if _meet(a.ink, b.ink, BESIDE * em, ABOVE * em)), "")
