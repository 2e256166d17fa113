"""Times an announcer once: how many syllables a minute somebody reads is written into the village's record."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from generator.amending.amend import amend
from generator.amending.changes import Edit
from generator.problems import Problem, ProblemsFound, Text
from generator.reading import read, schema
from generator.reading.folder import ORGANISATION, WINNERS
from generator.reading.record import open_record
from generator.thai import syllables

if TYPE_CHECKING:
    from pathlib import Path

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
    village, before = horn(project, store, moo)
    file = project / WINNERS / ORGANISATION
    if not amend({file: [_edit(file, moo, pace)]}, lambda: _has_pace(project, store, moo) == pace or None):
        raise ProblemsFound((_problem(project, *_BY_HAND),))
    return Timed(village, before, pace)


def horn(project: Path, store: Store, moo: int) -> tuple[str, int]:
    """Return what a village with a loudspeaker is called, and its pace; asked before anybody reads aloud in vain.

    Raises `ProblemsFound` where there is no such village, and where the records are faulty.
    """
    villages = [village for village in read(project, store).organisation.villages if village.loudspeaker]
    for village in villages:
        if village.moo == moo and village.loudspeaker:
            return village.full, village.loudspeaker.pace
    raise ProblemsFound((_problem(project, *_no_horn(moo, [village.moo for village in villages])),))


def _has_pace(project: Path, store: Store, moo: int) -> int | None:
    """Return the pace in the records as they are now; None if they are faulty."""
    with suppress(ProblemsFound):
        for village in read(project, store).organisation.villages:
            if village.moo == moo and village.loudspeaker:
                return village.loudspeaker.pace
    return None


def _edit(file: Path, moo: int, pace: int) -> Edit:
    """Return what to write: the pace of a village's loudspeaker."""
    record, _ = open_record(file, ORGANISATION, schema.Organisation)
    assert record is not None  # noqa: S101 - it has just been read
    today = [(n, village.moo) for n, village in enumerate(record.value.villages) if village.until is None]
    index = next(n for n, number in today if number == moo)
    return Edit(("villages", index, "loudspeaker", "pace"), str(pace), ("kind", "pace"))


def _problem(project: Path, message: Text, fix: Text) -> Problem:
    return Problem((project / WINNERS / ORGANISATION).relative_to(project).as_posix(), 0, 0, "pace", message, fix)


def _no_horn(moo: int, there: list[int]) -> tuple[Text, Text]:
    numbers = ", ".join(map(str, there))
    return (
        Text(f"ไม่มีหมู่ที่ {moo} หรือหมู่นี้ไม่มีเครื่องกระจายเสียง", f"there is no village {moo}, or it has no loudspeaker"),
        Text(f"หมู่ที่มีเครื่องกระจายเสียงคือ {numbers}", f"those with a loudspeaker are {numbers}")
        if there
        else Text("เพิ่มส่วน loudspeaker ให้หมู่นั้นก่อน", "give that village its loudspeaker first"),
    )


_BY_HAND = (
    Text("เขียนความเร็วลงไฟล์นี้เองไม่ได้ ไฟล์ยังเหมือนเดิม", "the pace cannot be written into this file; it is as it was"),
    Text(
        "เปิดไฟล์แล้วเพิ่มบรรทัด pace: ตามด้วยตัวเลข ใต้ kind ของหมู่นั้น",
        "add a line `pace:` with the number below the village's kind",
    ),
)
