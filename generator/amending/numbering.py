"""Gives official papers their numbers, and files what was signed: the clerk's pen for `papers.yaml`."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.amending.amend import amend
from generator.amending.changes import Edit
from generator.disk.keeping import replace, restore
from generator.model import PAPER_NAMES, REGISTERS
from generator.problems import Problem, ProblemsFound, Text
from generator.reading import read, scans
from generator.reading.folder import PAPERS, WINNERS
from generator.reading.papers import FOLDER
from generator.thai.dates import buddhist_year, long_date

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from generator.amending.hand import Value
    from generator.model import AwardRound, Numbered, PaperKey, Records
    from generator.store import Store

HEADER = """\
# เอกสารราชการของรอบนี้ สิ่งที่ไม่ได้เขียนไว้ในไฟล์นี้ โปรแกรมเว้นเส้นประให้เขียนด้วยมือ ไม่แต่งขึ้นเอง
#   code         ตัวอักษรและเลขของหน่วยงานหน้าเลขหนังสือ เช่น ตง 99901
#   section      ส่วนราชการที่ทำบันทึกข้อความ ไม่เขียนคือผู้รับผิดชอบโครงการกับชื่อหน่วยงาน
#   legal_basis  อำนาจที่ใช้แต่งตั้งคณะกรรมการ
#   duties       หน้าที่ของคณะกรรมการ ทีละข้อ
#   krut         ภาพครุฑของหน่วยงาน วางในโฟลเดอร์ winners      font  แบบอักษรในไฟล์ Word
#   meeting      การประชุมคัดเลือก: number day starts place
#   signers      ผู้ลงนามเฉพาะฉบับ: signs name post
#   numbered     เลขที่และวันที่ของฉบับที่ออกแล้ว อย่าลบ เลขหนึ่งใช้ได้ครั้งเดียวในทะเบียนเดียวกันของปีปฏิทินเดียวกัน
#                ประกาศขึ้นเว็บไซต์เองในวันที่ลง เพิ่ม on_site: ใช่ ถ้าให้แสดงภาพฉบับที่ลงนามด้วย
numbered: []
"""

SCANS = {b"%PDF-": ".pdf", b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png"}
"""How a scan begins, and the ending that it gets."""

LARGEST = 40 * 1024 * 1024
"""Bytes of a scan; sixty pages in colour have about 30 MB."""


def next_number(records: Records, paper: PaperKey, day: date) -> str | None:
    """Return the number after the highest that a register has in a calendar year; None where it has none yet.

    The register holds all papers of the office, of which the records know a few: a first number is the clerk's to say.
    """
    register, year = REGISTERS[paper], buddhist_year(day)
    taken = [
        int(each.number.split()[-1])
        for award_round in records.rounds
        for each in award_round.programme.papers.numbered
        if REGISTERS.get(each.paper) == register and buddhist_year(each.day) == year and each.number
    ]
    return str(max(taken) + 1) if taken else None


def number(project: Path, store: Store, award_round: AwardRound, given: Numbered) -> None:
    """Write a paper's number, day and digest into the round's file, behind the numbers that it had before.

    Where the same number stands there without a digest, since the clerk wrote it by hand, it gets its digest. Raises
    `ProblemsFound` where the records are then faulty, as by a number that is taken; then nothing is written.
    """
    year, numbered = award_round.programme.year, award_round.programme.papers.numbered
    by_hand = next((n for n, each in enumerate(numbered) if _same(each, given) and not each.digest), None)
    if by_hand is not None:
        _write(project, store, year, Edit(("numbered", by_hand, "digest"), given.digest))
        return
    said = {"number": given.number} if given.number else {}
    entry: dict[str, Value] = {"paper": given.paper, **said, "day": long_date(given.day), "digest": given.digest}
    _write(project, store, year, Edit(("numbered", len(numbered)), entry))


def _same(one: Numbered, other: Numbered) -> bool:
    return (one.paper, one.number, one.day) == (other.paper, other.number, other.day)


def file_scan(project: Path, store: Store, award_round: AwardRound, paper: PaperKey, value: bytes) -> str:
    """Keep the scan of a signed paper beside the record, and return its path from the project folder.

    A scan that was filed before stays under its name. Raises `ProblemsFound` for what is no scan, and for a paper
    without number and day.
    """
    ending = next((each for begins, each in SCANS.items() if value.startswith(begins)), None)
    if ending is None or len(value) > LARGEST:
        raise ProblemsFound((_no_scan(),))
    if refused := scans.refused(value):
        raise ProblemsFound((Problem("SCAN", 0, 0, "", refused.message, refused.fix),))
    year, numbered = award_round.programme.year, award_round.programme.papers.numbered
    found = [n for n, each in enumerate(numbered) if each.paper == paper]
    if not found:
        raise ProblemsFound((_not_numbered(year, paper),))
    name = f"{FOLDER}/{paper}-{hashlib.sha256(value).hexdigest()[:8]}{ending}"
    file = project / WINNERS / str(year) / name
    before = file.read_bytes() if file.is_file() else None
    replace(file, value)
    try:
        _write(project, store, year, Edit(("numbered", found[-1], "scan"), name))
    except ProblemsFound:
        restore(file, before)
        raise
    return f"{WINNERS}/{year}/{name}"


def _write(project: Path, store: Store, year: int, edit: Edit) -> None:
    file = project / WINNERS / str(year) / PAPERS
    before = file.read_bytes() if file.is_file() else None
    if before is None:
        replace(file, HEADER.encode())
    try:
        written = amend({file: [edit]}, lambda: read(project, store))
    except ProblemsFound:
        restore(file, before)
        raise
    if written is None:
        restore(file, before)
        raise ProblemsFound((_by_hand(year),))


def _by_hand(year: int) -> Problem:
    return Problem(
        f"{WINNERS}/{year}/{PAPERS}",
        0,
        0,
        "numbered",
        Text("โปรแกรมเขียนเลขที่ลงในไฟล์นี้ไม่ได้", "the number cannot be written into this file"),
        Text("เขียนเพิ่มเองใต้ numbered ตามตัวอย่างในไฟล์", "add it by hand under numbered, as the file shows"),
    )


def _no_scan() -> Problem:
    return Problem(
        "SCAN",
        0,
        0,
        "",
        Text("ไม่ใช่ไฟล์สแกน PDF JPG หรือ PNG ที่ไม่เกิน 40 เมกะไบต์", "this is no PDF, JPG or PNG of at most 40 MB"),
        Text("สแกนเป็น PDF แล้วสั่งใหม่", "scan it as PDF, then run again"),
    )


def _not_numbered(year: int, paper: PaperKey) -> Problem:
    return Problem(
        f"{WINNERS}/{year}/{PAPERS}",
        0,
        0,
        "numbered",
        Text(f"{PAPER_NAMES[paper]}ยังไม่มีเลขที่และวันที่", f"{paper} has no number and day yet"),
        Text(
            f"สั่ง tonbaep freeze --paper {paper} --day วันที่ลงนาม ก่อน",
            f"run tonbaep freeze --paper {paper} --day DAY first",
        ),
    )


def no_first_number(paper: PaperKey, year: int) -> Problem:
    """Return what to do where nobody knows which number comes next."""
    return Problem(
        "--number",
        0,
        0,
        "",
        Text(
            f"ยังไม่รู้เลขทะเบียนล่าสุดของปี {year} จึงออกเลขให้{PAPER_NAMES[paper]}เองไม่ได้",
            f"nobody has said yet which numbers of {year} the register has, so {paper} cannot be given one",
        ),
        Text(
            f"ดูทะเบียนของหน่วยงาน แล้วสั่ง tonbaep freeze --paper {paper} --number เลข",
            f"look into the office's register, then run tonbaep freeze --paper {paper} --number N",
        ),
    )
