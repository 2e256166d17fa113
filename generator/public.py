"""What of a round may be public at a moment: stage, embargo and consent, decided once and in this place alone.

A public piece is handed a `PublicRound`. Before the result's moment there is no winner in it; a photo is in it only for
a channel that its consent names; a person whose name is suppressed is never in it. A piece cannot leak what it is not
given.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from generator import tally
from generator.model import BANGKOK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from generator.model import (
        Category,
        Channel,
        Division,
        Name,
        Organisation,
        Outcomes,
        Photo,
        Picture,
        Programme,
        Records,
        Round,
        Satisfaction,
        Signer,
        Village,
        Winner,
    )

Stage = Literal["preparing", "criteria", "nominations", "survey", "judging", "announced", "ceremony", "closed"]

MIN_GROUP = 5
"""A mean over fewer answers than this could point at who gave them, so it is not published."""

SURVEY_CHANNELS: dict[str, tuple[str, str]] = {
    "site": ("web", "เว็บไซต์"),
    "poster": ("po", "โปสเตอร์"),
    "winner_poster": ("pw", "โปสเตอร์รายบุคคล"),
    "newsletter": ("nl", "จดหมายข่าว"),
    "loudspeaker": ("ls", "เสียงตามสาย"),
}
"""Every way that leads to the survey: the letters that open its code, and its name in the form's answers."""

EVERYWHERE = "ทั่วไป"
"""The place of a code that is not bound to one village."""


@dataclass(frozen=True, slots=True)
class SurveyLink:
    """The short address that a code carries: it knows channel and place, and outlives the form behind it."""

    code: str
    url: str
    channel: str
    place: str
    form: str

    @property
    def short(self) -> str:
        """The address as a person types it, without the scheme."""
        return self.url.removeprefix("https://").removeprefix("http://")


@dataclass(frozen=True, slots=True)
class Portrait:
    """A photo whose owner agreed to this very channel."""

    picture: Picture
    alt: str
    focus: tuple[float, float]


@dataclass(frozen=True, slots=True)
class PublicWinner:
    """What the public may know of a winner; `total` is there only where the round publishes totals.

    Name, post and result are the office's public task. Portrait, story and everything else that draws a person need the
    person's consent for the channel (PDPA section 19): without it those texts are empty and `satisfaction` is None.
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


@dataclass(frozen=True, slots=True)
class PublicRound:
    """A round as the public may see it at one moment; `release` is set on sheets that are printed before it."""

    organisation: Organisation
    programme: Programme
    stage: Stage
    survey_open: bool
    outcomes: Outcomes
    award_signer: Signer | None
    winners: tuple[PublicWinner, ...]
    release: datetime | None = None

    @property
    def year(self) -> int:
        """The Buddhist-era year of the round."""
        return self.programme.year

    @property
    def sample(self) -> bool:
        """Whether anything in it is made up, so that everything made from it must say so."""
        return self.programme.sample or self.organisation.sample

    @property
    def announced(self) -> bool:
        """Whether the result may be known."""
        return self.stage in {"announced", "ceremony", "closed"}

    def link(self, channel: str, village: Village | None = None) -> SurveyLink:
        """Return the survey's short address for a channel, in one village or everywhere."""
        return survey_link(self.organisation, self.programme, channel, village)


@dataclass(frozen=True, slots=True)
class PublicFile:
    """A file that the public may take home: `path` and `thumbnail` within the site, `size` as a person reads it."""

    path: str
    title: str
    year: int
    piece: str
    size: str
    thumbnail: str | None


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything that one piece may know: the rounds, newest first, and the public files made before it."""

    organisation: Organisation
    rounds: tuple[PublicRound, ...]
    files: tuple[PublicFile, ...] = ()

    @property
    def newest(self) -> PublicRound:
        """The newest round; the door has made sure that there is one."""
        return self.rounds[0]

    @property
    def newest_announced(self) -> PublicRound | None:
        """The newest round with winners to show, if any."""
        return next((award for award in self.rounds if award.winners), None)

    @property
    def sample(self) -> bool:
        """Whether anything in it is made up."""
        return any(award.sample for award in self.rounds)

    def links(self) -> Iterator[SurveyLink]:
        """Yield every short address that exists, printed already or not: a code on a wall must never lead nowhere."""
        for award in self.rounds:
            for channel in SURVEY_CHANNELS:
                yield award.link(channel)
            for village in self.organisation.villages:
                yield award.link("loudspeaker", village)


def survey_link(
    organisation: Organisation, programme: Programme, channel: str, village: Village | None = None
) -> SurveyLink:
    """Return the short address of one channel and place, and the form's own address behind it."""
    letters, channel_name = SURVEY_CHANNELS[channel]
    place = f"หมู่ที่ {village.moo}" if village else EVERYWHERE
    code = f"{letters}{programme.year % 100:02d}" + (f"-m{village.moo}" if village else "")
    form = programme.survey.form.replace("{channel}", quote(channel_name, safe="")).replace(
        "{place}", quote(place, safe="")
    )
    return SurveyLink(code, f"{organisation.site}/s/{code}.html", channel_name, place, form)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), BANGKOK)


def _after(day: date) -> datetime:
    return _midnight(day + timedelta(days=1))


def turning_points(programme: Programme) -> tuple[tuple[datetime, Stage], ...]:
    """Return when each stage begins, in the order of the stages; a stage that is over at once has the next one's time.

    Overlaps give way to the later need: the survey is the stage once nominations are in, judging once the replies are
    counted.
    """
    result = programme.result_at
    nominations = programme.step("nominations")
    survey = max(_midnight(programme.survey.opens), _after(nominations.ends))
    judging = max(_after(programme.survey.counted_until), survey)
    ceremony = max(_midnight(programme.step("ceremony").starts), result)
    return (
        (min(_midnight(programme.step("criteria_notice").starts), result), "criteria"),
        (min(_midnight(nominations.starts), result), "nominations"),
        (min(survey, result), "survey"),
        (min(judging, result), "judging"),
        (result, "announced"),
        (ceremony, "ceremony"),
        (max(_after(programme.step("publicity").ends), ceremony), "closed"),
    )


def stage_at(programme: Programme, moment: datetime) -> Stage:
    """Return the stage that a round is in at a moment."""
    stage: Stage = "preparing"
    for begins, name in turning_points(programme):
        if moment >= begins:
            stage = name
    return stage


def changes(programme: Programme) -> tuple[datetime, ...]:
    """Return the moments at which anything public of a round changes by itself, in no order."""
    survey = programme.survey
    return (*(begins for begins, _ in turning_points(programme)), _midnight(survey.opens), _after(survey.closes))


def publish(records: Records, moment: datetime, channel: Channel) -> Publication:
    """Return what may be known at a moment through one channel."""
    rounds = tuple(public_round(records.organisation, award, moment, channel) for award in records.rounds)
    return Publication(records.organisation, rounds)


def seal(records: Records, moment: datetime, channel: Channel) -> Publication:
    """Return the coming results, each as it will be at its own moment and marked with it; for internal sheets only."""
    rounds = []
    for award in records.rounds:
        release = award.programme.result_at
        if release > moment and award.winners:
            rounds.append(public_round(records.organisation, award, release, channel, release=release))
    return Publication(records.organisation, tuple(rounds))


def public_round(
    organisation: Organisation, award: Round, moment: datetime, channel: Channel, *, release: datetime | None = None
) -> PublicRound:
    """Return one round as it may be seen at a moment through one channel."""
    programme = award.programme
    announced = moment >= programme.result_at
    survey = programme.survey
    return PublicRound(
        organisation=organisation,
        programme=programme,
        stage=stage_at(programme, moment),
        survey_open=_midnight(survey.opens) <= moment < _after(survey.closes),
        outcomes=award.outcomes if announced else _without_year(award.outcomes, programme.year),
        award_signer=award.award_signer if announced else None,
        winners=tuple(
            _public_winner(award, winner, channel)
            for winner in sorted(award.winners, key=lambda w: (programme.categories.index(w.category), w.place))
            if announced and winner.suppressed is None
        ),
        release=release,
    )


def _without_year(outcomes: Outcomes, year: int) -> Outcomes:
    """Return the figures without this year's: they are part of the result."""
    return replace(
        outcomes,
        satisfaction=tuple(figure for figure in outcomes.satisfaction if figure.year != year),
        complaints=tuple(figure for figure in outcomes.complaints if figure.year != year),
    )


def _public_winner(award: Round, winner: Winner, channel: Channel) -> PublicWinner:
    photo = winner.photo if winner.photo is not None and _agreed(winner.photo, channel) else None
    return PublicWinner(
        id=winner.id,
        name=winner.name,
        position=winner.position,
        division=winner.division,
        category=winner.category,
        place=winner.place,
        citation=winner.citation if photo else "",
        story=winner.story if photo else "",
        quote=winner.quote if photo else "",
        satisfaction=winner.satisfaction if photo and winner.satisfaction.replies >= MIN_GROUP else None,
        total=tally.total(award.programme.criteria, winner) if award.publish_totals else None,
        portrait=Portrait(photo.picture, photo.alt, photo.focus) if photo else None,
    )


def _agreed(photo: Photo, channel: Channel) -> bool:
    consent = photo.consent
    return consent is not None and consent.withdrawn is None and channel in consent.channels
