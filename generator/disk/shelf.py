"""Where finished files lie until their folder is complete: on the disk at once, so that no build holds them in memory.

They are spoken of by their digest and size, and whoever wants to look into one opens it. What would come out as it
stands in the last build's folders is neither fetched nor copied: it gets a second name in the new ones.
"""

from __future__ import annotations

import hashlib
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.disk import keeping
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Pressed(NamedTuple):
    """A finished file: where it lies, and the digest and number of its bytes; `stands` if the last build made it."""

    file: Path
    sha256: str
    bytes: int
    stands: bool = False


def measured(file: Path) -> tuple[str, int]:
    """Return the digest of a file's bytes (SHA-256, as hex) and how many they are."""
    value = file.read_bytes()
    return hashlib.sha256(value).hexdigest(), len(value)


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


@dataclass(slots=True)
class Last:
    """What the last build made and nobody has touched since: digests by path from the folder of `site/` and `build/`.

    `stay` are the digests of what stands in the new folders as it stood in these, by the same paths.
    """

    folder: Path = Path()
    digests: Mapping[str, str] = field(default_factory=dict)
    stay: dict[str, str] = field(default_factory=dict)
    _files: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Know the files by what is in them, too."""
        self._files = {digest: path for path, digest in self.digests.items()}

    def pressed(self, known: tuple[str, int] | None) -> Pressed | None:
        """Return the file with a digest and a number of bytes, if one stands anywhere."""
        path = self._files.get(known[0]) if known else None
        return Pressed(self.folder / path, *known, stands=True) if path and known else None

    def forget(self, name: str) -> None:
        """Forget what stays in one of the new folders, which is made anew."""
        self.stay = {path: digest for path, digest in self.stay.items() if not path.startswith(f"{name}/")}

    def measured(self, path: str, place: Path) -> tuple[str, int]:
        """Return digest and number of bytes of what stands in a new place; only what is new there is read."""
        known = self.stay.get(path)
        return (known, place.stat().st_size) if known else measured(place)

    def keep(self, path: str, place: Path) -> None:
        """Give what stands at a path a second name, in its new folder; a disk without hard links gets a copy."""
        with _being_there(path):
            keeping.link(self.folder / path, place)
        self.stay[path] = self.digests[path]

    def bring(self, pressed: Pressed, path: str, place: Path) -> None:
        """Make a finished file stand in its new place: in the first as it is, in any other as a copy.

        Somebody who goes on writing in the file of one place would otherwise write into that of the other, too, and
        what hangs on the board would be on the site unread.
        """
        if self.digests.get(path) == pressed.sha256:
            self.keep(path, place)
        elif not pressed.stands and pressed.file.stat().st_nlink == 1:
            keeping.link(pressed.file, place)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            with _being_there(pressed.file.name):
                shutil.copyfile(pressed.file, place)


def read(pressed: Pressed) -> bytes:
    """Return the bytes of a finished file."""
    with _being_there(pressed.file.name):
        return pressed.file.read_bytes()


@contextmanager
def _being_there(path: str) -> Iterator[None]:
    """Say of a file of the last build that somebody has just taken it away; the folders stay as they were."""
    try:
        yield
    except FileNotFoundError:
        raise ProblemsFound((Problem(path, 0, 0, "", *_GONE),)) from None


_GONE = (
    Text("มีคนลบหรือย้ายไฟล์นี้ระหว่างที่โปรแกรมกำลังสร้าง", "this file was deleted or moved while the program was building"),
    Text("สั่งสร้างใหม่อีกครั้ง ไฟล์เดิมใน site และ build ยังอยู่ครบ", "run the command again; site and build are as they were"),
)
