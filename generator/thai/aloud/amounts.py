"""Figures that count or measure: money, land, fractions, ratios, ranges, operators and, last, plain numbers.

Rules: ราชบัณฑิตยสภา, "อ่านอย่างไรและเขียนอย่างไร": numbers (legacy.orst.go.th, page 10323), decimals, money and measures
(10327), the dash (10411). Fractions, which must come before house numbers, have a pass of their own.
"""

from __future__ import annotations

import re

from generator.thai.aloud.counted import COUNTED, DASH, HEADING, NUMBER, UNIT
from generator.thai.aloud.draft import Rule
from generator.thai.numbers import cardinal, number
from generator.thai.unspeakable import Unspeakable

_PARTS = r"(?P<above>[1-9])/(?P<below>[2-9]|10)(?![\d/])"
_DIVIDED = (
    r"(?:ไร่|งาน|ช้อน|ถ้วย|แก้ว|ชั่วโมง|ชั้น|นิ้ว|กิโล|กรัม|ลิตร|เมตร|ซอง|เม็ด|เท่า|วัน(?!ที่)|ปี(?!การ|งบ|ที่)"
    r"|ถัง|ขวด|หน้า|ถุง|กระสอบ|ลูก|ผล|แผ่น|ก้อน|หลอด|โหล|ฝา|กำ)"
)

_SHARED = "เศษส่วน|เศษ|สัดส่วน|ลดลง|ลด|เพิ่มขึ้น|เพิ่ม|ประมาณ|เกือบ|กว่า|ไม่เกิน"
"""After these words 1/3 is a fraction; after any other it is the number of a house or a document."""


def _say_parts(found: re.Match[str]) -> str:
    return f"{found['above']}ส่วน{found['below']} "


def _say_mixed(found: re.Match[str]) -> str:
    return f"{found['whole']}เศษ{found['above']}ส่วน{found['below']} "


def _say_money(found: re.Match[str]) -> str:
    satang = int(found["satang"].ljust(2, "0"))
    if not satang:
        return f"{number(found['baht'])}บาทถ้วน"
    baht = "" if found["baht"] == "0" else f"{number(found['baht'])}บาท"
    return f"{baht}{cardinal(satang)}สตางค์"


def _say_prices(found: re.Match[str]) -> str:
    """Say both ends of a price that has satang: 6.80-7.20 บาท."""
    if found["one"].endswith(".00") and found["two"].endswith(".00"):
        return found[0]
    return " ถึง".join(
        f"{number(baht)}บาท" + (f"{cardinal(int(satang))}สตางค์" if int(satang) else "")
        for baht, satang in (found[each].split(".") for each in ("one", "two"))
    )


def _say_metres(found: re.Match[str]) -> str:
    centimetres = int(found["centimetres"])
    metres = "" if found["metres"] == "0" and centimetres else f"{number(found['metres'])}เมตร"
    return metres + (f"{cardinal(centimetres)}เซนติเมตร" if centimetres else "")


_YEAR = re.compile(r"2[456]\d\d")
"""What is most often a year, so that what stands behind it is not counted: ITA 2568 ตัวชี้วัด."""

_LASTING = frozenset(("ปี", "ขวบ", "เดือน", "สัปดาห์", "วัน", "ชั่วโมง", "นาที", "วินาที"))
_CONTEST = re.compile(
    r"(?:จุดโทษ|รอบชิง|ชนะ|แพ้|เสมอ|เซต|สกอร์|แข่งขัน|รอบชิง|ทีม|ฟุตบอล|วอลเลย์|ตะกร้อ|แบดมินตัน|เปตอง|เทนนิส|ปิงปอง)[^\n]{0,60}$"
)
_GAMES = re.compile(r"\s*(?:เซต|เกม|ประตู|แต้ม|คู่|ยก)")
_COUNTED_AFTER = re.compile(rf"\s*(?:{COUNTED}|ขวบ|เปอร์เซ็นต์|น\.)")


_NO_AGE = r"(?:(?!อายุ|รุ่น|ชั้น|วันที่|ศึกษาปีที่)[^\d\n])"
"""What may stand between a contest and its score; after อายุ or รุ่น figures are no score."""
_ROW = re.compile(r"\d{1,3}\s*[-–]\s*\d{1,3}(?:\s*(?:,|และ|\s)\s*\d{1,3}\s*[-–]\s*\d{1,3})+")


def _in_a_row_that_falls(found: re.Match[str]) -> bool:
    """Return whether a pair stands in a row of pairs, 21-15, 18-21, in which another falls; ranges never do."""
    rows = (row for row in _ROW.finditer(found.string) if row.start() <= found.start() < row.end())
    pairs = (map(int, pair) for row in rows for pair in re.findall(r"(\d+)\s*[-–]\s*(\d+)", row[0]))
    return any(one > two for one, two in pairs)


def _say_score(found: re.Match[str]) -> str:
    """Say two figures of a contest with ต่อ if they do not go up or games are counted; what goes up may be an age."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    falls = int(found[1]) >= int(found[2]) or _in_a_row_that_falls(found)
    if _GAMES.match(after) or (_CONTEST.search(before) and falls and not _COUNTED_AFTER.match(after)):
        return f"{found[1]}ต่อ{found[2]}"
    if re.search(r"เซต(?:แรก|สุดท้าย|ที่[^\s\d]*)\s*$", before):
        return f"{found[1]}ต่อ{found[2]}"
    return found[0]


def _say_range(found: re.Match[str]) -> str:
    """Say a dash between figures that go up; where they fall it is a score, a code or a slip, and asked about."""
    first, last = found["first"], found["last"]
    one, two = (float(each.replace(",", "")) for each in (first, last))
    if re.match(r"0\d", last):
        raise Unspeakable(found[0])
    is_plate = re.fullmatch(r"\d\d \d{4}", f"{first} {last}")
    if (is_plate or one == two) and not _COUNTED_AFTER.match(found.string, found.end()):
        raise Unspeakable(found[0])
    if one > two:
        raise Unspeakable(found[0])
    return f"{first} ถึง{last}"


_FIRST, _REST = r"\d(?<![\d.,]\d)", r"(?:\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d*(?:\.\d+)?)"
"""A number whose first digit is looked for before what stands in front of it, which is quick."""
_NO_NAME = r"(?<!ที่\d)(?<!หมวด\d)(?<!ข้อ\d)(?<!มาตรา\d)(?<!\sเดือน \d)(?<!\Aเดือน \d)"
_WHOLE = r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)"
_OPERATORS = {"x": "คูณ", "X": "คูณ", "×": "คูณ", "*": "คูณ", "+": "บวก", "=": "เท่ากับ", "÷": "หาร", "±": "บวกลบ"}
_COMPARED = {">": "มากกว่า", "<": "น้อยกว่า", "≥": "ตั้งแต่", "≤": "ไม่เกิน", ">=": "ตั้งแต่", "<=": "ไม่เกิน", "±": "บวกลบ"}

FRACTIONS: tuple[Rule, ...] = (
    Rule("fraction", re.compile(rf"(?<![\d/.,])(?P<whole>\d{{1,3}}) {_PARTS}(?=\s*{_DIVIDED})"), _say_mixed, needs="/"),
    Rule(
        "fraction",
        re.compile(rf"(?<![\d/.,]){_PARTS}[\s,]*(?=ของ)"),
        lambda m: f"{m['above']}ใน{m['below']}",
        needs="/",
    ),
    Rule(
        "fraction",
        re.compile(
            rf"(?<!เลขที่)(?<!เลขที่ )(?<!ปีที่)(?<!ห้อง)(?<!ห้อง )(?<!งวด )(?<!งวดที่)(?<![\d/.,]){_PARTS}(?=\s*{_DIVIDED})"
        ),
        _say_parts,
        needs="/",
    ),
    Rule(
        "fraction", re.compile(rf"(?P<word>{_SHARED})\s*{_PARTS}"), lambda m: f"{m['word']} {_say_parts(m)}", needs="/"
    ),
)
"""2/3 ของสมาชิก is สองในสาม, 1 1/2 ชั่วโมง is หนึ่งเศษหนึ่งส่วนสอง."""

LAND = (
    Rule(
        "land", re.compile(r"(?<![\d-])(\d+)-([0-3])-(\d{1,2}(?:\.\d+)?)\s*ไร่"), r"\1 ไร่ \2 งาน \3 ตารางวา", needs="ไร่"
    ),
)
"""Areas of land as title deeds give them: 2-1-50 ไร่ is สองไร่ หนึ่งงาน ห้าสิบตารางวา."""

AMOUNTS: tuple[Rule, ...] = (
    Rule("operator", re.compile(r"(?<=\d)\s*(?<!\d(?=\+\s))([xX×*+=÷±])\s*(?=\d)"), lambda found: _OPERATORS[found[1]]),
    Rule("compared", re.compile(r"(?:>=|<=|[<>≥≤±])\s*(?=\d)"), lambda found: _COMPARED[found[0].strip()]),
    Rule("operator", re.compile(r"(?<=\d)\+(?=(?:ถ้วย|ชุด|ใบ|โล่|เงิน|ของ|เสื้อ|เหรียญ|เกียรติบัตร))"), " บวก ", needs="+"),
    Rule(
        "compared",
        re.compile(rf"(?<=\d)\+(?:\s*((?!{HEADING}){COUNTED})(?![ก-๎]))?(?!\d)"),
        lambda found: f"{found[1] or ''}ขึ้นไป",
    ),
    Rule(
        "score",
        re.compile(
            rf"((?:ฟุตบอล|วอลเลย์บอล|ตะกร้อ|เปตอง|บาสเกตบอล|ฟุตซอล|แบดมินตัน|เทนนิส|สกอร์|(?<!ดอก)(?<!ออก)ผล(?:การแข่งขัน|คู่|นัด|บอล|(?=[\s:]))){_NO_AGE}{{0,30}}\d{{1,2}})\s*[-–]\s*"
            rf"(?=\d{{1,2}}(?![\d.])(?!\s*(?:{COUNTED}|ขวบ|%)))"
        ),
        r"\1ต่อ",
    ),
    Rule(
        "score",
        re.compile(
            rf"((?:(?<!ผู้)ชนะ(?!เลิศ)|แพ้|เสมอ){_NO_AGE}{{0,60}}\d{{1,3}})\s*[-–]\s*(?=\d{{1,3}}(?!\s*(?:{UNIT}|ขวบ|%|°|องศา)))"
        ),
        r"\1ต่อ",
    ),
    Rule(
        "range",
        re.compile(rf"(\d\s*(?P<unit>{COUNTED}|ขวบ|%))\s*[-–—]\s*(?=\d[\d,.]*\s*(?P<other>{COUNTED}|ขวบ|%))"),
        lambda m: f"{m[1]} ถึง" if m["unit"] == m["other"] or {m["unit"], m["other"]} <= _LASTING else m[0],
    ),
    Rule("score", re.compile(r"(?<![\d.,/:-])(\d{1,3})\s*[-–]\s*(\d{1,3})(?![\d/:%]|[.,]\d|-\d)"), _say_score),
    Rule("ratio", re.compile(r"(?<=\d)(?:\s+:\s+|:)(?=\d)"), "ต่อ", needs=":"),
    Rule(
        "money",
        re.compile(rf"(?P<one>{_WHOLE}\.\d\d){DASH}(?P<two>{_WHOLE}\.\d\d)\s*บาท"),
        _say_prices,
        needs="บาท",
    ),
    Rule(
        "range", re.compile(rf"(?P<first>\d(?<![\d.,-]\d){_REST}){DASH}(?P<last>{NUMBER})(?![\d-]|[.,]\d)"), _say_range
    ),
    Rule("range", re.compile(rf"(?<=\d){DASH}(?=[-−]?\d)"), " ถึง"),
    Rule("operator", re.compile(r"[-−–](?:(?<![\d\wก-๎].)|(?<=ถึง[-−]))(?=\d)"), "ลบ"),
    Rule("operator", re.compile(r"(?<=อาร์)\s?[-−–]\s?(?=\d+\.\d)"), " ลบ"),
    Rule("money", re.compile(rf"฿\s*({NUMBER})(?:\s*บาท)?"), r"\1 บาท", needs="฿"),
    Rule("money", re.compile(r"(\d)\.-(?:\s*บาท)?"), r"\1 บาท"),
    Rule("money", re.compile(rf"(?P<baht>{_WHOLE})\.(?P<satang>\d\d?)\s*บาท"), _say_money, needs="บาท"),
    Rule(
        "measure",
        re.compile(rf"(?<!คูณ)(?<!ถึง)(?P<metres>{_WHOLE})\.(?P<centimetres>\d\d)\s*เมตร"),
        _say_metres,
        needs="เมตร",
    ),
    Rule("percent", re.compile(rf"(ร้อยละ\s*(?:{NUMBER}))\s*(?:%|เปอร์เซ็นต์)"), r"\1"),
    Rule("percent", re.compile(r"\s*%"), "เปอร์เซ็นต์"),
    Rule(
        "pause",
        re.compile(rf"({_FIRST}{_NO_NAME}{_REST})\s+(?={COUNTED})"),
        lambda found: found[0] if _YEAR.fullmatch(found[1]) else found[1],
    ),
    Rule("number", re.compile(NUMBER), lambda found: number(found[0])),
)
