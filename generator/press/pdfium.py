"""Finished PDFs as pictures, drawn by another engine than the one that set them, for one thread at a time."""

from __future__ import annotations

import re
from contextlib import closing
from ctypes import c_ubyte
from functools import partial
from math import ceil
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.Image import Image
    from pypdfium2 import PdfPage

    Scale = Callable[[float, float], float]

ONE_AT_A_TIME = Lock()
"""pdfium draws for one thread at a time; Typst and the WebP writer can share."""

_LAYOUT = {"rev_byteorder": True, "prefer_bgrx": True}
_BYTES = 4
"""The layout of pixels that Pillow has too, so that there is only one picture in memory, and its bytes a pixel."""

_PROFILED = re.compile(rb"\[\s*/ICCBased (\d+) 0 R\s*\]")
_CHANNELS = {b"3": b"/DeviceRGB", b"1": b"/DeviceGray"}


def first_page(made: bytes, scale: Scale) -> Image:
    """Return the first page of a finished PDF; `scale` is given its size in points and returns the pixels per point."""
    return _drawn(made, scale, 1)[0]


def every_page(made: bytes, scale: Scale) -> list[Image]:
    """Return all pages of a finished PDF in the same way."""
    return _drawn(made, scale, None)


def pages_in_one(made: bytes, scale: Scale) -> Image:
    """Return all pages of a finished PDF below each other, drawn where they stay: no page is in memory twice.

    Raises `ValueError` for pages that are not equally wide.
    """
    import pypdfium2
    from PIL import Image

    with ONE_AT_A_TIME, closing(pypdfium2.PdfDocument(unprofiled(made))) as document:
        sizes = [document.get_page_size(number) for number in range(len(document))]
        widths, heights = zip(*(_pixels(size, scale) for size in sizes), strict=True)
        if len(set(widths)) > 1:
            message = f"pages of {sorted(set(widths))} pixels below each other"
            raise ValueError(message)
        whole = bytearray(_BYTES * widths[0] * sum(heights))
        for number, size in enumerate(sizes):
            place = _BYTES * widths[0] * sum(heights[:number])
            part = (c_ubyte * (_BYTES * widths[0] * heights[number])).from_buffer(whole, place)
            with closing(document[number]) as page:
                page.render(
                    scale=scale(*size), bitmap_maker=partial(pypdfium2.PdfBitmap.new_native, buffer=part), **_LAYOUT
                )
    return Image.frombuffer("RGBX", (widths[0], sum(heights)), whole, "raw", "RGBX", 0, 1)


def pixels_of(made: bytes, scale: Scale) -> int:
    """Return how many pixels all pages of a finished PDF have together."""
    import pypdfium2

    with ONE_AT_A_TIME, closing(pypdfium2.PdfDocument(made)) as document:
        sizes = [_pixels(document.get_page_size(number), scale) for number in range(len(document))]
    return sum(width * height for width, height in sizes)


def _pixels(size: tuple[float, float], scale: Scale) -> tuple[int, int]:
    """Return the size of a drawn page, as pdfium's package rounds it."""
    width, height = size
    return ceil(width * scale(width, height)), ceil(height * scale(width, height))


def page_count(made: bytes) -> int:
    """Return how many pages a finished PDF has."""
    import pypdfium2

    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(made)
        count = len(document)
        document.close()
    return count


def page_texts(made: bytes) -> list[str]:
    """Return the text of each page of a finished PDF."""
    import pypdfium2

    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(made)
        texts = [page.get_textpage().get_text_range() for page in document]
        document.close()
    return texts


def unprofiled(made: bytes) -> bytes:
    """Return a PDF of ours whose colours need no conversion to become a picture; all other bytes stay in place.

    PDF/A requires that a file says what its numbers mean, and Typst says sRGB each time. Pictures are sRGB, too, so the
    conversion changes no pixel, but pdfium would do it for every one, in half of the time that it takes to draw a page.
    """
    return _PROFILED.sub(lambda found: _device(found, made), made)


def _device(found: re.Match[bytes], made: bytes) -> bytes:
    profile = re.search(rb"\s" + found[1] + rb" 0 obj\s*<<(.*?)>>", made, re.DOTALL)
    channels = re.search(rb"/N (\d)", profile[1]) if profile else None
    name = _CHANNELS.get(channels[1]) if channels else None
    return b"[" + name.ljust(len(found[0]) - 2) + b"]" if name else found[0]


def _drawn(made: bytes, scale: Scale, most: int | None) -> list[Image]:
    import pypdfium2

    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(unprofiled(made))
        pages = [document[number] for number in range(len(document))[:most]]
        drawn = [_picture(page, scale) for page in pages]
        document.close()
    return drawn


def _picture(page: PdfPage, scale: Scale) -> Image:
    """Return a page drawn by itself."""
    size = scale(page.get_width(), page.get_height())
    picture: Image = page.render(scale=size, **_LAYOUT).to_pil()
    return picture
