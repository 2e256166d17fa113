"""The rules between the values of a round's own file; a rule whose values were refused is silent."""

from __future__ import annotations

from contextlib import suppress
from datetime import time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.reading import day_checks, links
from generator.reading.checks import before, gathered, unique, unknown
from generator.reading.fields import STEP_KEYS
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say, shown
from generator.thai.dates import clock, long_date, moment_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from generator.reading import schema
    from generator.reading.tree import Loc, Saying

_FULL_WEIGHT = 100
_DAYTIME = range(6, 21)
"""Hours at which a ceremony begins; 1.30 is most likely half past one in the afternoon."""


def round_of_year(record: schema.Round, folder_year: int, divisions: Mapping[str, str] | None) -> Iterator[Fault]:
    """Yield the faults between the values of a `round.yaml`; `divisions` is None where they could not be read."""
    rules = (
        _folder(record, folder_year),
        _step_order(record),
        *(day_checks.days_of_step(record, folder_year, index) for index in range(_length(record))),
        *(day_checks.step_after(record, folder_year, index) for index in range(1, _length(record))),
        _result_moment(record),
        _weights(record),
        _citizens(record),
        _criterion_keys(record),
        _category_keys(record),
        _nominators(record, divisions),
        day_checks.days_of_survey(record, folder_year),
        _form(record),
        _survey_days(record),
        _counted_before_result(record),
        _ceremony_hour(record),
        day_checks.ceremony_after_result(record),
        _handover(record),
        _years(("outcomes", "satisfaction"), lambda: [each.year for each in record.outcomes.satisfaction], record),
        _years(("outcomes", "complaints"), lambda: [each.year for each in record.outcomes.complaints], record),
    )
    yield from gathered(rules)


def _folder(record: schema.Round, folder_year: int) -> Iterator[Fault]:
    if record.year != folder_year:
        yield Fault(
            ("year",),
            say(
                f"เขียนปี {record.year} แต่ไฟล์อยู่ในโฟลเดอร์ {folder_year}",
                f"the year is {record.year}, but the folder is {folder_year}",
                f"แก้เป็น year: {folder_year} หรือย้ายไฟล์ไปโฟลเดอร์ {record.year}",
                f"write year: {folder_year}, or move the files to the folder {record.year}",
            ),
        )


def _length(record: schema.Round) -> int:
    with suppress(Unread):
        return len(record.steps)
    return 0


def _step_order(record: schema.Round) -> Iterator[Fault]:
    keys = [step.key for step in record.steps]
    order = ", ".join(STEP_KEYS)
    yield from unique(("steps",), "key", keys)
    absent = [key for key in STEP_KEYS if key not in keys]
    if absent:
        names = ", ".join(absent)
        yield Fault(
            ("steps",),
            say(
                f"ขาดขั้นตอน {names}",
                f"the steps {names} are missing",
                f"ต้องมีครบ 8 ขั้นตอนตามลำดับ: {order}",
                f"all eight are needed, in this order: {order}",
            ),
            on_key=True,
        )
    for index, (above, key) in enumerate(pairwise(keys), 1):
        if STEP_KEYS.index(key) < STEP_KEYS.index(above):
            yield Fault(
                ("steps", index, "key"),
                say(
                    f"ขั้นตอน {key} อยู่หลัง {above} ซึ่งผิดลำดับ",
                    f"the step {key} comes after {above}",
                    f"เรียงตามลำดับ: {order}",
                    f"put them in this order: {order}",
                ),
            )


def _result_moment(record: schema.Round) -> Iterator[Fault]:
    for index, step in enumerate(record.steps):
        day = record.result_at.date()
        if step.key == "result" and record.result_at.time() == time() and day == step.ends + timedelta(days=1):
            yield Fault(("result_at",), _midnight(step.ends))
        elif step.key == "result" and not step.starts <= day <= step.ends:
            yield Fault(
                ("result_at",),
                say(
                    f"{moment_text(record.result_at)} อยู่นอกช่วงของขั้นตอน result (steps[{index}])",
                    f"{record.result_at:%Y-%m-%d %H:%M} is not within the step result (steps[{index}])",
                    f"ใช้วันที่ระหว่าง {long_date(step.starts)} ถึง {long_date(step.ends)} หรือแก้ขั้นตอน result",
                    f"choose a day from {step.starts.isoformat()} to {step.ends.isoformat()}, or fix the step",
                ),
            )


def _midnight(last: date) -> Saying:
    """Describe the midnight at which the last day of the result ends: every sheet would name the day after."""
    after = last + timedelta(days=1)
    return say(
        f"24.00 น. ของวันที่ {long_date(last)} คือ 00.00 น. ของวันที่ {long_date(after)} ซึ่งพ้นขั้นตอน result แล้ว",
        f"24:00 of {last.isoformat()} is 00:00 of {after.isoformat()}, when the step result is over",
        f"เขียน {long_date(last)} เวลา 23.59 น. หรือถ้าประกาศวันรุ่งขึ้น เลื่อนขั้นตอน result ไปวันที่ {long_date(after)}",
        f"write {last.isoformat()} 23:59, or let the step result be on {after.isoformat()}",
    )


def _weights(record: schema.Round) -> Iterator[Fault]:
    weights = [criterion.weight for criterion in record.criteria]
    if sum(weights) != _FULL_WEIGHT:
        parts = " + ".join(map(str, weights))
        yield Fault(
            ("criteria",),
            say(
                f"น้ำหนักคะแนนรวมได้ {sum(weights)} ต้องได้ 100 พอดี ({parts})",
                f"the weights add up to {sum(weights)}, not to 100 ({parts})",
                "ปรับ weight ของเกณฑ์ให้รวมกันได้ 100",
                "change the weights so that they add up to 100",
            ),
            on_key=True,
        )


def _citizens(record: schema.Round) -> Iterator[Fault]:
    marked = [index for index, criterion in enumerate(record.criteria) if criterion.citizens]
    gated = record.tally is not None and record.tally.gate is not None
    if len(marked) != 1 and (marked or not gated):
        yield Fault(
            ("criteria", marked[1], "citizens") if marked else ("criteria",),
            say(
                f"มีเกณฑ์ที่มาจากความพึงพอใจของประชาชน {len(marked)} ข้อ ต้องมี 1 ข้อพอดี",
                f"{len(marked)} criteria are marked as the citizens' own, and one must be",
                "เขียน citizens: ใช่ ไว้ที่เกณฑ์ความพึงพอใจของประชาชนเพียงข้อเดียว ถ้าใช้เป็นเกณฑ์ผ่านอย่างเดียว เขียน gate ใน tally",
                "write citizens: ใช่ at the one criterion that takes the citizens' satisfaction, or gate in tally",
            ),
            on_key=not marked,
        )


def _criterion_keys(record: schema.Round) -> Iterator[Fault]:
    yield from unique(("criteria",), "key", [criterion.key for criterion in record.criteria])


def _category_keys(record: schema.Round) -> Iterator[Fault]:
    yield from unique(("categories",), "key", [category.key for category in record.categories])


def _nominators(record: schema.Round, divisions: Mapping[str, str] | None) -> Iterator[Fault]:
    for index, key in enumerate(record.nominators):
        if divisions is not None and key not in divisions:
            yield unknown(("nominators", index), key, divisions, "สำนัก/กอง", "organisation.yaml")
        if key in record.nominators[:index]:
            yield Fault(
                ("nominators", index),
                say(f"{shown(key)} ซ้ำ", f"{shown(key)} is here twice", "ลบรายการที่ซ้ำ", "delete one of them"),
            )


def _form(record: schema.Round) -> Iterator[Fault]:
    """Yield a fault for each of channel and place that the form is not told, or the price where that was chosen."""
    missing = tuple(mark for mark in links.MARKS if mark not in record.survey.form)
    if record.survey.plain_link and missing:
        yield Fault(("survey", "plain_link"), links.plain_form(missing), warning=True)
    elif missing:
        yield from (Fault(("survey", "form"), links.form_without(mark)) for mark in missing)


def _survey_days(record: schema.Round) -> Iterator[Fault]:
    survey = record.survey
    if survey.counted_until < survey.opens:
        yield before(("survey", "counted_until"), survey.counted_until, "วันเปิดรับคำตอบ", "the opening", survey.opens)
    if survey.closes < survey.counted_until:
        yield before(
            ("survey", "closes"), survey.closes, "วันสุดท้ายที่นับคะแนน", "the last day that counts", survey.counted_until
        )


def _counted_before_result(record: schema.Round) -> Iterator[Fault]:
    counted, result = record.survey.counted_until, record.result_at
    if counted > result.date():
        yield Fault(
            ("survey", "counted_until"),
            say(
                f"นับคำตอบถึง {long_date(counted)} แต่ประกาศผลก่อนแล้วเมื่อ {moment_text(result)}",
                f"replies are counted until {counted.isoformat()}, after the result of {result:%Y-%m-%d}",
                "ให้วันสุดท้ายที่นับคะแนนไม่หลังวันประกาศผล",
                "set the last day that counts to the day of the result or earlier",
            ),
        )


def _ceremony_hour(record: schema.Round) -> Iterator[Fault]:
    """Warn about a time that was most likely meant for a twelve-hour clock."""
    if record.ceremony and record.ceremony.starts.hour not in _DAYTIME:
        starts = record.ceremony.starts
        yield Fault(
            ("ceremony", "starts"),
            say(
                f"พิธีเริ่ม {clock(starts)} ซึ่งเป็นเวลากลางคืน",
                f"the ceremony begins at {starts:%H:%M}, which is at night",
                "ถ้าเป็นเวลาบ่าย ให้เขียนแบบ 24 ชั่วโมง เช่น บ่ายโมงครึ่งเขียน 13.30 น.",
                "write half past one in the afternoon as 13:30",
            ),
            warning=True,
        )


def _handover(record: schema.Round) -> Iterator[Fault]:
    """Yield a fault where the office's own order of events does not say exactly once when the winners are called."""
    events = record.ceremony.events if record.ceremony else []
    marked = [index for index, event in enumerate(events) if event.handover]
    if events and len(marked) != 1:
        yield Fault(
            ("ceremony", "events", marked[1], "handover") if marked else ("ceremony", "events"),
            say(
                f"มีรายการที่มอบประกาศเกียรติคุณ {len(marked)} ข้อ ต้องมี 1 ข้อพอดี",
                f"{len(marked)} events are marked as the handing over, and one must be",
                "เขียน handover: ใช่ ไว้ที่รายการมอบประกาศเกียรติคุณเพียงข้อเดียว ถ้าใช้ลำดับทั่วไป ให้ลบ events ทั้งหมด",
                "write handover: ใช่ at one event, or delete all events to keep the usual order",
            ),
            on_key=not marked,
        )


def _years(loc: Loc, years_written: Callable[[], list[int]], record: schema.Round) -> Iterator[Fault]:
    years = years_written()
    for index, year in enumerate(years):
        if index and year <= years[index - 1]:
            yield Fault(
                (*loc, index, "year"),
                say(
                    f"ปี {year} อยู่หลังปี {years[index - 1]}",
                    f"{year} comes after {years[index - 1]}",
                    "เรียงปีจากเก่าไปใหม่ ปีละหนึ่งรายการ",
                    "put the years from old to new, each once",
                ),
            )
        if year > record.year:
            yield Fault(
                (*loc, index, "year"),
                say(
                    f"ปี {year} มาหลังปี {record.year} ของรอบนี้",
                    f"{year} comes after the round's year {record.year}",
                    f"ใส่ผลถึงปี {record.year} เท่านั้น",
                    f"give figures up to {record.year} only",
                ),
            )
