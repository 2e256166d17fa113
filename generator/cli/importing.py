"""The commands about voices: one takes a person's into the records, one lets a machine rehearse."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from generator.cli.project import WAITING, known_year, moment_of, workshop_of
from generator.cli.values import WrongUsage
from generator.problems import Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal


def audio(options: argparse.Namespace, terminal: Terminal) -> None:
    """Take a voice in, and say how long it is and where it goes."""
    from generator.building.recording import Wanted, take_in
    from generator.store import Store

    _given(options)
    workshop, moment = workshop_of(options), moment_of(options)
    known_year(options, workshop)
    wanted = Wanted(
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
        kept = take_in(workshop.project, Store(workshop.photos), moment, wanted)
    if not terminal.as_json:
        terminal.problems(kept.doubts)
    terminal.say(
        Text(
            f"เก็บเสียงของบท {kept.script} แล้ว ยาว {kept.seconds} จากเวลา {kept.slot} วินาที อยู่ที่ {kept.path}\n"
            f"{_NEXT[wanted.on_site].th}",
            f"the voice of {kept.script} is kept: {kept.seconds} of {kept.slot} seconds, in {kept.path}\n"
            f"{_NEXT[wanted.on_site].en}",
        )
    )
    terminal.value({**asdict(kept), "doubts": [doubt.as_json() for doubt in kept.doubts]})


def rehearse(options: argparse.Namespace, terminal: Terminal) -> None:
    """Let the office's program speak scripts, and say how long each takes."""
    from generator.building.rehearsing import rehearse as speak
    from generator.reading import read
    from generator.store import Store

    if not options.script:
        raise WrongUsage(
            Text("ยังไม่ได้บอกว่าซ้อมบทใด", "which script is to be rehearsed is not said"),
            Text("เขียนเช่น tonbaep rehearse --script result-m1-60", "write tonbaep rehearse --script result-m1-60"),
            "--script",
        )
    workshop, moment = workshop_of(options), moment_of(options)
    known_year(options, workshop)
    with workshop.locked(lambda: terminal.say(WAITING)):
        records = read(workshop.project, Store(workshop.photos))
        made = speak(workshop, records, moment, options.script, options.year)
    for one in made:
        terminal.say(
            Text(
                f"{one.path}: เครื่องอ่าน {one.seconds} จากเวลา {one.slot} วินาที ใช้ฟังซ้อมเท่านั้น ห้ามออกอากาศ",
                f"{one.path}: {one.seconds} of {one.slot} seconds by machine; for rehearsal only, not for broadcast",
            )
        )
    terminal.value({"rehearsed": [asdict(one) for one in made]})


_NEXT = {
    False: Text(
        "สั่ง tonbaep build แล้วคัดลอก build/loudspeaker/ปี/usb ลงแฟลชไดรฟ์ เสียงนี้ไม่ขึ้นเว็บไซต์ "
        "ถ้าผู้อ่านยินยอมให้แก้ publish เป็น ใช่ ใน recordings.yaml",
        "run tonbaep build, then copy build/loudspeaker/YEAR/usb to a stick; it is not on the site: "
        "if the reader agrees, set publish in recordings.yaml",
    ),
    True: Text(
        "สั่ง tonbaep build แล้วคัดลอก build/loudspeaker/ปี/usb ลงแฟลชไดรฟ์ บนเว็บไซต์ฟังได้ที่หน้าของรอบ",
        "run tonbaep build, then copy build/loudspeaker/YEAR/usb to a stick; on the site it is on the round's page",
    ),
}


def _given(options: argparse.Namespace) -> None:
    """Raise `WrongUsage` where the file or its script is not said."""
    example = 'tonbaep import audio "voice.m4a" --script result-m1-60'
    if options.file is None:
        raise WrongUsage(
            Text("ยังไม่ได้บอกไฟล์เสียง", "no sound file is given"), Text(f"เขียนเช่น {example}", f"write {example}"), "FILE"
        )
    if options.script is None:
        raise WrongUsage(
            Text("ยังไม่ได้บอกว่าไฟล์นี้อ่านบทใด", "which script it reads is not said"),
            Text(f"เขียนเช่น {example}", f"write {example}"),
            "--script",
        )
