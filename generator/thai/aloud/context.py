"""Abbreviations that mean what their neighbours make of them: ม., ป., อ. with a figure, days of the week, naval ranks.

Each rule says one reading and leaves the rest to the next, so that the surest evidence comes first: a class before a
section of an act, a section before a metre, and last a village, which needs nothing but a figure after it.
"""

from __future__ import annotations

import re

from generator.thai.aloud.counted import COUNTED
from generator.thai.aloud.draft import Rule, ask
from generator.thai.dates import MONTHS, SHORT_MONTHS
from generator.thai.unspeakable import Unspeakable
from generator.thai.words import THAI

_FREE = rf"(?<![{THAI}.])"
_MONTH = "(?:" + "|".join(map(re.escape, (*SHORT_MONTHS, *MONTHS))) + ")"
_CLASS = r"(?:ชั้นเรียน|ชั้นปี|ระดับชั้น|ชั้น|ระดับ|นักเรียน|นร\.|จบ|เรียน|สอบเข้า|วุฒิ|ห้อง)"
_ACT = r"(?:พ\.ร\.[บกฎ]\.|พรบ\.|พระราช(?:บัญญัติ|กำหนด|กฤษฎีกา)|ประมวลกฎหมาย|รัฐธรรมนูญ|ป\.อ\.)"
_OF_THE_ACT = r"(?:(?!บ้าน|ชาว|ราษฎร|ประชาชน|ถนน|สาย|คสล|ก่อสร้าง|ซ่อม|ติดตั้ง|พื้นที่|ชรบ|อสม|อปพร|ด\.[ชญ]\.|นักเรียน)[^\n]){0,80}?"
_NO_MEASURE = r"(?:(?<!\d)(?<!\d )|(?<=2[45]\d\d)|(?<=2[45]\d\d ))"
"""A figure before ม. that is a year, or none."""
_VILLAGE = r"\d+\s*(?:ต\.|ตำบล|บ้าน)"
_SCHOOL = {"ม": "มัธยมศึกษาปีที่", "ป": "ประถมศึกษาปีที่", "อ": "อนุบาลปีที่"}
_AND = r"\s*(?:[-–—,]|และ|ถึง|หรือ)\s*"
_DAYS = {
    "จ.": "วันจันทร์", "อ.": "วันอังคาร", "พ.": "วันพุธ", "พฤ.": "วันพฤหัสบดี", "ศ.": "วันศุกร์", "ส.": "วันเสาร์", "อา.": "วันอาทิตย์",
}  # fmt: skip
_DAY = "|".join(map(re.escape, sorted(_DAYS, key=len, reverse=True)))


_ORDER = tuple(each.rstrip(".") for each in _DAYS)
_BARE_DAY = "|".join(sorted(_ORDER, key=len, reverse=True))


def _days_from_to(found: re.Match[str]) -> str:
    """Say จ-ศ and จ. - ศ. as days of the week if the first comes before the second; other letters are no days."""
    one, two = found["one"], found["two"]
    if _ORDER.index(one) >= _ORDER.index(two):
        return found[0]
    space = " " if found.string[found.end() : found.end() + 1].isdigit() else ""
    return f"{_DAYS[one + '.']} ถึง{_DAYS[two + '.']}{space}"


def _days_listed(found: re.Match[str]) -> str:
    order = [_ORDER.index(day.rstrip(".")) for day in re.findall(_DAY, found["days"])]
    if order != sorted(order):
        return found[0]
    days = re.sub(_DAY, lambda day: _DAYS[day[0]], found["days"])
    lead = re.sub(r"วัน\s*$", "", found["lead"])
    return lead + days


def _days_listed_bare(found: re.Match[str]) -> str:
    return re.sub(r"วัน\s*$", "", found["lead"]) + re.sub(_BARE_DAY, lambda day: _DAYS[f"{day[0]}."], found["days"])


_HOUR = r"[012]?\d[.:][0-5]\d"
_BODY = re.compile(
    r"(?:มติ|ระเบียบ|หนังสือ|หลักสูตร|ข้าราชการ|เลขาธิการ|คณะกรรมการ|ประกาศ|ของ|ตาม|กฎ|สอบ|ภาค ?ก|ผ่าน|รับรอง|ที่)\s*$"
)
_MONTH_BEFORE = re.compile(r"(?:\d|เดือน|[-–—,]|ถึง|ต้น|กลาง|ปลาย|ภายใน|ตั้งแต่|ระหว่าง|และ|ค\.|ประจำ|สิ้น|ใน|ช่วง|ก่อน|หลัง)\s*$")
_MONTH_AFTER = re.compile(r"\s*(?:\d|[-–—/]|,(?!\s*$)|นี้|หน้า|ที่ผ่านมา|ถึง|และ|พ\.ศ|ของปี|ปี|มี\.ค)")


def _february_or_commission(found: re.Match[str]) -> str:
    """Say ก.พ. as the month beside days and months, as the Civil Service Commission after its papers, else ask."""
    before, after = (
        found.string[max(0, found.start() - 24) : found.start()],
        found.string[found.end() : found.end() + 12],
    )
    of_a_body = _BODY.search(before) and re.match(r"\s*\d{1,2}[.:]\d\d", after)
    if not of_a_body and (_MONTH_AFTER.match(after) or _MONTH_BEFORE.search(before)):
        return found[0]
    if _BODY.search(before):
        return "คณะกรรมการข้าราชการพลเรือน"
    if not before.strip() and not after.strip():
        return found[0]
    raise Unspeakable(found[0])


_SCHOOL_TEXT = re.compile(
    r"นักเรียน|น\.ร\.|นร\.|มัธยม|ชั้น(?:เรียน|ปี)|สอบเข้า|เรียนต่อ|ห้องเรียน|ค่าย|เกรด|(?<!พระ)(?<!มัค)ครู(?!บา)|ม\.ต้น|ม\.ปลาย|ป\.\s?[1-6]|ปวช\.|วุฒิ|จบ|วิชา|ปีการศึกษา|ภาคเรียน|"
    r"รร\.|ร\.ร\.|โรงเรียน|รับ(?:สมัคร)?\s*(?=ม\.\s?[1-6])|ขึ้นชั้น|(?<!ตรวจ)(?<!ไต่)สอบ(?!ถาม|สวน|ราคา|ทาน|เขต|เทียบ)|O-NET|แผนการเรียน|ห้องพิเศษ|(?<!พี่)น้อง|มอบตัว|(?:สำเร็จ|จบ)การศึกษา|กำลังศึกษา|โครงงาน|ค่าเทอม|เลี้ยงรุ่น|(?<!กอง)ทุน(?:ละ|\s*(?=ม\.\s?[1-6]))|ห้อง(?:วิทย์|เรียน|พิเศษ)|สาย(?:วิทย์|ศิลป์)|เปิดเทอม|ทุนการศึกษา"
)
_VILLAGE_TEXT = re.compile(
    r"หมู่บ้าน|ต\.|ตำบล|ราษฎร|ชาวบ้าน|ถนน|ถ\.|ไฟฟ้า|ประปา|เลขที่|ผู้ใหญ่บ้าน|ผญบ\.|ศาลา|ซอย|ซ\.|ครัวเรือน|ประชาชน|ประชาคม|มัสยิด|วัด|บ้าน|อสม\.|คสล|กู้|ไฟดับ|น้ำ|สาย|"
    r"ลูกบ้าน|กำนัน|หมู่|ปชช\.|ชาว|ที่อยู่|อาศัย|อบต\.|ยุง|พ่น|ขยะ|เสาไฟ|ส่องสว่าง|ไข้เลือดออก|ขุดลอก|ผู้ป่วย|ยังชีพ|ประสบภัย|หลังคา|ชรบ|อปพร|กพสต|ออกหน่วย|ออมทรัพย์"
)
_INSURED = re.compile(r"ประกันตน|ประกันสังคม|เยียวยา|สปส\.")
"""Of whom three sections of one act are spoken without its name."""

_LAST_CLASS, _LAST_VILLAGE, _FIRST_SECTION = 6, 30, 41


def _village_or_class(found: re.Match[str]) -> str:
    """Say ม. before a figure: a village, a class where only school is spoken of, a section where no village can be."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    if _OF_A_RIGHT.search(before) or re.match(r"\d+\s?วงเล็บ", after):
        return "มาตรา"
    if _LONG.search(before) and found[0].endswith(" ") and _THING_AFTER.match(after):
        raise Unspeakable(found[0] + found["number"])
    if _AREA.search(before):
        raise Unspeakable(found[0] + found["number"])
    if _PLACE_AFTER.match(after) or (_HOUSE_BEFORE.search(before) and not _CLASS_BEFORE.search(before)):
        return "หมู่ที่"
    count = int(found["number"])
    if count > _LAST_VILLAGE:
        return _section(found, count)
    return "หมู่ที่" if count > _LAST_CLASS else _class(found)


_OF_A_RIGHT = re.compile(r"(?:ฝ่าฝืน|ผิด|ความผิด(?:ฐาน)?|โทษ|ฟ้อง|อำนาจ|สิทธิบัตรทอง|สิทธิประกันสังคม|ผู้ประกันตน)(?:ตาม)?\s*$")
_LONG = re.compile(r"(?<![\d/.,])\d+\s?$")
_THING_AFTER = re.compile(
    rf"\d+\s?(?!ต\.|ตำบล|บ้าน|อ\.|อำเภอ|จ\.|จังหวัด|ซ\.|ซอย|ถ\.|ถนน|โทร|และ|หรือ|ถึง|หมู่)[ก-ฮเ-ไ][{THAI}]+"
)
_AREA = re.compile(r"(?:พื้นที่|เนื้อที่|ขนาด|ปริมาตร)(?:(?!ม\.|หมู่)[^\d\n]){0,10}[\d.,]+\s*$")
_HOUSE_BEFORE = re.compile(r"(?:^|[^.\d/])\d+(?:/\d+)?\s*$")
_CLASS_BEFORE = re.compile(r"(?:ศึกษา|อนุบาล)ปีที่\d{1,2}(?:/\d+)?\s*$")
_PLACE_AFTER = re.compile(r"\d*(?:/\d+)?\s*(?:ต\.|ตำบล|บ้าน(?!เลขที่)|อ\.|อำเภอ|ซ\.|ซอย|ถ\.|ถนน)")


def _section(found: re.Match[str], count: int) -> str:
    if count >= _FIRST_SECTION or _INSURED.search(found.string):
        return "มาตรา"
    raise Unspeakable(found[0] + found["number"])


def _class(found: re.Match[str]) -> str:
    """Decide by what is spoken of right before, and then in the whole text; where it is of both, ask."""
    text = found.string
    near = text[max(0, found.start() - _NEAR) : found.end("number")]
    village_near = _last(_VILLAGE_TEXT, near)
    school_near = _last(_SCHOOL_TEXT, near)
    if school_near == village_near and _CLASS_TEXT.search(text, max(0, found.start() - _FAR), found.start()):
        return "มัธยมศึกษาปีที่"
    if village_near != school_near:
        return "หมู่ที่" if village_near > school_near else "มัธยมศึกษาปีที่"
    if re.match(r"\d/\d", text[found.end() :]):  # a class and its room
        return "มัธยมศึกษาปีที่"
    school, village = _SCHOOL_TEXT.search(text), _VILLAGE_TEXT.search(text)
    if school and village:
        raise Unspeakable(found[0] + found["number"])
    if not (school or village) and _ENTRANCE.fullmatch(" ".join(_VILLAGES.findall(text))):
        raise Unspeakable(found[0] + found["number"])
    return "มัธยมศึกษาปีที่" if school else "หมู่ที่"


_VILLAGES = re.compile(r"ม\.\s?([\d\s,–-]*\d)")
_ENTRANCE = re.compile(r"1 4|1\s?[-–]\s?[36](?: 4\s?[-–]\s?6)?|1 [36]|4\s?[-–]\s?6")
"""Classes that schools take, ม.1 และ ม.4, and their two halves: without any other word they may be villages, too."""
_CLASS_TEXT = re.compile(r"ประถมศึกษาปีที่|อนุบาลปีที่")
_NEAR, _FAR = 24, 44
"""How many letters before ม. tell best of what is spoken."""


def _last(evidence: re.Pattern[str], near: str) -> int:
    return max((match.end() for match in evidence.finditer(near)), default=-1)


def _kindergarten(found: re.Match[str]) -> str:
    if found["number"] not in ("1", "2", "3"):
        raise Unspeakable(found[0] + found["number"])
    return "อนุบาลปีที่"


def _school(found: re.Match[str]) -> str:
    return found["lead"] + _SCHOOL[found["letter"]]


def _next_class(found: re.Match[str]) -> str:
    said = found["said"]
    while (more := _NEXT_CLASS.search(said)) is not None:
        said = said[: more.start("letter")] + _SCHOOL[more["letter"]] + said[more.end() :]
    return said


_NEXT_CLASS = re.compile(rf"(?:ศึกษา|อนุบาล)ปีที่\d{{1,2}}(?:/\d+)?{_AND}(?P<letter>[มปอ])\.\s*(?=\d)")

_UNIVERSITIES = (
    "ทักษิณ|สงขลา|ราชภัฏ|รามคำแหง|วลัยลักษณ์|เกษตร|ธรรมศาสตร์|ขอนแก่น|เชียงใหม่|นเรศวร|บูรพา|มหิดล|ศิลปากร|หาดใหญ่|กรุงเทพ|รังสิต|สุโขทัย"
    "|แม่โจ้|แม่ฟ้าหลวง|พะเยา|อุบล|มหาสารคาม"
)
_LAST_HOUR = 24


def _hour(found: re.Match[str]) -> str:
    """Leave an hour of the day; 90 น. is none, and may be minutes."""
    if int(found["hour"]) > _LAST_HOUR:
        raise Unspeakable(found[0])
    return found[0]


_LEAST_BARE = 3


def _days_bare(found: re.Match[str]) -> str:
    """Say จ พ ศ as days of the week if each comes after the one before it."""
    days = re.findall(_BARE_DAY, found[0])
    order = [_ORDER.index(day) for day in days]
    return " ".join(_DAYS[f"{day}."] for day in days) if order == sorted(set(order)) else found[0]


WEEKDAYS = (
    Rule(
        "weekday",
        re.compile(rf"(?<=น\.)(?P<space>\s*[,/]?\s*(?:และ)?\s?)(?P<day>{_DAY})(?=\s?{_HOUR}\s?(?:[-–—]|น\.))"),
        lambda found: f"{found['space'] or ' '}{_DAYS[found['day']]}",
        needs="น.",
    ),
    Rule(
        "weekday",
        re.compile(
            rf"(?<!ข้อ )(?<!กลุ่ม )(?<!ภาค )(?<![{THAI}.\d])(?:{_BARE_DAY})(?: (?:{_BARE_DAY})){{{_LEAST_BARE - 1},}}"
            rf"(?![{THAI}.\d])"
        ),
        _days_bare,
    ),
    Rule(
        "weekday",
        re.compile(
            rf"(?P<lead>(?:(?<![{THAI}])(?:ปิด|หยุด|เว้น|งด|เปิด)|ทุกวัน|ทุก)\s*(?:วัน)?)\s?"
            rf"(?P<day>{_DAY})(?=\s*(?:$|[),]|เวลา|\d?\d[.:]\d\d|[ก-๎]+\s?ถึง\d))"
        ),
        lambda found: re.sub(r"วัน\s*$", "", found["lead"]) + _DAYS[found["day"]],
    ),
    Rule(
        "weekday",
        re.compile(
            rf"(?<![{THAI}.\d])(?:{_BARE_DAY})\.?(?:\s?-\s?(?:{_BARE_DAY})\.?){{{_LEAST_BARE - 1},}}(?![{THAI}.\d])"
        ),
        _days_bare,
        needs="-",
    ),
    Rule(
        "weekday",
        re.compile(
            rf"(?P<lead>(?<!\d)(?<!\d )วัน\s+)?"
            rf"(?<![{THAI}.\d])(?P<one>{_BARE_DAY})\.?\s*[-–—]\s*(?P<two>{_BARE_DAY})(?:\.|(?![{THAI}.\d])|(?=[012]?\d[.:][0-5]\d))"
        ),
        _days_from_to,
    ),
    Rule(
        "weekday",
        re.compile(
            rf"(?P<lead>(?:ทุก\s?วัน|วัน|เปิด|ปิด|หยุด|เว้น|เรียน|ตลาดนัด|ทุก)\s*)(?P<days>(?:{_DAY})(?:\s*(?:[,/]|และ)?\s*(?:{_DAY}))+)(?![\dก-ฮเ-ไ]|\s2[45]\d\d)"
        ),
        _days_listed,
    ),
    Rule(
        "weekday",
        re.compile(
            rf"(?P<lead>(?:ทุก\s?วัน|วัน|เปิด(?:สอน|ทำการ)?|เรียน|ตลาดนัด)\s+)"
            rf"(?P<days>(?:{_BARE_DAY})(?:[ ,]+(?:{_BARE_DAY}))+)(?![{THAI}.\d]|\s\d)"
        ),
        _days_listed_bare,
    ),
)
"""Before พ. ศ. becomes one."""

BY_NEIGHBOURS: tuple[Rule, ...] = (
    Rule(
        "abbreviation",
        re.compile(r"\d(?<![\d.,]\d)\s?[อสนฟร]\.\s*(?:\d\s?[อสนฟร]\.\s*)+(?=$|[^ก-๎\d]|[ก-๎]{2})"),
        lambda found: re.sub(r"(\d)\s?([อสนฟร])\.\s*", r"\1\2อ ", found[0]),
    ),
    Rule("duration", re.compile(r"(ชม\.\s*\d{1,2}\s?)น\."), r"\1นาที", needs="ชม."),
    Rule("time", re.compile(r"(?P<hour>\d(?<![\d.:,-]\d)\d\d?)\s?น\.(?!ส)"), _hour, needs="น."),
    Rule(
        "abbreviation",
        re.compile(rf"(\d\s*)น\.(?!ส\.)|(\d[.:]\d\d\s*)น(?![{THAI}.])"),
        lambda m: f"{m[1] or m[2]}นาฬิกา",
    ),
    Rule(
        "weekday",
        re.compile(
            rf"(?:วัน\s+)?{_FREE}({_DAY})\s*(?:ที่\s*)?"
            rf"(?=(?:0?[1-9]|[12]\d|3[01])\s*(?:(?:[-–—,]|และ)\s*(?:(?:{_DAY})\s?)?\d{{1,2}}\s*)?(?:{_MONTH}|/\d{{1,2}}/))"
        ),
        lambda m: f"{_DAYS[m[1]]}ที่",
    ),
    Rule("weekday", re.compile(rf"{_FREE}(พฤ\.|อา\.)\s*(?:ที่\s*)?(?=\d{{1,2}}(?![\d.:]))"), lambda m: f"{_DAYS[m[1]]}ที่"),
    Rule("weekday", re.compile(rf"วัน\s?({_DAY})\s*(?=$|[\s,)]|ที่|\d)"), lambda m: _DAYS[m[1]]),
    Rule(
        "abbreviation",
        re.compile(rf"{_FREE}(?:{_DAY})(?:\s*(?:,|และ|/)\s*(?:{_DAY}))+(?![ก-ฮเ-ไ])"),
        lambda m: re.sub(_DAY, lambda day: _DAYS[day[0]], m[0]),
    ),
    Rule(
        "measure",
        re.compile(rf"{_FREE}ศก\.\s?(?=\d[\d.]*\s?(?:ม\.|ซม\.|มม\.|เมตร|เซน|มิลลิ|นิ้ว))"),
        "เส้นผ่านศูนย์กลาง ",
        needs="ศก.",
    ),
    Rule(
        "abbreviation",
        re.compile(rf"(?:{_FREE}|(?<=ผบช\.))(?:ตร\.\s?)?ภ\.\s?(?=[1-9](?![\d/.]))"),
        "ตำรวจภูธรภาค ",
        needs="ภ.",
    ),
    Rule("abbreviation", re.compile(rf"{_FREE}ฉ\.\s?(?=\d)"), "ฉบับที่", needs="ฉ."),
    Rule("class", re.compile(r"(ปวช|ปวส)\.\s?(?=[1-3](?!\d))"), r"\1. ปีที่"),
    Rule("abbreviation", re.compile(rf"{_FREE}สว\.(?=\s?(?:(?:สภ|สน|ตร|ตม|กก)\.|กำนัน))"), "สารวัตร"),
    Rule("abbreviation", re.compile(r"(ฝ่าย\s?)รส\."), r"\1รักษาความสงบ", needs="รส."),
    Rule("abbreviation", re.compile(rf"{_FREE}บ\.\s?(?=[ก-ฮเ-ไ][{THAI} ]{{2,40}}จำกัด)"), "บริษัท ", needs="จำกัด"),
    Rule("abbreviation", re.compile(rf"{_FREE}(?<!\d )(?<!\d)กก\.(?=ตรวจรับ|บริหาร|หมู่บ้าน|สอบ)"), "กรรมการ", needs="กก."),
    Rule("month or body", re.compile(rf"{_FREE}(?<!สำนักงาน )ก\.พ\.(?![ก-ฮ]\.)"), _february_or_commission, needs="ก.พ."),
    Rule(
        "measure",
        re.compile(rf"{_FREE}ตร\.\s?(?=วา|เมตร|กิโลเมตร|เซนติเมตร|ฟุต|นิ้ว|(?:กม|ซม|ม)(?![{THAI}.]))"),
        "ตาราง",
        needs="ตร.",
    ),
    Rule("measure", re.compile(rf"{_FREE}ลบ\.\s?(?=เมตร|ฟุต|เซนติเมตร|นิ้ว|(?:ซม|ม)(?![{THAI}.]))"), "ลูกบาศก์", needs="ลบ."),
    Rule(
        "measure",
        re.compile(rf"(\d\s*(?:ตาราง|ลูกบาศก์))(กม|ซม|ม)\.?(?![{THAI}.])"),
        lambda m: m[1] + {"กม": "กิโลเมตร", "ซม": "เซนติเมตร", "ม": "เมตร"}[m[2]],
    ),
    Rule(
        "class",
        re.compile(
            rf"{_FREE}(?<!บ้าน )(?<!ศาลา )(?<!หมู่ )ม\.\s?(?=[1-6](?:/\d{{1,2}})?\s*(?:รร\.|ร\.ร\.|โรงเรียน|วิทยาลัย))"
        ),
        "มัธยมศึกษาปีที่",
    ),
    Rule("abbreviation", re.compile(rf"(?P<lead>{_CLASS})\s*(?P<letter>[มอ])\.?\s*(?=\d)(?!{_VILLAGE})"), _school),
    Rule(
        "abbreviation",
        re.compile(rf"(?P<lead>{_CLASS}\s*|{_FREE})(?P<letter>ป)\.?\s*(?=\d)"),
        lambda m: _school(m).replace(" ", ""),
    ),
    Rule("abbreviation", re.compile(rf"(?P<said>(?:ศึกษา|อนุบาล)ปีที่\d[^\n]*?{_AND}[มปอ]\.\s*\d[^\n]*)"), _next_class),
    Rule("abbreviation", re.compile(rf"(ตาม|แห่ง|และ|หรือ){_FREE}?\s*ม\.\s*(?=\d+(?:/\d+)?\s*(?:วรรค|แห่ง))"), r"\1มาตรา"),
    Rule("abbreviation", re.compile(r"(ตาม)\s*ม\.\s*(?=\d)"), r"\1มาตรา"),
    Rule(
        "abbreviation",
        re.compile(rf"({_ACT}{_OF_THE_ACT}){_FREE}{_NO_MEASURE}ม\.\s*(?=\d+(?:/\d+)?(?![\d/])(?!\s*(?:ต\.|ตำบล)))"),
        r"\1มาตรา",
    ),
    Rule(
        "abbreviation",
        re.compile(r"(มาตรา\s?\d[\d/]*(?:\s(?:ทวิ|ตรี|จัตวา))?\s*(?:และ|หรือ|,|ประกอบ|[-–]|ถึง)\s*)ม\.\s*(?=\d)"),
        r"\1มาตรา",
    ),
    Rule(
        "abbreviation",
        re.compile(
            rf"{_FREE}ม\.\s*(?=\d+(?:/\d+)?\s*(?:วรรค|แห่ง|พ\.ร\.[บกฎป]|พรบ|ประมวล|รัฐธรรมนูญ|(?:ทวิ|ตรี|จัตวา|เบญจ)(?![{THAI}])))"
        ),
        "มาตรา",
    ),
    Rule(
        "abbreviation", re.compile(r"((?:กว้าง|ยาว|สูง|ลึก|หนา|ระยะ|ห่าง|ขนาด|รัศมี)[^\d\n]{0,12}[\d.,–-]+\s*)ม\."), r"\1เมตร"
    ),
    Rule("abbreviation", re.compile(rf"{_FREE}ม\.\s?(?={_UNIVERSITIES})"), "มหาวิทยาลัย", needs="ม."),
    Rule("abbreviation", re.compile(r"(\d[.,]\d+\s*)ม\.(?!(?<=\sม\.)\d)"), r"\1เมตร", needs="ม."),
    Rule("measure", re.compile(r"([xX×]\s?\d+\s*)ม\."), r"\1เมตร"),
    Rule("abbreviation", re.compile(r"(\d\s*)(?:ตร\.)?ม\.²"), r"\1ตารางเมตร"),
    Rule("class", re.compile(rf"{_FREE}(?<!\d)อ\.\s?(?=(?P<number>\d+))"), _kindergarten),
    Rule(
        "measure",
        re.compile(
            rf"(?<!เลขที่)(?<!เลขที่ )(?<![\d/])(\d[\d,]*\s*)ม\.(?=\s+\d[\d.,]*\s*(?:{COUNTED}|ม้วน|เส้น|ท่อน|แถว|ท่อ|ฝั่ง))"
            rf"(?!\s+\d+\s*(?:บ้าน|หมู่))"
        ),
        r"\1เมตร",
    ),
    Rule("measure", re.compile(r"\d\s?ม\.\d{1,2}\s?(?:ต้น|ท่อน|เส้น|ม้วน|แถว|ชุด|ตัว|บ่อ|จุด)(?![ก-๎])"), ask, needs="ม."),
    Rule("abbreviation", re.compile(r"(\d\s*)ม\.(?!\s*\d|[ก-ฮ]+\.)"), r"\1เมตร", needs="ม."),
    Rule("village", re.compile(rf"(?:{_FREE}|(?<=[ก-ฮ][ก-ฮ]\.)(?<!ตร\.)(?<!ลบ\.))หมู่\s*(?=\d)"), "หมู่ที่", needs="หมู่"),
    Rule(
        "village",
        re.compile(rf"(?:{_FREE}|(?<=[ก-ฮ][ก-ฮ]\.)(?<!ตร\.)(?<!ลบ\.))ม\.\s*(?=(?P<number>[1-9]\d*)(?!,\d{{3}}))"),
        _village_or_class,
        needs="ม.",
    ),
    Rule("abbreviation", re.compile(rf"{_FREE}ม\.\s?(?=[ก-ฮเ-ไ][{THAI}]{{2,}}(?!\.))(?!ต้น|ปลาย)"), "มหาวิทยาลัย"),
    Rule("abbreviation", re.compile(rf"{_FREE}ร\.\s?(?=(?:[1-9]|10)(?![\d/]|\s*(?:พัน|ร้อย|ทับ)))"), "รัชกาลที่"),
    Rule("abbreviation", re.compile(rf"{_FREE}ร\.\s?\d+"), ask),
    Rule("abbreviation", re.compile(rf"{_FREE}กม\.\s?(?=ที่)"), "กิโลเมตร"),
    Rule("road", re.compile(rf"{_FREE}(?:(?<!\d )กม\.\s?(?=\d)|กม\.\s?(?=\d+\+\d))"), "กิโลเมตรที่"),
    Rule("abbreviation", re.compile(rf"(\d)\s?ม(?![{THAI}.])"), r"\1 เมตร"),
    Rule("abbreviation", re.compile(rf"(\d)\s?(?!ณ)([ก-ฮ])(?![{THAI}.])"), r"\1\2อ"),
    Rule("abbreviation", re.compile(r"(\d)([อสร])\.(?=\d|\s|$)"), r"\1\2อ "),
    Rule(
        "abbreviation", re.compile(r"((?:หลัก|กิจกรรม|รณรงค์|มาตรฐาน|โครงการ|สูตร)\s?[3579]) ([อส])\.(?=\s|$)"), r"\1\2อ "
    ),
    Rule("abbreviation", re.compile(r"โควิด\s*-\s*19(?!\d)"), "โควิดสิบเก้า"),
    Rule("abbreviation", re.compile(r"ว่าที่\s+(?=[ก-ฮ]{1,3}\.)"), "ว่าที่"),
)
