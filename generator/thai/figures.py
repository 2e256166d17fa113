"""Figures in running text: dates, times, telephone numbers and plain numbers become words in their context.

Each rule says one way of writing and leaves the rest to the next, so their order is part of the rules: what is written
most specially comes first. Rules: ราชบัณฑิตยสภา, "อ่านอย่างไรและเขียนอย่างไร": numbers (legacy.orst.go.th, page 10323),
decimals, money and measures (10327), times (10331), house numbers (10338), the dash (10411, 10414).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.thai import dates
from generator.thai.numbers import PHONE_TWO, cardinal, digit_by_digit, number
from generator.thai.unspeakable import Unspeakable

if TYPE_CHECKING:
    from collections.abc import Callable

_COUNTED = (
    "คน|ท่าน|ราย|รูป|ครัวเรือน|หลังคาเรือน|หมู่บ้าน|แห่ง|ข้อ|ด้าน|ชื่อ|รางวัล|คะแนน|ครั้ง|เรื่อง|ชุด|ฉบับ|แผ่น|ใบ|คัน|ช่อง|บาท|"
    "ปี|เดือน|สัปดาห์|วัน|ชั่วโมง|นาที|วินาที|เปอร์เซ็นต์|เมตร|กิโลเมตร|ไร่|งาน|ตาราง|ลูกบาศก์|เซนติ|มิลลิ|ลิตร|กิโลกรัม|นาฬิกา|หมู่(?!ที่)|กอง|สำนัก|ระดับ|ขั้นตอน|รอบ|ทาง"
)
"""What is counted stands close to its figure, so that nobody pauses between them."""

_DASH = r"\s*[-–—−~]\s*"
_TO = rf"(?:{_DASH}|\s*ถึง\s*)"
_MONTH = "|".join(dates.MONTHS)
_ERA = "พุทธศักราช|คริสต์ศักราช|ฮิจเราะห์ศักราช"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_SHORT_YEAR = rf"\d\d(?![\d.:,/%]|\s*(?:{_COUNTED}|น\.))"
_CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\d)"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_BUDDHIST_YEARS = range(dates.FIRST_YEAR, dates.LAST_YEAR + 1)
_NINE_FIGURES = 9


def say_figures(text: str) -> str:
    """Return the text with every figure said out; raises `Unspeakable` for a date that is not in the calendar."""
    for pattern, say in _RULES:
        text = pattern.sub(say, text)
    return text


def _year(figures: str) -> str:
    """Return a year in words; two figures are a year of 2500-2599 on Thai paper."""
    return cardinal(int(figures) + 2500 if len(figures) == 2 else int(figures))  # noqa: PLR2004 - two figures


def _say_worded_date(found: re.Match[str]) -> str:
    lead = (found["lead"] or "วันที่").strip()
    era = f"{found['era']} " if found["era"] else ""
    year = f" {era}{_year(found['year'])}" if found["year"] else ""
    follows = " " if year and found.string[found.end() : found.end() + 1].strip() else ""
    return f"{lead}{cardinal(int(found['day']))} {found['link'] or ''}{found['month']}{year}{follows}"


def _say_first_day(found: re.Match[str]) -> str:
    return f"{(found['lead'] or 'วันที่').strip()}{cardinal(int(found['day']))} ถึง"


def _say_month_year(found: re.Match[str]) -> str:
    era = f"{found['era']} " if found["era"] else ""
    return f"{found['month']} {era}{_year(found['year'])}"


def _say_numeric_date(found: re.Match[str]) -> str:
    """Say a date in figures; a Common Era year is said to be one, never turned into another."""
    written = found["date"]
    era = ""
    try:
        day = dates.parse_date(written)
    except dates.DateFault:
        try:
            day = dates.parse_date(_marked_common(written))
        except dates.DateFault:
            raise Unspeakable(written) from None
        era = "คริสต์ศักราช "
    year = day.year if era else dates.buddhist_year(day)
    return f"วันที่{cardinal(day.day)} {dates.MONTHS[day.month - 1]} {era}{cardinal(year)}"


def _marked_common(written: str) -> str:
    return re.sub(r"(?<!\d)(\d{4})(?!\d)", r"ค.ศ. \1", written)


def _clock(written: str) -> str:
    """Say one time of day: full hours alone, minutes as a number, no leading nought (11.05 สิบเอ็ดนาฬิกาห้านาที)."""
    hour, minute = (int(part) for part in re.split("[.:]", written))
    return f"{cardinal(hour)}นาฬิกา" + (f"{cardinal(minute)}นาที" if minute else "")


def _say_clocks(found: re.Match[str]) -> str:
    said = re.sub(_CLOCK, lambda one: _clock(one[0]), found["clocks"])
    said = re.sub(_DASH, " ถึง", re.sub(r"\s*ถึง\s*", " ถึง", said))
    return (found["lead"] or "").strip() + said


def _phone(written: str) -> str:
    """Say a telephone number figure by figure, with a pause where it is grouped; 2 is โท, 1 is always หนึ่ง."""
    groups = [group for group in re.split(r"[- ]+", written.replace("+", "")) if group]
    if len(groups) == 1 and len(groups[0]) >= _NINE_FIGURES:
        run = groups[0]
        groups = [run[:3], run[3:6], run[6:]]
    plus = "บวก" if written.startswith("+") else ""
    return plus + " ".join(digit_by_digit(group, two=PHONE_TWO) for group in groups)


def _say_phone(found: re.Match[str]) -> str:
    more = f" ถึง{digit_by_digit(found['to'], two=PHONE_TWO)}" if found["to"] else ""
    extension = f" ต่อ {digit_by_digit(found['extension'], two=PHONE_TWO)}" if found["extension"] else ""
    return f" {_phone(found['phone'])}{more}{extension} "


def _say_slashed(found: re.Match[str]) -> str:
    """Say a house or document number: the part before / as a number, the part after it figure by figure.

    A Buddhist-era year after the stroke is a year and said as a number: ครั้งที่ 2/2566.
    """
    first, *rest = found[0].split("/")
    said = number(first)
    for part in rest:
        is_year = len(part) == 4 and int(part) in _BUDDHIST_YEARS  # noqa: PLR2004 - four figures
        said += f" ทับ{cardinal(int(part)) if is_year else digit_by_digit(part)}"
    return said


def _say_letter_number(found: re.Match[str]) -> str:
    """Say the number of an official letter, as ที่ ตง 72801/ว 12: letters by their names, figures one by one."""
    province = " ".join(f"{letter}อ" for letter in found["province"])
    circular = "วอ " if found["circular"] else ""
    return f"ที่ {province} {digit_by_digit(found['body'])} ทับ {circular}{digit_by_digit(found['number'])}"


def _say_money(found: re.Match[str]) -> str:
    baht = number(found["baht"])
    satang = int(found["satang"])
    return f"{baht}บาท" + (f"{cardinal(satang)}สตางค์" if satang else "ถ้วน")


def _say_metres(found: re.Match[str]) -> str:
    centimetres = int(found["centimetres"])
    return f"{number(found['metres'])}เมตร" + (f"{cardinal(centimetres)}เซนติเมตร" if centimetres else "")


def _say_item(found: re.Match[str]) -> str:
    """Say a numbered item: its parts are numbers, not decimals (ข้อ 1.10 ข้อหนึ่งจุดสิบ)."""
    return found["word"] + "จุด".join(cardinal(int(part)) for part in found["parts"].split("."))


def _say_codes(found: re.Match[str]) -> str:
    return found["lead"] + " " + " ".join(digit_by_digit(part) for part in found["code"].split("-"))


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(ที่|ร้อยละ|ข้อ|หมวด|มาตรา|อายุ)\s+(?=\d)"), r"\1"),
    (re.compile(r"(?m)^(\s*\d{1,3})[.)](?=\s|[ก-ฮเ-ไ])\s*"), r"\1 "),
    (
        re.compile(
            r"(?:(?:วัน)?ที่\s*)?(?<![\d/.-])(?P<date>\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2}))(?![\d/-])"
        ),
        _say_numeric_date,
    ),
    (
        re.compile(
            rf"(?P<lead>(?:วัน)?ที่\s*)?(?<![\d.,:/])(?P<day>{_DAY}){_TO}"
            rf"(?=(?:วันที่\s*)?{_DAY}\s*(?:เดือน\s*)?(?:{_MONTH}))"
        ),
        _say_first_day,
    ),
    (
        re.compile(
            rf"(?P<lead>(?:วัน)?ที่\s*)?(?<![\d.,:/])(?P<day>{_DAY})\s*(?P<link>เดือน)?\s*(?P<month>{_MONTH})"
            rf"(?:\s*(?P<era>{_ERA})?\s*(?P<year>\d{{4}}(?!\d)|{_SHORT_YEAR}))?"
        ),
        _say_worded_date,
    ),
    (
        re.compile(rf"(?P<month>{_MONTH})\s*(?P<era>{_ERA})?\s*(?P<year>\d{{4}}(?!\d)|{_SHORT_YEAR})"),
        _say_month_year,
    ),
    (
        re.compile(rf"(?P<lead>{_ERA}|ประจำปี|ปีงบประมาณ|ปี)\s*(?P<year>{_SHORT_YEAR})"),
        lambda found: f"{found['lead']} {_year(found['year'])}",
    ),
    (re.compile(rf"({_ERA})\s*(?=\d)"), r"\1 "),
    (re.compile(r"(?P<lead>รหัสไปรษณีย์|จังหวัด[^\s\d]+)\s*(?P<code>\d{5})(?!\d)"), _say_codes),
    (
        re.compile(r"ที่\s+(?P<province>[ก-ฮ]{2})\s+(?P<body>\d{5})/(?:(?P<circular>ว)\s*)?(?P<number>\d+)"),
        _say_letter_number,
    ),
    (
        re.compile(
            rf"(?P<lead>เวลา\s*)?(?<![\d.,:/])(?P<clocks>{_CLOCK}(?:(?:{_TO}|\s*(?:และ|หรือ|,)\s*){_CLOCK})*)"
            r"\s*(?:น\.|น(?![ก-๎])|นาฬิกา)"
        ),
        _say_clocks,
    ),
    (
        re.compile(rf"(?P<lead>เวลา\s*)(?P<clocks>{_CLOCK}(?:{_TO}{_CLOCK})*)"),
        _say_clocks,
    ),
    (
        re.compile(rf"(?P<lead>)(?<![\d.,:/])(?P<clocks>\d?\d:[0-5]\d(?!\d)(?:{_TO}\d?\d:[0-5]\d(?!\d))*)(?![:\d])"),
        _say_clocks,
    ),
    (
        re.compile(
            r"(?<![\d.,/])\s?(?P<phone>(?:\+66[- ]?|0)"
            r"(?:(?:[- ]?\d){8,9}?(?=[-–]\d{1,2}(?!\d))|(?:[- ]?\d){8,9}))(?!\d)"
            r"(?:[-–](?P<to>\d{1,2})(?!\d))?(?:\s*ต่อ\s*(?P<extension>\d{1,5}))?\s*"
        ),
        _say_phone,
    ),
    (
        re.compile(
            r"(?:(?<=ศัพท์)|(?<=สายด่วน))(?:\s*(?:หมายเลข|เบอร์))?\s*(?P<phone>\d{3,5})(?!\d)(?P<to>)(?P<extension>)\s*"
        ),
        _say_phone,
    ),
    (re.compile(r"(?P<lead>)(?<!\d)(?P<code>\d+(?:-\d+){2,})"), _say_codes),
    (re.compile(r"(?P<word>(?:ข้อ|หมวด|มาตรา|หัวข้อ|ตัวชี้วัด)(?:ที่)?)\s*(?P<parts>\d+(?:\.\d+)+)"), _say_item),
    (re.compile(r"(?<![\d/])\d+(?:/\d+)+"), _say_slashed),
    (re.compile(r"฿\s*(" + _NUMBER + ")"), r"\1 บาท"),
    (re.compile(r"(\d)\.-(?:\s*บาท)?"), r"\1 บาท"),
    (re.compile(r"(?P<baht>\d{1,3}(?:,\d{3})+|\d+)\.(?P<satang>\d\d)\s*บาท"), _say_money),
    (re.compile(r"(?P<metres>\d+)\.(?P<centimetres>\d\d)\s*เมตร"), _say_metres),
    (re.compile(rf"(ร้อยละ\s*(?:{_NUMBER}))\s*(?:%|เปอร์เซ็นต์)"), r"\1"),
    (re.compile(r"\s*%"), "เปอร์เซ็นต์"),
    (re.compile(r"(?<![\d.])(\d+)\s*:\s*(\d+)"), r"\1ต่อ\2"),
    (re.compile(rf"(?<=\d)({_DASH})(?=\d)"), " ถึง"),
    (re.compile(r"(?<![\d\wก-๎])[-−](?=\d)"), "ลบ"),
    (re.compile(rf"({_NUMBER})\s+(?={_COUNTED})"), r"\1"),
    (re.compile(_NUMBER), lambda found: number(found[0])),
)
