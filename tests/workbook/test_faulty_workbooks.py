"""Workbooks that cannot be taken in: each is said in the clerk's words, at its cell, and nothing is written."""

from __future__ import annotations

import io
import time
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from generator.cli import main
from generator.workbook import looking, wording
from generator.workbook.exchange import marked_name
from generator.workbook.looking import LARGEST, ROWS, look
from tests.support.product import tonbaep
from tests.support.workbooks import FIRST, PEOPLE, PERCENT, VILLAGES, Clerk, cell, put, saved, with_part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.reading.tree import Saying
    from tests.support.small import Small

SHEET = "xl/worksheets/sheet3.xml"
"""The villages, behind the first sheet and the people."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PATIENCE = 6
"""Seconds, on a machine that others use as well."""


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return out.getvalue()


def _locked(raw: bytes) -> bytes:
    """Return a zip whose members say that they need a password."""
    return raw.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


def _with_type(part: bytes) -> bytes:
    return part.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet', 1)


@pytest.mark.parametrize(
    ("broken", "saying"),
    [
        (lambda _: b"", wording.EMPTY_FILE),
        (lambda _: b"id,name\r\n1,2\r\n", wording.NO_WORKBOOK),
        (lambda _: "id\tชื่อ".encode("utf-16"), wording.NO_WORKBOOK),
        (lambda _: OLE + bytes(600), wording.OLD_FORMAT),
        (lambda _: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), wording.PASSWORD),
        (lambda _: _zip({"content.xml": b"<a/>", "mimetype": b"spreadsheet"}), wording.NO_WORKBOOK),
        (lambda raw: raw[: len(raw) // 2], wording.TORN),
        (lambda raw: raw[:-30], wording.TORN),
        (lambda raw: raw.replace(b"<sheetData", b"<sheetDat\xff", 1), wording.TORN),
        (lambda raw: with_part(raw, SHEET, _with_type), wording.TORN),
        (lambda raw: with_part(raw, SHEET, lambda part: part[:200]), wording.TORN),
        (lambda raw: with_part(raw, SHEET, lambda part: part.replace(b'r="A1"', b'r="1A"')), wording.TORN),
        (lambda raw: _zip({"xl/workbook.xml": raw[:0]}), wording.TORN),
        (_locked, wording.PASSWORD),
        (lambda _: b"PK" + bytes(LARGEST), wording.TOO_LARGE),
    ],
    ids=range(15),
)
def test_what_is_no_workbook_is_said_to_be_none(clerk: Clerk, broken: Callable[[bytes], bytes], saying: Saying) -> None:
    """Renamed, torn, locked or made to burst: one sentence each, and quickly."""
    raw, began = broken(clerk.exchange.out()), time.monotonic()
    with pytest.raises(wording.Unreadable) as fault:
        clerk.back(raw)
    assert fault.value.saying == saying
    assert time.monotonic() - began < PATIENCE


def test_a_file_that_bursts_is_not_unpacked_to_its_end(clerk: Clerk) -> None:
    """A hundred kilobytes may hold a gigabyte."""
    raw = with_part(clerk.exchange.out(), SHEET, lambda _: bytes(6_000_000))
    assert len(raw) < 200_000
    with pytest.raises(wording.Unreadable) as fault:
        look(raw)
    assert fault.value.saying == wording.TORN
    with pytest.raises(wording.Unreadable) as fault:
        look(raw, looking.OURS._replace(unpacked=5_000_000))
    assert fault.value.saying == wording.TOO_LARGE


def test_a_size_that_lies_is_no_way_in(clerk: Clerk) -> None:
    """What a member says of its size is not believed: it is measured while it is unpacked."""
    raw = bytearray(with_part(clerk.exchange.out(), SHEET, lambda _: bytes(2_000_000)))
    real, small = (2_000_000).to_bytes(4, "little"), (2_000).to_bytes(4, "little")
    assert raw.count(real) == 2
    with pytest.raises(wording.Unreadable) as fault:
        clerk.back(bytes(raw.replace(real, small)))
    assert fault.value.saying == wording.TORN


def _rows(part: bytes, extra: bytes) -> bytes:
    return part.replace(b"</sheetData>", extra + b"</sheetData>")


def test_a_million_empty_rows_are_passed_over(clerk: Clerk) -> None:
    """Whoever formats a whole sheet leaves them behind."""
    rows = (
        b'<row r="1000" ht="18.75" customHeight="1"/><row r="1001" s="1"><c r="A1" s="1"/><c r="B1"/></row>' * 500_000
    )
    raw, began = with_part(clerk.exchange.out(), SHEET, lambda part: _rows(part, rows)), time.monotonic()
    assert clerk.back(raw) == ([], [], [], b"", [])
    assert time.monotonic() - began < PATIENCE


def test_a_cell_at_the_end_of_the_world_is_not_fetched(clerk: Clerk) -> None:
    """A reader would make room for all cells before it: sixteen thousand million."""
    extra = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    began = time.monotonic()
    with pytest.raises(wording.Unreadable) as fault:
        clerk.back(with_part(clerk.exchange.out(), SHEET, lambda part: _rows(part, extra)))
    assert fault.value.saying == wording.too_far(VILLAGES, 1048576, ROWS)
    assert time.monotonic() - began < PATIENCE


def test_more_elements_than_a_year_has_are_not_counted_to_the_end(clerk: Clerk) -> None:
    """Cells without values are small in a zip and large in memory."""
    rows = b"<row>" + b"<c/>" * 20_000 + b"</row>"
    with pytest.raises(wording.Unreadable) as fault:
        look(
            with_part(clerk.exchange.out(), SHEET, lambda part: _rows(part, rows)),
            looking.OURS._replace(elements=10_000),
        )
    assert fault.value.saying == wording.TOO_LARGE


def _merged(book: Any) -> None:
    book[VILLAGES].merge_cells("B2:B3")


def _formula(book: Any) -> None:
    put(book, VILLAGES, 2, {"ป้ายประกาศอยู่ที่ไหน": '="ศาลา"&"วัด"'})


def _error(book: Any) -> None:
    sheet = cell(book[VILLAGES], 2, "ป้ายประกาศอยู่ที่ไหน")
    sheet.value, sheet.data_type = "#REF!", "e"


def _day(book: Any) -> None:
    put(book, VILLAGES, 2, {"ป้ายประกาศอยู่ที่ไหน": wording_day()})


def wording_day() -> object:
    """Return what Excel makes of 1/2."""
    return openpyxl.utils.datetime.from_excel(45000)


def _heading(book: Any) -> None:
    book[VILLAGES]["C1"].value = "ป้ายประกาศอยู่ไหน"


def _twice(book: Any) -> None:
    book[VILLAGES].cell(1, 30).value = "ชื่อหมู่บ้าน"


def _copy(book: Any) -> None:
    book.copy_worksheet(book[VILLAGES])


def _strange(book: Any) -> None:
    put(book, VILLAGES, 2, {"ป้ายประกาศอยู่ที่ไหน": "ศาลา😀"})


@pytest.mark.parametrize(
    ("edit", "places"),
    [
        (_merged, ["แถว 2 คอลัมน์ B", "แถว 3 คอลัมน์ B"]),
        (_formula, ["แถว 2 คอลัมน์ C"]),
        (_error, ["แถว 2 คอลัมน์ C"]),
        (_day, ["แถว 2 คอลัมน์ C"]),
        (_heading, ["แถว 1 คอลัมน์ C"]),
        (_twice, ["แถว 1 คอลัมน์ AD"]),
        (_copy, ["แผ่น “หมู่บ้าน Copy”"]),
        (_strange, ["แถว 2 คอลัมน์ C"]),
    ],
)
def test_what_a_cell_cannot_mean_is_said_at_the_cell(
    clerk: Clerk, edit: Callable[[Any], None], places: list[str]
) -> None:
    """Merged cells, formulas, errors, dates that were texts, and headings that nobody knows are not guessed."""
    answer = clerk.back(clerk.edited(edit))
    assert (answer.shown, answer.savings) == ([], [])
    assert len(answer.problems) == len(places)
    for problem, place in zip(answer.problems, places, strict=True):
        assert place in problem.field


@pytest.mark.parametrize("hidden", ["_x0007_", "_x001B_[2J", "\u202e", "_x000D_\n"])
def test_letters_that_control_are_refused_where_they_stand(clerk: Clerk, hidden: str) -> None:
    """They cannot be seen in Excel, and would act in a terminal; a name has one line."""
    raw = with_part(
        clerk.exchange.out(), "xl/sharedStrings.xml", lambda part: part.replace(b"0012", f"00{hidden}12".encode())
    )
    assert ["คอลัมน์ B (ชื่อหมู่บ้าน)" in problem.field for problem in clerk.back(raw).problems] == [True]


def _marks(raw: bytes, sheet: str) -> Iterator[tuple[str, str]]:
    """Yield the coloured cells of a marked copy, with their comments."""
    for row in openpyxl.load_workbook(io.BytesIO(raw))[sheet].iter_rows():
        yield from ((each.coordinate, each.comment.text) for each in row if each.fill.fgColor.rgb == "FFF8C9C4")


def test_all_faults_come_back_at_once_in_colour_and_words(clerk: Clerk) -> None:
    """The reader's and the door's, each at its cell; and what is mended in the copy is taken in from there."""

    def spoilt(book: Any) -> None:
        put(book, PEOPLE, 2, {PERCENT: 108, "สังกัด": "กองลม", "ลำดับที่": "=1+1"})
        put(book, PEOPLE, 3, {FIRST: None})
        put(book, VILLAGES, 3, {"หมู่ที่": 1})
        book[VILLAGES].cell(1, 20).value, book[VILLAGES].cell(2, 20).value = "หมายเหตุ", "จดไว้"

    answer = clerk.back(clerk.edited(spoilt))
    people, villages = dict(_marks(answer.marked, PEOPLE)), dict(_marks(answer.marked, VILLAGES))
    assert len(people) + len(villages) == len(answer.problems) == 6
    told = "\n".join(people.values())
    for words in ("ไม่เกิน 100", "ไม่มีสำนัก/กอง “กองลม”", wording.FORMULA.message.th, "กรอกช่องนี้"):
        assert words in told
    assert "ซ้ำ" in villages["A3"]
    assert "หมายเหตุ" in villages["N1"]
    book = openpyxl.load_workbook(io.BytesIO(answer.marked))
    assert book[VILLAGES]["N2"].value == "จดไว้"
    put(book, PEOPLE, 2, {PERCENT: "95.4", "สังกัด": "สำนักปลัด", "ลำดับที่": 1})
    put(book, PEOPLE, 3, {FIRST: "ศักดิ์สิทธิ์"})
    put(book, VILLAGES, 3, {"หมู่ที่": 2})
    book[VILLAGES].delete_cols(14)
    assert clerk.back(saved(book)) == ([], [], [], b"", [])


def test_what_the_records_lacked_before_is_not_the_workbooks_fault(clerk: Clerk, small: Small) -> None:
    """An office that begins has many open fields, and may still bring in what it knows."""
    small.edit("organisation.yaml", "short_name: อบต.ทดสอบ", "short_name:")
    answer = clerk.back(clerk.edited(lambda book: put(book, VILLAGES, 2, {"ป้ายประกาศอยู่ที่ไหน": "วัด"})))
    assert [each.many for each in answer.shown] == [1]


def test_a_fault_that_the_workbook_causes_elsewhere_is_told(clerk: Clerk, small: Small) -> None:
    """A village that goes is missed by what speaks of it."""
    small.edit(
        "organisation.yaml", "board: หน้าโรงเรียน\n", "board: หน้าโรงเรียน\n    joined: 1\n    until: 1 มกราคม 2566\n"
    )
    answer = clerk.back(clerk.edited(lambda book: book[VILLAGES].delete_rows(2)))
    assert answer.problems
    first = openpyxl.load_workbook(io.BytesIO(answer.marked)).worksheets[0]
    said = "\n".join(str(row[0]) for row in first.iter_rows(max_col=1, values_only=True))
    marks = "\n".join(text for _, text in _marks(answer.marked, VILLAGES))
    assert all(problem.message.th in said + marks for problem in answer.problems)


def test_a_copy_of_a_copy_has_one_ending() -> None:
    """Otherwise each round of mending would make the name longer."""
    assert marked_name("ข้อมูล") == marked_name("ข้อมูล ต้องแก้") == marked_name("ข้อมูล ต้องแก้-2") == "ข้อมูล ต้องแก้"


def test_the_commands_show_ask_and_write(clerk: Clerk, small: Small, tmp_path: Path) -> None:
    """Nobody sits before the terminal: nothing is written without --yes, and exit codes tell it."""
    file = tmp_path / "ข้อมูล.xlsx"
    out = tonbaep(small.project, "excel", "out", str(file))
    assert (out.returncode, file.read_bytes()) == (0, clerk.exchange.out())
    file.write_bytes(clerk.edited(lambda book: put(book, PEOPLE, 2, {PERCENT: 91.5})))
    assert tonbaep(small.project, "excel", "out", str(file)).returncode == 1
    before = small.text("2566/winners.yaml")
    looked = tonbaep(small.project, "excel", "in", str(file))
    assert looked.returncode == 1
    assert "แก้ 1 บรรทัด" in looked.stdout
    assert small.text("2566/winners.yaml") == before
    assert tonbaep(small.project, "excel", "in", str(file), "--yes").returncode == 0
    assert small.text("2566/winners.yaml") == before.replace("95.40", "91.5")
    file.write_bytes(clerk.edited(lambda book: put(book, PEOPLE, 2, {PERCENT: 109})))
    refused = tonbaep(small.project, "excel", "in", str(file), "--yes")
    assert refused.returncode == 1
    assert "ข้อมูล ต้องแก้.xlsx" in refused.stderr
    assert dict(_marks((tmp_path / "ข้อมูล ต้องแก้.xlsx").read_bytes(), PEOPLE))
    site = small.project / "site/x.xlsx"
    assert [tonbaep(small.project, "excel", "out", str(each)).returncode for each in (site, tmp_path / "x.ods")] == [
        2,
        2,
    ]


@pytest.mark.parametrize(("typed", "saved"), [("ใช่", True), ("YES", True), ("ไม่", False), ("", False)])
def test_only_a_yes_writes(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, typed: str, saved: bool
) -> None:
    """Anything else is asked again, and an empty answer is a no."""
    file = tmp_path / "a.xlsx"
    file.write_bytes(clerk.edited(lambda book: put(book, PEOPLE, 2, {PERCENT: 91.5})))
    monkeypatch.setattr("sys.stdin", _Typed(f"เอ่อ\n{typed}\n"))
    assert main(["excel", "in", str(file), "--project", str(clerk.project)]) == (0 if saved else 1)
    assert ("91.5" in clerk.text("2566/winners.yaml")) == saved


class _Typed(io.StringIO):
    def isatty(self) -> bool:
        return True
