"""A sheet as a picture: set as paper is, then drawn by another engine at stated pixels, without metadata.

PNG for a lobby's screen, by its width in pixels; JPEG for print, by its dots per inch, which the file also states; JPEG
of a stated weight for links and posts.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from generator.piece import Unpictured, unheard
from generator.press import easel
from generator.press.typeset import TYPESET

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.piece import Tell


class Picture(Unpictured):
    """The view's `pixels` hold `width` or `dpi`, and `format`; `most` is the most bytes that a JPEG may have."""

    name = "picture"

    def materials(self, template: str) -> bytes:
        """Return what the sheet depends on, and the version of the package that draws it."""
        return TYPESET.materials(template) + version("pypdfium2").encode()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the picture of all pages, below each other."""
        return easel.drawn(TYPESET.press(template, view, pictures, tell), view["pixels"])


PICTURE = Picture()
