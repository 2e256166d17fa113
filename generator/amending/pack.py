"""Puts packs into `build/`, and records what was handed out, so that it can be called back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.disk import own
from generator.disk.swap import write_whole
from generator.dispatch import adding
from generator.dispatch.packs import PIECES, packed
from generator.ledger import releases

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime
    from pathlib import Path

    from generator.disk.swap import Workshop
    from generator.ledger.releases import Release
    from generator.model import Records
    from generator.problems import Problem

NOTE = "โปรแกรมเขียนไฟล์นี้เมื่อสั่ง tonbaep pack เพื่อให้บอกได้ว่าต้องเก็บหรือพิมพ์แผ่นไหนใหม่ อย่าลบและอย่าแก้"


def pack(workshop: Workshop, records: Records, moment: datetime) -> tuple[list[str], tuple[Problem, ...]]:
    """Put every pack that has files into `build/`; return their paths from the project folder, and warnings.

    `moment` is now, by the real clock: what is handed out is out.
    The caller holds the workshop's lock. Raises what `packed` raises.
    """
    packs = packed(workshop, records, moment)
    # Written before anything can be handed out: what is not on the list would never be called back.
    keep(workshop.project, packs.before, packs.now)
    adding.add(workshop, PIECES, packs.additions)
    return [addition.entry.path for addition in packs.additions], packs.warnings


def remember(project: Path, known: Sequence[Release], built: Release) -> tuple[Release, ...]:
    """Keep what was built, and perhaps printed though never packed, as the release before the last one handed out.

    Return all releases, newest first. The next errata still compare with what was handed out last.
    """
    if any(built.same_as(release) for release in known):
        return tuple(known)
    history = (*known[:1], built, *known[1 : releases.BEFORE])
    _write(project, history)
    return history


def keep(project: Path, known: Sequence[Release], now: Release) -> None:
    """Record that `now` is handed out; packing the same files again changes nothing."""
    if not (known and known[0].same_as(now)):
        _write(project, (now, *known[: releases.BEFORE]))


def note_collected(project: Path, records: Records, known: Sequence[Release], keys: Collection[str]) -> None:
    """Record that the sheets these people had to come off are back, so that no list asks for them again.

    Each release is asked by itself: a file without the photo has the path of the file with it, and is still out.
    """

    def noted(release: Release) -> Release:
        back = {
            take_down.key: tuple(entry.path for entry in take_down.files)
            for take_down in releases.take_downs(records, [release])
            if take_down.key in keys
        }
        earlier = release.collected
        return replace(release, collected={**earlier, **{key: (*earlier.get(key, ()), *back[key]) for key in back}})

    _write(project, [noted(release) for release in known])


def _write(project: Path, known: Sequence[Release]) -> None:
    releases.set_aside(project)
    write_whole(
        own.behind(project / releases.PATH), {"note": NOTE, "releases": [release.as_json() for release in known]}
    )
