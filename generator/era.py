"""The office's clock and era; apart from the facts, so that whoever asks the time loads nothing else."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

BANGKOK = timezone(timedelta(hours=7), "Asia/Bangkok")
"""Thailand keeps no summer time, so a fixed offset is exact and needs no time-zone data on Windows."""

BUDDHIST_ERA = 543


def iso(day: date) -> str:
    """Return a day as `2566-04-21`, in the Buddhist era, for names of files that are sorted by day."""
    return f"{day.year + BUDDHIST_ERA}-{day:%m-%d}"
