"""A recorded voice: opened from what a phone wrote, trimmed, levelled, put behind a chime; knows nothing of records.

Sound is one channel of `float32` samples at `RATE`, full scale 1.0. The modules below load numpy, sphn and
soundfile, and are imported only where there is a recording: a build without one never waits for them.
"""

RATE = 44_100
"""Samples per second of everything that is made: what the oldest player with a USB port accepts."""

CHIME, AFTER_CHIME, BEFORE_AGAIN, AT_THE_END = 3.2, 0.8, 2.0, 0.5
"""Seconds of the chime, and of the pauses around a voice that is played."""

QUIET = 0.3
"""Seconds that are kept before and after the words."""


def playing(words: float, *, chime: bool, twice: bool) -> float:
    """Return how many seconds a file plays whose words last `words` seconds."""
    reading = words + 2 * QUIET
    return (CHIME + AFTER_CHIME if chime else 0) + reading + (BEFORE_AGAIN + reading if twice else 0) + AT_THE_END
