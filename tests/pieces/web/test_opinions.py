"""The page of what citizens said: aspects against the target and over the years, and what was done about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from generator.disclosure import Publication, PublicOpinion, PublicOpinions
from generator.model import YouSaid
from generator.model.answers import Answers
from generator.pieces.parts import heard
from generator.pieces.web import home, opinions, results
from generator.tally.printed import Method, figures, sentence
from tests.support import rounds

if TYPE_CHECKING:
    from generator.disclosure import PublicRound
    from generator.piece import View

STAFF, PLACE, STEPS = "เจ้าหน้าที่", "สิ่งอำนวยความสะดวก", "กระบวนการและขั้นตอน"


def _opinion(aspect: str, fives: int, between: tuple[str, str] | None = None) -> PublicOpinion:
    """Return what a hundred people said, of whom so many chose the highest level and the others the middle one."""
    made = figures(Answers((0, 0, 100 - fives, 0, fives)), Method())
    interval = (Decimal(between[0]), Decimal(between[1])) if between else None
    return PublicOpinion(aspect, 100, made, interval)


def _opinions(*aspects: PublicOpinion) -> PublicOpinions:
    whole = _opinion("", 70)
    return PublicOpinions(
        whole, aspects, sentence(whole.figures, [(each.aspect, each.figures) for each in aspects], "ด้าน")
    )


SAID = _opinions(
    _opinion(STAFF, 90, ("93.10", "98.90")), _opinion(PLACE, 45, ("76.02", "79.98")), _opinion(STEPS, 50, ("78", "82"))
)
CHAIRS = YouSaid("ไม่มีที่นั่งรอ", "เพิ่มเก้าอี้ยี่สิบตัว", aspect=PLACE)


def _round(**changes: Any) -> PublicRound:
    return rounds.make_round(2, **{"opinions": SAID, "you_said": (CHAIRS,), **changes})


def _view(*award_rounds: PublicRound) -> View:
    (sheet, *_) = opinions.PIECE.lay_out(Publication(award_rounds[0].organisation, award_rounds))
    return sheet.view


def test_each_aspect_stands_against_the_target_with_its_interval() -> None:
    """Above it, below it, and one of which nobody can say."""
    rows = {row["name"]: row for row in _view(_round())["aspects"]}
    assert [*rows] == [STAFF, PLACE, STEPS]
    assert [(row["value"], row["between"], row["met"], row["unsure"]) for row in rows.values()] == [
        ("96", "93.1 ถึง 98.9", True, False),
        ("78", "76 ถึง 79.98", False, False),
        ("80", "78 ถึง 82", True, True),
    ]


def test_the_years_before_stand_below_their_aspect() -> None:
    """An aspect that was not asked about then has none; a year that is not announced is not told."""
    before = _of_year(2565, opinions=_opinions(_opinion(PLACE, 40)))
    secret = _of_year(2564, opinions=_opinions(_opinion(STAFF, 10)), stage="judging")
    rows = {row["name"]: row["before"] for row in _view(_round(), before, secret)["aspects"]}
    assert {name: [(was["name"], was["value"]) for was in each] for name, each in rows.items()} == {
        STAFF: [],
        PLACE: [("พ.ศ. 2565", "76")],
        STEPS: [],
    }


def test_one_year_alone_is_held_against_the_target_and_no_year_before() -> None:
    """In an office's first year the heading promised a comparison that could not be there."""
    several = _round()
    assert len(several.outcomes.satisfaction) > 1
    assert _view(several)["years"] == "เทียบกับปีก่อน"
    alone = replace(several.outcomes, satisfaction=several.outcomes.satisfaction[-1:])
    assert _view(_round(outcomes=alone))["years"] == "เทียบกับเป้าหมาย"


def _of_year(year: int, **changes: Any) -> PublicRound:
    plan = rounds.make_programme(year=year, result_at=datetime(year - 543, 4, 21, 9, 0, tzinfo=rounds.RESULT_AT.tzinfo))
    return replace(rounds.make_round(1, **changes), programme=plan)


def test_the_table_of_the_report_ends_with_all_together_and_its_sentence() -> None:
    """A clerk copies both into the year's report."""
    report = _view(_round())["report"]
    assert [row["name"] for row in report["rows"]] == [STAFF, PLACE, STEPS, "ภาพรวม"]
    assert report["rows"][1]["mean"] == "3.90"
    assert report["sentence"].endswith(f"รองลงมาได้แก่ {STEPS} (x̄ = 4.00) และ {PLACE} (x̄ = 3.90)")


def test_what_was_done_about_the_weakest_is_said_from_the_record_alone() -> None:
    """A wish of another aspect is no answer to it, and without an answer nothing is promised."""
    assert heard.said_of(_round())[1]["done"] == CHAIRS.did
    for other in ((), (replace(CHAIRS, aspect=STAFF),), (replace(CHAIRS, aspect=""),)):
        said = heard.said_of(_round(you_said=other))
        assert [each["aspect"] for each in said] == [STAFF, PLACE]
        assert not any("done" in each for each in said)


@pytest.mark.parametrize("shares", [(60, 60), (60,), (60, 60, 40), (60, 40, 40), ()])
def test_no_aspect_is_singled_out_where_another_is_its_equal(shares: tuple[int, ...]) -> None:
    """It would be unjust to whoever works there, and of one alone it says nothing."""
    said = _opinions(*(_opinion(f"ด้าน {n}", share) for n, share in enumerate(shares)))
    assert heard.extremes(_round(opinions=said)) is None


def test_before_the_result_the_page_tells_deeds_alone() -> None:
    """Chairs since April are no secret; figures are, and pages that do not exist are not linked."""
    dated = replace(CHAIRS, since=date(2023, 4, 1))
    early = rounds.make_round(0, stage="judging", you_said=(dated,))
    view = _view(early)
    assert [each["did"] for each in view["you_said"]] == [CHAIRS.did]
    assert (view["aspects"], view["report"], view["outcomes"], view["extremes"], view["reach"]) == (
        [],
        None,
        None,
        [],
        "",
    )


def test_without_either_there_is_no_page_and_no_way_to_it() -> None:
    """A link to nothing is worse than none."""
    bare = _round(opinions=None, you_said=())
    publication = Publication(bare.organisation, (bare,))
    assert list(opinions.PIECE.lay_out(publication)) == []
    for piece in (home.PIECE, results.PIECE):
        (sheet, *_) = piece.lay_out(publication)
        assert "opinions.html" not in str(sheet.view)
    (linked, *_) = results.PIECE.lay_out(Publication(bare.organisation, (_round(),)))
    assert "2566/opinions.html" in str(linked.view)
