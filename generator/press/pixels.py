"""Finished PDFs as the bytes of a picture; imports little, for the sake of `easel_run`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from generator.press.pdfium import first_page, pages_in_one

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.press.pdfium import Scale

QUALITIES = (92, 88, 84, 80, 75, 70, 64, 58, 50, 42)
"""The qualities of a JPEG, best first; the edges of letters stay clean down to about seventy."""


def drawn(made: bytes, wanted: Mapping[str, Any]) -> bytes:
    """Return a finished PDF as a picture of the wanted size, format and weight.

    `wanted` has `dpi`, `width` or a `box` of width and height. A `box` is the first page's, as JPEG of a `quality`,
    `progressive` or not; otherwise the pages stand below each other, as PNG or as JPEG of at most so many bytes.
    """
    if "box" in wanted:
        return _small(made, wanted)
    picture = pages_in_one(made, scale(wanted))
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


def scale(wanted: Mapping[str, Any]) -> Scale:
    """Return how many pixels a point has on a page of a width and height in points."""
    if "dpi" in wanted:
        return lambda _, __: wanted["dpi"] / 72
    across, down = wanted["box"] if "box" in wanted else (wanted["width"], None)
    return lambda width, height: min(across / width, down / height) if down else across / width


def _small(made: bytes, wanted: Mapping[str, Any]) -> bytes:
    picture, out = first_page(made, scale(wanted)), io.BytesIO()
    how = {"optimize": True, "progressive": True} if wanted.get("progressive") else {}
    picture.convert("RGB").save(out, "JPEG", quality=wanted["quality"], **how)
    return out.getvalue()
