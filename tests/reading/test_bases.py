"""Rules and looks that offices share: what is taken, what is overridden, and where a fault in them is told."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.amending.begin import begin
from generator.amending.freeze import freeze
from generator.amending.held import Held
from generator.disk.swap import Workshop
from generator.ledger import unchanged
from generator.problems import ProblemsFound
from generator.reading import base_folders, read
from generator.reading.own_readings import own_readings
from generator.thai.dates import parse_moment
from generator.workbook.exchange import Exchange
from tests.support import bases
from tests.support.bases import NAME, WAY, edit, moved, place
from tests.support.product import AFTER
from tests.support.small import ORGANISATION, ROUND, Small

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = f"{WAY}/winners"


def test_what_a_base_says_is_as_if_the_office_had_written_it(small: Small) -> None:
    """Whoever moves a hundred offices' rules into one file must find the same on every sheet."""
    before = small.read()
    base = moved(small)
    assert "criteria" not in small.text(ROUND)
    assert "criteria" in (base / ROUND).read_text(encoding="utf-8")
    after = small.read()
    assert after.organisation == before.organisation
    assert after.rounds == before.rounds


def test_an_office_s_own_value_goes_before_that_of_its_base(small: Small) -> None:
    """One office has another colour and another day: the rest stays shared."""
    moved(small)
    small.write(ORGANISATION, small.text(ORGANISATION) + 'colours:\n  accent: "#7a1fa2"\n')
    small.write(ROUND, small.text(ROUND).replace("survey:\n", "survey:\n  minutes: 9\n") + "award: คนดีของเรา\n")
    records = small.read()
    assert [each.lower() for each in (records.organisation.colours.primary, records.organisation.colours.accent)] == [
        "#0f4c5c",
        "#7a1fa2",
    ]
    award_round = records.rounds[0]
    assert award_round.programme.survey.minutes == 9
    assert award_round.programme.award_name == "คนดีของเรา"


def test_a_list_is_replaced_whole(small: Small) -> None:
    """Half of two lists of criteria would weigh 140 in a hundred, and nobody wrote that."""
    moved(small)
    own = (
        "criteria:\n"
        "  - {key: mind, name: ใจ, detail: เต็มใจ, weight: 60}\n"
        "  - {key: people, name: เสียง, detail: จากแบบประเมิน, weight: 40, citizens: ใช่}\n"
    )
    small.write(ROUND, small.text(ROUND) + own)
    problems = small.problems()  # of winners' scores for the criterion that the office does without, and of no weight
    assert {each.file for each in problems} == {"winners/2566/winners.yaml"}
    assert all(".scores" in each.field for each in problems)


BREAKS: dict[str, tuple[str, str, str, str, str]] = {
    "a weight": (ROUND, "weight: 40", "weight: 41", "criteria:\n", "criteria"),
    "a day that is none": (ROUND, "starts: 2566-03-07", "starts: 2566-02-30", "2566-02-30", "steps[1].starts"),
    "a colour": (ORGANISATION, '"#8f5a12"', "น้ำตาลแก่", "น้ำตาลแก่", "colours.accent"),
    "a misspelt key of a group": (ROUND, "minutes: 3", "minuets: 3", "minuets", "survey.minuets"),
    "a key twice": (ROUND, "award: ", "owner: x\naward: ", "owner: สำนักปลัด", "owner"),
    "a division of another": (ROUND, "  - works\n", "  - no-such\n", "no-such", "nominators[1]"),
}


@pytest.mark.parametrize("broken", BREAKS)
def test_a_fault_is_told_where_it_stands_and_for_whom(small: Small, broken: str) -> None:
    """The person who mends a base has a hundred offices: file, line and one of them by name."""
    name, old, new, at, field = BREAKS[broken]
    base = moved(small)
    edit(base, name, old, new)
    problem = next(each for each in small.problems() if each.field == field)
    assert problem.file == f"{FILE}/{name}"
    assert problem.line == place(base, name, at)[0]
    assert "อ่านให้ อบต.ทดสอบ" in problem.message.th
    assert all(each.file.startswith(FILE) for each in small.problems())


def test_a_fault_of_an_own_value_stays_with_the_office(small: Small) -> None:
    """What the office overrode is not the base's."""
    moved(small)
    small.write(ROUND, small.text(ROUND) + "result_at: เมื่อวาน\n")
    problem = small.only_problem()
    assert problem.file == f"winners/{ROUND}"
    assert problem.line == small.place(ROUND, "เมื่อวาน")[0]
    assert "ฐาน" not in problem.message.th


def test_what_neither_says_is_missing_at_the_office(small: Small) -> None:
    """Nobody else can be asked for it."""
    base = moved(small)
    edit(base, ROUND, "tie_rule: ความพึงพอใจสูงกว่าอยู่ก่อน\n", "")
    edit(base, ROUND, "  minutes: 3\n", "")
    assert {(each.file, each.field) for each in small.problems()} == {
        (f"winners/{ROUND}", "tie_rule"),
        (f"winners/{ROUND}", "survey.minutes"),
    }


OF_ONE_OFFICE: dict[str, tuple[str, str, str]] = {
    "its name": (ORGANISATION, "name: อบต.อื่น\n", "name"),
    "its seal": (ORGANISATION, "seal: seal.png\n", "seal"),
    "where its site goes": (ORGANISATION, "publish: sftp://a@b/c\n", "publish"),
    "its villages": (ORGANISATION, "villages: []\n", "villages"),
    "who signs": (
        ROUND,
        "award_signer:\n  name: {title: นาง, first: สาม, last: ทดสอบ}\n  post: นายก\n  role: ก\n",
        "award_signer",
    ),
    "what it was told": (ROUND, "you_said: []\n", "you_said"),
    "the ceremony": (ROUND, "ceremony: {}\n", "ceremony"),
    "a proof that was signed": (ROUND, "proof: {}\n", "proof"),
    "replies": (ROUND, "replies: []\n", "replies"),
    "a key that is none": (ROUND, "nonsense: 1\n", "nonsense"),
    "results": (ROUND, "outcomes.satisfaction", "outcomes.satisfaction"),
    "the address of its form": (ROUND, "survey.form", "survey.form"),
}


@pytest.mark.parametrize("what", OF_ONE_OFFICE)
def test_what_is_one_office_s_own_is_refused_in_a_base(small: Small, what: str) -> None:
    """A person, a result or a name taken over unseen would stand on another office's poster."""
    name, text, key = OF_ONE_OFFICE[what]
    base = moved(small)
    if text == key:
        group, inner = key.split(".")
        edit(base, name, f"{group}:\n", f"{group}:\n  {inner}: x\n")
    else:
        (base / name).write_text((base / name).read_text(encoding="utf-8") + text, encoding="utf-8")
    problem = small.only_problem()
    assert (problem.file, problem.field) == (f"{FILE}/{name}", key)
    assert "ใช้ร่วมกันได้" in problem.message.th


@pytest.mark.parametrize("name", ["winners.yaml", "nominees.yaml", "scores.yaml", "survey.yaml", "papers.yaml"])
def test_files_of_people_in_a_base_are_told_and_not_read(small: Small, name: str) -> None:
    """A base was copied from an office with everybody in it: nobody of them may appear in another's."""
    base = moved(small)
    (base / f"2566/{name}").write_text("winners: [{name: คานารี}]\n", encoding="utf-8")
    problem = small.only_problem()
    assert problem.file == f"{FILE}/2566/{name}"
    assert "คานารี" not in problem.say()


def test_the_way_to_a_base_is_from_the_project_or_whole(small: Small) -> None:
    """A share has a whole path; a base within the project is as good; backslashes are what Windows shows."""
    before = small.read()
    base = moved(small)
    for way in (str(base.parent), "..\\_ฐาน", "../project/../_ฐาน/"):
        small.write(ORGANISATION, small.text(ORGANISATION).replace(f"base: {WAY}\n", f"base: {way}\n"))
        assert small.read().rounds == before.rounds
        small.write(ORGANISATION, small.text(ORGANISATION).replace(f"base: {way}\n", f"base: {WAY}\n"))
    shutil.move(base.parent, small.project / "shared")
    small.edit(ORGANISATION, f"base: {WAY}\n", "base: shared # ของเรา\n")
    assert small.read().rounds == before.rounds


def _missing(base: Path) -> None:
    shutil.rmtree(base.parent)


def _no_records(base: Path) -> None:
    shutil.move(base, base.parent / "other")


def _no_name(base: Path) -> None:
    record = base.parent.parent / "project/winners" / ORGANISATION
    record.write_text(record.read_text(encoding="utf-8").replace(WAY, "ฐ" * 290), encoding="utf-8")


def _no_text(base: Path) -> None:
    (base / ORGANISATION).write_bytes(b"\xff\xfe\x00\x01\x02")


def _no_yaml(base: Path) -> None:
    (base / ORGANISATION).write_text("style: [\n", encoding="utf-8")


@pytest.mark.parametrize("harm", [_missing, _no_records, _no_name, _no_text, _no_yaml])
def test_a_base_that_cannot_be_read_is_told_alone(small: Small, harm: Callable[[Path], None]) -> None:
    """Twenty fields that only seem to be missing would hide the one line that is to be mended."""
    harm(moved(small))
    problems = small.problems()
    assert len(problems) == 1, "\n".join(each.say() for each in problems)
    assert problems[0].field == "base" or problems[0].file == f"{FILE}/{ORGANISATION}"


def test_a_base_may_have_a_base(small: Small) -> None:
    """A country's rules under a province's: the nearest says it, and a fault is told at its own file."""
    base = moved(small)
    above = base.parent.parent / "_ประเทศ" / "winners"
    (above / "2566").mkdir(parents=True)
    text = (base / ROUND).read_text(encoding="utf-8")
    (base / ROUND).write_text("award: ของจังหวัด\n", encoding="utf-8")
    (above / ROUND).write_text(text, encoding="utf-8")
    with (base / ORGANISATION).open("a", encoding="utf-8") as file:
        file.write("base: ../_ประเทศ\n")
    records = small.read()
    assert records.rounds[0].programme.award_name == "ของจังหวัด"
    assert len(records.rounds[0].programme.criteria) == 3
    edit(above, ROUND, "weight: 40", "weight: เยอะ")
    assert small.only_problem().file == f"../_ประเทศ/winners/{ROUND}"


@pytest.mark.parametrize("way", ["./", "../project", WAY])
def test_a_base_that_leads_back_is_told(small: Small, way: str) -> None:
    """A project that is its own base, or a base that is, would be read for ever."""
    base = moved(small)
    if way == WAY:
        with (base / ORGANISATION).open("a", encoding="utf-8") as file:
            file.write("base: ../project\n")
    else:
        small.edit(ORGANISATION, f"base: {WAY}\n", f"base: {way}\n")
    problem = small.only_problem()
    assert problem.field == "base"
    assert "วนกลับ" in problem.message.th


def test_a_year_that_the_base_has_not_is_the_office_s_own(small: Small) -> None:
    """Old rounds were before there was a base, and stay as they are."""
    small.add_year()
    before = small.read()
    own = small.text("2567/round.yaml")
    moved(small)
    assert small.text("2567/round.yaml") == own
    assert small.read().rounds == before.rounds


@pytest.mark.parametrize(
    "line",
    ["base: ../_ฐาน", 'base: "../_ฐาน"', "base: '../_ฐาน' # ของจังหวัด", "base:   ../_ฐาน   # x", '"base": ../_ฐาน'],
)
def test_a_quick_look_finds_the_base_that_the_door_reads(small: Small, line: str) -> None:
    """It decides whether a build has nothing to do: a base that it missed would never be seen to change."""
    base = moved(small)
    small.edit(ORGANISATION, f"base: {WAY}\n", f"{line}\n")
    small.read()
    assert base_folders.folders(small.project) == [base.parent]


@pytest.mark.parametrize(
    "write",
    [
        lambda text: text.replace("base: ", '"b\\u0061se": '),
        lambda text: text.replace("base: ", "? base\n: "),
        lambda text: text.replace("base: ", "base:\n  "),
        lambda text: "".join(f" {line}" for line in text.splitlines(keepends=True)),
        lambda text: text.encode("utf-16"),
    ],
    ids=["escaped", "asked", "next line", "indented", "UTF-16"],
)
def test_a_base_past_the_quick_look_is_not_read(small: Small, write: Callable[[str], str | bytes]) -> None:
    """A change in it would change nothing, and a ZIP from elsewhere could have files of this machine read."""
    moved(small)
    written = write(small.text(ORGANISATION))
    small.path(ORGANISATION).write_bytes(written.encode() if isinstance(written, str) else written)
    assert base_folders.folders(small.project) == []
    problem = small.only_problem()
    assert problem.field == "base"
    assert "ชิดขอบซ้าย" in problem.fix.th


def test_a_change_in_a_base_is_a_change(small: Small) -> None:
    """A build that says that nothing has changed would leave the old rules on every sheet."""
    base = moved(small)
    before = unchanged.inputs(small.project)
    assert unchanged.inputs(small.project) == before
    edit(base, ROUND, "weight: 40", "weight: 39")
    assert unchanged.inputs(small.project) != before


def test_own_words_of_a_base_are_read_aloud(small: Small) -> None:
    """They are asked for apart from all other records."""
    base = moved(small)
    with (base / ORGANISATION).open("a", encoding="utf-8") as file:
        file.write("readings:\n  - written: ศอ.บต.\n    say: สอ บอ ตอ\n")
    assert ("ศอ.บต.", "สอ บอ ตอ") in own_readings(small.project)


def test_the_helper_takes_what_may_be_shared(small: Small) -> None:
    """A test of a base that holds nothing would find nothing."""
    base = bases.moved(small)
    assert base.parent.name == NAME
    assert (base / ORGANISATION).read_text(encoding="utf-8").count("\n") > 2


def test_what_is_frozen_is_what_was_read(small: Small, tmp_path: Path) -> None:
    """A certificate carries the award's name that stood in the base that day; changed later, the office is told."""
    flat = Small(tmp_path / "flat")
    base = moved(small)
    for each in (flat, small):
        freeze(each.project, each.store, 2566)
    tokens = re.compile(r"token: \S+")
    written = [tokens.sub("token", each.text("2566/certificates.yaml")) for each in (flat, small)]
    assert written[0] == written[1]
    assert not [each for each in small.read().warnings if "certificates" in each.file]
    edit(base, ROUND, "award: บุคลากรต้นแบบ", "award: คนดีของจังหวัด")
    assert [each for each in small.read().warnings if each.file == "winners/2566/certificates.yaml"]


def test_a_workbook_of_an_office_with_a_base_comes_back_the_same(small: Small) -> None:
    """What goes out is the office's own; coming back untouched, it writes nothing, and groups of the base are known."""
    base = moved(small)
    before = {str(file): file.read_bytes() for file in (*base.rglob("*.yaml"), *small.project.rglob("*.yaml"))}
    exchange = Exchange(Held(Workshop(small.project), lambda: parse_moment(AFTER)), 2566)
    answer = exchange.back(exchange.out(), "x.xlsx")
    assert (answer.problems, answer.savings) == ([], [])
    assert {name: Path(name).read_bytes() for name in before} == before


def test_an_office_that_is_begun_on_a_base_leaves_to_it_what_it_says(small: Small, tmp_path: Path) -> None:
    """An office of fifty fields asks only for its own; who it is comes from its answers."""
    base = moved(small)
    project = base.parent.parent / "new"
    answers = {"name": "เทศบาลตำบลใหม่", "place": "ใหม่, เมือง, ตรัง", "divisions": "สำนักปลัด, กองช่าง"}
    begin(project, 2566, answers, base.parent)
    assert f"base: {WAY}\n" in (project / "winners" / ORGANISATION).read_text(encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        read(project, small.store)
    fields = {each.field for each in found.value.problems}
    assert {"criteria", "steps", "result_at", "office_hours", "survey.opens", "categories"} & fields == set()
    assert {"phone", "site", "survey.form"} <= fields
    assert all(each.file.startswith("winners/") for each in found.value.problems)
