"""Which papers in `build/papers` nobody has touched since the program wrote them: a newer one takes their place.

What was changed, filled in or made by another program is not ours and stays. The note is a file of the program's own;
without it everything is somebody's.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from generator.disk.keeping import replace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.disk.swap import Workshop

_NOTE = "papers.json"


class Untouched:
    """The note of a project: for each file that was written its digest, by its path from the project folder."""

    def __init__(self, workshop: Workshop) -> None:
        """Read the note; nothing is written yet."""
        self._project = workshop.project
        self._file = workshop.folder / _NOTE
        self._known = workshop.own.read(self._file, {str: str}, dict[str, str]) or {}

    def put(self, folder: Path, name: str, files: Mapping[str, bytes], *, forget: bool) -> list[Path]:
        """Write the files of one paper, by their endings, under one name, and return them.

        Where a file of that name is somebody's, all get the next number but those that are as they should be. One that
        is to be forgotten, such as a paper that has its number, is never written over afterwards.
        """
        number, made = 1, self._places(folder, name, files)
        there = {file: value for file, value in made.items() if file.exists() and file.read_bytes() == value}
        files = {file.suffix: value for file, value in made.items() if file not in there}
        made = self._places(folder, name, files)
        while not all(self._is_free(file, value) for file, value in made.items()):
            number += 1
            made = self._places(folder, f"{name}-{number}", files)
        made = there | made
        for file, value in made.items():
            if forget:
                self._known.pop(self._path(file), None)
            else:
                self._known[self._path(file)] = _digest(value)
            replace(file, value)
        self._save()
        return list(made)

    def _places(self, folder: Path, name: str, files: Mapping[str, bytes]) -> dict[Path, bytes]:
        return {folder / f"{name}{ending}": value for ending, value in files.items()}

    def _is_free(self, file: Path, value: bytes) -> bool:
        """Return whether a file may be written: there is none, it is the same already, or nobody touched ours."""
        if not file.exists():
            return True
        now = file.read_bytes()
        return now == value or _digest(now) == self._known.get(self._path(file))

    def _path(self, file: Path) -> str:
        return file.relative_to(self._project).as_posix()

    def _save(self) -> None:
        there = {path: digest for path, digest in sorted(self._known.items()) if (self._project / path).exists()}
        replace(self._file, json.dumps(there, indent=0).encode())


def _digest(value: bytes) -> str:
    return hashlib.sha256(value).hexdigest()
