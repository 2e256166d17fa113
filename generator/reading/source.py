"""Turns the bytes of a file into text, or says in which line they stop being text; knows no YAML."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.reading import encodings
from generator.reading import text as letters
from generator.reading.tree import Place
from generator.reading.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from generator.reading.tree import Saying

LARGEST = 512 * 1024
"""Bytes of one file of records: a round of ten winners has 30 kB; the strict reader takes a second for this many."""

_LARGEST_SEARCHED = 64 * LARGEST

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_OTHERS = (
    (b"PK\x03\x04", "Excel, Word, ZIP"),
    (b"\xd0\xcf\x11\xe0", "Excel, Word"),
    (b"{\\rtf", "RTF"),
    (b"%PDF", "PDF"),
)

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_HIGH = re.compile(rb"[\x80-\xff]")
_OLD_THAI = re.compile(rb"[\xa1-\xda\xdf-\xfb]{2}")
"""Two Thai letters side by side in Windows-874, TIS-620 and ISO 8859-11, which agree on these bytes."""
_NEW_THAI = re.compile(rb"\xe0[\xb8\xb9][\x80-\xbf]")
"""A Thai letter in UTF-8; in the old encodings the same bytes occur now and then, as three letters."""

_MOSTLY_NUL = 10
_TOLD = 10


def read_text(path: Path, name: str) -> str | list[Problem]:
    """Return the text of a file, or the problems that keep it from being text, which call the file `name`."""
    try:
        size = path.stat().st_size
        if size > _LARGEST_SEARCHED:
            return [_problem(name, Place(0, 0), _too_large(size, size))]
        return text_of(path.read_bytes(), name)
    except OSError as error:
        return [_problem(name, Place(0, 0), _unreadable(error))]


def text_of(raw: bytes, name: str) -> str | list[Problem]:
    """Return the text that bytes stand for, or the problems that keep them from being text."""
    other = next((name for opening, name in _OTHERS if raw.startswith(opening)), None)
    if other:
        return [_problem(name, Place(1, 1), _not_text(other))]
    if len(raw) > LARGEST:
        lines = _LINE_END.split(raw)
        longest = max(range(len(lines)), key=lambda index: len(lines[index]))
        return [_problem(name, Place(longest + 1, 1), _too_large(len(raw), len(lines[longest])))]
    decoded = _decode(raw)
    if not isinstance(decoded, str):
        return [_problem(name, *decoded)]
    return [_problem(name, place, saying) for place, saying in _controls(decoded)] or decoded


def _problem(name: str, place: Place, saying: Saying) -> Problem:
    return Problem(name, place.line, place.column, "", saying.message, saying.fix)


def _too_large(size: int, longest: int) -> Saying:
    """Name the longest line, too, since a file grows this large through one thing that was pasted into it."""
    return say(
        f"ไฟล์มีขนาด {size:,} ไบต์ เกิน {LARGEST:,} ไบต์ บรรทัดที่ยาวที่สุดมี {longest:,} ไบต์",
        f"the file has {size:,} bytes, more than {LARGEST:,}; its longest line has {longest:,}",
        "ตัดข้อความที่วางมาเกินออก (ภาพให้วางเป็นไฟล์แยกในโฟลเดอร์ photos)",
        "take out what was pasted by mistake; pictures are files of their own in the folder photos",
    )


def _decode(raw: bytes) -> str | tuple[Place, Saying]:
    encoding = next((name for mark, name in _BOMS if raw.startswith(mark)), "utf-8")
    if encoding == "utf-8" and raw.count(0) * _MOSTLY_NUL > len(raw):
        return Place(1, 1), _save_again("UTF-16")
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        high = _HIGH.search(raw)
        if encoding == "utf-8" and high and _is_old_thai(raw):
            return _place_after(raw[: high.start()].decode()), _save_again("Windows-874 (TIS-620)")
        return _place_after(raw[: error.start].decode(encoding, "replace")), _broken(raw[error.start])


def _is_old_thai(raw: bytes) -> bool:
    """Return whether this is Windows-874 or the like, not UTF-8 with a few bad bytes, by what most bytes could be."""
    return len(_OLD_THAI.findall(raw)) > 4 * len(_NEW_THAI.findall(raw))


def _place_after(before: str) -> Place:
    lines = re.split(r"\r\n|\r|\n", before)
    return Place(len(lines), len(lines[-1]) + 1)


def _not_text(kind: str) -> Saying:
    return say(
        f"ไฟล์นี้ไม่ใช่ข้อความล้วน แต่เป็นไฟล์ {kind}",
        f"this is not plain text but a file of {kind}",
        "คัดลอกข้อความไปวางใน Notepad แล้วบันทึกเป็น UTF-8 ด้วยชื่อเดิม",
        "copy its text into Notepad, and save it there in UTF-8 under this name",
    )


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
        f"the byte 0x{byte:02X} is not a valid UTF-8 character",
        "ลบตัวอักษรตรงนี้แล้วพิมพ์ใหม่ จากนั้นบันทึกไฟล์เป็น UTF-8",
        "type this letter again, then save the file in UTF-8",
    )


def _controls(text: str) -> list[tuple[Place, Saying]]:
    """Find what YAML itself would choke on without saying where."""
    found = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        match = _CONTROL.search(line)
        if match:
            meant = encodings.repaired(line)
            saying = letters.about(match.group()) if meant is None else encodings.about(line.strip(), meant)
            found.append((Place(number, match.start() + 1), saying))
    return found[:_TOLD]


def _unreadable(error: OSError) -> Saying:
    return say(
        f"เปิดไฟล์ไม่ได้ ({error.strerror})",
        f"the file cannot be opened ({error.strerror})",
        "ปิดโปรแกรมอื่นที่เปิดไฟล์นี้อยู่ และตรวจสิทธิ์การอ่านไฟล์",
        "close other programs that hold it, and check that you may read it",
    )
