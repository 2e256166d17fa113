"""The rules for pictures of a ceremony: who is in them is written by id, and nobody is in them who did not agree."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.reading import names
from generator.reading.checks import gathered, unique, unknown
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.reading import schema
    from generator.reading.tree import Loc

_NO = re.compile(r"(?:ยัง)?ไม่(?:ใช่|ครบ|ยินยอม|ทุกคน|ได้(?:ถาม|ขอ|แจ้ง)|แน่ใจ|ทราบ|รู้)?|no|false|not yet|รอ.*", re.IGNORECASE)
"""An answer that says that somebody has not agreed, or was not asked."""


def files(record: schema.Round) -> Iterator[tuple[int, str]]:
    """Yield the file of each picture, as far as it could be read, with its position in the list."""
    with suppress(Unread):
        for index, photo in enumerate(record.ceremony.photos if record.ceremony else ()):
            with suppress(Unread):
                yield index, photo.file


def photos(record: schema.Round, winners: schema.Winners) -> Iterator[Fault]:
    """Yield the faults of the pictures of a ceremony against those who were chosen."""
    with suppress(Unread):
        listed = record.ceremony.photos if record.ceremony else []
        at: Loc = ("ceremony", "photos")
        for index, photo in enumerate(listed):
            yield from gathered((_people(photo, (*at, index), winners), _agreed(photo, (*at, index))))
        yield from gathered((unique(at, "file", [photo.file for photo in listed]),))


def _people(photo: schema.CeremonyPhoto, at: Loc, winners: schema.Winners) -> Iterator[Fault]:
    """Yield ids that nobody has, and people whom the description names but the list does not: their consent counts."""
    called = {winner.id: names.called(winner) for winner in winners.winners}
    known = {key: " ".join(filter(None, (name.first, name.last))) for key, name in called.items()}
    for index, key in enumerate(photo.people):
        if key not in known:
            yield unknown((*at, "people", index), key, known, "ผู้ได้รับการคัดเลือก", "winners.yaml")
    for key, name in known.items():
        if name in photo.alt and key not in photo.people:
            yield Fault(
                (*at, "people"),
                say(
                    f"ข้อความแทนภาพพูดถึง {name} แต่ใน people ไม่มี {key} จึงไม่ได้ตรวจความยินยอมของคนนี้",
                    f"the description names {key}, who is not in people, so that nobody asks for that consent",
                    f"เพิ่ม {key} ใน people",
                    f"add {key} to people",
                ),
                on_key=True,
            )


def _agreed(photo: schema.CeremonyPhoto, at: Loc) -> Iterator[Fault]:
    if _NO.fullmatch(photo.everyone_agreed.strip(" .")):
        yield Fault(
            (*at, "everyone_agreed"),
            say(
                f"{shown(photo.everyone_agreed)} แปลว่ายังมีคนในภาพที่ไม่ได้ยินยอม ภาพนี้จึงเผยแพร่ไม่ได้",
                f"{shown(photo.everyone_agreed)} means that somebody in the picture has not agreed",
                "ลบภาพนี้ออกจาก photos หรือถามให้ครบ แล้วเขียนว่าคนอื่นในภาพยินยอมอย่างไร เช่น แจ้งก่อนถ่ายแล้ว ไม่มีผู้คัดค้าน",
                "take the picture out of photos, or ask everybody and write how they agreed",
            ),
        )
