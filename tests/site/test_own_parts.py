"""What the office keeps of the site itself (pages, settings, theme): each fault is told, none is an error of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.problems import ProblemsFound
from generator.site import finishing
from tests.support.publications import make_project, make_publication, make_site
from tests.support.rounds import make_round

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.problems import Problem

MAIN = "overrides/main.html"
HOSTILE = "</title><script>alert(1)</script><title>"


def _made(project: Path) -> tuple[Problem, ...]:
    """Return what keeps the site from being made, which must be something."""
    with pytest.raises(ProblemsFound) as found:
        make_site(project, make_publication(make_round(1)))
    return found.value.problems


def test_a_title_is_text_and_gets_no_leave_for_a_script(tmp_path: Path) -> None:
    """In a page's head the policy allows by its digest whatever stands there."""
    text = f"---\ntitle: '{HOSTILE}'\ndescription: '\"> {HOSTILE}'\n---\n# ติดต่อ </title><b>เรา</b>\n\nข้อความ\n"
    project = make_project(tmp_path / "project", {"contact.md": text, "plain.md": "# ก\n"})
    site = make_site(project, make_publication(make_round(1)))
    page, plain = ((site / name).read_text(encoding="utf-8") for name in ("contact.html", "plain.html"))
    assert "&lt;/title&gt;&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    (policy, usual) = (re.findall(r"script-src [^;]*", text)[0] for text in (page, plain))
    assert policy == usual
    assert HOSTILE.replace("<", "&lt;").replace(">", "&gt;")[:20] in page


def test_what_an_extension_brings_onto_a_page_is_looked_at_too(tmp_path: Path) -> None:
    """The door reads a page by itself, and knows nothing of the office's own extensions."""
    project = make_project(tmp_path / "project", {"contact.md": '# ติดต่อ\n\n--8<-- "part.txt"\n'})
    (project / "parts").mkdir()
    (project / "parts/part.txt").write_text("<script>alert(1)</script>\n", encoding="utf-8")
    settings = project / "mkdocs.yml"
    added = f"  - attr_list\n  - pymdownx.snippets:\n      base_path: {(project / 'parts').as_posix()}\n"
    settings.write_text(settings.read_text(encoding="utf-8").replace("  - attr_list\n", added), encoding="utf-8")
    (problem,) = _made(project)
    assert problem.file == "content/contact.md"
    assert "<script>" in problem.message.th


def _write(name: str, old: str, new: str) -> Callable[[Path], object]:
    def change(project: Path) -> None:
        text = (project / name).read_text(encoding="utf-8")
        assert old in text
        (project / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def _saved_as_874(name: str) -> Callable[[Path], object]:
    return lambda project: (project / name).write_bytes("# ของหน่วยงาน\n".encode("cp874"))


BROKEN: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "empty settings": (lambda project: (project / "mkdocs.yml").write_text(""), "mkdocs.yml", ""),
    "a list": (lambda project: (project / "mkdocs.yml").write_text("- a\n"), "mkdocs.yml", ""),
    "Windows-874": (_saved_as_874("mkdocs.yml"), "mkdocs.yml", "Windows-874"),
    "a tab": (_write("mkdocs.yml", "  name: material", "\tname: material"), "mkdocs.yml", "แท็บ"),
    "not closed": (_write("mkdocs.yml", "plugins: []", "plugins: ["), "mkdocs.yml", ""),
    "a key": (_write("mkdocs.yml", "plugins: []", "plugins: []\nmenu: 1"), "mkdocs.yml", "menu"),
    "a plugin": (_write("mkdocs.yml", "plugins: []", "plugins: [nowhere]"), "mkdocs.yml", "plugins"),
    "an extension": (_write("mkdocs.yml", "- attr_list", "- nowhere"), "mkdocs.yml", "markdown_extensions"),
    "a tag": (_write("mkdocs.yml", "plugins: []", "plugins: []\nx: !!python/name:a.b"), "mkdocs.yml", ""),
    "a template's syntax": (
        _write("overrides/main.html", "{% block tabs %}", "{% blok %}"),
        "overrides/main.html",
        "blok",
    ),
    "a template's names": (
        _write(MAIN, "{% block tabs %}", "{% block tabs %}{{ a.b.c }}"),
        MAIN,
        "",
    ),
    "a template's letters": (_saved_as_874("overrides/404.html"), "overrides/404.html", "Windows-874"),
    "a style's letters": (_saved_as_874("overrides/assets/fonts.css"), "overrides/assets/fonts.css", "Windows-874"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_settings_and_templates_are_told_in_a_sentence(case: str, tmp_path: Path) -> None:
    """Somebody in the office changed a colour there, years ago."""
    change, file, said = BROKEN[case]
    project = make_project(tmp_path / "project")
    change(project)
    problems = _made(project)
    assert problems[0].file == file
    assert said in problems[0].say()
    assert problems[0].fix.th


def test_a_policy_allows_only_what_stands_in_the_frame() -> None:
    """A script of the body has no digest in it."""
    page = "<script>a()</script><article><script>b()</script></article>"
    assert finishing.policy(page).count("sha256-") == 1
