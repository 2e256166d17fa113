"""Whatever a page loads by itself is named by its content, so that old pages and new ones never share a file."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

import pytest

from generator.site.names import Names
from tests.support import loaded, product
from tests.support.publications import make_project, make_publication, make_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEPT = "assets/kept"
SCRIPT = "overrides/assets/tonbaep.js"


def _kinds(site: Path) -> Counter[str]:
    return Counter(PurePath(path).suffix for _, path in loaded.loads(site))


def test_all_that_any_page_loads_is_there_and_has_its_digest_in_its_name(built: Path) -> None:
    """A page that stands open, or in a phone's memory, asks for the script that it was made for."""
    pages, kinds = len(list((built / "site").rglob("*.html"))), _kinds(built / "site")
    assert pages > 40
    assert kinds[".css"] == pages, "one sheet a page"
    assert kinds[".js"] > 2 * pages
    assert kinds[".svg"] >= pages, "the icon"
    assert kinds[".woff2"] > 4
    assert loaded.faults(built / "site") == []


def test_nothing_below_assets_is_left_that_no_page_loads(built: Path) -> None:
    """Whoever puts a site on a host waits for every file of it."""
    assert loaded.idle(built / "site") == set()


@pytest.mark.parametrize(
    "path", ["embed/winners.js", "feed.xml", "search/pages.js", "assets/fonts/tonbaep-text-LICENSE.txt"]
)
def test_what_others_lead_to_keeps_its_address(built: Path, path: str) -> None:
    """Another site has put the address of the script into its pages, and readers of news know the feed's."""
    assert (built / "site" / path).is_file()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory, builds: None) -> Path:
    """Return a finished site; tests copy it."""
    return make_site(make_project(tmp_path_factory.mktemp("names")), make_publication())


def _one(site: Path, pattern: str) -> Path:
    return next((site / KEPT).glob(pattern))


FAULTS: dict[str, Callable[[Path], object]] = {
    "another script under the same name": lambda site: _one(site, "tonbaep.*.js").write_text("other"),
    "another font under the same name": lambda site: _one(site, "TonbaepText-Bold.*").write_bytes(b"other"),
    "another search": lambda site: _one(site, "search.*.js").write_text("other"),
    "a style that did not come along": lambda site: _one(site, "*.css").unlink(),
    "an icon that did not come along": lambda site: _one(site, "mark.*.svg").unlink(),
    "a page of before": lambda site: _edit(site / "404.html", r"landing\.[0-9a-f]+|tonbaep\.[0-9a-f]+", "tonbaep"),
    "a door behind a code of before": lambda site: _edit(next(site.glob("s/*.html")), r"landing\.[0-9a-f]+", "landing"),
}


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    changed = re.sub(old, new, text, count=1)
    assert changed != text
    file.write_text(changed, encoding="utf-8", newline="")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_that_is_lost_or_is_not_what_its_name_says_is_seen(sound: Path, tmp_path: Path, fault: str) -> None:
    """The reader that finds nothing wrong above must be able to."""
    site = shutil.copytree(sound, tmp_path / "site")
    assert loaded.faults(site) == []
    FAULTS[fault](site)
    assert loaded.faults(site)


def test_pages_have_a_script_s_new_name_as_soon_as_it_changes(built: Path, tmp_path: Path) -> None:
    """Also the pages that would otherwise stand as the last build left them."""
    project = product.copy_of_built(built, tmp_path / "project")
    first = _changed(project, SCRIPT, "// หนึ่ง\n")
    product.edit(project / "winners/2566/winners.yaml", "คนแก่ไม่ได้ขอ", "คนชราไม่ได้ขอ")
    before = _inodes(project)
    product.done(project, "build")
    stood = [page for page, inode in _inodes(project).items() if before.get(page) == inode]
    assert len(stood) > len(before) / 2
    assert _scripts(project) == first
    assert loaded.faults(project / "site") == []
    assert _changed(project, SCRIPT, "// สอง\n") != first


def _changed(project: Path, path: str, text: str) -> set[str]:
    """Change a file of the theme, build, and return the one name under which pages load the site's script."""
    before = _scripts(project)
    with (project / path).open("a", encoding="utf-8") as file:
        file.write(text)
    product.done(project, "build")
    now = _scripts(project)
    assert len(now) == 1
    assert now.isdisjoint(before)
    assert loaded.faults(project / "site") == []
    return now


def _scripts(project: Path) -> set[str]:
    return {path for _, path in loaded.loads(project / "site") if "/tonbaep." in path}


def _inodes(project: Path) -> dict[str, int]:
    return {str(page): page.stat().st_ino for page in (project / "site").rglob("*.html")}


PAGE = '<link rel="icon" href="{up}assets/own.svg"><script src="{up}assets/own.js"></script>'


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the engine's site of an office with files of its own."""
    for path, text in {
        "index.html": PAGE.format(up=""),
        "404.html": PAGE.format(up="/below/"),
        "2566/index.html": PAGE.format(up="../"),
        "assets/own.js": "1",
        "assets/own.svg": "<svg/>",
        "assets/letter-head.svg": "<svg></svg>",
        "assets/parts/late.js": "2",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def _named(site: Path) -> dict[str, str]:
    """Name what the pages load, and return the pages."""
    names = Names(site)
    for page in site.rglob("*.html"):
        folder = page.parent.relative_to(site).as_posix().removeprefix(".")
        page.write_text(names.on_page(page.read_text(encoding="utf-8"), folder), encoding="utf-8")
    names.clear(set(), {})
    return {page.relative_to(site).as_posix(): page.read_text(encoding="utf-8") for page in site.rglob("*.html")}


def test_every_page_leads_to_the_new_name_from_where_it_stands(small: Path) -> None:
    """A host shows the 404 page at any address, so its links begin at the host's root."""
    pages = _named(small)
    for href, up in {"index.html": "", "404.html": "/below/", "2566/index.html": "../"}.items():
        assert re.search(rf'href="{up}{KEPT}/own\.[0-9a-f]{{12}}\.svg"', pages[href])
        assert re.search(rf'src="{up}{KEPT}/own\.[0-9a-f]{{12}}\.js"', pages[href])
    assert not (small / "assets/own.js").exists()


def test_what_no_page_loads_stays_where_it_is(small: Path) -> None:
    """The office's letter head may be shown by another site; a file beside it would be there for nobody."""
    _named(small)
    assert (small / "assets/letter-head.svg").is_file()
    assert (small / "assets/parts/late.js").is_file()
    assert len(list((small / KEPT).iterdir())) == 2


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("assets/own.js", "load('own.svg')"),
        ("assets/dark.css", "a{background:url(own.svg)}"),
        ("about.html", "<a href='assets/own.svg'>"),
    ],
)
def test_an_old_name_that_something_still_says_leads_on(small: Path, file: str, text: str) -> None:
    """A script puts names together in ways that nobody foresees, and an old page of the office's is not rewritten."""
    (small / file).write_text(text, encoding="utf-8")
    _named(small)
    assert (small / "assets/own.svg").is_file()
    assert len(list((small / KEPT).glob("own.*.svg"))) == 1


def test_what_follows_a_name_stays_behind_it(small: Path) -> None:
    """A drawing may be one of several in a file."""
    (small / "index.html").write_text('<use href="assets/own.svg?1#leaf">', encoding="utf-8")
    assert re.fullmatch(rf'<use href="{KEPT}/own\.[0-9a-f]+\.svg\?1#leaf">', _named(small)["index.html"])


@pytest.mark.parametrize(
    "text",
    ["assets/own.js", '"assets/own.js"', *(f'<a href="{host}x.go.th/assets/own.js">' for host in ("https://", "//"))],
)
def test_words_and_other_sites_addresses_stay(small: Path, text: str) -> None:
    """Only a link to the very file is one."""
    (small / "index.html").write_text(text, encoding="utf-8")
    assert _named(small)["index.html"] == text
