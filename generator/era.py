"""The office's clock and era; apart from the facts, so that whoever asks the time loads nothing else."""

from __future__ import annotations

from datetime import timedelta, timezone

BANGKOK = timezone(timedelta(hours=7), "Asia/Bangkok")
"""Thailand keeps no summer time, so a fixed offset is exact and needs no time-zone data on Windows."""

BUDDHIST_ERA = 543
