"""What is written is said as ราชบัณฑิตยสภา says it should be, and nothing that cannot be said is let through."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Name
from generator.thai import dates, read_aloud, spoken_name
from generator.thai.digits import to_thai
from generator.thai.numbers import DIGITS, cardinal
from generator.thai.unspeakable import Unspeakable

SPOKEN = re.compile(r"[ก-ฮะ-ฺเ-ๅ็-๎ \n]*")

NUMBERS = """
0 | ศูนย์
5 | ห้า
10 | สิบ
11 | สิบเอ็ด
20 | ยี่สิบ
21 | ยี่สิบเอ็ด
๓๕ | สามสิบห้า
100 | หนึ่งร้อย
101 | หนึ่งร้อยเอ็ด
110 | หนึ่งร้อยสิบ
111 | หนึ่งร้อยสิบเอ็ด
1,001 | หนึ่งพันเอ็ด
1,100 | หนึ่งพันหนึ่งร้อย
2501 | สองพันห้าร้อยเอ็ด
10,000 | หนึ่งหมื่น
120,000 | หนึ่งแสนสองหมื่น
1,000,000 | หนึ่งล้าน
1,000,001 | หนึ่งล้านเอ็ด
21,000,001 | ยี่สิบเอ็ดล้านเอ็ด
101,000,000 | หนึ่งร้อยเอ็ดล้าน
501,741,221 | ห้าร้อยเอ็ดล้านเจ็ดแสนสี่หมื่นหนึ่งพันสองร้อยยี่สิบเอ็ด
1000000000000 | หนึ่งล้านล้าน
51.08 | ห้าสิบเอ็ดจุดศูนย์แปด
0.01 | ศูนย์จุดศูนย์หนึ่ง
92.00 | เก้าสิบสอง
-5 | ลบห้า
007 | ศูนย์ศูนย์เจ็ด
35 คน | สามสิบห้าคน
3–5 ปี | สาม ถึงห้าปี
1:5 | หนึ่งต่อห้า
½ | หนึ่งส่วนสอง
ครั้งที่ ๑ | ครั้งที่หนึ่ง
ที่ 21 | ที่ยี่สิบเอ็ด
ข้อ 1.10 | ข้อหนึ่งจุดสิบ
มาตรา 59/1 | มาตราห้าสิบเก้า ทับหนึ่ง
ร้อยละ 80 | ร้อยละแปดสิบ
ร้อยละ 85.2 | ร้อยละแปดสิบห้าจุดสอง
ร้อยละ 85% | ร้อยละแปดสิบห้า
20% | ยี่สิบเปอร์เซ็นต์
88.6 % | แปดสิบแปดจุดหกเปอร์เซ็นต์
5.80 บาท | ห้าบาทแปดสิบสตางค์
1,500 บาท | หนึ่งพันห้าร้อยบาท
100.- | หนึ่งร้อยบาท
฿50 | ห้าสิบบาท
3.58 เมตร | สามเมตรห้าสิบแปดเซนติเมตร
5 กม. | ห้ากิโลเมตร
150 ม. | หนึ่งร้อยห้าสิบเมตร
12 ตร.ม. | สิบสองตารางเมตร
2 ชม. | สองชั่วโมง
บาท/วัน | บาทต่อวัน
"""

DATES = """
28 เมษายน 2566 | วันที่ยี่สิบแปด เมษายน สองพันห้าร้อยหกสิบหก
28 เม.ย. 66 | วันที่ยี่สิบแปด เมษายน สองพันห้าร้อยหกสิบหก
วันที่ ๒๘ เมษายน พ.ศ. ๒๕๖๖ | วันที่ยี่สิบแปด เมษายน พุทธศักราช สองพันห้าร้อยหกสิบหก
วันที่ 28 เดือนเมษายน พ.ศ.2566 | วันที่ยี่สิบแปด เดือนเมษายน พุทธศักราช สองพันห้าร้อยหกสิบหก
วันศุกร์ที่ 28 เมษายน 2566 | วันศุกร์ที่ยี่สิบแปด เมษายน สองพันห้าร้อยหกสิบหก
2566-04-28 | วันที่ยี่สิบแปด เมษายน สองพันห้าร้อยหกสิบหก
28/4/2566 | วันที่ยี่สิบแปด เมษายน สองพันห้าร้อยหกสิบหก
28/04/66 | วันที่ยี่สิบแปด เมษายน สองพันห้าร้อยหกสิบหก
2023-04-28 | วันที่ยี่สิบแปด เมษายน คริสต์ศักราช สองพันยี่สิบสาม
1 ม.ค. 2501 | วันที่หนึ่ง มกราคม สองพันห้าร้อยเอ็ด
28 เมษายน | วันที่ยี่สิบแปด เมษายน
1–5 เมษายน 2566 | วันที่หนึ่ง ถึงวันที่ห้า เมษายน สองพันห้าร้อยหกสิบหก
28 มีนาคม – 5 เมษายน 2566 | วันที่ยี่สิบแปด มีนาคม ถึงวันที่ห้า เมษายน สองพันห้าร้อยหกสิบหก
วันที่ 1 ถึง 5 เมษายน 2566 | วันที่หนึ่ง ถึงวันที่ห้า เมษายน สองพันห้าร้อยหกสิบหก
เมษายน 2566 | เมษายน สองพันห้าร้อยหกสิบหก
มี.ค.–เม.ย. 2566 | มีนาคม ถึงเมษายน สองพันห้าร้อยหกสิบหก
พ.ศ. 2566–2570 | พุทธศักราช สองพันห้าร้อยหกสิบหก ถึงสองพันห้าร้อยเจ็ดสิบ
ค.ศ. 2023 | คริสต์ศักราช สองพันยี่สิบสาม
ประจำปี 2566 | ประจำปี สองพันห้าร้อยหกสิบหก
ปีงบประมาณ 66 | ปีงบประมาณ สองพันห้าร้อยหกสิบหก
06.00 น. | หกนาฬิกา
9.00 น. | เก้านาฬิกา
16.30 น. | สิบหกนาฬิกาสามสิบนาที
11.05 น. | สิบเอ็ดนาฬิกาห้านาที
21.01 น. | ยี่สิบเอ็ดนาฬิกาหนึ่งนาที
13:00 น. | สิบสามนาฬิกา
13:00 | สิบสามนาฬิกา
00.00 น. | ศูนย์นาฬิกา
24.00 น. | ยี่สิบสี่นาฬิกา
10.30–12.00 น. | สิบนาฬิกาสามสิบนาที ถึงสิบสองนาฬิกา
06.00 น. - 07.00 น. | หกนาฬิกา ถึงเจ็ดนาฬิกา
06.00 และ 18.00 น. | หกนาฬิกา และ สิบแปดนาฬิกา
21 เมษายน 2566 เวลา 09.00 น. | วันที่ยี่สิบเอ็ด เมษายน สองพันห้าร้อยหกสิบหก เวลาเก้านาฬิกา
28 เมษายน 09.00 น. | วันที่ยี่สิบแปด เมษายน เก้านาฬิกา
วันจันทร์–ศุกร์ | วันจันทร์ ถึงศุกร์
จ.-ศ. | วันจันทร์ ถึงวันศุกร์
"""

CODES = """
โทร. 0 7555 0123 | โทรศัพท์ ศูนย์ เจ็ดห้าห้าห้า ศูนย์หนึ่งโทสาม
โทร 075-550123 | โทรศัพท์ ศูนย์เจ็ดห้า ห้าห้าศูนย์หนึ่งโทสาม
081-234-5678 | ศูนย์แปดหนึ่ง โทสามสี่ ห้าหกเจ็ดแปด
0812345678 | ศูนย์แปดหนึ่ง โทสามสี่ ห้าหกเจ็ดแปด
โทรศัพท์ 0 7555 0123 ต่อ 12 | โทรศัพท์ ศูนย์ เจ็ดห้าห้าห้า ศูนย์หนึ่งโทสาม ต่อ หนึ่งโท
0 7555 0123-4 | ศูนย์ เจ็ดห้าห้าห้า ศูนย์หนึ่งโทสาม ถึงสี่
0 7555 0123, 08 1234 5678 | ศูนย์ เจ็ดห้าห้าห้า ศูนย์หนึ่งโทสาม ศูนย์แปด หนึ่งโทสามสี่ ห้าหกเจ็ดแปด
โทร. ๐ ๗๕๕๕ ๐๑๒๓ เวลา 08.30 น. | โทรศัพท์ ศูนย์ เจ็ดห้าห้าห้า ศูนย์หนึ่งโทสาม เวลาแปดนาฬิกาสามสิบนาที
สายด่วน 1567 | สายด่วน หนึ่งห้าหกเจ็ด
โทร. 191 | โทรศัพท์ หนึ่งเก้าหนึ่ง
หมู่ที่ 9 | หมู่ที่เก้า
หมู่ 3 | หมู่ที่สาม
ม.3 ต.ควนเมา | หมู่ที่สาม ตำบลควนเมา
ชั้น ม.3 | มัธยมศึกษาปีที่สาม
บ้านเลขที่ 123/42 | บ้านเลขที่หนึ่งร้อยยี่สิบสาม ทับสี่สอง
เลขที่ 99 หมู่ที่ 9 ต. ควนเมา อ. รัษฎา จ. ตรัง | เลขที่เก้าสิบเก้า หมู่ที่เก้า ตำบลควนเมา อำเภอรัษฎา จังหวัดตรัง
จ.ตรัง 92160 | จังหวัดตรัง เก้าสองหนึ่งหกศูนย์
ครั้งที่ 2/2566 | ครั้งที่สอง ทับสองพันห้าร้อยหกสิบหก
ที่ ตง ๗๒๘๐๑/ว ๑๒ | ที่ ตอ งอ เจ็ดสองแปดศูนย์หนึ่ง ทับ วอ หนึ่งสอง
"""

WORDS = """
อบต.ควนเมา | องค์การบริหารส่วนตำบลควนเมา
นายก อบต. | นายก องค์การบริหารส่วนตำบล
ปลัดอบต. | ปลัดองค์การบริหารส่วนตำบล
อบต ควนเมา | องค์การบริหารส่วนตำบล ควนเมา
ผอ.กองคลัง | ผู้อำนวยการกองคลัง
รพ.สต.ควนเมา | โรงพยาบาลส่งเสริมสุขภาพตำบลควนเมา
ศพด. | ศูนย์พัฒนาเด็กเล็ก
อสม. | อาสาสมัครสาธารณสุขประจำหมู่บ้าน
น.ส. | นางสาว
ด.ญ. | เด็กหญิง
ดร. | ดอกเตอร์
ผศ.ดร. | ผู้ช่วยศาสตราจารย์ ดอกเตอร์
รศ.นพ. | รองศาสตราจารย์ นายแพทย์
ว่าที่ ร.ต. | ว่าที่ร้อยตรี
ว่าที่ ร.ต.หญิง | ว่าที่ร้อยตรีหญิง
จ.ส.อ. | จ่าสิบเอก
พ.จ.อ. | พันจ่าเอก
ร.ต.อ. | ร้อยตำรวจเอก
ร.ต. สมชาย ร.น. | เรือตรี สมชาย แห่งราชนาวี
พ.ร.บ. | พระราชบัญญัติ
ขนาด 5 ตร.กม. | ขนาด ห้าตารางกิโลเมตร
ต่าง ๆ | ต่างต่าง
อื่นๆ อีก | อื่นอื่น อีก
เด็กเล็ก ๆ | เด็กเล็กเล็ก
ในวันหนึ่ง ๆ | ในวันหนึ่งวันหนึ่ง
แต่ละวัน ๆ | แต่ละวันแต่ละวัน
คนทุก ๆ คน | คนทุกทุก คน
มะม่วง เงาะ ฯลฯ | มะม่วง เงาะ และอื่นอื่น
ก ฯลฯ ฮ | ก ละถึง ฮ
กรุงเทพฯ | กรุงเทพมหานคร
โปรดเกล้าฯ | โปรดเกล้าโปรดกระหม่อม
คณะกรรมการฯ | คณะกรรมการ
ด้าน “บริการเป็นเลิศ” | ด้านบริการเป็นเลิศ
คำว่า "ยิ้ม" | คำว่ายิ้ม
องค์การบริหารส่วนตำบล (อบต.) | องค์การบริหารส่วนตำบล
412 คน (ร้อยละ 88.6) | สี่ร้อยสิบสองคน คิดเป็นร้อยละแปดสิบแปดจุดหก
วันหยุด (เว้นวันอาทิตย์) | วันหยุด เว้นวันอาทิตย์
สำนัก/กอง | สำนักหรือกอง
และ/หรือ | และหรือ
QR Code | คิวอาร์โค้ด
LINE | ไลน์
Line OA | ไลน์โอเอ
Facebook | เฟซบุ๊ก
e-Service | อีเซอร์วิส
ITA | ไอทีเอ
COVID-19 | โควิดสิบเก้า
กระดาษ A4 | กระดาษ เอสี่
ถาม & ตอบ | ถาม และ ตอบ
ยินดีด้วย 🎉! | ยินดีด้วย
สะอาด ☆ สะดวก | สะอาด สะดวก
น้ำ | น้ำ
"""

PAIRS = [
    tuple(part.strip() for part in line.split(" | ")) for line in (NUMBERS + DATES + CODES + WORDS).splitlines() if line
]


def test_the_table_is_large() -> None:
    """A table that lost its lines would pass."""
    assert len(PAIRS) >= 120


@pytest.mark.parametrize(("written", "said"), PAIRS, ids=[written for written, _ in PAIRS])
def test_what_is_written_is_said_right(written: str, said: str) -> None:
    """Alone, and in the middle of a sentence, with Arabic digits and with Thai ones."""
    assert read_aloud(written) == said
    assert read_aloud(f"ขอแจ้งว่า {written} ขอบคุณ") == f"ขอแจ้งว่า {said} ขอบคุณ".replace("  ", " ")
    assert read_aloud(to_thai(written)) == said


@pytest.mark.parametrize(
    ("written", "letters"),
    [
        ("ดูที่ https://khuanmao.example/s/ls66.html", "https://khuanmao.example/s/ls66.html"),
        ("ดูที่ khuanmao.example/s/ls66.html", "khuanmao.example/s/ls66.html"),
        ("ส่งมาที่ office@khuanmao.example", "office@khuanmao.example"),
        ("เพิ่มเพื่อน @khuanmao", "@khuanmao"),
        ("สถานะ Blockchain", "Blockchain"),
        ("ฝ่าย ก.ข.ค. แจ้ง", "ก.ข.ค."),
        ("สวัสดีครับ/ค่ะ", "ครับ/ค่ะ"),
        ("วันที่ 2566-02-30", "2566-02-30"),
        ("มัสยิด مسجد", "م"),
        ("กระดิกกระดุกกระดี้ ๆ", "ๆ"),
    ],
)
def test_what_cannot_be_said_is_named_and_never_dropped(written: str, letters: str) -> None:
    """A word that goes missing on air is worse than a question at the desk."""
    with pytest.raises(Unspeakable) as found:
        read_aloud(written)
    assert letters in found.value.letters
    assert found.value.letters in found.value.message.th


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (Name("น.ส.", "ฐิติญา", "สมมุติวงศ์"), "นางสาวฐิติญา สมมุติวงศ์"),
        (Name("ว่าที่ ร.ต.", "ณัฐวุฒิ", "ดี"), "ว่าที่ร้อยตรีณัฐวุฒิ ดี"),
        (Name("นาย", "พีระเดช", "ใจดี", "พี-ระ-เดด ใจ-ดี"), "นายพีระเดด ใจดี"),
        (Name("นาย", "พีระเดช", "ใจดี", "นายพีระเดด ใจดี"), "นายพีระเดด ใจดี"),
    ],
)
def test_a_name_is_called_out_as_its_owner_says(name: Name, said: str) -> None:
    """The title is spelled out, and `read_as` wins over every rule."""
    assert spoken_name(name) == said


VALUES = {name: value for value, name in enumerate(DIGITS)} | {"เอ็ด": 1, "ยี่": 2}
PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10000, "แสน": 100000}
WORD = re.compile("|".join((*VALUES, *PLACES)))


def listen(words: str) -> int:
    """Understand a number as a hearer does: place by place, and what stands before the last ล้าน counts millions."""
    if "ล้าน" in words:
        millions, rest = words.rsplit("ล้าน", 1)
        return listen(millions) * 10**6 + (listen(rest) if rest else 0)
    heard = WORD.findall(words)
    assert "".join(heard) == words
    total, count = 0, 0
    for word in heard:
        if word in PLACES:
            total, count = total + (count or 1) * PLACES[word], 0
        else:
            count = VALUES[word]
    return total + count


@given(st.one_of(st.integers(0, 10**12), st.integers(0, 10**30), st.integers(0, 3000)))
def test_every_number_is_understood_as_what_it_was(number: int) -> None:
    """A hearer has only the words."""
    words = cardinal(number)
    assert listen(words) == number
    assert read_aloud(f"{number:,}") == words
    if number > 10 and number % 10 == 1:
        assert words.endswith("เอ็ด")


@given(st.integers(0, (date(2700 - 543, 12, 31) - date(2400 - 543, 1, 1)).days))
def test_every_date_is_understood_as_what_it_was(offset: int) -> None:
    """Day, month and year are heard the same from the long form and from the figures."""
    day = date(2400 - 543, 1, 1) + timedelta(days=offset)
    said = read_aloud(dates.long_date(day))
    number, month, year = said.removeprefix("วันที่").split(" ")
    assert (listen(number), month, listen(year)) == (day.day, dates.MONTHS[day.month - 1], day.year + 543)
    assert read_aloud(f"{day.year + 543}-{day.month:02}-{day.day:02}") == said


@given(st.text(alphabet=st.sampled_from("กขนมออาิ่้ๆฯ ๑๒12350.,:/-–%()“”abQR๏☆\n"), max_size=40))
def test_nothing_but_thai_letters_is_ever_left(text: str) -> None:
    """Whatever a record holds, the announcer sees words, or the clerk sees the fault."""
    try:
        said = read_aloud(text)
    except Unspeakable:
        return
    assert SPOKEN.fullmatch(said)
