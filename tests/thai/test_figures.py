"""Figures as they are written: one decimal side by side, unless a target would seem missed or met."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.thai.figures import alike, brief


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
    [("71.35", "86.4", "71.4"), ("71.35", "86.43", "71.35"), ("69.96", "86.4", "69.96"), ("86.43", "86.43", "86.43")],
)
def test_years_side_by_side_have_as_many_decimals_as_the_newest(value: str, newest: str, written: str) -> None:
    """A row of 71.35, 80 and 86.4 looks as if somebody had counted more exactly once."""
    assert alike(Decimal(value), Decimal(newest), Decimal(70)) == written
