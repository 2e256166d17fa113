"""Saves what somebody changed in one file, if nobody else changed it meanwhile and the records grow no worse by it."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from generator.disk.keeping import replace, restore

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from generator.problems import Problem


class Stale(Exception):
    """The file is no longer what it was when it was opened; `now` is what it is."""

    def __init__(self, now: bytes) -> None:
        """Keep what the file is now."""
        super().__init__()
        self.now = now


class Refused(Exception):
    """The door refuses something that it did not refuse before."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep what the door says."""
        super().__init__()
        self.problems = tuple(problems)


def read(file: Path) -> bytes:
    """Return the bytes of a file, none where there is no file yet."""
    return file.read_bytes() if file.is_file() else b""


class Saving(NamedTuple):
    """A file to be written: what it was when it was opened, and what it is to be."""

    file: Path
    opened: bytes
    after: bytes


def put(file: Path, opened: bytes, after: bytes, problems: Callable[[], Sequence[Problem]]) -> None:
    """Write a file as `put_all` does."""
    put_all([Saving(file, opened, after)], problems)


def put_all(savings: Sequence[Saving], problems: Callable[[], Sequence[Problem]]) -> None:
    """Write files that still are as they were opened; raises `Stale` or `Refused`, and then all are as they were.

    An office that begins has many open fields: what was wrong before may still be wrong afterwards, but nothing else.
    """
    for saving in savings:
        now = read(saving.file)
        if now != saving.opened:
            raise Stale(now)
    before = problems()
    try:
        for saving in savings:
            replace(saving.file, saving.after)
        worse = grown(before, problems())
    except BaseException:
        _put_back(savings)
        raise
    if worse:
        _put_back(savings)
        raise Refused(worse)


def _put_back(savings: Sequence[Saving]) -> None:
    for saving in savings:
        restore(saving.file, saving.opened or None)


def grown(before: Sequence[Problem], after: Sequence[Problem]) -> list[Problem]:
    """Return which problems were not there before, wherever they have moved to."""
    known = Counter((problem.file, problem.message, problem.fix) for problem in before if not problem.warning)
    worse = []
    for problem in after:
        what = problem.file, problem.message, problem.fix
        if problem.warning:
            continue
        if known[what]:
            known[what] -= 1
        else:
            worse.append(problem)
    return worse


def drop_photo(file: Path) -> None:
    """Take a photo away again that the door refused."""
    restore(file, None)


def put_new(file: Path, value: bytes) -> bool:
    """Write a file outside the records, unless another one of its name is there; return whether it is as it should."""
    if not os.path.lexists(file):
        replace(file, value)
    return read(file) == value


def keep(folder: Path, name: str, ending: str, value: bytes) -> Path:
    """Write a file and return it; another one of its name stays, and this one gets a number."""
    number = 1
    file = folder / f"{name}{ending}"
    while file.exists() and file.read_bytes() != value:
        number += 1
        file = folder / f"{name}-{number}{ending}"
    replace(file, value)
    return file
