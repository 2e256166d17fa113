"""From an empty folder to the first poster: what somebody sees who has read nothing, and how little it takes."""

from __future__ import annotations

import io
import re
import time
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image

from generator.desk import labels, viewer
from tests.support.desk import Desk, form_in, in_browser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Page, Route

ANSWERS = {
    "name": "เทศบาลตำบลบ้านใหม่",
    "place": "บ้านใหม่, เมืองพัทลุง, พัทลุง",
    "phone": "0 7455 1234",
    "colours": "#7a1f3d, #c98a1b",
    "divisions": "สำนักปลัดเทศบาล, กองคลัง",
    "villages": "บ้านเหนือ, บ้านใต้",
    "site": "https://banmai.example",
    "survey": "https://forms.example/viewform?usp=pp_url&entry.1={channel}&entry.2={place}",
}
PERSON = {"name.title": "นาย", "name.first": "สมชาย", "name.last": "ใจดี", "position": "นิติกร"}


@pytest.fixture
def page(tmp_path: Path, browser: Browser) -> Iterator[Page]:
    """Return a page of the desk in an empty folder."""
    with in_browser(browser, tmp_path / "งานของ เรา", (1440, 900)) as (page, _):
        yield page


def test_the_first_poster_takes_three_clicks_and_twelve_fields(page: Page, tmp_path: Path) -> None:
    """The first click opened the desk. What is open is filled in with examples, and the poster says that it is one."""
    clicks, fields = 1, 0
    for word, answer in ANSWERS.items():
        page.locator(f"#{word}").fill(answer)
        fields += 1
    page.get_by_role("button", name=labels.BEGIN_GO.th).click()
    clicks += 1
    for name, value in PERSON.items():
        page.locator(f"[name='winners.0.{name}']").fill(value)
        fields += 1
    page.get_by_role("button", name=labels.LOOK.th).last.click()
    clicks += 1
    poster = page.locator(".look.after img")
    poster.wait_for(state="visible")
    page.wait_for_function("() => document.querySelector('.look.after img').naturalWidth > 500")
    assert (clicks, fields) == (3, 12)
    said = poster.get_attribute("alt") or ""
    assert "โปสเตอร์ประกาศผล" in said
    assert labels.SHOWN_FILLED.th in page.locator(".shown").inner_text()
    frame = page.frame_locator(".look.after iframe")
    assert "สมชาย" in frame.locator("body").inner_text()
    assert "เทศบาลตำบลบ้านใหม่" in (tmp_path / "งานของ เรา/winners/organisation.yaml").read_text(encoding="utf-8")
    assert not Axe().run(page).violations_count


def test_an_answer_that_the_door_would_refuse_is_told_beside_its_question(tmp_path: Path) -> None:
    """All of them at once, nothing is written, and what was typed is still there."""
    begun = Desk(tmp_path)
    answer = begun.press("/begin", name="อบต.ก", phone="abc", colours="แดง", year="99")
    assert answer.status_code == 422
    for word in ("phone", "colours", "year"):
        assert f'id="{word}-fault"' in answer.text
    assert 'value="abc"' in answer.text
    assert not (tmp_path / "winners").exists()


def test_a_year_with_words_around_it_is_what_the_door_takes_it_for(tmp_path: Path) -> None:
    """Whatever stands in a field is an answer or a fault beside it, and never the program's own."""
    for year, code in (("พศ 2569", {303, 422}), ("๒๕๖๙", {303, 302}), ("", {422, 302})):
        assert Desk(tmp_path / "งาน").press("/begin", name="อบต.ก", year=year).status_code in code, year


def test_the_first_person_can_be_saved_before_a_committee_has_met(tmp_path: Path) -> None:
    """Criteria and groups of staff stand there to begin with, so that each field of a person has somewhere to go."""
    begun = Desk(tmp_path)
    begun.press("/begin", **ANSWERS)
    form = begun.form("/2566/people/0/")
    assert {f"winners.0.scores.{key}" for key in ("mind", "speed", "fairness", "manner")} <= form.keys()
    form |= {f"winners.0.{name}": [value] for name, value in PERSON.items()}
    form |= {f"winners.0.scores.{key}": ["90"] for key in ("mind", "speed", "fairness", "manner")}
    form |= {"winners.0.id": ["somchai"], "winners.0.place": ["1"], "winners.0.division": ["palad"]}
    form |= {"winners.0.category": ["officer"], "winners.0.satisfaction.percent": ["90"]}
    form["winners.0.satisfaction.replies"] = ["20"]
    saved = begun.save("/2566/people/0/", form)
    assert saved.status_code == 303, re.findall(r'class="fault"[^>]*>([^<]+)', saved.text)
    assert "somchai" in begun.text("2566/winners.yaml")


def test_what_was_typed_is_not_left_behind_without_a_question(page: Page) -> None:
    """Looking feels like saving: the menu asks before it leads away, and not once all is saved."""
    page.get_by_role("button", name=labels.BEGIN_GO.th).click()
    page.wait_for_url("**/people/0/")
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", answer)
    page.locator("[name='winners.0.name.first']").fill("สมชาย")
    with page.expect_event("dialog"):
        page.get_by_role("link", name=labels.NEXT.th).click()
    assert asked == ["beforeunload"]
    assert page.url.endswith("/people/0/")
    page.locator("#whole").fill("นาย สมชาย ใจดี")
    page.locator("#whole").press("Enter")
    page.wait_for_load_state()
    assert page.locator("[name='winners.0.name.last']").input_value() == "ใจดี"
    assert asked == ["beforeunload"]


def test_what_was_typed_before_the_script_ran_counts_too(page: Page) -> None:
    """On a slow computer the page stands, and is typed into, before its script has come."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/desk.js*", hold)
    page.get_by_role("button", name=labels.BEGIN_GO.th).click()
    page.wait_for_url("**/people/0/", wait_until="commit")
    page.locator("[name='winners.0.name.first']").fill("สมชาย")
    held[0].continue_()
    page.wait_for_load_state()
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", answer)
    with page.expect_event("dialog"):
        page.get_by_role("link", name=labels.NEXT.th).click()
    assert asked == ["beforeunload"]


def test_beginning_never_writes_over_records(tmp_path: Path) -> None:
    """A second window, or somebody who goes back in the browser, leads to what is there."""
    begun = Desk(tmp_path)
    assert begun.press("/begin", name="อบต.ก").status_code == 303
    before = begun.text("organisation.yaml")
    assert begun.press("/begin", name="อบต.ข").status_code == 302
    assert begun.text("organisation.yaml") == before


def test_what_is_shown_keeps_the_secret_and_runs_nothing(sample: Desk) -> None:
    """Before the result no winner is in page or poster; no page of it may load or run anything of others."""
    before = sample.get("/show/saved/2566/before/index.html")
    after = sample.get("/show/saved/2566/after/2566/results.html")
    assert "ฐิติญา" in after.text
    assert "ฐิติญา" not in before.text
    assert sample.get("/show/saved/2566/before/2566/results.html").status_code == 404
    assert sample.get("/show/saved/2566/before/print/2566/winner-thitiya-a4.pdf.jpg").status_code == 404
    for answer in (before, after):
        policy = answer.headers["Content-Security-Policy"]
        assert "script" not in policy
        assert policy.startswith("default-src 'none'")
        assert "<script" not in answer.text
    for path in ("assets/../../winners/organisation.yaml", "assets/main.js", "assets/nothing.css", "../2566/"):
        assert sample.get(f"/show/saved/2566/after/{path}").status_code in {302, 404}, path
    assert sample.get("/show/unknown/2566/after/index.html").status_code == 404


def test_a_poster_shows_what_is_saved_and_what_would_be(desk: Desk) -> None:
    """The picture beside a form changes with the form, before anything is written."""
    form = desk.form("/2566/people/0/")
    saved = _picture(desk, desk.page("/2566/people/0/"))
    form["winners.0.name.last"] = ["ยาวนานเหลือเกินจริงๆ"]
    looked = desk.send("/2566/people/0/", form)
    assert labels.SHOWN_DRAFT.th in looked.text
    assert labels.SHOWN_FILLED.th not in looked.text, "these records are sound, though they are a sample"
    assert _picture(desk, looked.text) != saved
    assert "ยาวนานเหลือเกินจริงๆ" not in desk.text("2566/winners.yaml")
    assert _picture(desk, desk.page("/2566/people/0/")) == saved


def test_the_point_to_keep_is_set_by_a_tap_or_by_buttons(sample: Desk) -> None:
    """Without a script; nothing is written until it was looked at, and the found face is the proposal."""
    form = sample.form("/2566/people/1/")
    assert labels.FOCUS_FOUND.th in sample.page("/2566/people/1/")
    tapped = sample.send("/2566/people/1/", {**form, "focus.x": ["60"], "focus.y": ["90"]}, do="")
    assert form_in(tapped.text)["winners.1.photo.focus"][0].split()[0] == "0.25"
    assert 'class="crops fx-25 ' in tapped.text
    moved = sample.send("/2566/people/1/", form_in(tapped.text), do="focus:right")
    assert 'class="crops fx-30 ' in moved.text
    for odd in ("-5", "9" * 4000, "1e9", "x"):
        answer = sample.send("/2566/people/1/", {**form, "focus.x": [odd], "focus.y": [odd]}, do="")
        assert answer.status_code == 200
    looked = sample.send("/2566/people/1/", form_in(moved.text))
    assert "focus: [0.30, " in looked.text or "- 0.30" in looked.text
    assert "0.30" not in sample.text("2566/winners.yaml")


def test_a_preview_of_what_was_saved_is_quick_once_it_is_warm(desk: Desk) -> None:
    """Both pictures of one saving are asked for at once; a second is ten times what it takes here."""
    _picture(desk, desk.page("/2566/people/0/"))
    form = desk.form("/2566/people/0/")
    form["winners.0.position"] = ["นักวิชาการ"]
    start = time.monotonic()
    saved = desk.save("/2566/people/0/", form)
    _picture(desk, desk.page(saved.headers["Location"]))
    assert time.monotonic() - start < 10


def _picture(desk: Desk, page: str) -> bytes:
    address = page.partition('<div class="look after">')[2].partition('<img src="')[2].partition('"')[0]
    answer = desk.get(address)
    assert answer.status_code == 200, address
    with Image.open(io.BytesIO(answer.data)) as picture:
        assert picture.format == "JPEG"
        return picture.tobytes()


def test_a_poster_whose_picture_cannot_be_drawn_is_not_there(sample: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that draws it was killed for want of memory: the form beside it is as good as before."""

    def dies(*_: object) -> bytes:
        raise RuntimeError

    monkeypatch.setattr(viewer, "drawn", dies)
    assert sample.get("/show/saved/2566/after/print/2566/poster-a4.pdf.jpg").status_code == 404
    monkeypatch.undo()
    assert sample.get("/show/saved/2566/after/print/2566/poster-a4.pdf.jpg").status_code == 200
