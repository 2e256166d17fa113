"""Give certificates their numbers and tokens, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.command import Command, Example
from generator.cli.options import YEAR
from generator.cli.project import WAITING, workshop_of
from generator.problems import Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal


def _freeze(options: argparse.Namespace, terminal: Terminal) -> None:
    """Give each winner without one a certificate number and a token, and say how many were given."""
    from generator.amending.freeze import freeze as give
    from generator.store import Store

    workshop = workshop_of(options)
    with workshop.locked(lambda: terminal.say(WAITING)):
        counts = give(workshop.project, Store(workshop.photos), options.year)
    for year, count in counts:
        terminal.say(
            Text(
                f"ปี {year}: ออกเลขที่และรหัสตรวจสอบประกาศเกียรติคุณ {count} ฉบับ เก็บใน winners/{year}/certificates.yaml",
                f"{year}: {count} certificate number(s) and token(s) written to winners/{year}/certificates.yaml",
            )
        )
    if not counts:
        terminal.say(Text("ทุกคนมีเลขที่แล้ว ไม่ได้เปลี่ยนอะไร", "everybody has a number; nothing was changed"))
    terminal.value({"given": [list(pair) for pair in counts]})


COMMAND = Command(
    "freeze",
    Text("ออกเลขที่และรหัสตรวจสอบประกาศเกียรติคุณ", "give certificates their numbers and tokens"),
    options=(YEAR,),
    run=_freeze,
    examples=(
        Example(
            "freeze",
            "เมื่อผลนิ่งแล้ว ออกเลขที่และรหัสตรวจสอบประกาศเกียรติคุณ เก็บใน `certificates.yaml` ของปีนั้น สั่งซ้ำได้ ของเดิมไม่เปลี่ยน",
        ),
    ),
)
