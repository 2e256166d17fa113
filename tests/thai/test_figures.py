"""Figures as they are written: one decimal side by side, unless a target would seem missed or met."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.thai.figures import beside, brief


@pytest.mark.parametrize(
    ("value", "target", "written"),
    [
        ("92.37", "80", "92.4"),
        ("77.85", "80", "77.9"),
        ("88.6", "80", "88.6"),
        ("90.00", "80", "90"),
        ("79.96", "80", "79.96"),
        ("80.04", "80", "80.04"),
        ("80", "80", "80"),
        ("84.97", "85", "84.97"),
    ],
)
def test_one_decimal_never_moves_a_figure_over_its_target(value: str, target: str, written: str) -> None:
    """Rounded, 79.96 would read as a target of 80 that was met, and 80.04 as one that was just met."""
    assert brief(Decimal(value), Decimal(target)) == written


@pytest.mark.parametrize(
    ("value", "newest", "written"),
    [("71.35", "84.2", "71.4%"), ("71.35", "84.25", "71.35%"), ("79.96", "84.2", "79.96%")],
)
def test_an_earlier_year_has_no_more_decimals_than_this_one(value: str, newest: str, written: str) -> None:
    """The summary wrote 77.85% beside 83.1% and 88.6%, and the newsletter 77.9%."""
    assert beside(Decimal(value), Decimal(newest), Decimal(80)) == written
