"""What a stroke, a colon and an x between two things say: ต่อ, จาก, ทับ, และ, หรือ, คูณ; by what stands on both sides."""

from __future__ import annotations

import re

from generator.thai import dates
from generator.thai.aloud.counted import COUNTED, NUMBER
from generator.thai.aloud.draft import TOKENS, Rule
from generator.thai.numbers import cardinal, number
from generator.thai.unspeakable import Unspeakable
from generator.thai.words import THAI

_PER = (
    r"(?:วัน|คืน|สัปดาห์|เดือน|ไตรมาส|ปี|คน|ราย|ท่าน|หัว|ครั้ง|เที่ยว|รอบ|งวด|มื้อ|ชั่วโมง|นาที|วินาที|ไร่|งาน|ตัว|หลัง|ครัวเรือน|หลังคาเรือน|ครอบครัว|"
    r"หน่วย|กิโลกรัม|กิโลเมตร|กิโล|กรัม|ลิตร|เดซิลิตร|มิลลิลิตร|ตัน|ตารางเมตร|ตารางวา|ลูกบาศก์เมตร|เมตร|ต้น|ใบ|คัน|เครื่อง|แปลง|ห้อง|แห่ง|ชุด|โครงการ|กลุ่ม|"
    r"หมู่บ้าน|หมู่|ตำบล|ภาคเรียน|เทอม|ปีการศึกษา|เล่ม|แผ่น|ฉบับ|เรื่อง|ข้อ|ถุง|กล่อง|ขวด|ชิ้น|เส้น|สาย|ดวง|จุด|โดส|เข็ม|สิทธิ์|ทีม|ประเภท|รุ่น|ทุน|ดอลลาร์|ฟอง|โรง|บ่อ|กระสอบ)"
)
_UNIT = (
    r"(?:บาท|สตางค์|คน|ราย|ครั้ง|เมตร|กิโลเมตร|ลิตร|กิโลกรัม|กรัม|ตัน|ชั่วโมง|นาที|ไร่|หน่วย|ใบ|คัน|ตัว|มิลลิกรัม|มิลลิลิตร|มิลลิเมตร|ลูกบาศก์เมตร|ไมโครกรัม|"
    r"คิว|กิโล|ถัง|แพ็ค|แพ็ก|ลัง|โดส|เม็ด|ช้อน|แก้ว|เสียง|คะแนน|ล้านบาท|หน่วยกิต|กิโลวัตต์|แคลอรี)"
)
_FORM_FIELDS = "วันที่|วัน|เดือน|ปี|พ\\.ศ\\.|เวลา|สถานที่"
_ROLE = r"(?:ผู้ช่วย)?เลขานุการ|เหรัญญิก|กรรมการ|นายทะเบียน|ประชาสัมพันธ์|ปฏิคม"
_YEARS = frozenset(map(str, range(dates.FIRST_YEAR, dates.LAST_YEAR + 1)))

_PAIR = re.compile(rf"(?<![\d/.,:{THAI}-])(?<!\d )(?<!\d-)(?P<one>{NUMBER})\s?/\s?(?P<two>{NUMBER})(?![\d/]|[.,-]\d|-)")
_PAIR_AFTER_WORD = re.compile(rf"(?<=[{THAI}])(?P<one>{NUMBER})\s?/\s?(?P<two>{NUMBER})(?![\d/]|[.,-]\d|-)")
_HOUSE_BEFORE = re.compile(
    r"(?:เลขที่[^\s\d]*|ที่|ครั้ง|ฉบับ|ประกาศ|คำสั่ง|หนังสือ|ข้อ|มาตรา|ม\.|ป\.|อ\.|ปวช\.|ปวส\.|ชั้น|ห้อง|หมู่|ซอย|ซ\.|ถนน|ถ\.|ปี|ภาคเรียน|เทอม|รุ่น|สาย|แปลง|โฉนด"
    r"|เลข|ใบ|งวด|เล่ม|บ้าน|เครื่อง|ว\.?|สัญญา|ฎีกา|คดี|ไตรมาส|อาคาร|ตึก|คำร้อง|แผ่น|ระวาง|ติดต่อ|อยู่|ทับ|รหัส|หมวด|เขต|ศึกษา)\s*$"
)
_HOUSE_AFTER = re.compile(r"\s*(?:หมู่|ม\.|ถนน|ถ\.|ซอย|ซ\.|ต\.|ตำบล|แขวง|บ้าน|อาคาร|ตรอก)")
_SCORED = re.compile(r"(?:คะแนน|สอบ(?:ได้)?|เต็ม|เฉลี่ย|ผลประเมิน|ประเมิน|ข้อสอบ|ความพึงพอใจ|ทำได้|เกรด|ได้)[^\d\n]{0,16}$")
_OF_MANY = re.compile(r"\s*(?:คะแนน|คน|ราย|ท่าน|ครัวเรือน|หมู่บ้าน|ตำบล|แห่ง|ข้อ|ตัวชี้วัด|โครงการ|ดาว|เสียง)")
_PRESSURE = re.compile(r"(?:ความดัน(?:โลหิต)?|ค่าความดัน|BP)[^\d\n]{0,24}$")
_OF_PRESSURE = re.compile(r"\s*(?:มม\.?\s?ปรอท|มิลลิเมตรปรอท|mmHg|mm\.?Hg)")
_DATED = re.compile(r"(?:วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)?ที่)\s*$")
_FRACTION = re.compile(r"(?:เศษส่วน|เศษ|สัดส่วน|ลดลง|เพิ่มขึ้น|ประมาณ|เกือบ|กว่า|ไม่เกิน|ครึ่งหนึ่ง)[\s,(]*$")
_LETTER = re.compile(r"(?<![ก-๎])[ก-ฮ]{2,4}\s*$")
_TEN = 10


def _say_pair(found: re.Match[str]) -> str:
    """Say two figures with a stroke as what they are: a score, a pressure, a day; leave houses and papers to theirs."""
    text, one, two = found.string, found["one"], found["two"]
    before, after = text[max(0, found.start() - 40) : found.start()], text[found.end() : found.end() + 24]
    if _PRESSURE.search(before) or _OF_PRESSURE.match(after):
        return f"{number(one)} ทับ{number(two)}"
    if _DATED.search(before) and int(two) in range(1, 13) and int(one) in range(1, 32):
        return f"{one} {dates.MONTHS[int(two) - 1]}"
    if one in _YEARS or two in _YEARS or _LETTER.search(before) or _HOUSE_BEFORE.search(before) or _HOUSE_AFTER.match(after) or two.startswith("0"):
        return found[0]
    one_of, many = float(one.replace(",", "")), float(two.replace(",", ""))
    if "." in one or ((_OF_MANY.match(after) or _SCORED.search(before)) and one_of <= many):
        return f"{number(one)} จาก{number(two)}"
    if many <= _TEN and one_of < many and (re.match(rf"\s*(?:{COUNTED}|ของ|ช้อน|ถ้วย)", after) or _FRACTION.search(before)):
        return found[0]
    raise Unspeakable(found[0])


_RATIO_WORDS = re.compile(
    r"(?:อัตรา|สัดส่วน|มาตราส่วน|ผสม|เจือจาง|ratio|ต่อ|คะแนน|ประตู|ชนะ|แพ้|เสมอ|ผล|สกอร์|นำ|ตาม|เรโช|เฉลี่ย)[^\d\n]{0,40}$"
)
_TIME_WORDS = re.compile(
    r"(?:เวลา|วันที่|ที่|เมื่อ|ตั้งแต่|ถึง|ก่อน|หลัง|เริ่ม|เปิด|ปิด|นัด|รอบ|ตอน|\d{4}|\d\d|[.]|ประมาณ|พบกัน|[-–])\s*$"
)
_COLON = re.compile(r"(?<![\d.,:/])(?P<one>\d{1,3})\s?:\s?(?P<two>\d{1,3})(?![:\d]|[.,]\d)(?!\s*(?:น\.|นาฬิกา|น(?![ก-๎])))")
_HOURS, _MINUTES, _FIVE = 24, 60, 5


def _say_colon(found: re.Match[str]) -> str:
    """Say a ratio or a score; leave a time of day to the calendar, ask about what may be both."""
    before = found.string[max(0, found.start() - 56) : found.start()]
    after = found.string[found.end() : found.end() + 10]
    one, two = found["one"], found["two"]
    is_clock = int(one) <= _HOURS and len(two) == len("00") and int(two) < _MINUTES
    if is_clock and (re.match(r"\s*(?:[-–—]|ถึง|และ|หรือ)\s*\d{1,2}:", after) or re.search(r":\d\d\s*(?:[-–—]|ถึง)\s*$", before)):
        return found[0]
    if not is_clock or _RATIO_WORDS.search(before):
        return f"{cardinal(int(one))}ต่อ{cardinal(int(two))}"
    if len(one) == len("00") and int(two) % _FIVE == 0 or two == "00" or _TIME_WORDS.search(before):
        return found[0]
    raise Unspeakable(found[0])


PAIRS = (
    Rule("boys and girls", re.compile(rf"(?<![{THAI}.])ช\.?\s*(\d+)(\s*คน)?\s*[/,]?\s*ญ\.?\s*(?=\d)"), r"ชาย \1\2 หญิง "),
    Rule("pair", _PAIR, _say_pair),
    Rule("pair", _PAIR_AFTER_WORD, _say_pair),
    Rule("ratio", _COLON, _say_colon),
)
"""On the written text, before brackets and short forms are gone."""

_NOUN = rf"[{THAI}]{{2,24}}?"
_END = rf"(?![{THAI}])"

WORDS = (
    Rule("field", re.compile(rf"(?<!\d)(?<!\d )(?<![{THAI}])({_FORM_FIELDS})\s*/\s*({_FORM_FIELDS})(?:\s*/\s*({_FORM_FIELDS}))?{_END}"), lambda m: " ".join(filter(None, m.groups()))),
    Rule("for each", re.compile(rf"(?P<one>\d\s*[{THAI}]{{2,24}}|ต่อ[{THAI}]{{2,12}})\s*/\s*(?=(?:{NUMBER})\s*[{THAI}])"), r"\g<one>ต่อ "),
    Rule("for each", re.compile(rf"(?P<one>\d\s*(?:ล้าน|แสน|หมื่น|พัน|ร้อย)?\s*[{THAI}]{{2,24}})\s*/\s*(?={_PER}{_END})"), r"\g<one>ต่อ"),
    Rule("for each", re.compile(rf"(?P<one>{_UNIT})\s*/\s*(?={_PER}{_END})"), r"\g<one>ต่อ"),
    Rule("for each", re.compile(rf"(?P<one>ต่อ{_PER})\s*/\s*(?={_PER}{_END})"), r"\g<one>ต่อ"),
    Rule("for each", re.compile(rf"(?P<one>ต่อ{_PER})\s*/\s*(?={_PER}{_END})"), r"\g<one>ต่อ"),
    Rule("role", re.compile(rf"(กรรมการ|ประธาน[{THAI}]*|หัวหน้า[{THAI}]*|นัก[{THAI}]+|ปลัด[{THAI}]*|ผู้[{THAI}]+)\s*/\s*(?=(?:{_ROLE}){_END})"), r"\1และ"),
    Rule("operator", re.compile(rf"(?P<one>\d\s*)[xX×*](?P<two>\s*)(?=[ก-ฮเ-ไ])"), lambda m: f"{m['one'].rstrip()} คูณ"),
    Rule("operator", re.compile(rf"(?P<one>\d[\d.,]*\s*[{THAI}]+)\s*[xX×*]\s*(?=\d|[ก-ฮเ-ไ])"), r"\g<one> คูณ"),
    Rule("operator", re.compile(rf"(?P<one>[{THAI}{TOKENS}])\s+[xX×]\s+(?=\d)"), r"\g<one> คูณ"),
)
"""On words, after short forms have become some."""
