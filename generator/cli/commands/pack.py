"""Put what was built into one ZIP for each helper, with what is to be taken down and printed anew."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from generator.cli.command import Command, Example
from generator.cli.project import WAITING, trusted_now, workshop_of
from generator.problems import Text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from generator.cli.terminal import Terminal


_VILLAGE = re.compile(r"-(m\d+)\.zip$")
"""How the name of a pack for one village ends."""


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
    listed = "\n  ".join(_listed(names))
    terminal.say(
        Text(
            f"รวมเป็นชุดแล้ว:\n  {listed}\nคัดลอกไปแจกเลย สร้างสื่อครั้งต่อไปแล้วชุดเหล่านี้จะหายไป ต้องรวมใหม่",
            f"packed:\n  {listed}\nhand them out now: the next build takes them away",
        )
    )
    terminal.value({"packs": names, "warnings": [warning.as_json() for warning in warnings]})


def _listed(names: list[str]) -> Iterator[str]:
    """Yield a line for each pack, and one for all villages' packs of a helper and year."""
    for whole, group in groupby(names, lambda name: _VILLAGE.sub(".zip", name)):
        packs = list(group)
        if packs[0] == whole:
            yield packs.pop(0)
        if packs:
            moos = ", ".join(found[1] for name in packs if (found := _VILLAGE.search(name)))
            yield f"{whole.removesuffix('.zip')}-m….zip ({moos})"


COMMAND = Command(
    "pack",
    Text("รวมไฟล์เป็นชุด ZIP ให้ผู้ช่วยแต่ละคน", "make one ZIP file for each helper"),
    options=(),
    run=_pack,
    examples=(
        Example(
            "pack",
            "รวมไฟล์ที่สร้างแล้วเป็นชุด ZIP ใน `build/packs/` แยกเป็นชุดสำหรับผู้ช่วยแต่ละคน (เว็บไซต์ ป้ายประกาศ ร้านพิมพ์ "
            "เสียงตามสาย สื่อสังคมออนไลน์) มีใบบอกวิธีใช้ทุกชุด เสียงตามสายมีชุดของแต่ละหมู่ด้วย ผู้ดูแลป้ายเริ่มที่หน้าแรกในชุด",
        ),
        Example(
            "pack",
            "มีคนถอนความยินยอม หรือแก้คำหลังแจกชุดไปแล้ว จะได้ใบเรียกคืนสื่อ (ทุกป้าย มีช่องลงชื่อ) และรายการพิมพ์ใหม่ "
            "(ต้องพิมพ์อะไรใหม่) เพิ่มใน `build/packs/` ผู้ช่วยแต่ละคนได้ส่วนของตน",
            when="ครั้งต่อไป",
        ),
    ),
)
