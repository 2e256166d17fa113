"""What can be asked of a place that keeps files: the same few things of a folder, SFTP and FTP.

All names are relative to the folder of the site, with `/` between their parts. Each method may raise `HostFault`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable


class Host(Protocol):
    """The folder of a site on some machine, to be left when the work is done."""

    def read(self, name: str) -> bytes | None:
        """Return what a file holds, or None where there is none."""

    def write(self, name: str, value: bytes) -> None:
        """Write a file that nobody looks at yet; it may be left cut if the line breaks."""

    def size(self, name: str) -> int | None:
        """Return how many bytes a file has, or None where there is none."""

    def listed(self, folder: str) -> dict[str, int] | None:
        """Return the files in a folder and their sizes, folders as -1; None where the host does not tell."""

    def move(self, old: str, new: str) -> None:
        """Give a file another name, which nothing has yet."""

    def exchange(self, name: str, source: str, aside: str) -> None:
        """Put the file `source` at `name`, where one stands that is at `aside` from then on.

        In one step where the host can: whoever reads `name` gets the old or the new one. It may be that `aside` is
        there already, from a try that was interrupted.
        """

    def remove(self, name: str) -> None:
        """Remove a file, if there is one."""

    def make_folder(self, name: str) -> bool:
        """Make a folder, and return whether there was none: of several who ask at once, one makes it."""

    def remove_folder(self, name: str) -> None:
        """Remove an empty folder, if there is one."""

    def leave(self) -> None:
        """End the connection."""


def sizes(host: Host, folder: str, names: Iterable[str]) -> dict[str, int]:
    """Return those of some names that are files in a folder, with their sizes; folders are not among them."""
    listed = host.listed(folder)
    if listed is None:
        asked = {name: host.size(f"{folder}/{name}" if folder else name) for name in names}
        return {name: size for name, size in asked.items() if size is not None}
    return {name: listed[name] for name in names if listed.get(name, -1) >= 0}


def sizes_of(host: Host, names: Iterable[str]) -> dict[str, int]:
    """Return the sizes of those of some files that are there, whichever folders they are in."""
    folders: dict[str, list[str]] = {}
    for name in names:
        folder, _, last = name.rpartition("/")
        folders.setdefault(folder, []).append(last)
    found = {}
    for folder, there in folders.items():
        front = f"{folder}/" if folder else ""
        found.update({f"{front}{name}": size for name, size in sizes(host, folder, there).items()})
    return found


def empty(host: Host, folder: str, names: Iterable[str] = ()) -> None:
    """Remove a folder with the files in it, those of `names` where the host does not list any."""
    listed = host.listed(folder)
    for name in sorted(names if listed is None else (name for name, size in listed.items() if size >= 0)):
        host.remove(f"{folder}/{name}")
    host.remove_folder(folder)
