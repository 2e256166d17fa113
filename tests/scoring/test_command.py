"""`tonbaep papers scoresheet` and `tonbaep import scores` as the clerk runs them."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.amending import score_sheets
from generator.cli.commands import import_scores
from generator.cli.terminal import Terminal
from generator.problems import ProblemsFound
from tests.support import product
from tests.support.committees import CHAIR, CITIZEN, HEAD, MIND, POSTS, SCORES, Committee, Form, write

if TYPE_CHECKING:
    from pathlib import Path

    from generator.problems import Text


def test_sheets_are_made_and_a_filled_one_is_taken_back(committee: Committee, tmp_path: Path) -> None:
    """The clerk's whole way, and what is still awaited."""
    project = committee.small.project
    told = product.done(project, "papers", "scoresheet")
    folder = project / "build/papers/2566"
    assert {file.name for file in folder.iterdir()} == {
        f"scoresheet-member{number}.{ending}" for number, _ in enumerate(POSTS, 1) for ending in ("xlsx", "pdf")
    }
    assert "scoresheet-member1.xlsx" in told
    files = [write(tmp_path, f"{member}.xlsx", committee.filled(member)) for member in (CHAIR, HEAD)]
    told = product.done(project, "import", "scores", *map(str, files), "--yes")
    assert "ใบของ ปลัด (กรรมการคนที่ 1)" in told
    assert "นางสาวปิยะนุช ศรีท้องถิ่น นักพัฒนาชุมชน สำนักปลัด: จิตบริการ 5, เป็นธรรม 4" in told
    assert "งด (เป็นผู้เสนอชื่อ)" in told
    assert f"ยังไม่ได้รับใบของ {POSTS[2]}" in told
    assert set(committee.kept()) == {CHAIR, HEAD}
    before = committee.small.text(SCORES)
    assert "ไม่มีอะไรเปลี่ยน" in product.done(project, "import", "scores", *map(str, files), "--yes")
    assert committee.small.text(SCORES) == before


def test_nothing_is_kept_until_somebody_agrees(committee: Committee, tmp_path: Path) -> None:
    """A wrong folder may have been named."""
    file = write(tmp_path, "ใบ.xlsx", committee.filled(CHAIR))
    before = committee.small.text(SCORES)
    ran = product.tonbaep(committee.small.project, "import", "scores", str(file))
    assert ran.returncode == 1
    assert "--yes" in ran.stdout
    assert committee.small.text(SCORES) == before


def test_a_faulty_sheet_comes_back_beside_the_file_and_the_others_are_kept(
    committee: Committee, tmp_path: Path
) -> None:
    """The exit code tells a script; the clerk mends the form written anew."""
    faulty = write(tmp_path, "ของประธาน.xlsx", committee.filled(CHAIR, piya=(6, 4)))
    sound = write(tmp_path, "ของประชาชน.xlsx", committee.filled(CITIZEN))
    for _ in range(2):
        ran = product.tonbaep(committee.small.project, "import", "scores", str(faulty), str(sound), "--yes")
        assert ran.returncode == 1
        assert "คะแนน 6 ให้ไม่ได้" in ran.stderr
        assert "ของประธาน แก้ไข.xlsx" in ran.stdout
    assert set(committee.kept()) == {CITIZEN}
    copy = tmp_path / "ของประธาน แก้ไข.xlsx"
    assert sorted(file.name for file in tmp_path.glob("*.xlsx")) == sorted(each.name for each in (faulty, sound, copy))
    form = Form(copy.read_bytes())
    form.put("piya", MIND, 5)
    write(tmp_path, copy.name, form.saved())
    assert "แทน" not in product.done(committee.small.project, "import", "scores", str(copy), "--yes")
    assert committee.kept()[CHAIR]["piya"] == {"mind": 5, "fair": 4}


def test_a_replaced_sheet_is_shown_score_by_score(committee: Committee, tmp_path: Path) -> None:
    """A correction is looked at before it is agreed to."""
    committee.keep(committee.filled(CHAIR))
    file = write(tmp_path, "ใบ.xlsx", committee.filled(CHAIR, piya=(2, 4)))
    told = product.done(committee.small.project, "import", "scores", str(file), "--yes")
    assert "แทนใบที่นำเข้าก่อนหน้านี้" in told
    assert "เดิม จิตบริการ 5, เป็นธรรม 4 เป็น จิตบริการ 2, เป็นธรรม 4" in told


def test_a_script_gets_one_value(committee: Committee, tmp_path: Path) -> None:
    """What was taken, what was not and why, in one piece of JSON."""
    files = [
        write(tmp_path, "ก.xlsx", committee.filled(HEAD)),
        write(tmp_path, "ข.xlsx", committee.filled(CHAIR, piya=(6, 4))),
    ]
    ran = product.tonbaep(committee.small.project, "import", "scores", *map(str, files), "--yes", "--json")
    value = json.loads(ran.stdout)
    assert [(each["member"], each["given"], each["recused"], each["new"]) for each in value["sheets"]] == [
        (HEAD, 2, 2, True)
    ]
    assert value["kept"]
    assert len(value["problems"]) == 1
    assert list(value["written_anew"]) == [str(files[1])]


def test_no_file_and_a_missing_file_are_wrong_uses(committee: Committee, tmp_path: Path) -> None:
    """Nothing is read, and the cure is told."""
    for arguments in ((), (str(tmp_path / "ไม่มี.xlsx"),)):
        ran = product.tonbaep(committee.small.project, "import", "scores", *arguments)
        assert ran.returncode == 2
        assert ran.stderr


def test_what_changed_while_somebody_was_asked_is_not_written_over(committee: Committee, tmp_path: Path) -> None:
    """A second clerk imports another member's sheet in the meantime."""
    file = write(tmp_path, "ใบ.xlsx", committee.filled(CHAIR))

    class Slow(Terminal):
        """Whoever is asked answers after the other clerk was done."""

        def agree(self, question: Text) -> bool:
            committee.keep(committee.filled(CITIZEN))
            return "เก็บ" in question.th

    options = Namespace(project=committee.small.project, file=[file], yes=False, reason=None, year=None)
    with pytest.raises(ProblemsFound, match="changed meanwhile"):
        import_scores.COMMAND.run(options, Slow("th", as_json=False))
    assert set(committee.kept()) == {CITIZEN}


def test_records_that_would_be_unsound_stay_as_they_were(committee: Committee) -> None:
    """Whatever the door refuses afterwards, nobody's scores are lost for it."""
    committee.keep(committee.filled(CHAIR))
    before = committee.small.text(SCORES)
    (sheet, *_) = committee.round().selection.sheets  # type: ignore[union-attr]
    stranger = replace(sheet, given=(replace(sheet.given[0], nominee="nobody"),))
    with pytest.raises(ProblemsFound):
        score_sheets.keep(committee.small.project, committee.small.store, committee.round(), [stranger])
    assert committee.small.text(SCORES) == before
