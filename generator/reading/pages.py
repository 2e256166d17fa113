"""The only door for hand-written pages: bytes to front matter and Markdown in which nothing runs, or all problems.

Of the front matter only what stands in `schema.Front` goes on: a theme prints some keys as they are, and others choose
its templates. Neither a title nor anything else in it can become markup of a page's frame.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.disk.sources import CONTENT
from generator.problems import Problem
from generator.reading.active import Active, about, active
from generator.reading.record import record_of
from generator.reading.schema import Front
from generator.reading.source import read_text
from generator.reading.tree import Saying
from generator.reading.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIX = ".md"

EXTENSIONS = ("attr_list", "fenced_code", "tables", "toc")
"""What the site's engine reads a page with."""

_FRONT = re.compile(r"-{3}[ \t]*\n(.*?\n)?(?:\.{3}|-{3})[ \t]*(?:\n|$)", re.DOTALL)
"""Where both engines see front matter."""
_OPENED = re.compile(r"-{3}[ \t]*\n[ ]{0,3}[A-Za-z_-]+[ \t]*:")
_WITHOUT_RULES = re.compile(r"[ ]{0,3}(?:title|description|template|search|hide|noindex)[ \t]*:", re.IGNORECASE)
"""An older way to begin a page, which one engine still takes for front matter."""
_HEADING = re.compile(r"^# +(.+?)[ \t]*#*[ \t]*(?:\{:?[^{}]*\})?[ \t]*$", re.MULTILINE)


class Page(NamedTuple):
    """A page as it was written: its front matter as plain values, and its Markdown."""

    front: dict[str, Any]
    markdown: str

    @property
    def heading(self) -> str | None:
        """What the menu calls it: its first heading, or its title."""
        found = _HEADING.search(self.markdown)
        return found[1] if found else self.front.get("title")


def problems(project: Path) -> list[Problem]:
    """Return everything that is wrong with the hand-written pages of a project."""
    root = project / CONTENT
    found: list[Problem] = []
    for file in sorted(root.rglob(f"*{SUFFIX}")):
        path = file.relative_to(root).as_posix()
        if file.is_file() and not any(part.startswith(".") for part in path.split("/")):
            page = read(file, f"{CONTENT}/{path}")
            found += [] if isinstance(page, Page) else page
    return found


def read(path: Path, name: str) -> Page | list[Problem]:
    """Return a page, or what is wrong with it, which calls the file `name`."""
    text = read_text(path, name)
    if not isinstance(text, str):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front, body, wrong = _front(text, name)
    wrong += [Problem(name, line, 1, "", *about(each)) for each, line in _placed(body, text)]
    return sorted(wrong, key=lambda problem: problem.line) if wrong else Page(front, body)


def _front(text: str, name: str) -> tuple[dict[str, Any], str, list[Problem]]:
    found = _FRONT.match(text)
    if found is None:
        slip = (_OPENED.match(text) and _unclosed()) or (_WITHOUT_RULES.match(text) and _unopened())
        return {}, text, [Problem(name, 1, 1, "", *slip)] if isinstance(slip, Saying) else []
    body = text[found.end() :]
    if not (found[1] or "").strip():
        return {}, body, []
    record, wrong = record_of(f"\n{found[1]}", name, Front)  # the rule above it is the file's first line
    if record is None or wrong:
        return {}, body, wrong
    return record.value.model_dump(exclude_defaults=True), body, []


def _placed(body: str, text: str) -> Iterator[tuple[Active, int]]:
    """Yield what is active in a page, with the line of the file in which it comes to be."""
    found = active(_rendered(body))
    if not found:
        return
    lines = body.split("\n")
    before = text.count("\n") - body.count("\n")
    for each in sorted(found):
        yield each, before + _first(lines, each)


def _first(lines: list[str], wanted: Active) -> int:
    """Return the number of the first line with which something active is on the page, however it is written."""

    def there(number: int) -> int:
        return int(wanted in active(_rendered("\n".join(lines[:number]))))

    return bisect_left(range(len(lines) + 1), 1, key=there)


def _rendered(markdown: str) -> str:
    import markdown as engine  # no page, no time: it takes a tenth of a second to load

    return str(engine.markdown(markdown, extensions=list(EXTENSIONS)))


def _unclosed() -> Saying:
    return say(
        "ส่วนหัวของหน้าเปิดด้วย --- แต่ไม่มี --- ปิด",
        "the head of the page is opened by --- and never closed",
        "ใส่บรรทัด --- หลังบรรทัดสุดท้ายของส่วนหัว",
        "write a line of --- behind its last line",
    )


def _unopened() -> Saying:
    return say(
        "ส่วนหัวของหน้าไม่ได้อยู่ระหว่างบรรทัด ---",
        "the head of the page does not stand between lines of ---",
        "ใส่บรรทัด --- ไว้เหนือและใต้ส่วนหัว",
        "write a line of --- above and below it",
    )
