"""How wide the project's typefaces draw each letter: numbers that `tools/make_fonts.py` reads off the fonts."""

from __future__ import annotations

import json
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

from generator import jawi

if TYPE_CHECKING:
    from collections.abc import Sequence

FONTS = Path(__file__).resolve().parent / "fonts"

ADVANCES = FONTS / "advances.json"

_ADVANCES: dict[str, dict[str, int]] = json.loads(ADVANCES.read_text(encoding="utf-8"))

FACES = tuple(face for face in _ADVANCES if "Jawi" not in face)
"""Each face by family and weight, such as `Tonbaep Text 700`; Malay in Arabic letters is drawn by one `beside` it."""

_BOLD = 600


def width(text: str, face: str) -> int:
    """Return how wide a text is on one line of a face, in 1/1000 em.

    Thai may stand up to 0.009 em wider where a pair is set apart; kerning makes Latin letters narrower. A letter that
    the face does not draw has no width: the door has refused it, or another face draws it.
    """
    return widths((text,), face)[0]


def widths(texts: Sequence[str], face: str) -> list[int]:
    """Return how wide each of several texts is: see `width`."""
    advance, nothing = _ADVANCES[face].get, repeat(0)
    found = [sum(map(advance, text, nothing)) for text in texts]
    if jawi.has("".join(texts)):
        shape = _ADVANCES[beside(face)]
        return [wide + sum(map(shape.__getitem__, jawi.shapes(text))) for wide, text in zip(found, texts, strict=True)]
    return found


def beside(face: str) -> str:
    """Return the face of Malay in Arabic script that stands beside a face."""
    family, _, weight = face.rpartition(" ")
    paper = " Paper" if family.endswith("Paper") else ""
    return f"Tonbaep Jawi{paper} {700 if int(weight) >= _BOLD else 400}"
