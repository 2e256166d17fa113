"""The broadcast plan lists every airing, none in quiet hours, and says where another way must be found."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, get_args
from xml.etree import ElementTree as ET

import pymupdf
import pytest

from generator.disclosure import Publication, Stage
from generator.model import Correction, Loudspeaker, Name, Quiet, Village
from generator.piece import drawn
from generator.pieces.air import announcement, broadcast_plan, occasions, stop_notice
from tests.support.rounds import PEOPLE, make_organisation, make_round, make_winner

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disclosure import PublicRound, SurveyState
    from generator.pieces.air.script import Occasion

RESULT = date(2023, 4, 21)
HORN = Loudspeaker("หอกระจายข่าว", (time(6), time(17, 30)), "ครับ", "สวัสดีครับ")
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _award(*horns: Loudspeaker | None, **changes: object) -> PublicRound:
    villages = tuple(Village(moo, f"บ้านที่{moo}", "ศาลา", horn) for moo, horn in enumerate(horns, 1))
    return make_round(3, organisation=make_organisation(villages=villages), **changes)


def _of(award_round: PublicRound, occasion: Occasion) -> list[broadcast_plan.Airing]:
    return [line for line in broadcast_plan.airings(award_round) if line.occasion is occasion]


def test_nothing_is_announced_before_its_moment() -> None:
    """The result is out at nine: the broadcast at six is too early for it on that day, and on no other."""
    lines = _of(_award(HORN), occasions.RESULT)
    assert [(line.day - RESULT, line.hour) for line in lines] == [
        (timedelta(0), time(17, 30)),
        (timedelta(1), time(6)),
        (timedelta(1), time(17, 30)),
        (timedelta(2), time(6)),
        (timedelta(2), time(17, 30)),
    ]


def test_quiet_hours_are_kept_clear_and_a_day_without_an_hour_is_told() -> None:
    """Prayer at six every day; a funeral on one day leaves no hour at all, and somebody has to find one."""
    prayer = Quiet(time(4, 30), time(6, 15), "ละหมาดซุบฮิ")
    funeral = Quiet(time(5), time(21), "งานศพ", RESULT + timedelta(1), RESULT + timedelta(1))
    lines = _of(_award(replace(HORN, quiet=(prayer, funeral))), occasions.RESULT)
    assert all(line.hour != time(6) for line in lines)
    (without,) = [line for line in lines if line.hour is None]
    assert without.day == RESULT + timedelta(1)
    assert "งานศพ" in without.note


def test_what_ends_when_the_horn_opens_is_no_obstacle() -> None:
    """Prayer until six, and a broadcast at six."""
    until = Quiet(time(4, 30), time(6), "ละหมาดซุบฮิ")
    assert any(line.hour == time(6) for line in _of(_award(replace(HORN, quiet=(until,))), occasions.RESULT))


def test_a_broken_horn_is_planned_for_by_another_way_and_a_village_without_one_is_not() -> None:
    """The village must still hear it; nobody should find out at six that nothing was audible."""
    lines = _of(_award(replace(HORN, out_of_order=RESULT), None), occasions.RESULT)
    assert {line.village.moo for line in lines} == {1}
    assert all(line.hour is None and "เครื่องเสีย" in line.note for line in lines)


def test_a_slot_too_short_for_the_news_is_said_so_with_the_script_that_there_is() -> None:
    """A slow announcer has half a minute: a plan that names a file nobody made leaves the village without news."""
    slow = replace(HORN, slot=30, pace=90)
    award_round = _award(slow, replace(HORN, slot=30))
    publication = Publication(award_round.organisation, (award_round,))
    made = {
        sheet.path.rpartition("/")[2].removesuffix(".pdf")
        for piece in (announcement.SHEET, announcement.OTHER)
        for sheet in piece.lay_out(publication)
    }
    lines = _of(award_round, occasions.RESULT)
    assert {line.file for line in lines} <= made
    assert {line.village.moo: bool(line.note) for line in lines} == {1: True, 2: False}


def test_a_result_that_cannot_be_named_in_the_slot_is_read_in_the_next_longer_one() -> None:
    """Twelve long names do not fit into a minute: a script that says how many there are names nobody."""
    people = tuple(make_winner(n, name=Name("นางสาว", PEOPLE[n][1], "รัตนโชติสมมุติไพบูลย์ศรีธาราสวัสดิ์")) for n in range(12))
    office = _award(replace(HORN, slot=60)).organisation
    award_round = make_round(people, organisation=office)
    (scene,) = announcement.scenes(award_round)
    (own,) = [each for each in announcement.in_all_lengths(occasions.RESULT, scene) if each.own]
    assert own.seconds == 120
    assert len(own.standing.named) == 12
    assert all("60 วินาทีไม่พอ" in line.note and "-120" in line.file for line in _of(award_round, occasions.RESULT))
    (usual,) = announcement.scenes(make_round(12, organisation=office))
    (short,) = [each for each in announcement.in_all_lengths(occasions.RESULT, usual) if each.own]
    assert (short.seconds, len(short.standing.named)) == (60, 12)


@pytest.mark.parametrize("stage", get_args(Stage))
def test_a_plan_has_only_what_there_is_a_script_of_or_will_be(stage: Stage) -> None:
    """After the result it still ordered the call for answers of March, which was in no pack any more."""
    order = get_args(Stage)
    survey: SurveyState = "coming" if order.index(stage) < order.index("survey") else "open"
    award_round = _award(HORN, stage=stage, survey_state=survey)
    there = {occasion.name for occasion in occasions.due(award_round)}
    planned = {line.occasion.name for line in broadcast_plan.airings(award_round)}
    assert there - planned <= {"ceremony"}
    later = ("criteria", "nominations", "survey", "result", "ceremony", "thanks")
    over = {"survey": 2, "judging": 3, "announced": 3, "ceremony": 3, "closed": 3}.get(stage, 0)
    assert not planned & set(later[:over])
    if stage in {"preparing", "criteria", "nominations"}:
        assert planned == set(later) - ({"ceremony"} if award_round.programme.ceremony is None else set())


def test_what_was_wrong_is_stopped_and_corrected_on_air(tmp_path: Path) -> None:
    """A mistake that was heard is corrected where it was heard."""
    right = Correction("result", RESULT + timedelta(1), "ผู้ได้รับการคัดเลือกคนที่สอง คือ นายศักดิ์สิทธิ์ น้ำใจดี")
    stop = Correction("thanks", RESULT, "")
    award_round = _award(HORN, corrections=(right, stop))
    days = {line.day for line in broadcast_plan.airings(award_round) if line.occasion is occasions.CORRECTION}
    assert days == {RESULT + timedelta(1), RESULT + timedelta(2)}
    assert not _of(award_round, occasions.THANKS)
    publication = Publication(award_round.organisation, (award_round,))
    names = {sheet.path.rpartition("/")[2].partition("-")[0] for sheet in announcement.SHEET.lay_out(publication)}
    assert names == {"result", "correction"}
    sheets = [*announcement.SHEET.lay_out(publication), *announcement.OTHER.lay_out(publication)]
    for sheet in (one for one in sheets if "correction" in one.path):
        said = "".join(run["say"] for one in sheet.view["paragraphs"] for run in one["runs"])
        assert said.count("นายศักดิ์สิทธิ์ น้ำใจดี") in {1, 2}
        assert "ป้ายประกาศ" in said or sheet.path.endswith("-30.pdf")
    (notice,) = stop_notice.PIECE.lay_out(publication)
    with pymupdf.open("pdf", stop_notice.PIECE.press.press("stop_notice.typ", drawn(notice), tmp_path)) as pages:
        shown = re.sub(r"\s", "", "".join(page.get_text() for page in pages))
    assert "หยุดอ่าน" in shown
    assert "result-m1" in shown
    assert "thanks-m1" in shown


def test_plan_and_table_say_the_same_and_name_nobody(tmp_path: Path) -> None:
    """The villages agree to the plan before there is a result, and the clerk edits the table."""
    award_round = _award(HORN, replace(HORN, out_of_order=date(2023, 1, 2)))
    publication = Publication(award_round.organisation, (award_round,))
    sheet, *of_villages = broadcast_plan.SHEET.lay_out(publication)
    assert [(one.moo, one.path.rpartition("/")[2]) for one in of_villages] == [(1, "plan-m1.pdf"), (2, "plan-m2.pdf")]
    lines = [[line for day in one.view["days"] for line in day["airings"]] for one in (sheet, *of_villages)]
    assert len(lines[0]) == sum(map(len, lines[1:]))
    (table,) = broadcast_plan.TABLE.lay_out(publication)
    with pymupdf.open(
        "pdf", broadcast_plan.SHEET.press.press(broadcast_plan.SHEET.template, drawn(sheet), tmp_path)
    ) as pages:
        shown = re.sub(r"\s", "", "".join(page.get_text() for page in pages))
    rows = _rows(broadcast_plan.TABLE.press.press("", table.view, tmp_path))
    assert len(rows) == len(broadcast_plan.airings(award_round)) + 4
    for row in rows[4:]:
        for cell in filter(None, row[1:5]):
            assert re.sub(r"\s", "", cell) in shown
    for winner in award_round.winners:
        assert winner.name.last not in shown


def test_the_table_is_the_same_every_time_and_runs_nothing(tmp_path: Path) -> None:
    """A village's name that begins like a formula must stay a name."""
    award_round = _award(HORN)
    village = replace(award_round.organisation.villages[0], name="=1+1")
    award_round = replace(award_round, organisation=replace(award_round.organisation, villages=(village,)))
    (table,) = broadcast_plan.TABLE.lay_out(Publication(award_round.organisation, (award_round,)))
    first, second = (broadcast_plan.TABLE.press.press("", table.view, tmp_path) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as book:
        assert b"<f>" not in b"".join(book.read(name) for name in book.namelist())


def _rows(book: bytes) -> list[list[str]]:
    """Return the cells of the first sheet, following the format's own specification."""
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        shared = ET.fromstring(parts.read("xl/sharedStrings.xml"))
        sheet = ET.fromstring(parts.read("xl/worksheets/sheet1.xml"))
    texts = ["".join(item.itertext()) for item in shared]
    return [
        [texts[int(cell[0].text or 0)] if cell.get("t") == "s" else "" for cell in row]
        for row in sheet.iter(f"{SPACE}row")
    ]
