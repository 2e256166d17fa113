"""The eight steps of a round: which are done, in their time or still to come, and what each is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import STAGE_NAMES
from generator.thai.dates import date_range, long_date, moment_text

if TYPE_CHECKING:
    from generator.disclosure import PublicRound, Standstill
    from generator.model import StepKey
    from generator.piece import View

TITLES: dict[StepKey, str] = {
    "committee": "แต่งตั้งคณะกรรมการ",
    "criteria": "กำหนดหลักเกณฑ์",
    "criteria_notice": "ประกาศหลักเกณฑ์",
    "nominations": "เสนอชื่อ",
    "judging": "พิจารณาคัดเลือก",
    "result": "ประกาศผล",
    "ceremony": "มอบประกาศเกียรติคุณ",
    "publicity": "เผยแพร่",
}
"""The short name of each step, where its full sentence would be too long."""

WORDS: dict[Standstill, str] = {
    "done": "เสร็จแล้ว",
    "over": "สิ้นสุดกำหนดแล้ว",
    "now": "อยู่ในช่วงนี้",
    "next": "ขั้นต่อไป",
    "later": "ยังไม่ถึงกำหนด",
    "late": "รอประกาศผล",
    "none": "ปีนี้ไม่มี",
}
TODAY = "กำหนดวันนี้"
"""The state of a step that takes place at an hour, on its day: nobody knows whether it has begun."""
ENDED = {True: "เสร็จครบ {steps} ขั้น เมื่อ {day}", False: "ครบกำหนดทั้ง {steps} ขั้น เมื่อ {day}"}
"""The steps in one line, once the last is behind: whether all are done, or their days are over."""
ASKED = "ประชาชนประเมิน"
"""The name of the public's own step, beside the eight."""


def _shown(award_round: PublicRound, key: StepKey, state: Standstill) -> tuple[Standstill, str]:
    """Return the state of a step, and its words; while the survey runs, that is what is going on of the judging."""
    if award_round.stage == "survey" and key == "judging":
        return "now", STAGE_NAMES["survey"].th
    return state, TODAY if state == "now" and key in {"result", "ceremony"} else WORDS[state]


def main_dates(award_round: PublicRound) -> tuple[tuple[str, str], ...]:
    """Return the dates that matter to people outside the committee, each with its name."""
    plan = award_round.programme
    nominations = plan.step("nominations")
    return (
        (f"สำนักและกอง{TITLES['nominations']}", date_range(nominations.starts, nominations.ends)),
        (ASKED, date_range(plan.survey.opens, plan.survey.counted_until)),
        (TITLES["result"], moment_text(plan.result_at)),
    )


def ended(award_round: PublicRound) -> str:
    """Return in one line that the last of the steps is behind, and since when; empty before.

    Days alone make no step done, so the line says it only where all are.
    """
    plan, states = award_round.programme, set(award_round.steps)
    if award_round.stage != "closed" or not states <= {"done", "over", "none"}:
        return ""
    return ENDED[states == {"done"}].format(steps=len(plan.steps), day=long_date(plan.steps[-1].ends))


def steps(award_round: PublicRound) -> list[View]:
    """Return the eight steps in order with their days and state."""
    plan, rows = award_round.programme, []
    for number, (step, standing) in enumerate(zip(plan.steps, award_round.steps, strict=True), 1):
        state, words = _shown(award_round, step.key, standing)
        rows.append(
            {
                "number": number,
                "key": step.key,
                "title": TITLES[step.key],
                "text": step.text,
                "when": date_range(step.starts, step.ends),
                "state": state,
                "state_words": words,
            }
        )
    return rows
