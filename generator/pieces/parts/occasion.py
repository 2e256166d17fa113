"""When the ceremony is held, in the same words for every piece that mentions it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.thai.dates import date_range, weekday_date

if TYPE_CHECKING:
    from generator.disclosure import PublicRound

NAME = "พิธีมอบประกาศเกียรติคุณ"


def day(award_round: PublicRound) -> str:
    """Return the day of the ceremony with its weekday, or its days."""
    step = award_round.programme.step("ceremony")
    if step.starts == step.ends:
        return weekday_date(step.starts)
    return f"วันที่ {date_range(step.starts, step.ends)}"
