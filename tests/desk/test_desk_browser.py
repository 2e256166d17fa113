"""The desk in a real browser: by keyboard, on an office's old screen and twice as large, without a fault of axe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image

from generator.amending.pen import values
from generator.desk import labels
from tests.support.desk import in_browser
from tests.support.small import Small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

WIDTH, HEIGHT = 1024, 768


@pytest.fixture
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    """Return small records with a free place."""
    small = Small(tmp_path_factory.mktemp("desk"))
    small.edit("2566/round.yaml", "places: 2", "places: 3")
    return small


@pytest.fixture
def page(small: Small, browser: Browser) -> Iterator[Page]:
    """Return a page of the desk, let in by the first address."""
    with in_browser(browser, small.project, (WIDTH, HEIGHT)) as (page, _):
        yield page


def test_a_person_is_added_by_keyboard_and_stands_in_the_file(page: Page, small: Small) -> None:
    """Nobody types a line of YAML: one block more is in the file, and all others stay."""
    before = small.text("2566/winners.yaml")
    page.get_by_role("link", name="ผู้ได้รับการคัดเลือก").first.press("Enter")
    page.get_by_role("link", name=labels.ADD.th).press("Enter")
    for name, value in (
        ("id", "third"),
        ("name.title", "นาย"),
        ("name.first", "สมชาย"),
        ("name.last", "ใจดี"),
        ("position", "นิติกร"),
        ("place", "3"),
        ("satisfaction.percent", "80"),
        ("satisfaction.replies", "20"),
        ("scores.mind", "80"),
        ("scores.fair", "81"),
    ):
        page.locator(f"[name='winners.2.{name}']").fill(value)
    page.locator("[name='winners.2.division']").select_option("works")
    page.locator("[name='winners.2.category']").select_option("staff")
    page.get_by_role("button", name=labels.LOOK.th).press("Enter")
    assert "+   - id: third" in (page.locator(".diff").text_content() or "")
    page.get_by_role("button", name=labels.SAVE.th, exact=True).press("Enter")
    page.get_by_text(labels.SAVED.th, exact=True).wait_for()
    after = small.text("2566/winners.yaml")
    assert before.rpartition("sample: true")[0] in after
    said = values(after)
    assert isinstance(said, dict)
    assert isinstance(said["winners"], list)
    assert len(said["winners"]) == 3
    assert Axe().run(page).violations_count == 0


def test_pages_fit_an_old_screen_and_one_that_is_twice_as_large(page: Page) -> None:
    """Nothing is cut at the side, and axe finds no fault."""
    begin = page.url
    for path in ("", "office/", "dates/", "villages/0/", "people/", "people/0/", "consent/", "papers/"):
        page.goto(f"{begin}{path}")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        for width in (WIDTH, WIDTH // 2):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)
        page.set_viewport_size({"width": WIDTH, "height": HEIGHT})


def test_choices_that_begin_an_entry_are_as_wide_as_it(page: Page) -> None:
    """Beside the entry's name they were a column of single letters."""
    page.goto(f"{page.url}papers/")
    page.click("button[value='add:signers']")
    page.set_viewport_size({"width": 360, "height": HEIGHT})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    entry, boxes = (page.locator(each).bounding_box() for each in (".entry", ".entry > .boxes"))
    assert entry
    assert boxes
    assert boxes["width"] > entry["width"] / 2


def test_back_and_reload_show_what_was_looked_at(page: Page) -> None:
    """A browser sends no form twice: it would show its own error instead of what was typed."""
    page.goto(f"{page.url}office/")
    phone = page.locator("[name='phone']")
    for number in ("0 7555 0198", "0 7555 0199"):
        phone.fill(number)
        page.get_by_role("button", name=labels.LOOK.th).last.click()
        page.locator(".change").wait_for()
    page.go_back()
    assert phone.input_value() == "0 7555 0198"
    page.reload()
    assert phone.input_value() == "0 7555 0198"
    page.go_back()
    assert phone.input_value() == "071234561"


def test_what_is_typed_is_kept_while_it_is_typed(page: Page, small: Small) -> None:
    """Nobody has to press anything for it; the form offers it when it is opened again."""
    page.goto(f"{page.url}office/")
    with page.expect_response(lambda answer: answer.status == 204):
        page.locator("[name='phone']").fill("0 7555 0199")
    assert len([*(small.project / ".tonbaep/unsaved").iterdir()]) == 1
    page.once("dialog", lambda asked: asked.accept())
    page.goto(page.url)
    page.get_by_role("button", name=labels.DRAFT_TAKE.th).click()
    assert page.locator("[name='phone']").input_value() == "0 7555 0199"
    assert Axe().run(page).violations_count == 0


def test_field_and_picker_of_a_colour_are_in_step(page: Page) -> None:
    """Whichever is changed, the other one shows it at once."""
    page.goto(f"{page.url}office/")
    typed, pick = (page.locator(f"[name='colours.primary{end}']") for end in ("", ".pick"))
    pick.fill("#5b2a86")
    assert typed.input_value() == "#5b2a86"
    typed.fill("#112233")
    assert pick.input_value() == "#112233"


def test_what_a_form_offers_is_without_a_fault_of_axe(page: Page, small: Small) -> None:
    """A seal with its colours, people of another year, and a draft to go on with."""
    small.path("2565").mkdir()
    small.write("2565/winners.yaml", "winners:\n  - id: wirot\n    name: {title: นาย, first: วิโรจน์, last: ทำดี}\n")
    begin, file = page.url, small.project / "seal.png"
    Image.linear_gradient("L").convert("RGB").point([n // 2 for n in range(256)] * 2 + [*range(256)]).save(file)
    page.goto(f"{begin}people/2/")
    page.locator("#past").fill("วิโรจน์")
    page.locator("#past").press("Enter")
    page.get_by_text(labels.past_taken(2565).th).wait_for()
    assert page.locator("[name='winners.2.id']").input_value() == "wirot"
    page.goto(f"{begin}people/2/")
    assert page.get_by_role("button", name=labels.DRAFT_TAKE.th).count() == 1
    assert Axe().run(page).violations_count == 0
    page.goto(f"{begin}office/")
    page.locator("#upload").set_input_files(file)
    page.get_by_role("button", name=labels.SEAL_TAKE.th, exact=True).click()
    page.locator(".swatch").first.wait_for()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
