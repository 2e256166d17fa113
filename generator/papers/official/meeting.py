"""ระเบียบวาระ และรายงานการประชุมคัดเลือก: what the committee is to do, and the record of what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.papers.official.case import on
from generator.pieces.parts import chosen
from generator.pieces.parts.blocks import dots, fill, heading, line, para, rows, sign
from generator.thai.dates import clock, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.papers.official.case import Case
    from generator.piece import View

WIDTH = 160
ITEMS = (
    "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
    "เรื่องรับรองรายงานการประชุม",
    "เรื่องเสนอให้ที่ประชุมทราบ",
    "เรื่องเสนอให้ที่ประชุมพิจารณา",
    "เรื่องอื่น ๆ",
)
"""The items that meetings of Thai offices share."""


def agenda(case: Case) -> Iterator[View]:
    """Yield what the committee's meeting is to deal with."""
    yield from _head(case, "ระเบียบวาระการประชุม")
    for number, title in enumerate(ITEMS, 1):
        yield para(f"ระเบียบวาระที่ {number}  {title}", first=0, keep=True)
        for n, each in enumerate(_points(case, number), 1):
            yield para(f"{number}.{n}  {each}", above=0)
    yield fill(("", WIDTH), first=25)


def _points(case: Case, number: int) -> tuple[str, ...]:
    """Return what is told under an item: what the programme's own steps bring before the committee."""
    programme = case.programme
    nominators = " ".join(division.name for division in programme.nominators)
    return {
        3: (
            f"หลักเกณฑ์การคัดเลือก ตามประกาศ{case.office.name} {case.refer('criteria-notice')}",
            f"รายชื่อผู้ที่ได้รับการเสนอชื่อจาก {nominators}",
            "ผลความพึงพอใจของประชาชนที่นับเข้าการคัดเลือก",
        ),
        4: (
            *(f"พิจารณาคัดเลือกประเภท{each.name} จำนวน {each.places} คน" for each in programme.categories),
            f"กำหนดการประกาศผล วันที่ {long_date(programme.result_at.date())} เวลา {clock(programme.result_at)}",
        ),
    }.get(number, ())


def minutes(case: Case) -> Iterator[View]:
    """Yield the record of the meeting; who came and when it ended is filled in by hand."""
    yield from _head(case, "รายงานการประชุม")
    yield para("ผู้มาประชุม", first=0, keep=True)
    seats = [(f"{n}.", dots(36), seat.post, seat.role) for n, seat in enumerate(case.programme.committee, 1)]
    yield rows((9, 58, 55, 38), seats)
    yield para("ผู้ไม่มาประชุม (ถ้ามี)", first=0, keep=True)
    yield fill(("1.", WIDTH))
    yield fill(("2.", WIDTH))
    yield para("ผู้เข้าร่วมประชุม (ถ้ามี)", first=0, keep=True)
    yield fill(("1.", WIDTH))
    starts = (
        f"เริ่มประชุมเวลา {clock(case.papers.meeting.starts)}"
        if case.papers.meeting.starts
        else f"เริ่มประชุมเวลา {dots(12)} น."
    )
    yield para(starts, first=0)
    yield from _dealt_with(case)
    yield para(f"เลิกประชุมเวลา {dots(12)} น.", first=0, keep=True)
    yield sign(f"({dots()})", "ผู้จดรายงานการประชุม", room=2, keep=True)
    yield sign(f"({dots()})", "ผู้ตรวจรายงานการประชุม", room=2)


def _dealt_with(case: Case) -> Iterator[View]:
    for number, title in enumerate(ITEMS, 1):
        yield para(f"ระเบียบวาระที่ {number}  {title}", first=0, keep=True)
        points = _points(case, number)
        for n, each in enumerate(points, 1):
            yield para(f"{number}.{n}  {each}", above=0, keep=True)
        if number == 4:  # noqa: PLR2004 - the item under which the committee chooses
            yield para(f"มติที่ประชุม  {chosen.opening(case.result)}", keep=True)
            yield from chosen.listed(case.programme, case.result)
        else:
            yield fill(("มติที่ประชุม" if number > 1 else "", WIDTH), first=25)
            yield fill(("", WIDTH))


def _head(case: Case, title: str) -> Iterator[View]:
    meeting = case.papers.meeting
    yield heading(title)
    yield line(f"คณะกรรมการคัดเลือก{case.award}", "center", bold=True)
    yield line(f"ครั้งที่ {meeting.number or f'{dots(8)}/{case.programme.year}'}", "center", bold=True)
    starts = f"เวลา {clock(meeting.starts)}" if meeting.starts else f"เวลา {dots(12)} น."
    yield line(f"{on(meeting.day)} {starts}", "center", bold=True)
    yield line(f"ณ {meeting.place or dots(50)}", "center", bold=True)
    yield line("-" * 26, "center", above=0)
