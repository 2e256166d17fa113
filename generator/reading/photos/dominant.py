"""Which colours a picture has most of, to propose them: an office's seal shows the two that everybody knows it by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.palette import distance, oklch
from generator.reading.photos import master

if TYPE_CHECKING:
    from generator.store import Store

MANY: Final = 2
"""Colours that are proposed."""

_SIDE, _TONES = 96, 24
"""Pixels of the sides of what is looked at, and into how many tones it is divided."""

_LEAST_CHROMA: Final = 0.05
"""Below it a colour looks grey: paper, shadow and outline of a seal."""

_LEAST_SHARE: Final = 0.01
"""Of the picture; what is less is the edge between two colours."""

_APART: Final = 0.12
"""How far two colours of a pair are apart at least, so that nobody takes them for one."""


def dominant(store: Store, digest: str) -> tuple[str, ...]:
    """Return at most two colours of a master as `#rrggbb`, the one that there is most of first.

    None are returned where it has no colour, or where the store has lost it.
    """
    raw = store.get(digest)
    if raw is None:
        return ()
    toned = master.opened(raw, "JPEG").resize((_SIDE, _SIDE), master.hamming()).quantize(_TONES)
    parts, counts = toned.getpalette() or [], toned.histogram()[:_TONES]
    tones = [(count, "#" + bytes(parts[3 * at : 3 * at + 3]).hex()) for at, count in enumerate(counts) if count]
    chosen: list[str] = []
    for count, colour in sorted(tones, key=lambda tone: (-tone[0] * oklch(tone[1]).chroma, tone[1])):
        is_seen = count >= _LEAST_SHARE * _SIDE * _SIDE and oklch(colour).chroma >= _LEAST_CHROMA
        if is_seen and all(distance(colour, other) >= _APART for other in chosen):
            chosen.append(colour)
    return tuple(chosen[:MANY])
