"""ประกาศ: the notice of the criteria, and that of the result (form 7; domain notes, 3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.papers.official import chosen
from generator.papers.official.blocks import ABOVE, heading, line, para, sign, table
from generator.papers.official.case import signed
from generator.thai.dates import clock, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import StepKey
    from generator.papers.official.case import Case
    from generator.piece import View

COLUMNS, TITLES = (12, 50, 76, 22), ("ที่", "เกณฑ์", "พิจารณาจาก", "คะแนน")


def criteria(case: Case) -> Iterator[View]:
    """Yield the notice of the criteria."""
    programme = case.programme
    yield from _head(case, f"หลักเกณฑ์การคัดเลือก{case.award}")
    yield para(
        f"ตามคำสั่ง{case.office.name} {case.refer('order')} แต่งตั้งคณะกรรมการคัดเลือก{case.award} นั้น "
        "คณะกรรมการได้กำหนดหลักเกณฑ์การคัดเลือก ดังต่อไปนี้"
    )
    yield para(f"1.  ผู้มีสิทธิได้รับการเสนอชื่อ ได้แก่ {programme.target_group} โดยพิจารณาแยกตามประเภท ดังนี้", keep=True)
    for number, category in enumerate(programme.categories, 1):
        yield para(f"1.{number}  {category.name} จำนวน {category.places} คน", first=32, above=0)
    yield para("2.  เกณฑ์การคัดเลือก คะแนนเต็ม 100 คะแนน", keep=True)
    rows = [(f"{n}", each.name, each.detail, f"{each.weight}") for n, each in enumerate(programme.criteria, 1)]
    yield table(COLUMNS, TITLES, [*rows, ("", "รวม", "", "100")], ("center", "left", "left", "center"))
    yield para(f"3.  กรณีคะแนนเท่ากัน {programme.tie_rule}")
    (first, last), result = case.step("nominations"), programme.result_at
    yield para(
        f"4.  เสนอชื่อได้ตั้งแต่วันที่ {long_date(first)} ถึงวันที่ {long_date(last)} "
        f"และประกาศผลการคัดเลือกวันที่ {long_date(result.date())} เวลา {clock(result)}"
    )
    yield from _end(case, "criteria_notice")


def result(case: Case) -> Iterator[View]:
    """Yield the notice of the result."""
    yield from _head(case, f"ผลการคัดเลือก{case.award}")
    yield para(
        f"ตามประกาศ{case.office.name} เรื่อง หลักเกณฑ์การคัดเลือก{case.award} {case.refer('criteria-notice')} นั้น "
        f"คณะกรรมการได้พิจารณาคัดเลือกเสร็จสิ้นแล้ว {chosen.opening(case)}",
        keep=True,
    )
    yield from chosen.listed(case)
    yield from _end(case, "result")


def _head(case: Case, about: str) -> Iterator[View]:
    yield heading(f"ประกาศ{case.office.name}")
    if case.number:
        yield line(f"ที่ {case.number_of_year}", "center", bold=True)
    yield line(f"เรื่อง {about}", "center", bold=True)
    yield line("-" * 26, "center")
    for old in case.repealed:
        yield para(f"ให้ยกเลิกประกาศ{case.office.name} เรื่อง {about} ลงวันที่ {long_date(old.day)} และใช้ประกาศนี้แทน")


def _end(case: Case, step: StepKey) -> Iterator[View]:
    yield para("จึงประกาศให้ทราบโดยทั่วกัน", keep=True)
    yield line(f"ประกาศ ณ วันที่ {case.dated(step)}", "center", above=ABOVE)
    yield sign(*signed(case.signer))
