"""The office for programs: what a province's site is made of; nobody's name, and no figure of a small group."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.disclosure import MIN_GROUP
from generator.pieces.paper import office_data
from tests.support.publications import before_the_result, make_publication
from tests.support.rounds import make_round

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disclosure import Publication


def _read(publication: Publication, folder: Path) -> dict[str, Any]:
    piece = office_data.PIECE
    (sheet,) = piece.lay_out(publication)
    made: dict[str, Any] = json.loads(piece.press.press(piece.template, sheet.view, folder))
    return made


def test_it_tells_the_result_and_names_nobody(tmp_path: Path) -> None:
    """A name on another office's site would stay there when it is taken back."""
    award_round = make_round(5)
    found = _read(make_publication(award_round), tmp_path)
    assert found["name"] == award_round.organisation.name
    assert found["district"] == award_round.organisation.address.district
    (told,) = found["rounds"]
    assert (told["year"], told["announced"], told["chosen"]) == (award_round.year, True, 5)
    assert told["page"].endswith(f"/{award_round.year}/results.html")
    written = json.dumps(found, ensure_ascii=False)
    assert [each.name.full for each in award_round.winners if each.name.first in written] == []


def test_before_the_moment_there_is_no_figure_and_no_count(tmp_path: Path) -> None:
    """How many were chosen is a part of the result."""
    (told,) = _read(make_publication(before_the_result("judging")), tmp_path)["rounds"]
    assert (told["announced"], told["chosen"], told["page"], told["satisfaction"]) == (False, None, "", [])


def test_what_fewer_than_five_said_is_not_there(tmp_path: Path) -> None:
    """Four answers, put beside those of a hundred offices, are four neighbours."""
    award_round = make_round(5)
    *rest, last = award_round.outcomes.satisfaction
    for replies, shown in ((MIN_GROUP - 1, 0), (None, 0), (MIN_GROUP, 1)):
        outcomes = replace(award_round.outcomes, satisfaction=(*rest, replace(last, replies=replies)))
        (told,) = _read(make_publication(replace(award_round, outcomes=outcomes)), tmp_path)["rounds"]
        assert sum(each["year"] == last.year for each in told["satisfaction"]) == shown
