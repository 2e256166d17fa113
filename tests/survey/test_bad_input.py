"""Files that cannot be counted, or not all of them: each is told in one sentence, with its file, line and column."""

from __future__ import annotations

import io
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from generator.problems import ProblemsFound
from generator.reading import schema
from generator.reading.record import record_of
from generator.survey import importing
from generator.survey.names import Names, Person
from tests.support import exports

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.survey.conftest import Read

PEOPLE = exports.replies()
ROWS = exports.google(PEOPLE)


def changed(row: int, column: int, value: str) -> list[list[str]]:
    """Return the rows with one cell changed."""
    rows = [list(each) for each in ROWS]
    rows[row][column] = value
    return rows


def refused(read: Read, value: bytes | str, name: str = "replies.csv", **asked: Any) -> list[str]:
    """Return what is said of a file that is not counted."""
    with pytest.raises(ProblemsFound) as found:
        read(value, name, **asked)
    return [problem.say() for problem in found.value.problems]


def edited(edit: Callable[[Any], object]) -> bytes:
    """Return a workbook that somebody changed in Excel."""
    rows = [["" if cell is None else cell for cell in row] for row in ROWS]
    book = openpyxl.load_workbook(io.BytesIO(exports.workbook(rows)))
    edit(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def merged(book: Any) -> None:
    """Merge two answers."""
    book.active.merge_cells("C4:C5")


def formula(book: Any) -> None:
    """Put a formula where an answer was."""
    book.active["D3"] = "=1+4"


def hidden(book: Any) -> None:
    """Hide the sheet with the replies behind an empty one."""
    book.active.sheet_state = "hidden"
    book.create_sheet("ว่าง")
    book.active = 1


UNCOUNTED: dict[str, tuple[bytes | str, str]] = {
    "0 bytes": (b"", "ไม่มีคำตอบเลย"),
    "blank lines": ("\n\n,,,\n", "ไม่มีคำตอบเลย"),
    "no reply": (exports.text(ROWS[:1]), "ไม่มีคำตอบที่นับได้เลย"),
    "old Excel": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Excel รุ่นเก่า"),
    "password": (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "รหัสผ่าน"),
    "web page": ("<html><table><tr><td>ประทับเวลา</td></tr></table>", "หน้าเว็บ"),
    "PDF": (b"%PDF-1.7 ...", "PDF"),
    "torn workbook": (b"PK\x03\x04" + b"\0" * 50, "เสีย"),
    "open quote": (exports.text(ROWS).replace("\r\n", '\r\n"', 1) + "x" * 200_000, "เปิดแล้วไม่ปิด"),
    "a column missing": (exports.text([row[:3] + row[4:] for row in ROWS]), "อธิบายเข้าใจง่าย"),
    "a column twice": (exports.text([[*row, row[2]] for row in ROWS]), "สองคอลัมน์สำหรับข้อ"),
    "a column renamed": (exports.text(changed(0, 4, "คำถามใหม่เรื่องอื่น")), "ไม่พบคอลัมน์ของข้อ “รอไม่นาน"),
    "6 of 5": (exports.text([ROWS[0]] + [[*row[:2], "6", *row[3:]] for row in ROWS[1:]]), "คนละมาตรา"),
    "codes": (exports.text(exports.google(PEOPLE, said=lambda level: f"A{level}" if level else "")), "ตัวย่อของโปรแกรม"),
    "unclear words": (
        exports.text(exports.google(PEOPLE, said=lambda level: "พอใจมาก" if level else "")),
        "ไม่แน่ใจว่าคำตอบ",
    ),
    "another year": (exports.text(exports.google(PEOPLE, "{0.day}/{0.month}/2020, {0:%H:%M:%S}")), "ไม่มีคำตอบที่นับได้เลย"),
    "garbled": (exports.text(ROWS).encode().decode("cp874", "ignore"), "เพี้ยน"),
    "formula": (edited(formula), "ช่องนี้เป็นสูตร"),
    "merged": (edited(merged), "ผสาน"),
    "hidden": (edited(hidden), "ซึ่งซ่อนไว้"),
}


@pytest.mark.parametrize("what", UNCOUNTED)
def test_a_file_that_cannot_be_counted_is_told_in_a_sentence_with_a_cure(what: str, read: Read) -> None:
    """The clerk reads what to do, and no program's own words."""
    value, words = UNCOUNTED[what]
    said = refused(read, value)
    assert any(words in each for each in said), said
    assert all("แก้ไข: " in each and each.startswith("replies.csv") for each in said)


def test_a_faulty_cell_is_told_with_line_and_column(read: Read) -> None:
    """An editor and Excel jump there."""
    assert refused(read, edited(formula))[0].startswith("replies.csv:3:4: Sheet1!")
    assert {each.split(" ")[0] for each in refused(read, edited(merged))} == {"replies.csv:4:3:", "replies.csv:5:3:"}


ASIDE = {
    "another day": (changed(3, 0, "1/4/2022, 10:00:00"), "นอกช่วงเวลา", 4),
    "too late": (changed(3, 0, "1/5/2023, 10:00:00"), "นอกช่วงเวลา", 4),
    "no day": (changed(3, 0, "เมื่อวาน"), "อ่านไม่ได้", 4),
    "test": (changed(3, 10, "ทดสอบ"), "แถวทดสอบ", 4),
    "doubled": ([*ROWS, ROWS[5]], "ซ้ำ", len(ROWS) + 1),
    "no answer": ([*ROWS[:3], [*ROWS[3][:2], "", "", "-", "ไม่ทราบ", *ROWS[3][6:]], *ROWS[4:]], "ไม่ได้ตอบข้อใดเลย", 4),
    "6 on a scale of 5": (changed(3, 2, "6"), "อ่านไม่ได้", 4),
    "figure and word differ": (changed(3, 2, "5 น้อยที่สุด"), "อ่านไม่ได้", 4),
    "a comma outside quotes": ([*ROWS[:3], [*ROWS[3], "และ", "อื่น ๆ"], *ROWS[4:]], "อ่านไม่ได้", 4),
}


@pytest.mark.parametrize("what", ASIDE)
def test_a_row_that_does_not_count_is_set_aside_with_its_reason_and_line(what: str, read: Read) -> None:
    """Read is counted and set aside, to the last row."""
    rows, reason, line = ASIDE[what]
    _, counted = read(exports.text(rows))
    assert {key: lines for key, lines in counted.aside.items() if lines} == {reason: [line]}
    assert counted.read == counted.counted + 1 == len(rows) - 1
    if reason == "อ่านไม่ได้":
        assert [problem.line for problem in counted.told] == [line]


def test_unfinished_replies_are_set_aside(read: Read) -> None:
    """LimeSurvey writes no day where somebody left before the end."""
    rows = exports.lime(PEOPLE, exports.grid(), exports.LIME_TEXTS)
    rows[2][1] = ""
    _, counted = read(exports.text(rows))
    assert counted.aside["ตอบไม่จบ"] == [3]
    assert counted.counted == len(PEOPLE) - 1


@pytest.mark.parametrize("words", ["วันที่ส่งแล้ว", "Data de envio", ""])
def test_limesurveys_own_columns_are_known_by_their_codes_in_any_language(words: str, read: Read) -> None:
    """A translation nobody listed would count what was not finished, and every reply without its day."""
    rows = exports.lime(PEOPLE, exports.grid(), [f"{code}. {words}" for code in exports.LIME_CODES])
    rows[2][1] = ""
    ready, counted = read(exports.text(rows))
    assert ready.known.source.name == "LimeSurvey"
    assert (counted.aside["ตอบไม่จบ"], counted.undated) == ([3], 0)


def test_a_reply_with_a_line_break_has_the_line_at_which_it_begins(read: Read) -> None:
    """The comment before it went over three lines."""
    rows = changed(2, 10, "หนึ่ง\nสอง\nสาม")
    rows[3][0] = "1/4/2022, 10:00:00"
    _, counted = read(exports.text(rows))
    assert counted.aside["นอกช่วงเวลา"] == [6]


def test_an_anonymous_survey_is_counted_without_days(read: Read) -> None:
    """1980-01-01 is no date; a filter by period would drop every reply."""
    rows = exports.lime(PEOPLE, exports.grid(), exports.LIME_TEXTS, anonymous=True)
    _, counted = read(exports.text(rows))
    assert counted.undated == counted.counted == len(PEOPLE)


def test_one_reply_is_counted_and_has_no_deviation(read: Read) -> None:
    """Nobody differs from a single person."""
    ready, counted = read(exports.text(ROWS[:2]), wanted=importing.Wanted(None, "d/m"))
    assert counted.counted == 1
    assert "divisions:" not in importing.text(ready, counted)


def test_all_the_same_is_no_fault(read: Read) -> None:
    """Everybody may be content."""
    ready, counted = read(exports.text(exports.google(PEOPLE, said=lambda _: "มากที่สุด")))
    assert "mean: 5.00, deviation: 0.00, percent: 100.00" in importing.text(ready, counted)


def test_a_question_that_was_reworded_a_little_is_found(read: Read) -> None:
    """A typing slip in the form does not stop the year."""
    ready, _ = read(exports.text(changed(0, 3, "เจ้าหน้าที่ [อธิบายเข้าใจง่าย ตอบตรงกับเรื่อง]")))
    assert ready.columns.items[1].item == "อธิบายเข้าใจง่าย ตอบได้ตรงกับเรื่อง"


def test_days_that_fit_both_ways_are_asked_about(read: Read) -> None:
    """The fourth of May or the fifth of April: only who made the form knows."""
    rows = [
        ROWS[0],
        *([f"{day}, 10:00:0{n}", *ROWS[1][1:]] for n, day in enumerate(("4/5/2023", "5/4/2023", "6/4/2023"))),
    ]
    assert "--dates" in refused(read, exports.text(rows), counted_until=date(2023, 4, 30))[0]
    _, counted = read(exports.text(rows), wanted=importing.Wanted(None, "d/m"))
    assert counted.aside["นอกช่วงเวลา"] == [2]


def test_what_the_record_says_of_columns_and_words_goes_before_all(read: Read) -> None:
    """A form of the office's own is said once and known from then on."""
    words = ("", "แย่จัง", "พอไหว", "กลาง ๆ", "เยี่ยม", "สุดยอด")
    rows = exports.google(PEOPLE, said=lambda level: words[level or 0])
    rows[0][2] = "ข้อที่หนึ่งของเรา"
    (aspect, item), *_ = exports.QUESTIONS
    kept = SimpleNamespace(
        method=None,
        levels=[SimpleNamespace(word=word, level=level) for level, word in enumerate(words) if level],
        names=[SimpleNamespace(written="พี่นุช", id="piyanuch")],
        columns=[SimpleNamespace(heading=rows[0][2], role="ข้อคำถาม", aspect=aspect, item=item)],
    )
    assert "ข้อที่หนึ่ง" not in refused(read, exports.text(rows))[0]
    _, counted = read(exports.text(rows), kept=kept)
    assert counted.counted == len(PEOPLE)
    assert not counted.unknown


def form(**columns: list[str]) -> str:
    """Return a form of an office's own with these columns."""
    return exports.text([list(columns), *map(list, zip(*columns.values(), strict=True))])


UGLY = (
    '๊สุภาพ "ยิ้ม" \\n',
    "😀 {x}: [y] # z",
    "เ็ก้าอี้",
    "\u202eabc กข",
    "a\u0e4d\u0e32 ำำ  x",
    "null",
    "=1+1",
    "ก" * 400,
    "\tแท็บ\x07",
)


def test_a_heading_of_any_letters_can_be_kept_and_is_known_again(read: Read) -> None:
    """Forms hold what no sheet of ours could draw; a record that cannot be read again would stop the next build."""
    table = form(**{title: ["มากที่สุด", "มาก", "น้อย"] * 4 for title in (*UGLY, "---")})
    ready, counted = read(table, aspects=())
    text = importing.text(ready, counted)
    record, problems = record_of(text, "survey.yaml", schema.SurveyCounts)
    assert problems == []
    assert record is not None
    assert len(ready.columns.items) == len(UGLY)
    again = importing.text(*read(table, kept=record.value, aspects=()))
    assert again == text


WORDY = ["มากที่สุด", "มาก", "ปานกลาง", "น้อย", "น้อยที่สุด"] * 4


@pytest.mark.parametrize(
    ("title", "answers", "is_asked"),
    [
        ("ผู้สูงอายุใช้บริการได้สะดวก", WORDY, True),
        ("จำนวนเจ้าหน้าที่เพียงพอ", ["5", "4", "3", "4", "5"] * 4, True),
        ("เจ้าหน้าที่ไม่เลือกปฏิบัติเพราะเพศหรืออายุ", ["5", "4"] * 10, True),
        ("ช่วงอายุ", ["1", "2", "3", "4", "5"] * 4, False),
        ("ลำดับ", ["1", "2", "3", "4", "5"] * 4, False),
        ("ระดับการศึกษา", ["1", "2", "3", "2"] * 5, False),
        ("ข้อเสนอแนะ", ["มาก", "-", "มากที่สุด", ""] * 5, False),
        ("ท่านเคยใช้บริการหรือไม่", ["ใช่", "ไม่ใช่"] * 10, False),
    ],
)
def test_only_what_asks_for_a_level_is_a_question(title: str, answers: list[str], is_asked: bool, read: Read) -> None:
    """An age in figures and a word of praise are no answers of five levels."""
    ready, _ = read(form(**{"สะอาด": WORDY, title: answers}), aspects=())
    assert (title in {column.heading for column in ready.columns.items}) is is_asked


@pytest.mark.parametrize("words", [("ดีมาก", "ดี", "พอใช้", "ปรับปรุง"), ("พอใจมาก",), ("ชอบ", "ไม่ชอบ")])
def test_words_that_may_be_of_four_levels_are_not_taken_for_five(words: tuple[str, ...], read: Read) -> None:
    """A Likert scale that is guessed makes a figure that nobody said."""
    rows = exports.google(PEOPLE, said=lambda level: words[(level or 0) % len(words)])
    assert "ไม่แน่ใจว่าคำตอบ" in refused(read, exports.text(rows))[0]


def test_a_form_with_a_new_question_is_read_whole_though_the_record_knows_the_others(read: Read) -> None:
    """What was kept of last month's form says nothing of a question that was added since."""
    ready, counted = read(form(สะอาด=WORDY), aspects=())
    record, _ = record_of(importing.text(ready, counted), "survey.yaml", schema.SurveyCounts)
    assert record is not None
    ready, _ = read(form(สะอาด=WORDY, รวดเร็ว=WORDY), kept=record.value, aspects=())
    assert [column.item for column in ready.columns.items] == ["สะอาด", "รวดเร็ว"]


def test_a_question_that_the_record_has_not_is_told_and_not_counted(read: Read) -> None:
    """It would change the mean of the whole without a word."""
    rows = exports.google(PEOPLE)
    more = [[*rows[0], "พึงพอใจโดยรวม"], *([*row, "มาก"] for row in rows[1:])]
    ready, _ = read(exports.text(more))
    assert "พึงพอใจโดยรวม" in "".join(note.th for note in ready.table.notes)
    assert len(ready.columns.items) == len(exports.QUESTIONS)


COLLEAGUES = [
    Person("ann", "แอน", "ใจดี"),
    Person("anne", "แอน", "ใจงาม"),
    Person("som", "สมหญิง", "รักบริการ"),
    Person("aree", "อารี", "มีน้ำใจ"),
]
OFFICE = Names({}, {}, COLLEAGUES, {})


@pytest.mark.parametrize(
    ("written", "sure", "near"),
    [
        ("น.ส.แอน ใจดี", "ann", ["ann"]),
        ("แอน  ใจดี", "ann", ["ann"]),
        ("คุณแอนใจดี", "ann", ["ann"]),
        ("แอน", None, ["ann", "anne"]),
        ("พี่แอน", None, ["ann", "anne"]),
        ("ช่างแอน", None, ["ann", "anne"]),
        ("ผอ.สมหญิง", None, ["som"]),
        ("อารี", None, ["aree"]),
        ("สมหญิง รักบริกาน", None, ["som"]),
        ("บริการดีมากทุกคนเลยค่ะ", None, []),
    ],
)
def test_a_spelling_is_proposed_and_never_guessed(written: str, sure: str | None, near: list[str]) -> None:
    """Two colleagues may be called the same; a wrong guess gives one the other's praise."""
    assert OFFICE.person(written) == sure
    found = [person.id for person in OFFICE.near(written)]
    assert found[: len(near)] == near or sure
    assert bool(found) == bool(near)
