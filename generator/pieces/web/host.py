"""What a host must know about the files of the site, for IIS and for Apache: types, letters and how long they keep.

A host that knows neither file passes both over. Each names only what such a host lets a folder decide, and what stands
in it holds for this folder alone: nothing of the office's other pages changes. Redirects, rights and error pages of IIS
are the host's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.piece import Piece, Sheet
from generator.pieces.parts import uses
from generator.pieces.web import labels, robots
from generator.press.web_text import MARKUP, PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.disclosure import Publication
    from generator.piece import Press

IIS, APACHE = "web.config", ".htaccess"

YIELDING = frozenset({IIS, APACHE, robots.PATH})
"""Settings of a host: where the office has its own beside the site, or has changed ours, the office's stay."""

TEXTS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".ics": "text/calendar",
}
"""Files in UTF-8, which some hosts would announce as Windows-874."""

OTHERS = {
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
    ".atom": "application/atom+xml",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".wav": "audio/wav",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

KEPT = "assets/kept"
"""Where styles, scripts, drawings and fonts stand that pages load, each under a name that has its digest."""

NAMED_BY_CONTENT = ("assets/pictures", KEPT)
"""Folders in which a file that changes gets another name: a browser may keep them for a month."""


def _row(name: str, path: str, called: str, press: Press, template: str) -> Piece[Publication]:
    def lay_out(publication: Publication) -> Iterator[Sheet]:
        view = {
            "labels": labels.ON_HOST,
            "texts": [list(each) for each in TEXTS.items()],
            "others": [list(each) for each in OTHERS.items()],
            "kept": list(NAMED_BY_CONTENT),
            "below": urlsplit(publication.organisation.site).path.rstrip("/"),
        }
        yield Sheet(path, called, view)

    rows: Callable[[Publication], Iterator[Sheet]] = lay_out
    return Piece(
        name, called, rows, press, template, "none", channel="site", place="site", use=uses.WEBSITE, kind="program"
    )


PIECES = (
    _row("host_iis", IIS, labels.HOST_IIS, MARKUP, "web.config.j2"),
    _row("host_apache", APACHE, labels.HOST_APACHE, PLAIN, "htaccess.j2"),
)
