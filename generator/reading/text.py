"""Makes written text fit for every press: drops what nobody sees, refuses what no font draws; judges no content."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from generator import jawi
from generator.problems import Text
from generator.reading.tree import Saying
from generator.reading.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

ALLOWED = (
    *range(0x20, 0x7F),
    *range(0xA1, 0xAD),
    *range(0xAE, 0xB5),
    *range(0xB6, 0x100),
    *range(0xE01, 0xE3B),
    *range(0xE3F, 0xE5C),
    *map(ord, "–—‘’“”•…™"),
    *map(ord, jawi.LETTERS + jawi.SIGNS),
)
"""Every letter that a record may hold; a test holds that each font of ours draws them all."""

_REFUSED = re.compile(f"[^\\n{re.escape(''.join(map(chr, ALLOWED)))}]")

_SILENT = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0x2060, 0xFEFF, 0xAD)) | {
    **dict.fromkeys((0x09, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
    **dict.fromkeys((0x2010, 0x2011), "-"),
}
"""What comes along when text is pasted from a word processor: joiners and direction marks without width are dropped,
odd spaces and hyphens become plain ones. None of it can be seen, and all of it breaks search."""

_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}

_HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffd-\uffff]")
"""What may not even stand in a file's name: it would act in a terminal, or show another name than is meant."""

_DRAWN_SHAPE = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
"""An Arabic letter or word stored as a presentation form, as old programs did."""

_FULL_WIDTH = range(0xFF01, 0xFF5F)
"""The full-width forms of `!` to `~` that East Asian keyboards type."""

_SPLIT_AM = re.compile("([\u0e48-\u0e4b]?)\u0e4d([\u0e48-\u0e4b]?)\u0e32")

_TONES, _SHORT = "\u0e48-\u0e4b", "\u0e31\u0e34-\u0e39\u0e47\u0e4d"
_MARK = f"{_SHORT}\u0e3a\u0e33{_TONES}\u0e4c\u0e4e"
_MARKS = re.compile(f"[{_MARK}]{{2,}}")
_STACK = re.compile(f"(?P<tones>[{_TONES}\u0e4c])(?P<vowel>[{_SHORT}])|\u0e33(?P<late>[{_TONES}])")
_CLUSTER = re.compile(
    f"[ก-ฮ](?:[{_SHORT}][{_TONES}]?|[\u0e34\u0e38\u0e39]\u0e4c|[{_TONES}]?\u0e33|[{_TONES}]|[\u0e3a\u0e4c\u0e4e])?"
)
"""A letter with the marks that Thai puts on it; the fonts draw these, and no others (`tools/thai_clusters.py`)."""
_LOOSE = re.compile(f"[^{_MARK}]?[{_MARK}]+")

_OLD_MARKS = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_OLD_FONTS = str.maketrans({
    0xF700: "ฐ", 0xF70F: "ญ", 0xF710: "\u0e31", 0xF711: "\u0e4d", 0xF712: "\u0e47",
    0xF89E: "ฐ", 0xF89A: "ญ", 0xF884: "\u0e31", 0xF899: "\u0e4d", 0xF889: "\u0e47",
    **dict(zip(range(0xF701, 0xF705), "\u0e34\u0e35\u0e36\u0e37", strict=True)),
    **dict(zip(range(0xF885, 0xF889), "\u0e34\u0e35\u0e36\u0e37", strict=True)),
    **dict(zip((*range(0xF705, 0xF70F), *range(0xF713, 0xF718)), _OLD_MARKS * 3, strict=True)),
    **{first + 3 * n: mark for n, mark in enumerate(_OLD_MARKS) for first in (0xF88A, 0xF88B, 0xF88C)},
    **dict(zip((*range(0xF718, 0xF71B), *range(0xF89B, 0xF89E)), "\u0e38\u0e39\u0e3a" * 2, strict=True)),
})  # fmt: skip
"""Shifted and cut letters that Thai fonts of the 1990s kept in the private use area, on Windows and on the Macintosh.

These are the letters that HarfBuzz lists for fonts without shaping rules.
"""

_SYMBOLS = range(0xF020, 0xF100)
"""Where Word keeps the letters of the fonts Symbol and Wingdings, from which it takes the bullets of its lists."""

INVISIBLE = "\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
"""Letters that make a wrong key look right."""


@lru_cache(maxsize=2048)  # each value is cleaned to be shown, to be compared and to be kept
def clean(written: str) -> str:
    """Return the text as it was meant: composed (NFC), without invisible letters, each cluster in its proper order.

    ํ with า looks like ำ, เ typed twice looks like แ, and a tone mark typed before its vowel or twice is drawn as if it
    were right; left alone, none of them would be found by a search.
    """
    text = unicodedata.normalize("NFC", written.replace("\r\n", "\n").translate(_SILENT).translate(_OLD_FONTS))
    text = _DRAWN_SHAPE.sub(lambda shape: _letters_of(shape[0]), text)
    text = _SPLIT_AM.sub("\\1\\2\u0e33", text).replace("\u0e40\u0e40", "\u0e41")
    text = _MARKS.sub(lambda marks: _ordered(marks[0]), text)
    return "\n".join(line.strip(" ") for line in text.split("\n")).strip("\n")


def _letters_of(shape: str) -> str:
    letters = unicodedata.normalize("NFKC", shape)
    return letters if set(letters) <= set(jawi.LETTERS) else shape


def _ordered(marks: str) -> str:
    """Return marks on one letter without doubles, vowel before tone, tone before ำ: nothing else can be meant."""
    before, after = "", "".join(dict.fromkeys(marks))
    while after != before:
        before = after
        after = _STACK.sub(
            lambda pair: f"{pair['late']}\u0e33" if pair["late"] else pair["vowel"] + pair["tones"], after
        )
    return after


def mended(written: str) -> tuple[str, str] | None:
    """Return the first run of Thai letters that `clean` spells anew, as (written, read), or None if there is none.

    White space and invisible letters are not a matter of spelling and are left out.
    """
    before = unicodedata.normalize("NFC", written.translate(_SILENT)).split()
    after = clean(written).split()
    return next(((old, new) for old, new in zip(before, after, strict=False) if old != new), None)


def is_mark(letter: str) -> bool:
    """Return whether a letter stands on another: a vowel or sign above or below, a tone mark, or ำ."""
    return re.fullmatch(f"[{_MARK}]", letter) is not None


def loose(text: str) -> Iterator[str]:
    """Yield once each stack of marks in a cleaned text that no Thai letter carries, with the letter before it."""
    found = (stack[0] for stack in _LOOSE.finditer(text) if not _CLUSTER.fullmatch(stack[0]))
    yield from dict.fromkeys(found)


def refused(text: str) -> Iterator[str]:
    """Yield once each letter of a cleaned text that no sheet can show."""
    yield from dict.fromkeys(_REFUSED.findall(text))


def harmful(name: str) -> Iterator[str]:
    """Yield once each letter of a file's name that is no letter but acts on what stands around it."""
    yield from dict.fromkeys(_HARMFUL.findall(name))


def without_harmful(name: str) -> str:
    """Return a file's name without the letters that were complained about."""
    return _HARMFUL.sub("", name)


def without_refused(text: str) -> str:
    """Return a cleaned text without the letters that were complained about, so that the reading can go on."""
    return clean(_REFUSED.sub("", text))


def about_mended(written: str, read: str) -> Saying:
    """Return what to say about a word that was read differently from how it was typed."""
    return say(
        f"“{written}” ลำดับสระกับวรรณยุกต์ไม่ถูกต้อง จึงอ่านเป็น “{read}”",
        f"the vowels and tone marks of “{written}” are in the wrong order, so it is read as “{read}”",
        f"พิมพ์ใหม่เป็น {read} แล้วคำเตือนนี้จะหายไป",
        f"type {read} again, and this warning goes away",
    )


def about_loose(stack: str) -> Saying:
    """Return what to say about marks that stand where no Thai word has them."""
    codes = " ".join(f"U+{ord(letter):04X}" for letter in stack)
    return say(
        f"“{stack}” ({codes}) มีสระหรือวรรณยุกต์ซ้อนกันหรือลอยอยู่ แบบที่ภาษาไทยไม่ใช้",
        f"“{stack}” ({codes}) has marks piled up or loose as no Thai word has them",
        "ลบคำนี้แล้วพิมพ์ใหม่",
        "delete the word and type it again",
    )


def about(letter: str) -> Saying:
    """Return what to say about a letter that is refused."""
    number = ord(letter)
    code = f"U+{number:04X}"
    if number in _BIDI:
        what = Text(f"อักขระกำกับทิศทางที่มองไม่เห็น {code}", f"an invisible direction mark, {code}")
    elif unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"}:
        what = Text(f"อักขระควบคุมที่มองไม่เห็น {code}", f"an invisible control character, {code}")
    elif number in _SYMBOLS:
        return say(
            f"มีเครื่องหมายหัวข้อของ Word {code} (แบบอักษร Symbol หรือ Wingdings) ติดมาด้วย",
            f"a bullet of Word came along, {code} of the font Symbol or Wingdings",
            "ลบออก หรือพิมพ์ • หรือ - แทน ถ้าเป็นรายการ ให้แยกเป็นข้อ ๆ ในไฟล์นี้",
            "delete it, or type • or - in its place",
        )
    elif unicodedata.category(letter) == "Co":
        what = Text(f"อักขระของแบบอักษรไทยรุ่นเก่า {code}", f"a letter of an old Thai font, {code}")
    elif letter == "\ufffd":
        what = Text(f"อักขระเสีย {code} (ตัวอักษรเดิมหายไปแล้ว)", f"a broken letter, {code} (the real one is lost)")
    elif number in _FULL_WIDTH:
        typed = chr(number - _FULL_WIDTH.start + ord("!"))
        return say(
            f"มีเครื่องหมาย {letter} แบบเต็มความกว้าง",
            f"there is a full-width {letter}",
            f"พิมพ์ {typed} ด้วยแป้นพิมพ์อังกฤษแทน",
            f"type a plain {typed}",
        )
    else:
        name = unicodedata.name(letter, "").lower()
        return say(
            f"มีอักขระ {letter} ({code}) ซึ่งแบบอักษรของระบบพิมพ์ไม่ได้",
            f"no font of ours can print {letter} ({code} {name})",
            "ลบออก หรือเขียนเป็นคำแทน",
            "delete it, or put it in words",
        )
    return Saying(
        Text(f"มี{what.th}", f"there is {what.en}"),
        Text("ลบข้อความช่วงนี้แล้วพิมพ์ใหม่ด้วยแป้นพิมพ์", "delete this part and type it again"),
    )
