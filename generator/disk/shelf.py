"""Where finished files lie until their folder is complete: on the disk at once, so that no build holds them in memory.

They are spoken of by their digest and size, and whoever wants to look into one opens it.
"""

from __future__ import annotations

import hashlib
import shutil
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from generator.disk import keeping

if TYPE_CHECKING:
    from pathlib import Path


class Pressed(NamedTuple):
    """A finished file: where it lies, and the digest and number of its bytes."""

    file: Path
    sha256: str
    bytes: int


class Shelf:
    """A folder of one build for its finished files; threads may put files down at the same time."""

    def __init__(self, folder: Path) -> None:
        """Use a folder that does not exist yet."""
        self._folder, self._numbers = folder, count()
        keeping.begin(folder)

    def put(self, value: bytes) -> Pressed:
        """Write the bytes of a finished file and return what is known of it."""
        file = self._folder / str(next(self._numbers))
        file.write_bytes(value)
        return Pressed(file, hashlib.sha256(value).hexdigest(), len(value))


def bring(pressed: Pressed, place: Path) -> None:
    """Make a finished file stand in a place: in the first as it is, in any other as a copy.

    Somebody who goes on writing in the file of one place would otherwise write into that of the other, too, and what
    hangs on the board would be on the site unread. A disk without hard links has copies only.
    """
    if pressed.file.stat().st_nlink == 1:
        keeping.link(pressed.file, place)
    else:
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(pressed.file, place)
