"""Plain forms, which need no krut: proposing somebody, and consenting to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.parts.blocks import choices, dots, fill, heading, line, new_page, para, sign, table
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Name
    from generator.papers.official.case import Case
    from generator.piece import View
    from generator.pieces.parts.blocks import Align

WIDTH = 160
COLUMNS, TITLES = (12, 48, 42, 58), ("ที่", "ชื่อ - สกุล", "ตำแหน่ง", "ผลงานเด่นด้านการบริการ")
ALIGN: tuple[Align, ...] = ("center", "left", "left", "left")
ROWS, HIGH = 2, 20
"""Rows for each category, and how high each is, in millimetres."""


def nomination(case: Case) -> Iterator[View]:
    """Yield the form on which a division proposes, one a division."""
    programme, (_, last) = case.programme, case.step("nominations")
    yield line(f"ฉบับที่ {dots(10)}", "right")
    yield heading("แบบเสนอชื่อผู้เข้ารับการคัดเลือก")
    yield line(case.award, "center", bold=True)
    yield fill(("ส่วนราชการผู้เสนอชื่อ", WIDTH), above=6)
    for category in programme.categories:
        yield para(f"ประเภท{category.name} (คัดเลือก {category.places} คน)", first=0, keep=True)
        empty = [(f"{n}", "", "", "") for n in range(1, ROWS + 1)]
        yield table(COLUMNS, TITLES, empty, ALIGN, above=2, high=HIGH)
    yield para(
        f"ขอรับรองว่าผู้ที่เสนอชื่อมีคุณสมบัติครบตามหลักเกณฑ์ ส่งแบบนี้ที่{programme.owner} ภายในวันที่ {long_date(last)}", first=0, keep=True
    )
    yield sign(
        f"ลงชื่อ {dots(44)} ผู้เสนอชื่อ",
        f"({dots(44)})",
        f"ตำแหน่ง {dots(44)}",
        f"วันที่ {dots(44)}",
        room=1,
        left=60,
        across=100,
    )


CHANNELS = ("เว็บไซต์ของหน่วยงาน", "สิ่งพิมพ์ ป้ายประกาศ และจดหมายข่าว", "สื่อสังคมออนไลน์ของหน่วยงาน")
"""What a consent is asked for: the three channels of the record."""


def consents(case: Case) -> Iterator[View]:
    """Yield a form for each person who was chosen, one a page; an empty one while nobody is."""
    people = [winner for winner in case.award_round.in_order if winner.suppressed is None]
    if not people:
        yield from _consent(case, None, "")
    for n, winner in enumerate(people):
        if n:
            yield new_page()
        yield from _consent(case, winner.name, f"{winner.position} {winner.division.name}".strip())


def _consent(case: Case, name: Name | None, post: str) -> Iterator[View]:
    office = case.office
    yield heading("ใบยินยอมเผยแพร่ภาพและเรื่องราว")
    yield line(case.award, "center", bold=True)
    yield line(f"เขียนที่ {office.name}", "right", above=6)
    yield line(f"วันที่ {dots(12)} เดือน {dots(24)} พ.ศ. {dots(12)}", "right")
    who = f"{name.written} ตำแหน่ง {post}" if name else f"{dots(50)} ตำแหน่ง {dots(40)}"
    yield para(
        f"ข้าพเจ้า {who} ได้รับการอธิบายแล้วว่า {office.name}จะนำภาพ เรื่องราว และคำพูดของข้าพเจ้า "
        f"ไปใช้เผยแพร่ผลการคัดเลือกตาม{case.programme.title}"
    )
    yield para("ข้าพเจ้ายินยอมให้เผยแพร่ตามช่องทางที่ทำเครื่องหมาย และลงวันที่ไว้ ดังนี้", keep=True)
    yield choices(("ยินยอม", "ไม่ยินยอม"), CHANNELS, "วันที่", "ติดภาพที่ให้ใช้")
    yield para(
        "ข้าพเจ้าทราบว่าถอนความยินยอมได้ทุกเมื่อ โดยแจ้งที่"
        f"{case.programme.owner} โทร. {office.phone.printed} "
        "เมื่อถอนแล้ว หน่วยงานจะนำภาพและเรื่องราวออกจากช่องทางเหล่านั้น การไม่ยินยอมหรือถอนความยินยอม ไม่มีผลต่อผลการคัดเลือก"
    )
    yield para("ชื่อ ตำแหน่ง และผลการคัดเลือกเป็นข้อมูลที่หน่วยงานประกาศตามหน้าที่ จึงไม่อยู่ในความยินยอมนี้", keep=True)
    given = (f"ลงชื่อ {dots(44)} ผู้ให้ความยินยอม", f"({name.written if name else dots(44)})")
    yield sign(*given, room=2, left=60, across=100, keep=True)
    yield sign(f"ลงชื่อ {dots(44)} ผู้รับความยินยอม", f"({dots(44)})", room=2, left=60, across=100)
    yield para("บันทึกในข้อมูลแล้ว: ช่องทาง " + dots(36) + " ลงวันที่ " + dots(24), first=0, above=20)
