"""Signs that carry sense are said or refused: ประมาณ, เท่ากับ, บวก, นิ้ว; a figure that stands twice is said once."""

from __future__ import annotations

import re

from generator.thai.aloud.counted import NUMBER
from generator.thai.aloud.draft import Rule, ask
from generator.thai.dates import MONTHS
from generator.thai.numbers import number
from generator.thai.unspeakable import Unspeakable
from generator.thai.words import THAI

_CURRENCIES = {"€": "ยูโร", "£": "ปอนด์", "¥": "เยน", "₩": "วอน", "₹": "รูปี"}
_SIGNS = {"№": "หมายเลข ", "≠": "ไม่เท่ากับ", "⌀": "เส้นผ่านศูนย์กลาง ", "Ø": "เส้นผ่านศูนย์กลาง ", "∅": "เส้นผ่านศูนย์กลาง "}
_DIGIT_WORD = "ศูนย์|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|เอ็ด|ยี่|ร้อย|พัน|หมื่น|แสน|ล้าน"
_IN_WORDS = rf"(?:{_DIGIT_WORD})+"


def _say_twice(found: re.Match[str]) -> str:
    """Say a figure once whose words stand beside it in brackets; where they differ, nobody can know which is meant."""
    if number(found["figure"]) != found["words"].replace("หนึ่งสิบ", "สิบ"):
        raise Unspeakable(found[0])
    return found["figure"] + found["space"]


def _say_words_first(found: re.Match[str]) -> str:
    if number(found["figure"]) != found["words"]:
        raise Unspeakable(found[0])
    return found["words"] + " "


def _say_inches(found: re.Match[str]) -> str:
    """Say the mark of inches or feet, which is a closing quotation mark only where one was opened."""
    mark, before = found["mark"], found.string[: found.start()]
    opened = before.count("“") > before.count("”") if mark == "”" else len(re.findall(rf"(?<!\d){mark}", before)) % 2
    if opened and mark not in "″′":
        return found[0]
    unit = "ฟุต" if mark in "'′" else "นิ้ว"
    return f"{found['figure']}{unit}"


INCHES = (
    Rule("sign", re.compile(r"\d+(?:\.\d+)?\s?°\s?\d+(?:\.\d+)?\s?['’′][^ก-๎\n]*"), ask, needs="°"),
    Rule(
        "measure",
        re.compile(
            rf"(?P<figure>(?<![\d.,]){NUMBER}(?:\s\d/\d)?)\s?(?P<mark>\"|″|”|′|'(?!\w))(?=$|[\s,)/]|[xX×]|[ก-ฮเ-ไ])"
        ),
        _say_inches,
    ),
)
"""Before quotation marks go."""


def _equals(found: re.Match[str]) -> str:
    """Say = as เท่ากับ before a figure, and as คือ before words that explain."""
    if found["two"]:
        return f"{found['one'].strip()} เท่ากับ {found['two']}"
    return f"{found['one'].strip()} คือ "


_CALLED = {re.sub("(?:คม|ยน|พันธ์)$", "", month): month for month in MONTHS}
"""Months as they are called for short, which a figure before them gives away: 1 มกรา."""

MARKS = (
    Rule(
        "date",
        re.compile(rf"(?<=\d)(\s?)({'|'.join(_CALLED)})(?![{THAI}])"),
        lambda found: found[1] + _CALLED[found[2]],
    ),
    Rule("compared", re.compile(r"(\d\s?(?:ปี|ขวบ|คน|บาท|วัน))\+(?!\d)"), r"\1ขึ้นไป", needs="+"),
    Rule("each", re.compile(rf"(\d\s*)([{THAI}]{{2,14}})\s?ๆ\s?ละ"), r"\1\2 \2ละ", needs="ๆ"),
    Rule(
        "twice",
        re.compile(rf"(?P<figure>(?<![\d.,/]){NUMBER})\s*\(\s*(?P<words>{_IN_WORDS})\s*\)(?P<space>\s*)"),
        _say_twice,
        needs="(",
    ),
    Rule(
        "twice",
        re.compile(rf"(?<![{THAI}])(?P<words>{_IN_WORDS})\s*\(\s*(?P<figure>{NUMBER})\s*\)\s*"),
        _say_words_first,
        needs="(",
    ),
    Rule(
        "twice",
        re.compile(rf"\(\s*(?P<figure>{NUMBER})\s*\)\s*(?P<words>{_IN_WORDS})(?![{THAI}])\s*"),
        _say_words_first,
        needs="(",
    ),
    Rule("about", re.compile(r"(?:ประมาณ|ราว)\s*[~≈∼≅]\s*(?=\d)"), "ประมาณ "),
    Rule("field", re.compile(rf"(?<![{THAI}.])ว\.?\s?/\s?ด\.?\s?/\s?ป\.?(?![{THAI}])"), "วัน เดือน ปี", needs="/"),
    Rule("about", re.compile(r"(?<![\d~])\s*[~≈∼≅]\s*(?=\d)"), " ประมาณ "),
    Rule("operator", re.compile(r"(?<![\dA-Za-z)+])\+\s?(?=\d)(?!\+|\s?66)"), "บวก", needs="+"),
    Rule("operator", re.compile(rf"(?<=[{THAI}.])\s*\+\s*(?=[ก-ฮเ-ไ])"), " บวก ", needs="+"),
    Rule("operator", re.compile(r"(?<![A-Za-z])([A-F])\+(?!\w)"), r"\1 บวก", needs="+"),
    Rule("operator", re.compile(r"(?P<one>\d\s*|)(?<!=)=(?!=)\s*(?P<two>[-+]?\d|)"), _equals, needs="="),
    Rule("sign", re.compile(rf"\d\s?[{THAI}%]*\s*[→⇒➜➔⇨]\s*(?=\d)"), ask),
    Rule("sign", re.compile("|".join(_SIGNS)), lambda found: _SIGNS[found[0]]),
    Rule("money", re.compile(rf"([{''.join(_CURRENCIES)}])\s*({NUMBER})"), lambda m: f"{m[2]} {_CURRENCIES[m[1]]}"),
    Rule("statistic", re.compile("[xX]\u0304|X\u0305|x\u0305"), " ค่าเฉลี่ย "),
    Rule("measure", re.compile(r"(\d\s?)(?:ซม|เซนติเมตร)\.?²"), r"\1ตารางเซนติเมตร", needs="²"),
    Rule("measure", re.compile(r"(\d\s?)(?:กม|km)\.?²"), r"\1ตารางกิโลเมตร", needs="²"),
    Rule("measure", re.compile(r"(\d\s?)(?:ม|m|เมตร)\.?³"), r"\1ลูกบาศก์เมตร", needs="³"),
    Rule("measure", re.compile(rf"(?<![{THAI}.])ม\.?²"), "ตารางเมตร", needs="²"),
    Rule("measure", re.compile(r"°\s*F\b|℉"), "องศาฟาเรนไฮต์"),
)
