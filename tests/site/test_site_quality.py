"""Every kind of page, in each of its states: for people who see, listen, type, or do not want to be tracked."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

import axe_playwright_python
import pytest

from generator.model import Colours
from generator.site import brand, finishing
from tests.support.machine import need, vnu
from tests.support.rounds import make_organisation
from tests.support.screen_lines import UNFOLDED
from tests.support.web import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (360, 1280)
WHOLE = dict(zip(WIDTHS, SCHEMES, strict=True))
OF_A_KIND = 2
OFFICES = (("#f5c400", "#7b1e3a"), ("#009485", "#ffd9e8"))
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules among these that ask for colours: a scheme changes colours and nothing else."""
AXE = """async ([where, rules]) => (await axe.run(where || document, { runOnly: rules, resultTypes: ["violations"] }))
.violations.map(one => [one.id, one.impact, one.nodes.map(node => node.target.join(" ")).slice(0, 3)])"""
PRESSED = "a[href], button, input, summary, audio[controls]"
LISTEN = """self.violations = [];
document.addEventListener("securitypolicyviolation", event => {
  self.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});"""


@pytest.fixture(scope="module")
def kinds(built: Path) -> list[str]:
    """Return pages of every kind, two of each: people differ in what they agreed to."""
    found: dict[str, list[str]] = {}
    for file in sorted((built / "site").rglob("*.html")):
        name = file.relative_to(built / "site").as_posix()
        found.setdefault(_kind(name), []).append(name)
    names = [name for each in found.values() for name in each[:OF_A_KIND]]
    assert len(found) > 10
    assert "404.html" in names
    return names


@pytest.fixture(scope="module")
def halves(kinds: list[str]) -> tuple[list[str], list[str]]:
    """Return one page of every kind, and the other one, or the same where there are no two of a kind."""
    found: dict[str, list[str]] = {}
    for name in kinds:
        found.setdefault(_kind(name), []).append(name)
    return [each[0] for each in found.values()], [each[-1] for each in found.values()]


def _kind(name: str) -> str:
    """Return what an address has in common with those of other people, places and years."""
    folder, _, last = name.rpartition("/")
    variant = "-easy" if last.endswith("-easy.html") else ""
    return folder if folder in {"s", "verify"} else f"{folder}/{last.partition('-')[0]}{variant}"


def _has_header(name: str) -> str:
    """Return the same for all pages with a header: those behind a code have none."""
    return "bare" if name.startswith(("s/", "verify/", "404")) else "page"


def _at_rest(_: Page) -> bool:
    return True


def _search_open(page: Page) -> bool:
    """Open the search with results in it; a page behind a code has none."""
    if not page.locator("#__search").count():
        return False
    page.evaluate("document.getElementById('__search').click()")
    page.locator("[data-md-component=search-query]").focus()
    page.keyboard.insert_text("ประกาศ")
    page.locator(".md-search-result__item").first.wait_for()
    return True


def _menu_open(page: Page) -> bool:
    """Open the menu, unless it is open anyway."""
    menu = page.locator("details.tb-menu")
    if not menu.count() or menu.get_attribute("open") is not None:
        return False
    page.locator(".tb-menu summary").click()
    return True


STATES: tuple[Callable[[Page], bool], ...] = (_at_rest, _menu_open, _search_open)


def _each_state(
    page: Page, address: str, names: list[str], kind: Callable[[str], str] = _kind
) -> Iterator[tuple[str, str]]:
    """Open each page, and bring one page of each kind into each of its states, one after another."""
    seen = set()
    for name in names:
        page.goto(f"{address}/{name}")
        page.evaluate(UNFOLDED)
        for state in STATES if kind(name) not in seen else STATES[:1]:
            seen.add(kind(name))
            if state(page):
                yield name, state.__name__.strip("_")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_rule_of_accessibility_is_broken(
    browser: Browser,
    host: str,
    halves: tuple[list[str], list[str]],
    scheme: Literal["light", "dark"],
    width: int,
) -> None:
    """WCAG 2.2 AA and good practice, checked by axe-core, which finds about half of what a person would.

    All rules look at one page of each kind on the narrow screen in light and at another on the wide one in dark. A
    scheme changes colours alone, so on each screen the rules of colour look at half of the kinds in the other scheme,
    too, the halves differing. Menu and
    search change the header alone, which all pages but bare ones share: for all rules they are opened on one page of
    each kind, and what is beneath is as it was at rest; for those of colour they are opened on one page.
    """
    source = f"{axe_playwright_python.__path__[0]}/axe.min.js"
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page, broken, looked = context.new_page(), [], 0
    whole = WHOLE[width] == scheme
    kinds = halves[WIDTHS.index(width)]
    kinds = kinds if whole else kinds[WIDTHS.index(width) :: 2]
    for name, state in _each_state(page, host, kinds, _kind if whole else _has_header):
        if not page.evaluate("() => 'axe' in self"):
            page.add_script_tag(path=source)
        if state == "search_open":
            page.wait_for_timeout(350)  # the theme's own movement: half-drawn colours are nobody's contrast
        looked += 1
        where = "header" if state != "at_rest" and whole else ""
        broken += [(name, state, *one) for one in page.evaluate(AXE, [where, RULES if whole else OF_COLOUR])]
    context.close()
    assert looked > len(kinds) + (0.8 * len({_kind(name) for name in kinds}) if whole else 0)
    assert broken == []


@pytest.mark.parametrize(("primary", "accent"), [("#f5c400", "#7b1e3a"), ("#009485", "#555555")])
def test_words_can_be_read_in_the_colours_of_any_office(browser: Browser, host: str, primary: str, accent: str) -> None:
    """Its style sheet is laid over the sample's site, and the pages are measured."""
    source = f"{axe_playwright_python.__path__[0]}/axe.min.js"
    sheet = brand.style_sheet(make_organisation(colours=Colours(primary, accent)))
    faint, looked = [], 0
    for scheme, width in zip(SCHEMES, WIDTHS, strict=True):
        context = browser.new_context(
            color_scheme=scheme,
            viewport={"width": width, "height": 800},
            bypass_csp=True,
            reduced_motion="reduce",  # a link's colour moves to the new one, and is nobody's contrast on its way
        )
        page = context.new_page()
        for name in ("index.html", "2566/results.html", "2566/criteria.html", "media.html"):
            page.goto(f"{host}/{name}")
            page.add_style_tag(content=sheet)
            page.add_script_tag(path=source)
            faint += [(name, scheme, *one) for one in page.evaluate(AXE, ["", OF_COLOUR[:1]])]
            looked += page.locator(".tb-button").count()
        context.close()
    assert looked > 0
    assert faint == []


@pytest.mark.parametrize("way", ["served", "disk"])
def test_nothing_is_blocked_and_nobody_else_is_asked_or_remembered(
    browser: Browser, built: Path, halves: tuple[list[str], list[str]], way: str
) -> None:
    """Nothing violates the policy; a visitor leaves no trace except the choice of light or dark.

    Where there are two pages of a kind, one is opened from a host and the other from a disk.
    """
    kinds = halves[way == "disk"]
    with served(built / "site") as host:
        address = host if way == "served" else (built / "site").as_uri()
        context = browser.new_context(viewport={"width": 360, "height": 800})
        page, asked, said = context.new_page(), [], []
        page.add_init_script(LISTEN)
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        blocked = []
        forward = re.compile(r"forms?\.example|/s/")
        page.route(re.compile(r"^https://"), lambda route: route.abort())
        unseen = ("s/", "404") if way == "disk" else ("s/",)  # a host alone says that a page is not there
        for name, state in _each_state(page, address, [name for name in kinds if not name.startswith(unseen)]):
            blocked += [(name, state, one) for one in page.evaluate("self.violations")]
        kept = page.evaluate("Object.keys(localStorage)") if way == "served" else []
        cookies = context.cookies()
        context.close()
    assert blocked == []
    assert said == []
    assert [url for url in asked if not url.startswith((address, "data:")) and not forward.search(url)] == []
    assert cookies == []
    assert all(key.endswith("__palette") for key in kept)


def test_every_page_says_what_it_may_do(built: Path) -> None:
    """Without a policy, anything that slipped into a page would run."""
    for file in (built / "site").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        (rules,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
        assert text.index("Content-Security-Policy") < text.index("<link")
        assert "unsafe" not in rules
        assert "default-src 'none'" in rules
        assert not re.search(r"""\son\w+=["']|\sstyle=["']|<style|javascript:""", text), file


def test_no_page_is_wider_than_the_narrowest_screen(browser: Browser, host: str, kinds: list[str]) -> None:
    """An old phone, or a page at four times its size, has 256 pixels left."""
    page = browser.new_page(viewport={"width": 256, "height": 600})
    wide = []
    for name in kinds:
        page.goto(f"{host}/{name}")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(name)
    page.close()
    assert wide == []


ON_PAPER = """() => {
  const faint = [], light = colour => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  for (const one of document.querySelectorAll("body *")) {
    const style = getComputedStyle(one), own = [...one.childNodes].some(node => node.nodeType == 3 && node.data.trim());
    if (own && one.checkVisibility() && style.printColorAdjust != "exact" && 1.05 / (light(style.color) + 0.05) < 4.5)
      faint.push(one.textContent.trim().slice(0, 40));
  }
  return faint;
}"""
"""What would be too light on white paper; where a ground is asked to be printed, letters stand on that."""


def test_paper_is_read_called_from_and_found_again(browser: Browser, host: str, kinds: list[str]) -> None:
    """In dark mode, without backgrounds, as printers do; a sheet has no address bar, and no button to press."""
    page = browser.new_page(color_scheme="dark")
    page.emulate_media(media="print")
    for name in kinds:
        page.goto(f"{host}/{name}")
        assert page.evaluate(ON_PAPER) == [], name
        assert page.locator("a[href^='tel:']:visible").count() or name.startswith("verify/"), name
        if name != "404.html":
            assert page.locator(".tb-here").inner_text().endswith(f"/{name}"), name
    page.close()


def test_paper_shows_each_person_once_and_ends_in_one_line(browser: Browser, host: str) -> None:
    """The home page printed everybody twice, a result a group to a row, and the footer filled pages of its own."""
    page = browser.new_page(viewport={"width": 680, "height": 980})  # about an A4 sheet within its margins
    page.emulate_media(media="print")
    page.goto(f"{host}/index.html")
    seen = """all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height > 1).length"""
    cards = page.eval_on_selector_all(".tb-cards--below .tb-card", seen)
    assert cards > 1
    assert page.eval_on_selector_all(".tb-home .tb-out", seen) == cards
    assert page.eval_on_selector_all(".tb-home :is(.tb-stage__name, .tb-card__name)", seen) == cards
    page.goto(f"{host}/2566/results.html")
    faces = page.eval_on_selector_all(".tb-mosaic .tb-out", "all => all.map(one => one.getBoundingClientRect().top)")
    assert len(faces) == cards
    assert max(faces) - min(faces) < 1
    footer = page.locator(".tb-footer").bounding_box()
    assert footer
    assert footer["height"] < 45
    page.close()


def test_what_a_checker_does_not_see_is_right_too(browser: Browser, host: str, kinds: list[str]) -> None:
    """One heading at the top and none skipped, title and description, distinguishable links, Malay marked as such."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    wrong: list[tuple[Any, ...]] = []
    for name in kinds:
        page.goto(f"{host}/{name}")
        page.evaluate(UNFOLDED)
        levels = page.eval_on_selector_all(
            "h1, h2, h3, h4, h5, h6",
            "all => all.filter(one => one.checkVisibility()).map(one => +one.tagName[1])",
        )
        if levels.count(1) != 1 or levels[0] != 1 or any(after > before + 1 for before, after in pairwise(levels)):
            wrong.append((name, "headings", levels))
        if not page.title() or not page.locator("meta[name=description]").get_attribute("content"):
            wrong.append((name, "title or description"))
        links = page.eval_on_selector_all(
            "main a[href], article a[href]",
            """all => all.filter(one => one.ariaHidden !== 'true' || one.tabIndex >= 0).map(one => {
                  const by = (one.getAttribute('aria-labelledby') || '').split(' ').filter(Boolean);
                  const words = by.map(id => document.getElementById(id).innerText).join(' ')
                    || one.getAttribute('aria-label') || one.innerText;
                  return [words.trim().replace(/\\s+/g, ' '), one.href]; })""",
        )
        targets: dict[str, set[str]] = {}
        for words, target in links:
            targets.setdefault(words, set()).add(target)
        wrong += [(name, "one text, two targets", words) for words, there in targets.items() if len(there) > 1]
        wrong += [(name, "a link without words", target) for words, target in links if not words]
        foreign = page.evaluate(
            """() => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
            while (walk.nextNode()) if (/[\\u0600-\\u06ff]/.test(walk.currentNode.data)
              && !walk.currentNode.parentElement.closest('[lang=ms-Arab][dir=rtl]')) found.push(walk.currentNode.data);
            return found; }"""
        )
        wrong += [(name, "Arabic letters without their language", text) for text in foreign]
    page.close()
    assert wrong == []


def test_a_portrait_is_described_by_who_is_on_it(browser: Browser, host: str, kinds: list[str]) -> None:
    """People who do not see the face want to know whose it is."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    seen = 0
    for name in kinds:
        page.goto(f"{host}/{name}")
        title = page.locator("h1").first.inner_text()
        for alt in page.eval_on_selector_all("img[src*='assets/pictures/']", "all => all.map(one => one.alt)"):
            if not alt:
                continue
            seen += 1
            assert re.match(r"(ภาพ(วาด)?ของ)?\s*(นาย|นางสาว|นาง|ว่าที่|ดร)", alt) or title in alt, (name, alt)
    page.close()
    assert seen > 5


SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Until what hides beside its twin is hidden."""

MISSED_BAR = """() => {
  const bar = document.querySelector('.tb-route a');
  return !!bar && bar.checkVisibility({ visibilityProperty: true }) && !self.reached.has(bar)
    && ![...self.reached].some(one => one.href === bar.href);
}"""
"""Whether the way at a phone's foot, which comes and goes with its twin, was reached neither itself nor by the twin."""


@pytest.mark.parametrize("width", WIDTHS)
def test_a_keyboard_reaches_everything_that_can_be_pressed_and_nothing_unseen(
    browser: Browser, host: str, kinds: list[str], width: int
) -> None:
    """Not everybody has a mouse; people who tab through a page reach every link and see where they are.

    The keys are pressed until they come round to where they began. On the wide screen, where less can go wrong, only
    every second kind is tried.
    """
    page = browser.new_page(viewport={"width": width, "height": 800})
    for name in kinds[:: WIDTHS.index(width) + 1]:
        page.goto(f"{host}/{name}")
        page.evaluate(SETTLED)
        page.evaluate(
            """self.reached = new Set(); self.unseen = []; self.first = null; self.round = false;
            document.addEventListener('focusin', ({ target }) => {
              self.round = self.round || target === self.first;
              self.first = self.first || target;
              self.reached.add(target);
              const box = target.getBoundingClientRect();
              if (!box.width || !box.height || !target.checkVisibility({ visibilityProperty: true }))
                self.unseen.push(target.outerHTML.slice(0, 99));
            })"""
        )
        page.keyboard.press("Tab")
        wanted = page.eval_on_selector_all(
            PRESSED,
            """all => all.filter(one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
            && one.tabIndex >= 0 && !one.closest('.tb-route')).length""",
        )
        for pressed in range(wanted + 30):
            page.keyboard.press("Tab")
            if pressed >= wanted and page.evaluate("self.round"):
                break
        reached = page.evaluate(
            "pressed => [...self.reached].filter(one => one.matches(pressed) && !one.closest('.tb-route')).length",
            PRESSED,
        )
        assert reached >= wanted, name
        assert not page.evaluate(MISSED_BAR), name
        assert page.evaluate("self.unseen") == [], name
    page.close()


def test_a_script_that_slips_into_a_pages_words_does_not_run(browser: Browser, built: Path, host: str) -> None:
    """The policy that permits the theme's own scripts must not permit a stranger's, even after a fake end tag."""
    whole = (built / "site/privacy.html").read_text(encoding="utf-8")
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", whole)
    bare = bare.replace("</h1>", "</h1></article><script>document.title = 'mine'</script>", 1)
    guarded = bare.replace("<head>", f"<head>{finishing.policy(bare)}", 1)
    titles = []
    for body in (bare, guarded):
        page = browser.new_page()
        page.route("**/privacy.html", partial(_answer, body))
        page.goto(f"{host}/privacy.html")
        titles.append(page.title())
        page.close()
    assert titles[0] == "mine"
    assert titles[1] != "mine"


def _answer(body: str, route: Route) -> None:
    route.fulfill(body=body, content_type="text/html; charset=utf-8")


def test_every_page_is_html_as_it_is_defined(built: Path) -> None:
    """By the W3C's own checker; all pages together take it a few seconds."""
    command = (need("java"), "-jar", str(vnu()), "--errors-only", "--skip-non-html", "--format", "json")
    done = subprocess.run((*command, str(built / "site")), check=False, capture_output=True, encoding="utf-8")
    said = json.loads(done.stderr)["messages"]
    assert [(one["url"].rpartition("/site/")[2], one.get("lastLine"), one["message"]) for one in said] == []
    assert done.returncode == 0


def test_nothing_moves_when_the_script_has_its_say(browser: Browser, host: str, kinds: list[str]) -> None:
    """Space is reserved for what the theme's script adds to the header: nobody taps what has just moved."""
    page_of = [name for name in kinds if not name.startswith("s/")][:OF_A_KIND]
    for width in (256, 412, 800, 1280):
        heights = []
        for scripted in (False, True):
            context = browser.new_context(java_script_enabled=scripted, viewport={"width": width, "height": 800})
            page = context.new_page()
            for name in page_of:
                page.goto(f"{host}/{name}")
                box = page.locator("header.tb-header").bounding_box()
                assert box
                heights.append(round(box["height"]))
            context.close()
        assert heights[: len(page_of)] == heights[len(page_of) :], width


def test_the_first_view_of_home_is_light(browser: Browser, host: str) -> None:
    """On a phone, before any interaction, with five winners: 300 kB if text is sent with gzip."""
    page = browser.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    sizes: dict[str, int] = {}
    page.on("response", lambda got: sizes.update({got.url: _on_the_wire(got.url, got.body())}))
    page.goto(f"{host}/index.html", wait_until="networkidle")
    page.close()
    assert [url for url in sizes if re.search("lunr|wordcut|search/pages", url)] == []
    assert f"{host}/index.html" in sizes
    assert sum(sizes.values()) <= 300_000, sizes


def _on_the_wire(url: str, body: bytes) -> int:
    packed = url.endswith((".woff2", ".webp", ".jpg", ".png"))
    return len(body if packed else gzip.compress(body)) + 300  # and the answer's head
