"""Figures as the office writes them: the same on paper, page, card and table, and said as they are written.

A figure has at most two decimals, rounded half up, and no idle zeros. Two are what a survey's record holds (a mean of
five levels, times 20) and what totals are counted to, so that 96.67 in the record is 96.67 everywhere; one would show
79.96 as a target of 80 that was met. Idle zeros go because nobody says them: 83.10 is read as 83.1.

Figures that are drawn beside each other, as bars, leaves or large letters, are rounded to one decimal (`brief`), what
an eye compares, unless that would put one on or over its target.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")
_KILOBYTE = 1024


def figure(value: Decimal) -> str:
    """Return a figure as it is written and read aloud: 96.67, 88.6, 80."""
    return f"{value.quantize(_HUNDREDTH, ROUND_HALF_UP):f}".rstrip("0").rstrip(".")


def brief(value: Decimal, target: Decimal) -> str:
    """Return a figure to one decimal, or to two where one would say something else of its target: 92.4, but 79.96."""
    rounded = value.quantize(_TENTH, ROUND_HALF_UP)
    same = (rounded >= target, rounded > target) == (value >= target, value > target)
    return figure(rounded if same else value)


def alike(value: Decimal, newest: Decimal, target: Decimal) -> str:
    """Return a figure of years side by side with no more decimals than the newest, which is the same everywhere."""
    two_decimals = len(figure(newest).partition(".")[2]) > 1
    return figure(value) if two_decimals or value == newest else brief(value, target)


def in_column(value: Decimal, rounding: str = ROUND_HALF_UP) -> str:
    """Return a figure with two decimals, be they idle or not: in a column the points stand below each other."""
    return f"{value.quantize(_HUNDREDTH, rounding):f}"


def percent(value: Decimal) -> str:
    """Return a percentage as a sentence writes it: `ร้อยละ 96.67`."""
    return f"ร้อยละ {figure(value)}"


def percent_sign(value: Decimal) -> str:
    """Return a percentage as it stands alone, large or in a chart: `96.67%`."""
    return f"{figure(value)}%"


def count(number: int) -> str:
    """Return how many there are of something, in groups of three figures: `1,412`."""
    return f"{number:,}"


def size_text(size: int) -> str:
    """Return a number of bytes as a person judges a download by it: `93 กิโลไบต์`, `1.4 เมกะไบต์`."""
    if size < _KILOBYTE * _KILOBYTE:
        return f"{max(1, round(size / _KILOBYTE))} กิโลไบต์"
    return f"{size / _KILOBYTE / _KILOBYTE:.1f} เมกะไบต์"
