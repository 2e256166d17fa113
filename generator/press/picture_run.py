"""Draws large pictures in a process of its own, one after another, and gives back the memory of each.

A page for a print shop takes as much memory to draw as all else that a build does at the same time. For each picture
come in on standard input what is wanted, as JSON, and a PDF; out go its bytes. Each has its length in front. The
process ends with its input. `picture` is the other side.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from generator.press import memory
from generator.press.pixels import saved

if TYPE_CHECKING:
    from typing import IO

LENGTH = 8
"""Bytes of a length, the most significant first."""


def put(out: IO[bytes], value: bytes) -> None:
    """Write a value with its length in front."""
    out.write(len(value).to_bytes(LENGTH, "big"))
    out.write(value)


def taken(source: IO[bytes]) -> bytes | None:
    """Return the next value, or None where the input ends before it does."""
    length = source.read(LENGTH)
    size = int.from_bytes(length, "big")
    value = source.read(size) if len(length) == LENGTH else b""
    return value if len(length) == LENGTH and len(value) == size else None


def main() -> None:
    """Answer for each picture that is wanted."""
    memory.give_back()
    source, out = sys.stdin.buffer, sys.stdout.buffer
    while (wanted := taken(source)) is not None and (made := taken(source)) is not None:
        put(out, saved(made, json.loads(wanted)))
        out.flush()
        memory.trim()


if __name__ == "__main__":
    main()
