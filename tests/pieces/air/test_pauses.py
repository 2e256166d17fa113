"""Where an announcer takes breath: between phrases, never inside a place, a person, a figure or a compound."""

from __future__ import annotations

import pytest

from generator.pieces.parts import speech


@pytest.mark.parametrize(
    ("said", "held"),
    [
        (
            "ขอเชิญประชาชนในตำบลหนองบัวร่วมแสดงความยินดีกับบุคลากรดีเด่นที่ห้องประชุมชั้นสอง",
            ("ตำบลหนองบัว", "บุคลากรดีเด่น", "ชั้นสอง"),
        ),
        (
            "ขอเชิญฟังการบรรยายเรื่องโรคไต โดยผู้ช่วยศาสตราจารย์ สมพงษ์ นิลวงศ์ และนายบุญมี แสงทองสุขใจ",
            ("ผู้ช่วยศาสตราจารย์ สมพงษ์ นิลวงศ์", "นายบุญมี แสงทองสุขใจ"),
        ),
        (
            "ผู้เข้าร่วมทั้งหมดสองพันสามร้อยห้าสิบคนจากสิบสองหมู่บ้านในอำเภอสุไหงปาดี",
            ("สองพันสามร้อยห้าสิบคน", "สิบสองหมู่บ้าน", "อำเภอสุไหงปาดี"),
        ),
        (
            "ติดต่อรับเอกสารได้ที่เคาน์เตอร์สามห้องทะเบียนอาคารหนึ่งหรือที่ผู้ใหญ่บ้านหมู่เจ็ดทุกวัน",
            ("เคาน์เตอร์สาม", "อาคารหนึ่ง", "หมู่เจ็ด"),
        ),
    ],
    ids=["place, compound, floor", "people", "counted", "numbered"],
)
def test_no_breath_is_taken_inside_what_belongs_together(said: str, held: tuple[str, ...]) -> None:
    """A pause inside a name makes two of it, and the village hears a place that there is not."""
    runs = speech.breathing(speech.paragraph(said, tail="ค่ะ")).runs
    marked = "".join(run.say + run.tail for run in runs)
    assert marked.count("/") > 2
    assert [each for each in held if each not in marked] == []
    assert "".join(marked.replace("/", "").split()) == "".join(said.split()) + "ค่ะ"
