"""Whether a JPEG without its end mark shows its whole picture; reads marks, decodes nothing.

A camera that ran out of battery and some programs leave the last two bytes away, and every viewer shows such a picture.
A copy that broke off lacks the same two bytes, and rows with them.
"""

from __future__ import annotations

import re
import struct

END = b"\xff\xd9"

_SCAN = b"\xff\xda"
_MARK = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.DOTALL)
"""A mark that ends the rows of a scan: stuffed bytes and restarts do not."""

_RESTART = re.compile(rb"\xff[\xd0-\xd7]")

_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_BARE = {0x01, *range(0xD0, 0xD9)}
"""Marks without a length behind them."""

_NOISE = bytes(range(254, 0, -1))
_PADDING = 16
_HIGHEST = 63


def unended(raw: bytes) -> bytes | None:
    """Return a JPEG's bytes up to where its end mark should be, or None if it has one."""
    if raw.rfind(END) > raw.rfind(_SCAN) or _walked(raw)[0] is not None:
        return None
    body = raw.rstrip(b"\0")  # a disk that filled up leaves zeros
    if len(raw) - len(body) < _PADDING:
        body = raw
    elif body.endswith(b"\xff"):
        body += b"\0"
    return body[:-1] if body.endswith(b"\xff") else body


def before_end(raw: bytes) -> bytes:
    """Return a JPEG's bytes up to its end mark, which may stand where a copy broke off."""
    return raw[: _walked(raw)[0]]


def noise(body: bytes) -> bytes:
    """Return rows of nothing: a decoder that still waits for rows, or for the next restart, takes these for them.

    One that has all rows passes them over. So a picture is whole if it looks the same with them and without.
    """
    turns = _RESTART.findall(body, body.rfind(_SCAN))
    turn = (turns[-1][1] - 0xD0 + 1) % 8 if turns else 0
    return _NOISE + b"\xff%c" % (0xD0 + turn) + _NOISE


def has_every_scan(raw: bytes) -> bool:
    """Return whether the scans bring each coefficient of each component to its last bit."""
    _, components, scans = _walked(raw)
    fine = {(which, place) for names, first, last in scans for which in names for place in range(first, last + 1)}
    return bool(components) and fine >= {(which, place) for which in components for place in range(_HIGHEST + 1)}


def _walked(raw: bytes) -> tuple[int | None, set[int], list[tuple[bytes, int, int]]]:
    """Return where the end mark is, if there is one, the frame's components, and the scans that bring last bits.

    A scan is its components and its first and last coefficient.
    """
    components: set[int] = set()
    scans: list[tuple[bytes, int, int]] = []
    at = 2
    while found := _MARK.search(raw, at):
        at, kind = found.end(), raw[found.end() - 1]
        if kind == END[1]:
            return found.start(), components, scans
        if kind in _BARE or len(raw) < at + 2:
            continue
        (length,) = struct.unpack_from(">H", raw, at)
        segment = raw[at + 2 : at + length]
        at += length
        if kind in _FRAMES and len(segment) > 5:
            components = set(segment[6::3])
        elif kind == _SCAN[1] and segment and len(segment) >= 4 + 2 * segment[0]:
            count = segment[0]
            first, last, bits = segment[1 + 2 * count : 4 + 2 * count]
            if not bits & 0x0F:
                scans.append((segment[1 : 1 + 2 * count : 2], first, min(last, _HIGHEST)))
    return None, components, scans
