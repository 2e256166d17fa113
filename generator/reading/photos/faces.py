"""Asks where the faces of photos are: new photos in one process for all, known ones from the store.

`finder` is the other side. Where it cannot be asked, photos are shown as if no face had been found.
"""

from __future__ import annotations

import json
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

_IN_VAIN = 4
"""How many processes in succession may end without a word: two for each of two photos, or none of them can begin."""

_FINDER = Path(__file__).with_name("finder.py")


def found(store: Store, masters: Iterable[str]) -> dict[str, tuple[Face, ...] | None]:
    """Return the faces of each photo by the digest of its master, the largest first; None where nobody could look."""
    lines = {digest: store.get(_key(digest), travels=True) for digest in masters}
    new = [digest for digest, line in lines.items() if line is None]
    died_of, in_vain = "", 0
    while new and in_vain < _IN_VAIN:
        some = new[:AT_ONCE]
        answers = _asked([store.get(digest) or b"" for digest in some])
        if answers is None:
            break
        for digest, line in zip(some, answers, strict=False):
            lines[digest] = store.put(_key(digest), line, travels=True)
        in_vain = 0 if answers else in_vain + 1
        new = new[len(answers) :]
        if len(answers) < len(some):
            hard = new[0]
            new = new[hard == died_of :]  # at the first time it may have been killed for want of memory
            died_of = hard
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


def _asked(photos: list[bytes]) -> list[bytes] | None:
    """Return a line for each photo, as far as the process came; None where another one would come no further."""
    try:
        _, answer = apart.asked(_FINDER, b"".join(len(photo).to_bytes(4) + photo for photo in photos), LONGEST)
    except (apart.TooLong, apart.NotStarted):
        return None
    return [line for line in answer.split(b"\n")[:-1] if line.startswith(b"[")]


def _faces(line: bytes) -> tuple[Face, ...]:
    return tuple(_face(number, told) for number, told in enumerate(json.loads(line)))


def _face(number: int, told: dict[str, Any]) -> Face:
    x, y, height = told["face"]
    eyes, (left, top, side) = told["eyes"], told["square"]
    return Face(number, (x, y), height, (eyes[0], eyes[1]), (left, top, side), told["whole"])
