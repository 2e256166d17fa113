"""Brackets, strokes, dashes and whatever is not a letter: said where a sign stands for a word, otherwise a pause.

Rules: ราชบัณฑิตยสภา, "อ่านอย่างไรและเขียนอย่างไร": brackets (legacy.orst.go.th, page 10431), the dash (10411, 10414).
"""

from __future__ import annotations

import re
import unicodedata

from generator.thai.abbreviations import MEASURES as ABBREVIATED_MEASURES
from generator.thai.aloud.counted import COUNTED
from generator.thai.aloud.draft import TOKENS, Draft, Rule, ask
from generator.thai.aloud.expanding import expanded
from generator.thai.aloud.latin import said_in_latin
from generator.thai.dates import MONTHS, SHORT_MONTHS
from generator.thai.unspeakable import Unspeakable
from generator.thai.words import THAI, words

_UNSEEN = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0xFE0E, 0xFE0F, 0x20E3])
_QUOTES = dict.fromkeys(map(ord, "“”„‘’\"'«»`"))
_FRACTIONS = {"½": "หนึ่งส่วนสอง", "¼": "หนึ่งส่วนสี่", "¾": "สามส่วนสี่", "⅓": "หนึ่งส่วนสาม", "⅔": "สองส่วนสาม"}
_CIRCLED = {0x2460 + value: f"{value + 1} " for value in range(20)}
_BRACKETS = re.compile(r"[(\[{]\s*([^()\[\]{}]*?)\s*[)\]}]")
_SHORT_FORM = re.compile(r"(?:[ก-ฮ]{1,5}\.\s?)+|[A-Za-z][A-Za-z .&-]*")
_SHARE = re.compile(r"ร้อยละ|[\d.,]+\s*(?:%|เปอร์เซ็นต์)")
_CLAUSE = re.compile(
    r"((?:มาตรา|ม\.|ข้อ)\s*\d+(?:[./]\d+)*(?:\s(?:ทวิ|ตรี|จัตวา|เบญจ|ฉ))?|วรรค(?:หนึ่ง|แรก|สอง|สาม|สี่|ห้า|ท้าย|สุดท้าย))\s*\(\s*(\d{1,2}|[ก-ฮ])\s*\)"
)
_IN_WORDS = re.compile(rf"[{THAI}\s]*(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)บาท[{THAI}\s]*")
_LETTER_NAME = re.compile(rf"(?<![{THAI}])([ก-ฮ])(?![{THAI}])(?<![ณธ])")
_NAMED = re.compile(rf"(วงเล็บ)([ก-ฮ])(?![{THAI}])")

_ANY_MONTH = "|".join(MONTHS)
_GOES_ON = (
    f"(?:(?:(?:ต้น|กลาง|ปลาย|สิ้น)?เดือน)?(?:{_ANY_MONTH})|วัน|เวลา|ปัจจุบัน|สิ้น|ต้น|ปลาย|เที่ยง"
    "|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่|ศูนย์)"
)
"""What the other end of a time or a month begins with."""
_WEEKDAY = "จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์"
_WORDS = (
    Rule("letter name", _LETTER_NAME, r"\1อ"),
    Rule("letter name", _NAMED, r"\1\2อ", needs="วงเล็บ"),
    Rule("sign", re.compile("&"), "และ", needs="&"),
    Rule("sign", re.compile(r"และ\s*/\s*หรือ"), "และหรือ", needs="/"),
    Rule("hashtag", re.compile(rf"#(?=[{THAI}{TOKENS}])"), "แฮชแท็ก", needs="#"),
    Rule("or", re.compile(rf"(?<=[{THAI}{TOKENS}])\s*/\s*(?=[{THAI}{TOKENS}])"), "หรือ", needs="/"),
    Rule("range", re.compile(rf"((?:นาฬิกา|นาที|{'|'.join(MONTHS)}))\s*[-–—]\s*(?={_GOES_ON})"), r"\1 ถึง"),
    Rule(
        "weekday",
        re.compile(
            rf"((?:(?<![{THAI}])(?:วัน)?(?:{_WEEKDAY})|วัน(?:{_WEEKDAY}))(?:ที่[{THAI}]+)?)\s*[-–—]\s*(?=(?:วัน)?(?:{_WEEKDAY}))"
        ),
        r"\1 ถึง",
    ),
    Rule(
        "range",
        re.compile(r"\s*[-–—]\s*(?=ปัจจุบัน|กิโลเมตรที่|(?:เช้า|บ่าย|เย็น|ค่ำ|คืน)?วันที่|หมู่ที่|มัธยมศึกษาปีที่|ประถมศึกษาปีที่|อนุบาลปีที่|มาตรา)"),
        " ถึง",
    ),
    Rule("time", re.compile(r"((?:(?<!ชั่ว)โมง|ทุ่ม|เที่ยง|ครึ่ง)(?:คืน|วัน|เช้า|เย็น|ตรง)?)\s*[-–—]\s*"), r"\1 ถึง"),
    Rule("time", re.compile(r"\s*[-–—]\s*(?=บ่าย\s|บ่ายโมง|เที่ยง(?:วัน|คืน)|ตี(?:หนึ่ง|สอง|สาม|สี่|ห้า)|หกโมง)"), " ถึง"),
    Rule(
        "time",
        re.compile(rf"(วัน(?:{_WEEKDAY}))\s*[-–—]\s*(?=(?:สิบ|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|ยี่สิบ|เอ็ด)+นาฬิกา)"),
        r"\1 ถึง",
    ),
    Rule("range", re.compile(r"(แรกเกิด)\s*[-–—]\s*"), r"\1 ถึง", needs="แรกเกิด"),
)


def one_writing(text: str) -> str:
    """Return the text with one way of writing each letter, nothing invisible; raises for a private letter."""
    hidden = re.search(f"[{TOKENS}]", text)
    if hidden:
        raise Unspeakable(hidden[0])
    text = unicodedata.normalize("NFC", text).translate(_UNSEEN).translate(_CIRCLED)
    text = re.sub("ํ([่-๋]?)า", r"\1ำ", text).replace("เเ", "แ").replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[^\S\n]+", " ", text)


QUOTES = (
    Rule("quoted", re.compile(r"(?<!\s[ก-ฮ])[^\S\n]+(?=[“‘«]|[\"'](?=\w))"), ""),
    Rule("quoted", re.compile("[“”„‘’\"'«»`]"), ""),
    Rule("sign", re.compile("…"), " "),
    Rule("fraction", re.compile(rf"(?<=\d)({'|'.join(_FRACTIONS)})"), lambda found: f"เศษ{_FRACTIONS[found[0]]} "),
    Rule("fraction", re.compile("|".join(_FRACTIONS)), lambda found: f" {_FRACTIONS[found[0]]} "),
)
"""Quotes are for the eye, and so is the space before them: no voice pauses there."""


def say_brackets(draft: Draft) -> None:
    """Take the brackets out of a draft, the innermost first; that of a clause is named: มาตรา 16 (9)."""
    if not _BRACKETED.search(draft.text):
        return
    draft.apply(_CLAUSES)
    before = ""
    while before != draft.text:
        before = draft.text
        draft.apply(_ASIDES)


_DAYS = re.compile(rf"(?:{'|'.join(map(re.escape, SHORT_MONTHS))}|(?:(?:จ|อ|พ|พฤ|ศ|ส|อา)\.\s?)+)")
"""Short forms of months and weekdays, which repeat nothing."""


_UNITS = {unit: said for unit, said in ABBREVIATED_MEASURES.items() if unit.endswith(".")}
_CONSONANTS = re.compile("[^ก-ฮ]")
_WEAK = 2
"""So few letters stand in every phrase; they must be those of the word right before: ดร.สมชาย (ม.อ.) is said."""
_PHRASE = 100
"""How far before its bracket the long form of a short one begins at most."""


def _repeats(inside: str, before: str) -> bool:
    """Return whether a bracket holds the short form or the foreign name of what stands before it.

    องค์การบริหารส่วนตำบล (อบต.) repeats, นายแดง (อสม.) does not. A short form that nobody knows repeats if its letters
    stand in the phrase before it, in order; a foreign name repeats if it is no word that is said in Thai, too.
    """
    if not _SHORT_FORM.fullmatch(inside) or _DAYS.fullmatch(inside):
        return False
    phrase = before[-_PHRASE:]
    if re.match("[A-Za-z]", inside):
        foreign = said_in_latin(inside)
        return foreign in phrase if foreign else bool(re.search(rf"[{THAI}]\s*$", phrase))
    said = expanded(inside.replace(" ", ""))
    if said is not None and len(_CONSONANTS.sub("", inside)) <= _WEAK:
        return said in phrase or _initials(inside, phrase.rstrip().rsplit(" ", 1)[-1])
    return (said is not None and said in phrase) or _initials(inside, phrase)


def _initials(short: str, phrase: str) -> bool:
    wanted, letters = _CONSONANTS.sub("", short), iter(_CONSONANTS.sub("", phrase))
    return len(wanted) > 1 and all(letter in letters for letter in wanted)


def _say_bracket(found: re.Match[str]) -> str:
    """Leave out a short form and a sum said twice, give a share its คิดเป็น; the rest is an aside without วงเล็บ."""
    inside = found[1]
    if _IN_WORDS.fullmatch(inside) or _repeats(inside, found.string[: found.start()]):
        return ""
    inside = _UNITS.get(inside, inside)
    return f" คิดเป็น{inside} " if _SHARE.match(inside) else f" , {inside} , "


def _pause(found: re.Match[str]) -> str:
    """Leave out what only divides or decorates; a sign that says something, a letter or a figure is asked about."""
    before, after = found.string[max(0, found.start() - 6) : found.start()], found.string[found.end() : found.end() + 6]
    for sign in found[0]:
        kind = unicodedata.category(sign)
        alone = found[0].count(sign) == 1 and bool(before.strip() and after.strip())
        if kind[0] in "LMN" or sign in _SAYS or (kind in ("Sm", "Sc", "Sk") and alone and sign not in _IDLE):
            raise Unspeakable(sign)
    return " "


_SAYS = frozenset("@↑↓▲▼⬆⬇")
_IDLE = frozenset("|→←↔⇒➜➔▶~^`¨´")
"""Signs of mathematics that stand between words as a line or an arrow does."""


_USUAL = 75
"""The highest cost, by the lexicon, of a word of bare consonants that is no abbreviation."""


def _only_a_word(found: re.Match[str]) -> str:
    """Leave bare consonants that are a word; others are an abbreviation without its dots: มท."""
    cut = words(found[0])
    if all(each.known for each in cut) and _COUNTS.search(found.string[: found.start()]):
        return found[0]
    if "อ" in found[0][1:] or (len(cut) == 1 and cut[0].cost < _USUAL):
        return found[0]
    raise Unspeakable(found[0])


_COUNTS = re.compile(r"(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|เอ็ด|ร้อย|พัน|หมื่น|แสน|ล้าน) $")
_BRACKETED = re.compile(r"[(\[{]")
_CLAUSES = (
    Rule("clause", _CLAUSE, r"\1 วงเล็บ\2"),
    Rule("clause", re.compile(r"(วงเล็บ(?:\d{1,2}|[ก-ฮ]))\s*[-–]\s*\(\s*(\d{1,2}|[ก-ฮ])\s*\)"), r"\1 ถึงวงเล็บ\2"),
    Rule("clause", re.compile(r"(วงเล็บ(?:\d{1,2}|[ก-ฮ]))\s*\(\s*(\d{1,2}|[ก-ฮ])\s*\)"), r"\1 วงเล็บ\2"),
)
_ASIDES = (Rule("aside", _BRACKETS, _say_bracket),)
ITEM_LETTERS = (
    Rule(
        "letter name",
        re.compile(r"((?:บริษัท|ห้าง|ร้าน|นาย|นาง|ทีม|โรงเรียน|ราย|สาย|แปลง)\s?)([กขคงจฉ])\.(?=\s+[ก-ฮเ-ไ]|\s*$|[,)])"),
        r"\1 \2 ",
    ),
    Rule("item", re.compile(r"(?m)^(\s*)([กขคงฉชฌญฎฐดทธ])\.\s+"), r"\1\2 "),
    Rule(
        "item", re.compile(r"(ข้อ|หมวด|ส่วน|กลุ่ม|แบบ|ประเภท|ชุด|ตอน|ภาค|ช่อง)(?:ย่อย)?\s*([ก-ฮ])\.(?=\s|$|[,)])"), r"\1 \2 "
    ),
    Rule(
        "item",
        re.compile(
            r"((?:ข้อ|หมวด|ส่วน|กลุ่ม|แบบ|ประเภท|ชุด|ตอน|ภาค)\s*[ก-ฮ](?:\s[ก-ฮ])*[\s,]+(?:(?:และ|หรือ|ถึง)\s*)?)([ก-ฮ])\.(?=[\s,]|$)"
        ),
        r"\1\2 ",
    ),
)
_FIGURE = "ศูนย์|หนึ่ง|สอง|โท|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่|เอ็ด|ร้อย|พัน|หมื่น|แสน|ล้าน"
_BETWEEN_FIGURES = re.compile(rf"[-–—:]\s*(?:ลบ)?(?:{_FIGURE})")
_AFTER_A_FIGURE = re.compile(rf"(?:{_FIGURE})\s*(?:{COUNTED}|ขวบ|เปอร์เซ็นต์)?\s*$")
"""A dash or a colon that no rule has said stands between two figures; nobody may leave it out."""


def _ask_between(found: re.Match[str]) -> str:
    """Ask about two figures with a sign between them, and leave a sign behind a word."""
    before = _AFTER_A_FIGURE.search(found.string[max(0, found.start() - _LONGEST_FIGURE) : found.start()])
    if before is None:
        return found[0]
    raise Unspeakable(before[0] + found[0])


_LONGEST_FIGURE = 24

SIGNS = (
    Rule(
        "sign",
        re.compile(
            r"(?:สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)(?:ศูนย์|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|เอ็ด)?\s*/\s*(?:ศูนย์|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่)"
        ),
        ask,
        needs="/",
    ),
    *_WORDS,
    Rule("sign", _BETWEEN_FIGURES, _ask_between),
    Rule("sign", re.compile(rf"[{THAI}]+\.[{THAI}]+"), ask, needs="."),
    Rule("sign", re.compile(rf"[^{THAI}{TOKENS}\s]+"), _pause),
    Rule("no word", re.compile(rf"(?<![{THAI}{TOKENS}])[ก-ฮ]{{2,3}}(?![{THAI}{TOKENS}])"), _only_a_word),
    Rule("pause", re.compile(r"[^\S\n]+"), " "),
    Rule("pause", re.compile(r"(?m)^[^\S\n]+|[^\S\n]+$"), ""),
    Rule("pause", re.compile(r"\A\s+|\s+\Z"), ""),
)
"""What is left becomes Thai letters, spaces and line ends; a leftover that is a letter or figure is a fault."""
