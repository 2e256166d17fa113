"""Figures that name instead of counting: documents, houses, postcodes, number plates; mostly said one by one.

Rules: ราชบัณฑิตยสภา, "อ่านอย่างไรและเขียนอย่างไร": house numbers (legacy.orst.go.th, page 10338), item numbers (10327).
"""

from __future__ import annotations

import re

from generator.thai import dates
from generator.thai.aloud.draft import Rule, ask
from generator.thai.numbers import cardinal, digit_by_digit, number
from generator.thai.unspeakable import Unspeakable

_BUDDHIST_YEARS = frozenset(map(str, range(dates.FIRST_YEAR, dates.LAST_YEAR + 1)))


_LETTER_DIGITS = 4
"""From so many digits on an office's number has; that of a case in a court has fewer."""


def letter_names(letters: str) -> str:
    """Return consonants by their names: ตง is ตอ งอ."""
    return " ".join(f"{letter}อ" for letter in letters if letter not in " .")


def _say_slashed(found: re.Match[str]) -> str:
    """Say a house or document number: the part before / as a number, the part after it digit by digit.

    A Buddhist-era year after the stroke is a year and said as a number: ครั้งที่ 2/2566.
    """
    first, *rest = found[0].split("/")
    said = number(first)
    for part in rest:
        said += f" ทับ{cardinal(int(part)) if part in _BUDDHIST_YEARS else digit_by_digit(part)}"
    return said


def _say_houses(found: re.Match[str]) -> str:
    """Say from which to which of some houses or rooms: 99/1-3; figures that do not go up are asked about."""
    if int(found["one"]) >= int(found["two"]):
        raise Unspeakable(found[0])
    said = number(found[1].split("/")[0])
    return f"{said} ทับ{digit_by_digit(found['one'])} ถึง{digit_by_digit(found['two'])}"


def _say_letter(found: re.Match[str]) -> str:
    """Say the number of an official letter, ที่ ตง 72801/ว 12: letters by their names, figures one by one."""
    office = " ".join(filter(None, (letter_names(found["office"]), letter_names(found["within"] or ""))))
    body = " จุด".join(map(digit_by_digit, found["body"].split(".")))
    if len(found["body"]) < _LETTER_DIGITS and found["number"] in _BUDDHIST_YEARS:  # a case of a court: ผบ 56/2568
        return f"{found['at'] and 'ที่ '}{office} {number(found['body'])} ทับ{cardinal(int(found['number']))}"
    circular = "วอ " if found["circular"] else ""
    return f"{found['at'] and 'ที่ '}{office} {body} ทับ {circular}{digit_by_digit(found['number'])}"


def _say_formula(found: re.Match[str]) -> str:
    return f"{found['lead']} " + " ".join(cardinal(int(part)) for part in found["parts"].split("-"))


def _say_item(found: re.Match[str]) -> str:
    """Say a numbered item: its parts are numbers, not decimals (ข้อ 1.10 ข้อหนึ่งจุดสิบ)."""
    return found["word"] + _points(found["parts"])


def _points(parts: str) -> str:
    return "จุด".join(cardinal(int(part)) for part in parts.split("."))


def _say_groups(found: re.Match[str]) -> str:
    return f"{found['lead']} " + " ".join(digit_by_digit(part) for part in re.split("[- ]", found["code"]))


def say_plate(found: re.Match[str]) -> str:
    """Say a vehicle's number plate: กข 1234, 1กข 234."""
    before = f"{digit_by_digit(found['before'])} " if found["before"] else ""
    return f"{found['lead']} {before}{letter_names(found['letters'])} {digit_by_digit(found['code'])}"


_PROVINCES = "กรุงเทพมหานคร|กระบี่|ชุมพร|ตรัง|นครศรีธรรมราช|นราธิวาส|ปัตตานี|พังงา|พัทลุง|ภูเก็ต|ยะลา|ระนอง|สงขลา|สตูล|สุราษฎร์ธานี|นนทบุรี"
"""Names that stand before a postcode without จังหวัด: the capital and the south."""

CODES: tuple[Rule, ...] = (
    Rule(
        "code",
        re.compile(
            rf"(?P<lead>(?:รหัส)?ไปรษณีย์|จังหวัด[^\s\d]+|(?:{_PROVINCES}))\s*(?P<code>\d{{5}})(?![\d,.]|\s*(?:คน|ราย|ท่าน|บาท|ครัวเรือน|ล้าน|แสน|ไร่|ตัว|ครั้ง|หน่วย)(?!ละ))"
        ),
        _say_groups,
    ),
    Rule(
        "letter",
        re.compile(
            r"(?P<at>ที่\s+)(?P<office>[ก-ฮ]{1,4})[\s,]*(?:(?P<within>[ก-ฮ]{1,6})[\s,]+)?(?P<body>\d{2,5}(?:\.\d+)*)"
            r"\s?/\s?(?:(?P<circular>ว)\.?\s*)?(?P<number>\d+)"
        ),
        _say_letter,
        needs="/",
    ),
    Rule(
        "letter",
        re.compile(
            r"(?P<at>)(?<![ก-๎.])(?P<office>[ก-ฮ]{2,4})\.?[\s,]*(?:(?P<within>[ก-ฮ]{1,6})[\s,]+)?(?P<body>\d{4,5}(?:\.\d+)*)"
            r"\s?/\s?(?:(?P<circular>ว)\.?\s*)?(?P<number>\d+)"
        ),
        _say_letter,
        needs="/",
    ),
    Rule(
        "code",
        re.compile(
            r"(?P<lead>เลขประจำตัว(?:ประชาชน|ผู้เสียภาษี(?:อากร)?)?|บัญชี(?:เลขที่)?|รหัส(?:ผ่าน)?|พร้อมเพย์|พิกัด|ไอดี|พาสโค้ด|พาสเวิร์ด|โอทีพี)"
            r"\s*(?P<code>\d+(?:-\d+| \d{3,})+|\d{3,})(?![\d.,/]|\s*(?:หลัก|ปอนด์|กิโล|กรัม))"
        ),
        _say_groups,
    ),
    Rule(
        "formula",
        re.compile(r"(?P<lead>ปุ๋ย|สูตร)\s*(?P<parts>\d{1,2}-\d{1,2}-\d{1,2})(?![\d-])"),
        _say_formula,
        needs="-",
    ),
    Rule("code", re.compile(r"\d(?<![\d.,]\d)\d{2,3}(?: \d{3,4}){2,}(?![\d.,])"), ask),
    Rule("code", re.compile(r"(?P<lead>)(?<!\d)(?P<code>\d+(?:-\d+){2,})(?!\s*ไร่)"), _say_groups, needs="-"),
    Rule(
        "item",
        re.compile(
            r"(?P<word>(?:ข้อ|หมวด|หัวข้อ|ตัวชี้วัด|หน่วยที่|บทที่|ตอนที่)(?:ที่)?)\s*(?P<parts>\d+(?:\.\d+)+)\s?[-–]\s?(?P<last>\d+(?:\.\d+)+)(?![\d.]\d)"
        ),
        lambda found: f"{_say_item(found)} ถึง{_points(found['last'])}",
        needs="-",
    ),
    Rule("item", re.compile(r"(?P<word>(?:ข้อ|หมวด|มาตรา|หัวข้อ|ตัวชี้วัด)(?:ที่)?)\s*(?P<parts>\d+(?:\.\d+)+)"), _say_item),
    Rule("item", re.compile(r"(?P<word>)(?<![\d.,])(?P<parts>\d+(?:\.\d+){2,})(?![\d.])"), _say_item),
    Rule(
        "range",
        re.compile(r"(?<![\d/.,-])(?P<one>\d{1,3})\s?[-–]\s?(?=(?P<two>\d{1,3})/\d)"),
        lambda found: f"{number(found['one'])} ถึง" if int(found["one"]) < int(found["two"]) else found[0],
        needs="/",
    ),
    Rule("range", re.compile(r"(\d/\d+)\s*[-–]\s*(?=\d+/\d)"), r"\1 ถึง", needs="/"),
    Rule(
        "house",
        re.compile(r"(?<![\d/])(\d+/(?P<one>\d{1,3}))\s*[-–]\s*(?P<two>\d{1,3})(?![\d/-]|[.,]\d)"),
        _say_houses,
        needs="/",
    ),
    Rule("house", re.compile(r"(?<![\d/])\d+(?:/\d+)+"), _say_slashed, needs="/"),
)
