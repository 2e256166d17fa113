"""Where finished files stand, and the addresses derived from them: the only module that reads meaning into a path."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.piece import Entry

SITE, BUILD = "site", "build"
COMING = "coming"
"""The folder of sheets that are ready for a coming step, in one of the day on which it begins."""
MARKDOWN, PAGE = ".md", ".html"


def is_on_site(entry: Entry) -> bool:
    """Return whether a file stands on the site."""
    return entry.path.startswith(f"{SITE}/")


def is_in_build(entry: Entry) -> bool:
    """Return whether a file stands in `build/`."""
    return entry.path.startswith(f"{BUILD}/")


def within_year(entry: Entry) -> str:
    """Return a file's path below the folder of its year: `office/poster-a4-mono.pdf`."""
    return entry.path.partition(f"/{entry.year}/")[2]


def prepared(path: str) -> str:
    """Return where in `build/` a sheet that was prepared for a coming step will stand from its day on."""
    return "/".join(PurePosixPath(path).parts[3:])


def offered(path: str) -> str:
    """Return where the site offers a sheet of `build/`: `print/2566/x.pdf` is offered as `files/2566/x.pdf`."""
    return "files/" + path.partition("/")[2]


def small(path: str) -> str:
    """Return the path of the small picture of a file that the site offers."""
    return f"{PurePosixPath(path).with_suffix('')}.thumb.jpg"


def published(path: str) -> str:
    """Return the path on the finished site of the page made from a Markdown file."""
    return path.removesuffix(MARKDOWN) + PAGE


def suffix(path: str) -> str:
    """Return the ending of a file's name, with its dot."""
    return PurePosixPath(path).suffix


def is_plain(path: str) -> bool:
    """Return whether a path stays within its folder and uses only characters that every computer accepts."""
    return path.isascii() and not path.startswith("/") and ".." not in PurePosixPath(path).parts
