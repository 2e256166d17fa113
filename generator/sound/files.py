"""Sound as the bytes of a file: FLAC for keeping, WAV and MP3 for playing; no tag except a title, and no date.

libsndfile writes all three. Its settings stand here, so the same sound is the same bytes.
"""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, Literal

import numpy as np
import soundfile

from generator.sound import RATE

if TYPE_CHECKING:
    from generator.sound.loudness import Sound

Format = Literal["wav", "mp3"]

_KILOBITS = 128
_MOST, _LEAST = 320, 32
"""Kilobits per second to which libsndfile maps 0 and 1, the ends of its scale of compression."""


def flac(sound: Sound) -> bytes:
    """Return the sound without loss, at half the size of WAV."""
    return _written(sound, format="FLAC", subtype="PCM_16")


def unpacked(value: bytes) -> Sound:
    """Return the sound of what `flac` wrote."""
    sound, _ = soundfile.read(io.BytesIO(value), dtype="float32")
    return np.asarray(sound)


def written(sound: Sound, form: Format, title: str) -> bytes:
    """Return the sound as a file to play; a WAV has no title."""
    if form == "wav":
        return _written(sound, format="WAV", subtype="PCM_16")
    compression = (_MOST - _KILOBITS) / (_MOST - _LEAST)
    how = {"compression_level": compression, "bitrate_mode": "CONSTANT"}
    return _titled(title) + _written(sound, format="MP3", subtype="MPEG_LAYER_III", **how)


def _written(sound: Sound, **how: object) -> bytes:
    out = io.BytesIO()
    soundfile.write(out, sound, RATE, **how)
    return out.getvalue()


def _titled(title: str) -> bytes:
    """Return an ID3 2.3 tag with a title alone; its size is written as four times seven bits."""
    text = b"\x01" + title.encode("utf-16")
    frame = b"TIT2" + struct.pack(">IH", len(text), 0) + text
    size = bytes(len(frame) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\x00\x00" + size + frame
