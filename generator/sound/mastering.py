"""A raw voice becomes one that every loudspeaker carries alike: trimmed at both ends, evenly loud, no peak too high.

The measure is that of broadcasting (EBU R 128): -16 LUFS, true peak below -1 dB. The ceiling here is lower, since MP3
redraws the wave and its peaks come out higher.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from generator.problems import Text
from generator.sound import AFTER_CHIME, AT_THE_END, BEFORE_AGAIN, QUIET, RATE, chime
from generator.sound.loudness import SILENCE, decibels, integrated, true_peaks
from generator.sound.recording import Refused

if TYPE_CHECKING:
    from generator.sound.loudness import Figures, Sound

TARGET = -16.0
TOLERANCE = 1.0
CEILING = -2.5
"""No peak is above this, in dB of full scale, before it is written; MP3 at our rate adds up to 1 dB."""
SHORTEST = 3.0
"""A recording of fewer seconds was started by mistake."""

_CHIME = -18.0
"""LUFS of the chime: bells carry further than a voice."""
_FADE = 0.02
_FRAME = RATE // 100
_COMPANY = 15
"""How many frames around a frame of speech are looked at: most of them must be speech, too."""
_ROUNDS = 6
_LOOK = round(0.005 * RATE)
_CLIPPED, _IN_A_ROW, _TOO_OFTEN = 0.998, 3, 1e-4
_QUIETEST = -55.0
"""dB of full scale: a voice that is quieter drowns in the noise of its recorder."""


@dataclass(frozen=True, slots=True)
class Master:
    """A voice ready to be played; `doubts` are what a person should listen for before it is."""

    sound: Sound
    doubts: tuple[tuple[Text, Text], ...]

    @property
    def seconds(self) -> float:
        """How long it lasts, without the quiet at its ends."""
        return len(self.sound) / RATE - 2 * QUIET


def master(raw: Sound, slot: int) -> Master:
    """Return a recording trimmed and levelled, ready for a slot of `slot` seconds; raises `Refused`."""
    voice = trimmed(raw)
    seconds = len(voice) / RATE - 2 * QUIET
    if seconds < SHORTEST:
        raise Refused(
            Text(f"มีเสียงพูดเพียง {seconds:.1f} วินาที", f"there are only {seconds:.1f} seconds of speech in it"),
            Text("ตรวจว่าเลือกไฟล์ถูก แล้วอัดใหม่ตั้งแต่ต้นจนจบบท", "see that it is the right file, and record the whole script"),
        )
    if seconds > slot:
        over = int(np.ceil(seconds - slot))
        raise Refused(
            Text(
                f"อ่านยาว {int(np.ceil(seconds))} วินาที เกินเวลา {slot} วินาที อยู่ {over} วินาที",
                f"the reading lasts {int(np.ceil(seconds))} seconds, {over} more than the slot of {slot}",
            ),
            Text(
                "อัดใหม่โดยอ่านรอบเดียวให้กระชับขึ้น หรือใช้บทที่สั้นกว่า ถ้าเวลาที่ได้จริงยาวกว่านี้ให้เติม --slot เป็นวินาที",
                "read it once, and more briskly, or take a shorter script; give --slot if there is more time",
            ),
        )
    return Master(levelled(voice), (*_clipping(raw),))


def trimmed(raw: Sound) -> Sound:
    """Return the voice with `QUIET` seconds of quiet around it; raises `Refused` where there is no voice.

    A frame of 10 ms is speech where it stands out from the recording's own noise and is not alone: a tap on the phone
    is loud, but short.
    """
    frames = raw[: len(raw) // _FRAME * _FRAME].reshape(-1, _FRAME)
    levels = 10 * np.log10(np.maximum(np.square(frames, dtype=np.float64).mean(axis=1), 1e-12))
    noise, speech = np.percentile(levels, (10, 95)) if len(levels) else (SILENCE, SILENCE)
    if speech < _QUIETEST:
        raise Refused(
            Text("ไฟล์นี้เงียบ ไม่มีเสียงพูด", "this file is silent; nobody speaks in it"),
            Text(
                "เปิดฟังไฟล์ก่อน ตรวจไมโครโฟน แล้วอัดใหม่ใกล้ปากกว่าเดิม", "listen to it, check the microphone, come closer to it"
            ),
        )
    loud = levels > max(-60.0, speech - 40, min(noise + 10, speech - 15))
    heard = np.flatnonzero(loud & (np.convolve(loud, np.ones(_COMPANY), "same") > _COMPANY / 2))
    if not len(heard):
        return raw[:0]
    kept = round(QUIET * RATE)
    first, last = heard[0] * _FRAME, (heard[-1] + 1) * _FRAME
    voice = np.pad(raw, kept)[first : last + 2 * kept].copy()
    ramp = np.linspace(0, 1, round(_FADE * RATE), dtype=np.float32)
    voice[: len(ramp)] *= ramp
    voice[-len(ramp) :] *= ramp[::-1]
    return voice


def levelled(voice: Sound, target: float = TARGET) -> Sound:
    """Return the sound at a loudness, with its peaks held below the ceiling; the rest gains what they lose."""
    gain = target - integrated(voice)
    made = voice
    for _ in range(_ROUNDS):
        made = limited(voice * np.float32(10 ** (gain / 20)))
        short = target - integrated(made)
        if abs(short) < TOLERANCE / 10:
            break
        gain += short
    return made


def limited(sound: Sound) -> Sound:
    """Return the sound turned down for some milliseconds wherever its true peak passes the ceiling."""
    need = np.minimum(1.0, 10 ** (CEILING / 20) / np.maximum(true_peaks(sound), 1e-9))
    if need.min() == 1:
        return sound
    window = np.hanning(2 * _LOOK + 3)[1:-1]
    # Every value in the window is the least of its neighbourhood, so their mean is nowhere higher than is allowed.
    held = np.convolve(np.pad(_least(need, _LOOK), _LOOK, mode="edge"), window / window.sum(), "valid")
    return (sound * held).astype(np.float32)


def _least(values: Figures, reach: int) -> Figures:
    """Return the least value within `reach` places on each side, by doubling steps."""
    least, span, width = np.pad(values, reach, mode="edge"), 1, 2 * reach + 1
    while span < width:
        step = min(span, width - span)
        least, span = np.minimum(least[:-step], least[step:]), span + step
    return least


def _clipping(raw: Sound) -> list[tuple[Text, Text]]:
    """Return a doubt where the recorder cut off the tops of the wave: runs of samples at full scale."""
    full = (np.abs(raw) >= _CLIPPED * max(_CLIPPED, float(np.abs(raw).max()))).astype(np.float64)
    runs = np.convolve(full, np.ones(_IN_A_ROW), "valid") == _IN_A_ROW
    if runs.mean() < _TOO_OFTEN:
        return []
    return [
        (
            Text("เสียงแตกหลายจุดเพราะอัดดังเกินไป แก้ในเครื่องไม่ได้", "the voice is clipped: it was recorded too loud"),
            Text("ฟังก่อนใช้ ถ้าไม่ชัดให้อัดใหม่ห่างไมโครโฟนอีกหนึ่งฝ่ามือ", "listen to it; record it further from the microphone"),
        )
    ]


def assembled(voice: Sound, *, with_chime: bool, twice: bool) -> Sound:
    """Return what is played: the chime, the voice, and the voice again where it is to be heard twice."""
    parts = [levelled(chime.rung(), _CHIME), _pause(AFTER_CHIME)] if with_chime else []
    parts += [voice, _pause(BEFORE_AGAIN), voice] if twice else [voice]
    return np.concatenate([*parts, _pause(AT_THE_END)])


def one_after_another(first: Sound, second: Sound) -> Sound:
    """Return two sounds with a pause between them."""
    return np.concatenate([first, _pause(AFTER_CHIME), second])


def loudest(sound: Sound) -> float:
    """Return the true peak in dB of full scale."""
    return decibels(float(true_peaks(sound).max()))


def _pause(seconds: float) -> Sound:
    return np.zeros(round(seconds * RATE), dtype=np.float32)
