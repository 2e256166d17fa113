"""The public side of a round and its winners, as plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from generator.disclosure.honour import Honour
from generator.disclosure.links import (
    SURVEY_CHANNELS,
    PublicSurvey,
    SurveyLink,
    VerifyLink,
    verify_link,
)
from generator.disclosure.stages import is_out
from generator.model import Issued
from generator.store import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from decimal import Decimal

    from generator.disclosure.counted import PublicCount
    from generator.disclosure.opinions import PublicOpinions
    from generator.disclosure.pending import Pending
    from generator.disclosure.reach import Reach
    from generator.disclosure.stages import CeremonyState, Stage, Standstill, SurveyState
    from generator.model import (
        Category,
        Certificate,
        Correction,
        Division,
        Face,
        Name,
        Numbered,
        Organisation,
        Outcomes,
        Picture,
        Programme,
        Satisfaction,
        Signer,
        Unawarded,
        Village,
        YouSaid,
    )


class Standing(NamedTuple):
    """Who stands on a file, by the keys of winners: everybody it names, and those whose consent it needs.

    Consent is needed for a portrait, and for words that describe a person.
    """

    named: tuple[str, ...] = ()
    portrayed: tuple[str, ...] = ()


NOBODY = Standing()


def together(*standings: Standing) -> Standing:
    """Return who stands on several things together, each person once, sorted by key."""
    return Standing(
        tuple(sorted({key for standing in standings for key in standing.named})),
        tuple(sorted({key for standing in standings for key in standing.portrayed})),
    )


@dataclass(frozen=True, slots=True)
class Portrait:
    """A photo that its owner, `whose`, agreed to have shown through this very channel; `of_old`: the round rests."""

    picture: Picture
    alt: str
    focus: tuple[float, float]
    whose: str
    face: Face | None = None
    of_old: bool = False


@dataclass(frozen=True, slots=True)
class PublicPhoto:
    """A picture of the ceremony in which everybody may be shown through this very channel.

    `standing` are the winners in it: each agreed to be shown here.
    """

    picture: Picture
    alt: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class PublicWinner:
    """What the public may know about a winner; `total` is set only where the round publishes totals.

    `joint` says that others have the same place; `also` is what the same winner was chosen for in other groups.
    `members` are the people of a team who are named.
    Name, post and result are part of the office's public task. Portrait, story and everything else that describes a
    person need the person's consent for the channel (PDPA section 19): without it those texts are empty and
    `satisfaction` is None.
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
    satisfaction: Satisfaction | None
    total: Decimal | None
    portrait: Portrait | None
    certificate: Certificate | None = None
    formerly: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    """The keys of other winners who are named in the texts."""
    key: str = ""
    """The winner's key in lists of what must be taken down (`generator.model.key_of`)."""
    told_on_site: bool = False
    """Whether the winner's page tells the story, so that other channels may point to it."""
    joint: bool = False
    also: tuple[Honour, ...] = ()
    members: tuple[Name, ...] = ()
    leaf: int = 0
    """Which of the office's colours stands behind this winner, the same on every sheet and page of the round."""
    namesake: bool = False
    """Whether somebody else of the round has the same name, so that only the post tells them apart."""

    @property
    def post(self) -> str:
        """The post and its division."""
        return f"{self.position} {self.division.name}"

    @property
    def told(self) -> str:
        """The full name, and the post where the name alone would not say who is meant."""
        return f"{self.name.full} ({self.post})" if self.namesake else self.name.full

    @property
    def who(self) -> str:
        """The winner on one line: name, post and division."""
        return f"{self.name.full} {self.post}"

    @property
    def honours(self) -> tuple[Honour, ...]:
        """All that the winner was chosen for in this round."""
        return (Honour(self.category, self.place, self.joint, self.total), *self.also)

    @property
    def ranked(self) -> str:
        """The category and, if it has several places, the place in it; each of them, where there are several."""
        return " และประเภท".join(honour.text for honour in self.honours)


@dataclass(frozen=True, slots=True)
class PublicRecording:
    """A voice that reads a text; `shared` is set if the reader agreed to be heard by everybody, also on the site.

    Pieces never learn who reads.
    """

    words: str
    sound: str
    seconds: int
    chime: bool
    twice: bool
    shared: bool


@dataclass(frozen=True, slots=True)
class PublicRound:
    """A round as the public may see it at one moment.

    `release` is set on sheets that are printed before that moment, `prepared_for` on what is made some days before the
    step that begins then, and used from then on.
    `organisation` is the office as it was on the day of the result, or is now if that day is still to come: what was
    said then keeps its names. `issuer` is the office as it was on the date of the certificates, `today` as it is now;
    None is the same. `also` is the office as it was earlier, when its places had codes already. `pending` is what the
    office still has to do, for internal pieces. `unawarded` are the categories in which the office says that nobody was
    chosen, `nobody` is set if that is all of them. `late` is set if the result is due and not written. `photos` are of
    the ceremony, `count` is how the result was counted, `opinions` what citizens said, `notices` those issued by now.
    """

    organisation: Organisation
    programme: Programme
    stage: Stage
    survey_state: SurveyState
    outcomes: Outcomes
    award_signer: Signer | None
    winners: tuple[PublicWinner, ...]
    release: datetime | None = None
    prepared_for: datetime | None = None
    recordings: tuple[PublicRecording, ...] = ()
    reach: Reach | None = None
    pending: tuple[Pending, ...] = ()
    corrections: tuple[Correction, ...] = ()
    issuer: Organisation | None = None
    today: Organisation | None = None
    also: tuple[Organisation, ...] = ()
    unawarded: tuple[Unawarded, ...] = ()
    nobody: bool = False
    late: bool = False
    ceremony: CeremonyState = "coming"
    steps: tuple[Standstill, ...] = ()
    photos: tuple[PublicPhoto, ...] = ()
    count: PublicCount | None = None
    opinions: PublicOpinions | None = None
    you_said: tuple[YouSaid, ...] = ()
    notices: tuple[Numbered, ...] = ()

    @property
    def at_ceremony(self) -> PublicRound:
        """The same round with the office as it is on the date of the certificates."""
        return replace(self, organisation=self.issuer or self.organisation)

    @property
    def contact(self) -> Organisation:
        """The office as it can be reached now."""
        return self.today or self.organisation

    @property
    def year(self) -> int:
        """The Buddhist-era year of the round."""
        return self.programme.year

    @property
    def early(self) -> bool:
        """Whether what is made from it is made before its moment."""
        return bool(self.release or self.prepared_for)

    @property
    def sample(self) -> bool:
        """Whether anything in it is made up, so that everything made from it must say so."""
        return self.programme.sample or self.organisation.sample

    @property
    def announced(self) -> bool:
        """Whether the result may be known."""
        return self.stage in {"announced", "ceremony", "closed"}

    @property
    def tells(self) -> bool:
        """Whether it has a result to tell: winners, or that there are none."""
        return bool(self.winners) or self.nobody

    def reason(self, category: Category | None = None) -> str | None:
        """Return why nobody was chosen in a category or in the whole round; None if the office does not say so."""
        return next((each.reason for each in self.unawarded if each.category in {category, None}), None)

    def is_out(self, moment: datetime) -> bool:
        """Return whether the result may be published at a moment, which may lie in the future."""
        return is_out(self.programme, moment)

    @property
    def counting(self) -> bool:
        """Whether a reply given now still counts for the choice; later replies only help the service."""
        return self.stage in {"preparing", "criteria", "nominations", "survey"}

    def recording(self, words: str) -> PublicRecording | None:
        """Return the voice that says exactly these words, if one was recorded.

        There is no other way to a recording: words that may not be published now are not heard either, whether their
        moment has not come yet or they name somebody who may no longer be named.
        """
        key = key_of(words)
        return next((recording for recording in self.recordings if recording.words == key), None)

    def issued(self, winner: PublicWinner) -> Issued | None:
        """Return what a winner's certificate says: as numbered, or as the records have it; None before the result."""
        if winner.certificate and winner.certificate.issued:
            return winner.certificate.issued
        return self.now_issued(winner)

    def now_issued(self, winner: PublicWinner) -> Issued | None:
        """Return what a certificate would say that was numbered now."""
        if self.award_signer is None:
            return None
        return Issued(
            office=self.at_ceremony.organisation.name,
            award=self.programme.award_name,
            name=winner.name,
            position="" if winner.name.team else winner.position,
            division=winner.division.name,
            category=winner.ranked,
            day=self.programme.given_on,
            signer=self.award_signer,
        )

    def verify_link(self, certificate: Certificate) -> VerifyLink | None:
        """Return the address that confirms who a certificate belongs to."""
        return verify_link(self.organisation, certificate)

    @property
    def survey(self) -> PublicSurvey:
        """The round as far as its survey goes."""
        return PublicSurvey(self.organisation, self.year, self.programme.survey, self.survey_state)

    def link(self, channel: str, spot: Village | Division | None = None) -> SurveyLink:
        """Return the survey's short address for a channel: in one village, at one division's counter, or everywhere."""
        return self.survey.link(channel, spot)

    def links(self) -> Iterator[SurveyLink]:
        """Yield every short address of it that exists, printed or not: a code on a wall must never lead nowhere."""
        links = [self.link(channel) for channel in SURVEY_CHANNELS]
        for office in (self.organisation, *self.also):
            links += [self.link("loudspeaker", village) for village in office.villages]
            links += [self.link("counter", division) for division in office.divisions]
        first: dict[str, SurveyLink] = {}
        for link in links:
            first.setdefault(link.code, link)
        yield from first.values()
