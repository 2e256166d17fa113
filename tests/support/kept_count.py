"""The sample with a count that was kept: its winners, and five more in each category whose name is a canary's."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from generator.model import (
    CITIZENS,
    JOINT,
    Given,
    Heard,
    Name,
    Nominee,
    Satisfaction,
    ScoreSheet,
    Selection,
    TallyRules,
    Verdict,
    Voice,
)
from generator.tally import facts
from generator.tally.counting import count

if TYPE_CHECKING:
    from generator.model import AwardRound, Category, Programme, Records, Winner

CANARY: Final = "คีรีขันธ์พิสูจน์"
"""A name that stands nowhere else; also the beginning of each one's id is one."""
CANARY_ID: Final = "canary-bird"
LOSERS: Final = 5


def kept(records: Records, **rules: object) -> Records:
    """Return the records with a kept count, by rules that publish rows without names."""
    newest, *others = records.rounds
    said = TallyRules(sample=5, open_table=True)
    programme = replace(newest.programme, ties=(CITIZENS, JOINT), tally=replace(said, **rules))  # type: ignore[arg-type]
    everybody = replace(newest, programme=programme, publish_totals=True, winners=_alone(newest), unawarded=())
    return replace(records, rounds=(verdict(everybody, selection(everybody)), *others))


def _alone(award_round: AwardRound) -> tuple[Winner, ...]:
    return tuple(replace(each, also=(), suppressed=None) for each in award_round.winners)


def selection(award_round: AwardRound) -> Selection:
    """Return a selection in which the winners come first, each category in its order, and canaries behind."""
    plan = award_round.programme
    chosen = [_nominee(each) for each in award_round.in_order]
    canaries = [
        _canary(number, category, chosen[0])
        for at, category in enumerate(plan.categories)
        for number in range(at * LOSERS, (at + 1) * LOSERS)
    ]
    nominees = (*canaries, *chosen)
    people = {each.id: Voice(Fraction(997 - 10 * at, 10), 30 + at) for at, each in enumerate(chosen)}
    people |= {each.id: Voice(Fraction(811 + 7 * at, 10), 12 + at) for at, each in enumerate(canaries)}
    return Selection(
        nominees=nominees,
        decisions=(),
        sheets=tuple(_sheet(plan, nominees, member) for member in range(1, len(plan.committee) + 1)),
        heard=Heard(MappingProxyType(people), MappingProxyType({}), Voice(Fraction(90), 388)),
    )


def verdict(award_round: AwardRound, made: Selection) -> AwardRound:
    """Return the round with its count kept, and what it came to in the list of winners."""
    plan = award_round.programme
    found = {line.nominee.id: line for line in count(plan, made).lines}
    at = plan.result_at - timedelta(days=1)
    known = facts.facts(plan, made)
    result = Verdict(facts.digest(known), at, MappingProxyType(known), ())
    winners = []
    for winner in award_round.winners:
        line = found[winner.id]
        assert line.voice
        said = Satisfaction(Decimal(str(float(line.voice.percent))), line.voice.replies)
        winners.append(replace(winner, total=line.printed, scores={}, satisfaction=said, place=line.place or 0))
    return replace(award_round, selection=replace(made, verdict=result), winners=tuple(winners))


def _nominee(winner: Winner) -> Nominee:
    return Nominee(winner.id, winner.name, winner.position, winner.division, winner.category, "เพื่อนร่วมงาน", "", None)


def _canary(number: int, category: Category, beside: Nominee) -> Nominee:
    name = Name("นาย", f"{CANARY}{number}", CANARY)
    return replace(beside, id=f"{CANARY_ID}-{number}", name=name, category=category, position=f"ช่าง{CANARY}")


def _sheet(plan: Programme, nominees: tuple[Nominee, ...], member: int) -> ScoreSheet:
    keys = [each.key for each in plan.criteria if not each.citizens]
    given = []
    for at, nominee in enumerate(nominees):
        score = 3 + (at + member) % 2 if nominee.id.startswith(CANARY_ID) else 5
        given.append(Given(nominee.id, MappingProxyType(dict.fromkeys(keys, Decimal(score)))))
    return ScoreSheet(f"sheet-{member}", member, "0" * 64, tuple(given))
