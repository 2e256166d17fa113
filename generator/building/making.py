"""Makes the fresh folders beside the old ones: `build/` from the sheets, `site/` from the pages, and their list."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import public, site
from generator.building import keeping, manifest, unchanged
from generator.building.plan import Job, plan, plan_pages
from generator.pieces import PIECES

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from generator.building.manifest import Entry
    from generator.building.order import Order
    from generator.building.pressing import PressRoom
    from generator.building.swap import Workshop
    from generator.model import Records

SITE = "site"
BUILD = "build"


@dataclass(frozen=True, slots=True)
class Made:
    """What now stands in the fresh folders: every entry, how many sheets and pages, and whether a site is among it."""

    entries: list[Entry]
    sheets: int
    site: bool


def make(workshop: Workshop, order: Order, records: Records, room: PressRoom) -> Made:
    """Make all fresh folders, complete with what is not ours in the old ones."""
    jobs = plan(PIECES, records, order.moment, sealed=order.sealed)
    begun = room.begin(jobs)
    with_site = order.wants_site(PIECES)
    if with_site:
        site.warm_up()
    pressed = room.finish(jobs, begun)
    old = manifest.read(workshop.project / BUILD)
    entries = _fill_build(workshop, order, jobs, pressed, old)
    pages: tuple[Job, ...] = ()
    if with_site:
        pages = _make_site(workshop, order, records, room, [(job, pressed[job.path]) for job in jobs if job.site_path])
        entries += manifest.site_entries(workshop.fresh / SITE, jobs + pages)
    else:
        entries += [entry for entry in old if entry.path.startswith(f"{SITE}/")]
    manifest.write(workshop.fresh / BUILD, entries)
    ours = {entry.path for entry in old} | unchanged.owned(workshop) | {f"{BUILD}/{manifest.PATH}"}
    keeping.carry_over(workshop.project, workshop.fresh, [BUILD, SITE] if with_site else [BUILD], ours)
    return Made(entries, len(jobs) + len(pages), with_site)


def _fill_build(
    workshop: Workshop, order: Order, jobs: tuple[Job, ...], pressed: dict[str, bytes], old: list[Entry]
) -> list[Entry]:
    """Write the sheets into the fresh `build/`; a partial order keeps the other files that stand there."""
    folder = workshop.fresh / BUILD
    folder.mkdir()
    wanted = [job for job in jobs if order.wants(job)]
    entries = [manifest.entry_of(job, pressed[job.path]) for job in wanted]
    for job in wanted:
        keeping.write(folder / job.path, pressed[job.path])
    for entry in old if order.partial else ():
        kept = workshop.project / entry.path
        if entry.path.startswith(f"{BUILD}/") and not order.renews(entry.piece, entry.path) and kept.is_file():
            keeping.link(kept, workshop.fresh / entry.path)
            entries.append(entry)
    return entries


def _make_site(
    workshop: Workshop, order: Order, records: Records, room: PressRoom, shown: list[tuple[Job, bytes]]
) -> tuple[Job, ...]:
    """Stage the pages with the public files and photos, and make the site from them.

    The small pictures of the files are drawn while the site is made; they join it, and the staged folder, at the end.
    """
    smalls = {_small(job): room.thumbnail(job, made) for job, made in shown if job.piece.press.has_look}
    pages = plan_pages(PIECES, records, order.moment, tuple(_public_file(job, made) for job, made in shown))
    assets = {str(job.site_path): made for job, made in shown}
    for name, value in room.renditions(one for job in pages for one in job.sheet.renditions).items():
        assets[f"assets/pictures/{name}"] = value
    publication = public.publish(records, order.moment, "site")
    site.stage(workshop.project, publication, room.press(pages), assets, workshop.staged, room.photos)
    out = workshop.fresh / SITE
    site.build(site.config(workshop.project, publication, workshop.staged, out))
    _join(smalls, workshop.staged, out)
    return pages


def _join(smalls: dict[str, Future[bytes]], *folders: Path) -> None:
    for path, drawn in smalls.items():
        for folder in folders:
            keeping.write(folder / path, drawn.result())


def _small(job: Job) -> str:
    """Return where a file's small picture stands on the site."""
    return f"{PurePosixPath(str(job.site_path)).with_suffix('')}.thumb.webp"


def _public_file(job: Job, made: bytes) -> public.PublicFile:
    return public.PublicFile(
        path=str(job.site_path),
        title=job.sheet.title,
        year=job.sheet.year,
        piece=job.piece.name,
        size=len(made),
        thumbnail=_small(job) if job.piece.press.has_look else None,
    )
