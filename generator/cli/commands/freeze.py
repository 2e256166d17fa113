"""Give certificates their numbers and tokens, and official papers their numbers, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli import values
from generator.cli.command import Command, Example, Option
from generator.cli.options import YEAR
from generator.cli.project import WAITING, trusted_now, workshop_of, year_of
from generator.problems import Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal


def _freeze(options: argparse.Namespace, terminal: Terminal) -> None:
    """Give each winner without one a certificate number and a token, keep what it says, and tell how many."""
    from generator.amending.freeze import freeze as give
    from generator.store import Store

    if options.paper:
        _number(options, terminal)
        return
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


def _number(options: argparse.Namespace, terminal: Terminal) -> None:
    """Give an official paper its number and day, and keep the digest of what it says."""
    from generator.amending import numbering
    from generator.model import REGISTERS, Numbered
    from generator.papers.making import asked
    from generator.papers.official import OFFICIAL
    from generator.pieces.parts.official import numbered_text
    from generator.problems import ProblemsFound
    from generator.reading import read
    from generator.store import Store
    from generator.thai.dates import buddhist_year, long_date

    workshop, official = workshop_of(options), next(each for each in OFFICIAL if each.key == options.paper)
    moment, year = trusted_now(workshop), year_of(options, workshop)
    day = options.day or moment.date()
    with workshop.locked(lambda: terminal.say(WAITING)):
        store = Store(workshop.photos, workshop.own)
        records = read(workshop.project, store)
        source = asked(records, year, moment)
        there = official.standing(source)
        if there and options.number is None:
            terminal.say(_says_so_already(official.paper.title, there.number, long_date(there.day)))
            terminal.value({"paper": official.key, "number": there.number, "given": False})
            return
        number = options.number or numbering.next_number(records, official.key, day)
        if number is None and REGISTERS.get(official.key) not in {None, "notice"}:
            raise ProblemsFound((numbering.no_first_number(official.key, buddhist_year(day)),))
        given = Numbered(official.key, number or "", day, official.facts(source))
        numbering.number(workshop.project, store, source.award_round, given)
    named, what = official.paper.title, Text("เลข", "number") if number else Text("วันที่", "day")
    own = REGISTERS.get(official.key) != "order" and not source.award_round.programme.papers.code
    at = f"ที่ {number if own else numbered_text(given, source.award_round.programme.papers)} " if number else ""
    terminal.say(
        Text(
            f"เก็บแล้ว: {named.th} {at}ลงวันที่ {long_date(day)} ใน winners/{year}/papers.yaml "
            f"สั่ง tonbaep papers {official.key} เพื่อทำฉบับที่มี{what.th}",
            f"saved in winners/{year}/papers.yaml: {named.en} {number or ''} of {long_date(day)}; "
            f"tonbaep papers {official.key} makes it with its {what.en}",
        )
    )
    terminal.value({"paper": official.key, "number": number or "", "given": True})


def _says_so_already(title: Text, number: str, day: str) -> Text:
    return Text(
        f"{title.th}ออกเลขที่ {number} ลงวันที่ {day} ไว้แล้ว และข้อความไม่เปลี่ยน ไม่ได้เปลี่ยนอะไร",
        f"{title.en} has number {number} of {day} and still says the same; nothing was changed",
    )


COMMAND = Command(
    "freeze",
    Text("ออกเลขที่ประกาศเกียรติคุณ หรือเลขที่เอกสารราชการ", "issue certificate numbers, or the number of an official paper"),
    options=(
        Option(
            "--paper",
            Text("ออกเลขที่ให้เอกสารราชการฉบับนี้แทน", "number this official paper instead"),
            values.paper,
            "NAME",
        ),
        Option(
            "--number",
            Text("เลขจากทะเบียนของหน่วยงาน", "the number that the office's register gives"),
            values.register_number,
            "N",
        ),
        Option("--day", Text("ลงวันที่ ไม่เขียนคือวันนี้", "the day on the paper; today if not given"), values.day, "DAY"),
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
        Example(
            'freeze --paper order --number 45 --day "2 มีนาคม 2566"',
            "ออกเลขที่คำสั่ง ประกาศ บันทึก หรือหนังสือ ตามทะเบียนของหน่วยงาน เก็บใน `papers.yaml` ฉบับอื่นอ้างถึงเลขนี้เอง "
            "ข้อมูลเปลี่ยนหลังจากนั้น ฉบับที่ทำใหม่เป็นร่างและบอกว่าต้องออกเลขใหม่",
        ),
    ),
)
