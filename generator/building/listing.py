"""The entry of each finished file in the manifest: the facts of its sheet are carried over, nothing is guessed."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.disk.below import files
from generator.ledger import places
from generator.ledger.manifest import of_theme
from generator.piece import Entry
from generator.pieces.parts import uses

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.building.plan import Job
    from generator.disclosure import Standing
    from generator.disk.shelf import Last, Pressed


def of_job(job: Job, path: str, value: bytes) -> Entry:
    """Return the entry of a sheet that stands at a path, counted from the project folder."""
    return _entry(job, path, hashlib.sha256(value).hexdigest(), len(value))


def _entry(job: Job, path: str, sha256: str, size: int, *, site_path: str | None = None) -> Entry:
    sheet, piece = job.sheet, job.piece
    return Entry(
        path=path,
        piece=piece.name,
        title=sheet.title,
        audience=job.audience,
        sha256=sha256,
        bytes=size,
        qr=tuple(link.url for link in sheet.codes),
        site_path=site_path,
        look=f"build/{sheet.look}" if sheet.look not in {"", sheet.path} and not job.on_site else None,
        people=sheet.standing.named,
        portrayed=sheet.standing.portrayed,
        year=sheet.year,
        channel=job.channel,
        kind=piece.kind,
        use=uses.WEBSITE if job.on_site else sheet.use or piece.use,
        called=sheet.called or sheet.title,
        design=sheet.design,
        way=sheet.way,
        paper=sheet.paper,
        wide=sheet.wide,
        hanging=None if job.on_site else sheet.hanging,
        sealed=job.sealed,
        usable_from=job.usable_from,
        moo=sheet.moo,
        news=sheet.news,
    )


def of_build(job: Job, made: Pressed, twins: Mapping[str, str]) -> Entry:
    """Return the entry of a sheet in `build/`.

    `twins` are the digests of the site's files, which may include the sheet.
    """
    twin = f"site/{places.offered(job.path)}"
    on_site = twin if twins.get(twin) == made.sha256 else None
    return _entry(job, f"build/{job.path}", made.sha256, made.bytes, site_path=on_site)


def without_lost_looks(entries: list[Entry]) -> list[Entry]:
    """Return entries of which none looks like a file that was not made."""
    there = {entry.path for entry in entries}
    return [entry if entry.look in there else replace(entry, look=None) for entry in entries]


def of_site(
    folder: Path, jobs: tuple[Job, ...], pictures: Mapping[str, tuple[Standing, int]], last: Last
) -> list[Entry]:
    """Return the entries of a finished site: its pages, the sheets it offers, and the files of the theme.

    `pictures` says who is on photos and small pictures and which year they belong to, by their paths within the site.
    What stands as it stood in the `last` build is not read.
    """
    ours = {job.published: job for job in jobs}
    entries = []
    for name in files(folder):
        path, job = f"site/{name}", ours.get(name)
        known = last.measured(path, folder / name)
        entries.append(_entry(job, path, *known) if job else of_theme(name, *known, *pictures.get(name, ())))
    return entries
