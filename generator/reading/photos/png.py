"""A picture as PNG, with the same bytes on every system: packed by Python's own zlib, as documents and tables are.

Pillow's wheels for Windows and Linux hold different packers, and a file that was signed would be another on the other.
"""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

PACKED = 6
"""How hard, of nine: a twentieth smaller than by three, and a fiftieth larger than by nine."""

_BEGINS, _PIXELS = 8, b"IDAT"
"""Bytes that every PNG begins with, and the kind of chunk that holds pixels (W3C, PNG, 5.2 and 5.3)."""


def as_png(picture: Image.Image) -> bytes:
    """Return a picture as PNG. Chunks besides its pixels are as Pillow writes them."""
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=0)
    return b"".join(_packed(out.getbuffer()))


def _packed(png: memoryview) -> list[bytes]:
    """Return the parts of a PNG, its pixels packed and in one chunk, however Pillow divided them."""
    stored, packing = zlib.decompressobj(), zlib.compressobj(PACKED, memLevel=9)
    parts, pixels, at = [bytes(png[:_BEGINS])], [], _BEGINS
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        kind, ends = png[at + 4 : at + 8], at + 12 + length
        if kind == _PIXELS:
            pixels.append(packing.compress(stored.decompress(png[at + 8 : ends - 4])))
        else:
            parts.append(bytes(png[at:ends]))
        at = ends
    packed = b"".join((_PIXELS, *pixels, packing.flush()))
    chunk = struct.pack(">I", len(packed) - len(_PIXELS)) + packed + struct.pack(">I", zlib.crc32(packed))
    return [*parts[:-1], chunk, parts[-1]]
