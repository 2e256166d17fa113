"""How citizens answered, and the words in which an office says how its figures are made of it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from decimal import Decimal

ColumnRole = Literal["ข้อคำถาม", "กอง", "งานบริการ", "ผู้ให้บริการ", "ช่องทาง", "ที่", "เวลา", "ไม่ใช้"]
"""What a column may be: question, division, errand, person who served, channel, place, time, or not used."""
Formula = Literal["ค่าเฉลี่ย", "ตอบ 4-5"]
"""How a percentage is made: the mean over the highest level, or the share of those who chose the upper two."""
BandSet = Literal["บุญชม", "กว้างเท่ากัน", "ครึ่งขึ้นไป"]
"""Which means make which band: of บุญชม ศรีสะอาด, of equal width, or from the half up."""
DateOrder = Literal["d/m", "m/d"]
"""Whether the day or the month stands first in a date of figures."""

ROLES: Final[tuple[ColumnRole, ...]] = get_args(ColumnRole)
FORMULAS: Final[tuple[Formula, ...]] = get_args(Formula)
BAND_SETS: Final[tuple[BandSet, ...]] = get_args(BandSet)
ORDERS: Final[tuple[DateOrder, ...]] = get_args(DateOrder)

FIVE: Final = 5
"""How many levels a usual question has."""


class Answers(NamedTuple):
    """How many chose each level, the lowest first; `lowest` is that level: 1 of five, 0 of no and yes."""

    counts: tuple[int, ...]
    lowest: int = 1

    @property
    def n(self) -> int:
        """How many answered."""
        return sum(self.counts)

    @property
    def total(self) -> int:
        """The sum of all levels."""
        return sum(level * count for level, count in enumerate(self.counts, self.lowest))

    @property
    def highest(self) -> int:
        """The highest level that there is."""
        return self.lowest + len(self.counts) - 1

    @property
    def mean(self) -> Fraction:
        """The mean; there must be an answer."""
        return Fraction(self.total, self.n)

    @property
    def variance(self) -> Fraction | None:
        """The variance over n - 1, None for a single answer."""
        if self.n <= 1:
            return None
        squares = sum(level * level * count for level, count in enumerate(self.counts, self.lowest))
        return (squares - Fraction(self.total**2, self.n)) / (self.n - 1)

    @property
    def satisfied(self) -> int:
        """How many chose the upper two of five, or yes."""
        return sum(self.counts[-2:] if len(self.counts) == FIVE else self.counts[-1:])

    def share(self, formula: Formula) -> Fraction:
        """Return the percentage, unrounded."""
        if formula == "ค่าเฉลี่ย":
            return self.mean * 100 / self.highest
        return Fraction(100 * self.satisfied, self.n)


class Opinion(NamedTuple):
    """What citizens said of one aspect of the service, or of a question that belongs to none.

    `people` is how many answered any of its questions; `between` is the interval of its percentage, where it has one.
    """

    aspect: str
    people: int
    answers: Answers
    between: tuple[Decimal, Decimal] | None


class Opinions(NamedTuple):
    """What a year's survey was counted to: all questions together, each aspect, and the questions that belong to none.

    Never public in this form: `generator.disclosure.opinions` decides what is shown.
    """

    whole: Opinion
    aspects: tuple[Opinion, ...]
    others: tuple[Opinion, ...]
    formula: Formula
    bands: BandSet
