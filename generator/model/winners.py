"""Somebody who was chosen: what for, with which scores, and what must not be public of this person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from decimal import Decimal

    from generator.model.office import Division
    from generator.model.people import Name, Photo, Signer
    from generator.model.programme import Category


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """What citizens said of one winner: percent (the unrounded mean times 20) and how many answered."""

    percent: Decimal
    replies: int


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why nothing of this person may be public, and since when."""

    reason: str
    since: date


@dataclass(frozen=True, slots=True)
class Unawarded:
    """That nobody was chosen in a category or, without one, in the whole round; `reason` is the office's, or ""."""

    category: Category | None
    reason: str


@dataclass(frozen=True, slots=True)
class Issued:
    """What a certificate says, as it was signed: whoever holds it must be able to hold it against its page for good.

    `category` is the category of staff and, where it has several, the place in it; `day` is the date below the wish.
    """

    office: str
    award: str
    name: Name
    position: str
    division: str
    category: str
    day: date
    signer: Signer


@dataclass(frozen=True, slots=True)
class Certificate:
    """What identifies a certificate: its running number in the round, and the secret end of its address.

    The token is drawn at random when the result is frozen; nothing that is known about a person leads to it. `issued`
    is what it said then; it is missing where an older program froze it.
    """

    number: int
    token: str
    issued: Issued | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who is named in a team; `withdrawn` is since when the team's photo may not show this person."""

    name: Name
    withdrawn: date | None
    suppressed: Suppression | None

    @property
    def left(self) -> date | None:
        """Since when nothing that shows the whole team may be shown any more, if this person took it back."""
        return self.withdrawn or (self.suppressed.since if self.suppressed else None)


@dataclass(frozen=True, slots=True)
class Winner:
    """Someone who was chosen, a person or a team; `scores` are the committee's, per criterion key, and never public.

    `formerly` are ids that this winner had before; people may still have links with them. `also` is the same winner as
    chosen in other groups of staff of the round. A team has `members` where they are named, and a `size` where it is
    known. `total` is what the committee's count came to, where one was kept.
    """

    id: str
    name: Name
    position: str
    division: Division
    category: Category
    place: int
    citation: str
    story: str
    quote: str
    satisfaction: Satisfaction
    scores: Mapping[str, Decimal]
    photo: Photo | None
    suppressed: Suppression | None
    certificate: Certificate | None = None
    formerly: tuple[str, ...] = ()
    also: tuple[Winner, ...] = ()
    members: tuple[Member, ...] = ()
    size: int | None = None
    total: Decimal | None = None


def told_apart(winners: Iterable[Winner]) -> dict[str, str]:
    """Return by id how each is called among these: by the first name, and with as much more as tells them apart."""
    there = list(winners)
    ways = [
        [winner.name.short, winner.name.written, f"{winner.name.written} ({winner.position} {winner.division.name})"]
        for winner in there
    ]
    return {
        winner.id: next((way for n, way in enumerate(mine) if sum(other[n] == way for other in ways) == 1), mine[-1])
        for winner, mine in zip(there, ways, strict=True)
    }


def key_of(year: int, winner: Winner) -> str:
    """Return how lists speak of the winner of one round: `2566/saksit`; the same id may win in several years."""
    return f"{year}/{winner.id}"
