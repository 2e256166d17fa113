"""What the pages of a finished site load by themselves, as a browser finds it; asserts nothing."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS = frozenset({".css", ".ico", ".js", ".svg", ".ttf", ".woff", ".woff2"})
_RELATED = frozenset({"stylesheet", "icon", "preload", "modulepreload", "apple-touch-icon", "mask-icon"})
_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")


class _Loads(HTMLParser):
    """Collects the addresses of scripts, styles, fonts and icons of a page; other pictures are of the records."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._settings = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {key: value or "" for key, value in attrs}
        self._settings = said.get("id") == "__config"
        if (tag == "script" and "src" in said) or (tag == "img" and said.get("src", "").endswith(".svg")):
            self.found.append(said["src"])
        if tag == "link" and _RELATED & {*said.get("rel", "").split()}:
            self.found.append(said["href"])

    def handle_data(self, data: str) -> None:
        if self._settings:
            self.found.append(json.loads(data)["search"])
            self._settings = False


def _of_page(text: str) -> list[str]:
    reader = _Loads()
    reader.feed(text)
    return reader.found


def loads(site: Path) -> Iterator[tuple[str, str]]:
    """Yield each page with each path within the site that it loads, and each sheet with each of its files.

    An address of the host's root, as on the 404 page, is one of the site's: the sample stands there.
    """
    sheets: dict[str, None] = {}
    for page in sorted(site.rglob("*.html")):
        here = page.relative_to(site).as_posix()
        for address in _of_page(page.read_text(encoding="utf-8")):
            path = _within(address, here)
            if path.endswith(".css"):
                sheets[path] = None
            yield here, path
    for sheet in sheets:
        if (site / sheet).is_file():
            for address in _URL.findall((site / sheet).read_text(encoding="utf-8")):
                if not address.startswith(("data:", "#")):
                    yield sheet, _within(address, sheet)


def _within(address: str, here: str) -> str:
    path = unquote(urlsplit(address).path)
    return (
        path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
    )


def faults(site: Path) -> list[str]:
    """Return which page loads what is not there, or what has not the first 12 digits of its own digest in its name."""
    wrong = []
    for here, path in loads(site):
        file = site / path
        if not file.is_file():
            wrong.append(f"{here}: {path} is not there")
        elif hashlib.sha256(file.read_bytes()).hexdigest()[:12] not in file.name:
            wrong.append(f"{here}: {path} is not named by its content")
    return wrong


def idle(site: Path) -> set[str]:
    """Return the styles, scripts, drawings and fonts below `assets` that nothing loads."""
    there = (file for file in (site / "assets").rglob("*") if file.suffix in KINDS)
    return {file.relative_to(site).as_posix() for file in there} - {path for _, path in loads(site)}
