"""A file that somebody recorded becomes one channel of sound, or a sentence why not; trusts nothing in the file.

WAV, MP3 and FLAC are read by the decoder itself, M4A by way of `mp4`. The file's own tags are never looked at, so none
can come out again.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import sphn

from generator.problems import Text
from generator.sound import RATE, mp4

if TYPE_CHECKING:
    from generator.sound.loudness import Sound

LARGEST = 200_000_000
"""Bytes of a file that is opened: a quarter of an hour of stereo WAV has 160 million."""
LONGEST = 15 * 60
"""Seconds of sound that are decoded."""

_RATES, _CHANNELS = range(8_000, 96_001), (1, 2)
"""What a recorder of voices writes: samples a second, and channels."""

_DEAD = 1e-3
"""A channel with less than this share of the other's power (-30 dB) holds no voice."""
_AGAINST = 0.1
"""Channels whose sum keeps less of their power than this cancel each other out."""


class Refused(Exception):
    """Why a recording cannot be used, and what to do."""

    def __init__(self, message: Text, fix: Text) -> None:
        """Say what is wrong and what to do."""
        super().__init__(message.en)
        self.message, self.fix = message, fix


def opened(file: Path) -> Sound:
    """Return the sound of a file as one channel; raises `Refused`, and `OSError` where it cannot be opened."""
    size = file.stat().st_size
    if size > LARGEST:
        raise Refused(
            Text(
                f"ไฟล์ใหญ่ {size // 1_000_000} ล้านไบต์ เกิน {LARGEST // 1_000_000} ล้าน",
                f"the file has {size // 1_000_000} million bytes, over {LARGEST // 1_000_000}",
            ),
            Text("เลือกเฉพาะไฟล์ที่อ่านบทนี้ หรืออัดใหม่เป็นไฟล์สั้น", "choose the file of this script alone, or record a short one"),
        )
    with file.open("rb") as opening:
        boxed = mp4.is_mp4(opening.read(8))
    return _one_channel(*(_unboxed(file) if boxed else _decoded(file)))


def _unboxed(file: Path) -> tuple[Sound, int]:
    try:
        stream = mp4.adts(file.read_bytes())
    except mp4.Unusable:
        raise _not_sound() from None
    with tempfile.TemporaryDirectory(prefix="tonbaep-") as folder:
        bare = Path(folder, "voice.aac")
        bare.write_bytes(stream)
        return _decoded(bare)


def _decoded(file: Path) -> tuple[Sound, int]:
    """Return channels by samples, and their rate; only what may be used is decoded, whatever the file promises."""
    try:
        reader = sphn.FileReader(str(file))
        rate: int = reader.sample_rate
        # The decoder asks for as much memory as a header promises, and ends the program where there is not enough.
        known = rate in _RATES and reader.channels in _CHANNELS
        channels: Sound = reader.decode(0.0, LONGEST + 1.0) if known else np.zeros((1, 0), np.float32)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - what ends a thread of the decoder's own language is no `Exception`
        raise _not_sound() from None
    if not channels.size:
        raise _not_sound()
    if channels.shape[1] > LONGEST * rate:
        raise Refused(
            Text(f"เสียงยาวเกิน {LONGEST // 60} นาที", f"the sound is longer than {LONGEST // 60} minutes"),
            Text("ตัดให้เหลือเฉพาะช่วงที่อ่านบทนี้", "cut out the part that reads this script"),
        )
    return channels, rate


def _one_channel(channels: Sound, rate: int) -> Sound:
    """Return one channel at our rate: the mean of two, or the louder where the other is dead or cancels it out."""
    channels = np.nan_to_num(channels, posinf=0.0, neginf=0.0)
    channels = channels - channels.mean(axis=1, keepdims=True)
    powers = np.square(channels, dtype=np.float64).mean(axis=1)
    together = channels.mean(axis=0)
    left = np.square(together, dtype=np.float64).mean()
    alone = powers.min() < _DEAD * powers.max() or left < _AGAINST * powers.max()
    voice = channels[powers.argmax()] if alone else together
    if rate != RATE:
        voice = sphn.resample(voice, rate, RATE)
    return np.ascontiguousarray(voice, dtype=np.float32)


def _not_sound() -> Refused:
    return Refused(
        Text("อ่านไฟล์นี้เป็นเสียงไม่ได้", "this file cannot be read as sound"),
        Text(
            "ใช้ไฟล์ WAV, MP3 หรือ M4A (AAC) จากแอปอัดเสียงของโทรศัพท์ ไฟล์ชนิดอื่นให้ส่งออกเป็น MP3 ก่อน",
            "use WAV, MP3 or M4A (AAC) as a phone's recorder writes it; export other kinds as MP3 first",
        ),
    )
