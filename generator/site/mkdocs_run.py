"""The engine's own process: loads MkDocs while records are read elsewhere, then makes one site; alone in importing it.

It is given the path of a configuration, and the folder of compiled templates, in one line of JSON, and answers in one:
what MkDocs complained of, or how it failed. When its starter is gone, however suddenly, it ends at once, so that it
never writes into a later build's folders.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import re
import signal
import sys
import traceback
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from generator.press import templates
from generator.site import finishing
from generator.site.engine import SETTING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page


def main() -> None:
    """Serve one order from standard input."""
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the starter decides
    answers, sys.stdout = sys.stdout, sys.stderr
    complaints = _Complaints()
    logger = logging.getLogger("mkdocs")
    logger.propagate = False
    logger.addHandler(complaints)
    import mkdocs.commands.build  # the point of it all: loading takes longer than making
    import mkdocs.config  # noqa: F401

    order = sys.stdin.readline()
    if not order:
        return
    Thread(target=_end_with_starter, daemon=True).start()
    asked = json.loads(order)
    try:
        _make(**asked)
        answer: dict[str, Any] = {"complaints": complaints.said}
    except _Unusable:
        answer = {"unfit": {"keys": [found[1] for said in complaints.said if (found := SETTING.match(said))]}}
    except Exception as fault:  # noqa: BLE001 - passed on to the only process that can act on it
        answer = _failed(fault, Path(asked["config"]).parent)
    answers.write(f"{json.dumps(answer)}\n")
    answers.flush()
    os._exit(0)  # an orderly end would wait for the thread that waits for the starter's


class _Unusable(Exception):
    """The engine does not take the settings."""


def _failed(fault: Exception, project: Path) -> dict[str, Any]:
    unfit = _in_theme(fault, project)
    if unfit:
        return {"unfit": unfit}
    if isinstance(fault, OSError):
        return {"errno": fault.errno, "said": fault.strerror or str(fault), "file": str(fault.filename or "")}
    return {"fault": traceback.format_exc()}


def _in_theme(fault: Exception, project: Path) -> dict[str, Any] | None:
    """Return where a template of the project's own theme fails, if one does."""
    frames = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(fault.__traceback__)]
    if getattr(fault, "lineno", None) and getattr(fault, "filename", None):  # its syntax
        frames.append((str(getattr(fault, "filename", "")), int(getattr(fault, "lineno", 0))))
    for name, line in reversed(frames):
        file = Path(name)
        if file.suffix in TEMPLATES and file.is_relative_to(project) and file.is_file():
            said = f"{type(fault).__name__}: {fault}"
            return {"keys": [], "file": file.relative_to(project).as_posix(), "line": line, "said": said}
    return None


TEMPLATES = (".html", ".xml")


def _end_with_starter() -> None:
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)


def _make(config: str, compiled: str | None, unmade: list[str]) -> None:
    from mkdocs.commands import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

    pages = _Pages(unmade)
    Page.read_source = pages.reading(Page.read_source)
    Page.render = pages.rendering(Page.render)
    build._build_page = pages.writing(build._build_page)  # noqa: SLF001 - the engine has no other way
    try:
        settings: Any = load_config(config_file=config, strict=False)
    except (MkDocsException, OSError, ValueError) as fault:
        raise _Unusable from fault
    File.copy_file = _linking(File.copy_file, settings.docs_dir)
    settings.theme.get_env = _quickly(settings.theme.get_env, Path(compiled) if compiled else None)
    settings.plugins.on_startup(command="build", dirty=False)
    try:
        build.build(settings)
    finally:
        settings.plugins.on_shutdown()


def _quickly(get_env: Callable[[], Any], compiled: Path | None) -> Callable[[], Any]:
    """Keep the theme's templates compiled, and let the engine list only the files that it is to copy.

    The engine asks for every file of the theme and then drops those below a hidden folder, where thousands of icons
    are; they are still found by name. Files that a finished site has no use for are not copied only to be deleted.
    """

    def environment() -> jinja2.Environment:
        env: jinja2.Environment = get_env()
        loader: Any = env.loader
        env.bytecode_cache = templates.bytecode(compiled)
        folders = loader.searchpath
        loader.list_templates = lambda: sorted(
            path
            for path in {file.relative_to(folder).as_posix() for folder in map(Path, folders) for file in _seen(folder)}
            if not finishing.is_unused(path)
        )
        return env

    return environment


def _linking(copy: Callable[..., None], staged: str) -> Callable[..., None]:
    """Let staged photos and sheets stand in the site under a second name, where the disk has such; others are copied.

    Whoever stages anew takes the old name away first, so a finished site keeps what it has.
    """

    def linked(file: File, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - the engine's own form
        source, place = file.abs_src_path, Path(file.abs_dest_path)
        if file.src_dir == staged and source is not None:
            place.parent.mkdir(parents=True, exist_ok=True)
            with suppress(OSError):
                os.link(source, place)
                return
        copy(file, dirty)

    return linked


_IDS = re.compile(r'\sid="([^"]+)"')


def _front(file: File) -> dict[str, Any] | None:
    """Return the front matter of a page from the records, a value in JSON on each line; None if it is another."""
    found: dict[str, Any] = {}
    with suppress(ValueError), Path(file.abs_src_path or "").open(encoding="utf-8") as lines:
        if next(lines, "") == _FENCE:
            for line in lines:
                if line == _FENCE:
                    return found
                key, _, value = line.partition(":")
                found[key] = json.loads(value)
    return None


_FENCE = "---\n"


class _Anchors:
    """The places within a page that links may lead to; they are looked for when the first link asks."""

    def __init__(self, file: File) -> None:
        self._file = file

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(_IDS.findall(self._file.content_string))

    def __contains__(self, anchor: str) -> bool:
        return anchor in self._ids


class _Pages:
    """How the engine treats pages: those that stand already are not written, and one at a time is in memory."""

    def __init__(self, unmade: Collection[str]) -> None:
        self._unmade, self._raw = frozenset(unmade), set[str]()

    def reading(self, read: Callable[..., None]) -> Callable[..., None]:
        """Let the engine read no more of a page that stands than what the map of the site asks of it."""

        def known(page: Page, config: MkDocsConfig) -> None:
            front = _front(page.file) if page.file.src_uri in self._unmade else None
            if front is None:
                read(page, config)
            else:
                page.markdown, page.meta = "", front

        return known

    def rendering(self, render: Callable[..., None]) -> Callable[..., None]:
        """Let pages that are one raw block skip Markdown, which would read it twice and change no letter of it.

        What they say is read again when they are written.
        """
        from mkdocs.structure.toc import get_toc

        def quickly(page: Page, config: MkDocsConfig, files: Files) -> None:
            text = (page.markdown or "").strip()
            if page.file.src_uri not in self._unmade:
                if not (text.startswith("<div") and text.endswith("</div>")) or "\n\n" in text:
                    render(page, config, files)
                    return
                self._raw.add(page.file.src_uri)
            page.markdown, page.content, page.toc = "", "", get_toc([])
            page.present_anchor_ids = _Anchors(page.file)
            page.links_to_anchors = {}

        return quickly

    def writing(self, write: Callable[..., None]) -> Callable[..., None]:
        """Let the engine write a page once, and forget what it says."""

        def written(page: Page, config: MkDocsConfig, *args: object, **named: object) -> None:
            if page.file.src_uri in self._unmade:
                return
            if page.file.src_uri in self._raw:
                page.read_source(config)
                page.content = page.markdown.strip()
            write(page, config, *args, **named)
            page.markdown, page.content = "", ""

        return written


def _seen(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, without those in hidden folders."""
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _seen(path)
        else:
            yield path


class _Complaints(logging.Handler):
    """Keeps what the engine warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


if __name__ == "__main__":
    main()
