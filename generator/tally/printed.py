"""The figures that Thai reports print of a survey, in exact arithmetic, rounded half up once at the end.

Source: mean times 20 of the unrounded mean, S.D. over n - 1, and the bands are what municipalities' reports do.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.model.answers import FIVE
from generator.tally import half_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.answers import Answers, BandSet, Formula

BANDS: Final[dict[BandSet, tuple[str, str, str, str]]] = {
    "บุญชม": ("4.51", "3.51", "2.51", "1.51"),
    "กว้างเท่ากัน": ("4.21", "3.41", "2.61", "1.81"),
    "ครึ่งขึ้นไป": ("4.50", "3.50", "2.50", "1.50"),
}
"""From which mean of two decimals on each band but the lowest holds."""
LEVELS: Final = ("มากที่สุด", "มาก", "ปานกลาง", "น้อย", "น้อยที่สุด")


class Figures(NamedTuple):
    """What is printed of some answers: everything rounded once; `deviation` is None of one answer, `band` of yes/no."""

    answers: int
    mean: Decimal
    deviation: Decimal | None
    percent: Decimal
    band: str


class Method(NamedTuple):
    """How an office counts: its formula of percent, its set of bands, and how many people it served, where known."""

    percent: Formula = "ค่าเฉลี่ย"
    bands: BandSet = "บุญชม"
    population: int | None = None


def figures(answers: Answers, method: Method) -> Figures:
    """Return the figures of some answers; there must be one."""
    mean, variance = half_up(answers.mean), answers.variance
    return Figures(
        answers.n,
        mean,
        None if variance is None else root(variance),
        half_up(answers.share(method.percent)),
        band(mean, method.bands) if len(answers.counts) == FIVE else "",
    )


def root(value: Fraction, places: int = 2) -> Decimal:
    """Return a square root, rounded half up from the exact value and not from a rounded one."""
    scaled = value * 100**places
    whole = math.isqrt(math.floor(scaled))
    return Decimal(whole + (Fraction(2 * whole + 1) ** 2 <= 4 * scaled)).scaleb(-places)


def band(mean: Decimal, bands: BandSet) -> str:
    """Return in which band a mean of two decimals lies."""
    return next((name for name, least in zip(LEVELS, BANDS[bands], strict=False) if mean >= Decimal(least)), LEVELS[-1])


def sentence(whole: Figures, parts: Sequence[tuple[str, Figures]], of: str) -> str:
    """Return what stands below a table of a report; `of` is what its rows are: ข้อ, ด้าน. Equal means share a place."""
    spread = f", S.D. = {whole.deviation}" if whole.deviation is not None else ""
    level = f"อยู่ในระดับ{whole.band} " if whole.band else ""
    said = f"ภาพรวม{level}(x̄ = {whole.mean}{spread}) คิดเป็นร้อยละ {whole.percent}"
    means = sorted({each.mean for _, each in parts}, reverse=True)
    if len(parts) <= 1:
        return said
    if len(means) == 1:
        return f"{said} เมื่อพิจารณาราย{of} ทุก{of}มีค่าเฉลี่ยเท่ากัน (x̄ = {means[0]})"
    places = [_same(parts, mean) for mean in means]
    first, rest = places[0], places[1:]
    return f"{said} เมื่อพิจารณาราย{of} {of}ที่มีค่าเฉลี่ยสูงสุด คือ {first} รองลงมาได้แก่ {_and(rest)}"


def _same(parts: Sequence[tuple[str, Figures]], mean: Decimal) -> str:
    names = [name for name, each in parts if each.mean == mean]
    equal = "เท่ากัน " if len(names) > 1 else ""
    return f"{_and(names)} {equal}(x̄ = {mean})"


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} และ {names[-1]}"
