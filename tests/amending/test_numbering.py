"""An official paper gets its number once, is a draft again when its facts change, and its signed scan is filed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.support import product, scans

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("builds")
"""Each test runs several commands."""

PAPERS = "winners/2566/papers.yaml"
PDF = scans.pdf()


def text(office: Path) -> str:
    """Return the file of the year's papers."""
    return (office / PAPERS).read_text(encoding="utf-8")


def numbered(office: Path, paper: str, *more: str) -> dict[str, object]:
    """Give a paper its number, and return what a script is told."""
    answer: dict[str, object] = json.loads(product.done(office, "freeze", "--paper", paper, *more, "--json"))
    return answer


def test_a_number_is_added_and_no_other_letter_changes(office: Path) -> None:
    """The file is the clerk's, with remarks."""
    before = text(office)
    told = numbered(office, "order", "--number", "45", "--day", "2 มีนาคม 2566")
    assert told == {"paper": "order", "number": "45", "given": True}
    kept, _, added = text(office).partition("numbered:\n")
    assert kept == before.removesuffix("numbered: []\n")
    words = added.split()
    assert words[:-1] == ["-", "paper:", "order", "number:", "45", "day:", "2", "มีนาคม", "2566", "digest:"]


def test_without_a_file_one_is_begun_that_says_what_it_may_hold(office: Path) -> None:
    """The first number of a round is often the first thing that is known of its papers."""
    (office / PAPERS).unlink()
    numbered(office, "order", "--number", "45", "--day", "2 มีนาคม 2566")
    assert all(f"#   {key} " in text(office) for key in ("code", "krut", "meeting", "signers", "numbered"))
    assert "number: 45" in text(office)


def test_the_first_number_of_a_year_is_the_registers_to_say(office: Path) -> None:
    """The records know three orders of the office's two hundred: a guess would be somebody else's number."""
    before = text(office)
    ran = product.tonbaep(office, "freeze", "--paper", "order", "--day", "2 มีนาคม 2566")
    assert ran.returncode == 1
    assert "--number" in ran.stderr
    assert text(office) == before
    numbered(office, "nominations-memo", "--number", "12", "--day", "16 มีนาคม 2566")
    assert numbered(office, "result-memo", "--day", "20 เมษายน 2566")["number"] == "13"


def test_a_number_is_told_as_the_paper_has_it(office: Path) -> None:
    """An order counts by the year; a memo has the office's code before it, and no year behind."""
    said = product.done(office, "freeze", "--paper", "order", "--number", "45", "--day", "2 มีนาคม 2566")
    assert " ที่ 45/2566 ลงวันที่ 2 มีนาคม 2566 " in said
    said = product.done(office, "freeze", "--paper", "result-memo", "--number", "12", "--day", "20 เมษายน 2566")
    assert " ที่ ตง 99901/12 ลงวันที่ 20 เมษายน 2566 " in said
    assert "ฉบับที่มีเลข" in said
    said = product.done(office, "freeze", "--paper", "result-notice", "--day", "21 เมษายน 2566")
    assert "ฉบับที่มีวันที่" in said


@pytest.mark.parametrize("written", ["45/2566", "๔๕"])
def test_a_number_typed_as_papers_show_it_is_the_number(office: Path, written: str) -> None:
    """It was told, and compared with the register, as 45/2566/2566."""
    told = numbered(office, "order", "--number", written, "--day", "2 มีนาคม 2566")
    assert told["number"] == "45"
    assert "number: 45\n" in text(office)


def test_what_is_no_number_is_told_of_the_option(office: Path) -> None:
    """The line of papers.yaml that was named had not been written."""
    before = text(office)
    ran = product.tonbaep(office, "freeze", "--paper", "order", "--number", "พจ 71201/88")
    assert ran.returncode == 2
    assert ran.stderr.startswith("--number: “พจ 71201/88” ไม่ใช่เลขทะเบียน")
    assert text(office) == before


def test_the_same_text_is_numbered_once(office: Path) -> None:
    """A command that is given twice by mistake must not use up a number."""
    numbered(office, "order", "--number", "45", "--day", "2 มีนาคม 2566")
    before = text(office)
    assert numbered(office, "order") == {"paper": "order", "number": "45", "given": False}
    assert text(office) == before


def test_a_number_that_is_taken_is_refused_and_nothing_is_written(office: Path) -> None:
    """Memos share a register."""
    numbered(office, "nominations-memo", "--number", "12", "--day", "16 มีนาคม 2566")
    before = text(office)
    ran = product.tonbaep(office, "freeze", "--paper", "result-memo", "--number", "12", "--day", "20 เมษายน 2566")
    assert ran.returncode == 1
    assert "12/2566" in ran.stderr
    assert text(office) == before


def test_what_the_clerk_numbered_by_hand_gets_its_digest(office: Path) -> None:
    """The register is on the clerk's table, and so is the record."""
    by_hand = "numbered:\n  - paper: order\n    number: 45\n    day: 2 มีนาคม 2566\n"
    (office / PAPERS).write_text(text(office).replace("numbered: []\n", by_hand), encoding="utf-8")
    told = product.tonbaep(office, "papers", "order").stderr
    assert "เขียนเลขที่ไว้เอง" in told, "until then its words would change under the same number"
    assert "freeze --paper order --number 45 --day" in told
    numbered(office, "order", "--number", "45", "--day", "2 มีนาคม 2566")
    assert "เขียนเลขที่ไว้เอง" not in product.tonbaep(office, "check").stderr
    assert text(office).count("\n  - paper: order") == 1
    assert text(office).count("digest:") == 1
    assert numbered(office, "order")["given"] is False


def test_facts_that_change_after_the_number_are_told(office: Path) -> None:
    """By the check and by who makes the paper; a new number ends it."""
    product.typed_by_hand(office)
    numbered(office, "order", "--number", "45", "--day", "2 มีนาคม 2566")
    product.done(office, "check")
    record = office / "winners/2566/round.yaml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("post: ผู้แทนประชาชนในตำบล 1 คน", "post: กำนันตำบลควนเมา"),
        encoding="utf-8",
    )
    told = product.tonbaep(office, "check")
    assert told.returncode == 0
    assert "คำสั่งแต่งตั้งคณะกรรมการคัดเลือก เลขที่ 45" in told.stderr
    numbered(office, "order", "--number", "51", "--day", "9 มีนาคม 2566")
    assert "เลขที่ 45" not in product.tonbaep(office, "check").stderr
    assert text(office).count("\n  - paper: order") == 2


@pytest.mark.parametrize(
    ("value", "ending"), [(PDF, "pdf"), (b"\xff\xd8\xff\xe0", "jpg"), (b"\x89PNG\r\n\x1a\n", "png")]
)
def test_a_scan_is_filed_beside_the_record(value: bytes, ending: str, office: Path, tmp_path: Path) -> None:
    """Under its paper, with the ending that it really is."""
    scan = tmp_path / "สแกน.dat"
    scan.write_bytes(value)
    numbered(office, "order", "--number", "45", "--day", "2 มีนาคม 2566")
    told = json.loads(product.done(office, "file", str(scan), "--paper", "order", "--json"))
    assert told["scan"].startswith("winners/2566/papers/order-")
    assert told["scan"].endswith(ending)
    assert (office / told["scan"]).read_bytes() == value
    assert f"scan: {told['scan'].removeprefix('winners/2566/')}" in text(office)
    product.done(office, "check")


def test_a_second_scan_leaves_the_first_one(office: Path, tmp_path: Path) -> None:
    """What was filed is not thrown away by a better copy."""
    numbered(office, "order", "--number", "45", "--day", "2 มีนาคม 2566")
    for n in (1, 2):
        (tmp_path / "scan.pdf").write_bytes(PDF + bytes([n]))
        product.done(office, "file", str(tmp_path / "scan.pdf"), "--paper", "order")
    assert len(list((office / "winners/2566/papers").iterdir())) == 2
    assert text(office).count("scan:") == 1


def test_what_cannot_be_filed_is_refused_with_what_to_do(office: Path, tmp_path: Path) -> None:
    """No scan, no such file, no number yet."""
    scan, other = tmp_path / "scan.pdf", tmp_path / "letter.docx"
    scan.write_bytes(PDF)
    other.write_bytes(b"PK\x03\x04")
    unnumbered = product.tonbaep(office, "file", str(scan), "--paper", "order")
    assert "tonbaep freeze --paper order" in unnumbered.stderr
    numbered(office, "order", "--number", "45", "--day", "2 มีนาคม 2566")
    assert "PDF" in product.tonbaep(office, "file", str(other), "--paper", "order").stderr
    assert product.tonbaep(office, "file", str(tmp_path / "none.pdf"), "--paper", "order").returncode == 2
    assert product.tonbaep(office, "file", str(scan), "--paper", "odrer").returncode == 2
    assert not (office / "winners/2566/papers").exists()
    assert "scan:" not in text(office)


def test_the_lack_of_a_krut_is_said_once(office: Path) -> None:
    """Not for each of five papers; and not where no paper wants one."""
    told = product.tonbaep(office, "papers", "order", "criteria-notice", "result-memo")
    assert told.returncode == 0
    assert told.stderr.count("ภาพครุฑ") == 2  # the fault and its cure
    assert "ภาพครุฑ" not in product.tonbaep(office, "papers", "agenda").stderr


def test_a_paper_that_was_edited_in_word_is_kept_and_ours_stands_beside_it(office: Path) -> None:
    """An afternoon's work in Word is never written over."""
    product.done(office, "papers", "order")
    folder = office / "build/papers/2566"
    edited = (folder / "order.docx").read_bytes() + b"edited in Word"
    (folder / "order.docx").write_bytes(edited)
    said = product.done(office, "papers", "order")
    assert (folder / "order.docx").read_bytes() == edited
    assert "order-2.docx" in said
    assert sorted(path.name for path in folder.iterdir()) == ["order-2.docx", "order.docx", "order.pdf"]


def test_the_next_year_keeps_what_does_not_belong_to_one_round(office: Path) -> None:
    """The office's code and its signers stay; a number or a meeting of last year would be false."""
    numbered(office, "order", "--number", "45", "--day", "2 มีนาคม 2566")
    product.done(office, "new", "2567")
    next_year = (office / PAPERS.replace("2566", "2567")).read_text(encoding="utf-8")
    assert "code: ตง 99901" in next_year
    assert "legal_basis:" in next_year
    assert "\nmeeting:" not in next_year
    assert "digest" not in next_year
    assert "number: 45" in text(office)


@pytest.mark.parametrize(
    ("value", "words"),
    [(b"", "ไม่ใช่ไฟล์สแกน"), (scans.pdf(locked=True), "รหัสผ่าน"), (b"%PDF-1.4\nbroken", "เปิดไฟล์สแกนไม่ได้")],
    ids=["empty", "password", "broken"],
)
def test_a_scan_that_nobody_can_look_at_is_refused(value: bytes, words: str, office: Path, tmp_path: Path) -> None:
    """It would be found out years later, when the paper itself is gone."""
    numbered(office, "order", "--number", "45", "--day", "2 มีนาคม 2566")
    before, scan = text(office), tmp_path / "scan.pdf"
    scan.write_bytes(value)
    ran = product.tonbaep(office, "file", str(scan), "--paper", "order")
    assert ran.returncode == 1
    assert words in ran.stderr
    assert text(office) == before
    assert not (office / "winners/2566/papers").exists()


def test_a_picture_that_is_named_as_a_pdf_is_filed_as_what_it_is(office: Path, tmp_path: Path) -> None:
    """Phones and copiers name files as they like."""
    numbered(office, "criteria-notice", "--day", "13 มีนาคม 2566")
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(scans.jpeg())
    product.done(office, "file", str(scan), "--paper", "criteria-notice")
    (filed,) = (office / "winners/2566/papers").iterdir()
    assert filed.suffix == ".jpg"
    assert f"scan: papers/{filed.name}" in text(office)
