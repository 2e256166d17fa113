"""Runs MkDocs over a staged folder in this process, quietly, the same on every day; alone in importing it."""

from __future__ import annotations

import logging
import os
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from generator.pieces import page_frame
from generator.press import templates
from generator.problems import Problem, ProblemsFound, Text
from generator.site.staging import CONTENT, written_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.public import Publication

CONFIG = "tonbaep.mkdocs.yml"
"""Lies in the project's root: both engines look for `INHERIT` beside it."""

EPOCH = "1672531200"
"""Seconds since 1970 that stand for "the day of building" wherever an engine insists on one (1 January 2566)."""


class SiteFault(Exception):  # noqa: N818 - names what the engine said, not an error of its caller
    """The engine complained about a page that no person wrote by hand: our bug."""


def config(project: Path, publication: Publication, staged: Path, out: Path) -> Path:
    """Write the derived configuration into the project's root and return its path."""
    import yaml  # noqa: PLC0415 - `tonbaep --help` does without

    office = publication.organisation
    menu = page_frame.menu(publication)
    written = [{"title": page.title, "href": page.href} for page in written_pages(project)]
    values = {
        "INHERIT": "mkdocs.yml",
        "site_name": office.name,
        "site_url": f"{office.site}/",
        "docs_dir": _relative(staged, project),
        "site_dir": _relative(out, project),
        "nav": [{item["title"]: item["href"].removesuffix(".html") + ".md"} for item in (*menu, *written)],
        "extra": {"tonbaep": {**page_frame.site(publication), "menu": menu, "written": written}},
    }
    path = project / CONFIG
    path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8", newline="\n")
    return path


def _relative(folder: Path, project: Path) -> str:
    inside = folder.is_relative_to(project)
    return folder.relative_to(project).as_posix() if inside else folder.as_posix()


def warm_up() -> None:
    """Load the engine ahead of time, while other threads press sheets outside the interpreter."""
    with _quiet():
        import mkdocs.commands.build  # noqa: PLC0415
        import mkdocs.config  # noqa: F401, PLC0415


def build(path: Path) -> None:
    """Build the site that a configuration describes.

    Raises `ProblemsFound` for what is wrong in a hand-written page (a link to nowhere, say) and `SiteFault` for any
    other complaint of the engine.
    """
    with _quiet() as complaints, _epoch():
        from mkdocs.commands.build import build as make  # noqa: PLC0415 - 130 ms that only a build of the site spends
        from mkdocs.config import load_config  # noqa: PLC0415

        settings: Any = load_config(config_file=str(path), strict=False)
        settings.theme.get_env = _quickly(settings.theme.get_env)
        settings.plugins.on_startup(command="build", dirty=False)
        try:
            make(settings)
        finally:
            settings.plugins.on_shutdown()
    if complaints:
        _raise(complaints, path.parent)


def _quickly(get_env: Callable[[], Any]) -> Callable[[], Any]:
    """Give the theme's templates a place where they stay compiled, and keep its thousands of icons out of the search.

    The engine asks for every file of the theme and then drops those below a hidden folder, where the icons are; they
    are still found by name. What is made is the same, in two thirds of the time.
    """

    def environment() -> Any:  # noqa: ANN401 - jinja2's, by way of the engine
        env = get_env()
        env.bytecode_cache = templates.bytecode()
        folders = env.loader.searchpath
        env.loader.list_templates = lambda: sorted(
            {path.relative_to(folder).as_posix() for folder in map(Path, folders) for path in _seen(folder)}
        )
        return env

    return environment


def _seen(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder that are in no hidden one."""
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _seen(path)
        else:
            yield path


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


class _Complaints(logging.Handler):
    """Keeps what the engine warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def _quiet() -> Iterator[list[str]]:
    """Collect warnings instead of printing them; the end-of-life notice of the theme is no news to a clerk."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    logger, complaints = logging.getLogger("mkdocs"), _Complaints()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(complaints)
    try:
        yield complaints.said
    finally:
        logger.removeHandler(complaints)
        logger.propagate = propagate


@contextmanager
def _epoch() -> Iterator[None]:
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
