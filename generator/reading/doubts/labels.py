"""Doubts about what a sheet would say twice: a label, a title or an address that stands in the value already."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.problems import Text
from generator.reading.labelled import DISTRICT, MOO, PROVINCE, SUBDISTRICT
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say, shown
from generator.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.reading import schema
    from generator.reading.doubts.opened import Opened, Told
    from generator.reading.tree import Loc

_NUMBERED = re.compile(rf"(?:{MOO})\s*(?P<moo>\d+)\s*(?P<name>\S.*)")
_NUMBER_ALONE = re.compile(rf"(?:{MOO})\s*\d+")


def numbered_village(opened: Opened) -> Iterator[Told]:
    """Doubt หมู่ที่ 1 in a village's name, before which the sheets write it themselves."""
    if opened.office is None:
        return
    for index, village in enumerate(opened.office.value.villages):
        found = _NUMBERED.fullmatch(to_arabic(village.name))
        if found and not _NUMBER_ALONE.fullmatch(to_arabic(village.name)):
            same = int(found["moo"]) == village.moo
            name = village.name[found.start("name") :]
            yield (
                opened.office,
                Fault(
                    ("villages", index, "name"),
                    say(
                        f"ชื่อ {shown(village.name)} มีเลขหมู่ซ้ำกับช่อง moo ({village.moo})",
                        f"the name {shown(village.name)} repeats the number of the village ({village.moo})",
                        f"เขียนเพียง name: {name}" if same else f"ตรวจเลขหมู่ แล้วเขียนเพียง name: {name}",
                        f"write name: {name}" if same else f"check the number, then write name: {name}",
                    ),
                ),
            )


def address_line(opened: Opened) -> Iterator[Told]:
    """Doubt a first line of the address that holds the subdistrict, which the sheets add to it."""
    if opened.office is None:
        return
    address: schema.Address = opened.office.value.address
    parts = ((SUBDISTRICT, address.subdistrict), (DISTRICT, address.district), (PROVINCE, address.province))
    cuts = [re.search(rf"(?:{label})\s*{re.escape(name)}", address.line) for label, name in parts]
    first = min((cut.start() for cut in cuts if cut), default=None)
    if first is not None:
        rest = address.line[:first].strip(" ,")
        yield (
            opened.office,
            Fault(
                ("address", "line"),
                say(
                    f"{shown(address.line)} มีตำบล อำเภอ หรือจังหวัดซ้ำกับช่องข้างล่าง",
                    f"{shown(address.line)} repeats what the fields below say",
                    f"เขียนเพียง line: {rest}" if rest else "เขียนเพียงเลขที่ หมู่ และถนน",
                    f"write line: {rest}" if rest else "write number, village and road alone",
                ),
                warning=True,
            ),
        )


def name_twice(opened: Opened) -> Iterator[Told]:
    """Doubt a title or surname within the first name: a certificate would print it twice."""
    for record, loc, name in opened.names():
        with suppress(Unread):
            yield from ((record, fault) for fault in _within_first(loc, name))


def _within_first(loc: Loc, name: schema.Name) -> Iterator[Fault]:
    words = name.first.split()
    if name.last and len(words) > 1 and words[-1] == name.last.split()[0]:
        yield _repeats((*loc, "first"), name.first, Text("นามสกุล", "surname"), "last", words[-1], " ".join(words[:-1]))
    elif name.first.startswith(name.title) and name.first != name.title:
        rest = name.first.removeprefix(name.title).strip()
        told = _repeats((*loc, "first"), name.first, Text("คำนำหน้า", "title"), "title", name.title, rest)
        yield replace(told, warning=name.title in _MAY_BE_A_NAME)


_MAY_BE_A_NAME = {"นาง", "เด็ก", "พระ", "พล"}
"""First names open with these, too: นางนวล, พระพาย."""


def _repeats(loc: Loc, first: str, what: Text, key: str, part: str, rest: str) -> Fault:
    return Fault(
        loc,
        say(
            f"ชื่อ {shown(first)} มี{what.th} {part} ซ้ำกับช่อง {key}",
            f"the first name {shown(first)} repeats the {what.en} {part}",
            f"เขียนเพียง first: {rest}",
            f"write first: {rest}",
        ),
    )
