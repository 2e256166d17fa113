"""The newsletter of a result, A4, two pages: the news, the people, how they were chosen, and what became better."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.piece import Piece, Sheet, each_round
from generator.pieces import frame
from generator.press.typeset import TYPESET
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import YearFigure
    from generator.piece import View
    from generator.public import PublicRound

LARGE, SMALL = 600, 340
"""Pixels of a photo where up to three people, or more, share the first page."""


def _lay_out(award: PublicRound) -> Iterable[Sheet]:
    if not award.winners:
        return
    programme = award.programme
    width = LARGE if len(award.winners) <= 3 else SMALL  # noqa: PLR2004 - see LARGE
    shown = [frame.person(winner, width) for winner in award.winners]
    title = f"จดหมายข่าว {programme.award} ปี {award.year}"
    link = award.link("newsletter")
    view = {
        **frame.frame(award, title),
        "award_lines": frame.award_lines(programme.award),
        "announced": long_date(programme.result_at.date()),
        "target": {"people": programme.target_people, "group": programme.target_group},
        "citizens_weight": sum(criterion.weight for criterion in programme.criteria if criterion.citizens),
        "people": [view for view, _ in shown],
        "criteria": frame.criteria(programme),
        "steps": frame.steps(programme),
        "figures": _figures(award),
        "survey": frame.survey(award, link),
    }
    renditions = tuple(rendition for _, found in shown for rendition in found)
    yield frame.sheet(award, f"print/{award.year}/newsletter.pdf", view, (link,), renditions)


def _figures(award: PublicRound) -> View:
    """Return the outcomes as charts need them: the share of the longest bar as a number, the figure as text."""
    outcomes = award.outcomes
    most = max((figure.value for figure in outcomes.complaints), default=Decimal(0)) or Decimal(1)
    return {
        "target": f"{outcomes.satisfaction_target.normalize():f}",
        "target_share": float(outcomes.satisfaction_target / 100),
        "method": outcomes.satisfaction_method,
        "satisfaction": [_bar(figure, Decimal(100), "%") for figure in outcomes.satisfaction],
        "complaints": [_bar(figure, most, " เรื่อง") for figure in outcomes.complaints],
    }


def _bar(figure: YearFigure, most: Decimal, unit: str) -> View:
    replies = f"{figure.replies:,}" if figure.replies else None
    return {
        "year": figure.year,
        "share": float(figure.value / most),
        "value": f"{figure.value.normalize():f}{unit}",
        "replies": replies,
    }


PIECE = Piece("newsletter", "จดหมายข่าว", each_round(_lay_out), TYPESET, "newsletter.typ", "survey")
