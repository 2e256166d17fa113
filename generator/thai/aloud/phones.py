"""Telephone numbers are said digit by digit, with a pause after each group as they are written.

2 is โท unless asked otherwise: over a loudspeaker สอง and สาม sound alike (the older official rule, of the navy:
pattanakit.net; benpublishing.net 2017/11/03 for สอง). 1 is always หนึ่ง.
"""

from __future__ import annotations

import re

from generator.thai.aloud.counted import COUNTED
from generator.thai.numbers import digit_by_digit

_UNGROUPED = 9
"""From so many digits on, a number written without groups is said in three groups."""

_EXTENSION = r"(?:\s*(?P<way>ต่อ|กด)\s*(?P<extension>\d{1,5})(?:[-–](?P<last>\d{1,5}))?)?\s*"
_NUMBER = re.compile(
    r"(?<![\d.,/])\s?(?P<phone>(?:\+66[- ]?(?:\(0\))?|0)"
    r"(?:(?:[- ]?\d){8,9}?(?=[-–]\d{1,2}(?!\d))|(?:[- ]?\d){8,9}))(?!\d)(?:[-–](?P<to>\d{1,2})(?!\d))?" + _EXTENSION
)
_HOTLINE = re.compile(
    r"(?:(?<=ศัพท์)|(?<=โทรสาร)|(?<=สายด่วน)(?P<whose>[^\d\n]{0,60}?))(?:\s*(?:หมายเลข|เบอร์))?\s*"
    r"(?P<phone>\d{3,5})(?![\d,]|\s?-\s?\d)(?P<to>)" + _EXTENSION
)
_INSIDE = re.compile(r"(?P<lead>(?:โทรศัพท์|โทรสาร|เบอร์|หมายเลข)\s*(?:ต่อ|ภายใน))\s*(?P<phone>\d{1,5})(?!\d)")
_ALARM = re.compile(rf"(?P<lead>แจ้ง(?:เหตุ)?(?:ที่)?|เบอร์|หมายเลข)\s*(?P<phone>1\d{{2,3}})(?![\d.,/]|\s*(?:{COUNTED}))")


def say_phones(text: str, two: str) -> str:
    """Return the text with its telephone numbers said; `two` is how 2 is said."""

    def say(found: re.Match[str]) -> str:
        group = found.groupdict()
        more = f" ถึง{digit_by_digit(group['to'], two=two)}" if group["to"] else ""
        if group["extension"]:
            more += f" {group['way']} {digit_by_digit(group['extension'], two=two)}"
            more += f" ถึง{digit_by_digit(group['last'], two=two)}" if group["last"] else ""
        return f"{group.get('whose') or ''} {_grouped(group['phone'], two)}{more} "

    def say_short(found: re.Match[str]) -> str:
        return f"{found['lead']} {digit_by_digit(found['phone'], two=two)}"

    for pattern in (_NUMBER, _HOTLINE):
        text = pattern.sub(say, text)
    for pattern in (_INSIDE, _ALARM):
        text = pattern.sub(say_short, text)
    return text


def _grouped(written: str, two: str) -> str:
    groups = [group for group in re.split(r"[- ()]+", written.replace("+", "").replace("(0)", " ")) if group]
    if len(groups) == 1 and len(groups[0]) >= _UNGROUPED:
        run = groups[0]
        groups = [run[:3], run[3:6], run[6:]]
    plus = "บวก" if written.startswith("+") else ""
    return plus + " ".join(digit_by_digit(group, two=two) for group in groups)
