"""Has a program of the office's choice speak a script, so that its length can be heard before a person reads it.

A machine's reading is marked in its file name and in its first words, lies under `build/rehearsal`, and is removed by
the next build that changes anything. It never reaches the site or a USB stick: nothing there is made from it.
"""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.dispatch import adding
from generator.dispatch.adding import Addition
from generator.ledger.recorded import resolved, scripts
from generator.piece import Use
from generator.pieces.air import voice
from generator.problems import Problem, ProblemsFound, Text
from generator.reading.folder import ORGANISATION, WINNERS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from generator.disk.swap import Workshop
    from generator.model import Records
    from generator.sound.loudness import Sound

FOLDER, REHEARSAL = "build/rehearsal", "rehearsal"
FOR_PRACTICE = Use("ฟังในสำนักงาน ห้ามออกอากาศ", "file", "office")
MARK = "rehearsal_"
"""Begins the name of every file spoken by a machine."""

WARNING = "เสียงซ้อม ห้ามออกอากาศ"
"""The first words of every such file."""

LONGEST = 120
"""Seconds after which the program is stopped."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A spoken script: the script, the file, how long the words last, and how many seconds they may last."""

    script: str
    path: str
    seconds: int
    slot: int


def rehearse(
    workshop: Workshop, records: Records, moment: datetime, named: Iterable[str], year: int | None
) -> list[Rehearsed]:
    """Speak the scripts into `build/rehearsal`, replacing earlier rehearsals; the caller holds the lock.

    Raises `ProblemsFound` where no program is configured, or where it fails; then nothing is written.
    """
    words = records.organisation.rehearsal_voice
    if not words:
        raise ProblemsFound((_problem(*_NO_PROGRAM),))
    there = list(scripts(records, moment))
    rehearsals, files = [], []
    for name in named:
        script, slot = resolved(there, name, year)
        path = f"{FOLDER}/{MARK}{script.key}.wav"
        value, seconds = _marked(words, voice.said(script))
        title = f"{WARNING}: {script.view['title']}"
        files.append(Addition.of_file(path, value, piece=REHEARSAL, called=title, use=FOR_PRACTICE))
        rehearsals.append(Rehearsed(script.key, path, round(seconds), slot))
    adding.add(workshop, {REHEARSAL}, files)
    return rehearsals


def _marked(command: tuple[str, ...], text: str) -> tuple[bytes, float]:
    """Return the warning and the text as a WAV file, and how many seconds the text takes."""
    from generator.sound import QUIET, RATE, files, mastering  # loads the sound libraries

    reading = _spoken(command, text)
    whole = mastering.one_after_another(_spoken(command, WARNING), reading)
    return files.written(whole, "wav", ""), len(reading) / RATE - 2 * QUIET


def _spoken(words: tuple[str, ...], text: str) -> Sound:
    """Return what the program speaks for a text."""
    from generator.sound import mastering
    from generator.sound.recording import Refused, opened

    with tempfile.TemporaryDirectory(prefix="tonbaep-") as folder:
        source, target = Path(folder, "script.txt"), Path(folder, "voice.wav")
        source.write_text(f"{text}\n", encoding="utf-8")
        _run([word.replace("{text_file}", str(source)).replace("{wav_file}", str(target)) for word in words])
        try:
            return mastering.levelled(mastering.trimmed(opened(target)))
        except (FileNotFoundError, Refused):
            raise ProblemsFound((_problem(*_NO_SOUND),)) from None


def _run(command: list[str]) -> None:
    """Run the program without a shell and without input, for a limited time."""
    try:
        done = subprocess.run(  # noqa: S603 - the office's own records name it, and only `rehearse` runs it
            command, check=False, stdin=subprocess.DEVNULL, capture_output=True, timeout=LONGEST
        )
    except OSError as fault:
        raise ProblemsFound((_problem(*_not_started(command[0], fault)),)) from None
    except subprocess.TimeoutExpired:
        raise ProblemsFound((_problem(*_TOO_LONG),)) from None
    if done.returncode:
        raise ProblemsFound((_problem(*_failed(done.returncode, done.stderr.decode("utf-8", "replace"))),))


def _problem(message: Text, fix: Text) -> Problem:
    return Problem(f"{WINNERS}/{ORGANISATION}", 0, 0, "rehearsal_voice", message, fix)


_NO_PROGRAM = (
    Text("ยังไม่ได้บอกโปรแกรมอ่านออกเสียงสำหรับซ้อม", "no program is named that speaks for a rehearsal"),
    Text(
        'เขียนคำสั่งทีละคำ เช่น rehearsal_voice: [espeak-ng, -v, th, -f, "{text_file}", -w, "{wav_file}"]',
        'write its command word by word: rehearsal_voice: [espeak-ng, -v, th, -f, "{text_file}", -w, "{wav_file}"]',
    ),
)
_NO_SOUND = (
    Text("โปรแกรมอ่านออกเสียงไม่ได้เขียนไฟล์เสียง", "the program wrote no sound"),
    Text("ตรวจว่าคำสั่งเขียนไฟล์ WAV ลงใน {wav_file}", "see that it writes a WAV file to {wav_file}"),
)
_TOO_LONG = (
    Text(f"โปรแกรมอ่านออกเสียงไม่จบใน {LONGEST} วินาที จึงหยุดไว้", f"the program did not end within {LONGEST} seconds"),
    Text("ลองคำสั่งนี้เองในหน้าต่างคำสั่งก่อน", "try the command by itself first"),
)


def _not_started(program: str, fault: OSError) -> tuple[Text, Text]:
    return (
        Text(f"เปิดโปรแกรม {program} ไม่ได้ ({fault.strerror})", f"{program} cannot be started ({fault.strerror})"),
        Text("ตรวจชื่อโปรแกรม หรือเขียนที่อยู่เต็มของไฟล์โปรแกรม", "check its name, or write where it lies"),
    )


def _failed(code: int, said: str) -> tuple[Text, Text]:
    last = (said.strip().splitlines() or ["-"])[-1][:200]
    return (
        Text(f"โปรแกรมอ่านออกเสียงทำไม่สำเร็จ ({code}): {last}", f"the program failed ({code}): {last}"),
        Text("ลองคำสั่งนี้เองในหน้าต่างคำสั่งก่อน", "try the command by itself first"),
    )
