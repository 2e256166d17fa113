"""The pages of a finished PDF as the bytes of one picture; imports little, for the sake of `picture_run`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from generator.press.pdfium import every_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PIL.Image import Image

QUALITIES = (92, 88, 84, 80, 75, 70, 64, 58, 50, 42)
"""The qualities of a JPEG, best first; the edges of letters stay clean down to about seventy."""


def saved(made: bytes, wanted: Mapping[str, Any]) -> bytes:
    """Return a finished PDF as a picture of the wanted size, format and weight, its pages below each other."""
    pages = every_page(made, lambda width, _: wanted["dpi"] / 72 if "dpi" in wanted else wanted["width"] / width)
    picture = _below(pages) if pages[1:] else pages.pop()
    out = io.BytesIO()
    if wanted["format"] == "jpg":
        about = {"dpi": (wanted["dpi"], wanted["dpi"])} if "dpi" in wanted else {}
        for quality in QUALITIES if "most" in wanted else QUALITIES[:1]:
            out = io.BytesIO()
            picture.save(out, "JPEG", quality=quality, subsampling=0, **about)
            if out.tell() <= wanted.get("most", out.tell()):
                break
    else:
        from generator.reading.photos.png import as_png

        return as_png(picture.convert("RGB"))  # of the drawing itself, nothing stays in memory
    return out.getvalue()


def _below(pages: list[Image]) -> Image:
    from PIL import Image

    joined = Image.new(pages[0].mode, (pages[0].width, sum(page.height for page in pages)))
    above = 0
    for page in pages:
        joined.paste(page, (0, above))
        above += page.height
    return joined
