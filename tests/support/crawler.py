"""A made site whose pages lead to one another, and a visitor who reads all of it while it changes."""

from __future__ import annotations

import hashlib
import re
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from tests.support.sites import Files

_LINK = re.compile(rb'(?:href|src)="([^"]+)"')
_MARK = re.compile(rb"^<!-- ([0-9a-f]{64}) -->\n")


def linked(chance: Random, number: int, before: Files | None = None) -> Files:
    """Return a site in which everything leads somewhere; of the one `before`, some pages go, some change, some come."""
    old = sorted(name for name in before or {} if name.startswith("p/"))
    kept = [name for name in old if chance.random() < 0.85]
    pages = [*kept, *(f"p/{number}-{index}.html" for index in range(20 - len(kept)))]
    style = chance.randbytes(20_000)
    asset = f"assets/style.{hashlib.sha256(style).hexdigest()[:8]}.css"
    files = {asset: style, "assets/font.woff2": b"font" * 500}
    for page in pages:
        stays = before is not None and page in before and chance.random() < 0.4
        stays = stays and all(link in {*pages, *files} for link in links(before[page] if before else b""))
        if stays and before is not None:
            files[page] = before[page]
        else:
            others = [*chance.sample(pages, 3), asset, "assets/font.woff2"]
            files[page] = _page(number, others, chance.randint(0, 40_000))
    files["index.html"] = _page(number, [*pages, asset], 100)
    files["sitemap.xml"] = _page(number, [], 100)
    return files


def _page(number: int, names: list[str], length: int) -> bytes:
    body = "".join(f'<a href="{name}">{number}</a>\n' for name in names).encode() + b"x" * length
    return f"<!-- {hashlib.sha256(body).hexdigest()} -->\n".encode() + body


def links(page: bytes) -> list[str]:
    """Return where a page leads to."""
    return [found.decode() for found in _LINK.findall(page)]


def is_whole(page: bytes) -> bool:
    """Return whether a page is all that was written, and nothing of another one."""
    mark = _MARK.match(page)
    return mark is not None and hashlib.sha256(page[mark.end() :]).hexdigest().encode() == mark[1]


class Crawler(threading.Thread):
    """A visitor who starts at the first page and follows every link, again and again, until `over` is set."""

    def __init__(self, folder: Path) -> None:
        """Visit what lies in a folder."""
        super().__init__(daemon=True)
        self._folder = folder
        self.over = threading.Event()
        self.read, self.nothing = 0, 0
        self.torn: list[str] = []
        self.nowhere: list[tuple[str, str]] = []

    def run(self) -> None:
        """Visit until it is over."""
        while not self.over.is_set():
            self._visit()

    def _visit(self) -> None:
        first = self._read("index.html")
        waiting = [] if first is None else [("index.html", first)]
        self.nothing += first is None
        seen = {"index.html"}
        while waiting and not self.over.is_set():
            name, page = waiting.pop()
            for link in links(page):
                if link in seen:
                    continue
                seen.add(link)
                found = self._read(link)
                if found is not None:
                    waiting.append((link, found))
                elif self._bytes(name) == page:  # the page still leads there
                    self.nowhere.append((name, link))

    def _read(self, name: str) -> bytes | None:
        page = self._bytes(name)
        self.read += 1
        if page is not None and not name.startswith("assets/") and not is_whole(page):
            self.torn.append(name)
        return page

    def _bytes(self, name: str) -> bytes | None:
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            return None
