"""Finds Thai that a program read in a wrong encoding, and what it was; knows nothing of files and their bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.reading import text as letters
from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from generator.reading.tree import Saying

_HIGH = range(0x80, 0x100)
_CONTROLS = range(0x80, 0xA0)
_WESTERN = "".join(bytes((number,)).decode("cp1252", "ignore") for number in _CONTROLS)
_LATIN_RUN = re.compile(f"[\x80-\xff{re.escape(_WESTERN)}]+")
_THAI_RUN = re.compile(f"(?:เ[ธน][\x80-\xff{re.escape(_WESTERN)}ก-๛])+")
"""UTF-8 taken for Windows-874: every Thai letter there begins with the bytes that are เธ or เน here."""
_THAI = re.compile("[ก-ฺ฿-๛ ]+")
_LEAST = 3
"""Letters in a row: café, São and Größe have fewer, and no Thai word has been so short when whole texts broke."""
_LEAST_CONSONANTS = 2
"""Different ones in such a row: ßßß and ½½½ are meant."""


def repaired(written: str) -> str | None:
    """Return the text with the Thai that was meant, or None where nothing in it is broken in a known way."""
    for run, encodings, taken_for in (
        (_LATIN_RUN, ("utf-8", "cp874"), "cp1252"),
        (_THAI_RUN, ("utf-8",), "cp874"),
    ):
        proof = False

        def meant(match: re.Match[str], encodings: tuple[str, ...] = encodings, taken_for: str = taken_for) -> str:
            nonlocal proof
            for encoding in encodings:
                thai = _decoded(match[0], taken_for, encoding)
                if thai is not None:
                    consonants = {letter for letter in thai if "ก" <= letter <= "ฮ"}
                    proof = proof or (len(thai) >= _LEAST and len(consonants) >= _LEAST_CONSONANTS)
                    return thai
            return match[0]

        after = run.sub(meant, written)
        if proof and next(letters.loose(letters.clean(after)), None) is None:
            return after
    return None


def _decoded(run: str, taken_for: str, encoding: str) -> str | None:
    """Return the Thai text for which a run of letters stands, or None where its bytes are no Thai."""
    try:
        raw = b"".join(_byte(letter, taken_for) for letter in run)
        thai = raw.decode(encoding)
    except ValueError:
        return None
    return thai if _THAI.fullmatch(thai) else None


def _byte(letter: str, taken_for: str) -> bytes:
    """Return the byte that was read as this letter; programs keep bytes that their encoding lacks as they are."""
    number = ord(letter)
    if number in _CONTROLS or (taken_for == "cp1252" and number in _HIGH):
        return bytes((number,))
    return letter.encode(taken_for)


def about(written: str, meant: str) -> Saying:
    """Return what to say about a text that was read in a wrong encoding."""
    return say(
        f"ข้อความนี้เป็นภาษาไทยที่เพี้ยนเพราะรหัสอักขระผิด: {shown(written)}",
        f"this is Thai that was read in a wrong encoding: {shown(written)}",
        f"พิมพ์ใหม่เป็น {' '.join(meant.split())}",
        f"type it again as {' '.join(meant.split())}",
    )
