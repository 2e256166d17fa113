"""Where a person stands in a text: title, first name and surname, found by the title where no record has the name.

A name has no mark of its own in Thai and is made of ordinary words, so no lexicon can keep it whole; a title before it
gives it away, and a word that no name contains ends it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.thai.words import THAI, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

FIRST, LAST = 24, 24
"""The most letters of a first name and of a surname; what is longer is taken for other words."""

SURELY = 12
"""Up to this many letters, a run between two spaces is a surname whatever its words mean, such as มีสุข."""

_CIVIL = (
    r"นางสาว|นาง(?!ฟ้า|งาม|รำ|เอก|แบบ|พยาบาล|สาว)"
    r"|นาย(?!ก|ทะเบียน|อำเภอ|ช่าง|จ้าง|ทหาร|ตำรวจ|แพทย์|ท่า|หน้า|ทุน|ประกัน|สถานี)|เด็กชาย|เด็กหญิง"
    r"|น\.ส\.|ด\.ช\.|ด\.ญ\.|ดร\.|[พจส]\.[ตทอส]\.[ตทอ]\.|(?:ว่าที่ ?)?ร\.[ตทอ]\.(?:[ตทอ]\.)?(?:หญิง)?"
    r"|ว่าที่ร้อย(?:ตรี|โท|เอก)(?:หญิง)?|พระครู|พระมหา|พระอธิการ"
)
_VILLAGE = (
    "แม่อุ๊ย|พ่ออุ๊ย|แม่ครู|พ่อครู|หลวงพ่อ|หลวงปู่|หลวงตา|ครูบา|ฮัจยี|ฮัจญี|บาบอ|เจ๊ะ"
    "|ยาย|ตา|ปู่|ย่า|ลุง|ป้า|น้า|พี่|แม่(?!น้ำ|บ้าน|ค้า)|พ่อ|เจ๊|เฮีย|บัง|ก๊ะ"
)
_TITLED = re.compile(rf"(?:{_CIVIL}|(?P<village>{_VILLAGE})) ?(?=[ก-ฮเ-ไ])")
_RUN = re.compile(rf"[{THAI}]+")

_NO_NAMES = frozenset((
    "และ", "หรือ", "ที่", "ซึ่ง", "เป็น", "ได้", "มี", "กับ", "ใน", "ให้", "ของ", "แก่", "จาก", "มา", "ไป",
    "จะ", "ก็", "ว่า", "คือ", "ทั้ง", "แต่", "โดย", "เพื่อ", "เมื่อ", "ขึ้น", "ลง", "เข้า", "ออก", "ทำ",
    "พูด", "บอก", "กล่าว", "เล่า", "เดิน", "เดินเท้า", "เดินทาง", "ขาย", "ซื้อ", "อยู่", "ยัง", "ไม่",
    "อายุ", "ตำบล", "อำเภอ", "จังหวัด", "หมู่ที่", "ตำแหน่ง", "นายก", "ปลัด", "ปลัดองค์การ", "เจ้าหน้าที่",
    "พนักงาน", "หัวหน้า", "ร่วม", "ช่วย", "รับ", "ถูก", "แล้ว", "ต้อง", "ขอ", "เคย", "คน", "นี้", "นั้น", "ส่ง",
    "พร้อม", "ด้วย", "ตั้งแต่", "ถึง", "ต่อ", "ผู้", "นัก", "การ", "ความ", "เขียน", "ตอบ", "ถาม", "ยิ้ม",
    "เอา", "กลับ", "อยาก", "รู้", "คง", "เลย", "ไหม", "ครับ", "ค่ะ", "จ๋า", "จ้ะ", "ทุก", "หลาย", "บ้าน",
    "ฟัง", "เห็น", "ชวน", "นั่ง", "ยืน", "กิน", "ใช้", "คิด", "เรียก", "เก็บ",
))  # fmt: skip
"""Words that end a name: they lead on, or say what a person does or is."""


def people(text: str, known: Collection[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """Yield where each person with a title stands, as (start, end), except within the `known` stretches."""
    end = 0
    for titled in _TITLED.finditer(text):
        place = titled.start()
        if place < end or any(start <= place < stop for start, stop in known) or not _is_title(text, *titled.span()):
            continue
        end = name_end(text, titled.end(), FIRST if titled["village"] is None else SURELY)
        if end > titled.end():
            yield titled.start(), end


def _is_title(text: str, start: int, end: int) -> bool:
    """Return whether the letters of a title are a word of their own, not the beginning of a longer one: ย่าง for ย่า."""
    if text[start - 1 : start] == ".":  # the end of a longer abbreviation
        return False
    first = start
    while first and _RUN.match(text, first - 1):
        first -= 1
    run = _RUN.match(text, first)
    if run is None or not all(word.known for word in words(text[first:start])):
        return run is None
    return not any(word.known and first + word.start <= start and first + word.end > end for word in words(run[0]))


def name_end(text: str, start: int, most: int = FIRST) -> int:
    """Return where the name ends whose first name begins at `start`; `start` itself if there is no name."""
    end, whole = _part(text, start, most)
    if not whole:
        return end
    for _ in range(2):  # a surname, or ณ and a surname
        after = _RUN.match(text, end + 1) if text[end : end + 1] == " " else None
        if after is None:
            return end
        surname, _ = _part(text, end + 1, LAST)
        if len(after[0]) <= SURELY:
            end = after.end()
        elif surname > end + 1:
            end = surname
        if after[0] != "ณ":
            return end
    return end


def _part(text: str, start: int, most: int) -> tuple[int, bool]:
    """Return where a first name or a surname ends, and whether it goes to the end of its run of letters."""
    run = _RUN.match(text, start)
    if run is None:
        return start, False
    end = start
    for word in words(run[0]):
        if run[0][word.start : word.end] in _NO_NAMES or (word.end > most and word.start > 0):
            return (max(start, end)), False
        end = start + word.end
    return end, True
