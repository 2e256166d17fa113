"""Telephone numbers as offices write them: what is dialled, printed and said, or what to write instead."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Complaints
from generator.thai import read_aloud
from generator.thai.digits import to_thai
from generator.thai.telephones import TelephoneFault, read_telephone

OFFICE = "ศูนย์ เจ็ดห้าห้าห้า ศูนย์หนึ่งโทสาม"

RIGHT = (
    ("0 7555 0123", "075550123", "0 7555 0123", OFFICE),
    ("0 7555 0123-4", "075550123", "0 7555 0123-4", f"{OFFICE} ถึงสี่"),
    ("0-7555-0123-4", "075550123", "0-7555-0123-4", f"{OFFICE} ถึงสี่"),
    ("0 7555 0123 - 30", "075550123", "0 7555 0123 - 30", f"{OFFICE} ถึงสามศูนย์"),
    ("0 7555 0123 ถึง 4", "075550123", "0 7555 0123 ถึง 4", f"{OFFICE} ถึงสี่"),
    ("0 7555 0123, 0124", "075550123", "0 7555 0123, 0124", f"{OFFICE} หรือศูนย์หนึ่งโทสี่"),
    ("075-550-123-4", "075550123", "075-550-123-4", "ศูนย์เจ็ดห้า ห้าห้าศูนย์ หนึ่งโทสาม ถึงสี่"),
    ("075-550-123/124", "075550123", "075-550-123/124", "ศูนย์เจ็ดห้า ห้าห้าศูนย์ หนึ่งโทสาม หรือหนึ่งโทสี่"),
    ("(075) 550123", "075550123", "(075) 550123", "ศูนย์เจ็ดห้า ห้าห้าศูนย์หนึ่งโทสาม"),
    ("๐ ๗๕๕๕ ๐๑๒๓-๔", "075550123", "0 7555 0123-4", f"{OFFICE} ถึงสี่"),
    ("0 7555 0123 ต่อ 12", "075550123", "0 7555 0123 ต่อ 12", f"{OFFICE} ต่อ หนึ่งโท"),
    ("0 7555 0123ext.12", "075550123", "0 7555 0123 ต่อ 12", f"{OFFICE} ต่อ หนึ่งโท"),
    ("0 7555 0123-4 EXT 11-14", "075550123", "0 7555 0123-4 ต่อ 11-14", f"{OFFICE} ถึงสี่ ต่อ หนึ่งหนึ่ง ถึงหนึ่งสี่"),
    ("0 7555 0123 กด 1", "075550123", "0 7555 0123 กด 1", f"{OFFICE} กด หนึ่ง"),
    ("08 1234 5678", "0812345678", "08 1234 5678", "ศูนย์แปด หนึ่งโทสามสี่ ห้าหกเจ็ดแปด"),
    ("0812345678", "0812345678", "0812345678", "ศูนย์แปดหนึ่ง โทสามสี่ ห้าหกเจ็ดแปด"),
    ("02-123-4567", "021234567", "02-123-4567", "ศูนย์โท หนึ่งโทสาม สี่ห้าหกเจ็ด"),
    ("1669", "1669", "1669", "หนึ่งหกหกเก้า"),
    ("1567 กด 1", "1567", "1567 กด 1", "หนึ่งห้าหกเจ็ด กด หนึ่ง"),
    ("1800 123 456", "1800123456", "1800 123 456", "หนึ่งแปดศูนย์ศูนย์ หนึ่งโทสาม สี่ห้าหก"),
    ("+66 7555 0123", "+6675550123", "+66 7555 0123", "บวกหกหก เจ็ดห้าห้าห้า ศูนย์หนึ่งโทสาม"),
    ("+66 (0) 81 234 5678", "+66812345678", "+66 (0) 81 234 5678", "บวกหกหก แปดหนึ่ง โทสามสี่ ห้าหกเจ็ดแปด"),
)

WRONG = {
    "ไม่มี": ("ไม่มี", "1567"),
    "โทร. 0 7555 0123": ("โทร.", "เขียนเฉพาะหมายเลข: 0 7555 0123"),
    "0 7555 0123 (สำนักปลัด)": ("(สำนักปลัด)", "เขียนเฉพาะหมายเลข: 0 7555 0123"),
    "สายด่วน 1567": ("สายด่วน", "เขียนเฉพาะหมายเลข: 1567"),
    "0 7555 0123, 08 1234 5678": ("0 7555 0123 และ 08 1234 5678", "หมายเลขเดียว"),
    "0 7555 0123 หรือ 1567": ("หลายหมายเลข", "0 7555 0123"),
    "075-550-1234": ("9 หลัก", "พิมพ์ตกหรือเกิน"),
    "075-550-12": ("มี 8 หลัก", "พิมพ์ตกหรือเกิน"),
    "08 1234 567": ("มือถือต้องมี 10 หลัก", "พิมพ์ตกหรือเกิน"),
    "+66 7555 012": ("9 หลัก", "พิมพ์ตกหรือเกิน"),
    "01 234 5678": ("01 234 5678", "ตรวจหมายเลข"),
    "7555 0123": ("7555 0123", "ตรวจหมายเลข"),
    "(075 550123": ("วงเล็บ", "(075) 550123"),
    "0 7555 0123-2": ("หลัง 3 เป็น 2", "0123-4"),
    "": ("ไม่ใช่หมายเลข", "0 7555 0123"),
}


@pytest.mark.parametrize(("written", "dialled", "printed", "said"), RIGHT, ids=[row[0] for row in RIGHT])
def test_what_is_dialled_printed_and_said_comes_from_one_reading(
    written: str, dialled: str, printed: str, said: str
) -> None:
    """The call button dialled 0755501234 for "0 7555 0123-4", while the script read it right."""
    telephone = read_telephone(written)
    assert (telephone.dialled, telephone.printed, telephone.said) == (dialled, printed, said)


IN_SENTENCES = [
    row[0] for row in RIGHT if re.match(r"[+(0๐]|1800", row[0]) and not re.search(r"(?i)ext| - |ถึง|,", row[0])
]
"""Those of which a sentence shows where they end."""


@pytest.mark.parametrize("written", IN_SENTENCES)
def test_a_number_in_a_sentence_is_said_as_in_its_own_place(written: str) -> None:
    """An office writes its number into a way of answering too; brackets and lines were read as a sum of money there."""
    assert read_aloud(f"ติดต่อ {written} ในเวลาราชการ") == f"ติดต่อ {read_telephone(written).said} ในเวลาราชการ"


@pytest.mark.parametrize("written", WRONG)
def test_a_number_that_nobody_can_call_is_told_with_what_to_write(written: str) -> None:
    """A wrong number on ten posters costs more than a line that has to be typed again."""
    with pytest.raises(TelephoneFault) as found:
        read_telephone(written)
    message, fix = WRONG[written]
    assert message in found.value.message.th
    assert fix in found.value.fix.th
    assert found.value.message.en
    assert found.value.fix.en


@given(
    digits=st.from_regex(r"0(?:[23457][0-9]{7}|[689][0-9]{8})", fullmatch=True),
    signs=st.lists(st.sampled_from(["", "", " ", "-"]), min_size=9, max_size=9),
    more=st.sampled_from(["", " ต่อ 12", " กด 1"]),
    thai=st.booleans(),
)
def test_however_it_is_grouped_the_same_digits_are_dialled(
    *, digits: str, signs: list[str], more: str, thai: bool
) -> None:
    """Groups, Thai figures and extensions change how a number looks and never whom it reaches."""
    written = digits[0] + "".join(sign + digit for sign, digit in zip(signs, digits[1:], strict=False)) + more
    telephone = read_telephone(to_thai(written) if thai else written)
    assert telephone.dialled == digits
    assert telephone.international == f"+66{digits[1:]}"
    assert telephone.printed == written


@given(st.text(alphabet="0123456789๐๑๗+-–/,.() ต่อถึงกดหรือextX#", max_size=30))
def test_any_text_is_a_number_or_a_fault(written: str) -> None:
    """Nothing that a clerk types may end in a traceback, and what is taken can be dialled."""
    try:
        telephone = read_telephone(written)
    except TelephoneFault:
        return
    assert re.fullmatch(r"\+66\d{8,9}|0\d{8,9}|1\d{2,4}|1\d{9}", telephone.dialled)
    assert re.fullmatch(r"[ก-๎ ]+", telephone.said)


def test_the_instances_of_everybody_are_read_like_any_number() -> None:
    """They stand in the model ready made; a slip in their words would be said in every office."""
    for instance in Complaints().instances:
        assert instance.phone == read_telephone(instance.phone.printed)
