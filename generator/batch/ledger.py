"""What is known of each office of a batch, in one file, whole or not there, from which the next run goes on.

It may hold more than the page for the province: faults are kept in the clerk's words, which may quote a record. So it
stays beside the records.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from generator.disk.swap import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disk.own import Own

NAME: Final = "batch.json"
_SHARE = 20
"""Writing takes at most one part of so many of a batch's time, however many offices it has."""
_PROBLEM = {
    "file": str,
    "line": int,
    "column": int,
    "field": str,
    "message": {"th": str, "en": str},
    "fix": {"th": str, "en": str},
    "warning": bool,
}
_SHAPE: Final = {
    "version": str,
    "moment": str,
    "whole": bool,
    "offices": {
        str: {
            "state": str,
            "problems": [_PROBLEM],
            "files": int,
            "digest": str,
            "seconds": (float, int),
            "project": str,
            "source": str,
            "fetched": str,
            "stamp": [int],
            "whose": {"name": str, "short_name": str, "district": str, "province": str, "phone": str},
        }
    },
}

WAITING: Final = "waiting"
"""The state of an office that nobody has built yet."""
NOWHERE: Final = "nowhere"
"""The state of an office that is not there, or is another's."""

Entry = dict[str, Any]


class Ledger:
    """The file of one batch while it runs."""

    def __init__(self, file: Path, own: Own) -> None:
        """Read what an earlier run has left; a damaged file is set aside, and told."""
        self.file = file
        self._own = own
        known = own.read(file, _SHAPE, dict[str, Any])
        self.earlier: dict[str, Entry] = known["offices"] if known else {}
        self.moment_before: str = known["moment"] if known else ""
        self.offices: dict[str, Entry] = {}
        self._head: dict[str, object] = {}
        self._next = 0.0

    def begin(self, version: str, moment: str, offices: dict[str, Entry]) -> None:
        """Begin a run over these offices; what the list no longer names is forgotten."""
        self._head = {"version": version, "moment": moment}
        self.offices = offices
        self._write(whole=False)

    def note(self, name: str, entry: Entry) -> None:
        """Keep what became of an office; it is on disk within a moment."""
        self.offices[name] = entry
        if time.monotonic() >= self._next:
            self._write(whole=False)

    def end(self) -> None:
        """Keep all; whether each office came to an end stands in it."""
        self._write(whole=all(entry["state"] != WAITING for entry in self.offices.values()))

    def _write(self, *, whole: bool) -> None:
        begun = time.monotonic()
        self._own.clear(self.file)
        write_whole(self.file, {**self._head, "whole": whole, "offices": self.offices})
        now = time.monotonic()
        self._next = now + max(0.5, _SHARE * (now - begun))
