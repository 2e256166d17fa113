"""The finished files as outsiders read them: decoders for codes, three engines for text, validators for PDF."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pymupdf
import pypdfium2
import pytest
from flit_core import wheel
from PIL import Image

from generator import disclosure
from generator.site import finishing, search
from generator.site.engine import EPOCH
from generator.thai.dates import parse_moment
from tests.support import codes, product, web
from tests.support.standards import faults

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Records

DPI = 150

IN_SMALL = "to_hang"
"""The page that shows other sheets in small, with what is on them."""

NAMELESS = (
    IN_SMALL,
    "speech",
    "post_plan",
    "survey",
    "table_tent",
    "board_plan",
    "broadcast_plan",
    "summary_internal",
    "you_said",
    "cms_survey",
    "cms_criteria",
)
"""Pieces that show no winner."""

TITLE_APART = (
    "poster",
    "winner_poster",
    "banner",
    "backdrop",
    "cms_result",
    "cms_winner",
    "cms_ceremony",
    "newsletter",
)
"""Pieces on which the title stands small above a name."""

UNNAMED = re.compile(r"/(?:thanks-.*|.*-30\.pdf|.*-ticket\.pdf)")
"""Scripts with no time for names, those that are not about them, and orders, which show a sheet in small."""


def _pdfs(project: Path) -> list[dict[str, Any]]:
    found = [
        entry
        for entry in product.manifest(project)
        if entry["path"].startswith("build/") and entry["path"].endswith(".pdf")
    ]
    assert len(found) >= 8
    return found


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_every_code_of_the_manifest_decodes_from_the_page(built: Path) -> None:
    """A phone sees the printed page, not our matrix."""
    for entry in (one for one in _pdfs(built) if one["piece"] != IN_SMALL):
        decoded = set()
        for page in pypdfium2.PdfDocument(built / entry["path"]):
            picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
            decoded |= codes.texts(picture)
        assert decoded == set(entry["qr"]), entry["path"]


def test_every_winners_name_is_in_the_text_of_every_sheet_that_shows_it(
    records: Records, built: Path, pdftotext: str
) -> None:
    """A name that cannot be searched or read to a blind person is missing, whatever the eye sees."""
    winners = disclosure.publish(records, parse_moment(product.AFTER), "print").newest.winners
    assert len(winners) >= 3
    for entry in _pdfs(built):
        if entry["piece"].startswith(NAMELESS) or UNNAMED.search(entry["path"]):
            continue
        own = [one for one in winners if re.search(rf"-{one.id}\b", entry["path"])]
        shown = own or winners
        path = built / entry["path"]
        texts = {
            "poppler": subprocess.run((pdftotext, str(path), "-"), capture_output=True, check=True).stdout.decode(),
            "pdfium": "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)),
            "mupdf": "".join(str(page.get_text()) for page in pymupdf.open(path)),
        }
        for winner in shown:
            for engine, text in texts.items():
                if "/loudspeaker/" in entry["path"]:
                    assert _squeeze(winner.name.first) in _squeeze(text), (engine, entry["path"], winner.id)
                else:
                    # Poppler goes by size, and takes the small title above a name for a line of its own.
                    apart = engine == "poppler" and entry["piece"].startswith(TITLE_APART)
                    name = winner.name.bare if apart else winner.name.full
                    # It also reads people who stand shoulder to shoulder on a banner across, line by line.
                    across = engine == "poppler" and entry["piece"] == "banner"
                    for part in (winner.name.first, winner.name.last) if across else (name,):
                        assert _squeeze(part) in _squeeze(text), (engine, entry["path"], winner.id)


def test_every_pdf_is_accessible_archival_and_thai(built: Path) -> None:
    """PDF/UA-1 for screen readers, PDF/A-2a for the archive, and the language that neither requires."""
    for entry in _pdfs(built):
        path = built / entry["path"]
        for profile in ("ua1", "2a"):
            assert faults(path, profile) == [], entry["path"]
        catalog = pymupdf.open(path)
        assert catalog.xref_get_key(catalog.pdf_catalog(), "Lang")[1] in {"th", "th-TH"}, entry["path"]
        fonts = {font[3] for page in catalog for font in page.get_fonts()}
        assert fonts
        assert all("+" in font for font in fonts), "every font is embedded as a subset"


def test_no_picture_tells_where_or_when_it_was_taken(built: Path) -> None:
    """One photo of the sample contains a location; no picture of the output may."""
    source = [path for path in (product.ROOT / "winners/2566/photos").iterdir() if b"Exif" in path.read_bytes()[:4096]]
    assert source, "the sample must hold a photo with metadata, or this test shows nothing"
    pictures = [path for path in (built / "site").rglob("*") if path.suffix in {".webp", ".jpg", ".png"}]
    assert pictures
    for path in pictures:
        if "assets/images" in path.as_posix():
            continue
        with Image.open(path) as image:
            assert not image.getexif(), path
            assert not ({"exif", "xmp", "comment", "icc_profile", "photoshop"} & set(image.info)), path
    for entry in _pdfs(built):
        document = pymupdf.open(built / entry["path"])
        for xref in {image[0] for page in document for image in page.get_images()}:
            raw = document.xref_stream_raw(xref)
            assert b"Exif" not in raw[:4096], entry["path"]
            assert b"http://ns.adobe.com/xap" not in raw, entry["path"]


def test_every_page_links_only_to_what_is_there(built: Path) -> None:
    """Relative links from every depth, so that a sub-folder of any host and a USB stick work; and anchors in pages."""
    pages = {path: path.read_text(encoding="utf-8") for path in (built / "site").rglob("*.html")}
    dead, seen = [], 0
    for path, html in pages.items():
        if path.name == "404.html":
            continue
        links = re.findall(r'(?:href|src)="([^"]*)"', html)
        links += [part.split()[0] for listed in re.findall(r'srcset="([^"]*)"', html) for part in listed.split(",")]
        for link in links:
            if re.match(r"[a-z]+:", link):
                continue
            assert not link.startswith("/"), (path, link)
            target, _, place = link.partition("#")
            there = (path.parent / target.partition("?")[0]).resolve() if target else path
            seen += bool(place)
            if not there.exists() or (place and not re.search(rf'\bid="?{re.escape(place)}[" >]', pages[there])):
                dead.append((path.name, link))
    assert seen > 10
    assert dead == []


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_both_engines_build_the_staged_folder(built: Path, tmp_path: Path, engine: str) -> None:
    """Material ends in 2570; its successor must find nothing that it cannot read, and lose no page and no word.

    Finished, the result of a plain `mkdocs build` is also what we made: our shortcuts inside the engine change nothing.
    """
    project = tmp_path / "project"
    shutil.copytree(built, project, ignore=shutil.ignore_patterns("site", "build", "cache"))
    done = subprocess.run(
        (sys.executable, "-m", engine, "build", "--strict", "-f", "tonbaep.mkdocs.yml"),
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    made = project / ".tonbaep/fresh/site"
    assert _said(made) == _said(built / "site")
    if engine == "mkdocs":
        search.write(project / ".tonbaep/staged", made)
        finishing.finish(made)
        assert product.digest(made) == product.digest(built / "site")


class _Words(HTMLParser):
    """Collects the words of a page's own part; the frame around it belongs to the engine."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's
        self._depth += tag in {"article", "main"}

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag in {"article", "main"}

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.words += data.split()


def _said(site: Path) -> dict[str, list[str]]:
    """Return the words of each page of a site, by its address."""
    said = {}
    for path in sorted(site.rglob("*.html")):
        reader = _Words()
        reader.feed(web.said(path.read_text(encoding="utf-8")))
        assert reader.words, path
        said[path.relative_to(site).as_posix()] = reader.words
    return said


def test_a_package_of_the_project_would_hold_its_fonts_and_templates(tmp_path: Path) -> None:
    """An installed package without its templates would fail on the first build."""
    made = wheel.make_wheel_in(product.ROOT / "pyproject.toml", tmp_path)
    names = zipfile.ZipFile(made.file).namelist()
    assert any(name.endswith(".ttf") for name in names)
    assert any(name.endswith(".typ") for name in names)
    assert any(name.endswith(".html.j2") for name in names)
