"""Takes a recorded voice into the records: decoded, levelled, stored beside them, and listed in `recordings.yaml`."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.disk.keeping import replace, restore
from generator.dispatch.rehearse import MARK
from generator.ledger import recorded
from generator.model import Recording
from generator.pieces.air import voice
from generator.problems import Problem, ProblemsFound, Text
from generator.reading import read
from generator.reading import recordings as kept
from generator.reading.folder import RECORDINGS, WINNERS
from generator.store import key_of
from generator.thai import syllables
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from pathlib import Path

    from generator.pieces.air.announcement import Script
    from generator.store import Store

HEADER = """\
# โปรแกรมเขียนไฟล์นี้เมื่อสั่ง tonbaep import audio ไฟล์เสียงอยู่ในโฟลเดอร์ audio แก้ได้เฉพาะ publish, reader, chime และ twice
# publish  ใช่ = เจ้าของเสียงยินยอมให้ฟังบนเว็บไซต์ได้    reader  ชื่อเจ้าของเสียง ใช้ภายใน ไม่ใส่ก็ได้
# chime    ใช่ = มีเสียงสัญญาณนำ               twice   ใช่ = ไฟล์ในแฟลชไดรฟ์เล่นสองรอบในตัว
recordings:
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be imported: the file, the script that it reads, and how it is to be played.

    `script` may lack its length, which is then the village's own; `slot` is the seconds for one reading, if they are
    not the script's.
    """

    file: Path
    script: str
    year: int | None
    slot: int | None
    recorded: date
    reader: str
    on_site: bool
    chime: bool
    twice: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What was imported: the script, where its voice is stored, how long it is, and what to check by listening."""

    year: int
    script: str
    path: str
    seconds: int
    slot: int
    doubts: tuple[Problem, ...]


def take_in(project: Path, store: Store, moment: datetime, wanted: Wanted) -> Kept:
    """Level a voice and store it with the records, replacing an earlier recording of the same script.

    Raises `ProblemsFound` where the file or the records cannot be used; then nothing is written.
    """
    from generator.sound import files, mastering  # loads the sound libraries
    from generator.sound.recording import Refused, opened

    if wanted.file.name.startswith(MARK):
        raise ProblemsFound((_about(wanted.file, *_MACHINE),))
    records = read(project, store)
    script, script_slot = recorded.resolved(list(recorded.scripts(records, moment)), wanted.script, wanted.year)
    slot = wanted.slot or script_slot
    try:
        master = mastering.master(opened(wanted.file), slot)
    except Refused as why:
        raise ProblemsFound((_about(wanted.file, why.message, why.fix),)) from None
    except FileNotFoundError:
        raise ProblemsFound((_about(wanted.file, *_NO_FILE),)) from None
    if shortest := _shortest(script, master.seconds):
        raise ProblemsFound((_about(wanted.file, *shortest),))
    value = files.flac(master.sound)
    new = Recording(
        script=script.key,
        words=key_of(voice.said(script)),
        sound=hashlib.sha256(value).hexdigest(),
        seconds=round(master.seconds),
        slot=slot,
        recorded=wanted.recorded,
        reader=wanted.reader,
        on_site=wanted.on_site,
        chime=wanted.chime,
        twice=wanted.twice,
        line=0,
        column=0,
    )
    year = script.scene.award_round.year
    award_round = next(award_round for award_round in records.rounds if award_round.programme.year == year)
    others = [recording for recording in award_round.recordings if recording.script != new.script]
    _write(project, store, year, [*others, new], value)
    doubts = tuple(_about(wanted.file, *doubt, warning=True) for doubt in master.doubts)
    return Kept(year, new.script, f"{WINNERS}/{year}/{kept.path_of(new.script)}", new.seconds, slot, doubts)


FASTEST = 16
"""Syllables in a second that nobody speaks: twice as fast as anybody reads."""


def _shortest(script: Script, seconds: float) -> tuple[Text, Text] | None:
    """Return what is wrong with a recording in which the whole script cannot have been read, or None."""
    said = sum(map(syllables, script.once))
    if seconds >= said / FASTEST:
        return None
    return (
        Text(
            f"เสียงยาว {seconds:.0f} วินาที แต่บท {script.key} มี {said} พยางค์ คนอ่านไม่จบในเวลานั้น",
            f"the recording lasts {seconds:.0f} seconds, but {script.key} has {said} syllables: nobody is so fast",
        ),
        Text(
            "ตรวจว่าเป็นไฟล์ของบทนี้ และอัดจนจบ แล้วนำเข้าใหม่",
            "see whether this is the recording of that script, read to its end, and import that one",
        ),
    )


def _write(project: Path, store: Store, year: int, listed: Iterable[Recording], value: bytes) -> None:
    """Write the last of the recordings and the list of them; undo both if the records can then not be read."""
    folder = project / WINNERS / str(year)
    ordered = list(listed)
    text = HEADER + "".join(_listed(recording) for recording in sorted(ordered, key=lambda recording: recording.script))
    new = {folder / kept.path_of(ordered[-1].script): value, folder / RECORDINGS: text.encode()}
    before = {file: file.read_bytes() if file.is_file() else None for file in new}
    try:
        for file, content in new.items():
            replace(file, content)
        read(project, store)
    except BaseException:
        for file, earlier in before.items():
            restore(file, earlier)
        raise


def _listed(recording: Recording) -> str:
    """Return a recording as it is written in the list; a name is quoted, whatever letters it contains."""
    fields = {
        "script": recording.script,
        "publish": _YES[recording.on_site],
        "reader": json.dumps(recording.reader, ensure_ascii=False) if recording.reader else "",
        "recorded": long_date(recording.recorded),
        "chime": _YES[recording.chime],
        "twice": _YES[recording.twice],
        "slot": recording.slot,
        "seconds": recording.seconds,
        "words": recording.words,
        "sound": recording.sound,
    }
    lines = [f"{name}: {value}".rstrip() for name, value in fields.items()]
    return "  - " + "\n    ".join(lines) + "\n"


_YES = {True: "ใช่", False: "ไม่ใช่"}


_NO_FILE = (
    Text("ไม่พบไฟล์เสียงนี้", "there is no such file"),
    Text('ตรวจที่อยู่และนามสกุลของไฟล์ ชื่อที่มีเว้นวรรคต้องครอบด้วย " "', 'check its name; one with spaces is in " "'),
)


_MACHINE = (
    Text("ไฟล์นี้เป็นเสียงซ้อมของเครื่อง ไม่ใช่เสียงคน", "this is a machine's rehearsal, not a person's voice"),
    Text("ให้คนอ่านบทแล้วอัดเสียง นำไฟล์นั้นเข้าแทน", "let a person read the script, and import that recording"),
)


def _about(file: Path, message: Text, fix: Text, *, warning: bool = False) -> Problem:
    return Problem(str(file), 0, 0, "", message, fix, warning)
