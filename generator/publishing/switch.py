"""Files trade places on a host, one after the other, so that whoever interrupts it leaves something to go on from.

A journal says which files go where, before the first one moves. What has been done is seen from what is still in its
old place, so finishing twice does no harm, and undoing is the same the other way round.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.disk.own import fits
from generator.publishing import faults, state
from generator.publishing.hosts import Move

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.publishing.hosts import Host

_SHAPE = [[str]]
_BESIDE = (f"{state.NEXT}/", f"{state.KEPT}/")
_TOGETHER = 32
"""How many moves a host is given at once; between them whoever works shows that it is alive."""


def begin(host: Host, moves: Sequence[Move], after: state.State) -> None:
    """Write down what is to be done, and begin: from here on it is finished or undone, by whoever comes next."""
    _write(host, state.JOURNAL, state.packed_as(moves))
    _write(host, state.AFTER, state.packed(after))
    host.remove(state.BEFORE)
    host.move(state.STATE, state.BEFORE)


def carry_out(host: Host, moves: Sequence[Move], beat: Callable[[], None]) -> None:
    """Do what the journal says, of which nothing has been done yet, and end it."""
    for _, same in groupby(moves, key=_turn):
        together = tuple(same)
        for at in range(0, len(together), _TOGETHER):
            beat()
            host.trade(together[at : at + _TOGETHER])
    host.move(state.AFTER, state.STATE)


def interrupted(host: Host) -> tuple[Move, ...] | None:
    """Return the moves of a switch that began and did not end, or None; the host has no list where this is asked."""
    written = host.read(state.JOURNAL)
    if written is None or host.read(state.BEFORE) is None or host.read(state.AFTER) is None:
        return None
    listed = state.unpacked(written)
    if not fits(listed, _SHAPE) or any(len(row) != len(Move._fields) for row in listed):
        raise faults.strange_state()
    moves = tuple(Move(*row) for row in listed)
    if not all(_stays_inside(move) for move in moves):
        raise faults.strange_state()
    return moves


def _stays_inside(move: Move) -> bool:
    """Return whether a move changes the site's own files only, for others may write what stands on a host."""
    aside = not move.aside or move.aside.startswith(_BESIDE)
    return aside and all(map(state.stays_inside, filter(None, move))) and not move.name.startswith(f"{state.ROOM}/")


def finish(host: Host, moves: Sequence[Move], beat: Callable[[], None]) -> None:
    """Do what is left of an interrupted switch."""
    there = _there(host, moves)
    for move in moves:
        if not _is_done(move, there):
            beat()
            _do(host, move, halfway=move.aside in there)
    host.move(state.AFTER, state.STATE)


def undo(host: Host, moves: Sequence[Move], beat: Callable[[], None]) -> None:
    """Take back what was done of an interrupted switch."""
    there = _there(host, moves)
    for move in reversed(moves):
        beat()
        if _is_done(move, there):
            _do(host, move.back)
        elif move.aside in there and move.source:
            _restore(host, move)
    host.move(state.BEFORE, state.STATE)
    host.remove(state.AFTER)


def _do(host: Host, move: Move, *, halfway: bool = False) -> None:
    """Do one move; where it was interrupted `halfway`, the old file is aside already."""
    if halfway and move.source and host.size(move.name) is None:
        host.move(move.source, move.name)
    else:
        host.trade((move,))


def _restore(host: Host, move: Move) -> None:
    """Put an old file back of which only the first half of its move was done."""
    if host.size(move.name) is None:
        host.move(move.aside, move.name)
    else:  # it had a second name only
        host.remove(move.aside)


def _there(host: Host, moves: Iterable[Move]) -> frozenset[str]:
    """Return which of the places beside the site still, or already, have a file."""
    return frozenset(host.sizes([place for move in moves for place in (move.source, move.aside) if place]))


def _is_done(move: Move, there: frozenset[str]) -> bool:
    return move.source not in there if move.source else move.aside in there


def _write(host: Host, name: str, value: bytes) -> None:
    host.write(name, value)
    if host.size(name) != len(value):
        raise faults.lost(name)


def in_order(moves: Iterable[Move]) -> tuple[Move, ...]:
    """Return moves in the order in which no page ever leads to nowhere.

    What pages are made of comes first, then new pages, those that change, the start page, and what lists the pages;
    what goes away goes last, when nothing leads there any more.
    """
    return tuple(sorted(moves, key=lambda move: (_turn(move), move.name)))


_LISTING = ("feed", "sitemap", "search/", "robots.txt")
_START = "index.html"
_PAGE = ".html"
RULES = frozenset({".htaccess", "web.config"})
"""What decides which of two trees is seen changes when both say the same."""


def _turn(move: Move) -> int:
    if not move.source:
        return 7 if move.name.endswith(_PAGE) else 8
    if move.name in RULES:
        return 6
    if move.name == _START:
        return 4
    if move.name.startswith(_LISTING):
        return 5
    if not move.name.endswith(_PAGE):
        return 1
    return 3 if move.aside else 2
