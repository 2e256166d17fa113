"""A form of an office that shares rules: it shows what the base says, and writes the office's own file alone."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from generator.desk import labels
from generator.desk.viewer import Viewer
from tests.support.bases import edit, moved
from tests.support.desk import Desk
from tests.support.small import ORGANISATION, ROUND

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.small import Small


def _of(base: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in sorted(base.rglob("*")) if file.is_file()}


def test_a_form_shows_what_the_base_says(small: Small) -> None:
    """An empty field would be filled in again by whoever does not know that it is not empty."""
    moved(small)
    desk = Desk(small.project)
    page = html.unescape(desk.page("/2566/programme/"))
    assert f"{labels.INHERITED.th} บุคลากรต้นแบบ" in page
    assert "ประธานกรรมการ" not in desk.form("/2566/programme/").get("committee.0.role", [])
    assert labels.REQUIRED.th not in page.partition('name="award"')[0].rpartition("<label")[2]
    assert f"{labels.INHERITED.th} จิตบริการ, เป็นธรรม, ความพึงพอใจ" in html.unescape(desk.page("/2566/criteria/"))
    assert f"{labels.INHERITED.th} #8f5a12" in html.unescape(desk.page("/2566/office/"))


def test_a_form_that_is_sent_untouched_takes_nothing_over(small: Small) -> None:
    """A value that is written down is no longer shared: the base's next change would pass this office by."""
    moved(small)
    desk = Desk(small.project)
    for page in ("office", "programme", "dates", "criteria", "survey"):
        address = f"/2566/{page}/"
        assert labels.UNCHANGED.th in desk.send(address, desk.form(address)).text


def test_an_own_value_goes_into_the_office_s_file_alone(small: Small) -> None:
    """A hundred other offices read the base; taken out again, the office follows it as before."""
    base = moved(small)
    desk, before = Desk(small.project), _of(base)
    own = small.text(ROUND)
    saved = desk.save("/2566/programme/", {**desk.form("/2566/programme/"), "award": "คนดีของเรา"})
    assert saved.status_code == 303, saved.text
    assert "award: คนดีของเรา\n" in small.text(ROUND)
    assert small.read().rounds[0].programme.award_name == "คนดีของเรา"
    saved = desk.save("/2566/office/", {**desk.form("/2566/office/"), "colours.accent": "#7a1fa2"})
    assert saved.status_code == 303, saved.text
    assert small.read().organisation.colours.primary.lower() == "#0f4c5c"
    assert small.read().organisation.colours.accent.lower() == "#7a1fa2"
    saved = desk.save("/2566/programme/", {**desk.form("/2566/programme/"), "award": ""})
    assert saved.status_code == 303, saved.text
    assert small.text(ROUND).replace("award:\n", "") == own  # an open field is as the base says
    assert small.read().rounds[0].programme.award_name == "บุคลากรต้นแบบ"
    assert _of(base) == before


def test_what_the_base_defines_may_be_spoken_of(small: Small) -> None:
    """A winner's group and scores are chosen among those of the rules, wherever the rules stand."""
    moved(small)
    page = Desk(small.project).page("/2566/people/0/")
    assert 'value="staff"' in page
    assert "จิตบริการ" in page


def test_a_change_of_the_base_is_seen_at_once(small: Small) -> None:
    """The desk remembers what the door said of the same files: a base is one of them."""
    base = moved(small)
    desk = Desk(small.project)
    assert desk.held.read()[0]
    edit(base, ROUND, "weight: 40", "weight: 41")
    records, problems = desk.held.read()
    assert records is None
    assert problems[0].file.endswith(f"_ฐาน/winners/{ROUND}")
    assert "ฐาน" in html.unescape(desk.page("/2566/"))


def test_the_way_to_the_base_can_be_changed_here(small: Small) -> None:
    """A wrong one is refused before it is written."""
    moved(small)
    desk = Desk(small.project)
    answer = desk.send("/2566/office/", {**desk.form("/2566/office/"), "base": "../nowhere"})
    assert answer.status_code == 422
    assert "ไม่พบโครงการฐาน" in html.unescape(answer.text)
    assert "base: ../_ฐาน\n" in small.text(ORGANISATION)


def test_what_is_shown_beside_a_form_follows_the_base(small: Small) -> None:
    """A poster with an example's criteria beside a sound form would make the clerk type them in again."""
    moved(small)
    desk = Desk(small.project)
    viewer = Viewer(desk.held)
    key = viewer.keep(f"winners/{ROUND}", small.text(ROUND) + "award: คนดีของเรา\n")
    looks = viewer.looks(2566, "criteria", key=key)
    assert looks
    assert not any(look.filled for look in looks)
