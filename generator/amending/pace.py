"""Times an announcer once: how many syllables a minute somebody reads is written into the village's record."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from generator.amending.lines import Line, amend
from generator.problems import Problem, ProblemsFound, Text
from generator.reading import read, schema
from generator.reading.folder import ORGANISATION, WINNERS
from generator.reading.record import open_record
from generator.reading.tree import Mapping, find
from generator.thai import syllables

if TYPE_CHECKING:
    from pathlib import Path

    from generator.reading.tree import Place
    from generator.store import Store

PASSAGE = (
    "พี่น้องที่เคารพทุกท่าน",
    "วันนี้มีเรื่องมาแจ้งให้ทราบสามเรื่อง",
    "เรื่องที่หนึ่ง ศาลาหมู่บ้านเปิดให้บริการฉีดวัคซีนสุนัขและแมว ในวันเสาร์ ตั้งแต่เก้านาฬิกา ถึงเที่ยง",
    "เรื่องที่สอง รถเก็บขยะจะเข้าหมู่บ้านทุกวันอังคาร ขอให้นำถังขยะมาวางหน้าบ้านก่อนหกโมงเช้า",
    "เรื่องที่สาม ท่านที่ยังไม่ได้ชำระค่าน้ำประปา ชำระได้ที่บ้านผู้ใหญ่บ้าน ภายในสิ้นเดือนนี้",
    "ขอบคุณทุกท่านที่รับฟัง",
)
"""About one minute of reading; ordinary words and sentences, so that nobody stumbles over them while being timed."""

PACES = range(80, 321)
"""Syllables a minute that a person can reach; anything else is a slip of the watch or the keyboard."""


class Timed(NamedTuple):
    """The result of a reading: the village, its earlier pace and the new one, in syllables a minute."""

    village: str
    before: int
    pace: int


def pace_of(seconds: float) -> int:
    """Return the pace of somebody who read the passage in so many seconds."""
    return round(sum(map(syllables, PASSAGE)) * 60 / seconds)


def set_pace(project: Path, store: Store, moo: int, pace: int) -> Timed:
    """Write a village's pace into the organisation's file, and change nothing else in it.

    Raises `ProblemsFound` where the village has no loudspeaker, the records are faulty, or the file is written in a way
    that only a person can change; then the file stays as it was.
    """
    village = next((village for village in read(project, store).organisation.villages if village.moo == moo), None)
    if village is None or village.loudspeaker is None:
        raise ProblemsFound((_problem(project, *_NO_HORN),))
    file = project / WINNERS / ORGANISATION
    there, kind = _places(file, moo)
    line = Line(there or kind, f"pace: {pace}", instead=there is not None)
    if not amend({file: [line]}, lambda: _has_pace(project, store, moo) == pace or None):
        raise ProblemsFound((_problem(project, *_BY_HAND),))
    return Timed(village.full, village.loudspeaker.pace, pace)


def _has_pace(project: Path, store: Store, moo: int) -> int | None:
    """Return the pace in the records as they are now; None if they are faulty."""
    with suppress(ProblemsFound):
        for village in read(project, store).organisation.villages:
            if village.moo == moo and village.loudspeaker:
                return village.loudspeaker.pace
    return None


def _places(file: Path, moo: int) -> tuple[Place | None, Place]:
    """Return where the village's pace is written, if it is, and the key below which it can be written."""
    record, _ = open_record(file, ORGANISATION, schema.Organisation)
    assert record is not None  # noqa: S101 - it has just been read
    today = [(n, village.moo) for n, village in enumerate(record.value.villages) if village.until is None]
    index = next(n for n, number in today if number == moo)
    horn = find(record.tree, ("villages", index, "loudspeaker"))
    assert isinstance(horn, Mapping)  # noqa: S101 - the schema has made sure of it
    return horn.keys.get("pace"), horn.keys["kind"]


def _problem(project: Path, message: Text, fix: Text) -> Problem:
    return Problem((project / WINNERS / ORGANISATION).relative_to(project).as_posix(), 0, 0, "pace", message, fix)


_NO_HORN = (
    Text("ไม่มีหมู่นี้ หรือหมู่นี้ไม่มีเครื่องกระจายเสียง", "there is no such village, or it has no loudspeaker"),
    Text("ใช้เลขหมู่ที่มีส่วน loudspeaker เช่น --village 1", "give the number of one that has, as --village 1"),
)
_BY_HAND = (
    Text("เขียนความเร็วลงไฟล์นี้เองไม่ได้ ไฟล์ยังเหมือนเดิม", "the pace cannot be written into this file; it is as it was"),
    Text(
        "เปิดไฟล์แล้วเพิ่มบรรทัด pace: ตามด้วยตัวเลข ใต้ kind ของหมู่นั้น",
        "add a line `pace:` with the number below the village's kind",
    ),
)
