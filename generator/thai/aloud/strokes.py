"""What a stroke, a colon and an x between two things say: ต่อ, จาก, ทับ, และ, หรือ, คูณ; by what stands on both sides."""

from __future__ import annotations

import re

from generator.thai import dates
from generator.thai.aloud.counted import COUNTED, NUMBER
from generator.thai.aloud.draft import TOKENS, Rule, ask
from generator.thai.numbers import cardinal, number
from generator.thai.short_numbers import SHORT_NUMBERS
from generator.thai.unspeakable import Unspeakable
from generator.thai.words import THAI

_PER = (
    r"(?:วัน|คืน|สัปดาห์|เดือน|ไตรมาส|ปี|คน|ราย|ท่าน|หัว|ครั้ง|เที่ยว|รอบ|งวด|มื้อ|ชั่วโมง|นาที|วินาที|ไร่|งาน|ตัว|หลัง|ครัวเรือน|หลังคาเรือน|ครอบครัว|"
    r"หน่วย|กิโลกรัม|กิโลเมตร|กิโล|กรัม|ลิตร|เดซิลิตร|มิลลิลิตร|ตัน|ตารางเมตร|ตารางวา|ลูกบาศก์เมตร|เมตร|ต้น|ใบ|คัน|เครื่อง|แปลง|ห้อง|แห่ง|ชุด|โครงการ|กลุ่ม|"
    r"หมู่บ้าน|หมู่|ตำบล|ภาคเรียน|เทอม|ปีการศึกษา|เล่ม|แผ่น|ฉบับ|เรื่อง|ข้อ|ถุง|กล่อง|ขวด|ชิ้น|เส้น|สาย|ดวง|จุด|โดส|เข็ม|สิทธิ์|ทีม|ประเภท|รุ่น|ทุน|ดอลลาร์|ฟอง|โรง|บ่อ|กระสอบ|จังหวัด|อำเภอ|เขต|ศูนย์|โรงเรียน|กอ|ซี่|ลำ|ผืน|ก้อน|ม้วน|โหล)"
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
    r"(?:เลขที่[^\s\d]*|(?<!พื้น)(?<!เนื้อ)ที่|ครั้ง|ฉบับ|ประกาศ|คำสั่ง|หนังสือ|ข้อ|มาตรา|(?<![ก-๎])[มปอ]\.|ปวช\.|ปวส\.|ชั้น|ห้อง|หมู่|(?:ซอย|ซ\.|ถนน|ถ\.)(?:\s?[ก-๎]+)?|ปี|ภาคเรียน|เทอม|รุ่น|สาย|แปลง|โฉนด"
    r"|เลข|ใบ|งวด|เล่ม|บ้าน|เครื่อง|(?<![ก-๎])ว\.?|สัญญา|ฎีกา|คดี|ไตรมาส|อาคาร|ตึก|คำร้อง|แผ่น|ระวาง|ติดต่อ|อยู่|ทับ|รหัส|หมวด|เขต|ศึกษา)\s*$"
)
_MARKED = re.compile(r"(?:คะแนน(?:เต็ม|รวม|เฉลี่ย|สอบ)?|ทำได้|สอบได้|ได้)\s*$")
_ONCE_A_TERM = re.compile(r"(?:สอบ|ซ่อม)(?:ซ่อม|ปลายภาค|กลางภาค|แก้ตัว|เสริม)?\s*$")
_SHORT_YEAR = re.compile(r"[5-7]\d")
"""สอบซ่อม 2/67 is the second of the year, and no score."""
_NUMBERED = re.compile(
    r"(?:เลขที่[^\s\d]*|(?<!พื้น)(?<!เนื้อ)(?<!หน้า)(?<!สถาน)ที่|ครั้ง|ฉบับ|คำสั่ง|หนังสือ|ข้อ|มาตรา|(?<![ก-๎.])[มปอซถว]\.|ชั้น|ห้อง|ซอย|ถนน|รุ่น|หมวด|เลข|รหัส)\s*$"
)
"""Words after which a stroke is part of a number's name, whatever is counted behind it."""
_HOUSE_AFTER = re.compile(r"\s*(?:หมู่|ม\.|ถนน|ถ\.|ซอย|ซ\.|ต\.|ตำบล|แขวง|บ้าน|อาคาร|ตรอก)")
_SCORED = re.compile(r"(?:คะแนน|สอบ(?:ได้)?|เต็ม|เฉลี่ย|ผลประเมิน|ประเมิน|ข้อสอบ|ความพึงพอใจ|ทำได้|เกรด|ได้)[^\d\n]{0,16}$")
_OF_MANY = re.compile(
    r"\s*(?:คะแนน|คน|ราย|ท่าน|ครัวเรือน|หมู่บ้าน|ตำบล|แห่ง|ข้อ|ตัวชี้วัด|โครงการ|ดาว|เสียง|งวด|วิชา|หน่วยกิต|ชุด|หลัง|คัน|ครั้ง|ด้าน"
    r"|เครื่อง|แผ่น|ใบ|สาย|ต้น|จุด|ตัว|ห้อง|แปลง|ฉบับ|เรื่อง|หน่วย|โดส|โด๊ส|เม็ด|ซี่)"
)
_PART = re.compile(rf"{_OF_MANY.pattern}(?![ก-๎])")
_PRESSURE = re.compile(r"(?:ความดัน(?:โลหิต)?|ค่าความดัน|BP)[^\d\n]{0,24}$")
_OF_PRESSURE = re.compile(r"\s*(?:มม\.?\s?ปรอท|มิลลิเมตรปรอท|mmHg|mm\.?Hg)")
_DATED = re.compile(r"(?:วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)?ที่)\s*$")
_DAY_OF_A_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])")
_FRACTION = re.compile(r"(?:เศษส่วน|เศษ|สัดส่วน|ลดลง|ลด|เพิ่มขึ้น|เพิ่ม|ประมาณ|เกือบ|กว่า|ไม่เกิน|ครึ่งหนึ่ง)[\s,(]*$")
_LETTER = re.compile(
    r"(?<![ก-๎])(?!(?:งบ|ลด|คน|รถ|ผล|จบ|พบ|นม|ครบ|บน|ตรง|ปลด|สอน|ลง|หก|สด|ผสม|นก|ตก|ออก|กด|ชน|ตน|พล|สม|อบรม)\s*$)[ก-ฮ]{2,4}\s*$"
)
_RANKED = re.compile(r"(?:สอบ(?:ได้)?|ได้|เป็น)(?:ลำดับ|อันดับ)?ที่\s*$")
_SHARED = re.compile(r"(?:สัดส่วน|อัตราส่วน|อัตรา|งบ(?:ประมาณ)?|แบ่ง(?:กัน)?|สมทบ|ร่วมจ่าย|คนละครึ่ง|สูตร)[^\d\n]{0,24}$")
_ALL = 100
"""What two shares make together: สัดส่วน 70/30."""
_TEN = 10


def _say_pair(found: re.Match[str]) -> str:
    """Say two figures with a stroke as what they are: a score, a pressure, a day; leave houses and papers to theirs."""
    text, one, two = found.string, found["one"], found["two"]
    before, after = text[max(0, found.start() - 40) : found.start()], text[found.end() : found.end() + 24]
    said = _surely(one, two, before, after)
    if said:
        return said
    one_of, many = float(one.replace(",", "")), float(two.replace(",", ""))
    if one_of + many == _ALL and _SHARED.search(before):
        return f"{number(one)} ต่อ{number(two)}"
    if one_of <= many and _MARKED.search(before) and two not in _YEARS:
        return f"{number(one)} จาก{number(two)}"
    if _ONCE_A_TERM.search(before) and _SHORT_YEAR.fullmatch(two) and not _OF_MANY.match(after):
        raise Unspeakable(found[0])
    is_part = one_of <= many and two not in _YEARS and _PART.match(after) and not _NUMBERED.search(before)
    if (_is_of_a_house(one, two, before, after) and not is_part) or (
        one_of < many <= _TEN and _is_divided(before, after)
    ):
        return found[0]
    if one_of <= many and (_OF_MANY.match(after) or _SCORED.search(before)):
        return f"{number(one)} จาก{number(two)}"
    raise Unspeakable(found[0])


def _surely(one: str, two: str, before: str, after: str) -> str:
    """Return how two figures are said that can be one thing only; nothing for others."""
    if _PRESSURE.search(before) or _OF_PRESSURE.match(after):
        return f"{one} ทับ{two}"
    if _DATED.search(before) and _DAY_OF_A_MONTH.fullmatch(f"{one}/{two}"):
        return f"{one} {dates.MONTHS[int(two) - 1]}"
    if one in SHORT_NUMBERS and two in SHORT_NUMBERS:
        return f"{one} หรือ {two}"
    if _RANKED.search(before) and two not in _YEARS and "." not in one and int(one) <= int(two.replace(",", "")):
        return f"{number(one)} จาก{number(two)}"
    is_mean = "." in one and two not in _YEARS and not _LETTER.search(before)
    return f"{number(one)} จาก{number(two)}" if is_mean else ""


def _is_of_a_house(one: str, two: str, before: str, after: str) -> bool:
    """Return whether the figures are those of a house, a paper, a meeting, a class or a letter."""
    by_figures = one in _YEARS or two in _YEARS or two.startswith("0")
    return (
        by_figures or any(rule.search(before) for rule in (_LETTER, _HOUSE_BEFORE)) or bool(_HOUSE_AFTER.match(after))
    )


def _is_divided(before: str, after: str) -> bool:
    return bool(
        re.match(rf"\s*(?:{COUNTED}|ของ|ช้อน|ถ้วย|กระสอบ|ลูก|ผล|ก้อน|หลอด|โหล|ฝา|กำ|เม็ด)", after)
        or _FRACTION.search(before)
    )


_RATIO_WORDS = re.compile(
    r"(?:อัตรา|สัดส่วน|มาตราส่วน|ผสม|เจือจาง|ratio|(?<!ติด)(?<!ยื่น)ต่อ(?!เนื่อง)|คะแนน|ประตู|ชนะ|แพ้|เสมอ|ผล|สกอร์|นำ|(?<![ก-๎])ตาม|เรโช|เฉลี่ย)[^\d\n]{0,40}$"
)
_TIME_WORDS = re.compile(
    r"(?:เวลา|วันที่|ที่|เมื่อ|ตั้งแต่|ถึง|ก่อน|หลัง|เริ่ม|เปิด|ปิด|นัด|รอบ|ตอน|\d{4}|\d\d|[.]|ประมาณ|พบกัน|[-–])\s*$"
)
_COLON = re.compile(
    r"(?<![\d,:/])(?<!\d\.)(?P<one>\d{1,3})(?:\s:\s|:)(?P<two>\d{1,3}(?:,\d{3})+|\d{1,6})(?![:\d]|[.,]\d)(?!\s*(?:น\.|นาฬิกา|น(?![ก-๎])))"
)
_LABEL = re.compile(
    r"(?:ที่|หมู่|ม\.|ป\.|อ\.|ชั้น|ข้อ|กลุ่ม|รุ่น|เขต|ช่อง|ซอย|ห้อง|ปี|ศ\.|เดือน|สาย|จุด|ฐาน|โซน|รอบ|ระดับ|ประเภท|หมวด|เบอร์|ไตรมาส|งวด)\s*$"
)
_COUNTED_NEXT = re.compile(rf"\s*{COUNTED}")
"""What a colon follows as a heading: หมู่ที่ 3 : 20 คน."""
_HOURS, _MINUTES, _FIVE = 24, 60, 5


def _say_colon(found: re.Match[str]) -> str:
    """Say a ratio or a score; leave a time of day to the calendar, ask about what may be both."""
    before = found.string[max(0, found.start() - 56) : found.start()]
    after = found.string[found.end() : found.end() + 10]
    one, two = found["one"], found["two"].replace(",", "")
    counts = _COUNTED_NEXT.match(after) or len(two) >= len("100")
    if " " in found[0] and _LABEL.search(before) and counts:
        return f"{one} , {found['two']}"
    is_clock = int(one) <= _HOURS and len(two) == len("00") and int(two) < _MINUTES
    if is_clock and (
        re.match(r"\s*(?:[-–—]|ถึง|และ|หรือ)\s*\d{1,2}:", after) or re.search(r":\d\d\s*(?:[-–—]|ถึง)\s*$", before)
    ):
        return found[0]
    if is_clock and re.search(r"เวลา\s*$", before):
        return found[0]
    if not is_clock or _RATIO_WORDS.search(before):
        return f"{cardinal(int(one))}ต่อ{cardinal(int(two))}"
    if (len(one) == len("00") and int(two) % _FIVE == 0) or two == "00" or _TIME_WORDS.search(before):
        return found[0]
    raise Unspeakable(found[0])


_THREE = re.compile(r"(?<![\d.,:/])\d{1,3}(?:\s?:\s?\d{1,3}){2}(?![:\d])")
_MIXED = re.compile(r"(?:สัดส่วน|อัตรา|ผสม|สูตร|เจือจาง|ปูน)[^\d\n]{0,24}$")


def _say_three(found: re.Match[str]) -> str:
    """Leave three figures of a mixture; hours, minutes and seconds are asked about."""
    seconds = re.split(r"\s?:\s?", found[0])[1:]
    if _MIXED.search(found.string, 0, found.start()) or any(len(each) != len("00") for each in seconds):
        return found[0]
    raise Unspeakable(found[0])


_AMOUNT = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
_LISTED = re.compile(
    rf"(?<![\d.,/])(?:\d{{1,3}}(?:,\d{{3}})+(?:\s*/\s*\d{{1,3}}(?:,\d{{3}})+)+|{_AMOUNT}(?:\s*/\s*{_AMOUNT}){{2,}})"
    rf"(?=\s*(?:{COUNTED}|บ\.|ซม\.|มม\.|ม\.|กก\.|ล\.|มก\.|ชม\.|%))"
)
"""Amounts with strokes between them, one after another: 5,000 / 3,000 / 2,000 บาท, 70/100/300 บาท."""
_IS_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])/(?:\d{4}|\d\d)")
_PEOPLE = re.compile(r"\s*(?:คน|ราย|ท่าน|ครัวเรือน|หลังคาเรือน|ตัวอย่าง|หลัง|แห่ง)")


def _say_listed(found: re.Match[str]) -> str:
    """Say amounts one after another; two of people, the first of which is the smaller, are a part of all."""
    if _IS_DATE.fullmatch(found[0]) or _HOUSE_BEFORE.search(found.string, 0, found.start()):
        return found[0]
    amounts = re.split(r"\s*/\s*", found[0])
    one, two = (int(each.replace(",", "")) for each in amounts[:2])
    if len(amounts) == len((one, two)) and one < two and _PEOPLE.match(found.string, found.end()):
        return f"{number(amounts[0])} จาก{number(amounts[1])}"
    return " , ".join(amounts)


_CHAIN = re.compile(r"(?<![\d/.,])\d[\d,]*(?:/\d[\d,]*){2,}(?![\d/])")


def _say_chain(found: re.Match[str]) -> str:
    """Leave a date and the house of a place; other figures with more than one stroke may be anything."""
    before, after = (
        found.string[max(0, found.start() - 40) : found.start()],
        found.string[found.end() : found.end() + 24],
    )
    if (
        _IS_DATE.fullmatch(found[0])
        or _HOUSE_BEFORE.search(before)
        or _HOUSE_AFTER.match(after)
        or _LETTER.search(before)
    ):
        return found[0]
    raise Unspeakable(found[0])


_SHARING = "ครู|อาจารย์|แพทย์|พยาบาล|พี่เลี้ยง|ผู้ดูแล|เจ้าหน้าที่|จนท\\.|อสม\\.|หมอ|ผู้สอน|โค้ช"
_MIXING = r"ซีซี|มล\.|ล\.|ลิตร|กก\.|กรัม|กิโลกรัม|ส่วน|ถัง|ช้อน|แก้ว|ถุง|ฝา"
_TO_THE_OTHER = re.compile(
    rf"((?:(?:{_SHARING})\s?\d+(?:\s?คน)?)|\d\s?(?:{_MIXING}))\s*:\s*(?=[ก-ฮเ-ไ][{THAI}.]{{0,16}}\s?\d)"
)
"""One thing against another: ครู 1 : นักเรียน 20, น้ำยา 20 ซีซี : น้ำ 20 ลิตร."""

PAIRS = (
    Rule(
        "boys and girls",
        re.compile(rf"(?<![{THAI}.])(?:ชาย|ช\.?)\s*(\d+)(\s*คน)?\s*[/,]?\s*ญ\.?\s*(?=\d)"),
        r"ชาย \1\2 หญิง ",
        needs="ญ",
    ),
    Rule("pair", re.compile(rf"(?<![{THAI}])[{THAI}]{{2,}}/\d+(?=$|[)\n]|,(?!\d))"), ask, needs="/"),
    Rule("pair", _LISTED, _say_listed, needs="/"),
    Rule(
        "pair", re.compile(rf"(?<=[{THAI}]\s)(\d[\d,]*)\s?/\s?(?!{_PER})(?=[ก-ฮเ-ไ][{THAI}]+\s\d)"), r"\1 , ", needs="/"
    ),
    Rule("pair", _CHAIN, _say_chain, needs="/"),
    Rule("pair", _PAIR, _say_pair, needs="/"),
    Rule("pair", _PAIR_AFTER_WORD, _say_pair, needs="/"),
    Rule("ratio", _TO_THE_OTHER, r"\1 ต่อ", needs=":"),
    Rule("ratio", _THREE, _say_three, needs=":"),
    Rule("ratio", _COLON, _say_colon, needs=":"),
)
"""On the written text, before brackets and short forms are gone."""

_SPAN = re.compile(
    r"ชั่วโมง|วัน|นาที|เดือน|ปี|สัปดาห์|ลิตร|มิลลิ|เดซิ|ซีซี|ไร่|กิโล|กรัม|เมตร|ตาราง|แสน|หมื่น|พัน|ประชากร|ครัวเรือน|หลังคาเรือน"
)


def _for_so_many(found: re.Match[str]) -> str:
    """Say ต่อ before one thing, a measure or a round number; two counts with a stroke between may be two facts."""
    many = found["many"].replace(",", "")
    if "1" in (many, found["of"]) or _SPAN.match(found["what"]) or re.fullmatch("10+", many):
        return f"{found['one']}ต่อ "
    letters = f"{found[0]}{found['many']} {found['what'][:12]}"
    raise Unspeakable(letters)


_NOUN = rf"[{THAI}]{{2,24}}?"
_END = rf"(?![{THAI}])"

_DOSE = r"(?:กรัม|กิโลกรัม|มิลลิกรัม|ลิตร|มิลลิลิตร|ซีซี|ซอง|ช้อนโต๊ะ|ช้อนชา|ช้อนแกง|ช้อน|ขวด|ถุง|กระสอบ|ฝา|เม็ด|แก้ว|ถ้วย|ตัน|คิว)"
_WEEKDAY = "(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)"


WORDS = (
    Rule("field", re.compile(r"วัน\s?/\s?เดือน\s?/\s?ปี"), "วัน เดือน ปี", needs="/"),
    Rule(
        "field",
        re.compile(
            rf"(?<!\d)(?<!\d )(?<![{THAI}])({_FORM_FIELDS})\s*/\s*({_FORM_FIELDS})"
            rf"(?:\s*/\s*({_FORM_FIELDS}))?(?=เกิด|[^{THAI}]|$)"
        ),
        lambda m: " ".join(filter(None, m.groups())),
        needs="/",
    ),
    Rule(
        "for each",
        re.compile(
            rf"(?P<one>(?P<of>{NUMBER})\s*[{THAI}]{{2,24}}|ต่อ[{THAI}]{{2,12}})\s*/\s*(?=(?P<many>{NUMBER})\s*(?P<what>[{THAI}]+))"
        ),
        _for_so_many,
        needs="/",
    ),
    Rule(
        "for each", re.compile(rf"(?P<one>\d\s*{_UNIT})\s*/\s*(?=(?:แสน|พัน|หมื่น|ล้าน)?ประชากร)"), r"\g<one>ต่อ", needs="/"
    ),
    Rule("for each", re.compile(rf"(?P<one>\d\s*{_DOSE})\s*/\s*(?=[{THAI}]{{2,12}}\s*\d)"), r"\g<one>ต่อ", needs="/"),
    Rule(
        "for each",
        re.compile(rf"\d[\d,.]*\s*[{THAI}]{{2,12}}\s*/\s*(?!{_PER}\s)[{THAI}]{{2,12}}\s*\d[\d,.]*"),
        ask,
        needs="/",
    ),
    Rule("for each", re.compile(rf"(?P<one>\d\s*(?:%|เปอร์เซ็นต์|\.-)?)\s*/\s*(?={_PER}{_END})"), r"\g<one>ต่อ", needs="/"),
    Rule("weekday", re.compile(rf"({_WEEKDAY})\s*/\s*(?={_WEEKDAY}{_END})"), r"\1 ", needs="/"),
    Rule(
        "for each",
        re.compile(rf"(?P<one>\d\s*(?:ล้าน|แสน|หมื่น|พัน|ร้อย)?\s*[{THAI}]{{2,24}})\s*/\s*(?={_PER}{_END})"),
        r"\g<one>ต่อ",
        needs="/",
    ),
    Rule("for each", re.compile(rf"(?P<one>{_UNIT})\s*/\s*(?={_PER}{_END})"), r"\g<one>ต่อ", needs="/"),
    Rule("for each", re.compile(rf"(?P<one>ต่อ{_PER})\s*/\s*(?={_PER}{_END})"), r"\g<one>ต่อ", needs="/"),
    Rule("for each", re.compile(rf"(?P<one>ต่อ{_PER})\s*/\s*(?={_PER}{_END})"), r"\g<one>ต่อ", needs="/"),
    Rule(
        "for each",
        re.compile(rf"(?<![\d.,/])\d[\d,.]*\s*(?:{_UNIT}|{_PER})\s*/\s*[ก-ฮเ-ไ][{THAI}]*"),
        ask,
        needs="/",
    ),
    Rule(
        "role",
        re.compile(
            rf"(กรรมการ|ประธาน[{THAI}]*|หัวหน้า[{THAI}]*|นัก[{THAI}]+|ปลัด[{THAI}]*|ผู้[{THAI}]+)\s*/\s*(?=(?:{_ROLE}))"
        ),
        r"\1และ",
        needs="/",
    ),
    Rule(
        "operator",
        re.compile(r"(?P<one>\d\s*)(?:[xX×]|\*(?!\s))(?P<two>\s*)(?=[ก-ฮเ-ไ])"),
        lambda m: f"{m['one'].rstrip()} คูณ",
    ),
    Rule(
        "operator", re.compile(rf"(?P<one>\d[\d.,]*\s*[{THAI}]+)\s*(?:[xX×]|\*(?!\s))\s*(?=\d|[ก-ฮเ-ไ])"), r"\g<one> คูณ"
    ),
    Rule("operator", re.compile(rf"(?P<one>[{THAI}{TOKENS}])\s+[xX×]\s+(?=\d|กว้าง|ยาว|สูง|หนา|ลึก)"), r"\g<one> คูณ"),
)
"""On words, after short forms have become some."""
