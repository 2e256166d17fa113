"""Years side by side and the easy pages: complete where something may be published, silent where nothing may be."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.disclosure import Publication
from generator.model import Outcomes, YearFigure
from generator.pieces.parts import outcomes
from generator.pieces.web import archive, easy, profile, round_page
from tests.support.publications import before_the_result
from tests.support.rounds import make_organisation, make_programme, make_round, make_winner
from tests.support.waves import sheets_of
from tests.support.web import said

if TYPE_CHECKING:
    from generator.disclosure import PublicRound, PublicWinner, Stage
    from generator.piece import Piece, Sheet

YEARS = (archive.PIECE, archive.DIVISION, archive.TRENDS_PAGE)


def _rounds(*years: int, winners: int = 2) -> Publication:
    rounds = tuple(make_round(winners, programme=replace(make_programme(), year=year)) for year in years)
    return Publication(make_organisation(), rounds)


def _laid_out(piece: Piece[Any], *rounds: PublicRound) -> list[Sheet]:
    return sheets_of(piece, Publication(make_organisation(), rounds))


def test_every_year_and_everybody_is_in_the_archive_newest_first() -> None:
    """A citizen finds who was honoured before; a family finds its own."""
    publication = _rounds(2567, 2566, 2565, winners=12)
    (sheet,) = archive.PIECE.lay_out(publication)
    assert [award_round["year"] for award_round in sheet.view["rounds"]] == [2567, 2566, 2565]
    assert sheet.view["count"] == "36 คน"
    shown = {winner["href"] for award_round in sheet.view["rounds"] for winner in award_round["winners"]}
    assert shown == {one["href"] for award_round in publication.rounds for one in _hrefs(award_round)}
    by_division = [page.view["count"] for page in archive.DIVISION.lay_out(publication)]
    assert sum(int(each.removesuffix(" คน")) for each in by_division) == 36
    assert [each["people"] for each in sheet.view["divisions"]] == by_division


def _hrefs(award_round: PublicRound) -> list[dict[str, str]]:
    return [{"href": f"{award_round.year}/winner-{one.id}.html"} for one in award_round.winners]


@pytest.mark.parametrize("stage", ["criteria", "survey", "judging"])
@pytest.mark.parametrize("piece", YEARS, ids=lambda piece: piece.name)
def test_a_round_whose_result_is_to_come_is_in_no_list_of_years(piece: Piece[Any], stage: Stage) -> None:
    """Before the moment there is nobody; with older rounds, only their people."""
    coming = before_the_result(stage)
    assert _laid_out(piece, coming) == []
    past = make_round(1, programme=replace(make_programme(), year=coming.year - 1))
    said = json.dumps([sheet.view for sheet in _laid_out(piece, coming, past)], ensure_ascii=False)
    assert f"{coming.year}/winner-" not in said


def test_a_year_without_names_leaves_no_empty_page_of_years() -> None:
    """A first round in which nobody may be named makes no empty archive."""
    assert [sheet.path for piece in YEARS for sheet in _laid_out(piece, make_round(0))] == []
    older = make_round(2, programme=replace(make_programme(), year=2560))
    (sheet,) = _laid_out(archive.PIECE, make_round(0), older)
    assert [award_round["year"] for award_round in sheet.view["rounds"]] == [2560]


def test_who_is_taken_from_a_round_is_taken_from_every_list_of_years() -> None:
    """A name removed from the public side of the records stays on no page of years, in easy language or elsewhere."""
    struck, stays = make_winner(0), make_winner(1)
    older = make_round((stays,), programme=replace(make_programme(), year=2560))
    pieces = (*YEARS, easy.PIECE, profile.PIECE, round_page.PIECE)

    def told(*people: PublicWinner) -> str:
        made = [sheet for piece in pieces for sheet in _laid_out(piece, make_round(people), older)]
        return json.dumps([(sheet.path, sheet.view) for sheet in made], ensure_ascii=False)

    for trace in (struck.name.last, f"winner-{struck.id}"):
        assert trace in told(struck, stays)
        assert trace not in told(stays)


@pytest.mark.parametrize(("announced", "first"), [(True, "winners"), (False, "steps")])
def test_a_round_shows_its_people_before_its_steps_as_soon_as_it_has_them(announced: bool, first: str) -> None:
    """People come for faces, and before the result for what happens next."""
    (sheet,) = _laid_out(round_page.PIECE, make_round(2) if announced else before_the_result("survey"))
    html = round_page.PIECE.press.press(round_page.PIECE.template, sheet.view, Path()).decode()
    order = sorted(("winners", "steps", "coming"), key=lambda part: html.find(f'id="{part}"') % len(html))
    assert order[0] == first
    assert html.count('id="steps"') == 1


def test_somebody_honoured_twice_is_led_to_and_a_namesake_of_an_id_is_not() -> None:
    """An id may be reused by mistake in another year; a surname may change, a first name hardly ever does."""
    one = make_winner(0)
    married = replace(one, name=replace(one.name, last="นามใหม่"))
    other = replace(one, name=replace(one.name, first="คนละคน"))
    for then, led in ((one, True), (married, True), (other, False)):
        now, past = make_round((one,)), make_round((then,), programme=replace(make_programme(), year=2560))
        first = next(sheet for sheet in _laid_out(profile.PIECE, now, past) if sheet.path.startswith(str(now.year)))
        assert bool(first.view["also"]) == led
        assert all(each["href"] == f"2560/winner-{one.id}.html" for each in first.view["also"])


def test_figures_of_all_years_stand_once_and_the_newest_record_counts() -> None:
    """Two rounds have figures of the same earlier year; the later correction is right."""

    def told(year: int, **figures: int) -> PublicRound:
        rows = tuple(YearFigure(int(key[1:]), Decimal(value), 100) for key, value in figures.items())
        made = Outcomes(Decimal(80), "วิธี", rows, ())
        return make_round(1, programme=replace(make_programme(), year=year), outcomes=made)

    (sheet,) = _laid_out(archive.TRENDS_PAGE, told(2566, y2565=81, y2566=90), told(2565, y2564=70, y2565=80))
    rows = sheet.view["outcomes"]["satisfaction"]["rows"]
    assert [(row["year"], row["value"]) for row in rows] == [(2564, "70"), (2565, "81"), (2566, "90")]


def test_each_year_is_held_to_the_target_of_its_own_round() -> None:
    """An office that aims higher today has not failed in earlier years; years without a round follow its target."""

    def told(year: int, target: int, *years: int) -> PublicRound:
        made = Outcomes(Decimal(target), "วิธี", tuple(YearFigure(each, Decimal(85), 100) for each in years), ())
        return make_round(1, programme=replace(make_programme(), year=year), outcomes=made)

    rounds = told(2567, 90, 2567), told(2566, 80, 2565, 2566)
    (sheet,) = _laid_out(archive.TRENDS_PAGE, *rounds)
    chart = sheet.view["outcomes"]["satisfaction"]
    assert [(row["year"], row["target"], row["met"]) for row in chart["rows"]] == [
        (2565, "80", True),
        (2566, "80", True),
        (2567, "90", False),
    ]
    assert not chart["met"]
    html = said(archive.TRENDS_PAGE.press.press(archive.TRENDS_PAGE.template, sheet.view, Path()))
    assert html.count("เป้าหมาย 80") == 2
    assert "เป้าหมายของปีนั้น" in html


def test_fewer_than_five_replies_are_told_of_nowhere() -> None:
    """In a village, four people are soon known by name."""
    few = Outcomes(Decimal(80), "วิธี", (YearFigure(2565, Decimal(90), 4), YearFigure(2566, Decimal(90), 5)), ())
    view = outcomes.view(make_round(1, outcomes=few))
    assert view
    assert [row["replies"] for row in view["satisfaction"]["rows"]] == ["", "5"]


def test_each_easy_page_leads_to_the_whole_one_and_back_and_is_found_once() -> None:
    """Programs find each fact at one address; people may read it in large letters."""
    award_round = make_round(3)
    pages = {sheet.path: sheet for sheet in _laid_out(easy.PIECE, award_round)}
    whole = [*_laid_out(profile.PIECE, award_round), *_laid_out(round_page.PIECE, award_round)]
    assert len(pages) == len(whole) == 4
    for sheet in whole:
        plain = pages[sheet.view["easy"].replace(".html", ".md")]
        assert plain.view["full"] == sheet.path.replace(".md", ".html")
        assert plain.view["meta"]["canonical"] == plain.view["full"]
        assert plain.view["meta"]["search"] == {"exclude": True}


def test_an_easy_page_is_made_of_short_sentences_without_abbreviations() -> None:
    """People who find reading hard need few words, and no riddle of abbreviations."""
    one = replace(make_winner(0), position="ผอ.กองคลัง", citation="พาไป รพ.สต. ทุกเดือน")
    page = next(sheet for sheet in _laid_out(easy.PIECE, make_round((one,))) if "winner" in sheet.path)
    lines = [line for part in page.view["said"] for line in part["lines"]]
    assert "เป็นผู้อำนวยการกองคลัง" in lines
    assert "พาไปโรงพยาบาลส่งเสริมสุขภาพตำบล ทุกเดือน" in [line.replace("พาไป โรง", "พาไปโรง") for line in lines]
    assert not [line for line in lines if "." in line.replace("พ.ศ.", "") and not line.startswith("ให้คะแนน")]
    assert all(len(line) < 90 for line in lines)


def test_an_easy_page_counts_nobody_where_nobody_may_be_named() -> None:
    """A page saying "nobody was chosen" would be untrue: perhaps all of them asked not to be named."""
    (page,) = _laid_out(easy.PIECE, make_round(0))
    lines = [line for part in page.view["said"] for line in part["lines"]]
    assert "รอบนี้ไม่มีรายชื่อที่เผยแพร่" in lines
    assert not [line for line in lines if "0 คน" in line]


def test_an_easy_page_of_somebody_without_consent_says_name_post_and_result_alone() -> None:
    """The same consent counts in every type size."""
    one = replace(make_winner(0), portrait=None, citation="", story="", quote="", satisfaction=None)
    page = next(sheet for sheet in _laid_out(easy.PIECE, make_round((one,))) if "winner" in sheet.path)
    assert [part["head"] for part in page.view["said"]] == ["ทำงานอะไร", "ได้รับการคัดเลือกเป็นอะไร"]
    assert page.renditions == ()
