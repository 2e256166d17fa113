"""What the office does not have made: it cannot be asked for by name, and what hangs of it need not come down.

A round that rests has only made what lasts; what hangs of it is still right, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model import OUTPUTS
from generator.pieces import PIECES
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.model import Organisation
    from generator.piece import Entry

_FILE, _FIELD = "winners/organisation.yaml", "outputs"


class Passed(NamedTuple):
    """The years of rounds that are `resting`, and of those whose ceremony was `held`: it is over at some moment."""

    resting: frozenset[int] = frozenset()
    held: frozenset[int] = frozenset()


NOTHING_PASSED = Passed()


def refuse_unchosen(only: Collection[str], office: Organisation) -> None:
    """Raise `ProblemsFound` for pieces asked for by name that the office does not have made."""
    problems = [
        _not_made(piece.title, *(each for each in piece.sets if not office.wants(piece.use.helper, (each,))), of=word)
        for piece in PIECES
        for word, outputs in OUTPUTS.items()
        if piece.name in only and outputs.helper == piece.use.helper
        if not office.wants(piece.use.helper, piece.sets)
    ]
    if problems:
        raise ProblemsFound(problems)


def is_made(entry: Entry, office: Organisation, resting: Collection[int] = ()) -> bool:
    """Return whether the office has files of this piece made at all, in this year; some years may be `resting`."""
    piece = _BY_NAME.get(entry.piece)
    awake = entry.year not in resting or lasts(entry)
    return awake and (piece is None or office.wants(piece.use.helper, piece.sets))


def lasts(entry: Entry) -> bool:
    """Return whether a file is still made for a round that rests."""
    piece = _BY_NAME.get(entry.piece)
    return piece is None or piece.lasts_as(entry.way)


_BY_NAME = {piece.name: piece for piece in PIECES}


def is_wanted(entry: Entry, passed: Passed) -> bool:
    """Return whether anybody still prints a file: one that serves a ceremony alone is not wanted once that is over."""
    return entry.year not in passed.held or entry.piece not in _CEREMONIAL


_CEREMONIAL = frozenset(piece.name for piece in PIECES if piece.of_ceremony)


def _not_made(title: str, *sets: str, of: str) -> Problem:
    wanted = ", ".join(sets)
    return Problem(
        _FILE,
        0,
        0,
        _FIELD,
        Text(f"ไม่ได้เลือกให้ทำ{title}", f"{title} is not among the outputs that are made"),
        Text(f"เพิ่มคำว่า {wanted} ที่ {of} ในช่อง outputs", f"add {wanted} to {of} below `outputs`"),
    )
