"""Cuts an announcement to the time of a reading: what is left out is left out whole, the least important first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.pieces.parts.speech import Paragraph


class Form(NamedTuple):
    """One way to tell a part of an announcement; a lower `rank` is the more important to have."""

    rank: int
    said: tuple[Paragraph, ...]


Block = tuple[Form, ...]
"""A part of an announcement in its forms, the barest first, each of which tells more than the one before it."""


class Cut(NamedTuple):
    """What is said in one reading, its syllables, and whether everything is told that there is to tell."""

    said: tuple[Paragraph, ...]
    syllables: int
    whole: bool


def cut(blocks: Sequence[Block], most: int) -> Cut | None:
    """Return as much as `most` syllables hold, or None where even the barest forms are more."""
    chosen = [0] * len(blocks)
    total = sum(length(block[0].said) for block in blocks)
    if total > most:
        return None
    ranked = sorted(
        (form.rank, n, level) for n, block in enumerate(blocks) for level, form in enumerate(block) if level
    )
    for _, n, level in ranked:
        more = length(blocks[n][level].said) - length(blocks[n][chosen[n]].said)
        if level > chosen[n] and total + more <= most:
            chosen[n] = level
            total += more
    said = tuple(one for block, level in zip(blocks, chosen, strict=True) for one in block[level].said)
    return Cut(said, total, all(level + 1 == len(block) for block, level in zip(blocks, chosen, strict=True)))


def length(said: Sequence[Paragraph]) -> int:
    """Return how many syllables are said, instructions apart."""
    return sum(paragraph.syllables for paragraph in said if not paragraph.cue)
