"""What a build is asked for, and which of the planned and the present files that means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from generator.building.plan import Job
    from generator.piece import Entry, Piece


@dataclass(frozen=True, slots=True)
class Order:
    """What a build is asked for: the moment, whether to press sealed sheets, and which pieces or year to renew."""

    moment: datetime
    sealed: bool = False
    only: frozenset[str] = frozenset()
    year: int | None = None

    @property
    def partial(self) -> bool:
        """Whether some files are to stay as they are."""
        return bool(self.only) or self.year is not None

    def wants(self, job: Job) -> bool:
        """Return whether a sheet is to be renewed."""
        return self.wants_piece(job.piece) and (self.year is None or job.sheet.year == self.year)

    def wants_piece(self, piece: Piece[Any]) -> bool:
        """Return whether any sheet of a piece may be renewed; those of the others need not be laid out."""
        return not self.only or piece.name in self.only

    def renews(self, entry: Entry) -> bool:
        """Return whether a file of the last build gives way: it was made by a piece, and of a year, that is renewed."""
        named = not self.only or entry.piece in self.only
        return named and self.year in {None, entry.year}

    def wants_site(self, pieces: Iterable[Piece[Any]]) -> bool:
        """Return whether the site is to be renewed: it is one whole, so any of its pages asks for all of it."""
        return not self.only or any(
            piece.name in self.only and (piece.press.name == "page" or piece.place == "site") for piece in pieces
        )
