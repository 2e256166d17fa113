"""Where a place stands in a text: a word such as ตำบล and the name behind it, which no record needs to know.

A place is named by ordinary words (หนอง, บัว, ควน), so no lexicon can keep it whole; the kind of place before it gives
it away, and a word that no name contains ends it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.thai.places import named_district
from generator.thai.words import THAI, words

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST, LIKELY = 22, 12
"""The most letters of a name that ends at a space, and of one that runs on into other words."""

SHORT = 6
"""Up to so many letters a word behind บ้าน is taken for its name."""

RARE = 74
"""From this cost on a word is so rare that it is most likely the name of what stands before it: บ้านพร้าว."""

_SURE = (
    r"เทศ(?:บาล|มนตรี)(?:ตำบล|เมือง|นคร)|ตำบล|อำเภอ|จังหวัด|แขวง|(?<!ส่วน)อบ[ตจ]\.|(?:หจก|บจก|บมจ)\. ?"
    rf"|รพ\.สต\.|(?<![{THAI}.])(?:รพ|รร|ท[ตมน]|ต|อ|จ)\."
)
"""What a place's name follows whatever its words mean."""

_LISTED = frozenset(("อำเภอ", "จังหวัด", "อ.", "จ."))
"""Of these all names are known."""

_NAMED_AFTER = frozenset(("โรงพยาบาล", "สาขา", "วิทยาลัย"))
"""What is named after the district it stands in."""

_KIND = "โรงเรียน|โรงพยาบาล|วิทยาลัย|สาขา|มัสยิด|หมู่บ้าน|บ้าน|วัด|คลอง|ถนน|สะพาน|ชุมชน|ตลาด|ห้วย|ลำห้วย|เกาะ|อ่างเก็บน้ำ|ฝาย|สถานี|ศาลา"
_PLACE = re.compile(rf"(?:(?P<sure>{_SURE})|(?P<kind>{_KIND}))(?=[ก-ฮเ-ไ])")
_RUN = re.compile(f"[{THAI}]+")

_FIRST = frozenset((
    "บ้าน", "หนอง", "ควน", "ทุ่ง", "บาง", "โคก", "นา", "ห้วย", "เขา", "คลอง", "ป่า", "ท่า", "เกาะ", "ดอน", "โนน", "ไร่", "ปาก",
    "หาด", "สัน", "ดง", "วัง", "ไทร", "ทับ", "ลำ", "บ่อ", "สระ", "หัว", "ปลาย", "ต้น", "แม่", "ศรี", "โพธิ์", "กุด", "ซับ", "บึง",
    "ด่าน", "เชียง", "เวียง", "ไสว", "แหลม", "อ่าว", "ย่าน", "ควนหวาย", "โพรง", "ไม้", "สวน", "เนิน", "ร่อน", "ช่อง", "พรุ",
    "ถ้ำ", "น้ำ", "โป่ง", "สาม", "สี่", "ใหม่", "เหนือ", "ใต้", "กลาง", "วัด", "ยาง", "หน้า",
))  # fmt: skip
"""Words that the name of a village, a temple or a water begins with."""

_SCHOOLS = frozenset(("ชุมชน", "อนุบาล", "เทศบาล", "มัธยม", "นิคม", "สหกรณ์", "ราษฎร์", "ประชา", "พระ", "เมือง", "ตลาด"))
_COLLEGES = frozenset(("เทคนิค", "อาชีวศึกษา", "เกษตร", "สารพัด", "พยาบาล", "ชุมชน", "ราชภัฏ", "เทคโนโลยี"))
_ALSO = {"โรงเรียน": _FIRST | _SCHOOLS, "วิทยาลัย": _FIRST | _COLLEGES}
"""Words that the name of a school begins with, besides those of villages."""

_LAST = frozenset(("ใน", "นอก", "บน", "ล่าง", "สะอาด", "พัฒนา"))
"""Words that are the end of a village's name where the run of letters ends with them: บ้านห้วยหินลาดใน."""

_NO_PLACE = frozenset((
    "และ", "หรือ", "ที่", "ซึ่ง", "ของ", "ใน", "กับ", "โดย", "เพื่อ", "แก่", "แต่", "จาก", "ถึง", "แล้ว", "ว่า", "ด้วย", "ให้", "ได้",
    "ไม่", "จะ", "ก็", "เป็น", "คือ", "มี", "ทั้ง", "ทุก", "ต้อง", "ควร", "อาจ", "เคย", "ถูก", "รับ", "ขอ", "ขอเชิญ", "เชิญ", "จัด",
    "ร่วม", "เปิด", "ปิด", "แจ้ง", "รับฟัง", "ชนะ", "ทำ", "ทำให้", "นำ", "ส่ง", "มอบ", "ชวน", "เข้า", "ออก", "ไป", "ขึ้น", "ลง",
    "ละ", "เรา", "นี้", "นั้น", "อื่น", "ใด", "ไหน", "เดียว", "เดียวกัน", "ใกล้เคียง", "ต่าง", "ต่าง ๆ", "ดีเด่น", "สะอาด", "ดูแล",
    "ช่วย", "พบ", "ตาม", "ต่อ", "ตั้งแต่", "เมื่อ", "ประจำ", "ครั้ง", "วันที่", "เวลา", "โทร", "เดิน", "เดินหน้า", "พัฒนา", "ชี้แจง",
    "ประกาศ", "ประชุม", "อบรม", "ซ่อม", "สร้าง", "ก่อสร้าง", "ปรับปรุง", "เตรียม", "เตือน", "ลงพื้นที่", "ลงทะเบียน", "สมัคร",
    "รับสมัคร", "บริการ", "ให้บริการ", "ติดต่อ", "ติดตั้ง", "ใช้", "กำหนด", "ขาย", "แจก", "จ่าย", "ตก", "อยู่", "ยัง", "กำลัง",
    "ครับ", "ค่ะ", "คะ", "เพิ่ม", "ลด", "จึง", "เพราะ", "รวม", "รวมถึง", "พร้อม", "สามารถ", "ต้องการ", "ร้องเรียน", "เลือก",
    "ประชาชน", "ชาวบ้าน", "เจ้าหน้าที่", "นายก", "ปลัด", "กำนัน", "ผู้", "ผู้ใหญ่บ้าน", "คน", "นาย", "นาง", "นางสาว", "ตำบล",
    "อำเภอ", "จังหวัด", "หมู่ที่", "จำนวน", "ประเภท", "ด้าน", "ปี", "ภายใน", "ทาง", "ราคา", "ประหยัด", "ของเรา", "ผ่าน", "สู่",
    "คว้า", "ยกระดับ", "รณรงค์", "ส่งเสริม", "สนับสนุน", "สำรวจ", "ตรวจ", "ฉีด", "ขยาย", "เลื่อน", "ยกเลิก", "ย้าย", "ถวาย",
    "สืบสาน", "ทอด", "แห่", "งาน", "การ", "ความ", "แบบ", "โครงการ", "ศูนย์", "สำนักงาน", "กอง", "สภา", "รางวัล",
    "จำ", "จด", "รู้", "รู้จัก", "รู้สึก", "เห็น", "เล่า", "บอก", "พูด", "ถาม", "ตอบ", "เชื่อ", "คิด", "เข้าใจ", "ไว้ใจ", "พอใจ",
    "ด้วยใจ", "ภูมิใจ", "ดีใจ", "ขอบคุณ", "ชื่นชม", "ยกย่อง", "ยืนยัน", "ย้ำ", "เผย",
    "กล่าว", "เปิดเผย", "เยี่ยม", "ต้อนรับ", "ลงนาม", "เน้น", "ฝาก",
))  # fmt: skip
"""Words that end a place's name: what is done there, who is from there, what its people know and say."""


def toponyms(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each place stands, as (start, end), from the kind of place on."""
    for found in _PLACE.finditer(text):
        run = _RUN.match(text, found.end())
        if run is None:
            continue
        kind, whole = found["kind"], text[run.end() : run.end() + 1] in {"", " "}
        listed = (found["sure"] in _LISTED or kind in _NAMED_AFTER) and named_district(run[0])
        end = listed or _name_end(run[0], _ALSO.get(kind, _FIRST), sure=found["sure"] is not None, whole=whole)
        if not end and kind == "บ้าน" and whole and _is_one_word(run[0]):
            end = len(run[0])
        if end:
            yield found.start(), found.end() + end


def _is_one_word(run: str) -> bool:
    """Return whether a run is one short word that may name a village: บ้านแพง before a space is a place most likely."""
    return len(run) <= SHORT and len(words(run)) == 1 and run not in _NO_PLACE


def _name_end(run: str, first: frozenset[str], *, sure: bool, whole: bool) -> int:
    """Return how many letters of a run are the name; 0 if it names no place.

    `first` are words that one may begin with; `whole` is whether the run ends at a space.
    """
    end = 0
    for word in words(run):
        written = run[word.start : word.end]
        told = written.removesuffix("ได้") or written  # what somebody could do: จำได้
        last = word.end == len(run)
        ends = told in _NO_PLACE and (written != "ละ" or last) and not (end and whole and last and written in _LAST)
        if ends or not (sure or word.start or written in first or word.cost >= RARE):
            return end
        if word.end > LIKELY and len(run) > LONGEST and end:
            return end
        end = word.end
    return end
