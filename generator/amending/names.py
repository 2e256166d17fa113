"""A whole name in one cell, as it is pasted from Word, becomes title, first name and surname; somebody must agree.

Where a name begins cannot be known from its letters alone: นางนวล may be a Miss Nuan or somebody called นางนวล. Whoever
calls this shows what came of it before it is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.model.titles import is_rank
from generator.reading.text import clean
from generator.thai.ranks import BEFORE_A_NAME, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable

_FULL = (
    *TITLES.values(),
    *("เด็กชาย", "เด็กหญิง", "นาย", "นาง", "คุณหญิง", "ท่านผู้หญิง", "คุณ", "คุณครู", "ครู", "หมอ", "คุณหมอ", "อาจารย์"),
    *("พระครู", "พระมหา", "พระอธิการ", "พระปลัด", "พระสมุห์", "พระใบฎีกา", "พระ", "สามเณร", "แม่ชี", "หลวงพ่อ", "หลวงปู่", "ครูบา"),
    *("ฮัจยี", "ฮัจญี", "หัจญี", "หะยี", "ฮาญี", "ฮัจญะห์", "โต๊ะอิหม่าม", "อิหม่าม", "โต๊ะครู", "คอเต็บ", "บิลาล", "บาบอ", "ดาโต๊ะ"),
    *("อุสตาซ", "อุสตาส", "ซัยยิด", "ทันตแพทย์หญิง", "เภสัชกรหญิง", "สัตวแพทย์"),
)
_SHORT = (*TITLES, *(title for title in BEFORE_A_NAME if title[0] >= "ก"), "นสพ.", "กภ.", "พว.", "ทนพ.", "ทนพญ.")
_LATIN = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Assoc. Prof", "Asst. Prof")
_ARABIC = (
    *("الحاج", "حاج", "حاجي", "الأستاذ", "أستاذ", "استاذ", "اوستاذ", "السيد", "الدكتور", "دكتور", "د.", "الشيخ"),
    *("الإمام", "إمام", "امام", "توان", "چيق"),
)


def _any(titles: Iterable[str]) -> str:
    """Return a pattern for one of several titles, the longest first; behind a full stop a space may have slipped in."""
    longest = sorted(titles, key=len, reverse=True)
    return "|".join(r"\. ?".join(map(re.escape, title.split("."))).removesuffix(" ?") for title in longest)


_RANKS = frozenset(title for title in _FULL if is_rank(title))
_WITH = r"(?: ?\(?(?:พิเศษ|เกียรติคุณ|คลินิก)\)?)?(?: ?หญิง)?"
_BRIEF = rf"(?:{_any(_SHORT)}|น\. ?ส(?= )){_WITH}"
_ONE = rf"(?:{_any(_RANKS)}){_WITH}|{_BRIEF}|{_any({*_FULL} - _RANKS)}"
_STACK = re.compile(rf"(?P<title>(?:ว่าที่ ?)?(?:{_ONE})(?: ?{_BRIEF})*) ?(?=[ก-ฮเ-ไ])")
"""No Thai name begins with a vowel that stands on a letter or behind it."""
_LATIN_TITLE = re.compile(rf"(?P<title>(?:(?:{'|'.join(map(re.escape, _LATIN))})\b\.? ?)+)(?=[A-Zก-ฮเ-ไ])")
_ARABIC_TITLE = re.compile(rf"(?P<title>(?:(?:{'|'.join(map(re.escape, _ARABIC))}) ?)+) (?=\S)")
_NUMBERED = re.compile(r"^\(?[0-9๐-๙]{1,3}(?:[.)\-]+ *| +)|^[-•–*] *")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_ABBREVIATED = re.compile(r"(?<=\.) (?=\S+\.|หญิง)")
_LATIN_LAST = re.compile(r"\S+ (?P<last>(?:[a-z]\S* )*\S+)$")


class Divided(NamedTuple):
    """A name in its parts; what could not be told is empty."""

    title: str
    first: str
    last: str


def divide(written: str) -> Divided:
    """Return the title, first name and surname of a whole name on one line.

    Numbers of a list before it, odd spaces, letters without width and line ends within it are dropped. A surname may
    have several words (ณ ระนอง). Where nothing but a title is found, that is taken for a name.
    """
    text = " ".join(clean(_CONTROLS.sub(" ", written)).split())
    text = _NUMBERED.sub("", text)
    found = next(filter(None, (each.match(text) for each in (_STACK, _LATIN_TITLE, _ARABIC_TITLE))), None)
    title = _tidy(found["title"]) if found else ""
    bare = text[found.end() :].strip() if found else text
    if not bare:
        return Divided("", text, "")
    latin = _LATIN_LAST.search(bare) if bare.isascii() else None
    if latin and " " in bare:
        return Divided(title, bare[: latin.start("last")].strip(), latin["last"])
    first, _, last = bare.partition(" ")
    return Divided(title, first, last)


def _tidy(title: str) -> str:
    """Return a title as records have it: ranks and degrees in one, ว่าที่ apart from what is abbreviated."""
    text = title.strip()
    if text.isascii():
        return text
    text = _ABBREVIATED.sub("", text)
    text = f"{text}." if text == "น.ส" else text
    return re.sub(r"^ว่าที่ ?(?=\S*\.)", "ว่าที่ ", text)
