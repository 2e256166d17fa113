"""Has pictures decoded, and faces found, by a process of its own: both engines are C++, and one dies of broken bytes.

The process gets bytes and gives pixels; it reads and writes no file, imports nothing from the folder it is started in,
and has a limit on time and, where the system knows one, on memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

LONGEST = 60.0
"""Seconds; 48 megapixels take 2 on an office computer, and one that is busy may need many times as long."""

MEMORY = 3 * 2**30
"""Bytes of address space; 60 megapixels need a third of it."""

_DECODER = Path(__file__).with_name("decoder.py")

_BANDS = {"L": 1, "RGB": 3, "RGBA": 4}

_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0
"""Windows would open a black window for each photo."""


class TooManyPixels(Exception):
    """A finding about a photo, which `read` puts into words."""

    def __init__(self, width: int, height: int, most: int) -> None:
        """Tell width and height of the picture, and the limit that they are over."""
        super().__init__(width, height, most)
        self.size, self.most = (width, height), most


class Damaged(Exception):
    """The decoder refused the bytes, or died of them; the first argument names the error."""


class TooLong(Exception):
    """The decoder did not end in time; the first argument is the limit in seconds."""


class NotStarted(Exception):
    """The system let no further process begin; the first argument is what it said."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A picture's pixels at the size of a master, its orientation (EXIF) and profile, its size before, and how many.

    Only a PDF has `pages`, of which the picture is one.
    """

    mode: str
    small: tuple[int, int]
    pixels: bytes
    turn: int
    profile: bytes
    size: tuple[int, int]
    pages: int


def decoded(raw: bytes, form: str, side: int, most: int) -> Decoded:
    """Return the picture that `raw` holds in a form (`HEIF`, `AVIF`, `WEBP`, `PDF:0`), scaled down to `side` pixels.

    Raises the findings of this module, and `ImportError` where a part of the program is missing.
    """
    code, answer = asked(_DECODER, raw, LONGEST, form, str(side), str(most), str(MEMORY))
    line, _, rest = answer.partition(b"\n")
    if code or not line:
        raise Damaged(_ended(code))
    return _answer(line, rest, most)


def asked(program: Path, given: bytes, longest: float, *words: str) -> tuple[int, bytes]:
    """Return the exit code and the answer of a program of this folder to what it is given.

    Raises `TooLong` if it takes more than so many seconds, and `NotStarted`.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and no word of it comes from a record
            (sys.executable, "-P", str(program), *words),
            check=False,
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=longest,
            env=_environment(),
            creationflags=_NO_WINDOW,
        )
    except subprocess.TimeoutExpired:
        raise TooLong(longest) from None
    except OSError as fault:
        raise NotStarted(fault.strerror) from None
    return done.returncode, done.stdout


def _environment() -> dict[str, str]:
    """Return what the process may know: where our libraries lie, but not the folder that the clerk works in."""
    here: Path | None
    try:
        here = Path.cwd()
    except OSError:
        here = None  # somebody removed it
    paths = [entry for entry in sys.path if entry and Path(entry).resolve() != here]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "MALLOC_ARENA_MAX": "2"}


def _ended(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"code {code:#x}"


def _answer(line: bytes, rest: bytes, most: int) -> Decoded:
    """Return the picture of an answer that is complete to the byte; any other counts as a decoder that failed."""
    try:
        told = json.loads(line)
        if "missing" in told:
            raise ImportError(told["missing"])
        if "too_many" in told:
            width, height = told["too_many"]
            raise TooManyPixels(width, height, most)
        if "fault" in told:
            raise Damaged(told["fault"])
        (width, height), (across, down), mode = told["size"], told["small"], told["mode"]
        begin = told["profile"]
        pixels = rest[begin:]
        found = Decoded(mode, (across, down), pixels, told["turn"], rest[:begin], (width, height), told["pages"])
        whole = min(width, height, across, down) > 0 and len(pixels) == across * down * _BANDS[mode]
    except (ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        message = "answer"
        raise Damaged(message)
    return found
