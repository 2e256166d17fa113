"""Turns planned sheets into files; what was pressed before from the same input comes from the store instead."""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Self

from generator import qr
from generator.disk import keeping
from generator.disk.shelf import Last, Pressed, Shelf, measured, read
from generator.ledger.layouts import AWAKE, Rest, key_of_sheet, with_view
from generator.ledger.places import BUILD
from generator.piece import Coarse, Fit, drawn, finished_name, sound_name
from generator.press import easel, materials, memory, remarks, setting
from generator.press.refused import SheetRefused, refuse, refusing
from generator.reading import photos
from generator.store import Store, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from generator.building.plan import Job
    from generator.ledger.lying import Lying
    from generator.piece import Rendition


@dataclass(slots=True)
class PressRoom:
    """One build's presses: stores of sheets and photos, the folder that they work in, and what was pressed.

    No bytes stay here: a finished file lies on the shelf, and photos lie where templates may read them. The presses
    release the interpreter lock while they work, so threads are enough: the site is made at the same time, and an
    exception surfaces where the result is asked for. Used in a `with` block, which ends when all work is done.
    """

    sheets: Store
    photos: Store
    folder: Path
    progress: Callable[[int, int, str], None]
    last: Last = field(default_factory=Last)
    rest: Rest = AWAKE
    pressed: list[str] = field(default_factory=list)
    fits: dict[str, dict[str, tuple[Fit, ...]]] = field(default_factory=dict)
    coarse: set[Coarse] = field(default_factory=set)
    refused: dict[str, SheetRefused] = field(default_factory=dict)
    _pool: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1))
    )
    _easel: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))
    """Draws small pictures, each as soon as its sheet is finished: their engine can only draw one at a time."""
    _begun: dict[str, Future[Pressed]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)
    _laid: dict[str, Lock] = field(default_factory=dict)
    _done: int = 0
    _begun_sheets: int = 0
    _shelf: Shelf = field(init=False)
    _of: int = 0
    """How many sheets there will be; 0 while they are still being planned."""

    def __enter__(self) -> Self:
        """Open the room."""
        keeping.begin(self.pictures)
        self._shelf = Shelf(self.folder / "finished")
        return self

    @property
    def pictures(self) -> Path:
        """The photos, voices and finished files that presses may read, and nothing else."""
        return self.folder / "pictures"

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Let running work finish, unless a person interrupted it; work that has not started is dropped."""
        wait = kind is None or not issubclass(kind, KeyboardInterrupt)
        self._pool.shutdown(wait=wait, cancel_futures=True)
        self._easel.shutdown(wait=wait, cancel_futures=True)
        if wait:
            easel.end()
            setting.end()

    def begin(self, job: Job) -> Future[Pressed]:
        """Start pressing and return the future file of a job at once.

        Two jobs with the same bytes, such as a sheet of `build/` and its twin on the site, are pressed once.
        """
        key = key_of_sheet(job.piece, job.sheet)
        if key not in self._begun:
            self._begun_sheets += not job.for_site
            self._begun[key] = self._pool.submit(self._press_one, job, key)
        return self._begun[key]

    def made(self, job: Job, pressed: Future[Pressed], small: str = "") -> bool:
        """Wait for a sheet and return whether it was made; one that was refused is noted, and stops nothing else.

        `small` is the path, from the project folder, of a picture of it which is waited for instead.
        """
        try:
            pressed.result()
        except SheetRefused as refused:
            self.refused.setdefault(small or f"{BUILD}/{job.sheet.path if job.on_site else job.path}", refused)
            return False
        return True

    def all_begun(self) -> None:
        """Take what has begun as the whole; what is made of finished files comes on top, and is counted without end."""
        self._of = self._begun_sheets

    def staged(self, job: Job, lying: Lying) -> Pressed:
        """Press what is staged in the same way; what is `lying` there already is not even asked for."""
        key = key_of_sheet(job.piece, job.sheet)
        pressed = lying.get(job.path, key)
        if pressed is None:
            return lying.put(job.path, key, self._press_one(job, key))
        refuse(job.sheet)
        self.sheets.note_used((key,))
        return lying.put(job.path, key, pressed)

    def pictures_of(self, wanted: Iterable[Rendition], folder: str, lying: Lying) -> dict[str, Path]:
        """Return where the photos of pages lie, by where they are staged: in a folder, under their names."""
        found: dict[str, Path] = {}
        for each in wanted:
            key = photos.key_of_rendition(each.digest, each.width, each.format, each.face)
            path = f"{folder}/{each.name}"
            pressed = lying.get(path, key)
            if pressed is None:
                file = self._rendition(each)
                pressed = Pressed(file, *measured(file))
            self.photos.note_used((key,))
            found[path] = lying.put(path, key, pressed).file
        return found

    def thumbnail(self, job: Job, made: Future[Pressed]) -> Future[Pressed]:
        """Start a small picture of a file; it is drawn once the file is finished."""
        return self._easel.submit(lambda: self._thumbnail(job, made.result()))

    def renditions(self, wanted: Iterable[Rendition]) -> dict[str, Path]:
        """Return where photos lie at the given sizes, by name."""
        return {rendition.name: self._rendition(rendition) for rendition in wanted}

    def _press_one(self, job: Job, key: str) -> Pressed:
        refuse(job.sheet)
        pressed, told = self._stored(job, key)
        if pressed is None or not pressed.stands:
            self.rest.note(job.sheet)
        if pressed is None:
            job = replace(job, sheet=with_view(job.sheet))
            self._lay_out_pictures(job)
            for entry in job.sheet.looks_into:
                self._lay(finished_name(entry.sha256), partial(keeping.link, self.folder / entry.path))
            self.pressed.append(job.path)
            view = drawn(job.sheet, self._code)
            with refusing():
                value = job.piece.press.press(job.piece.template, view, self.pictures, told.append)
            self._keep(key, value, told)
            memory.trim_much()
            if self.sheets.second and not job.sealed:
                self.sheets.second.put(key, remarks.joined(told, value))
            pressed = self._shelf.put(value)
        self.coarse.update(remark for remark in told if isinstance(remark, Coarse))
        fits = tuple(remark for remark in told if isinstance(remark, Fit))
        if not job.for_site:
            with self._lock:
                self._done += 1
                self.progress(self._done, self._of if self._done <= self._of else 0, job.sheet.title)
        if unfit := tuple(fit for fit in fits if not fit.fits):
            raise SheetRefused(unfit)
        if fits:
            self._keep_fits(job, fits)
        return pressed

    def _stored(self, job: Job, key: str) -> tuple[Pressed | None, list[Fit | Coarse]]:
        """Return a sheet that was pressed before, here or on another machine, and what its press remarked about it.

        One that stands in the last build is not even read. What nobody may know yet stays on the machine that was asked
        for it.
        """
        told = remarks.read(self.sheets.get(key_of("told", key)))
        if told is not None and (stands := self.last.pressed(self.sheets.about(key))):
            return stands, told
        value = self.sheets.get(key)
        if value is None and self.sheets.second and not job.sealed:
            value, told = remarks.apart(self.sheets.second.get(key))
            if value is not None and told is not None:
                self._keep(key, value, told)
        if value is None or told is None:  # another version said it in another form: it is made anew
            return None, []
        return self._shelf.put(value), told

    def _keep(self, key: str, value: bytes, told: list[Fit | Coarse]) -> None:
        if told:
            self.sheets.put(key_of("told", key), remarks.written(told))
        self.sheets.put(key, value)

    def _keep_fits(self, job: Job, fits: tuple[Fit, ...]) -> None:
        """Record what was set smaller, by sheet, under the sheet that all of them look like."""
        self.fits.setdefault(job.sheet.look or job.path, {})[job.path] = fits

    def fitted(self) -> list[tuple[str, tuple[Fit, ...]]]:
        """Return what was set smaller once for sheets that look the same: on the plain one, or else on the first."""
        return sorted((path, told.get(path) or told[min(told)]) for path, told in self.fits.items())

    def _code(self, url: str) -> str:
        """Return the drawing of a code; a stored one spares loading the package that draws codes."""
        key = key_of("code", materials.of_presses(), url)
        return (self.sheets.get(key) or self.sheets.put(key, qr.svg(url).encode())).decode()

    def _thumbnail(self, job: Job, made: Pressed) -> Pressed:
        key = key_of("thumbnail", materials.of_presses(), made.sha256)
        travels = not job.sealed
        if stands := self.last.pressed(self.sheets.about(key)):
            return stands
        small = self.sheets.get(key, travels=travels)
        if small is None:
            finished = read(made)
            with refusing():
                drawn_small = job.piece.press.thumbnail(finished)
            small = self.sheets.put(key, drawn_small, travels=travels)
        return self._shelf.put(small)

    def _lay_out_pictures(self, job: Job) -> None:
        """Put the photos and voices that a view names where its press may read them; a page only names them."""
        if job.is_page:
            return
        self.renditions(job.sheet.renditions)
        for digest in job.sheet.sounds:
            self._lay(sound_name(digest), partial(self._put_voice, digest))

    def _put_voice(self, digest: str, file: Path) -> None:
        voice = self.photos.get(digest)
        if voice is None:
            raise KeyError(digest)  # reading the records stored it a moment ago
        keeping.replace(file, voice)

    def _rendition(self, wanted: Rendition) -> Path:
        def put(file: Path) -> None:
            how = wanted.digest, wanted.width, wanted.format, wanted.face
            made = photos.rendition(self.photos, *how, draw=easel.photo)
            keeping.replace(file, made)

        return self._lay(wanted.name, put)

    def _lay(self, name: str, put: Callable[[Path], object]) -> Path:
        """Return where a file lies that presses read; whoever asks first puts it there.

        A press in another thread may have it open a moment later, and Windows lets no open file be replaced.
        """
        with self._lock:
            mine = self._laid.setdefault(name, Lock())
        file = self.pictures / name
        with mine:
            if not file.exists():
                put(file)
        return file
