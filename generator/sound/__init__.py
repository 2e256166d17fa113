"""A recorded voice: opened from what a phone wrote, trimmed, levelled, put behind a chime; knows nothing of records.

Sound is one channel of `float32` samples at `RATE`, full scale 1.0. numpy, sphn and soundfile are loaded by the modules
below, and these only where there is a recording: a build without one never waits for them.
"""

RATE = 44_100
"""Samples a second of everything that is made: what the oldest player with a USB port takes."""
