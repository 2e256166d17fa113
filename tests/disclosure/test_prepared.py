"""What is made for a coming step: some days before it, and never what would reveal a result."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

import pytest

from generator.disclosure import changes, prepare, prepared, publish, turns
from generator.era import BANGKOK
from generator.model import Showing

if TYPE_CHECKING:
    from generator.model import Records

DAY = timedelta(days=1)


def _at(day: int, month: int, hour: int = 9) -> datetime:
    return datetime(2023, month, day, hour, tzinfo=BANGKOK)


@pytest.mark.parametrize(
    ("moment", "steps"),
    [
        (_at(5, 3), []),
        (_at(6, 3), [(3, 13)]),
        (_at(10, 3), [(3, 13), (3, 16)]),
        (_at(13, 3, hour=0), [(3, 16)]),
        (_at(10, 4), [(4, 13)]),
        (_at(20, 4), []),
        (_at(21, 4), [(4, 26)]),
    ],
)
def test_a_step_is_prepared_in_the_days_before_it_and_no_longer_once_it_has_begun(
    records: Records, moment: datetime, steps: list[tuple[int, int]]
) -> None:
    """Criteria on 13 March, nominations on 16 March, replies counted until 12 April, ceremony on 26 April.

    The result of 21 April at 9 is never among them, nor is the ceremony as long as the result is not out.
    """
    programme = records.rounds[0].programme
    begins = prepared(programme, moment, 7)
    assert [(each.month, each.day) for each in begins] == steps


def test_no_winner_is_in_what_is_prepared_before_a_result(records: Records) -> None:
    """Whatever the moment and however far ahead the office prepares."""
    office = replace(records.organisation, prepare_days=30)
    ahead = replace(records, organisation=office)
    result = records.rounds[0].programme.result_at
    for days in range(90):
        for begins, publication in prepare(ahead, result - DAY * days - timedelta(minutes=1), "print"):
            (award_round,) = publication.rounds
            assert not award_round.winners, begins
            assert award_round.prepared_for == begins
            assert not award_round.announced


def test_a_build_is_made_anew_on_the_day_from_which_a_step_is_prepared(records: Records) -> None:
    """Otherwise a build with unchanged records would say that there is nothing to do."""
    office, programme = records.organisation, records.rounds[0].programme
    for begins in changes(programme):
        assert {begins, begins - DAY * office.prepare_days} <= set(turns(records))


def test_between_two_turns_nothing_changes_not_even_by_a_consent_that_begins_later(records: Records) -> None:
    """A build that finds no turn since the last one says that all is up to date, so a turn that is missing is a lie."""
    award_round = records.rounds[0]
    first, *others = award_round.winners
    assert first.photo is not None
    assert first.photo.consent is not None
    begins = _at(3, 5, hour=0)
    photo = replace(first.photo, consent=replace(first.photo.consent, given=begins.date()))
    late = replace(award_round, winners=(replace(first, photo=photo), *others))
    records = replace(records, rounds=(late, *records.rounds[1:]))
    moments = sorted(set(turns(records)))
    assert begins in moments
    for channel in get_args(Showing):
        for earlier, later in pairwise(moments):
            before = later - timedelta(minutes=1)
            assert publish(records, earlier, channel, inside=True) == publish(records, before, channel, inside=True)
    day = _at(2, 5), _at(3, 5)
    assert [bool(publish(records, moment, "site").newest.winners[0].portrait) for moment in day] == [False, True]
