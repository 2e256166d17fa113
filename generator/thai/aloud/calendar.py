"""Days, months, years and times of day in running text become words; a Common Era year is called so, never converted.

Rules: ราชบัณฑิตยสภา, "อ่านอย่างไรและเขียนอย่างไร": times (legacy.orst.go.th, page 10331), the dash (10411, 10414). Each rule
says one way of writing and leaves the rest to the next: the most special comes first.
"""

from __future__ import annotations

import re

from generator.thai import dates
from generator.thai.aloud.counted import COUNTED, DASH, HEADING, MEASURED
from generator.thai.aloud.draft import Rule
from generator.thai.numbers import cardinal
from generator.thai.unspeakable import Unspeakable

_TO = rf"(?:{DASH}|\s*ถึง\s*)"
_MONTH = f"(?:{'|'.join(dates.MONTHS)})"
_ERA = "(?:พุทธศักราช|คริสต์ศักราช|ฮิจเราะห์ศักราช|รัตนโกสินทร์ศก|จุลศักราช)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_SHORT_YEAR = (
    rf"(?!(?:[0-2]\d|3[01])\s*{_MONTH})"
    rf"(?:\d\d(?![\d.:,/%]|\s*(?:{COUNTED}(?!แรก|สอง|สาม|สี่|ห้า|สุดท้าย|ถัดไป|นี้|หน้า)|น\.))"
    rf"|[5-7]\d(?=\s+{COUNTED}\s\d)|[5-7]\d(?=\s+(?!{MEASURED}){COUNTED}[ก-๎])|[5-7]\d(?=\s+{HEADING})"
    rf"|[5-7]\d(?=\s+(?:กิโลเมตร(?:ที่|\d)|เดือน\s?{_MONTH}|วัน\s+[ก-๎])))"
)
"""A figure that counts what stands behind it is no year; 68 before ศูนย์พัฒนาเด็ก, whose ศูนย์ is a part of a name, is."""
_YEAR = rf"(?:\d{{4}}(?!\d)|{_SHORT_YEAR})"
_CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\d)"
_DATED, _TIMED = r"(?=[\dวท])", r"(?=[\dเ])"
"""What a date and a time begin with, so that nine letters in ten are skipped at once."""

_AT = r"เวลา(?:ประมาณ)?\s*"
_RATIO = r"(?:อัตราส่วน|อัตรา|สัดส่วน|มาตราส่วน|ผสม|เจือจาง|คะแนน|ประตู|ชนะ|แพ้|เสมอ)"
"""After these words 1:10 is no time of day."""

_TWO_FIGURES, _NO_YEAR = 2, 80


def _year(figures: str) -> str:
    """Return a year in words; two digits are a year of 2500-2579 on Thai paper, and 95 may be 2495 or a count."""
    if len(figures) == _TWO_FIGURES and int(figures) >= _NO_YEAR:
        raise Unspeakable(figures)
    return cardinal(int(figures) + 2500 if len(figures) == _TWO_FIGURES else int(figures))


def _in_era(found: re.Match[str]) -> str:
    """Return the year of a date with its era, if one is written."""
    return (f"{found['era']} " if found["era"] else "") + _year(found["year"])


def _lead(found: re.Match[str]) -> str:
    return (found["lead"] or "วันที่").strip()


_MAYBE_YEAR = re.compile(rf"\s*[67]\d(?=\s+(?!บาท|สตางค์|เปอร์เซ็นต์){COUNTED})")
"""12 พ.ค. 68 คะแนน: the year, or what is counted on that day."""


def _say_worded_date(found: re.Match[str]) -> str:
    year = f" {_in_era(found)}" if found["year"] else ""
    if not year and (counted := _MAYBE_YEAR.match(found.string, found.end())):
        raise Unspeakable(found[0] + counted[0])
    follows = " " if year and found.string[found.end() : found.end() + 1].strip() else ""
    return f"{_lead(found)}{cardinal(int(found['day']))} {found['link'] or ''}{found['month']}{year}{follows}"


def _say_numeric_date(found: re.Match[str]) -> str:
    """Say a date in figures, and the first day of a range before it: 13-15/4/2566."""
    written = found["date"]
    era = ""
    try:
        day = dates.parse_date(written)
    except dates.DateFault:
        try:
            day = dates.parse_date(re.sub(r"(?<!\d)(\d{4})(?!\d)", r"ค.ศ. \1", written))
        except dates.DateFault:
            raise Unspeakable(written) from None
        era = "คริสต์ศักราช "
    first = f"วันที่{cardinal(int(found['first']))} ถึง" if found["first"] else ""
    year = day.year if era else dates.buddhist_year(day)
    return f"{first}วันที่{cardinal(day.day)} {dates.MONTHS[day.month - 1]} {era}{cardinal(year)}"


def _say_first_date(found: re.Match[str]) -> str:
    """Say the first day of two in figures: 24/11/67-30/11/67, 24/11-30/11/67."""
    year = f" {_year(found['year'])}" if found["year"] else ""
    return f"วันที่{cardinal(int(found['day']))} {dates.MONTHS[int(found['month']) - 1]}{year} ถึง"


_DATED_BEFORE = re.compile(r"(?:วันที่|ลงวันที่|เมื่อ|ณ)\s*$")
_FORMULA_BEFORE = re.compile(r"(?:ปุ๋ย|สูตร|เนื้อที่|ที่ดิน|รหัส|เลข[ก-๎]*|บัญชี)\s*$")


def _say_dashed_date(found: re.Match[str]) -> str:
    """Say 24-11-67 after วันที่; elsewhere it may be a code as well."""
    before = found.string[: found.start()]
    if _DATED_BEFORE.search(before):
        return found[0].replace("-", "/")
    if _FORMULA_BEFORE.search(before):
        return found[0]
    raise Unspeakable(found[0])


_LASTS = re.compile(r"(?<!เดือน )(?<!เดือน \d)\d\s?$")


def _say_colons(found: re.Match[str]) -> str:
    """Say times with colons; one of them after a ratio's word is none, two with a dash are, even after คะแนน."""
    ratio, times = found["ratio"] or "", found["clocks"].count(":")
    if ratio and (times == 1 or not ratio.startswith("คะแนน")):
        return found[0]
    return ratio + _say_clocks(found)


def _say_short_year(found: re.Match[str]) -> str:
    """Say a year of two figures after ปี; after an age, 13 ปี 20, only one of these decades is a year."""
    after_a_figure = found["lead"] == "ปี" and _LASTS.search(found.string, 0, found.start())
    if after_a_figure and not re.fullmatch("[56]\\d", found["year"]):
        return found[0]
    return f"{found['lead']} {_year(found['year'])}"


def _clock(written: str) -> str:
    """Say one time of day: full hours alone, minutes as a number, no leading zero (11.05 สิบเอ็ดนาฬิกาห้านาที)."""
    hour, minute = (int(part) for part in re.split("[.:]", written))
    return f"{cardinal(hour)}นาฬิกา" + (f"{cardinal(minute)}นาที" if minute else "")


def _say_clocks(found: re.Match[str]) -> str:
    said = re.sub(_CLOCK, lambda one: _clock(one[0]), found["clocks"])
    said = re.sub(DASH, " ถึง", re.sub(r"\s*ถึง\s*", " ถึง", said))
    return (found["lead"] or "").strip() + said


CALENDAR: tuple[Rule, ...] = (
    Rule("date", re.compile(r"(2(?<![\d.,/-]2)[450]\d\d)\s?[-–—]\s?(?=(?:2[45]\d\d|20\d\d)(?![\d/-]))"), r"\1 ถึง"),
    Rule(
        "date",
        re.compile(rf"((?:{_ERA}|ปี[ก-๎]*)\s*)([5-7]\d)\s?[-–—]\s?(?=({_SHORT_YEAR}))"),
        r"\g<1>25\2-25",
    ),
    Rule("date", re.compile(r"(ปี[ก-๎]*\s*)([5-9]\d)/(?=[5-9]\d(?!\d))"), r"\g<1>25\2/", needs="/"),
    Rule("date", re.compile(rf"((?:{_ERA}|ปี[ก-๎]*)\s*2[4-7])(\d\d)\s*[-–—]\s*(?=\d\d(?!\d|\s*{COUNTED}))"), r"\1\2-25"),
    Rule(
        "date",
        re.compile(
            rf"(?:(?:วัน)?ที่\s*)?(?<![\d/.-])(?P<day>{_DAY})/(?P<month>0?[1-9]|1[0-2])(?:/(?P<year>\d{{4}}|\d\d))?\s?[-–—]\s?(?=\d{{1,2}}/\d{{1,2}}/\d\d)"
        ),
        _say_first_date,
        needs="/",
    ),
    Rule(
        "date",
        re.compile(rf"(?<![\d/.-]){_DAY}-(?:0?[1-9]|1[0-2])-[5-7]\d(?![\d.-]|\s*ไร่)"),
        _say_dashed_date,
        needs="-",
    ),
    Rule(
        "date",
        re.compile(rf"(\d(?=\D)\s*{_MONTH}\s*)([0-7]\d)\s?[-–—]\s?(?=(?:วันที่\s*)?{_DAY}\s*{_MONTH})"),
        r"\g<1>25\2 ถึง",
    ),
    Rule("months", re.compile(rf"({_MONTH}\s*(?:{_ERA})?\s*\d{{2,4}})\s*[-–—]\s*(?=(?:เดือน)?{_MONTH})"), r"\1 ถึง"),
    Rule(
        "date",
        re.compile(
            rf"{_DATED}(?:(?:วัน)?ที่\s*)?(?<![\d/.-])(?:(?P<first>{_DAY}){DASH}(?=\d{{1,2}}/))?"
            r"(?P<date>\d{4}-\d{1,2}-\d{1,2}|(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|1[0-2])-2[4-6]\d\d|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2}))(?![\d/-])"
        ),
        _say_numeric_date,
    ),
    Rule(
        "date",
        re.compile(
            rf"{_DATED}(?P<lead>(?:วัน|(?<!พื้น)(?<!หน้า)(?<!เนื้อ))ที่\s*)?(?<![\d.,:])(?<!\d/)(?P<day>{_DAY}){_TO}"
            rf"(?=(?:วันที่\s*)?{_DAY}\s*(?:เดือน\s*)?{_MONTH})"
        ),
        lambda found: f"{_lead(found)}{cardinal(int(found['day']))} ถึง",
    ),
    Rule(
        "date",
        re.compile(
            rf"{_DATED}(?P<lead>(?:วัน|(?<!พื้น)(?<!หน้า)(?<!เนื้อ))ที่\s*)?(?<!มาตรา)(?<!ข้อ)(?<![\d.,:])(?<!\d/)(?P<day>{_DAY})\s*(?P<link>เดือน)?\s*(?P<month>{_MONTH})"
            rf"(?:\s*(?P<era>{_ERA})?\s*(?P<year>{_YEAR}))?"
        ),
        _say_worded_date,
    ),
    Rule(
        "date",
        re.compile(rf"(?P<month>{_MONTH})\s*(?P<era>{_ERA})?\s*(?P<year>{_YEAR})"),
        lambda found: f"{found['month']} {_in_era(found)}",
    ),
    Rule("date", re.compile(rf"เดือน\s+(?={_MONTH})"), "เดือน"),
    Rule(
        "date",
        re.compile(
            r"(?P<lead>ปี(?:การผลิต|เพาะปลูก|การเพาะปลูก|ฤดูกาล|การศึกษา|งบประมาณ)?|พุทธศักราช)\s*(?P<year>2[4-7]\d\d)/(?P<next>\d\d)(?!\d)"
        ),
        lambda found: f"{found['lead']} {_year(found['year'])} ทับ{cardinal(int(found['next']))}",
    ),
    Rule(
        "date",
        re.compile(
            rf"(?P<lead>{_ERA}|ประจำปี|ปีงบประมาณ|ปีงบ|ปีการศึกษา|ปี|(?<![ก-๎])งบ(?=\s?[5-7]\d\s[ก-๎]))\s*(?P<year>{_SHORT_YEAR}|[5-7]\d(?=\s(?:ปี|เดือน)[ก-๎]))"
        ),
        _say_short_year,
    ),
    Rule("date", re.compile(rf"({_ERA})\s*(?=\d)"), r"\1 "),
    Rule(
        "time",
        re.compile(
            rf"{_TIMED}(?P<lead>{_AT})?(?<![\d.,:/])(?P<clocks>{_CLOCK}(?:(?:{_TO}|\s*(?:และ|หรือ|,)\s*){_CLOCK})*)\s*นาฬิกา"
        ),
        _say_clocks,
    ),
    Rule(
        "time",
        re.compile(rf"(?P<lead>{_AT})(?P<clocks>{_CLOCK}(?:{_TO}{_CLOCK})*)(?!\s*(?:วินาที|นาที|ชั่วโมง))"),
        _say_clocks,
    ),
    Rule(
        "time",
        re.compile(rf"{_TIMED}(?P<lead>{_AT})?(?<![\d.,:/])(?P<hour>1?\d|2[0-4])\s*นาฬิกา"),
        lambda found: f"{(found['lead'] or '').strip()}{cardinal(int(found['hour']))}นาฬิกา",
    ),
    Rule(
        "time",
        re.compile(rf"(?P<lead>)(?<![\d.,:/])(?P<clocks>0\d\.[0-5]\d(?!\d)(?:{_TO}{_CLOCK})*)(?![.\d]|\s*%)"),
        _say_clocks,
    ),
    Rule(
        "time",
        re.compile(
            rf"(?P<ratio>{_RATIO}[^\d\n]{{0,12}})?(?P<lead>)(?<![\d.,:/])"
            rf"(?P<clocks>\d?\d:[0-5]\d(?!\d)(?:{_TO}\d?\d:[0-5]\d(?!\d))*)(?![:\d]|,\d)"
        ),
        _say_colons,
    ),
)
