"""Keep the scan of a signed paper beside the record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import values
from generator.cli.command import Command, Example, Option
from generator.cli.options import YEAR
from generator.cli.project import WAITING, workshop_of, year_of
from generator.cli.values import WrongUsage
from generator.problems import Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal


def _file(options: argparse.Namespace, terminal: Terminal) -> None:
    """File a scan under its paper, and say where it is."""
    from generator.amending.numbering import file_scan
    from generator.reading import read
    from generator.store import Store

    if options.scan is None or options.paper is None or not options.scan.is_file():
        raise _needed(options.scan)
    workshop = workshop_of(options)
    year = year_of(options, workshop)
    with workshop.locked(lambda: terminal.say(WAITING)):
        store = Store(workshop.photos, workshop.own)
        records = read(workshop.project, store)
        award_round = next(each for each in records.rounds if each.programme.year == year)
        path = file_scan(workshop.project, store, award_round, options.paper, options.scan.read_bytes())
    terminal.say(Text(f"เก็บสแกนไว้ที่ {path} แล้ว", f"the scan is kept as {path}"))
    terminal.value({"paper": options.paper, "scan": path})


def _needed(scan: Path | None) -> WrongUsage:
    missing = scan is not None and not scan.is_file()
    return WrongUsage(
        Text(f"ไม่พบไฟล์ {scan}", f"there is no file {scan}")
        if missing
        else Text("ยังไม่ได้บอกไฟล์สแกน หรือว่าเป็นเอกสารใด", "the scan, or which paper it is, is missing"),
        Text("เขียน เช่น tonbaep file สแกน.pdf --paper order", "e.g. tonbaep file scan.pdf --paper order"),
        "SCAN",
    )


COMMAND = Command(
    "file",
    Text("เก็บสแกนเอกสารที่ลงนามแล้วไว้กับข้อมูล", "keep the scan of a signed paper beside the record"),
    options=(
        Option("scan", Text("ไฟล์สแกน PDF JPG หรือ PNG", "the scan: PDF, JPG or PNG"), Path, "SCAN", nargs="?"),
        Option("--paper", Text("เป็นเอกสารใด", "which paper it is"), values.paper, "NAME"),
        YEAR,
    ),
    run=_file,
    examples=(
        Example(
            "file สแกน.pdf --paper order",
            "เก็บสำเนาที่ลงนามแล้วไว้ใน `winners/2566/papers/` รายงานผลการดำเนินโครงการจะบอกว่ามีสำเนาแล้ว "
            "ขึ้นเว็บไซต์เฉพาะประกาศที่เขียน `on_site: ใช่` ไว้",
        ),
    ),
)
