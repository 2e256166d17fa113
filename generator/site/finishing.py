"""The last word on every page: a content policy under which nothing runs or loads except what the page itself has.

The few lines of script that the theme writes into a page are named by their digests, which are known only from the
finished page; a policy in a `<meta>` needs no rights on the host.
"""

from __future__ import annotations

import base64
import hashlib
import html
import posixpath
import re
import shutil
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.disk.below import files
from generator.press import page_lines
from generator.site.again import Finished
from generator.site.names import Names, calls
from generator.site.staging import FOR_ALL
from generator.site.styles import Styles

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_CHARSET = re.compile(r'(<meta charset="?utf-8"?>)', re.IGNORECASE)
_SAID = re.compile(r"<(article|main)\b.*</\1>", re.DOTALL)
"""What a page says, to its very last end tag: words in it that pretend to be an earlier end gain nothing."""
_FRAME = re.compile(r"<(?P<part>footer|aside)\b[^>]*\bclass=\"?tb-(?:footer|sample)\b.*?</(?P=part)>", re.DOTALL)
"""What the theme says around every page in more than a few words."""
_WRITTEN = re.compile(r"<article\b[^>]*\bid=\"?__skip\b[^>]*>(?:(?!<t-[kpw]>).)*</article>", re.DOTALL)
"""A page in which no line's end is chosen: the theme's own, or one that a person wrote."""
_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="?off"?')
"""The theme's one fault, twice: HTML has no `autocomplete` for a check box."""
_UNUSED = ("assets/javascripts/lunr", "assets/javascripts/workers", "assets/images")
"""What the theme brings for its own search, and its own mark."""
_DRAWING_BOARD = ".map"
"""The ending of files that the theme brings for its own developers."""
_WEBP = re.compile(r'<img\b[^>]*\bsrc="([^"]+\.webp)"[^>]*>', re.IGNORECASE)
_INLINE = re.compile(r"<script(?:\s+type=\"?(?:text/javascript|module)\"?)?>(.*?)</script>", re.DOTALL)
"""A script that runs and stands in the page itself; data in a `<script>` has another type, and does not run."""


def finish(
    out: Path, standing: Mapping[str, Finished] | None = None, places: tuple[str, ...] = ()
) -> dict[str, Finished]:
    """Give every page of a finished site its policy, right behind its character set, and return them all.

    Around the pages, and on those that were written by hand, lines end where they do on all others; none of `places` is
    divided. The theme's mistakes in its pages are mended, what they load is named by its content, and files that no
    page uses are taken off the site. Pages that are `standing` were finished before, from the same theme.
    """
    finished = dict(standing or {})
    for unused in _UNUSED:
        shutil.rmtree(out / unused, ignore_errors=True)
    for drawing_board in (out / "assets").rglob(f"*{_DRAWING_BOARD}"):
        drawing_board.unlink()
    names = Names(out)
    styles = Styles(out, names)
    for page in finished.values():
        styles.join(page.sheets)
    for href in files(out, ".html"):
        if href not in finished:
            file, folder = out / href, posixpath.dirname(href)
            text, sheets = styles.joined(_TOGGLE.sub(r"\1", file.read_text(encoding="utf-8")), folder)
            text = _with_line_ends(_with_fallbacks(names.on_page(text, folder), file.parent), places)
            front, charset, rest = _CHARSET.split(text, maxsplit=1) if _CHARSET.search(text) else ("", "", text)
            whole = f"{front}{charset}{policy(text)}{rest}"
            value = whole.encode()
            file.write_bytes(value)
            finished[href] = Finished(hashlib.sha256(value).hexdigest(), sheets, calls(whole))
    names.clear(styles.parts, {href: page.calls for href, page in finished.items()})
    return finished


def _with_line_ends(text: str, places: tuple[str, ...]) -> str:
    """Return a page on which the lines end well that no press has set."""

    def kept(found: re.Match[str]) -> str:
        return page_lines.kept(found[0], places)

    return _WRITTEN.sub(kept, _FRAME.sub(kept, text))


def _with_fallbacks(text: str, folder: Path) -> str:
    """Return a page on which a picture of a hand-written page is WebP only where a browser knows that."""

    def shown(found: re.Match[str]) -> str:
        image, address = found[0], found[1]
        if not (folder / f"{unquote(html.unescape(address))}{FOR_ALL}").is_file():
            return image
        plain = image.replace(f'src="{address}"', f'src="{address}{FOR_ALL}"')
        return f'<picture><source type="image/webp" srcset="{address.replace(" ", "%20")}">{plain}</picture>'

    return _WEBP.sub(shown, text) if ".webp" in text else text


def is_unused(path: str) -> bool:
    """Return whether no page uses the file that a theme would put at `path` within the site."""
    return path.endswith(_DRAWING_BOARD) or path.startswith(tuple(f"{folder}/" for folder in _UNUSED))


def policy(page: str) -> str:
    """Return the policy that the inline scripts of a page's frame ask for, as a `<meta>`.

    A script in what the page says, where the words of records and of hand-written pages stand, is not allowed to run.
    """
    frame = _SAID.sub("", page)
    digests = " ".join(f"'sha256-{_digest(script)}'" for script in dict.fromkeys(_INLINE.findall(frame)))
    rules = (
        "default-src 'none'",
        f"script-src 'self' {digests}".rstrip(),
        "style-src 'self'",
        "img-src 'self' data:",  # the theme's icons are in its style sheet
        "font-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'


@lru_cache(maxsize=256)
def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
