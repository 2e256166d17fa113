"""Writes files, and carries over what stands in `site/` and `build/` but is not ours; never deletes anybody's files."""

from __future__ import annotations

import os
import shutil
from threading import get_ident
from typing import TYPE_CHECKING

from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path


def carry_over(project: Path, fresh: Path, names: Iterable[str], ours: Collection[str]) -> None:
    """Carry over everything in the old folders that is not ours into the fresh ones.

    `ours` are paths from the project folder. Raises `ProblemsFound` where such a file is in our way.
    """
    in_the_way = []
    for name in names:
        for path in _foreign(project, name, ours):
            new = fresh / path
            if not new.exists():
                link(project / path, new)
            elif new.read_bytes() != (project / path).read_bytes():
                in_the_way.append(path)
    if in_the_way:
        raise ProblemsFound(_in_the_way(path) for path in in_the_way)


def _foreign(project: Path, name: str, ours: Collection[str]) -> list[str]:
    top = project / name
    if not top.is_dir():
        return []
    paths = (path.relative_to(project).as_posix() for path in top.rglob("*") if path.is_symlink() or path.is_file())
    return sorted(path for path in paths if path not in ours)


def _in_the_way(path: str) -> Problem:
    return Problem(
        file=path,
        line=0,
        column=0,
        field="",
        message=Text(
            "มีไฟล์ชื่อนี้อยู่แล้ว และโปรแกรมไม่ได้เป็นผู้สร้าง จึงไม่เขียนทับ",
            "a file of this name is here already and was not made by this program, so it is not overwritten",
        ),
        fix=Text("ย้ายไฟล์นี้ไปไว้ที่อื่นหรือเปลี่ยนชื่อ แล้วสั่งสร้างใหม่", "move or rename that file, then build again"),
    )


def write(file: Path, value: bytes) -> None:
    """Write a file, creating the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(value)


def begin(folder: Path) -> None:
    """Create a new folder, with the folders above it; raises `FileExistsError` where it exists already."""
    folder.mkdir(parents=True)


def replace(file: Path, value: bytes) -> None:
    """Write a file, creating the folders above it, so that it is either the old file or the new one, never half of it.

    Other threads may read or write it at the same time.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.{get_ident()}.new")
    new.write_bytes(value)
    new.replace(file)


def restore(file: Path, value: bytes | None) -> None:
    """Put a file back to what it was before it was written: these bytes, or no file at all."""
    if value is None:
        file.unlink(missing_ok=True)
    else:
        replace(file, value)


def link(old: Path, new: Path) -> None:
    """Make a file appear in a second place as well; a disk without hard links gets a copy."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)
