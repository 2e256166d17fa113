"""What a command meets before its first word: names of files in UTF-8, and streams, even where they were closed."""

from __future__ import annotations

import os
import sys
from typing import Literal, TextIO


def begin_in_utf8() -> None:
    """Begin this command anew where names of files are not UTF-8: libraries could not read a folder named in Thai.

    So it is with `LC_ALL=C` in a task of the system, when Python is told not to mend it.
    """
    if sys.getfilesystemencoding() != "utf-8" and os.environ.get("PYTHONUTF8") != "1":
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, (sys.executable, *sys.orig_argv[1:]))  # noqa: S606 - this very command


def open_all() -> bool:
    """Open what was closed before this program began, on nothing; return whether the answer had nowhere to go.

    The system gives the next file that is opened the first free number: without this, a warning of some library could
    be written into the middle of a store.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            _to_nowhere(number)
    unheard = sys.stdout is None
    sys.stdin = sys.stdin or _nowhere(0, "r")
    sys.stdout = sys.stdout or _nowhere(1, "w")
    sys.stderr = sys.stderr or _nowhere(2, "w")
    return unheard


def _nowhere(number: int, mode: Literal["r", "w"]) -> TextIO:
    opened: TextIO = os.fdopen(number, mode, encoding="utf-8", closefd=False)
    return opened


def _to_nowhere(number: int) -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    if nowhere != number:
        os.dup2(nowhere, number)
        os.close(nowhere)


def silence(stream: TextIO) -> None:
    """Let a stream that can no longer be written to lead nowhere, so that its rest does no harm at the end."""
    _to_nowhere(stream.fileno())
