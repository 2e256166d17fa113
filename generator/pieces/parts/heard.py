"""What citizens said and what became of it, for paper, page and post: best and weakest aspect, and what the office did.

Everything is said from the record: where it does not say what was done about the weakest aspect, nothing is said of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.thai.dates import long_date
from generator.thai.figures import brief

if TYPE_CHECKING:
    from generator.disclosure import PublicOpinion, PublicRound
    from generator.model import YouSaid
    from generator.piece import View

YOU_SAID, WE_DID = "ท่านบอก", "เราทำ"
TITLE = f"{YOU_SAID} {WE_DID}"
"""What the record of wishes and deeds is called everywhere."""
SINCE = "ตั้งแต่ {day}"
QUOTED = "“{said}”"

BEST, WEAKEST, DONE = "ด้านที่ท่านพอใจมากที่สุด", "ด้านที่เราต้องทำให้ดีขึ้น", "เราทำแล้ว"

OF_HUNDRED = "ร้อยละ {}"


class Extremes(NamedTuple):
    """The aspects with the highest and the lowest percentage, and what was done about the lowest, if it is told."""

    best: PublicOpinion
    weakest: PublicOpinion
    done: YouSaid | None


def extremes(award_round: PublicRound) -> Extremes | None:
    """Return the best and the weakest aspect; None where no two differ, so that neither is one."""
    aspects = award_round.opinions.aspects if award_round.opinions else ()
    ranked = sorted(aspects, key=lambda each: each.percent)
    if not ranked or ranked[0] == ranked[-1] or _shared(ranked[-1], ranked) or _shared(ranked[0], ranked):
        return None
    done = next((each for each in award_round.you_said if each.aspect == ranked[0].aspect), None)
    return Extremes(ranked[-1], ranked[0], done)


def _shared(one: PublicOpinion, ranked: list[PublicOpinion]) -> bool:
    """Return whether another aspect has the same percentage, so that it would be unjust to name one of them."""
    return sum(each.percent == one.percent for each in ranked) > 1


def said_of(award_round: PublicRound) -> list[View]:
    """Return best and weakest aspect as rows: what they are called, the aspect, its percentage, and what was done."""
    found = extremes(award_round)
    if found is None:
        return []
    done = {"done": found.done.did, "done_called": DONE} if found.done else {}
    target = award_round.outcomes.satisfaction_target
    best, weakest = (OF_HUNDRED.format(brief(each.percent, target)) for each in (found.best, found.weakest))
    return [
        {"called": BEST, "aspect": found.best.aspect, "value": best},
        {"called": WEAKEST, "aspect": found.weakest.aspect, "value": weakest, **done},
    ]


def entries(award_round: PublicRound) -> list[View]:
    """Return what citizens said and what was done, in the order of the record; `who` may be ""."""
    return [
        {"said": each.said, "quoted": QUOTED.format(said=each.said), "did": each.did, "who": who(each)}
        for each in award_round.you_said
    ]


def texts(award_round: PublicRound) -> tuple[str, ...]:
    """Return all texts of these entries, in which somebody may be named."""
    return tuple(text for each in award_round.you_said for text in (each.said, each.did))


def who(entry: YouSaid) -> str:
    """Return which division did it and since when, as far as the record says."""
    since = SINCE.format(day=long_date(entry.since)) if entry.since else ""
    return "  ".join(filter(None, (entry.division.name if entry.division else "", since)))
