"""The eight steps of a round: which are done, in progress or still to come; decided by the stage alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from generator.disclosure import STAGE_NAMES
from generator.thai.dates import date_range, moment_text

if TYPE_CHECKING:
    from generator.disclosure import PublicRound, Stage
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

GOING_ON: dict[Stage, tuple[int, int]] = {
    "preparing": (0, 0),
    "criteria": (2, 3),
    "nominations": (3, 4),
    "survey": (4, 5),
    "judging": (4, 5),
    "announced": (6, 6),
    "ceremony": (6, 8),
    "closed": (8, 8),
}
"""For each stage, how many steps are done, and up to which step work is in progress."""

State = Literal["done", "now", "next"]
WORDS: dict[State, str] = {"done": "เสร็จแล้ว", "now": "กำลังดำเนินการ", "next": "ขั้นต่อไป"}
ASKED = "ประชาชนประเมิน"
"""The name of the public's own step, beside the eight."""


def _words(stage: Stage, state: State) -> str:
    """Return the state of a step in words; during the survey, weeks before the committee meets, judging has its own."""
    return STAGE_NAMES[stage].th if stage == "survey" and state == "now" else WORDS[state]


def main_dates(award_round: PublicRound) -> tuple[tuple[str, str], ...]:
    """Return the dates that matter to people outside the committee, each with its name."""
    plan = award_round.programme
    nominations = plan.step("nominations")
    return (
        (f"สำนักและกอง{TITLES['nominations']}", date_range(nominations.starts, nominations.ends)),
        (ASKED, date_range(plan.survey.opens, plan.survey.counted_until)),
        (TITLES["result"], moment_text(plan.result_at)),
    )


def steps(award_round: PublicRound) -> list[View]:
    """Return the eight steps in order with their days and state."""
    over, under_way = GOING_ON[award_round.stage]
    rows = []
    for index, step in enumerate(award_round.programme.steps):
        state: State = "done" if index < over else "now" if index < under_way else "next"
        rows.append(
            {
                "number": index + 1,
                "key": step.key,
                "title": TITLES[step.key],
                "text": step.text,
                "when": date_range(step.starts, step.ends),
                "state": state,
                "state_words": _words(award_round.stage, state),
            }
        )
    return rows
