"""Tells the engine what to make of the staged folder, and a clerk what is wrong with a hand-written page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from generator.disk import own
from generator.pieces.web import page_frame
from generator.problems import Problem, ProblemsFound, Text
from generator.site import finishing, search, staging, theme
from generator.site.engine import Engine, SiteFault
from generator.site.staging import written_pages
from generator.site.theme import CONTENT

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disclosure import Publication

CONFIG = "tonbaep.mkdocs.yml"
"""It is in the project's root, since both engines look for the `INHERIT` file beside it."""


def config(project: Path, publication: Publication, staged: Path, out: Path, early: str = "") -> Path:
    """Write the derived configuration into the project's root and return its path.

    `early` is the moment that pages are made for if it has not come yet; then each page says so.
    """
    import yaml  # `tonbaep --help` does without

    office = publication.organisation
    menu = page_frame.menu(publication)
    written = [{"title": page.title, "href": page.href} for page in written_pages(project)]
    values: dict[str, Any] = {
        "INHERIT": _relative(theme.settings(project), project),
        "site_name": office.name,
        "site_url": f"{office.site}/",
        "site_description": f"{publication.newest.programme.award_name} ของ{office.name}",
        "docs_dir": _relative(staged, project),
        "site_dir": _relative(out, project),
        "nav": [{item["title"]: item["href"].removesuffix(".html") + ".md"} for item in (*menu, *written)],
        "extra": {"tonbaep": {**page_frame.site(publication), "menu": menu, "written": written, "early": early}},
    }
    custom = theme.custom(project, staged.with_name("theme"))
    if custom != project / theme.OVERRIDES:
        values["theme"] = {"custom_dir": _relative(custom, project)}
    path = project / CONFIG
    if own.not_a_file(path):
        own.moved_aside(path)  # a link would be written through, into somebody's file
    path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8", newline="\n")
    return path


def make(
    project: Path, publication: Publication, staged: Path, out: Path, engine: Engine | None = None, *, early: str = ""
) -> None:
    """Make the whole site `out` of a staged folder: the engine's pages, their search index, their policy.

    Raises what `build` raises.
    """
    _refuse_endless(project)
    build(config(project, publication, staged, out, early), engine)
    search.write(staged, out)
    finishing.finish(out)


def _refuse_endless(project: Path) -> None:
    """Raise `ProblemsFound` for pipes and devices in the theme: whoever copies one may never come to its end."""
    own_theme = (project / theme.SETTINGS, *(project / theme.OVERRIDES).rglob("*"))
    endless = [path for path in own_theme if path.exists() and not path.is_file() and not path.is_dir()]
    if endless:
        raise ProblemsFound(
            Problem(path.relative_to(project).as_posix(), 0, 0, "", *staging.NO_FILE) for path in sorted(endless)
        )


def _relative(folder: Path, project: Path) -> str:
    inside = folder.is_relative_to(project)
    return folder.relative_to(project).as_posix() if inside else folder.as_posix()


def build(path: Path, engine: Engine | None = None) -> None:
    """Build the site that a configuration describes, with an engine that is warm or with a new one.

    Raises `ProblemsFound` for mistakes in a hand-written page, such as a dead link, and `SiteFault` for any other
    complaint of the engine.
    """
    if engine is None:
        with Engine() as fresh:
            build(path, fresh)
        return
    complaints = engine.make(path)
    if complaints:
        _raise(complaints, path.parent)


_PAGE_OF_COMPLAINT = re.compile(r"Doc file '([^']+)' contains (?:a|an \w+) link '([^']*)'")


def _raise(complaints: list[str], project: Path) -> None:
    problems = []
    for complaint in complaints:
        found = _PAGE_OF_COMPLAINT.match(complaint)
        if found is None or not (project / CONTENT / found[1]).is_file():
            raise SiteFault("\n".join(complaints))
        problems.append(_dead_link(project, found[1], unquote(found[2])))
    raise ProblemsFound(problems)


def _dead_link(project: Path, page: str, target: str) -> Problem:
    lines = (project / CONTENT / page).read_text(encoding="utf-8-sig").splitlines()
    line, column = next(
        ((number, text.index(target) + 1) for number, text in enumerate(lines, 1) if target in text), (0, 0)
    )
    return Problem(
        f"{CONTENT}/{page}",
        line,
        column,
        "",
        Text(f"ลิงก์ไปยัง “{target}” ซึ่งไม่มีในเว็บไซต์", f"links to “{target}”, which is not on the site"),
        Text("ตรวจตัวสะกดของชื่อไฟล์ในวงเล็บ", "check the spelling of the file name in brackets"),
    )
