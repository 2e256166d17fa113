"""How a result comes about: who was nominated, what the committee gave, what was decided; never public in this form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from decimal import Decimal
    from fractions import Fraction

    from generator.model.office import Division
    from generator.model.people import Name
    from generator.model.programme import Category

Average = Literal["ค่าเฉลี่ย", "มัธยฐาน"]
"""How the members' scores for one criterion become one: their mean or their median."""
VoiceOf = Literal["คน", "กอง"]
"""Whether citizens judge a person by replies about the person, or by those about the division."""
TooFew = Literal["ใช้ผลของกอง", "ใช้ผลทั้งหน่วยงาน", "ไม่คิดข้อนี้", "ไม่ผ่าน"]
"""What holds where fewer citizens answered than the rules ask for: the division's figure, the office's, the weights of
the other criteria alone, or that the nominee is out."""
Compared = Literal["สองตำแหน่ง", "ค่าเต็ม"]
"""Whether totals are compared as they are printed, rounded to two decimals, or exactly."""

CITIZENS = "ประชาชน"
VOTE = "ลงมติ"
JOINT = "ร่วม"
"""What a rule for ties may be besides the key of a criterion: the citizens' percentage, the committee's own decision,
and that all of them share the place."""


@dataclass(frozen=True, slots=True)
class TallyRules:
    """How scores become a result, announced before anybody is scored.

    Members give each criterion `lowest` to `highest` in steps of `step`; a score counts as its share of the highest.
    `gate` is the least satisfaction in percent without which nobody is chosen, `pass_mark` the least total. `sample` is
    how many citizens must have answered about somebody, and `too_few` what holds where they did not. `quorum` is how
    many members must have given scores, None for more than half of them.
    """

    highest: int = 5
    lowest: int = 1
    step: Decimal | None = None
    average: Average = "ค่าเฉลี่ย"
    gate: Decimal | None = None
    voice_of: VoiceOf = "คน"
    sample: int = 10
    too_few: TooFew = "ใช้ผลของกอง"
    quorum: int | None = None
    pass_mark: Decimal | None = None
    nominators_score: bool = False
    compared: Compared = "สองตำแหน่ง"
    open_table: bool = False


USUAL_RULES = TallyRules()


@dataclass(frozen=True, slots=True)
class Recusal:
    """A member of the committee, counted from one, who does not score a nominee, and why."""

    member: int
    reason: str


@dataclass(frozen=True, slots=True)
class Voice:
    """What citizens said of somebody: exactly how many percent, and how many answered."""

    percent: Fraction
    replies: int


@dataclass(frozen=True, slots=True)
class Nominee:
    """Somebody who was nominated, by a division or by a post; `unfit` is why the rules rule the person out, or "".

    `voice` is the satisfaction that was typed by hand, where no survey was imported.
    """

    id: str
    name: Name
    position: str
    division: Division
    category: Category
    nominated_by: str
    unfit: str
    withdrawn: date | None
    recused: tuple[Recusal, ...] = ()
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What the committee decided about nominees who were equal: their ids, the first first, and why."""

    order: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Given:
    """What one member gave one nominee: a score for each criterion, or why there is none."""

    nominee: str
    scores: Mapping[str, Decimal]
    recused: str = ""


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """A member's sheet: `id` is printed on it and tells whose it is to nobody; `digest` is "" until it came back."""

    id: str
    member: int
    digest: str = ""
    given: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A result that was counted anew: when, why, and the digest that it had before."""

    at: datetime
    reason: str
    was: str


class Outcome(NamedTuple):
    """What a nominee came to when the result was kept: a total as printed, None where there is none, and the place."""

    nominee: str
    total: Decimal | None
    place: int | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result as the committee's count was kept: of which facts it was made, and what came of them.

    `facts` says each fact by its name in words; `digest` is theirs.
    """

    digest: str
    at: datetime
    facts: Mapping[str, str]
    outcomes: tuple[Outcome, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """What citizens said, as it was imported: by nominee, by division, and of the whole office."""

    people: Mapping[str, Voice]
    divisions: Mapping[str, Voice]
    whole: Voice | None


@dataclass(frozen=True, slots=True)
class Selection:
    """All from which a round's result is counted; `rules_then` are the rules as they were when scores came in."""

    nominees: tuple[Nominee, ...]
    decisions: tuple[Decision, ...]
    sheets: tuple[ScoreSheet, ...]
    heard: Heard
    rules_then: tuple[str, ...] = ()
    verdict: Verdict | None = None

    def nominee(self, id_: str) -> Nominee:
        """Return a nominee by id; raises `KeyError`."""
        return {each.id: each for each in self.nominees}[id_]
