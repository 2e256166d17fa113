"""Fills the fresh folders beside the old ones: `build/` with sheets, `site/` with pages, and the list of both."""

from __future__ import annotations

from concurrent.futures import as_completed
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator import disclosure
from generator.building import listing
from generator.building.plan import (
    Job,
    plan,
    plan_cards,
    plan_coming,
    plan_downloads,
    plan_pages,
    plan_second,
    plan_site_files,
)
from generator.disclosure import Standing
from generator.disk import keeping
from generator.disk.shelf import Last
from generator.ledger import kept, manifest, places, unchanged
from generator.ledger.layouts import Rest
from generator.ledger.lying import Lying
from generator.ledger.places import BUILD, SITE
from generator.piece import Finished
from generator.pieces import FIRST, PIECES, SECOND
from generator.pieces.social import card
from generator.pieces.web import host
from generator.pieces.web.page_frame import PICTURES
from generator.press.refused import SheetRefused
from generator.site import making as site
from generator.site.again import Before
from generator.site.staging import stage
from generator.thai.dates import moment_text
from generator.thai.figures import size_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future
    from pathlib import Path

    from generator.building.order import Order
    from generator.building.press_room import PressRoom
    from generator.disclosure import Publication
    from generator.disk.shelf import Pressed
    from generator.disk.swap import Workshop
    from generator.model import Records
    from generator.piece import Entry
    from generator.site.engine import Engine

    Destinations = list[tuple[Future[Pressed], str, tuple[Path, ...]]]
    """Finished files, their paths from the folder of `site/` and `build/`, and where else they are needed."""


@dataclass(frozen=True, slots=True)
class Made:
    """What the fresh folders contain: every entry, and whether `site/` is among them.

    `stood` are the paths of what was not made now, but stood in the old ones; `kept` is what people had gone on writing
    there.
    """

    entries: list[Entry]
    site: bool
    stood: frozenset[str]
    kept: list[Entry]


def _nothing(entry: Entry) -> bytes:
    """Refuse: a page never reads the bytes of a file."""
    raise NotImplementedError(entry.path)


def make(workshop: Workshop, order: Order, records: Records, room: PressRoom, engine: Engine, old: list[Entry]) -> Made:
    """Make all fresh folders, including what is in the old ones but is not ours; `old` are the entries of these.

    The presses start with what the site offers, since its pages describe these files; the site engine works in
    parallel.
    """
    owned = unchanged.owned(workshop)
    room.rest = Rest(order.resting(records), room.sheets)
    if not workshop.is_preview:  # what is only looked at has no folders before it
        room.last = Last(workshop.outputs, {entry.path: entry.sha256 for entry in old if owned.get(entry.path)})
    has_site = bool(records.organisation.site)
    offers = Offers.begun(order, records, room) if has_site and order.wants_site(PIECES) else None
    before = _before(workshop, room) if offers else None
    begun = _begin(order, records, room)
    room.all_begun()
    of_host = kept.not_ours(workshop.outputs, (f"{SITE}/{path}" for path in host.YIELDING), old, owned)
    site_made = _make_site(workshop, order, offers, room, engine, of_host, before) if offers else None
    build, out = workshop.fresh / BUILD, workshop.fresh / SITE
    keeping.begin(build)
    in_build: Destinations = [(pressed, f"{BUILD}/{job.path}", ()) for job, pressed in begun]
    _write_as_pressed(room, [*in_build, *(_of_site(workshop, site_made) if site_made else ())])
    if offers and site_made and (rest := offers.made(room)) != offers:
        # Pages that were made meanwhile tell of what was refused: they are made again without it.
        keeping.clear(out)
        room.last.forget(SITE)
        site_made = _make_site(workshop, order, rest, room, None, of_host, before)
        _write_as_pressed(room, _of_site(workshop, site_made))
    if site_made:
        keeping.readable(out)
        on_site = listing.of_site(out, site_made.jobs, site_made.pictures, room.last)
    else:
        on_site = [entry for entry in old if has_site and places.is_on_site(entry)]
    twins = {entry.path: entry.sha256 for entry in on_site}
    entries = [listing.of_build(job, pressed.result(), twins) for job, pressed in begun if room.made(job, pressed)]
    entries += (stay := _kept(workshop, order, old) if order.partial else [])
    entries += _second_wave(workshop, order, records, room, entries)
    listed = listing.without_lost_looks([*on_site, *entries])
    listed += (true := _still_true(workshop, listed, old))
    stood = room.last.stay.keys() | {entry.path for entry in (*stay, *true, *(() if site_made else on_site))}
    manifest.write(build, listed)
    if emptied := not has_site and any(places.is_on_site(entry) for entry in old):
        keeping.begin(out)
    names = [BUILD, SITE] if site_made or emptied else [BUILD]
    owned = {path: untouched for path, untouched in owned.items() if path not in of_host}
    theirs = kept.theirs(workshop, names, [entry for entry in old if entry.path not in of_host], owned)
    return Made(listed, SITE in names, frozenset(stood), theirs)


def _before(workshop: Workshop, room: PressRoom) -> Before | None:
    """Return the last site, as far as its pages may stand in the next one; what is only looked at has none."""
    if workshop.is_preview:
        return None
    around = unchanged.around(workshop.project)
    return Before(room.last, SITE, workshop.staged.with_name("pages.json"), workshop.own, around)


def _of_site(workshop: Workshop, made: SiteMade) -> Destinations:
    """Return where files go that are added to a site: onto it, and into the folder that it is made from."""
    return [(pressed, f"{SITE}/{path}", (workshop.staged / path,)) for path, pressed in made.files.items()]


def _begin(order: Order, records: Records, room: PressRoom) -> list[tuple[Job, Future[Pressed]]]:
    """Start pressing the first wave of `build/`, each sheet as soon as it is laid out."""
    pieces, now, begun = tuple(filter(order.wants_piece, FIRST)), [], []
    for job in plan(pieces, records, order.moment, sealed=order.sealed, rest=room.rest):
        now.append(job.pressed() if job.sheet.year in room.rest.years else job)  # nothing of those is coming
        if order.wants(job):
            begun.append((now[-1], room.begin(job)))
    coming = plan_coming(pieces, records, order.moment, now, room.rest)
    begun += [(job, room.begin(job)) for job in coming if order.wants(job)]
    return [(job.pressed(), pressed) for job, pressed in begun]


def _second_wave(
    workshop: Workshop, order: Order, records: Records, room: PressRoom, first: list[Entry]
) -> list[Entry]:
    """Make what is laid out from the finished files of the first wave in `build/`, and return its entries."""
    rank = {piece.name: number for number, piece in enumerate(FIRST)}
    ranked = sorted((e for e in first if e.piece in rank), key=lambda entry: (rank[entry.piece], entry.path))

    def read(entry: Entry) -> bytes:
        return (workshop.fresh / entry.path).read_bytes()

    planned = plan_second(filter(order.wants_piece, SECOND), records, order.moment, tuple(ranked), read, room.rest)
    begun = [(job, room.begin(job)) for job in planned if order.wants(job)]
    _write_as_pressed(room, [(pressed, f"{BUILD}/{job.path}", ()) for job, pressed in begun])
    return [listing.of_build(job, pressed.result(), {}) for job, pressed in begun if room.made(job, pressed)]


def _write_as_pressed(room: PressRoom, places: Destinations) -> None:
    """Bring each file to its places, the others of a group as links, as soon as it is finished, unless it was refused.

    Any other exception of a press is raised here.
    """
    destinations: dict[Future[Pressed], list[tuple[str, tuple[Path, ...]]]] = {}
    for future, path, others in places:
        destinations.setdefault(future, []).append((path, others))
    for future in as_completed(destinations):
        if isinstance(future.exception(), SheetRefused):
            continue
        for path, others in destinations[future]:
            first = room.folder / path
            room.last.bring(future.result(), path, first)
            for other in others:
                keeping.link(first, other)


def _kept(workshop: Workshop, order: Order, old: list[Entry]) -> list[Entry]:
    """Carry over what a partial order does not renew into the fresh `build/`, and return its entries."""
    stay = []
    for entry in old:
        file = workshop.outputs / entry.path
        stays = entry.kind != "dispatch" and not order.renews(entry)
        if places.is_in_build(entry) and stays and file.is_file():
            keeping.link(file, workshop.fresh / entry.path)
            stay.append(entry)
    return stay


def _still_true(workshop: Workshop, listed: list[Entry], old: list[Entry]) -> list[Entry]:
    """Keep what later commands made from the last build's files, if every one of those files is unchanged."""
    later = [entry for entry in old if entry.kind == "dispatch" and (workshop.outputs / entry.path).is_file()]
    if not later or {entry for entry in old if entry.kind != "dispatch"} != set(listed):
        return []
    for entry in later:
        keeping.link(workshop.outputs / entry.path, workshop.fresh / entry.path)
    return later


@dataclass(frozen=True, slots=True)
class Offers:
    """What the site offers, while it is still being pressed: sheets to download and pictures of links, by path.

    `smalls` are the sheets that get a small picture, by the path of that picture.
    """

    publication: Publication
    downloads: tuple[Job, ...]
    previews: tuple[Job, ...]
    files: dict[str, Future[Pressed]]
    drawn: dict[str, Future[Pressed]]
    smalls: dict[str, Job]

    @classmethod
    def begun(cls, order: Order, records: Records, room: PressRoom) -> Offers:
        """Start pressing everything that the site offers."""
        publication = disclosure.publish(records, order.moment, "site")
        downloads, files = [], {}
        for job in plan_downloads(FIRST, publication, room.rest):
            files[job.path] = room.begin(job)
            downloads.append(job.pressed())
        previews = plan_cards(FIRST, disclosure.publish(records, order.moment, "link"), room.rest)
        drawn = {job.path: room.begin(job) for job in previews}
        smalls = {_small(job): job for job in downloads if job.pictured}
        drawn |= {path: room.thumbnail(job, files[job.path]) for path, job in smalls.items()}
        return cls(publication, tuple(downloads), previews, files, drawn, smalls)

    def listed(self) -> Publication:
        """Return what may be known, including everything offered; does not wait, so file sizes are still missing."""
        files = (public_file(job) for job in self.downloads)
        pictured = (file if file.thumbnail in self.smalls else replace(file, thumbnail=None) for file in files)
        return replace(self.publication, files=tuple(pictured), cards=cards(self.previews))

    def finished(self) -> Publication:
        """Return the same with the file sizes, once all files are pressed."""
        publication = self.listed()
        sized = (replace(file, size=self._size(file.path)) for file in publication.files)
        return replace(publication, files=tuple(sized))

    def _size(self, path: str) -> str:
        pressed = self.files[path]
        return "" if isinstance(pressed.exception(), SheetRefused) else size_text(pressed.result().bytes)

    def made(self, room: PressRoom) -> Offers:
        """Wait for everything, and return it without what was refused."""
        downloads = tuple(job for job in self.downloads if room.made(job, self.files[job.path]))
        previews = tuple(job for job in self.previews if room.made(job, self.drawn[job.path]))
        looks = {_small(job): job for job in downloads if job.pictured}
        smalls = {path: job for path, job in looks.items() if room.made(job, self.drawn[path], f"{SITE}/{path}")}
        drawn = {path: self.drawn[path] for path in (*(job.path for job in previews), *smalls)}
        files = {job.path: self.files[job.path] for job in downloads}
        return Offers(self.publication, downloads, previews, files, drawn, smalls)


@dataclass(frozen=True, slots=True)
class SiteMade:
    """A site that lacks only files still being pressed: its jobs, these files, and who is on its pictures."""

    jobs: tuple[Job, ...]
    files: dict[str, Future[Pressed]]
    pictures: dict[str, tuple[Standing, int]]


def _make_site(
    workshop: Workshop,
    order: Order,
    offers: Offers,
    room: PressRoom,
    engine: Engine | None,
    theirs: frozenset[str],
    before: Before | None,
) -> SiteMade:
    """Stage the pages and photos, and make the site from them.

    The pages of the second wave wait for what the site offers, and the engine waits for those pages. Small pictures and
    pictures of links, which no page describes, are added to the site and the staged folder once they are pressed. What
    is `theirs`, the office's own settings of the host, is not made.
    """
    draft = offers.listed()
    lying = Lying(workshop)
    pages, pressed = _pressed(plan_pages(FIRST, draft, room.rest), room, lying)
    made = plan_site_files(FIRST, offers.publication, room.rest)
    beside = [job for job in made if f"{SITE}/{job.path}" not in theirs]
    publication = offers.finished()
    second, last = _pressed(plan_pages(SECOND, Finished(publication, (), _nothing), room.rest), room, lying)
    renditions = {rendition.name: rendition for job in (*pages, *second, *beside) for rendition in job.sheet.renditions}
    pictures = room.pictures_of(renditions.values(), PICTURES, lying)
    pages_of = {path: each.file for path, each in (pressed | last).items()}
    others = pictures | {job.path: room.staged(job, lying).file for job in beside}
    stage(workshop.project, offers.publication, pages_of, others, workshop.staged, room.photos)
    lying.remember()
    early = moment_text(order.moment) if workshop.is_marked else ""
    if before:
        before = replace(before, sources={path: each.sha256 for path, each in (pressed | last).items()})
    site.make(workshop.project, publication, workshop.staged, workshop.fresh / SITE, engine, before, early=early)
    people = {
        f"{PICTURES}/{name}": (Standing((), rendition.whose), 0)
        for name, rendition in renditions.items()
        if rendition.whose
    }
    people |= {path: (job.sheet.standing, job.sheet.year) for path, job in offers.smalls.items()}
    jobs = (*offers.downloads, *pages, *second, *beside, *offers.previews)
    return SiteMade(tuple(job.pressed() for job in jobs), offers.files | offers.drawn, people)


def _pressed(jobs: Iterable[Job], room: PressRoom, lying: Lying) -> tuple[list[Job], dict[str, Pressed]]:
    """Press each page as soon as it is laid out, and return what is still to be known of them, and the files.

    Only one view at a time is in memory: an office of thirty years has more than a thousand pages.
    """
    known: list[Job] = []
    made: dict[str, Pressed] = {}
    for job in jobs:
        made[job.path] = room.staged(job, lying)
        known.append(job.pressed())
    return known, made


def cards(previews: tuple[Job, ...]) -> dict[str, disclosure.PublicCard]:
    """Return the pictures of links, by the page that each is for."""
    squares = {(job.sheet.year, job.sheet.design): job.path for job in previews if not job.sheet.shared_by}
    return {
        job.sheet.shared_by: disclosure.PublicCard(
            f"{job.path}?{card.version(job.sheet.view)}",
            job.sheet.view["alt"],
            card.LINK.width,
            card.LINK.height,
            Standing(job.sheet.standing.named),
            squares.get((job.sheet.year, job.sheet.design), ""),
        )
        for job in previews
        if job.sheet.shared_by
    }


def _small(job: Job) -> str:
    """Return the path of a file's small picture on the site: its own, or that of the sheet it looks like."""
    return places.small(job.path if job.pictured else places.offered(job.sheet.look))


def public_file(job: Job) -> disclosure.PublicFile:
    """Return what pages say about a file that the site offers; its size is not known yet."""
    sheet = job.sheet
    return disclosure.PublicFile(
        path=job.path,
        title=sheet.title,
        year=sheet.year,
        piece=job.piece.name,
        size="",
        thumbnail=_small(job) if job.piece.press.has_look else None,
        kind=job.piece.title,
        called=f"{sheet.called or sheet.title} {sheet.way}".rstrip(),
        design=sheet.design,
        paper=sheet.paper,
        suffix=places.suffix(job.path),
        standing=sheet.standing,
        way=sheet.way,
    )
