"""What is on wheels or flies: number plates, tyres, flights and trains; their figures are said one by one."""

from __future__ import annotations

import re

from generator.thai.aloud.codes import letter_names, say_plate
from generator.thai.aloud.draft import Rule
from generator.thai.aloud.forms import name_figure
from generator.thai.numbers import cardinal, digit_by_digit
from generator.thai.places import begins_with_province
from generator.thai.words import THAI

_VEHICLE = (
    r"ป้าย(?:แดง|ทะเบียน)?|รถ[ก-๎]*|(?:เก๋ง|กระบะ|จักรยานยนต์|ปิกอัพ|ปิคอัพ|หัวลาก|เทรลเลอร์|สิบล้อ|หกล้อ|พ่วง)[ก-๎]*"
    r"|(?:รถ|เก๋ง|กระบะ)[ก-๎]*\s?สี[ก-๎]+|จยย\."
)
"""What has a number plate, so that letters and figures right after it are one."""


def _say_plain(found: re.Match[str]) -> str:
    return f"{found['lead']}{found['space']}{name_figure(found['code'])}"


def _say_parts(found: re.Match[str]) -> str:
    parts = re.split(r"\s*[-–]\s*", found["code"])
    return f"{found['lead']} " + " ".join(map(digit_by_digit, parts))


def _say_flight(found: re.Match[str]) -> str:
    return _say_plain(found) if _FLIES.search(found.string, 0, found.start()) else found[0]


_FLIES = re.compile("เที่ยวบิน|ไฟลต์|สายการบิน")


def _say_tyre(found: re.Match[str]) -> str:
    return f"{cardinal(int(found[1]))} ทับ{cardinal(int(found[2]))} อาร์{cardinal(int(found[3]))}"


_LOADED = r"(?:คน|ราย|บาท|บ\.|กิโล|กก\.|ตัน|คัน|ลูก|ใบ|ถุง|ครั้ง)"
"""After these a figure counts what is carried."""


def _say_of_a_province(found: re.Match[str]) -> str:
    """Say letters and figures before a province as the plate that they are: 1กก-9999 กทม."""
    behind = found.string[found.end() :].lstrip()
    return say_plate(found) if behind.startswith("กทม.") or begins_with_province(behind) else found[0]


def _say_vehicle(found: re.Match[str]) -> str:
    if found["pair"]:
        return f"{found['lead']} " + " ".join(map(digit_by_digit, re.split(r"\s*[-–]\s*", found["pair"])))
    return say_plate(found)


VEHICLES = (
    Rule(
        "code",
        re.compile(r"(?<![A-Za-z\d])(?P<lead>[A-Z]{2})(?P<space>\s?)(?P<code>\d{3,4})(?![\d/]|[.,]\d)"),
        _say_flight,
    ),
    Rule(
        "code",
        re.compile(
            r"(?P<lead>(?:เที่ยวบิน|ไฟลต์|ขบวน)(?:รถไฟ|รถ)?(?:ที่)?\s*[A-Z]{0,2})(?P<space>\s?)(?P<code>\d{3,4})(?![\d/]|[.,]\d|\s*(?:คน|ที่นั่ง|เที่ยว|ไฟลต์))"
        ),
        _say_plain,
    ),
    Rule(
        "plate",
        re.compile(
            r"(?P<lead>ทะเบียน(?:รถ)?)\s*:?\s*(?P<before>\d)?(?P<letters>[ก-ฮ]{1,3})\s?-?(?P<code>\d{1,4})(?!\d)"
        ),
        say_plate,
        needs="ทะเบียน",
    ),
    Rule(
        "plate",
        re.compile(
            rf"(?P<lead>{_VEHICLE})\s(?:(?P<before>\d)?(?P<letters>[ก-ฮ]{{1,3}})[\s-]?(?P<code>\d{{3,4}})(?![\d/]|[.,]\d)"
            rf"|(?P<pair>\d{{2}}\s?[-–]\s?\d{{4}})(?![\d,/-]))(?!\s*{_LOADED})"
        ),
        _say_vehicle,
    ),
    Rule(
        "plate",
        re.compile(
            r"(?=[\dก-ฮ])(?P<lead>)(?<![ก-๎.\d])(?P<before>\d)?(?P<letters>[ก-ฮ]{2})(?:-|(?<=\d[ก-ฮ][ก-ฮ])\s?)(?P<code>\d{1,4})(?![\d/,.-])"
            r"(?=\s\S)"
        ),
        _say_of_a_province,
    ),
    Rule(
        "plate",
        re.compile(rf"(หมวด(?:อักษร|ตัวอักษร)|เลขสวย\s?หมวด)\s?(\d)?([ก-ฮ]{{2}})(?![{THAI}.])"),
        lambda found: f"{found[1]} {digit_by_digit(found[2] or '')} {letter_names(found[3])}",
        needs="หมวด",
    ),
    Rule("code", re.compile(r"(?<![\d/])(\d{3})/(\d\d)\s?Z?R\s?(\d\d)(?!\d)"), _say_tyre, needs="R"),
    Rule(
        "plate",
        re.compile(r"(?P<lead>ทะเบียน(?:รถ)?)(?P<space>\s*)(?P<code>\d{2}\s?[-–]\s?\d{4})(?!\d)"),
        _say_parts,
        needs="ทะเบียน",
    ),
)
