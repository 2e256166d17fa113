"""What the programme promised and what came of it, as figures and as the shapes of two charts; draws nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.page_frame import number
from generator.public import enough

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from generator.piece import View
    from generator.public import PublicRound

MOST_DOTS = 24
"""Complaints beyond this many in a year are drawn as a bar: nobody counts more dots."""


def view(award: PublicRound, targets: Mapping[int, Decimal] | None = None) -> View | None:
    """Return both charts, or None where there is no figure yet.

    `targets` are those of years for which another round promised; the round's own holds for every other year.
    """
    promised = award.outcomes
    if not promised.satisfaction and not promised.complaints:
        return None
    return {"satisfaction": _satisfaction(award, targets or {}), "complaints": _complaints(award)}


def _satisfaction(award: PublicRound, targets: Mapping[int, Decimal]) -> View | None:
    promised = award.outcomes
    if not promised.satisfaction:
        return None
    asked = [targets.get(figure.year, promised.satisfaction_target) for figure in promised.satisfaction]
    last = promised.satisfaction[-1]
    met = last.value >= asked[-1]
    return {
        "target": number(asked[-1]),
        "same": len(set(asked)) == 1,
        "method": promised.satisfaction_method,
        "met": met,
        "last": {"year": last.year, "value": number(last.value)},
        "summary": "ถึงเป้าหมาย" if met else "ยังไม่ถึงเป้าหมาย",
        "rows": [
            {
                "year": figure.year,
                "value": number(figure.value),
                "replies": enough(figure.replies),
                "target": number(target),
                "met": figure.value >= target,
            }
            for figure, target in zip(promised.satisfaction, asked, strict=True)
        ],
    }


def _complaints(award: PublicRound) -> View | None:
    figures = award.outcomes.complaints
    if not figures:
        return None
    counts = [int(figure.value) for figure in figures]
    first, last, most = counts[0], counts[-1], max(*counts, 1)
    if len(counts) == 1:
        trend = f"ปี พ.ศ. {figures[0].year} มี {last} เรื่อง"
    elif last < counts[-2]:
        trend = f"ลดลงจาก {counts[-2]} เรื่อง เหลือ {last} เรื่อง"
    elif last == counts[-2]:
        trend = f"เท่ากับปีก่อน {last} เรื่อง"
    else:
        trend = f"เพิ่มขึ้นจาก {counts[-2]} เรื่อง เป็น {last} เรื่อง"
    return {
        "trend": trend,
        "falling": last < first,
        "dots": most <= MOST_DOTS,
        "last": {"year": figures[-1].year, "value": last},
        "rows": [
            {"year": figure.year, "count": count, "width": round(100 * count / most, 1)}
            for figure, count in zip(figures, counts, strict=True)
        ],
    }
