"""The rules about days: each in the round's own time, in the programme's order, and after those of the round before.

A result is public from its moment on. So a day that was copied from another year and forgotten would publish somebody's
name at once, and is never only a warning.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from generator.era import BUDDHIST_ERA
from generator.reading.checks import before
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say
from generator.thai.dates import long_date, moment_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.reading import schema
    from generator.reading.tree import Loc

FIRST_MONTH, FIRST_OF_RESULT = 7, 10
"""A round may be prepared from July of the year before; its result belongs to the budget year, from October."""
OF_THE_RESULT = frozenset({"result", "ceremony", "publicity"})


def days_of_step(record: schema.Round, year: int, index: int) -> Iterator[Fault]:
    """Yield the faults of one step's days: its end before its start, or outside the round's time."""
    step = record.steps[index]
    if step.ends < step.starts:
        yield before(("steps", index, "ends"), step.ends, "วันเริ่ม", "starts", step.starts)
    for key, day in (("starts", step.starts), ("ends", step.ends)):
        yield from _within(year, ("steps", index, key), day, of_result=step.key in OF_THE_RESULT)


def days_of_survey(record: schema.Round, year: int) -> Iterator[Fault]:
    """Yield the days of the survey that lie outside the round's time; it may stay open for years after a result."""
    for key, day in (("opens", record.survey.opens), ("counted_until", record.survey.counted_until)):
        yield from _within(year, ("survey", key), day)


def _within(year: int, loc: Loc, day: date, *, of_result: bool = False) -> Iterator[Fault]:
    if not _is_possible(year, day, of_result=of_result):
        first, last = _time_of(year, of_result=of_result)
        yield Fault(
            loc,
            say(
                f"{long_date(day)} ห่างจากปี {year} ของรอบนี้มากเกินไป",
                f"{day.isoformat()} is too far from the round's year {year}",
                f"ตรวจปี: ต้องอยู่ระหว่าง {long_date(first)} ถึง {long_date(last)}",
                f"check the year: from {first.isoformat()} to {last.isoformat()} is possible",
            ),
        )


def _is_possible(year: int, day: date, *, of_result: bool) -> bool:
    first, last = _time_of(year, of_result=of_result)
    return first <= day <= last


def _time_of(year: int, *, of_result: bool) -> tuple[date, date]:
    """Return the first and the last day that a round's steps, or those from its result on, may have."""
    month = FIRST_OF_RESULT if of_result else FIRST_MONTH
    return date(year - 1 - BUDDHIST_ERA, month, 1), date(year + 1 - BUDDHIST_ERA, 12, 31)


def step_after(record: schema.Round, year: int, index: int) -> Iterator[Fault]:
    """Yield a fault for a step that begins before the one above it; publicity may begin once there is a result."""
    step = record.steps[index]
    behind = "result" if step.key == "publicity" else record.steps[index - 1].key
    for other in record.steps[:index]:
        possible = _is_possible(year, step.starts, of_result=step.key in OF_THE_RESULT)
        if other.key == behind and possible and step.starts < other.starts:
            yield Fault(
                ("steps", index, "starts"),
                say(
                    f"เริ่ม {long_date(step.starts)} ก่อนขั้นตอน {behind} ({long_date(other.starts)})",
                    f"this step begins before the step {behind} ({other.starts.isoformat()})",
                    "แก้วันที่ของขั้นตอนใดขั้นตอนหนึ่งให้เรียงตามลำดับ",
                    "put the dates of both in order",
                ),
            )


def ceremony_after_result(record: schema.Round) -> Iterator[Fault]:
    """Yield a fault where certificates are handed out on the day of the result, but before its hour."""
    if record.ceremony is None:
        return
    starts = record.ceremony.starts
    for step in record.steps:
        same_day = step.key == "ceremony" and step.starts == record.result_at.date()
        if same_day and starts < record.result_at.timetz().replace(tzinfo=None):
            yield Fault(
                ("ceremony", "starts"),
                say(
                    f"พิธีเริ่มก่อนเวลาประกาศผล ({moment_text(record.result_at)})",
                    f"the ceremony begins before the result is out ({record.result_at:%Y-%m-%d %H:%M})",
                    "แก้เวลาเริ่มพิธี หรือ result_at",
                    "change the ceremony's hour, or result_at",
                ),
            )


def between_rounds(rounds: Iterable[tuple[int, schema.Round]]) -> Iterator[tuple[int, Fault]]:
    """Yield the days of a round that do not come after the same days of the round before, each with its year.

    They were copied with the folder of that year, and forgotten. A day that is far from its round's year is told by
    the other rules.
    """
    earlier: dict[str, tuple[int, date]] = {}
    for year, record in sorted(rounds, key=lambda each: each[0]):
        for name, loc, day in _days(record):
            other = earlier.get(name)
            if other and day <= other[1] and _is_possible(year, day, of_result=name in OF_THE_RESULT):
                yield year, _copied(loc, day, other[0], other[1])
            earlier[name] = (year, max(day, other[1]) if other else day)


def _days(record: schema.Round) -> Iterator[tuple[str, Loc, date]]:
    with suppress(Unread):
        for index, step in enumerate(record.steps):
            with suppress(Unread):
                if step.key != "result":
                    yield step.key, ("steps", index, "starts"), step.starts
    with suppress(Unread):
        yield "result", ("result_at",), record.result_at.date()
    for name in ("opens", "counted_until"):
        with suppress(Unread):
            day: date = getattr(record.survey, name)
            yield f"survey.{name}", ("survey", name), day


def _copied(loc: Loc, day: date, year: int, other: date) -> Fault:
    return Fault(
        loc,
        say(
            f"{long_date(day)} ไม่หลังวันเดียวกันของรอบปี {year} ({long_date(other)})",
            f"{day.isoformat()} does not come after the same day of the round of {year} ({other.isoformat()})",
            "ถ้าคัดลอกโฟลเดอร์ของปีก่อนมา ให้แก้วันที่นี้เป็นของรอบนี้",
            "if the folder was copied from another year, write this round's own day",
        ),
    )
