"""What changed goes up beside the site, named by its content: what came before a line broke goes once."""

from __future__ import annotations

from base64 import b85decode
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.publishing import faults, state, switch, tree
from generator.publishing.faults import HostFault

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.publishing.hosts import Host, Move
    from generator.publishing.lock import Lock
    from generator.publishing.release import Asked, Wanted
    from generator.publishing.state import File, State

BEGUN = f"{state.NEXT}/begun"
"""Stands beside files that are not seen: as long as it does, somebody is to tidy up."""


def begin(host: Host) -> None:
    """Make the folder for what is not seen yet."""
    host.make_folder(state.NEXT)
    host.write(BEGUN, b"")


def beside_theirs(host: Host, wanted: Wanted, there: State | None, asked: Asked) -> Wanted:
    """Return a site without the rules for its server where the office has its own: those are not replaced unasked."""
    ours = switch.RULES & wanted.files.keys() - (there.files.keys() if there else set())
    theirs = host.sizes(sorted(ours)) if ours and not wanted.seal and not asked.adopt else {}
    return replace(wanted, files={name: file for name, file in wanted.files.items() if name not in theirs})


def label(file: File, used: dict[str, int]) -> str:
    """Return under which name a file lies beside the site: a cut upload is found again by its content."""
    used[file.digest] = used.get(file.digest, 0) + 1
    return f"{b85decode(file.digest).hex()}-{used[file.digest]}"


def make_room(host: Host, moves: Sequence[Move], number: int) -> None:
    """Make every folder that a release needs."""
    begin(host)
    for folder in (state.KEPT, f"{state.KEPT}/{number}"):
        host.make_folder(folder)
    make_folders(host, moves)


def make_folders(host: Host, moves: Sequence[Move], there: Iterable[str] = ()) -> None:
    """Make every folder into which files go, but for those that files have which are `there`."""
    known = {*tree.folders(there)}
    for folder in tree.folders(move.name for move in moves if move.source):
        if folder not in known:
            host.make_folder(folder)


def send(host: Host, wanted: Wanted, uploads: Mapping[str, str], asked: Asked, lock: Lock) -> int:
    """Send what changed beside the site, read its sizes back, and return how many bytes were sent."""
    front = f"{state.NEXT}/"
    places = {place.removeprefix(front): wanted.files[name].size for name, place in uploads.items()}
    there, sent = host.listed(state.NEXT), 0
    host.remove(*(front + name for name, size in there.items() if front + name != BEGUN and places.get(name) != size))
    for done, (name, place) in enumerate(sorted(uploads.items()), 1):
        if there.get(place.removeprefix(front)) != wanted.files[name].size:
            sent += _sent(host, place, wanted.read(name))
        asked.progress(done, len(uploads), name)
        lock.beat()
    after = host.listed(state.NEXT)
    for name, size in places.items():
        if after.get(name) != size:
            raise faults.lost(name)
    return sent


def _sent(host: Host, place: str, value: bytes) -> int:
    """Send a file and return its size; where there is no room for it, what came of it makes none for others."""
    try:
        host.write(place, value)
    except HostFault as fault:
        if not fault.lost:
            host.remove(place)
        raise
    return len(value)
