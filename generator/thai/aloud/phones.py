"""Telephone numbers are said digit by digit, with a pause after each group as they are written.

2 is โท unless asked otherwise: over a loudspeaker สอง and สาม sound alike (the older official rule, of the navy:
pattanakit.net; benpublishing.net 2017/11/03 for สอง). 1 is always หนึ่ง.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.thai.aloud.counted import UNIT
from generator.thai.aloud.draft import Draft, Place, Rule
from generator.thai.numbers import digit_by_digit
from generator.thai.telephones import Reading, reading_at
from generator.thai.words import THAI

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGINS = re.compile(
    r"(?<![\d.])(?<!(?<!\d\d\d)\d/)(?<!(?<!\d\d\d\d),)(?<!\d-)\s?(?=\+ ?66|\(?0\d?|1[3-9]0[01][ -]?\d{2,3}[ -]?\d{3})"
)
_SLIP = re.compile(r"0(?:[- ]?\d){8,9}(?!\d)")
"""A number that is none, by a digit too many or too few: in a text it is said as it is written."""

_EXTENSION = r"(?:\s*(?P<way>ต่อ|กด)\s*(?P<extension>\d{1,5})(?:[-–](?P<last>\d{1,5}))?)?\s*"
_HOTLINE = re.compile(
    r"(?:(?<=ศัพท์)|(?<=โทรสาร)|(?<=สายด่วน)(?P<whose>[^\d\n]{0,60}?))(?:\s*(?:หมายเลข|เบอร์))?\s*"
    rf"(?P<phone>\d{{3,5}})(?![\d,]|\s?-\s?\d|\s*{UNIT})" + _EXTENSION
)
_INSIDE = re.compile(
    r"(?P<lead>(?:โทรศัพท์|โทรสาร|เบอร์|หมายเลข)\s*(?:ต่อ|ภายใน)|ต่อภายใน|(?:กอง|สำนัก|ฝ่าย|งาน|หน่วย|คุณ|ห้อง)[ก-๎]*\s+ต่อ)\s*(?P<phone>\d{1,5})"
    rf"(?![\d,]|\s*{UNIT})"
)
_INSIDE_LIST = re.compile(
    rf"(?<![{THAI}])(?<!\d)(?<!\d )(?P<lead>ต่อ)\s*(?P<phone>\d{{2,4}}(?:\s?,\s?\d{{2,4}})+)(?!\d|\s*{UNIT})"
)
_ALARM = re.compile(rf"(?P<lead>แจ้ง(?:เหตุ)?(?:ที่)?|เบอร์|หมายเลข)\s*(?P<phone>1\d{{2,3}})(?![\d.,/]|\s*{UNIT})")

WITHOUT_BRACKETS = (
    Rule("telephone", re.compile(r"(\+ ?66)[ -]?\(0\)[ -]?(?=\d)"), r"\1 "),
    Rule("telephone", re.compile(r"(?<![\d,/])(?<!\d\.)\((0\d{0,3})\)[ -]?(?=\d{3})"), r"\1-"),
)
"""The brackets of telephone numbers would make asides: (075) 550123, +66 (0) 81."""


def say_phones(draft: Draft, two: str) -> None:
    """Say the telephone numbers of a draft; `two` is how 2 is said."""
    draft.rewrite("telephone", tuple(_numbers(draft.text, two)))
    draft.apply(_rules(two))


@cache
def _rules(two: str) -> tuple[Rule, ...]:
    def say(found: re.Match[str]) -> str:
        more = f" {found['way']} {digit_by_digit(found['extension'], two=two)}" if found["extension"] else ""
        more += f" ถึง{digit_by_digit(found['last'], two=two)}" if found["last"] else ""
        return f"{found['whose'] or ''} {digit_by_digit(found['phone'], two=two)}{more} "

    def say_short(found: re.Match[str]) -> str:
        return f"{found['lead']} {digit_by_digit(found['phone'], two=two)}"

    def say_list(found: re.Match[str]) -> str:
        lines = " หรือ".join(digit_by_digit(line, two=two) for line in re.split(r"\s?,\s?", found["phone"]))
        return f"{found['lead']} {lines}"

    return (
        Rule("telephone", _HOTLINE, say),
        Rule("telephone", _INSIDE, say_short),
        Rule("telephone", _INSIDE_LIST, say_list),
        Rule("telephone", _ALARM, say_short),
    )


def _numbers(text: str, two: str) -> Iterator[Place]:
    """Yield the numbers that are known by their own digits."""
    at = 0
    for begins in _BEGINS.finditer(text):
        reading = _reading(text, begins.end()) if begins.start() >= at else None
        if reading:
            at = reading.ends + len(text[reading.ends :]) - len(text[reading.ends :].lstrip())
            yield Place(begins.start(), at, f" {reading.said(two)} ")


def _reading(text: str, at: int) -> Reading | None:
    slip = _SLIP.match(text, at)
    return reading_at(text, at) or (Reading(tuple(re.findall(r"\d+", slip[0])), slip.end()) if slip else None)
