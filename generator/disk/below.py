"""What lies in a folder, at any depth; asks the system once for each folder, and makes no object for each path."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def files(folder: Path, ending: str = "") -> Iterator[str]:
    """Yield the paths of all files with an ending, counted from the folder, in the order of folders and names.

    A link to a file is a file; a link that leads to nothing or to a folder is none, and what is behind that is not in
    the folder.
    """
    for above, folders, names in os.walk(folder):
        folders.sort()
        front = "" if (within := os.path.relpath(above, folder)) == "." else f"{Path(within).as_posix()}/"
        for name in sorted(names):
            if name.endswith(ending) and os.path.isfile(os.path.join(above, name)):  # noqa: PTH113, PTH118 - no object for each
                yield f"{front}{name}"
