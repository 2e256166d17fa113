"""Short telephone numbers without สายด่วน or โทร.: known numbers, or an owner before them, and nothing counted after."""

from __future__ import annotations

import re
from functools import cache

from generator.thai.aloud.counted import COUNTED, HEADING, MEASURED
from generator.thai.aloud.draft import Rule
from generator.thai.aloud.expanding import expanded
from generator.thai.numbers import digit_by_digit
from generator.thai.short_numbers import SHORT_NUMBERS
from generator.thai.unspeakable import Unspeakable

_NUMBER = re.compile(r"(?<![\d.,/:%-])(?P<phone>1\d{2,3})(?![\d%]|\.-|[.,/:]\d|\s?[-–]\s?\d|\s*(?:บาท|%|[xX×=+]))")
_COUNTED = re.compile(
    rf"\s*(?!กิโลเมตรที่)(?:{MEASURED}|(?!{HEADING}){COUNTED}(?![ก-๎])|(?:ตำบล|อำเภอ|จังหวัด)(?![ก-๎])|ตัน|นาย|ตรา|เสา|ลำ|โดส|ชิ้น|ดวง|ป้าย|แปลง|มื้อ|ทุน|สาขา|บ่อ|ก้อน|ลูก|หน่วย)(?!\s?\d|ละ|ที่)"
)

_COUNTED_SURELY = re.compile(r"\s*(?:คน|ราย|ท่าน|บาท|ครัวเรือน|ครั้ง|แห่ง|หลัง|ไร่|ตัว|โดส|ชิ้น|ตัน|ล้าน|ชุด)(?![ก-๎])")
_COUNTS = re.compile(
    r"(?:จำนวน|รวม|ประมาณ|กว่า|เกือบ|ราว|ทั้งสิ้น|ทั้งหมด|(?<!แ)ละ|อีก|เพียง|เงิน|ราคา|ปี|ศักราช|ที่|ข้อ|มาตรา|หน้า|ลำดับ|ครั้ง|(?<!กรม)ทางหลวง|สาย|ห้อง|รหัส|ฉบับ|"
    r"บาท|เป็น|มี|ถึง|เกิน|กับ|คะแนน|ร้อยละ|เบี้ย|ค่า|ยอด|รุ่น|เลข|เท่า|คือ|ได้|จาก|เหลือ|บวก|ลบ|คูณ|หาร|เท่ากับ|น้ำหนัก|ส่วนสูง|ขนาด|ยาว|กว้าง|สูง|ระยะ|"
    r"ชาย|หญิง|ศก|ค\.ศ\.|พ\.ศ\.|ISO|พัน|ผู้เข้าร่วม|ผู้ป่วย|ผู้ติดเชื้อ|เสียชีวิต|บาดเจ็บ|"
    r"สมาชิก|นักเรียน|ประชาชน|ครัวเรือน|ราย|คน|เข้าชม|สะสม|ประชากร|เป้าหมาย|บรรจุ|ความจุ|ใช้ไฟ|กำลัง|กม\.?|กิโลเมตร)\s*$"
)
"""After these words a number counts or names, also one that is a well-known telephone number."""

_CALLED = re.compile(
    r"(?:สายด่วน|ฮอตไลน์|โทร(?:ศัพท์)?|เบอร์|คอลเซ็นเตอร์|[Cc]all [Cc]enter|CALL CENTER|[Hh]otline|HOTLINE|"
    r"ฉุกเฉิน|เหตุ|เหตุร้าย|ดับเพลิง|กู้ชีพ|กู้ภัย|ตำรวจ|ตำรวจทางหลวง|"
    r"แจ้ง[ก-๎]{0,16}|ร้องเรียน[ก-๎]{0,8}|ร้องทุกข์|สอบถาม[ก-๎]{0,20}|ติดต่อ[ก-๎]{0,8}|ปรึกษา[ก-๎]{0,8}|รถพยาบาล|"
    r"หมายเลข|โทรฟรี|ไฟไหม้|รถชน|ประปา|ไฟฟ้า|ไฟดับ|ไฟเสีย|ดำรงธรรม|"
    r"ได้ที่|ที่เบอร์|ที่หมายเลข|ขอความช่วยเหลือ|ท่อแตก|น้ำไม่ไหล|ศูนย์วิทยุ|ศูนย์รับแจ้ง[ก-๎]{0,8}|จราจร|ช่วยเหลือสังคม|สุขภาพจิต)\s*(?::|คือ|กด|หมายเลข)?\s*$"
)
_OWNED = re.compile(
    r"(?:ศูนย์|สำนักงาน|การไฟฟ้า|การประปา|โรงพยาบาล|ธนาคาร|มูลนิธิ|กรม|กระทรวง|สถานี|สถาบัน|กองทุน|คณะกรรมการ|ตำรวจ|หน่วย|สมาคม|บริษัท)[ก-๎]*\s*$"
)
_AFTER = re.compile(
    r"\s*(?:$|[\n),.;/]|หรือ|และ|ตลอด|ได้|ฟรี|โทร|\(|กด|ทันที|ทุกวัน|เพื่อ|สายด่วน|ฉุกเฉิน|กู้ชีพ|กู้ภัย|ดับเพลิง|ตำรวจ|ศูนย์|แจ้ง|เหตุ|ใน|เมื่อ|หาก|ถ้า|ค่ะ|ครับ|นะ|บริการ|รับ|"
    r"ขอ|ไว้|ด้วย|ให้|เป็น|คือ|ของ|ปภ|สปสช|การไฟฟ้า|การประปา|กรม|กระทรวง|\d)"
)
_AT_LARGE = re.compile(r"(?:แจ้ง|ร้องเรียน|สอบถาม|ติดต่อ|ปรึกษา)[ก-๎]{2,}\s*$")
"""After these a number that nobody knows may be anything."""

_OWNER = re.compile(r"\s*(?:สายด่วน|ฉุกเฉิน|กู้ชีพ|กู้ภัย|ดับเพลิง|ตำรวจ|ศูนย์|แจ้งเหตุ|เหตุด่วน)")
_BEFORE, _THREE = 60, 3


def _say(found: re.Match[str], two: str) -> str:
    """Say a short number figure by figure if it is one; what may as well be a count is left or asked about."""
    text, phone = found.string, found["phone"]
    before = text[max(0, found.start() - _BEFORE) : found.start()]
    after_is_owner = bool(_OWNER.match(text, found.end()))
    is_called = phone in SHORT_NUMBERS and _CALLED.search(before)
    counted = (_COUNTED_SURELY if is_called else _COUNTED).match(text, found.end())
    if (not after_is_owner and counted) or (
        _COUNTS.search(before) and not after_is_owner and not _CALLED.search(before)
    ):
        return found[0]
    known = phone in SHORT_NUMBERS
    called = bool(
        _CALLED.search(before)
        or _follows_another(before)
        or (known and (_before_another(found) or _is_owned(phone, before)))
    )
    if not known and (len(phone) == _THREE or _AT_LARGE.search(before)):
        return found[0]
    followed = bool(_AFTER.match(text, found.end()))
    if (
        called
        or after_is_owner
        or (known and followed and before.strip() and (len(phone) > _THREE or _OWNED.search(before)))
    ):
        space = "" if not before or before[-1].isspace() else " "
        follows = text[found.end() : found.end() + 1]
        return space + digit_by_digit(phone, two=two) + ("" if not follows or not re.match(r"[ก-๎]", follows) else " ")
    if known and len(phone) == _THREE and before.strip():
        return _of_three(found, before, two)
    if known and _LISTS_NUMBERS.search(text) and _known(text) > 1:
        return digit_by_digit(phone, two=two) + " "
    if len(phone) > _THREE and (known or _OWNED.search(before)) and not followed:
        raise Unspeakable(
            before.split(" ")[-2 if before.endswith(" ") else -1] + " " + phone if before.strip() else phone
        )
    if len(phone) > _THREE and _OWNED.search(before):
        raise Unspeakable(phone)
    return found[0]


_LISTS_NUMBERS = re.compile(r"โทร|เบอร์|หมายเลข|ฉุกเฉิน|สายด่วน")


def _known(text: str) -> int:
    """Return how many well-known short numbers a text still has in figures, or has in words by now."""
    figures = re.findall(r"(?<![\d.,/:-])1\d{2,3}(?![\d.,/:-])", text)
    return sum(each in SHORT_NUMBERS for each in figures) + len(re.findall(rf"หนึ่ง{_DIGIT}{{2,3}}", text))


def _of_three(found: re.Match[str], before: str, two: str) -> str:
    """Say 191 or 199 after a word that owns nothing, งูเข้าบ้าน 199, where another number is told; else ask."""
    others = (each for each in re.findall(r"(?<![\d.,/:-])1\d{3}(?![\d.,/:-])", found.string))
    if any(each in SHORT_NUMBERS for each in others):
        return digit_by_digit(found["phone"], two=two) + " "
    letters = f"{before.rsplit(maxsplit=1)[-1]} {found['phone']}"
    raise Unspeakable(letters)


_DIGIT = "(?:ศูนย์|หนึ่ง|โท|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)"
_MORE = re.compile(rf"(?:(?<!\d)(?P<written>1\d{{2,3}})|หนึ่ง{_DIGIT}{{2,3}})\s*(?:,|และ|หรือ|\s)\s*$")
"""After one short number and a comma comes another, also where the first is in words by now."""


def _follows_another(before: str) -> bool:
    more = _MORE.search(before)
    return more is not None and (not more["written"] or more["written"] in SHORT_NUMBERS)


_LINE = re.compile(r"(?:คอลเซ็นเตอร์|สายด่วน|ฮอตไลน์|เบอร์|โทร(?:ศัพท์)?)[^\d\n]{0,40}$")


def _is_owned(phone: str, before: str) -> bool:
    """Return whether the owner of a well-known number stands before it, or a line is spoken of."""
    owner = expanded(SHORT_NUMBERS[phone]) or SHORT_NUMBERS[phone]
    return before.rstrip().endswith(owner) or (len(phone) > _THREE and bool(_LINE.search(before)))


_ANOTHER = re.compile(r"\s?(?:,|และ|หรือ|/)\s?(?P<next>1\d{2,3})(?![\d.,/:-]|\s*(?:คน|ราย|บาท|ครัวเรือน))")


def _before_another(found: re.Match[str]) -> bool:
    """Return whether another well-known number follows: 1669 และ 191."""
    another = _ANOTHER.match(found.string, found.end())
    return (
        another is not None
        and another["next"] in SHORT_NUMBERS
        and max(len(found["phone"]), len(another["next"])) > _THREE
    )


@cache
def hotlines(two: str) -> tuple[Rule, ...]:
    """Return the rules for short numbers; `two` is how 2 is said."""
    return (Rule("hotline", _NUMBER, lambda found: _say(found, two), needs="1"),)
