"""The records as a pen holds them: files with their digests, what is wrong, and the one step back."""

from __future__ import annotations

import difflib
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.amending import save
from generator.ledger import answers, unchanged
from generator.reading import folder, read_all
from generator.store import Store, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from generator.amending.hand import Value
    from generator.disk.swap import Workshop
    from generator.model import Records
    from generator.problems import Problem
    from generator.reading import record

    Fill = Callable[[str], record.Fill]

_REMEMBERED: Final = 40
"""Texts of files that forms were opened with; of an older one only the digest would be known."""


class Opened(NamedTuple):
    """A file as it was when a form was opened: bytes, text, what it says, and what keeps it from being changed here."""

    name: str
    raw: bytes
    text: str
    said: Value
    problems: tuple[Problem, ...] = ()

    @property
    def digest(self) -> str:
        """By which a later saving knows whether it is still the same."""
        return digest_of(self.raw)


class _Step(NamedTuple):
    name: str
    before: bytes
    after: bytes


def digest_of(raw: bytes) -> str:
    """Return the digest of a file's bytes."""
    return hashlib.sha256(raw).hexdigest()


@dataclass
class Held:
    """One project under the pen; `moment` is the clock of the command that opened it.

    `about` is the key of the files and the day of the last reading.
    """

    workshop: Workshop
    moment: Callable[[], datetime]
    about: str = ""
    _texts: dict[str, bytes] = field(default_factory=dict)
    _step: _Step | None = None
    _read: tuple[object, Records | None, Sequence[Problem]] | None = None

    @property
    def store(self) -> Store:
        """Where masters of photos are kept."""
        return Store(self.workshop.photos, self.workshop.own)

    def years(self) -> list[int]:
        """Return the years that have records, newest first."""
        return folder.years(self.workshop.project / folder.WINNERS)

    def read(self) -> tuple[Records | None, Sequence[Problem]]:
        """Return the records, if they are sound, and everything that is wrong or doubtful.

        They are read once for files that stay as they are: a page, its pictures and its saving ask for them.
        """
        day = self.moment().date()
        known = day, unchanged.inputs(self.workshop.project)
        held = self._read
        if held is None or held[0] != known:
            store, project = self.store, self.workshop.project
            self.about = key_of(day.isoformat(), known[1])
            held = self._read = known, *answers.answered(store, self.about, lambda: read_all(project, store, day))
        return held[1:]

    def tried(self, name: str, after: str) -> tuple[list[Problem], list[Problem]]:
        """Return what would be wrong with all records that is not wrong now, and what would be doubtful besides."""
        found, known = self._judged({name: after.encode()}), self.read()[1]
        return save.grown(known, found), [each for each in found if each.warning and each not in known]

    def grown_by(self, after: Mapping[str, bytes]) -> list[Problem]:
        """Return what would be wrong besides if several files said something else, by their paths from the project."""
        return save.grown(self.read()[1], self._judged(after))

    def _judged(self, after: Mapping[str, bytes]) -> Sequence[Problem]:
        from generator.amending import trial

        return trial.judged(self.workshop, self.store, self.moment().date(), after)

    def people(self, year: int) -> list[tuple[str, str]]:
        """Return the ids and names of a year's winners, as far as the records are sound."""
        records = self.read()[0]
        rounds = [each for each in records.rounds if each.programme.year == year] if records else []
        return [(winner.id, winner.name.full) for each in rounds for winner in each.winners]

    def take(self, name: str) -> Opened:
        """Return a file as it is now; one that cannot be read has problems and says nothing."""
        return self._opened(name, save.read(self.workshop.project / name))

    def taken_over(self, name: str) -> dict[str, Value]:
        """Return what a file takes from the bases of its project where it says nothing itself."""
        from generator.reading import bases

        said = bases.of(self.workshop.project, self.store).said(_below(name))
        return {**said} if isinstance(said, dict) else {}

    def whole(self, name: str) -> Value:
        """Return what a file says with what it takes from bases, as far as it can be read."""
        from generator.amending.said import filled

        return filled(self.take(name).said, self.taken_over(name))

    def fill(self) -> Fill:
        """Return what fills a file up from the bases of its project, by its name."""
        from generator.reading import bases

        found = bases.of(self.workshop.project, self.store)
        return lambda name: lambda own: found.merged(_below(name), own)

    def remembered(self, name: str, digest: str) -> Opened:
        """Return a file as it was when a form was opened, or as it is now where that is long ago."""
        raw = self._texts.get(digest)
        return self.take(name) if raw is None else self._opened(name, raw)

    def _opened(self, name: str, raw: bytes) -> Opened:
        self._texts.pop(digest_of(raw), None)
        self._texts[digest_of(raw)] = raw
        while len(self._texts) > _REMEMBERED:
            del self._texts[next(iter(self._texts))]
        from generator.amending.changes import CannotWrite  # no form, no pen
        from generator.amending.pen import values  # no form, no pen
        from generator.reading import schema
        from generator.reading.record import record_of
        from generator.reading.source import text_of

        text = text_of(raw, name)
        if not isinstance(text, str):
            return Opened(name, raw, raw.decode("utf-8", "replace"), None, tuple(text))
        try:
            return Opened(name, raw, raw.decode("utf-8"), values(raw.decode("utf-8")))
        except (UnicodeDecodeError, CannotWrite):
            _, problems = record_of(text, name, schema.Winners)
            return Opened(name, raw, text, None, tuple(each for each in problems if not each.warning)[:3])

    def put(self, opened: Opened, after: str) -> None:
        """Save a file's new text, as `amending.save` does."""
        with self.workshop.locked(lambda: None):
            self._write(opened.name, opened.raw, after.encode())
        self._step = _Step(opened.name, opened.raw, after.encode())

    def undo(self) -> bool:
        """Take the last saving back; return whether there was one and the file is still as it left it."""
        step, self._step = self._step, None
        if step is None or save.read(self.workshop.project / step.name) != step.after:
            return False
        with self.workshop.locked(lambda: None):
            save.put(self.workshop.project / step.name, step.after, step.before, list)
        return True

    @property
    def may_undo(self) -> bool:
        """Whether there is a saving to take back."""
        return self._step is not None

    def _write(self, name: str, before: bytes, after: bytes) -> None:
        save.put(self.workshop.project / name, before, after, lambda: self.read()[1])


def _below(name: str) -> str:
    """Return a file's path below `winners/`."""
    return name.removeprefix(f"{folder.WINNERS}/")


class Line(NamedTuple):
    """A line of a difference: `-` it goes, `+` it comes, or a space."""

    mark: str
    text: str


def difference(before: str, after: str) -> list[Line]:
    """Return the lines that differ, with one around."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=1, lineterm="")
    return [Line(line[0], line[1:]) for line in list(lines)[2:] if not line.startswith("@@")]


def changed_lines(lines: Sequence[Line]) -> int:
    """Return how many lines a person would say are changed: one that goes and one that comes are one."""
    return max(sum(line.mark == "-" for line in lines), sum(line.mark == "+" for line in lines))
