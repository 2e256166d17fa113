"""A voice for a script: which scripts there are to read, and the command that takes a recording in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.amending.held import Held

LARGEST: Final = 80 * 1024 * 1024
"""Bytes of a recording: a quarter of an hour as WAV."""

ENDINGS: Final = frozenset({".wav", ".mp3", ".m4a", ".aac", ".flac", ".ogg", ".opus"})


class Read(NamedTuple):
    """A script to be read: its key, what it announces and for whom, how long it may take, and its words."""

    key: str
    title: str
    seconds: int
    once: tuple[str, ...]


def scripts(held: Held, year: int) -> list[Read]:
    """Return what may be read in a round now, and what is recorded before its moment, each once."""
    from generator.ledger import recorded  # brings all pieces, which the first page need not wait for

    records = held.read()[0]
    if records is None:
        return []
    found = {
        script.key: Read(
            script.key,
            f"{script.news} {script.scene.village.number} ({script.seconds} วินาที)",
            script.seconds,
            script.once,
        )
        for script in recorded.scripts(records, held.moment())
        if script.scene.award_round.year == year and script.own
    }
    return list(found.values())


def typed(file: Path, year: int, form: Mapping[str, str]) -> list[str]:
    """Return the command that takes a file in as the voice of a script."""
    reader = form.get("reader", "").strip()
    return [
        "import",
        "audio",
        str(file),
        "--script",
        form.get("script", ""),
        "--year",
        str(year),
        *(["--reader", reader] if reader else []),
        *(flag for name, flag in (("publish", "--publish"), ("twice", "--twice")) if form.get(name)),
        *(() if form.get("chime") else ("--no-chime",)),
    ]
