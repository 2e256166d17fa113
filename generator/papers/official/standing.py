"""What is to be said of official papers in the clerk's words: facts that changed since a number, a missing krut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import NOTICES
from generator.papers.making import asked
from generator.papers.official import OFFICIAL
from generator.papers.official.case import called
from generator.problems import Problem, Text
from generator.reading.folder import PAPERS, WINNERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime

    from generator.model import Numbered, Records
    from generator.papers.paper import Asked, Paper


def changed(records: Records, moment: datetime) -> Iterator[Problem]:
    """Yield a warning for each paper whose facts are others than when it was numbered."""
    for award_round in records.rounds:
        year, numbered = award_round.programme.year, award_round.programme.papers.numbered
        source = asked(records, year, moment) if numbered else None
        for official in OFFICIAL if source else ():
            own = award_round.programme.papers.of(official.key)
            if source and own and official.draft(source).changed:
                yield Problem(f"{WINNERS}/{year}/{PAPERS}", 0, 0, "numbered", *_changed(own[-1]), warning=True)


def unkept(records: Records) -> Iterator[Problem]:
    """Yield a warning for each paper that has a number or day while nobody kept what it said: it could say anything."""
    for award_round in records.rounds:
        for official in OFFICIAL:
            own = award_round.programme.papers.of(official.key)
            if own and not own[-1].digest:
                where = f"{WINNERS}/{award_round.programme.year}/{PAPERS}"
                yield Problem(where, 0, 0, "numbered", *_unkept(own[-1]), warning=True)


def without_krut(papers: Collection[Paper], source: Asked) -> Iterator[Problem]:
    """Yield a warning where papers with a krut are made and the office has given no picture of it."""
    there = [each for each in OFFICIAL if each.krut and any(paper.name == each.key for paper in papers)]
    programme = source.award_round.programme
    if there and programme.papers.krut is None:
        yield Problem(f"{WINNERS}/{programme.year}/{PAPERS}", 0, 0, "krut", *_NO_KRUT, warning=True)


_NO_KRUT = (
    Text(
        "ยังไม่มีภาพครุฑ เอกสารราชการจึงเว้นที่ไว้ให้ สูง 3 ซม. และ 1.5 ซม. ในบันทึกข้อความ",
        "there is no picture of the krut: papers leave its place empty, 3 cm high and 1.5 cm on memos",
    ),
    Text(
        "วางภาพครุฑของหน่วยงานไว้ในโฟลเดอร์ winners แล้วเขียน krut: ชื่อไฟล์ หรือพิมพ์บนกระดาษตราครุฑ",
        "put the office's picture into winners and write krut: FILE, or print on paper that has it",
    ),
)


_OFF_SITE = " ระหว่างนี้หน้าประกาศบนเว็บไซต์ไม่แสดงข้อความและไม่แสดงสแกน"


def _unkept(numbered: Numbered) -> tuple[Text, Text]:
    key = numbered.paper
    number = f" --number {numbered.number}" if numbered.number else ""
    what = "เลขที่" if numbered.number else "วันที่"
    then = "จึงยังไม่ขึ้นเว็บไซต์" if key in NOTICES else "ข้อมูลเปลี่ยนเมื่อใด ข้อความในเลขเดิมจะเปลี่ยนตามโดยไม่เตือน"
    so = "so it is not on the site yet" if key in NOTICES else "so they change with the facts and nobody is told"
    return (
        Text(
            f"{called(key)}เขียน{what}ไว้เอง โปรแกรมยังไม่ได้เก็บข้อความที่ลงนาม {then}",
            f"number or day of {key} was typed by hand and its words were not kept, {so}",
        ),
        Text(
            f"สั่ง tonbaep freeze --paper {key}{number} --day วันที่ ตามที่เขียนไว้",
            f"run tonbaep freeze --paper {key}{number} --day DAY, as it is written",
        ),
    )


def _changed(numbered: Numbered) -> tuple[Text, Text]:
    at = f" เลขที่ {numbered.number} " if numbered.number else ""
    key = numbered.paper
    return (
        Text(
            f"ข้อความเปลี่ยนหลังออก{called(key)}{at}แล้ว เพราะข้อมูลเปลี่ยน หรือโปรแกรมรุ่นใหม่ใช้ถ้อยคำอื่น ฉบับที่ทำใหม่เป็นร่าง",
            f"{f'{key} {numbered.number}'.strip()} says other words than when it was numbered: its facts or the "
            "program's words have changed: what is made now is a draft",
        ),
        Text(
            f"แก้ข้อมูลกลับ หรือออกฉบับใหม่ด้วย tonbaep freeze --paper {key} --number เลข{_OFF_SITE * (key in NOTICES)}",
            f"put the facts back, or number a new one: tonbaep freeze --paper {key} --number N",
        ),
    )
