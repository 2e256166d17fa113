"""The first sheet of each row of `generator.dispatch`, as `golden` shows those of `PIECES`; holds no assertion.

These papers are made of finished files. Here a few of the sample's stand for all, one for each format and helper: they
are planned but not pressed, their digests follow from their paths, and what the proof book draws of them is blank.
"""

from __future__ import annotations

import importlib
import io
import pkgutil
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pymupdf
from PIL import Image

from generator import dispatch
from generator.building.listing import of_job
from generator.building.plan import plan
from generator.disclosure import public_round
from generator.dispatch import changes, proof
from generator.ledger.releases import Changes, TakeDown
from generator.piece import Piece
from generator.pieces import FIRST
from tests.support import golden

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.model import Records
    from generator.piece import Entry, Sheet

WITHDRAWN: Final = date(2023, 5, 10)
"""The day on which the first winner takes back a consent."""


def _rows() -> Iterator[Piece[Any]]:
    """Yield each row that a module of the room binds to a name, once."""
    for found in pkgutil.iter_modules(dispatch.__path__):
        module = importlib.import_module(f"{dispatch.__name__}.{found.name}")
        yield from (value for value in vars(module).values() if isinstance(value, Piece))


ROWS: Final[tuple[Piece[Any], ...]] = tuple({piece.name: piece for piece in _rows()}.values())


class Desk:
    """The sample's round with a few finished files, some of which differ from those that were handed out."""

    def __init__(self, records: Records, folder: Path) -> None:
        """Plan the files; their blank stand-ins are put below `folder` when a book looks at them."""
        self._records, self._folder = records, folder
        self._entries = tuple(_finished(records))

    def first(self, piece: Piece[Any]) -> Sheet:
        """Return a row's first sheet; raises `LookupError` for a row that has none, or is new and unknown here."""
        source = {
            proof.PROOF.name: self._looked,
            changes.TAKE_DOWN.name: self._told,
            changes.ERRATA.name: self._told,
        }.get(piece.name)
        if source is None:
            message = f"say in {__name__} what {piece.name} is laid out from"
            raise LookupError(message)
        found = next(iter(piece.lay_out(source())), None)
        if found is None:
            message = f"{piece.name} has no sheet"
            raise LookupError(message)
        return found

    def _told(self) -> changes.Told:
        """Return changes of every kind: each third file is printed anew, is new, or is gone."""
        newest, entries = self._records.rounds[0], self._entries
        winner = newest.winners[0]
        key = f"{newest.programme.year}/{winner.id}"
        shown = tuple(entry for entry in entries if key in entry.portrayed)
        down = TakeDown(key, winner.name.full, "withdrawn", WITHDRAWN, ("print", "social"), shown)
        pairs = tuple((entry, entry) for entry in entries[::3])
        found = Changes((down,), pairs, entries[1::3], entries[2::3])
        return changes.Told(self._records.organisation, newest, found)

    def _looked(self) -> proof.Looked:
        newest, files, pictures = self._records.rounds[0], self._folder / "files", self._folder / "pictures"
        pictures.mkdir(parents=True, exist_ok=True)
        for entry in self._entries:
            (files / entry.path).parent.mkdir(parents=True, exist_ok=True)
            (files / entry.path).write_bytes(BLANK.get(entry.suffix, bytes)())
        seen = public_round(self._records.organisation, newest, newest.programme.result_at, "print")
        return proof.Looked(seen, list(self._entries), files, "announced", pictures)


def _finished(records: Records) -> Iterator[Entry]:
    """Yield the entry of the first file of each format that each helper carries."""
    known = set()
    for job in plan(FIRST, records, golden.LOOKS[0].moment, sealed=False):
        entry = of_job(job, f"build/{job.path}", job.path.encode())
        sort = (entry.suffix, entry.use and entry.use.helper)
        if entry.year and sort not in known:
            known.add(sort)
            yield entry


def _page() -> bytes:
    with pymupdf.open() as document:
        document.new_page()
        made: bytes = document.tobytes()
        return made


def _picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (120, 90)).save(out, kind)
    return out.getvalue()


BLANK: Final[dict[str, Callable[[], bytes]]] = {
    ".pdf": _page,
    ".png": lambda: _picture("PNG"),
    ".jpg": lambda: _picture("JPEG"),
}
"""How the stand-in of a file is made, by its ending; that of any other is empty."""
