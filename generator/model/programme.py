"""What a round announces before anybody is chosen: the programme document, its rules, its survey and its ceremony."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from generator.model.papers import NO_PAPERS
from generator.model.selection import USUAL_RULES

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from decimal import Decimal

    from generator.model.office import Division
    from generator.model.papers import Papers
    from generator.model.people import Name, Particle, Picture, Signer
    from generator.model.selection import TallyRules

_IF_EQUAL = re.compile(r"^(?:ถ้า|หาก|กรณี|เมื่อ|ใน)(?:ที่|กรณี)*(?:มี|ได้)?คะแนน(?:รวม)?เท่ากัน\s*")

StepKey = Literal[
    "committee", "criteria", "criteria_notice", "nominations", "judging", "result", "ceremony", "publicity"
]
"""The eight steps of the programme, in its own order."""


@dataclass(frozen=True, slots=True)
class Step:
    """One of the eight steps of the programme, with the days it takes."""

    key: StepKey
    text: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is judged, and how much of 100 it weighs; exactly one criterion of a round is the citizens' own."""

    key: str
    name: str
    detail: str
    weight: int
    citizens: bool


@dataclass(frozen=True, slots=True)
class Category:
    """A group of staff that is judged together, and how many places it has."""

    key: str
    name: str
    places: int


@dataclass(frozen=True, slots=True)
class CommitteePost:
    """A seat of the committee: the office held, and the role in the committee."""

    post: str
    role: str


WayKind = Literal["โทรศัพท์", "กระดาษ", "กล่อง", "อื่น"]
"""What another way of answering is: a call, a paper form, a box that takes it, or something else."""


@dataclass(frozen=True, slots=True)
class OtherWay:
    """A way to answer the survey without a camera: `name` is what the office calls it, `detail` is where and when."""

    name: str
    detail: str
    kind: WayKind


@dataclass(frozen=True, slots=True)
class Aspect:
    """An aspect of the service that the survey asks about, and its questions."""

    name: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """The citizens' satisfaction survey; `form` is a link template with the marks `{channel}` and `{place}`.

    It is open from `opens` to the end of the day `closes`; replies up to the end of `counted_until` go into the round's
    judging, later ones into the office's work. `aspects` are what the paper form asks about; none means the usual ones.
    `nameless` is what the office says of its form: it asks neither for a name nor for a login.
    """

    form: str
    opens: date
    closes: date
    counted_until: date
    minutes: int
    other_ways: tuple[OtherWay, ...]
    aspects: tuple[Aspect, ...] = ()
    nameless: bool = False

    @property
    def knows_channel(self) -> bool:
        """Whether a reply says by which channel it came: some forms take nothing by their link."""
        return "{channel}" in self.form

    @property
    def knows_place(self) -> bool:
        """Whether a reply says from which place it came."""
        return "{place}" in self.form


@dataclass(frozen=True, slots=True)
class Presider:
    """Who hands out the certificates, or reports: the office held, and the name where the record has it."""

    post: str
    name: Name | None


@dataclass(frozen=True, slots=True)
class CeremonyEvent:
    """An event in the order of a ceremony: what, by whom, for how long, and what must be ready.

    `handover` marks the one in which the winners are called and given their certificates.
    """

    text: str
    who: str
    minutes: int
    prepare: str
    handover: bool


USUAL_LENGTH = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class CeremonyPhoto:
    """A picture of the ceremony: what can be seen, and which winners by their ids.

    `others` is the office's own word that everybody else in the picture agreed. It is kept, and shown nowhere.
    """

    picture: Picture
    alt: str
    people: tuple[str, ...]
    others: str


@dataclass(frozen=True, slots=True)
class Ceremony:
    """How the certificates are handed out on the day of the step `ceremony`; `particle` is the announcer's.

    `events` is the office's own order, which begins at `starts`; none means the usual one. `held` is what the office
    says afterwards: that it took place. `reporter` reports to the presider; None means whoever chairs the committee.
    `dress` is what guests are asked to wear, if anything is written.
    """

    place: str
    starts: time
    presider: Presider
    particle: Particle
    events: tuple[CeremonyEvent, ...]
    held: bool = False
    reporter: Presider | None = None
    dress: str = ""
    photos: tuple[CeremonyPhoto, ...] = ()

    @property
    def lasts(self) -> timedelta:
        """How long it lasts: by the office's own order of events, or else the usual time."""
        return timedelta(minutes=sum(event.minutes for event in self.events)) or USUAL_LENGTH


@dataclass(frozen=True, slots=True)
class Programme:
    """What a round announces before anybody is chosen: the programme document, its rules and its survey.

    `ties` decide between equal totals, one after the other: a criterion's key, or a word of `selection`; empty where
    the record has a sentence only.
    """

    year: int
    title: str
    award_name: str
    reasons: tuple[str, ...]
    objectives: tuple[str, ...]
    target_group: str
    target_people: int
    owner: str
    budget: str
    outputs: tuple[str, ...]
    publicity: tuple[str, ...]
    steps: tuple[Step, ...]
    result_at: datetime
    committee: tuple[CommitteePost, ...]
    criteria: tuple[Criterion, ...]
    tie_rule: str
    categories: tuple[Category, ...]
    nominators: tuple[Division, ...]
    document_signers: tuple[Signer, ...]
    survey: Survey
    sample: bool
    ceremony: Ceremony | None = None
    newsletter_issue: str = ""
    ties: tuple[str, ...] = ()
    tally: TallyRules = USUAL_RULES
    papers: Papers = NO_PAPERS

    @property
    def citizens_weight(self) -> int:
        """How much of 100 the citizens' own criterion weighs."""
        return sum(criterion.weight for criterion in self.criteria if criterion.citizens)

    @property
    def gate_alone(self) -> Decimal | None:
        """The satisfaction in percent that somebody must have, where it decides only that and is no criterion."""
        return self.tally.gate if not self.citizens_weight else None

    @property
    def when_equal(self) -> str:
        """The rule for ties, to go on behind a heading that says "if totals are equal" already."""
        return _IF_EQUAL.sub("", self.tie_rule) or self.tie_rule

    @property
    def given_on(self) -> date:
        """The date on certificates: that of the ceremony or, if none is planned, of the result."""
        days = {step.key: step.starts for step in self.steps}
        return days.get("ceremony", self.result_at.date())

    def step(self, key: StepKey) -> Step:
        """Return one of the eight steps; the door has made sure that each is there exactly once."""
        return next(step for step in self.steps if step.key == key)
