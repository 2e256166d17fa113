"""Cuts an announcement to the time of a reading: only whole parts are left out, the least important first."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from generator.pieces.parts.speech import breathing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.pieces.parts.speech import Paragraph


class Form(NamedTuple):
    """One wording of a part of an announcement; the lower its `rank`, the more important it is."""

    rank: int
    said: tuple[Paragraph, ...]


Block = tuple[Form, ...]
"""A part of an announcement in its wordings, the barest first; each says more than the one before."""


class Cut(NamedTuple):
    """What is said in one reading, how long it lasts, and whether every part is there in its fullest wording."""

    said: tuple[Paragraph, ...]
    lasts: Fraction
    whole: bool


def cut(blocks: Sequence[Block], most: Fraction) -> Cut | None:
    """Return as much as fits into the time of `most` syllables, or None if even the barest wordings do not fit."""
    chosen = [0] * len(blocks)
    total = sum((length(block[0].said) for block in blocks), Fraction())
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
    paragraphs = tuple(
        paragraph for block, level in zip(blocks, chosen, strict=True) for paragraph in block[level].said
    )
    return Cut(paragraphs, total, all(level + 1 == len(block) for block, level in zip(blocks, chosen, strict=True)))


def length(said: Sequence[Paragraph]) -> Fraction:
    """Return how long it takes in syllables, rests included; cues do not count."""
    return sum((breathing(paragraph).lasts for paragraph in said if not paragraph.cue), Fraction())
