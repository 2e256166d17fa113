"""Joins a page's style sheets into one file: a phone on a slow line waits once before it draws, not five times."""

from __future__ import annotations

import hashlib
import posixpath
import re
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

FOLDER = "assets"

_LINK = re.compile(r'<link rel="stylesheet" href="([^"]+)">\s*')
_ROOT = re.compile(rf"/(?:.*?/)?(?={FOLDER}/)")
"""The part of a link that says where the site begins on its host."""
_URL = re.compile(r"url\((['\"]?)(?!data:|#)([^'\")]+)\1\)")
_NAME = re.compile(r"[\w.-]+\.css\b")
_NAMING = frozenset({".css", ".html", ".js"})
"""The endings of files that may name a style sheet."""
_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")


class Styles:
    """The joined sheets of one site, each written once and named by its content."""

    def __init__(self, out: Path) -> None:
        """Write into the finished site `out`."""
        self._out = out
        self._joined = cache(self._join)
        self._parts: set[str] = set()

    def joined(self, page: str, folder: str) -> tuple[str, tuple[str, ...]]:
        """Return a page with one style sheet in place of all, in their order, and the sheets that were joined.

        `folder` is the page's, in the site. The links of the 404 page, which a host shows at any address, begin at the
        host's root instead.
        """
        links = _LINK.findall(page)
        first = _LINK.search(page)
        if not first or len(links) <= 1:
            return page, ()
        root = _ROOT.match(first[1])
        up = root[0] if root else "../" * (folder.count("/") + 1) if folder else ""
        sheets = tuple(
            link.removeprefix(up) if root else posixpath.normpath(posixpath.join(folder, link)) for link in links
        )
        if not all((self._out / sheet).is_file() for sheet in sheets):
            return page, ()
        rest = _LINK.sub("", page[first.end() :])
        return f'{page[: first.start()]}<link rel="stylesheet" href="{up}{self.join(sheets)}">\n{rest}', sheets

    def join(self, sheets: tuple[str, ...]) -> str:
        """Return the path of the sheet that these are joined into, within the site; none of none."""
        return self._joined(sheets) if sheets else ""

    def clear(self) -> None:
        """Remove the sheets that are joined into others and that no page, sheet or script of the site names."""
        unnamed = {posixpath.basename(part) for part in self._parts}
        for file in self._out.rglob("*"):
            if unnamed and file.suffix in _NAMING:
                unnamed -= _named(file, unnamed)
        for part in self._parts:
            if posixpath.basename(part) in unnamed:
                (self._out / part).unlink()
        for folder in {posixpath.dirname(part) for part in self._parts} - {FOLDER}:
            with suppress(OSError):  # it holds something else
                (self._out / folder).rmdir()

    def _join(self, sheets: tuple[str, ...]) -> str:
        """Write the sheets into one and return its path within the site."""
        self._parts.update(sheets)
        whole = "\n".join(self._moved(sheet) for sheet in sheets).encode()
        path = f"{FOLDER}/{hashlib.sha256(whole).hexdigest()[:12]}.css"
        (self._out / path).write_bytes(whole)
        return path

    def _moved(self, sheet: str) -> str:
        """Return a sheet's text for a file in `FOLDER`, so that its links still lead to the same files."""
        here = posixpath.dirname(sheet)

        def moved(found: re.Match[str]) -> str:
            there = posixpath.normpath(posixpath.join(here, found[2]))
            return f"url({found[1]}{posixpath.relpath(there, FOLDER)}{found[1]})"

        return _URL.sub(moved, _MAP.sub("", (self._out / sheet).read_text(encoding="utf-8")))


def _named(file: Path, sheets: Collection[str]) -> set[str]:
    """Return those of some style sheets that a file names: nearly always none, which is seen at a glance."""
    text = file.read_bytes()
    if not any(sheet.encode() in text for sheet in sheets):
        return set()
    return {*sheets} & {*_NAME.findall(text.decode())}
