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


def clear(host: Host, before: Iterable[str], after: Iterable[str]) -> None:
    """Remove the folders that some files needed and others do not, where nobody keeps anything in them.

    A folder is often named after a person, and many hosts list what it is called.
    """
    needed = {*after}
    for folder in sorted({*folders(before)} - {*folders(needed)}, reverse=True):
        if needed.isdisjoint({folder, *folders([folder])}) and not host.listed(folder):
            host.remove_folder(folder)


def in_the_way(host: Host, before: Iterable[str], after: Iterable[str]) -> frozenset[str]:
    """Return which old files have to go before new ones can come.

    A name becomes a folder, a folder becomes a name, or one is written in other letters where a host tells no large
    letters from small ones.
    """
    old, new = frozenset(before), frozenset(after)
    old_folders, new_folders = frozenset(folders(old)), frozenset(folders(new))
    fresh = {name.casefold(): name for name in new - old}
    twins = {name: fresh[name.casefold()] for name in old - new if name.casefold() in fresh}
    there = host.sizes(sorted(twins.values())) if twins else {}
    inside = (name for name in old if any(name.startswith(f"{folder}/") for folder in old_folders & new))
    return frozenset((*(old & new_folders), *inside, *(name for name, twin in twins.items() if twin in there)))


def folders(names: Iterable[str]) -> Iterator[str]:
    """Yield every folder that some files need, outer ones first."""
    yield from sorted({name[:at] for name in names for at, letter in enumerate(name) if letter == "/"})
