"""What no record names stays whole on a line: ranks written out, nicknames, schools, districts, loans."""

from __future__ import annotations

import pytest

from generator.thai.lines import atoms


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("ขอบคุณพันตำรวจโท สุเมธ แก้วใส", "พันตำรวจโท สุเมธ"),
        ("ว่าที่ ร้อยโท หญิง ดวงใจ มากมี", "ว่าที่ ร้อยโท หญิง ดวงใจ"),
        ("นาวาอากาศตรี ปองพล รุ่งแสง บรรยาย", "นาวาอากาศตรี ปองพล"),
        ("ร่วมกับนายกำจร นายกมลภพ และนายธง", "นายกำจร"),
        ("ร่วมกับนายกำจร นายกมลภพ และนายธง", "นายกมลภพ"),
        ("พบนายแพทย์ยอดชาย ที่ชั้น 2", "นายแพทย์ยอดชาย"),
        ("ติดต่อคุณหนึ่ง 08 1111 2222", "คุณหนึ่ง"),
        ("นักเรียนโรงเรียนอนุบาลดอกแก้ว ได้ที่ 1", "โรงเรียนอนุบาลดอกแก้ว"),
        ("ย้ายไปโรงพยาบาลพนัสนิคม เมื่อวาน", "โรงพยาบาลพนัสนิคม"),
        ("ธนาคารเปิดสาขาบางคล้า แล้ว", "สาขาบางคล้า"),
        ("จบวิทยาลัยสารพัดช่างตะกั่วทุ่ง ปีนี้", "วิทยาลัยสารพัดช่างตะกั่วทุ่ง"),
        ("ขนของจากแก่งคอยมาถึงเช้านี้", "แก่งคอย"),
        ("ชาวบ้านปงยั้งใน ร่วมบุญ", "บ้านปงยั้งใน"),
        ("กลุ่มจักสานบ้านพรม ส่งออก", "บ้านพรม"),
        ("ง) ใบเสร็จตัวจริง", "ง) ใบเสร็จ"),
        ("แรม 8 ค่ำ เดือน 4 วัดเปิด", "เดือน 4"),
        ("วันเพ็ญเดือน 12 น้ำนองเต็มตลิ่ง", "เดือน 12"),
        ("ใช้แผนที่จีไอเอสช่วยหา", "จีไอเอส"),
        ("บินโดรนดูแนวไฟ", "โดรน"),
    ],
)
def test_what_is_one_thing_stands_on_one_line(text: str, whole: str) -> None:
    """Half a name on a notice is somebody else's."""
    assert any(whole in atom.text for atom in atoms(text)), [atom.text for atom in atoms(text)]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("นายกมอบทุนเด็กเรียนดี", "นายก"),
        ("ลากเรือโทรมขึ้นฝั่ง", "เรือ"),
        ("นายแพทย์สาธารณสุขจังหวัดตรวจเยี่ยม", "นายแพทย์สาธารณสุข"),
        ("ขาดคุณสมบัติบางข้อ", "คุณสมบัติ"),
        ("ขอบคุณทุกคนที่มาช่วย", "ขอบคุณ"),
        ("ทำงานบ้านในวันหยุด", "บ้าน"),
        ("อยู่บ้านที่ปลูกเอง", "บ้าน"),
        ("โรงเรียนเปิดวันจันทร์", "โรงเรียน"),
        ("รับเงินทุกเดือน 12 งวด", "ทุกเดือน"),
        ("หลังสวนยางมีบ่อ", "หลัง"),
    ],
)
def test_what_only_looks_like_a_name_is_divided(text: str, end: str) -> None:
    """Else lines would end where there is room, not where the voice rests."""
    texts = [atom.text for atom in atoms(text)]
    ends = ["".join(texts[:count]).rstrip() for count in range(len(texts))]
    assert any(each.endswith(end) for each in ends), texts
