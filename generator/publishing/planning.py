"""What a release would change on a host: what goes up, who takes whose place, and how that is undone."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from generator.publishing import faults, sending, state, switch, tree
from generator.publishing.hosts import Move
from generator.publishing.state import File, State, Undo

if TYPE_CHECKING:
    from generator.publishing.hosts import Host
    from generator.publishing.release import Asked, Wanted

_ASKED_FOR = "assets/kept/"
"""Where the site has what its pages load, named by its content."""
_UNKNOWN = state.digest_of("0" * 64)
"""Stands for the digest of a file that others put there."""


class Plan(NamedTuple):
    """What is sent, under which name it lies beside the site, and who takes whose place."""

    uploads: dict[str, str]
    moves: tuple[Move, ...]
    undo: tuple[Undo, ...]
    altered: tuple[str, ...]
    missing: tuple[str, ...]


def differing(wanted: Wanted, there: State | None) -> tuple[list[str], list[str]]:
    """Return which files would be sent, and which would go."""
    files = there.files if there else {}
    sent = sorted(name for name, file in wanted.files.items() if files.get(name) != file)
    return sent, sorted(files.keys() - wanted.files.keys())


def late_of(wanted: Wanted, there: State) -> dict[str, File]:
    """Return what only older pages ask for, which stays for one release: somebody opened such a page just now."""
    gone = there.files.keys() - wanted.files.keys() - there.late
    return {name: there.files[name] for name in gone if name.startswith(_ASKED_FOR)}


def planned(host: Host, wanted: Wanted, there: State, asked: Asked) -> Plan:
    """Return what is to be done; raises `HostFault` where a file of somebody else's is in the way."""
    known = there.files
    ready = _ready(host, wanted, there)
    names = {*wanted.files, *known} if asked.repair else {*chain(*differing(wanted, there))}
    sizes = host.sizes(sorted(names))
    altered = sorted(name for name in names if name in known and sizes.get(name, known[name].size) != known[name].size)
    missing = sorted(name for name in names if name in known and name not in sizes)
    clashing = sorted(name for name in names if name not in known and name in sizes)
    if clashing and not asked.adopt:
        raise faults.in_the_way(clashing)
    damaged = {*altered, *missing} if asked.repair else set()
    uploads, moves, undo = {}, [], []
    used: dict[str, int] = {}
    number = there.last + 1
    for index, name in enumerate(sorted(names)):
        file = wanted.files.get(name)
        if file is not None and file == known.get(name) and name not in damaged:
            continue
        source = ""
        if file is not None:
            source = ready.get(name, "")
            if not source:
                uploads[name] = source = f"{state.NEXT}/{sending.label(file, used)}"
        aside = f"{state.KEPT}/{number}/{index}" if name in sizes else ""
        if source or aside:
            moves.append(Move(name, source, aside))
        was = known.get(name, File(_UNKNOWN, sizes.get(name, 0)))
        if name not in damaged and (aside or source):
            undo.append(Undo(name, str(index) if aside else "", was.digest, was.size))
    ordered = switch.in_order(moves)
    return Plan(uploads, ordered, tuple(undo), tuple(altered), tuple(missing))


def _ready(host: Host, wanted: Wanted, there: State) -> dict[str, str]:
    """Return the files that lie on the host already: those of a sealed tree whose moment has come."""
    shut = tree.read(host) if there.seal and not wanted.seal else None
    if shut is None:
        return {}
    same = {name: f"{shut.folder}/{name}" for name, file in shut.files.items() if wanted.files.get(name) == file}
    sizes = host.sizes(sorted(same.values()))
    return {name: place for name, place in same.items() if sizes.get(place) == wanted.files[name].size}


def backwards(there: State) -> tuple[Move, ...]:
    """Return the moves to the release before; what they put aside is found again if the same is published anew."""
    before = there.earlier[0]
    used: dict[str, int] = {}
    moves = []
    for row in before.undo:
        file = there.files.get(row.name)
        aside = f"{state.NEXT}/{sending.label(file, used)}" if file else ""
        moves.append(Move(row.name, f"{state.KEPT}/{before.id}/{row.kept}" if row.kept else "", aside))
    return switch.in_order(moves)
