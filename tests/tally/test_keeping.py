"""A result is kept with all that it followed from, written where it belongs, and never changes in silence."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from generator.problems import ProblemsFound
from generator.tally import facts
from tests.support.small import ROUND, WINNERS, Small

if TYPE_CHECKING:
    from pathlib import Path

NOMINEES, SCORES, TALLY = "2566/nominees.yaml", "2566/scores.yaml", "2566/tally.yaml"
RULES = """
ties: [ประชาชน, mind, ร่วม]
tally: {sample: 5}
"""
PEOPLE = """\
nominees:
  - {id: first, name: {title: นางสาว, first: ปิยะนุช, last: ศรีท้องถิ่น}, position: นักพัฒนาชุมชน,
     division: palad, category: staff, satisfaction: {percent: 95.40, replies: 68}}
  - {id: second, name: {title: นาย, first: ศักดิ์สิทธิ์, last: น้ำใจดี}, position: นายช่างโยธา,
     division: works, category: พนักงาน, satisfaction: {percent: 90, replies: 40}}
  - {id: third, name: {title: นาง, first: ไม่ถูกเลือก, last: ลับสุดยอด}, position: คนงาน,
     division: works, category: staff, satisfaction: {percent: 81, replies: 12}}
"""
VOTES = """\
decisions:
  - {order: [first, second], reason: ก}
  - {order: [second, first], reason: ข}
"""
GIVEN = """\
sheets:
  - id: k7m2-9qxd
    member: 1
    digest: 0000000000000000000000000000000000000000000000000000000000000000
    given:
      - {nominee: first, scores: {mind: 5, fair: 4}}
      - {nominee: second, scores: {mind: 4, fair: 4}}
      - {nominee: third, scores: {mind: 2, fair: 3}}
"""


@pytest.fixture
def office(tmp_path: Path) -> Small:
    """Return a round with three nominees and the sheet of its one member."""
    small = Small(tmp_path)
    small.edit(ROUND, "tie_rule: ความพึงพอใจสูงกว่าอยู่ก่อน\n", RULES.lstrip())
    small.write(NOMINEES, PEOPLE)
    small.write(SCORES, GIVEN)
    return small


def tally(office: Small, *words: str) -> int:
    """Run the command and return its exit code."""
    return main(["--project", str(office.project), "tally", *words])


def test_what_was_counted_is_written_and_read_back(office: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """Totals and places stand in the list of winners, and the sentence for ties is made of the rules."""
    assert tally(office, "--yes") == 0
    said = capsys.readouterr().out
    assert "1. นางสาวปิยะนุช ศรีท้องถิ่น: 91.85 คะแนน ได้รับการคัดเลือก" in said
    assert "ความพึงพอใจ (ของคนนี้ ผู้ตอบ 68 คน): ร้อยละ 95.40 × 25 = 23.85" in said
    assert "3. นางไม่ถูกเลือก ลับสุดยอด: 57.25 คะแนน\n" in said
    award_round = office.read().rounds[0]
    assert [(each.id, each.place, str(each.total)) for each in award_round.winners] == [
        ("first", 1, "91.85"),
        ("second", 2, "82.50"),
    ]
    assert award_round.programme.tie_rule.endswith("หากยังเท่ากันอีกให้อยู่อันดับเดียวกัน")
    assert "scores:" not in office.text(WINNERS)
    assert "# โปรแกรมเขียนไฟล์นี้เมื่อสั่ง tonbaep tally" in office.text(TALLY)


def test_counting_again_changes_nothing(office: Small) -> None:
    """Nothing doubles, and the day of the result stays."""
    assert tally(office, "--yes") == 0
    before = {name: office.text(name) for name in (TALLY, WINNERS)}
    assert tally(office, "--yes") == 0
    assert {name: office.text(name) for name in (TALLY, WINNERS)} == before


def test_without_a_yes_nothing_is_kept(office: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who only looks writes nothing."""
    before = office.text(WINNERS)
    monkeypatch.setattr("sys.stdin.readline", lambda: "")
    assert tally(office) == 1
    assert office.text(WINNERS) == before
    assert not office.path(TALLY).exists()


def test_who_was_chosen_is_added_with_what_is_known(office: Small) -> None:
    """A round without a list of winners gets one; citation and photo are remarks to be filled in."""
    office.path(WINNERS).unlink()
    assert tally(office, "--yes") == 0
    found = office.read().rounds[0].winners
    assert [(each.id, each.name.full, each.division.key, str(each.satisfaction.percent)) for each in found] == [
        ("first", "นางสาวปิยะนุช ศรีท้องถิ่น", "palad", "95.40"),
        ("second", "นายศักดิ์สิทธิ์ น้ำใจดี", "works", "90.00"),
    ]
    assert office.text(WINNERS).count("# citation:") == 1, "the first one shows what all may have"
    assert "ลับสุดยอด" not in office.text(WINNERS)


@pytest.mark.parametrize(
    ("totals", "rule", "told"),
    [
        ("ใช่", "", []),
        ("ใช่", ", open_table: ใช่", ["พนักงาน: มีผู้มีอันดับ 3 คน ต้องมี 5 คนขึ้นไป"]),
        ("ใช่", ", open_table: ใช่, voice_of: กอง", ["voice_of เป็น กอง"]),
        ("ไม่ใช่", ", open_table: ใช่", ["publish_totals เป็น ไม่ใช่"]),
    ],
)
def test_a_table_that_stays_closed_is_told_why(
    office: Small, totals: str, rule: str, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The office chose to open it, and would look for it on the site in vain."""
    office.edit(ROUND, "publish_totals: ไม่ใช่", f"publish_totals: {totals}")
    office.edit(ROUND, "sample: 5}", f"sample: 5{rule}}}")
    tally(office)
    said = [line.partition("ยังไม่เปิดตาราง ")[2] for line in capsys.readouterr().out.splitlines() if "open_table" in line]
    assert said == told


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (SCORES, "{mind: 4, fair: 4}", "{mind: 5, fair: 4}", "คะแนนจากกรรมการคนที่ 1 ให้ second ข้อ mind จาก “4” เป็น “5”"),
        (NOMINEES, "percent: 81", "percent: 82", "ความพึงพอใจที่พิมพ์เองของ third"),
        (ROUND, "places: 2", "places: 3", "ประเภท staff จาก “2 คน” เป็น “3 คน”"),
        (ROUND, "weight: 40", "weight: 41", "เกณฑ์ mind จาก “น้ำหนัก 40” เป็น “น้ำหนัก 41”"),
    ],
)
def test_a_changed_fact_is_named(office: Small, name: str, old: str, new: str, told: str) -> None:
    """A frozen result whose one cell is altered is named by that cell."""
    assert tally(office, "--yes") == 0
    office.edit(name, old, new)
    if name == ROUND and "weight" in old:
        office.edit(ROUND, "weight: 35", "weight: 34")
    assert any(told in problem.message.th for problem in office.problems())


def test_counting_anew_needs_a_reason_and_lists_it(office: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """A result is not changed by whoever runs the command once more."""
    assert tally(office, "--yes") == 0
    office.edit(SCORES, "{mind: 4, fair: 4}", "{mind: 5, fair: 5}")
    before = office.text(WINNERS)
    assert tally(office, "--yes") == 1
    assert "บอกเหตุผลที่นับใหม่" in capsys.readouterr().err
    assert office.text(WINNERS) == before
    assert tally(office, "--yes", "--reason", "กรรมการทักท้วงว่าลงคะแนนผิดช่อง") == 0
    selection = office.read().rounds[0].selection
    assert selection
    assert selection.verdict
    assert [each.reason for each in selection.verdict.changes] == ["กรรมการทักท้วงว่าลงคะแนนผิดช่อง"]
    assert [(each.id, each.place) for each in office.read().rounds[0].winners] == [("first", 2), ("second", 1)]


def test_a_result_whose_facts_were_changed_with_it_proves_nothing(office: Small) -> None:
    """The digest is over the facts: who changes both a score and its copy is told."""
    assert tally(office, "--yes") == 0
    office.edit(TALLY, 'ให้ second ข้อ mind", value: "4"', 'ให้ second ข้อ mind", value: "5"')
    assert any("ถูกแก้หลังเก็บผล" in problem.message.th for problem in office.problems())


def test_a_winner_who_was_not_chosen_is_refused_at_the_line(office: Small) -> None:
    """The list of winners and the count say the same, or nothing is built."""
    assert tally(office, "--yes") == 0
    office.edit(WINNERS, "id: second", "id: third")
    problem = next(each for each in office.problems() if "ไม่ได้รับการคัดเลือก" in each.message.th)
    assert (problem.file, problem.line) == ("winners/2566/winners.yaml", office.place(WINNERS, "third")[0])


def test_an_id_of_two_people_is_one_fault(office: Small) -> None:
    """Whose place and total it is nobody can say; “write the other's total” would have made it worse."""
    assert tally(office, "--yes") == 0
    office.edit(WINNERS, "- id: second", "- id: first")
    problem = office.only_problem()
    assert problem.field == "winners[1].id"
    assert "คนละคนใช้ id ต่างกัน" in problem.fix.th


def test_a_total_without_a_count_is_refused(office: Small) -> None:
    """Nobody can type a total and look as if it were counted."""
    office.edit(WINNERS, "scores: {mind: 90, fair: 91}", "scores: {mind: 90, fair: 91}\n    total: 80.5")
    assert "ยังไม่มีผลที่นับไว้" in office.only_problem().message.th


def test_weights_changed_after_scores_came_in_are_refused(office: Small) -> None:
    """The rules are those by which members scored; the fault says what they were."""
    award_round = office.read().rounds[0]
    lines = "".join(
        f"  - {json.dumps(f'{name}: {value}', ensure_ascii=False)}\n"
        for name, value in facts.rules(award_round.programme).items()
    )
    office.write(SCORES, f"rules:\n{lines}{GIVEN}")
    office.read()
    office.edit(ROUND, "weight: 40", "weight: 45")
    office.edit(ROUND, "weight: 35", "weight: 30")
    problem = office.only_problem()
    assert "เกณฑ์ mind จาก “น้ำหนัก 40” เป็น “น้ำหนัก 45”" in problem.message.th
    assert problem.line == office.place(ROUND, "criteria:")[0]


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (NOMINEES, "id: third", "id: second", "ซ้ำกับรายการที่"),
        (NOMINEES, "division: works, category: staff", "division: nowhere, category: staff", "ไม่มีสำนัก/กอง"),
        (NOMINEES, "palad, category: staff", "palad, category: x", "ไม่มีประเภท"),
        (SCORES, "nominee: third", "nominee: fourth", "ไม่มีผู้ได้รับการเสนอชื่อ"),
        (SCORES, "{mind: 2, fair: 3}", "{mind: 6, fair: 3}", "คะแนน 6 ให้ไม่ได้"),
        (SCORES, "{mind: 2, fair: 3}", "{mind: 2.5, fair: 3}", "คะแนน 2.5 ให้ไม่ได้"),
        (SCORES, "{mind: 2, fair: 3}", "{mind: 2}", "ขาดคะแนนข้อ fair"),
        (SCORES, "{mind: 2, fair: 3}", "{mind: 2, fair: 3, people: 5}", "ไม่รู้จักช่อง"),
        (SCORES, "member: 1", "member: 2", "มีใบให้คะแนนของกรรมการคนที่ 2"),
        (ROUND, "[ประชาชน, mind, ร่วม]", "[ร่วม, mind]", "ตัดสินได้เสมอ"),
        (ROUND, "[ประชาชน, mind, ร่วม]", "[people]", "ไม่มีวิธีตัดสิน"),
        (ROUND, "{sample: 5}", "{sample: 5, lowest: 5}", "คะแนนต่ำสุด 5 ไม่น้อยกว่า"),
        (ROUND, "{sample: 5}", "{sample: 5, quorum: 3}", "องค์ประชุม 3 คน แต่กรรมการมี 1 คน"),
        (ROUND, "{sample: 5}", "{sample: 4}", "ไม่ต่ำกว่า 5"),
        (ROUND, "tally: {sample", "tie_rule: มีสองทาง\ntally: {sample", "มีทั้ง ties และ tie_rule"),
    ],
)
def test_what_cannot_be_counted_is_told_at_its_place(office: Small, name: str, old: str, new: str, told: str) -> None:
    """One break each, in the file that the clerk opens."""
    text = office.text(name)
    office.write(name, text.replace(old, new, 1))
    found = [problem for problem in office.problems() if told in problem.message.th]
    assert found, [problem.say() for problem in office.problems()]
    assert all(problem.line for problem in found)


@pytest.mark.parametrize(("missing", "told"), [(NOMINEES, "ยังไม่มีผู้ได้รับการเสนอชื่อ"), (SCORES, "ยังไม่มีคะแนนจากกรรมการคนใด")])
def test_what_is_missing_for_a_count_is_said(
    office: Small, missing: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A clerk who is too early is told what comes first."""
    office.path(missing).unlink()
    if missing == NOMINEES:
        office.path(SCORES).unlink()
    assert tally(office, "--yes") == 1
    assert told in capsys.readouterr().err


def test_a_tie_that_nothing_resolves_says_what_to_write(office: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """The committee decides; its decision is one more line of the record, and then the count holds."""
    office.edit(ROUND, "[ประชาชน, mind, ร่วม]", "[mind, ลงมติ]")
    office.edit(NOMINEES, "percent: 95.40, replies: 68", "percent: 90, replies: 68")
    office.edit(SCORES, "{mind: 5, fair: 4}", "{mind: 4, fair: 4}")
    assert tally(office, "--yes") == 1
    assert re.search(r"decisions:\s+- order: \[first, second\]", capsys.readouterr().err)
    office.write(NOMINEES, office.text(NOMINEES) + "decisions:\n  - {order: [second, first], reason: ลงมติ 3 ต่อ 2}\n")
    assert tally(office, "--yes") == 0
    assert {each.id: each.place for each in office.read().rounds[0].winners} == {"first": 2, "second": 1}


def test_a_newcomer_is_told_by_name_with_whom_to_ask(office: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """A nominee who stands on no sheet is no result, and the message says what to print."""
    newcomer = PEOPLE.splitlines()[-2:]
    late = "\n".join(newcomer).replace("third", "fourth").replace("ไม่ถูกเลือก", "มาทีหลัง")
    office.write(NOMINEES, f"{PEOPLE}{late}\n")
    assert tally(office, "--yes") == 1
    said = capsys.readouterr().err
    assert "ยังไม่ได้ให้คะแนน fourth" in said
    assert "papers scoresheet" in said


def test_who_is_chosen_no_more_is_taken_out_by_a_person(office: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """A story is not thrown away by a count; the message names the line, and the next run keeps the result."""
    assert tally(office, "--yes") == 0
    office.edit(NOMINEES, "id: second,", "id: second, withdrawn: 3 เมษายน 2566,")
    assert tally(office, "--yes", "--reason", "ถอนตัว") == 1
    assert "ลบรายการของคนนี้ออกจากไฟล์นี้" in capsys.readouterr().err
    text = office.text(WINNERS)
    start, end = text.index("  - id: second"), text.index("sample: true")
    office.write(WINNERS, text[:start] + text[end:])
    assert tally(office, "--yes", "--reason", "ถอนตัว") == 0
    assert [each.id for each in office.read().rounds[0].winners] == ["first", "third"]


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (NOMINEES, None, VOTES, "มีมติของคนเดียวกันนี้แล้ว"),
        (ROUND, "  - post: ปลัด\n", "  - post: ผู้อำนวยการกองช่าง\n", "จึงไม่มีใครเว้นให้คะแนน"),
        (NOMINEES, PEOPLE, "nominees: []\n", "อย่าลบคะแนน"),
    ],
)
def test_what_contradicts_itself_is_told(office: Small, name: str, old: str | None, new: str, told: str) -> None:
    """Two votes about the same people, a head whose post has another name, scores of nobody."""
    text = office.text(name)
    office.write(name, text + new if old is None else text.replace(old, new))
    try:
        found = office.read().warnings
    except ProblemsFound as faults:
        found = faults.problems
    assert any(told in problem.message.th + problem.fix.th for problem in found), found
