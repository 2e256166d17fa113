"""What the office has made, and what not: that cannot be asked for by name, and what hangs of it need not come down.

A round that rests has only made what lasts; what hangs of it is still right, too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.ledger.layouts import AWAKE, Rest
from generator.model import OUTPUTS
from generator.piece import Each, Finished
from generator.pieces import PIECES
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.disclosure import Publication
    from generator.model import Organisation
    from generator.piece import Entry, Piece, Sheet

_FILE, _FIELD = "winners/organisation.yaml", "outputs"


class Passed(NamedTuple):
    """The years of rounds that are `resting`, and of those whose ceremony was `held`: it is over at some moment."""

    resting: frozenset[int] = frozenset()
    held: frozenset[int] = frozenset()


NOTHING_PASSED = Passed()


def chosen(piece: Piece[Any], source: Publication | Finished, rest: Rest = AWAKE) -> Iterator[Sheet]:
    """Lay a piece out, and yield the sheets that the office has made: those of the sets that it has chosen.

    Of the years that rest only what lasts is made, and where there is no round, nothing.
    """
    seen = source.publication if isinstance(source, Finished) else source
    office = seen.organisation
    if not seen.rounds or not office.wants(piece.use.helper, piece.sets):
        return
    for sheet in _laid_out(piece, source, seen, rest):
        if office.wants((sheet.use or piece.use).helper, sheet.sets):
            yield sheet


def _laid_out(piece: Piece[Any], source: Publication | Finished, seen: Publication, rest: Rest) -> Iterator[Sheet]:
    """Lay out what belongs to no round, each round that is awake, and what lasts of those at rest.

    A layout that is not made a round at a time is given all that it may speak of.
    """
    lay_out = piece.lay_out
    if not isinstance(lay_out, Each):
        awake = source if piece.lasts else _awake(source, seen, rest)
        yield from lay_out(awake) if awake else ()
        return
    at_rest = piece.at_rest or lay_out
    yield from lay_out.of_none(source)
    for given in lay_out.given(seen):
        if given.year not in rest.years:
            yield from lay_out.one(given)
        elif piece.lasts:
            yield from rest.sheets(piece, at_rest, given)


def _awake(source: Publication | Finished, seen: Publication, rest: Rest) -> Publication | Finished | None:
    """Return what a piece may know without the years at rest, or None if that leaves no round."""
    rounds = tuple(each for each in seen.rounds if each.year not in rest.years)
    awake = replace(seen, rounds=rounds)
    if not rounds:
        return None
    return replace(source, publication=awake) if isinstance(source, Finished) else awake


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
