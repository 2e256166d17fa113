"""Which stage a round is in at which time, from the dates in its record alone."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Literal

from generator.era import BANGKOK
from generator.problems import Text

if TYPE_CHECKING:
    from datetime import date

    from generator.model import OccasionKey, Organisation, Programme, Survey

Stage = Literal["preparing", "criteria", "nominations", "survey", "judging", "announced", "ceremony", "closed"]

SurveyState = Literal["coming", "open", "closed"]

STAGE_NAMES: dict[Stage, Text] = {
    "preparing": Text("เตรียมเริ่มการคัดเลือก", "preparing"),
    "criteria": Text("ประกาศหลักเกณฑ์แล้ว", "criteria announced"),
    "nominations": Text("เปิดรับการเสนอชื่อ", "nominations open"),
    "survey": Text("กำลังรับฟังความเห็นของประชาชน", "survey running"),
    "judging": Text("คณะกรรมการกำลังพิจารณา", "judging"),
    "announced": Text("ประกาศผลแล้ว", "result announced"),
    "ceremony": Text("อยู่ในช่วงมอบประกาศเกียรติคุณและเผยแพร่", "handing over and telling"),
    "closed": Text("การคัดเลือกรอบนี้เสร็จสิ้นแล้ว", "closed"),
}
"""What the office and its pages call each stage of a round."""

OCCASION_NAMES: dict[OccasionKey, str] = {
    "criteria": "แจ้งหลักเกณฑ์การคัดเลือก",
    "nominations": "แจ้งการเสนอชื่อ",
    "survey": "เชิญตอบแบบประเมิน",
    "result": "ประกาศผลการคัดเลือก",
    "ceremony": "เชิญร่วมพิธีมอบประกาศเกียรติคุณ",
    "thanks": "ขอบคุณและแจ้งผลลัพธ์",
}
"""What an announcement over loudspeakers is called, on its sheet and where a record of it is read."""


def midnight(day: date) -> datetime:
    """Return the moment at which a day begins."""
    return datetime.combine(day, time(), BANGKOK)


def after(day: date) -> datetime:
    """Return the moment at which a day is over."""
    return midnight(day + timedelta(days=1))


def survey_state(survey: Survey, moment: datetime) -> SurveyState:
    """Return whether citizens can answer the survey at a moment, can do so later, or could do so earlier."""
    if moment < midnight(survey.opens):
        return "coming"
    return "open" if moment < after(survey.closes) else "closed"


def is_out(programme: Programme, moment: datetime) -> bool:
    """Return whether a round's result may be known at a moment."""
    return moment >= programme.result_at


def turning_points(programme: Programme) -> tuple[tuple[datetime, Stage], ...]:
    """Return when each stage begins, in order; a stage that ends at once begins when the next one does.

    Where stages overlap, the later one counts: the stage is the survey once nominations are in, and judging once the
    replies are counted.
    """
    result = programme.result_at
    nominations = programme.step("nominations")
    survey = max(midnight(programme.survey.opens), after(nominations.ends))
    judging = max(after(programme.survey.counted_until), survey)
    ceremony = max(midnight(programme.step("ceremony").starts), result)
    return (
        (min(midnight(programme.step("criteria_notice").starts), result), "criteria"),
        (min(midnight(nominations.starts), result), "nominations"),
        (min(survey, result), "survey"),
        (min(judging, result), "judging"),
        (result, "announced"),
        (ceremony, "ceremony"),
        (max(after(programme.step("publicity").ends), ceremony), "closed"),
    )


def stage_at(programme: Programme, moment: datetime) -> Stage:
    """Return the stage that a round is in at a moment."""
    stage: Stage = "preparing"
    for begins, name in turning_points(programme):
        if moment >= begins:
            stage = name
    return stage


def prepared(programme: Programme, moment: datetime, days: int) -> tuple[datetime, ...]:
    """Return the coming moments, at most some days away, for which things may be made already, earliest first.

    Only what does not reveal a result is made openly before its moment: nothing from a result's moment on is among
    them as long as that result is not out.
    """
    last = moment + timedelta(days=days)
    coming = {begins for begins in changes(programme) if moment < begins <= last}
    return tuple(sorted(begins for begins in coming if is_out(programme, begins) == is_out(programme, moment)))


def changes(programme: Programme) -> tuple[datetime, ...]:
    """Return the moments at which anything public about a round changes by itself, in no order."""
    survey = programme.survey
    return (*(begins for begins, _ in turning_points(programme)), midnight(survey.opens), after(survey.closes))


def office_changes(organisation: Organisation) -> tuple[datetime, ...]:
    """Return the moments at which the office is called otherwise, or has other divisions or villages, than before."""
    return tuple(after(was.until) for was in organisation.earlier if was.until is not None)
