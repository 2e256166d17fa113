"""The tally sheet: what another program types into it is read back, and the page has the same columns."""

from __future__ import annotations

import io
import subprocess
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from generator.papers import making, tally_sheet
from generator.pieces.paper.labels import SURVEY_FORM_ASPECTS
from generator.press.fillable import FILLABLE
from tests.papers.test_papers import asked
from tests.support import product

if TYPE_CHECKING:
    from generator.model import Records

ITEMS = [item for _, items in SURVEY_FORM_ASPECTS for item in items]
FORMS: tuple[dict[str, Any], ...] = (
    {"หน่วยงานที่มาติดต่อ": "กองช่าง", "levels": [5, 4, 5, 5, 5, 5, 3, 4, 5, 5], "มาจากหมู่ใด": "หมู่ที่ 2"},
    {"หน่วยงานที่มาติดต่อ": "สำนักปลัด", "levels": [4, 4, None, 5, 5, 5, 3, 4, 5, 4], "มาจากหมู่ใด": "หมู่ที่ 2"},
    {"ชื่อเจ้าหน้าที่ผู้ให้บริการ": "นางสาวฐิติญา สมมุติวงศ์", "levels": [5] * 10, "มาจากหมู่ใด": ""},
    {"levels": [2, 2, 2, 3, 3, 3, 1, 1, 2, 2], "ช่องทาง": "โทรศัพท์"},
    {"levels": [None] * 9 + [4], "มาจากหมู่ใด": "หมู่ที่ 1"},
    {"หน่วยงานที่มาติดต่อ": "กองคลัง", "levels": [None] * 10},
)
"""The last one was handed in with nothing circled."""


@pytest.fixture
def files(records: Records, tmp_path: Path) -> dict[str, bytes]:
    """Return the paper's files by their names."""
    made = making.made([tally_sheet.PAPER], asked(records, product.AFTER), tmp_path)
    return {each.name: each.value for each in made}


def opened(value: bytes) -> tuple[Any, int, dict[str, int]]:
    """Return the sheet as openpyxl reads it, the row of its headings, and where each column stands."""
    sheet = openpyxl.load_workbook(io.BytesIO(value)).worksheets[0]
    top = next(cell.row for cell in sheet["A"] if cell.value == "ฉบับที่")
    return sheet, top, {cell.value: cell.column for cell in sheet[top]}


def typed(value: bytes) -> bytes:
    """Return the workbook with the forms typed into it."""
    sheet, top, columns = opened(value)
    items = [place for title, place in columns.items() if title[0].isdigit()]
    for row, form in enumerate(FORMS, top + 1):
        for title, said in form.items():
            if title == "มาจากหมู่ใด" and said:
                said = next(word for word in places(sheet) if word.startswith(f"{said} "))  # noqa: PLW2901
            if title != "levels" and said:
                sheet.cell(row, columns[title], said)
        for place, level in zip(items, form["levels"], strict=True):
            sheet.cell(row, place, level)
    out = io.BytesIO()
    sheet.parent.save(out)
    return out.getvalue()


def places(sheet: Any) -> list[str]:
    """Return the words to choose from for villages, wherever they stand."""
    every = [rule.formula1 for rule in sheet.data_validations.dataValidation if "หมู่ที่" in (rule.formula1 or "")]
    if every:
        return str(every[0]).strip('"').split(",")
    return [cell.value for page in sheet.parent.worksheets[1:] for row in page for cell in row if cell.value]


def test_forms_typed_by_another_program_are_read_back_without_a_question(
    files: dict[str, bytes], office: Path, tmp_path: Path
) -> None:
    """Every form counts once, blank ones are told, and rows that wait are no replies."""
    product.typed_by_hand(office)
    file = tmp_path / "กองที่หนึ่ง.xlsx"
    file.write_bytes(typed(files["tally-sheet.xlsx"]))
    said = product.done(office, "import", "survey", str(file), "--yes")
    assert f"อ่าน {len(FORMS)} แถว = นับ 5 + ไม่นับ 1" in said
    assert "ไม่ได้ตอบข้อใดเลย 1" in said
    assert "ยังไม่ได้พิมพ์คำตอบ 294" in said
    assert "ไม่ได้อ่าน" not in said
    kept = (office / "winners/2566/survey.yaml").read_text(encoding="utf-8")
    levels = Counter(level for form in FORMS for level in form["levels"] if level)
    counts = ", ".join(str(levels[level]) for level in range(1, 6))
    assert f"counts: [{counts}]" in kept.partition("\nwhole: ")[2].partition("\n")[0]
    assert "- {channel: paper, moo: 2, count: 2}" in kept
    assert "- {channel: phone, count: 1}" in kept


def test_every_item_stands_in_the_order_of_the_form_and_takes_one_to_five(files: dict[str, bytes]) -> None:
    """A 6 or a 55 is refused while it is typed, when the form is still in the hand."""
    sheet, top, columns = opened(files["tally-sheet.xlsx"])
    assert [title.partition(". ")[2] for title in columns if title[0].isdigit()] == ITEMS
    whole = [rule for rule in sheet.data_validations.dataValidation if rule.type == "whole"]
    assert {(rule.formula1, rule.formula2, rule.errorStyle or "stop") for rule in whole} == {("1", "5", "stop")}
    assert sum(len(list(rule.sqref.ranges)) for rule in whole) == len(ITEMS)
    assert sheet.freeze_panes == f"B{top + 1}"
    assert sheet.protection.sheet


def test_nothing_in_it_is_a_formula(files: dict[str, bytes]) -> None:
    """A division that is called =1+1 is a name."""
    book = openpyxl.load_workbook(io.BytesIO(files["tally-sheet.xlsx"]))
    cells = [cell for sheet in book.worksheets for row in sheet for cell in row if cell.value is not None]
    assert len(cells) > 300
    assert not [cell for cell in cells if cell.data_type == "f"]


@pytest.mark.parametrize("word", ['ศูนย์ "หนูน้อย"', "คลัง, ช่าง", "ช" * 260, "กองช่าง"])
def test_a_list_of_any_words_is_read_back(word: str) -> None:
    """A quotation mark in a division's name would tear the file: Excel offers to repair it, and the list is gone."""
    column = {"title": "กอง", "wide": 10, "words": [word, "กองคลัง"]}
    sheet = {"tab": "ก", "title": "ก", "how": [], "heads": [column], "rows": [[""]], "frozen": 0}
    colours = {"primary": "#0f4c5c", "accent": "#8f5a12"}
    view = {"title": "ก", "timestamp": 0, "colours": colours, "words_tab": "คำ", "sheets": [sheet]}
    book = openpyxl.load_workbook(io.BytesIO(FILLABLE.press("", view, Path())))
    (rule,) = book["ก"].data_validations.dataValidation
    if rule.formula1.startswith('"'):
        assert rule.formula1[1:-1].split(",") == [word, "กองคลัง"]
        assert rule.formula1.count('"') == 2
    else:
        assert [cell.value for (cell,) in book["คำ"]["A1:A2"]] == [word, "กองคลัง"]


def test_the_page_is_one_sheet_with_every_question(files: dict[str, bytes], tmp_path: Path) -> None:
    """Whoever writes by hand has the same numbers as whoever types."""
    file = tmp_path / "tally-sheet.pdf"
    file.write_bytes(files["tally-sheet.pdf"])
    said = subprocess.run(("pdftotext", "-layout", str(file), "-"), capture_output=True, text=True, check=True).stdout
    plain = "".join(said.split())
    assert said.count("\f") == 1
    for item in ITEMS:
        assert "".join(item.split()) in plain, item
