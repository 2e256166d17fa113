"""Import the citizens' answers: what each column is and what is counted is shown first, asked, and only then kept."""

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
    from generator.model import Records
    from generator.problems import Problem
    from generator.reading.schema import SurveyCounts
    from generator.survey.counting import Counted
    from generator.survey.importing import Ready

_TAKE = Text(
    "แก้ความพึงพอใจของปีนี้และของแต่ละคน กับจำนวนคำตอบของแต่ละช่องทาง ให้ตรงกับที่นับได้ไหม",
    "Make the figures that were typed by hand those counted?",
)
_ROLES = {
    "ข้อคำถาม": Text("ข้อคำถาม", "question"),
    "กอง": Text("กอง", "division"),
    "งานบริการ": Text("งานบริการ", "service"),
    "ผู้ให้บริการ": Text("ผู้ให้บริการ", "who served"),
    "ช่องทาง": Text("ช่องทาง", "channel"),
    "ที่": Text("ที่ (หมู่หรือสถานที่)", "place"),
    "เวลา": Text("เวลา", "time"),
    "ไม่ใช้": Text("ไม่ใช้", "not used"),
}
"""What a column is, as the record writes it, with what is not plain from the word."""
_SPELLINGS = 20
"""Spellings of names that somebody is asked about."""
_NEAR = 2
"""Who may be meant by each: two may have one first name."""


def _import_survey(options: argparse.Namespace, terminal: Terminal) -> None:
    """Show what a file of answers says and what it counts to, and keep that once somebody agrees."""
    from generator.amending import import_survey
    from generator.reading import read
    from generator.store import Store
    from generator.survey import importing, telling

    workshop = workshop_of(options)
    file = _file(options.file)
    year = year_of(options, workshop)
    store = Store(workshop.photos, workshop.own)
    records = read(workshop.project, store, recount=True)
    award_round = next(each for each in records.rounds if each.programme.year == year)
    wanted = importing.Wanted(options.people, options.dates)
    before = import_survey.kept(workshop.project, year)
    found = importing.ready(file, str(options.file), records.organisation, award_round, before, wanted)
    _show_columns(found, terminal)
    counted = importing.counted(found)
    said = {} if options.yes else _whom(found, counted, terminal)
    if said:
        found = importing.with_names(found, said)
        counted = importing.counted(found)
    _show_counted(found, counted, terminal)
    if before and before.digest != found.digest:
        _show_replaced(before, terminal)
    if not (options.yes or terminal.agree(Text("\nเก็บตัวเลขเหล่านี้ไหม", "\nKeep these figures?"))):
        terminal.say(Text("ยังไม่ได้เก็บ ถ้าถูกต้องแล้วสั่งอีกครั้งโดยเติม --yes", "Not kept. Run it again with --yes to keep them"))
        terminal.fell_short = True
        terminal.value(telling.value(found, counted, kept=False))
        return
    with workshop.locked(lambda: terminal.say(WAITING)):
        after = import_survey.keep(workshop.project, store, year, importing.text(found, counted))
        _close(after.warnings if after else None, year, terminal)
        if after:
            _count_anew(after, year, terminal)
        edits = import_survey.differing(workshop.project, year)
        if edits and (options.take or (not options.yes and terminal.agree(_TAKE))):
            import_survey.take_over(workshop.project, store, edits)
            names = ", ".join(file.name for file in edits)
            terminal.say(Text(f"แก้ตัวเลขใน {names} ให้ตรงกับที่นับได้แล้ว", f"{names}: the figures are those counted"))
    terminal.value(telling.value(found, counted, kept=True))


def _file(given: Path | None) -> Path:
    example = "tonbaep import survey คำตอบ.csv --year 2566"
    if given is None:
        raise WrongUsage(
            Text("ยังไม่ได้บอกไฟล์คำตอบ", "No file of answers given"), Text(f"เขียนเช่น {example}", f"Use {example}"), "FILE"
        )
    if not given.is_file():
        raise WrongUsage(
            Text(f"ไม่พบไฟล์ {given}", f"There is no file {given}"),
            Text('ตรวจที่อยู่และชื่อไฟล์ ชื่อที่มีเว้นวรรคต้องครอบด้วย " "', 'Check its name; one with spaces is in " "'),
            "FILE",
        )
    return given.resolve()


def _show_columns(found: Ready, terminal: Terminal) -> None:
    """Say which program wrote the file, and what each column is taken for."""
    name = found.known.source.name
    terminal.say(Text(f"ไฟล์จาก {name}", f"a file of {name}"))
    for note in found.table.notes:
        terminal.say(note)
    for column in found.columns.columns:
        said = tuple(filter(None, (column.aspect, column.item if column.item != column.heading else "")))
        role = _ROLES.get(column.role, Text(column.role, column.role))
        front = f"  {column.place + 1}. {column.heading} → "
        terminal.say(Text(front + " / ".join((role.th, *said)), front + " / ".join((role.en, *said))))
    used = {column.place for column in found.columns.columns if column.role != "ไม่ใช้"}
    unused = [head.strip() for place, head in enumerate(found.table.heads) if head.strip() and place not in used]
    if unused:
        terminal.say(Text(f"  ไม่ใช้: {', '.join(unused)}", f"  not used: {', '.join(unused)}"))


def _show_replaced(before: SurveyCounts, terminal: Terminal) -> None:
    """Say that what was counted from another file goes: two files of answers are never added up."""
    terminal.say(
        Text(
            f"\nมีตัวเลขจากไฟล์ก่อนเก็บไว้ ({before.source} นับ {before.counted:,}) ไฟล์นี้จะแทนทั้งหมด ไม่บวกกัน "
            "ถ้ามีคำตอบหลายไฟล์ วางแถวต่อกันในไฟล์เดียวก่อนนำเข้า",
            f"\nfigures of another file are kept ({before.source}, {before.counted:,} counted): this one takes its "
            "place, nothing is added up. Put the rows of several files into one first",
        )
    )


def _whom(found: Ready, counted: Counted, terminal: Terminal) -> dict[str, str]:
    """Ask whom a spelling means that is nearly somebody's name; nobody is guessed."""
    said: dict[str, str] = {}
    for written, many in counted.unknown.most_common(_SPELLINGS):
        for person in found.names.near(written)[:_NEAR]:
            name = f"{person.first} {person.last}".strip()
            question = Text(
                f"“{written}” ({many} คำตอบ) คือ {name} ใช่ไหม", f"“{written}” ({many} replies): is this {name}?"
            )
            if terminal.agree(question):
                said[written] = person.id
                break
    return said


def _show_counted(found: Ready, counted: Counted, terminal: Terminal) -> None:
    """Say of every row whether it counts, and what came of it."""
    from generator.survey import telling

    for line in telling.lines(found, counted):
        terminal.say(line)
    if not terminal.as_json:
        terminal.told(counted.told)


def _close(warnings: tuple[Problem, ...] | None, year: int, terminal: Terminal) -> None:
    """Say where the figures are, and where others were typed by hand."""
    from generator.reading.folder import SURVEY, WINNERS

    if warnings is None:
        terminal.say(Text("ตัวเลขเหล่านี้เก็บไว้แล้ว ไม่มีอะไรเปลี่ยน", "These figures are kept already: nothing changes"))
        return
    name = f"{WINNERS}/{year}/{SURVEY}"
    terminal.say(Text(f"เก็บตัวเลขไว้ใน {name} แล้ว", f"The figures are kept in {name}"))
    terminal.told([each for each in warnings if SURVEY in each.message.th and f"/{year}/" in each.file])


def _count_anew(records: Records, year: int, terminal: Terminal) -> None:
    """Say that a result was counted from other figures, where one is kept."""
    from generator.amending.keep_tally import stands

    award_round = next(each for each in records.rounds if each.programme.year == year)
    selection = award_round.selection
    if selection and selection.verdict and not stands(award_round, selection):
        terminal.say(
            Text(
                'ผลการคัดเลือกที่เก็บไว้นับจากตัวเลขเดิม สั่ง tonbaep tally --reason "เหตุผล" เพื่อนับใหม่',
                'the result that is kept was counted from other figures: run tonbaep tally --reason "…"',
            )
        )
        terminal.fell_short = True


COMMAND = Command(
    "import survey",
    Text("นำคำตอบแบบประเมินเข้าระบบ เห็นก่อนเก็บ", "import the survey's answers, shown before they are kept"),
    options=(
        Option("file", Text("ไฟล์คำตอบ CSV หรือ XLSX", "a CSV or XLSX file of answers"), Path, "FILE", nargs="?"),
        Option("--yes", Text("เก็บโดยไม่ต้องถาม", "keep without asking"), is_switch=True),
        Option(
            "--take",
            Text(
                "แก้ความพึงพอใจและจำนวนคำตอบใน round.yaml และ winners.yaml ให้ตรงด้วย",
                "write the figures over those typed by hand",
            ),
            is_switch=True,
        ),
        Option(
            "--dates",
            Text("วันที่ในไฟล์เขียนวันก่อน (d/m) หรือเดือนก่อน (m/d)", "whether the day or the month stands first"),
            values.dates,
            "{d/m,m/d}",
        ),
        Option("--people", Text("ผู้รับบริการทั้งหมดกี่คน", "how many people were served"), values.people, "N"),
        YEAR,
    ),
    run=_import_survey,
    examples=(
        Example(
            "import survey คำตอบ.csv",
            "คำตอบจาก Google Forms, Microsoft Forms, LimeSurvey, KoboToolbox หรือตารางที่พิมพ์เอง (CSV, XLSX) "
            "เป็นค่าเฉลี่ย S.D. ร้อยละ และระดับของทุกข้อ ทุกแถวบอกว่านับหรือไม่เพราะอะไร เก็บเฉพาะตัวเลขใน `winners/2566/survey.yaml` "
            "แยกตามกอง งานบริการ คน ช่องทาง และหมู่ ตัวเลขที่พิมพ์เองไม่ตรง `tonbaep check` จะเตือน "
            "เติม `--take` ให้โปรแกรมแก้ให้ตรง",
        ),
    ),
    about=Text(
        "อ่านไฟล์คำตอบแบบประเมิน บอกว่าแต่ละคอลัมน์คืออะไร นับอะไรและไม่นับอะไร ถาม แล้วเก็บเฉพาะตัวเลข ไม่เก็บคำตอบของใคร",
        "read a file of answers, say what each column is and what counts, ask, and keep the figures alone",
    ),
)
