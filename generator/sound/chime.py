"""The three tones before an announcement, made here: ติ๊ง ต่อง ติ่ง, struck like the bars of a vibraphone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from generator.sound import CHIME, RATE

if TYPE_CHECKING:
    from generator.sound.loudness import Sound

_TONES = ((0.0, 659.26), (0.55, 523.25), (1.1, 783.99))
"""When each is struck, in seconds, and its pitch in hertz: E, C and G, within what a horn loudspeaker carries."""
_PARTIALS = ((1, 1.0, 0.75), (2, 0.12, 0.40), (4, 0.22, 0.22), (10, 0.03, 0.06))
"""Multiple of the pitch, strength, and seconds in which it falls to a third; a tuned bar rings at 1, 4 and 10."""
_STRIKE = 0.004
"""Seconds in which a tone rises, as under a soft mallet; without them it would click."""
_END = 0.3


@cache
def rung() -> Sound:
    """Return the chime, not yet levelled."""
    time = np.arange(round(CHIME * RATE)) / RATE
    sound = np.zeros_like(time)
    for struck, pitch in _TONES:
        since = np.maximum(time - struck, 0)
        rise = 1 - np.exp(-since / _STRIKE)
        for multiple, strength, fall in _PARTIALS:
            sound += strength * rise * np.exp(-since / fall) * np.sin(2 * np.pi * multiple * pitch * since)
    sound *= np.minimum(1, (CHIME - time) / _END)
    return (0.3 * sound).astype(np.float32)
