"""Files that somebody brought to the desk for a command: papers stay with the office's papers, answers do not.

What citizens answered lies outside the project, only until the command that reads it is done with.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Final

from generator.amending.save import keep

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.disk.aside import Aside

FOLDER: Final = "build/papers/{year}/returned"
"""Where they lie, from the project folder; what a command writes beside a file lies there as well."""
_LONGEST: Final = 80


def put_aside(folder: Aside, files: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Write files under their names into a folder that will be gone, and return where they are."""
    return [keep(Path(folder.name), *_named(name), value) for name, value in files]


def bring(project: Path, year: int, files: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Write files under their names, and return where they are; another of a name stays, and this is numbered."""
    folder = project / FOLDER.format(year=year)
    return [keep(folder, *_named(name), value) for name, value in files]


def _named(name: str) -> tuple[str, str]:
    """Return a file's name as it may stand here, and its ending, whatever a browser said of folders."""
    last = PurePosixPath(PureWindowsPath(name).name).name
    stem, ending = PurePosixPath(last).stem, PurePosixPath(last).suffix.lower()
    sound = "".join(each for each in stem if each.isalnum() or each in " -_.()" or "\u0e00" <= each <= "\u0e7f").strip(
        " ."
    )
    return sound[:_LONGEST] or "file", ending if ending.isascii() and ending[1:].isalnum() else ""
