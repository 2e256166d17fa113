"""Figures that are part of a name: roads, plates, forms, standards, rooms; known by the word before them.

They count nothing, so that from three digits on each is said alone: ทางหลวงหมายเลข 403 is สี่ศูนย์สาม.
"""

from __future__ import annotations

import re

from generator.thai.aloud.bodies import BODIES
from generator.thai.aloud.codes import letter_names
from generator.thai.aloud.counted import UNIT
from generator.thai.aloud.draft import Rule, ask
from generator.thai.aloud.forms import FORMS, name_figure
from generator.thai.aloud.vehicles import VEHICLES
from generator.thai.numbers import cardinal, digit_by_digit
from generator.thai.words import THAI

_ENDS = r"(?![\d:/]|[.,]\d)"
_FREE = rf"(?<![{THAI}.])"


def _say_road(found: re.Match[str]) -> str:
    return f"{found['lead']}{found['space']}{name_figure(found['code'])}"


def _say_highway(found: re.Match[str]) -> str:
    whose = "ทางหลวงแผ่นดิน" if found["whose"] == "ทล" else "ทางหลวงชนบท"
    where = f" {letter_names(found['province'])} " if found["province"] else "หมายเลข"
    return f"{whose}{where}{name_figure(found['code'])}"


def _say_local_road(found: re.Match[str]) -> str:
    parts = " ".join(digit_by_digit(part) for part in re.split("[-–]", found["code"]))
    return f"{letter_names(found['province'])} ถอ {parts}"


def _say_parts(found: re.Match[str]) -> str:
    parts = re.split(r"\s*[-–]\s*", found["code"])
    return f"{found['lead']}{found['space'] or ' '}" + " ".join(map(digit_by_digit, parts))


def _say_standard(found: re.Match[str]) -> str:
    year = f" {cardinal(int(found['year']))}" if found["year"] else ""
    part = f" {cardinal(int(found['part']))}" if found["part"] else ""
    return f"{found['lead'].replace('/', ' ')} {cardinal(int(found['code']))}{part}{year}"


_ROMANS = {"I": 1, "V": 5, "X": 10}
_SIGNS = {chr(0x2160 + value): value + 1 for value in range(12)}


def roman(letters: str) -> int | None:
    """Return the number that Roman figures up to 39 write; None for letters that write none."""
    if letters in _SIGNS:
        return _SIGNS[letters]
    if not re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", letters) or not letters:
        return None
    values = [_ROMANS[letter] for letter in letters]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def _say_roman(found: re.Match[str]) -> str:
    value = roman(found["roman"])
    if value is None:
        return found[0]
    space = "" if found["lead"].endswith("ที่") else " "
    return f"{found['lead']}{space}{cardinal(value)}"


def _say_version(found: re.Match[str]) -> str:
    return f"{found['lead']}{found['space']}{cardinal(int(found['whole']))}จุดศูนย์"


def _say_citizen(found: re.Match[str]) -> str:
    """Say thirteen figures one by one if their last is the check of a citizen's number."""
    figures = [int(figure) for figure in found[0]]
    total = sum(figure * (13 - place) for place, figure in enumerate(figures[:-1]))
    return digit_by_digit(found[0]) if (11 - total % 11) % 10 == figures[-1] else found[0]


def _say_lettered_house(found: re.Match[str]) -> str:
    """Say a house with a letter in its number: 12ก/3, 12/3ก."""
    house, letter, part, last = found.groups()
    if not (letter or last):
        return found[0]
    return (
        f"{cardinal(int(house))}{f' {letter}อ' if letter else ''} ทับ{digit_by_digit(part)}{f' {last}อ' if last else ''}"
    )


def _say_case(found: re.Match[str]) -> str:
    """Say the number of a case in court: อ.45/2567."""
    letters = letter_names(found["letters"])
    return f"{found['lead']}{letters} {cardinal(int(found['one']))} ทับ{cardinal(int(found['year']))}"


def _say_rooms(found: re.Match[str]) -> str:
    one, two = found["one"], found["two"]
    if len(one) != len(two) or one >= two or one[0] != two[0]:
        return found[0]
    return f"{found['lead']} {digit_by_digit(one)} ถึง{digit_by_digit(two)}"


_ROAD = (
    r"ถนนสาย|ถนน(?:ทางหลวง)?หมายเลข|ถนนสายหมายเลข|ทางหลวง(?:แผ่นดิน|ชนบท|ท้องถิ่น|พิเศษ)?\s?(?:หมายเลข|สาย|เลขที่)"
    r"|ทางหลวง(?:แผ่นดิน|ชนบท)?"
)
_ROMAN_LEAD = (
    r"เขต(?:ที่)?|ช่วง(?:ที่)?|ระยะ(?:ที่)?|ประเภท(?:ที่)?|บท(?:ที่)?|ภาค(?:ที่)?|เฟส(?:ที่)?|ส่วน(?:ที่)?|ตอน(?:ที่)?|ระดับ|ขั้น(?:ที่)?|กลุ่ม(?:ที่)?|ชั้น(?:ที่)?"
    r"|แบบ(?:ที่)?|รุ่น(?:ที่)?|เล่ม(?:ที่)?|หมวด(?:ที่)?|ชนิด(?:ที่)?|ครั้งที่|ฉบับที่|ลำดับ(?:ที่)?|โซน|เกรด|อันดับ(?:ที่)?|ตาราง(?:ที่)?|"
    r"พระองค์ที่|[Pp]hase|PHASE|[Pp]art|[Tt]ype|[Vv]ol\.|เข็มที่|สมัยที่|คลาส"
)
_VERSION = (
    r"ไทยแลนด์|[Tt]hailand|THAILAND|อุตสาหกรรม|[Ii]ndustry|เวอร์ชัน|เวอร์ชั่น|[Vv]ersion|ราชการ|รัฐบาล|ประเทศไทย|เกษตร(?:กร)?|การศึกษา|ครู|"
    r"ท้องถิ่น|ชุมชน|สาธารณสุข|อสม\.|[Ww]eb|WEB|[Ee]ducation|[Gg]overnment|PMQA|อบต\.|โรงเรียน|สูงวัย|ดิจิทัล|แอป|ระบบ|หมู่บ้าน|ยุค|USB|HDMI|Bluetooth"
)
NAMED = (
    Rule(
        "room",
        re.compile(
            r"(?P<lead>(?:ห้อง|คิว|ที่นั่ง)(?:ที่|เลขที่|หมายเลข|ประชุม|พัก|สอบ|เรียน)?|รหัส[ก-๎]*|เลขประจำตัว[ก-๎]*|หมายเลข[ก-๎]*)\s*(?P<one>\d{3,6})\s?[-–]\s?(?P<two>\d{3,6})(?![\d/-]|[.,]\d|\s*(?:บาท|บ\.|คน))"
        ),
        _say_rooms,
        needs="-",
    ),
    Rule(
        "code",
        re.compile(
            r"(?P<lead>(?<![A-Za-z])(?:[Mm]eeting )?(?:I[Dd]|Pass(?:code|word)|PIN|OTP)|ไอดี"
            r"|รหัส[ก-๎]{2,24}|รหัส\s?[A-Z]{2,10}|เลขที่(?:ใบ|สัญญา|เอกสาร|โครงการ)[ก-๎]+)"
            r"\s?:?(?P<space>\s*)"
            r"(?P<code>(?!0\d{8})\d+(?:[ -]\d{3,})*)(?![\d/]|[.,]\d|\s*(?:คน|ราย|บาท|หลัก|ตัว|ชุด|ใบ|เครื่อง|ครั้ง))"
        ),
        lambda found: f"{found['lead']} " + " ".join(map(digit_by_digit, re.split("[ -]", found["code"]))),
    ),
    Rule(
        "version",
        re.compile(
            r"(?P<lead>(?:เกรด(?:เฉลี่ย)?(?:สะสม)?|GPAX?)(?:\s?\(GPAX?\))?(?:\s*(?:ไม่ต่ำกว่า|ไม่น้อยกว่า|ตั้งแต่|ขั้นต่ำ|มากกว่า|ต่ำกว่า))?)"
            r"(?P<space>\s*)(?P<whole>[0-4])\.(?P<zeros>00?)(?!\d)"
        ),
        lambda found: (
            f"{found['lead']}{found['space']}{cardinal(int(found['whole']))}จุด{digit_by_digit(found['zeros'])}"
        ),
    ),
    Rule(
        "number",
        re.compile(r"(?<![^\s(])\.(?P<code>\d{1,3})(?![\d.,])"),
        lambda found: f"จุด{digit_by_digit(found['code'])}",
        needs=".",
    ),
    Rule("capitals", re.compile(r"(?<![A-Za-z\d])([A-Z])2(?=[A-Z](?![A-Za-z\d]))"), r"\1ทู", needs="2"),
    Rule("code", re.compile(r"(?<![A-Za-z\d])[A-Za-z]\s?/\s?\d+"), ask, needs="/"),
    Rule("code", re.compile(rf"(?<![{THAI}.])[ก-ฮ]{{1,2}}[A-Z]{{1,4}}(?![A-Za-z])"), ask),
    Rule("code", re.compile(r"(?P<lead>หอมมะลิ)(?P<space>\s*)(?P<code>105)(?!\d)"), _say_road, needs="105"),
    Rule(
        "code",
        re.compile(r"(?P<lead>จิตอาสา(?:พระราชทาน)?)(?P<space>\s*)(?P<code>904)(?!\d|\s*คน)"),
        _say_road,
        needs="904",
    ),
    Rule(
        "code",
        re.compile(r"(?P<lead>รายงาน|รง\.|เฝ้าระวังโรค)(?P<space>\s*)(?P<code>506)(?!\d|\s*(?:ราย|คน|ฉบับ))"),
        _say_road,
        needs="506",
    ),
    Rule("roman", re.compile(r"\d+\s+[IVX]{1,4}\s+\d+"), ask),
    Rule(
        "code",
        re.compile(
            r"(?P<lead>เลข(?:ที่)?บัญชี[ก-๎]*|บัญชี(?:เลขที่)?|บ/ช|เลขบัตร[ก-๎]*|เลขประจำตัว[ก-๎]*)"
            r"(?P<space>\s*)(?P<code>\d+(?:-\d+){2,}|\d+(?: \d+){2,})(?![\d/-]|[.,]\d)"
        ),
        lambda found: f"{found['lead']} " + " ".join(map(digit_by_digit, re.split("[- ]", found["code"]))),
    ),
    Rule(
        "code",
        re.compile(r"(?<![\d-])(?:\d{3}-\d-\d{5}-\d|\d([ -])\d{4}\1\d{5}\1\d\d\1\d)(?![\d-])"),
        lambda found: " ".join(map(digit_by_digit, re.split("[ -]", found[0]))),
    ),
    Rule(
        "code",
        re.compile(r"(?<![\d-])[1-9]\d{0,3}(?:-\d+){3,}(?![\d-])"),
        lambda found: " ".join(map(digit_by_digit, found[0].split("-"))),
        needs="-",
    ),
    Rule(
        "code",
        re.compile(
            rf"(?P<lead>(?:เลขที่[^\s\d]*|หมายเลข[^\s\d]*|เลข))(?P<space>\s*)(?P<code>\d{{6,}})(?![\d,/-]|\.\d|\s*{UNIT})"
        ),
        _say_parts,
    ),
    Rule(
        "code",
        re.compile(rf"[1-9](?<![\d.,/:-].)(?!\d*0{{6}})\d{{9,}}(?![\d/:-]|[.,]\d|\s*(?:{UNIT}|บ\.))"),
        lambda found: digit_by_digit(found[0]),
    ),
    Rule(
        "code",
        re.compile(
            r"(?P<lead>คดี[ก-๎]*\s?(?:หมายเลข)?(?:ดำ|แดง)?(?:ที่)?\s*)"
            r"(?P<letters>[ก-ฮ]{1,4})\.?\s?(?P<one>\d+)/(?P<year>2[45]\d\d)"
        ),
        _say_case,
        needs="คดี",
    ),
    Rule(
        "code",
        re.compile(rf"(?<![{THAI}.\d/])(?P<letter>[ก-ฮ])(?P<code>\d{{3,6}})(?![\d/]|[.,]\d)"),
        lambda found: f"{found['letter']}อ {digit_by_digit(found['code'])}",
    ),
    Rule(
        "code",
        re.compile(
            rf"(?<=[{THAI}\s(])(?<!(?<!\d)0 )(?<!(?<!\d)0\d )[1-9]\d{{5,8}}"
            rf"(?![\d,/:-]|\.\d|\s*(?:{UNIT}|บ\.|กก\.|หน่วย|-))"
        ),
        ask,
    ),
    Rule(
        "code",
        re.compile(rf"(?<![{THAI}.])กข\.?\s?(?P<code>\d{{1,3}})(?![\d/]|,\d)"),
        lambda found: f"กอขอ {name_figure(found['code'])}",
    ),
    Rule(
        "code",
        re.compile(r"(?<![A-Za-z\d-])(?P<letter>[A-Z])-(?P<code>\d{1,2})(?![\dA-Za-z-]|[.,]\d)"),
        lambda found: f"{found['letter']}{name_figure(found['code'])},",
        needs="-",
    ),
    Rule(
        "letter",
        re.compile(rf"(?<![{THAI}.\d/])(?<!/ )ว\.?\s?(?P<code>\d{{1,4}})(?![\d/]|[.,]\d)"),
        lambda found: f"วอ {digit_by_digit(found['code'])}",
    ),
    *VEHICLES,
    *BODIES,
    Rule(
        "road",
        re.compile(
            rf"{_FREE}(?P<whose>ทล|ทช)\.\s?(?:หมายเลข\s?)?(?:(?P<province>[ก-ฮ]{{2}})\.?\s?)?(?P<code>\d{{1,4}}){_ENDS}"
        ),
        _say_highway,
        needs="ท",
    ),
    Rule(
        "road",
        re.compile(r"(?P<lead>(?:สาย|ถนน|ทางหลวงชนบท|แปลง)\s*)(?P<province>[ก-ฮ]{2})\.\s?(?P<code>\d{3,4})(?!\d)"),
        lambda found: f"{found['lead']}{letter_names(found['province'])} {digit_by_digit(found['code'])}",
    ),
    Rule("road", re.compile(rf"{_FREE}(?P<province>[ก-ฮ]{{2}})\.\s?ถ\.\s?(?P<code>\d+[-–]\d+)"), _say_local_road),
    Rule(
        "road",
        re.compile(
            rf"(?P<lead>{_ROAD})(?P<space>\s*)(?P<code>\d{{1,4}}){_ENDS}(?!\s*(?:แห่ง|(?:สาย|เส้น)(?!\s?[ก-๎])|กิโล(?!เมตรที่)|กม\.(?!\s?(?:ที่|\d))|ล้าน|บาท))"
        ),
        _say_road,
    ),
    Rule(
        "road",
        re.compile(rf"(?P<lead>(?<!ราย)(?<!เส้น)สาย)(?P<space>\s*)(?P<code>\d{{3,4}}){_ENDS}(?!\s*{UNIT})"),
        _say_road,
    ),
    Rule(
        "standard",
        re.compile(
            r"(?P<lead>(?:ISO|IEC|HACCP|OHSAS)(?:/IEC)?)\s*[-:]?\s?(?P<code>\d{3,5})(?:-(?P<part>\d{1,2})(?!\d))?(?:\s?[:-]\s?(?P<year>\d{4}))?(?![\d/])"
        ),
        _say_standard,
    ),
    Rule(
        "standard",
        re.compile(r"(?P<lead>มอก\.|มผช\.)(?P<space>\s*)(?P<code>\d+(?:\s?[-–]\s?\d+)*)(?![\d/])"),
        _say_parts,
        needs="ม",
    ),
    Rule(
        "code",
        re.compile(
            r"(?P<lead>กลุ่ม(?:เสี่ยง|เปราะบาง)?)(?P<space>\s*)(?<![\d.,/:-])(?P<code>608)(?![\d.,/:-])(?!\s*(?:[ก-ฮ]\S*\s*ละ|คน|ราย|บาท|แห่ง|ครัว))"
        ),
        _say_road,
        needs="608",
    ),
    Rule(
        "code",
        re.compile(r"(?P<lead>ไข้หวัด(?:ใหญ่)?(?:สายพันธุ์ใหม่)?)(?P<space>\s*)(?P<code>2009)(?!\d)"),
        _say_road,
        needs="2009",
    ),
    Rule("code", re.compile(r"(?<![\d.,/:-])24\s?/\s?7(?![\d.,/:-])"), "ยี่สิบสี่ ทับเจ็ด", needs="/"),
    Rule(
        "room",
        re.compile(
            rf"(?P<lead>ห้อง(?:ประชุม|เรียน|พัก|สอบ|ตรวจ|เลขที่|หมายเลข)*)(?P<space>\s*)(?P<code>\d{{3,4}}){_ENDS}(?!\s*(?:ห้อง|คน|บาท|ที่นั่ง|ตาราง|ตร\.|ราย))"
        ),
        _say_road,
        needs="ห้อง",
    ),
    Rule(
        "version",
        re.compile(
            rf"(?P<lead>{_VERSION})(?P<space>\s*)(?P<whole>\d)\.0(?![\d.]|\s*(?:คะแนน|เปอร์เซ็นต์|%|ล้าน|บาท|คน|เมตร|กิโล|ไร่|องศา|ดาว|เท่า|ปี|วัน)(?!\s\d|[ก-๎]))"
        ),
        _say_version,
    ),
    Rule(
        "roman",
        re.compile(rf"(?P<lead>{_ROMAN_LEAD})(?P<space>\s*)(?P<roman>[IVX]{{1,5}}|[Ⅰ-Ⅻ])(?![A-Za-z])"),
        _say_roman,
    ),
    Rule(
        "roman", re.compile(r"(?<![A-Za-z])(?:II|III|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI|XX)(?![A-Za-z])|[Ⅰ-ⅿ]"), ask
    ),
    *FORMS,
    Rule(
        "house",
        re.compile(rf"(?<![\d/.,])(\d+)\s?([ก-ฮ])?\s?/\s?(\d{{1,4}})([ก-ฮ])?(?![{THAI}./\d])"),
        _say_lettered_house,
        needs="/",
    ),
    Rule(
        "range",
        re.compile(rf"((?:กลุ่ม|แถว|หมวด|ข้อ|ชุด|โซน|ห้อง|ช่อง|ประเภท|ตัวอักษร|อักษร)\s?)([ก-ฮ])\s?[-–]\s?([ก-ฮ])(?![{THAI}.])"),
        lambda found: f"{found[1]}{found[2]}อ ถึง{found[3]}อ",
        needs="-",
    ),
    Rule(
        "code",
        re.compile(
            r"(?P<lead>เลข(?:ทะเบียน|คดี|มาตร|ครุภัณฑ์|อ้างอิง|พัสดุ|สมาชิก|ผู้เสียภาษี|ที่สัญญา|ที่โครงการ|ที่ใบเสร็จ|ที่ใบอนุญาต)[ก-๎]*|หมายเลข(?:เครื่อง|ตัวถัง|ครุภัณฑ์|บัญชี|สมาชิก|อ้างอิง|ผู้ใช้[ก-๎]*)|ทะเบียนเลขที่)(?P<space>\s*)(?P<code>\d+(?:\s?[-–]\s?\d+)+|\d{3,})(?![\d/]|[.,]\d)"
        ),
        _say_parts,
    ),
    Rule("code", re.compile(rf"(?<![\d.,/:-])[1-8]\d{{12}}(?![\d/]|[.,]\d|\s*{UNIT})"), _say_citizen),
)
