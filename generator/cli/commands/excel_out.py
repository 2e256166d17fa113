"""Write the records of a year as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.command import Command, Example, Option
from generator.cli.options import YEAR
from generator.cli.project import now, workshop_of, year_of
from generator.cli.values import WrongUsage
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal
    from generator.disk.swap import Workshop


def _excel_out(options: argparse.Namespace, terminal: Terminal) -> None:
    """Write the workbook where nothing stands yet, and say how it comes back."""
    from generator.amending.held import Held
    from generator.amending.save import put_new
    from generator.workbook.exchange import Exchange

    workshop = workshop_of(options)
    year, file = year_of(options, workshop), _file(options.file, workshop)
    if not put_new(file, Exchange(Held(workshop, now), year).out()):
        raise ProblemsFound([_there_already(str(options.file))])
    terminal.say(
        Text(
            f"เขียนข้อมูลปี {year} ลงใน {file} แล้ว ในไฟล์มีชื่อที่อาจยังไม่ประกาศ อย่าส่งต่อ\n"
            f'แก้เสร็จแล้วสั่ง tonbaep excel in "{options.file}"',
            f"The records of {year} are in {file}. It may name people before their result: keep it to yourself.\n"
            f'When it is filled in: tonbaep excel in "{options.file}"',
        )
    )
    terminal.value({"file": str(file), "year": year})


def _file(given: Path | None, workshop: Workshop) -> Path:
    """Return where to write; raises `WrongUsage` where Excel would not open it or everybody could read it."""
    if given is None or given.suffix.lower() != ".xlsx":
        raise WrongUsage(
            Text("ยังไม่ได้บอกชื่อไฟล์ที่ลงท้ายด้วย .xlsx", "No file name that ends in .xlsx"),
            Text("เขียนเช่น tonbaep excel out ข้อมูล.xlsx", "Use e.g. tonbaep excel out records.xlsx"),
            "FILE",
        )
    file = given.resolve()
    if any(file.is_relative_to((workshop.project / each).resolve()) for each in ("site", "build", "winners")):
        raise WrongUsage(
            Text(
                "ไฟล์นี้มีชื่อที่อาจยังไม่ประกาศ จึงไม่วางในโฟลเดอร์ site, build หรือ winners",
                "The file may name people before their result, so it does not go into site, build or winners",
            ),
            Text("วางไว้ในโฟลเดอร์อื่น", "Put it into another folder"),
            "FILE",
        )
    return file


def _there_already(name: str) -> Problem:
    return Problem(
        name,
        0,
        0,
        "",
        Text(
            "มีไฟล์ชื่อนี้อยู่แล้ว อาจมีสิ่งที่กรอกไว้ จึงไม่เขียนทับ",
            "such a file is there already and is not overwritten",
        ),
        Text("ใช้ชื่ออื่น หรือย้ายไฟล์เดิมไปก่อน", "use another name, or move that file away"),
    )


COMMAND = Command(
    "excel out",
    Text("เขียนข้อมูลลงไฟล์ Excel ให้กรอก", "write the records into a workbook to fill in"),
    options=(
        Option("file", Text("ไฟล์ที่จะเขียน ลงท้าย .xlsx", "the file to write, ending in .xlsx"), Path, "FILE", nargs="?"),
        YEAR,
    ),
    run=_excel_out,
    examples=(
        Example(
            "excel out ข้อมูล.xlsx",
            "ข้อมูลปีล่าสุดเป็นไฟล์ Excel ไฟล์เดียว: คน หมู่บ้าน คำตอบ และผลลัพธ์ ชี้หัวคอลัมน์บอกว่าเขียนอะไร ช่องที่มีคำให้เลือกมีลูกศร",
        ),
    ),
    about=Text(
        "เขียนคน หมู่บ้าน คำตอบ และผลลัพธ์ของปีหนึ่งลงไฟล์ Excel แล้วนำกลับด้วย tonbaep excel in",
        "write people, villages, replies and outcomes of a year into a workbook; tonbaep excel in takes it back",
    ),
)
