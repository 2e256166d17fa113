"""The site in browsers of 2559 to 2563, on hosts that do not know its files, and where a browser darkens it by itself.

What an old browser lacks is taken from Chromium before a page's scripts run; what it cannot even read, a parser tells.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

import pytest
from PIL import Image

from generator.palette import contrast
from generator.pieces.web import host
from tests.support import machine
from tests.support.publications import REACH, make_project, make_publication, make_site
from tests.support.rounds import make_round
from tests.support.web import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

OWN = {"tonbaep.js", "landing.js", "search.js", "winners.js", "pages.js", "recount.js"}
PARSE = """
const acorn = require(process.argv[1]), wanted = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(wanted.map(([level, text]) => {
  try { acorn.parse(text, { ecmaVersion: level }); return ""; } catch (fault) { return fault.message; }
})));
"""

LACKING_IOS12 = """
delete self.ResizeObserver; delete self.IntersectionObserver; delete self.structuredClone; delete self.queueMicrotask;
delete self.BigInt; delete self.PointerEvent; delete self.requestIdleCallback;
for (const name of ["addEventListener", "removeEventListener"])
  Object.defineProperty(MediaQueryList.prototype, name, { value: undefined });
for (const one of [Element, Document, DocumentFragment]) delete one.prototype.replaceChildren;
delete HTMLElement.prototype.inert; delete Intl.Segmenter; delete Array.prototype.at; delete String.prototype.at;
delete String.prototype.replaceAll; delete String.prototype.matchAll; delete Object.fromEntries; delete Object.hasOwn;
delete Promise.allSettled; delete Promise.any;
"""
LACKING_ANDROID7 = """
delete self.ResizeObserver; delete self.structuredClone; delete self.queueMicrotask;
delete self.BigInt; delete self.AbortController; delete HTMLElement.prototype.inert; delete Intl.Segmenter;
for (const one of [Element, Document, DocumentFragment])
  for (const name of ["append", "prepend", "before", "after", "replaceWith", "replaceChildren"])
    delete one.prototype[name];
delete Element.prototype.toggleAttribute; delete Object.entries; delete Object.values; delete Object.fromEntries;
delete Object.getOwnPropertyDescriptors; delete String.prototype.padStart; delete String.prototype.padEnd;
delete String.prototype.trimStart; delete String.prototype.replaceAll; delete String.prototype.matchAll;
delete Array.prototype.flat; delete Array.prototype.flatMap; delete Array.prototype.at; delete Symbol.asyncIterator;
delete Promise.prototype.finally; delete Promise.allSettled; delete Promise.any;
"""
NO_NAMED_LETTERS = """
self.RegExp = new Proxy(RegExp, { construct(made, given) {
  if (/\\\\p\\{/.test(given[0])) throw new SyntaxError("Invalid escape");
  return Reflect.construct(made, given);
} });
"""
"""Chrome 63 and before, and iOS 11, know no class of letters by its name."""
NOTHING_KEPT = 'Object.defineProperty(self, "localStorage", { get() { throw new DOMException("denied") } });'
ONE_MISSING = (
    *(f"delete self.{name}" for name in ("URL", "URLSearchParams", "fetch", "Worker", "IntersectionObserver")),
    *(f"delete self.{name}" for name in ("structuredClone", "queueMicrotask")),
    *(f"delete Element.prototype.{name}" for name in ("closest", "append", "replaceChildren")),
    "delete Array.from",
    "delete Intl.Segmenter",
    "delete MediaQueryList.prototype.addEventListener; delete EventTarget.prototype.when",
    NOTHING_KEPT,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a host's folder with a site in it whose home page has pictures; tests only read it."""
    project = make_project(tmp_path_factory.mktemp("old"))
    make_site(project, make_publication(make_round(reach=REACH)))
    return project / "site"


def _parsed(scripts: list[tuple[int, str]]) -> list[str]:
    """Return for each script, to be read at a level of ECMAScript, what an old browser says of its syntax."""
    command = (machine.need("node"), "-e", PARSE, str(machine.acorn()))
    run = subprocess.run(command, input=json.dumps(scripts), capture_output=True, text=True, check=True)
    said: list[str] = json.loads(run.stdout)
    return said


def test_the_parser_knows_what_old_browsers_do_not() -> None:
    """A parser that takes everything would show nothing."""
    young = ["a?.b", "a ?? b", "({...a})", "/(?<=a)b/", "/\\p{L}/u", "async () => 1", "a ** b", "try {} catch {}"]
    assert all(_parsed([(2015, each) for each in young]))
    assert all(_parsed([(5, each) for each in (*young, "() => 1", "let a", "`a`", "/a/u")]))


def test_every_script_can_be_read_by_browsers_of_2559(folder: Path) -> None:
    """A browser that does not know one sign of a script runs nothing of it; the office's own need that of 2552."""
    scripts = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.js")}
    assert {re.sub(r".*/|\.[0-9a-f]{12}(?=\.)", "", name) for name in scripts} > OWN
    assert any("bundle." in name for name in scripts)
    for page in folder.rglob("*.html"):
        for number, script in enumerate(re.findall(r"<script>(.*?)</script>", page.read_text("utf-8"), re.DOTALL)):
            scripts[f"{page.name} {number}"] = script
    levels = [(2015 if "bundle." in name else 5, text) for name, text in scripts.items()]
    assert {name: said for name, said in zip(scripts, _parsed(levels), strict=True) if said} == {}


@contextmanager
def _lacking(browser: Browser, lacking: str) -> Iterator[tuple[Page, list[str]]]:
    """Yield a page of a phone whose browser lacks something, and the list of the errors on it."""
    context: BrowserContext = browser.new_context(viewport={"width": 375, "height": 667})
    context.add_init_script(lacking)
    page, wrong = context.new_page(), list[str]()
    page.on("pageerror", lambda error: wrong.append(f"{error}"))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    try:
        yield page, wrong
    finally:
        context.close()


def _use(page: Page) -> None:
    """Do what citizens do: choose dark, search, go to what was found; assert that each has come about."""
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    page.locator(".tb-scheme").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert page.locator(".tb-scheme").get_attribute("aria-pressed") == "true"
    page.locator("button.tb-search-button").click()
    page.wait_for_function("() => document.activeElement.matches('.md-search__input')", timeout=5000)
    page.keyboard.type("ประกาศ")
    page.locator(".md-search-result__list[aria-busy=false] mark").first.wait_for(timeout=10_000)
    assert re.fullmatch(r"พบ \d+ หน้า", page.locator(".md-search-result__meta").inner_text())
    title = page.locator(".md-search-result__item h1").first.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"(?<!index)\.html$"))
    assert title in page.title()


@pytest.mark.parametrize(
    "lacking", [LACKING_IOS12, LACKING_ANDROID7, NOTHING_KEPT], ids=["iOS 12", "Android 7", "kept"]
)
@pytest.mark.parametrize("way", ["served", "disk"])
def test_an_old_phone_searches_and_chooses_its_colours_without_an_error(
    browser: Browser, folder: Path, lacking: str, way: str
) -> None:
    """Many of the people whom an office serves have the telephone of somebody who has a newer one."""
    with served(folder) as host, _lacking(browser, lacking) as (page, wrong):
        page.goto(f"{host if way == 'served' else folder.as_uri()}/index.html")
        _use(page)
        assert wrong == []
        if lacking != NOTHING_KEPT:
            assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


@pytest.mark.parametrize("lacking", ONE_MISSING)
def test_one_missing_function_ends_neither_search_nor_colours(browser: Browser, folder: Path, lacking: str) -> None:
    """The theme may stop at what it lacks; the office's own scripts go on without it."""
    with served(folder) as host, _lacking(browser, lacking) as (page, _):
        page.goto(f"{host}/index.html")
        _use(page)


def test_without_the_themes_script_search_and_colours_go_on(browser: Browser, folder: Path) -> None:
    """It is the largest file of a page, and on a thin line it may not come."""
    with served(folder) as host, _lacking(browser, LACKING_IOS12) as (page, wrong):
        page.route("**/bundle*.js", lambda route: route.abort())
        page.goto(f"{host}/index.html")
        _use(page)
        assert [each for each in wrong if "ERR_FAILED" not in each] == []


def test_a_browser_without_names_for_letters_finds_the_same(browser: Browser, folder: Path) -> None:
    """Chrome of Android 7 ended the whole search at the first such name."""
    found = []
    for lacking in ("", NO_NAMED_LETTERS):
        with _lacking(browser, lacking) as (page, wrong):
            page.goto((folder / "index.html").as_uri())
            page.locator("button.tb-search-button").click()
            answers = []
            for typed in ("ประกาศ", "พ.ศ. 2566", "นางสาว", "ค่าเฉลี่ย 91.6", "“บริการเป็นเลิศ”", "ฬฎฬฎ", "ศักดิสิทธิ"):
                page.locator(".md-search__input").fill(typed)
                page.wait_for_timeout(150)
                answers.append(page.locator(".md-search-result__meta").inner_text())
            found.append(answers)
            assert wrong == []
    assert found[0] == found[1]
    assert sum("พบ" in each for each in found[0]) >= 4


PAGES = ("index.html", "2566/index.html", "2566/results.html", "2566/winner-w1.html", "archive.html", "2566/easy.html")


def test_where_the_host_knows_no_webp_every_picture_is_shown(browser: Browser, folder: Path) -> None:
    """IIS 8.5 and before answer "not found", and then no browser tries a picture's next source by itself."""
    with served(folder) as host, _lacking(browser, "") as (page, _):
        page.route("**/*.webp", lambda route: route.fulfill(status=404, body="not found"))
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for path in PAGES:
            page.goto(f"{host}/{path}")
            page.evaluate("for (const image of document.images) image.loading = 'eager'")
            page.wait_for_function("() => [...document.images].every(image => image.complete && image.naturalWidth)")
            assert page.locator("img").count() > 1, path
        assert any(url.endswith(".webp") for url in asked)


def test_every_webp_has_a_picture_beside_it_that_every_browser_knows(folder: Path) -> None:
    """Safari shows none before iOS 14."""
    seen = 0
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r'<img\b[^>]*src="[^"]*\.webp', text), page
        for picture in re.findall(r"<picture>.*?</picture>", text, re.DOTALL):
            shown = re.search(r'<img\b[^>]*src="([^"]*\.jpg)"', picture)
            assert shown, page
            assert (page.parent / shown[1]).is_file(), page
            seen += 1
        outside = re.sub(r"<picture>.*?</picture>", "", text, flags=re.DOTALL)
        assert ".webp" not in outside, page
    assert seen > 10


def test_a_hand_written_pages_webp_has_one_too(tmp_path: Path) -> None:
    """The clerk saves what the telephone gives, and need not know what a WebP is."""
    text = "# ติดต่อ\n\n![หน้าเคาน์เตอร์](รูป/เคาน์เตอร์ 1.webp)\n"
    project = make_project(tmp_path / "project", {"contact.md": text.replace("1.webp", "1.webp").replace(" 1", "%201")})
    (project / "content" / "รูป").mkdir()
    Image.new("RGB", (300, 200), "teal").save(project / "content" / "รูป" / "เคาน์เตอร์ 1.webp")
    site = make_site(project, make_publication())
    page = (site / "contact.html").read_text(encoding="utf-8")
    assert re.search(r'<picture><source type="image/webp" srcset="[^" ]+\.webp"><img [^>]*src="[^"]+\.webp\.jpg"', page)
    with Image.open(site / "รูป" / "เคาน์เตอร์ 1.webp.jpg") as image:
        assert (image.format, image.size) == ("JPEG", (300, 200))


BUTTONS = ", ".join(
    f"{one}:visible"
    for one in (
        ".tb-button",
        "button",
        ".tb-route a",
        "summary",
        ".tb-step__number",
        ".tb-chips li",
        ".tb-sample",
        ".tb-tag",
    )
)


@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_a_browser_that_darkens_pages_by_itself_leaves_every_button_legible(
    browser: Browser, folder: Path, chosen: Literal["light", "dark"]
) -> None:
    """Samsung's browser and Chrome's own dark mode turn dark letters light, but not all light grounds dark."""
    faint: list[tuple[str, str, float]] = []
    seen = 0
    with served(folder) as host:
        dark = ["--no-sandbox", "--enable-features=WebContentsForceDark"]
        darkening = browser.browser_type.launch(executable_path=machine.need("chromium"), args=dark)
        page = darkening.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=2, color_scheme=chosen)
        page.goto(f"{host}/2566/criteria.html")
        darkened = _colours(page.screenshot())[0]
        assert sum(darkened) < 150, "this browser darkens nothing, so the test would show nothing"
        for path in ("index.html", "2566/index.html", "2566/criteria.html", "2566/winner-w1.html", "s/web66.html"):
            page.goto(f"{host}/{path}")
            page.wait_for_load_state("networkidle")
            found = page.query_selector_all(BUTTONS)
            found.sort(key=lambda one: not one.evaluate("each => !!each.closest('.tb-route')"))  # the bar hides later
            for button in found:
                ground, *letters = _colours(button.screenshot())
                ratio = max((contrast(_hex(ground), _hex(letter)) for letter in letters), default=1.0)
                seen += 1
                if ratio < 4.5:
                    faint.append((path, button.get_attribute("class") or "", round(ratio, 2)))
        darkening.close()
    assert faint == []
    assert seen > 20


def _hex(colour: tuple[int, ...]) -> str:
    return "#" + bytes(colour).hex()


def _colours(picture: bytes) -> list[tuple[int, int, int]]:
    """Return the colours of a picture that are on more than a thousandth of it, the most frequent first."""
    with Image.open(io.BytesIO(picture)) as image:
        size = image.width * image.height
        counted = image.convert("RGB").getcolors(size) or []
    return [colour for count, colour in sorted(counted, reverse=True) if count > size / 1250]  # type: ignore[misc]


def test_every_page_says_that_it_has_both_schemes(folder: Path) -> None:
    """A browser that is told so draws its own parts, and the first empty screen, in the right one."""
    pages = list(folder.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        assert '<meta name="color-scheme" content="light dark">' in page.read_text(encoding="utf-8"), page
    sheets = [sheet.read_text(encoding="utf-8") for sheet in (folder / host.KEPT).glob("*.css")]
    assert len(sheets) == 2
    for sheet in sheets:
        assert "color-scheme:only light" in sheet
        assert sheet.count("{color-scheme:dark;--tb-") == 2
