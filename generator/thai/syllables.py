"""How long words take to say: syllables of spoken Thai, and seconds at an announcer's pace."""

from __future__ import annotations

import re

_SYLLABLE = re.compile(r"[เแโใไ][ก-ฮ]{1,2}[ิีึืัุู็่้๊๋]*(?:[าะ]|ยะ?|วะ?|อะ?)?|[ก-ฮ]{1,2}[่้๊๋]?[ะาำิีึืุูั็][่้๊๋]?|[ก-ฮ]{2,3}์?|[ก-ฮ]")


def syllables(text: str) -> int:
    """Return how many syllables a text of plain Thai letters has."""
    return sum(1 for _ in _SYLLABLE.finditer(re.sub(r"[ก-ฮ][ิุ]?์", "", text)))


def speaking_seconds(text: str, pace: int = 170) -> float:
    """Return how many seconds a text takes at a pace in syllables a minute, pauses included."""
    return syllables(text) * 60 / pace
