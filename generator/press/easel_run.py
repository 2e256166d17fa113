"""Draws pictures in a process of its own, one after another, and gives back the memory of each.

A page for a print shop takes as much memory to draw as all else that a build does at the same time. `easel` is the
other side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.press import memory, pixels
from generator.press.apart import serve
from generator.reading.photos import renditions

if TYPE_CHECKING:
    from collections.abc import Mapping


def drawn(wanted: Mapping[str, Any], given: bytes) -> tuple[dict[str, Any], bytes]:
    """Return nothing to say, and a finished PDF, or a photo's master, as the picture that is wanted."""
    value = renditions.drawn(wanted, given) if "form" in wanted else pixels.drawn(given, wanted)
    if "dpi" in wanted:
        memory.trim()
    return {}, value


if __name__ == "__main__":
    memory.give_back()
    serve(drawn)
