"""Who was chosen, as official papers list it; before the result is written, empty rows to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import counted
from generator.papers.official.blocks import para, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Winner
    from generator.papers.official.blocks import Align
    from generator.papers.official.case import Case
    from generator.piece import View

COLUMNS, TITLES = (12, 56, 52, 40), ("ที่", "ชื่อ - สกุล", "ตำแหน่ง", "สังกัด")

ALIGN: tuple[Align, ...] = ("center", "left", "left", "left")


def people(case: Case) -> list[Winner]:
    """Return who was chosen and may be named, in order."""
    return [winner for winner in case.award_round.in_order if winner.suppressed is None]


def opening(case: Case) -> str:
    """Return the words before the list: how many were chosen, or that nobody was."""
    if case.award_round.nobody:
        return "ผลปรากฏว่าไม่มีผู้ได้รับการคัดเลือก"
    if not case.award_round.winners:
        return "ผลการคัดเลือกปรากฏดังนี้"
    return f"มีผู้ได้รับการคัดเลือก {counted(winner.name for winner in people(case))} ดังนี้"


def listed(case: Case) -> Iterator[View]:
    """Yield who was chosen, a table for each category; rows to fill in while the record has no result."""
    if case.award_round.nobody:
        return
    there = people(case)
    for category in case.programme.categories:
        mine = [winner for winner in there if category in {winner.category, *(also.category for also in winner.also)}]
        none = next((each for each in case.award_round.unawarded if each.category == category), None)
        yield para(f"ประเภท{category.name}", first=0, keep=True)
        if none or (there and not mine):
            yield para(f"ไม่มีผู้ได้รับการคัดเลือก {none.reason if none else ''}".rstrip(), above=0)
            continue
        rows = [_row(number, winner) for number, winner in enumerate(mine, 1)]
        empty = [(f"{number}", "", "", "") for number in range(1, category.places + 1)]
        yield table(COLUMNS, TITLES, rows or empty, ALIGN, above=2, high=0 if rows else 10)


def _row(number: int, winner: Winner) -> tuple[str, str, str, str]:
    members = ", ".join(member.name.written for member in winner.members if member.suppressed is None)
    name = f"{winner.name.full} ({members})" if members else winner.name.full
    return (f"{number}", name, winner.position, winner.division.name)
