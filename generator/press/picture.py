"""A sheet as a picture: set as paper is, then drawn by another engine at stated pixels, without metadata.

PNG for a lobby's screen, by its width in pixels; JPEG for print, by its dots per inch, which the file also states; JPEG
of a stated weight for links and posts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import version
from threading import Lock
from typing import TYPE_CHECKING, Any

from generator.piece import Unpictured, unheard
from generator.press.pixels import saved
from generator.press.typeset import TYPESET

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.piece import Tell


_ONE_AT_A_TIME = Lock()
"""A picture for a print shop takes 130 MB until it is written, one for a screen 25; those with a weight are small."""

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
        if "most" in wanted:
            return saved(made, wanted)
        with _ONE_AT_A_TIME:
            return _apart(made, wanted) if "dpi" in wanted else saved(made, wanted)


def _apart(made: bytes, wanted: Mapping[str, Any]) -> bytes:
    """Return what `saved` returns, made by a process of its own, whose memory ends with it."""
    try:
        done = subprocess.run(
            (sys.executable, "-P", "-m", "generator.press.picture_run"),
            check=False,
            input=json.dumps(wanted).encode() + b"\n" + made,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONSAFEPATH": "1"},
            creationflags=NO_WINDOW,
        )
    except OSError:
        return saved(made, wanted)  # no further process may begin: then it takes the memory here
    if done.returncode or not done.stdout:
        message = f"drawing ended with code {done.returncode}"
        raise RuntimeError(message)
    return done.stdout


PICTURE = Picture()
