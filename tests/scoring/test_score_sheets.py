"""Score sheets: what goes out is the member's own, and what another program fills in comes back the same."""

from __future__ import annotations

import re
import subprocess
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.amending import score_sheets
from generator.papers import scoresheet
from generator.problems import ProblemsFound
from generator.tally import facts
from tests.support.committees import (
    CHAIR,
    CITIZEN,
    FAIR,
    GIVEN,
    HEAD,
    ID,
    LISTED,
    MIND,
    NAME,
    NOMINEES,
    OTHER,
    OURS,
    POST,
    POSTS,
    RECUSED,
    SCORES,
    TALLY,
    YEAR,
    Committee,
    Form,
    said,
    write,
)
from tests.support.machine import need
from tests.support.small import ROUND

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.small import Small


HALVES = tuple(number / 2 for number in range(2, 11))


@pytest.fixture
def halves(small: Small) -> Committee:
    """Return a committee that may give halves."""
    return Committee(small, 'step: "0.5"')


def text_of(raw: bytes) -> str:
    """Return the text of a PDF, as another engine reads it."""
    book = pypdfium2.PdfDocument(raw)
    return "\n".join(page.get_textpage().get_text_range() for page in book)


def test_what_is_typed_comes_back_and_is_kept(committee: Committee) -> None:
    """The whole way, for all members: the record says what was typed, and why nothing was."""
    answer = committee.keep(*(committee.filled(member) for member in (CHAIR, HEAD, CITIZEN)))
    assert said(answer) == ""
    whole = {nominee: dict(zip(("mind", "fair"), scores, strict=True)) for nominee, scores in GIVEN.items()}
    assert committee.kept() == {
        CHAIR: whole,
        HEAD: {**whole, "sak": "เป็นผู้เสนอชื่อ", "head": "เป็นผู้ได้รับการเสนอชื่อ"},
        CITIZEN: whole,
    }
    assert [sheet.digest != "" for sheet in committee.round().selection.sheets] == [True] * 3  # type: ignore[union-attr]


def test_the_rules_are_written_down_with_the_first_scores_and_hold_from_then_on(committee: Committee) -> None:
    """Weights that change after somebody scored would change what the scores meant."""
    committee.made()
    assert "rules" not in yaml.safe_load(committee.small.text(SCORES))
    committee.keep(committee.filled(CHAIR))
    rules = committee.round().selection.rules_then  # type: ignore[union-attr]
    assert dict(line.split(": ", 1) for line in rules) == facts.rules(committee.round().programme)
    committee.small.edit(ROUND, "detail: เต็มใจ, weight: 40", "detail: เต็มใจ, weight: 41")
    committee.small.edit(ROUND, "weight: 35", "weight: 34")
    assert "กติกาเปลี่ยนไป" in committee.small.only_problem().message.th


def test_an_id_is_drawn_once_and_tells_nothing(committee: Committee) -> None:
    """It stands on paper, and a second printing is the same sheet."""
    first = {name: each.value for name, each in committee.made().items()}
    before = committee.small.text(SCORES)
    assert {name: each.value for name, each in committee.made().items()} == first
    assert committee.small.text(SCORES) == before
    ids = [sheet["id"] for sheet in yaml.safe_load(before)["sheets"]]
    assert len(set(ids)) == len(POSTS)
    assert all(re.fullmatch(r"[a-z2-9]{4}(-[a-z2-9]{4}){2}", id_) for id_ in ids)
    for number, id_ in enumerate(ids, 1):
        assert f"เลขที่ใบ: {id_}" in text_of(first[f"scoresheet-member{number}.pdf"])


def test_a_new_member_gets_a_sheet_and_the_others_keep_theirs(committee: Committee) -> None:
    """A seat is added before anybody scored."""
    committee.made()
    before = yaml.safe_load(committee.small.text(SCORES))["sheets"]
    committee.small.edit(
        ROUND,
        "post: ผู้แทนประชาชน\n    role: กรรมการ",
        "post: ผู้แทนประชาชน\n    role: กรรมการ\n  - post: นิติกร\n    role: กรรมการ",
    )
    committee.made()
    assert yaml.safe_load(committee.small.text(SCORES))["sheets"][:3] == before


def test_nobody_nominated_is_told_and_nothing_is_drawn(small: Small) -> None:
    """There is nobody to be scored."""
    with pytest.raises(ProblemsFound, match="nobody is nominated"):
        score_sheets.draw(small.project, small.store, YEAR)
    assert not small.path(SCORES).exists()


def test_a_member_can_type_only_what_the_rules_let_him(small: Small) -> None:
    """Cells, limits and lists as the other program sees them."""
    committee = Committee(small, 'highest: 4\n  step: "0.5"')
    form = Form(committee.sheet(HEAD))
    assert form.page.protection.sheet
    assert form.page.protection.password is None
    assert form.page.freeze_panes is not None
    open_cells = [
        (id_, head) for id_ in form.rows for head in form.columns if not form.cell(id_, head).protection.locked
    ]
    due = [id_ for id_ in form.rows if id_ not in OURS]
    assert sorted(open_cells) == sorted((id_, head) for id_ in due for head in (MIND, FAIR, RECUSED, OTHER))
    assert {id_: form.cell(id_, RECUSED).value for id_ in OURS} == {
        "sak": "เป็นผู้เสนอชื่อ",
        "head": "เป็นผู้ได้รับการเสนอชื่อ",
    }
    rules = {str(rule.sqref).split(":")[0]: rule for rule in form.page.data_validations.dataValidation}
    of_mind = rules[f"{form.page.cell(form.head + 1, form.columns[MIND]).coordinate}"]
    assert of_mind.formula1 == '"1,1.5,2,2.5,3,3.5,4"'
    assert "40 จาก 100" in of_mind.prompt
    assert "เต็มใจ" in of_mind.prompt
    assert "citizens" not in form.columns
    assert not [head for head in form.columns if "ความพึงพอใจ" in head]


def test_a_scale_of_a_hundred_is_a_limit_and_no_list(small: Small) -> None:
    """A list of a hundred figures is no help."""
    form = Form(Committee(small, "highest: 100\n  lowest: 0").sheet(CHAIR))
    kinds = {rule.type for rule in form.page.data_validations.dataValidation}
    assert "whole" in kinds


def test_halves_come_back_exactly(small: Small) -> None:
    """4.5 is no 4 and no 5, typed as a number or in Thai figures."""
    committee = Committee(small, 'step: "0.5"')
    committee.keep(committee.filled(CHAIR, piya=(4.5, "๓.๕")))
    scores = committee.round().selection.sheets[0].given[0].scores  # type: ignore[union-attr]
    assert scores == {"mind": Decimal("4.5"), "fair": Decimal("3.5")}


def test_who_is_unfit_or_withdrew_is_not_asked_about(small: Small) -> None:
    """A member has nothing to say about them."""
    listed = LISTED.replace("position: ครู", "unfit: ปฏิบัติงานไม่ครบปี, position: ครู").replace(
        "position: นายช่างโยธา", "withdrawn: 2566-04-02, position: นายช่างโยธา"
    )
    committee = Committee(small, listed=listed)
    assert set(Form(committee.sheet(CHAIR)).rows) == {"piya", "head"}


def test_two_nominees_of_one_name_are_told_apart(committee: Committee) -> None:
    """By their rows' ids, and for the member's eyes by post."""
    form = Form(committee.sheet(CHAIR))
    assert form.cell("piya", NAME).value == form.cell("same", NAME).value
    assert form.cell("piya", POST).value != form.cell("same", POST).value
    committee.keep(committee.filled(CHAIR))
    assert committee.kept()[CHAIR]["piya"] != committee.kept()[CHAIR]["same"]


def test_a_text_that_looks_like_a_formula_stays_a_text(small: Small) -> None:
    """A post that begins with = must not be reckoned by anybody's program."""
    listed = LISTED.replace("position: ครู", 'position: "=1+1 ครู"').replace(
        "position: นักพัฒนาชุมชน", 'position: "+66 นักพัฒนา"'
    )
    form = Form(Committee(small, listed=listed).sheet(CHAIR))
    assert form.cell("same", POST).value == "=1+1 ครู"
    assert {form.cell(id_, POST).data_type for id_ in form.rows} == {"s"}


def test_a_reason_may_be_chosen_or_written(committee: Committee) -> None:
    """What is in the list, the member's own words, and both."""

    def edit(form: Form) -> None:
        for nominee, chosen, words in (
            ("piya", "เป็นญาติ", None),
            ("sak", "เหตุอื่น", "เคยฟ้องร้องกัน"),
            ("head", "เป็นญาติ", "น้องเขย"),
        ):
            form.give(nominee, None, None)
            form.put(nominee, RECUSED, chosen)
            form.put(nominee, OTHER, words)
        form.give("same", None, None)
        form.put("same", OTHER, "=เพิ่งรู้จัก")
        form.cell("same", OTHER).data_type = "s"

    committee.keep(committee.filled(CITIZEN, edit))
    assert committee.kept()[CITIZEN] == {
        "piya": "เป็นญาติ",
        "sak": "เคยฟ้องร้องกัน",
        "head": "เป็นญาติ (น้องเขย)",
        "same": "=เพิ่งรู้จัก",
    }


def test_a_repeated_import_changes_nothing(committee: Committee) -> None:
    """The same file, or the same scores saved by another program."""
    raw = committee.filled(CHAIR)
    committee.keep(raw)
    before = committee.small.text(SCORES)
    again = committee.keep(Form(raw).saved())
    assert again.new == []
    assert len(again.taken) == 1
    assert committee.small.text(SCORES) == before


def test_a_corrected_sheet_replaces_and_says_what_differs(committee: Committee) -> None:
    """A member mends a slip before anything is counted."""
    committee.keep(committee.filled(CHAIR), committee.filled(CITIZEN))
    answer = committee.keep(committee.filled(CHAIR, piya=(2, 4)))
    (taken,) = answer.taken
    assert taken.was is not None
    assert committee.kept()[CHAIR]["piya"] == {"mind": 2, "fair": 4}
    assert committee.kept()[CITIZEN]["piya"] == {"mind": 5, "fair": 4}


def test_what_was_mended_in_the_records_after_printing_is_told_and_the_scores_count(committee: Committee) -> None:
    """A slip in a post is put right while the sheets are out."""
    raw = committee.filled(CHAIR)
    committee.small.edit(NOMINEES, "position: นักพัฒนาชุมชน", "position: นักพัฒนาชุมชนชำนาญการ")
    answer = committee.keep(raw)
    assert said(answer) == ""
    assert [note.th for note in answer.taken[0].notes if "แก้หลังพิมพ์" in note.th]
    assert committee.kept()[CHAIR]["piya"] == {"mind": 5, "fair": 4}


def test_scores_of_a_nominee_who_withdrew_meanwhile_are_kept_and_told(committee: Committee) -> None:
    """The sheet is not refused for it, and what was given is on record."""
    raw = committee.filled(CHAIR)
    committee.small.edit(NOMINEES, "position: นายช่างโยธา", "withdrawn: 2566-04-02, position: นายช่างโยธา")
    answer = committee.keep(raw)
    assert said(answer) == ""
    assert any("ถอนตัว" in note.th for note in answer.taken[0].notes)
    assert committee.kept()[CHAIR]["sak"] == {"mind": 3, "fair": 3}


def test_scores_of_who_is_out_by_a_member_who_must_not_give_them_are_told_and_not_kept(committee: Committee) -> None:
    """What is passed over in silence is taken for counted."""
    raw = committee.filled(CHAIR)
    seat = committee.round().programme.committee[CHAIR - 1].post
    committee.small.edit(NOMINEES, "position: นายช่างโยธา", f"withdrawn: 2566-04-02, position: {seat}")
    answer = committee.keep(raw)
    assert said(answer) == ""
    assert any("จึงไม่เก็บคะแนน" in note.th for note in answer.taken[0].notes)
    assert "sak" not in committee.kept()[CHAIR]


def test_scores_of_a_result_that_was_kept_are_refused_but_with_a_reason(committee: Committee) -> None:
    """The same sheet again is no change, another one is."""
    raw = committee.filled(CHAIR)
    committee.keep(raw, committee.filled(CITIZEN))
    _as_if_counted(committee)
    assert committee.answer(raw).problems == []
    other = committee.filled(CHAIR, piya=(1, 1))
    refused = committee.answer(other)
    assert refused.new == []
    assert "tally.yaml" in said(refused)
    assert len(committee.answer(other, recount=True).new) == 1


def _as_if_counted(committee: Committee) -> None:
    """Write a result with the facts of now, in the form of `tally.yaml`."""
    award_round = committee.round()
    assert award_round.selection is not None
    found = facts.facts(award_round.programme, award_round.selection)
    said_: dict[str, Any] = {
        "digest": facts.digest(found),
        "at": "21 เมษายน 2566 เวลา 08.00 น.",
        "outcomes": [
            {"nominee": "first", "place": "1", "chosen": "ใช่"},
            {"nominee": "second", "place": "2", "chosen": "ใช่"},
        ],
        "facts": [{"name": name, "value": value} for name, value in found.items()],
    }
    committee.small.write(TALLY, yaml.safe_dump(said_, allow_unicode=True, default_style='"'))


def test_the_paper_has_everything_to_fill_in_by_pen(committee: Committee) -> None:
    """Office, year, post, criteria with weights and what is looked at, nominees, and where to sign."""
    told = " ".join(text_of(committee.made()[f"{scoresheet.NAME}-member{HEAD}.pdf"].value).split())
    for expected in (
        "องค์การบริหารส่วนตำบลทดสอบ", "ปี 2566", "ผู้อำนวยการกองช่าง", "จิตบริการ", "40", "เต็มใจ", "ศักดิ์สิทธิ์", "นายช่างโยธา",
        "กองช่าง", "งด: เป็นผู้เสนอชื่อ", "ลงชื่อ", "วันที่", "ลับ", "1 ถึง 5",
    ):  # fmt: skip
        assert expected in told, expected


def test_nothing_of_a_sheet_tells_who_it_was_by_the_name_of_the_file(committee: Committee, tmp_path: Path) -> None:
    """A renamed file is still the member's."""
    file = write(tmp_path, "สำเนา (2) ของนายช่าง.xlsx", committee.filled(CHAIR))
    (taken,) = committee.answer(file.read_bytes(), names=(file.name,)).taken
    assert taken.sheet.member == CHAIR


def test_libreoffice_saves_a_filled_sheet_and_it_is_read_the_same(committee: Committee, tmp_path: Path) -> None:
    """Half of the offices have no Excel."""
    file = write(tmp_path, "ใบ.xlsx", committee.filled(HEAD))
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        (need("soffice"), f"-env:UserInstallation={profile}", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"), str(file)),
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    saved = (tmp_path / "out/ใบ.xlsx").read_bytes()
    assert saved != file.read_bytes()
    here, there = committee.answer(file.read_bytes()), committee.answer(saved)
    assert said(there) == ""
    assert [each.sheet.given for each in there.taken] == [each.sheet.given for each in here.taken]
    assert there.taken[0].notes == ()
    form = Form(saved)
    assert form.page.protection.sheet
    assert form.cell("piya", ID).protection.locked
    assert not form.cell("piya", MIND).protection.locked


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    scores=st.lists(st.tuples(st.sampled_from(HALVES), st.sampled_from(HALVES)), min_size=4, max_size=4),
    reasons=st.lists(st.sampled_from(("", "", "เป็นญาติ", "ไม่เคยเห็นการทำงาน")), min_size=4, max_size=4),
)
def test_whatever_is_typed_comes_back(halves: Committee, scores: list[tuple[float, float]], reasons: list[str]) -> None:
    """Any scores on the scale, any recusals: none is lost, moved or rounded."""

    def edit(form: Form) -> None:
        for nominee, pair, reason in zip(form.rows, scores, reasons, strict=True):
            form.give(nominee, *((None, None) if reason else pair))
            form.put(nominee, RECUSED, reason or None)

    (taken,) = halves.answer(halves.filled(CHAIR, edit)).taken
    nominees = [each.nominee for each in taken.sheet.given]
    assert nominees == ["piya", "sak", "head", "same"]
    for each, pair, reason in zip(taken.sheet.given, scores, reasons, strict=True):
        assert each.recused == reason
        assert [float(score) for score in each.scores.values()] == ([] if reason else list(pair))
