"""The recorded voices of a round: whether each is still the sound that was imported; opens none as sound."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

from generator import model
from generator.reading import photo_path
from generator.reading.checks import unique
from generator.reading.schema import Unread
from generator.reading.tree import Fault, Saying, place_of
from generator.reading.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.reading import schema
    from generator.reading.record import Record
    from generator.store import Store

FOLDER, SUFFIX = "audio", ".flac"


def path_of(script: str) -> str:
    """Return where a script's voice is, relative to the round's folder."""
    return f"{FOLDER}/{script}{SUFFIX}"


def faults(record: schema.Recordings, folder: Path, store: Store) -> Iterator[Fault]:
    """Yield what is wrong with the recordings in a round's folder, and put those in order into the store."""
    with suppress(Unread):
        yield from unique(("recordings",), "script", [each.script for each in record.recordings])
        for index, each in enumerate(record.recordings):
            with suppress(Unread):
                saying = _kept(folder, each.script, each.sound, store)
                if saying:
                    yield Fault(("recordings", index, "script"), saying)


def _kept(folder: Path, script: str, digest: str, store: Store) -> Saying | None:
    """Put a voice into the store, unless it is not the one that was imported."""
    file = photo_path.resolve(folder, path_of(script))
    if isinstance(file, Saying):
        return say(
            f"ไม่พบไฟล์เสียง {path_of(script)}",
            f"there is no {path_of(script)}",
            f"วางไฟล์เดิมกลับที่เดิม หรือสั่ง tonbaep import audio ไฟล์เสียง --script {script} ใหม่ ถ้าเลิกใช้ให้ลบรายการนี้",
            f"put it back, or run tonbaep import audio FILE --script {script}; delete this item if it is not wanted",
        )
    value = file.read_bytes()
    if hashlib.sha256(value).hexdigest() != digest:
        return say(
            f"ไฟล์ {path_of(script)} ไม่ใช่ไฟล์ที่โปรแกรมบันทึกไว้ ระดับเสียงจึงไม่แน่นอน",
            f"{path_of(script)} is not the file that was imported, so its level is unknown",
            f"สั่ง tonbaep import audio ไฟล์เสียง --script {script} แทนการวางไฟล์เอง",
            f"run tonbaep import audio FILE --script {script} instead of putting a file there",
        )
    if store.get(digest) is None:
        store.put(digest, value)
    return None


def facts(record: Record[schema.Recordings]) -> tuple[model.Recording, ...]:
    """Return the recordings of a file without faults, each with its place in it."""
    return tuple(
        model.Recording(
            script=each.script,
            words=each.words,
            sound=each.sound,
            seconds=each.seconds,
            slot=each.slot,
            recorded=each.recorded,
            reader=each.reader or "",
            on_site=each.publish,
            chime=each.chime,
            twice=each.twice,
            line=place.line,
            column=place.column,
        )
        for index, each in enumerate(record.value.recordings)
        for place in (place_of(record.tree, ("recordings", index, "script")),)
    )
