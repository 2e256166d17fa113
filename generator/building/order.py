"""What a build is asked to make, and which planned and existing files that covers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator import disclosure
from generator.piece import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from generator.building.plan import Job
    from generator.model import Records
    from generator.piece import Entry, Piece


@dataclass(frozen=True, slots=True)
class Order:
    """What a build is asked to make: for which moment, with sealed sheets or not, and which pieces or year to renew.

    `gone` are years whose round, or whose winners, were taken out of the records on purpose after their result.
    """

    moment: datetime
    sealed: bool = False
    only: frozenset[str] = frozenset()
    year: int | None = None
    gone: frozenset[int] = frozenset()

    @property
    def partial(self) -> bool:
        """Whether some files are to stay as they are."""
        return bool(self.only) or self.year is not None

    def resting(self, records: Records) -> frozenset[int]:
        """Return the years that rest at the moment, but for the one that is asked for."""
        return disclosure.resting(records, self.moment) - {self.year}

    def wants(self, job: Job) -> bool:
        """Return whether a sheet is to be renewed."""
        return self.wants_piece(job.piece) and (self.year is None or job.sheet.year == self.year)

    def wants_piece(self, piece: Piece[Any]) -> bool:
        """Return whether any sheet of a piece may be renewed; the other pieces need not be laid out."""
        return not self.only or piece.name in self.only

    def renews(self, entry: Entry) -> bool:
        """Return whether a file of the last build is replaced: its piece and its year are both renewed."""
        piece_matches = not self.only or entry.piece in self.only
        return piece_matches and self.year in {None, entry.year}

    def wants_site(self, pieces: Iterable[Piece[Any]]) -> bool:
        """Return whether the site is to be renewed: it is one whole, so renewing any of its pages renews all of it."""
        return not self.only or any(
            piece.name in self.only and (piece.press.name == PAGE or piece.place == "site") for piece in pieces
        )
