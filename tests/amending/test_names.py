"""A whole name that was pasted into one cell or field becomes the parts that records have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.amending.names import divide
from generator.thai.ranks import TITLES


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("น.ส.สมหญิง ใจดี", ("น.ส.", "สมหญิง", "ใจดี")),
        ("น. ส. สมหญิง  ใจดี", ("น.ส.", "สมหญิง", "ใจดี")),
        ("น.ส สมหญิง ใจดี", ("น.ส.", "สมหญิง", "ใจดี")),
        ("๑. นางสาว\u200bสมหญิง\u00a0ใจดี", ("นางสาว", "สมหญิง", "ใจดี")),
        ("(๒) นายสมชาย\u000bใจดี\r\n", ("นาย", "สมชาย", "ใจดี")),
        ("• นาง สมใจ\tดี", ("นาง", "สมใจ", "ดี")),
        ("นางสาวนางฟ้า ใจดี", ("นางสาว", "นางฟ้า", "ใจดี")),
        ("นางสาวหญิง ใจดี", ("นางสาว", "หญิง", "ใจดี")),
        ("ว่าที่ ร.ต.หญิง  วรรณา ณ ระนอง", ("ว่าที่ ร.ต.หญิง", "วรรณา", "ณ ระนอง")),
        ("ว่าที่ร.ต. หญิง วรรณา ณ ระนอง", ("ว่าที่ ร.ต.หญิง", "วรรณา", "ณ ระนอง")),
        ("ว่าที่ร้อยตรีหญิงวรรณา ณ ระนอง", ("ว่าที่ร้อยตรีหญิง", "วรรณา", "ณ ระนอง")),
        ("ผศ. ดร. สมชาย ดี", ("ผศ.ดร.", "สมชาย", "ดี")),
        ("ศ.เกียรติคุณ ดร.สมชาย ดี", ("ศ.เกียรติคุณ ดร.", "สมชาย", "ดี")),
        ("ร.ต.อ.สมปอง ดี", ("ร.ต.อ.", "สมปอง", "ดี")),
        ("พระมหาสมชาย ฐานวีโร", ("พระมหา", "สมชาย", "ฐานวีโร")),
        ("พระครูวิสุทธิ์", ("พระครู", "วิสุทธิ์", "")),
        ("หะยีอับดุลเลาะ บิน มะ", ("หะยี", "อับดุลเลาะ", "บิน มะ")),
        ("حاجي محمد بن أحمد", ("حاجي", "محمد", "بن أحمد")),
        ("Dr. John Smith", ("Dr.", "John", "Smith")),
        ("Dr. สมชาย ดี", ("Dr.", "สมชาย", "ดี")),
        ("Mr. Jean Paul de la Cruz", ("Mr.", "Jean Paul", "de la Cruz")),
        ("นายิกา ใจดี", ("", "นายิกา", "ใจดี")),
        ("สมชาย", ("", "สมชาย", "")),
        ("นาง", ("", "นาง", "")),
        ("", ("", "", "")),
    ],
)
def test_a_name_from_word_is_divided(written: str, parts: tuple[str, str, str]) -> None:
    """List numbers, odd spaces and letters without width come along; none of them is the person's."""
    assert divide(written) == parts


@pytest.mark.parametrize("title", [*TITLES, *TITLES.values(), "นาย", "นาง", "พระครู"])
def test_every_title_that_can_be_said_is_found(title: str) -> None:
    """What announcements can read aloud must not end up in the first name."""
    for between in ("", " "):
        assert divide(f"{title}{between}เมธี มีสุข") == (title, "เมธี", "มีสุข")


@given(st.text())
def test_nothing_that_is_pasted_breaks_it(written: str) -> None:
    """Each part is one line without spaces at its ends, and no letter is made up."""
    for part in divide(written):
        assert part == " ".join(part.split())
