"""A folder of this computer, of a stick, or of a Windows share: what is there is seen at once."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from generator.disk import keeping
from generator.disk.moving import move
from generator.publishing import faults

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.publishing.hosts import Move

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def _told(ask: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Return a function that tells what the disk refuses as a fault of the host."""

    def asked(*words: Asked.args, **named: Asked.kwargs) -> Answer:
        try:
            return ask(*words, **named)
        except OSError as fault:
            if fault.errno in _FULL:
                raise faults.full(fault.strerror) from fault
            raise faults.refused(str(fault.filename or ""), fault.strerror) from fault

    return asked


def _size(file: Path) -> int:
    """Return how many bytes a file has; a link to nowhere, and a file that went just now, have none."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


class FolderHost:
    """A folder that this computer writes to itself."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, made when something goes into it; raises `HostFault` where there is none to make it in."""
        if not folder.is_dir() and (folder.exists() or not folder.parent.is_dir()):
            raise faults.no_folder(str(folder))
        self._folder = folder

    @_told
    def read(self, name: str) -> bytes | None:
        """Return what a file holds, or None where there is none."""
        file = self._folder / name
        return file.read_bytes() if file.is_file() else None

    @_told
    def write(self, name: str, value: bytes) -> None:
        """Write a file, for everybody to read."""
        file = self._folder / name
        keeping.write(file, value)
        keeping.for_all(file)

    @_told
    def size(self, name: str) -> int | None:
        """Return how many bytes a file has, or None where there is none."""
        file = self._folder / name
        return _size(file) if file.is_file() or (file.is_symlink() and not file.exists()) else None

    def sizes(self, names: Sequence[str]) -> dict[str, int]:
        """Return those of some names that are files, with their sizes."""
        asked = ((name, self.size(name)) for name in names)
        return {name: size for name, size in asked if size is not None}

    @_told
    def listed(self, folder: str) -> dict[str, int]:
        """Return the files in a folder and their sizes, folders as -1."""
        place = self._folder / folder
        if not place.is_dir():
            return {}
        with os.scandir(place) as there:
            return {each.name: -1 if each.is_dir() else _size(Path(each)) for each in there}

    @_told
    def move(self, old: str, new: str) -> None:
        """Give a file another name."""
        move(self._folder / old, self._folder / new)

    @_told
    def trade(self, moves: Sequence[Move]) -> None:
        """Do several moves; an old file gets a second name, and the new one takes its place in one step."""
        for name, source, aside in moves:
            here, keep = self._folder / name, self._folder / aside
            if not source:
                move(here, keep)
                continue
            if aside and os.path.lexists(here) and not os.path.lexists(keep):
                keeping.link(here, keep)
            move(self._folder / source, here)

    @_told
    def remove(self, *names: str) -> None:
        """Remove files, those that are there."""
        for name in names:
            keeping.restore(self._folder / name, None)

    @_told
    def make_folder(self, name: str) -> bool:
        """Make a folder for everybody to read, and return whether there was none."""
        try:
            keeping.begin(self._folder / name)
        except FileExistsError:
            return False
        keeping.for_all(self._folder / name)
        return True

    @_told
    def remove_folder(self, name: str) -> None:
        """Remove an empty folder, if there is one."""
        keeping.end(self._folder / name)

    def leave(self) -> None:
        """Do nothing: a folder needs no line."""
