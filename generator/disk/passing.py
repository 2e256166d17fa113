"""A folder for what only this process looks at: beside no project, for its owner's eyes, gone when it ends."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from weakref import finalize

from generator.disk import keeping


def folder(owner: object) -> Path:
    """Return a new folder that lasts as long as its owner does."""
    place = Path(mkdtemp(prefix="tonbaep-"))
    finalize(owner, rmtree, place, ignore_errors=True)
    return place


def put(file: Path, value: bytes) -> Path:
    """Write a file there, whole, and return it."""
    keeping.replace(file, value)
    return file


def bring(old: Path, new: Path) -> None:
    """Let a file lie there, too, unless it does already."""
    if not new.exists():
        keeping.link(old, new)
