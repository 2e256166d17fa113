"""How people and teams are called out; abbreviations before a name are read as titles or asked about."""

from __future__ import annotations

import pytest

from generator.model import Name
from generator.thai import read_aloud, spoken_name
from generator.thai.unspeakable import Unspeakable


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (Name("ร.ท.หญิง", "สมปอง", "ดี"), "ร้อยโทหญิงสมปอง ดี"),
        (Name("ร.ท.", "สมปอง", "ดี ร.น."), "เรือโทสมปอง ดี แห่งราชนาวี"),
        (Name("ว่าที่ ร.อ.", "สมปอง", "ดี ร.น."), "ว่าที่เรือเอกสมปอง ดี แห่งราชนาวี"),
        (Name("ร.อ.", "สมปอง", "ดี ร.น.", "สม-ปอง ดี"), "เรือเอกสมปอง ดี แห่งราชนาวี"),
        (Name("ร.ต.อ.", "สมปอง", "ดี"), "ร้อยตำรวจเอกสมปอง ดี"),
        (Name("อ.", "มานี", "สอน"), "อาจารย์มานี สอน"),
        (Name("อ.นพ.", "มานี", "สอน"), "อาจารย์ นายแพทย์มานี สอน"),
        (Name("พระครู", "วิสุทธิ์"), "พระครูวิสุทธิ์"),
        (Name("Mr.", "John", "Smith", "จอห์น สะมิท"), "มิสเตอร์จอห์น สะมิท"),
        (Name("", "งานป้องกันและบรรเทาสาธารณภัย", team=True), "งานป้องกันและบรรเทาสาธารณภัย"),
        (Name("นาย", "มานะ", "ดี", late=True), "นายมานะ ดี ผู้ล่วงลับ"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_name_is_called_out_as_its_owner_is_called(name: Name, said: str) -> None:
    """What stands behind the surname tells a naval rank from the army's; อ. before a name is no district."""
    assert spoken_name(name) == said


@pytest.mark.parametrize(
    "text", ["อส.ทพ.สมปอง", "อสม.ดร.สมปอง", "อ.สมชาย สอนดี", "พบ อ.มาลี ใจงาม เมื่อวาน", "ดร.อบต.สมชาย"]
)
def test_what_no_table_has_is_asked_about_instead_of_put_together(text: str) -> None:
    """Rangers are no dentists of the volunteers, and a teacher is no district."""
    with pytest.raises(Unspeakable):
        read_aloud(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("อ.เมือง จ.ตรัง", "อำเภอเมือง จังหวัดตรัง"),
        ("ต.ควนเมา อ.รัษฎา โทร", "ตำบลควนเมา อำเภอรัษฎา โทรศัพท์"),
        ("ที่ว่าการ อ.รัษฎา วันจันทร์", "ที่ว่าการ อำเภอรัษฎา วันจันทร์"),
        ("ผอ.รพ.สต.", "ผู้อำนวยการโรงพยาบาลส่งเสริมสุขภาพตำบล"),
        ("พ.ต.อ.ดร.สมชาย", "พันตำรวจเอกดอกเตอร์สมชาย"),
        ("ผช.ผญบ.", "ผู้ช่วยผู้ใหญ่บ้าน"),
        ("สนง.ปปช.", "สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ"),
    ],
)
def test_what_offices_write_together_is_still_read(text: str, said: str) -> None:
    """Posts before offices, ranks before degrees, and a district beside its province or subdistrict."""
    assert read_aloud(text) == said
