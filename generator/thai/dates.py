"""Buddhist-era dates and moments as people write and read them; the calendar behind them is `datetime`'s.

A year is written in the Buddhist era wherever a person sees it (Common Era + 543; the months and leap days are the same
since 2484). A bare Common Era year is refused, never converted: 2023 might be a slip of the pen for 2566 or for 2123.
"""

from __future__ import annotations

import difflib
import re
from datetime import date, datetime, time, timedelta

from generator.era import BANGKOK, BUDDHIST_ERA
from generator.problems import Text
from generator.thai.digits import to_arabic, to_thai

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
WEEKDAYS = ("วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์", "วันอาทิตย์")

FIRST_YEAR, LAST_YEAR = 2400, 2799
"""Buddhist-era years that a record may speak of; outside them a year is a slip of the pen."""

_SHORT = 2
"""Digits of a year written short, as 66; 0066 is a slip."""
_CENTURY = 2500
_COMMON_ERA = range(1900, 2200)

_ERA = r"(?:(?P<era>พ\.?\s*ศ\.?|ค\.?\s*ศ\.?|พุทธศักราช|คริสต์ศักราช)\s*)?"
_WORDED = re.compile(
    rf"(?:(?P<weekday>วัน[ก-ฮเ-ไ][^\s\d]*?)?\s*(?:วัน)?ที่\s*)?(?P<day>\d{{1,2}})\s*(?:เดือน\s*)?"
    rf"(?P<month>[ก-ฮเ-ไ][ก-๎.]*?)\s*{_ERA}(?P<year>\d{{4}}|\d{{2}})"
)
_DAY_FIRST = re.compile(
    rf"(?:(?:วัน)?ที่\s*)?(?P<day>\d{{1,2}})(?P<mark> ?[/.-] ?)(?P<month>\d{{1,2}}|[ก-ฮเ-ไ][ก-๎.]*?)(?P=mark)"
    rf"{_ERA}(?P<year>\d{{4}}|\d{{2}})"
)
_YEAR_FIRST = re.compile(rf"{_ERA}(?P<year>\d{{4}})(?P<mark>[/-])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})")
_MOMENT = re.compile(
    r"(?P<day>.+?)(?:\s*,?\s*เวลา(?:ประมาณ)?\s*|\s*,\s*|\s+|T)"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::00)?\s*(?:น\.?|นาฬิกา)?"
)
_CLOCK = re.compile(r"(?:เวลา\s*)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})\s*(?:น\.?|นาฬิกา)?")

_MIDNIGHT = re.compile(r"[ T]0{1,2}:00(?::00(?:\.0+)?)?")
"""What a spreadsheet adds to a day that is shown as a moment."""
_IN_BRACKETS = re.compile(r" ?\((?P<weekday>[ก-๎.]+)\)")
_SHORT_WEEKDAYS = ("จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส.", "อา.")

END_OF_DAY = time.max
"""24.00, at which something ends; as the beginning of anything it is 00.00 of the next day."""

_MONTH_NUMBERS = {
    name: number
    for names in (MONTHS, (short.replace(".", "") for short in SHORT_MONTHS))
    for number, name in enumerate(names, 1)
}


class DateFault(ValueError):
    """A date or moment that cannot be what was meant: what is wrong with it, and what to type instead."""

    def __init__(self, message: Text, fix: Text) -> None:
        """Keep the two sentences; the reader adds the place in the file."""
        super().__init__(message.en)
        self.message = message
        self.fix = fix


_EXAMPLE = Text("เขียนวันที่เป็น พ.ศ. เช่น 28 เมษายน 2566 หรือ 2566-04-28", "write a date as 28 เมษายน 2566 or 2566-04-28")
_MOMENT_EXAMPLE = Text(
    "เขียนวันที่แล้วตามด้วยเวลา เช่น 21 เมษายน 2566 เวลา 09.00 น. หรือ 2566-04-21 09:00",
    "write the date and then the time, as 2566-04-21 09:00 or 21 เมษายน 2566 เวลา 09.00 น.",
)
_CLOCK_EXAMPLE = Text("เขียนเวลาแบบ 24 ชั่วโมง เช่น 09.30 น. หรือ 13:30", "write a time of 24 hours, as 09:30 or 13.30 น.")


def parse_date(text: str) -> date:
    """Return the day that a person wrote, with Thai or Arabic digits, in full, short, or figures only.

    Figures are day/month/year or year-month-day; a year of two digits is one of 2500-2599. Raises `DateFault`.
    """
    plain = _plain(text)
    bracket = _IN_BRACKETS.search(plain)
    plain = _MIDNIGHT.sub("", _IN_BRACKETS.sub("", plain, count=1)).strip()
    found = _WORDED.fullmatch(plain) or _DAY_FIRST.fullmatch(plain) or _YEAR_FIRST.fullmatch(plain)
    if found is None:
        raise DateFault(Text(f"อ่าน “{text}” เป็นวันที่ไม่ได้", f"“{text}” is not a date"), _EXAMPLE)
    parts = found.groupdict()
    month = int(parts["month"]) if parts["month"].isdigit() else _month(parts["month"], text)
    year = _common_year(parts["year"], parts.get("era"), text)
    day = _day(year, month, int(parts["day"]), text)
    named = parts.get("weekday") or (_named(bracket["weekday"], text) if bracket else None)
    if named and not weekday(day).startswith(named):
        raise DateFault(
            Text(
                f"“{text}” เขียนว่า{named} แต่ {long_date(day)} เป็น{weekday(day)}",
                f"“{text}” says {named}, but that day is {weekday(day)}",
            ),
            Text("ตรวจวันและวันที่ให้ตรงกันกับปฏิทิน หรือตัดชื่อวันออก", "check the calendar, or leave the weekday out"),
        )
    return day


def _named(written: str, text: str) -> str:
    """Return the weekday that stands in brackets, short or in full; raises `DateFault` for anything else."""
    if written in _SHORT_WEEKDAYS:
        return WEEKDAYS[_SHORT_WEEKDAYS.index(written)]
    name = written if written.startswith("วัน") else f"วัน{written}"
    if not any(weekday.startswith(name) for weekday in WEEKDAYS):
        raise DateFault(
            Text(f"อ่าน “({written})” ใน “{text}” เป็นชื่อวันไม่ได้", f"“({written})” in “{text}” is no weekday"),
            Text("ลบวงเล็บออก หรือเขียนชื่อวัน เช่น (วันพุธ)", "leave the brackets out, or write a weekday, as (วันพุธ)"),
        )
    return name


def parse_moment(text: str) -> datetime:
    """Return the moment that a person wrote as a date and a time of day, aware in `BANGKOK`.

    24.00 is the midnight that ends the day. Raises `DateFault`, also for a date without a time.
    """
    found = _MOMENT.fullmatch(_plain(text))
    if found is None:
        _day_without_time(text)
        raise DateFault(Text(f"“{text}” มีแต่วันที่ ยังไม่มีเวลา", f"“{text}” has no time of day"), _MOMENT_EXAMPLE)
    day = parse_date(found["day"])
    hour, minute = int(found["hour"]), int(found["minute"])
    if (hour, minute) == (24, 0):
        return datetime.combine(day + timedelta(days=1), time(), BANGKOK)
    return datetime.combine(day, _time(hour, minute, text), BANGKOK)


def parse_clock(text: str, *, ends: bool = False) -> time:
    """Return the time of day that a person wrote, as "09.30 น." or "9:30". Raises `DateFault`.

    24.00 is `END_OF_DAY` where something `ends`, and refused where something begins.
    """
    found = _CLOCK.fullmatch(_plain(text))
    if found is None:
        raise DateFault(Text(f"อ่าน “{text}” เป็นเวลาไม่ได้", f"“{text}” is not a time of day"), _CLOCK_EXAMPLE)
    hour, minute = int(found["hour"]), int(found["minute"])
    if ends and (hour, minute) == (24, 0):
        return END_OF_DAY
    return _time(hour, minute, text)


def _time(hour: int, minute: int, text: str) -> time:
    try:
        return time(hour, minute)
    except ValueError:
        raise DateFault(
            Text(
                f"เวลา {hour:02d}.{minute:02d} น. ใน “{text}” ไม่มีจริง",
                f"there is no {hour:02d}:{minute:02d} in “{text}”",
            ),
            Text("เที่ยงคืนซึ่งเริ่มวันใหม่เขียน 00.00 น.", "write midnight, which begins a new day, as 00:00")
            if (hour, minute) == (24, 0)
            else Text("เวลาอยู่ระหว่าง 00.00 น. ถึง 23.59 น.", "a time lies between 00:00 and 23:59"),
        ) from None


def _day_without_time(text: str) -> None:
    """Accept a text that is a day, and raise `DateFault` for any other, as the time in it may be what is wrong."""
    try:
        parse_date(text)
    except DateFault as fault:
        if fault.fix is not _EXAMPLE:
            raise
        message = Text(f"อ่าน “{text}” เป็นวันและเวลาไม่ได้", f"“{text}” is not a date and time")
        raise DateFault(message, _MOMENT_EXAMPLE) from None


def _plain(text: str) -> str:
    """Return the text with Arabic digits and single spaces, so that one pattern reads all ways of writing."""
    return " ".join(to_arabic(text).split())


def _month(written: str, text: str) -> int:
    name = written.replace(".", "").removeprefix("เดือน")
    number = _MONTH_NUMBERS.get(name)
    if number is None:
        near = difflib.get_close_matches(name, MONTHS, n=1, cutoff=0.5)
        cure = Text(f"หมายถึง{near[0]}ใช่หรือไม่", f"did you mean {near[0]}?") if near else _EXAMPLE
        raise DateFault(Text(f"ไม่มีเดือน “{written}” ใน “{text}”", f"there is no month “{written}” in “{text}”"), cure)
    return number


def _common_year(written: str, era: str | None, text: str) -> int:
    """Return the Common Era year; which era a person meant is decided here alone."""
    year = int(written)
    if era and era.startswith("ค"):
        if year in _COMMON_ERA:
            return year
        raise DateFault(
            Text(f"“{text}” เขียน ค.ศ. {year} ซึ่งไม่ใช่ปีคริสต์ศักราช", f"“{text}”: {year} is not a Common Era year"),
            Text("ถ้าเป็นปีพุทธศักราช ให้ตัด ค.ศ. ออก", "leave ค.ศ. out if it is a Buddhist-era year"),
        )
    if len(written) == _SHORT:
        year += _CENTURY
    if year in _COMMON_ERA:
        buddhist = year + BUDDHIST_ERA
        raise DateFault(
            Text(f"ปี {year} ใน “{text}” ดูเป็นปี ค.ศ.", f"{year} in “{text}” looks like a Common Era year"),
            Text(
                f"ใช้ปี พ.ศ. {buddhist} หรือเขียน ค.ศ. {year} ให้ชัดเจน",
                f"write the Buddhist-era year {buddhist}, or ค.ศ. {year} if that is what you mean",
            ),
        )
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateFault(
            Text(f"ปี {year} ใน “{text}” อยู่นอกช่วงที่ใช้ได้", f"the year {year} in “{text}” is out of range"),
            Text(
                f"ใช้ปี พ.ศ. ระหว่าง {FIRST_YEAR} ถึง {LAST_YEAR}",
                f"write a Buddhist-era year from {FIRST_YEAR} to {LAST_YEAR}",
            ),
        )
    return year - BUDDHIST_ERA


def _day(year: int, month: int, day: int, text: str) -> date:
    if not 1 <= month <= len(MONTHS):
        raise DateFault(
            Text(f"เดือนที่ {month} ใน “{text}” ไม่มีจริง", f"there is no month {month} in “{text}”"),
            Text("เดือนอยู่ระหว่าง 1 ถึง 12 และเขียนวันก่อนเดือน เช่น 28/4/2566", "months run from 1 to 12, the day comes first"),
        )
    try:
        return date(year, month, day)
    except ValueError:
        last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
        shown = year + BUDDHIST_ERA
        raise DateFault(
            Text(f"วันที่ {day} {MONTHS[month - 1]} {shown} ไม่มีในปฏิทิน", f"“{text}”: that month has no day {day}"),
            Text(
                f"{MONTHS[month - 1]} {shown} มีวันที่ 1 ถึง {last}",
                f"{MONTHS[month - 1]} {shown} has the days 1 to {last}",
            ),
        ) from None


def buddhist_year(day: date) -> int:
    """Return the Buddhist-era year of a day."""
    return day.year + BUDDHIST_ERA


def year_text(year: int) -> str:
    """Return a Buddhist-era year that stands alone or after a name as "พ.ศ. 2566".

    After ปี and ประจำปี a year is written bare; only official papers write ประจำปี พ.ศ.
    """
    return f"พ.ศ. {year}"


def long_date(day: date) -> str:
    """Return a day as "28 เมษายน 2566"."""
    return f"{day_and_month(day)} {buddhist_year(day)}"


def day_and_month(day: date) -> str:
    """Return a day that comes soon as "28 เมษายน"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def weekday_date(day: date) -> str:
    """Return a day with its weekday as "วันศุกร์ที่ 28 เมษายน 2566"."""
    return f"{weekday(day)}ที่ {long_date(day)}"


def formal_date(day: date) -> str:
    """Return a day as a certificate closes with it, in full words and Thai digits."""
    return to_thai(f"ให้ไว้ ณ วันที่ {day.day} เดือน {MONTHS[day.month - 1]} พุทธศักราช {buddhist_year(day)}")


def official_date(day: date) -> str:
    """Return a day as the last line of an announcement has it: "วันที่ ๒๘ เมษายน พ.ศ. ๒๕๖๖"."""
    return to_thai(f"วันที่ {day.day} {MONTHS[day.month - 1]} พ.ศ. {buddhist_year(day)}")


def short_date(day: date) -> str:
    """Return a day as "28 เม.ย. 66"."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {buddhist_year(day) % 100:02d}"


def weekday(day: date) -> str:
    """Return the name of the weekday, with วัน."""
    return WEEKDAYS[day.weekday()]


def date_range(first: date, last: date) -> str:
    """Return the days from one to the other, as short as possible: "1–5 เมษายน 2566"."""
    if first == last:
        return long_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{long_date(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {long_date(last)}"
    return f"{long_date(first)} – {long_date(last)}"


def clock(moment: datetime | time) -> str:
    """Return a time of day as "09.00 น.", and the end of a day as "24.00 น."."""
    if moment == END_OF_DAY:
        return "24.00 น."
    return f"{moment:%H.%M} น."


def moment_text(moment: datetime) -> str:
    """Return a moment as "21 เมษายน 2566 เวลา 09.00 น."."""
    local = moment.astimezone(BANGKOK)
    return f"{long_date(local.date())} เวลา {clock(local)}"
