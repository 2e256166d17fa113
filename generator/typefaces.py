"""What the project's typefaces draw, and how wide: numbers that `tools/make_fonts.py` read off the fonts."""

from __future__ import annotations

import json
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FONTS = Path(__file__).resolve().parent / "fonts"

_ADVANCES: dict[str, dict[str, int]] = json.loads((FONTS / "advances.json").read_text(encoding="utf-8"))

FACES = tuple(_ADVANCES)
"""Each face by family and weight, such as `Tonbaep Text 700`."""


def width(text: str, face: str) -> int:
    """Return how wide a text is on one line of a face, in 1/1000 em.

    For Thai it is exact; kerning makes Latin letters narrower than this, never wider. A letter that the face does not
    draw counts nothing: the door has refused it, or another face draws it.
    """
    return sum(map(_ADVANCES[face].get, text, repeat(0)))


def widths(texts: Iterable[str], face: str) -> list[int]:
    """Return how wide each of several texts is: see `width`."""
    advance, nothing = _ADVANCES[face].get, repeat(0)
    return [sum(map(advance, text, nothing)) for text in texts]


@cache
def drawn() -> frozenset[str]:
    """Return every letter that all faces draw."""
    return frozenset.intersection(*(frozenset(letters) for letters in _ADVANCES.values()))


def undrawn(text: str) -> tuple[str, ...]:
    """Return the letters of a text that no sheet can show, each once, in order."""
    return tuple(dict.fromkeys(letter for letter in text if letter not in drawn()))
