"""What may be typed as the value of an option, and the answers to mistyped values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from datetime import date, datetime

_PORTS = range(1, 65536)
_SLOTS = range(5, 901)
"""How many seconds one reading may last: no more than is decoded from a file."""
_HOUR = 3600


class WrongUsage(ProblemsFound):
    """A mistake in the command itself, not in the records."""

    def __init__(self, message: Text, fix: Text, option: str) -> None:
        """Report one option or word of the command."""
        super().__init__((Problem(option, 0, 0, "", message, fix),))


def lang(text: str) -> str:
    """Return a language of messages."""
    if text not in {"th", "en"}:
        raise WrongUsage(
            Text(f"ไม่มีภาษา “{text}”", f"Unknown language “{text}”"),
            Text("เขียน --lang th (ไทย) หรือ --lang en (อังกฤษ)", "Use --lang th or --lang en"),
            "--lang",
        )
    return text


def year(text: str) -> int:
    """Return a Buddhist-era year."""
    return _year(text, "--year")


def new_year(text: str) -> int:
    """Return a Buddhist-era year that is to begin."""
    return _year(text, "new")


def gone(text: str) -> int:
    """Return a Buddhist-era year that is to go from what is public."""
    return _year(text, "--gone")


def _year(text: str, option: str) -> int:
    number = whole(text)
    if number is None:
        raise WrongUsage(
            Text(f"“{text}” ไม่ใช่ปี พ.ศ.", f"“{text}” is not a Buddhist-era year"),
            Text(f"เขียนปี พ.ศ. สี่หลัก เช่น {option} 2566", f"Use a year, e.g. {option} 2566"),
            option,
        )
    return number


def village(text: str) -> int:
    """Return the number of a village."""
    number = whole(text)
    if number is None:
        raise WrongUsage(
            Text(f"“{text}” ไม่ใช่เลขหมู่", f"“{text}” is not a village number"),
            Text("เขียนตัวเลข เช่น --village 2", "Use a number, e.g. --village 2"),
            "--village",
        )
    return number


def people(text: str) -> int:
    """Return how many people were served."""
    number = whole(text.replace(",", ""))
    if not number:
        raise WrongUsage(
            Text(f"“{text}” ไม่ใช่จำนวนคน", f"“{text}” is not a number of people"),
            Text("เขียนจำนวนผู้รับบริการทั้งหมด เช่น --people 1154", "Use how many were served, e.g. --people 1154"),
            "--people",
        )
    return number


def dates(text: str) -> str:
    """Return whether the day or the month stands first in a date of figures."""
    from generator.model.answers import ORDERS

    if text not in ORDERS:
        raise WrongUsage(
            Text(f"ไม่รู้จักลำดับวันที่ “{text}”", f"Unknown order of dates “{text}”"),
            Text("เขียน --dates d/m (วันก่อน) หรือ --dates m/d (เดือนก่อน)", "Use --dates d/m or --dates m/d"),
            "--dates",
        )
    return text


def paper(text: str) -> str:
    """Return the key of an official paper, from its key or from what the office calls it."""
    from generator.model import PAPER_NAMES

    keys = {called: key for key, called in PAPER_NAMES.items()}
    key = keys.get(text, text)
    if key not in PAPER_NAMES:
        listed = "\n".join(f"    {key}  {called}" for key, called in PAPER_NAMES.items())
        raise WrongUsage(
            Text(f"ไม่มีเอกสารชื่อ “{text}”", f"Unknown paper “{text}”"),
            Text(f"ชื่อที่ใช้ได้:\n{listed}", f"the names are:\n{listed}"),
            "--paper",
        )
    return key


def day(text: str) -> date:
    """Return a day as records write it."""
    from generator.thai.dates import DateFault, parse_date

    try:
        return parse_date(text)
    except DateFault as fault:
        raise WrongUsage(fault.message, fault.fix, "--day") from None


def register_number(text: str) -> str:
    """Return the number that a register gave, as papers have it."""
    from generator.reading.paper_fields import no_number, number_of

    found = number_of(text)
    if found is None:
        raise WrongUsage(*no_number(text), "--number")
    return found


def seconds(text: str) -> float:
    """Return a number of seconds below an hour."""
    from generator.thai.digits import to_arabic

    try:
        seconds = float(to_arabic(text))
    except ValueError:
        seconds = 0
    if not 0 < seconds < _HOUR:
        raise WrongUsage(
            Text(f"“{text}” ไม่ใช่จำนวนวินาที", f"“{text}” is not a number of seconds"),
            Text("เขียนตัวเลข เช่น --seconds 48", "Use a number, e.g. --seconds 48"),
            "--seconds",
        )
    return seconds


def port(text: str) -> int:
    """Return a port."""
    if not (text.isascii() and text.isdigit() and int(text) in _PORTS):
        raise WrongUsage(
            Text(f"“{text}” ไม่ใช่หมายเลขพอร์ต", f"“{text}” is not a port number"),
            Text("เขียนตัวเลข เช่น --port 8001", "Use a number, e.g. --port 8001"),
            "--port",
        )
    return int(text)


def slot(text: str) -> int:
    """Return the length of one reading in seconds."""
    number = whole(text)
    if number is None or number not in _SLOTS:
        raise WrongUsage(
            Text(f"“{text}” ไม่ใช่จำนวนวินาทีที่ใช้ได้", f"“{text}” is not a usable number of seconds"),
            Text("เขียนตัวเลข 5 ถึง 900 เช่น --slot 60", "Use a number from 5 to 900, e.g. --slot 60"),
            "--slot",
        )
    return number


def whole(text: str) -> int | None:
    """Return a whole number in Thai or Arabic figures, or None for anything else."""
    from generator.thai.digits import to_arabic

    digits = to_arabic(text)
    return int(digits) if digits.isascii() and digits.isdigit() else None


def moment(text: str) -> datetime:
    """Return a moment, in any way that dates are written."""
    from generator.thai.dates import DateFault, parse_moment

    try:
        return parse_moment(text)
    except DateFault as fault:
        quotes = Text(f'{fault.fix.th} (ครอบด้วย " ")', f'{fault.fix.en} (in " ")')
        raise WrongUsage(fault.message, quotes, "--as-of") from None
