"""Make the book that is signed before anything is published."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from generator.cli.command import Command, Example
from generator.cli.options import YEAR, as_of
from generator.cli.project import WAITING, known_year, workshop_of
from generator.problems import Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal


def _proof(options: argparse.Namespace, terminal: Terminal) -> None:
    """Make the proof book of each year, or of one, and say its digest."""
    from generator.amending.proof import proof as make
    from generator.reading import read
    from generator.site.engine import Engine
    from generator.store import Store

    workshop = workshop_of(options)
    known_year(options, workshop)
    with (
        workshop.locked(lambda: terminal.say(WAITING)),
        Engine(workshop.compiled) as engine,
        terminal.progress() as progress,
    ):
        records = read(workshop.project, Store(workshop.photos, workshop.own))
        books = make(workshop, records, options.year, options.as_of, engine, progress)
    for book in books:
        terminal.say(
            Text(
                f"ปี {book.year}: ฉบับตรวจ {book.pages} หน้า แสดง {book.files} ไฟล์ อยู่ที่ {book.path}\n"
                f"รหัสชุดไฟล์นี้: {book.digest}\n"
                f"ผู้ลงนามอ่านทุกหน้า หนึ่งคนหนึ่งหน้า แล้วจึงเป็นแผ่นอื่น\n"
                f"ลงนามแล้วใส่รหัสชุดไฟล์ในช่อง proof.digest ของ winners/{book.year}/round.yaml",
                f"{book.year}: proof book with {book.pages} pages and {book.files} files in {book.path}\n"
                f"digest of these files: {book.digest}\n"
                f"signers read all of it: a page for each person, then every other sheet once\n"
                f"once signed, enter the digest as proof.digest in winners/{book.year}/round.yaml",
            )
        )
    terminal.value({"proofs": [asdict(book) for book in books]})


COMMAND = Command(
    "proof",
    Text("ทำฉบับตรวจให้ผู้บริหารลงนามก่อนเผยแพร่", "make the proof book to be signed before publication"),
    options=(
        as_of(
            Text(
                "แสดงไฟล์อย่างที่จะเผยแพร่ ณ เวลานี้ โดย site และ build ไม่เปลี่ยน (ไม่ใส่ = ไฟล์ที่สร้างไว้แล้ว)",
                "show the files as they will be at that time; site and build do not change (default: what was built)",
            )
        ),
        YEAR,
    ),
    run=_proof,
    examples=(
        Example(
            "proof",
            "ทำฉบับตรวจจากไฟล์ที่สร้างแล้ว ให้ลงนามก่อนเผยแพร่ แล้วใส่รหัสชุดไฟล์จากหน้าปกในช่อง `proof.digest` ของ "
            "`round.yaml` จากนั้นทุกครั้งที่สร้าง โปรแกรมจะบอกว่าไฟล์ตรงกับฉบับที่ลงนามหรือไม่ และไฟล์ไหนต่าง "
            'จะลงนามก่อนวันประกาศ ให้สั่ง `tonbaep proof --as-of "21 เมษายน 2566 เวลา 09.00 น."` (เวลาประกาศ) '
            "ฉบับตรวจจะแสดงไฟล์อย่างที่จะเผยแพร่ โดยไม่มีอะไรออกไปใน `site` และ `build/print`",
        ),
    ),
)
