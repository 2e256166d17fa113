"""The recount workbook: its formulas come to the product's figures, in other programs and at every edge."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from hypothesis import given, settings

from generator.model import CITIZENS, JOINT, VOTE, Decision, Name, Programme, Recusal, Selection, TallyRules
from generator.papers.recount import workbook
from generator.papers.recount.comparing import digits
from generator.press.live import LIVE
from generator.tally.counting import count
from tests.support import spreadsheet
from tests.support.hard_rounds import hard_rounds
from tests.support.recount import recounted
from tests.support.selections import make_nominee, make_rules, make_selection

if TYPE_CHECKING:
    from pathlib import Path

FOUR = tuple(make_nominee(number) for number in (2, 4, 6, 8))
"""Four of one category, which has two places."""
ALIKE = {(member, nominee.id): (4, 4, 4) for member in range(1, 6) for nominee in FOUR}
HEARD = {nominee.id: (Fraction(88), 20) for nominee in FOUR}
FRAME = {"title": "นับคะแนน", "timestamp": 1_682_000_000, "colours": {"primary": "#0b5d4e", "accent": "#a8431f"}}
Made = tuple[Programme, Selection]


def _sheets(made: Made) -> list[dict[str, Any]]:
    return workbook.sheets(*made, "นับคะแนน")


def _file(sheets: list[dict[str, Any]], folder: Path) -> Path:
    file = folder / "recount.xlsx"
    file.write_bytes(LIVE.press("", {**FRAME, "sheets": sheets}, folder))
    return file


def _result(sheets: list[dict[str, Any]]) -> dict[str, tuple[Any, ...]]:
    """Return what the first sheet shows of each name: place, total, chosen, decided by, why out."""
    shown = [[each["value"] if isinstance(each, dict) else each for each in line] for line in sheets[0]["lines"]]
    head = next(n for n, line in enumerate(shown) if line[:2] == ["ประเภท", "อันดับ"])
    return {line[2]: (line[1], line[3], line[5], line[6], line[7]) for line in shown[head + 1 :]}


@settings(max_examples=120, deadline=None)
@given(hard_rounds())
def test_another_program_comes_to_each_value_that_stands_beside_a_formula(made: Made) -> None:
    """Whoever recalculates sees what was seen before; every step, not the result alone."""
    every = [*spreadsheet.from_view(_sheets(made))]
    assert every
    assert [each for each in every if not each.agrees] == []


@settings(max_examples=120, deadline=None)
@given(hard_rounds())
def test_the_workbook_shows_the_products_result(made: Made) -> None:
    """Totals, places and who was chosen are those of the count, and of somebody else's where no vote decided."""
    programme, selection = made
    shown, found = _result(_sheets(made)), count(programme, selection)
    for line in found.lines:
        place, total, chosen, _, out = shown[line.nominee.name.full]
        assert (place or None, out or None) == (line.place, line.out)
        assert (None if total == "" else Decimal(f"{total:.2f}")) == line.printed
        assert (chosen == "ใช่") is line.chosen
    if not selection.decisions:
        theirs = recounted(programme, selection)
        assert {line.nominee.id: line.place for line in found.lines} == {key: came[1] for key, came in theirs.items()}


def test_a_finished_file_is_reckoned_alike(tmp_path: Path) -> None:
    """The formulas are the same in the file as in the view, and nothing that was cached is needed."""
    made = (make_rules(), make_selection(make_rules(), FOUR, ALIKE, HEARD))
    sheets = _sheets(made)
    every = [*spreadsheet.from_file(_file(spreadsheet.blank(sheets), tmp_path), sheets)]
    assert len(every) > 500
    assert [each for each in every if not each.agrees] == []


TIES: tuple[tuple[tuple[str, ...], tuple[Decision, ...], str, dict[str, tuple[Any, str]]], ...] = (
    ((JOINT,), (), "สองตำแหน่ง", {"n2": (1, "อยู่อันดับเดียวกัน")}),
    ((CITIZENS, JOINT), (), "ค่าเต็ม", {"n2": (1, "อยู่อันดับเดียวกัน")}),
    (("mind", "speed", "fairness"), (), "สองตำแหน่ง", {"n2": (1, "")}),
    (
        (CITIZENS, VOTE),
        (Decision(("n8", "n6", "n4", "n2"), "ลงมติ"),),
        "สองตำแหน่ง",
        {"n8": (1, "มติของคณะกรรมการ"), "n2": (4, "มติของคณะกรรมการ")},
    ),
    ((VOTE, "mind"), (Decision(("n8", "n6"), "ลงมติ"),), "ค่าเต็ม", {"n8": (1, ""), "n2": (1, "")}),
)


@pytest.mark.parametrize(("ties", "decisions", "compared", "wanted"), TIES)
def test_every_rule_for_ties_is_a_formula(
    ties: tuple[str, ...], decisions: tuple[Decision, ...], compared: Any, wanted: dict[str, tuple[Any, str]]
) -> None:
    """Four who are equal in all: what decides, and what leaves them as they are."""
    programme = make_rules(ties=ties, tally=TallyRules(sample=5, compared=compared))
    selection = replace(make_selection(programme, FOUR, ALIKE, HEARD), decisions=decisions)
    sheets = _sheets((programme, selection))
    assert [each for each in spreadsheet.from_view(sheets) if not each.agrees] == []
    shown = _result(sheets)
    for id_, (place, by) in wanted.items():
        assert (shown[selection.nominee(id_).name.full][0], shown[selection.nominee(id_).name.full][3]) == (place, by)


@pytest.mark.parametrize("percent", ["80.02", "80.06", "79.98", "99.98", "0.02"])
def test_half_a_hundredth_is_rounded_up(percent: str) -> None:
    """A quarter of it ends in 5 at the third decimal; a binary fraction falls to either side."""
    programme = make_rules()
    scores = {(member, "n2"): (5, 5, 5) for member in range(1, 6)}
    selection = make_selection(programme, FOUR[:1], scores, {"n2": (Fraction(percent), 30)})
    exact = 75 + Fraction(percent) / 4
    assert exact * 1000 % 10 == 5
    sheets = _sheets((programme, selection))
    assert [each for each in spreadsheet.from_view(sheets) if not each.agrees] == []
    assert _result(sheets)[FOUR[0].name.full][1] == float(exact + Fraction("0.005"))


def test_digits_are_enough_to_tell_any_two_fractions_apart() -> None:
    """Two fractions of at most so many parts differ by one part of the square, and by no less."""
    for largest in (2, 35, 5820 * 3500, 10**9):
        plan = digits(largest)
        assert 10 ** (plan.at_once * plan.times) > largest**2
        assert largest * 10**plan.at_once < 10**15
    with pytest.raises(ValueError, match="parts"):
        digits(10**15)


def test_a_changed_score_changes_the_result_in_the_workbook() -> None:
    """Formulas that did not hang together would still show the right figures: a score that is altered must be seen."""
    programme = make_rules()
    selection = make_selection(programme, FOUR, ALIKE, HEARD)
    sheets = _sheets((programme, selection))
    where = next(n for n, sheet in enumerate(sheets) if sheet["tab"] == "คะแนน")
    changed = [dict(sheet) for sheet in sheets]
    lines = [list(line) for line in changed[where]["lines"]]
    first = next(n for n, line in enumerate(lines) if isinstance(line[0], dict) and line[0]["value"] == 1)
    assert lines[first][4]["value"] == 4
    lines[first][4] = {"value": 5, "look": "given"}
    changed[where]["lines"] = lines
    differing = {each.tab for each in spreadsheet.from_view(changed) if not each.agrees}
    assert differing >= {"ผล", "รวมคะแนน", "ขั้นตอน", "ถ้าไม่นับกรรมการคนหนึ่ง", "การกระจายคะแนน"}


def test_what_would_change_without_a_member_is_shown() -> None:
    """One member alone lifted somebody over another."""
    programme = make_rules(ties=(JOINT,), categories=(replace(make_rules().categories[0], places=1),))
    two = tuple(replace(each, category=programme.categories[0]) for each in FOUR[:2])
    scores = {(member, nominee.id): (3, 3, 3) for member in range(1, 6) for nominee in two}
    scores[1, "n2"] = (5, 5, 5)
    scores[2, "n4"] = (4, 4, 4)
    made = (programme, make_selection(programme, two, scores, {key: HEARD[key] for key in ("n2", "n4")}))
    sheet = next(each for each in _sheets(made) if each["tab"] == "ถ้าไม่นับกรรมการคนหนึ่ง")
    line = next(line for line in sheet["lines"] if isinstance(line[0], str) and line[0].startswith("รายชื่อ"))
    assert [cell["value"] for cell in line if isinstance(cell, dict)] == ["เปลี่ยน", *["เหมือนเดิม"] * 4]


def test_a_name_that_begins_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    """Whoever opens the workbook runs nothing that somebody wrote into the record."""
    bad = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x.example","y")')
    people = tuple(
        replace(make_nominee(number), name=Name("", said, ""), position=said, recused=(Recusal(1, said),))
        for number, said in enumerate(bad, 1)
    )
    programme = make_rules()
    scores = {(member, each.id): (4, 4, 4) for member in range(1, 6) for each in people}
    sheets = _sheets(
        (programme, make_selection(programme, people, scores, {each.id: (Fraction(88), 20) for each in people}))
    )
    book = openpyxl.load_workbook(_file(sheets, tmp_path))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    there = {str(cell.value) for cell in cells if cell.data_type == "s"}
    assert all(any(said in each for each in there) for said in bad)
    assert not [cell for cell in cells if cell.data_type == "f" and any(said in str(cell.value) for said in bad)]


def test_no_function_is_newer_than_old_offices_have(tmp_path: Path) -> None:
    """Excel 2010 shows #NAME? for a newer one; those are written with a prefix."""
    programme = make_rules(ties=(CITIZENS, "mind", VOTE), tally=TallyRules(average="มัธยฐาน", compared="ค่าเต็ม"))
    selection = make_selection(programme, FOUR, ALIKE, HEARD)
    file = _file(_sheets((programme, selection)), tmp_path)
    with zipfile.ZipFile(file) as book:
        text = b"".join(book.read(name) for name in book.namelist() if "worksheets" in name).decode()
    assert text.count("<f>") > 500
    assert "_xlfn" not in text
    assert not re.search(r'<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?><f>[^<]*</f><v></v>', text), "no text, and no figure"
    assert 't="str"><f>' in text


def test_the_same_round_is_the_same_bytes(tmp_path: Path) -> None:
    """A workbook that differs each time cannot be told from one that somebody changed."""
    made = (make_rules(), make_selection(make_rules(), FOUR, ALIKE, HEARD))
    one, two = (LIVE.press("", {**FRAME, "sheets": _sheets(made)}, tmp_path) for _ in range(2))
    assert one == two
    assert zipfile.is_zipfile(io.BytesIO(one))
