"""When a reply came: how each program writes a day, and whether the day or the month stands first in it.

That is decided by all dates of the file and the round's days, never by the first rows; where both orders fit, somebody
is asked. LimeSurvey writes 1980-01-01 into every reply of an anonymous survey: that is no date.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from generator.era import BANGKOK, BUDDHIST_ERA
from generator.model.answers import ORDERS
from generator.thai.dates import DateFault, parse_date
from generator.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.answers import DateOrder
_NO_DAY: Final = date(1980, 1, 1)
_BUDDHIST: Final = 2400
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_FIRST_SERIAL: Final = date(1899, 12, 30)
_SPLIT = re.compile(r"(.*?[ ,T]\s*\d{1,2}):\d{2}(?::\d{2}(?:[.,]\d+)?)?(.*)", re.DOTALL)
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b")
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_HOUR = re.compile(r"[ ,T]\s*(\d{1,2})$")
_ZONE = re.compile(r"^\s*(?:\(?(?:GMT|UTC))?\s*([+-])(\d{1,2}):?(\d{2})?\b")
_ENGLISH = re.compile(
    r"(?:[A-Z][a-z]{2,8},? )?(?:(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2}),?|"
    r"(?P<first>\d{1,2})[ -](?P<second>[A-Z][a-z]{2,8}))[ -,]+(?P<year>\d{4})"
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AFTERNOON = re.compile(r"^\s*(?:PM|หลังเที่ยง)", re.IGNORECASE)
_MORNING = re.compile(r"^\s*(?:AM|ก่อนเที่ยง)", re.IGNORECASE)
_HALF = re.compile(r"^\s*(?:AM|PM|ก่อนเที่ยง|หลังเที่ยง)", re.IGNORECASE)
_SURE: Final = 40
"""Different moments that are none in one order, and all of which are some in the other."""
_MINUTES_AND_SECONDS: Final = len("59:59")
_NOON: Final = 12
_ENOUGH: Final = 4
"""Days after which it is no chance that they rise."""


class Span(NamedTuple):
    """The days within which a reply counts, first and last."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Return whether a day is one of them."""
        return self.first <= day <= self.last


class Unordered(Exception):
    """Dates that are days in both orders, and fit the round otherwise in one than in the other."""

    def __init__(self, example: str) -> None:
        """Keep one that is not the same in both."""
        super().__init__(example)
        self.example = example


def key(raw: str) -> tuple[str, str]:
    """Return what decides the day of a moment: all before its minutes, and what follows its seconds (a zone)."""
    before, _, after = raw.partition(":")
    if len(after) == _MINUTES_AND_SECONDS:
        return before, ""
    found = _SPLIT.match(raw)
    return (found[1], found[2]) if found else (raw, "")


class Days:
    """The days of a file's moments; `in_utc` says that a moment without a zone is one of Greenwich."""

    def __init__(self, order: DateOrder, span: Span, *, in_utc: bool = False) -> None:
        """Read figures in this order; years of two figures are the ones near the round."""
        self._order, self._span, self._in_utc = order, span, in_utc
        self._known: dict[tuple[str, str], date | Literal[False] | None] = {}

    def day(self, raw: str) -> date | Literal[False] | None:
        """Return the day of a moment in Thailand, None where nothing is written, False where it is no day."""
        decisive = key(raw)
        if decisive not in self._known:
            self._known[decisive] = self._read(*decisive)
        return self._known[decisive]

    def _read(self, before: str, after: str) -> date | Literal[False] | None:
        text = " ".join(to_arabic(before).split())
        if text in {"", "-"}:
            return None
        try:
            day = self._plain(text)
            hour = _HOUR.search(text)
            if hour:
                day = self._in_thailand(day, int(hour[1]), after)
        except (ValueError, OverflowError):
            return False
        return None if day == _NO_DAY else day

    def _plain(self, text: str) -> date:
        if _SERIAL.fullmatch(text):
            return _FIRST_SERIAL + timedelta(days=int(float(text)))
        if found := _YEAR_FIRST.match(text):
            return _day(int(found[1]), int(found[2]), int(found[3]))
        if found := _SLASHED.match(text):
            one, two = int(found[1]), int(found[2])
            month, day = (two, one) if self._order == "d/m" else (one, two)
            return _day(self._year(found[3]), month, day)
        if found := _ENGLISH.match(text):
            month = _MONTHS.index((found["month"] or found["second"])[:3].lower()) + 1
            return _day(int(found["year"]), month, int(found["day"] or found["first"]))
        return _thai(re.sub(r"[ ,]*(?:เวลา)?[ ,T]*\d{1,2}$", "", text) if _HOUR.search(text) else text)

    def _year(self, written: str) -> int:
        if len(written) > 2:  # noqa: PLR2004 - a year in full
            return int(written)
        meant = [2000 + int(written), 2500 + int(written) - BUDDHIST_ERA]
        return min(meant, key=lambda year: abs(year - self._span.first.year))

    def _in_thailand(self, day: date, hour: int, after: str) -> date:
        if _AFTERNOON.match(after) and hour < _NOON:
            hour += _NOON
        elif _MORNING.match(after) and hour == _NOON:
            hour = 0
        zone = _ZONE.match(_HALF.sub("", after))
        if zone is None and after.strip() != "Z" and not self._in_utc:
            return day
        shift = timedelta()
        if zone:
            shift = timedelta(hours=int(zone[2]), minutes=int(zone[3] or 0)) * (1 if zone[1] == "+" else -1)
        return datetime(day.year, day.month, day.day, hour, tzinfo=timezone(shift)).astimezone(BANGKOK).date()


def _day(year: int, month: int, day: int) -> date:
    return date(year - BUDDHIST_ERA if year >= _BUDDHIST else year, month, day)


def _thai(text: str) -> date:
    """Return a day with a month in Thai; a Common Era year is one here, for programs write it so."""
    year = re.search(r"(?:พ\.?ศ\.?|ค\.?ศ\.?)?\s*(19|20|21)(\d\d)$", text)
    if year and "พ" not in year[0]:
        text = f"{text[: year.start()]} {int(year[1] + year[2]) + BUDDHIST_ERA}"
    try:
        return parse_date(text)
    except DateFault as fault:
        raise ValueError(text) from fault


def order_of(written: Iterable[str], counted: Span, is_open: Span, *, in_utc: bool = False) -> DateOrder:
    """Return in which order day and month stand, by all of a file's moments; raises `Unordered`.

    An order in which more of them are no day is wrong. Where the same replies are counted by both, neither matters.
    Else that one is meant in which all were given while the survey was open or, as programs list them, in turn.
    """
    both = {order: Days(order, counted, in_utc=in_utc) for order in ORDERS}
    kinds, faults = dict[tuple[str, str], str](), dict.fromkeys(ORDERS, 0)
    for raw in written:
        decisive = key(raw)
        if decisive not in kinds:
            kinds[decisive] = raw
            for order in ORDERS:
                faults[order] += both[order].day(raw) is False
            if max(faults.values()) >= _SURE and not min(faults.values()):
                break
    if faults["d/m"] != faults["m/d"]:
        return min(ORDERS, key=lambda order: faults[order])
    days = {order: [both[order].day(raw) for raw in kinds.values()] for order in ORDERS}
    dated = {order: [day for day in days[order] if day] for order in ORDERS}
    if [counted.holds(day) for day in dated["d/m"]] == [counted.holds(day) for day in dated["m/d"]]:
        return "d/m"
    for is_meant in (lambda found: all(map(is_open.holds, found)), _rises):
        meant = [order for order in ORDERS if is_meant(dated[order])]
        if len(meant) == 1:
            return meant[0]
    raise Unordered(next(raw for n, raw in enumerate(kinds.values()) if days["d/m"][n] != days["m/d"][n]))


def _rises(days: list[date]) -> bool:
    return len(set(days)) >= _ENOUGH and days == sorted(days)
