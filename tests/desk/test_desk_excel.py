"""The records go through Excel and back in the browser, and a name comes whole from Word."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import openpyxl

from generator.desk import labels
from generator.disk.swap import Workshop
from tests.support.desk import Desk, form_in

if TYPE_CHECKING:
    from openpyxl import Workbook

    from tests.support.small import Small


def _saved(book: Workbook) -> io.BytesIO:
    out = io.BytesIO()
    book.save(out)
    out.seek(0)
    return out


def _book(desk: Desk) -> Workbook:
    answer = desk.get("/2566/excel/out")
    assert "attachment" in answer.headers["Content-Disposition"]
    return openpyxl.load_workbook(io.BytesIO(answer.data))


def _cell(book: Workbook, text: str) -> tuple[str, str]:
    """Return the sheet and the place of the cell that says a text."""
    return next(
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value == text
    )


def test_a_cell_changed_in_excel_is_one_line_and_saved_once_it_was_seen(desk: Desk) -> None:
    """Nothing is written before somebody agreed to the very lines that were shown."""
    book = _book(desk)
    sheet, place = _cell(book, "นักพัฒนาชุมชน")
    book[sheet][place] = "นักพัฒนาชุมชนชำนาญการ"
    before = desk.text("2566/winners.yaml")
    looked = desk.send("/2566/excel/", {"book": (_saved(book), "ข้อมูล.xlsx")})
    assert labels.lines(1).th in looked.text
    assert desk.text("2566/winners.yaml") == before
    assert desk.press("/2566/excel/", do="save", shown="0" * 64).status_code == 200
    assert desk.text("2566/winners.yaml") == before
    shown = looked.text.partition('name="shown" value="')[2].partition('"')[0]
    assert labels.SAVED.th in desk.press("/2566/excel/", do="save", shown=shown).text
    assert desk.text("2566/winners.yaml") == before.replace("นักพัฒนาชุมชน", "นักพัฒนาชุมชนชำนาญการ", 1)
    assert labels.NO_BOOK.th in desk.press("/2566/excel/", do="save", shown=shown).text


def test_records_that_cannot_be_read_are_told_instead_of_a_workbook(desk: Desk, small: Small) -> None:
    """A file broken by hand is no fault of the program."""
    small.path("2566/round.yaml").write_text("a: [", encoding="utf-8")
    answer = desk.get("/2566/excel/out")
    assert answer.status_code == 422
    assert "round.yaml" in answer.text


def test_a_faulty_workbook_comes_back_with_its_faults_marked(desk: Desk) -> None:
    """And a file that is none is told so; neither writes anything."""
    assert desk.get("/2566/excel/marked").status_code == 404
    book = _book(desk)
    sheet, place = _cell(book, "นักพัฒนาชุมชน")
    book[sheet][place] = "ก" * 5_000
    answer = desk.send("/2566/excel/", {"book": (_saved(book), "ข้อมูล.xlsx")})
    assert answer.status_code == 422
    marked = openpyxl.load_workbook(io.BytesIO(desk.get("/2566/excel/marked").data))
    remarks = [cell.comment.text for row in marked[sheet].iter_rows() for cell in row if cell.comment]
    assert any("ยาว" in remark or "ตัวอักษร" in remark for remark in remarks)
    for raw in (b"", b"%PDF-1.7", b"PK\x03\x04"):
        answer = desk.send("/2566/excel/", {"book": (io.BytesIO(raw), "a.xlsx")})
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text


def test_a_whole_name_is_divided_and_shown_before_it_counts(desk: Desk) -> None:
    """As Word gives it: no space after the title, a space that is none, Thai digits of a list."""
    form = desk.form("/2566/people/0/")
    answer = desk.send("/2566/people/0/", {**form, "whole": ["๑. น.ส.สมหญิง\u00a0ณ ระนอง"]}, "divide:")
    shown = form_in(answer.text)
    assert [shown[f"winners.0.name.{part}"] for part in ("title", "first", "last")] == [
        ["นางสาว"] if shown["winners.0.name.title"] == ["นางสาว"] else ["น.ส."],
        ["สมหญิง"],
        ["ณ ระนอง"],
    ]
    assert "สมหญิง" not in desk.text("2566/winners.yaml")


def test_neither_workbook_nor_form_waits_for_what_is_being_made(desk: Desk) -> None:
    """A build takes minutes, and whoever only looks changes nothing that it reads."""
    book = _book(desk)
    sheet, place = _cell(book, "นักพัฒนาชุมชน")
    book[sheet][place] = "นักพัฒนาชุมชนชำนาญการ"
    form = desk.form("/2566/divisions/")
    with ThreadPoolExecutor(1) as other, Workshop(desk.project).locked(lambda: None):
        looked = other.submit(desk.send, "/2566/excel/", {"book": (_saved(book), "ข้อมูล.xlsx")}).result(60)
        tried = other.submit(desk.send, "/2566/divisions/", form, "remove:divisions.1").result(60)
    assert labels.lines(1).th in looked.text
    assert tried.status_code == 422
