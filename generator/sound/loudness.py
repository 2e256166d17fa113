"""How loud a sound is to the ear, and how high its wave truly rises: ITU-R BS.1770-4, for one channel."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from generator.sound import RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Sound = NDArray[np.float32]
    Figures = NDArray[np.float64]

SILENCE = -120.0
"""What is returned for a sound in which nothing is loud enough to count."""

_BLOCK, _STEP = round(0.4 * RATE), round(0.1 * RATE)
_ABSOLUTE_GATE, _RELATIVE_GATE = -70.0, -10.0
_OFFSET = -0.691
_TAIL = 1 << 14
"""Samples after which the slower of the two filters has died away (its poles lie at 0.995)."""
_OVER = 4
_REACH = 24
"""Samples on each side that a value between two samples is computed from."""


def integrated(sound: Sound) -> float:
    """Return the loudness of the whole in LUFS: blocks of 400 ms, of which quiet ones do not count."""
    power = np.concatenate(([0.0], np.cumsum(_weighted(sound) ** 2)))
    starts = np.arange(0, len(sound) - _BLOCK + 1, _STEP)
    blocks = (power[starts + _BLOCK] - power[starts]) / _BLOCK
    heard = blocks[_lufs(blocks) > _ABSOLUTE_GATE]
    if not len(heard):
        return SILENCE
    counted = heard[_lufs(heard) > _lufs(heard.mean()) + _RELATIVE_GATE]
    return float(_lufs(counted.mean()))


def true_peaks(sound: Sound) -> Figures:
    """Return, for each sample, the highest value of the wave there and before the next one (four times oversampled)."""
    highest = np.abs(sound).astype(np.float64)
    for kernel in _between():
        drawn = np.convolve(sound, kernel)[_REACH : _REACH + len(sound)]
        np.maximum(highest, np.abs(drawn), out=highest)
    return highest


def decibels(value: float) -> float:
    """Return an amplitude in dB of full scale."""
    return 20 * float(np.log10(max(value, 1e-6)))


def _lufs(power: Figures | np.floating) -> Figures:
    return np.asarray(_OFFSET + 10 * np.log10(np.maximum(power, 1e-20)))


def _weighted(sound: Sound) -> Figures:
    """Return the sound as the ear weighs it; filtering without end is a product in the frequency domain."""
    size = 1 << (len(sound) + _TAIL - 1).bit_length()
    z = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    response = np.ones_like(z)
    for above, below in _filters():
        response *= np.polyval(above[::-1], z) / np.polyval(below[::-1], z)
    weighted: Figures = np.fft.irfft(np.fft.rfft(sound.astype(np.float64), size) * response, size)[: len(sound)]
    return weighted


@cache
def _filters() -> tuple[tuple[tuple[float, ...], tuple[float, ...]], ...]:
    """Return the head's shelf and the low cut as coefficients of a digital filter at our rate.

    The standard gives them for 48 kHz; these are its analogue prototypes, by the bilinear transform.
    """
    k, q, high = np.tan(np.pi * 1681.974450955533 / RATE), 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    one = 1 + k / q + k * k
    shelf = ((high + band * k / q + k * k) / one, 2 * (k * k - high) / one, (high - band * k / q + k * k) / one)
    below = (1.0, 2 * (k * k - 1) / one, (1 - k / q + k * k) / one)
    k, q = np.tan(np.pi * 38.13547087602444 / RATE), 0.5003270373238773
    one = 1 + k / q + k * k
    return (shelf, below), ((1.0, -2.0, 1.0), (1.0, 2 * (k * k - 1) / one, (1 - k / q + k * k) / one))


@cache
def _between() -> tuple[Figures, ...]:
    """Return the kernels that give the wave a quarter, a half and three quarters of the way to the next sample."""
    places = np.arange(-_REACH, _REACH + 1)
    window = np.kaiser(len(places), 8.0)
    ways = [part / _OVER - places[:0:-1] for part in range(1, _OVER)]
    return tuple(np.sinc(way) * np.interp(way, places, window) for way in ways)
