"""Puts packs into `build/`, and keeps with the records what was handed out, so that it can be asked back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.building import adding, releasing
from generator.building.packing import PIECES, packed
from generator.building.swap import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.building.releasing import Release
    from generator.building.swap import Workshop
    from generator.model import Records
    from generator.problems import Problem

NOTE = "โปรแกรมเขียนไฟล์นี้เมื่อสั่ง tonbaep pack เพื่อให้บอกได้ว่าต้องเก็บหรือพิมพ์แผ่นไหนใหม่ อย่าลบและอย่าแก้"


def pack(workshop: Workshop, records: Records) -> tuple[list[str], tuple[Problem, ...]]:
    """Put every pack that has files into `build/`; return their paths from the project folder, and warnings.

    The caller holds the workshop's lock. Raises what `packed` raises.
    """
    made = packed(workshop, records)
    # Before anything can be handed out: what is not on the list would never be asked back.
    keep(workshop.project, made.before, made.now)
    adding.add(workshop, PIECES, made.additions)
    return [addition.entry.path for addition in made.additions], made.warnings


def remember(project: Path, releases: Sequence[Release], built: Release) -> tuple[Release, ...]:
    """Keep what was built and perhaps printed though it was never packed, behind what was handed out last.

    Return all releases, the newest first. What was handed out last stays what the next errata are told against.
    """
    if any(built.same_as(release) for release in releases):
        return tuple(releases)
    kept = (*releases[:1], built, *releases[1 : releasing.BEFORE])
    _write(project, kept)
    return kept


def keep(project: Path, releases: Sequence[Release], now: Release) -> None:
    """Keep that `now` is handed out; packing the same files again changes nothing."""
    if not (releases and releases[0].same_as(now)):
        _write(project, (now, *releases[: releasing.BEFORE]))


def _write(project: Path, releases: Sequence[Release]) -> None:
    write_whole(project / releasing.PATH, {"note": NOTE, "releases": [one.as_json() for one in releases]})
