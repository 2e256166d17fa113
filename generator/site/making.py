"""Tells the engine what to make of the staged folder, and a clerk what is wrong with a hand-written page."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from generator.disk import own
from generator.disk.sources import CONTENT, OVERRIDES, SETTINGS
from generator.disk.swap import PASSING, Workshop
from generator.pieces.web import host, page_frame
from generator.problems import Problem, ProblemsFound, Text
from generator.reading import settings
from generator.reading.active import about, active
from generator.reading.source import read_text
from generator.site import finishing, search, staging, theme
from generator.site.again import Standing
from generator.site.engine import SETTING, Engine, SiteFault, Unfit
from generator.site.staging import written_pages

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from generator.disclosure import Publication
    from generator.site.again import Before

CONFIG = "tonbaep.mkdocs.yml"
"""It is in the project's root, since both engines look for the `INHERIT` file beside it."""


_OF_ROUNDS = ("assets/landing.css", "assets/landing.js", "assets/recount.js")
"""What the theme has for pages that only an office's own site has."""


class Frame(NamedTuple):
    """A site that is no office's own: its name, its address or "", what it is about, what the theme shows around it."""

    name: str
    address: str
    about: str
    shown: dict[str, Any]


def config(project: Path, publication: Publication, staged: Path, out: Path, early: str = "") -> Path:
    """Write the derived configuration into the project's root and return its path.

    That of a site which is only looked at has a name of its own and does not stay.
    `early` is the moment that pages are made for if it has not come yet; then each page says so.
    """
    office = publication.organisation
    menu = page_frame.menu(publication)
    written = [{"title": page.title, "href": page.href} for page in written_pages(project)]
    shown = {**page_frame.site(publication), "menu": menu, "written": written, "early": early}
    about = f"{publication.newest.programme.award_name} ของ{office.name}"
    path = project / (CONFIG if staged == Workshop(project).staged else PASSING)
    _write(path, Frame(office.name, office.site, about, shown), staged, out)
    return path


def _write(path: Path, frame: Frame, staged: Path, out: Path) -> None:
    """Write the configuration of a site into the root of a project."""
    import yaml  # `tonbaep --help` does without

    project = path.parent
    menu = (*frame.shown["menu"], *frame.shown["written"])
    values: dict[str, Any] = {
        "INHERIT": _relative(theme.settings(project), project),
        "site_name": frame.name,
        "site_url": f"{frame.address}/" if frame.address else "",
        "site_description": frame.about,
        "docs_dir": _relative(staged, project),
        "site_dir": _relative(out, project),
        "exclude_docs": f"!{host.APACHE}",  # the engine leaves out what begins with a dot
        "nav": [{item["title"]: item["href"].removesuffix(".html") + ".md"} for item in menu],
        "extra": {"tonbaep": frame.shown},
    }
    custom = theme.custom(project, staged.with_name("theme"))
    if custom != project / OVERRIDES:
        values["theme"] = {"custom_dir": _relative(custom, project)}
    if own.not_a_file(path):
        own.moved_aside(path)  # a link would be written through, into somebody's file
    path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8", newline="\n")


def make_framed(
    project: Path, frame: Frame, staged: Path, out: Path, apart: Mapping[str, search.Part], engine: Engine | None = None
) -> None:
    """Make a site of many offices out of a staged folder; of the pages `apart` the search has a part of its own each.

    Raises what `build` raises.
    """
    path = project / CONFIG
    _write(path, frame, staged, out)
    build(path, engine)
    for unused in _OF_ROUNDS:
        (out / unused).unlink(missing_ok=True)
    search.write_apart(staged, out, apart)
    finishing.finish(out)


def make(
    project: Path,
    publication: Publication,
    staged: Path,
    out: Path,
    engine: Engine | None = None,
    before: Before | None = None,
    *,
    early: str = "",
) -> None:
    """Make the whole site `out` of a staged folder: the engine's pages, their search index, their policy.

    Pages of the site `before` that would come out again are taken as they stand. Raises what `build` raises.
    """
    _refuse_endless(project)
    settings_of_site = config(project, publication, staged, out, early)
    standing = Standing.of(before, staged, settings_of_site)
    try:
        build(settings_of_site, engine, standing.unmade)
    finally:
        if settings_of_site.name == PASSING:
            settings_of_site.unlink()
    standing.put(before, out)
    _refuse_active(project, out)
    search.write(staged, out, partial(standing.part, before, out))
    standing.remember(before, finishing.finish(out, standing.pages, _places(publication)))


def _places(publication: Publication) -> tuple[str, ...]:
    """Return where the office is, longest first."""
    office = publication.organisation
    names = {office.people, office.address.subdistrict, office.address.district, office.address.province}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


_BODY = re.compile(r"<article\b[^>]*\bid=\"?__skip\b[^>]*>(.*)</article>", re.DOTALL)


def _refuse_active(project: Path, out: Path) -> None:
    """Raise `ProblemsFound` for what runs on a hand-written page though it does not stand in it.

    An extension of Markdown in the office's own settings may bring it there, out of another file for example.
    """
    root = project / CONTENT
    problems = []
    for file in sorted(root.rglob("*.md")):
        path = file.relative_to(root)
        made = out / path.with_suffix(".html")
        body = _BODY.search(made.read_text(encoding="utf-8")) if made.is_file() else None
        found = sorted(active(body[1])) if body else []
        problems += [Problem(f"{CONTENT}/{path.as_posix()}", 0, 0, "", *about(each)) for each in found]
    if problems:
        raise ProblemsFound(problems)


def _refuse_endless(project: Path) -> None:
    """Raise `ProblemsFound` for pipes and devices in the theme: whoever copies one may never come to its end."""
    own_theme = (project / SETTINGS, *(project / OVERRIDES).rglob("*"))
    endless = [path for path in own_theme if path.exists() and not path.is_file() and not path.is_dir()]
    if endless:
        raise ProblemsFound(
            Problem(path.relative_to(project).as_posix(), 0, 0, "", *staging.NO_FILE) for path in sorted(endless)
        )


def _relative(folder: Path, project: Path) -> str:
    inside = folder.is_relative_to(project)
    return folder.relative_to(project).as_posix() if inside else folder.as_posix()


def build(path: Path, engine: Engine | None = None, unmade: Collection[str] = ()) -> None:
    """Build the site that a configuration describes, with an engine that is warm or with a new one.

    The pages of the sources `unmade` are left out.

    Raises `ProblemsFound` for mistakes in a hand-written page, such as a dead link, and `SiteFault` for any other
    complaint of the engine.
    """
    if engine is None:
        with Engine() as fresh:
            build(path, fresh, unmade)
        return
    own = path.parent / SETTINGS
    unread = [*(settings.problems(own) if own.is_file() else []), *settings.theme_problems(path.parent)]
    if unread:
        raise ProblemsFound(unread)
    try:
        complaints = engine.make(path, unmade)
    except Unfit as unfit:
        raise ProblemsFound([_broken(unfit)] if unfit.file else settings.refused(own, unfit.keys)) from unfit
    odd = [found[1] for complaint in complaints if (found := SETTING.match(complaint))]
    if odd:
        raise ProblemsFound(settings.refused(own, odd))
    if complaints:
        _raise(complaints, path.parent)


def _broken(unfit: Unfit) -> Problem:
    return Problem(
        unfit.file,
        unfit.line,
        1 if unfit.line else 0,
        "",
        Text(f"แม่แบบหน้าเว็บนี้ใช้ไม่ได้ ({unfit.said})", f"this template of the site cannot be used ({unfit.said})"),
        Text(
            "แก้บรรทัดนี้ หรือคัดลอกไฟล์นี้จากชุดที่ดาวน์โหลดมาวางทับ",
            "fix this line, or copy the file from the program as it was downloaded",
        ),
    )


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
    text = read_text(project / CONTENT / page, page)
    lines = text.splitlines() if isinstance(text, str) else []
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
