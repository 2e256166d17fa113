"""What was issued stays as it was: a new name, number or mayor leaves every sheet of an older round alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from generator.disclosure import publish
from generator.pieces import PIECES
from generator.reading import read
from generator.store import Store
from generator.thai.dates import parse_moment
from tests.support import years
from tests.support.golden import Look, Sample
from tests.support.web import said

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Records
    from generator.piece import Piece, Sheet

LOOK = Look(parse_moment(years.LATER))
OLD_ADDRESS, NEW_ADDRESS = "เลขที่ 99 หมู่ที่ 9 ตำบล", "เลขที่ 1 ถนนเทศบาล ตำบล"
LIVING = ("renamed", "office", "names", "next")
"""What of an old round's page is today's: how to reach the office, and where the next survey is."""


def _records(project: Path, folder: Path) -> Records:
    return read(project, Store(folder / "store"))


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Records, Records]:
    """Return the records of an office that stayed as it was, and of the same one that became a municipality."""
    folder = tmp_path_factory.mktemp("years")
    return tuple(_records(make(folder / make.__name__), folder) for make in (years.before, years.after))  # type: ignore[return-value]


@pytest.fixture(scope="module")
def looked(two: tuple[Records, Records]) -> tuple[Sample, Sample]:
    """Return what a build of each lays out."""
    return Sample(two[0]), Sample(two[1])


def _is_old(sheet: Sheet) -> bool:
    return sheet.year == 2566 or sheet.path.startswith("verify/")


def _text(sheet: Sheet) -> str:
    """Return what a sheet says for good; how to reach the office is today's."""
    view = dict(sheet.view)
    if "meta" in view:
        view = {key: value for key, value in view.items() if key not in LIVING}
        shown = {"title", "description", "card"} if sheet.path.startswith("2566/") else {"title"}
        view["meta"] = {key: value for key, value in sheet.view["meta"].items() if key in shown}
    facts = (sheet.title, sheet.called, sheet.way, sheet.standing, [link.url for link in sheet.codes], view)
    return json.dumps(facts, ensure_ascii=False, sort_keys=True).replace(NEW_ADDRESS, OLD_ADDRESS)


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.name)
def test_no_sheet_of_a_signed_year_changes_with_the_office(piece: Piece[Any], looked: tuple[Sample, Sample]) -> None:
    """Reprinting last year's poster must give last year's poster; a certificate in a frame cannot be changed at all."""
    was, now = ({sheet.path: _text(sheet) for sheet in each.at(piece, LOOK) if _is_old(sheet)} for each in looked)
    assert now == was


def test_there_are_sheets_of_the_signed_year_to_compare(looked: tuple[Sample, Sample]) -> None:
    """A comparison of nothing would be green for ever."""
    with_old = [piece.name for piece in PIECES if any(map(_is_old, looked[1].at(piece, LOOK)))]
    assert len(with_old) > 60
    assert {"certificate", "verify", "poster", "announcement", "profile", "results", "landing"} <= set(with_old)


def test_the_new_round_has_the_new_names(two: tuple[Records, Records], looked: tuple[Sample, Sample]) -> None:
    """The office is called what it is called since the change, on every sheet of the round after it."""
    new = [sheet for piece in PIECES for sheet in looked[1].at(piece, LOOK) if sheet.year == 2567]
    said = [(sheet.path, json.dumps(sheet.view, ensure_ascii=False)) for sheet in new]
    assert any(years.OFFICE in text for _, text in said)
    assert any(years.DIVISION in text for _, text in said)
    assert any(years.VILLAGE in text for _, text in said)
    assert any(years.MAYOR in text for _, text in said)
    assert [path for path, text in said if "กองสวัสดิการสังคม" in text or "บ้านทุ่งตัวอย่าง" in text] == []
    newest, _ = publish(two[1], LOOK.moment, "site").rounds
    assert [village.moo for village in newest.organisation.villages] == [1, 6, 3, 4]


def test_pages_of_the_old_year_say_what_the_office_is_called_now(looked: tuple[Sample, Sample]) -> None:
    """Who finds the old page by a search must find today's office."""
    profile = next(piece for piece in PIECES if piece.name == "profile")
    (page, *_) = [sheet for sheet in looked[1].at(profile, LOOK) if sheet.year == 2566]
    assert page.view["renamed"] == f"ขณะนั้นหน่วยงานชื่อองค์การบริหารส่วนตำบลควนเมา ปัจจุบันคือ{years.OFFICE}"
    assert "renamed" not in next(s for s in looked[1].at(profile, LOOK) if s.year == 2567).view
    text = profile.press.press(profile.template, page.view, None).decode()  # type: ignore[arg-type]
    assert f"ปัจจุบันคือ{years.OFFICE}" in said(text)


def test_a_division_that_is_no_more_keeps_its_page(looked: tuple[Sample, Sample]) -> None:
    """The people of that year lead to it, and a page that once was must not vanish."""
    pages = next(piece for piece in PIECES if piece.name == "division_page")
    notes = {sheet.path: sheet.view.get("notes") for sheet in looked[1].at(pages, LOOK)}
    assert notes["division-education.md"] == ["งานของหน่วยนี้ปัจจุบันอยู่ที่สำนักปลัด"]
    assert notes["division-welfare.md"] == ["เดิมชื่อ กองสวัสดิการสังคม"]
    assert notes["division-works.md"] is None


def test_an_old_code_leads_to_the_same_peoples_new_place(looked: tuple[Sample, Sample]) -> None:
    """The sheet still hangs in the village that has another number now, and in the one that joined its neighbour."""
    landing = next(piece for piece in PIECES if piece.name == "landing")
    leads = {sheet.path: (sheet.view["next"] or {}).get("href") for sheet in looked[1].at(landing, LOOK)}
    assert leads["s/ls66-m2.md"] == "s/ls67-m6.html"
    assert leads["s/ls66-m5.md"] == "s/ls67-m4.html"
    assert leads["s/ct66-education.md"] == "s/ct67-palad.html"
    assert leads["s/ct66-welfare.md"] == "s/ct67-welfare.html"
