"""What a phone shows first, how large its letters are, and whether a thumb hits what it aims at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.support.screen_lines import UNFOLDED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

FACES: Final = """() => [...document.querySelectorAll(".tb-out__person")].filter(one => {
  const box = one.getBoundingClientRect(), x = box.x + box.width / 2, high = box.y + box.height * 0.1;
  const seen = y => document.elementFromPoint(x, y)?.closest(".tb-out")?.contains(one);
  return [high, box.y + box.height * 0.45].every(seen);
}).length"""
"""Returns how many people are seen from the hair to the chin: a face is a third of the square around a person."""

SMALL: Final = """() => [...document.querySelectorAll("a[href], button, summary, audio[controls]")].filter(one => {
  const seen = one.checkVisibility({ visibilityProperty: true });
  if (!seen || one.closest(".tb-skip, .tb-hidden, .md-search")) return false;
  const around = one.parentElement.closest("p, li, dd, td, th, div"), words = text => text.replace(/\\s+/g, "");
  const within = getComputedStyle(one).display === "inline" && words(around.innerText) !== words(one.innerText);
  return !within && one.getBoundingClientRect().height < 43.5;
}).map(one => `${one.className} ${one.innerText.trim()} ${one.getBoundingClientRect().height}`)"""
"""Returns what is less than 44 pixels high: links within a sentence are as high as its lines (WCAG 2.5.8)."""

SIZES: Final = """() => {
  const found = new Map(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !one.checkVisibility({ visibilityProperty: true })) continue;
    if (one.closest("svg, script, .tb-hidden, .tb-skip, .md-search, .tb-stage h1, .tb-display")) continue;
    found.set(Math.round(10 * parseFloat(getComputedStyle(one).fontSize)) / 10, one.className || one.localName);
  }
  return [...found];
}"""
"""Returns the sizes of all letters that are seen, but for what is as large as a headline, each with who has it."""

SCALE: Final = {16, 18, 22, 28, 38, 56}


@pytest.fixture(scope="module")
def names(built: Path) -> list[str]:
    """Return the pages that have the office's header; those behind a code are drawn otherwise."""
    found = [file.relative_to(built / "site").as_posix() for file in sorted((built / "site").rglob("*.html"))]
    found = [name for name in found if not name.startswith(("s/", "verify/", "embed/"))]
    assert len(found) > 20
    return found


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """Yield a page of a small phone without movement."""
    page = browser.new_page(viewport={"width": 360, "height": 640}, reduced_motion="reduce")
    yield page
    page.close()


def test_the_first_screen_of_a_phone_shows_people(phone: Page, host: str, built: Path) -> None:
    """They are the news: nobody should have to scroll to see who was chosen, and what the person is called."""
    phone.goto(f"{host}/index.html")
    assert phone.evaluate(FACES) >= 2
    way = phone.locator(".tb-stage .tb-button").bounding_box()
    assert way
    assert way["y"] + way["height"] <= 600
    phone.evaluate("document.querySelector('.tb-stage').style.paddingTop = '640px'")
    assert phone.evaluate(FACES) == 0, "what is below the fold must not be taken for seen"
    profiles = [file for file in sorted((built / "site/2566").glob("winner-*.html")) if "-easy" not in file.name]
    seen = 0
    for profile in profiles:
        phone.goto(f"{host}/2566/{profile.name}")
        name = phone.locator("h1").bounding_box()
        assert name
        assert name["y"] + name["height"] <= 420, profile.name
        seen += phone.evaluate(FACES)
    assert seen >= len(profiles) // 2 > 0


def test_lists_of_those_chosen_begin_with_a_face_and_its_name(phone: Page, host: str) -> None:
    """Points lay on chins, and a line above the faces pushed their names under the bar at the foot."""
    for name, given in (("2566/results.html", ".tb-called__given"), ("archive.html", ".tb-faces strong > span")):
        phone.goto(f"{host}/{name}")
        called = phone.locator(given).first.bounding_box()
        assert called
        assert called["y"] + called["height"] <= 570, name
    phone.goto(f"{host}/2566/results.html")
    leaf, points = (phone.locator(part).first.bounding_box() for part in (".tb-out", ".tb-mosaic__total"))
    assert leaf
    assert points
    assert points["height"] <= 0.15 * leaf["height"]


def test_a_year_stands_with_its_own_count(phone: Page, host: str) -> None:
    """In one even pitch a count belonged to the year above as much as to the one below."""
    phone.goto(f"{host}/trends.html")
    feet = "all => all.map(one => one.getBoundingClientRect().bottom)"
    rows = phone.eval_on_selector_all(".tb-lines tr:has(th[scope=row])", feet)
    counts = phone.eval_on_selector_all(".tb-lines th .tb-chart__replies", feet)
    high = phone.locator(".tb-lines th .tb-chart__replies").first.bounding_box()
    assert high
    assert len(rows) == len(counts) > 1
    assert rows[1] - rows[0] >= 2.5 * high["height"]


def test_a_thumb_hits_what_it_aims_at(phone: Page, host: str, names: list[str]) -> None:
    """Old hands on small screens: 44 pixels, also for what is folded."""
    small = {}
    for name in names:
        phone.goto(f"{host}/{name}")
        phone.evaluate(UNFOLDED)
        if found := phone.evaluate(SMALL):
            small[name] = found
    assert small == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_letters_have_six_sizes(browser: Browser, host: str, names: list[str], width: int) -> None:
    """What differs a little looks like a mistake; what differs clearly says what comes first."""
    page, other = browser.new_page(viewport={"width": width, "height": 800}), {}
    for name in names:
        page.goto(f"{host}/{name}")
        page.evaluate(UNFOLDED)
        if found := {size: who for size, who in page.evaluate(SIZES) if size not in SCALE}:
            other[name] = found
    page.close()
    assert other == {}
