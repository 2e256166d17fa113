"""A sheet as a picture: set as paper is, then drawn by another engine at stated pixels, without metadata."""

from __future__ import annotations

import io
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from generator.piece import unheard
from generator.press.typeset import TYPESET, first_page

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.piece import Tell


class Picture:
    """PNG for screens, by its width in pixels; JPEG for print, by its dots an inch, which the file also says.

    The view's `pixels` hold `width` or `dpi`, and `format`.
    """

    name = "picture"
    has_look = False

    def materials(self, template: str) -> bytes:
        """Return what the sheet depends on, and the version of what draws it."""
        return TYPESET.materials(template) + version("pypdfium2").encode()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the picture of the first page."""
        made = TYPESET.press(template, view, pictures, tell)
        wanted = view["pixels"]
        picture = first_page(made, lambda width, _: wanted["dpi"] / 72 if "dpi" in wanted else wanted["width"] / width)
        out = io.BytesIO()
        if wanted["format"] == "jpg":
            picture.save(out, "JPEG", quality=92, subsampling=0, dpi=(wanted["dpi"], wanted["dpi"]))
        else:
            picture.save(out, "PNG", compress_level=3)
        return out.getvalue()

    def thumbnail(self, made: bytes) -> bytes:
        """Refuse: a picture is its own look."""
        raise NotImplementedError(made)


PICTURE = Picture()
