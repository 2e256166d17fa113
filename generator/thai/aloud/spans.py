"""Figures beside a month or a clock that are no day and no decimal: durations, quarters, hours without น.

What stands between the figure and the month decides: a bracket or a space after เดือน makes it a duration, วันที่ before it
a day. Where both are possible, nothing is said.
"""

from __future__ import annotations

import re

from generator.thai import dates
from generator.thai.aloud.counted import COUNTED, HEADING, UNIT
from generator.thai.aloud.draft import Rule, ask
from generator.thai.numbers import cardinal
from generator.thai.unspeakable import Unspeakable

_MONTH = "(?:" + "|".join(map(re.escape, (*dates.MONTHS, *dates.SHORT_MONTHS))) + ")"
_YEAR = r"\s*(?:พ\.\s?ศ\.|ค\.\s?ศ\.)?\s*(?:\d{4}|\d\d)(?!\d)"
_LAST_DAY = 31

_LASTS = re.compile(
    r"(?:ครบ|ทุก|รอบ|ระยะ|เวลา|นาน|รวม|ภายใน|อีก|ประมาณ|กว่า|เกิน|ละ|ปี|จำนวน|ใน|ย้อนหลัง|ล่วงหน้า|ช่วง|เป็น|เพียง|อายุ"
    r"|ต่อเนื่อง|ตลอด|ทั้ง|แค่|เหลือ|หลัง|ก่อน|คือ|มี|ใช้|ได้|ราว|เกือบ|ถึง|ไม่ต่ำกว่า|เดือน|สัปดาห์|วัน)\s*$"
)
"""After these words a figure before เดือน tells how long something lasts."""

_MONTHS_FROM = re.compile(
    rf"(?<![\d.,:/])(?P<count>\d{{1,3}})(?P<gap>\s*)เดือน(?P<between>\s*[(\[:]?\s*(?:ตั้งแต่|ระหว่าง|คือ|ได้แก่|นับแต่|เริ่ม|ประจำ)?\s*)"
    rf"(?=(?P<again>เดือน)?\s*{_MONTH}(?P<year>{_YEAR})?(?P<on>(?:{_YEAR})?\s*(?:[-–—,]|ถึง|และ)\s*(?:เดือน)?{_MONTH})?)"
)
_COUNTED_PART = (
    r"ไตรมาส|งวด|ครั้ง|(?<!เลี้ยง)รุ่น|ภาคเรียน|เฟส|กลุ่ม|ชุด|หมู่|ห้อง|ชั้น|ระดับ|เข็ม|"
    r"ช่อง|เบอร์|อันดับ|ลำดับ|เคาน์เตอร์|โซน|แถว|ล็อก|ซอย|ชานชาลา"
)
_ONE_PART = re.compile(rf"((?:{_COUNTED_PART})(?:ที่)?\s*\d{{1,3}})\s+(?={_MONTH})")

_CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_NO_CLOCK_AFTER = (
    rf"(?![\d:/]|[.,]\d|[A-Za-z°]|\s*(?:น\.|นาฬิกา|%|เปอร์เซ็นต์|[xX×=]|(?!{HEADING}){UNIT}|"
    r"ม\.|ซม\.|กม\.|กก\.|มม\.|ล\.|บ\.|ตร\.|ลบ\.|ชม\.|°|(?:mm|cm|km|m|kg|mg|g|ml|cc|hr|V|W|Hz|ppm)(?![A-Za-z])))"
)
_FIGURES = re.compile(
    r"(?:เฉลี่ย|(?<!นับ)(?<!ลง)คะแนน|ระดับ|ช่วง(?!เวลา)|เกณฑ์|ราคา|ค่า|ร้อยละ|กว้าง|ยาว|สูง|ลึก|หนา|เกรด|อุณหภูมิ|น้ำหนัก|ข้อ|มาตรา|หมวด|"
    r"ตัวชี้วัด|เวอร์ชัน|ดัชนี|ระหว่าง)[^\d\n]{0,14}$"
)
_GRADED = re.compile(r"\s*(?:=|หมายถึง|คือ|ระดับ|คะแนน|มาก|ปานกลาง|น้อย|พอใจ|ดี|พอใช้|ควรปรับปรุง)(?![ก-๎]*เฉลี่ย)")
"""What a span of means is called: 3.51-4.50 มาก."""
_FROM_TO = re.compile(rf"(?<![\d.,:/–-])(?P<one>{_CLOCK})(?P<to>\s*(?:[-–—]|ถึง)\s*)(?P<two>{_CLOCK}){_NO_CLOCK_AFTER}")
_AFTER_WORD = re.compile(
    rf"(?P<word>ก่อน|หลัง|หลังจาก|นัด|นัดหมาย|เริ่ม|เปิด|ปิด|เลิก|ออกเดินทาง|พร้อมกัน|ลงทะเบียน|เคารพธงชาติ|รถออก|พักเที่ยง)(?P<space>\s*)"
    rf"(?P<clock>{_CLOCK}){_NO_CLOCK_AFTER}"
)
_AT_HEAD = re.compile(rf"(?m)^(?P<clock>(?:1\d|2[0-3])\.(?:00|15|30|45))(?=\s+[ก-ฮเ-ไ])(?!\s+(?:น\.|นาฬิกา|{COUNTED}))")
_BEFORE_EVENT = re.compile(
    rf"(?<![\d.,:/–-])(?P<clock>{_CLOCK})(?=\s+(?:พิธี|ลงทะเบียน|เริ่ม|เปิด|ประชุม|พัก(?!อาศัย)|เดินทาง|ออกเดิน|บรรยาย|กล่าว|"
    r"มอบ|ประธาน|เป็นต้นไป|แข่งขัน|การแสดง|ชม(?!รม)|รับประทาน|ปิดพิธี|ตักบาตร|ทำบุญ|ละหมาด))"
)
_HOURS = re.compile(r"(?<![\d.,:/])(?P<one>[01]?\d|2[0-4])\s*[-–—]\s*(?=(?:[01]?\d|2[0-4])\s*(?:น\.|นาฬิกา))")


def _say_months(found: re.Match[str]) -> str:
    """Say how many months, or leave a date to the calendar; what may be either is asked about."""
    text = found.string
    before = text[max(0, found.start() - 14) : found.start()]
    if _DAY_BEFORE.search(before):
        return found[0]
    count = int(found["count"])
    between = found["between"]
    lasts = bool(between.strip()) or count > _LAST_DAY or bool(_LASTS.search(before)) or bool(found["on"])
    if not lasts and found["year"] and not between:
        return found[0]
    if not lasts and not (between and not found["year"]):
        raise Unspeakable(found[0] + text[found.end() : found.end() + _SHOWN].split(" ")[0])
    return f"{cardinal(count)}เดือน,{between}"


_DAY_BEFORE = re.compile(r"ที่\s*(?:\d{1,2}\s*(?:[-–—,]|ถึง|และ)\s*)?$")
"""วันที่ 1 - 15 เดือน พฤษภาคม is two days, however the second of them is written."""
_SHOWN = 12


def _say_clocks(found: re.Match[str]) -> str:
    """Give two clock times their hours; what has other minutes than a timetable is asked about."""
    before = found.string[max(0, found.start() - 24) : found.start()]
    if _FIGURES.search(before) or (_GRADED.match(found.string, found.end()) and "เวลา" not in before):
        return found[0]
    one, two = (tuple(map(int, re.split("[.:]", found[each]))) for each in ("one", "two"))
    if one[0] < _FIRST_HOUR and "." in found["one"] and not _HOURS_TOLD.search(before):
        raise Unspeakable(found[0])
    if one >= two or ":" in found[0] or re.match("0", found["one"]) or re.search(r"เวลา(?:ประมาณ)?\s*$", before):
        return found[0]
    if one[1] % 15 or two[1] % 15:
        raise Unspeakable(found[0])
    return f"{found[0]} นาฬิกา"


_FIRST_HOUR = 5
_HOURS_TOLD = re.compile(r"เวลา|รอบ|เปิด|ปิด|ตั้งแต่|คืน|ดึก|เช้า|บ่าย|ค่ำ|เวร|กะ|ถ่ายทอด|งด|ดับ")
"""Before this hour hardly anything is announced, so that 1.00-2.00 may be a measure."""
_TRADED = re.compile(r"หุ้น|ดัชนี|ราคา|ดอลลาร์|ทองคำ|น้ำมัน|คะแนน|เกรด")


def _say_clock(found: re.Match[str]) -> str:
    minutes = int(re.split("[.:]", found["clock"])[1])
    hour = re.split("[.:]", found["clock"])[0]
    if (
        (int(hour) < _FIRST_HOUR and len(hour) == 1)
        or minutes % 5
        or _TRADED.search(found.string, 0, found.start() + len(found["word"]))
    ):
        return found[0]
    return f"{found['word']}{found['space']}{found['clock']} นาฬิกา"


def _say_before_event(found: re.Match[str]) -> str:
    """Give a clock time before an event its hours, unless what stands before it tells of a ratio or a grade."""
    before = found.string[max(0, found.start() - 24) : found.start()]
    no_hour = re.match(r"0[.:]", found["clock"]) or _FIGURES.search(before) or _RATIO.search(before)
    return found[0] if no_hour else f"{found['clock']} นาฬิกา"


_RATIO = re.compile(r"(?:อัตรา|สัดส่วน|มาตราส่วน|ผสม|สูตร|เจือจาง)[^\d\n]{0,24}$")
_MAYBE_CLOCK = re.compile(
    r"(?P<before>(?:^|\s)[ก-๎]{2,}\s+)(?P<clock>(?:0?[5-9]|1\d|2[0-3])\.(?:00|15|30|45))(?=$|[\n,;)]|\s+[ก-ฮเ-ไ(])"
    rf"(?!(?:\s*(?:,|และ|หรือ)\s*{_CLOCK})+\s*(?:น\.|นาฬิกา))"
    rf"(?!\s*(?:น\.|นาฬิกา|{COUNTED}|ม\.|ซม\.|กม\.|กก\.|มม\.|ล\.|บ\.|ตร\.|ลบ\.|ชม\.))"
)
_DAY_OR_EVENT = re.compile(
    r"(?:วัน[ก-๎]*|ละหมาด[ก-๎]*|ทุ่ม|เช้า|บ่าย|ค่ำ|เย็น|พิธี[ก-๎]*|ประชุม[ก-๎]*|งาน[ก-๎]*|รถ[ก-๎]*|เรือ[ก-๎]*|รอบ[ก-๎]*|ถึง|ตั้งแต่)\s*$"
)


def _ask_for_a_clock(found: re.Match[str]) -> str:
    """Ask about 12.30 after a word that has a time and no amount: ละหมาดวันศุกร์ 12.30."""
    if _FIGURES.search(found["before"]) or not _DAY_OR_EVENT.search(found["before"]):
        return found[0]
    raise Unspeakable(found[0].strip())


_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DAYS_LISTED = re.compile(
    rf"(?<!หมู่)(?<!หมู่ )(?<!ม\.)(?<!ม\. )(?<!ข้อ )(?<!เบอร์ )(?<!ที่ )(?<![\d.,/:-])"
    rf"(?:วันที่\s*)?(?P<days>{_DAY}(?:\s*,\s*{_DAY})*)"
    rf"\s*(?P<joint>,|และ)\s*(?=(?P<last>{_DAY})\s*{_MONTH})"
)


def _say_days(found: re.Match[str]) -> str:
    """Say every day of a list with its วันที่: 5, 12 และ 19 ม.ค., since ห้า สิบสอง sounds as fifty-two does."""
    days = re.split(r"\s*,\s*", found["days"])
    joint = " และ" if found["joint"] == "และ" else " "
    return " ".join(f"วันที่{cardinal(int(day))}" for day in days) + joint


SPANS = (
    Rule(
        "time",
        re.compile(
            r"(?:(?:เวลา|สถิติ|ภายใน)[^\d\n]{0,10})\d{1,2}\.[0-5]\d\.\d\d(?![\d.])"
            r"|(?<![\d.])\d{1,2}\.[0-5]\d\.\d\d(?=\s*(?:นาที|วินาที|ชั่วโมง|ชม))"
        ),
        ask,
    ),
    Rule(
        "time",
        re.compile(rf"(?<![\d.,:/])({_CLOCK})(?:\s?น\.)?\s*/\s*(?={_CLOCK}(?:\s*[-–—]\s*{_CLOCK})?\s?(?:น\.|นาฬิกา))"),
        r"\1 นาฬิกา, ",
        needs="/",
    ),
    Rule("date", _DAYS_LISTED, _say_days),
    Rule("duration", _MONTHS_FROM, _say_months, needs="เดือน"),
    Rule("part of a year", _ONE_PART, r"\1, "),
    Rule(
        "part of a year",
        re.compile(rf"(?:รอบ|ประตู|อาคาร|ตู้|จำนวน|เพียง|สนาม|เวที|ห้องประชุม|อนุบาล)\s?\d{{1,2}}\s+{_MONTH}"),
        ask,
    ),
    Rule("time", re.compile(r"(?<![\d.,:/–-])(\d{1,2})\.00\s?(?=โมง)"), r"\1 ", needs="โมง"),
    Rule("time", re.compile(r"(?<![\d.,:/–-])\d{1,2}\.[0-5]\d\s?โมง"), ask, needs="โมง"),
    Rule("time", _FROM_TO, _say_clocks),
    Rule("time", _AFTER_WORD, _say_clock),
    Rule("time", _BEFORE_EVENT, _say_before_event),
    Rule("time", _MAYBE_CLOCK, _ask_for_a_clock, needs="."),
    Rule("time", _AT_HEAD, r"\g<clock> นาฬิกา"),
    Rule("time", _HOURS, lambda found: f"{cardinal(int(found['one']))} ถึง"),
)
