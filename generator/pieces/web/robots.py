"""Instructions for search engines: that they may read the site, and where the list of its pages is.

They read them only at the root of a host; if the site is in a folder below it, the office adds the one line to the
host's own file, as this file explains. What they must not keep (samples, landing pages, certificates) says so on its
page: a page that is forbidden here could not say it, and its address would be here for everybody to read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.piece import Piece, Sheet
from generator.pieces.parts import uses
from generator.pieces.web import labels
from generator.press.web_text import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication

PATH = "robots.txt"


def _lay_out(publication: Publication) -> Iterator[Sheet]:
    site = publication.organisation.site
    view = {"labels": labels.ON_ROBOTS, "sitemap": f"{site}/sitemap.xml", "below": urlsplit(site).path}
    yield Sheet(PATH, labels.ROBOTS, view)


PIECE = Piece(
    "robots", labels.ROBOTS, _lay_out, PLAIN, "robots.txt.j2", "none", channel="site", place="site",
    use=uses.WEBSITE, kind="program",
)  # fmt: skip
