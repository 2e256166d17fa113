"""The letter to who was not chosen: for that person alone, kind, and about nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from generator.cli import main
from tests.tally.test_keeping import office, tally

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.support.small import Small

__all__ = ["office"]


def letters(office: Small) -> dict[str, str]:
    """Make the letters and return their texts by the names of their files."""
    assert main(["--project", str(office.project), "papers", "feedback"]) == 0
    folder = office.project / "build" / "papers" / "2566"
    return {file.name: _text(file) for file in sorted(folder.glob("feedback-*.pdf"))}


def _text(file: Path) -> str:
    with pdfium.PdfDocument(file) as document:
        assert len(document) == 1, file.name
        return " ".join(page.get_textpage().get_text_bounded() for page in document).replace("\r\n", " ")


def test_who_was_not_chosen_gets_a_letter_of_one_page_about_nobody_else(office: Small) -> None:
    """Thanks, the own points and what may grow; no name, place or score of another person."""
    assert tally(office, "--yes") == 0
    found = letters(office)
    assert list(found) == ["feedback-third.pdf"]
    text = found["feedback-third.pdf"]
    assert "นางไม่ถูกเลือก ลับสุดยอด" in text
    assert "ขอบคุณ" in text
    assert "ได้ 60 จาก 100" in text
    assert "คือจิตบริการ กรรมการดูจากเรื่องนี้: เต็มใจ" in text
    assert "ประชาชน 12 คน" in text
    assert not any(other in text for other in ("ปิยะนุช", "ศักดิ์สิทธิ์", "91.85", "82.5", "อันดับ"))


def test_who_is_not_eligible_is_told_why_and_shown_no_points(office: Small) -> None:
    """Nobody scored that person."""
    office.edit("2566/nominees.yaml", "satisfaction: {percent: 81, replies: 12}}", "unfit: ปฏิบัติงานไม่ครบหนึ่งปี}")
    assert tally(office, "--yes") == 0
    text = letters(office)["feedback-third.pdf"]
    assert "ปฏิบัติงานไม่ครบหนึ่งปี" in text.replace(" ", "")
    assert "จาก 100" not in text


def test_few_citizens_are_not_told(office: Small) -> None:
    """Four who answered could be known by what they said."""
    office.edit("2566/nominees.yaml", "percent: 81, replies: 12", "percent: 81, replies: 4")
    office.edit("2566/round.yaml", "{sample: 5}", "{sample: 5, too_few: ไม่คิดข้อนี้}")
    assert tally(office, "--yes") == 0
    assert "ประชาชน 4 คน" not in letters(office)["feedback-third.pdf"]


def test_before_a_result_nobody_is_written_to(office: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """Who was not chosen is known once the count is kept."""
    assert main(["--project", str(office.project), "papers", "feedback"]) == 1
    assert "สั่ง tonbaep tally ก่อน" in capsys.readouterr().err
