"""Which stage a round is in at which time, from the dates in its record alone."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Literal

from generator.era import BANGKOK
from generator.problems import Text

if TYPE_CHECKING:
    from datetime import date

    from generator.model import AwardRound, OccasionKey, Organisation, Programme, Records, Step, Survey

Stage = Literal["preparing", "criteria", "nominations", "survey", "judging", "announced", "ceremony", "closed"]

SurveyState = Literal["coming", "open", "closed"]

Standstill = Literal["done", "over", "now", "next", "later", "late", "none"]
"""How a step stands: done, as something public shows; its days over, and nobody has said more; in its days; the next
one; a later one; a result that is late, or what waits for it; or none, because nobody was chosen."""

CeremonyState = Literal["coming", "under way", "over", "held"]
"""How the ceremony stands by its own hours; that it was held, the office alone can say."""

STAGE_NAMES: dict[Stage, Text] = {
    "preparing": Text("เตรียมเริ่มการคัดเลือก", "preparing"),
    "criteria": Text("ประกาศหลักเกณฑ์แล้ว", "criteria announced"),
    "nominations": Text("เปิดรับการเสนอชื่อ", "nominations open"),
    "survey": Text("กำลังรับฟังความเห็นของประชาชน", "survey running"),
    "judging": Text("รอประกาศผล", "awaiting the result"),
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


def is_told(award_round: AwardRound, moment: datetime) -> bool:
    """Return whether a round's result is public at a moment: it may be known, and the record has one.

    A result whose names are not written yet is late; it is never published as an empty one.
    """
    return is_out(award_round.programme, moment) and award_round.decided


def is_late(award_round: AwardRound, moment: datetime) -> bool:
    """Return whether the moment of a result is over and the record has none."""
    return is_out(award_round.programme, moment) and not award_round.decided


def stage_of(award_round: AwardRound, moment: datetime) -> Stage:
    """Return the stage of a round: a late result is still awaited, and no ceremony follows if nobody was chosen."""
    if is_late(award_round, moment):
        return "judging"
    stage = stage_at(award_round.programme, moment)
    return "announced" if stage == "ceremony" and award_round.nobody else stage


def ceremony_hours(programme: Programme) -> tuple[datetime, datetime]:
    """Return when the ceremony begins and when it is over: by its hours, or else by its days."""
    step, plan = programme.step("ceremony"), programme.ceremony
    if plan is None:
        return midnight(step.starts), after(step.ends)
    begins = datetime.combine(step.starts, plan.starts, BANGKOK)
    return begins, datetime.combine(step.ends, plan.starts, BANGKOK) + plan.lasts


def ceremony_state(programme: Programme, moment: datetime) -> CeremonyState:
    """Return how the ceremony stands.

    Before it is over the office's word does not make it held, and pictures of it do so only once it has begun: both may
    have been copied from another year.
    """
    begins, ends = ceremony_hours(programme)
    plan = programme.ceremony
    if moment < begins:
        return "coming"
    if plan and (plan.photos or (plan.held and moment >= ends)):
        return "held"
    return "under way" if moment < ends else "over"


def resting(records: Records, moment: datetime) -> frozenset[int]:
    """Return the years of which only what citizens and auditors still need is made.

    A round rests once its publicity is over and citizens are asked about a newer one: until then its own posters may
    still hang, and lead to its survey.
    """
    asked = max(
        (each.programme.year for each in records.rounds if moment >= midnight(each.programme.survey.opens)), default=0
    )
    over = (each.programme.year for each in records.rounds if stage_of(each, moment) == "closed")
    return frozenset(year for year in over if year < asked)


def ceremonies_over(records: Records, moment: datetime) -> frozenset[int]:
    """Return the years of the rounds whose ceremony is over at a moment."""
    programmes = (award_round.programme for award_round in records.rounds)
    return frozenset(each.year for each in programmes if ceremony_state(each, moment) in {"over", "held"})


def standing_of(award_round: AwardRound, moment: datetime) -> tuple[Standstill, ...]:
    """Return how each step of a round stands at a moment.

    Days alone make no step done. A result that is out shows that the steps before it were taken, and a ceremony is done
    once it is over and the office says that it was held.
    """
    steps = award_round.programme.steps
    states = [_standing(award_round, step, moment) for step in steps]
    first = states.index("later") if "later" in states else -1
    return tuple("next" if n == first else state for n, state in enumerate(states))


def _standing(award_round: AwardRound, step: Step, moment: datetime) -> Standstill:
    programme, told = award_round.programme, is_told(award_round, moment)
    following = step.key in {"ceremony", "publicity"}
    if told and not following:
        return "done"
    if told and award_round.nobody:
        return "none"
    if is_late(award_round, moment) and (following or step.key == "result"):
        return "late"
    ends = ceremony_hours(programme)[1] if step.key == "ceremony" else after(step.ends)
    if moment < ends:
        return "later" if moment < midnight(step.starts) else "now"
    if step.key == "ceremony":
        return "done" if ceremony_state(programme, moment) == "held" else "over"
    return "over"


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
    coming = {begins for begins in _turns(programme) if moment < begins <= last}
    return tuple(sorted(begins for begins in coming if is_out(programme, begins) == is_out(programme, moment)))


def changes(programme: Programme) -> tuple[datetime, ...]:
    """Return the moments at which anything public about a round changes by itself, in no order."""
    days = [turn for step in programme.steps for turn in (midnight(step.starts), after(step.ends))]
    return (*_turns(programme), *days, *ceremony_hours(programme))


def _turns(programme: Programme) -> tuple[datetime, ...]:
    """Return the moments at which there is something new to say about a round, in no order."""
    survey = programme.survey
    return (*(begins for begins, _ in turning_points(programme)), midnight(survey.opens), after(survey.closes))


def office_changes(organisation: Organisation) -> tuple[datetime, ...]:
    """Return the moments at which the office is called otherwise, or has other divisions or villages, than before."""
    return tuple(after(was.until) for was in organisation.earlier if was.until is not None)
