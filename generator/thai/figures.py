"""Figures as the office writes them: the same on paper, page, card and table, and said as they are written.

A figure has at most two decimals, rounded half up, and no idle zeros. Two are what a survey's record holds (a mean of
five levels, times 20) and what totals are counted to, so that 96.67 in the record is 96.67 everywhere; one would show
79.96 as a target of 80 that was met. Idle zeros go because nobody says them: 83.10 is read as 83.1.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_HUNDREDTH = Decimal("0.01")
_KILOBYTE = 1024


def figure(value: Decimal) -> str:
    """Return a figure as it is written and read aloud: 96.67, 88.6, 80."""
    return f"{value.quantize(_HUNDREDTH, ROUND_HALF_UP):f}".rstrip("0").rstrip(".")


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
