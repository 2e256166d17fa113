"""Criteria, committee scores and the citizens' satisfaction make one total; every step of it can be shown."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Criterion, Winner


def half_up(value: Fraction, places: int = 2) -> Decimal:
    """Return a figure that is not below zero, rounded as a reader with a pocket calculator does."""
    return Decimal(math.floor(value * 10**places + Fraction(1, 2))).scaleb(-places)


def points(criterion: Criterion, winner: Winner) -> Fraction:
    """Return the points of one criterion: its weight times the score of 100, exactly.

    The citizens' criterion takes the satisfaction in percent as its score: weight x (mean / 5) and weight x (percent /
    100) are the same number, since percent is the mean times 20.
    """
    score = winner.satisfaction.percent if criterion.citizens else winner.scores[criterion.key]
    return Fraction(criterion.weight) * Fraction(score) / 100


def total(criteria: tuple[Criterion, ...], winner: Winner) -> Decimal:
    """Return the total of 100, rounded half up to two decimals as a reader with a pocket calculator would.

    Where the committee's count was kept, it is that of the count: scores in the record are rounded already.
    """
    if winner.total is not None:
        return winner.total
    return half_up(sum((points(criterion, winner) for criterion in criteria), Fraction(0)))
