"""Criteria, committee scores and the citizens' satisfaction make one total; every step of it can be shown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Criterion, Winner


def points(criterion: Criterion, winner: Winner) -> Fraction:
    """Return the points of one criterion: its weight times the score of 100, exactly.

    The citizens' criterion takes the satisfaction in percent as its score: weight x (mean / 5) and weight x (percent /
    100) are the same number, since percent is the mean times 20.
    """
    score = winner.satisfaction.percent if criterion.citizens else winner.scores[criterion.key]
    return Fraction(criterion.weight) * Fraction(score) / 100


def total(criteria: tuple[Criterion, ...], winner: Winner) -> Decimal:
    """Return the total of 100, rounded half up to two decimals as a reader with a pocket calculator would."""
    exact = sum((points(criterion, winner) for criterion in criteria), Fraction(0))
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.01"), ROUND_HALF_UP)
