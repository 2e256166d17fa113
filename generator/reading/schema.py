"""The table of all keys that a record may have, file by file, a line a key; what a value may be is in `fields`.

It is one thing, and long, because it is a table: whoever asks what may be written looks here and nowhere else. Rules
between values are in the modules of checks, and nothing here leaves the door.

A record may be read in part: a value that was refused is absent, and asking for it raises `Unread`, so that a rule
which needs it is silent while every other rule still speaks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field, create_model

from generator.model import OUTPUTS, PACE, PAPER_FONT
from generator.reading import answers, choices, fields, paper_fields, spoken, tallied

Item = TypeVar("Item")
Kind = TypeVar("Kind", bound="Written")
Some = Annotated[list[Item], fields.Listed, Field(min_length=1)]
Any_number = Annotated[list[Item], fields.Listed]
HowMany = answers.Answers


class Unread(Exception):
    """A value that a rule asked for was refused or is missing; that fault is reported already."""


class Written(BaseModel):
    """A group of keys: other keys are unknown, and nothing changes once it is read.

    `unless` are keys that must be there unless another one is, of which the clerk chooses, and `instead` those for
    which one that is counted will do; `told_with` are keys that must be there if the one at a path within the group is.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
    unless: ClassVar[dict[str, str]] = {}
    instead: ClassVar[dict[str, str]] = {}
    told_with: ClassVar[dict[str, tuple[str, ...]]] = {}

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Say that a value was refused, where pydantic would only say that there is none."""
            if name in type(self).model_fields:
                raise Unread(name)
            return super().__getattr__(name)


class Name(Written):
    """A person's name."""

    title: fields.NamePart
    first: fields.NamePart
    last: fields.NamePart | None = None
    read_as: fields.NamePart | None = None
    jawi: fields.Jawi | None = None
    confirmed: fields.Flag = False


class Suppression(Written):
    """Why nothing of a person may be public."""

    reason: fields.Line
    since: fields.Day


class Member(Name):
    """Somebody in a team who is named, with what this person took back."""

    withdrawn: fields.Day | None = None
    name_suppressed: Suppression | None = None


class Team(Written):
    """The name of a team or a section; `members` and how many `people` they are may be left out."""

    name: fields.Line
    read_as: fields.Line | None = None
    confirmed: fields.Flag = False
    people: fields.People | None = None
    members: Any_number[Member] = []


class Address(Written):
    """A postal address."""

    line: fields.Line
    subdistrict: fields.Subdistrict
    district: fields.District
    province: fields.Province
    postcode: fields.Postcode


class Colours(Written):
    """The organisation's colours, any two."""

    primary: fields.Colour
    accent: fields.Colour


class FormerAddress(Written):
    """The parts of the address that were others before."""

    line: fields.Line | None = None
    subdistrict: fields.NamePart | None = None
    district: fields.NamePart | None = None
    province: fields.NamePart | None = None
    postcode: fields.Postcode | None = None


class FormerOrganisation(Written):
    """How the office was up to a day; what is not written was the same as afterwards.

    Who wants to reach the office takes today's ways, so the last five are read and not used.
    """

    until: fields.Day
    name: fields.NamePart | None = None
    short_name: fields.NamePart | None = None
    english_name: fields.NamePart | None = None
    people: fields.NamePart | None = None
    address: FormerAddress | None = None
    colours: Colours | None = None
    seal: fields.Line | None = None
    phone: fields.Line | None = None
    office_hours: fields.Line | None = None
    site: fields.Line | None = None
    facebook: fields.Line | None = None
    line_account: fields.Line | None = None


class FormerDivision(Written):
    """What a division was called up to a day."""

    until: fields.Day
    name: fields.Line


class Division(Written):
    """A สำนัก or กอง; `since` and `until` where it is newer than the office or was dissolved into `joined`."""

    key: fields.Key
    name: fields.Line
    since: fields.Day | None = None
    until: fields.Day | None = None
    joined: fields.Reference | None = None
    formerly: Any_number[FormerDivision] = []


class Quiet(Written):
    """A time at which nothing is announced."""

    starts: fields.Clock
    ends: fields.ClockOfEnd
    why: fields.Line
    first: fields.Day | None = None
    last: fields.Day | None = None


class Loudspeaker(Written):
    """How news is announced in a village."""

    kind: fields.LoudspeakerKind
    times: Some[fields.Clock]
    particle: fields.Particle
    greeting: fields.Line
    pace: fields.Pace = PACE
    slot: fields.Slot = 60
    quiet: Any_number[Quiet] = []
    out_of_order: fields.Day | None = None


class FormerVillage(Written):
    """How a village was up to a day; what is not written was the same as afterwards."""

    until: fields.Day
    moo: fields.Place | None = None
    name: fields.NamePart | None = None
    board: fields.Line | None = None
    greeting: fields.Line | None = None


class Village(Written):
    """A หมู่; `since` and `until` where it was divided from another, or was joined with the หมู่ `joined`."""

    moo: fields.Moo
    name: fields.NamePart
    board: fields.Line
    loudspeaker: Loudspeaker | None = None
    since: fields.Day | None = None
    until: fields.Day | None = None
    joined: fields.Place | None = None
    formerly: Any_number[FormerVillage] = []


class Instance(Written):
    """An office above this one that takes complaints."""

    name: fields.Line
    phone: fields.Phone
    detail: fields.Line


class Complaints(Written):
    """Who takes complaints and how; the office promises nothing that is not written here."""

    receiver: fields.Line | None = None
    nameless: fields.Prose | None = None
    secret: fields.Prose | None = None
    receipt: fields.Prose | None = None
    inquiry: fields.Prose | None = None
    days: fields.Days | None = None
    appeal: fields.Prose | None = None
    box: fields.Line | None = None
    note: fields.Prose | None = None
    instances: Any_number[Instance] = []


if TYPE_CHECKING:

    class Outputs(Written):
        """What is made for each helper, by the office's word for the helper."""

else:
    Outputs = create_model(
        "Outputs",
        __base__=Written,
        **{word: (choices.chosen(each.sets) | None, None) for word, each in OUTPUTS.items()},
    )


class Reading(Written):
    """How a short form or a foreign word of the office's own is read aloud."""

    written: fields.Line
    say: spoken.Spoken


class Organisation(Written):
    """`organisation.yaml`."""

    base: fields.Line | None = None
    sample: fields.Flag = False
    name: fields.NamePart
    short_name: fields.NamePart
    english_name: fields.NamePart
    people: fields.Townspeople
    address: Address
    phone: fields.Phone
    office_hours: fields.Line
    site: fields.Site
    facebook: fields.Facebook | None = None
    line_account: fields.Line | None = None
    colours: Colours
    seal: fields.Line | None = None
    divisions: Some[Division]
    villages: Any_number[Village]
    old_computers: fields.Flag = False
    rehearsal_voice: Any_number[fields.Line] = []
    complaints: Complaints | None = None
    newsletter_name: fields.NamePart | None = None
    prepare_days: fields.PrepareDays | None = None
    outputs: Outputs | None = None
    readings: Any_number[Reading] = []
    style: fields.Style | None = None
    weave: fields.Weave | None = None
    season: fields.Season | None = None
    publish: fields.Target | None = None
    formerly: Any_number[FormerOrganisation] = []


class Province(Written):
    """`province.yaml`, of whoever keeps the site in front of many offices; every line may be left out."""

    name: fields.NamePart | None = None
    phone: fields.Phone | None = None
    site: fields.Site | None = None
    publish: fields.Target | None = None
    colours: Colours | None = None


class Step(Written):
    """One of the eight steps."""

    key: fields.Step
    text: fields.Line
    starts: fields.Day
    ends: fields.Day


class CommitteePost(Written):
    """A seat of the committee."""

    post: fields.Post
    role: fields.Line


class Criterion(Written):
    """What is judged, and how much it weighs."""

    key: fields.Key
    name: fields.Line
    detail: fields.Prose
    weight: fields.Weight
    citizens: fields.Flag = False


class Category(Written):
    """A group of staff that is judged together."""

    key: fields.Key
    name: fields.Line
    places: fields.Place


class TallyRules(Written):
    """How scores become a result; what is left out is as usual."""

    highest: tallied.Highest = 5
    lowest: tallied.Lowest = 1
    step: tallied.Step | None = None
    average: tallied.Average = "ค่าเฉลี่ย"
    gate: fields.Percent | None = None
    voice_of: tallied.VoiceOf = "คน"
    sample: tallied.Sample = 10
    too_few: tallied.TooFew = "ใช้ผลของกอง"
    quorum: fields.Place | None = None
    pass_mark: fields.Percent | None = None
    nominators_score: fields.Flag = False
    compared: tallied.Compared = "สองตำแหน่ง"
    open_table: fields.Flag = False


class SatisfactionYear(Written):
    """The satisfaction of one year; for past years the number of replies may be unknown."""

    year: fields.Year
    percent: fields.Percent
    replies: fields.Count | None = None


class ComplaintsYear(Written):
    """The complaints of one year."""

    year: fields.Year
    count: fields.Count


class Outcomes(Written):
    """What the programme promised and what came of it."""

    satisfaction_target: fields.Percent
    satisfaction_method: fields.Line
    satisfaction: Any_number[SatisfactionYear]
    complaints: Any_number[ComplaintsYear]


class Replies(Written):
    """How many replies a channel brought; from one village or division, where that is known."""

    channel: fields.ReplyChannel
    moo: fields.Moo | None = None
    division: fields.Reference | None = None
    count: fields.Count


class Signer(Written):
    """Someone who signs a paper."""

    name: Name
    post: fields.Post
    role: fields.Line


class OtherWay(Written):
    """A way to answer the survey without a camera; where no kind is written, it follows from the name."""

    name: fields.Line
    detail: fields.Line
    kind: fields.WayKind | None = None


class Aspect(Written):
    """An aspect of the service that the survey asks about."""

    name: fields.Line
    items: Some[fields.Line]


class Survey(Written):
    """The citizens' satisfaction survey."""

    form: fields.FormLink
    plain_link: fields.Flag = False
    opens: fields.Day
    closes: fields.Day
    counted_until: fields.Day
    minutes: fields.Minutes
    other_ways: Any_number[OtherWay]
    aspects: Any_number[Aspect] = []
    nameless: fields.Flag = False


class Presider(Written):
    """Who hands out the certificates, or reports to who does."""

    post: fields.Post
    name: Name | None = None


class CeremonyEvent(Written):
    """An event in the order of the ceremony."""

    text: fields.Line
    who: fields.Line
    minutes: fields.Minutes
    prepare: fields.Line | None = None
    handover: fields.Flag = False


class CeremonyPhoto(Written):
    """A picture of the ceremony: who was chosen in it by id, and the office's word about everybody else."""

    file: fields.FileName
    alt: fields.Line
    people: Any_number[fields.Key]
    everyone_agreed: fields.Line


class Ceremony(Written):
    """How the certificates are handed out, who reports to the presider, and the pictures of it."""

    place: fields.Venue
    starts: fields.Clock
    presider: Presider
    particle: fields.Particle
    reporter: Presider | None = None
    dress: fields.Line | None = None
    events: Any_number[CeremonyEvent] = []
    held: fields.Flag = False
    photos: Any_number[CeremonyPhoto] = []


class Proof(Written):
    """What was signed: the digest on the proof book's cover, and the day of the last signature."""

    digest: fields.Digest
    signed: fields.Day | None = None


class Correction(Written):
    """An announcement that was wrong."""

    of: fields.Occasion
    day: fields.Day
    right: fields.Line | None = None


class YouSaid(Written):
    """What citizens said, and what the office did about it."""

    said: fields.Brief
    did: fields.Brief
    since: fields.Day | None = None
    division: fields.Reference | None = None
    aspect: fields.Reference | None = None


class Round(Written):
    """`round.yaml`."""

    instead: ClassVar[dict[str, str]] = {"tie_rule": "ties"}

    sample: fields.Flag = False
    year: fields.Year
    title: fields.Line
    award: fields.Line
    reasons: Some[fields.Prose]
    objectives: Some[fields.Prose]
    target_group: fields.Line
    target_people: fields.People
    owner: fields.Line
    budget: fields.Line
    outputs: Some[fields.Prose]
    publicity: Some[fields.Line]
    steps: Some[Step]
    result_at: fields.Moment
    committee: Some[CommitteePost]
    criteria: Some[Criterion]
    tie_rule: fields.Prose | None = None
    ties: Any_number[fields.Reference] = []
    tally: TallyRules | None = None
    categories: Some[Category]
    nominators: Some[fields.Reference]
    outcomes: Outcomes
    replies: Any_number[Replies] = []
    document_signers: Some[Signer]
    award_signer: Signer
    publish_totals: fields.Flag
    survey: Survey
    ceremony: Ceremony | None = None
    newsletter_issue: fields.Line | None = None
    corrections: Any_number[Correction] = []
    you_said: Any_number[YouSaid] = []
    proof: Proof | None = None


class Satisfaction(Written):
    """What citizens said of one winner."""

    percent: fields.Percent
    replies: fields.Count


class Consent(Written):
    """A written consent to show a photo."""

    channels: Some[fields.Channel]
    given: fields.Day
    withdrawn: fields.Day | None = None
    by: fields.Line | None = None


class Photo(Written):
    """A portrait; `focus` is the point to keep when cropping, where it is not the middle of the face."""

    file: fields.FileName
    alt: fields.Line
    focus: Annotated[list[fields.Share], Field(min_length=2, max_length=2)] | None = None
    consent: Consent | None = None


class Winner(Written):
    """Someone who was chosen: a person with a name and a post, or a team."""

    unless: ClassVar[dict[str, str]] = {"name": "team", "position": "team"}
    instead: ClassVar[dict[str, str]] = {"satisfaction": "total", "scores": "total"}
    told_with: ClassVar[dict[str, tuple[str, ...]]] = dict.fromkeys(
        ("citation", "story", "quote"), ("photo", "consent")
    )

    id: fields.Key
    name: Name | None = None
    team: Team | None = None
    deceased: fields.Died = None
    position: fields.Post | None = None
    division: fields.Reference
    category: fields.Reference
    place: fields.Place
    citation: fields.Prose | None = None
    story: fields.Prose | None = None
    quote: fields.Prose | None = None
    satisfaction: Satisfaction | None = None
    scores: dict[str, fields.Percent] = {}
    total: fields.Percent | None = None
    photo: Photo | None = None
    name_suppressed: Suppression | None = None
    formerly: Any_number[fields.Key] = []


class IssuedName(Written):
    """A name as it stands on a certificate."""

    title: fields.NamePart | None = None
    first: fields.Line
    last: fields.NamePart | None = None
    jawi: fields.Jawi | None = None
    team: fields.Flag = False
    late: fields.Flag = False


class IssuedSigner(Written):
    """Who signed a certificate, as it stands there."""

    name: IssuedName
    post: fields.Line


class Issued(Written):
    """What a certificate said when it was numbered."""

    office: fields.NamePart
    award: fields.Line
    name: IssuedName
    position: fields.Line | None = None
    division: fields.Line
    category: fields.Line
    day: fields.Day
    signer: IssuedSigner


class Certificate(Written):
    """A certificate's number, the secret end of its address, and what it said."""

    winner: fields.Key
    number: fields.Place
    token: fields.Token
    issued: Issued | None = None


class Certificates(Written):
    """`certificates.yaml`, which `tonbaep freeze` writes."""

    certificates: Any_number[Certificate] = []


class Recording(Written):
    """A person's reading of a loudspeaker script."""

    script: fields.Key
    publish: fields.Flag
    reader: fields.NamePart | None = None
    recorded: fields.Day
    chime: fields.Flag
    twice: fields.Flag
    slot: fields.Seconds
    seconds: fields.Seconds
    words: fields.Sha256
    sound: fields.Sha256


class Recordings(Written):
    """`recordings.yaml`, which `tonbaep import audio` writes."""

    recordings: Any_number[Recording] = []


class PaperMeeting(Written):
    """The meeting at which the committee chooses."""

    day: fields.Day | None = None
    starts: fields.Clock | None = None
    place: fields.Venue | None = None
    number: fields.Line | None = None


class PaperSigner(Written):
    """Who signs some of the official papers."""

    signs: Some[paper_fields.Paper]
    name: Name
    post: fields.Post


class PaperNumber(Written):
    """A paper that got its number: `digest` is that of what it said, `scan` the signed one, shown where `on_site`."""

    paper: paper_fields.Paper
    number: paper_fields.Number | None = None
    day: fields.Day
    digest: fields.Sha256 | None = None
    scan: fields.FileName | None = None
    on_site: fields.Flag = False


class Papers(Written):
    """`papers.yaml`: what official papers need besides the round."""

    code: fields.Line | None = None
    section: fields.Line | None = None
    legal_basis: fields.Prose | None = None
    duties: Any_number[fields.Prose] = []
    krut: fields.FileName | None = None
    font: fields.Line = PAPER_FONT
    meeting: PaperMeeting | None = None
    signers: Any_number[PaperSigner] = []
    numbered: Any_number[PaperNumber] = []


class SurveyColumn(Written):
    """What a column of the survey's export is; a question has its aspect and its words."""

    heading: fields.Line
    role: answers.Role
    aspect: fields.Line | None = None
    item: fields.Line | None = None


class SurveyWord(Written):
    """Which level a word of the form means."""

    word: fields.Line
    level: answers.Level


class SurveyName(Written):
    """Whom a spelling means."""

    written: fields.Line
    id: fields.Key


class SurveyMethod(Written):
    """How the figures are made, and how many people were served, where that is known."""

    percent: answers.Formula = "ค่าเฉลี่ย"
    bands: answers.BandSet = "บุญชม"
    population: fields.Count | None = None
    dates: answers.DateOrder | None = None


class SurveyAside(Written):
    """Rows that are not counted, and why."""

    reason: fields.Line
    count: fields.Count
    rows: fields.Prose


class SurveyFigure(Written):
    """What came of some answers: how often each level was chosen, the lowest first, and the interval of `percent`."""

    replies: fields.Count
    answers: HowMany
    mean: fields.Percent
    deviation: fields.Percent | None = None
    percent: fields.Percent
    band: fields.Line | None = None
    counts: Any_number[HowMany]
    between: Annotated[list[fields.Percent], Field(min_length=2, max_length=2)] | None = None


class SurveyItem(SurveyFigure):
    """A question, or an aspect where there is no `item`."""

    aspect: fields.Line | None = None
    item: fields.Line | None = None


class SurveyGroup(SurveyFigure):
    """Those who answered about the same; `others` are groups too small to stand alone, and answers that name none."""

    division: fields.Reference | None = None
    service: fields.Line | None = None
    winner: fields.Key | None = None
    channel: fields.ReplyChannel | None = None
    moo: fields.Moo | None = None
    others: fields.Flag = False


class SurveyCounts(Written):
    """`survey.yaml`, which `tonbaep import survey` writes."""

    source: fields.Line
    digest: fields.Sha256
    read: fields.Count
    counted: fields.Count
    undated: fields.Count = 0
    aside: Any_number[SurveyAside] = []
    method: SurveyMethod | None = None
    columns: Any_number[SurveyColumn]
    levels: Any_number[SurveyWord] = []
    names: Any_number[SurveyName] = []
    whole: SurveyFigure
    aspects: Any_number[SurveyItem] = []
    items: Any_number[SurveyItem]
    divisions: Any_number[SurveyGroup] = []
    services: Any_number[SurveyGroup] = []
    winners: Any_number[SurveyGroup] = []
    channels: Any_number[SurveyGroup] = []
    places: Any_number[SurveyGroup] = []
    replies: Any_number[Replies] = []


class Recusal(Written):
    """A member of the committee who does not score a nominee; the number is the line in the committee's list."""

    member: fields.Place
    reason: fields.Line


class Nominee(Written):
    """Somebody who was nominated: a person with a name and a post, or a team."""

    unless: ClassVar[dict[str, str]] = {"name": "team", "position": "team"}

    id: fields.Key
    name: Name | None = None
    team: Team | None = None
    position: fields.Post | None = None
    division: fields.Reference
    category: fields.Reference
    nominated_by: fields.Reference | None = None
    unfit: fields.Line | None = None
    withdrawn: fields.Day | None = None
    recused: Any_number[Recusal] = []
    satisfaction: Satisfaction | None = None


class Decision(Written):
    """What the committee decided about nominees who were equal."""

    order: Some[fields.Key]
    reason: fields.Line


class Nominees(Written):
    """`nominees.yaml`: who was nominated; private."""

    sample: fields.Flag = False
    nominees: Any_number[Nominee] = []
    decisions: Any_number[Decision] = []


class Given(Written):
    """What one member gave one nominee, or why nothing."""

    nominee: fields.Key
    scores: dict[str, tallied.Score] = {}
    recused: fields.Line | None = None


class ScoreSheet(Written):
    """A member's sheet; it has a digest once it came back."""

    id: fields.Key
    member: fields.Place
    digest: fields.Sha256 | None = None
    given: Any_number[Given] = []


class Scores(Written):
    """`scores.yaml`, which `tonbaep import scores` writes."""

    rules: Any_number[fields.Line] = []
    sheets: Any_number[ScoreSheet] = []


class Fact(Written):
    """One of the facts that a result was counted from."""

    name: fields.Line
    value: fields.Line


class Outcome(Written):
    """What a nominee came to."""

    nominee: fields.Key
    total: fields.Percent | None = None
    place: fields.Place | None = None
    chosen: fields.Flag = False


class Change(Written):
    """A result that was counted anew."""

    at: fields.Moment
    reason: fields.Line
    was: fields.Sha256


class Verdict(Written):
    """`tally.yaml`, which `tonbaep tally` writes."""

    digest: fields.Sha256
    at: fields.Moment
    outcomes: Any_number[Outcome]
    changes: Any_number[Change] = []
    facts: Any_number[Fact]


class Unawarded(Written):
    """A category in which nobody was chosen, and why."""

    category: fields.Reference
    reason: fields.Prose | None = None


class Winners(Written):
    """`winners.yaml`; no winners yet is a stage of a round, that there are none is said with `no_winners`."""

    sample: fields.Flag = False
    winners: Any_number[Winner] = []
    no_winners: fields.Prose | None = None
    no_winners_in: Any_number[Unawarded] = []


class Search(Written):
    """How the site's search treats a hand-written page."""

    exclude: fields.Flag = False
    boost: fields.Line | None = None


class Front(Written):
    """What stands between the two rules above a hand-written page of `content/`."""

    title: fields.Line | None = None
    description: fields.Line | None = None
    search: Search | None = None
    hide: Any_number[fields.Line] = Field(default_factory=list)
    noindex: fields.Flag = False
