"""คำสั่งแต่งตั้งคณะกรรมการ: whom the head of the office appoints, to do what, by which power.

The order of its parts is that of form 4 (domain notes, 3.3): whose order, number, subject, reason, power, what is
ordered, from when, the day and the signature.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.parts import blocks
from generator.pieces.parts.blocks import dots, heading, items, line, para, rows, sign
from generator.pieces.parts.official import numbered_text, signed
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.papers.official.case import Case
    from generator.piece import View

COLUMNS = (9, 88, 48)
"""Millimetres for the number, the post and the role of a member, behind an indent of 15."""

OFFICE = "องค์การบริหารส่วนตำบล"
ACT = "มาตรา {section} แห่งพระราชบัญญัติสภาตำบลและองค์การบริหารส่วนตำบล พ.ศ. 2537 และที่แก้ไขเพิ่มเติม"
"""The act that an อบต. appoints by; offices cite different sections of it, so that stays open."""


def blocks_of(case: Case) -> Iterator[View]:
    """Yield the order."""
    programme, office = case.programme, case.office
    yield heading(f"คำสั่ง{office.name}")
    yield line(f"ที่ {case.number_of_year}", "center", bold=True)
    yield line(f"เรื่อง แต่งตั้งคณะกรรมการคัดเลือก{case.award}", "center", bold=True)
    yield line("-" * 26, "center")
    yield para(
        f"ด้วย{office.name}จัดทำ{programme.title} {case.of_year} เพื่อ{programme.objectives[0]} "
        "จึงต้องมีคณะกรรมการพิจารณาคัดเลือกให้เป็นไปตามหลักเกณฑ์ ด้วยความโปร่งใสและเป็นธรรม"
    )
    for old in case.repealed:
        yield para(f"ให้ยกเลิกคำสั่งที่ {numbered_text(old, case.papers)} ลงวันที่ {long_date(old.day)} และใช้คำสั่งนี้แทน")
    yield para(f"อาศัยอำนาจตามความใน{_power(case)} จึงแต่งตั้งคณะกรรมการคัดเลือก ประกอบด้วย", keep=True)
    yield rows(
        COLUMNS,
        [(f"{n}.", seat.post, seat.role) for n, seat in enumerate(programme.committee, 1)],
        left=blocks.INDENT - 10,
        above=blocks.ABOVE,
    )
    yield para("ให้คณะกรรมการมีหน้าที่ ดังต่อไปนี้", keep=True)
    yield from items(case.papers.duties or _duties(case))
    yield para("ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป", keep=True)
    yield line(f"สั่ง ณ วันที่ {case.dated('committee')}", "center", above=blocks.ABOVE)
    yield sign(*signed(case.signer))


def _power(case: Case) -> str:
    if case.papers.legal_basis:
        return case.papers.legal_basis
    return ACT.format(section=dots(12)) if case.office.name.startswith(OFFICE) else dots(90)


def _duties(case: Case) -> tuple[str, ...]:
    """Return what the programme's own steps ask of a committee."""
    return (
        f"กำหนดหลักเกณฑ์และน้ำหนักคะแนนในการคัดเลือก{case.programme.award_name}",
        "พิจารณาคัดเลือกผู้ที่ได้รับการเสนอชื่อตามหลักเกณฑ์ โดยนำผลความพึงพอใจของประชาชนมาพิจารณาร่วมด้วย",
        f"รายงานผลการคัดเลือกต่อ{case.head_post} เพื่อประกาศผลในวันที่ {long_date(case.programme.result_at.date())}",
    )
