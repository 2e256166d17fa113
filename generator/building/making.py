"""Makes the fresh folders beside the old ones: `build/` from the sheets, `site/` from the pages, and their list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import public
from generator.building import keeping, late, manifest, unchanged
from generator.building.persons import Persons
from generator.building.plan import Job, offered_path, plan, plan_cards, plan_downloads, plan_pages, plan_site_files
from generator.pieces import PIECES, card
from generator.problems import Problem, ProblemsFound, Text
from generator.site import making as site
from generator.site.staging import stage
from generator.thai.digits import size_text

if TYPE_CHECKING:
    from pathlib import Path

    from generator.building.manifest import Entry
    from generator.building.order import Order
    from generator.building.pressing import PressRoom
    from generator.building.swap import Workshop
    from generator.model import Records
    from generator.piece import Fit
    from generator.site.engine import Engine

SITE = "site"
BUILD = "build"


@dataclass(frozen=True, slots=True)
class Made:
    """What now stands in the fresh folders: every entry, how many sheets and pages, and whether a site is among it.

    `before` is what stood in the old ones.
    """

    entries: list[Entry]
    before: list[Entry]
    sheets: int
    site: bool


def make(workshop: Workshop, order: Order, records: Records, room: PressRoom, engine: Engine) -> Made:
    """Make all fresh folders, complete with what is not ours in the old ones."""
    persons = Persons(records)
    pieces = [piece for piece in PIECES if order.wants_piece(piece)]
    jobs = tuple(job for job in plan(pieces, records, order.moment, sealed=order.sealed) if order.wants(job))
    begun = room.begin(jobs)
    old = manifest.read(workshop.project / BUILD)
    with_site = order.wants_site(PIECES)
    on_site = _make_site(workshop, order, records, room, engine) if with_site else ()
    if with_site:
        entries = manifest.site_entries(workshop.fresh / SITE, on_site, persons)
    else:
        entries = [entry for entry in old if entry.path.startswith(f"{SITE}/")]
    shown = (workshop.fresh if with_site else workshop.project) / SITE
    pressed = [(job, begun[job.path].result()) for job in jobs]
    _refuse_what_does_not_fit(room)
    entries += _fill_build(workshop, order, pressed, old, shown, persons)
    entries += _still_true(workshop, entries, old)
    manifest.write(workshop.fresh / BUILD, entries)
    ours = {entry.path for entry in old} | unchanged.owned(workshop) | {f"{BUILD}/{manifest.PATH}"}
    keeping.carry_over(workshop.project, workshop.fresh, [BUILD, SITE] if with_site else [BUILD], ours)
    return Made(entries, old, len(jobs) + len(on_site), with_site)


def _refuse_what_does_not_fit(room: PressRoom) -> None:
    """Raise `ProblemsFound` for words that no readable size makes fit: nothing is cut, and nothing set too small."""
    unfit = [(path, fit) for path, fits in sorted(room.fits.items()) for fit in fits if not fit.fits]
    if unfit:
        raise ProblemsFound(_too_long(path, fit) for path, fit in unfit)


def _too_long(path: str, fit: Fit) -> Problem:
    fault = Text(
        f"ข้อความยาวเกินที่ ต้องย่อเหลือ {fit.size} พอยต์จึงจะลงแผ่น ซึ่งเล็กกว่าที่อ่านได้",
        f"the words are too long: they would fit at {fit.size} points only, too small to be read",
    )
    cure = Text("ย่อข้อความส่วนนี้ในข้อมูลของรอบ แล้วสร้างใหม่", "shorten these words in the round's records, then build again")
    return Problem(f"{BUILD}/{path}", 0, 0, fit.what, fault, cure)


def _fill_build(
    workshop: Workshop,
    order: Order,
    pressed: list[tuple[Job, bytes]],
    old: list[Entry],
    shown: Path,
    persons: Persons,
) -> list[Entry]:
    """Write the sheets into the fresh `build/`; a partial order keeps the other files that stand there."""
    folder = workshop.fresh / BUILD
    folder.mkdir()
    entries = []
    for job, value in pressed:
        keeping.write(folder / job.path, value)
        twin = shown / offered_path(job.path)
        same = twin.is_file() and twin.read_bytes() == value
        entries.append(manifest.entry_of(job, value, f"{SITE}/{offered_path(job.path)}" if same else None, persons))
    for entry in old if order.partial else ():
        kept = workshop.project / entry.path
        stays = entry.piece not in manifest.LATER and not order.renews(entry.piece, entry.path)
        if entry.path.startswith(f"{BUILD}/") and stays and kept.is_file():
            keeping.link(kept, workshop.fresh / entry.path)
            entries.append(entry)
    return entries


def _still_true(workshop: Workshop, entries: list[Entry], old: list[Entry]) -> list[Entry]:
    """Keep what was made of the last build's files by later commands, if every one of those files is the same again."""
    later = [entry for entry in old if entry.piece in manifest.LATER and (workshop.project / entry.path).is_file()]
    if not later or {entry for entry in old if entry.piece not in manifest.LATER} != set(entries):
        return []
    for entry in later:
        keeping.link(workshop.project / entry.path, workshop.fresh / entry.path)
    return later


def _make_site(workshop: Workshop, order: Order, records: Records, room: PressRoom, engine: Engine) -> tuple[Job, ...]:
    """Stage the pages and photos, make the site from them, and return its jobs.

    The engine runs while the presses do. The files that the site offers, their small pictures and their sizes are known
    only when the presses have finished; they join the site, and the staged folder, at the end.
    """
    publication = public.publish(records, order.moment, "site")
    offered = plan_downloads(PIECES, publication)
    files = room.begin(offered)
    previews = plan_cards(PIECES, public.publish(records, order.moment, "link"))
    drawn = room.begin(previews)
    smalls = {_small(job): room.thumbnail(job, files[job.path]) for job in offered if job.pictured}
    seen = replace(publication, files=tuple(_public_file(job) for job in offered), cards=cards(previews))
    pages = plan_pages(PIECES, seen)
    beside = plan_site_files(PIECES, publication)
    pictures = room.renditions(one for job in pages + beside for one in job.sheet.renditions)
    assets = {f"assets/pictures/{name}": value for name, value in pictures.items()} | room.press(beside)
    stage(workshop.project, publication, room.press(pages), assets, workshop.staged, room.photos)
    out = workshop.fresh / SITE
    site.make(workshop.project, seen, workshop.staged, out, engine)
    for path, made in {**files, **smalls, **drawn}.items():
        keeping.write(out / path, made.result())
        keeping.link(out / path, workshop.staged / path)
    sizes = {late.token(path): size_text(len(made.result())) for path, made in files.items()}
    late.settle(sizes, workshop.staged, out)
    return offered + pages + beside + previews


def cards(previews: tuple[Job, ...]) -> dict[str, public.PublicCard]:
    """Return the pictures of links by the page that each is for."""
    found = {job.path: job.sheet.view for job in previews if job.piece is card.PREVIEW}
    return {
        path.removeprefix(f"{card.FOLDER}/").removesuffix(".jpg"): public.PublicCard(
            f"{path}?{card.version(view)}", view["alt"], card.LINK.width, card.LINK.height
        )
        for path, view in found.items()
        if card.IN_MESSAGE not in path
    }


def _small(job: Job) -> str:
    """Return where the small picture of a file stands on the site: its own, or that of the sheet it looks like."""
    drawn = job.path if job.pictured else offered_path(job.sheet.look)
    return f"{PurePosixPath(drawn).with_suffix('')}.thumb.webp"


def _public_file(job: Job) -> public.PublicFile:
    return public.PublicFile(
        path=job.path,
        title=job.sheet.title,
        year=job.sheet.year,
        piece=job.piece.name,
        size=late.token(job.path),
        thumbnail=_small(job) if job.piece.press.has_look else None,
        kind=job.piece.title,
    )
