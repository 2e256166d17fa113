"""Read the records and say whether they are valid; write nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.command import Command, Example, Option
from generator.cli.project import trusted_now, workshop_of
from generator.cli.reporting import say_ahead, say_readings
from generator.problems import Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal


def _check(options: argparse.Namespace, terminal: Terminal) -> None:
    """Read the records and say that they are valid; raises `ProblemsFound` with everything that is wrong."""
    from generator.disclosure import ahead_of, overdue, resting
    from generator.model import counted
    from generator.papers.official.standing import changed, unkept
    from generator.reading import read_all
    from generator.store import Store

    workshop = workshop_of(options)
    moment = trusted_now(workshop)
    records = read_all(workshop.project, Store(workshop.photos, workshop.own), moment.date())
    terminal.problems((*records.warnings, *overdue(records, moment), *changed(records, moment), *unkept(records)))
    names = [winner.name for award_round in records.rounds for winner in award_round.winners]
    terminal.say(
        Text(
            f"ข้อมูลถูกต้อง: {len(records.rounds)} รอบ ผู้ได้รับการคัดเลือก {counted(names)}",
            f"No errors in the records: {len(records.rounds)} round(s), {len(names)} winner(s)",
        )
    )
    say_readings(records, terminal, every=options.readings)
    asleep = resting(records, moment)
    ahead = [
        ahead_of(records.organisation, each, moment, rests=each.programme.year in asleep).as_json(named=True)
        for each in records.rounds
    ]
    say_ahead(ahead, terminal, every=True)


COMMAND = Command(
    "check",
    Text("ตรวจข้อมูลโดยไม่สร้างไฟล์", "check the records without writing any files"),
    options=(
        Option(
            "--readings",
            Text(
                "แสดงคำอ่านชื่อของทุกคนทุกปี (ไม่ใส่ = เฉพาะที่ต้องดูของปีล่าสุด)", "show how every name of every year is read aloud"
            ),
            is_switch=True,
        ),
    ),
    run=_check,
    examples=(Example("check", "ตรวจข้อมูลอย่างเดียว ไม่สร้างอะไร"),),
)
