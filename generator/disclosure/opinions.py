"""What citizens said of each aspect of the service, published only where five people or more answered everything of it.

Answers of one person stand in every aspect, so groups here are of questions and not of people: what all said less what
was said of all aspects but one is what was said of that one. So a single small one keeps back all aspects.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.disclosure.reach import MIN_GROUP
from generator.tally.printed import Figures, Method, figures, sentence

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.model import AwardRound
    from generator.model.answers import Opinion

OF_ASPECTS = "ด้าน"


@dataclass(frozen=True, slots=True)
class PublicOpinion:
    """The figures of one aspect, or of all questions together; `between` is the interval of 95 % of its percentage."""

    aspect: str
    people: int
    figures: Figures
    between: tuple[Decimal, Decimal] | None

    @property
    def percent(self) -> Decimal:
        """The satisfaction in percent."""
        return self.figures.percent


@dataclass(frozen=True, slots=True)
class PublicOpinions:
    """What a survey was counted to; `sentence` is what a report prints below a table of the aspects."""

    whole: PublicOpinion
    aspects: tuple[PublicOpinion, ...]
    sentence: str


def opinions(award_round: AwardRound) -> PublicOpinions | None:
    """Return what may be published of what citizens said, None where no survey was counted or too few answered."""
    said = award_round.opinions
    if said is None or said.whole.people < MIN_GROUP:
        return None
    method = Method(said.formula, said.bands)
    few = any(each.people < MIN_GROUP for each in (*said.aspects, *said.others))
    aspects = () if few else tuple(_public(each, method) for each in said.aspects)
    whole = _public(said.whole, method)
    parts = [(each.aspect, each.figures) for each in aspects]
    return PublicOpinions(whole, aspects, sentence(whole.figures, parts, OF_ASPECTS))


def _public(said: Opinion, method: Method) -> PublicOpinion:
    return PublicOpinion(said.aspect, said.people, figures(said.answers, method), said.between)
