"""Brings records from a ZIP or a git host into a folder of the batch's own; takes records and pages from them alone.

What comes from elsewhere is not trusted: no template and no setting is taken, since those are run; no link is followed,
no name leads out of the folder, and a ZIP that would fill the disk is refused before it is opened.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import subprocess
import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from generator.batch import wording
from generator.problems import Problem, ProblemsFound
from generator.reading.folder import WINNERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.batch.offices import Row

TAKEN: Final = (WINNERS, "content")
_MOST_BYTES, _MOST_FILES = 1_000_000_000, 20_000
_PATIENCE = 600
_GIT_ALONE = {"GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": "https:ssh:file", "GIT_CONFIG_NOSYSTEM": "1"}


class Fetching:
    """Where fetched records lie, and what of them was there before: `known` are the stamps of the last run."""

    def __init__(self, folder: Path, known: dict[str, str]) -> None:
        """Fetch into folders below one folder, named after their offices."""
        self._folder, self._known = folder, known
        self.stamps: dict[str, str] = {}

    def fetch(self, row: Row) -> Path:
        """Return the project folder of a row, fetched if it has changed; raises `ProblemsFound`."""
        place = self._folder / row.name
        try:
            stamp = _head(row.source) if row.is_git else _digest(Path(row.source))
            if stamp != self._known.get(row.name) or not (place / WINNERS).is_dir():
                self._bring(row, place)
        except (OSError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile) as fault:
            detail = getattr(fault, "strerror", None) or str(fault) or type(fault).__name__
            said = wording.not_fetched(row.shown, detail.replace(row.source, row.shown))
            raise ProblemsFound((Problem(row.place, row.line, 1 if row.line else 0, "", *said),)) from None
        self.stamps[row.name] = stamp
        return place

    def _bring(self, row: Row, place: Path) -> None:
        new = self._folder / f".{row.name}.new"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        try:
            (_clone if row.is_git else _unpack)(row.source, new)
            found = _project(new)
            place.mkdir(exist_ok=True)
            for name in TAKEN:
                shutil.rmtree(place / name, ignore_errors=True)
                if (found / name).is_dir():
                    (found / name).rename(place / name)
        finally:
            shutil.rmtree(new, ignore_errors=True)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _project(folder: Path) -> Path:
    """Return the folder that holds the records: the uppermost, since an archive has its own name on top, mostly."""
    found = sorted((each.parent for each in folder.rglob(WINNERS) if each.is_dir()), key=lambda each: len(each.parts))
    if not found:
        message = f"no {WINNERS}"
        raise ValueError(message)
    return found[0]


def _unpack(source: str, new: Path) -> None:
    with zipfile.ZipFile(source) as archive:
        members = archive.infolist()
        if len(members) > _MOST_FILES or sum(each.file_size for each in members) > _MOST_BYTES:
            message = f"> {_MOST_BYTES:,} bytes / {_MOST_FILES:,} files"
            raise ValueError(message)
        for member in members:
            _confirm(member)
            archive.extract(member, new)


def _confirm(member: zipfile.ZipInfo) -> None:
    """Raise `ValueError` for a name that leads elsewhere, and for what is no file."""
    name = PurePosixPath(member.filename.replace("\\", "/"))
    mode = member.external_attr >> 16
    special = stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}
    if name.is_absolute() or ".." in name.parts or ":" in member.filename or special:
        raise ValueError(member.filename)


def _head(source: str) -> str:
    """Return the commit that a git host has now."""
    return _git("ls-remote", "--", source, "HEAD").partition("\t")[0] or "-"


def _clone(source: str, new: Path) -> None:
    """Clone the newest commit; links in it become files with their text, so none leads to a file of this machine."""
    settings = ("-c", "core.symlinks=false", "-c", f"core.hooksPath={os.devnull}", "-c", "protocol.ext.allow=never")
    _git(*settings, "clone", "--quiet", "--depth", "1", "--", source, str(new / "clone"))


def _git(*words: str) -> str:
    """Run git without asking anybody; raises `ValueError` with its reason where it refuses."""
    program = shutil.which("git")
    if program is None:
        message = "git is not installed"
        raise ValueError(message)
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and a source stands behind `--`
            (program, *words),
            env={**os.environ, **_GIT_ALONE},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as fault:
        raise ValueError(str(_PATIENCE)) from fault
    if done.returncode:
        raise ValueError(next(_reasons(done.stderr), f"git: {done.returncode}"))
    return done.stdout.decode("utf-8", "replace")


def _reasons(said: bytes) -> Iterator[str]:
    """Yield what git says is wrong, the cause first; its advice comes behind."""
    lines = (line.strip() for line in said.decode("utf-8", "replace").splitlines())
    yield from (line for line in lines if line and not line.lower().startswith("warning:"))
