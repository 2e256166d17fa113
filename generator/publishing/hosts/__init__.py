"""What can be asked of a place that keeps files: the same few things of a folder, SFTP and FTP.

All names are relative to the folder of the site, with `/` between their parts. Each method may raise `HostFault`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


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


class Host(Protocol):
    """The folder of a site on some machine, to be left when the work is done."""

    def read(self, name: str) -> bytes | None:
        """Return what a file holds, or None where there is none."""

    def write(self, name: str, value: bytes) -> None:
        """Write a file that nobody looks at yet; it may be left cut if the line breaks."""

    def size(self, name: str) -> int | None:
        """Return how many bytes a file has, or None where there is none."""

    def sizes(self, names: Sequence[str]) -> dict[str, int]:
        """Return those of some names that are files, with their sizes."""

    def listed(self, folder: str) -> dict[str, int]:
        """Return the files in a folder and their sizes, folders as -1; nothing where there is no such folder."""

    def move(self, old: str, new: str) -> None:
        """Give a file another name, which nothing has yet."""

    def trade(self, moves: Sequence[Move]) -> None:
        """Do several moves, in any order: none of them needs another.

        A file takes the place of another one in one step where the host can do that: whoever reads it gets the old or
        the new one. It may be that the old one is aside already and in its place as well, from a try that was
        interrupted. What is refused leaves every other file as it was, or moved.
        """

    def remove(self, *names: str) -> None:
        """Remove files, those that are there."""

    def make_folder(self, name: str) -> bool:
        """Make a folder, and return whether there was none: of several who ask at once, one makes it."""

    def remove_folder(self, name: str) -> None:
        """Remove an empty folder, if there is one."""

    def leave(self) -> None:
        """End the connection."""


def empty(host: Host, folder: str) -> None:
    """Remove a folder with the files in it."""
    host.remove(*(f"{folder}/{name}" for name, size in sorted(host.listed(folder).items()) if size >= 0))
    host.remove_folder(folder)
