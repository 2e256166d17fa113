"""Who was chosen before is found by name and year, and stays one person."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from generator.desk import labels
from tests.support.desk import form_in

if TYPE_CHECKING:
    from tests.support.desk import Desk
    from tests.support.small import Small

NEW = "/2566/people/2/"
BEFORE = """\
sample: true
winners:
  - id: wirot
    name: {title: นาย, first: วิโรจน์, last: ทำดี, read_as: วิโรด ทำดี}
    position: นายช่างโยธา
    division: works
  - id: wirat
    name: {title: นาย, first: วิรัตน์, last: ทำดี}
    position: นิติกร
  - id: first
    name: {title: นาง, first: ซ้ำ, last: กัน}
  - id: hidden
    name: {title: นาย, first: ลับ, last: มาก}
    name_suppressed: {reason: ขอไว้, since: 1 มิถุนายน 2565}
"""


@pytest.fixture
def desk(desk: Desk, small: Small) -> Desk:
    """Return it with another year, the rules of which are still open."""
    small.path("2565").mkdir()
    small.write("2565/winners.yaml", BEFORE)
    small.write("2565/round.yaml", "year: 2565\n")
    return desk


def _offered(page: str) -> list[str]:
    return re.findall(r'<option value="([^"]+)">[^<]*</option>', html.unescape(page).partition("<datalist")[2])


def test_those_of_other_years_are_offered_to_a_new_person_alone(desk: Desk) -> None:
    """Neither who is in this year already, nor whose name may not be published; nor on somebody's own page."""
    offered = [each for each in _offered(desk.page(NEW)) if each.endswith("2565")]
    assert offered == ["นายวิโรจน์ ทำดี 2565", "นายวิรัตน์ ทำดี 2565"]
    assert "past-people" not in desk.page("/2566/people/0/")


@pytest.mark.parametrize("typed", ["นายวิโรจน์ ทำดี 2565", "วิโรจน์", "วิโรจน์ ๒๕๖๕", "  2565   วิโรจน์ "])
def test_somebody_is_taken_over_with_what_lasts(desk: Desk, typed: str) -> None:
    """Id, name with its reading, post and division; nothing of what that year's choice was for."""
    answer = desk.send(NEW, {**desk.form(NEW), "past": [typed]}, "past:")
    assert labels.past_taken(2565).th in answer.text
    form = form_in(answer.text)
    taken = {
        "id": "wirot",
        "name.title": "นาย",
        "name.first": "วิโรจน์",
        "name.last": "ทำดี",
        "name.read_as": "วิโรด ทำดี",
        "position": "นายช่างโยธา",
        "division": "works",
        "citation": "",
        "photo.file": "",
    }
    assert {key: form[f"winners.2.{key}"][-1] for key in taken} == taken


@pytest.mark.parametrize(
    ("typed", "said"), [("ทำดี", labels.PAST_MANY), ("ไม่มีใคร", labels.PAST_NONE), ("", labels.PAST_NONE)]
)
def test_who_is_not_clearly_meant_is_not_taken(desk: Desk, typed: str, said: object) -> None:
    """Two of one surname are named, so that one of them can be typed."""
    answer = desk.send(NEW, {**desk.form(NEW), "past": [typed]}, "past:")
    assert getattr(said, "th", "") in answer.text
    assert form_in(answer.text)["winners.2.id"] == [""]
