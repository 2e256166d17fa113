"""`tonbaep init` and `tonbaep new`: a project of the office's own, and its next year, without a typed line of YAML."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from generator.amending.begin import QUESTIONS, parts_of
from generator.amending.pen import values
from generator.thai.dates import parse_date, parse_moment
from tests.support import product
from tests.support.product import tonbaep
from tests.support.small import Small

if TYPE_CHECKING:
    from pathlib import Path

ANSWERS = {
    "name": "องค์การบริหารส่วนตำบลหนองบัว",
    "place": "หนองบัว, เมือง, ตรัง",
    "site": "https://nongbua.example",
    "phone": "0 7555 0123",
    "colours": "#224466, #aa3344",
    "divisions": "สำนักปลัด, กองคลัง, กองไผ่",
    "villages": "บ้านหนองบัว, บ้านเหนือ",
    "survey": "https://forms.example/f?a={channel}&b={place}",
}


def _options(answers: dict[str, str]) -> list[str]:
    return [word for key, answer in answers.items() for word in (f"--{key}", answer)]


def _begun(folder: Path, answers: dict[str, str]) -> dict[str, Any]:
    ran = tonbaep(folder.parent, "init", str(folder), "--year", "2567", *_options(answers), "--json")
    assert ran.returncode == 0, ran.stderr
    value: dict[str, Any] = json.loads(ran.stdout)
    return value


def test_a_new_office_is_told_both_ways_on(tmp_path: Path) -> None:
    """A folder with a space in its name is one word where the command is copied."""
    ran = tonbaep(tmp_path, "init", str(tmp_path / "อบต ของเรา"), *_options(ANSWERS))
    assert [line.partition("tonbaep ")[2].split(" เพื่อ")[0] for line in ran.stdout.splitlines()[1:]] == [
        f'{command} --project "{tmp_path / "อบต ของเรา"}"' for command in ("desk", "check")
    ]


def test_answers_stand_in_the_records_and_the_rest_is_told(tmp_path: Path) -> None:
    """Nothing of the sample is in it, and `check` names exactly what is open: no wrong line, no unknown key."""
    folder = tmp_path / "อบต ของเรา"
    told = _begun(folder, ANSWERS)
    assert {problem["message"]["en"] for problem in told["open"]} <= {
        "this field is empty",
        "0 criteria come from the citizens' satisfaction; there must be exactly 1",
    } | {problem["message"]["en"] for problem in told["open"] if problem["field"] == "criteria"}
    office = values((folder / "winners/organisation.yaml").read_text(encoding="utf-8"))
    assert isinstance(office, dict)
    assert office["short_name"] == "อบต.หนองบัว"
    assert office["divisions"] == [
        {"key": "palad", "name": "สำนักปลัด"},
        {"key": "finance", "name": "กองคลัง"},
        {"key": "division-3", "name": "กองไผ่"},
    ]
    open_ = {problem["field"] for problem in told["open"]}
    assert {"english_name", "address.postcode", "villages[1].board", "result_at", "steps[7].ends"} <= open_
    assert not open_ & {"name", "phone", "site", "colours.primary", "survey.form", "divisions[0].key"}
    checked = tonbaep(folder, "check", "--json")
    assert json.loads(checked.stdout)["problems"] == told["open"]


def test_everything_may_be_left_for_later_and_nobody_is_asked_who_is_not_there(tmp_path: Path) -> None:
    """A script gets no question and does not hang."""
    told = _begun(tmp_path / "later", {})
    assert {"name", "address.province", "divisions[0].name", "survey.form"} <= {each["field"] for each in told["open"]}


@pytest.mark.parametrize(
    ("key", "answer", "said"),
    [
        ("phone", "12", "12"),
        ("place", "หนองบัว, ตรัง", "2"),
        ("colours", "red, blue", "red"),
        ("site", "not an address", "not an address"),
    ],
)
def test_an_answer_that_the_door_would_refuse_writes_nothing(tmp_path: Path, key: str, answer: str, said: str) -> None:
    """It is said in the door's words, now and not after the eighth question."""
    ran = tonbaep(tmp_path, "init", str(tmp_path / "new"), f"--{key}", answer, "--lang", "en")
    assert ran.returncode == 2
    assert f"--{key}" in ran.stderr
    assert said in ran.stderr
    assert not (tmp_path / "new").exists()


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    """Somebody's work may be in it."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full/letter.txt").write_text("mine", encoding="utf-8")
    ran = tonbaep(tmp_path, "init", str(tmp_path / "full"))
    assert ran.returncode == 2
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["letter.txt"]


def test_divisions_and_villages_need_no_commas() -> None:
    """A clerk writes them with spaces between; a name of two words stays one."""
    assert parts_of("สำนักปลัด กองคลัง กองช่าง") == ["สำนักปลัด", "กองคลัง", "กองช่าง"]
    assert parts_of("บ้านเหนือ บ้านใต้, บ้านควน ตะวันออก") == ["บ้านเหนือ", "บ้านใต้", "บ้านควน ตะวันออก"]
    assert parts_of("https://forms.example/a?b=c d") == ["https://forms.example/a?b=c d"]


def test_there_are_eight_questions() -> None:
    """And an option for each."""
    assert {question.word for question in QUESTIONS} == set(ANSWERS)


def test_a_new_year_keeps_rules_and_weekdays_and_forgets_people(tmp_path: Path) -> None:
    """Of 24 places edited by hand some are forgotten, and a date of last year opens the embargo at once."""
    small = Small(tmp_path)
    small.edit(
        "2566/round.yaml", "publish_totals: ไม่ใช่", "publish_totals: ไม่ใช่\nproof:\n  digest: 7k2mq-0xv4t-9hd3w-e5rzn"
    )
    old = values(small.text("2566/round.yaml"))
    assert isinstance(old, dict)
    ran = tonbaep(small.project, "new", "2567")
    assert ran.returncode == 0, ran.stderr
    new = values(small.text("2567/round.yaml"))
    assert isinstance(new, dict)
    changed = {key for key in old if new.get(key) != old[key]}
    assert changed == {"year", "steps", "result_at", "survey", "proof"}
    moments = [parse_moment(str(record["result_at"])) for record in (old, new)]
    assert moments[1] - moments[0] == timedelta(days=364)
    days = [(before, after) for before, after in zip(_days(old), _days(new), strict=True)]
    assert len(days) == 19
    assert {(parse_date(after) - parse_date(before)).days for before, after in days} == {364}
    assert values(small.text("2567/winners.yaml")) == {"sample": "true", "winners": None}
    assert not (small.path("2567") / "photos").exists()


def _days(record: dict[str, Any]) -> list[str]:
    steps = [step[key] for step in record["steps"] for key in ("starts", "ends")]
    return [*steps, *(record["survey"][key] for key in ("opens", "closes", "counted_until"))]


def test_a_new_year_of_the_sample_is_sound_and_stops_no_other(tmp_path: Path) -> None:
    """Comments, quotes and order come along, and whoever must be taken down of the year before still can be."""
    project = product.copy_of_sample(tmp_path)
    assert tonbaep(project, "new", "2567").returncode == 0
    found = json.loads(tonbaep(project, "check", "--json").stdout)["problems"]
    assert not [problem for problem in found if not problem.get("warning")]
    text = (project / "winners/2567/round.yaml").read_text(encoding="utf-8")
    assert "# แปดขั้นตอน เรียงตามนี้เสมอ" in text


@pytest.mark.parametrize("year", ["2566", "2560"])
def test_a_year_that_is_there_or_has_none_before_changes_nothing(tmp_path: Path, year: str) -> None:
    """Records are not overwritten, and not made of nothing."""
    small = Small(tmp_path)
    before = product.digest(small.project / "winners")
    assert tonbaep(small.project, "new", year).returncode == 2
    assert product.digest(small.project / "winners") == before
