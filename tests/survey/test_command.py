"""`tonbaep import survey` as the clerk runs it: shown, agreed to, kept once, compared with what was typed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from generator.survey import record
from generator.survey.counting import Group, Key, ranges
from tests.support import exports, product

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.small import Small

KEPT = "2566/survey.yaml"
PEOPLE = exports.replies(20)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file of answers, under a name that tells nothing."""
    made = tmp_path / "ข้อมูล 1.csv"
    made.write_text(exports.text(exports.google(PEOPLE)), encoding="utf-8")
    return made


def test_figures_are_kept_once_and_a_second_import_changes_nothing(small: Small, file: Path) -> None:
    """A file that is imported twice must not count twice."""
    first = product.done(small.project, "import", "survey", str(file), "--yes")
    assert "อ่าน 20 แถว = นับ 20 + ไม่นับ 0" in first
    before = small.text(KEPT)
    again = product.done(small.project, "import", "survey", str(file), "--yes")
    assert "ไม่มีอะไรเปลี่ยน" in again
    assert small.text(KEPT) == before


def test_another_file_says_that_it_takes_the_place_of_the_first(small: Small, file: Path) -> None:
    """An office with a form and a box of papers has two files, and may believe that they are added up."""
    product.done(small.project, "import", "survey", str(file), "--yes")
    other = file.with_name("ข้อมูล 2.csv")
    other.write_text(exports.text(exports.google(PEOPLE[:12])), encoding="utf-8")
    assert "จะแทนทั้งหมด" not in product.done(small.project, "import", "survey", str(file), "--yes")
    said = product.done(small.project, "import", "survey", str(other), "--yes")
    assert "Google Forms นับ 20) ไฟล์นี้จะแทนทั้งหมด ไม่บวกกัน" in said


def test_every_column_is_named_also_one_that_is_not_used(small: Small, file: Path) -> None:
    """What was left out by mistake would be missed by nobody."""
    said = product.done(small.project, "import", "survey", str(file), "--yes", "--lang", "en")
    heads = exports.google(PEOPLE)[0]
    shown = said.split("rows read")[0]
    assert all(head.strip() in shown for head in heads)
    assert "not used: " in shown
    assert "→ place" in shown


def test_nothing_is_kept_until_somebody_agrees(small: Small, file: Path) -> None:
    """Columns may be taken for what they are not."""
    ran = product.tonbaep(small.project, "import", "survey", str(file))
    assert ran.returncode == 1
    assert "--yes" in ran.stdout
    assert not small.path(KEPT).exists()


def test_no_word_of_a_citizen_is_anywhere_in_the_project(small: Small, file: Path) -> None:
    """Comments, addresses and the spellings of names stay in the clerk's own file."""
    product.done(small.project, "import", "survey", str(file), "--yes")
    for path in (path for path in small.project.rglob("*") if path.is_file()):
        value = path.read_bytes()
        for secret in (exports.COMMENT, exports.ADDRESS, "พี่นุช"):
            assert secret.encode() not in value, path


def test_check_tells_both_figures_where_the_typed_ones_differ(small: Small, file: Path) -> None:
    """85.2 was typed by hand; nobody is told which is right, and nothing is overwritten."""
    product.done(small.project, "import", "survey", str(file), "--yes")
    told = [warning for warning in small.read().warnings if "survey.yaml" in warning.message.th]
    percent = next(each for each in told if each.field == "outcomes.satisfaction[1].percent")
    assert (percent.file, percent.warning) == ("winners/2566/round.yaml", True)
    counted = [level for each in PEOPLE for level in each.levels if level]
    assert "ร้อยละ 85.2 " in percent.message.th
    assert f"ร้อยละ {round(sum(counted) * 2000 / len(counted)) / 100:g}" in percent.message.th
    assert {each.field for each in told} == {
        "outcomes.satisfaction[1].percent",
        "outcomes.satisfaction[1].replies",
        "winners[0].satisfaction.percent",
        "winners[0].satisfaction.replies",
        "winners[1].satisfaction.replies",
    }
    nobody = next(each for each in told if each.field == "winners[1].satisfaction.replies")
    assert "เขียนไว้" in nobody.message.th
    assert "ไม่มีตัวเลขของคนนี้" in nobody.message.th


def test_typed_figures_are_replaced_on_request_and_nothing_else_in_the_files(small: Small, file: Path) -> None:
    """Remarks, order and every other value are the clerk's."""
    small.edit("2566/winners.yaml", "{percent: 90, replies: 40}", "{percent: 20, replies: 10}")
    before = {name: small.text(f"2566/{name}") for name in ("round.yaml", "winners.yaml")}
    product.done(small.project, "import", "survey", str(file), "--yes")
    assert {name: small.text(f"2566/{name}") for name in before} == before
    said = product.done(small.project, "import", "survey", str(file), "--yes", "--take")
    assert "round.yaml, winners.yaml" in said
    doubts = [each.field for each in small.read().warnings if "survey.yaml" in each.message.th]
    assert doubts == ["winners[1].satisfaction.replies"], "nobody named the second one, and no figure can be written"
    for name, text in before.items():
        after = [line for line in small.text(f"2566/{name}").splitlines() if line not in _replies(small)]
        changed = [one for one, two in zip(text.splitlines(), after, strict=True) if one != two]
        assert len(changed) == 1, changed


def _replies(small: Small) -> list[str]:
    """Return the lines of the group that says which channel brought how many."""
    lines = small.text("2566/round.yaml").splitlines()
    start = lines.index("replies:") if "replies:" in lines else len(lines)
    inner = next((n for n, line in enumerate(lines[start + 1 :], start + 1) if line[:1] not in {" ", "-"}), len(lines))
    return lines[start:inner]


def test_replies_by_channel_and_place_are_taken_over_with_the_rest(small: Small, file: Path) -> None:
    """Rows that differ are written anew, missing ones added, and those that the export knows nothing of go."""
    small.edit("2566/winners.yaml", "{percent: 90, replies: 40}", "{percent: 20, replies: 10}")
    typed = "replies: # นับด้วยมือ\n  - {channel: phone, count: 2}\n  - {channel: poster, moo: 1, count: 1} # ป้ายหน้าวัด\n"
    small.write("2566/round.yaml", small.text("2566/round.yaml") + "\n" + typed)
    product.done(small.project, "import", "survey", str(file), "--yes")
    told = [each for each in small.read().warnings if each.field == "replies"]
    came = Counter((each.channel, each.place) for each in PEOPLE)
    posters = came["โปสเตอร์", "หมู่ที่ 1"]
    assert any(f"โปสเตอร์ หมู่ที่ 1 1 กับ {posters}" in each.message.th for each in told), told
    product.done(small.project, "import", "survey", str(file), "--yes", "--take")
    assert not [each for each in small.read().warnings if each.field == "replies"]
    text = small.text("2566/round.yaml")
    assert "replies: # นับด้วยมือ\n" in text
    assert f"- {{channel: poster, moo: 1, count: {posters}}} # ป้ายหน้าวัด" in text
    assert "phone" not in text.partition("replies: #")[2]
    assert sum(each.count for each in small.read().rounds[0].replies) == len(PEOPLE)


def test_figures_that_would_upset_the_places_are_not_written(small: Small, file: Path) -> None:
    """Who stands first is the committee's to say again, not a command's."""
    before = {name: small.text(f"2566/{name}") for name in ("round.yaml", "winners.yaml")}
    ran = product.tonbaep(small.project, "import", "survey", str(file), "--yes", "--take")
    assert ran.returncode == 1
    assert "winners[1].place" in ran.stderr
    assert {name: small.text(f"2566/{name}") for name in before} == before


def test_a_year_without_a_figure_gets_the_one_that_was_counted(small: Small, file: Path) -> None:
    """The outcome of the programme comes from the citizens' answers."""
    small.edit("2566/winners.yaml", "{percent: 90, replies: 40}", "{percent: 20, replies: 10}")
    small.edit("2566/round.yaml", '    - {year: 2566, percent: 85.2, replies: "1,200"}\n', "")
    product.done(small.project, "import", "survey", str(file), "--yes", "--take")
    outcomes = small.read().rounds[0].outcomes.satisfaction_of(2566)
    assert outcomes is not None
    assert outcomes.replies == len(PEOPLE)


def test_figures_that_are_the_same_are_no_doubt(small: Small, file: Path) -> None:
    """A warning that never goes is not read."""
    product.done(small.project, "import", "survey", str(file), "--yes")
    kept = json.loads(product.done(small.project, "import", "survey", str(file), "--yes", "--json"))
    small.edit("2566/round.yaml", "85.2", kept["percent"])
    small.edit("2566/round.yaml", '"1,200"', str(kept["counted"]))
    assert not [
        each for each in small.read().warnings if each.field.startswith("outcomes") and "survey.yaml" in each.message.th
    ]


def test_what_was_decided_once_holds_for_the_next_import(small: Small, file: Path) -> None:
    """The clerk writes it into the record, and the program keeps it there."""
    product.done(small.project, "import", "survey", str(file), "--yes", "--people", "1154")
    text = small.text(KEPT)
    small.write(KEPT, text.replace("bands: บุญชม", "bands: กว้างเท่ากัน") + "names:\n  - {written: พี่นุช, id: first}\n")
    said = product.done(small.project, "import", "survey", str(file), "--yes")
    after = small.text(KEPT)
    assert "bands: กว้างเท่ากัน" in after
    assert "population: 1154" in after
    assert '{written: "พี่นุช", id: first}' in after
    assert "298" in said
    assert "ยังไม่รู้ว่าเป็นใคร" not in said


def test_a_value_that_the_record_may_not_have_is_told_at_its_place(small: Small, file: Path) -> None:
    """The file is of the program's, and the clerk's pen slips in it as in any other."""
    product.done(small.project, "import", "survey", str(file), "--yes")
    small.edit(KEPT, "\n  bands: บุญชม", "\n  bands: บุญชู")
    problem = small.only_problem()
    assert (problem.file, problem.field) == ("winners/2566/survey.yaml", "method.bands")


@pytest.mark.parametrize("words", [(), ("nowhere.csv",), ("--dates", "y/m")])
def test_a_wrong_use_says_how_it_is_used(words: tuple[str, ...], small: Small) -> None:
    """No file, none of that name, no such order."""
    ran = product.tonbaep(small.project, "import", "survey", *words)
    assert ran.returncode == 2
    assert "แก้ไข" in ran.stderr


def test_small_groups_stand_together_so_that_none_can_be_worked_out() -> None:
    """Three people of one counter would be known to their colleagues."""

    def group(many: int) -> Group:
        return Group(bytearray(many), many)

    def told(**many: int) -> list[tuple[str | None, int]]:
        groups = {Key(name if name != "none" else None, None, None, None): group(n) for name, n in many.items()}
        return [(each.name, each.replies) for each in record.divided(groups, lambda key: key.division)]

    assert told(a=9, b=7, c=3) == [("b", 7), (None, 12)]
    assert told(a=9, b=7, c=3, none=8) == [("a", 9), ("b", 7), (None, 11)]
    assert told(a=9, b=7, c=3, d=3) == [("a", 9), ("b", 7), (None, 6)]
    assert told(a=9, c=4, d=4, b=6) == [("b", 6), (None, 17)]
    assert told(a=9, b=3) == []
    assert told(a=9) == [("a", 9)]


def test_rows_set_aside_are_listed_in_runs() -> None:
    """A thousand rows of last year are one line."""
    assert ranges([2, 5, 6, 7, 9]) == "2, 5-7, 9"
    assert ranges([2, 4, 6, 8], 2) == "2, 4 และอีก 2 แถว"


def test_a_province_needs_hardly_more_memory_than_a_village(small: Small, file: Path, tmp_path: Path) -> None:
    """A hundred thousand replies are read one by one; the older the office's computer, the more that matters."""
    product.done(small.project, "import", "survey", str(file), "--yes")  # photos are looked at once
    many = tmp_path / "many.csv"
    rows = exports.google(PEOPLE)
    with many.open("w", encoding="utf-8", newline="") as out:
        out.write(exports.text(rows[:1]))
        for number in range(5_000):
            day = f"{number % 12 + 1}/4/2023, 10:{number // 60 % 60:02d}:{number % 60:02d}"
            out.write(exports.text([[day, *row[1:-1], f"{row[-1]} {number}"] for row in rows[1:]]))
    script = (
        "import pathlib, re, sys; from generator.cli import main; main(sys.argv[1:]);"
        "print('peak', re.search('VmHWM:(.*)kB', pathlib.Path('/proc/self/status').read_text())[1])"
    )
    ran = subprocess.run(
        (sys.executable, "-c", script, "import", "survey", str(many), "--yes", "--project", str(small.project)),
        cwd=product.ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "อ่าน 100,000 แถว = นับ 100,000" in ran.stdout, ran.stdout + ran.stderr
    assert int(ran.stdout.partition("peak ")[2]) < 80_000


def test_a_province_gives_more_answers_than_a_million(small: Small, file: Path) -> None:
    """A hundred thousand people with twenty questions: what the program writes, it must read again."""
    product.done(small.project, "import", "survey", str(file), "--yes")
    text = small.text(KEPT)
    whole = text.partition("\nwhole: ")[2].partition("\n")[0]
    counts = whole.partition("counts: [")[2]
    small.write(KEPT, text.replace(f"counts: [{counts}", f"counts: [2000000, {counts.partition(', ')[2]}", 1))
    assert [each for each in small.read().warnings if "survey.yaml" in each.message.th]


@pytest.mark.parametrize("command", ["check", "build"])
def test_what_imports_nothing_loads_nothing_of_it(command: str) -> None:
    """Every start of every command would wait for it."""
    script = (
        "import sys; import generator.cli.commands; import generator.reading, generator.building.build;"
        "print([name for name in sys.modules if name.startswith('generator.survey')])"
    )
    ran = subprocess.run((sys.executable, "-c", script), cwd=product.ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]", command
