"""The Thai language as the pieces need it: digits, dates, what is said aloud; knows nothing of rounds or of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import PACE

if TYPE_CHECKING:
    from generator.model import Name, Readings
    from generator.thai.aloud import Heard, Two

__all__ = ["heard_in", "read_aloud", "speaking_seconds", "spoken_name", "syllables"]


def read_aloud(text: str, *, two: Two = "โท", spell_addresses: bool = False, readings: Readings = ()) -> str:
    """Return the words that a careful announcer says for a written text: see `generator.thai.aloud`."""
    from generator.thai.aloud import read_aloud as say  # reading a date must not load speech

    return say(text, two=two, spell_addresses=spell_addresses, readings=readings)


def heard_in(text: str, *, readings: Readings = ()) -> tuple[Heard, ...]:
    """Return what is said of a text, with its gaps: see `generator.thai.aloud`."""
    from generator.thai.aloud import heard_in as hear

    return hear(text, readings=readings)


def spoken_name(name: Name, readings: Readings = ()) -> str:
    """Return how a person's name is said: see `generator.thai.aloud`."""
    from generator.thai.aloud import spoken_name as say

    return say(name, readings)


def syllables(text: str) -> int:
    """Return how many syllables are heard in a text, spoken or written: see `generator.thai.heard`."""
    from generator.thai.heard import syllables as count

    return count(text)


def speaking_seconds(text: str, pace: float = PACE) -> float:
    """Return how many seconds a text takes at a pace in syllables a minute, without pauses between its paragraphs."""
    return syllables(text) * 60 / pace
