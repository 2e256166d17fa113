"""Puts finished folders in the place of old ones: a reader sees the old folder or the new one, never a mixture.

On Linux and macOS two folders trade places in one system call. Windows has no such call: there the old one is moved
aside first. A journal, written when everything is made and before anything moves, lets the next start finish a swap
that was interrupted; folders are recognised by their file-system identity, so finishing twice does no harm.

A target may be a link that the office made, to another disk perhaps: the link stays, and the folder that it leads to is
exchanged. What was made on another disk is first copied beside it, because only neighbours can trade places.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.disk import locks, own
from generator.disk.moving import move
from generator.disk.own import Own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_ASIDE = ".old"
PREVIEW = "preview"
"""The folder of what is made for a moment that has not come yet: only to be looked at, so no command takes from it."""
PASSING = ".tonbaep.mkdocs.yml"
"""What the site's engine is told of a site that is only looked at: it may name people before their moment."""
_BESIDE = ".tonbaep-"
"""Begins the name of a fresh folder that was copied beside its target on another disk."""
SEALED = ".tonbaep/sealed"
"""The folder of what is made for a moment that has not come yet, to lie sealed on a host until then."""
_ELSEWHERE = (f"{PREVIEW}/", f"{SEALED}/")
_OUTPUTS = tuple(f"{front}{name}" for front in ("", *_ELSEWHERE) for name in ("site", "build"))
_SHAPE = [{"fresh": str, "target": str, "identity": int}]


class Swap(NamedTuple):
    """A finished folder and the place it is meant for."""

    fresh: Path
    target: Path


class Workshop:
    """The folder `.tonbaep` of a project: cache, journal, lock, and the place where new folders are made."""

    def __init__(self, project: Path) -> None:
        """Use the project's own `.tonbaep`, on the same disk as its outputs, so that moving is only renaming."""
        self.project = project
        self.outputs = project
        """The folder in which `build/` and `site/` stand."""
        self.own = Own(project)
        self.folder = project / ".tonbaep"
        self.photos = self.folder / "cache" / "photos"
        self.sheets = self.folder / "cache" / "sheets"
        self.compiled = self.folder / "cache" / "templates"
        self.staged = project / ".tonbaep" / "staged"
        self.fresh = self.folder / "fresh"
        self._aside = self.folder / "aside"
        self.state = self.folder / "state.json"
        self._journal = self.folder / "journal.json"
        self._lock = self.folder / "lock"

    @contextmanager
    def locked(self, waiting: Callable[[], None]) -> Iterator[None]:
        """Lock the project for this process; if another process holds the lock, call `waiting` once, and wait.

        The lock belongs to the operating system and ends with its process, so a killed build leaves none behind.
        """
        self._set_up()
        with self._lock.open("a+b") as file:
            if not locks.taken(file):
                waiting()
                locks.wait(file)
            try:
                self.recover()
                yield
            finally:
                locks.leave(file)

    @contextmanager
    def trying(self) -> Iterator[Path]:
        """Yield the folder in which records are tried that may be refused, to one at a time.

        It has a lock of its own: who only looks need not wait until something is made.
        """
        self._set_up()
        lock = self.folder / "trial.lock"
        self.own.clear(lock)
        with lock.open("a+b") as file:
            locks.wait(file)
            try:
                yield self.folder / "trial"
            finally:
                locks.leave(file)

    def aside(self) -> Workshop:
        """Return a workshop with its own places, for what is made only to be looked at and never leaves them."""
        other = Workshop(self.project)
        other.own = self.own
        other.staged, other.fresh = self._aside / "staged", self._aside / "fresh"
        return other

    def previewing(self) -> Workshop:
        """Return a workshop whose `build/` and `site/` stand in a folder of their own, which no other command reads.

        What they are made from goes when they are finished.
        """
        other = Workshop(self.project)
        other.own = self.own
        other.staged = self._aside / "staged"
        other.outputs, other.state = self.project / PREVIEW, self.folder / "preview.json"
        return other

    def sealing(self) -> Workshop:
        """Return a workshop for what is to be sealed: made to the side as well, but as it will be seen."""
        other = self.previewing()
        other.outputs, other.state = self.project / SEALED, self.folder / "sealed-state.json"
        return other

    @property
    def is_preview(self) -> bool:
        """Whether what is made here stands to the side, since its moment has not come."""
        return self.outputs != self.project

    @property
    def is_marked(self) -> bool:
        """Whether every page says that it is only to be looked at."""
        return self.outputs == self.project / PREVIEW

    def _set_up(self) -> None:
        """Make the workshop's folders; only `.tonbaep` itself may be a link, and none may lead out of it."""
        if not self.folder.is_dir():
            self.own.folder(self.folder)
        for folder in (self.compiled.parent, self.compiled, self.photos, self.sheets):
            self.own.folder(folder)
        for folder in (self.staged, self.fresh, self._aside):
            if os.path.lexists(folder):
                self.own.folder(folder)
        self.own.clear(self._lock)

    def swap(self, swaps: list[Swap]) -> None:
        """Put every fresh folder in its place, or none of them."""
        for swap in swaps:
            swap.target.parent.mkdir(exist_ok=True)  # that of a first preview, or of what is sealed
        near = [_beside(swap) for swap in swaps]
        self.own.clear(self._journal)
        write_whole(self._journal, [_entry(self.project, *pair) for pair in zip(swaps, near, strict=True)])
        done: list[Swap] = []
        try:
            for swap in near:
                _exchange(swap)
                done.append(swap)
        except OSError:
            for swap in reversed(done):
                _undo(swap)
            self._journal.unlink()
            raise
        self.recover()

    def recover(self) -> None:
        """Finish a swap that is still in the journal, and remove what is left of it."""
        for entry in self.own.read(self._journal, _SHAPE, self._of_this_project) or []:
            target = _real(self.project / entry["target"])
            swap = Swap(self._fresh_of(entry, target), target)
            if _identity(swap.target) != entry["identity"] and _identity(swap.fresh) == entry["identity"]:
                _exchange(swap)
        with suppress(FileNotFoundError):
            self._journal.unlink()
        beside = [_neighbour(_real(self.project / name)) for name in _OUTPUTS]
        for folder in (self.fresh, self._aside, *beside, *(path.with_name(path.name + _ASIDE) for path in beside)):
            shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):
            (self.project / PASSING).unlink()

    def _of_this_project(self, entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return a journal's entries; raises `ValueError` for one that would move anything but what was made here."""
        for entry in entries:
            target, fresh = entry["target"], entry["fresh"]
            name = next((target.removeprefix(front) for front in _ELSEWHERE if target.startswith(front)), target)
            if not name.isidentifier() or fresh not in {_BESIDE, f".tonbaep/fresh/{name}"}:
                raise ValueError(target)
        return entries

    def _fresh_of(self, entry: dict[str, Any], target: Path) -> Path:
        return _neighbour(target) if entry["fresh"] == _BESIDE else self.project / entry["fresh"]


def write_whole(file: Path, value: object) -> None:
    """Write JSON so that the file is complete or not there at all, even after a power cut."""
    new = file.with_name(file.name + ".new")
    if own.not_a_file(new):
        own.moved_aside(new)  # a link would be written through
    new.unlink(missing_ok=True)
    with new.open("x", encoding="utf-8") as out:
        out.write(json.dumps(value, ensure_ascii=False))  # `json.dump` takes four times as long
        out.flush()
        os.fsync(out.fileno())
    move(new, file)


def _entry(project: Path, swap: Swap, near: Swap) -> dict[str, object]:
    fresh = swap.fresh.relative_to(project).as_posix() if near.fresh == swap.fresh else _BESIDE
    return {"fresh": fresh, "target": swap.target.relative_to(project).as_posix(), "identity": _identity(near.fresh)}


def _real(target: Path) -> Path:
    """Return the folder that a target is, or that a link in its place leads to."""
    return Path(os.path.realpath(target)) if target.is_symlink() else target


def _neighbour(target: Path) -> Path:
    return target.with_name(_BESIDE + target.name)


def _beside(swap: Swap) -> Swap:
    """Return a swap of two folders on one disk; a fresh folder from another disk is copied beside its target."""
    target = _real(swap.target)
    if _disk(swap.fresh) in {None, _disk(target.parent)}:
        return Swap(swap.fresh, target)
    near = Swap(_neighbour(target), target)
    shutil.rmtree(near.fresh, ignore_errors=True)
    _copy(swap.fresh, near.fresh)
    return near


def _copy(old: Path, new: Path) -> None:
    """Copy a folder to another disk, where pipes and links stay what they are.

    Unlike `shutil.copytree`, raises the very `OSError` of the disk.
    """
    new.mkdir()
    for each in old.iterdir():
        about, there = each.lstat(), new / each.name
        if stat.S_ISDIR(about.st_mode):
            _copy(each, there)
        elif stat.S_ISREG(about.st_mode) or each.is_symlink():
            shutil.copy2(each, there, follow_symlinks=False)
        else:
            os.mknod(there, about.st_mode, about.st_rdev)
    shutil.copystat(old, new)


def _disk(folder: Path) -> int | None:
    try:
        return folder.stat().st_dev
    except OSError:
        return None


def _identity(folder: Path) -> int | None:
    """Return the file system's own number for a folder, which a rename does not change."""
    try:
        return folder.stat().st_ino
    except OSError:
        return None


def _exchange(swap: Swap) -> None:
    """Exchange a fresh folder with its target; where there is no target yet, move it there."""
    if not swap.target.exists():
        aside = swap.fresh.with_name(swap.fresh.name + _ASIDE)
        move(swap.fresh, swap.target)
        if aside.exists():
            move(aside, swap.fresh)
        return
    if _exchange_at_once(swap.fresh, swap.target):
        return
    aside = swap.fresh.with_name(swap.fresh.name + _ASIDE)
    move(swap.target, aside)
    try:
        move(swap.fresh, swap.target)
    except OSError:
        move(aside, swap.target)
        raise
    move(aside, swap.fresh)


def _undo(swap: Swap) -> None:
    if swap.fresh.exists():
        _exchange(swap)
    else:
        move(swap.target, swap.fresh)


def _exchange_at_once(one: Path, other: Path) -> bool:
    """Exchange two folders in one system call; return False where the system or the disk cannot do it."""
    if sys.platform == "win32":
        return False
    import ctypes  # 10 ms that a run with nothing to do need not spend

    libc = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        call = getattr(libc, "renamex_np", None)
        failed = call is None or call(first, second, _RENAME_SWAP)
    else:
        call = getattr(libc, "renameat2", None)
        failed = call is None or call(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
    if not failed:
        return True
    code = ctypes.get_errno()
    if call is None or code in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))
