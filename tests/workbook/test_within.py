"""Members of teams and quiet hours have sheets of their own, and each row says whose it is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from generator.amending.pen import values
from generator.amending.said import at
from generator.workbook import labels
from tests.support.workbooks import PEOPLE, VILLAGES, Clerk, cell, put, saved

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.small import Small

MEMBERS, QUIET = "สมาชิก", "เวลาที่งดประกาศ"
WHOSE, MOO, NAME = "ชื่ออังกฤษสั้นของคน", "หมู่ที่", "ชื่อ"
ENDS, WHY = "งดถึง", "งดเพราะ"
ORGANISATION, WINNERS = "organisation.yaml", "2566/winners.yaml"
TEAM = """    team:
      name: ทีมกู้ชีพ
      members:
        - {title: นาย, first: สมชาย, last: ใจดี}
        - title: นาง
          first: สมหญิง
          last: ใจงาม
          confirmed: ใช่
"""
HOURS = """    loudspeaker:
      kind: หอกระจายข่าว
      times: [06.00 น.]
      particle: ครับ
      greeting: สวัสดีครับ พี่น้องทุกท่าน
      quiet:
        - {starts: 04.30 น., ends: 06.00 น., why: ละหมาดซุบฮิ}
        - {starts: 18.00 น., ends: 19.00 น., why: ละหมาดมัฆริบ}
"""


@pytest.fixture
def clerk(clerk: Clerk, small: Small) -> Clerk:
    """Return a clerk whose second winner is a team, and whose second village is quiet at times."""
    text = small.text(WINNERS)
    second = text.index("id: second")
    begin = text.index("    name:", second)
    end = text.index("    division:", second)
    small.write(WINNERS, text[:begin] + TEAM + text[end:])
    office = small.text(ORGANISATION)
    board = office.index("\n", office.index("board: หน้าโรงเรียน")) + 1
    small.write(ORGANISATION, office[:board] + HOURS + office[board:])
    assert [each for each in clerk.held.read()[1] if not each.warning] == []
    return clerk


def _rows(clerk: Clerk, sheet: str) -> list[list[Any]]:
    book = openpyxl.load_workbook(_file(clerk))
    return [[each for each in row if each] for row in book[sheet].iter_rows(min_row=2, values_only=True) if any(row)]


def _file(clerk: Clerk) -> io.BytesIO:
    return io.BytesIO(clerk.exchange.out())


def _members(text: str) -> list[str]:
    found = at(values(text), ("winners", 1, "team", "members"))
    return [str(at(each, ("first",))) for each in found] if isinstance(found, list) else []


def test_each_is_a_row_that_says_whose_it_is(clerk: Clerk) -> None:
    """What goes out comes back and changes nothing."""
    assert _rows(clerk, MEMBERS) == [["second", "นาย", "สมชาย", "ใจดี"], ["second", "นาง", "สมหญิง", "ใจงาม", "ใช่"]]
    assert [row[1:] for row in _rows(clerk, QUIET)] == [
        ["04.30 น.", "06.00 น.", "ละหมาดซุบฮิ"],
        ["18.00 น.", "19.00 น.", "ละหมาดมัฆริบ"],
    ]
    assert clerk.back(clerk.exchange.out()) == ([], [], [], b"", [])


def test_one_cell_is_one_change(clerk: Clerk) -> None:
    """Nobody else's line is touched, however the list was written."""

    def edit(book: Any) -> None:
        put(book, MEMBERS, 3, {NAME: "สมใจ"})
        put(book, QUIET, 2, {ENDS: "06.15 น."})

    answer = clerk.back(clerk.edited(edit))
    assert (answer.problems, answer.notes) == ([], [])
    assert {each.name: each.many for each in answer.shown} == {f"winners/{ORGANISATION}": 1, f"winners/{WINNERS}": 1}
    clerk.exchange.put(answer)
    assert "{starts: 04.30 น., ends: 06.15 น., why: ละหมาดซุบฮิ}" in clerk.text(ORGANISATION)
    assert _members(clerk.text(WINNERS)) == ["สมชาย", "สมใจ"]


def test_one_comes_and_one_goes_and_a_whole_name_is_divided(clerk: Clerk) -> None:
    """Each is told before it is written."""

    def edit(book: Any) -> None:
        book[MEMBERS].delete_rows(2)
        put(book, MEMBERS, 3, {WHOSE: "second", NAME: "นายสมศักดิ์ รักงาน"})

    answer = clerk.back(clerk.edited(edit))
    assert answer.problems == []
    said = [note.th for note in answer.notes]
    assert any(note.startswith(f"{MEMBERS}: ลบ") and "สมชาย" in note for note in said)
    assert any(note.startswith(f"{MEMBERS}: เพิ่ม") and "สมศักดิ์" in note for note in said)
    clerk.exchange.put(answer)
    assert _members(clerk.text(WINNERS)) == ["สมหญิง", "สมศักดิ์"]


def test_rows_may_be_sorted_and_owners_typed_as_people_type(clerk: Clerk) -> None:
    """A number of Excel and Thai digits mean the same village; entries keep their order."""

    def edit(book: Any) -> None:
        moo = cell(book[QUIET], 2, MOO).value
        above = [each.value for each in book[QUIET][2]]
        for place, value in enumerate([each.value for each in book[QUIET][3]], 1):
            book[QUIET].cell(2, place).value = value
            book[QUIET].cell(3, place).value = above[place - 1]
        put(book, QUIET, 2, {MOO: int(moo)})
        put(book, QUIET, 3, {MOO: "".join(chr(ord(digit) + 0x0E50 - 0x30) for digit in moo)})

    assert clerk.back(clerk.edited(edit)).shown == []


def test_a_sheet_that_is_gone_leaves_its_records(clerk: Clerk) -> None:
    """Whoever deletes a sheet takes nobody out of a team; an empty one does, and says so."""

    def without(book: Any) -> None:
        del book[MEMBERS]

    assert clerk.back(clerk.edited(without)).shown == []
    emptied = clerk.back(clerk.edited(lambda book: book[MEMBERS].delete_rows(2, 9)))
    assert len([note for note in emptied.notes if note.th.startswith(f"{MEMBERS}: ลบ")]) == 2


def _merged(book: Any) -> None:
    book[MEMBERS].merge_cells("C2:C3")


def _formula(book: Any) -> None:
    put(book, MEMBERS, 2, {NAME: "=A1"})


@pytest.mark.parametrize(
    ("edit", "sheet", "row", "said"),
    [
        (lambda book: put(book, MEMBERS, 2, {WHOSE: "nobody"}), MEMBERS, 2, f"ไม่มี “nobody” ในแผ่น “{PEOPLE}”"),
        (lambda book: put(book, MEMBERS, 3, {WHOSE: None}), MEMBERS, 3, "ยังไม่ได้กรอก"),
        (lambda book: put(book, QUIET, 3, {MOO: 77}), QUIET, 3, f"ไม่มี “77” ในแผ่น “{VILLAGES}”"),
        (lambda book: put(book, QUIET, 3, {ENDS: "ค่ำ"}), QUIET, 3, "ค่ำ"),
        (lambda book: put(book, QUIET, 3, {WHY: None}), QUIET, 3, "ยังไม่ได้กรอก"),
        (lambda book: put(book, MEMBERS, 3, {NAME: "ก" * 5_000}), MEMBERS, 3, "ตัวอักษร"),
        (_merged, MEMBERS, 2, "ผสาน"),
        (_formula, MEMBERS, 2, "สูตร"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(
    clerk: Clerk, edit: Callable[[Any], object], sheet: str, row: int, said: str
) -> None:
    """In the copy that comes back, as on the sheets that there always were; and nothing is written."""
    before = clerk.text(WINNERS), clerk.text(ORGANISATION)
    answer = clerk.back(clerk.edited(edit))
    found = [each.message.th + each.fix.th for each in answer.problems if f"“{sheet}” แถว {row}" in each.field]
    assert any(said in each for each in found), [(each.field, each.message.th) for each in answer.problems]
    assert labels.FIRST in openpyxl.load_workbook(io.BytesIO(answer.marked)).sheetnames
    assert (clerk.text(WINNERS), clerk.text(ORGANISATION)) == before


def test_hidden_rows_are_read_like_the_rest(clerk: Clerk) -> None:
    """A filter hides rows that nobody meant to take away."""

    def hide(book: Any) -> None:
        book[MEMBERS].row_dimensions[2].hidden = True

    answer = clerk.back(clerk.edited(hide))
    assert answer.shown == []
    assert any(MEMBERS in note.th and "ซ่อน" in note.th for note in answer.notes)


def test_two_of_one_id_are_told_apart(clerk: Clerk, small: Small) -> None:
    """The second is called so: one person may stand in two categories."""
    small.edit(WINNERS, "id: second", "id: first")
    assert {row[0] for row in _rows(clerk, MEMBERS)} == {"first (2)"}
    assert saved(openpyxl.load_workbook(_file(clerk)))
