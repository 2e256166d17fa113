"""Put what was built into one ZIP for each helper, with what is to be taken down and printed anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.command import Command, Example
from generator.cli.project import WAITING, trusted_now, workshop_of
from generator.problems import Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal


def _pack(options: argparse.Namespace, terminal: Terminal) -> None:
    """Put what was built into one ZIP for each helper, and say where they are."""
    from generator.amending.pack import pack as put
    from generator.reading import read
    from generator.store import Store

    workshop = workshop_of(options)
    moment = trusted_now(workshop)
    with workshop.locked(lambda: terminal.say(WAITING)):
        names, warnings = put(workshop, read(workshop.project, Store(workshop.photos, workshop.own)), moment)
    if not terminal.as_json:
        terminal.problems(warnings)
    terminal.say(Text("รวมเป็นชุดแล้ว:\n  " + "\n  ".join(names), "packed:\n  " + "\n  ".join(names)))
    terminal.value({"packs": names, "warnings": [warning.as_json() for warning in warnings]})


COMMAND = Command(
    "pack",
    Text("รวมไฟล์เป็นชุด ZIP ให้ผู้ช่วยแต่ละคน", "one ZIP for each helper"),
    options=(),
    run=_pack,
    examples=(
        Example(
            "pack",
            "รวมไฟล์ที่สร้างแล้วเป็นชุด ZIP ใน `build/packs/` ชุดละหนึ่งผู้ช่วย (เว็บไซต์ ป้ายประกาศ ร้านพิมพ์ "
            "เสียงตามสาย สื่อสังคม) มีใบบอกวิธีใช้ทุกชุด",
        ),
        Example(
            "pack",
            "มีคนถอนความยินยอม หรือแก้คำหลังแจกชุดไปแล้ว จะได้ใบเก็บแผ่น (ทุกป้าย มีช่องลงชื่อ) และใบแก้ไข "
            "(ต้องพิมพ์อะไรใหม่) เพิ่มใน `build/packs/` ผู้ช่วยแต่ละคนได้ส่วนของตน",
            when="ครั้งต่อไป",
        ),
    ),
)
