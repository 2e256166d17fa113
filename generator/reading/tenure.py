"""From when to when something of the office held: which facts stood on a day, and what is written that cannot be so."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from generator.reading.checks import before, gathered
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import missing, say, shown
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from generator.reading import schema
    from generator.reading.tree import Loc

    Former = schema.FormerOrganisation | schema.FormerDivision | schema.FormerVillage
    Item = schema.Division | schema.Village

Value = TypeVar("Value")

LIVING = ("phone", "office_hours", "site", "facebook", "line_account")
"""The ways to reach the office: they are always today's."""

_DAY = timedelta(days=1)


def at(formerly: Sequence[Former], key: str, day: date | None, now: Value) -> Value:
    """Return what a key said on a day (None: after all changes), where `now` is what it says today."""
    later = sorted((each for each in formerly if day is not None and day <= each.until), key=lambda each: each.until)
    return next((value for each in later if (value := getattr(each, key, None)) is not None), now)


def stood(item: Item, day: date | None) -> bool:
    """Return whether a division or a village was there on a day (None: after all changes)."""
    if day is None:
        return item.until is None
    return (item.since is None or item.since <= day) and (item.until is None or day <= item.until)


def turns(office: schema.Organisation) -> list[date]:
    """Return the days after which anything of the office was different, in order."""
    items: list[Item] = [*office.divisions, *office.villages]
    days = {former.until for former in office.formerly}
    days |= {former.until for item in items for former in _formers(item)}
    days |= {item.until for item in items if item.until is not None}
    days |= {item.since - _DAY for item in items if item.since is not None}
    return sorted(days)


def _formers(holder: Item | schema.Organisation) -> Sequence[Former]:
    return holder.formerly


class Span(NamedTuple):
    """From which day to which something held; None: since or for ever."""

    first: date | None
    last: date | None

    def meets(self, other: Span) -> bool:
        """Return whether both held on some day."""
        return not _past(self, other) and not _past(other, self)


def _past(one: Span, other: Span) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


def spans(item: Item, key: str) -> Iterator[tuple[Span, str]]:
    """Yield each value that a key had, as text, and from when to when."""
    first, formers = item.since, sorted(_formers(item), key=lambda each: each.until)
    for former in formers:
        yield Span(first, former.until), str(at(formers, key, former.until, getattr(item, key)))
        first = former.until + _DAY
    yield Span(first, item.until), str(getattr(item, key))


class Known(dict[str, str]):
    """The names, by code, of what a round may refer to; `gone` is why another code or name cannot be meant."""

    def __init__(self, known: Mapping[str, str], gone: Mapping[str, tuple[str, str, str]]) -> None:
        """Keep both; a reason is a sentence in Thai, one in English, and the code to write instead, or ""."""
        super().__init__(known)
        self.gone = gone


def known(items: Sequence[Item], key: Literal["key", "moo"], round_days: Span) -> Known:
    """Return the divisions or villages that were there in a round, by their code in it, each by its last name then."""
    names = {str(getattr(item, key)): item.name for item in items if item.until is None}
    found: dict[str, str] = {}
    gone: dict[str, tuple[str, str, str]] = {}
    for item in items:
        formers, code = item.formerly, str(getattr(item, key))
        for span, value in spans(item, key):
            name = str(at(formers, "name", span.last, item.name))
            if span.meets(round_days):
                last = min((day for day in (span.last, round_days.last) if day is not None), default=None)
                found[value] = str(at(formers, "name", last, item.name))
            else:
                gone[value] = _reason(item, code, name, span, names)
        for former in formers:
            if former.name:
                gone.setdefault(former.name, _renamed(item, code, former.until))
    return Known(found, {value: why for value, why in gone.items() if value not in {*found, *found.values()}})


def _reason(item: Item, code: str, name: str, span: Span, names: Mapping[str, str]) -> tuple[str, str, str]:
    """Return why a code is of no use in a round: it was given up, or is newer."""
    if span.last is None:
        since = span.first or date.min
        return f"{name} มีตั้งแต่ {long_date(since)} หลังรอบนี้", f"{name} is there since {since.isoformat()} only", ""
    joined = "" if item.joined is None else str(item.joined)
    now = joined if item.until == span.last else code
    return (
        f"{name} ใช้ถึง {long_date(span.last)} เท่านั้น",
        f"{name} was there until {span.last.isoformat()} only",
        now if now in names else "",
    )


def _renamed(item: Item, code: str, until: date) -> tuple[str, str, str]:
    return (
        f"ชื่อนี้ใช้ถึง {long_date(until)} ปัจจุบันชื่อ{item.name}",
        f"this name was used until {until.isoformat()}; now it is {item.name}",
        code,
    )


def faults(record: schema.Organisation) -> Iterator[Fault]:
    """Yield what cannot be so of former names, and of what came and went."""
    rules = [_formerly((), record), _unused(record)]
    groups = {"divisions": _items(lambda: record.divisions), "villages": _items(lambda: record.villages)}
    for group, items in groups.items():
        for index, item in enumerate(items):
            loc = (group, index)
            rules += [_formerly(loc, item), _stay(loc, item), _joined(loc, item, items)]
        rules += [_nobody(group, items)]
    yield from gathered([*rules, _same_number(record)])


def _items(read: Callable[[], Sequence[Item]]) -> Sequence[Item]:
    try:
        return read()
    except Unread:
        return ()


def _formerly(loc: Loc, holder: Item | schema.Organisation) -> Iterator[Fault]:
    """Yield former facts that say nothing, or end on the same day as others."""
    days: list[date] = []
    for index, former in enumerate(_formers(holder)):
        here: Loc = (*loc, "formerly", index)
        facts = [key for key in type(former).model_fields if key != "until"]
        if not any(getattr(former, key) is not None for key in facts):
            yield Fault((*here, facts[0]), missing([facts[0]]))
        if former.until in days:
            yield Fault(
                (*here, "until"),
                say(
                    f"มีสองรายการที่ใช้ถึง {long_date(former.until)}",
                    f"two items end on {former.until.isoformat()}",
                    "รวมเป็นรายการเดียว หรือแก้วันให้ต่างกัน",
                    "merge them, or give them different days",
                ),
            )
        days.append(former.until)


def _unused(record: schema.Organisation) -> Iterator[Fault]:
    for index, former in enumerate(record.formerly):
        for key in LIVING:
            if getattr(former, key) is not None:
                yield Fault(
                    ("formerly", index, key),
                    say(
                        f"{key} เดิมไม่ได้ใช้ ทุกชิ้นบอกทางติดต่อของวันนี้เสมอ แม้เป็นชิ้นของปีก่อน",
                        f"a former {key} is not used: contact details are always today's",
                        "เก็บไว้เตือนความจำได้ หรือลบบรรทัดนี้",
                        "keep it as a note, or delete this line",
                    ),
                    warning=True,
                )


def _stay(loc: Loc, item: Item) -> Iterator[Fault]:
    """Yield days that are out of order: since, then what it was formerly, then until."""
    days: list[tuple[Loc, date]] = [(("since",), item.since)] if item.since else []
    former: list[tuple[Loc, date]] = [
        (("formerly", index, "until"), each.until) for index, each in enumerate(_formers(item))
    ]
    days += sorted(former, key=lambda each: each[1])
    days += [(("until",), item.until)] if item.until else []
    for (_, first), (where, later) in pairwise(days):
        if later < first:
            yield before((*loc, *where), later, "วันก่อนหน้าของรายการนี้", "the day before it in this item", first)


def _joined(loc: Loc, item: Item, items: Sequence[Item]) -> Iterator[Fault]:
    if item.joined is None:
        return
    key = "moo" if loc[0] == "villages" else "key"
    codes = [str(getattr(other, key)) for other in items if other is not item and other.until is None]
    if str(item.joined) not in codes:
        yield Fault(
            (*loc, "joined"),
            say(
                f"ไม่มี {shown(str(item.joined))} ที่ยังใช้อยู่ใน {loc[0]}",
                f"{loc[0]} has no {shown(str(item.joined))} today",
                f"ใช้ที่มี: {', '.join(codes)}" if codes else "ลบบรรทัดนี้",
                f"use one of: {', '.join(codes)}" if codes else "delete this line",
            ),
        )
    elif item.until is None:
        yield Fault((*loc, "until"), missing(["until"]))


def _nobody(group: str, items: Sequence[Item]) -> Iterator[Fault]:
    if group == "divisions" and items and all(item.until is not None for item in items):
        yield Fault(
            (group,),
            say(
                "ทุกสำนักและกองมีวันสิ้นสุด (until) วันนี้จึงไม่เหลือเลย",
                "every division has an end (until), so there is none today",
                "ลบ until ของสำนักหรือกองที่ยังมีอยู่ หรือเพิ่มที่ตั้งขึ้นใหม่",
                "delete the until of those that are still there, or add the new ones",
            ),
            on_key=True,
        )


def _same_number(record: schema.Organisation) -> Iterator[Fault]:
    """Yield a number that two villages had on one day; the same number without any days is told by another rule."""
    for (first, one), (second, two) in combinations(enumerate(record.villages), 2):
        if not any(item.since or item.until or item.formerly for item in (one, two)):
            continue
        both = product(spans(one, "moo"), spans(two, "moo"))
        moo = next((moo for (span, moo), (other, number) in both if moo == number and span.meets(other)), None)
        if moo:
            yield Fault(
                ("villages", second, "moo"),
                say(
                    f"หมู่ที่ {moo} ซ้ำกับรายการที่ {first + 1} (villages[{first}]) ในช่วงเวลาเดียวกัน",
                    f"village {moo} is villages[{first}] at the same time",
                    "แก้เลขหมู่ หรือแก้ since และ until ไม่ให้ซ้อนกัน หมู่ที่เปลี่ยนเลขเขียนเลขเดิมใน formerly",
                    "fix the number, or let since and until not overlap; a former number goes into formerly",
                ),
            )
