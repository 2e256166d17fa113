"""Abbreviations that mean what their neighbours make of them: ม., ป., อ. with a figure, days of the week, naval ranks.

Each rule says one reading and leaves the rest to the next, so that the surest evidence comes first: a class before a
section of an act, a section before a metre, and last a village, which needs nothing but a figure after it.
"""

from __future__ import annotations

import re

from generator.thai.aloud.draft import Rule
from generator.thai.ranks import NAVAL
from generator.thai.words import THAI

_FREE = rf"(?<![{THAI}.])"
_CLASS = r"(?:ชั้นเรียน|ชั้นปี|ระดับชั้น|ชั้น|ระดับ|นักเรียน|นร\.|จบ|เรียน|สอบเข้า|วุฒิ|ห้อง)"
_ACT = r"(?:พ\.ร\.[บกฎ]\.|พรบ\.|พระราช(?:บัญญัติ|กำหนด|กฤษฎีกา)|ประมวลกฎหมาย|รัฐธรรมนูญ|ป\.อ\.)"
_OF_THE_ACT = r"(?:(?!บ้าน|ชาว|ราษฎร|ประชาชน)[^\n]){0,80}?"
_VILLAGE = r"\d+\s*(?:ต\.|ตำบล|บ้าน)"
_SCHOOL = {"ม": "มัธยมศึกษาปีที่", "ป": "ประถมศึกษาปีที่", "อ": "อนุบาลปีที่"}
_AND = r"\s*(?:[-–—,]|และ|ถึง|หรือ)\s*"
_DAYS = {
    "จ.": "วันจันทร์", "อ.": "วันอังคาร", "พ.": "วันพุธ", "พฤ.": "วันพฤหัสบดี", "ศ.": "วันศุกร์", "ส.": "วันเสาร์", "อา.": "วันอาทิตย์",
}  # fmt: skip
_DAY = "|".join(map(re.escape, sorted(_DAYS, key=len, reverse=True)))


def _school(found: re.Match[str]) -> str:
    return found["lead"] + _SCHOOL[found["letter"]]


def _next_class(found: re.Match[str]) -> str:
    said = found["said"]
    while (more := _NEXT_CLASS.search(said)) is not None:
        said = said[: more.start("letter")] + _SCHOOL[more["letter"]] + said[more.end() :]
    return said


_NEXT_CLASS = re.compile(rf"(?:ศึกษา|อนุบาล)ปีที่\d{{1,2}}(?:/\d+)?{_AND}(?P<letter>[มปอ])\.\s*(?=\d)")

NAVY = tuple(
    Rule("rank", re.compile(rf"{re.escape(written)}(?![ก-ฮ]\.)"), rank) for written, rank in NAVAL.items()
)
"""For a text in which ร.น. stands."""

BY_NEIGHBOURS: tuple[Rule, ...] = (
    Rule("abbreviation", re.compile(rf"(\d\s*)น\.(?!ส\.)|(\d[.:]\d\d\s*)น(?![{THAI}.])"), lambda m: f"{m[1] or m[2]}นาฬิกา"),
    Rule("abbreviation", re.compile(rf"{_FREE}({_DAY})\s*[-–—]\s*({_DAY})"), lambda m: f"{_DAYS[m[1]]} ถึง{_DAYS[m[2]]}"),
    Rule(
        "abbreviation",
        re.compile(rf"{_FREE}(?:{_DAY})(?:\s*(?:,|และ)\s*(?:{_DAY}))+(?![ก-ฮเ-ไ])"),
        lambda m: re.sub(_DAY, lambda day: _DAYS[day[0]], m[0]),
    ),
    Rule("abbreviation", re.compile(rf"(?P<lead>{_CLASS})\s*(?P<letter>[มอ])\.?\s*(?=\d)(?!{_VILLAGE})"), _school),
    Rule("abbreviation", re.compile(rf"(?P<lead>{_CLASS}\s*|{_FREE})(?P<letter>ป)\.?\s*(?=\d)"), lambda m: _school(m).replace(" ", "")),
    Rule("abbreviation", re.compile(rf"(?P<said>(?:ศึกษา|อนุบาล)ปีที่\d[^\n]*?{_AND}[มปอ]\.\s*\d[^\n]*)"), _next_class),
    Rule("abbreviation", re.compile(rf"(ตาม|แห่ง|และ|หรือ){_FREE}?\s*ม\.\s*(?=\d+(?:/\d+)?\s*(?:วรรค|แห่ง))"), r"\1มาตรา"),
    Rule("abbreviation", re.compile(r"(ตาม)\s*ม\.\s*(?=\d)"), r"\1มาตรา"),
    Rule("abbreviation", re.compile(rf"({_ACT}{_OF_THE_ACT}){_FREE}ม\.\s*(?=\d+(?:/\d+)?(?![\d/])(?!\s*(?:ต\.|ตำบล)))"), r"\1มาตรา"),
    Rule("abbreviation", re.compile(rf"{_FREE}ม\.\s*(?=\d+(?:/\d+)?\s*(?:วรรค|แห่ง))"), "มาตรา"),
    Rule("abbreviation", re.compile(r"((?:กว้าง|ยาว|สูง|ลึก|หนา|ระยะ|ห่าง|ขนาด|รัศมี)[^\d\n]{0,12}[\d.,]+\s*)ม\."), r"\1เมตร"),
    Rule("abbreviation", re.compile(r"(\d[.,]\d+\s*)ม\."), r"\1เมตร"),
    Rule("abbreviation", re.compile(r"(\d\s*)(?:ตร\.)?ม\.²"), r"\1ตารางเมตร"),
    Rule("abbreviation", re.compile(r"(\d\s*)ม\.(?!\s*\d|[ก-ฮ]+\.)"), r"\1เมตร"),
    Rule("abbreviation", re.compile(rf"(?:{_FREE}|(?<=[ก-ฮ][ก-ฮ]\.)(?<!ตร\.)(?<!ลบ\.))(?:หมู่|ม\.)\s*(?=\d)"), "หมู่ที่"),
    Rule("abbreviation", re.compile(rf"{_FREE}ม\.\s?(?=[ก-ฮเ-ไ][{THAI}]{{2,}}(?!\.))(?!ต้น|ปลาย)"), "มหาวิทยาลัย"),
    Rule("abbreviation", re.compile(rf"{_FREE}ร\.\s?(?=\d{{1,2}}(?!\d))"), "รัชกาลที่"),
    Rule("abbreviation", re.compile(rf"{_FREE}กม\.\s?(?=ที่)"), "กิโลเมตร"),
    Rule("abbreviation", re.compile(rf"(\d)\s?ม(?![{THAI}.])"), r"\1 เมตร"),
    Rule("abbreviation", re.compile(rf"(\d)\s?([ก-ฮ])(?![{THAI}.])"), r"\1\2อ"),
    Rule("abbreviation", re.compile(r"(\d)([อสร])\.(?=\d|\s|$)"), r"\1\2อ "),
    Rule("abbreviation", re.compile(r"โควิด\s*-\s*19(?!\d)"), "โควิดสิบเก้า"),
    Rule("abbreviation", re.compile(r"ว่าที่\s+(?=[ก-ฮ]{1,3}\.)"), "ว่าที่"),
)
