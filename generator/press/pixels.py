"""The pages of a finished PDF as the bytes of one picture; imports little, for the sake of `picture_run`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from generator.press.pdfium import pages_in_one

if TYPE_CHECKING:
    from collections.abc import Mapping

QUALITIES = (92, 88, 84, 80, 75, 70, 64, 58, 50, 42)
"""The qualities of a JPEG, best first; the edges of letters stay clean down to about seventy."""


def saved(made: bytes, wanted: Mapping[str, Any]) -> bytes:
    """Return a finished PDF as a picture of the wanted size, format and weight, its pages below each other."""
    picture = pages_in_one(made, lambda width, _: wanted["dpi"] / 72 if "dpi" in wanted else wanted["width"] / width)
    if wanted["format"] != "jpg":
        from generator.reading.photos.png import as_png

        picture = picture.convert("RGB")  # of the drawing itself, nothing stays in memory
        return as_png(picture)
    about = {"dpi": (wanted["dpi"], wanted["dpi"])} if "dpi" in wanted else {}
    out = io.BytesIO()
    for quality in QUALITIES if "most" in wanted else QUALITIES[:1]:
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=quality, subsampling=0, **about)
        if out.tell() <= wanted.get("most", out.tell()):
            break
    return out.getvalue()
