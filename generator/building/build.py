"""One build from lock to swap: read, plan, press, stage, make the site, list, and put all of it in place at once."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from generator import public, site
from generator.building import manifest, unchanged
from generator.building.plan import Job, plan, plan_pages
from generator.building.pressing import PressRoom
from generator.building.swap import Swap
from generator.pieces import PIECES
from generator.problems import Problem, ProblemsFound, Text
from generator.reading import read
from generator.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import datetime
    from pathlib import Path

    from generator.building.manifest import Entry
    from generator.building.swap import Workshop
    from generator.model import Records
    from generator.piece import Piece

CACHE_LIMIT = 1 << 30
"""Bytes that photos and sheets may each keep; the oldest go first."""

SITE = "site"
BUILD = "build"


@dataclass(frozen=True, slots=True)
class Order:
    """What a build is asked for: the moment, whether to press sealed sheets, and which pieces or year to renew."""

    moment: datetime
    sealed: bool = False
    only: frozenset[str] = frozenset()
    year: int | None = None

    @property
    def partial(self) -> bool:
        """Whether some files are to stay as they are."""
        return bool(self.only) or self.year is not None

    def wants(self, job: Job) -> bool:
        """Return whether a sheet is to be renewed."""
        named = not self.only or job.piece.name in self.only
        return named and (self.year is None or job.sheet.year == self.year)

    def wants_site(self, pieces: Iterable[Piece]) -> bool:
        """Return whether the site is to be renewed: it is one whole, so any of its pages asks for all of it."""
        return not self.only or any(piece.name in self.only and piece.press.name == "page" for piece in pieces)


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, for the person and for scripts: `pressed` are the paths that were made anew."""

    files: int
    pressed: tuple[str, ...]
    reused: int
    stages: tuple[tuple[int, str], ...]
    warnings: tuple[Problem, ...]


def build(workshop: Workshop, order: Order, progress: Callable[[int, int, str], None]) -> Report:
    """Make everything that an order asks for; the caller holds the workshop's lock.

    Raises `ProblemsFound` for what the person at the records can mend; then nothing has changed on disk.
    """
    seen = unchanged.inputs(workshop.project)
    photos, sheets = Store(workshop.photos), Store(workshop.sheets)
    records = read(workshop.project, photos)
    room = PressRoom(sheets, photos, workshop.fresh / "pictures", progress)
    try:
        made = _make(workshop, order, records, room)
    finally:
        shutil.rmtree(workshop.fresh / "pictures", ignore_errors=True)
    swaps = [Swap(workshop.fresh / BUILD, workshop.project / BUILD)]
    if made.site:
        swaps.insert(0, Swap(workshop.fresh / SITE, workshop.project / SITE))
    workshop.swap(swaps)
    report = Report(
        files=len(made.entries),
        pressed=tuple(made.pressed),
        reused=made.sheets - len(made.pressed),
        stages=tuple((one.programme.year, public.stage_at(one.programme, order.moment)) for one in records.rounds),
        warnings=records.warnings,
    )
    _remember(workshop, order, records, seen, made, report)
    photos.prune(CACHE_LIMIT)
    sheets.prune(CACHE_LIMIT)
    return report


@dataclass(frozen=True, slots=True)
class _Made:
    entries: list[Entry]
    pressed: list[str]
    sheets: int
    site: bool


def _make(workshop: Workshop, order: Order, records: Records, room: PressRoom) -> _Made:
    """Make all new folders beside the old ones, complete with what is not ours in them."""
    room.pictures.mkdir(parents=True)
    jobs = plan(PIECES, records, order.moment, sealed=order.sealed)
    pressed = room.press(jobs)
    old = manifest.read(workshop.project / BUILD)
    entries = _fill_build(workshop, order, jobs, pressed, old)
    with_site = order.wants_site(PIECES)
    pages: tuple[Job, ...] = ()
    if with_site:
        pages = _make_site(workshop, order, records, room, jobs, pressed)
        entries += manifest.site_entries(workshop.fresh / SITE, jobs + pages)
    else:
        entries += [entry for entry in old if entry.path.startswith(f"{SITE}/")]
    manifest.write(workshop.fresh / BUILD, entries)
    _carry_over(workshop, [BUILD, SITE] if with_site else [BUILD], old)
    return _Made(entries, room.pressed, len(jobs) + len(pages), with_site)


def _fill_build(
    workshop: Workshop, order: Order, jobs: tuple[Job, ...], pressed: dict[str, bytes], old: list[Entry]
) -> list[Entry]:
    """Write the sheets into the fresh `build/`; a partial order keeps the other files that stand there."""
    folder = workshop.fresh / BUILD
    folder.mkdir()
    wanted = [job for job in jobs if order.wants(job)]
    entries = [manifest.entry_of(job, pressed[job.path]) for job in wanted]
    for job in wanted:
        _write(folder / job.path, pressed[job.path])
    if order.partial:
        renewed = {job.piece.name for job in jobs} if not order.only else order.only
        for entry in old:
            stays = entry.path.startswith(f"{BUILD}/") and (
                entry.piece not in renewed or (order.year is not None and f"/{order.year}/" not in entry.path)
            )
            kept = workshop.project / entry.path
            if stays and kept.is_file():
                _link(kept, workshop.fresh / entry.path)
                entries.append(entry)
    return entries


def _make_site(
    workshop: Workshop,
    order: Order,
    records: Records,
    room: PressRoom,
    jobs: tuple[Job, ...],
    pressed: dict[str, bytes],
) -> tuple[Job, ...]:
    """Stage the pages with the public files and photos, and make the site from them."""
    shown = tuple(job for job in jobs if job.site_path)
    thumbnails = room.thumbnails(shown)
    assets: dict[str, bytes] = {str(job.site_path): pressed[job.path] for job in shown}
    files = []
    for job in shown:
        small = f"{PurePosixPath(str(job.site_path)).with_suffix('')}.thumb.webp" if job.path in thumbnails else None
        if small:
            assets[small] = thumbnails[job.path]
        files.append(
            public.PublicFile(
                path=str(job.site_path),
                title=job.sheet.title,
                year=job.sheet.year,
                piece=job.piece.name,
                size=len(pressed[job.path]),
                thumbnail=small,
            )
        )
    pages = plan_pages(PIECES, records, order.moment, tuple(files))
    for name, value in room.renditions(one for job in pages for one in job.sheet.renditions).items():
        assets[f"assets/pictures/{name}"] = value
    publication = public.publish(records, order.moment, "site")
    site.stage(workshop.project, publication, room.press(pages), assets, workshop.staged, room.photos)
    site.build(site.config(workshop.project, publication, workshop.staged, workshop.fresh / SITE))
    return pages


def _carry_over(workshop: Workshop, names: list[str], old: list[Entry]) -> None:
    """Take along what stands in the old folders and is not ours; where it is in our way, refuse."""
    ours = {entry.path for entry in old} | unchanged.owned(workshop) | {f"{BUILD}/{manifest.PATH}"}
    in_the_way = []
    for name in names:
        for path in _foreign(workshop.project, name, ours):
            fresh = workshop.fresh / path
            if not fresh.exists():
                _link(workshop.project / path, fresh)
            elif fresh.read_bytes() != (workshop.project / path).read_bytes():
                in_the_way.append(path)
    if in_the_way:
        raise ProblemsFound(_in_the_way(path) for path in in_the_way)


def _foreign(project: Path, name: str, ours: Collection[str]) -> list[str]:
    top = project / name
    if not top.is_dir():
        return []
    paths = (path.relative_to(project).as_posix() for path in top.rglob("*") if path.is_symlink() or path.is_file())
    return sorted(path for path in paths if path not in ours)


def _in_the_way(path: str) -> Problem:
    return Problem(
        file=path,
        line=0,
        column=0,
        field="",
        message=Text(
            "มีไฟล์ชื่อนี้อยู่แล้ว และโปรแกรมไม่ได้เป็นผู้สร้าง จึงไม่เขียนทับ",
            "a file of this name is here already and was not made by this program, so it is not overwritten",
        ),
        fix=Text("ย้ายไฟล์นี้ไปไว้ที่อื่นหรือเปลี่ยนชื่อ แล้วสั่งสร้างใหม่", "move or rename that file, then build again"),
    )


def _write(file: Path, value: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(value)


def _link(old: Path, new: Path) -> None:
    """Let a file stand in a second place; a disk without hard links gets a copy."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)


def _remember(
    workshop: Workshop,
    order: Order,
    records: Records,
    seen: dict[str, list[int]],
    made: _Made,
    report: Report,
) -> None:
    """Keep what a later build needs to see that nothing changed; a partial build is never repeated by doing nothing."""
    turns = [begins for award in records.rounds for begins in public.changes(award.programme)]
    state: dict[str, Any] = {
        "options": None if order.partial else {"sealed": order.sealed},
        "since": max((turn.isoformat() for turn in turns if turn <= order.moment), default=None),
        "until": min((turn.isoformat() for turn in turns if turn > order.moment), default=None),
        "report": {
            "files": report.files,
            "stages": [list(stage) for stage in report.stages],
            "warnings": [warning.as_json() for warning in report.warnings],
        },
    }
    outputs = {entry.path for entry in made.entries} | {f"{BUILD}/{manifest.PATH}"}
    unchanged.remember(workshop, state, seen, outputs)
