"""Give certificates their numbers and tokens, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.command import Command, Example, Option
from generator.cli.options import YEAR
from generator.cli.project import WAITING, workshop_of
from generator.problems import Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal


def _freeze(options: argparse.Namespace, terminal: Terminal) -> None:
    """Give each winner without one a certificate number and a token, keep what it says, and tell how many."""
    from generator.amending.freeze import freeze as give
    from generator.store import Store

    workshop = workshop_of(options)
    with workshop.locked(lambda: terminal.say(WAITING)):
        counts = give(workshop.project, Store(workshop.photos, workshop.own), options.year, options.again)
    for year, count in counts:
        terminal.say(
            Text(
                f"ปี {year}: เก็บเลขที่ รหัสตรวจสอบ และข้อความของประกาศเกียรติคุณ {count} ฉบับ "
                f"ใน winners/{year}/certificates.yaml",
                f"{year}: saved number, verification code and wording of {count} "
                f"certificate(s) in winners/{year}/certificates.yaml",
            )
        )
    if not counts:
        terminal.say(Text("ทุกคนมีเลขที่แล้ว ไม่ได้เปลี่ยนอะไร", "Every certificate already has a number; nothing was changed"))
    terminal.value({"given": [list(pair) for pair in counts]})


COMMAND = Command(
    "freeze",
    Text("ออกเลขที่และรหัสตรวจสอบประกาศเกียรติคุณ", "issue certificate numbers and verification codes"),
    options=(
        Option(
            "--again",
            Text(
                "ออกใบใหม่เลขที่เดิมให้คนเหล่านี้ (id ใน winners.yaml)",
                "reissue the certificates of these people (ids from winners.yaml)",
            ),
            nargs="+",
            metavar="ID",
            default=(),
        ),
        YEAR,
    ),
    run=_freeze,
    examples=(
        Example(
            "freeze",
            "เมื่อผลเป็นที่สุดแล้ว ออกเลขที่และรหัสตรวจสอบประกาศเกียรติคุณ เก็บใน `certificates.yaml` ของปีนั้น สั่งซ้ำได้ ของเดิมไม่เปลี่ยน "
            "แม้หน่วยงานหรือสังกัดเปลี่ยนชื่อภายหลัง",
        ),
        Example(
            "freeze --again saksit",
            "ใบที่ออกไปแล้วผิด แก้ข้อมูลแล้วสั่งคำสั่งนี้ ใบของคนนั้นได้ข้อความใหม่ เลขที่และรหัสตรวจสอบเดิม เก็บใบเก่าคืนด้วย",
        ),
    ),
)
