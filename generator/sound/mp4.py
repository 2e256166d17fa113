"""The AAC of an M4A file, taken out of its box and framed as a stream (ADTS); decodes nothing.

The decoder reads AAC but does not find out from an MP4 file how many channels it has. Boxes are ISO/IEC 14496-12 and
-14, the stream's frames ISO/IEC 13818-7; only what phones and recorders write is read: one table of samples, no
fragments.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PARENTS = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}
_LARGE, _TO_THE_END = 1, 0
_SAMPLE_ENTRY = 28
"""Bytes of an audio sample entry before the boxes in it."""
_CONFIG = 5
"""The tag of the decoder's own settings in an `esds` box."""
_LC = 2
_KINDS = {_LC, 5, 29}
"""Audio object types: plain AAC, and the two (SBR, PS) that add to it what a plain decoder ignores."""
_LAST_RATE = 12
"""Sampling rates are written as an index into the standard's list, which ends here."""
_LONGEST_FRAME = (1 << 13) - 1


class Unusable(ValueError):
    """The file is not M4A, is damaged, or holds another kind of sound than AAC."""


def is_mp4(opening: bytes) -> bool:
    """Return whether the first bytes are those of an MP4 file, whatever it is called."""
    return opening[4:8] == b"ftyp"


def adts(whole: bytes) -> bytes:
    """Return the first AAC track of a file as a stream that a decoder reads by itself; raises `Unusable`."""
    try:
        tracks = [(start, end) for name, start, end in _walk(whole, 0, len(whole)) if name == b"trak"]
        for track in tracks:
            table = {name: (start, end) for name, start, end in _walk(whole, *track)}
            config = _config(whole, table)
            if config is not None:
                opening = _opening(config)
                return b"".join(opening(len(frame)) + frame for frame in _frames(whole, table))
    except (struct.error, IndexError, KeyError) as fault:
        raise Unusable(str(fault)) from None
    raise Unusable


def _walk(whole: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield each box's name and where its content begins and ends, parents before their children."""
    while start + 8 <= end:
        size, name = struct.unpack_from(">I4s", whole, start)
        content = start + 8
        if size == _LARGE:
            (size,) = struct.unpack_from(">Q", whole, content)
            content += 8
        stop = end if size == _TO_THE_END else start + size
        if not content <= stop <= end:
            raise Unusable(name)
        yield name, content, stop
        if name in _PARENTS:
            yield from _walk(whole, content, stop)
        start = stop


def _config(whole: bytes, table: dict[bytes, tuple[int, int]]) -> bytes | None:
    """Return the decoder's settings of a track, or None where it is not AAC."""
    if b"stsd" not in table:
        return None
    start, end = table[b"stsd"]
    entry = start + 8
    if whole[entry + 4 : entry + 8] != b"mp4a":
        return None
    for name, first, last in _walk(whole, entry + 8 + _SAMPLE_ENTRY, end):
        if name == b"esds":
            return _descriptor(whole[first + 4 : last])
    return None


def _descriptor(esds: bytes) -> bytes:
    """Return the settings within nested descriptors: a tag, a length of up to four bytes of seven bits, content."""
    at = 0
    passed_over = {3: 3, 4: 13}
    while at < len(esds):
        tag, length, at = esds[at], 0, at + 1
        for _ in range(4):
            byte, at = esds[at], at + 1
            length = length << 7 | byte & 0x7F
            if not byte & 0x80:
                break
        if tag == _CONFIG:
            return esds[at : at + length]
        at += passed_over.get(tag, length)
    raise Unusable


def _opening(config: bytes) -> Callable[[int], bytes]:
    """Return what the seven bytes before each frame are made of: sync word, profile, rate, channels, length, buffer."""
    kind, rate, channels = config[0] >> 3, (config[0] & 7) << 1 | config[1] >> 7, config[1] >> 3 & 0xF
    if kind not in _KINDS or rate > _LAST_RATE or channels not in {1, 2}:
        raise Unusable
    same = 0xFFF1 << 40 | (_LC - 1) << 38 | rate << 34 | channels << 30 | 0x7FF << 2

    def opening(size: int) -> bytes:
        if size + 7 > _LONGEST_FRAME:
            raise Unusable
        return (same | (size + 7) << 13).to_bytes(7, "big")

    return opening


def _frames(whole: bytes, table: dict[bytes, tuple[int, int]]) -> Iterator[bytes]:
    """Yield the track's samples: sizes from `stsz`, chunks from `stco` or `co64`, how many in each from `stsc`."""
    start, end = table[b"stsz"]
    same, count = struct.unpack_from(">4xII", whole, start)
    if same or start + 12 + 4 * count > end:
        raise Unusable  # frames of AAC differ in size
    sizes = iter(struct.unpack_from(f">{count}I", whole, start + 12))
    for chunk, held in _chunks(whole, table):
        at = chunk
        for _ in range(held):
            size = next(sizes, None)
            if size is None:
                return
            if at + size > len(whole):
                return  # a recording that was cut off: what is there is used
            yield whole[at : at + size]
            at += size


def _chunks(whole: bytes, table: dict[bytes, tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where each chunk begins, and how many samples it holds."""
    letter, name = ("Q", b"co64") if b"co64" in table else ("I", b"stco")
    start, end = table[name]
    (count,) = struct.unpack_from(">4xI", whole, start)
    if start + 8 + count * struct.calcsize(letter) > end:
        raise Unusable
    offsets = struct.unpack_from(f">{count}{letter}", whole, start + 8)
    first, last = table[b"stsc"]
    (runs,) = struct.unpack_from(">4xI", whole, first)
    if first + 8 + 12 * runs > last:
        raise Unusable
    held = dict(struct.unpack_from(">II", whole, first + 8 + 12 * run) for run in range(runs))
    now = 0
    for number, offset in enumerate(offsets, 1):
        now = held.get(number, now)
        yield offset, now
