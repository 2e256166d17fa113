"""Writes files, and carries over what stands in `site/` and `build/` but is not ours; never deletes anybody's files."""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path, PurePosixPath
from threading import get_ident
from typing import TYPE_CHECKING

from generator.disk.moving import move
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_FOLDER_FOR_ALL, _FILE_FOR_ALL = 0o755, 0o644


def carry_over(project: Path, fresh: Path, names: Iterable[str], ours: Collection[str]) -> list[str]:
    """Carry over everything in the old folders that is not ours into the fresh ones, pipes and empty folders too.

    `ours` are paths from the project folder. Return what is in our way, which was not carried over.
    """
    in_the_way = []
    above = {parent.as_posix() for path in ours for parent in PurePosixPath(path).parents}
    for name in names:
        top = project / name
        found = sorted(_ends(top)) if top.is_dir() else []
        for old in found:
            path = old.relative_to(project).as_posix()
            if path not in ours and path not in above and not _carried(old, fresh / path):
                in_the_way.append(path)
    return in_the_way


def _ends(folder: Path) -> Iterator[Path]:
    """Yield everything in a folder, at any depth, that holds nothing: files, links, and folders without anything."""
    for each in folder.iterdir():
        if each.is_dir() and not each.is_symlink() and any(each.iterdir()):
            yield from _ends(each)
        else:
            yield each


def _carried(old: Path, new: Path) -> bool:
    """Make a thing appear in its new place; return whether it does."""
    if os.path.lexists(new):
        return same(old, new) or (old.is_dir() and new.is_dir() and not old.is_symlink())
    try:
        if old.is_dir() and not old.is_symlink():
            new.mkdir(parents=True)
        else:
            link(old, new)
    except (NotADirectoryError, FileExistsError):
        return False  # a file of ours stands where a folder above it was
    return True


def same(one: Path, other: Path) -> bool:
    """Return whether both are ordinary files with the same bytes; a pipe is never opened, since it may never end."""
    return is_file(one) and is_file(other) and (one.samefile(other) or one.read_bytes() == other.read_bytes())


def is_file(path: Path) -> bool:
    """Return whether there is an ordinary file, and no link to one."""
    return path.is_file() and not path.is_symlink()


def refuse(paths: Iterable[str]) -> None:
    """Raise `ProblemsFound` for things of somebody's that are in our way, if there are any."""
    problems = [_in_the_way(path) for path in paths]
    if problems:
        raise ProblemsFound(problems)


def keep_aside(project: Path, fresh: Path, folder: str, path: str) -> str:
    """Make a thing of the old folders appear in another folder of the fresh ones, and return its path there.

    A second one of the same name gets a number, unless it is the same.
    """
    old, number = project / path, 1
    first = PurePosixPath(folder, path.removeprefix(f"{PurePosixPath(folder).parts[0]}/"))
    new = first
    while os.path.lexists(fresh / new) and not same(old, fresh / new):
        number += 1
        new = first.with_name(f"{first.stem}-{number}{first.suffix}")
    if not os.path.lexists(fresh / new):
        link(Path(os.path.realpath(old)) if old.is_file() else old, fresh / new)
    return new.as_posix()


def readable(folder: Path) -> None:
    """Let everybody read a folder with all that is in it, as a web server must, whatever this computer is used to."""
    folder.chmod(_FOLDER_FOR_ALL)
    for above, folders, files in os.walk(folder):
        for names, rights in ((folders, _FOLDER_FOR_ALL), (files, _FILE_FOR_ALL)):
            for path in (Path(above, name) for name in names):
                if not path.is_symlink():
                    path.chmod(rights)


def for_all(place: Path) -> None:
    """Let everybody read a file or folder, as a web server must; a disk that knows no rights does without."""
    with suppress(OSError):
        place.chmod(_FOLDER_FOR_ALL if place.is_dir() else _FILE_FOR_ALL)


def end(folder: Path) -> None:
    """Remove an empty folder, if there is one."""
    with suppress(FileNotFoundError):
        folder.rmdir()


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


def clear(folder: Path) -> None:
    """Remove a folder that was begun here, with what is in it."""
    shutil.rmtree(folder)


def replace(file: Path, value: bytes) -> None:
    """Write a file, creating the folders above it, so that it is either the old file or the new one, never half of it.

    Other threads may read or write it at the same time. Where the file is a link, the link stays; who may read and
    write it stays too.
    """
    file = Path(os.path.realpath(file))
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.{get_ident()}.new")
    new.unlink(missing_ok=True)
    with new.open("xb") as out:
        out.write(value)
    with suppress(OSError):
        new.chmod(stat.S_IMODE(file.stat().st_mode))
    move(new, file)


def restore(file: Path, value: bytes | None) -> None:
    """Put a file back to what it was before it was written: these bytes, or no file at all."""
    if value is None:
        file.unlink(missing_ok=True)
    else:
        replace(file, value)


def link(old: Path, new: Path) -> None:
    """Make a file, link or pipe appear in a second place as well; a disk without hard links gets a copy."""
    try:
        try:
            os.link(old, new, follow_symlinks=False)
        except FileNotFoundError:
            new.parent.mkdir(parents=True, exist_ok=True)
            os.link(old, new, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        if stat.S_ISFIFO(os.lstat(old).st_mode):
            os.mkfifo(new)
        elif old.is_symlink() or old.is_file():
            shutil.copy2(old, new, follow_symlinks=False)
        else:
            raise ProblemsFound((_in_the_way(str(old)),)) from None
