"""All records that could be opened, as the doubts between several values and files see them; judges none."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.reading.doubts.written import Office
from generator.reading.names import called
from generator.reading.schema import Name, Unread, Winner, Written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator import model
    from generator.reading import schema
    from generator.reading.record import Record
    from generator.reading.tree import Fault, Loc

    Told = tuple[Record[Any], Fault]


@dataclass(slots=True)
class Opened:
    """The files that could be opened, by year; `today` is None where it is not known which day it is.

    `pictures` are the winners' photos by their position in the file of that year.
    """

    today: date | None = None
    office: Record[schema.Organisation] | None = None
    rounds: dict[int, Record[schema.Round]] = field(default_factory=dict)
    winners: dict[int, Record[schema.Winners]] = field(default_factory=dict)
    nominees: dict[int, Record[schema.Nominees]] = field(default_factory=dict)
    pictures: dict[int, dict[int, model.Picture]] = field(default_factory=dict)

    def records(self) -> Iterator[tuple[Record[Any], bool]]:
        """Yield every file that is published from, and whether what is in it is marked as a sample on all sheets."""
        if self.office:
            yield self.office, _is_sample(self.office)
        for year in sorted({*self.rounds, *self.winners}, reverse=True):
            for record in (self.rounds.get(year), self.winners.get(year)):
                if record:
                    yield record, self.is_sample(year)

    def is_sample(self, year: int) -> bool:
        """Return whether a year's sheets are marked as a sample: any of its three files says so."""
        return any(_is_sample(each) for each in (self.office, self.rounds.get(year), self.winners.get(year)) if each)

    @property
    def ours(self) -> Office:
        """What is known of the office itself."""
        return Office.of(self.office)._replace(secret=tuple(self._secret()))

    def _secret(self) -> Iterator[str]:
        for year, record in self.rounds.items():
            with suppress(Unread):
                if self.today and self.today <= record.value.result_at.date():
                    names = [called(winner) for _, winner in self.people(year) if winner.team is None]
                    yield from (name.bare for name in names if name.last)

    def people(self, year: int) -> Iterator[tuple[int, Winner]]:
        """Yield a year's winners with their position in the file."""
        with suppress(Unread):
            if year in self.winners:
                yield from enumerate(self.winners[year].value.winners)

    def names(self) -> Iterator[tuple[Record[Any], Loc, Name]]:
        """Yield every person's name in every file, winners and those who sign."""
        for record, _ in self.records():
            for loc, name in _names(record.value, ()):
                yield record, loc, name


def _is_sample(record: Record[Any]) -> bool:
    with suppress(Unread):
        return bool(record.value.sample)
    return False


def _names(value: object, loc: Loc) -> Iterator[tuple[Loc, Name]]:
    if isinstance(value, Name):
        yield loc, value
    elif isinstance(value, Written):
        for key in type(value).model_fields:
            with suppress(Unread):
                yield from _names(getattr(value, key), (*loc, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _names(item, (*loc, index))
