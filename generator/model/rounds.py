"""One year's round with all that came of it, and the records of all years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from generator.model.answers import Opinions
    from generator.model.office import Division, Organisation, Village
    from generator.model.people import Signer
    from generator.model.programme import Programme
    from generator.model.selection import Selection
    from generator.model.surveyed import CountedSurvey
    from generator.model.winners import Unawarded, Winner
    from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class YearFigure:
    """A figure of one Buddhist-era year; `replies` is how many people answered, where the figure is a survey's."""

    year: int
    value: Decimal
    replies: int | None = None


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What the programme promised and what came of it, oldest year first.

    `satisfaction` is in percent, against `satisfaction_target`; `complaints` counts complaints about unfair or
    discriminatory service, which should fall from year to year.
    """

    satisfaction_target: Decimal
    satisfaction_method: str
    satisfaction: tuple[YearFigure, ...]
    complaints: tuple[YearFigure, ...]

    def satisfaction_of(self, year: int) -> YearFigure | None:
        """Return a year's satisfaction, None where there is none yet."""
        return next((figure for figure in self.satisfaction if figure.year == year), None)

    def complaints_of(self, year: int) -> YearFigure | None:
        """Return how many complaints a year had, None where nobody has counted yet."""
        return next((figure for figure in self.complaints if figure.year == year), None)


@dataclass(frozen=True, slots=True)
class Recording:
    """A person's voice reading a loudspeaker script once, trimmed and levelled.

    `script` is the script's name, `words` the key of what it said when it was read, `sound` the SHA-256 of the FLAC
    of that name in the round's folder. `seconds` is how long it lasts, `slot` how long it may last. `on_site` says that
    the reader agrees to be heard on the website; `chime` and `twice` say how it is played from a stick. It is in
    `recordings.yaml` at `line` and `column`.
    """

    script: str
    words: str
    sound: str
    seconds: int
    slot: int
    recorded: date
    reader: str
    on_site: bool
    chime: bool
    twice: bool
    line: int
    column: int


OccasionKey = Literal["criteria", "nominations", "survey", "result", "ceremony", "thanks"]
"""What is announced over loudspeakers, in the order of a round."""


@dataclass(frozen=True, slots=True)
class Correction:
    """An announcement that was wrong: from `day` on it is no longer read; `right`, if any, is said instead."""

    of: OccasionKey
    day: date
    right: str


@dataclass(frozen=True, slots=True)
class YouSaid:
    """What citizens said, and what the office did about it: public from the day `since`, or else with the result.

    `division` did it; `aspect` is the aspect of the survey to which it belongs, or "".
    """

    said: str
    did: str
    since: date | None = None
    division: Division | None = None
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class Replies:
    """How many replies a channel brought from one place, or from an unknown one; never public in this form.

    `channel` is a key of `generator.disclosure.REPLY_CHANNELS`; `generator.disclosure.reach` decides what is shown.
    """

    channel: str
    spot: Village | Division | None
    count: int


@dataclass(frozen=True, slots=True)
class Signed:
    """The digest of the proof book that was signed, and on which day; no sheet shows either.

    `line` and `column` say where the digest stands in the round's file, for a build that has to point at it.
    """

    digest: str
    day: date | None
    line: int
    column: int


class Place(NamedTuple):
    """A place in the records: the file, and line and column in it."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class AwardRound:
    """One year's round with everything in it; only internal pieces and `generator.disclosure` may look at it.

    `names_due` is where the names of the result are to be written, for a command that has to point at it. `selection`
    is how the result came about, where nominees are in the record; `counted` is what was counted of its survey, where
    an export was imported, and `opinions` what that says of the office.
    """

    programme: Programme
    outcomes: Outcomes
    award_signer: Signer
    publish_totals: bool
    winners: tuple[Winner, ...]
    signed: Signed | None = None
    recordings: tuple[Recording, ...] = ()
    replies: tuple[Replies, ...] = ()
    corrections: tuple[Correction, ...] = ()
    unawarded: tuple[Unawarded, ...] = ()
    names_due: Place | None = None
    selection: Selection | None = None
    counted: CountedSurvey | None = None
    opinions: Opinions | None = None
    you_said: tuple[YouSaid, ...] = ()

    @property
    def nobody(self) -> bool:
        """Whether the office says that nobody was chosen: in the whole round, or in each of its categories."""
        said = [each.category for each in self.unawarded]
        return bool(said) and (None in said or all(category in said for category in self.programme.categories))

    @property
    def decided(self) -> bool:
        """Whether the record has a result: who was chosen, or that nobody was."""
        return bool(self.winners) or self.nobody

    @property
    def in_order(self) -> list[Winner]:
        """The winners in the order of categories and places, in which they are named and numbered."""
        categories = self.programme.categories
        return sorted(self.winners, key=lambda winner: (categories.index(winner.category), winner.place))


@dataclass(frozen=True, slots=True)
class Records:
    """Everything under `winners/`: the organisation and its rounds, newest first, with the warnings about them."""

    organisation: Organisation
    rounds: tuple[AwardRound, ...]
    warnings: tuple[Problem, ...]
