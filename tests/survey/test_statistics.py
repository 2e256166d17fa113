"""Figures against a second computation that shares no code with the first, and against what was published."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.answers import Answers
from generator.survey.statistics import (
    People,
    around_mean,
    between,
    krejcie_morgan,
    pooled,
    printed,
    student,
    wilson,
    yamane,
)
from generator.tally import half_up
from generator.tally.printed import Figures, Method, band, figures, root, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

CENT = Decimal("0.01")


def by_hand(counts: Sequence[int]) -> tuple[Decimal, Decimal | None, Decimal]:
    """Return mean, S.D. and percent from the single answers, in decimals of sixty places."""
    with localcontext() as context:
        context.prec = 60
        values = [Decimal(level) for level, many in enumerate(counts, 1) for _ in range(many)]
        mean = sum(values, Decimal(0)) / len(values)
        spread = None
        if len(values) > 1:
            spread = (
                (sum(((value - mean) ** 2 for value in values), Decimal(0)) / (len(values) - 1))
                .sqrt()
                .quantize(CENT, ROUND_HALF_UP)
            )
        return mean.quantize(CENT, ROUND_HALF_UP), spread, (mean * 20).quantize(CENT, ROUND_HALF_UP)


AWKWARD = (
    (0, 0, 0, 0, 1),
    (1, 0, 0, 0, 0),
    (0, 0, 0, 0, 50),
    (1, 0, 0, 0, 1),
    (0, 0, 0, 99, 101),
    (0, 0, 0, 1, 199),
    (0, 0, 1, 0, 399),
    (3, 0, 0, 0, 5),
    (0, 0, 0, 39, 41),
    (1, 1, 1, 1, 1),
    (0, 7, 0, 0, 13),
    (20, 17, 3, 977, 983),
    (0, 0, 0, 1, 7),
)


@pytest.mark.parametrize("counts", AWKWARD)
def test_awkward_files_come_to_what_is_computed_by_hand(counts: tuple[int, ...]) -> None:
    """One answer, all the same, means that end in a five: a reader checks these with a pocket calculator."""
    made = figures(Answers(counts), Method())
    assert (made.mean, made.deviation, made.percent) == by_hand(counts)
    assert made.answers == sum(counts)


@given(st.tuples(*[st.integers(0, 300)] * 5).filter(any))
def test_any_answers_come_to_what_is_computed_by_hand(counts: tuple[int, ...]) -> None:
    """The two ways share nothing but the definition."""
    made = figures(Answers(counts), Method())
    assert (made.mean, made.deviation, made.percent) == by_hand(counts)


def test_halves_go_up_and_never_to_the_even_neighbour() -> None:
    """4.505 is 4.51 for every reader, and 4.50 for a computer's own rounding."""
    made = figures(Answers((0, 0, 0, 99, 101)), Method())
    assert (made.mean, made.band) == (Decimal("4.51"), "มากที่สุด")
    assert round(Decimal("4.505"), 2) == Decimal("4.50")
    assert root(Fraction(25, 10_000)) == Decimal("0.05")


@pytest.mark.parametrize(
    ("mean", "percent"),
    [
        ("4.56", "91.13"),
        ("4.64", "92.74"),
        ("4.58", "91.65"),
        ("4.64", "92.75"),
        ("4.61", "92.25"),
        ("4.66", "93.18"),
        ("4.70", "94.03"),
    ],
)
def test_the_published_pairs_come_out(mean: str, percent: str) -> None:
    """Reports of municipalities take the percentage of the mean that is not rounded yet."""
    total = int(Decimal(percent) * 500)  # of ten thousand answers, each four or five
    answers = Answers((0, 0, 0, 50_000 - total, total - 40_000))
    made = figures(answers, Method())
    assert (str(made.mean), str(made.percent)) == (mean, percent)


@pytest.mark.parametrize(
    ("mean", "bands", "name"),
    [
        ("4.51", "บุญชม", "มากที่สุด"),
        ("4.50", "บุญชม", "มาก"),
        ("4.50", "ครึ่งขึ้นไป", "มากที่สุด"),
        ("4.30", "กว้างเท่ากัน", "มากที่สุด"),
        ("4.30", "บุญชม", "มาก"),
        ("1.80", "กว้างเท่ากัน", "น้อยที่สุด"),
        ("1.51", "บุญชม", "น้อย"),
    ],
)
def test_a_band_is_of_the_chosen_set(mean: str, bands: str, name: str) -> None:
    """4.30 is another word in another book."""
    assert band(Decimal(mean), bands) == name  # type: ignore[arg-type]


def test_the_two_formulas_of_a_percentage_differ() -> None:
    """Which one was meant has to be said."""
    answers = Answers((0, 0, 0, 0, 3))
    four = Answers((0, 0, 0, 3, 0))
    assert figures(answers, Method("ค่าเฉลี่ย")).percent == figures(answers, Method("ตอบ 4-5")).percent == 100
    assert [figures(four, Method(each)).percent for each in ("ค่าเฉลี่ย", "ตอบ 4-5")] == [80, 100]


def test_yes_and_no_have_a_share_and_no_band() -> None:
    """Two levels are no scale of five."""
    made = figures(Answers((1, 3), 0), Method())
    assert (str(made.percent), made.band, str(made.mean)) == ("75.00", "", "0.75")


@pytest.mark.parametrize(("population", "least"), [(1154, 298), (9000, 383), (100, 80)])
def test_yamane_asks_for_what_reports_say(population: int, least: int) -> None:
    """Figures of published reports."""
    assert yamane(population) == least


@pytest.mark.parametrize(
    ("population", "least"), [(10, 10), (100, 80), (500, 217), (1200, 291), (10000, 370), (100000, 384)]
)
def test_krejcie_and_morgan_ask_for_what_their_table_says(population: int, least: int) -> None:
    """The printed table of 1970; ours adds half a person at most at the ends."""
    assert abs(krejcie_morgan(population) - least) <= (population == 100000)


@pytest.mark.parametrize(
    ("freedom", "quantile"),
    [(1, 12.7062), (2, 4.30265), (4, 2.77645), (9, 2.26216), (30, 2.04227), (100, 1.98397), (5000, 1.96044)],
)
def test_students_quantiles_are_those_of_the_tables(freedom: int, quantile: float) -> None:
    """No package for statistics is there to ask."""
    assert student(freedom) == pytest.approx(quantile, abs=6e-5)


def test_wilsons_interval_is_that_of_the_textbooks() -> None:
    """Newcombe 1998: 81 of 263, and none of 20."""
    assert wilson(81, 263) == pytest.approx((25.53, 36.62), abs=0.005)
    assert wilson(0, 20) == pytest.approx((0, 16.11), abs=0.005)


def test_who_asked_everybody_is_sure() -> None:
    """A known population makes an interval narrower, and a whole one makes it a point."""
    low, high = wilson(80, 100, 400)
    wide = wilson(80, 100)
    assert wide[0] < low < 80 < high < wide[1]
    assert wilson(80, 100, 100) == (80, 80)
    people = People({Fraction(4): 60, Fraction(5): 40}, 4)
    assert around_mean(people, 100) == (4.4, 4.4)
    assert around_mean(People({Fraction(4): 1}, 4)) is None


def test_the_interval_of_a_mean_is_that_of_its_formula() -> None:
    """Ten people: mean 4.5, S.D. 0.527, t of nine."""
    low, high = around_mean(People({Fraction(4): 5, Fraction(5): 5}, 4)) or (0, 0)
    assert (low, high) == pytest.approx(
        (4.5 - 2.26216 * 0.5270463 / 10**0.5, 4.5 + 2.26216 * 0.5270463 / 10**0.5), abs=1e-5
    )


def test_the_interval_of_a_percentage_is_of_people_and_holds_the_figure() -> None:
    """Twenty people: 88 of 100 on average, S.D. 9.515, t of nineteen 2.09302; ends are cut at 0 and 100."""
    shares = {Fraction(70): 2, Fraction(80): 5, Fraction(90): 8, Fraction(100): 5}
    low, high = between(shares, Decimal("88.00"), None) or (Decimal(0), Decimal(0))
    mean, spread = Fraction(88), (Fraction(2 * 18**2 + 5 * 8**2 + 8 * 2**2 + 5 * 12**2, 19)) ** 0.5
    assert (float(low), float(high)) == pytest.approx(
        (float(mean) - 2.09302 * spread / 20**0.5, float(mean) + 2.09302 * spread / 20**0.5), abs=0.006
    )
    assert between(shares, Decimal("88.00"), 20) == (Decimal("88.00"), Decimal("88.00"))
    assert between({Fraction(100): 2, Fraction(60): 1}, Decimal("86.67"), None) == (Decimal("29.30"), Decimal("100.00"))
    assert between({Fraction(100): 1}, Decimal(100), None) is None
    outside = between({Fraction(80): 9}, Decimal("80.40"), None)
    assert outside == (Decimal("80.00"), Decimal("80.40"))


def made(mean: str) -> Figures:
    """Return figures with a mean alone."""
    value = Decimal(mean)
    return Figures(10, value, Decimal("0.50"), value * 20, band(value, "บุญชม"))


def test_an_interval_is_rounded_as_its_figure_is() -> None:
    """Where everybody was asked both are the same number: 4.125 is 4.13, and its interval does not end at 4.12."""
    everybody = People({Fraction(33, 8): 8}, 4)
    interval = around_mean(everybody, population=8)
    assert interval is not None
    assert printed(interval, half_up(everybody.mean)) == (Decimal("4.13"), Decimal("4.13"))
    assert printed(wilson(1, 160, population=160), Decimal("0.63")) == (Decimal("0.63"), Decimal("0.63"))


def test_the_sentence_below_a_table_names_ties_together() -> None:
    """A report that ranks two equal means says something that its own table denies."""
    parts = [("ก", made("4.40")), ("ข", made("4.60")), ("ค", made("4.60")), ("ง", made("4.10"))]
    assert sentence(made("4.58"), parts, "ด้าน") == (
        "ภาพรวมอยู่ในระดับมากที่สุด (x̄ = 4.58, S.D. = 0.50) คิดเป็นร้อยละ 91.60 เมื่อพิจารณารายด้าน ด้านที่มีค่าเฉลี่ยสูงสุด คือ "
        "ข และ ค เท่ากัน (x̄ = 4.60) รองลงมาได้แก่ ก (x̄ = 4.40) และ ง (x̄ = 4.10)"
    )
    assert "ทุกด้านมีค่าเฉลี่ยเท่ากัน" in sentence(made("4.58"), parts[1:3], "ด้าน")
    assert "เมื่อพิจารณา" not in sentence(made("4.58"), parts[:1], "ด้าน")


def test_answers_to_several_questions_are_pooled() -> None:
    """Who passed over a question weighs nothing there."""
    chance = random.Random(3)
    many = [Answers(tuple(chance.randrange(9) for _ in range(5))) for _ in range(6)]
    assert pooled(many).mean == Fraction(sum(each.total for each in many), sum(each.n for each in many))
