"""Days that were copied from another year: each would publish a name before its time, so none passes the door."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support.small import ROUND

if TYPE_CHECKING:
    from tests.support.small import Small

NEXT = "2567/round.yaml"


def test_every_day_of_a_round_that_was_copied_whole_is_told(small: Small) -> None:
    """Only the year was changed, as a person in a hurry does: no day is left that could open the embargo."""
    shutil.copytree(small.path("2566"), small.path("2567"))
    small.edit(NEXT, "year: ๒๕๖๖", "year: 2567")
    told = {problem.field for problem in small.problems()}
    days = {f"steps[{number}].{key}" for number in range(8) for key in ("starts", "ends")}
    assert days | {"survey.opens", "survey.counted_until"} <= told


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("opens: 1 มี.ค. 67", "opens: 1 มี.ค. 66", "survey.opens"),
        ("starts: 2567-03-16", "starts: 2566-03-16", "steps[3].starts"),
        ("starts: 2567-03-01", "starts: 2566-06-30", "steps[0].starts"),
    ],
)
def test_one_forgotten_day_is_told_once_with_the_days_that_are_possible(
    small: Small, old: str, new: str, field: str
) -> None:
    """One mistake is one message, even though the day also precedes that of the year before."""
    small.add_year()
    small.edit(NEXT, old, new)
    problems = [problem for problem in small.problems() if problem.field == field]
    assert [problem.file for problem in problems] == [f"winners/{NEXT}"]
    assert "2566" in problems[0].say()


def test_a_day_that_could_be_of_either_year_is_compared_with_the_round_before(small: Small) -> None:
    """A round that is prepared in autumn: the days copied from it are possible in the next year too."""
    small.edit(ROUND, "starts: 2566-03-01", "starts: 2565-08-01")
    small.edit(ROUND, "ends: 2566-03-03", "ends: 2565-08-02")
    small.add_year()
    assert small.read().warnings == ()
    small.edit(NEXT, "starts: 2566-08-01", "starts: 2565-08-01")
    assert [problem.field for problem in small.problems()] == ["steps[0].starts"]


def test_a_round_of_the_budget_year_may_begin_in_the_year_before(small: Small) -> None:
    """The budget year 2566 begins in October 2565."""
    text = small.text(ROUND)
    for old, new in AUTUMN:
        text = text.replace(old, new)
    small.write(ROUND, text)
    assert small.read().rounds[0].programme.result_at.month == 11


AUTUMN = (
    ("2566-03-", "2565-10-"),
    ("2566-04-", "2565-11-"),
    ("เมษายน 2566", "พฤศจิกายน 2565"),
    ("1 มี.ค. 66", "1 ต.ค. 65"),
    ("๑๒/๔/๒๕๖๖", "๑๒/๑๑/๒๕๖๕"),
)


def test_certificates_are_not_handed_out_before_the_result_is_out(small: Small) -> None:
    """Both may be on one day, but not in the wrong order."""
    small.write(ROUND, small.text(ROUND).replace("2566-04-26", "2566-04-21") + CEREMONY.format(hour="08.30"))
    assert [problem.field for problem in small.problems()] == ["ceremony.starts"]
    small.edit(ROUND, "08.30", "10.30")
    small.read()


CEREMONY = """
ceremony:
  place: หอประชุม
  starts: {hour} น.
  presider:
    post: นายก
  particle: ค่ะ
"""
