"""Notices for tests: numbered as `tonbaep freeze` does it, with what they say then; asserts nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.model import Numbered
from generator.papers import making
from generator.papers.official import OFFICIAL
from generator.thai.dates import parse_moment

if TYPE_CHECKING:
    from datetime import date

    from generator.model import AwardRound, PaperKey, Records

AFTER = "2566-05-15 12:00"


def issued(records: Records, paper: PaperKey, day: date, number: str = "", **changes: Any) -> Records:
    """Return the records of one round in which a notice was numbered for what it says now."""
    (award_round,) = records.rounds
    official = next(each for each in OFFICIAL if each.key == paper)
    digest = official.facts(making.asked(records, award_round.programme.year, parse_moment(AFTER)))
    numbered = (*award_round.programme.papers.numbered, replace(Numbered(paper, number, day, digest), **changes))
    return changed(records, papers={"numbered": numbered})


def changed(
    records: Records, *, papers: dict[str, Any] | None = None, programme: dict[str, Any] | None = None, **of_round: Any
) -> Records:
    """Return the records of one round with other facts."""
    (award_round,) = records.rounds
    plan = award_round.programme
    plan = replace(plan, papers=replace(plan.papers, **(papers or {})), **(programme or {}))
    changed_round: AwardRound = replace(award_round, programme=plan, **of_round)
    return replace(records, rounds=(changed_round,))
