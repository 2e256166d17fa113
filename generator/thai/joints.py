"""Which spaces hold together what stands on both sides of them: a figure and its measure, a mark and its item.

A line of Thai ends at a space before it ends anywhere else, so these are the places to know. A space is judged by what
stands before and after it. A figure counts what follows it, whatever that is, or else it numbers what stands before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.thai.dates import MONTHS, SHORT_MONTHS
from generator.thai.short_numbers import SHORT_NUMBERS
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
    "วรรค", "ต่อ", "เมื่อ",
    "พุทธศักราช", "–", "-", *MONTH,
)  # fmt: skip
"""Words that the figure after them must follow on the same line."""

NUMBERED = frozenset((
    "พ.ศ.", "ค.ศ.", "ฮ.ศ.", "ข้อ", "มาตรา", "หมวด", "ลำดับ", "อันดับ", "หมู่", "ม.", "ที่", "ปี", "วัน", "งบประมาณ",
    "โทร.", "โทร", "โทรศัพท์", "เบอร์", "หมายเลข", "ชั้น", "ห้อง", "หน้า", "ภาค", "รุ่น", "รอบ", "แบบ", "ประเภท", "กลุ่ม",
    "ช่อง", "เล่ม", "ตอน", "พุทธศักราช", "คิว", "เคาน์เตอร์", "เฟส", "ระยะ", "สาขา", "แปลง", "ป้าย", "อาคาร", "ตึก", "ศาลา",
    "โต๊ะ", "แถว", "ซอย", "สาย", "โซน", "ล็อก", "ฐาน", "สถานี", "อนุบาล", "ประถม", "มัธยม", "หมาย", "ฉบับ", "งวด",
    "ภาพ", "เวที", "สนาม", "ประตู", "บูธ", "เต็นท์", "รหัส", "เลข", "วรรค", "ต่อ", "เวอร์ชัน", "ครั้ง", "พยาน", "บัตรคิว", "เลขที่",
    "บ้านเลขที่", "ปีงบประมาณ", "ร้อยละ", *MONTH,
))  # fmt: skip
"""Words whose figure tells which one is meant, so that it does not count what follows."""

_NO_MEASURES = frozenset((
    "และ", "หรือ", "ที่", "ซึ่ง", "ของ", "กับ", "โดย", "เพื่อ", "แต่", "แล้ว", "ว่า", "ด้วย", "จน", "ให้", "เป็น", "ได้", "คือ",
    "มี", "ทั้ง", "ทุก", "ไม่", "จะ", "ก็", "ต้อง", "ควร", "อาจ", "เคย", "ถูก", "รับ", "เชิญ", "ขอ", "ขอเชิญ", "เปิด", "ปิด",
    "เริ่ม", "จ่าย", "ส่ง", "ทำ", "นำ", "ยื่น", "ติดต่อ", "พบ", "จัด", "ร่วม", "ชิง", "ดูแล", "ลด", "เพิ่ม", "ผ่าน", "ใช้", "ออก",
    "เข้า", "มา", "ไป", "ลง", "ขึ้น", "ณ", "เวลา", "เมื่อ", "ก่อน", "ตั้งแต่", "ระหว่าง", "พร้อม", "รวม", "เช่น", "ดังนี้", "ปรับ",
    "แจก", "สอบ", "สมัคร", "ลงทะเบียน", "รับสมัคร", "ฟรี", "กรุณา", "โปรด", "ห้าม", "อย่า", "ตาม", "สำหรับ", "เฉพาะ", "บน",
    "กำหนด", "นับ", "อีก", "ยัง", "จึง", "ซ่อม", "แบ่ง", "แจ้ง", "บริการ", "ประจำ", "ขององค์การ", "ตรวจ", "ภายใน", "หาก", "ถ้า",
    "เพราะ", "เนื่องจาก", "รังวัด", "เหลือ", "นี้", "ดู", "อ่าน", "สแกน", "โทร", "โทรศัพท์", "สอบถาม", "ผู้", "นาง", "นางสาว",
    "พ่อ", "แม่", "ชำระ", "ติดตั้ง", "ปรับปรุง", "ก่อสร้าง", "ประกาศ", "เรียน", "มอบ", "ชี้แจง", "ขนาด", "ยาว", "กว้าง", "สูง",
    "หนัก", "ตก", "ชนะ", "จบ", "ปัน", "ยืม", "ย้าย", "จอด", "สวด", "พูด", "แสดง", "ประชุม", "ถ่ายทอด", "เดือดร้อน",
    "วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์", "วันอาทิตย์", "ตลอด",
))  # fmt: skip
"""Words that no figure counts: they begin a phrase of their own."""

_UNITS = (
    "คน", "ราย", "ครั้ง", "วัน", "เดือน", "ปี", "นาที", "วินาที", "ชั่วโมง", "ชม.", "น.", "นาฬิกา",
    "คะแนน", "บาท", "สตางค์", "เรื่อง", "ข้อ", "ชุด", "แผ่น", "ฉบับ", "หมู่บ้าน", "หมู่", "แห่ง",
    "ครัวเรือน", "หลังคาเรือน", "หลัง", "เมตร", "กิโลเมตร", "กม.", "ม.", "ตร.ม.", "ตร.กม.", "ซม.",
    "มม.", "เซนติเมตร", "มิลลิเมตร", "นิ้ว", "ไร่", "งาน", "ตารางวา", "ตารางเมตร", "ตารางเซนติเมตร", "ลูกบาศก์เมตร",
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

_CONTINUE = ("ใน", "จาก", "ถึง", "–", "-", "น.", "พ.ศ.", *MONTH)
"""Of these what goes on after a figure that tells which one is meant."""

_DIGITS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙")
_OPENS, _CLOSES = frozenset("([“‘"), frozenset(")]”’ๆฯ%:;!?")
_ITEM = re.compile(
    rf"(?:^|\s)(?:[{DIGIT}]{{1,2}}(?:\.[{DIGIT}]{{1,2}})*[.)]|[(\[](?:[{DIGIT}]{{1,2}}|[ก-ฮ])[)\]]|[-–•]|[ก-ฮ][.)])$"
    rf"|^[{DIGIT}]{{1,2}}(?:\.[{DIGIT}]{{1,2}})+$"
)
"""The number, letter or mark that an item of a list begins with, at the end of what stands before a space."""

_SHORT = re.compile(rf"(?:^|[^{THAI}.])(?:[ก-ฮ]{{1,4}}\.)+$")
_TIME = re.compile(rf"[{DIGIT}] ?น\.$")
_DAY = re.compile(rf"(?:[{DIGIT}]|{'|'.join(map(re.escape, MONTH))})$")
"""The first day of a range, which keeps its dash: a line may end after it."""
_MONTHLY = re.compile(rf"[{DIGIT}]{{1,2}} ?(?:{'|'.join(map(re.escape, MONTH))})")
_FROM_DAY = re.compile(rf"{_DAY.pattern[:-1]} [–-]$")
_LETTER = re.compile(f"(?:^|[^{THAI}])[ก-ฮ]$")
_LETTERS = "".join(letter for letter in map(chr, range(0xE01, 0xE4F)) if re.match(f"[{THAI}]", letter))
_CLAUSE = re.compile(rf"\((?:[{DIGIT}]{{1,2}}|[ก-ฮ])\)")
_POSTCODE = re.compile(rf"[{DIGIT}]{{5}}(?![{DIGIT},])")

NEAR = 20
"""How many letters before and after a space can matter."""

_NUMBER = re.compile(rf"[{DIGIT}](?:[{DIGIT}.,/–-]*[{DIGIT}])?")
_FIGURE = re.compile(rf"(?P<before>.*?) ?(?P<figure>{_NUMBER.pattern})$", re.DOTALL)
"""A figure at the end of what stands before a space."""

_DEED = re.compile(rf"(?:[ก-ฮ]{{1,2}}\.)+ ?[{DIGIT}]+$")
_DEED_LETTER = re.compile(rf"[ก-ฮ]\. ?[{DIGIT}]+ [ก-ฮ]\.$")
_ANEW = re.compile(
    rf"ด้าน|ฝ่าย|กอง|งาน|เรื่อง|จังหวัด|อำเภอ|ตำบล|กลุ่ม|ทุน|ประเภท|ระดับ|รุ่น|รางวัล|(?:{'|'.join(_UNITS)}) [{DIGIT}]"
)
"""What begins anew after a figure that tells which one is meant: ปี 2566 ด้าน, อาคาร 2 ชั้น 3."""

_WHICH_LETTER = re.compile(r"(?:ภาค|ข้อ|ตอน|แบบ|กลุ่ม|ชุด|ประเภท|ระดับ|ชั้น|โซน|อาคาร|สาย)$")
_BY_LETTER = re.compile(rf"{_WHICH_LETTER.pattern[:-1]} ?[ก-ฮ]\.$")
"""What a letter numbers that stands behind it, and is no item of a list: ภาค ก."""

_GRADE = re.compile(rf"[ก-ฮ]{{1,2}}\.[{DIGIT}]")
_TIMES = frozenset("xX×")
_SIZE = re.compile(rf"[{DIGIT}][{DIGIT}.,]* ?[xX×] ?[{DIGIT}]")
"""How large something is, which counts itself: ฉากหลังเวที 400 x 250 ซม."""


_SERIES = re.compile(
    rf"(?P<word>[{THAI}]+) (?P<number>[{DIGIT}]{{1,2}}) (?=.*(?P=word) (?P<next>[{DIGIT}]{{1,2}})(?![{DIGIT}]))"
)
"""A word with one figure after the other, as of things that are numbered: ตะกร้า 1 ขวดแก้ว ตะกร้า 2 กระดาษ."""


_TELEPHONE = re.compile(rf"0 ?[{DIGIT}]{{2,4}}[ -]?[{DIGIT}]{{3}}")
"""A number that begins with nought counts nothing and numbers nothing."""

_MOON = re.compile("(?:ค่ำ|เพ็ญ) ?เดือน$")
"""A month by the moon, which has a figure for a name: ขึ้น 15 ค่ำ เดือน 11."""

_CALLING = ("โทร", "โทร.", "โทรศัพท์", "โทรสาร", "มือถือ", "เบอร์", "หมายเลข", "สายด่วน")


def joints(text: str) -> Iterator[int]:
    """Yield the place of each single space at which no line ends."""
    series = {one.group("word") for one in _SERIES.finditer(text) if int(one["next"]) == int(one["number"]) + 1}
    space = text.find(" ")
    while space >= 0:
        before, after = text[max(0, space - NEAR) : space], text[space + 1 : space + 1 + NEAR]
        if before and after and (_joins(before, after) or (after[0] in _DIGITS and before.endswith(tuple(series)))):
            yield space
        space = text.find(" ", space + 1)


def _joins(before: str, after: str) -> bool:
    last, first = before[-1], after[0]
    if _FROM_DAY.search(before) and _MONTHLY.match(after):
        return False
    lone = last == first and _LETTER.search(before)  # a letter and the word that it begins
    return bool(
        last in _OPENS
        or first in _CLOSES
        or (first in _DIGITS and _leads(before, after))
        or (last in _DIGITS and (first in _DIGITS or _counts(before, after) or _CLAUSE.match(after)))
        or (last in _DIGITS and re.match(r"[ก-ฮ]\.(?![ก-ฮ])", after) and _DEED.search(before))
        or (last in _DIGITS and first in _TIMES and after[1:2] == " ")
        or (first in _DIGITS and last in _TIMES and before[-2:-1] == " ")
        or (_GRADE.match(after) and before.endswith(_LEADING))
        or (after.startswith("พ.ศ.") and before.endswith(("ปี", *MONTH)))
        or (after.startswith(MONTH) and before.endswith("เดือน"))
        or first == "/"
        or (first in "–-" and (_TIME.search(before) or (after[1:2] == " " and _DAY.search(before))))
        or (last == "ณ" and _last_word(before) == "ณ")
        or lone
        or (first in "“‘" and before.endswith("ด้าน"))
        or (_WHICH_LETTER.search(before) and re.match(r"[ก-ฮ]\.(?![ก-ฮ])", after))
        or (_ITEM.search(before) and not any(other.search(before) for other in (_TIME, _DEED_LETTER, _BY_LETTER)))
    )


def _last_word(before: str) -> str:
    run = before[len(before.rstrip(_LETTERS)) :]
    return run[words(run)[-1].start :]


def _counts(before: str, after: str) -> bool:
    """Return whether a figure before a space counts what follows it."""
    found, run = _FIGURE.search(before), re.match(f"[{THAI}]+", after)
    numbered = found is not None and _numbers(found["before"])
    if after.startswith(_UNITS):
        return not numbered or after.startswith(_CONTINUE) or _ANEW.match(after) is None
    if found is None or run is None or numbered:
        return False
    figure = found["figure"]
    if figure in SHORT_NUMBERS or "/" in figure or (found["before"].endswith(tuple(_DIGITS)) and "," not in figure):
        return False
    return run[0][: words(run[0])[0].end] not in _NO_MEASURES


def _numbers(before: str) -> bool:
    """Return whether the figure after this tells which one is meant; after 3 ชั้น it does not, since that is counted."""
    if before[-1:] == ".":
        return _SHORT.search(before) is not None
    if before[-1:] and before[-1] in _LETTERS:
        word = _last_word(before)
        ahead = before[: -len(word)].rstrip()
        if word == "ต่อ":  # an extension of a telephone; else what stands behind it is a measure
            return ahead[-1:] in _DIGITS
        return (word in NUMBERED or word.removesuffix("ที่") in NUMBERED) and ahead[-1:] not in _DIGITS
    return False


def _is_tail(before: str) -> bool:
    """Return whether the letters of a leading word are only the end of another one: ชั่วคราว, ผู้สูงอายุ, มาตรฐาน."""
    if before[-1] not in _LETTERS:
        return False
    word = _last_word(before)
    if word == "ผู้สูงอายุ" or not words(word)[-1].known:
        return word == "ผู้สูงอายุ"
    whole = (word[: -len(end)] for end in _LEADING if word.endswith(end))
    return word not in _LEADING and not any(all(part.known for part in words(rest)) for rest in whole if rest)


def _leads(before: str, after: str) -> bool:
    """Return whether a figure belongs to what stands before it."""
    if _TELEPHONE.match(after):
        return before.endswith(_CALLING)
    if _SIZE.match(after) and before[-1] in _LETTERS:
        return before.endswith("ขนาด")
    if _MOON.search(before) or (before.endswith(_LEADING) and not _is_tail(before)):
        return True
    if _POSTCODE.match(after) or re.match("[A-Za-z]", before[-1]):
        return re.match(f"[{THAI}A-Za-z]", before[-1]) is not None
    if re.search(r"[ก-ฮ]\.$", before) and not _TIME.search(before):
        return True
    return re.match(f"[{THAI}]", before[-1]) is not None and not _is_counting(before, after)


def _is_counting(before: str, after: str) -> bool:
    """Return whether the figure that begins what stands after a space counts something, and so may begin a line."""
    number = _NUMBER.match(after)
    end = number.end() if number else 0
    follows = after[end : end + 1]
    if _numbers(before):
        return False
    return bool(follows) and (follows != " " or _counts(f"{before} {after[:end]}", after[end + 1 :] or "."))
