"""What lies staged since the last build: what would be staged again is not fetched, read, compared or written.

A staged file is known by the key of what it was made from, and by size and time, as finished files are: a page of an
earlier year costs no more than laying it out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.disk import stamping
from generator.disk.shelf import Pressed
from generator.disk.swap import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disk.swap import Workshop

_SHAPE: dict[Any, Any] = {str: {"key": str, "sha256": str, "stamp": [int]}}


@dataclass(slots=True)
class Lying:
    """The staged folder of a workshop, and what it is to hold after this build; of what is only looked at, nothing."""

    workshop: Workshop
    _before: dict[str, Any] = field(init=False)
    _now: dict[str, tuple[str, str]] = field(default_factory=dict)
    _stood: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Read what the last build left."""
        kept = None if self.workshop.is_preview else self.workshop.own.read(self._note, _SHAPE, dict[str, Any])
        self._before = kept or {}

    @property
    def _note(self) -> Path:
        return self.workshop.staged.with_name("staged.json")

    def get(self, path: str, key: str) -> Pressed | None:
        """Return what lies at a path, if it was made from what has this key and nobody has touched it since."""
        known = self._before.get(path)
        if known is None or known["key"] != key or known["stamp"] != stamping.one(self.workshop.staged, path):
            return None
        self._stood.add(path)
        return Pressed(self.workshop.staged / path, known["sha256"], known["stamp"][0])

    def put(self, path: str, key: str, pressed: Pressed) -> Pressed:
        """Note from what the file that will lie at a path was made, and return it."""
        self._now[path] = (key, pressed.sha256)
        return pressed

    def remember(self) -> None:
        """Keep what lies there now, once everything does.

        What lay there before is known as it was then: it may have a second name on the site, where somebody writes.
        """
        if self.workshop.is_preview:
            return
        stamps = {path: self._before[path]["stamp"] for path in self._stood}
        stamps |= stamping.of(self.workshop.staged, self._now.keys() - self._stood)
        self.workshop.own.clear(self._note)
        write_whole(
            self._note,
            {path: {"key": key, "sha256": digest, "stamp": stamps[path]} for path, (key, digest) in self._now.items()},
        )
