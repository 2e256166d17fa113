"""How a text is read and why, word by word, for a person who tries; reads by the same rules as everything else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.thai.aloud import noted_of
from generator.thai.aloud.draft import FIRST_GAP, GAPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Readings
    from generator.thai.aloud import Two
    from generator.thai.aloud.draft import Noted


class Told(NamedTuple):
    """Some words of a text: how they are written and said, and the kinds of writing that they were taken for, in order.

    What is not said has "" for what is said, and so has a gap, which names what must be given a reading.
    """

    written: str
    said: str
    kinds: tuple[str, ...]
    gap: str | None = None


_SILENT = frozenset(("pause", "quoted", "aside", "sign"))
"""Kinds that need no word where another tells more."""


def told(text: str, *, two: Two = "โท", readings: Readings = (), spelled: bool = False) -> tuple[Told, ...]:
    """Return every word of a text in the order in which it is written, also what is left out."""
    noted = noted_of(text, two, readings, spelled=spelled)
    return tuple(_in_order(noted))


def _in_order(noted: Noted) -> Iterator[Told]:
    at = 0
    for start, end, said in _stretches(noted):
        yield from _unsaid(noted, at, start)
        yield _told(noted, start, end, said)
        at = end
    yield from _unsaid(noted, at, len(noted.written))


def _stretches(noted: Noted) -> Iterator[tuple[int, int, str]]:
    """Yield the spoken words that come from the same written letters, joined, with where these stand."""
    start, end, said = 0, 0, ""
    for word in re.finditer(r"\S+", noted.text):
        first, last = noted.origin(*word.span())
        if said and first >= end:
            yield start, end, said
            said = ""
        start, end = (min(start, first), max(end, last)) if said else (first, last)
        said = f"{said} {word[0]}".strip()
    if said:
        yield start, end, said


def _told(noted: Noted, start: int, end: int, said: str) -> Told:
    kinds = tuple(dict.fromkeys(note.kind for note in noted.notes if note.start < end and note.end > start))
    gaps = re.findall(f"[{GAPS}]", said)
    gap = noted.gaps[ord(gaps[0]) - FIRST_GAP].letters if gaps else None
    return Told(noted.written[start:end].strip(), "" if gap else said, _plain(kinds), gap)


def _unsaid(noted: Noted, start: int, end: int) -> Iterator[Told]:
    written = noted.written[start:end].strip()
    if written:
        kinds = tuple(dict.fromkeys(note.kind for note in noted.notes if note.start < end and note.end > start))
        yield Told(written, "", _plain(kinds) or ("sign",))


def _plain(kinds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(kind for kind in kinds if kind not in _SILENT) or kinds[:1]
