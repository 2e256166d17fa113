"""Faulty score sheets: every fault at once and at its cell, a form written anew to be mended, and nothing kept."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from generator.scoring import importing, opening, wording
from generator.workbook import looking
from tests.support.committees import (
    CHAIR,
    CITIZEN,
    FAIR,
    HEAD,
    LISTED,
    MIND,
    NAME,
    NOMINEES,
    OTHER,
    POST,
    RECUSED,
    SCORES,
    Committee,
    Form,
    anew,
    said,
)
from tests.support.small import ROUND

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.small import Small

    Edit = Callable[[Form], object]


def _a_missing_score(form: Form) -> None:
    form.put("piya", FAIR, None)


def _nothing_at_all(form: Form) -> None:
    form.give("piya", None, None)


def _six_of_five(form: Form) -> None:
    form.put("piya", MIND, 6)


def _a_half(form: Form) -> None:
    form.put("piya", MIND, 4.5)


def _words(form: Form) -> None:
    form.put("piya", MIND, "ดีมาก")


def _a_comma(form: Form) -> None:
    form.put("piya", MIND, "4,5")


def _a_truth(form: Form) -> None:
    form.put("piya", MIND, True)  # noqa: FBT003 - a value of a cell


def _a_formula(form: Form) -> None:
    form.put("piya", MIND, "=2+3")


def _an_error(form: Form) -> None:
    form.put("piya", MIND, "#N/A")


def _merged(form: Form) -> None:
    cell = form.cell("piya", MIND)
    form.page.merge_cells(start_row=cell.row, end_row=cell.row, start_column=cell.column, end_column=cell.column + 1)


def _both(form: Form) -> None:
    form.put("piya", RECUSED, "เป็นญาติ")


def _another_reason_unsaid(form: Form) -> None:
    form.give("piya", None, None)
    form.put("piya", RECUSED, "เหตุอื่น")


def _a_letter_no_font_has(form: Form) -> None:
    form.give("piya", None, None)
    form.put("piya", OTHER, "เพราะ\u202eกลับ")


def _another_name(form: Form) -> None:
    form.put("piya", NAME, "นายคนอื่น ไม่รู้จัก")


def _another_post(form: Form) -> None:
    form.put("piya", POST, "ปลัดตัวปลอม")


AT_A_CELL: tuple[tuple[Edit, str, str], ...] = (
    (_a_missing_score, FAIR, "ขาดคะแนนข้อ เป็นธรรม"),
    (_nothing_at_all, MIND, "ขาดคะแนนข้อ จิตบริการ, เป็นธรรม"),
    (_six_of_five, MIND, "คะแนน 6 ให้ไม่ได้"),
    (_a_half, MIND, "คะแนน 4.5 ให้ไม่ได้"),
    (_words, MIND, "“ดีมาก” ไม่ใช่คะแนน"),
    (_a_comma, MIND, "“4,5” ไม่ใช่คะแนน"),
    (_a_truth, MIND, "ไม่ใช่คะแนน"),
    (_a_formula, MIND, "เป็นสูตร"),
    (_an_error, MIND, "ข้อผิดพลาดของ Excel"),
    (_merged, MIND, "ผสานกับช่องอื่น"),
    (_both, RECUSED, "มีทั้งเหตุที่งดให้คะแนนและคะแนน"),
    (_another_reason_unsaid, OTHER, "ไม่ได้เขียนว่าเหตุใด"),
    (_a_letter_no_font_has, OTHER, "U+202E"),
    (_another_name, NAME, "ล็อกไว้"),
    (_another_post, POST, "ล็อกไว้"),
)


@pytest.mark.parametrize(("edit", "heading", "told"), AT_A_CELL, ids=lambda value: getattr(value, "__name__", ""))
def test_a_fault_is_told_at_its_cell_and_stands_in_the_form_written_anew(
    committee: Committee, edit: Edit, heading: str, told: str
) -> None:
    """A member finds the red cell, reads in it what to do, and sees the other scores as they were given."""
    raw = committee.filled(CHAIR, edit)
    answer = committee.answer(raw)
    assert answer.taken == []
    assert told in said(answer)
    place = Form(raw).cell("piya", heading).coordinate
    assert all(problem.field.startswith(f"ให้คะแนน!{place} (นางสาวปิยะนุช") for problem in answer.problems[:1])
    form = anew(answer)
    assert told in form.cell("piya", heading).comment.text
    assert "แก้ไข:" in form.cell("piya", heading).comment.text
    red = form.cell("piya", heading).fill.fgColor.rgb
    assert red == "FFF8C9C4"
    assert form.cell("same", FAIR).fill.fgColor.rgb != red
    assert form.cell("same", FAIR).value == 5
    assert form.page.protection.sheet


@pytest.mark.parametrize("edit", [edit for edit, *_ in AT_A_CELL], ids=lambda edit: edit.__name__)
def test_the_form_written_anew_is_mended_and_taken(committee: Committee, edit: Edit) -> None:
    """It is a score sheet like the first, with the same id."""
    form = anew(committee.answer(committee.filled(CHAIR, edit)))
    form.give("piya", 5, 4)
    form.put("piya", RECUSED, None)
    form.put("piya", OTHER, None)
    answer = committee.keep(form.saved())
    assert said(answer) == ""
    assert committee.kept()[CHAIR]["piya"] == {"mind": 5, "fair": 4}


def test_all_faults_of_a_sheet_are_told_at_once(committee: Committee) -> None:
    """Nobody wants to be asked four times."""

    def edit(form: Form) -> None:
        form.put("piya", MIND, 6)
        form.put("sak", FAIR, None)
        form.put("head", RECUSED, "เป็นญาติ")
        form.put("same", MIND, "=1")

    answer = committee.answer(committee.filled(CHAIR, edit))
    assert len(answer.problems) == 4
    assert len({problem.field for problem in answer.problems}) == 4


@pytest.mark.parametrize(("nominee", "why"), [("head", "เป็นผู้ได้รับการเสนอชื่อ"), ("sak", "เป็นผู้เสนอชื่อ")])
def test_a_member_who_scored_himself_or_whom_he_nominated_is_refused(
    committee: Committee, nominee: str, why: str
) -> None:
    """The cells were locked; whoever takes the protection off meets the records."""

    def edit(form: Form) -> None:
        form.put(nominee, RECUSED, None)
        form.give(nominee, 5, 5)

    answer = committee.answer(committee.filled(HEAD, edit))
    assert answer.taken == []
    assert f"ให้คะแนนคนนี้ไม่ได้: {why}" in said(answer)
    form = anew(answer)
    assert form.cell(nominee, MIND).value is None
    assert form.cell(nominee, MIND).protection.locked
    assert form.cell(nominee, RECUSED).value == why
    committee.keep(form.saved())
    assert committee.kept()[HEAD][nominee] == why


def test_a_recusal_that_was_written_down_later_takes_the_scores_out(committee: Committee) -> None:
    """The chair hears of a kinship after the sheets went out."""
    raw = committee.filled(CITIZEN)
    committee.small.edit(
        NOMINEES, "position: นักพัฒนาชุมชน", "recused: [{member: 3, reason: เป็นญาติ}], position: นักพัฒนาชุมชน"
    )
    answer = committee.answer(raw)
    assert "ให้คะแนนคนนี้ไม่ได้: เป็นญาติ" in said(answer)
    committee.keep(anew(answer).saved())
    assert committee.kept()[CITIZEN]["piya"] == "เป็นญาติ"


def test_rows_that_change_places_are_seen(committee: Committee) -> None:
    """Two names that trade rows would give each the other's scores."""

    def edit(form: Form) -> None:
        one, other = form.cell("piya", NAME), form.cell("sak", NAME)
        one.value, other.value = other.value, one.value

    answer = committee.answer(committee.filled(CHAIR, edit))
    assert said(answer).count("ล็อกไว้") == 2


def test_rows_that_were_sorted_are_read_by_their_ids(committee: Committee) -> None:
    """Whole rows in another order say the same."""

    def edit(form: Form) -> None:
        rows = sorted(form.rows.values())
        cells = [[cell.value for cell in form.page[row]] for row in rows]
        for row, values in zip(rows, reversed(cells), strict=True):
            for column, value in enumerate(values, 1):
                form.page.cell(row, column).value = value

    committee.keep(committee.filled(CHAIR, edit))
    assert committee.kept()[CHAIR]["piya"] == {"mind": 5, "fair": 4}
    assert committee.kept()[CHAIR]["same"] == {"mind": 1, "fair": 5}


def test_a_column_that_was_put_in_moves_nothing(committee: Committee) -> None:
    """Scores are found by their headings where the form is no longer as it was printed."""

    def edit(form: Form) -> None:
        form.page.insert_cols(form.columns[MIND])

    answer = committee.answer(committee.filled(CHAIR, edit))
    assert said(answer) == ""
    assert dict(answer.taken[0].sheet.given[0].scores) == {"mind": 5, "fair": 4}


def test_a_row_that_is_gone_or_doubled_or_strange_is_told(committee: Committee) -> None:
    """Somebody deleted a nominee, copied a row, or added a person."""

    def gone(form: Form) -> None:
        form.page.delete_rows(form.rows["sak"])

    def doubled(form: Form) -> None:
        for cell in form.page[form.rows["piya"]]:
            form.page.cell(form.rows["same"] + 1, cell.column).value = cell.value

    def strange(form: Form) -> None:
        form.page.cell(form.rows["same"] + 1, 1).value = "newcomer"

    def nameless(form: Form) -> None:
        form.page.cell(form.rows["same"] + 1, form.columns[MIND]).value = 3

    for edit, told in (
        (gone, wording.NO_ROW),
        (doubled, wording.ROW_TWICE),
        (strange, wording.REMOVED),
        (nameless, wording.NO_ROW_ID),
    ):
        answer = committee.answer(committee.filled(CHAIR, edit))
        assert told.message.th in said(answer), edit.__name__
        assert set(anew(answer).rows) == {"piya", "sak", "head", "same"}


def test_a_nominee_who_came_later_must_be_scored(committee: Committee) -> None:
    """Sheets went out before the last nomination was entered."""
    raw = committee.filled(CHAIR)
    late = (
        "  - {id: late, position: ครู, name: {first: มาทีหลัง, title: นาย, last: จริง}, division: palad, category: staff}\n"
    )
    committee.small.write(NOMINEES, LISTED + late)
    answer = committee.answer(raw)
    assert wording.NO_ROW.message.th in said(answer)
    assert anew(answer).cell("late", MIND).value is None


def test_what_is_hidden_is_read_and_told(committee: Committee) -> None:
    """A member may hide rows to print; a sheet that is hidden is still the member's."""

    def rows(form: Form) -> None:
        form.page.row_dimensions[form.rows["sak"]].hidden = True

    def sheet(form: Form) -> None:
        form.book.active = 1
        form.page.sheet_state = "hidden"

    for edit in (rows, sheet):
        answer = committee.answer(committee.filled(CHAIR, edit))
        assert said(answer) == ""
        assert wording.HIDDEN in answer.taken[0].notes


def test_a_copy_of_the_sheet_beside_it_is_refused(committee: Committee) -> None:
    """Nobody knows which of the two counts, hidden or not."""

    def edit(form: Form) -> None:
        copy: Any = form.book.copy_worksheet(form.page)
        copy.sheet_state = "hidden"

    answer = committee.answer(committee.filled(CHAIR, edit))
    assert wording.TWO_SHEETS.message.th in said(answer)


def test_two_files_of_one_member_are_refused_with_both_names(committee: Committee) -> None:
    """Nobody knows which one the member meant; a third member's is still taken."""
    one, other = committee.filled(CHAIR), committee.filled(CHAIR, piya=(1, 1))
    answer = committee.answer(one, other, committee.filled(CITIZEN), names=("ก.xlsx", "ข.xlsx", "ค.xlsx"))
    assert [each.sheet.member for each in answer.taken] == [CITIZEN]
    assert "“ก.xlsx”" in said(answer)
    assert "ข.xlsx" in said(answer)


def test_the_same_file_twice_in_one_run_is_one(committee: Committee) -> None:
    """A copy in the download folder is no second opinion."""
    raw = committee.filled(CHAIR)
    answer = committee.answer(raw, raw, Form(raw).saved())
    assert said(answer) == ""
    assert len(answer.taken) == 1


def test_a_faulty_file_stops_no_other(committee: Committee) -> None:
    """Seven sheets come by mail, and one is wrong."""
    answer = committee.answer(committee.filled(CHAIR, _six_of_five), committee.filled(CITIZEN), b"")
    assert [each.sheet.member for each in answer.taken] == [CITIZEN]
    assert len(answer.problems) == 2


def test_a_sheet_made_under_other_rules_is_refused(committee: Committee) -> None:
    """Weights, the scale and who sits on the committee were others when it was filled in."""
    raw = committee.filled(CHAIR)
    committee.small.edit(ROUND, "detail: เต็มใจ, weight: 40", "detail: เต็มใจ, weight: 41")
    committee.small.edit(ROUND, "weight: 35", "weight: 34")
    assert wording.OTHER_RULES.message.th in said(committee.answer(raw))


def test_another_offices_sheet_is_unknown(committee: Committee) -> None:
    """Its id is none of ours."""

    def edit(form: Form) -> None:
        line = next(cell for cell in form.page["A"] if "เลขที่ใบ:" in str(cell.value))
        line.value = line.value.replace(line.value.split("เลขที่ใบ: ")[1][:14], "zzzz-zzzz-zzzz")

    assert "ไม่รู้จักเลขที่ใบ “zzzz-zzzz-zzzz”" in said(committee.answer(committee.filled(CHAIR, edit)))


def test_another_years_sheet_says_which_year(small: Small) -> None:
    """Last year's files lie in the same folder."""
    small.add_year()
    committee = Committee(small)
    raw = committee.filled(CHAIR)
    small.write("2567/nominees.yaml", LISTED)
    answer = importing.answer(small.read(), 2567, [importing.File("ใบ.xlsx", raw)], small.project / ".pictures")
    assert answer.taken == []
    assert "เป็นของปี 2566" in said(answer)


def _without_id(raw: bytes) -> bytes:
    form = Form(raw)
    next(cell for cell in form.page["A"] if "เลขที่ใบ:" in str(cell.value)).value = None
    return form.saved()


def _other_book(_: bytes) -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def _without_heads(raw: bytes) -> bytes:
    form = Form(raw)
    form.page.delete_rows(form.head)
    return form.saved()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
FILES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "nothing": (lambda _: b"", "ไฟล์นี้ว่าง"),
    "a password": (lambda _: OLE + "EncryptedPackage".encode("utf-16-le"), "รหัสผ่าน"),
    "an old workbook": (lambda _: OLE, ".xls"),
    "a web page": (lambda _: "<html><table><tr><td>ใบ</td></tr></table></html>".encode(), "หน้าเว็บ"),
    "words": (lambda _: "ก,ข\n1,2\n".encode(), "ไม่ใช่เวิร์กบุ๊ก"),
    "half a file": (lambda raw: raw[: len(raw) // 2], "เสีย"),
    "another workbook": (_other_book, "ไม่พบเลขที่ใบ"),
    "no id": (_without_id, "ไม่พบเลขที่ใบ"),
    "no headings": (_without_heads, "หัวตาราง"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_sheet_is_told_in_words_about_sheets(committee: Committee, name: str) -> None:
    """What to do is said of score sheets, not of the records' workbook."""
    make, told = FILES[name]
    answer = committee.answer(make(committee.filled(CHAIR)))
    assert answer.taken == []
    assert told in said(answer)
    assert "excel out" not in said(answer)


def test_a_file_that_bursts_is_refused_before_it_does(committee: Committee) -> None:
    """A few kilobytes of zip can hold gigabytes of spaces."""
    raw, out = committee.filled(CHAIR), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part = part.replace(b"</sheetData>", b" " * opening.BOUNDS.unpacked + b"</sheetData>")
            new.writestr(name, part)
    assert len(out.getvalue()) < opening.BOUNDS.packed
    answer = committee.answer(out.getvalue())
    assert answer.taken == []
    assert "ใหญ่" in said(answer)
    assert opening.BOUNDS.unpacked < looking.OURS.unpacked


def test_the_form_written_anew_is_the_same_bytes_each_time(committee: Committee) -> None:
    """A second run makes no second file beside it."""
    raw = committee.filled(CHAIR, _six_of_five)
    assert committee.answer(raw).faulty == committee.answer(raw).faulty


def test_nothing_of_a_faulty_sheet_is_kept(committee: Committee) -> None:
    """Not a row of it."""
    committee.made()
    before = committee.small.text(SCORES)
    committee.keep(committee.filled(CITIZEN))
    committee.answer(committee.filled(CHAIR, _six_of_five))
    assert CHAIR not in committee.kept()
    assert committee.small.text(SCORES) != before
