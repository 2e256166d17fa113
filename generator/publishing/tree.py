"""The sealed tree on a host: which files it has, and how it goes again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.publishing import faults, hosts, state

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.publishing.hosts import Host
    from generator.publishing.state import File

_LIST = f"{state.ROOM}/sealed"


class Tree(NamedTuple):
    """The folder of a sealed tree and its files, by their names in the site."""

    folder: str
    files: Mapping[str, File]


def read(host: Host) -> Tree | None:
    """Return the sealed tree of which a host has a list, whether or not all of it is there."""
    written = host.read(_LIST)
    if not written:
        return None
    there = state.read(written)
    if not state.stays_inside(there.salt):
        raise faults.strange_state()
    return Tree(there.salt, there.files)


def note(host: Host, tree: Tree) -> None:
    """Write down which files are about to come, so that they can be removed whatever happens."""
    host.write(_LIST, state.packed(state.State(tree.folder, tree.files)))


def remove(host: Host, tree: Tree) -> None:
    """Remove a sealed tree with its list; raises `HostFault` where it cannot be."""
    names = [f"{tree.folder}/{name}" for name in tree.files]
    for folder in sorted({tree.folder, *folders(names)}, reverse=True):
        hosts.empty(host, folder)
    host.remove(_LIST)


def folders(names: Iterable[str]) -> Iterator[str]:
    """Yield every folder that some files need, outer ones first."""
    yield from sorted({name[:at] for name in names for at, letter in enumerate(name) if letter == "/"})
