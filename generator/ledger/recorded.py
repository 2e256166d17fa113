"""Which scripts there are to read out, and whether the recorded voices still say what the scripts say."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from generator import disclosure
from generator.pieces.air import announcement, voice
from generator.problems import Problem, ProblemsFound, Text
from generator.reading.folder import RECORDINGS, WINNERS
from generator.store import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from generator.model import Recording, Records
    from generator.pieces.air.announcement import Script

_TOLD = 12
"""How many names of scripts are listed when the requested one does not exist."""


def scripts(records: Records, moment: datetime) -> Iterator[Script]:
    """Yield every script that may be read out now, and those of coming results, which are recorded in advance."""
    yield from announcement.scripts(disclosure.publish(records, moment, "print"))
    yield from announcement.scripts(disclosure.seal(records, moment, "print"))


def outdated(records: Records, moment: datetime) -> Iterator[Problem]:
    """Yield a warning for each recorded voice whose words differ from its script as it is now."""
    if not any(award_round.recordings for award_round in records.rounds):
        return
    words_now: dict[tuple[int, str], set[str]] = {}
    for script in scripts(records, moment):
        words_now.setdefault((script.scene.award_round.year, script.key), set()).add(key_of(voice.said(script)))
    for award_round in records.rounds:
        year = award_round.programme.year
        for recording in award_round.recordings:
            if recording.words not in words_now.get((year, recording.script), {recording.words}):
                yield _outdated(year, recording)


def resolved(there: list[Script], name: str, year: int | None) -> tuple[Script, int]:
    """Return the script with this name, and how many seconds one reading of it may take.

    A name without a length means the village's own length; raises `ProblemsFound` where there is no such script.
    """
    mine = [script for script in there if year in {None, script.scene.award_round.year}]
    for script in mine:
        if script.key in {name, f"{name}-{script.scene.horn.slot}"}:
            return script, int(script.key.rpartition("-")[2])
    raise ProblemsFound((_no_script(name, list(dict.fromkeys(script.key for script in mine))),))


def _no_script(name: str, known: list[str]) -> Problem:
    near = difflib.get_close_matches(name, known, n=_TOLD, cutoff=0.4) or known[:_TOLD]
    names = ", ".join(near) + ("…" if len(known) > len(near) else "")
    if not known:
        cure = Text("รอให้ถึงขั้นที่มีบทประกาศ หรือระบุเวลาด้วย --as-of", "wait for a stage that has scripts, or give --as-of")
    else:
        cure = Text(
            f"ใช้ชื่อไฟล์ใน build/loudspeaker โดยไม่มีนามสกุล เช่น {names}",
            f"give the name of a file in build/loudspeaker without its ending: {names}",
        )
    return Problem("--script", 0, 0, "", Text(f"ขณะนี้ไม่มีบทประกาศชื่อ “{name}”", f"there is no script “{name}” now"), cure)


def _outdated(year: int, voice_of: Recording) -> Problem:
    return Problem(
        f"{WINNERS}/{year}/{RECORDINGS}",
        voice_of.line,
        voice_of.column,
        "",
        Text(
            f"เสียงที่อัดไว้ไม่ตรงกับบท {voice_of.script} แล้ว จึงไม่อยู่ในแฟลชไดรฟ์และเว็บไซต์",
            f"the voice no longer says what {voice_of.script} does, so it is neither on the stick nor on the site",
        ),
        Text(
            f"อัดใหม่ตามบทใน build/loudspeaker/{year} แล้วสั่ง tonbaep import audio ไฟล์เสียง --script {voice_of.script}",
            f"record it again, then run tonbaep import audio FILE --script {voice_of.script}",
        ),
        warning=True,
    )
