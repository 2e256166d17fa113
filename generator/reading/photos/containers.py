"""What the boxes of HEIC and AVIF and the chunks of PNG say of a picture, read without decoding it.

Both are walked within bounds, since the bytes may be broken or made to do harm; what is not understood is not there.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_BOXES = 4096
_EXTENDED = 0x7FFF


class Coding(NamedTuple):
    """Code points of ITU-T H.273 for a picture's primaries and its transfer from light to figures."""

    primaries: int
    transfer: int


def brands(raw: bytes) -> frozenset[bytes]:
    """Return all brands of a file of boxes, the first and the compatible ones; none where it is no such file."""
    if raw[4:8] != b"ftyp":
        return frozenset()
    end = min(max(int.from_bytes(raw[:4], "big"), 12), len(raw), 4096)
    return frozenset({raw[8:12], *(raw[at : at + 4] for at in range(16, end - 3, 4))})


def coding_of_boxes(raw: bytes) -> Coding | None:
    """Return the coding (`nclx`) of a HEIC's or AVIF's main picture, or None where its boxes tell none."""
    try:
        meta = next((raw[begin + 4 : end] for kind, begin, end in _boxes(raw) if kind == b"meta"), b"")
        parts = {kind: meta[begin:end] for kind, begin, end in _boxes(meta)}
        inner = {kind: parts[b"iprp"][begin:end] for kind, begin, end in _boxes(parts[b"iprp"])}
        shared = inner[b"ipco"]
        properties = [(kind, shared[begin:end]) for kind, begin, end in _boxes(shared)]
        for number in _properties_of(inner[b"ipma"], _main(parts[b"pitm"])):
            kind, body = properties[number - 1]
            if kind == b"colr" and body[:4] == b"nclx":
                return Coding(*struct.unpack_from(">HH", body, 4))
    except (KeyError, IndexError, struct.error):
        return None
    return None


def _boxes(raw: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield kind, begin and end of the content of each box."""
    at = 0
    for _ in range(_MOST_BOXES):
        if at + 8 > len(raw):
            return
        size, head = int.from_bytes(raw[at : at + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(raw[at + 8 : at + 16], "big"), 16
        elif size == 0:
            size = len(raw) - at
        if size < head:
            return
        yield raw[at + 4 : at + 8], at + head, min(at + size, len(raw))
        at += size


def _main(pitm: bytes) -> int:
    return int(struct.unpack_from(">H" if pitm[0] == 0 else ">I", pitm, 4)[0])


def _properties_of(ipma: bytes, item: int) -> list[int]:
    """Return the numbers of an item's properties, which count from 1."""
    version, wide = ipma[0], ipma[3] & 1
    (entries,) = struct.unpack_from(">I", ipma, 4)
    at = 8
    for _ in range(min(entries, _MOST_BOXES)):
        (which,) = struct.unpack_from(">I" if version else ">H", ipma, at)
        at += 4 if version else 2
        count, at = ipma[at], at + 1
        numbers = [
            struct.unpack_from(">H", ipma, at + 2 * n)[0] & _EXTENDED if wide else ipma[at + n] & 0x7F
            for n in range(count)
        ]
        at += count * (2 if wide else 1)
        if which == item:
            return [number for number in numbers if number]
    return []


def coding_of_chunks(raw: bytes) -> Coding | None:
    """Return the coding (`cICP`) of a PNG, or None where it tells none."""
    at = 8
    for _ in range(_MOST_BOXES):
        size, kind = int.from_bytes(raw[at : at + 4], "big"), raw[at + 4 : at + 8]
        if kind == b"cICP" and size == 4 and len(raw) > at + 10:
            return Coding(raw[at + 8], raw[at + 9])
        if kind in {b"IDAT", b""}:
            break
        at += size + 12
    return None


def coding_of_profile(profile: bytes) -> Coding | None:
    """Return the coding (`cicp`) that an ICC profile holds besides its curves, or None where there is none."""
    count = min(int.from_bytes(profile[128:132], "big"), 100)
    for at in range(132, 132 + 12 * count, 12):
        if profile[at : at + 4] == b"cicp":
            begin = int.from_bytes(profile[at + 4 : at + 8], "big") + 8
            if len(profile) >= begin + 2:
                return Coding(profile[begin], profile[begin + 1])
    return None
