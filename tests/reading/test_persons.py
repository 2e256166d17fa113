"""The same person in several years: where only the office can know, reading the records asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.small import WINNERS

if TYPE_CHECKING:
    from generator.problems import Problem
    from tests.support.small import Small

NEXT = "2567/winners.yaml"
FIRST = ("first: ปิยะนุช", "last: ศรี")
HIDDEN = "name_suppressed:"


@pytest.fixture
def years(small: Small) -> Small:
    """Return valid records in which the same people were chosen two years in a row."""
    small.add_year()
    return small


def _told(years: Small) -> list[Problem]:
    return [each for each in years.read().warnings if each.field.endswith(".id")]


def test_somebody_chosen_again_under_the_same_id_and_name_raises_no_question(years: Small) -> None:
    """That is the intended way to write it; a new surname means a marriage."""
    assert _told(years) == []
    years.edit(NEXT, years.read().rounds[0].winners[0].name.last, "นามใหม่")
    assert _told(years) == []


def test_two_people_of_one_id_are_asked_about_before_one_takes_back_the_consent_of_both(years: Small) -> None:
    """`tonbaep withdraw` covers every year of an id."""
    years.edit(NEXT, FIRST[0], "first: คนละคน")
    (warning,) = _told(years)
    assert (warning.file, warning.field) == (f"winners/{NEXT}", "winners[0].id")
    assert all(word in warning.say() for word in ("คนละคน", "ปิยะนุช", "2566", "withdraw"))


def test_one_name_under_two_ids_is_asked_about_at_the_newer_year(years: Small) -> None:
    """Otherwise the pages of one person never link to each other."""
    years.edit(NEXT, "id: first", "id: piyanuch")
    (warning,) = _told(years)
    assert warning.file == f"winners/{NEXT}"
    assert all(word in warning.say() for word in ("first", "piyanuch", "2566"))


@pytest.mark.parametrize("year", [WINNERS, NEXT])
def test_a_name_hidden_in_one_year_and_open_in_another_is_told_where_it_is_open(years: Small, year: str) -> None:
    """Somebody who asked to be named nowhere is in another year's archive, unless the office checks."""
    text = years.text(year)
    assert text.count(HIDDEN) == 1
    start = text.index(HIDDEN)
    lines = text[start:].splitlines(keepends=True)
    inner = next((n for n, line in enumerate(lines[1:], 1) if not line.startswith("      ")), len(lines))
    years.write(year, text[:start].rstrip(" ") + "".join(lines[inner:]))
    (warning,) = _told(years)
    assert warning.file == f"winners/{year}"
    assert "--hide-name" in warning.say()
