"""What a piece is laid out from: all rounds that may be known, or one of them and what its pages say of the others.

A page of one round is given no more, so that it has to be laid out again only if that changes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from generator.disclosure.values import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from generator.disclosure.links import PublicSurvey
    from generator.disclosure.opinions import PublicOpinion
    from generator.disclosure.values import PublicRound, PublicWinner, Standing
    from generator.model import Organisation

Of = TypeVar("Of")


@dataclass(frozen=True, slots=True)
class PublicFile:
    """A file that the public may download: `path` and `thumbnail` within the site, `size` in words for people.

    `kind` is what the office calls the piece that it belongs to; `called` is the title without award and year, and
    `way` the end of it that distinguishes this form from the others; `design` and `paper` distinguish the files of one
    design; `suffix` is the ending of its name, with the dot.
    """

    path: str
    title: str
    year: int
    piece: str
    size: str
    thumbnail: str | None
    kind: str = ""
    called: str = ""
    design: str = ""
    paper: str = ""
    suffix: str = ""
    standing: Standing = NOBODY
    way: str = ""


@dataclass(frozen=True, slots=True)
class PublicCard:
    """The picture that a shared link shows: `path` within the site, `alt` what it shows, its size in pixels.

    `square` is where a square picture with the same news stands, to be sent on; empty where there is none.
    """

    path: str
    alt: str
    width: int
    height: int
    standing: Standing = NOBODY
    square: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything that a piece may know: the rounds, newest first, and the public files made before it.

    `cards` are the pictures of links, by the page that each is for, without its ending.
    """

    organisation: Organisation
    rounds: tuple[PublicRound, ...]
    files: tuple[PublicFile, ...] = ()
    cards: Mapping[str, PublicCard] = field(default_factory=dict)

    @property
    def newest(self) -> PublicRound:
        """The newest round; reading the records has made sure that there is one."""
        return self.rounds[0]

    @property
    def newest_announced(self) -> PublicRound | None:
        """The newest round with winners to show, if any."""
        return next((award_round for award_round in self.rounds if award_round.winners), None)

    @property
    def newest_told(self) -> PublicRound | None:
        """The newest round with a result to tell: winners, or that nobody was chosen."""
        return next((award_round for award_round in self.rounds if award_round.tells), None)

    @property
    def asking(self) -> PublicSurvey:
        """The survey that visitors are asked to answer: that of the newest round that takes replies.

        An office that prepares its next round still hears its citizens through the last round's survey.
        """
        opened = (award_round for award_round in self.rounds if award_round.survey_state == "open")
        return next(opened, self.newest).survey

    @property
    def sample(self) -> bool:
        """Whether anything in it is made up."""
        return any(award_round.sample for award_round in self.rounds)

    @property
    def announced(self) -> tuple[PublicRound, ...]:
        """The rounds whose result is out, newest first."""
        return tuple(award_round for award_round in self.rounds if award_round.announced)

    @property
    def has_trends(self) -> bool:
        """Whether there are figures to show over the years: of replies or complaints, beside somebody chosen."""
        told = self.announced
        figures = any(each.outcomes.satisfaction or each.outcomes.complaints for each in told)
        return figures and any(each.winners for each in told)

    @property
    def with_files(self) -> tuple[int, ...]:
        """The years that have files to download, newest first."""
        return tuple(sorted({file.year for file in self.files if file.year}, reverse=True))


@dataclass(frozen=True, slots=True)
class PublicYear:
    """One round and all that its own pages may know: its files and the pictures of its links.

    Of the other rounds it is told what leads there: the survey that takes replies now (`asking`); as long as it has no
    result itself, the `newest_announced`; the years of all `others`, and those in which somebody of this round was
    chosen `also`; what citizens said in the years `before`; whether there is a page of trends, and which years have
    files.
    """

    organisation: Organisation
    award_round: PublicRound
    files: tuple[PublicFile, ...]
    cards: Mapping[str, PublicCard]
    asking: PublicSurvey
    newest_announced: PublicRound | None
    others: tuple[int, ...]
    also: Mapping[Person, tuple[int, ...]]
    before: tuple[Heard, ...]
    has_trends: bool
    with_files: tuple[int, ...]

    @property
    def year(self) -> int:
        """The Buddhist-era year of the round."""
        return self.award_round.year

    @property
    def rounds(self) -> tuple[PublicRound, ...]:
        """The round, as the only one."""
        return (self.award_round,)

    def offered(self, piece: str) -> tuple[PublicFile, ...]:
        """Return the files of a piece that the site offers for this year, in the order of their sheets."""
        return tuple(file for file in self.files if file.piece == piece)


class Heard(NamedTuple):
    """What citizens said of each aspect in a year, and the satisfaction in percent that was to be reached."""

    year: int
    target: Decimal
    aspects: tuple[PublicOpinion, ...]


Person = tuple[str, str]
"""By what somebody is known again in another round."""


def person(chosen: PublicWinner) -> Person:
    """Return by what a winner is known again: the same id and first name; a surname may change by marriage."""
    return chosen.id, chosen.name.first


def _own(cards: Mapping[str, PublicCard], year: int) -> dict[str, PublicCard]:
    """Return the pictures for links to the pages of a year, and if the year has none of its own, that of the first."""
    own = {page: card for page, card in cards.items() if page.startswith(f"{year}/")}
    first = {"index"} & cards.keys() if f"{year}/index" not in own else ()
    return own | {page: cards[page] for page in first}


class Same(Generic[Of]):
    """An object as a key: equal only to the very same one, which it keeps from giving its place to another."""

    __slots__ = ("of",)

    def __init__(self, of: Of) -> None:
        """Stand for an object."""
        self.of = of

    def __eq__(self, other: object) -> bool:
        """Return whether it is the same object."""
        return isinstance(other, Same) and self.of is other.of

    def __hash__(self) -> int:
        """Go by the object's identity."""
        return id(self.of)


def years_of(publication: Publication) -> tuple[PublicYear, ...]:
    """Return each round with what its own pages may know."""
    return _years_of(Same(publication))


@lru_cache(maxsize=3)
def _years_of(same: Same[Publication]) -> tuple[PublicYear, ...]:
    publication = same.of
    files: dict[int, list[PublicFile]] = {}
    for file in publication.files:
        files.setdefault(file.year, []).append(file)
    chosen: dict[Person, list[int]] = {}
    for award_round in publication.announced:
        for winner in award_round.winners:
            chosen.setdefault(person(winner), []).append(award_round.year)
    heard = [
        Heard(each.year, each.outcomes.satisfaction_target, each.opinions.aspects)
        for each in publication.announced
        if each.opinions
    ]
    every = [award_round.year for award_round in publication.rounds]
    asking, trends, with_files = publication.asking, publication.has_trends, publication.with_files
    return tuple(
        PublicYear(
            organisation=publication.organisation,
            award_round=each,
            files=tuple(files.get(each.year, ())),
            cards=_own(publication.cards, each.year),
            asking=asking,
            newest_announced=None if each.announced else publication.newest_announced,
            others=_without(every, each.year),
            also={who: _without(chosen.get(who, ()), each.year) for who in map(person, each.winners)},
            before=tuple(said for said in heard if said.year < each.year),
            has_trends=trends,
            with_files=with_files,
        )
        for each in publication.rounds
    )


def _without(years: Iterable[int], own: int) -> tuple[int, ...]:
    return tuple(year for year in years if year != own)


Seen = Publication | PublicYear
"""What a page may know: everything, or one round with what its own pages say of the others."""
