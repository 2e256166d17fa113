"""Makes written text fit for every press: drops what nobody sees, refuses what no font draws; judges no content."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

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
)
"""Every letter that a record may hold; a test holds that each font of ours draws them all."""

_REFUSED = re.compile(f"[^\\n{re.escape(''.join(map(chr, ALLOWED)))}]")

_SILENT = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD)) | {
    **dict.fromkeys((0x09, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
    **dict.fromkeys((0x2010, 0x2011), "-"),
}
"""What comes along when text is pasted from a word processor: joints without width go, odd spaces and hyphens become
plain ones. None of it can be seen, all of it spoils search."""

_BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}

_FULL_WIDTH = range(0xFF01, 0xFF5F)
"""The doubles of `!` to `~` that East Asian keyboards type."""

_SPLIT_AM = re.compile("([\u0e48-\u0e4b]?)\u0e4d([\u0e48-\u0e4b]?)\u0e32")

INVISIBLE = "\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
"""What makes a key look right and be wrong."""


def clean(written: str) -> str:
    """Return the text as it was meant: composed (NFC), without invisible letters, ำ and แ typed as one letter.

    ํ with า looks like ำ, and เ typed twice looks like แ; left alone, neither is found when somebody searches.
    """
    text = unicodedata.normalize("NFC", written.replace("\r\n", "\n").translate(_SILENT))
    text = _SPLIT_AM.sub("\\1\\2\u0e33", text).replace("\u0e40\u0e40", "\u0e41")
    return "\n".join(line.strip(" ") for line in text.split("\n")).strip("\n")


def refused(text: str) -> Iterator[str]:
    """Yield each letter of a cleaned text that no sheet can show, once."""
    yield from dict.fromkeys(_REFUSED.findall(text))


def without_refused(text: str) -> str:
    """Return a cleaned text without the letters that were complained about, so that the reading can go on."""
    return clean(_REFUSED.sub("", text))


def about(letter: str) -> Saying:
    """Return what to say about a letter that is refused."""
    number = ord(letter)
    code = f"U+{number:04X}"
    if number in _BIDI:
        what = Text(f"อักขระกำกับทิศทางที่มองไม่เห็น {code}", f"an invisible direction mark, {code}")
    elif unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"}:
        what = Text(f"อักขระควบคุมที่มองไม่เห็น {code}", f"an invisible control character, {code}")
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
        Text("ลบข้อความช่วงนี้แล้วพิมพ์ใหม่ด้วยแป้นพิมพ์", "delete this part and type it anew"),
    )
