"""What a page loads by itself is named by its content: old pages keep their files while a new site is put on a host.

That is done file by file and takes a while. Under a name that stays, a page of before would meet a script of after.
What others lead to from elsewhere keeps its address: pages, their cards, feeds, files, and the script to be embedded.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.disk.below import files
from generator.pieces.web.host import KEPT

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

FOLDER = "assets"

ROOT = re.compile(rf"/(?!/)(?:.*?/)?(?={FOLDER}/)")
"""The part of a link that says where the site begins on its host."""
_KINDS = frozenset({".ico", ".js", ".svg", ".woff", ".woff2"})
"""The endings of what is renamed; sheets are joined, and photos of the records have such names from the start."""
_LINK = re.compile(rf'([=:] ?")([^"\s?#]+(?:{"|".join(map(re.escape, sorted(_KINDS)))}))(?=["?#])')
"""A link in an attribute of a page, or in the settings that it gives to its scripts."""
_NAMING = frozenset({".css", ".html", ".js"})
"""The endings of files that may name one that a browser then loads."""
_CALLED = (*sorted(_KINDS), ".css")
_NAME = re.compile(r"[\w.-]+\.\w+(?![\w.-])")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def name(value: bytes, ending: str, called: str = "") -> str:
    """Return where a file of this content stands within the site."""
    return f"{KEPT}/{called}{hashlib.sha256(value).hexdigest()[:12]}{ending}"


def resolved(link: str, folder: str) -> str:
    """Return the path within the site that a link on a page leads to; `folder` is the page's.

    The links of the 404 page, which a host shows at any address, begin at the host's root instead.
    """
    root = ROOT.match(link)
    return link.removeprefix(root[0]) if root else posixpath.normpath(posixpath.join(folder, link))


def up_to_site(link: str, folder: str) -> str:
    """Return how a link on the same page as `link` begins that leads to the site's own folder."""
    root = ROOT.match(link)
    return root[0] if root else "../" * (folder.count("/") + 1) if folder else ""


class Names:
    """The names of one site's scripts, drawings and fonts; each stands under both until `clear`."""

    def __init__(self, out: Path) -> None:
        """Write into the finished site `out`, before any page is looked at."""
        self._out = out
        self._named: dict[str, str] = {}
        (out / KEPT).mkdir(parents=True, exist_ok=True)
        for path in files(out / FOLDER):
            old, (_, ending) = f"{FOLDER}/{path}", posixpath.splitext(path)
            if ending in _KINDS:
                value = (out / old).read_bytes()
                new = name(value, ending, f"{posixpath.basename(path).partition('.')[0]}.")
                if new != old:
                    (out / new).write_bytes(value)
                    self._named[old] = new

    def of(self, path: str) -> str:
        """Return the name of what stands at a path within the site: the same where it stays."""
        return self._named.get(path, path)

    def on_page(self, page: str, folder: str) -> str:
        """Return a page with the new names in place of the old; `folder` is the page's, in the site."""

        def renamed(found: re.Match[str]) -> str:
            new = self._named.get(resolved(found[2], folder))
            return f"{found[1]}{up_to_site(found[2], folder)}{new}" if new else found[0]

        return _LINK.sub(renamed, page)

    def clear(self, parts: set[str], pages: Mapping[str, Collection[str]]) -> None:
        """Remove what nothing loads: old names, and of `parts`, the sheets that are joined into others.

        What a page, sheet or script of the office's own still calls by its old name keeps that, too. `pages` are the
        finished ones and what each calls; they are not read again.
        """
        sought = {posixpath.basename(path).encode() for path in (*parts, *self._named)}
        unloaded, called = set(self._named.values()), dict[str, set[str]]()
        for href in files(self._out):
            if (ending := posixpath.splitext(href)[1]) in _NAMING:
                text = "\n".join(pages[href]).encode() if href in pages else (self._out / href).read_bytes()
                unloaded = {new for new in unloaded if posixpath.basename(new).encode() not in text}
                if any(each in text for each in sought):
                    called[href] = _called(text.decode(), ending)
        joined = _uncalled(parts, called)
        left = {file: names for file, names in called.items() if file not in joined}
        renamed = {old for old, new in self._named.items() if new not in unloaded}
        self._remove(joined | unloaded | _uncalled(renamed, left))

    def _remove(self, paths: set[str]) -> None:
        for path in paths:
            (self._out / path).unlink()
        for folder in {posixpath.dirname(path) for path in paths}:
            with suppress(OSError):  # it holds something else
                (self._out / folder).rmdir()


def calls(page: str) -> tuple[str, ...]:
    """Return what may be names of scripts, drawings, fonts and sheets in a page, without their folders."""
    return tuple(sorted(called for called in _called(page, ".html") if called.endswith(_CALLED)))


def _called(text: str, ending: str) -> set[str]:
    """Return what may be names of files in a text; a sheet loads nothing by a comment."""
    return {*_NAME.findall(_COMMENT.sub("", text) if ending == ".css" else text)}


def _uncalled(paths: set[str], called: Mapping[str, set[str]]) -> set[str]:
    """Return the files whose name is in none of the texts."""
    names = set[str]().union(*called.values())
    return {path for path in paths if posixpath.basename(path) not in names}
