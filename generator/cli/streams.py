"""What a command meets before its first word: names of files in UTF-8, and streams, even where they were closed."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator


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


@contextmanager
def ours_alone() -> Iterator[None]:
    """Let only this process speak while this lasts: what it starts inherits streams that lead nowhere.

    An engine's workers that are killed, or that hear Ctrl-C with everybody, would tell of it in pages of their own.
    """
    before = sys.stdout, sys.stderr
    kept = [_set_apart(stream, number) for number, stream in enumerate(before, 1)]
    sys.stdout, sys.stderr = (stream or was for (_, stream), was in zip(kept, before, strict=True))
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
        for number, (spare, stream) in enumerate(kept, 1):
            if stream:
                stream.flush()
            os.dup2(spare, number)
            os.close(spare)


def _set_apart(stream: TextIO, number: int) -> tuple[int, TextIO | None]:
    """Let a number lead nowhere, and return another that leads where it did, and a stream there.

    There is no stream where this one does not write to that number, as a test's: it goes on as it is.
    """
    stream.flush()
    try:
        is_its_own = stream.fileno() == number
    except OSError:
        is_its_own = False
    spare = os.dup(number)
    _to_nowhere(number)
    if not is_its_own:
        return spare, None
    return spare, os.fdopen(spare, "w", encoding=stream.encoding, errors=stream.errors, closefd=False)


def silence(stream: TextIO) -> None:
    """Let a stream that can no longer be written to lead nowhere, so that its rest does no harm at the end."""
    _to_nowhere(stream.fileno())
