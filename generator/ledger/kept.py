"""What people went on writing in finished files: kept aside under `build/kept`, named, and never written over unsaid.

A press release is made to be finished in Word, a broadcast log to be ticked off in Excel. A later build makes its own
file anew in the old place, and what differed there from what was made stands in `build/kept` from then on, as a file of
the office's own. A note of who is on it stays in the workshop, since a consent may be withdrawn later.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.disk import keeping
from generator.disk.swap import write_whole
from generator.ledger import manifest, releases
from generator.ledger.places import BUILD
from generator.piece import Entry
from generator.problems import Problem, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.disk.swap import Workshop
    from generator.model import Records

FOLDER = "build/kept"
_NOTE = "kept.json"
_SHAPE: dict[str, object] = {"files": [{}]}
_NAMED = 8
"""How many files are named one by one; beyond that a number is given."""


def unknown(path: str) -> Entry:
    """Return the entry of a file of which nothing is known but that the program made it once, or may have."""
    return Entry(path, "unknown", path, "internal", sha256="", bytes=0)


def is_as_made(project: Path, entry: Entry) -> bool:
    """Return whether a file is there, and is what was made."""
    file = project / entry.path
    return keeping.is_file(file) and hashlib.sha256(file.read_bytes()).hexdigest() == entry.sha256


def altered(project: Path, entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries in whose places something else stands than what was made."""
    there = (entry for entry in entries if os.path.lexists(project / entry.path))
    return [entry for entry in there if not is_as_made(project, entry)]


def not_ours(
    project: Path, paths: Iterable[str], entries: Iterable[Entry], owned: Mapping[str, bool]
) -> frozenset[str]:
    """Return those of some paths at which something stands that we did not make, or that was changed since.

    `owned` are those that the last build made, and whether each is untouched since: its list may be gone with `build/`.
    """
    made = {entry.path: entry for entry in entries}
    there = (path for path in paths if os.path.lexists(project / path) and not owned.get(path))
    return frozenset(path for path in there if path not in made or not is_as_made(project, made[path]))


def theirs(workshop: Workshop, names: Collection[str], old: Sequence[Entry], owned: Mapping[str, bool]) -> list[Entry]:
    """Carry over what is not ours, and return what people made of files that are made anew, kept aside.

    `owned` are all paths that the last build made, and whether each is untouched since. Where the list of that build is
    lost, nobody knows which files were ours: what is in our way is kept aside, too. Otherwise it is refused.
    """
    listed, manifest_path = {entry.path for entry in old}, f"{BUILD}/{manifest.PATH}"
    ours = listed | owned.keys() | {manifest_path}
    in_the_way = keeping.carry_over(workshop.outputs, workshop.fresh, names, ours)
    unlisted = [path for path in owned.keys() - listed - {manifest_path} if not owned[path]]
    if workshop.own.lost(workshop.outputs / manifest_path):
        unlisted += in_the_way
    else:
        keeping.refuse(in_the_way)
    touched = (entry for entry in old if not owned.get(entry.path))
    return keep(workshop.outputs, workshop.fresh, names, [*touched, *map(unknown, sorted(unlisted))])


def keep(project: Path, fresh: Path, names: Collection[str], entries: Iterable[Entry]) -> list[Entry]:
    """Keep aside in a fresh `build/` what people made of these files, and return its entries with their new paths.

    Only the folders named are made anew. What stands in the fresh folders too needs no keeping; neither does a folder,
    which is carried over.
    """
    kept = []
    for entry in altered(project, (entry for entry in entries if entry.path.partition("/")[0] in names)):
        old = project / entry.path
        if not keeping.same(old, fresh / entry.path) and (old.is_symlink() or not old.is_dir()):
            kept.append(replace(entry, path=keeping.keep_aside(project, fresh, FOLDER, entry.path), look=entry.path))
    return kept


def remember(workshop: Workshop, kept: Sequence[Entry]) -> None:
    """Keep who is on files that are kept aside, for as long as these are there; what is only looked at is not noted."""
    if workshop.is_preview:
        return
    before = [entry for entry in _known(workshop) if os.path.lexists(workshop.project / entry.path)]
    if kept or before:
        file = workshop.folder / _NOTE
        workshop.own.clear(file)
        listed = {entry.path: manifest.as_json(entry) for entry in (*before, *kept)}
        write_whole(file, {"files": list(listed.values())})


def _known(workshop: Workshop) -> list[Entry]:
    return workshop.own.read(workshop.folder / _NOTE, _SHAPE, manifest.entries) or []


def warnings(workshop: Workshop, records: Records, kept: Sequence[Entry]) -> Iterator[Problem]:
    """Yield what this build kept aside, and every file kept at any time that shows somebody it no longer may."""
    yield from named(kept)
    there = [entry for entry in _known(workshop) if os.path.lexists(workshop.project / entry.path)]
    for path in releases.stale(records, releases.showing(there)):
        yield Problem(path, 0, 0, "", *_SHOWS, warning=True)


def named(kept: Sequence[Entry]) -> Iterator[Problem]:
    """Yield a warning for each file that was kept aside just now; many are counted."""
    for entry in kept[:_NAMED]:
        yield Problem(entry.look or entry.path, 0, 0, "", *_kept_at(entry.path), warning=True)
    if len(kept) > _NAMED:
        yield Problem(FOLDER, 0, 0, "", *_and_more(len(kept) - _NAMED), warning=True)


def _kept_at(path: str) -> tuple[Text, Text]:
    return (
        Text(
            f"ไฟล์นี้ถูกแก้หลังจากโปรแกรมสร้าง ฉบับที่แก้เก็บไว้ที่ {path} และสร้างฉบับใหม่ไว้ที่เดิม",
            f"this was changed after it was made; the changed one is {path}, and a new one is in its place",
        ),
        Text("แก้ต่อในฉบับที่เก็บไว้ โปรแกรมจะไม่เขียนทับ ถ้าไม่ใช้แล้ว ลบได้", "go on in the kept one, which is never written over"),
    )


def _and_more(number: int) -> tuple[Text, Text]:
    return (
        Text(f"เก็บไฟล์ที่ถูกแก้ไว้อีก {number} ไฟล์", f"{number} more files that were changed are kept here"),
        Text("เปิดดูในโฟลเดอร์นี้ ถ้าไม่ใช้แล้ว ลบได้", "look into this folder; what is of no use may be deleted"),
    )


_SHOWS = (
    Text("ไฟล์ที่เก็บไว้นี้มีชื่อหรือภาพของผู้ที่เผยแพร่ไม่ได้แล้ว", "this kept file shows somebody who may not be shown any more"),
    Text("ลบชื่อหรือภาพนั้นออก หรือลบไฟล์นี้ คำเตือนหายไปเมื่อไฟล์นี้ไม่อยู่", "delete it; the warning goes away with the file"),
)
