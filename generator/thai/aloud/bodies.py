"""Offices that a figure tells apart, and counts of districts and villages: มทบ.43, 4 อ. 22 ต. 134 ม."""

from __future__ import annotations

import re

from generator.thai.aloud.counted import UNIT
from generator.thai.aloud.draft import Rule
from generator.thai.aloud.forms import name_figure
from generator.thai.words import THAI

_FREE = rf"(?<![{THAI}.])"

_NUMBERED = {
    "มทบ": "มณฑลทหารบกที่",
    "ทภ": "กองทัพภาคที่",
    "ทรภ": "ทัพเรือภาคที่",
    "นพค": "หน่วยพัฒนาการเคลื่อนที่",
    "บชร": "กองบัญชาการช่วยรบที่",
    "ร้อย ตชด": "กองร้อยตำรวจตระเวนชายแดนที่",
    "กก.ตชด": "กองกำกับการตำรวจตระเวนชายแดนที่",
    "สคร": "สำนักงานป้องกันควบคุมโรคที่",
    "สบอ": "สำนักบริหารพื้นที่อนุรักษ์ที่",
    "สชป": "สำนักงานชลประทานที่",
    "ศธภ": "สำนักงานศึกษาธิการภาค",
}
"""Offices of which there are several, told apart by a figure."""


_BEFORE = re.compile(rf"(?:^|[^{THAI}.]|(?:ผบ|ผอ|หน|จนท|เสธ)\.)$")


def _say_numbered(found: re.Match[str]) -> str:
    """Say which of several offices is meant, unless its letters end another word."""
    if not _BEFORE.search(found.string[: found.start()]):
        return found[0]
    return f"{_NUMBERED[found['unit']]}{name_figure(found['code'])}"


BODIES = (
    Rule("number", re.compile(r"(\d+)\s?อ\.\s*(?=\d+\s?ต\.)"), r"\1 อำเภอ ", needs="อ."),
    Rule("number", re.compile(r"(\d+)\s?ต\.\s*(?=\d+\s?(?:ม\.|มบ\.|หมู่))"), r"\1 ตำบล, ", needs="ต."),
    Rule("number", re.compile(r"(?<=ตำบล, )(\d+)\s?(?:ม\.|มบ\.|หมู่(?:บ้าน)?)"), r"\1 หมู่บ้าน", needs="ตำบล, "),
    Rule("class", re.compile(rf"{_FREE}อบ\.\s?(?=[1-3](?!\d))"), "อนุบาลปีที่", needs="อบ."),
    Rule(
        "abbreviation",
        re.compile(
            rf"(?P<unit>{'|'.join(map(re.escape, _NUMBERED))})\.\s?(?:ที่\s?)?"
            rf"(?P<code>\d{{1,3}})(?![\d/]|[.,]\d)(?!\s*{UNIT})"
        ),
        _say_numbered,
    ),
)
