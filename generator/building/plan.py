"""Which sheets a moment asks for, before a single one is made: pieces x rounds, each with its path and audience."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import public

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from generator.model import Records
    from generator.piece import Audience, Piece, Sheet
    from generator.public import Publication

PAGE = "page"
"""The name of the press whose sheets go into the site instead of `build/`."""

SEALED = "sealed"
"""The folder of sheets that are printed before their moment."""


@dataclass(frozen=True, slots=True)
class Job:
    """One sheet of one piece, and who may see it; `path` is within `build/`, or within the site for what it offers."""

    piece: Piece
    sheet: Sheet
    path: str
    audience: Audience

    @property
    def pictured(self) -> bool:
        """Whether its first page is drawn in small: of sheets that look the same, one."""
        return self.piece.press.has_look and self.sheet.look in {"", self.sheet.path}

    @property
    def is_page(self) -> bool:
        """Whether the engine makes a page of it."""
        return self.piece.press.name == PAGE

    @property
    def for_site(self) -> bool:
        """Whether it stands on the site alone, as a page or as a file beside the pages."""
        return self.is_page or self.piece.place == "site"


def plan(pieces: Iterable[Piece], records: Records, moment: datetime, *, sealed: bool) -> Iterator[Job]:
    """Yield every sheet of `build/` to make at a moment, each as it is laid out; pages are planned apart."""
    papers = _papers(pieces)
    at_once = (
        Job(piece, sheet, sheet.path, piece.audience)
        for piece in papers
        for sheet in piece.lay_out(public.publish(records, moment, piece.channel, inside=piece.audience == "internal"))
    )
    early = (
        Job(piece, sheet, f"{SEALED}/{sheet.path}", "internal")
        for piece in papers
        for sheet in piece.lay_out(public.seal(records, moment, piece.channel, inside=piece.audience == "internal"))
    )
    yield from _checked(chain(at_once, early if sealed else ()))


def offered_path(path: str) -> str:
    """Return where the site offers a sheet of `build/`: `print/2566/x.pdf` stands there as `files/2566/x.pdf`."""
    return str(PurePosixPath("files", *PurePosixPath(path).parts[1:]))


def plan_downloads(pieces: Iterable[Piece], seen: Publication) -> tuple[Job, ...]:
    """Return the public sheets as the site offers them; `seen` is what may be known through the site.

    On the site a photo needs consent for the site, whatever may hang on a board; where that makes no difference the
    sheet is the same to the byte, and pressed once.
    """
    return tuple(
        _checked(
            Job(piece, sheet, offered_path(sheet.path), piece.audience)
            for piece in _papers(pieces)
            if piece.audience == "public" and piece.place == "both"
            for sheet in piece.lay_out(seen)
        )
    )


def plan_pages(pieces: Iterable[Piece], seen: Publication) -> tuple[Job, ...]:
    """Return every generated page of the site; `seen` names the files that the site offers, too."""
    return _on_site(seen, (piece for piece in pieces if piece.press.name == PAGE))


def plan_site_files(pieces: Iterable[Piece], seen: Publication) -> tuple[Job, ...]:
    """Return what stands beside the pages of the site and is neither page nor download: feeds, calendars and such."""
    return _on_site(seen, (piece for piece in pieces if piece.place == "site" and piece.channel != "link"))


def _on_site(seen: Publication, pieces: Iterable[Piece]) -> tuple[Job, ...]:
    laid_out = (Job(piece, sheet, sheet.path, piece.audience) for piece in pieces for sheet in piece.lay_out(seen))
    return tuple(_checked(laid_out))


def plan_cards(pieces: Iterable[Piece], preview: Publication) -> tuple[Job, ...]:
    """Return the pictures of links, which stand beside the pages; `preview` is what may be known through them."""
    return _on_site(preview, (piece for piece in pieces if piece.channel == "link"))


def _papers(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces that stand in `build/`."""
    return [piece for piece in pieces if piece.press.name != PAGE and piece.place != "site"]


def _checked(jobs: Iterable[Job]) -> Iterator[Job]:
    """Yield jobs, but refuse a path that is taken or leaves its folder, and a code that its piece does not declare."""
    seen: set[str] = set()
    for job in jobs:
        parts = PurePosixPath(job.path).parts
        if job.path.lower() in seen or ".." in parts or job.path.startswith("/") or not job.path.isascii():
            message = f"{job.piece.name}: {job.path} is taken, leaves its folder, or is not ASCII"
            raise ValueError(message)
        kinds = {"verify" if isinstance(link, public.VerifyLink) else "survey" for link in job.sheet.codes}
        if kinds - {job.piece.code}:
            message = f"{job.piece.name}: {job.path} carries a code that its piece does not declare"
            raise ValueError(message)
        seen.add(job.path.lower())
        yield job
