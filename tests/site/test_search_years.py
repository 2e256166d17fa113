"""An office of many years is searched a year after the other, the newest first, and all of it is found."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from generator.site import search
from tests.support.web import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

INDEX = {
    "pages": [
        ["2566/results.html", "ผลการคัดเลือก 2566", ["ผลการคัดเลือก 2566"], "ผลการคัดเลือก นางปัจจุบัน ขยันดี"],
        ["about.html", "เกี่ยวกับโครงการ", ["เกี่ยวกับโครงการ"], "ผลการคัดเลือก ทุกปี"],
    ],
    "pages-2565": [["2565/results.html", "ผลการคัดเลือก 2565", ["ผลการคัดเลือก 2565"], "ผลการคัดเลือก นางกลางกลาง ขยันดี"]],
    "pages-2564": [["2564/winner-a.html", "นายอดีต ขยันดี", ["นายอดีต ขยันดี"], "นายอดีต ขยันดี ช่างเก่า"]],
}
YEARS = [2565, 2564]
SEEN = """() => ["tb-search__older", "md-search-result__meta"].map(name => {
  const line = document.querySelector("." + name);
  return line.checkVisibility() ? line.textContent.replace(/\\s/g, " ") : "";
})"""
"""What is read below the box: that older years are searched, and how much was found."""


class Office:
    """A page whose search is open; each part of its index comes when the test lets it."""

    def __init__(self, page: Page) -> None:
        """Hold back every part of the index."""
        self.page = page
        self.asked: list[str] = []
        self._held: dict[str, Route] = {}
        page.context.route("**/search/pages*.js", self._hold)

    def _hold(self, route: Route) -> None:
        part = re.sub(r".*/|\.js$", "", route.request.url)
        self.asked.append(part)
        self._held[part] = route

    def search(self, words: str) -> None:
        """Type words into the box."""
        self.page.locator(".md-search__input").click()
        self.page.locator("[data-md-component=search-query]").focus()
        self.page.keyboard.insert_text(words)

    def comes(self, part: str, *, lost: bool = False) -> None:
        """Wait until a part of the index is asked for, and let it come or be lost."""
        for _ in range(500):
            if part in self._held:
                break
            self.page.wait_for_timeout(10)
        route = self._held.pop(part)
        if lost:
            route.abort()
            return
        written = f"self.tonbaepPages={json.dumps(INDEX[part])};"
        written += f"self.tonbaepOlder={YEARS};" if part == "pages" else ""
        route.fulfill(content_type="text/javascript", body=written)

    def found(self, count: int) -> list[str]:
        """Return the addresses of the results, best first, as soon as there are so many."""
        self.page.wait_for_function(
            "count => document.querySelectorAll('.md-search-result__link').length === count", arg=count, timeout=10_000
        )
        links: list[str] = self.page.eval_on_selector_all(
            ".md-search-result__link", "links => links.map(link => link.href)"
        )
        return [re.sub(r".*?((?:\d{4}/)?[\w-]+\.html)$", r"\1", link) for link in links]

    def settled(self) -> list[str]:
        """Wait until no line says any more that older years are searched; return what is read."""
        self.page.wait_for_selector(".tb-search__older", state="hidden", timeout=10_000)
        seen: list[str] = self.page.evaluate(SEEN)
        return seen


@pytest.fixture(params=["served", "disk"])
def office(request: pytest.FixtureRequest, browser: Browser, built: Path) -> Iterator[Office]:
    """Return a page of an office of three years, on a host or from a USB stick."""
    opened = Office(browser.new_page(viewport={"width": 1280, "height": 800}))
    if request.param == "disk":
        opened.page.goto((built / "site/index.html").as_uri())
        yield opened
    else:
        with served(built / "site") as host:
            opened.page.goto(f"{host}/index.html")
            yield opened
    opened.page.close()


def _staged(folder: Path, *addresses: str) -> Path:
    for address in addresses:
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_text(f'---\ntitle: "{address}"\n---\n\n<div>ผล</div>\n', encoding="utf-8")
    return folder


def _written(folder: Path) -> dict[str, dict[str, Any]]:
    """Return what each part of an index gives to whoever loads it: addresses of pages, years of other parts."""
    parts = {}
    for file in sorted((folder / "search").glob("pages*.js")):
        given = re.findall(r"^self\.(\w+)=(.*);$", file.read_text(encoding="utf-8"), re.MULTILINE)
        parts[file.stem] = {name: json.loads(value) for name, value in given}
        parts[file.stem]["tonbaepPages"] = [page[0] for page in parts[file.stem]["tonbaepPages"]]
    return parts


def test_an_index_holds_a_year_and_the_first_what_has_none_too(tmp_path: Path) -> None:
    """The first search of an old office must cost what that of a new one does."""
    staged = _staged(tmp_path, "2564/a.md", "2566/b.md", "2566/a.md", "2565/a.md", "index.md", "aid/2561.md")
    search.write(staged, tmp_path)
    assert _written(tmp_path) == {
        "pages": {
            "tonbaepPages": ["2566/a.html", "2566/b.html", "aid/2561.html", "index.html"],
            "tonbaepOlder": [2565, 2564],
        },
        "pages-2565": {"tonbaepPages": ["2565/a.html"]},
        "pages-2564": {"tonbaepPages": ["2564/a.html"]},
    }


@pytest.mark.parametrize("addresses", [("2566/a.md", "index.md"), ("index.md",), ()])
def test_an_office_of_one_year_has_one_index_and_nothing_else(tmp_path: Path, addresses: tuple[str, ...]) -> None:
    """A small office pays nothing for large ones."""
    search.write(_staged(tmp_path, *addresses), tmp_path)
    pages = [address.replace(".md", ".html") for address in addresses]
    assert _written(tmp_path) == {"pages": {"tonbaepPages": pages}}


def test_older_years_come_after_the_first_answer_and_everything_is_found(office: Office) -> None:
    """Who was chosen long ago is found by name, best first, though the newest year is answered from at once."""
    office.search("ขยันดี")
    office.comes("pages")
    assert office.found(1) == ["2566/results.html"]
    assert office.page.evaluate(SEEN) == ["กำลังค้นปีก่อน ๆ", "พบ 1 หน้า"]
    office.comes("pages-2565")
    office.comes("pages-2564")
    assert office.found(3) == ["2564/winner-a.html", "2566/results.html", "2565/results.html"]
    assert office.settled() == ["", "พบ 3 หน้า"]
    assert office.asked == ["pages", "pages-2565", "pages-2564"]
    office.page.locator(".md-search__input").fill("ช่างเก่า")
    assert office.found(1) == ["2564/winner-a.html"]
    assert office.asked == ["pages", "pages-2565", "pages-2564"]


def test_nobody_is_told_that_there_is_nothing_before_every_year_was_searched(office: Office) -> None:
    """People leave at “not found”, and what they look for may just be coming. A lost year is asked for again."""
    office.search("ช่างเก่า")
    office.comes("pages")
    office.page.wait_for_selector(".tb-search__older")
    assert office.page.evaluate(SEEN) == ["กำลังค้นปีก่อน ๆ", ""]
    office.comes("pages-2565", lost=True)
    office.comes("pages-2565")
    assert office.page.evaluate(SEEN) == ["กำลังค้นปีก่อน ๆ", ""]
    office.comes("pages-2564")
    assert office.found(1) == ["2564/winner-a.html"]
    assert office.settled() == ["", "พบ 1 หน้า"]
    assert office.asked == ["pages", "pages-2565", "pages-2565", "pages-2564"]
    office.page.locator(".md-search__input").fill("ฬฎฬฎ")
    office.page.get_by_text("ไม่พบคำนี้").first.wait_for()
    assert office.page.evaluate(SEEN)[1].startswith("ไม่พบคำนี้")


def test_who_stands_on_a_result_stands_there_when_an_older_year_comes(office: Office) -> None:
    """The list is made anew; without a mouse, whoever lost the place would begin again."""
    office.search("ขยันดี")
    office.comes("pages")
    office.found(1)
    office.page.keyboard.press("ArrowDown")
    office.page.wait_for_function("() => document.activeElement.href")
    office.comes("pages-2565")
    office.comes("pages-2564")
    office.found(3)
    office.page.wait_for_function("() => /2566.results.html$/.test(document.activeElement.href)", timeout=5000)


def test_no_older_year_is_fetched_for_less_than_two_letters(office: Office) -> None:
    """One letter finds nothing in any year, and data costs money."""
    office.search("ข")
    office.comes("pages")
    office.page.wait_for_timeout(800)
    assert office.asked == ["pages"]
