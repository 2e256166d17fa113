"""Freezes a result: each winner gets a certificate number and a random token, written once and never changed."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

from generator.disk.keeping import replace, restore
from generator.problems import ProblemsFound
from generator.reading import read
from generator.reading.folder import CERTIFICATES, WINNERS

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Winner
    from generator.store import Store

ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
LETTERS = 20
"""Twenty letters out of 32 make a hundred bits: nobody finds a certificate by guessing addresses."""

HEADER = """\
# โปรแกรมเขียนไฟล์นี้เมื่อสั่ง tonbaep freeze เก็บไว้กับข้อมูลของรอบ อย่าลบและอย่าแก้ เลขที่และรหัสพิมพ์อยู่บนประกาศเกียรติคุณแล้ว
# number  เลขที่ประกาศเกียรติคุณ    token  รหัสท้ายที่อยู่หน้าตรวจสอบ สุ่มขึ้น ไม่ได้มาจากชื่อหรือข้อมูลของใคร
certificates:
"""


def freeze(project: Path, store: Store, year: int | None) -> list[tuple[int, int]]:
    """Give every winner without a certificate a number and a token; return each round's year and how many it gave.

    Numbers continue after the highest ever given, in the order of categories and places; a winner who is not public
    gets none. Raises `ProblemsFound` for faulty records; then nothing is written.
    """
    records = read(project, store)
    counts = []
    for award_round in records.rounds:
        waiting = [
            winner for winner in award_round.in_order if winner.certificate is None and winner.suppressed is None
        ]
        if waiting and year in {None, award_round.programme.year}:
            _write(project, store, award_round.programme.year, waiting)
            counts.append((award_round.programme.year, len(waiting)))
    return counts


def _write(project: Path, store: Store, year: int, waiting: list[Winner]) -> None:
    """Add the items to the year's file, and take them back if the file cannot be read any more."""
    file = project / WINNERS / str(year) / CERTIFICATES
    before = file.read_bytes() if file.is_file() else None
    text = HEADER if before is None else before.decode("utf-8-sig").rstrip() + "\n"
    highest = max((int(number) for number in re.findall(r"^ +(?:- )?number: *(\d+)", text, re.MULTILINE)), default=0)
    for number, winner in enumerate(waiting, highest + 1):
        token = "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))
        text += f"  - winner: {winner.id}\n    number: {number}\n    token: {token}\n"
    replace(file, text.encode())
    try:
        read(project, store)
    except ProblemsFound:
        restore(file, before)
        raise
