"""Records what a Python process changes below some folders, and which of our modules did it; Python loads it itself.

Environment variables say where to record and what to watch, for this process and for every process it starts.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTES, BELOW = "WATCHED_NOTES", "WATCHED_BELOW"
"""Environment variables: the file to record in, and the folders, joined like a search path."""

CHANGED = {
    "os.rename": (0, 1),
    "os.remove": (0,),
    "os.mkdir": (0,),
    "os.rmdir": (0,),
    "os.link": (1,),
    "os.symlink": (1,),
    "os.truncate": (0,),
    "os.chmod": (0,),
    "os.chown": (0,),
    "os.utime": (0,),
    "shutil.rmtree": (0,),
    "shutil.move": (0, 1),
    "shutil.copyfile": (1,),
    "shutil.copytree": (1,),
    "sqlite3.connect": (0,),
}
"""For each audit event of Python, which of its arguments are changed paths."""

HELD = "held open"
"""What is noted of a file that Windows would neither rename, replace nor remove, since this process has it open."""

_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def _changed(event: str, told: tuple[object, ...]) -> Iterator[object]:
    if event == "open":
        path, _, flags = told
        if isinstance(flags, int) and flags & _TO_WRITE:
            yield path
    else:
        yield from (told[place] for place in CHANGED.get(event, ()))


def _held(event: str, told: tuple[object, ...]) -> Iterator[str]:
    """Yield what Windows would refuse to move or remove: a file that this process has open, a folder with one in it."""
    if event not in {"os.rename", "os.remove"}:
        return
    handles = Path("/proc/self/fd")
    opened = [handle.resolve() for handle in handles.iterdir() if handle.is_file()]
    folder = told[-1]  # a descriptor, or -1
    beside = (handles / str(folder)).resolve() if isinstance(folder, int) and folder >= 0 else Path()
    for path in (told[place] for place in CHANGED[event]):
        if isinstance(path, (str, bytes, os.PathLike)):
            whole = (beside / os.fsdecode(path)).resolve()
            yield from (str(each) for each in opened if each.is_relative_to(whole))


def _at_it() -> list[str]:
    """Return our modules on the call stack; a module that is run directly is included under its name."""
    found = set()
    frame = sys._getframe()  # noqa: SLF001 - there is no other way to ask
    while frame:
        spec = frame.f_globals.get("__spec__")
        found.add(spec.name if spec else frame.f_globals.get("__name__", ""))
        frame = frame.f_back  # type: ignore[assignment] # the last has none
    return sorted(name for name in found if name.partition(".")[0] == "generator")


def watch(notes: str, below: list[str]) -> None:
    """Record changes from now on, one line of JSON each."""
    out = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    folders = [os.path.realpath(folder) for folder in below]

    def note(event: str, told: tuple[object, ...]) -> None:
        for path in _changed(event, told):
            if not isinstance(path, (str, bytes, os.PathLike)):
                continue
            whole = os.path.realpath(os.fsdecode(path))
            if any(whole == folder or whole.startswith(folder + os.sep) for folder in folders):
                os.write(out, f"{json.dumps([event, whole, _at_it()])}\n".encode())
        for held in _held(event, told):
            os.write(out, f"{json.dumps([HELD, held, _at_it()])}\n".encode())

    sys.addaudithook(note)


if NOTES in os.environ:
    # Tests that a shell runs in the background ignore Ctrl-C, and so would what they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    watch(os.environ[NOTES], os.environ[BELOW].split(os.pathsep))
