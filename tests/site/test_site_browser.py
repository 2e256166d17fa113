"""The site in a real Chromium: no record text runs, no other host is contacted, nothing is cut off."""

from __future__ import annotations

import dataclasses
import re
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from generator.model import Colours, Name
from generator.palette import contrast
from generator.site import brand
from tests.support.publications import REACH, before_the_result, make_project, make_publication, make_site
from tests.support.rounds import make_organisation, make_round, make_winner
from tests.support.web import served

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Page, Route

    from generator.disclosure import Publication

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onmouseover=alert(3) {: onclick=alert(4) } "
    "[x](javascript:alert(5)) {{ config }} {% raw %} &lt;b&gt; `c` *d* </div></textarea> <!-- "
)
NOT_TEXT = {
    "id", "key", "site", "form", "primary", "accent", "digest", "path", "thumbnail", "piece", "stage", "seal",
    "survey_state", "standing", "steps", "ceremony", "style", "weave", "season",
}  # fmt: skip
"""Fields that hold an address, a colour or a name of ours; the reader checks each for what it is."""
LONG_NAME = Name("นาย", "สิทธิศักดิ์ประเสริฐวงศ์ไพบูลย์เกียรติกำจรชัยมงคล", "วิวัฒนานุกูลเกียรติประเสริฐศรีสมบูรณ์พูนทรัพย์ทวี")
PAGES = (
    "index.html",
    "2566/index.html",
    "2566/programme.html",
    "2566/criteria.html",
    "2566/results.html",
    "2566/winner-w1.html",
    "2566/winner-w3.html",
    "2566/reach.html",
    "2566/easy.html",
    "2566/winner-w1-easy.html",
    "archive.html",
    "division-samnak.html",
    "trends.html",
    "media.html",
    "complaint.html",
    "privacy.html",
    "contact.html",
    "s/web66.html",
)
"""Every kind of page but 404.html, whose links are absolute below the site's own address."""
CODE = "script:not([type='application/ld+json'])"
"""What a browser runs; data for programs says what a record says."""


def _poisoned(value: Any, field: str = "") -> Any:
    """Return a value with the hostile string at the end of every text in it."""
    if isinstance(value, str):
        return value if field in NOT_TEXT else f"{value} {HOSTILE}"
    if isinstance(value, tuple):
        items = (_poisoned(item, field) for item in value)
        return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {one.name: _poisoned(getattr(value, one.name), one.name) for one in dataclasses.fields(value)}
        return replace(value, **fields)
    return value


def _made(folder: Path, publication: Publication) -> Path:
    """Return a site in a sub-folder of its host, as many offices have it."""
    project = make_project(folder / "host")
    make_site(project, publication)
    (project / "site").rename(project / "award")
    return project


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the host's folder of a site that contains one person with a name of 90 letters, and totals."""
    total = Decimal("91.25")
    people = (make_winner(0, name=LONG_NAME, total=total), *(make_winner(n, total=total) for n in range(1, 5)))
    return _made(tmp_path_factory.mktemp("plain"), make_publication(make_round(people, reach=REACH)))


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the host's folder of a site whose survey is open."""
    return _made(tmp_path_factory.mktemp("asking"), make_publication(before_the_result("survey")))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the host's folder of a site in which every text field tries to run code."""
    return _made(tmp_path_factory.mktemp("hostile"), _poisoned(make_publication(make_round(reach=REACH))))


@contextmanager
def _watched(browser: Browser, *, scripts: bool = True, width: int = 390) -> Iterator[tuple[Page, list[str]]]:
    """Yield a page and the list of what went wrong on it: dialogs, errors, requests to any host but our own."""
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts, locale="th-TH")
    page, wrong = context.new_page(), list[str]()

    def dismiss(dialog: Dialog) -> None:
        wrong.append(f"dialog {dialog.message}")
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("pageerror", lambda error: wrong.append(f"error {error}"))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("request", lambda asked: wrong.append(asked.url) if not _ours(asked.url) else None)
    try:
        yield page, wrong
    finally:
        context.close()


def _ours(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:"))


def test_the_long_name_is_as_long_as_the_longest_that_must_fit() -> None:
    """The other tests depend on it."""
    assert len(LONG_NAME.full) >= 90


def test_record_text_is_shown_as_typed_and_runs_nowhere(browser: Browser, hostile: Path) -> None:
    """In every field of every record, on every page: a name may look like anything and stays a name."""
    with served(hostile) as host, _watched(browser, width=1280) as (page, wrong):
        for path in PAGES:
            page.goto(f"{host}/award/{path}")
            page.locator("body").hover()
            assert not [text for text in page.locator(CODE).all_inner_texts() if "alert" in text], path
            assert page.locator("[onerror], [onclick], [onmouseover], [href^='javascript']").count() == 0, path
        assert wrong == []
        page.goto(f"{host}/award/2566/winner-w1.html")
        shown = " ".join((page.locator("h1").text_content() or "").split())
        assert " ".join(HOSTILE.split()) in shown
        assert " ".join(HOSTILE.split()) in " ".join(page.title().split())


@pytest.mark.parametrize("way", ["served", "disk"])
def test_letters_that_come_late_still_take_their_place(browser: Browser, plain: Path, way: str) -> None:
    """A computer may have no Thai font of its own: its boxes must become words, on a slow disk or connection too."""
    with served(plain) as host, _watched(browser) as (page, _):

        def late(route: Route) -> None:
            page.wait_for_timeout(500)
            route.continue_()

        page.route("**/*.woff2", late)
        page.goto(f"{host if way == 'served' else plain.as_uri()}/award/index.html")
        page.wait_for_function("[...document.fonts].filter(face => face.status === 'loaded').length >= 3")
        for words in ("h1 span", "article p"):
            assert all(face.startswith("Tonbaep ") for face in _faces(page, words)), words


def _faces(page: Page, chosen: str) -> list[str]:
    """Return the font families that the browser itself reports for an element's letters; there is at least one."""
    devtools = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        devtools.send(f"{domain}.enable")
    root = devtools.send("DOM.getDocument")["root"]["nodeId"]
    node = devtools.send("DOM.querySelector", {"nodeId": root, "selector": chosen})["nodeId"]
    fonts = devtools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert fonts, chosen
    return [font["familyName"] for font in fonts]


@pytest.mark.parametrize("way", ["served", "disk"])
def test_the_site_opens_without_an_error_and_without_another_host(browser: Browser, plain: Path, way: str) -> None:
    """From a sub-folder of a host and from a USB stick alike."""
    with served(plain) as host, _watched(browser) as (page, wrong):
        base = host if way == "served" else plain.as_uri()
        for path in PAGES:
            page.goto(f"{base}/award/{path}")
            broken = page.evaluate("[...document.images].filter(i => i.complete && !i.naturalWidth).map(i => i.src)")
            assert broken == [], path
        page.wait_for_timeout(300)
        assert wrong == []


def test_no_page_scrolls_sideways(browser: Browser, plain: Path) -> None:
    """With a name of 90 letters on it; WCAG asks for 320 pixels, and an old phone with large type has 256.

    A row of faces is pushed aside by itself; of each face, the name is no wider than its column.
    """
    with _watched(browser) as (page, _):
        for path, width in _at_widths(page, plain, PAGES, (256, 320, 390, 1280)):
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
            over = page.evaluate(
                "w => [...document.querySelectorAll('.tb-name, h1, h2, h3, p, dd, a.tb-button')]"
                ".filter(e => { const own = e.closest('.tb-faces > li, .tb-stage__people > li, .tb-cards--strip > li');"
                "return e.getBoundingClientRect().right > (own ? own.getBoundingClientRect().right : w) + 1 })"
                ".map(e => e.textContent.trim())",
                width,
            )
            assert over == [], (path, width)


def test_no_paragraph_stands_on_its_neighbour(browser: Browser, plain: Path) -> None:
    """On a telephone, who is alone in the last row had the total printed over the post."""
    with _watched(browser) as (page, _):
        for path, width in _at_widths(page, plain, PAGES, (320, 390, 1280)):
            over = page.evaluate("""() => [...document.querySelectorAll('main p')].flatMap(one => {
                const at = one.getBoundingClientRect();
                return [...one.parentElement.children].filter(two => {
                    const by = two.getBoundingClientRect();
                    return two.localName === 'p' && one.compareDocumentPosition(two) & 4
                        && Math.min(at.bottom, by.bottom) - Math.max(at.top, by.top) > 4
                        && Math.min(at.right, by.right) - Math.max(at.left, by.left) > 4;
                }).map(two => `${one.textContent.trim()} / ${two.textContent.trim()}`);
            })""")
            assert over == [], (path, width)
        page.goto((plain / "award/2566/results.html").as_uri())
        assert page.locator(".tb-mosaic > :last-child:nth-child(odd) .tb-mosaic__total").count() >= 1


def test_few_and_many_people_leave_no_hole_and_no_name_on_another(browser: Browser, tmp_path: Path) -> None:
    """Twelve names lay over one another, and the only photo hung at the foot of a row as high as all that was said.

    On a phone what is said of the only one stands below the face: beside it there is room for nine short lines.
    """
    (tmp_path / "many").mkdir()
    (tmp_path / "one").mkdir()
    names = (Name("นาง", "แพรวพรรณราย", "อยู่เย็น"), Name("นาย", "ธีรเดช", "คุ้มครอง"))
    crowd = tuple(make_winner(number, name=names[number % 2], portrait=None) for number in range(12))
    many = _made(tmp_path / "many", make_publication(make_round(crowd)))
    one = _made(tmp_path / "one", make_publication(make_round((make_winner(0, total=Decimal("91.25")),))))
    with _watched(browser) as (page, _):
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto((many / "award/index.html").as_uri())
        assert page.locator(".tb-stage__people svg text").count() >= 12
        over = page.evaluate("""() => {
            const seen = [...document.querySelectorAll('.tb-stage__people :is(svg text, .tb-stage__name)')]
                .map(one => one.getBoundingClientRect()).filter(at => at.width > 1);
            return seen.filter((one, n) => seen.slice(n + 1).some(two =>
                Math.min(one.right, two.right) > Math.max(one.left, two.left)
                && Math.min(one.bottom, two.bottom) > Math.max(one.top, two.top))).length;
        }""")
        assert over == 0
        for _path, width in _at_widths(page, one, ["2566/results.html"], (360, 1280)):
            row, leaf, called = (
                page.locator(f".tb-mosaic > li{inner}").bounding_box() for inner in ("", " .tb-out", " .tb-called")
            )
            assert row
            assert leaf
            assert called
            assert leaf["y"] - row["y"] < 4, width
            beside, below = called["x"] > leaf["x"] + leaf["width"], called["y"] >= leaf["y"] + leaf["height"] - 1
            assert beside if width > 360 else below, width


def test_points_lie_on_the_leaf_and_can_be_read_on_any_office(browser: Browser, tmp_path: Path) -> None:
    """They hung at the foot of a row, far below its leaf where a post was long; and on yellow they were white."""
    names = (Name("นาง", "แพรวพรรณราย", "อยู่เย็น"), Name("นาย", "ธีรเดช", "คุ้มครอง"))
    post = "เจ้าพนักงานป้องกันและบรรเทาสาธารณภัยปฏิบัติงาน"
    crowd = [
        make_winner(number, name=names[number % 2], position=post, total=Decimal("91.25") - number)
        for number in range(9)
    ]
    page = browser.new_page(bypass_csp=True)
    for many in (1, 2, 6, 9):
        (tmp_path / str(many)).mkdir()
        site = _made(tmp_path / str(many), make_publication(make_round(tuple(crowd[:many]))))
        for _path, width in _at_widths(page, site, ["2566/results.html"], (360, 1280)):
            off = page.evaluate("""() => [...document.querySelectorAll('.tb-mosaic > li')].map(one => {
                const box = of => one.querySelector(of).getBoundingClientRect();
                const [tag, leaf] = [box('.tb-mosaic__total'), box('.tb-out')];
                return Math.max(Math.abs(tag.bottom - leaf.bottom), Math.abs(tag.left - leaf.left));
            })""")
            assert len(off) == many
            assert max(off) < 1, (many, width)
    for primary in ("#f5c518", "#f4a6c0", "#ffffff"):
        sheet = brand.style_sheet(make_organisation(colours=Colours(primary, "#7a1f1f")))
        page.add_style_tag(content=sheet)
        ground, *inks = page.evaluate("""() => {
            const tag = document.querySelector('.tb-mosaic__total'), look = one => getComputedStyle(one);
            return [look(tag).backgroundColor, look(tag).color, look(tag.firstElementChild).color];
        }""")
        of = ["#{:02x}{:02x}{:02x}".format(*map(int, re.findall(r"\d+", one)[:3])) for one in (ground, *inks)]
        assert min(contrast(ink, of[0]) for ink in of[1:]) >= 4.5, primary
    page.close()


def _at_widths(page: Page, host: Path, paths: Iterable[str], widths: tuple[int, ...]) -> Iterator[tuple[str, int]]:
    """Open each page once, by turns in the widest and the narrowest window, and show it in each width."""
    for path in paths:
        page.goto((host / "award" / path).as_uri())
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            yield path, width
        widths = widths[::-1]


def test_the_first_tab_leads_past_the_header(browser: Browser, plain: Path) -> None:
    """People who use a keyboard should not walk through the menu on every page."""
    with _watched(browser) as (page, _):
        page.goto((plain / "award/2566/criteria.html").as_uri())
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#__skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "__skip"


@pytest.mark.parametrize("way", ["served", "disk"])
def test_light_and_dark_are_one_switch_that_says_its_state(browser: Browser, plain: Path, way: str) -> None:
    """By Space, Enter and finger alike; only the choice is stored, and it applies before the next page is drawn."""
    with served(plain) as host, _watched(browser) as (page, wrong):
        page.goto(f"{host if way == 'served' else plain.as_uri()}/award/2566/criteria.html")
        switch = page.get_by_role("button", name="พื้นมืด", exact=True)
        said = [switch.get_attribute("aria-pressed")]
        switch.focus()
        for press in ("Space", "Enter", "tap"):
            switch.click() if press == "tap" else page.keyboard.press(press)
            scheme = page.locator("body").get_attribute("data-md-color-scheme")
            said.append(switch.get_attribute("aria-pressed"))
            assert scheme == ("slate" if said[-1] == "true" else "default")
            assert switch.evaluate("one => document.activeElement === one")
        assert said == ["false", "true", "false", "true"]
        assert page.evaluate("Object.keys(localStorage).map(key => key.split('.').pop())") == ["__palette"]
        page.route("**/bundle*.js", lambda route: route.abort())
        page.reload(wait_until="domcontentloaded")
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        assert page.locator(".tb-scheme").get_attribute("aria-pressed") == "true"
        assert [one for one in wrong if "ERR_FAILED" not in one] == []


def test_without_scripts_nothing_is_shown_that_does_nothing(browser: Browser, plain: Path) -> None:
    """A button that does nothing makes the site look broken."""
    for width in (390, 1280):
        with _watched(browser, scripts=False, width=width) as (page, _):
            page.goto((plain / "award/2566/criteria.html").as_uri())
            assert page.locator("header :is(button, input):visible").count() == 0


@pytest.mark.parametrize(
    ("today", "leaf", "beside"),
    [
        ("2023-03-20", "ถึง 15 เมษายน", "เหลืออีก 26 วัน"),
        ("2023-04-13", "เหลืออีก 2 วัน", "ถึง 15 เมษายน"),
        ("2023-04-15", "ถึง 15 เมษายน", "วันนี้วันสุดท้าย"),
        ("2023-04-16", "ถึง 15 เมษายน", ""),
    ],
)
def test_in_the_last_week_the_days_that_are_left_are_the_picture(
    browser: Browser, asking: Path, today: str, leaf: str, beside: str
) -> None:
    """Two days before the end the first screen was the same, to the letter, as on the first day."""
    context = browser.new_context(timezone_id="Asia/Bangkok")
    page = context.new_page()
    page.clock.install(time=f"{today}T12:00:00+07:00")
    page.goto((asking / "award/index.html").as_uri())
    told = [one for one in page.locator(".tb-date > span").all_inner_texts() if one]
    drawn = page.locator(".tb-date text").text_content()
    assert " ".join(told) == leaf
    assert drawn == told[1]
    assert page.locator(".tb-left").inner_text() == beside
    context.close()


def _landing(browser: Browser, folder: Path, today: str, *, scripts: bool = True) -> tuple[list[str], str]:
    """Return where the landing page led within twelve seconds on a given day, and what it showed at first."""
    led: list[str] = []
    context = browser.new_context(java_script_enabled=scripts, locale="th-TH", timezone_id="Asia/Bangkok")

    def arrive(route: Route) -> None:
        led.append(route.request.url)
        route.fulfill(body="ok")

    context.route("https://forms.example.org/**", arrive)
    page = context.new_page()
    if scripts:
        page.clock.install(time=f"{today}T12:00:00+07:00")
    page.goto((folder / "award/s/web66.html").as_uri())
    shown = page.locator("h1:visible").inner_text()
    if scripts:
        page.clock.run_for(12000)
        page.wait_for_timeout(200)
    else:
        assert page.locator("#form").is_visible()
    context.close()
    return led, shown


def test_a_landing_page_leads_to_the_form_while_the_survey_is_open(browser: Browser, plain: Path) -> None:
    """With channel and place in the address, after a moment in which the visitor may decide to stay."""
    led, shown = _landing(browser, plain, "2023-04-10")
    assert shown == "ประเมินการให้บริการ"
    assert led[:1] == [make_round().link("site").form]


@pytest.mark.parametrize(("today", "shown"), [("2023-03-31", "แบบประเมินยังไม่เปิด"), ("2023-10-01", "แบบประเมินปิดแล้ว")])
def test_a_landing_page_goes_by_the_visitors_own_date(browser: Browser, plain: Path, today: str, shown: str) -> None:
    """A site that nobody rebuilt after the last day must not send people to a closed form."""
    assert _landing(browser, plain, today) == ([], shown)


def test_a_landing_page_works_without_scripts(browser: Browser, plain: Path) -> None:
    """The button stays and nothing forwards."""
    assert _landing(browser, plain, "2023-04-10", scripts=False) == ([], "ประเมินการให้บริการ")


def test_a_visitor_can_stay_on_the_landing_page(browser: Browser, plain: Path) -> None:
    """Forwarding that cannot be stopped is a barrier (WCAG 2.2.1)."""
    with _watched(browser) as (page, wrong):
        page.clock.install(time="2023-04-10T12:00:00+07:00")
        page.goto((plain / "award/s/web66.html").as_uri())
        page.locator("#stay").click()
        page.clock.run_for(20000)
        assert page.url.endswith("web66.html")
        assert wrong == []


@pytest.mark.parametrize("sign", ["scroll", "touchstart", "keydown", "focusin"])
def test_who_reads_on_is_not_led_away(browser: Browser, plain: Path, sign: str) -> None:
    """A slow reader needs time: people who scroll the page want to read it."""
    with _watched(browser) as (page, _):
        page.clock.install(time="2023-04-10T12:00:00+07:00")
        page.goto((plain / "award/s/web66.html").as_uri())
        assert page.locator("#stay").is_visible()
        page.evaluate("sign => dispatchEvent(new Event(sign))", sign)
        page.clock.run_for(20000)
        assert page.url.endswith("web66.html")
        assert not page.locator("#stay").is_visible()


def test_the_first_second_on_an_old_phone_shows_what_to_do(browser: Browser, plain: Path) -> None:
    """On 320 by 480 pixels, below LINE's own bar, without scrolling: whose page it is, and a large button."""
    with _watched(browser, width=320) as (page, _):
        page.set_viewport_size({"width": 320, "height": 480})
        page.clock.install(time="2023-04-10T12:00:00+07:00")
        page.goto((plain / "award/s/web66.html").as_uri())
        box = page.locator("#form").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 480
        assert box["height"] >= 64
        assert box["width"] >= 260
        assert page.locator(".tb-landing__office").is_visible()


def test_a_tap_calls_the_office(browser: Browser, plain: Path) -> None:
    """The number dialled is the number shown, before and after the survey closes."""
    with _watched(browser, scripts=False) as (page, _):
        for path in ("s/web66.html", "complaint.html"):
            page.goto((plain / "award" / path).as_uri())
            call = page.locator("main a[href^='tel:']:visible, article a[href^='tel:']:visible").first
            shown = "".join(letter for letter in call.inner_text() if letter.isdecimal())
            assert call.get_attribute("href") == f"tel:{shown}" == "tel:075000000"


def test_a_closed_survey_shows_what_came_of_it_and_where_to_turn(browser: Browser, plain: Path) -> None:
    """By the visitor's own date, so even on a site that was built while the survey was open."""
    with _watched(browser) as (page, _):
        page.clock.install(time="2023-10-05T12:00:00+07:00")
        page.goto((plain / "award/s/ls66-m1.html").as_uri())
        shown = [link.get_attribute("href") for link in page.locator("main a:visible").all()]
        assert {"../2566/results.html", "../2566/reach.html", "../complaint.html"} <= set(shown)
        assert not page.locator("#form").is_visible()
        assert "แบบกระดาษ" not in page.locator("main").inner_text()


ONE_TAP = (
    "() => [...document.querySelectorAll('a[href$=\"s/web66.html\"]')].filter(link => {"
    "const b = link.getBoundingClientRect(), x = b.x + b.width / 2, y = b.y + b.height / 2;"
    "return b.height >= 44 && link.contains(document.elementFromPoint(x, y)) }).length"
)
SCROLL = "share => scrollTo({ top: share * document.body.scrollHeight, behavior: 'instant' })"


def _soon(page: Page, script: str) -> bool:
    """Return whether a script finds something within a second: the theme's header slides in after a scroll."""
    for _ in range(20):
        if page.evaluate(script):
            return True
        page.wait_for_timeout(50)
    return False


def test_the_survey_is_one_tap_away_on_every_page(browser: Browser, plain: Path) -> None:
    """On a phone, at any scroll position, but where people complain or read slowly.

    Nothing with the keyboard's focus is hidden under it.
    """
    paths = [path for path in PAGES if not path.startswith("s/")]
    with _watched(browser) as (page, _):
        for path, width in _at_widths(page, plain, paths, (320, 390, 1280)):
            aside = path == "complaint.html" or "easy" in path  # no bar lies over their words
            for place in ((1,) if aside else (0, 1)) if width < 1000 else (0,):
                page.evaluate(SCROLL, place)
                assert _soon(page, ONE_TAP), (path, width, place)
            last = page.locator("footer a:visible").last
            last.focus()
            assert last.evaluate(
                "e => { const b = e.getBoundingClientRect();"
                "return e.contains(document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2)) }"
            ), (path, width)
            last.evaluate("e => e.blur()")


@pytest.mark.parametrize("path", ["complaint.html", "2566/reach.html", "s/web66.html", "s/ls66-m1.html"])
def test_the_pages_of_the_survey_fit_a_watch(browser: Browser, plain: Path, path: str) -> None:
    """No sideways scrolling at 256 pixels, which is a phone of 2556 with enlarged type."""
    with _watched(browser, width=256) as (page, _):
        page.goto((plain / "award" / path).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 256


def test_a_landing_page_is_light(browser: Browser, plain: Path) -> None:
    """It is opened on old phones with a weak signal: a few kilobytes, no theme, no web font.

    What holds its words together at the end of a line is one of these; packed it is two hundred bytes.
    """
    sizes: dict[str, int] = {}
    with served(plain) as host, _watched(browser) as (page, _):
        page.on("response", lambda got: sizes.update({got.url: len(got.body()) if got.ok else 0}))
        page.goto(f"{host}/award/s/web66.html")
        page.wait_for_load_state("networkidle")
    assert sum(sizes.values()) < 19_500, sizes
