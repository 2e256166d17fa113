"""Files trade places on a host, one after the other, so that whoever interrupts it leaves something to go on from.

A journal says which files go where, before the first one moves. What has been done is seen from what is still in its
old place, so finishing twice does no harm, and undoing is the same the other way round.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, NamedTuple

from generator.disk.own import fits
from generator.publishing import faults, hosts, state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.publishing.hosts import Host

_SHAPE = [[str]]


class Move(NamedTuple):
    """What happens to one file of the site: `source` takes its place, and what stood there goes `aside`.

    "" as `source` takes the file away, "" as `aside` means that there was none.
    """

    name: str
    source: str
    aside: str

    @property
    def back(self) -> Move:
        """The move that undoes this one."""
        return Move(self.name, self.aside, self.source)


def begin(host: Host, moves: Sequence[Move], after: state.State) -> None:
    """Write down what is to be done, and begin: from here on it is finished or undone, by whoever comes next."""
    _write(host, state.JOURNAL, zlib.compress(json.dumps(moves, separators=(",", ":")).encode(), 9))
    _write(host, state.AFTER, state.packed(after))
    host.remove(state.BEFORE)
    host.move(state.STATE, state.BEFORE)


def carry_out(host: Host, moves: Sequence[Move], beat: Callable[[str], None]) -> None:
    """Do what the journal says, of which nothing has been done yet, and end it."""
    for move in moves:
        beat(move.name)
        _do(host, move)
    host.move(state.AFTER, state.STATE)


def interrupted(host: Host) -> tuple[Move, ...] | None:
    """Return the moves of a switch that began and did not end, or None; the host has no list where this is asked."""
    written = host.read(state.JOURNAL)
    if written is None or host.read(state.BEFORE) is None or host.read(state.AFTER) is None:
        return None
    try:
        listed = json.loads(zlib.decompress(written))
    except (zlib.error, ValueError):
        raise faults.strange_state() from None
    if not fits(listed, _SHAPE):
        raise faults.strange_state()
    return tuple(Move(*row) for row in listed)


def finish(host: Host, moves: Sequence[Move], beat: Callable[[str], None]) -> None:
    """Do what is left of an interrupted switch."""
    there = _there(host, moves)
    for move in moves:
        if not _is_done(move, there):
            beat(move.name)
            _do(host, move, halfway=move.aside in there)
    host.move(state.AFTER, state.STATE)


def undo(host: Host, moves: Sequence[Move], beat: Callable[[str], None]) -> None:
    """Take back what was done of an interrupted switch."""
    there = _there(host, moves)
    for move in reversed(moves):
        beat(move.name)
        if _is_done(move, there):
            _do(host, move.back)
        elif move.aside in there and move.source:
            _restore(host, move)
    host.move(state.BEFORE, state.STATE)
    host.remove(state.AFTER)


def _do(host: Host, move: Move, *, halfway: bool = False) -> None:
    """Do one move; where it was interrupted `halfway`, the old file is aside already."""
    if not move.source:
        host.move(move.name, move.aside)
    elif not move.aside or (halfway and host.size(move.name) is None):
        host.move(move.source, move.name)
    else:
        host.exchange(move.name, move.source, move.aside)


def _restore(host: Host, move: Move) -> None:
    """Put an old file back of which only the first half of its move was done."""
    if host.size(move.name) is None:
        host.move(move.aside, move.name)
    else:  # it had a second name only
        host.remove(move.aside)


def _there(host: Host, moves: Iterable[Move]) -> frozenset[str]:
    """Return which of the places beside the site still, or already, have a file."""
    folders: dict[str, list[str]] = {}
    for place in (place for move in moves for place in (move.source, move.aside) if place):
        folder, _, name = place.rpartition("/")
        folders.setdefault(folder, []).append(name)
    return frozenset(
        f"{folder}/{name}" for folder, names in folders.items() for name in hosts.sizes(host, folder, names)
    )


def _is_done(move: Move, there: frozenset[str]) -> bool:
    return move.source not in there if move.source else move.aside in there


def _write(host: Host, name: str, value: bytes) -> None:
    host.write(name, value)
    if host.size(name) != len(value):
        raise faults.lost(name)


def in_order(moves: Iterable[Move], known: Callable[[str], bool]) -> Iterator[Move]:
    """Yield moves in the order in which no page ever leads to nowhere; `known` tells which names were there before.

    What pages are made of comes first, then new pages, those that change, the start page, and what lists the pages;
    what goes away goes last, when nothing leads there any more.
    """
    yield from sorted(moves, key=lambda move: (_turn(move, known), move.name))


_LISTING = ("feed", "sitemap", "search/", "robots.txt")
_START = "index.html"
_PAGE = ".html"
_RULES = frozenset({".htaccess", "web.config"})
"""What decides which of two trees is seen changes when both say the same."""


def _turn(move: Move, known: Callable[[str], bool]) -> int:
    if not move.source:
        return 7 if move.name.endswith(_PAGE) else 8
    if move.name in _RULES:
        return 6
    if move.name == _START:
        return 4
    if move.name.startswith(_LISTING):
        return 5
    if not move.name.endswith(_PAGE):
        return 1
    return 3 if known(move.name) else 2
