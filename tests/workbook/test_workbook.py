"""The workbook: what goes out comes back unchanged, and what was changed in it is all that changes in the records."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from generator.amending.pen import values
from generator.amending.save import Stale
from generator.reading import guide
from generator.workbook import labels
from tests.support import product
from tests.support.workbooks import (
    FIRST,
    OUTCOMES,
    PEOPLE,
    PERCENT,
    REPLIES,
    SATISFACTION,
    TITLE,
    VILLAGES,
    Clerk,
    as_others_save,
    cell,
    put,
    saved,
)

if TYPE_CHECKING:
    from tests.support.small import Small

ORGANISATION, ROUND, WINNERS = "organisation.yaml", "2566/round.yaml", "2566/winners.yaml"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Clerk:
    """Return the sample with a clerk; no test changes it."""
    return Clerk(product.copy_of_sample(tmp_path_factory.mktemp("workbook")))


def test_what_goes_out_comes_back_and_changes_nothing(sample: Clerk, clerk: Clerk) -> None:
    """However a value was written, showing it in a cell and taking it back must not count as a change."""
    for each in (sample, clerk):
        raw = each.exchange.out()
        assert each.back(raw) == ([], [], [], b"", [])
        again = saved(openpyxl.load_workbook(io.BytesIO(raw)))
        assert each.back(again) == ([], [], [], b"", [])


def test_another_program_may_save_it_without_all_that_we_put_in(sample: Clerk) -> None:
    """Inline strings, no comments, no lists, no formats: the values are what counts."""
    assert sample.back(as_others_save(sample.exchange.out())) == ([], [], [], b"", [])


def test_the_same_records_are_the_same_bytes_on_every_system(sample: Clerk) -> None:
    """Neither the system's mark nor its compressor nor a clock is in the file."""
    raw = sample.exchange.out()
    assert raw == sample.exchange.out()
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        told = {(each.create_system, each.compress_type, each.date_time) for each in packed.infolist()}
    assert told == {(3, zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0))}


def test_it_says_in_thai_what_to_write_and_offers_the_words_that_there_are(sample: Clerk) -> None:
    """Headings and comments are the guide's, lists are the schema's and the records' own."""
    book = openpyxl.load_workbook(io.BytesIO(sample.exchange.out()))
    first = [row[0] for row in book[labels.FIRST].iter_rows(max_col=1, values_only=True)]
    assert first[1:6] == list(labels.HOW)
    people = book[PEOPLE]
    told = guide.table()["Winner.position"]
    assert cell(people, 1, told.title.th).comment.text.startswith(told.help.th)
    offered: dict[str, list[str]] = {}
    for rule in people.data_validations.dataValidation:
        sheet, place = rule.formula1.replace("$", "").split("!")
        words = [row[0].value for row in book[sheet.strip("'")][place]]
        offered |= {people.cell(1, area.min_col).value: words for area in rule.sqref.ranges}
    assert "กองช่าง" in offered["สังกัด"]
    assert "พนักงานจ้าง" in offered["ประเภท"]
    assert offered["ความยินยอม: ยินยอมให้ใช้ที่ไหน: สื่อสังคมออนไลน์"] == ["ใช่", "ไม่ใช่"]
    assert cell(people, 2, "สังกัด").value == "กองสวัสดิการสังคม"


def test_every_cell_is_a_text_and_none_a_formula(clerk: Clerk, small: Small) -> None:
    """What looks like a formula, a number or an address is what the office wrote, in Excel as well."""
    small.edit(ORGANISATION, "name: 0012", 'name: "=1+1"')
    small.edit(ORGANISATION, "board: หน้าโรงเรียน", 'board: "+66 @SUM(A1)"')
    raw = clerk.exchange.out()
    book = openpyxl.load_workbook(io.BytesIO(raw))
    cells = [each for sheet in book for row in sheet.iter_rows() for each in row if each.value is not None]
    assert {each.data_type for each in cells} == {"s"}
    assert {"=1+1", "+66 @SUM(A1)", "1_000", "1.10"} <= {each.value for each in cells}
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        assert not any(b"<f>" in packed.read(name) for name in packed.namelist() if name.startswith("xl/worksheets/"))
    assert clerk.back(raw) == ([], [], [], b"", [])


def test_one_cell_is_one_line_and_no_other_byte(clerk: Clerk, small: Small) -> None:
    """Shown before it is written, in a file with a BOM, CRLF and remarks as Notepad leaves it."""
    text = "\ufeff# ของเรา\r\n" + small.text(WINNERS).replace("\n", "\r\n")
    small.write(WINNERS, text)
    raw = clerk.edited(lambda book: put(book, PEOPLE, 2, {PERCENT: 91.5}))
    answer = clerk.back(raw)
    assert [(each.name, each.many) for each in answer.shown] == [(f"winners/{WINNERS}", 1)]
    assert [line.text for line in answer.shown[0].lines if line.mark != " "] == [
        "    satisfaction: {percent: 95.40, replies: 68}",
        "    satisfaction: {percent: 91.5, replies: 68}",
    ]
    assert clerk.text(WINNERS) == text
    clerk.exchange.put(answer)
    assert clerk.text(WINNERS) == text.replace("95.40", "91.5")


def test_numbers_and_dates_of_excel_that_mean_the_same_change_nothing(clerk: Clerk) -> None:
    """Excel takes zeros away and makes dates of texts, in its own era or in ours."""

    def retyped(book: Any) -> None:
        put(book, PEOPLE, 2, {PERCENT: 95.4, "ความพึงพอใจต่อคนนี้: ผู้ตอบกี่คน": 68.0, "ลำดับที่": 1})
        put(book, PEOPLE, 2, {"ความยินยอม: ให้ไว้เมื่อ": date(2023, 3, 28)})
        put(book, PEOPLE, 3, {"ไม่เปิดเผยชื่อ: ตั้งแต่": datetime.combine(date(2566, 5, 1), time()), "คำชมเชย": "1_000"})
        put(book, VILLAGES, 3, {"ชื่อหมู่บ้าน": 12, "หมู่ที่": 2})
        put(book, SATISFACTION, 3, {"ปี พ.ศ.": 2566, "ร้อยละความพึงพอใจ": 85.2, "ผู้ตอบกี่คน": 1200})

    assert clerk.back(clerk.edited(retyped)) == ([], [], [], b"", [])


def test_rows_and_columns_may_move_and_be_hidden(sample: Clerk) -> None:
    """Sorting, filtering and renaming a sheet is looking, not changing."""

    def moved(book: Any) -> None:
        people = book[PEOPLE]
        rows = [[each.value for each in row] for row in people.iter_rows(min_row=1)]
        people.delete_rows(1, people.max_row)
        for row in ([], ["รายชื่อ"], rows[0], *reversed(rows[1:])):
            people.append(row[::-1])
        people.row_dimensions[5].hidden = True
        people.column_dimensions["B"].hidden = True
        book[VILLAGES].title = "หมู่บ้านของเรา"
        book[REPLIES].sheet_state = "hidden"

    answer = sample.back(sample.edited(moved))
    assert (answer.shown, answer.problems) == ([], [])
    told = "\n".join(note.th for note in answer.notes)
    for words in ("แถวที่ซ่อนอยู่: 5", "คอลัมน์ที่ซ่อนอยู่", "แผ่นนี้ถูกซ่อนอยู่", "“หมู่บ้านของเรา” เป็น “หมู่บ้าน”"):
        assert words in told


def test_what_is_not_there_stays_as_it_is(sample: Clerk) -> None:
    """A sheet or column that was deleted is no order to empty the records."""

    def shortened(book: Any) -> None:
        del book[VILLAGES]
        book[PEOPLE].delete_cols(cell(book[PEOPLE], 1, "เรื่องเล่า").column)

    answer = sample.back(sample.edited(shortened))
    assert (answer.shown, answer.problems) == ([], [])
    told = "\n".join(note.th for note in answer.notes)
    assert "ไม่มีแผ่น “หมู่บ้าน”" in told
    assert "ไม่มีคอลัมน์ “เรื่องเล่า”" in told


def test_a_new_row_is_a_new_entry_with_the_guides_remarks(clerk: Clerk, small: Small) -> None:
    """The next clerk who opens the file finds what may be added to this person."""
    before = small.text(WINNERS)
    small.edit("2566/round.yaml", "places: 2", "places: 4")

    def added(book: Any) -> None:
        for row, (key, name) in enumerate((("third", "น.ส.สมหญิง  ใจดี"), ("fourth", "ว่าที่ ร.ต.หญิง วรรณา ณ ระนอง")), 4):
            put(book, PEOPLE, row, {"ชื่ออังกฤษสั้นของคน": key, FIRST: name, "ตำแหน่ง": "นิติกร", "สังกัด": "กองช่าง"})
            put(book, PEOPLE, row, {"ประเภท": "พนักงาน", "ลำดับที่": str(row - 1), PERCENT: 80})
            put(book, PEOPLE, row, {"ความพึงพอใจต่อคนนี้: ผู้ตอบกี่คน": "9", "คะแนนจากกรรมการ: จิตบริการ": 80})
            put(book, PEOPLE, row, {"คะแนนจากกรรมการ: เป็นธรรม": "๘๐"})

    answer = clerk.back(clerk.edited(added))
    assert [problem.say() for problem in answer.problems] == []
    notes = [note.th for note in answer.notes]
    assert "แถว 4 แยกชื่อ “น.ส.สมหญิง ใจดี” เป็น คำนำหน้า น.ส. · ชื่อ สมหญิง · นามสกุล ใจดี" in notes
    assert any(note.startswith(f"{PEOPLE}: เพิ่ม fourth") for note in notes)
    clerk.exchange.put(answer)
    after = clerk.text(WINNERS)
    assert after.startswith(before.removesuffix("sample: true\n"))
    assert after.count("# ชื่อเป็นอักษรยาวี") == 1
    said: Any = values(after)
    assert said["winners"][3]["name"] == {"title": "ว่าที่ ร.ต.หญิง", "first": "วรรณา", "last": "ณ ระนอง"}
    assert said["winners"][3]["division"] == "works"
    assert said["winners"][3]["scores"] == {"mind": "80", "fair": "๘๐"}


def test_the_first_people_of_a_year_begin_their_file(clerk: Clerk, small: Small) -> None:
    """There is no file of winners before the committee has met."""
    raw = clerk.exchange.out()
    small.path(WINNERS).unlink()
    answer = clerk.back(raw)
    assert answer.notes[0].en.startswith("This workbook was made of other records")
    clerk.exchange.put(answer)
    assert clerk.text(WINNERS).startswith(f"# {guide.table()['Winners.sample'].title.th}")
    assert clerk.back(clerk.exchange.out()) == ([], [], [], b"", [])


def test_who_goes_is_named_before(clerk: Clerk, small: Small) -> None:
    """A row that was deleted by mistake is seen in words, not only in lines."""
    answer = clerk.back(clerk.edited(lambda book: book[VILLAGES].delete_rows(3)))
    assert [note.th for note in answer.notes] == ["หมู่บ้าน: ลบ 2 0012"]
    clerk.exchange.put(answer)
    assert clerk.text(ORGANISATION) == small.text(ORGANISATION)
    assert "0012" not in small.text(ORGANISATION)


def test_two_people_of_one_name_stay_two(clerk: Clerk, small: Small) -> None:
    """They are told apart by id; where that is changed as well, nothing is guessed: one goes and one comes."""
    name = "{title: นางสาว, first: ปิยะนุช, last: ศรีท้องถิ่น}"
    small.edit(WINNERS, "{title: นาย, first: ศักดิ์สิทธิ์, last: น้ำใจดี}", name)

    def changed(book: Any) -> None:
        rows = [[each.value for each in row] for row in book[PEOPLE].iter_rows(min_row=2)]
        for place, value in enumerate(rows[1], 1):
            book[PEOPLE].cell(2, place).value, book[PEOPLE].cell(3, place).value = value, rows[0][place - 1]
        put(book, PEOPLE, 2, {PERCENT: 77})

    answer = clerk.back(clerk.edited(changed))
    assert [line.text for line in answer.shown[0].lines if line.mark == "+"] == [
        "    satisfaction: {percent: 77, replies: 40}"
    ]
    answer = clerk.back(clerk.edited(lambda book: put(book, PEOPLE, 3, {"ชื่ออังกฤษสั้นของคน": "other"})))
    assert [note.th.split()[1] for note in answer.notes] == ["ลบ", "เพิ่ม"]


def test_an_id_that_is_changed_is_the_same_person(clerk: Clerk) -> None:
    """Nobody else has this name: what the workbook does not show of a person is kept."""
    answer = clerk.back(clerk.edited(lambda book: put(book, PEOPLE, 3, {"ชื่ออังกฤษสั้นของคน": "other"})))
    assert [line.text for line in answer.shown[0].lines if line.mark == "+"] == ["  - id: other"]


def test_consent_is_a_row_of_switches(clerk: Clerk) -> None:
    """What somebody takes back is one word in the records."""
    switch = "ความยินยอม: ยินยอมให้ใช้ที่ไหน: สิ่งพิมพ์"
    answer = clerk.back(clerk.edited(lambda book: put(book, PEOPLE, 2, {switch: "ไม่ใช่"})))
    assert [line.text for line in answer.shown[0].lines if line.mark == "+"] == ["        channels: [site]"]
    answer = clerk.back(clerk.edited(lambda book: put(book, PEOPLE, 2, {switch: False})))
    assert len(answer.shown) == 1
    answer = clerk.back(clerk.edited(lambda book: put(book, PEOPLE, 2, {switch: "อาจจะ"})))
    assert [problem.message.th for problem in answer.problems] == ["ช่องนี้ต้องเป็น ใช่ หรือ ไม่ใช่"]


def test_figures_of_the_round_come_back_as_well(clerk: Clerk) -> None:
    """Outcomes stand in one row, replies in many."""

    def changed(book: Any) -> None:
        put(book, OUTCOMES, 2, {"เป้าหมายความพึงพอใจ": 85})
        put(book, REPLIES, 2, {"ช่องทาง": "โปสเตอร์", "จากหมู่ที่": 2, "กี่คำตอบ": 12})
        put(book, REPLIES, 3, {"ช่องทาง": "จุดบริการ", "จากกอง": "สำนักปลัด", "กี่คำตอบ": "๑๓"})

    answer = clerk.back(clerk.edited(changed))
    clerk.exchange.put(answer)
    said: Any = values(clerk.text(ROUND))
    assert said["outcomes"]["satisfaction_target"] == "85"
    assert said["replies"] == [
        {"channel": "poster", "moo": "2", "count": "12"},
        {"channel": "counter", "division": "palad", "count": "๑๓"},
    ]


def test_nothing_is_written_where_the_records_changed_meanwhile(clerk: Clerk, small: Small) -> None:
    """What was shown is what is written, in all files or in none."""

    def changed(book: Any) -> None:
        put(book, PEOPLE, 2, {TITLE: "นาง"})
        put(book, VILLAGES, 2, {"ป้ายประกาศอยู่ที่ไหน": "วัด"})

    answer = clerk.back(clerk.edited(changed))
    assert len(answer.savings) == 2
    small.edit(ORGANISATION, "board: หน้าโรงเรียน", "board: หน้าวัด")
    before = [clerk.text(name) for name in (WINNERS, ORGANISATION)]
    with pytest.raises(Stale):
        clerk.exchange.put(answer)
    assert [clerk.text(name) for name in (WINNERS, ORGANISATION)] == before
    assert not (clerk.project / ".tonbaep/trial").exists()


def test_what_has_no_room_in_a_row_is_kept(clerk: Clerk, small: Small) -> None:
    """The members of a team and the quiet hours of a village are not in the workbook, and stay below what changed."""
    small.edit(WINNERS, "    name: {title: นาย, first: ศักดิ์สิทธิ์, last: น้ำใจดี}\n    position: นายช่างโยธา\n", _TEAM)
    small.edit(ORGANISATION, "      particle: ครับ\n", _QUIET)

    def changed(book: Any) -> None:
        put(book, PEOPLE, 3, {"ทีม งาน หรือฝ่าย: มีกี่คน": 9})
        put(book, VILLAGES, 2, {"เครื่องกระจายเสียง: เวลาที่เปิดประกาศ": "06.00 น., 17.30"})

    answer = clerk.back(clerk.edited(changed))
    assert [problem.say() for problem in answer.problems] == []
    assert sorted(each.many for each in answer.shown) == [1, 1]
    clerk.exchange.put(answer)
    assert clerk.text(WINNERS).count(_TEAM.replace("people: 8", "people: 9")) == 1
    assert "- 06.00 น.\n        - 17.30\n" + _QUIET in clerk.text(ORGANISATION)


_TEAM = """\
    team:
      name: ทีมกู้ชีพ
      people: 8
      members:
        - {title: นาย, first: หนึ่ง, last: ดี}
"""
_QUIET = """\
      particle: ครับ
      quiet:
        - {why: ละหมาด, starts: 04.30 น., ends: 05.00 น.}
"""


def test_one_person_in_two_categories_stays_two_entries(clerk: Clerk, small: Small) -> None:
    """They share id and name: the category tells them apart, wherever the rows stand."""
    small.edit(ROUND, "  - {key: staff, name: พนักงาน, places: 2}\n", _TWO)
    text = small.text(WINNERS)
    entry = text[text.index("  - id: first") : text.index("  - id: second")]
    small.write(WINNERS, text.replace("sample: true", "") + entry.replace("category: staff", "category: other"))

    def changed(book: Any) -> None:
        rows = [[each.value for each in row] for row in book[PEOPLE].iter_rows(min_row=2)]
        for number, row in enumerate(reversed(rows), 2):
            for place, value in enumerate(row, 1):
                book[PEOPLE].cell(number, place).value = value
        put(book, PEOPLE, 2, {PERCENT: 80})

    answer = clerk.back(clerk.edited(changed))
    assert [problem.say() for problem in answer.problems] == []
    clerk.exchange.put(answer)
    said: Any = values(clerk.text(WINNERS))
    assert [each["satisfaction"]["percent"] for each in said["winners"]] == ["95.40", "90", "80"]


_TWO = "  - {key: staff, name: พนักงาน, places: 2}\n  - {key: other, name: ลูกจ้าง, places: 1}\n"
