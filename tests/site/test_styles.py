"""Joined style sheets: a page loads one file, and the sheets that it was joined from are not published as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.site.names import Names
from generator.site.styles import Styles

if TYPE_CHECKING:
    from pathlib import Path

HEAD = (
    '<link rel="stylesheet" href="{up}assets/styles/base.css">\n<link rel="stylesheet" href="{up}assets/fonts.css">\n'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site: a page below and a page above, two sheets that both load, and one that a script names."""
    for path, text in {
        "index.html": HEAD.format(up=""),
        "2566/index.html": HEAD.format(up="../"),
        "assets/styles/base.css": "a { color: red }",
        "assets/fonts.css": "@font-face { src: url(fonts/a.woff2) }",
        "assets/dark.css": "b { color: blue }",
        "assets/late.js": "load('dark.css')",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def _finished(site: Path) -> set[str]:
    """Join the sheets of every page, clear, and return the style sheets that are left."""
    names = Names(site)
    styles = Styles(site, names)
    for page in site.rglob("*.html"):
        folder = page.parent.relative_to(site).as_posix().removeprefix(".")
        page.write_text(styles.joined(page.read_text(encoding="utf-8"), folder)[0], encoding="utf-8")
    names.clear(styles.parts, {})
    return {path.relative_to(site).as_posix() for path in site.rglob("*.css")}


def test_sheets_that_are_joined_and_that_nothing_names_are_gone(site: Path) -> None:
    """An office uploads the site over a slow line: a file that no page loads is time for nothing."""
    left = _finished(site)
    joined = left - {"assets/dark.css"}
    assert len(joined) == 1
    assert not (site / "assets/styles").exists()
    for page in site.rglob("*.html"):
        assert next(iter(joined)) in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("about.html", '<a href="assets/styles/base.css">'),
        ("assets/late.js", "load('/assets/styles/base.css?2')"),
        ("assets/dark.css", "@import url(styles/base.css);"),
    ],
)
def test_a_sheet_that_is_still_named_stays(site: Path, file: str, text: str) -> None:
    """A page of the office's own, a script or another sheet may load it by itself."""
    (site / file).write_text(text, encoding="utf-8")
    left = _finished(site)
    assert "assets/styles/base.css" in left
    assert "assets/fonts.css" not in left


def test_a_folder_that_holds_something_else_stays(site: Path) -> None:
    """Only what was joined is removed."""
    (site / "assets/styles/leaf.svg").write_text("<svg/>", encoding="utf-8")
    _finished(site)
    assert [path.name for path in (site / "assets/styles").iterdir()] == ["leaf.svg"]
