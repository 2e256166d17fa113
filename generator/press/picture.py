"""A sheet as a picture: set as paper is, then drawn by another engine at stated pixels, without metadata.

PNG for a lobby's screen, by its width in pixels; JPEG for print, by its dots per inch, which the file also states; JPEG
of a stated weight for links and posts.
"""

from __future__ import annotations

import io
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from generator.piece import Unpictured, unheard
from generator.press.pdfium import first_page
from generator.press.typeset import TYPESET

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.piece import Tell


QUALITIES = (92, 88, 84, 80, 75, 70, 64, 58, 50, 42)
"""The qualities of a JPEG, best first; the edges of letters stay clean down to about seventy."""


class Picture(Unpictured):
    """The view's `pixels` hold `width` or `dpi`, and `format`; `most` is the most bytes that a JPEG may have."""

    name = "picture"

    def materials(self, template: str) -> bytes:
        """Return what the sheet depends on, and the version of the package that draws it."""
        return TYPESET.materials(template) + version("pypdfium2").encode()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the picture of the first page."""
        made = TYPESET.press(template, view, pictures, tell)
        wanted = view["pixels"]
        picture = first_page(made, lambda width, _: wanted["dpi"] / 72 if "dpi" in wanted else wanted["width"] / width)
        out = io.BytesIO()
        if wanted["format"] == "jpg":
            about = {"dpi": (wanted["dpi"], wanted["dpi"])} if "dpi" in wanted else {}
            for quality in QUALITIES if "most" in wanted else QUALITIES[:1]:
                out = io.BytesIO()
                picture.save(out, "JPEG", quality=quality, subsampling=0, **about)
                if out.tell() <= wanted.get("most", out.tell()):
                    break
        else:
            picture.save(out, "PNG", compress_level=3)
        return out.getvalue()


PICTURE = Picture()
