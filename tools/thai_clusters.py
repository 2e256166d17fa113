"""The clusters of Thai writing: every letter with the marks that may stand above or below it, and how shapers spell it.

Leading vowels, ะ and า are letters of their own on the line, not parts of a cluster.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CONSONANTS = tuple(chr(code) for code in range(0x0E01, 0x0E2F))
"""ก to ฮ, with ฤ and ฦ among them, which carry marks in Sanskrit words."""
TONES = tuple("\u0e48\u0e49\u0e4a\u0e4b")
THANTHAKHAT = "\u0e4c"
NIKHAHIT = "\u0e4d"
SARA_AA = "\u0e32"
SARA_AM = "\u0e33"
VOWELS = (*tuple("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47"), NIKHAHIT)
LONE_MARKS = (THANTHAKHAT, "\u0e4e", "\u0e3a")
SILENCED = tuple("\u0e34\u0e38\u0e39")
"""Vowels that may have a thanthakhat above them: สิทธิ์, พันธุ์."""


def clusters() -> Iterator[str]:
    """Yield every letter-with-marks that Thai writing makes, in the order in which it is typed."""
    marks = [*TONES, *LONE_MARKS, *VOWELS, SARA_AM]
    marks += [vowel + tone for vowel, tone in product(VOWELS, TONES)]
    marks += [vowel + THANTHAKHAT for vowel in SILENCED]
    marks += [tone + SARA_AM for tone in TONES]
    for consonant, mark in product(CONSONANTS, marks):
        yield consonant + mark


def spellings(cluster: str) -> tuple[str, ...]:
    """Return every sequence of letters that a shaper may look up for `cluster` before any rule of the font.

    HarfBuzz takes ำ apart into ํ and า, with ํ before the tone mark (OpenType's rule for Thai); CoreText, which draws the
    web on an iPhone, leaves the letters as typed.
    """
    if not cluster.endswith(SARA_AM):
        return (cluster,)
    consonant, tone = cluster[0], cluster[1:-1]
    return (cluster, consonant + NIKHAHIT + tone + SARA_AA, consonant + tone + NIKHAHIT + SARA_AA)
