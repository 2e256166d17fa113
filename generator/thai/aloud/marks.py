"""Signs that carry sense are said or refused: ประมาณ, เท่ากับ, บวก, นิ้ว; a figure that stands twice is said once."""

from __future__ import annotations

import re

from generator.thai.abbreviations import MEASURES
from generator.thai.aloud.counted import NUMBER
from generator.thai.aloud.draft import Rule, ask
from generator.thai.dates import MONTHS, SHORT_MONTHS
from generator.thai.numbers import number
from generator.thai.unspeakable import Unspeakable
from generator.thai.words import THAI

_CURRENCIES = {
    "US$": "ดอลลาร์สหรัฐ", "$": "ดอลลาร์", "€": "ยูโร", "£": "ปอนด์", "¥": "เยน", "₩": "วอน", "₹": "รูปี",
}  # fmt: skip
_GREAT = r"(?:แสน|หมื่น|พัน|ร้อย)?(?:ล้านล้าน|ล้าน)|แสน|หมื่น|พัน"
_DIRECTIONS = {"N": "เหนือ", "S": "ใต้", "E": "ตะวันออก", "W": "ตะวันตก"}
_SIGNS = {
    "№": "หมายเลข ",
    "≠": "ไม่เท่ากับ",
    "♂": "เพศผู้ ",
    "♀": "เพศเมีย ",
    "⌀": "เส้นผ่านศูนย์กลาง ",
    "Ø": "เส้นผ่านศูนย์กลาง ",
    "∅": "เส้นผ่านศูนย์กลาง ",
}
_DIGIT_WORD = "ศูนย์|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|เอ็ด|ยี่|ร้อย|พัน|หมื่น|แสน|ล้าน"
_IN_WORDS = rf"(?:{_DIGIT_WORD})+"


def _say_twice(found: re.Match[str]) -> str:
    """Say a figure once whose words stand beside it in brackets; where they differ, nobody can know which is meant."""
    if number(found["figure"]) != found["words"].replace("หนึ่งสิบ", "สิบ"):
        raise Unspeakable(found[0])
    return found["figure"] + found["space"]


def _say_words_first(found: re.Match[str]) -> str:
    if number(found["figure"]) != found["words"]:
        raise Unspeakable(found[0])
    return found["words"] + " "


def _say_inches(found: re.Match[str]) -> str:
    """Say the mark of inches or feet, which is a closing quotation mark only where one was opened."""
    mark, before = found["mark"], found.string[: found.start()]
    opened = (
        before.count("“") > before.count("”") if mark == "”" else len(re.findall(rf"(?<![\d½¼¾⅓⅔]){mark}", before)) % 2
    )
    if opened and mark not in "″′":
        return found[0]
    unit = "ฟุต" if mark in "'′" else "นิ้ว"
    return f"{found['figure']}{unit}"


_SIDES = dict.fromkeys("-–−", "ลบ") | {"+": "บวก"}

INCHES = (
    Rule("sign", re.compile(r"\d+(?:\.\d+)?\s?°\s?\d+(?:\.\d+)?\s?['’′][^ก-๎\n]*"), ask, needs="°"),
    Rule(
        "measure",
        re.compile(
            rf"(?P<figure>(?<![\d.,])(?:{NUMBER}(?:\s\d/\d|[½¼¾⅓⅔])?|[½¼¾⅓⅔]))\s?(?P<mark>\"|″|”|′|'(?!\w))(?=$|[\s,)/]|[xX×]|[ก-ฮเ-ไ])"
        ),
        _say_inches,
    ),
)
"""Before quotation marks go."""


def _equals(found: re.Match[str]) -> str:
    """Say = as เท่ากับ before a figure, and as คือ before words that explain."""
    if found["two"]:
        return f"{found['one'].strip()} เท่ากับ {found['two']}"
    return f"{found['one'].strip()} คือ "


_CALLED = {re.sub("(?:คม|ยน|พันธ์)$", "", month): month for month in MONTHS}
"""Months as they are called for short, which a figure before them gives away: 1 มกรา."""

_UNDOTTED_MONTHS = {short.replace(".", ""): short for short in SHORT_MONTHS}
_OPEN_MONTHS = {short.rstrip("."): short for short in SHORT_MONTHS}
_SHORT_YEAR = r"[5-7]\d(?![\d.,])"
"""Months without their dots, มค. 68 and เม.ย 68, which a day before them and a year behind give away."""
_ITEM = re.compile(r"(?:ข้อ|หมวด|หัวข้อ|ตัวชี้วัด|ที่|เวอร์ชัน|บท|ตอน|แบบ)\s*$")


_SIZES = {"ย": "ยาว", "ส": "สูง", "น": "หนา", "ล": "ลึก"}
_AMOUNT_BEFORE = re.compile(rf"\d\s?(?:{_GREAT})?\s?$")
_OTHER_BEFORE = re.compile(r"(?:[A-Za-z]|\d |ล้าน )$")


def _say_money(found: re.Match[str]) -> str:
    """Say a currency behind its amount; a sign that belongs to the figure before it is left."""
    if _OTHER_BEFORE.search(found.string, 0, found.start()):
        return found[0]
    return f"{found['many']} {_CURRENCIES[found['sign']]}"


def _say_sizes(found: re.Match[str]) -> str:
    """Say the letters of a size: กxยxส is กว้าง คูณ ยาว คูณ สูง, and so is the ก of ก 1.2 x ย 2.4."""
    if found["by"] is None:
        return "กว้าง "
    return "กว้าง คูณ ยาว" + (" คูณ สูง" if found["by"][-1] in "สล" else "")


_OF_A_SAMPLE = r"(?:g|ml|mL|cc|L|kg|m³|m3|กรัม|มล\.|ล\.|ลิตร|ซีซี|กก\.|ตร\.|ลบ\.)(?![A-Za-z])"
"""What germs are counted in: MPN/100 มล., CFU/g."""
_INSURES = re.compile(r"ประกัน|กรมธรรม์")


def _say_plus(found: re.Match[str]) -> str:
    """Say the + of a class of insurance, 2+; elsewhere it is a lower bound."""
    return f"{found[1]}{found[2]} พลัส" if _INSURES.search(found.string) else found[0]


def _say_each(found: re.Match[str]) -> str:
    """Say what is counted again where each gets something, also a short form of it: 3 ชม. ๆ ละ."""
    unit = MEASURES.get(found[2], found[2])
    return f"{found[1]}{unit} {unit}ละ"


def _say_dotted_date(found: re.Match[str]) -> str:
    """Say a day with dots, 12.08.2568, that is no item of a list; with two figures for the year it may be either."""
    if re.search(r"[\d.,/]$", found.string[: found.start()]):
        return found[0]
    is_day = 1 <= int(found["day"]) <= _LAST_DAY and 1 <= int(found["month"]) <= len(MONTHS)
    before = found.string[: found.start()]
    dated = bool(re.search(r"(?:วันที่|ลว\.|ลงวันที่|เมื่อ|ณ)\s*$", before))
    if not is_day or (_ITEM.search(before) and not dated):
        return found[0]
    if len(found["year"]) == len("00") and not dated:
        raise Unspeakable(found[0])
    return f"{found['day']}/{found['month']}/{found['year']}"


_LAST_DAY = 31

MARKS = (
    Rule(
        "measure",
        re.compile(r"(?:(?<=\d\.\d)|(?<=\d\.\d\d))\s?([NE])(?![A-Za-z])"),
        lambda found: f"องศา{_DIRECTIONS[found[1]]}",
        needs=".",
    ),
    Rule(
        "date",
        re.compile(rf"(?<=\d)(\s?)({'|'.join(_CALLED)})(?![{THAI}])"),
        lambda found: found[1] + _CALLED[found[2]],
    ),
    Rule("compared", re.compile(r"((?:ชั้น|ประกัน(?:ภัย)?|เบอร์|รุ่น|หรือ|และ)\s?)([2-5])\+(?!\d)"), _say_plus, needs="+"),
    Rule("for each", re.compile(r"(?<=[A-Z]{2})\s?/\s?g(?![A-Za-z])"), "ต่อกรัม", needs="/"),
    Rule(
        "duration",
        re.compile(rf"(\d\s?)ด\.(?=\s*[(\[]?\s*(?:{'|'.join(map(re.escape, (*MONTHS, *SHORT_MONTHS)))}))"),
        r"\1เดือน",
        needs="ด.",
    ),
    Rule("for each", re.compile(rf"(?<=[A-Z]{{2}})\s?/\s?(?=(?:\d+\s?)?{_OF_A_SAMPLE})"), "ต่อ ", needs="/"),
    Rule("for each", re.compile(r"(?<=\d)\s?/\s?(?=(?:แสน|หมื่น|พัน|ล้าน)(?:คน|ประชากร|(?![ก-๎])))"), " ต่อ", needs="/"),
    Rule("sign", re.compile(r"(?<![A-Za-z])[wvWV]/[wvWV](?![A-Za-z])"), ask, needs="/"),
    Rule("operator", re.compile(r"(?<=%)\s*\+\s*(?=[ก-ฮเ-ไ])"), " บวก ", needs="+"),
    Rule("compared", re.compile(r"(\d\s?(?:ปี|ขวบ|คน|วัน|บาท(?!\+\s?[ก-ฮเ-ไ])))\+(?!\d|[ก-ฮเ-ไ])"), r"\1ขึ้นไป", needs="+"),
    Rule(
        "each",
        re.compile(rf"(\d\s*)((?:ชม|กม|กก|มล|ตร\.ม|ตร\.ว|ลบ\.ม)\.|[{THAI}]{{2,14}})\s?ๆ\s?ละ"),
        _say_each,
        needs="ๆ",
    ),
    Rule(
        "twice",
        re.compile(rf"(?P<figure>(?<![\d.,/]){NUMBER})\s*\(\s*(?P<words>{_IN_WORDS})\s*\)(?P<space>\s*)"),
        _say_twice,
        needs="(",
    ),
    Rule(
        "twice",
        re.compile(rf"(?<![{THAI}])(?P<words>{_IN_WORDS})\s*\(\s*(?P<figure>{NUMBER})\s*\)\s*"),
        _say_words_first,
        needs="(",
    ),
    Rule(
        "twice",
        re.compile(rf"\(\s*(?P<figure>{NUMBER})\s*\)\s*(?P<words>{_IN_WORDS})(?![{THAI}])\s*"),
        _say_words_first,
        needs="(",
    ),
    Rule("about", re.compile(r"(?:ประมาณ|ราว)\s*[~≈∼≅]\s*(?=\d)"), "ประมาณ "),
    Rule("field", re.compile(rf"(?<![{THAI}.])ว\.?\s?/\s?ด\.?\s?/\s?ป\.?(?![{THAI}])"), "วัน เดือน ปี", needs="/"),
    Rule("about", re.compile(r"(?<![\d~])\s*[~≈∼≅]\s*(?=\d)"), " ประมาณ "),
    Rule("operator", re.compile(r"(?<![\dA-Za-z)+])\+\s?(?=\d)(?!\+|\s?66)"), "บวก", needs="+"),
    Rule("operator", re.compile(rf"(?<=[{THAI}.])\s*\+\s*(?=[ก-ฮเ-ไ])"), " บวก ", needs="+"),
    Rule("operator", re.compile(r"(?<![A-Za-z])([A-F])\+(?!\w)"), r"\1 บวก", needs="+"),
    Rule("operator", re.compile(r"(?P<one>\d\s*|)(?<!=)=(?!=)\s*(?P<two>[-+]?\d|)"), _equals, needs="="),
    Rule("sign", re.compile(rf"(?<![\d,.])\d[\d,.]*\s?[{THAI}%]*\s*(?:[→⇒➜➔⇨]|[-=]>)\s*(?=\d)"), ask),
    Rule(
        "measure",
        re.compile(
            rf"ก(?<![{THAI}]ก)(?:\s?(?P<by>[xX×]\s?ย(?:\s?[xX×]\s?[สล])?)(?![{THAI}])|\.?\s?(?=\d[\d.]*\s*(?:ม\.?|ซม\.?)?\s*[xX×]\s*ย))"
        ),
        _say_sizes,
    ),
    Rule("measure", re.compile(r"([xX×]\s*)([ยสนล])\.?\s?(?=\d)"), lambda found: f"{found[1]}{_SIZES[found[2]]} "),
    Rule("sign", re.compile("|".join(_SIGNS)), lambda found: _SIGNS[found[0]]),
    Rule(
        "date",
        re.compile(
            rf"(\d\s?)({'|'.join(_UNDOTTED_MONTHS)})(?:(?:\.|(?![{THAI}.]))\s?(?={_SHORT_YEAR}|2[45]\d\d(?!\d))|\.(?=\s|$))"
        ),
        lambda found: f"{found[1]}{_UNDOTTED_MONTHS[found[2]]} ",
    ),
    Rule(
        "date",
        re.compile(rf"(\d\s?)({'|'.join(map(re.escape, _OPEN_MONTHS))})(?![{THAI}.])"),
        lambda found: f"{found[1]}{_OPEN_MONTHS[found[2]]} ",
    ),
    Rule(
        "date",
        re.compile(
            rf"((?<![\d/.])\d{{1,2}})\s?/\s?({'|'.join(map(re.escape, (*SHORT_MONTHS, *MONTHS)))})\s?/\s?(?=\d\d)"
        ),
        r"\1 \2 ",
        needs="/",
    ),
    Rule(
        "date",
        re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>2[45]\d\d|[5-7]\d)(?![\d.])"),
        _say_dotted_date,
        needs=".",
    ),
    Rule("money", re.compile(r"(?<![A-Za-z])US\s\$"), "US$", needs="$"),
    Rule(
        "money",
        re.compile(rf"(?P<sign>US\$|[$€£¥₩₹])\s*(?P<many>{NUMBER}(?:\s*(?:{_GREAT}))?)(?:\s*ดอลลาร์(?:สหรัฐ)?)?"),
        _say_money,
    ),
    Rule(
        "money",
        re.compile(r"(?P<sign>US\$|[$€£¥₩₹])(?![A-Za-z]|\s?\d)"),
        lambda found: (
            f" {_CURRENCIES[found['sign']]}" if _AMOUNT_BEFORE.search(found.string, 0, found.start()) else found[0]
        ),
    ),
    Rule(
        "measure",
        re.compile(r"(?<=\d)\s?°\s?([NSEW])(?![A-Za-z])"),
        lambda found: f"องศา{_DIRECTIONS[found[1]]}",
        needs="°",
    ),
    Rule("sign", re.compile(r"(?<![A-Za-z])Rh\s?([-–−+])"), lambda found: f" อาร์เอช{_SIDES[found[1]]}", needs="Rh"),
    Rule(
        "sign",
        re.compile(r"((?:กรุ๊ป|หมู่)(?:เลือด|โลหิต)?\s*(?:AB|A|B|O))\s?([-–−+])(?!\w)"),
        lambda found: f"{found[1]} {_SIDES[found[2]]}",
    ),
    Rule("statistic", re.compile("ค่าเฉลี่ย\\s*\\((?:[xX]\u0304|X\u0305|x\u0305)\\)"), "ค่าเฉลี่ย"),
    Rule("statistic", re.compile("[xX]\u0304|X\u0305|x\u0305"), " ค่าเฉลี่ย "),
    Rule("measure", re.compile(r"(\d\s?)(?:ซม|เซนติเมตร)\.?²"), r"\1ตารางเซนติเมตร", needs="²"),
    Rule("measure", re.compile(r"(\d\s?)(?:กม|km)\.?²"), r"\1ตารางกิโลเมตร", needs="²"),
    Rule("measure", re.compile(r"(\d\s?)(?:ม|m|เมตร)\.?³"), r"\1ลูกบาศก์เมตร", needs="³"),
    Rule("measure", re.compile(rf"(?<![{THAI}.])ม\.?²"), "ตารางเมตร", needs="²"),
    Rule("measure", re.compile(r"°\s*F\b|℉"), "องศาฟาเรนไฮต์"),
    Rule("measure", re.compile(rf"°\s?ซ\.?(?![{THAI}])"), "องศาเซลเซียส", needs="°"),
    Rule("measure", re.compile(rf"(?<=\d)(\s?องศา)\s?ซ\.?(?![{THAI}])"), r"\1เซลเซียส", needs="องศา"),
)
