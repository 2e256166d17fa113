"""The facts of an organisation and its award rounds, frozen once they are read; holds no rule about what may be shown.

Dates are `datetime.date` (Common Era here, Buddhist era wherever a person reads them: `generator.thai.dates`);
moments are aware `datetime`s in `generator.era.BANGKOK`. Percentages are `Decimal`s from 0 to 100. Nothing here is ever
patched: what may be published, and when, is `generator.disclosure`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime, time
    from decimal import Decimal

    from generator.problems import Problem

Particle = Literal["ครับ", "ค่ะ"]
"""The polite word of the speaker."""

Channel = Literal["site", "print", "social"]
"""Where a photo may be shown; the scope of a consent is a set of these."""

Showing = Literal[Channel, "link"]
"""How a piece shows somebody: through one of these, or as a link's picture, which is on the site and in the app."""

StepKey = Literal[
    "committee", "criteria", "criteria_notice", "nominations", "judging", "result", "ceremony", "publicity"
]
"""The eight steps of the programme, in its own order."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as the office writes it; `read_as` is how it is said, where the spelling misleads.

    `jawi` is the same name as its owner writes it in Malay, in Arabic letters; `confirmed` says that the owner has
    heard how the name is said and agreed.
    """

    title: str
    first: str
    last: str
    read_as: str | None = None
    jawi: str | None = None
    confirmed: bool = False

    @property
    def full(self) -> str:
        """The name on one line, the surname after one space."""
        return f"{self.short} {self.last}"

    @property
    def short(self) -> str:
        """Title and first name, as colleagues are spoken of: a Thai title stands close to the name."""
        joint = " " if self.title.endswith(".") or self.title.isascii() else ""
        return f"{self.title}{joint}{self.first}"

    def stands_in(self, text: str) -> bool:
        """Return whether a text names the person, with the title or without it."""
        return self.full in text or f"{self.first} {self.last}" in text

    @property
    def discreet(self) -> str:
        """The name in a list of people who must not be named: only those who know the person recognise it."""
        return f"{self.title} {_initial(self.first)}. {_initial(self.last)}."

    @property
    def initial(self) -> str:
        """The letter that stands for a person without a photo."""
        return _initial(self.first)


def _initial(part: str) -> str:
    """Return the first consonant of a name, since เ แ โ ใ ไ are written before the sound."""
    return next((letter for letter in part if letter.isalpha() and letter not in "เแโใไ"), part[:1])


@dataclass(frozen=True, slots=True)
class Colours:
    """The organisation's two colours as `#rrggbb`; both carry white text at 4.5:1 or the door refuses them."""

    primary: str
    accent: str


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address in the parts that Thai addresses have; `line` is house number, village and road."""

    line: str
    subdistrict: str
    district: str
    province: str
    postcode: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The address in the parts that stay whole when a line ends, with the long forms ตำบล อำเภอ จังหวัด."""
        return (self.line, f"ตำบล{self.subdistrict}", f"อำเภอ{self.district}", f"จังหวัด{self.province} {self.postcode}")

    @property
    def full(self) -> str:
        """The address on one line."""
        return " ".join(self.parts)

    @property
    def area(self) -> str:
        """Where in the country it is, for readers from elsewhere: district and province."""
        return f"อำเภอ{self.district} จังหวัด{self.province}"


@dataclass(frozen=True, slots=True)
class Division:
    """A สำนัก or กอง; `key` is what the records refer to it by."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """A time at which nothing is announced, and why: every day, or from the day `first` to the day `last`."""

    starts: time
    ends: time
    why: str
    first: date | None = None
    last: date | None = None

    def covers(self, day: date, hour: time) -> bool:
        """Return whether a moment lies in it; what ends at six leaves six free."""
        among = (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
        return among and self.starts <= hour < self.ends


Slot = Literal[30, 60, 120]
"""Seconds of one reading of an announcement."""

PACE = 170
"""Syllables a minute out of doors, pauses included, where nobody has been timed; usual are 150 to 200."""


@dataclass(frozen=True, slots=True)
class Loudspeaker:
    """How news is announced in a village: at which hours, by whom, and how fast.

    `particle` is the announcer's polite word, `pace` the announcer's syllables per minute, `slot` the seconds for one
    reading. It has been out of order since the day `out_of_order`.
    """

    kind: Literal["เสียงตามสาย", "หอกระจายข่าว"]
    times: tuple[time, ...]
    particle: Particle
    greeting: str
    pace: int = PACE
    slot: Slot = 60
    quiet: tuple[Quiet, ...] = ()
    out_of_order: date | None = None


@dataclass(frozen=True, slots=True)
class Village:
    """A หมู่: its number, its name, where its notice board stands, and its loudspeaker if it has one."""

    moo: int
    name: str
    board: str
    loudspeaker: Loudspeaker | None

    @property
    def number(self) -> str:
        """The village by its number: หมู่ที่ 1."""
        return f"หมู่ที่ {self.moo}"

    @property
    def full(self) -> str:
        """The village by its number and name: หมู่ที่ 1 บ้านควนเมา."""
        return f"{self.number} {self.name}"


@dataclass(frozen=True, slots=True)
class Instance:
    """An office above this one that takes complaints, with the number to call."""

    name: str
    phone: str
    detail: str


@dataclass(frozen=True, slots=True)
class Complaints:
    """Who takes complaints, within how many days each is answered, where a box stands, and who is above the office.

    Where the office says nothing else: the assessment of local governments (LPA) asks for fifteen days, and the
    instances are open to everybody in the country. `receiver` is empty where the programme's owner takes them;
    `note` is what the office adds in its own words.
    """

    receiver: str = ""
    days: int = 15
    box: str = ""
    note: str = ""
    instances: tuple[Instance, ...] = (
        Instance("ศูนย์ดำรงธรรม", "1567", "กระทรวงมหาดไทย รับเรื่องทุกวัน ตลอด 24 ชั่วโมง"),
        Instance("ผู้ตรวจการแผ่นดิน", "1676", "เมื่อเห็นว่าหน่วยงานของรัฐไม่ทำตามหน้าที่ หรือไม่เป็นธรรม"),
        Instance("ป.ป.ช.", "1205", "เมื่อสงสัยว่ามีการทุจริตหรือเรียกรับผลประโยชน์"),
    )


@dataclass(frozen=True, slots=True)
class Organisation:
    """The local government itself: the only place with its name, address and colours.

    `old_computers` asks for scripts for machines that know Windows-874 and no Unicode; `rehearsal_voice` is
    the command, word by word, of a program that speaks a script for a rehearsal, if there is one.
    """

    name: str
    short_name: str
    english_name: str
    people: str
    address: Address
    phone: str
    office_hours: str
    site: str
    facebook: str | None
    line_account: str | None
    colours: Colours
    seal: Picture | None
    divisions: tuple[Division, ...]
    villages: tuple[Village, ...]
    sample: bool
    old_computers: bool = False
    rehearsal_voice: tuple[str, ...] = ()
    complaints: Complaints = Complaints()


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo that came through the door: upright, without metadata, kept in the store under `digest`.

    `width` and `height` are pixels of the upright original; the stored master is at most 2400 pixels on its long side.
    """

    digest: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Consent:
    """A written consent to show a photo: where, since when, and whether it was taken back."""

    channels: frozenset[Channel]
    given: date
    withdrawn: date | None


@dataclass(frozen=True, slots=True)
class Photo:
    """A portrait in the records; `focus` is the point to keep when cropping, each part from 0 (left, top) to 1."""

    picture: Picture
    alt: str
    focus: tuple[float, float]
    consent: Consent | None


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


@dataclass(frozen=True, slots=True)
class Signer:
    """Someone who signs a paper: name, post and in which role."""

    name: Name
    post: str
    role: str


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
    """The citizens' satisfaction survey; `form` is a link template with `{channel}` and `{place}` in it.

    It is open from `opens` to the end of the day `closes`; replies up to the end of `counted_until` go into the round's
    judging, later ones into the office's work. `aspects` are what the paper form asks about; none means the usual ones.
    """

    form: str
    opens: date
    closes: date
    counted_until: date
    minutes: int
    other_ways: tuple[OtherWay, ...]
    aspects: tuple[Aspect, ...] = ()


@dataclass(frozen=True, slots=True)
class Presider:
    """Who hands out the certificates: the office held, and the name where the record has it."""

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


@dataclass(frozen=True, slots=True)
class Ceremony:
    """How the certificates are handed out on the day of the step `ceremony`; `particle` is the announcer's.

    `events` is the office's own order, which begins at `starts`; none means the usual one.
    """

    place: str
    starts: time
    presider: Presider
    particle: Particle
    events: tuple[CeremonyEvent, ...]


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
class Certificate:
    """What identifies a certificate: its running number in the round, and the secret end of its address.

    The token is drawn at random when the result is frozen; nothing that is known about a person leads to it.
    """

    number: int
    token: str


@dataclass(frozen=True, slots=True)
class Recording:
    """A person's voice reading a loudspeaker script once, trimmed and levelled.

    `script` is the script's name, `words` the key of what it said when it was read, `sound` the SHA-256 of the FLAC
    of that name in the round's folder. `seconds` is how long it lasts, `slot` how long it may last. `on_site` says that
    the reader agreed to be heard on the site; `chime` and `twice` say how it is played from a stick. It is in
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


@dataclass(frozen=True, slots=True)
class Winner:
    """Someone who was chosen; `scores` are the committee's, per criterion key, 0 to 100, and never public.

    `formerly` are ids that this winner had before; people may still have links with them.
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


def key_of(year: int, winner: Winner) -> str:
    """Return how lists speak of the winner of one round: `2566/saksit`; the same id may win in several years."""
    return f"{year}/{winner.id}"


OccasionKey = Literal["criteria", "nominations", "survey", "result", "ceremony", "thanks"]
"""What is announced over loudspeakers, in the order of a round."""


@dataclass(frozen=True, slots=True)
class Correction:
    """An announcement that was wrong: from `day` on it is no longer read; `right`, if any, is said instead."""

    of: OccasionKey
    day: date
    right: str


@dataclass(frozen=True, slots=True)
class Replies:
    """How many replies a channel brought from one place, or from an unknown one; never public in this form.

    `channel` is a key of `generator.disclosure.REPLY_CHANNELS`; `generator.disclosure.reach` decides what is shown.
    """

    channel: str
    spot: Village | Division | None
    count: int


@dataclass(frozen=True, slots=True)
class Programme:
    """What a round announces before anybody is chosen: the programme document, its rules and its survey."""

    year: int
    title: str
    award: str
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

    @property
    def citizens_weight(self) -> int:
        """How much of 100 the citizens' own criterion weighs."""
        return sum(criterion.weight for criterion in self.criteria if criterion.citizens)

    def step(self, key: StepKey) -> Step:
        """Return one of the eight steps; the door has made sure that each is there exactly once."""
        return next(step for step in self.steps if step.key == key)


@dataclass(frozen=True, slots=True)
class Signed:
    """The digest of the proof book that was signed, and on which day; no sheet shows either.

    `line` and `column` say where the digest stands in the round's file, for a build that has to point at it.
    """

    digest: str
    day: date | None
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Round:
    """One year's round with everything in it; only internal pieces and `generator.disclosure` may look at it."""

    programme: Programme
    outcomes: Outcomes
    award_signer: Signer
    publish_totals: bool
    winners: tuple[Winner, ...]
    signed: Signed | None = None
    recordings: tuple[Recording, ...] = ()
    replies: tuple[Replies, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def in_order(self) -> list[Winner]:
        """The winners in the order of categories and places, in which they are named and numbered."""
        categories = self.programme.categories
        return sorted(self.winners, key=lambda winner: (categories.index(winner.category), winner.place))


@dataclass(frozen=True, slots=True)
class Records:
    """Everything under `winners/`: the organisation and its rounds, newest first, with the warnings about them."""

    organisation: Organisation
    rounds: tuple[Round, ...]
    warnings: tuple[Problem, ...]
