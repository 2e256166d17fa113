"""Size, times and file number of files: enough to see that one was changed, without opening it; decides nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from pathlib import Path


def walk(path: str, seen: dict[str, list[int]], passed_over: Container[str], no_input: str) -> None:
    """Stamp a file, or all in a folder except folders and endings that are passed over."""
    if not os.path.isdir(path):  # noqa: PTH112 - os.scandir below is what makes this fast
        see(path, seen)
        return
    with os.scandir(path) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in passed_over:
                    walk(entry.path, seen, passed_over, no_input)
            elif not entry.name.endswith(no_input):
                see(entry.path, seen)


def see(path: str, seen: dict[str, list[int]]) -> None:
    """Stamp whatever stands at a path, if anything does."""
    try:
        stat = os.lstat(path)
    except OSError:
        return
    seen[path] = [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]


def of(root: Path, paths: Iterable[str]) -> dict[str, list[int]]:
    """Return size and time of finished files, which may have been moved; raises `OSError` where one is missing."""
    top = str(root)
    stamps: dict[str, list[int]] = {}
    for path in paths:
        stat = os.lstat(f"{top}/{path}")
        stamps[path] = [stat.st_size, stat.st_mtime_ns]
    return stamps


def one(root: Path, path: str) -> list[int] | None:
    """Return the same for one file, or None where it is missing."""
    try:
        return of(root, [path])[path]
    except OSError:
        return None
