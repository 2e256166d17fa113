"""Latin writing: words of a table, measures, and initials letter by letter; capitals that are a word are asked about.

Initials cannot be pronounced: they have no vowel, or begin or end as no English word does (CCTV, HACCP). What looks
like a word, in capitals too, is said as one if the table knows it, and never spelled: STRONG, TO BE NUMBER ONE.
"""

from __future__ import annotations

import re

from generator.thai.aloud.draft import Draft, Rule
from generator.thai.aloud.latin_words import MEASURES, WORDS
from generator.thai.unspeakable import Unspeakable
from generator.thai.words import THAI

LETTERS = {
    "A": "เอ", "B": "บี", "C": "ซี", "D": "ดี", "E": "อี", "F": "เอฟ", "G": "จี", "H": "เอช", "I": "ไอ",
    "J": "เจ", "K": "เค", "L": "แอล", "M": "เอ็ม", "N": "เอ็น", "O": "โอ", "P": "พี", "Q": "คิว", "R": "อาร์",
    "S": "เอส", "T": "ที", "U": "ยู", "V": "วี", "W": "ดับเบิลยู", "X": "เอกซ์", "Y": "วาย", "Z": "แซด",
}  # fmt: skip

_UNITS = sorted(
    {*MEASURES, *(unit.upper() for unit in MEASURES if unit not in ("g", "m", "w", "v"))} - {"mb", "gb"},
    key=len,
    reverse=True,
)
_MEASURED = re.compile(
    rf"(\d\s?)({'|'.join(_UNITS)}|mb|gb|Ah|mAh|kW|kWh|kWp|MW|Mbps|Gbps|hPa|kHz|MHz|GHz|Hz|dB|mmHg|dL|kVA|kV|mL|[WV])(?![A-Za-z\d²³]|-[A-Za-z])"
)
_PER = re.compile(
    r"(?<=[ก-๎])\s*/\s*(dl|dL|ml|mL|kg|m³|m3|m²|m2|km|mm³|mm3|ha|l|L|hr|h|min|s|day|week|month|year)(?![A-Za-z\d])"
)
_PERIODS = {"l": "ลิตร", "hr": "ชั่วโมง", "h": "ชั่วโมง", "min": "นาที", "s": "วินาที", "day": "วัน"} | {
    "week": "สัปดาห์", "month": "เดือน", "year": "ปี", "ha": "เฮกตาร์", "m3": "ลูกบาศก์เมตร",
    "mm3": "ลูกบาศก์มิลลิเมตร", "mm³": "ลูกบาศก์มิลลิเมตร",
}  # fmt: skip
_ANY = "|".join(re.escape(word) for word in sorted(WORDS, key=len, reverse=True))
_WORD = re.compile(rf"(?<![A-Za-z])(?=[A-Za-z7])(?<!\d)(?:{_ANY})(?![A-Za-z]|(?<=\d)\d)", re.IGNORECASE)
_AMPERES = re.compile(r"((?:ไฟ|แอมป์|เบรกเกอร์|มิเตอร์|ปลั๊ก|ฟิวส์|สวิตช์)[^\n]{0,24}?\d\s?)A(?![A-Za-z])")

_BEGINNINGS = frozenset((
    "BL", "BR", "CH", "CL", "CR", "DR", "DW", "FL", "FR", "GH", "GL", "GN", "GR", "KN", "PH", "PL", "PR",
    "QU", "RH", "SC", "SCH", "SCR", "SH", "SHR", "SK", "SL", "SM", "SN", "SP", "SPH", "SPL", "SPR", "SQU",
    "ST", "STR", "SW", "TH", "THR", "TR", "TW", "WH", "WR",
))  # fmt: skip
_ENDINGS = frozenset((
    "CH", "CK", "CT", "FF", "FT", "GH", "GN", "LD", "LF", "LK", "LL", "LM", "LP", "LS", "LT", "MB", "MN",
    "MP", "MS", "NC", "NCH", "ND", "NG", "NGS", "NK", "NS", "NT", "NTS", "PS", "PT", "RB", "RC", "RCH", "RD",
    "RF", "RK", "RL", "RM", "RN", "RP", "RS", "RST", "RT", "RTS", "RTH", "SH", "SK", "SM", "SP", "SS", "ST",
    "TCH", "TH", "TS", "TT", "TZ", "WN", "WS", "WL", "XT", "ZZ", "DS", "GS", "KS", "BS", "NGTH", "GHT",
))  # fmt: skip
_CLUSTERS = re.compile(r"([^AEIOUY]*)[AEIOUY].*?([^AEIOUY]*)")
_INITIALS = 3
"""Up to so many capitals are initials, unless the table has them as a word."""

_MOST_LETTERS = 6


_COUNTED = {"1": "วัน", "2": "ทู", "3": "ทรี", "4": "โฟร์", "5": "ไฟฟ์"}
"""Figures as they are called in English: 3 in 1."""


def say_latin(draft: Draft) -> None:
    """Say the Latin words and measures of a draft; a word that is in no table is refused."""
    if _LATIN.search(draft.text):
        draft.apply(_RULES)


_LATIN = re.compile("[A-Za-z°℃²]|7-11")


def spell(letters: str) -> str:
    """Return Latin letters by their names, without a pause."""
    return "".join(LETTERS[letter] for letter in letters.upper())


def _say_letters(found: re.Match[str]) -> str:
    """Say initials letter by letter; an x between figures is left, any word among them is asked about as a whole."""
    if found[1] and re.search(r"\d\s*$", found.string[: found.start()]):
        return found[0]
    said = [
        spell(part.removesuffix("s")) if part.isalpha() and _is_initials(part) else part
        for part in re.split("([ -])", found[0])
    ]
    if any(re.search("[A-Za-z]", part) for part in said):
        raise Unspeakable(_whole(found))
    return "".join(said)


def _whole(found: re.Match[str]) -> str:
    """Return what was found with the figures and signs that stand close to it: 7-Twelve is one name."""
    before = re.search(r"(?:[\d.+-]*[\d+-])?$", found.string[: found.start()])
    after = re.match(r"(?:[\d+-]+(?!\s*[ก-๎]))?", found.string[found.end() :])
    return (before[0] if before else "") + found[0] + (after[0] if after else "")


def _say_dotted(found: re.Match[str]) -> str:
    """Say initials with dots; those that make a word may be one: D.A.R.E."""
    letters = re.sub(r"[.\s]", "", found[0])
    if not _is_initials(letters):
        raise Unspeakable(found[0].strip())
    return spell(letters) + " "


def _is_initials(word: str) -> bool:
    """Return whether a word is read letter by letter: capitals that nobody can pronounce, or few of them."""
    if len(word) == 1:
        return True
    capitals = word.removesuffix("s") if len(word) > _INITIALS - 1 else word
    if not capitals.isupper() or len(capitals) > _MOST_LETTERS:
        return False
    return len(capitals) <= _INITIALS or not (_can_be_pronounced(capitals) or _ENDS_IN_A_WORD.search(capitals))


_ENDS_IN_A_WORD = re.compile("[B-DF-HJ-NP-TV-XZ][AEIOU][B-DF-HJ-NP-TV-XZ]{1,2}$")
"""KBANK and STIHL are said as names; what ends in two vowels or none, NHSO and HDPE, is spelled."""


def _can_be_pronounced(capitals: str) -> bool:
    found = _CLUSTERS.fullmatch(capitals)
    if found is None:
        return False
    first, last = found.groups()
    return (len(first) <= 1 or first in _BEGINNINGS) and (len(last) <= 1 or last in _ENDINGS)


_SIZE = r"(?:\d?X{0,3}[SL]|M)"


def said_in_latin(words: str) -> str:
    """Return how Latin words are said, by the table or as initials; nothing for words that nobody knows."""
    said = MEASURES.get(words.lower()) or _WORD.sub(lambda found: WORDS[found[0].lower()], words)
    parts = re.split("([A-Za-z]+)", said)
    if any(part.isascii() and part.isalpha() and not _is_initials(part) for part in parts):
        return ""
    return "".join(spell(part) if part.isascii() and part.isalpha() else part for part in parts)


_RULES = (
    Rule("range", re.compile(r"(?<![A-Za-z\d])(([A-Za-z])\d{1,3})\s?[-–]\s?(?=\2\d{1,3}(?!\d))"), r"\1 ถึง"),
    Rule(
        "range",
        re.compile(
            r"((?:กลุ่ม|โซน|ชั้น|เกรด|ระดับ|ห้อง|แถว|ชุด|ประเภท|อาคาร|รหัส|ช่อง)\s?[A-Z])\s?[-–]\s?(?=[A-Z](?![A-Za-z\d-]))"
        ),
        r"\1 ถึง",
    ),
    Rule("range", re.compile(rf"(?<![A-Za-z\d])({_SIZE})\s?[-–]\s?(?=\d?X{{0,3}}L(?![A-Za-z]))"), r"\1 ถึง", needs="L"),
    Rule("measure", _AMPERES, r"\1แอมแปร์"),
    Rule("measure", _MEASURED, lambda found: found[1] + MEASURES[found[2].lower()]),
    Rule("measure", re.compile(r"(\d\.\d\s?)L(?![A-Za-z])"), r"\1ลิตร", needs="L"),
    Rule("measure", _PER, lambda found: "ต่อ" + (MEASURES | _PERIODS)[found[1].lower()]),
    Rule("operator", re.compile(rf"(?<=[{THAI}])\s?[xX]\s?(?=\d)"), " คูณ"),
    Rule("measure", re.compile(r"°\s*C\b|℃"), "องศาเซลเซียส"),
    Rule("measure", re.compile(r"องศา\s?C(?![A-Za-z])"), "องศาเซลเซียส", needs="องศา"),
    Rule("measure", re.compile(r"((?:อุณหภูมิ|ไข้|BT)[^\d\n]{0,16}\d\d(?:\.\d)?\s?)C(?![A-Za-z])"), r"\1องศาเซลเซียส"),
    Rule("code", re.compile(r"(?<=[A-Z])\.(?=\d)"), "จุด", needs="."),
    Rule(
        "latin",
        re.compile(r"(?<![\dA-Za-z])([1-5])\s?[Ii][Nn]\s?(1)(?![\dA-Za-z])"),
        lambda found: f"{_COUNTED[found[1]]}อินวัน",
    ),
    Rule("latin", _WORD, lambda found: WORDS[found[0].lower()]),
    Rule("capitals", re.compile(r"(?<![A-Za-z])(?:[A-Z]\.\s?){2,}(?:[A-Z](?![A-Za-z]))?"), _say_dotted),
    Rule("capitals", re.compile(r"(?<![A-Za-z])([xX])(?=\s*\d)|[A-Za-zÀ-ɏ]+(?:[ -][A-Za-zÀ-ɏ]+)*"), _say_letters),
    Rule("measure", re.compile("°"), "องศา"),
)
