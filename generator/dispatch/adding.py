"""Adds what is made from finished files, such as proof books and packs, to `build/` with its entries: all or nothing.

A build that changes any file removes such files again, since they no longer describe what stands beside them.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.building.listing import of_job
from generator.building.plan import Job
from generator.disk import keeping, outputs
from generator.disk.swap import Swap
from generator.ledger import kept, manifest, places, unchanged
from generator.ledger.places import BUILD
from generator.piece import Entry
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from generator.disk.swap import Workshop
    from generator.piece import Piece, Sheet, Use


class Addition(NamedTuple):
    """A file to be added to `build/`: its entry and its bytes."""

    entry: Entry
    value: bytes

    @classmethod
    def of_piece(cls, piece: Piece[Any], sheet: Sheet, value: bytes) -> Addition:
        """Return a sheet of a piece that is made from finished files."""
        job = Job(piece, sheet, sheet.path, "internal", piece.channel)
        return cls(of_job(job, f"{BUILD}/{sheet.path}", value), value)

    @classmethod
    def of_file(cls, path: str, value: bytes, *, piece: str, called: str, use: Use, year: int = 0) -> Addition:
        """Return a file that no piece lays out: a pack, or a machine's reading of a script."""
        digest = hashlib.sha256(value).hexdigest()
        title = f"{called} {year}" if year else called
        facts = Entry(path, piece, title, "internal", digest, len(value), year=year, kind="dispatch", use=use)
        return cls(replace(facts, called=called), value)


def finished(workshop: Workshop) -> list[Entry]:
    """Return the entries of what the last build made; raises `ProblemsFound` where a file has been changed since."""
    project = workshop.project
    outputs.check(project, (BUILD,))
    entries = [entry for entry in manifest.read(project / BUILD, workshop.own) if entry.kind != "dispatch"]
    if not entries:
        raise ProblemsFound((_problem(f"{BUILD}/{manifest.PATH}", _NOTHING),))
    changed = [entry.path for entry in entries if not kept.is_as_made(project, entry)]
    if changed:
        raise ProblemsFound(_problem(path, _CHANGED) for path in changed)
    return entries


def add(workshop: Workshop, pieces: Collection[str], additions: Iterable[Addition]) -> None:
    """Replace the earlier files of these pieces by new ones; the caller holds the workshop's lock.

    Files of other pieces, and files that are not ours, stay; what people went on writing in the earlier ones is kept
    aside.
    """
    project, fresh, added = workshop.project, workshop.fresh, list(additions)
    outputs.check(project, (BUILD,))
    before = manifest.read(project / BUILD, workshop.own)
    others = [entry for entry in before if entry.piece not in pieces]
    for entry in others:
        if places.is_in_build(entry) and os.path.lexists(project / entry.path):
            keeping.link(project / entry.path, fresh / entry.path)
    for entry, value in added:
        keeping.write(fresh / entry.path, value)
    entries = others + [addition.entry for addition in added]
    manifest.write(fresh / BUILD, entries)
    ours = {entry.path for entry in before} | {f"{BUILD}/{manifest.PATH}"}
    keeping.refuse(keeping.carry_over(project, fresh, [BUILD], ours))
    aside = kept.keep(project, fresh, (BUILD,), (entry for entry in before if entry.piece in pieces))
    kept.remember(workshop, aside)
    workshop.own.told += kept.named(aside)
    workshop.swap([Swap(fresh / BUILD, project / BUILD)])
    made = {entry.path for entry, _ in added} | {f"{BUILD}/{manifest.PATH}"}
    unchanged.left(workshop, made, {entry.path for entry in others})


_NOTHING = (
    Text("ยังไม่มีไฟล์ที่สร้างไว้", "nothing has been built yet"),
    Text("สั่ง tonbaep build ก่อน", "run tonbaep build first"),
)
_CHANGED = (
    Text("ไฟล์นี้หายไปหรือถูกแก้หลังจากโปรแกรมสร้าง", "this file is missing, or was changed after it was made"),
    Text("สั่ง tonbaep build ใหม่ แล้วสั่งคำสั่งนี้อีกครั้ง", "run tonbaep build, then this command again"),
)


def _problem(path: str, said: tuple[Text, Text]) -> Problem:
    return Problem(path, 0, 0, "", *said)
