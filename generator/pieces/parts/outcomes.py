"""What the programme promised and what came of it, as figures and as the data of two charts; draws nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import enough
from generator.thai.figures import alike, count, figure

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from generator.disclosure import PublicRound
    from generator.piece import View

SATISFACTION, COMPLAINTS = "ความพึงพอใจของประชาชน", "เรื่องร้องเรียนว่าบริการไม่เป็นธรรม"
"""The names of the two promises on every sheet."""

VERDICTS = {True: "ถึงเป้าหมาย", False: "ยังไม่ถึงเป้าหมาย"}
"""The verdict on a promise that was kept, and on one that was not."""

MOST_DOTS = 24
"""Complaints beyond this many in a year are drawn as a bar: nobody counts more dots."""


def view(award_round: PublicRound, targets: Mapping[int, Decimal] | None = None) -> View | None:
    """Return both charts, or None if there are no figures yet.

    `targets` are those of years for which another round made the promise; all other years have the round's own target.
    """
    promised = award_round.outcomes
    if not promised.satisfaction and not promised.complaints:
        return None
    return {"satisfaction": _satisfaction(award_round, targets or {}), "complaints": _complaints(award_round)}


def _satisfaction(award_round: PublicRound, targets: Mapping[int, Decimal]) -> View | None:
    promised = award_round.outcomes
    if not promised.satisfaction:
        return None
    yearly_targets = [targets.get(came.year, promised.satisfaction_target) for came in promised.satisfaction]
    last = promised.satisfaction[-1]
    met = last.value >= yearly_targets[-1]
    return {
        "title": SATISFACTION,
        "target": figure(yearly_targets[-1]),
        "same": len(set(yearly_targets)) == 1,
        "method": promised.satisfaction_method,
        "met": met,
        "last": {"year": last.year, "value": figure(last.value)},
        "summary": VERDICTS[met],
        "rows": [
            {
                "year": came.year,
                "value": alike(came.value, last.value, target),
                "replies": count(replies) if (replies := enough(came.replies)) else "",
                "target": figure(target),
                "met": came.value >= target,
            }
            for came, target in zip(promised.satisfaction, yearly_targets, strict=True)
        ],
    }


def _complaints(award_round: PublicRound) -> View | None:
    figures = award_round.outcomes.complaints
    if not figures:
        return None
    counts = [int(figure.value) for figure in figures]
    first, last, most = counts[0], counts[-1], max(*counts, 1)
    if len(counts) == 1:
        trend = f"ปี {figures[0].year} มี {count(last)} เรื่อง"
    elif last < counts[-2]:
        trend = f"ลดลงจาก {count(counts[-2])} เรื่อง เหลือ {count(last)} เรื่อง"
    elif last == counts[-2]:
        trend = f"เท่ากับปีก่อน {count(last)} เรื่อง"
    else:
        trend = f"เพิ่มขึ้นจาก {count(counts[-2])} เรื่อง เป็น {count(last)} เรื่อง"
    return {
        "title": COMPLAINTS,
        "trend": trend,
        "falling": last < first,
        "dots": most <= MOST_DOTS,
        "last": {"year": figures[-1].year, "value": count(last)},
        "rows": [
            {"year": came.year, "count": number, "value": count(number), "width": round(100 * number / most, 1)}
            for came, number in zip(figures, counts, strict=True)
        ],
    }
