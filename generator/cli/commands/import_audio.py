"""Import a voice that a person recorded."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import values
from generator.cli.command import Command, Example, Option
from generator.cli.options import AS_OF_SCRIPT, YEAR
from generator.cli.project import WAITING, known_year, moment_of, workshop_of
from generator.cli.values import WrongUsage
from generator.problems import Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal


def _import_audio(options: argparse.Namespace, terminal: Terminal) -> None:
    """Import a voice, and say how long it is and where it will be used."""
    from generator.amending.import_audio import Wanted, take_in
    from generator.store import Store

    _given(options)
    workshop = workshop_of(options)
    moment = moment_of(options, workshop)
    known_year(options, workshop)
    request = Wanted(
        file=options.file,
        script=options.script,
        year=options.year,
        slot=options.slot,
        recorded=moment.date(),
        reader=options.reader,
        on_site=options.publish,
        chime=not options.no_chime,
        twice=options.twice,
    )
    with workshop.locked(lambda: terminal.say(WAITING)):
        voice = take_in(workshop.project, Store(workshop.photos, workshop.own), moment, request)
    if not terminal.as_json:
        terminal.problems(voice.doubts)
    terminal.say(
        Text(
            f"เก็บเสียงของบท {voice.script} แล้ว ยาว {voice.seconds} จากเวลา {voice.slot} วินาที อยู่ที่ {voice.path}\n"
            f"{_NEXT[request.on_site].th}",
            f"the voice of {voice.script} is kept: {voice.seconds} of {voice.slot} seconds, in {voice.path}\n"
            f"{_NEXT[request.on_site].en}",
        )
    )
    terminal.value({**asdict(voice), "doubts": [doubt.as_json() for doubt in voice.doubts]})


_NEXT = {
    False: Text(
        "สั่ง tonbaep build แล้วคัดลอก build/loudspeaker/ปี/usb ลงแฟลชไดรฟ์ เสียงนี้ไม่ขึ้นเว็บไซต์ "
        "ถ้าเจ้าของเสียงยินยอมให้แก้ publish เป็น ใช่ ใน recordings.yaml",
        "run tonbaep build, then copy build/loudspeaker/YEAR/usb to a stick; it is not on the site: "
        "if the reader agrees, set publish in recordings.yaml",
    ),
    True: Text(
        "สั่ง tonbaep build แล้วคัดลอก build/loudspeaker/ปี/usb ลงแฟลชไดรฟ์ บนเว็บไซต์ฟังได้ที่หน้าของรอบ",
        "run tonbaep build, then copy build/loudspeaker/YEAR/usb to a stick; on the site it is on the round's page",
    ),
}


def _given(options: argparse.Namespace) -> None:
    """Raise `WrongUsage` where the file or its script is missing."""
    example = 'tonbaep import audio "voice.m4a" --script result-m1-60'
    if options.file is None:
        raise WrongUsage(
            Text("ยังไม่ได้บอกไฟล์เสียง", "No sound file given"), Text(f"เขียนเช่น {example}", f"Use {example}"), "FILE"
        )
    if options.script is None:
        raise WrongUsage(
            Text("ยังไม่ได้บอกว่าไฟล์นี้อ่านบทใด", "No script given"),
            Text(f"เขียนเช่น {example}", f"Use {example}"),
            "--script",
        )


COMMAND = Command(
    "import audio",
    Text("นำเสียงที่คนอ่านเข้าระบบ", "import a recorded voice"),
    options=(
        Option("file", Text("ไฟล์เสียง WAV, MP3 หรือ M4A", "a WAV, MP3 or M4A file"), Path, "FILE", nargs="?"),
        Option(
            "--script",
            Text("บทที่อ่าน คือชื่อไฟล์บทโดยไม่มีนามสกุล เช่น result-m1-60", "the script's file name, e.g. result-m1-60"),
            metavar="KEY",
        ),
        Option("--slot", Text("เวลาที่มีต่อหนึ่งรอบ เป็นวินาที", "length of one reading in seconds"), values.slot, "S"),
        Option("--reader", Text("ชื่อเจ้าของเสียง ใช้ภายใน", "name of the reader (internal)"), default="", metavar="NAME"),
        Option(
            "--publish",
            Text("เจ้าของเสียงยินยอมให้ฟังเสียงนี้บนเว็บไซต์", "the reader agrees to be heard on the website"),
            is_switch=True,
        ),
        Option("--no-chime", Text("ไม่ใส่เสียงสัญญาณนำ", "leave out the chime"), is_switch=True),
        Option(
            "--twice",
            Text("ให้ไฟล์ในแฟลชไดรฟ์เล่นสองรอบในตัว", "repeat the reading in the file for the USB stick"),
            is_switch=True,
        ),
        AS_OF_SCRIPT,
        YEAR,
    ),
    run=_import_audio,
    examples=(
        Example(
            "import audio voice.m4a --script result-m1-60",
            "นำเสียงที่คนอ่านบทนั้นหนึ่งรอบเข้าระบบ (WAV, MP3, M4A) ตัดช่วงเงียบ ปรับระดับเสียง เก็บใน "
            "`winners/2566/audio/` เติม `--publish` เมื่อเจ้าของเสียงยินยอมให้ฟังบนเว็บไซต์ บทเปลี่ยนเมื่อใด "
            "โปรแกรมบอกให้อัดใหม่",
        ),
    ),
    about=Text(
        "นำไฟล์เสียงที่คนอ่านบทหนึ่งรอบเข้าระบบ ตัดช่วงเงียบ ปรับระดับเสียง แล้วใส่เสียงสัญญาณนำ",
        "import a recording of one reading of a script: trimmed, levelled and preceded by a chime",
    ),
)
