"""A sheet as a picture: set as paper is, then drawn by another engine at stated pixels, without metadata.

PNG for a lobby's screen, by its width in pixels; JPEG for print, by its dots per inch, which the file also states; JPEG
of a stated weight for links and posts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from importlib.metadata import version
from threading import Lock
from typing import TYPE_CHECKING, Any

from generator.piece import Unpictured, unheard
from generator.press.picture_run import put, taken
from generator.press.pixels import saved
from generator.press.typeset import TYPESET

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.piece import Tell


NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0
"""Windows would open a black window for each picture."""


class Picture(Unpictured):
    """The view's `pixels` hold `width` or `dpi`, and `format`; `most` is the most bytes that a JPEG may have."""

    name = "picture"

    def materials(self, template: str) -> bytes:
        """Return what the sheet depends on, and the version of the package that draws it."""
        return TYPESET.materials(template) + version("pypdfium2").encode()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the picture of all pages, below each other."""
        made, wanted = TYPESET.press(template, view, pictures, tell), view["pixels"]
        return saved(made, wanted) if "most" in wanted else EASEL.drawn(made, wanted)


class Easel:
    """A process that draws large pictures, one at a time; begun by the first, it stays for the others until `end`."""

    def __init__(self) -> None:
        """Begin nothing yet."""
        self._one_at_a_time = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def drawn(self, made: bytes, wanted: Mapping[str, Any]) -> bytes:
        """Return what `saved` returns; raises `RuntimeError` where the process ends before it has answered."""
        with self._one_at_a_time:
            try:
                process = self._begun()
            except OSError:
                return saved(made, wanted)  # no further process may begin: then it takes the memory here
            assert process.stdin is not None and process.stdout is not None  # noqa: PT018, S101
            with suppress(BrokenPipeError):
                put(process.stdin, json.dumps(wanted).encode())
                put(process.stdin, made)
                process.stdin.flush()
            value = taken(process.stdout)
            if not value:
                code = self._ended(process)
                message = f"drawing ended with code {code}"
                raise RuntimeError(message)
            return value

    def _begun(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                (sys.executable, "-P", "-m", "generator.press.picture_run"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONSAFEPATH": "1"},
                creationflags=NO_WINDOW,
            )
        return self._process

    def _ended(self, process: subprocess.Popen[bytes]) -> int:
        self._process = None
        with process, suppress(BrokenPipeError):
            process.stdin and process.stdin.close()
        return process.returncode

    def end(self) -> None:
        """Let the process end once it has drawn what it was given; the next picture begins another."""
        with self._one_at_a_time:
            if self._process:
                self._ended(self._process)


EASEL, PICTURE = Easel(), Picture()
