"""Charts of leaves and dots: what they show adds up to what is said beside them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.disclosure import Brought
from generator.pieces.web import leaves


def _cells(part: list[list[float]]) -> Fraction:
    """Return how many cells a part takes."""
    return sum((Fraction(str(width)) * Fraction(str(height)) for _, _, width, height in part), Fraction(0))


@pytest.mark.parametrize("counts", [[25, 20, 20, 10, 25], [88.6], [0, 100], [0.4, 9.6, 90], [7, 3, 1, 89]])
def test_each_part_takes_its_own_cells_in_order(counts: list[float]) -> None:
    """Who counts the leaves must find the number that stands beside them, and no leaf twice."""
    parts = leaves.runs(counts, 10)
    assert [_cells(part) for part in parts] == [Fraction(str(count)) for count in counts]
    ends = [Fraction(str(y)) * 10 + Fraction(str(x)) for part in parts for x, y, _, _ in part]
    assert ends == sorted(set(ends))
    assert all(x + width <= 10 for part in parts for x, _, width, _ in part)


@pytest.mark.parametrize(("target", "place"), [("80", [9, 7]), ("80.5", [0, 8]), ("100", [9, 9]), ("1", [0, 0])])
def test_the_outlined_leaf_is_the_one_that_reaches_the_target(target: str, place: list[int]) -> None:
    """The eightieth leaf is the last of its row."""
    assert leaves.hundred("88.6", target)["target"] == place


@pytest.mark.parametrize(("replies", "each"), [((300, 112), 1), ((1500,), 1), ((1501,), 10), ((90_000, 7), 100)])
def test_a_dot_is_a_voice_while_it_can_be_seen(replies: tuple[int, ...], each: int) -> None:
    """Ten thousand dots would be a grey field."""
    shown = leaves.voices(tuple(Brought(f"{n}", count) for n, count in enumerate(replies)))
    assert shown["each"] == each
    assert shown["row"] * shown["rows"] * each >= sum(replies)
    assert [_cells(part) for part in shown["parts"]] == pytest.approx([Fraction(count, each) for count in replies])


def test_a_place_is_as_large_as_its_voices() -> None:
    """It is the area that people compare: four times the voices are twice the side."""
    first, second, rest = leaves.places((Brought("ก", 80), Brought("ข", 20), Brought("อื่น ๆ", 180, rest=True)))
    assert (first["side"], second["side"], rest["side"]) == (0.667, 0.333, 1)
    assert [each["rest"] for each in (first, second, rest)] == [False, False, True]


@pytest.mark.parametrize(
    ("values", "since"),
    [
        (["77.9", "83.1"], {"by": "+5.2", "year": 2565}),
        (["90", "88.5"], {"by": "\N{MINUS SIGN}1.5", "year": 2565}),
        (["88", "88"], {"by": "", "year": 2565}),
        (["88"], None),
    ],
)
def test_the_newest_year_is_compared_with_the_one_before(values: list[str], since: dict[str, object] | None) -> None:
    """A figure alone does not say whether it is good; a first year has none to be compared with."""
    rows = [{"year": 2565 + n, "value": value, "target": "80"} for n, value in enumerate(values)]
    assert leaves.axis({"rows": rows})["since"] == since


@pytest.mark.parametrize(("few", "people", "drawn"), [(5, 35, (7, 5)), (1, 2, (2, 1)), (3, 3, None), (5, 201, None)])
def test_those_chosen_are_drawn_among_all_where_that_says_something(few: int, people: int, drawn: object) -> None:
    """Hundreds are too fine to be seen, and nobody is chosen where all are."""
    shown = leaves.chosen(few, people)
    assert (shown and (shown["row"], shown["rows"])) == drawn
