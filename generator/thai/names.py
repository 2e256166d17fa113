"""Where a long part of a name may end its line: between its words, so that it is read from afar and not set smaller."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from generator.thai.lines import WORD, atoms

if TYPE_CHECKING:
    from generator.thai.lines import Atom

MOST_LINES = 3
"""Lines of a name for which a column has room."""

WHOLE, SHORTEST = 12, 4
"""Up to so many letters a part of a name is whole, and a line of it has no fewer than these."""

TOGETHER = 4
"""A word between spaces of fewer letters leads on to the next one and ends no line: บิน, ณ."""


def breadth(text: str) -> int:
    """Return how many letters stand beside each other; marks stand above and below them."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def divided(name: str) -> list[list[str]]:
    """Return the ways to put a name on two lines and more, as evenly as its words allow."""
    pieces = atoms(name)
    return [_evenly(pieces, lines) for lines in range(2, min(MOST_LINES, len(pieces)) + 1)]


def broken(part: str) -> list[list[str]]:
    """Return the ways to put a first name or a surname on more lines than one: none if it is short, or one word."""
    return [list(way) for way in _broken(part)]


@lru_cache(maxsize=1024)
def _broken(part: str) -> tuple[tuple[str, ...], ...]:
    """Return these ways; a winner is on more than a dozen sheets."""
    ways = divided(part) if breadth(part) > WHOLE else []
    return tuple(tuple(way) for way in ways if min(map(breadth, way)) >= SHORTEST)


def _leads_on(line: str) -> bool:
    return breadth(line.rpartition(" ")[2]) < TOGETHER


def _evenly(pieces: tuple[Atom, ...], lines: int) -> list[str]:
    """Return the pieces on so many lines, of which the longest is as short as it can be, ended where words end."""

    def cost(ends: tuple[int, ...]) -> tuple[int, float, int]:
        inside, found = sum(pieces[end - 1].cost for end in ends), on_lines(ends)
        return sum(map(_leads_on, found[:-1])), max(map(breadth, found)) + inside / WORD, inside

    def on_lines(ends: tuple[int, ...]) -> list[str]:
        return ["".join(piece.text for piece in pieces[a:b]).strip() for a, b in pairwise((0, *ends, len(pieces)))]

    return on_lines(min(combinations(range(1, len(pieces)), lines - 1), key=cost))
