"""The one seat at a project's desk: whoever comes second is led to the desk that is open already.

Whether one is open is told by a lock, which ends with its process, and never by the file that says where: that may
outlive a power cut. The address in it lets its reader in, so the file is for its owner's eyes alone.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from generator.disk import locks
from generator.disk.moving import move

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.disk.swap import Workshop

PATIENCE, PAUSE = 100, 0.1
"""How often, and after how many seconds, a desk that is just being opened is asked for its address."""

_OWNERS_ONLY = 0o600


class Open(NamedTuple):
    """A desk that somebody has opened: its first address, and the name of the computer where Windows tells it."""

    address: str
    machine: str

    @property
    def is_here(self) -> bool:
        """Whether it can be reached: an address of another computer's own leads nowhere from here."""
        return self.machine == _machine()


class Seat:
    """The seat of a project, held by this process."""

    def __init__(self, file: Path) -> None:
        """Take away what a desk has left that did not end by itself."""
        self._file = file
        self.clear()

    def tell(self, address: str) -> None:
        """Leave the address for whoever comes second."""
        new = self._file.with_name(f"{self._file.name}.new")
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNERS_ONLY), "w", encoding="utf-8") as out:
            json.dump(Open(address, _machine())._asdict(), out)
        move(new, self._file)

    def clear(self) -> None:
        """Take the address away."""
        with suppress(OSError):  # somebody reads it: the next desk takes it away
            self._file.unlink()


@contextmanager
def taken(workshop: Workshop) -> Iterator[Seat | None]:
    """Hold the seat for the length of a block; the value is None where another process holds it."""
    workshop.own.folder(workshop.folder)
    lock = workshop.folder / "desk.lock"
    workshop.own.clear(lock)
    with lock.open("a+b") as file:
        if not locks.taken(file):
            yield None
            return
        seat = Seat(_file(workshop))
        try:
            yield seat
        finally:
            seat.clear()
            locks.leave(file)


def found(workshop: Workshop) -> Open | None:
    """Return the desk that is open, or None where it does not tell, as it does not tell another user."""
    for _ in range(PATIENCE):
        with suppress(OSError):
            told = workshop.own.read(_file(workshop), {"address": str, "machine": str}, lambda each: each)
            if told is not None:
                return Open(told["address"], told["machine"])
        time.sleep(PAUSE)
    return None


def _file(workshop: Workshop) -> Path:
    return workshop.folder / "desk.json"


def _machine() -> str:
    return os.environ.get("COMPUTERNAME", "")
