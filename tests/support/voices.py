"""Voices made for tests, and another program that inspects sound files; holds no assertion."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import soundfile

from tests.support.machine import need

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

RATE = 44_100


def speech(seconds: float, *, peak: float = 0.2, seed: int = 1) -> NDArray[np.float64]:
    """Return something with the rhythm and spectrum of speech: a hum and a hiss in syllables, with slow swells."""
    time = np.arange(round(seconds * RATE)) / RATE
    swell = np.clip(np.sin(2 * np.pi * 3.3 * time + 1) + 0.3, 0, 1) * (0.5 + 0.5 * np.sin(2 * np.pi * 0.21 * time) ** 2)
    hum = sum(np.sin(2 * np.pi * 140 * k * time + k) / k for k in range(1, 25))
    voice = (hum + np.random.default_rng(seed).normal(0, 0.3, len(time))) * swell
    return np.asarray(peak * voice / np.abs(voice).max())


def room(seconds: float, *, level: float = 0.0005, seed: int = 2) -> NDArray[np.float64]:
    """Return the background noise of a room, as a phone records it."""
    return np.random.default_rng(seed).normal(0, level, round(seconds * RATE))


def recorded(seconds: float, *, before: float = 1.5, after: float = 1.5, peak: float = 0.2) -> NDArray[np.float64]:
    """Return a voice as it is recorded: in a room, with silence before and after it."""
    whole = room(before + seconds + after)
    start = round(before * RATE)
    whole[start : start + round(seconds * RATE)] += speech(seconds, peak=peak)
    return whole


def wav(file: Path, sound: NDArray[np.float64]) -> Path:
    """Write samples, or samples by channels, as a WAV file."""
    soundfile.write(file, sound, RATE)
    return file


def encoded(source: Path, name: str, *options: str) -> Path:
    """Return a sound file written by FFmpeg beside its source; the ending of the name decides the format."""
    made = source.with_name(name)
    subprocess.run((need("ffmpeg"), "-v", "error", "-y", "-i", source, *options, made), check=True)
    return made


class Measured(NamedTuple):
    """Loudness in LUFS and true peak in dB of full scale."""

    loudness: float
    peak: float


def measured(file: Path) -> Measured:
    """Return the result of FFmpeg's EBU R 128 meter for a file."""
    command = (need("ffmpeg"), "-hide_banner", "-nostats", "-i", file, "-af", "ebur128=peak=true", "-f", "null", "-")
    said = subprocess.run(command, check=True, capture_output=True, text=True).stderr.rpartition("Summary:")[2]
    loudness, peak = re.search(r"I: +(\S+) LUFS", said), re.search(r"Peak: +(\S+) dBFS", said)
    return Measured(float(loudness[1]) if loudness else np.nan, float(peak[1]) if peak else np.nan)


def probed(file: Path) -> dict[str, Any]:
    """Return what FFmpeg knows about a file: its `format` and its `streams`, with all tags."""
    command = (need("ffprobe"), "-v", "error", "-of", "json", "-show_format", "-show_streams", file)
    value: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return value
