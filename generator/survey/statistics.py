"""How far a survey's figures may be off, and how many replies are enough, as Thai reports print both.

Sources: Yamane 1973; Krejcie and Morgan 1970; Wilson 1927. Intervals are of 95 %, and shrink where the population is
known.
"""

from __future__ import annotations

import math
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.model.answers import Answers
from generator.tally import half_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

_Z: Final = 1.959963984540054
"""The normal quantile of 95 %, two-sided."""
_STEPS: Final = 200


def pooled(many: Iterable[Answers]) -> Answers:
    """Return the answers to several questions as if they were one; all have the same levels."""
    every = list(many)
    return Answers(tuple(map(sum, zip(*(each.counts for each in every), strict=True))), every[0].lowest)


def yamane(population: int, error: Fraction = Fraction(5, 100)) -> int:
    """Return how many replies Taro Yamane's formula asks for."""
    return math.ceil(population / (1 + population * error**2))


def krejcie_morgan(population: int) -> int:
    """Return how many replies the table of Krejcie and Morgan asks for: chi square 3.841, P 0.5, d 0.05."""
    chance = Fraction("3.841") * Fraction(1, 4)
    return int(half_up(chance * population / (Fraction("0.0025") * (population - 1) + chance), 0))


def _left(n: int, population: int | None) -> float:
    """Return by how much a variance shrinks because that many of a population were asked: 1 where it is unknown."""
    if population is None:
        return 1.0
    return 0.0 if n >= population else (population - n) / (population - 1)


def wilson(part: int, n: int, population: int | None = None) -> tuple[float, float]:
    """Return the interval of a share, in percent; a whole population has none."""
    left = _left(n, population)
    share = part / n
    if not left:
        return 100 * share, 100 * share
    many = n / left
    middle = (share + _Z**2 / (2 * many)) / (1 + _Z**2 / many)
    half = _Z / (1 + _Z**2 / many) * math.sqrt(share * (1 - share) / many + _Z**2 / (4 * many**2))
    return 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)


class People(NamedTuple):
    """What each person's answers come to: how many have which mean; `most` is from which mean on one is satisfied."""

    means: Mapping[Fraction, int]
    most: int

    @property
    def n(self) -> int:
        """How many people there are."""
        return sum(self.means.values())

    @property
    def mean(self) -> Fraction:
        """The mean of their means."""
        return sum((mean * many for mean, many in self.means.items()), Fraction(0)) / self.n

    @property
    def variance(self) -> Fraction | None:
        """The variance over n - 1, None of one person."""
        if self.n <= 1:
            return None
        middle = self.mean
        return sum(((mean - middle) ** 2 * many for mean, many in self.means.items()), Fraction(0)) / (self.n - 1)

    @property
    def satisfied(self) -> int:
        """How many are satisfied."""
        return sum(many for mean, many in self.means.items() if mean >= self.most)


def around_mean(people: People, population: int | None = None) -> tuple[float, float] | None:
    """Return the interval of the mean by Student's t, None of one person.

    It is of people: answers of one person depend on each other, and would make it look narrower than it is.
    """
    variance = people.variance
    if variance is None:
        return None
    half = student(people.n - 1) * math.sqrt(float(variance) / people.n * _left(people.n, population))
    return float(people.mean) - half, float(people.mean) + half


def between(shares: Mapping[Fraction, int], figure: Decimal, population: int | None) -> tuple[Decimal, Decimal] | None:
    """Return between which percentages of a figure lies what all would have said, None of one person.

    `shares` are the percentages that each person's answers come to, with how many people have each. The figure is of
    all answers together, of which somebody may have left out some; it is never outside.
    """
    interval = around_mean(People(shares, 0), population)
    if interval is None:
        return None
    low, high = (min(100.0, max(0.0, end)) for end in interval)
    return printed((low, high), figure)


def printed(interval: tuple[float, float], figure: Decimal) -> tuple[Decimal, Decimal]:
    """Return an interval as it is printed beside the figure that it is of, which is never outside."""
    low, high = (half_up(Fraction(end)) for end in interval)
    return min(low, figure), max(high, figure)


@cache
def student(freedom: int) -> float:
    """Return the quantile of Student's t of 95 %, two-sided, by halving the interval in which it lies."""
    low, high = 0.0, 64.0
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if _outside(middle, freedom) > 1 / 20 else (low, middle)
    return middle


def _outside(t: float, freedom: int) -> float:
    """Return how likely a value is farther from zero than t: the incomplete beta function, as a continued fraction."""
    a, b, x = freedom / 2, 0.5, freedom / (freedom + t * t)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x) if x < 1 else 0.0
    )
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - front / b * _fraction(b, a, 1 - x)
    return front / a * _fraction(a, b, x)


def _fraction(a: float, b: float, x: float) -> float:
    """Return the continued fraction of the incomplete beta function, by Lentz's way."""
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for step in (even, odd):
            d = 1 / (1 + step * d)
            c = 1 + step / c
            value, before = value * c * d, value
        if value == before:
            break
    return value
