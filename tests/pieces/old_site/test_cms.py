"""What goes onto an office's old site: files that an old system accepts, and a block that survives its pages."""

from __future__ import annotations

import functools
import hashlib
import http.server
import threading
from contextlib import contextmanager
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from generator.pieces.old_site import cms
from generator.pieces.web import embed
from tests.support import product
from tests.support.publications import before_the_result, make_project, make_publication, make_site
from tests.support.rounds import draw_all, make_organisation, make_programme, make_round, make_winner

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from generator.disclosure import Publication
    from generator.piece import Piece, Sheet

UGLY = Path(__file__).parent / "ugly.html"
HOSTILE = '</strong><script>window.ran=1</script><img src=x onerror="window.ran=2">"\'&{{ x }}'
KEPT = {"p": set(), "strong": set(), "ul": set(), "li": set(), "a": {"href"}, "img": {"src", "alt"}}
"""What every editor of an old system leaves in a text."""


class Fragment(HTMLParser):
    """The elements of a fragment, as an editor's filter sees them."""

    def __init__(self, text: str) -> None:
        """Read a fragment."""
        super().__init__()
        self.open: list[str] = []
        self.files: list[str] = []
        self.said = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Refuse what an editor would strip."""
        assert tag in KEPT, tag
        assert {name for name, _ in attrs} == KEPT[tag], (tag, attrs)
        target = dict(attrs).get("src") or dict(attrs).get("href") or ""
        if target and not target.startswith("https://"):
            self.files.append(target)
        if tag != "img":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Refuse what is not closed in order."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.said += data


def _sheets(publication: Publication) -> list[tuple[Piece[Any], Sheet]]:
    return [(piece, sheet) for piece in cms.PIECES for sheet in piece.lay_out(publication)]


def _texts(publication: Publication) -> dict[str, str]:
    """Return the texts by their path, as a clerk's editor reads them."""
    made = {
        sheet.path: piece.press.press(piece.template, sheet.view, Path())
        for piece, sheet in _sheets(publication)
        if sheet.path.endswith((".html", ".txt"))
    }
    assert made
    return {path: value.decode("utf-8-sig") for path, value in made.items()}


def test_a_news_is_nothing_that_an_old_editor_would_strip() -> None:
    """Stripping a style or class removes the look with it, and some editors remove the whole paragraph."""
    award_round = make_round((replace(make_winner(0), position=f"ครู {HOSTILE}"), make_winner(2)), stage="closed")
    texts = _texts(make_publication(award_round))
    fragments = {path: text for path, text in texts.items() if path.endswith("news.html")}
    assert len(fragments) == 8
    for path, text in fragments.items():
        read = Fragment(text)
        assert read.open == [], path
        assert not {"<div", "style=", "class="} & {part for part in ("<div", "style=", "class=") if part in text}, path
    assert HOSTILE in Fragment(fragments["social/cms/2566/result/news.html"]).said


def test_old_systems_can_keep_every_letter() -> None:
    """Their tables are in Windows-874; a letter that is not in it becomes a question mark."""
    for path, text in _texts(make_publication(make_round(stage="closed"))).items():
        text.encode("cp874")
        assert path.isascii()


def test_text_and_html_open_right_on_an_old_computer() -> None:
    """Its Notepad and its browser read Thai without the mark as Windows-874."""
    for piece, sheet in _sheets(make_publication()):
        if sheet.path.endswith(("news.html", "news.txt")):
            value = piece.press.press(piece.template, sheet.view, Path())
            assert value.startswith(b"\xef\xbb\xbf")
            assert value.count(b"\n") == value.count(b"\r\n") > 3


@pytest.mark.parametrize("stage", ["preparing", "criteria", "nominations", "survey", "judging"])
def test_no_file_of_the_old_site_tells_of_who_may_win(stage: str) -> None:
    """An uploaded file is public at once, linked or not."""
    publication = make_publication(before_the_result(stage))  # type: ignore[arg-type]  # a stage
    for _, sheet in _sheets(publication):
        assert "winner-" not in sheet.path
        assert "result" not in sheet.path
    assert not [path for path, text in _texts(publication).items() if "ปิยะนุช" in text]


def test_nothing_for_the_old_site_is_made_before_its_moment() -> None:
    """A sealed poster says when it may hang; a text in a folder does not."""
    award_round = make_round(release=make_programme().result_at)
    assert _sheets(make_publication(award_round)) == []
    assert _sheets(replace(make_publication(), rounds=())) == []


def test_without_consent_there_is_name_post_and_result_alone() -> None:
    """No photo file and no word of the person's story; with consent, all of it."""
    bare = make_winner(0, citation="", story="", quote="", satisfaction=None, portrait=None)
    publication = make_publication(make_round((bare, make_winner(1))))
    paths = {sheet.path for _, sheet in _sheets(publication)}
    assert "social/cms/2566/winner-w2/2566-w2.jpg" in paths
    assert not [path for path in paths if path.endswith("2566-w1.jpg")]
    said = Fragment(_texts(publication)["social/cms/2566/winner-w1/news.html"]).said
    assert bare.name.full in said
    assert "“”" not in said


def test_a_photo_is_the_largest_that_is_light_enough(tmp_path: Path) -> None:
    """An old system rejects a large one, often without saying so."""
    piece, sheet = next(
        (piece, sheet) for piece, sheet in _sheets(make_publication()) if sheet.path.endswith("2566-w1.jpg")
    )
    folder = draw_all(sheet.renditions, tmp_path)
    sizes = {name: len((folder / name).read_bytes()) for name in sheet.view["sizes"]}
    assert len(sizes) > 1
    for most in (*sizes.values(), 1):
        made = piece.press.press(piece.template, {**sheet.view, "most": most}, folder)
        assert len(made) == max((size for size in sizes.values() if size <= most), default=min(sizes.values()))


def test_every_folder_is_complete_and_every_file_has_a_name_of_its_own(built: Path) -> None:
    """An old system has a single list of files: a second file with the same name would replace the first."""
    root = built / "build/social/cms"
    folders = sorted(path for path in root.glob("2566/*") if path.is_dir())
    assert len(folders) >= 9
    names: dict[str, str] = {}
    for folder in folders:
        needed = Fragment((folder / "news.html").read_text(encoding="utf-8-sig")).files
        assert sorted({*needed, "news.html", "news.txt"}) == sorted(path.name for path in folder.iterdir())
        for name in needed:
            digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            assert names.setdefault(name, digest) == digest, name
    pictures = [path for path in root.rglob("*.jpg") if path.is_file()]
    assert len(pictures) > 8
    for path in pictures:
        assert path.stat().st_size <= 300_000, path
        with Image.open(path) as image:
            assert max(image.size) <= 1200, path
            assert image.format == "JPEG"
    guide = (root / "index.html").read_text(encoding="utf-8")
    assert all(f"2566/{folder.name}" in guide for folder in folders)
    entries = {entry["path"]: entry for entry in product.manifest(built)}
    assert {entries[path.relative_to(built).as_posix()]["audience"] for path in root.rglob("*") if path.is_file()} == {
        "public"
    }
    assert not [path for path in entries if path.startswith("site/files/") and "cms" in path]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Serve an old site in Windows-874 with ours in a folder of it; return its address and its folder."""
    root = tmp_path_factory.mktemp("old")
    winners = (replace(make_winner(0), position=f"ครู {HOSTILE}"), *(make_winner(number) for number in range(1, 5)))
    office = make_organisation(site="https://khuanmao.example.go.th/award")
    site = make_site(make_project(root / "project"), make_publication(make_round(winners, organisation=office)))
    (root / "award").symlink_to(site)
    block = (site / embed.BLOCK_PATH).read_text(encoding="ascii").replace(f"{office.site}/", "award/")
    page = UGLY.read_text(encoding="utf-8")
    for name, put in (("block", block), ("script", '<script src="award/embed/winners.js"></script>')):
        (root / f"{name}.html").write_bytes(page.replace("<!-- BLOCK -->", put).encode("cp874"))
    handler = functools.partial(_Old, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", root
        server.shutdown()


class _Old(http.server.SimpleHTTPRequestHandler):
    """A server of its time: it says that all text is in Windows-874."""

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Return the type with which a file is served."""
        kind = super().guess_type(path)
        return f"{kind}; charset=tis-620" if kind.startswith("text/") else kind

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        """Print nothing."""


@contextmanager
def _open(browser: Browser, address: str, width: int) -> Iterator[tuple[Page, list[str]]]:
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    yield page, asked
    page.close()


@pytest.mark.parametrize("way", ["block", "script"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_block_survives_the_ugliest_old_page(
    way: str, width: int, host: tuple[str, Path], browser: Browser
) -> None:
    """Tables, Windows-874, and a style sheet that paints everything red: every name is legible, and no script fails."""
    with _open(browser, f"{host[0]}/{way}.html", width) as (page, asked):
        names = page.locator("strong")
        assert names.count() == 5
        assert "ปิยะนุช" in names.first.inner_text()
        assert "ศรีท้องถิ่น" in names.first.inner_text()
        assert HOSTILE in page.locator("li").first.inner_text()
        for part in page.locator("li strong, li strong span, li strong ~ span").all():
            style = part.evaluate(
                "one => { const s = getComputedStyle(one); return [parseFloat(s.fontSize), s.color, s.display] }"
            )
            assert style[0] >= 16
            assert style[1] != "rgb(204, 0, 0)"
            assert style[2] != "none"
        assert page.evaluate("window.ran") is None
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        shown = page.locator("li img").evaluate_all("all => all.map(one => [one.naturalWidth, one.offsetWidth])")
        assert shown
        assert all(natural > 0 and offset == 96 for natural, offset in shown), shown
        target = page.locator("li a").first.evaluate("one => one.href")
        assert target == f"{host[0]}/award/2566/winner-w1.html"
        assert all(url.startswith(host[0]) for url in asked)


def test_the_script_works_from_a_disk_and_stands_where_it_was_put(host: tuple[str, Path], browser: Browser) -> None:
    """Two lines on one page make two blocks, each after its own line."""
    page_file = host[1] / "twice.html"
    line = '<p id="{0}">x</p><script src="award/embed/winners.js"></script>'
    page_file.write_text(f"<!doctype html><body>{line.format('one')}{line.format('two')}", encoding="ascii")
    with _open(browser, page_file.as_uri(), 800) as (page, _):
        order = page.evaluate(
            "[...document.body.children].map("
            "one => one.shadowRoot ? one.shadowRoot.querySelectorAll('li').length : one.id)"
        )
        assert order == ["one", "", 5, "two", "", 5]


def test_the_block_is_ascii_and_asks_no_other_host() -> None:
    """An old page states no encoding, or a wrong one."""
    publication = make_publication()
    for piece in embed.PIECES:
        for sheet in piece.lay_out(publication):
            made = piece.press.press(piece.template, sheet.view, Path())
            text = made.decode("ascii")
            assert "<script" not in text
            assert ("https://" in text) == (piece.name == "embed")


def test_before_the_result_the_block_says_when_it_comes() -> None:
    """The line is pasted once; it must have something true to say all year."""
    for piece in embed.PIECES:
        (sheet,) = piece.lay_out(make_publication(before_the_result("judging")))
        assert sheet.view["people"] == []
        assert sheet.view["coming"] == "กำหนดประกาศผล 21 เมษายน 2566 เวลา 09.00 น."
        assert sheet.renditions == ()
    newest = before_the_result("nominations", programme=make_programme(year=2567))
    (sheet,) = embed.PIECES[0].lay_out(make_publication(newest, make_round()))
    assert sheet.view["year"] == 2566
    assert len(sheet.view["people"]) == 5


def test_the_line_to_paste_is_ascii_and_leads_somewhere_without_scripts() -> None:
    """It is copied by hand into systems of any age."""
    line = embed.lines(make_publication())["line"]
    assert line.isascii()
    assert line.startswith('<script src="https://khuanmao.example.go.th/embed/winners.js"></script>')
    assert '<noscript><a href="https://khuanmao.example.go.th/index.html">' in line
