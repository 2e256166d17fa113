"""Official papers on the desk: what they need besides the round is filled in on a page of its own."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from generator.amending.held import Held
from generator.disk.swap import Workshop
from tests.support import product, scans
from tests.support.desk import MOMENT, Desk, Real, form_in

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "/2566/papers/"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return the sample on the desk."""
    return Desk(product.copy_of_sample(tmp_path))


def test_a_file_that_is_not_there_comes_with_the_first_saving(desk: Desk) -> None:
    """A clerk who never saw the file fills in meeting and signer, and the door takes what was written."""
    (desk.project / "winners/2566/papers.yaml").unlink()
    form = form_in(desk.send(PAGE, desk.form(PAGE), "add:signers").text) | {
        "code": ["ตง 12345"],
        "meeting.day": ["20 เมษายน 2566"],
        "meeting.starts": ["10.00 น."],
        "meeting.place": ["ห้องประชุม"],
        "signers.0.signs": ["nominations-memo", "result-memo"],
        "signers.0.name.title": ["นาง"],
        "signers.0.name.first": ["สมศรี"],
        "signers.0.name.last": ["ตัวอย่างดี"],
        "signers.0.post": ["หัวหน้าสำนักปลัด"],
    }
    assert desk.save(PAGE, form).status_code == 303
    records, _ = Held(Workshop(desk.project), lambda: MOMENT).read()
    assert records is not None
    papers = next(each for each in records.rounds if each.programme.year == 2566).programme.papers
    assert (papers.code, papers.meeting.place) == ("ตง 12345", "ห้องประชุม")
    signer = papers.signer("result-memo")
    assert signer is not None
    assert signer.name.full == "นางสมศรี ตัวอย่างดี"


def test_a_change_keeps_the_clerks_remarks_and_all_else(desk: Desk) -> None:
    """One value is one line of the file."""
    before = desk.text("2566/papers.yaml")
    form = desk.form(PAGE) | {"meeting.number": ["2/2566"]}
    assert desk.save(PAGE, form).status_code == 303
    after = desk.text("2566/papers.yaml")
    assert after == before.replace("number: 1/2566", "number: 2/2566")


def test_a_number_that_is_taken_is_told_at_its_field(desk: Desk) -> None:
    """The door judges a form as it judges the file; what was filled in is not written."""
    before = desk.text("2566/papers.yaml")
    numbers = {
        f"numbered.{n}.{key}": [value]
        for n, paper in enumerate(("nominations-memo", "result-memo"))
        for key, value in (("paper", paper), ("number", "12"), ("day", "2 มีนาคม 2566"))
    }
    form = form_in(desk.send(PAGE, desk.form(PAGE), "add:numbered").text)
    form = form_in(desk.send(PAGE, form, "add:numbered").text)
    answer = desk.send(PAGE, form | numbers)
    assert answer.status_code == 422
    assert "ใช้กับบันทึกข้อความเชิญเสนอชื่อของรอบ 2566 แล้ว" in answer.text
    assert desk.text("2566/papers.yaml") == before


def test_a_number_is_called_by_its_paper(desk: Desk) -> None:
    """A list of numbers says whose each is, in the office's words."""
    file = desk.project / "winners/2566/papers.yaml"
    entry = "numbered:\n  - paper: order\n    number: 45\n    day: 2 มีนาคม 2566\n"
    file.write_text(file.read_text(encoding="utf-8").replace("numbered: []\n", entry), encoding="utf-8")
    assert "คำสั่งแต่งตั้งคณะกรรมการคัดเลือก 45" in desk.page(PAGE)


def test_the_first_page_leads_to_the_paper_that_is_due(desk: Desk) -> None:
    """What a paper waits for is one click away: the form where it is filled in, or the button."""
    page = desk.page("/2566/")
    assert "พร้อมลงนามเมื่อมี" in page
    assert "/2566/do/#number" in page
    file = desk.project / "winners/2566/papers.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("code: ตง 99901\n", ""), encoding="utf-8")
    assert "/2566/papers/#code" in desk.page("/2566/")


def test_a_paper_is_numbered_and_its_scan_filed_by_buttons(tmp_path: Path) -> None:
    """What the register gave and what was signed stand in the record afterwards, and nothing lies about."""
    real = Real(product.copy_of_sample(tmp_path))
    real.do("number", official="order", number="45", day="2 มีนาคม 2566", sure="1")
    assert "number: 45" in real.text("2566/papers.yaml")
    scan = scans.pdf()
    real.do("file", official="order", scan=(io.BytesIO(scan), "สแกน คำสั่ง.pdf"), sure="1")
    kept = [*(real.project / "winners/2566/papers").iterdir()]
    assert [file.read_bytes() for file in kept] == [scan]
    assert f"scan: papers/{kept[0].name}" in real.text("2566/papers.yaml")
    assert not list((real.project / "build").rglob("*สแกน*"))


def test_only_official_papers_are_numbered(desk: Desk) -> None:
    """A score sheet has no number in a register."""
    action = desk.page("/2566/do/").partition('action="/2566/do/number"')[2].partition("</form>")[0]
    assert 'value="order"' in action
    assert 'value="scoresheet"' not in action


def test_all_papers_are_one_button(desk: Desk) -> None:
    """Nobody presses it thirteen times."""
    action = desk.page("/2566/do/").partition('action="/2566/do/papers"')[2].partition("</form>")[0]
    assert 'value="all"' in action
    assert desk.press("/2566/do/papers", paper="all").status_code == 303
    desk.wait()
    assert desk.asked == [["papers", "all", "--year", "2566"]]
