"""Which sheets belong to a moment, before any of them is made: pieces x rounds, each with its path and audience."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from generator import disclosure, era
from generator.ledger import places
from generator.ledger.choice import chosen
from generator.ledger.layouts import AWAKE, Rest
from generator.piece import PAGE, Finished
from generator.pieces.parts import frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date, datetime

    from generator.disclosure import Publication
    from generator.model import Records, Showing
    from generator.piece import Audience, Entry, Piece, Sheet

Source = TypeVar("Source", bound="Publication | Finished")


SEALED = "sealed"
"""The folder of sheets that are printed before their moment."""

IN_THE_OFFICE = frozenset({"office", "web"})
"""The helpers who need nothing before its day: nobody has to print, record or arrange it first."""


@dataclass(frozen=True, slots=True)
class Job:
    """One sheet of one piece, and who may see it; `path` is within `build/`, or within the site if the site offers it.

    `sealed` is made before its moment; `on_site` stands on the site, where photos need consent for `channel`.
    `usable_from` is the first day of the step that it was prepared for.
    """

    piece: Piece[Any]
    sheet: Sheet
    path: str
    audience: Audience
    channel: Showing
    sealed: bool = False
    on_site: bool = False
    usable_from: date | None = None

    def pressed(self) -> Job:
        """Return what is still to be known of it once its press has it: all but its view, which is most of it."""
        return replace(self, sheet=replace(self.sheet, view={}))

    @property
    def pictured(self) -> bool:
        """Whether its first page gets a small picture: of several sheets that look the same, only one does."""
        return self.piece.press.has_look and self.sheet.look in {"", self.sheet.path}

    @property
    def is_page(self) -> bool:
        """Whether the site engine makes a page from it."""
        return self.piece.press.name == PAGE

    @property
    def for_site(self) -> bool:
        """Whether it stands only on the site, as a page or as a file beside the pages."""
        return self.is_page or self.piece.place == "site"

    @property
    def published(self) -> str:
        """Its path on the finished site: the engine turns a Markdown file into a page."""
        return places.published(self.path) if self.is_page else self.path


def plan(
    pieces: Iterable[Piece[Publication]],
    records: Records,
    moment: datetime,
    *,
    sealed: bool,
    rest: Rest = AWAKE,
) -> Iterator[Job]:
    """Yield every sheet of `build/` laid out from what may be known at a moment, each as soon as it is laid out.

    Of the years that `rest` only what lasts is laid out.
    """
    papers = papers_of(pieces)
    sources = ((disclosure.publish, _for_build), (disclosure.seal, _before_its_moment))
    yield from _checked(
        job(piece, sheet)
        for disclose, job in sources[: 1 + sealed]
        for piece in papers
        for sheet in chosen(piece, disclose(records, moment, piece.channel, **_for(piece, rest)), rest)
    )


def _for(piece: Piece[Any], rest: Rest) -> dict[str, Any]:
    """Return how a piece of `build/` is told what may be known: of years at rest only if it lasts."""
    return {"inside": _inside(piece), "without": frozenset() if piece.lasts else rest.years}


def _inside(piece: Piece[Any]) -> bool:
    return piece.audience == "internal"


def plan_coming(
    pieces: Iterable[Piece[Publication]],
    records: Records,
    moment: datetime,
    now: Iterable[Job],
    rest: Rest = AWAKE,
) -> Iterator[Job]:
    """Yield what helpers need for the coming steps of rounds, as far as it differs from what there is `now`."""
    laid_out = (
        (piece, sheet, begins)
        for piece in papers_of(pieces)
        for begins, publication in disclosure.prepare(records, moment, piece.channel, rest.years, inside=_inside(piece))
        for sheet in chosen(piece, publication)
    )
    yield from _needed(laid_out, now)


def _needed(laid_out: Iterable[tuple[Piece[Any], Sheet, datetime]], now: Iterable[Job]) -> Iterator[Job]:
    """Yield what was laid out for the beginning of steps, as far as it is needed before it and new."""
    there = {job.sheet.path: job.sheet for job in now if not job.sealed}
    yield from _checked(
        _for_step(piece, sheet, begins) for piece, sheet, begins in laid_out if _needed_early(piece, sheet, there)
    )


def _needed_early(piece: Piece[Any], sheet: Sheet, there: Mapping[str, Sheet]) -> bool:
    today = there.get(sheet.path)
    if (sheet.use or piece.use).helper in IN_THE_OFFICE:
        return False
    return today is None or not frame.same(today.view, sheet.view)


def _for_step(piece: Piece[Any], sheet: Sheet, begins: datetime) -> Job:
    day = begins.date()
    return Job(piece, sheet, f"{places.COMING}/{era.iso(day)}/{sheet.path}", "internal", piece.channel, usable_from=day)


def plan_second(
    pieces: Iterable[Piece[Finished]],
    records: Records,
    moment: datetime,
    entries: tuple[Entry, ...],
    read: Callable[[Entry], bytes],
    rest: Rest = AWAKE,
) -> Iterator[Job]:
    """Yield every sheet of `build/` laid out from the files that the first wave has finished there."""
    papers = papers_of(pieces)
    now = tuple(entry for entry in entries if not entry.sealed and not entry.usable_from)
    early = tuple(entry for entry in entries if entry.sealed)
    sources = ((disclosure.publish, now, _for_build), (disclosure.seal, early, _before_its_moment))
    planned = list(
        _checked(
            job(piece, sheet)
            for piece in papers
            for disclose, files, job in sources
            for known in (disclose(records, moment, piece.channel, **_for(piece, rest)),)
            for sheet in chosen(piece, Finished(known, files, read), rest)
        )
    )
    yield from planned
    laid_out = (
        (piece, sheet, begins)
        for piece in papers
        for begins, publication in disclosure.prepare(records, moment, piece.channel, rest.years, inside=True)
        for sheet in chosen(piece, Finished(publication, _on_the_day(entries, begins.date()), read))
    )
    yield from _needed(laid_out, planned)


def _on_the_day(entries: tuple[Entry, ...], day: date) -> tuple[Entry, ...]:
    """Return what is in use on the first day of a step: what was prepared for it, and what it leaves as it is."""
    coming = tuple(entry for entry in entries if entry.usable_from == day)
    replaced = {f"{places.BUILD}/{places.prepared(entry.path)}" for entry in coming}
    today = (entry for entry in entries if not entry.sealed and not entry.usable_from and entry.path not in replaced)
    return (*today, *coming)


def _for_build(piece: Piece[Any], sheet: Sheet) -> Job:
    return Job(piece, sheet, sheet.path, piece.audience, piece.channel)


def _before_its_moment(piece: Piece[Any], sheet: Sheet) -> Job:
    return Job(piece, sheet, f"{SEALED}/{sheet.path}", "internal", piece.channel, sealed=True)


def plan_downloads(pieces: Iterable[Piece[Publication]], seen: Publication, rest: Rest = AWAKE) -> Iterator[Job]:
    """Yield the public sheets as the site offers them; `seen` is what may be known through the site.

    On the site a photo needs consent for the site, even if it may hang on a board. Where that makes no difference, the
    two sheets are the same, byte for byte, and pressed only once.
    """
    yield from _checked(
        Job(piece, sheet, places.offered(sheet.path), piece.audience, "site", on_site=True)
        for piece in papers_of(pieces)
        if piece.audience == "public" and piece.place == "both"
        for sheet in chosen(piece, seen, rest)
    )


def plan_pages(pieces: Iterable[Piece[Source]], seen: Source, rest: Rest = AWAKE) -> Iterator[Job]:
    """Yield the generated pages of a wave, each as soon as it is laid out.

    `seen` is what may be known through the site, or what it offers already.
    """
    return _on_site(seen, (piece for piece in pieces if piece.press.name == PAGE), rest)


def plan_site_files(pieces: Iterable[Piece[Publication]], seen: Publication, rest: Rest = AWAKE) -> tuple[Job, ...]:
    """Return what stands beside the pages of the site and is neither page nor download: feeds, calendars and so on."""
    return tuple(_on_site(seen, (piece for piece in pieces if piece.place == "site" and piece.channel != "link"), rest))


def plan_cards(pieces: Iterable[Piece[Publication]], preview: Publication, rest: Rest = AWAKE) -> tuple[Job, ...]:
    """Return the pictures of links, which stand beside the pages; `preview` is what may be known through links."""
    return tuple(_on_site(preview, (piece for piece in pieces if piece.channel == "link"), rest))


def _on_site(seen: Source, pieces: Iterable[Piece[Source]], rest: Rest = AWAKE) -> Iterator[Job]:
    yield from _checked(
        Job(piece, sheet, sheet.path, piece.audience, piece.channel, on_site=True)
        for piece in pieces
        for sheet in chosen(piece, seen, rest)
    )


def papers_of(pieces: Iterable[Piece[Source]]) -> list[Piece[Source]]:
    """Return the pieces that stand in `build/`."""
    return [piece for piece in pieces if piece.press.name != PAGE and piece.place != "site"]


def _checked(jobs: Iterable[Job]) -> Iterator[Job]:
    """Yield jobs; refuse a path that is taken or leaves its folder, and a code that its piece does not declare."""
    paths: set[str] = set()
    for job in jobs:
        if job.path.lower() in paths or not places.is_plain(job.path):
            message = f"{job.piece.name}: {job.path} is taken, leaves its folder, or is not ASCII"
            raise ValueError(message)
        kinds = {"verify" if isinstance(link, disclosure.VerifyLink) else "survey" for link in job.sheet.codes}
        if kinds - {job.piece.code}:
            message = f"{job.piece.name}: {job.path} carries a code that its piece does not declare"
            raise ValueError(message)
        paths.add(job.path.lower())
        yield job
