"""Take a filled-in workbook back into the records: shown first, asked, and only then written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.command import Command, Example, Option
from generator.cli.options import YEAR
from generator.cli.project import WAITING, now, workshop_of, year_of
from generator.cli.values import WrongUsage
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal
    from generator.workbook.exchange import Answer


_SAVE = Text("\nบันทึกลงข้อมูลไหม", "\nSave this?")


def _excel_in(options: argparse.Namespace, terminal: Terminal) -> None:
    """Show what a workbook changes and write it once somebody agrees; one with faults comes back as a marked copy."""
    from generator.amending.held import Held
    from generator.amending.save import Refused, Stale
    from generator.workbook.exchange import Exchange, unreadable
    from generator.workbook.wording import Unreadable

    workshop = workshop_of(options)
    file = _file(options.file)
    exchange = Exchange(Held(workshop, now), year_of(options, workshop))
    try:
        answer = exchange.back(_bytes(file), file.name)
    except Unreadable as fault:
        raise unreadable(str(options.file), fault.saying) from None
    _show(answer, terminal)
    if answer.problems:
        _give_back(answer, file, terminal)
        return
    is_written = bool(answer.shown) and (options.yes or terminal.agree(_SAVE))
    if is_written:
        with workshop.locked(lambda: terminal.say(WAITING)):
            try:
                exchange.put(answer)
            except Stale:
                raise ProblemsFound([_changed_meanwhile(str(options.file))]) from None
            except Refused as refused:
                raise ProblemsFound(refused.problems) from None
        terminal.say(Text("บันทึกแล้ว", "Saved"))
    elif answer.shown:
        terminal.say(Text("ยังไม่ได้บันทึก ถ้าถูกต้องแล้วสั่งอีกครั้งโดยเติม --yes", "Not saved. Run it again with --yes to save"))
        terminal.fell_short = True
    changed = [{"file": each.name, "lines": [line.mark + line.text for line in each.lines]} for each in answer.shown]
    notes = [note._asdict() for note in answer.notes]
    terminal.value({"changed": changed, "notes": notes, "saved": is_written})


def _file(given: Path | None) -> Path:
    if given is None:
        raise WrongUsage(
            Text("ยังไม่ได้บอกไฟล์ Excel", "No workbook given"),
            Text("เขียนเช่น tonbaep excel in ข้อมูล.xlsx", "Use e.g. tonbaep excel in records.xlsx"),
            "FILE",
        )
    return given.resolve()


def _bytes(file: Path) -> bytes:
    """Return what is in the file, no more than a workbook may have and a byte that gives it away."""
    from generator.workbook.looking import LARGEST

    if not file.is_file():
        raise WrongUsage(
            Text(f"ไม่พบไฟล์ {file.name}", f"There is no file {file.name}"),
            Text("ตรวจชื่อและโฟลเดอร์ของไฟล์", "Check its name and folder"),
            "FILE",
        )
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)


def _show(answer: Answer, terminal: Terminal) -> None:
    """Say what is worth knowing, and every line that would change."""
    for note in answer.notes:
        terminal.say(note)
    for each in answer.shown:
        lines = "\n".join(f"{line.mark} {line.text}".rstrip() for line in each.lines)
        terminal.say(
            Text(f"\n{each.name}: แก้ {each.many} บรรทัด\n{lines}", f"\n{each.name}: {each.many} line(s)\n{lines}")
        )
    if not answer.shown and not answer.problems:
        terminal.say(Text("ไม่มีอะไรเปลี่ยน", "Nothing changes"))


def _give_back(answer: Answer, file: Path, terminal: Terminal) -> None:
    """Put the marked copy beside the workbook, and say where it is."""
    from generator.amending.save import keep
    from generator.workbook.exchange import marked_name

    copy = keep(file.parent, marked_name(file.stem), ".xlsx", answer.marked)
    count = len(answer.problems)
    terminal.problems(
        answer.problems,
        Text(
            f"พบจุดที่ต้องแก้ {count} จุด ข้อมูลยังคงเดิม แก้ช่องสีแดงใน “{copy.name}” แล้วสั่ง tonbaep excel in กับไฟล์นั้น",
            f"{count} problem(s) to fix. The records are unchanged: mend the red cells of “{copy.name}”",
        ),
    )
    terminal.fell_short = True


def _changed_meanwhile(name: str) -> Problem:
    return Problem(
        name,
        0,
        0,
        "",
        Text("ข้อมูลถูกแก้จากที่อื่นระหว่างที่ถาม จึงไม่ได้บันทึก", "the records were changed meanwhile: nothing is saved"),
        Text("สั่งอีกครั้ง แล้วดูสิ่งที่จะเปลี่ยนใหม่", "run it again and look at what would change"),
    )


COMMAND = Command(
    "excel in",
    Text("นำไฟล์ Excel ที่กรอกแล้วเข้าข้อมูล เห็นก่อนบันทึก", "take a filled-in workbook back, shown before it is saved"),
    options=(
        Option("file", Text("ไฟล์ Excel ที่กรอกแล้ว", "the workbook"), Path, "FILE", nargs="?"),
        Option("--yes", Text("บันทึกโดยไม่ต้องถาม", "save without asking"), is_switch=True),
        YEAR,
    ),
    run=_excel_in,
    examples=(
        Example(
            "excel in ข้อมูล.xlsx",
            "ไฟล์ Excel ที่กรอกแล้วกลับเข้าข้อมูล: เห็นทุกบรรทัดที่จะเปลี่ยนก่อน แล้วโปรแกรมถามก่อนบันทึก วางชื่อทั้งชื่อจาก Word ในช่องเดียวได้ "
            "มีที่ผิดได้ไฟล์ `… ต้องแก้.xlsx` ที่ระบายสีช่องและบอกวิธีแก้ในช่องนั้น",
        ),
    ),
    about=Text(
        "อ่านไฟล์ Excel จาก tonbaep excel out แสดงทุกบรรทัดที่จะเปลี่ยน ถาม แล้วบันทึก มีที่ผิดช่องเดียวก็ยังไม่บันทึก",
        "read a workbook of tonbaep excel out, show every line that changes, ask, and save; a faulty one saves nothing",
    ),
)
