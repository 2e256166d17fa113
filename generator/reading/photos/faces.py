"""Asks where the faces of photos are: new photos in one process for all, known ones from the store.

`finder` is the other side. Where it cannot be asked, photos are shown as if no face had been found.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.model import Face
from generator.reading.photos import apart
from generator.store import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.store import Store

VERSION = 1
"""Raise it with every change to what is found; photos are called by it in every sheet, as by that of `photos`."""

AT_ONCE = 24
"""Photos that one process is given: 20 MB."""

LONGEST = 120.0
"""Seconds for them all; a photo takes a tenth of one."""

_FINDER = Path(__file__).with_name("finder.py")


def found(store: Store, masters: Iterable[str]) -> dict[str, tuple[Face, ...] | None]:
    """Return the faces of each photo by the digest of its master, the largest first; None where nobody could look."""
    lines = {digest: store.get(_key(digest), travels=True) for digest in masters}
    new = [digest for digest, line in lines.items() if line is None]
    for begin in range(0, len(new), AT_ONCE):
        some = new[begin : begin + AT_ONCE]
        for digest, line in zip(some, _asked([store.get(digest) or b"" for digest in some]), strict=False):
            lines[digest] = store.put(_key(digest), line, travels=True)
    return {digest: None if line is None else _faces(line) for digest, line in lines.items()}


def person(store: Store, digest: str, number: int) -> dict[str, Any]:
    """Return what was found of one face: `square`, `tone` and `mask`, a PNG (base64) that is white where the person is.

    Raises `LookupError` if the store has lost it; reading the records again brings it back.
    """
    line = store.get(_key(digest))
    if line is None:
        raise LookupError(digest)
    told: dict[str, Any] = json.loads(line)[number]
    return told


def _key(digest: str) -> str:
    return key_of("faces", VERSION, digest)


def _asked(photos: list[bytes]) -> list[bytes]:
    """Return a line for each photo, as far as the process came."""
    lines: list[bytes] = []
    with suppress(apart.TooLong, apart.NotStarted):
        _, answer = apart.asked(_FINDER, b"".join(len(photo).to_bytes(4) + photo for photo in photos), LONGEST)
        lines = answer.split(b"\n")[:-1]
    return [line for line in lines if line.startswith(b"[")]


def _faces(line: bytes) -> tuple[Face, ...]:
    return tuple(_face(number, told) for number, told in enumerate(json.loads(line)))


def _face(number: int, told: dict[str, Any]) -> Face:
    x, y, height = told["face"]
    eyes, (left, top, side) = told["eyes"], told["square"]
    return Face(number, (x, y), height, (eyes[0], eyes[1]), (left, top, side), told["whole"])
