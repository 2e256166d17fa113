"""The month plan of posts: every line of it is a post that there is on that day, and it names nobody too early."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from zipfile import ZipFile

import pytest

from generator import disclosure
from generator.disclosure import ceremony_hours, midnight
from generator.era import BANGKOK
from generator.pieces.social import post, post_plan

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disclosure import PublicRound
    from generator.model import Records

BEFORE: Final = datetime(2023, 3, 1, tzinfo=BANGKOK)
AFTER: Final = datetime(2023, 6, 1, tzinfo=BANGKOK)
DAY: Final = timedelta(days=1)


def _seen(records: Records, moment: datetime) -> PublicRound:
    return disclosure.publish(records, moment, "social").newest


def _keys_of_day(records: Records, day: datetime) -> set[str]:
    """Return the posts that a build at any of the hours of a day has."""
    hours = [datetime.combine(day, time(hour), BANGKOK) for hour in range(24)]
    return {news.key for moment in hours for news in post.posts(_seen(records, moment))}


def _held(records: Records) -> Records:
    newest, *others = records.rounds
    ceremony = newest.programme.ceremony
    assert ceremony
    programme = replace(newest.programme, ceremony=replace(ceremony, held=True))
    return replace(records, rounds=(replace(newest, programme=programme), *others))


@pytest.mark.parametrize("moment", [BEFORE, AFTER], ids=["planned ahead", "looked back at"])
def test_every_post_of_the_plan_is_there_on_its_day(records: Records, moment: datetime) -> None:
    """A plan that orders what is not made is given up after its first line."""
    said = _held(records)
    lines = post_plan.postings(_seen(said, moment))
    assert len(lines) > 8
    for line in lines:
        assert line.key in _keys_of_day(said, midnight(line.day)), line


def test_each_post_of_a_round_has_its_day(records: Records) -> None:
    """An office that follows the plan forgets no step and no winner."""
    seen = _seen(_held(records), AFTER)
    keys = {line.key for line in post_plan.postings(seen)}
    people = {f"winner-{winner.id}" for winner in seen.winners}
    assert keys == {"criteria", "nominations", "survey", "result", *people, "ceremony", "given", "thanks", "you-said"}


def test_before_the_result_the_plan_names_nobody_and_orders_the_result_all_the_same(records: Records) -> None:
    """It is printed weeks ahead and hangs on a wall."""
    lines = post_plan.postings(_seen(records, BEFORE))
    keys = [line.key for line in lines]
    assert "result" in keys
    assert "ceremony" in keys
    assert not any(key.startswith("winner-") for key in keys)
    (sheet,) = list(post_plan.SHEET.lay_out(_only(records, BEFORE)))
    assert sheet.standing.named == ()


def test_what_is_secret_until_an_hour_is_ordered_from_that_hour_on(records: Records) -> None:
    """Somebody who posts in the morning would otherwise publish an hour early."""
    hours = {line.key: line.hour for line in post_plan.postings(_seen(records, BEFORE))}
    assert hours["result"] == records.rounds[0].programme.result_at.time()
    assert hours["survey"] is None


def test_nobody_is_invited_to_a_ceremony_that_is_over(records: Records) -> None:
    """An invitation on the evening of the day makes a fool of the office."""
    begins, _ = ceremony_hours(records.rounds[0].programme)
    days = [line.day for line in post_plan.postings(_seen(records, AFTER)) if line.key == "ceremony"]
    assert days
    assert all(day < begins.date() for day in days)


def test_a_round_in_which_nobody_is_chosen_plans_no_ceremony(records: Records) -> None:
    """There is nobody to congratulate."""
    nobody = replace(_seen(records, AFTER), winners=(), nobody=True)
    keys = {line.key for line in post_plan.postings(nobody)}
    assert keys.isdisjoint({"ceremony", "given"})


def test_the_table_has_the_same_lines_as_the_sheet(records: Records, tmp_path: Path) -> None:
    """The clerk moves days about in Excel."""
    (sheet,) = list(post_plan.TABLE.lay_out(_only(records, AFTER)))
    made = post_plan.TABLE.press.press("", sheet.view, tmp_path)
    with ZipFile(io.BytesIO(made)) as book:
        texts = book.read("xl/sharedStrings.xml").decode()
    lines = [line for month in sheet.view["days"] for line in month["airings"]]
    assert lines
    assert [line["text"] for line in lines if line["text"] not in texts] == []


def _only(records: Records, moment: datetime) -> disclosure.Publication:
    seen = disclosure.publish(records, moment, "social")
    return replace(seen, rounds=seen.rounds[:1])
