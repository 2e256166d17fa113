"""The sheets that hang today, as the last build listed them, and each finished file as it lies in `build/`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.desk import labels

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.amending.held import Held
    from generator.piece import Entry
    from generator.problems import Text

_KINDS: Final = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".txt": "text/plain; charset=utf-8",
}
"""What a browser opens by itself and cannot be run by; all else is saved."""

_OTHER: Final = "application/octet-stream"


class Row(NamedTuple):
    """A sheet of the list: its title and path, its address, and why it has none."""

    title: str
    path: str
    way: str
    note: Text | None


class Opened(NamedTuple):
    """A finished file: its name, its bytes, and their kind."""

    name: str
    value: bytes
    kind: str

    @property
    def is_shown(self) -> bool:
        """Whether a browser shows it itself."""
        return self.kind != _OTHER


def rows(held: Held, year: int) -> list[Row]:
    """Return the sheets that hang on this day."""
    return [
        Row(entry.title, entry.path, f"/{year}/today/{entry.path}", None)
        if _file(held, entry)
        else Row(entry.title, entry.path, "", labels.NOT_BUILT)
        for entry in _hanging(held, year)
    ]


def is_behind(held: Held) -> bool:
    """Return whether records or day have changed since everything was built last."""
    if not (_build(held) / "manifest.json").is_file():
        return False
    from generator.ledger import unchanged

    moment = held.moment()
    return not any(unchanged.is_unchanged(held.workshop, moment, {"sealed": sealed}) for sealed in (False, True))


def opened(held: Held, year: int, path: str) -> Opened | None:
    """Return the finished file of a row, or None."""
    file = next((_file(held, entry) for entry in _hanging(held, year) if entry.path == path), None)
    if file is None:
        return None
    return Opened(file.name, file.read_bytes(), _KINDS.get(file.suffix.lower(), _OTHER))


def _hanging(held: Held, year: int) -> Iterator[Entry]:
    """Yield what hangs today and may be known: a result that was moved to a later day may stand in an older build."""
    folder, moment = _build(held), held.moment()
    if not (folder / "manifest.json").is_file():
        return
    from generator.disclosure import is_out
    from generator.ledger import manifest  # brings all pieces, which an office that has built nothing need not wait for

    records = held.read()[0]
    rounds = {each.programme.year: each.programme for each in records.rounds} if records else {}
    for entry in manifest.read(folder, held.workshop.own):
        hangs = entry.hanging is not None and entry.hanging.up <= moment.date() <= entry.hanging.down
        told = year in rounds and is_out(rounds[year], moment)
        if entry.year == year and hangs and (told or not (entry.sealed or entry.people or entry.portrayed)):
            yield entry


def _file(held: Held, entry: Entry) -> Path | None:
    """Return where a file of the list lies in `build/`, None where it does not."""
    folder = _build(held).resolve()
    file = (held.workshop.outputs / entry.path).resolve()
    return file if file.is_relative_to(folder) and file.is_file() else None


def _build(held: Held) -> Path:
    return held.workshop.outputs / "build"
