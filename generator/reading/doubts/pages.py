"""Opens the pages that the office writes by hand, for the doubts about texts; judges none, and mends none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.reading.doubts.written import About
from generator.reading.source import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from generator.reading.doubts.written import Office, Remark

CONTENT = "content"
_PAGE = ".md"
_MOST = 200
"""Pages that are looked through; nobody writes more by hand."""


def written(project: Path) -> Iterator[tuple[str, str]]:
    """Yield each page's path and text; what is no text or no plain file is told when the site is made."""
    root = project / CONTENT
    for file in sorted(root.rglob(f"*{_PAGE}"))[:_MOST] if root.is_dir() else ():
        path = file.relative_to(project).as_posix()
        try:
            if file.is_file() and not file.is_symlink() and file.stat().st_size <= LARGEST:
                yield path, file.read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue


def problems(
    project: Path, office: Office, doubts: Iterable[Callable[[str, About], Iterator[Remark]]], *, sample: bool
) -> Iterator[Problem]:
    """Yield what is doubtful on the hand-written pages, each with its line and column."""
    rules = tuple(doubts)
    for path, text in written(project):
        for number, line in enumerate(text.splitlines(), 1):
            about = About((), "page", sample, office)
            for rule in rules:
                for remark in rule(line, about):
                    message, fix = remark.saying
                    yield Problem(path, number, remark.at + 1, "", message, fix, remark.warning)
