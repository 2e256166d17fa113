"""Have a machine speak scripts, to hear how long they are."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from generator.cli.command import Command, Example, Option
from generator.cli.options import AS_OF_SCRIPT, YEAR
from generator.cli.project import WAITING, known_year, moment_of, workshop_of
from generator.cli.values import WrongUsage
from generator.problems import Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal


def _rehearse(options: argparse.Namespace, terminal: Terminal) -> None:
    """Have the office's own program speak scripts, and say how long each takes."""
    from generator.dispatch.rehearse import rehearse as speak
    from generator.reading import read
    from generator.store import Store

    if not options.script:
        raise WrongUsage(
            Text("ยังไม่ได้บอกว่าซ้อมบทใด", "No script given"),
            Text("เขียนเช่น tonbaep rehearse --script result-m1-60", "Use --script result-m1-60"),
            "--script",
        )
    workshop = workshop_of(options)
    moment = moment_of(options, workshop)
    known_year(options, workshop)
    with workshop.locked(lambda: terminal.say(WAITING)):
        records = read(workshop.project, Store(workshop.photos, workshop.own))
        takes = speak(workshop, records, moment, options.script, options.year)
    for take in takes:
        terminal.say(
            Text(
                f"{take.path}: เครื่องอ่าน {take.seconds} จากเวลา {take.slot} วินาที ใช้ฟังซ้อมเท่านั้น ห้ามออกอากาศ",
                f"{take.path}: {take.seconds} of {take.slot} seconds, read by machine. "
                "For rehearsal only, not for broadcast",
            )
        )
    terminal.value({"rehearsed": [asdict(take) for take in takes]})


COMMAND = Command(
    "rehearse",
    Text("ให้เครื่องอ่านบทให้ฟังก่อนคนอ่านจริง", "have a script read by a speech program to hear how long it takes"),
    options=(
        Option(
            "--script", Text("บทที่จะซ้อม หนึ่งบทหรือหลายบท", "scripts to rehearse"), nargs="+", default=(), metavar="KEY"
        ),
        AS_OF_SCRIPT,
        YEAR,
    ),
    run=_rehearse,
    examples=(
        Example(
            "rehearse --script result-m1-60",
            "ให้โปรแกรมอ่านออกเสียงที่ระบุในช่อง `rehearsal_voice` ของ `organisation.yaml` อ่านให้ฟังก่อน ใช้ซ้อมเท่านั้น ไม่ขึ้นเว็บไซต์",
        ),
    ),
)
