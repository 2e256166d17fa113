"""Internet addresses: nobody can write one down by ear, so they are refused unless they are to be spelled."""

from __future__ import annotations

import re

from generator.thai.aloud.draft import Rule
from generator.thai.aloud.latin import spell
from generator.thai.numbers import digit_by_digit
from generator.thai.unspeakable import Unspeakable

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\sก-๎]+|[\w.+-]+@[\w-]+\.[\w.-]+|@[\w.-]+|\b[\w-]+(?:\.[a-z]{2,})+(?:/[^\sก-๎]*)?", re.ASCII
)
_SIGNS = {
    ".": "ดอต", "/": "ทับ", "-": "ขีด", "_": "ขีดล่าง", "@": "แอต", ":": "ทวิภาค", "?": "เครื่องหมายคำถาม", "=": "เท่ากับ",
    "&": "แอนด์", "#": "ชาร์ป", "+": "บวก", "%": "เปอร์เซ็นต์", "~": "ทิลเดอ",
}  # fmt: skip
"""How the signs of an address are said: . is ดอต and @ is แอต in ราชบัณฑิตยสภา's glossary of computing."""

_PART = re.compile(r"[A-Za-z]+|\d+|.")


def _refuse(found: re.Match[str]) -> str:
    raise Unspeakable(found[0])


def _spell(found: re.Match[str]) -> str:
    """Spell an address without its scheme and without the full stop of the sentence that it ends."""
    written = re.sub(r"^https?://", "", found[0])
    kept = written.rstrip(".,;:!?)/")
    return " " + " ".join(_say_part(part) for part in _PART.findall(kept)) + " "


def _say_part(part: str) -> str:
    if part.isdigit():
        return digit_by_digit(part)
    if part.isalpha() and part.isascii():
        return spell(part)
    if part not in _SIGNS:
        raise Unspeakable(part)
    return _SIGNS[part]


SPELLED = (Rule("address", _ADDRESS, _spell),)
REFUSED = (Rule("address", _ADDRESS, _refuse),)
