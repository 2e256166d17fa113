"""บันทึกข้อความ: the head that memos share (form 29; domain notes, 3.1 and 3.3), the invitation to propose, the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.parts import chosen
from generator.pieces.parts.blocks import dots, fill, gap, head, labelled, para, sign, subject
from generator.pieces.parts.official import signed
from generator.thai.dates import clock, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import StepKey
    from generator.papers.official.case import Case
    from generator.piece import View

WIDTH, HALF = 160, 80
"""Millimetres to the end of a line, and to where the date begins."""

_FEW = len("เทศ")
"""Letters that two names share by chance."""

SUBJECT_AT, TO_AT = 14, 12
"""Millimetres at which further lines of the subject, and of whom the memo goes to, hang."""


def head_of(case: Case, step: StepKey, about: str, to: str) -> Iterator[View]:
    """Yield a memo's head: which part of which office writes, number and day, subject, and to whom."""
    section = case.papers.section or of_office(case.programme.owner, case.office.name)
    yield head(("ส่วนราชการ", f"{section}  โทร. {case.office.phone.printed}", WIDTH))
    yield head(("ที่", case.number_of_office, HALF), ("วันที่", case.memo_date(step), WIDTH))
    yield subject("เรื่อง", about, SUBJECT_AT)
    yield labelled("เรียน", to, TO_AT)


def of_office(section: str, office: str) -> str:
    """Return a part of an office with the office's name, which it may hold already, or the beginning of it."""
    if office in section:
        return section
    shared = next((n for n in range(len(office), _FEW, -1) if section.endswith(office[:n])), 0)
    return f"{section}{office[shared:]}" if shared else f"{section} {office}"


def nominations(case: Case) -> Iterator[View]:
    """Yield the memo that invites divisions to propose."""
    programme = case.programme
    first, last = case.step("nominations")
    divisions = " ".join(division.name for division in programme.nominators)
    yield from head_of(case, "nominations", f"ขอเชิญเสนอชื่อผู้เข้ารับการคัดเลือกเป็น{case.award}", f"หัวหน้าส่วนราชการ {divisions}")
    yield para(
        f"ด้วย{case.office.name}จัดทำ{programme.title} {case.of_year} และได้ออกประกาศ{case.office.name} "
        f"เรื่อง หลักเกณฑ์การคัดเลือก{case.award} {case.refer('criteria-notice')} ให้บุคลากรทุกคนทราบแล้ว"
    )
    yield para(
        f"จึงขอเชิญส่วนราชการของท่านเสนอชื่อบุคลากรในสังกัดที่มีคุณสมบัติครบตามหลักเกณฑ์ "
        f"ตามแบบเสนอชื่อที่แนบมาพร้อมนี้ ส่งให้{programme.owner} "
        f"ตั้งแต่วันที่ {long_date(first)} ถึงวันที่ {long_date(last)}"
    )
    yield para("จึงเรียนมาเพื่อโปรดพิจารณา", keep=True)
    yield sign(*signed(case.signer))


def result(case: Case) -> Iterator[View]:
    """Yield the memo that reports the result, and asks for leave to announce it."""
    programme, meeting = case.programme, case.papers.meeting
    yield from head_of(
        case,
        "judging",
        f"รายงานผลการคัดเลือก{case.award} และขออนุมัติประกาศผล",
        case.head_post,
    )
    yield para(
        f"ตามคำสั่ง{case.office.name} {case.refer('order')} แต่งตั้งคณะกรรมการคัดเลือก{case.award} "
        f"และประกาศ{case.office.name} เรื่อง หลักเกณฑ์การคัดเลือก{case.award} {case.refer('criteria-notice')} นั้น"
    )
    when = f"วันที่ {long_date(meeting.day)}" if meeting.day else f"วันที่ {dots(24)}"
    at = f" เวลา {clock(meeting.starts)}" if meeting.starts else ""
    where = f" ณ {meeting.place or dots(40)}"
    yield para(
        f"คณะกรรมการได้ประชุมเมื่อ{when}{at}{where} พิจารณาผู้ที่ได้รับการเสนอชื่อตามหลักเกณฑ์ "
        f"โดยนำผลความพึงพอใจของประชาชนมาพิจารณาร่วมด้วยแล้ว {chosen.opening(case.result)}",
        keep=True,
    )
    yield from chosen.listed(case.programme, case.result)
    yield para(
        "จึงเรียนมาเพื่อโปรดทราบผลการคัดเลือก และพิจารณาอนุมัติให้ประกาศผล "
        f"ในวันที่ {long_date(programme.result_at.date())} เวลา {clock(programme.result_at)} "
        "ทั้งนี้ ได้จัดทำร่างประกาศแนบมาพร้อมนี้",
        keep=True,
    )
    yield sign(*_reporting(case))
    yield gap()
    yield fill(("ความเห็น", WIDTH), keep=True)
    yield fill(("", WIDTH), keep=True)
    yield para("(    ) อนุมัติ          (    ) ไม่อนุมัติ เพราะ " + dots(50), first=0, keep=True)
    yield sign(*signed(case.head))
    yield fill(("วันที่", WIDTH), first=95)


def _reporting(case: Case) -> list[str]:
    """Return the lines below the signature of who reports to the head: whom the record names, or the committee's chair.

    The head does not report to the head; the record knows the chair's post, and the name is written by hand.
    """
    own = case.papers.signer(case.paper)
    if own:
        return signed(own)
    chair = next((seat for seat in case.programme.committee if "ประธาน" in seat.role), case.programme.committee[0])
    return [*signed(None, chair.post), chair.role]
