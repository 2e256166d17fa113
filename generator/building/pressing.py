"""Turns planned sheets into bytes, each only once: what was pressed from the same things comes out of the store."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator import press
from generator.reading import photos
from generator.store import Store, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.building.plan import Job
    from generator.piece import Rendition


@dataclass(slots=True)
class PressRoom:
    """One build's presses: the stores of sheets and photos, the photos templates may read, what was pressed anew.

    The presses let go of the interpreter while they work, so threads suffice, and every fault comes out where it arose.
    """

    sheets: Store
    photos: Store
    pictures: Path
    progress: Callable[[int, int, str], None]
    pressed: list[str] = field(default_factory=list)

    def press(self, jobs: tuple[Job, ...]) -> dict[str, bytes]:
        """Return the bytes of each job by its path, in the order of the jobs."""
        return self._make(jobs, self._press_one)

    def thumbnails(self, jobs: tuple[Job, ...]) -> dict[str, bytes]:
        """Return a small picture of each public file that has a look, by the file's path."""
        made = self._make(jobs, self._thumbnail_one)
        return {path: image for path, image in made.items() if image}

    def renditions(self, wanted: Iterable[Rendition]) -> dict[str, bytes]:
        """Return photos at the sizes wanted, by name."""
        return {one.name: photos.rendition(self.photos, one.digest, one.width, one.format) for one in wanted}

    def _make(self, jobs: tuple[Job, ...], make: Callable[[Job], bytes]) -> dict[str, bytes]:
        made: dict[str, bytes] = {}
        with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
            for job, result in zip(jobs, pool.map(make, jobs), strict=True):
                made[job.path] = result
                self.progress(len(made), len(jobs), job.sheet.title)
        return made

    def _key(self, job: Job, what: str) -> str:
        by = job.piece.press
        return key_of(what, _presses(), by.name, by.materials(job.piece.template), job.sheet.view)

    def _press_one(self, job: Job) -> bytes:
        key = self._key(job, "sheet")
        known = self.sheets.get(key)
        if known is not None:
            return known
        self._lay_out_pictures(job)
        self.pressed.append(job.path)
        return self.sheets.put(key, job.piece.press.press(job.piece.template, job.sheet.view, self.pictures))

    def _thumbnail_one(self, job: Job) -> bytes:
        key = self._key(job, "thumbnail")
        known = self.sheets.get(key)
        if known is not None:
            return known
        self._lay_out_pictures(job)
        return self.sheets.put(key, job.piece.press.thumbnail(job.piece.template, job.sheet.view, self.pictures) or b"")

    def _lay_out_pictures(self, job: Job) -> None:
        """Put the photos that a view names where its template may read them."""
        for rendition in job.sheet.renditions:
            file = self.pictures / rendition.name
            if not file.exists():
                whole = file.with_name(f"{rendition.name}.{os.getpid()}-{id(job)}")
                whole.write_bytes(photos.rendition(self.photos, rendition.digest, rendition.width, rendition.format))
                whole.replace(file)


@cache
def _presses() -> bytes:
    """Return the source of the presses: a change there may change every sheet."""
    return b"".join(path.read_bytes() for path in sorted(Path(press.__path__[0]).glob("*.py")))
