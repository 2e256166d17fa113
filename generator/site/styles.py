"""Joins a page's style sheets into one file: a phone on a slow line waits once before it draws, not five times."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from typing import TYPE_CHECKING

from generator.pieces.web.host import KEPT
from generator.site import names

if TYPE_CHECKING:
    from pathlib import Path

_LINK = re.compile(r'<link rel="stylesheet" href="([^"]+)">\s*')
_URL = re.compile(r"url\((['\"]?)(?!data:|#)([^'\")?#]+)([^'\")]*)\1\)")
_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")


class Styles:
    """The joined sheets of one site, each written once and named by its content."""

    def __init__(self, out: Path, named: names.Names) -> None:
        """Write into the finished site `out`, in which all else is `named` already."""
        self._out, self._named = out, named
        self._joined = cache(self._join)
        self.parts: set[str] = set()
        """The sheets that are joined into others."""

    def joined(self, page: str, folder: str) -> tuple[str, tuple[str, ...]]:
        """Return a page with one style sheet in place of all, in their order, and the sheets that were joined.

        `folder` is the page's, in the site.
        """
        first = _LINK.search(page)
        if not first:
            return page, ()
        sheets = tuple(names.resolved(link, folder) for link in _LINK.findall(page))
        if not all((self._out / sheet).is_file() for sheet in sheets):
            return page, ()
        link, rest = names.up_to_site(first[1], folder) + self.join(sheets), _LINK.sub("", page[first.end() :])
        return f'{page[: first.start()]}<link rel="stylesheet" href="{link}">\n{rest}', sheets

    def join(self, sheets: tuple[str, ...]) -> str:
        """Return the path of the sheet that these are joined into, within the site; none of none."""
        return self._joined(sheets) if sheets else ""

    def _join(self, sheets: tuple[str, ...]) -> str:
        """Write the sheets into one and return its path within the site."""
        self.parts.update(sheets)
        whole = "\n".join(self._moved(sheet) for sheet in sheets).encode()
        path = names.name(whole, ".css")
        (self._out / path).write_bytes(whole)
        return path

    def _moved(self, sheet: str) -> str:
        """Return a sheet's text for a file in `KEPT`, whose links lead to the same files, by their new names."""
        here = posixpath.dirname(sheet)

        def moved(found: re.Match[str]) -> str:
            there = self._named.of(posixpath.normpath(posixpath.join(here, found[2])))
            return f"url({found[1]}{posixpath.relpath(there, KEPT)}{found[3]}{found[1]})"

        return _URL.sub(moved, _MAP.sub("", (self._out / sheet).read_text(encoding="utf-8")))
