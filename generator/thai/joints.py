"""Which spaces hold together what stands on both sides of them: a figure and its measure, a mark and its item.

A line of Thai ends at a space before it ends anywhere else, so these are the places to know. A space is judged by what
stands before and after it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.thai.dates import MONTHS, SHORT_MONTHS
from generator.thai.words import THAI, words

if TYPE_CHECKING:
    from collections.abc import Iterator

DIGIT = "0-9๐-๙"
"""Arabic and Thai digits, as a pattern's class."""

MONTH = (*MONTHS, *SHORT_MONTHS)

_LEADING = (
    "ร้อยละ", "พ.ศ.", "ค.ศ.", "ฮ.ศ.", "ข้อ", "ข้อที่", "มาตรา", "หมวด", "หมวดที่", "ลำดับ", "ลำดับที่",
    "อันดับ", "อันดับที่", "หมู่", "หมู่ที่", "ม.", "เวลา", "วัน", "วันที่", "ที่", "ปี", "งบประมาณ",
    "โทร.", "โทร", "โทรศัพท์", "โทรศัพท์หมายเลข", "เบอร์", "หมายเลข", "ราว", "ประมาณ", "ถึง", "จาก",
    "ตั้งแต่", "ครั้ง", "ครั้งที่", "ฉบับที่", "ชั้น", "ชั้นที่", "เลขที่", "ห้อง", "อายุ", "หน้า",
    "หน้าที่", "ตอนที่", "ภาค", "ภาคที่", "รอบ", "รอบที่", "เพียง", "กว่า", "อีก", "เกิน", "รวม",
    "จำนวน", "ไม่เกิน", "เฉลี่ย", "ละ", "ช่อง", "เล่ม", "เล่มที่", "ตอน", "เป็น", "คือ", "มี", "ภายใน",
    "รุ่น", "รุ่นที่", "ระดับ", "แบบ", "แบบที่", "ก่อน", "หลัง", "กลุ่ม", "กลุ่มที่", "ประเภท",
    "ประเภทที่", "คะแนน", "ราคา", "สูงสุด", "ต่ำสุด", "ครบ", "จุด", "โมง", "บาท", "พิเศษ", "ข้อย่อย",
    "วรรค", "ต่อ",
    "พุทธศักราช", "–", "-", *MONTH,
)  # fmt: skip
"""Words that the figure after them must follow on the same line."""

_UNITS = (
    "คน", "ราย", "ครั้ง", "วัน", "เดือน", "ปี", "นาที", "วินาที", "ชั่วโมง", "ชม.", "น.", "นาฬิกา",
    "คะแนน", "บาท", "สตางค์", "เรื่อง", "ข้อ", "ชุด", "แผ่น", "ฉบับ", "หมู่บ้าน", "หมู่", "แห่ง",
    "ครัวเรือน", "หลังคาเรือน", "หลัง", "เมตร", "กิโลเมตร", "กม.", "ม.", "ตร.ม.", "ตร.กม.", "ซม.",
    "มม.", "เซนติเมตร", "มิลลิเมตร", "นิ้ว", "ไร่", "งาน", "ตารางวา", "ตารางเมตร", "ลูกบาศก์เมตร",
    "ลิตร", "กิโลกรัม", "กก.", "กรัม", "ตัน", "เปอร์เซ็นต์", "%", "ระดับ", "ด้าน", "ช่อง", "โต๊ะ",
    "จุด", "รางวัล", "อันดับ", "ท่าน", "รูป", "ตัว", "คัน", "สาย", "ตำบล", "อำเภอ", "จังหวัด", "ประเทศ",
    "ล้าน", "แสน", "หมื่น", "พัน", "ร้อย", "สิบ", "เท่า", "ใบ", "เล่ม", "หน้า", "ตู้", "เครื่อง",
    "กล่อง", "ขวด", "ถุง", "มื้อ", "ทุน", "กอง", "สำนัก", "ส่วน", "ฝ่าย", "กลุ่ม", "ทีม", "ภาค",
    "ขั้นตอน", "ขั้น", "ชั้น", "ตอน", "รอบ", "เสียง", "คำ", "บรรทัด", "ประการ", "ประเภท", "แบบ",
    "ช่องทาง", "ค่ำ", "ทุ่ม", "โมง", "สัปดาห์", "ไตรมาส", "กิโลไบต์", "เมกะไบต์", "พอยต์", "องศา",
    "วัตต์", "หน่วย", "หลัก", "ลำ", "ไมโครกรัม", "มิลลิกรัม", "คู่", "ต้น", "ลูก", "ก้อน", "ซอง", "ถัง",
    "คิว", "บ่อ", "พ.ศ.", "หญิง", "ชาย",
    "ใน", "จาก", "ถึง", "–", "-", *MONTH,
)  # fmt: skip
"""Words that must follow the figure before them on the same line."""

_DIGITS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙")
_OPENS, _CLOSES = frozenset("([“‘"), frozenset(")]”’ๆฯ%:;!?")
_ITEM = re.compile(
    rf"(?:^|\s)(?:[{DIGIT}]{{1,2}}(?:\.[{DIGIT}]{{1,2}})*[.)]|[(\[](?:[{DIGIT}]{{1,2}}|[ก-ฮ])[)\]]|[-–•]|[ก-ฮ]\.)$"
    rf"|^[{DIGIT}]{{1,2}}(?:\.[{DIGIT}]{{1,2}})+$"
)
"""The number, letter or mark that an item of a list begins with, at the end of what stands before a space."""

_SHORT = re.compile(rf"(?:^|[^{THAI}.])(?:[ก-ฮ]{{1,4}}\.)+$")
_TIME = re.compile(rf"[{DIGIT}] ?น\.$")
_LETTER = re.compile(f"(?:^|[^{THAI}])[ก-ฮ]$")
_LETTERS = "".join(letter for letter in map(chr, range(0xE01, 0xE4F)) if re.match(f"[{THAI}]", letter))
_CLAUSE = re.compile(rf"\((?:[{DIGIT}]{{1,2}}|[ก-ฮ])\)")
_POSTCODE = re.compile(rf"[{DIGIT}]{{5}}(?![{DIGIT},])")

NEAR = 20
"""How many letters before and after a space can matter."""


def joints(text: str) -> Iterator[int]:
    """Yield the place of each single space at which no line ends."""
    space = text.find(" ")
    while space >= 0:
        before, after = text[max(0, space - NEAR) : space], text[space + 1 : space + 1 + NEAR]
        if before and after and _joins(before, after):
            yield space
        space = text.find(" ", space + 1)


def _joins(before: str, after: str) -> bool:
    last, first = before[-1], after[0]
    lone = last == first and _LETTER.search(before)  # a letter and the word that it begins
    return bool(
        last in _OPENS
        or first in _CLOSES
        or (first in _DIGITS and _leads(before, after))
        or (last in _DIGITS and (first in _DIGITS or after.startswith(_UNITS) or _CLAUSE.match(after)))
        or (after.startswith("พ.ศ.") and before.endswith(("ปี", *MONTH)))
        or (first in "–-" and _TIME.search(before))
        or (last == "ณ" and _last_word(before) == "ณ")
        or lone
        or (first in "“‘" and before.endswith("ด้าน"))
        or (_ITEM.search(before) and not _TIME.search(before))
    )


def _last_word(before: str) -> str:
    run = before[len(before.rstrip(_LETTERS)) :]
    return run[words(run)[-1].start :]


def _leads(before: str, after: str) -> bool:
    """Return whether a figure belongs to what stands before it."""
    if before.endswith(_LEADING):
        return not before.endswith("ผู้สูงอายุ")
    if _POSTCODE.match(after):
        return re.match(f"[{THAI}]", before[-1]) is not None
    return _SHORT.search(before) is not None and not _TIME.search(before)
