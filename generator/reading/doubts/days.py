"""Doubts about days that cannot be: not come yet, or years away from the round that they belong to."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from generator.era import BUDDHIST_ERA
from generator.reading.doubts.written import values
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.reading.doubts.opened import Opened, Told
    from generator.reading.record import Record
    from generator.reading.tree import Loc, Saying

_HAPPENED = {
    "given": "วันที่ให้ความยินยอม",
    "withdrawn": "วันที่ถอนความยินยอม",
    "signed": "วันที่ลงนาม",
    "out_of_order": "วันที่เครื่องเสีย",
    "deceased": "วันที่ถึงแก่กรรม",
}
"""Days of what has happened when somebody writes it down."""
_WITHDREW = "วันที่ถอนตัว"
"""The only day that is written of a nominee."""
_FALSE = {"given", "deceased"}
"""Those on which sheets say something false of a person until that day."""
_ANY_TIME = {"withdrawn", "deceased"}
"""Those that may come years before or after a round."""
_LONGEST_BEFORE = timedelta(days=2 * 365)
_YEARS_AFTER = 2
"""How long before the first step of a round, and how many years after it, something that belongs to it may happen."""
_OLDEST = 2500
"""No loudspeaker of a village and no consent is older."""


def not_come_yet(opened: Opened) -> Iterator[Told]:
    """Doubt a day of the past that has not come yet; a photo is not shown before its consent was given."""
    if opened.today is None:
        return
    for record in (*(record for record, _ in opened.records()), *opened.nominees.values()):
        for loc, day, kind in values(record):
            key = str(loc[-1])
            what = _WITHDREW if loc[0] == "nominees" else _HAPPENED.get(key)
            if kind == "day" and what and day > opened.today:
                yield record, Fault(loc, _in_the_future(what, day, opened.today, key), warning=key not in _FALSE)


def held_before_its_day(opened: Opened) -> Iterator[Told]:
    """Doubt a ceremony that is said to be held before its day: the word came along with the round that was copied."""
    for record in opened.rounds.values():
        with suppress(Unread, StopIteration):
            ceremony = record.value.ceremony
            day = next(step.starts for step in record.value.steps if step.key == "ceremony")
            if ceremony and ceremony.held and opened.today and day > opened.today:
                yield record, Fault(("ceremony", "held"), _not_held_yet(day, opened.today), warning=True)


def _not_held_yet(day: date, today: date) -> Saying:
    return say(
        f"เขียนว่าจัดพิธีแล้ว แต่วันพิธี {long_date(day)} ยังมาไม่ถึง (วันนี้ {long_date(today)})",
        f"the ceremony is said to be held, but its day {day.isoformat()} is to come (today is {today.isoformat()})",
        "ลบบรรทัด held: จัดพิธีแล้วจึงเขียน",
        "delete the line held: until the ceremony took place",
    )


def _in_the_future(what: str, day: date, today: date, key: str) -> Saying:
    unused = " ก่อนถึงวันนั้นจะไม่ใช้ภาพ" if key == "given" else ""
    return say(
        f"{what} {long_date(day)} ยังมาไม่ถึง (วันนี้ {long_date(today)}){unused}",
        f"{key} is {day.isoformat()}, which has not come yet (today is {today.isoformat()})",
        "แก้ปีหรือวันที่ให้ตรงกับหนังสือ",
        "fix the year or the day as the paper has it",
    )


def far_from_the_round(opened: Opened) -> Iterator[Told]:
    """Doubt a consent or signature that is years away from its round: there is a slip in its year."""
    files: list[tuple[int, Record[Any]]] = [*opened.winners.items(), *opened.rounds.items()]
    for year, record in files:
        first = _first_day(opened, year)
        for loc, day, kind in values(record):
            what = _HAPPENED.get(str(loc[-1]))
            if kind == "day" and what and loc[-1] not in _ANY_TIME and not _not_yet(opened, day):
                if day < first - _LONGEST_BEFORE:
                    yield record, Fault(loc, _far(what, day, year, "ก่อน", "before"), warning=True)
                elif day.year + BUDDHIST_ERA > year + _YEARS_AFTER:
                    yield record, Fault(loc, _far(what, day, year, "หลัง", "after"), warning=True)


def _not_yet(opened: Opened, day: date) -> bool:
    return opened.today is not None and day > opened.today


def _first_day(opened: Opened, year: int) -> date:
    try:
        return min(step.starts for step in opened.rounds[year].value.steps)
    except (Unread, KeyError, ValueError):
        return date(year - BUDDHIST_ERA, 1, 1)


def _far(what: str, day: date, year: int, side: str, side_en: str) -> Saying:
    return say(
        f"{what} {long_date(day)} อยู่{side}รอบปี {year} หลายปี",
        f"{day.isoformat()} lies years {side_en} the round of {year}",
        "แก้ปีให้ตรงกับหนังสือ ถ้าวันที่ถูกต้องแล้ว ปล่อยไว้ได้",
        "fix the year as the paper has it; leave it if it is right",
    )


def too_old(opened: Opened) -> Iterator[Told]:
    """Doubt a day before all of this began: there is a slip in its century."""
    for record, _ in opened.records():
        for loc, day, kind in values(record):
            if kind == "day" and day.year + BUDDHIST_ERA < _OLDEST and not _of_a_round(loc):
                yield record, Fault(loc, _ancient(day), warning=True)


def _of_a_round(loc: Loc) -> bool:
    """Return whether a day is judged against its round already."""
    return loc[0] in {"steps", "survey"} or str(loc[-1]) in {"given", "signed"}


def _ancient(day: date) -> Saying:
    return say(
        f"{long_date(day)} เก่าเกินกว่าจะเป็นวันของเรื่องนี้",
        f"{day.isoformat()} is too long ago for this",
        "ตรวจปี พ.ศ. สี่หลัก",
        "check the year",
    )
