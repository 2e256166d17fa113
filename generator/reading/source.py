"""Turns the bytes of a file into text, or says in which line they stop being text; knows no YAML."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.reading import text as letters
from generator.reading.tree import Place
from generator.reading.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from generator.reading.tree import Saying

LARGEST = 512 * 1024
"""Bytes of one file of records: a round of ten winners has 30 kB; the strict reader takes a second for this many."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_WINDOWS_THAI = re.compile(rb"[\xa1-\xda\xdf-\xfb]{2}")
"""Two Thai letters side by side in Windows-874, TIS-620 and ISO 8859-11, which agree on these bytes."""

_MOSTLY_NUL = 10
_TOLD = 10


def read_text(path: Path, name: str) -> str | list[Problem]:
    """Return the text of a file, or the problems that keep it from being text; `name` is how problems call the file."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= 64 * LARGEST else b""
    except OSError as error:
        return [_problem(name, Place(0, 0), _unreadable(error))]
    if size > LARGEST:
        return [_problem(name, *_too_large(size, raw))]
    decoded = _decode(raw)
    if not isinstance(decoded, str):
        return [_problem(name, *decoded)]
    return [_problem(name, place, saying) for place, saying in _controls(decoded)] or decoded


def _problem(name: str, place: Place, saying: Saying) -> Problem:
    return Problem(name, place.line, place.column, "", saying.message, saying.fix)


def _too_large(size: int, raw: bytes) -> tuple[Place, Saying]:
    """Point at the longest line, since a file grows this large through one thing that was pasted into it."""
    lines = _LINE_END.split(raw)
    longest = max(range(len(lines)), key=lambda index: len(lines[index]))
    place = Place(longest + 1, 1) if raw else Place(0, 0)
    return place, say(
        f"ไฟล์มีขนาด {size:,} ไบต์ เกิน {LARGEST:,} ไบต์ บรรทัดที่ยาวที่สุดมี {len(lines[longest]):,} ไบต์",
        f"the file has {size:,} bytes, more than {LARGEST:,}; its longest line has {len(lines[longest]):,}",
        "ตัดข้อความที่วางมาเกินออก (รูปภาพให้วางเป็นไฟล์แยกในโฟลเดอร์ photos)",
        "take out what was pasted by mistake; pictures are files of their own in the folder photos",
    )


def _decode(raw: bytes) -> str | tuple[Place, Saying]:
    encoding = next((name for mark, name in _BOMS if raw.startswith(mark)), "utf-8")
    if encoding == "utf-8" and raw.count(0) * _MOSTLY_NUL > len(raw):
        return Place(1, 1), _save_again("UTF-16")
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode(encoding, "replace")
        line = len(_LINE_END.findall(before.encode())) + 1
        column = len(re.split(r"\r\n|\r|\n", before)[-1]) + 1
        thai = encoding == "utf-8" and _WINDOWS_THAI.search(raw, error.start) is not None
        return Place(line, column), _save_again("Windows-874 (TIS-620)") if thai else _broken(raw[error.start])


def _save_again(encoding: str) -> Saying:
    return say(
        f"ไฟล์นี้บันทึกด้วยรหัสอักขระ {encoding} ไม่ใช่ UTF-8",
        f"this file is saved in {encoding}, not in UTF-8",
        "เปิดไฟล์ใน Notepad เลือก แฟ้ม > บันทึกเป็น แล้วเลือกการเข้ารหัสเป็น UTF-8",
        "open it in Notepad, choose Save As, and take UTF-8 as its encoding",
    )


def _broken(byte: int) -> Saying:
    return say(
        f"ไบต์ 0x{byte:02X} ตรงนี้ไม่ใช่ตัวอักษร UTF-8",
        f"the byte 0x{byte:02X} is no UTF-8 letter",
        "ลบตัวอักษรตรงนี้แล้วพิมพ์ใหม่ จากนั้นบันทึกไฟล์เป็น UTF-8",
        "type this letter anew, then save the file in UTF-8",
    )


def _controls(text: str) -> list[tuple[Place, Saying]]:
    """Find what YAML itself would choke on without saying where."""
    found = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        match = _CONTROL.search(line)
        if match:
            found.append((Place(number, match.start() + 1), letters.about(match.group())))
    return found[:_TOLD]


def _unreadable(error: OSError) -> Saying:
    return say(
        f"เปิดไฟล์ไม่ได้ ({error.strerror})",
        f"the file cannot be opened ({error.strerror})",
        "ปิดโปรแกรมอื่นที่เปิดไฟล์นี้อยู่ และตรวจสิทธิ์การอ่านไฟล์",
        "close other programs that hold it, and check that you may read it",
    )
