"""Telephone numbers as offices write them: one line or several, brackets, extensions, short numbers, +66.

How many digits a number has follows from how it begins (the national numbering plan: nine at a fixed line, ten at a
mobile and behind 1800), so that the 4 of "0 7555 0123-4" is known to be a second line and no digit of the first.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.model.telephone import Telephone
from generator.problems import Text
from generator.thai.digits import to_arabic
from generator.thai.numbers import PHONE_TWO, digit_by_digit

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNGROUPED = 9
"""From so many digits on, a number written without groups is said in three groups."""


class _Kind(NamedTuple):
    begins: re.Pattern[str]
    length: int
    called: Text


_KINDS = (
    _Kind(re.compile(r"0[689]"), 10, Text("หมายเลขมือถือ", "a mobile number")),
    _Kind(re.compile(r"0[23457]"), 9, Text("หมายเลขโทรศัพท์ประจำที่", "a fixed line's number")),
    _Kind(re.compile(r"1[3-9]0[01]\d{2}"), 10, Text("หมายเลขที่ขึ้นต้นด้วย 1800 ", "a number that begins with 1800")),
)
_SHORT = re.compile(r"1\d{2,4}(?!\d)")
_COUNTRY = re.compile(r"\+ ?66[ -]?(?:\(0\)|0(?=[ -]?\d))?[ -]?(?=\(?\d)")
_RUN = re.compile(r"\(?\d(?:\)?[ .-]{0,2}\(?\d)*\)?")
_JOINTS = {"-": "ถึง", "–": "ถึง", "—": "ถึง", "/": "หรือ", ",": "หรือ", "ถึง": "ถึง", "หรือ": "หรือ", "และ": "และ"}
_JOINT = f"(?P<joint>{'|'.join(_JOINTS)})"
_LINE = re.compile(rf" ?{_JOINT} ?(?P<digits>\d{{1,4}})(?! ?\d| ?[-–] ?\d)")
_LINE_IN_PROSE = re.compile(r"(?P<joint>[-–/])(?P<digits>\d{1,4})(?![\d:/]|[.,]\d|[-–]\d)")
_EXTENSION = re.compile(
    r"[ ,]{0,2}(?P<way>เบอร์ต่อ|โทรศัพท์ภายใน|ภายใน|ต่อ|กด|(?:extension|ext|x)(?:\.|(?=[ \d]))|#) ?"
    r"(?P<digits>\d{1,5})(?!\d)",
    re.IGNORECASE,
)
_MORE = re.compile(rf" ?{_JOINT} ?(?P<digits>\d{{1,5}})(?!\d)")
_SECOND = re.compile(r"[ ,;/]*(?:หรือ|และ)? ?(?=\+ ?66|\(?0|1\d{2})")
_ANY_END = 2
"""Lines of one office differ in their last two digits; more digits than that begin as those of the first line do."""
_SHOWN = 40
_EXAMPLES = "0 7555 0123, 0 7555 0123-4, 0 7555 0123 ต่อ 11, 08 1234 5678, 1567"


class TelephoneFault(ValueError):
    """A number that nobody can call: what is wrong with it, and what to type instead."""

    def __init__(self, message: Text, fix: Text) -> None:
        """Keep both sentences, in both languages."""
        super().__init__(message.en)
        self.message, self.fix = message, fix


class Reading(NamedTuple):
    """A number at a place of a text: its first line in groups, the other lines, the extensions, and where it ends."""

    groups: tuple[str, ...]
    ends: int
    plus: bool = False
    lines: tuple[tuple[str, str], ...] = ()
    extensions: tuple[tuple[str, str], ...] = ()

    def said(self, two: str) -> str:
        """Return an announcer's words, with a pause after each group; `two` is how 2 is said."""
        groups = self.groups
        if len(groups) == 1 and len(groups[0]) >= _UNGROUPED:
            groups = (groups[0][:3], groups[0][3:6], groups[0][6:])
        words = ["บวก" * self.plus + " ".join(digit_by_digit(group, two=two) for group in groups)]
        words += [joint + digit_by_digit(digits, two=two) for joint, digits in self.lines]
        for way, digits in self.extensions:
            space = "" if way in _JOINTS.values() else " "
            words.append(way + space + digit_by_digit(digits, two=two))
        return " ".join(words)


def read_telephone(text: str) -> Telephone:
    """Return the number that a text is; raises `TelephoneFault` for anything else, and for several numbers."""
    written = " ".join(to_arabic(text).translate({0x2010: "-", 0x2011: "-", 0x2212: "-"}).split())
    reading = reading_at(written, 0, _LINE)
    if reading is None:
        raise _no_number(written)
    if reading.ends < len(written):
        raise _left_over(written, reading)
    fault = _backward(reading)
    if fault:
        raise fault
    dialled = "+" * reading.plus + "".join(reading.groups)
    return Telephone(dialled, _EXTENSION.sub(_as_printed, written), reading.said(PHONE_TWO))


def reading_at(text: str, at: int, line: re.Pattern[str] = _LINE_IN_PROSE) -> Reading | None:
    """Return the number that begins at a place of a text in Arabic figures; `line` is how another line may follow."""
    country = _COUNTRY.match(text, at)
    start = country.end() if country else at
    kind = _kind(text, at)
    if kind is None:
        short = None if country else _SHORT.match(text, at)
        return _with_extensions(text, Reading((short[0],), short.end())) if short else None
    found = _first_line(kind.length - bool(country)).match(text, start)
    if found is None or not _balanced(found[0]):
        return None
    groups = tuple(re.findall(r"\d+", found[0]))
    reading = Reading(("66", *groups) if country else groups, found.end(), plus=bool(country))
    return _with_extensions(text, _with_lines(text, reading, line))


def _kind(text: str, at: int) -> _Kind | None:
    """Return what kind of number begins at a place, by its first digits; None for a short one and for no number."""
    digits = _national(text, at)
    return next((kind for kind in _KINDS if kind.begins.match(digits)), None)


def _national(text: str, at: int) -> str:
    """Return the digits that stand at a place, as they are dialled within the country."""
    country = _COUNTRY.match(text, at)
    run = _RUN.match(text, country.end() if country else at)
    return "0" * bool(country) + re.sub(r"\D", "", run[0] if run else "")


@cache
def _first_line(length: int) -> re.Pattern[str]:
    """Return the pattern of so many digits, with at most a bracket and a sign between two of them."""
    return re.compile(rf"\(?\d(?:\)?[ .-]{{0,2}}\(?\d){{{length - 1}}}(?!\d)")


def _balanced(written: str) -> bool:
    return re.fullmatch(r"[^()]*(?:\([^()]*\)[^()]*)*", written) is not None


def _with_lines(text: str, reading: Reading, pattern: re.Pattern[str]) -> Reading:
    """Return a reading with the other lines of its number: 0123-4, 123/124; one that begins otherwise is another's."""
    first = "".join(reading.groups)
    while found := pattern.match(text, reading.ends):
        digits = found["digits"]
        if _JOINTS[found["joint"]] != "ถึง" and len(digits) > _ANY_END and digits[0] != first[-len(digits)]:
            break
        line = (_JOINTS[found["joint"]], found["digits"])
        reading = reading._replace(lines=(*reading.lines, line), ends=found.end())
    return reading


def _with_extensions(text: str, reading: Reading) -> Reading:
    """Return a reading with what to dial or ask for afterwards: ต่อ 12, ต่อ 11-14, กด 1."""
    while found := _EXTENSION.match(text, reading.ends):
        extensions, ends = [(_way(found["way"]), found["digits"])], found.end()
        while more := _MORE.match(text, ends):
            extensions.append((_JOINTS[more["joint"]], more["digits"]))
            ends = more.end()
        reading = reading._replace(extensions=(*reading.extensions, *extensions), ends=ends)
    return reading


def _way(written: str) -> str:
    return "กด" if written == "กด" else "ต่อ"


def _as_printed(found: re.Match[str]) -> str:
    return f" {_way(found['way'])} {found['digits']}"


def _backward(reading: Reading) -> TelephoneFault | None:
    """Return the fault of a range of lines that does not go up: 0123-2."""
    first = "".join(reading.groups)
    for joint, last in reading.lines:
        if joint == "ถึง" and int(last) <= int(first[-len(last) :]):
            return TelephoneFault(
                Text(
                    f"ช่วงหมายเลขไม่เพิ่มขึ้น: หลัง {first[-len(last) :]} เป็น {last}",
                    f"the lines do not go up: {last} after {first[-len(last) :]}",
                ),
                Text(
                    "เขียนเลขท้ายของคู่สายสุดท้ายให้มากกว่าคู่สายแรก เช่น 0 7555 0123-4 หรือเขียนหมายเลขเดียว",
                    "end with a higher line than the first, as 0 7555 0123-4, or write one number",
                ),
            )
    return None


def _no_number(text: str) -> TelephoneFault:
    """Return the fault of a text that begins with no number."""
    digits, kind = _national(text, 0), _kind(text, 0)
    if kind:
        return _wrong_length(text, kind, digits)
    if digits and not re.search(r"[^\d\s()+.-]", text):
        return TelephoneFault(
            Text(f"ไม่มีหมายเลขโทรศัพท์ไทยอย่าง “{text}”", f"no telephone number of Thailand is like “{text}”"),
            Text(f"ตรวจหมายเลข แล้วเขียนใหม่ เช่น {_EXAMPLES}", f"check the number, and write it as {_EXAMPLES}"),
        )
    return _odd(text, text)


def _odd(text: str, rest: str) -> TelephoneFault:
    """Return the fault of words beside a number, or of words alone."""
    figures = re.findall(r"\d+", text)
    inside = next((found for found in _within(text) if len(found) >= _UNGROUPED or figures == [found]), "")
    shown = rest if len(rest) <= _SHOWN else f"{rest[:_SHOWN]}…"
    return TelephoneFault(
        Text(f"“{shown}” ไม่ใช่หมายเลขโทรศัพท์", f"“{shown}” is not a telephone number"),
        Text(f"เขียนเฉพาะหมายเลข: {inside}", f"write the number alone: {inside}")
        if inside
        else Text(f"เขียนเป็นตัวเลข เช่น {_EXAMPLES}", f"write it in figures, as {_EXAMPLES}"),
    )


def _within(text: str) -> Iterator[str]:
    """Yield the numbers that stand somewhere in a text, as they are written there."""
    at = 0
    for begins in re.finditer(r"(?<!\d)[+(]?[01]", text):
        reading = reading_at(text, begins.start()) if begins.start() >= at else None
        if reading:
            at = reading.ends
            yield text[begins.start() : at]


def _left_over(text: str, reading: Reading) -> TelephoneFault:
    """Return the fault of what stands behind a number: a second one, or words."""
    first, rest = text[: reading.ends], text[reading.ends :]
    second = _SECOND.match(rest)
    if second and reading_at(rest, second.end()):
        return TelephoneFault(
            Text(
                f"มีหลายหมายเลขในช่องเดียว: {first} และ {rest[second.end() :]}",
                f"several numbers in one place: {first} and {rest[second.end() :]}",
            ),
            Text(
                f"เขียนหมายเลขเดียวที่มีคนรับสายแน่ เช่น {first} เพราะปุ่มโทรและบทประกาศใช้ได้หมายเลขเดียว"
                " คู่สายที่เลขเรียงกันเขียนรวมได้ เช่น 0 7555 0123-4",
                f"write the one that is always answered, as {first}: a button dials one, and a script reads one;"
                " neighbouring lines may be written as 0 7555 0123-4",
            ),
        )
    return _odd(text, rest.strip())


def _wrong_length(text: str, kind: _Kind, digits: str) -> TelephoneFault:
    """Return the fault of a number with a digit too many or too few, or with a bracket that is not closed."""
    if len(digits) == kind.length:
        return TelephoneFault(
            Text(f"วงเล็บใน “{text}” ไม่ครบคู่", f"a bracket in “{text}” has no other half"),
            Text("เขียนวงเล็บให้ครบคู่ เช่น (075) 550123 หรือไม่ต้องใส่วงเล็บ", "write both, as (075) 550123, or none"),
        )
    return TelephoneFault(
        Text(
            f"{kind.called.th}ต้องมี {kind.length} หลัก แต่ “{text}” มี {len(digits)} หลัก",
            f"{kind.called.en} has {kind.length} digits, but “{text}” has {len(digits)}",
        ),
        Text(
            f"ตรวจว่าพิมพ์ตกหรือเกินตัวใด แล้วเขียนใหม่ เช่น {_EXAMPLES}",
            f"look which figure is missing or too many, and write it as {_EXAMPLES}",
        ),
    )
