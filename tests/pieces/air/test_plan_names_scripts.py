"""Every script that a broadcast plan orders is there on the day: at every stage, for slow announcers, corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from generator import disclosure
from generator.era import BANGKOK
from generator.model import Correction
from generator.pieces.air import announcement, broadcast_plan, occasions

if TYPE_CHECKING:
    from generator.model import Organisation, Records

DAY = timedelta(days=1)


def _scripts(records: Records, moment: datetime) -> set[str]:
    publication = disclosure.publish(_recorded(records, moment), moment, "print")
    return {script.key for script in announcement.scripts(publication)}


def _days(records: Records) -> list[date]:
    """Return the days before, on and after each turning point of the sample."""
    programme = records.rounds[0].programme
    turns = {begins.date() for begins in disclosure.changes(programme)}
    return sorted({turn + DAY * shift for turn in turns for shift in (-1, 0, 1)})


def _recorded(records: Records, moment: datetime) -> Records:
    """Return the records as they were at a moment: what was wrong is written down when it is found out."""
    newest, *others = records.rounds
    known = tuple(wrong for wrong in newest.corrections if wrong.day <= moment.date())
    return replace(records, rounds=(replace(newest, corrections=known), *others))


def _ordered(records: Records, made_at: datetime) -> list[tuple[datetime, str]]:
    newest = disclosure.publish(_recorded(records, made_at), made_at, "print").newest
    lines = broadcast_plan.airings(newest)
    return [(datetime.combine(line.day, line.hour or time(12), BANGKOK), line.file) for line in lines if line.file]


def _slow(office: Organisation) -> Organisation:
    """Return the office with announcers who cannot read much in their time, and one who reads fast."""
    paces = (90, 110, 150, 170, 240)
    villages = [
        replace(village, loudspeaker=replace(village.loudspeaker, slot=30, pace=pace, out_of_order=None))
        for village, pace in zip(office.villages, paces, strict=True)
        if village.loudspeaker
    ]
    return replace(office, villages=tuple(villages))


WRONG = (
    Correction("survey", date(2023, 4, 4), "ตอบได้ถึงวันที่ 12 เมษายน 2566"),
    Correction("result", date(2023, 4, 22), "คนที่สอง คือ นางสาวฐิติญา สมมุติวงศ์"),
    Correction("result", date(2023, 4, 23), "คนที่หนึ่ง คือ นางสาวฐิติญา สมมุติวงศ์"),
)


@pytest.mark.parametrize("kind", ["sample", "slow", "corrected"])
def test_every_script_in_a_plan_is_there_when_it_is_to_be_read(records: Records, kind: str) -> None:
    """An announcer who looks for a file that nobody made reads nothing.

    A plan from before the result names a script of it without its length: its wording is not known yet.
    """
    newest, *others = records.rounds
    if kind == "slow":
        records = replace(records, organisation=_slow(records.organisation))
    if kind == "corrected":
        records = replace(records, rounds=(replace(newest, corrections=WRONG), *others))
    made: dict[tuple[datetime, tuple[Correction, ...]], set[str]] = {}
    for day in _days(records):
        seen = 0
        for hour, file in _ordered(records, datetime.combine(day, time(20), BANGKOK)):
            if hour.date() < day and kind == "corrected":
                continue  # what was read before a correction is another script since
            then = _recorded(records, datetime.combine(day, time(20), BANGKOK))
            told = (hour, then.rounds[0].corrections)  # nothing else differs between the days on which plans are made
            if told not in made:
                made[told] = _scripts(then, hour)
            there = made[told]
            exact = file.rpartition("-")[2].isdigit()
            assert file in there if exact else any(name.startswith(f"{file}-") for name in there), (day, hour, file)
            assert exact or hour >= newest.programme.result_at
            seen += 1
        assert seen or day >= date(2023, 4, 30)


def test_the_survey_is_called_for_as_soon_as_it_is_open_and_its_criteria_are_known(records: Records) -> None:
    """It opens in March; who hears of it only in April has two weeks less to answer."""
    programme = records.rounds[0].programme
    first = max(programme.survey.opens, programme.step("criteria_notice").starts)
    newest = disclosure.publish(records, datetime.combine(first, time(5), BANGKOK), "print").newest
    called = [line.day for line in broadcast_plan.airings(newest) if line.occasion is occasions.SURVEY]
    assert called[0] == first
    assert called[-1] == programme.survey.counted_until


def test_a_script_that_was_corrected_has_another_name_than_the_one_to_throw_away(records: Records) -> None:
    """Old and new lie in one folder, and the notice says to tear up what begins with the old name."""
    newest, *others = records.rounds
    after = datetime(2023, 4, 24, 9, tzinfo=BANGKOK)
    before = _scripts(records, after)
    corrected = _scripts(replace(records, rounds=(replace(newest, corrections=WRONG), *others)), after)
    old = {name for name in before if name.startswith("result-m")}
    assert old
    assert not any(name.startswith("result-m") for name in corrected)
    assert {name.replace("result-", "result-fixed2-") for name in old} <= corrected


def test_an_apology_asks_for_answers_in_one_sentence(records: Records) -> None:
    """A third of the time for the survey sounds as if the mistake were an excuse for it."""
    newest, *others = records.rounds
    corrected = replace(records, rounds=(replace(newest, corrections=WRONG[1:2]), *others))
    publication = disclosure.publish(corrected, datetime(2023, 4, 24, 9, tzinfo=BANGKOK), "print")
    apologies = [script for script in announcement.scripts(publication) if script.occasion == "correction"]
    assert apologies
    for script in apologies:
        assert sum("ประเมิน" in said for said in script.once) <= 1
        told = (
            (part["seconds"] or 0, "".join(run["say"] for run in part["runs"])) for part in script.view["paragraphs"]
        )
        assert sum(seconds for seconds, said in told if "ประเมิน" in said) <= script.seconds / 5
