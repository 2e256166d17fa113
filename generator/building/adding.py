"""Adds to `build/` what is made from finished files, as proofs and packs are: with its entries, all of it or nothing.

A build that changes any file takes such files away again, since they no longer tell of what stands beside them.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.building import keeping, manifest, unchanged
from generator.building.making import BUILD
from generator.building.manifest import LATER, Entry
from generator.building.swap import Swap
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.building.swap import Workshop


def finished(project: Path) -> list[Entry]:
    """Return the entries of what the last build made; raises `ProblemsFound` where a file is not as it was made."""
    entries = [entry for entry in manifest.read(project / BUILD) if entry.piece not in LATER]
    if not entries:
        raise ProblemsFound((_problem(f"{BUILD}/{manifest.PATH}", _NOTHING),))
    changed = [entry.path for entry in entries if not _as_made(project, entry)]
    if changed:
        raise ProblemsFound(_problem(path, _CHANGED) for path in changed)
    return entries


def add(workshop: Workshop, piece: str, files: Mapping[str, tuple[str, bytes]]) -> None:
    """Put a piece's files, each a title and bytes by the path from the project folder, in the place of its former ones.

    The caller holds the workshop's lock. Others' files and other pieces stay.
    """
    project, fresh = workshop.project, workshop.fresh
    before = manifest.read(project / BUILD)
    kept = [entry for entry in before if entry.piece != piece]
    for entry in kept:
        if entry.path.startswith(f"{BUILD}/"):
            keeping.link(project / entry.path, fresh / entry.path)
    for path, (_, value) in files.items():
        keeping.write(fresh / path, value)
    entries = kept + [
        Entry(path, piece, title, "internal", hashlib.sha256(value).hexdigest(), len(value))
        for path, (title, value) in files.items()
    ]
    manifest.write(fresh / BUILD, entries)
    ours = {entry.path for entry in before} | {f"{BUILD}/{manifest.PATH}"}
    keeping.carry_over(project, fresh, [BUILD], ours)
    workshop.swap([Swap(fresh / BUILD, project / BUILD)])
    unchanged.left(workshop, {entry.path for entry in entries} | {f"{BUILD}/{manifest.PATH}"})


def _as_made(project: Path, entry: Entry) -> bool:
    file = project / entry.path
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == entry.sha256


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
