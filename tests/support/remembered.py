"""Photos that were opened once in this process, and the faces in them: most tests bring the same ones to a new store.

Opening a photo and looking for its faces takes longer than all else of reading a year's records. What is about photos
themselves (`tests/reading/photos`) opens each anew.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.reading.photos import faces, master

if TYPE_CHECKING:
    from collections.abc import Callable

    Put = Callable[[object, str, object], None]

_made, _asked = cache(master.made), faces._asked  # noqa: SLF001 - what opens photos, and nothing else
_LARGE = 1_000_000
"""Bytes of a photo that is not kept: there are few, and they are large."""
_lines: dict[bytes, bytes] = {}


def install(put: Put = setattr) -> None:
    """Have the product remember photos; `put` sets an attribute, as `monkeypatch.setattr` does."""
    put(master, "made", made)
    put(faces, "_asked", asked)


def made(raw: bytes, kind: str) -> tuple[bytes, int, int]:
    """Return a photo's master, and width and height of the upright original."""
    return _made(raw, kind) if len(raw) < _LARGE else _made.__wrapped__(raw, kind)


def asked(photos: list[bytes]) -> list[bytes] | None:
    """Return a line of faces for each photo, as far as the process came; None where another would come no further."""
    new = [photo for photo in dict.fromkeys(photos) if photo not in _lines]
    answers = _asked(new) if new else []
    if answers is None:
        return None
    found = dict(zip(new, answers, strict=False))
    _lines.update({photo: line for photo, line in found.items() if len(photo) < _LARGE})
    lines = [found.get(photo, _lines.get(photo)) for photo in photos]
    return [line for line in lines[: lines.index(None) if None in lines else None] if line is not None]
