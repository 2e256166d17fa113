"""How a person's name stands on a page: where its lines may end, in which size, and when it is the picture."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from generator import typefaces
from generator.pieces.parts import frame
from generator.thai.lines import WORD, atoms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.disclosure import PublicWinner
    from generator.model import Name
    from generator.piece import View
    from generator.thai.lines import Atom

NAMES, POSTER = "Tonbaep Name 700", "Tonbaep Poster 400"
"""The faces of names beside pictures, and of a name that is one."""

FILLED = 800
"""The share of a leaf's width, in thousandths, that a given name fills where it is the picture."""

SHARED = 6400
"""The widest drawing of a given name, in 1/1000 of the letters' size, that others in its row are set as wide as."""

LEAF, LEAST = 136, 16
"""In pixels: how wide a leaf is in a row on a phone, and the smallest letters that anybody should have to read."""

COLUMN = LEAF * 1000 // LEAST
"""In 1/1000 of the letters' size: how wide a line of a name may be in such a leaf's column, in the smallest letters."""

SIZES = (("22", 22, LEAF), ("18", 18, LEAF), ("wide", 18, 168))
"""How a row of names steps down on a phone: what a step is called, the letters of given names, and the column's width,
in pixels. The last one is for all names that fit no other."""

WIDEST = SIZES[-1][2] * 1000 // LEAST
"""In 1/1000 of the letters' size: a piece of a name that is wider stands nowhere on a phone, and may be divided."""

LEAVES = ((5200, "large"), (7600, "medium"))
"""In 1/1000 of the letters' size: how wide a given name in such letters may be in the leaf of its own page."""

MOST = 3
"""Lines of one part of a name for which a column has room."""


def parts(name: Name) -> dict[str, str]:
    """Return a name whose given name is large: with what stands before and behind it."""
    return {"title": name.short.removesuffix(name.first), "given": name.first, "last": name.behind}


def called(name: Name) -> View:
    """Return the same with each part in pieces."""
    told = parts(name)
    return {**told, "given": pieces(told["given"]), "last": pieces(told["last"])}


def pieces(part: str) -> list[list[str | bool]]:
    """Return a part of a name in pieces between which a line may end, each with whether it is never divided.

    It is in one piece wherever it fits a narrow column; else it ends lines where words end in it, at a space first.
    """
    return [[piece, typefaces.width(piece, NAMES) <= WIDEST] for piece in _divided(part, NAMES, COLUMN)]


def _divided(part: str, face: str, most: int) -> list[str]:
    """Return a part of a name in the fewest lines that are not wider than `most`, as even as words allow."""
    if not part or typefaces.width(part, face) <= most:
        return [part] if part else []
    found = atoms(part)
    ways = [_evenly(found, number, face) for number in range(2, min(MOST, len(found)) + 1)]
    fits = (way for way in ways if max(wide := typefaces.widths(way, face)) <= most and 3 * min(wide) > most)
    return next(fits, ways[0] if ways else [part])


def _evenly(found: Sequence[Atom], number: int, face: str) -> list[str]:
    """Return a name's words on so many lines, of which the longest is as short as it can be."""
    texts = [atom.text for atom in found]

    def divided(ends: tuple[int, ...]) -> list[str]:
        return ["".join(texts[a:b]) for a, b in pairwise((0, *ends, len(texts)))]

    def cost(ends: tuple[int, ...]) -> tuple[int, int]:
        inside = sum(found[end - 1].cost for end in ends) // WORD
        return max(typefaces.widths([line.strip() for line in divided(ends)], face)) + 1000 * inside, inside

    return divided(min(combinations(range(1, len(texts)), number - 1), key=cost))


def step(winners: Iterable[PublicWinner]) -> str:
    """Return in which step a row of names stands on a phone: the largest letters in which none has to be divided."""
    names = [chosen.name for chosen in winners]
    first = max(typefaces.widths([name.first for name in names], NAMES), default=0)
    last = max(
        typefaces.widths([each for name in names for each in _divided(name.behind, NAMES, COLUMN)], NAMES), default=0
    )
    fits = (step for step, size, room in SIZES if max(first * size, last * LEAST) <= room * 1000)
    return next(fits, SIZES[-1][0])


def letters(name: Name) -> str:
    """Return in which letters a name fills the leaf of its own page: what the most of them is called that has room."""
    widest = max(typefaces.widths([str(text) for text, _ in pieces(name.first)], NAMES))
    return next((size for most, size in LEAVES if widest <= most), "small")


def is_deep(winners: Iterable[PublicWinner]) -> bool:
    """Return whether some surname of a row takes more than one line on a phone."""
    return any(len(pieces(chosen.name.behind)) > 1 for chosen in winners)


def given(name: Name) -> View:
    """Return a given name that is a picture: its lines, and the width of its drawing in 1/1000 of the letters' size.

    `least` is the narrowest leaf, in pixels, in which its letters can be read.
    """
    most = LEAF * FILLED // LEAST
    lines = frame.name_lines(name)[-1] if name.team else _divided(name.first, POSTER, most)
    width = max(1600, round(max(typefaces.widths(lines, POSTER)) * 1000 / FILLED))
    return {"lines": lines, "width": width, "least": -(-width * LEAST // 1000)}


def widest(winners: Iterable[PublicWinner]) -> int:
    """Return the width of a drawing that given names in a row share, so that all have one size; far longer ones do not.

    Only names that are pictures count; 0 if there is none.
    """
    names = (chosen.name for chosen in winners if not chosen.portrait)
    return max((wide for name in names if (wide := given(name)["width"]) <= SHARED), default=0)
