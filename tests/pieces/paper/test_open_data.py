"""The tables of open data, read as other people's programs read them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from generator.disclosure import MIN_GROUP
from generator.model import Name, Satisfaction
from generator.pieces.paper import open_data
from generator.pieces.parts import frame
from tests.support.publications import before_the_result, make_publication
from tests.support.rounds import make_round, make_winner

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disclosure import PublicRound


def _tables(award_round: PublicRound, folder: Path) -> dict[str, list[dict[str, str]]]:
    """Return each table's rows by the name of its file, as Python's own reader sees them."""
    piece = open_data.PIECE
    return {
        sheet.path: list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline="")))
        for sheet in piece.lay_out(make_publication(award_round))
        for made in (piece.press.press(piece.template, sheet.view, folder),)
    }


def test_every_winner_is_a_row_with_what_the_page_says(tmp_path: Path) -> None:
    """People who recalculate start from the same winners, in the same order."""
    award_round = make_round(5)
    rows = _tables(award_round, tmp_path)["papers/2566/winners.csv"]
    assert [row["ชื่อ"] for row in rows] == [winner.name.full for winner in award_round.winners]
    assert [row["ตำแหน่ง"] for row in rows] == [winner.position for winner in award_round.winners]
    for row, winner in zip(rows, award_round.winners, strict=True):
        said = winner.satisfaction
        assert row["ผู้ตอบ (คน)"] == (str(said.replies) if said else "")
        assert row["หน้าเว็บ"].endswith(f"/2566/winner-{winner.id}.html")
    assert {row["หมายเหตุ"] for row in rows} == {frame.NOT_REAL if award_round.sample else ""}


def test_the_figures_are_those_of_the_record_and_the_weights_make_a_hundred(tmp_path: Path) -> None:
    """A table that disagrees with the page is worse than none."""
    award_round = make_round()
    rows = _tables(award_round, tmp_path)["papers/2566/figures.csv"]
    told = {(row["เรื่อง"], row["รายการ"]): Decimal(row["ค่า"]) for row in rows}
    for figure in award_round.outcomes.satisfaction:
        assert told["ความพึงพอใจของประชาชน", f"ปี {figure.year}"] == figure.value
    for figure in award_round.outcomes.complaints:
        assert told["เรื่องร้องเรียนว่าบริการไม่เป็นธรรม", f"ปี {figure.year}"] == figure.value
    assert sum(value for (about, _), value in told.items() if about == "น้ำหนักคะแนน") == 100


def test_too_few_answers_are_in_no_table(tmp_path: Path) -> None:
    """The count of a small group reveals who answered."""
    award_round = make_round()
    few = replace(award_round.outcomes.satisfaction[-1], replies=MIN_GROUP - 1)
    outcomes = replace(award_round.outcomes, satisfaction=(*award_round.outcomes.satisfaction[:-1], few))
    rows = _tables(replace(award_round, outcomes=outcomes), tmp_path)["papers/2566/figures.csv"]
    (row,) = (row for row in rows if row["เรื่อง"] == "ความพึงพอใจของประชาชน" and row["รายการ"] == f"ปี {few.year}")
    assert row["ผู้ตอบ (คน)"] == ""


@pytest.mark.parametrize("stage", ["preparing", "criteria", "nominations", "survey", "judging"])
def test_there_is_no_table_before_the_result(stage: str, tmp_path: Path) -> None:
    """Nobody downloads a name before it is announced."""
    assert _tables(before_the_result(stage), tmp_path) == {}  # type: ignore[arg-type] # a stage's name


@pytest.mark.parametrize("hostile", ["=HYPERLINK(1)", "+1", "-2+3", "@SUM(A1)", '"; DROP', "ก,ข\nค"])
def test_a_cell_is_text_and_never_a_formula(hostile: str, tmp_path: Path) -> None:
    """Excel runs what begins like a formula; a comma or a line break must not start another cell."""
    winner = replace(
        make_winner(0), name=Name("นาย", "ก", "ข"), position=hostile, satisfaction=Satisfaction(Decimal(90), 12)
    )
    (row,) = _tables(make_round((winner,)), tmp_path)["papers/2566/winners.csv"]
    assert row["ตำแหน่ง"].removeprefix("'") == hostile
    assert row["ตำแหน่ง"][0] not in "=+-@"
    assert row["ร้อยละความพึงพอใจ"] == "90"
