"""When the ceremony is held and how long it lasts, in the same words for every piece that mentions it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from generator.thai.dates import date_range, weekday_date

if TYPE_CHECKING:
    from generator.disclosure import PublicRound
    from generator.model import Ceremony

NAME = "พิธีมอบประกาศเกียรติคุณ"

USUAL_LENGTH = timedelta(hours=2)


def day(award_round: PublicRound) -> str:
    """Return the day of the ceremony with its weekday, or its days."""
    step = award_round.programme.step("ceremony")
    if step.starts == step.ends:
        return weekday_date(step.starts)
    return f"วันที่ {date_range(step.starts, step.ends)}"


def lasts(known: Ceremony) -> timedelta:
    """Return how long a ceremony lasts: by the office's own order of events, or else the usual time."""
    return timedelta(minutes=sum(event.minutes for event in known.events)) or USUAL_LENGTH
