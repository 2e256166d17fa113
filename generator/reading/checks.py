"""What the rules between values share, and those of the organisation's file; a rule with a refused value is silent."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from generator.reading.links import no_site
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say, shown, with_meaning
from generator.thai.dates import clock, long_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from generator.reading import schema
    from generator.reading.tree import Loc, Saying


def gathered(rules: Iterable[Iterator[Fault]]) -> Iterator[Fault]:
    """Yield what the rules find; a rule that asks for a refused value ends there."""
    for rule in rules:
        with suppress(Unread):
            yield from rule


def unique(loc: Loc, key: str, values: Sequence[str]) -> Iterator[Fault]:
    """Yield a fault for every value that is in the list already; `key` is the field that it is written in."""
    for index, value in enumerate(values):
        if value in values[:index]:
            first = f"{loc[-1]}[{values.index(value)}]"
            yield Fault(
                (*loc, index, key),
                say(
                    f"{key} {shown(value)} ซ้ำกับรายการที่ {values.index(value) + 1} ({first})",
                    f"{key} {shown(value)} is already used in {first}",
                    "แก้ให้ไม่ซ้ำกัน หรือลบรายการที่ซ้ำ",
                    "make them differ, or delete one",
                ),
            )


def unknown(loc: Loc, value: str, known: Mapping[str, str], what_th: str, where: str) -> Fault:
    """Return the fault of a code that refers to nothing; `known` has the codes and their names, which may be meant."""
    gone = getattr(known, "gone", {}).get(value)
    if gone:
        return Fault(loc, _given_up(value, gone, known))
    thai, names, of_office = with_meaning(known), ", ".join(known), hasattr(known, "gone")
    return Fault(
        loc,
        say(
            f"ไม่มี{what_th} {shown(value)} ใน {where}",
            f"{where} has no {shown(value)}",
            f"ใช้ key หรือชื่อที่มี: {thai}{_WAS_TH if of_office else ''}" if known else "ลบออก หรือเขียนรายการนั้นในไฟล์ที่อ้างถึงก่อน",
            f"use one of: {names}{_WAS if of_office else ''}" if known else "delete it, or write it in that file first",
        ),
    )


_WAS_TH = " ถ้าเคยมีแต่เลิกไปแล้ว อย่าลบออกจาก organisation.yaml ให้เขียน until (วันสุดท้าย) ไว้ที่รายการนั้น"
_WAS = "; what there was before stays in organisation.yaml, with its last day as until"


def _given_up(value: str, gone: tuple[str, str, str], known: Mapping[str, str]) -> Saying:
    """Return what to say of a code or name that was or will be one, but not in this round."""
    thai, english, instead = gone
    named = f"{instead} ({known[instead]})" if instead in known else instead
    return say(
        f"{shown(value)} ใช้กับรอบนี้ไม่ได้: {thai}",
        f"{shown(value)} is not of this round: {english}",
        f"เขียน {named} แทน" if instead else f"ใช้ key ที่มีในรอบนี้: {with_meaning(known)}",
        f"write {named}" if instead else f"use one of: {', '.join(known)}",
    )


def before(loc: Loc, day: date, what_th: str, what: str, other: date) -> Fault:
    """Return the fault of a day that comes before one that it must not precede."""
    return Fault(
        loc,
        say(
            f"{long_date(day)} มาก่อน{what_th} {long_date(other)}",
            f"{day.isoformat()} comes before {what}, {other.isoformat()}",
            "แก้วันที่ให้เรียงตามลำดับ",
            "put the dates in order",
        ),
    )


def organisation(record: schema.Organisation) -> Iterator[Fault]:
    """Yield the faults between the values of `organisation.yaml`."""
    yield from gathered(
        (_site(record), _divisions(record), _villages(record), _quiet(record), _rehearsal_voice(record))
    )


def _site(record: schema.Organisation) -> Iterator[Fault]:
    """Yield the price of having no site."""
    if not record.site:
        yield Fault(("site",), no_site(), warning=True)


def _divisions(record: schema.Organisation) -> Iterator[Fault]:
    yield from unique(("divisions",), "key", [division.key for division in record.divisions])


def _villages(record: schema.Organisation) -> Iterator[Fault]:
    """Yield a number written twice; numbers that came and went are compared day by day, in `tenure`."""
    numbers = [str(each.moo) if not (each.since or each.until or each.formerly) else "" for each in record.villages]
    yield from (fault for fault in unique(("villages",), "moo", numbers) if numbers[int(fault.loc[1])])


def _quiet(record: schema.Organisation) -> Iterator[Fault]:
    """Yield the faults of the times at which nothing is announced."""
    for index, village in enumerate(record.villages):
        for number, quiet in enumerate(village.loudspeaker.quiet if village.loudspeaker else []):
            loc: Loc = ("villages", index, "loudspeaker", "quiet", number)
            if quiet.ends <= quiet.starts:
                yield Fault(
                    (*loc, "ends"),
                    say(
                        f"ช่วงงดประกาศจบ {clock(quiet.ends)} ไม่หลังเวลาเริ่ม {clock(quiet.starts)}",
                        f"a quiet time ends at {quiet.ends:%H:%M}, not after its start at {quiet.starts:%H:%M}",
                        "ให้เวลาจบอยู่หลังเวลาเริ่มในวันเดียวกัน ช่วงที่ข้ามเที่ยงคืนให้เขียนเป็นสองช่วง",
                        "make it end later on the same day; enter one that passes midnight as two",
                    ),
                )
            if quiet.first and quiet.last and quiet.last < quiet.first:
                yield before((*loc, "last"), quiet.last, "วันแรกที่งด", "the first quiet day", quiet.first)


def _rehearsal_voice(record: schema.Organisation) -> Iterator[Fault]:
    """Yield a fault where the program that speaks for a rehearsal is not given what to read or where to write."""
    command = " ".join(record.rehearsal_voice)
    missing = [place for place in ("{text_file}", "{wav_file}") if command and place not in command]
    if missing:
        yield Fault(
            ("rehearsal_voice",),
            say(
                f"คำสั่งอ่านออกเสียงขาด {' และ '.join(missing)}",
                f"the command that speaks lacks {' and '.join(missing)}",
                'ใส่ "{text_file}" ตรงที่เป็นไฟล์ข้อความ และ "{wav_file}" ตรงที่เป็นไฟล์เสียง',
                'put "{text_file}" where the text goes, and "{wav_file}" where the sound goes',
            ),
        )
