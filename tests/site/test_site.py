"""The finished site: staged from an allow list, the same in both engines and on every day."""

from __future__ import annotations

import gzip
import hashlib
import html
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.model import Colours
from generator.palette import contrast
from generator.problems import ProblemsFound
from generator.site import brand
from generator.site import making as site
from generator.site.engine import SiteFault
from generator.site.staging import fill, stage
from tests.support.publications import before_the_result, make_project, make_publication, make_site, pages, photographs
from tests.support.rounds import make_organisation, make_programme, make_round

if TYPE_CHECKING:
    from collections.abc import Iterator

CANARY = "คีรีขันธ์พิสูจน์"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose site is built; tests only read it."""
    folder = make_project(tmp_path_factory.mktemp("project"))
    make_site(folder, make_publication())
    return folder


def _digests(folder: Path) -> dict[str, str]:
    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert len(found) > 30
    return found


def _html(folder: Path) -> Iterator[tuple[Path, str]]:
    found = sorted(folder.rglob("*.html"))
    assert len(found) > 10
    for path in found:
        yield path, path.read_text(encoding="utf-8")


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_both_engines_make_the_same_pages_without_a_complaint(engine: str, project: Path, tmp_path: Path) -> None:
    """Material ends its life in 2570; the site must not end with it."""
    folder = make_project(tmp_path / "project")
    staged = folder / ".tonbaep" / "staged"
    publication = make_publication()
    stage(folder, publication, pages(publication, folder), {}, staged, photographs(folder))
    config = site.config(folder, publication, staged, folder / "site")
    run = subprocess.run(
        (Path(sys.executable).with_name(engine), "build", "--strict", "-f", config.name),
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    there = {path.relative_to(project / "site").as_posix() for path, _ in _html(project / "site")}
    assert {path.relative_to(folder / "site").as_posix() for path, _ in _html(folder / "site")} == there


def test_the_same_bytes_on_any_day(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed file must be a changed fact, in the sitemap and the search index too."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    other = make_project(tmp_path / "other")
    make_site(other, make_publication())
    assert _digests(other / "site") == _digests(project / "site")
    assert os.environ["SOURCE_DATE_EPOCH"] == "1900000000"


def test_every_link_leads_somewhere_within_the_site(project: Path) -> None:
    """Relative, so that the site opens from any folder and from a disk; no other host but in the office's own links."""
    folder = project / "site"
    seen = 0
    for page, text in _html(folder):
        if page.name == "404.html":  # its links are absolute, since it is shown at any address
            continue
        for target in re.findall(r'(?:href|src)="([^"#]+)[^"]*"', text):
            if re.match(r"(https?|tel):", target):
                continue
            seen += 1
            assert not target.startswith("/"), (page, target)
            assert (page.parent / html.unescape(target)).resolve().exists(), (page, target)
    assert seen > 200


def test_the_sitemap_names_pages_but_no_landing_page_and_no_day(project: Path) -> None:
    """Only a code should lead to a landing page; a date would change every day."""
    raw = (project / "site" / "sitemap.xml").read_text(encoding="utf-8")
    names = [one.text for one in ET.fromstring(raw).iter() if one.tag.endswith("loc")]
    assert "https://khuanmao.example.go.th/2566/results.html" in names
    assert not [name for name in names if name and "/s/" in name]
    assert "lastmod" not in raw


@pytest.mark.parametrize("sample", [True, False])
def test_a_sample_is_marked_and_kept_out_of_search_engines(sample: bool, tmp_path: Path) -> None:
    """Nobody may take made-up winners for real ones, here or in a search engine; real ones should be found."""
    award_round = make_round(
        organisation=replace(make_organisation(), sample=sample), programme=replace(make_programme(), sample=sample)
    )
    folder = make_site(make_project(tmp_path / "project"), make_publication(award_round))
    for page, text in _html(folder):
        assert ('class="tb-sample"' in text) == sample, page
        assert ('content="noindex"' in text) == (sample or page.parent.name == "s"), page


def test_nothing_of_a_coming_result_is_on_the_site(tmp_path: Path) -> None:
    """A search index contains what no link leads to."""
    folder = make_site(make_project(tmp_path / "project"), make_publication(before_the_result("judging")))
    index = (folder / "search" / "pages.js").read_text("utf-8")
    assert "เกณฑ์" in index
    packed = gzip.decompress((folder / "sitemap.xml.gz").read_bytes()).decode()
    everything = [index, packed, *(path.as_posix() for path in folder.rglob("*")), *(text for _, text in _html(folder))]
    for trace in ("winner-", "ปิยะนุช", "ตัวอย่างดี", "91.62"):
        assert not [text for text in everything if trace in text], trace


def test_only_listed_files_come_onto_the_site(tmp_path: Path) -> None:
    """MkDocs copies everything in its folder: a spreadsheet of scores beside a page must not be published."""
    project = make_project(tmp_path / "project", {"contact.md": "# ติดต่อ", "scores.csv": CANARY, ".hidden.md": CANARY})
    folder = make_site(project, make_publication())
    assert (folder / "contact.html").is_file()
    assert not [path for path in folder.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]


def test_a_hand_written_page_cannot_take_the_place_of_a_generated_one(tmp_path: Path) -> None:
    """The clerk gets a message, since one of the two would be lost."""
    project = make_project(tmp_path / "project", {"privacy.md": "# ของฉัน"})
    with pytest.raises(ProblemsFound, match=r"content/privacy\.md"):
        make_site(project, make_publication())


def test_a_link_out_of_content_is_refused(tmp_path: Path) -> None:
    """A link could put any file of the computer onto the site."""
    project = make_project(tmp_path / "project")
    (tmp_path / "secret.md").write_text(CANARY, encoding="utf-8")
    try:
        (project / "content" / "secret.md").symlink_to(tmp_path / "secret.md")
    except OSError:
        pytest.skip("this account may not make links")
    with pytest.raises(ProblemsFound, match=r"content/secret\.md"):
        make_site(project, make_publication())


def test_a_picture_on_a_hand_written_page_loses_its_place_and_its_bulk(tmp_path: Path) -> None:
    """The clerk's photo of the counter says where and when it was taken, and has twelve megapixels."""
    project = make_project(tmp_path / "project", {"contact.md": "# ติดต่อ\n\n![หน้าเคาน์เตอร์](counter.jpg)\n"})
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    photo = project / "content" / "counter.jpg"
    Image.new("RGB", (3000, 2000), "teal").save(photo, exif=exif, comment=b"secret note")
    assert b"secret place" in photo.read_bytes()
    shown = make_site(project, make_publication()) / "counter.jpg"
    assert b"secret" not in shown.read_bytes()
    with Image.open(shown) as image:
        assert image.size == (1600, 1067)


def test_a_picture_that_is_none_is_told_and_nothing_is_made(tmp_path: Path) -> None:
    """A Word file renamed to .jpg would be a broken picture on the site for months."""
    project = make_project(tmp_path / "project", {"contact.md": "# ติดต่อ\n", "scan.png": "PK\x03\x04"})
    with pytest.raises(ProblemsFound, match=r"content/scan\.png"):
        make_site(project, make_publication())
    assert not (project / "site").exists()


def test_a_dead_link_in_a_hand_written_page_is_told_with_its_line(tmp_path: Path) -> None:
    """The clerk who mistyped it can fix it; the engine's own message would not help."""
    project = make_project(tmp_path / "project", {"contact.md": "# ติดต่อ\n\nดู[ที่นี่](nowhere.md)\n"})
    with pytest.raises(ProblemsFound) as found:
        make_site(project, make_publication())
    (problem,) = found.value.problems
    assert (problem.file, problem.line, problem.column) == ("content/contact.md", 3, 12)
    assert "nowhere.md" in problem.message.th


def test_a_complaint_about_a_generated_page_is_our_bug(tmp_path: Path) -> None:
    """It must not be blamed on the clerk, and not be swallowed."""
    project = make_project(tmp_path / "project")
    publication, staged = make_publication(), project / ".tonbaep" / "staged"
    made = {**pages(publication, project), "extra.md": b"[x](nowhere.md)\n"}
    stage(project, publication, made, {}, staged, photographs(project))
    with pytest.raises(SiteFault, match=r"extra\.md"):
        site.build(site.config(project, publication, staged, project / "site"))


HEX = st.tuples(*[st.integers(0, 255)] * 3).map(lambda parts: "#{:02x}{:02x}{:02x}".format(*parts))


@settings(deadline=None, max_examples=60)
@given(HEX, HEX)
def test_coloured_text_is_legible_for_any_pair_of_colours(primary: str, accent: str) -> None:
    """WCAG asks for 4.5:1; an office may choose its colours, but not make its pages illegible."""
    day, night, *_ = brand.style_sheet(make_organisation(colours=Colours(primary, accent))).splitlines()
    for scheme in (day, day + night):
        colours = dict(re.findall(r"--tb-([\w-]+):(#\w{6})", scheme))
        for ink, ground in (
            ("ink", "paper"),
            ("ink", "card"),
            ("quiet", "paper"),
            ("quiet", "card"),
            ("ink", "brand-wash"),
            ("quiet", "brand-wash"),
            ("brand-ink", "paper"),
            ("brand-ink", "card"),
            ("brand-ink", "brand-wash"),
            ("accent-ink", "paper"),
            ("accent-ink", "card"),
            ("accent-ink", "accent-wash"),
            ("accent-ink", "brand-wash"),
            ("on-brand", "brand"),
            ("brand-accent", "brand"),
            ("on-deep", "brand-deep"),
            ("on-deep-ink", "brand-deep"),
            ("lit", "brand-deep"),
            ("lit-beside", "brand-deep"),
            ("on-lit", "lit"),
        ):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    night_colours = dict(re.findall(r"--tb-([\w-]+):(#\w{6})", night))
    assert contrast(night_colours["brand-wash"], night_colours["paper"]) >= 1.25
    assert min(contrast(night_colours[each], night_colours["paper"]) for each in ("brand-deep", "line")) >= 1.8


def test_a_staged_folder_ends_as_it_is_asked_for_whatever_stood_in_it(tmp_path: Path) -> None:
    """What is the same stays; a link, a folder in the way, something old and another name of a finished file do not."""
    folder, outside = tmp_path / "staged", tmp_path / "outside"
    outside.mkdir()
    (outside / "theirs.md").write_text("theirs", encoding="utf-8")
    files = {"index.md": b"one", "2566/a.md": b"two", "assets/b.css": b"three", "linked/c.md": b"four", "d.md": b"five"}
    fill(folder, files)
    before = (folder / "index.md").stat().st_ino
    (folder / "2565").mkdir()
    (folder / "2565/old.md").write_text("old", encoding="utf-8")
    (folder / "2566/a.md").unlink()
    (folder / "2566/a.md").mkdir()
    (folder / "2566/a.md/in-the-way.md").touch()
    (folder / "linked/c.md").unlink()
    (folder / "linked").rmdir()
    (folder / "linked").symlink_to(outside)
    finished = tmp_path / "finished.css"
    os.link(folder / "assets/b.css", finished)
    (folder / "d.md").unlink()
    os.mkfifo(folder / "d.md")
    fill(folder, {**files, "assets/b.css": b"new"})
    there = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert there == {**files, "assets/b.css": b"new"}
    assert (folder / "index.md").stat().st_ino == before
    assert not (folder / "2565").exists()
    assert not (folder / "linked").is_symlink()
    assert finished.read_bytes() == b"three"
    assert [path.name for path in outside.iterdir()] == ["theirs.md"]
