"""Written Thai becomes the words that a careful announcer says; a first edition, strict in what it does not know.

Formal full style. Spaces and line ends are left where they are pauses; nothing but Thai letters is left between them.
Rules: ราชบัณฑิตยสภา, "อ่านอย่างไรและเขียนอย่างไร", for each sign in the module that says it; brackets, page 10431.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator.thai import abbreviations as short
from generator.thai.dates import MONTHS
from generator.thai.digits import to_arabic
from generator.thai.figures import say_figures
from generator.thai.repeats import say_repeats
from generator.thai.unspeakable import Unspeakable

if TYPE_CHECKING:
    from generator.model import Name

__all__ = ["Unspeakable", "read_aloud", "spoken_name"]

_LETTER = "ก-ฮะ-ฺเ-ๅ็-๎"
_UNSEEN = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD])
_QUOTES = dict.fromkeys(map(ord, "“”„‘’\"'«»`"))
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|@[\w.-]+|\b[\w-]+(?:\.[a-z]{2,})+(?:/\S*)?", re.ASCII
)
_CHOICE = re.compile(r"(?:นะ)?ครับ\s*/\s*(?:นะ)?ค[่ะ]+|ค่ะ\s*/\s*ครับ")
_BRACKETS = re.compile(r"[(\[{]\s*([^()\[\]{}]*?)\s*[)\]}]")
_SHORT_FORM = re.compile(r"(?:[ก-ฮ]{1,5}\.\s?)+|[A-Za-z][A-Za-z0-9 .&-]*")
_LEFT_SHORT = re.compile(rf"(?<![{_LETTER}])(?:[ก-ฮ]{{1,5}}\.)+")
_FRACTIONS = {"½": "หนึ่งส่วนสอง", "¼": "หนึ่งส่วนสี่", "¾": "สามส่วนสี่"}
_TIME_WORD = "นาฬิกา|นาที"
_SPOKEN = re.compile(rf"[{_LETTER}\s]*")


@lru_cache(maxsize=4096)
def read_aloud(text: str) -> str:
    """Return the words to be said: Thai letters, spaces and line ends only.

    Raises `Unspeakable` for what must not be guessed at: an unknown abbreviation or Latin word, a web address, a letter
    of another script, ๆ after an unknown word, ครับ/ค่ะ left to choose. Signs and emoji that nobody says are dropped.
    """
    text = _plain(text)
    for undecided in (_CHOICE, _ADDRESS):
        found = undecided.search(text)
        if found:
            raise Unspeakable(found[0])
    text = _BRACKETS.sub(_say_brackets, text)
    text = _say_abbreviations(text)
    text = _say_latin(text)
    text = say_figures(text)
    text = say_repeats(text)
    return _words(text)


def spoken_name(name: Name) -> str:
    """Return how a person is called out: the title in full, then `read_as` or the name as it is spelled.

    Whoever owns the name decides how it is said, so `read_as` wins; its hyphens between syllables are not for the ear.
    """
    title = read_aloud(name.title)
    if not name.read_as:
        return title + read_aloud(f"{name.first} {name.last}")
    said = read_aloud(re.sub(rf"(?<=[{_LETTER}])[-.](?=[{_LETTER}])", "", name.read_as))
    return said if said.startswith(title) else title + said


def _plain(text: str) -> str:
    """Return the text with one way of writing each letter, Arabic digits, no quotes and nothing unseen.

    The space before an opening quotation mark is the printer's: no voice rests there.
    """
    text = unicodedata.normalize("NFC", text).translate(_UNSEEN)
    text = text.replace("ํา", "ำ").replace("เเ", "แ").replace("\r\n", "\n").replace("\r", "\n")
    for sign, words in _FRACTIONS.items():
        text = text.replace(sign, f" {words} ")
    text = re.sub(r"[^\S\n]+(?=[“‘«]|[\"'](?=\w))", "", text)
    return re.sub(r"[^\S\n]+", " ", to_arabic(text).translate(_QUOTES)).replace("…", " ")


def _say_brackets(found: re.Match[str]) -> str:
    """Leave out a short form in brackets, give a figure its คิดเป็น, and say anything else as an aside without วงเล็บ."""
    inside = found[1]
    if _SHORT_FORM.fullmatch(inside):
        return ""
    if re.match(r"ร้อยละ|[\d.,]+\s*(?:%|เปอร์เซ็นต์)", inside):
        return f" คิดเป็น{inside} "
    return f" {inside} "


def _say_abbreviations(text: str) -> str:
    """Write every abbreviation out; those with several meanings by what stands around them."""
    if "ร.น." in text:
        for written, said in short.NAVAL.items():
            text = text.replace(written, said)
    text = re.sub(r"จ\.\s*[-–]\s*ศ\.", "วันจันทร์ ถึงวันศุกร์", text)
    text = _MEASURED.sub(lambda m: m[1] + short.MEASURES[m[2]], text)
    text = re.sub(r"(\d\s*)ม\.(?!\s*\d|[ก-ฮ]+\.)", r"\1เมตร", text)
    text = re.sub(rf"(?<![{_LETTER}.])(ชั้น\s*)ม\.?\s*(?=\d)", "มัธยมศึกษาปีที่", text)
    text = re.sub(rf"(?<![{_LETTER}.])(?:ชั้น\s*)?ป\.?\s*(?=\d)", "ประถมศึกษาปีที่", text)
    text = re.sub(rf"(?<![{_LETTER}.])(?:หมู่|ม\.)\s*(?=\d)", "หมู่ที่", text)
    text = re.sub(r"ว่าที่\s+(?=[ก-ฮ]\.)", "ว่าที่", text)
    text = re.sub(rf"โทร(?![{_LETTER}.])", "โทรศัพท์", text)
    text = re.sub(rf"อบต(?![{_LETTER}.])", short.OFFICES["อบต."], text)
    return _abbreviation().sub(_expand, text)


def _any_of(table: dict[str, str]) -> str:
    """Return a pattern of a table's keys, longest first."""
    return "|".join(re.escape(written) for written in sorted(table, key=len, reverse=True))


_MEASURED = re.compile(r"(\d\s*)(" + _any_of(short.MEASURES) + r")(?![ก-ฮ]+\.)")
_LATIN = re.compile(r"(?<![A-Za-z])(?:" + _any_of(short.LATIN) + r")(?![A-Za-z])", re.IGNORECASE)


@cache
def _abbreviation() -> re.Pattern[str]:
    """Return one pattern of all abbreviations, longest first; a single letter must stand free, as อ. in อ.รัษฎา does."""
    single = {written: said for written, said in short.ABBREVIATIONS.items() if re.fullmatch(r"[ก-ฮ]\.", written)}
    longer = {written: said for written, said in short.ABBREVIATIONS.items() if written not in single}
    return re.compile(
        rf"(?P<long>(?<![ก-ฮ]\.)(?:{_any_of(longer)}))|(?P<single>(?<![{_LETTER}.])(?:{_any_of(single)})) ?"
    )


def _expand(found: re.Match[str]) -> str:
    return short.ABBREVIATIONS[found["long"] or found["single"]]


def _say_latin(text: str) -> str:
    text = re.sub(r"(\d\s?)(km|kg|cm|mm|ml)\b", lambda m: m[1] + short.LATIN_MEASURES[m[2]], text, flags=re.ASCII)
    text = re.sub(r"°\s*C\b|℃", "องศาเซลเซียส", text)
    text = _LATIN.sub(lambda found: short.LATIN[found[0].lower()], text)
    return re.sub(r"[A-Za-z]+", _say_letters, text)


def _say_letters(found: re.Match[str]) -> str:
    """Say a short row of capitals letter by letter; any other Latin word is unknown."""
    word = found[0]
    if (word.isupper() and len(word) <= 6) or len(word) == 1:  # noqa: PLR2004 - ITA, LPA, ISO, GPS, OTP
        return "".join(short.LATIN_LETTERS[letter] for letter in word.upper())
    raise Unspeakable(word)


def _words(text: str) -> str:
    """Return the text without signs; those that stand for a word are said, a leftover that is a letter is a fault."""
    text = text.replace("&", "และ").replace("และ/หรือ", "และหรือ")
    text = re.sub(r"(บาท|คน|ครั้ง|เมตร|ลิตร)\s*/\s*(?=วัน|เดือน|ปี|คน|ครั้ง|ชั่วโมง|นาที|ไร่)", r"\1ต่อ", text)
    text = re.sub(rf"(?<=[{_LETTER}])\s*/\s*(?=[{_LETTER}])", "หรือ", text)
    text = re.sub(rf"((?:{_TIME_WORD}|{'|'.join(MONTHS)}))\s*[-–—]\s*", r"\1 ถึง", text)
    text = re.sub(r"(วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)|จันทร์)\s*[-–—]\s*", r"\1 ถึง", text)
    text = re.sub(r"\s*[-–—]\s*(?=วันที่)", " ถึง", text)
    left = _LEFT_SHORT.search(text)
    if left:
        raise Unspeakable(left[0])
    text = "".join(letter if _SPOKEN.fullmatch(letter) else _sign(letter) for letter in text)
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def _sign(letter: str) -> str:
    """Return the pause that a sign is; raises `Unspeakable` for a letter or figure of another script."""
    if unicodedata.category(letter)[0] in "LMN" or unicodedata.category(letter) == "Co":
        raise Unspeakable(letter)
    return " "
