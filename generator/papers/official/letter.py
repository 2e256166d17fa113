"""หนังสือเชิญร่วมพิธี: the letter that invites guests to the ceremony."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.papers.official.case import on
from generator.pieces.parts.blocks import dots, labelled, line, para, side, sign
from generator.pieces.parts.official import signed
from generator.thai.dates import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.papers.official.case import Case
    from generator.piece import View

OFFICE_AT, DATE_AT, LABELS_AT = 100, 80, 12
"""Millimetres at which the office's address, the date and what stands behind a label begin."""


def blocks_of(case: Case) -> Iterator[View]:
    """Yield the letter; to whom it goes is filled in for each guest."""
    office, held = case.office, case.programme.ceremony
    address = office.address
    yield side(
        f"ที่ {case.number_of_office or dots(14)}{'' if case.number else dots(14)}",
        (
            office.name,
            f"{address.line} ตำบล{address.subdistrict}",
            f"อำเภอ{address.district}",
            f"จังหวัด{address.province} {address.postcode}",
        ),
        OFFICE_AT,
    )
    yield para(case.memo_date("result"), first=0, left=DATE_AT)
    yield labelled("เรื่อง", f"ขอเชิญร่วมพิธีมอบประกาศเกียรติคุณ{case.award}", LABELS_AT)
    yield labelled("เรียน", dots(60), LABELS_AT)
    yield para(
        f"ด้วย{office.name}จัดทำ{case.programme.title} {case.of_year} และกำหนดจัดพิธีมอบประกาศเกียรติคุณ"
        f"แก่ผู้ได้รับการคัดเลือกเป็น{case.programme.award_name} {_when(case)} "
        f"โดยมี{held.presider.post if held else dots(40)}เป็นประธานในพิธี"
    )
    yield para(
        f"{office.name}จึงขอเรียนเชิญท่านร่วมเป็นเกียรติในพิธีดังกล่าว ตามวัน เวลา และสถานที่ข้างต้น"
        f"{f' การแต่งกาย {held.dress}' if held and held.dress else ''}"
    )
    yield para("จึงเรียนมาเพื่อโปรดทราบ และขอเชิญร่วมพิธีตามกำหนด", keep=True)
    yield line("ขอแสดงความนับถือ", "center", above=6)
    yield sign(*signed(case.signer))
    section = case.papers.section or case.programme.owner
    yield para(section, first=0, above=20)
    yield para(f"โทร. {office.phone.printed}", first=0, above=0)


def _when(case: Case) -> str:
    """Return when and where the ceremony is, as far as the record says."""
    held, day = case.programme.ceremony, case.step("ceremony")[0]
    time = f"เวลา {clock(held.starts)}" if held else f"เวลา {dots(12)} น."
    return f"ใน{on(day)} {time} ณ {held.place if held else dots(40)}"
