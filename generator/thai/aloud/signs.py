"""Brackets, strokes, dashes and whatever is not a letter: said where a sign stands for a word, otherwise a pause.

Rules: ราชบัณฑิตยสภา, "อ่านอย่างไรและเขียนอย่างไร": brackets (legacy.orst.go.th, page 10431), the dash (10411, 10414).
"""

from __future__ import annotations

import re
import unicodedata

from generator.thai.aloud.readings import TOKENS
from generator.thai.dates import MONTHS
from generator.thai.unspeakable import Unspeakable
from generator.thai.words import THAI

_UNSEEN = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0xFE0E, 0xFE0F, 0x20E3])
_QUOTES = dict.fromkeys(map(ord, "“”„‘’\"'«»`"))
_FRACTIONS = {"½": "หนึ่งส่วนสอง", "¼": "หนึ่งส่วนสี่", "¾": "สามส่วนสี่", "⅓": "หนึ่งส่วนสาม", "⅔": "สองส่วนสาม"}
_CIRCLED = {0x2460 + value: f"{value + 1} " for value in range(20)}
_BRACKETS = re.compile(r"[(\[{]\s*([^()\[\]{}]*?)\s*[)\]}]")
_SHORT_FORM = re.compile(r"(?:[ก-ฮ]{1,5}\.\s?)+|[A-Za-z][A-Za-z0-9 .&-]*")
_SHARE = re.compile(r"ร้อยละ|[\d.,]+\s*(?:%|เปอร์เซ็นต์)")
_CLAUSE = re.compile(r"((?:มาตรา|ม\.|ข้อ)\s*\d+(?:/\d+)?)\s*\(\s*(\d{1,2}|[ก-ฮ])\s*\)")
_IN_WORDS = re.compile(rf"[{THAI}\s]*(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)บาท[{THAI}\s]*")
_LETTER_NAME = re.compile(rf"(?<![{THAI}])([ก-ฮ])(?![{THAI}])(?<![ณธ])")
_NAMED = re.compile(rf"(วงเล็บ)([ก-ฮ])(?![{THAI}])")

_WORDS = (
    (re.compile("&"), "และ"),
    (re.compile("และ\\s*/\\s*หรือ"), "และหรือ"),
    (re.compile(r"#(?=\w)"), "แฮชแท็ก"),
    (
        re.compile(
            r"(บาท|คน|ครั้ง|เมตร|ลิตร|กิโลกรัม|ชั่วโมง|นาที|ไร่|หน่วย|วัน|ใบ)\s*/\s*"
            r"(?=วัน|สัปดาห์|เดือน|ปี|คน|ราย|ครั้ง|ชั่วโมง|นาที|วินาที|ไร่|ตัว|หลัง|ครัวเรือน|กิโล|ลิตร|หน่วย|ตาราง|ลูกบาศก์|เมตร)"
        ),
        r"\1ต่อ",
    ),
    (re.compile(rf"(?<=[{THAI}{TOKENS}])\s*/\s*(?=[{THAI}{TOKENS}])"), "หรือ"),
    (re.compile(rf"((?:นาฬิกา|นาที|{'|'.join(MONTHS)}))\s*[-–—]\s*"), r"\1 ถึง"),
    (re.compile(r"(วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|จันทร์)\s*[-–—]\s*"), r"\1 ถึง"),
    (re.compile(r"\s*[-–—]\s*(?=ปัจจุบัน|วันที่|หมู่ที่|มัธยมศึกษาปีที่|ประถมศึกษาปีที่|อนุบาลปีที่|มาตรา)"), " ถึง"),
    (re.compile(r"(แรกเกิด)\s*[-–—]\s*"), r"\1 ถึง"),
    (_LETTER_NAME, r"\1อ"),
    (_NAMED, r"\1\2อ"),
)


def one_writing(text: str) -> str:
    """Return the text with one way of writing each letter, no quotes, nothing invisible; raises for a private letter.

    The space before an opening quotation mark is for the eye: no voice pauses there.
    """
    hidden = re.search(f"[{TOKENS}]", text)
    if hidden:
        raise Unspeakable(hidden[0])
    text = unicodedata.normalize("NFC", text).translate(_UNSEEN).translate(_CIRCLED)
    text = re.sub("ํ([่-๋]?)า", r"\1ำ", text).replace("เเ", "แ").replace("\r\n", "\n").replace("\r", "\n")
    for sign, words in _FRACTIONS.items():
        text = text.replace(sign, f" {words} ")
    text = re.sub(r"[^\S\n]+(?=[“‘«]|[\"'](?=\w))", "", text)
    return re.sub(r"[^\S\n]+", " ", text.translate(_QUOTES)).replace("…", " ")


def say_brackets(text: str) -> str:
    """Return the text without brackets, the innermost first; that of a clause is named: มาตรา 16 (9)."""
    text = _CLAUSE.sub(r"\1 วงเล็บ\2", text)
    text = re.sub(r"(?m)^(\s*)([กขคงฉชฌญฎฐดทธ])\.\s+", r"\1\2 ", text)
    while (opened := _BRACKETS.sub(_say_bracket, text)) != text:
        text = opened
    return text


def _say_bracket(found: re.Match[str]) -> str:
    """Leave out a short form and a sum said twice, give a share its คิดเป็น; the rest is an aside without วงเล็บ."""
    inside = found[1]
    if _SHORT_FORM.fullmatch(inside) or _IN_WORDS.fullmatch(inside):
        return ""
    return f" คิดเป็น{inside} " if _SHARE.match(inside) else f" {inside} "


def say_signs(text: str) -> str:
    """Return the text as Thai letters, spaces and line ends; a leftover that is a letter or figure is a fault."""
    for pattern, said in _WORDS:
        text = pattern.sub(said, text)
    text = re.sub(rf"[^{THAI}{TOKENS}\s]", _pause, text)
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def _pause(found: re.Match[str]) -> str:
    sign = found[0]
    if unicodedata.category(sign)[0] in "LMN":
        raise Unspeakable(sign)
    return " "
