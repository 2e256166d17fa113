"""A batch as plain command lines, one an office, for who hands out work already: Slurm, GNU parallel, a git host."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

from generator.batch import task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.batch.offices import Office


def lines(offices: Iterable[Office], moment: str, shared: str = "") -> Iterator[str]:
    """Yield one line for each office that can be built; it works by itself, from any folder."""
    for office in offices:
        if office.project:
            folder = os.path.abspath(office.project)  # noqa: PTH100 - a link stays a link
            yield _line(task.command(folder, moment, shared=shared))


def _line(words: tuple[str, ...]) -> str:
    """Return a command as a person types it; where the product is not installed, it says where it lies."""
    installed = task.PACKAGE.parent.name == "site-packages"
    if sys.platform == "win32":
        return subprocess.list2cmdline(words)
    front = () if installed else ("env", f"PYTHONPATH={task.PACKAGE.parent}")
    return shlex.join((*front, *words))
