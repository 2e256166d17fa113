"""Pages that would come out again are taken as they stand: the site is the same as one made from nothing."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.disk.own import Own
from generator.disk.shelf import Last
from generator.site.again import Before, Finished, Standing
from tests.support import decades, product

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WINNERS, OFFICE = "winners/2566/winners.yaml", "winners/organisation.yaml"


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    changed = re.sub(old, new, text, count=1)
    assert changed != text
    file.write_text(changed, encoding="utf-8", newline="")


class _Site:
    """A last site of three pages and the folder that the next one is made from."""

    def __init__(self, folder: Path) -> None:
        self.project, self.staged, self.config = folder, folder / "staged", folder / "site.yml"
        for name, text in {"a.md": "<div>a</div>", "2566/b.md": "<div>b</div>", "about.md": "# ของเรา"}.items():
            (self.staged / name).parent.mkdir(parents=True, exist_ok=True)
            (self.staged / name).write_text(text, encoding="utf-8")
        (self.staged / "assets").mkdir()
        (self.staged / "assets/brand.css").write_text("a{}", encoding="utf-8")
        (folder / "content").mkdir()
        (folder / "content/about.md").write_text("# ของเรา", encoding="utf-8")
        self.config.write_text("site_name: a", encoding="utf-8")
        digests = {"a.html": "1", "2566/b.html": "2", "about.html": "3"}
        last = Last(folder, {f"site/{href}": digest for href, digest in digests.items()})
        self.before = Before(last, "site", folder / "pages.json", Own(folder), "theme")
        self._now().remember(self.before, {href: Finished(made, ("x.css",), ()) for href, made in digests.items()})

    def _now(self) -> Standing:
        pages = {name: (self.staged / name).read_text(encoding="utf-8") for name in ("a.md", "2566/b.md")}
        return Standing.of(replace(self.before, sources=pages), self.staged, self.config)

    @property
    def standing(self) -> set[str]:
        """The pages that are taken as they stand."""
        return {*self._now().pages}


@pytest.fixture
def site(tmp_path: Path) -> _Site:
    """Return a last site of which every page would come out again."""
    return _Site(tmp_path)


def test_pages_of_the_records_stand_and_one_that_a_person_wrote_is_made_each_time(site: _Site) -> None:
    """The engine reports a dead link on a hand-written page each time, not only in the build that first met it."""
    assert site.standing == {"a.html", "2566/b.html"}


def test_the_note_of_an_earlier_version_is_no_damage_and_its_pages_are_made(site: _Site) -> None:
    """It did not say what a page calls: it was set aside with a warning, as if a disk had failed."""
    note = json.loads(site.before.note.read_text(encoding="utf-8"))
    for page in note["pages"].values():
        del page["calls"]
    del note["seal"]
    site.before.note.write_text(json.dumps(note), encoding="utf-8")
    assert site.standing == set()
    assert json.loads(site.before.note.read_text(encoding="utf-8")) == note


def test_a_page_whose_source_has_changed_is_made_and_no_other(site: _Site) -> None:
    """Whatever else stands."""
    (site.staged / "a.md").write_text("<div>other</div>", encoding="utf-8")
    assert site.standing == {"2566/b.html"}


AROUND: dict[str, Callable[[_Site], None]] = {
    "configuration": lambda site: _edit(site.config, "a$", "b"),
    "colours": lambda site: _edit(site.staged / "assets/brand.css", "a", "b"),
    "theme": lambda site: setattr(site, "before", replace(site.before, materials="other")),
}


@pytest.mark.parametrize("what", AROUND)
def test_what_stands_around_every_page_makes_them_all_anew(site: _Site, what: str) -> None:
    """The office's telephone is in the configuration, its colours in the joined style sheet's name."""
    AROUND[what](site)
    assert site.standing == set()


def test_a_page_that_somebody_touched_or_that_is_another_build_s_is_made(site: _Site) -> None:
    """A build that was killed after it had remembered its pages left the older ones in their place."""
    site.before = replace(site.before, last=Last(site.project, {"site/a.html": "1"}))
    assert site.standing == {"a.html"}
    site.before = replace(site.before, last=Last(site.project, {"site/a.html": "another", "site/2566/b.html": "2"}))
    assert site.standing == {"2566/b.html"}


class _Parts:
    """A last site with a part of the search, and how often such a part was made since."""

    def __init__(self, site: _Site) -> None:
        self.site, self.path, self.made = site, "search/pages-2566.js", 0
        (site.project / "site/search").mkdir(parents=True)
        (site.project / "new/search").mkdir(parents=True)
        first = self.standing
        first.part(site.before, site.project / "site", self.path, ["2566/b.html"], lambda: self._make("site"))
        first.remember(site.before, {})
        digest = hashlib.sha256((site.project / "site" / self.path).read_bytes()).hexdigest()
        last = Last(site.project, {**site.before.last.digests, f"site/{self.path}": digest})
        site.before, self.made = replace(site.before, last=last), 0

    @property
    def standing(self) -> Standing:
        """What of the last site would come out again."""
        pages = {name: (self.site.staged / name).read_text(encoding="utf-8") for name in ("a.md", "2566/b.md")}
        return Standing.of(replace(self.site.before, sources=pages), self.site.staged, self.site.config)

    def _make(self, name: str) -> None:
        self.made += 1
        (self.site.project / name / self.path).write_text(f"made {self.made}", encoding="utf-8")

    def ask(self, *hrefs: str) -> int:
        """Ask for the part in a new site, of these pages, and return how often it was made."""
        self.standing.part(
            self.site.before, self.site.project / "new", self.path, list(hrefs), lambda: self._make("new")
        )
        return self.made


@pytest.fixture
def parts(site: _Site) -> _Parts:
    """Return a last site with a part of the search of one year."""
    return _Parts(site)


def test_a_part_of_the_search_stays_with_the_pages_that_are_in_it(parts: _Parts) -> None:
    """Thirty years' pages were read for a word of the newest."""
    assert parts.ask("2566/b.html") == 0
    kept, made = (parts.site.project / name / parts.path for name in ("new", "site"))
    assert kept.samefile(made)


PARTS: dict[str, Callable[[_Parts], object]] = {
    "a page says something else": lambda parts: (parts.site.staged / "2566/b.md").write_text("<div>c</div>"),
    "the theme is another": lambda parts: (parts.site.config).write_text("site_name: b"),
    "somebody touched it": lambda parts: setattr(
        parts.site, "before", replace(parts.site.before, last=Last(parts.site.project, {}))
    ),
}


@pytest.mark.parametrize("what", PARTS)
def test_a_part_of_the_search_is_made_where_anything_about_it_is_another(parts: _Parts, what: str) -> None:
    """A page that is found by words that it no longer says leads people astray."""
    PARTS[what](parts)
    assert parts.ask("2566/b.html") == 1


def test_a_part_of_the_search_with_a_page_that_a_person_wrote_is_made_each_time(parts: _Parts) -> None:
    """It is read from the finished page, and so is one that has come, or gone."""
    assert parts.ask("2566/b.html", "about.html") == 1
    assert parts.ask("a.html", "2566/b.html") == 2


@pytest.mark.parametrize(
    "note", ["", "{", "[]", '{"frame": 1, "pages": {}}', '{"frame": "x", "pages": {"a.html": {}}}']
)
def test_a_note_that_is_no_note_is_set_aside(site: _Site, note: str) -> None:
    """What the program wrote itself is not believed either."""
    site.before.note.write_text(note, encoding="utf-8")
    assert site.standing == set()
    assert site.before.own.heard()


def test_a_note_that_was_changed_by_hand_is_set_aside(site: _Site) -> None:
    """A style sheet of another name ended every later build; none at all left pages bare."""
    note = site.before.note.read_text(encoding="utf-8")
    site.before.note.write_text(note.replace("x.css", "y.css"), encoding="utf-8")
    assert site.standing == set()
    assert site.before.own.heard()


def test_without_a_last_site_everything_is_made(site: _Site) -> None:
    """A first build, and what is only looked at."""
    assert Standing.of(None, site.staged, site.config) == Standing()


def test_a_site_with_pages_that_stand_is_the_same_as_one_made_from_nothing(tmp_path: Path, builds: None) -> None:
    """After edits of the records, of finished pages and of what is on all; most pages are the very same files."""
    project = decades.office(tmp_path / "one", 2)
    decades.lean(project, site=True)
    product.done(project, "build")
    before = _inodes(project)
    _edit(project / WINNERS, "คนแก่ไม่ได้ขอ", "คนชราไม่ได้ขอ")
    _edit(project / WINNERS, "- id: saksit", "- id: saksit-t\n    formerly: [saksit]")
    _edit(project / "site/2565/programme.html", "</html>", "<!-- ของเรา --></html>")
    (project / "site/2565/criteria.html").unlink()
    product.done(project, "build")
    now = _inodes(project)
    stood = [href for href, inode in now.items() if before.get(href) == inode]
    assert len(now) > len(stood) > len(now) / 2
    assert _digest_of_one_made_from_nothing(project, tmp_path / "two") == product.digest(project / "site")


def test_what_is_on_every_page_changes_on_all_as_if_they_were_made_from_nothing(lean: Path, tmp_path: Path) -> None:
    """The office's telephone stands below each page."""
    project = product.copy_of_built(lean, tmp_path / "one")
    _edit(project / OFFICE, r"(?m)^phone: .*$", "phone: 0 7549 9999")
    product.done(project, "build")
    assert _digest_of_one_made_from_nothing(project, tmp_path / "two") == product.digest(project / "site")


def _inodes(project: Path) -> dict[str, int]:
    pages = (project / "site").rglob("*.html")
    return {page.relative_to(project / "site").as_posix(): page.stat().st_ino for page in pages}


def _digest_of_one_made_from_nothing(project: Path, folder: Path) -> str | None:
    shutil.copytree(project, folder, ignore=shutil.ignore_patterns("site", "build", ".tonbaep"))
    shutil.copytree(project / ".tonbaep/cache/photos", folder / ".tonbaep/cache/photos")
    product.done(folder, "build")
    return product.digest(folder / "site")
