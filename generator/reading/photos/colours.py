"""The colours that a picture tells by figures, without a profile, become a profile; knows no picture and no file.

Phones name their primaries (Display P3) and their curve in two figures of ITU-T H.273. Each pair becomes an ICC profile
of three primaries and a curve, so that what turns profiles to sRGB turns these, too.

HDR (PQ of SMPTE ST 2084, HLG of ITU-R BT.2100) has no white of its own. ITU-R BT.2408 places that of paper at 203
candelas: what is half as bright or darker keeps its light, and what is brighter is drawn together below white. Taken
for sRGB, it would be grey and washed out.
"""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.reading.photos.containers import Coding

_D65, _DCI, _C, _E = (0.3127, 0.3290), (0.314, 0.351), (0.310, 0.316), (1 / 3, 1 / 3)
_D50 = (0.9642, 1.0, 0.8249)
"""White of every ICC profile's connection space, as XYZ."""

_Primaries = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]
"""Chromaticities (CIE 1931 x, y) of red, green, blue and white."""

SRGB: _Primaries = ((0.640, 0.330), (0.300, 0.600), (0.150, 0.060), _D65)
ADOBE: _Primaries = ((0.640, 0.330), (0.210, 0.710), (0.150, 0.060), _D65)
_P3 = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
_TELEVISION: _Primaries = ((0.630, 0.340), (0.310, 0.595), (0.155, 0.070), _D65)

_PRIMARIES: dict[int, _Primaries] = {
    4: ((0.670, 0.330), (0.210, 0.710), (0.140, 0.080), _C),
    5: ((0.640, 0.330), (0.290, 0.600), (0.150, 0.060), _D65),
    6: _TELEVISION,
    7: _TELEVISION,
    8: ((0.681, 0.319), (0.243, 0.692), (0.145, 0.049), _C),
    9: ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046), _D65),
    11: (*_P3, _DCI),
    12: (*_P3, _D65),
    22: ((0.630, 0.340), (0.295, 0.605), (0.155, 0.077), _D65),
}
"""H.273, table 2. What it leaves open, and whatever is not here, counts as sRGB's."""

_PQ, _HLG = 16, 18

_POWERS = {4: 2.2, 5: 2.8, 8: 1.0, 17: 2.6}
"""H.273, table 3: curves that are one power. BT.709 and its like are what a camera encodes with, not what a screen
shows with; every viewer shows such pictures by sRGB's curve, and so do we."""

ADOBE_POWER = 563 / 256

_WHITE, _BRIGHTEST, _KNEE = 203.0, 1000.0, 0.5
_STEPS = 4096


def is_hdr(coding: Coding) -> bool:
    """Return whether a picture of this coding has light beyond the white of paper."""
    return coding.transfer in {_PQ, _HLG}


def profile_of(coding: Coding) -> bytes | None:
    """Return the ICC profile that says what a coding says, or None where that is what sRGB says."""
    primaries = _PRIMARIES.get(coding.primaries)
    hdr = {_PQ: _pq, _HLG: _hlg}.get(coding.transfer)
    if hdr is not None:
        return profile(primaries or SRGB, _table(hdr))
    power = _POWERS.get(coding.transfer)
    if primaries is None and power is None:
        return None
    return profile(primaries or SRGB, _SRGB_CURVE if power is None else power_curve(power))


def power_curve(power: float) -> bytes:
    """Return a curve that raises to a power, as an ICC profile writes it."""
    return b"para" + bytes(4) + struct.pack(">HHi", 0, 0, round(power * 65536))


_SRGB_CURVE = (
    b"para"
    + bytes(4)
    + struct.pack(">HH5i", 3, 0, *(round(each * 65536) for each in (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
)


def _table(light: Callable[[float], float]) -> bytes:
    """Return a curve of HDR, mapped to paper, as an ICC profile writes it; `light` gives candelas for a signal."""
    steps = (round(65535 * _on_paper(light(step / (_STEPS - 1)) / _WHITE)) for step in range(_STEPS))
    return b"curv" + bytes(4) + struct.pack(f">I{_STEPS}H", _STEPS, *steps)


def _on_paper(light: float) -> float:
    """Return light, in which 1 is white, as paper shows it: as it is up to the knee, then ever flatter up to 1."""
    if light <= _KNEE:
        return max(light, 0.0)
    above = (light - _KNEE) / (1 - _KNEE)
    most = (_BRIGHTEST / _WHITE - _KNEE) / (1 - _KNEE)
    return min(1.0, _KNEE + (1 - _KNEE) * above * (1 + above / most**2) / (1 + above))


def _pq(signal: float) -> float:
    """Return candelas per square metre (SMPTE ST 2084)."""
    root = signal ** (4096 / (2523 * 128))
    linear = max(root - 3424 / 4096, 0.0) / (2413 / 4096 * 32 - 2392 / 4096 * 32 * root)
    return 10_000.0 * float(linear ** (16384 / 2610))


def _hlg(signal: float) -> float:
    """Return candelas per square metre on a screen of 1,000 (ITU-R BT.2100); its gamma is applied to each colour."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = signal**2 / 3 if signal <= 0.5 else (math.exp((signal - c) / a) + b) / 12
    return float(_BRIGHTEST * scene**1.2)


def profile(primaries: _Primaries, curve: bytes) -> bytes:
    """Return an ICC profile of a display with these primaries and one curve for all three."""
    columns = _columns(primaries)
    text = b"mluc" + bytes(4) + struct.pack(">II4sII", 1, 12, b"enUS", 2, 28) + "-".encode("utf-16-be") + bytes(2)
    bodies = [
        (b"desc", text),
        (b"cprt", text),
        (b"wtpt", _xyz(_D50)),
        *((name, _xyz(column)) for name, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), columns, strict=True)),
        *((name, curve + bytes(-len(curve) % 4)) for name in (b"rTRC", b"gTRC", b"bTRC")),
    ]
    at = 128 + 4 + 12 * len(bodies)
    tags = content = b""
    for name, body in bodies:
        tags += name + struct.pack(">II", at + len(content), len(body))
        content += body
    head = struct.pack(">I4xI12s12x4s28x3i48x", at + len(content), 0x04300000, b"mntrRGB XYZ ", b"acsp", *_fixed(_D50))
    return head + struct.pack(">I", len(bodies)) + tags + content


def _columns(primaries: _Primaries) -> list[tuple[float, ...]]:
    """Return XYZ of red, green and blue that add up to white, adapted to D50 by Bradford's method as ICC asks."""
    *colours, white = (_from_xy(*each) for each in primaries)
    parts = _solved(_transposed(colours), white)
    bradford = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
    now, then = _applied(bradford, white), _applied(bradford, _D50)
    adapted = []
    for colour, part in zip(colours, parts, strict=True):
        cones = _applied(bradford, [each * part for each in colour])
        adapted.append(_solved(bradford, [each * b / a for each, a, b in zip(cones, now, then, strict=True)]))
    return adapted


def _from_xy(x: float, y: float) -> tuple[float, ...]:
    return x / y, 1.0, (1 - x - y) / y


_Rows = tuple[tuple[float, ...], ...]


def _transposed(rows: list[tuple[float, ...]]) -> _Rows:
    return tuple(zip(*rows, strict=True))


def _applied(rows: _Rows, vector: tuple[float, ...] | list[float]) -> tuple[float, ...]:
    """Return the product; `fsum`, since Python adds floats in another way from 3.12 on."""
    return tuple(math.fsum(a * b for a, b in zip(row, vector, strict=True)) for row in rows)


def _solved(rows: _Rows, wanted: tuple[float, ...] | list[float]) -> tuple[float, ...]:
    """Return the vector that three rows make `wanted` of (Cramer's rule)."""

    def determinant(m: _Rows) -> float:
        (a, b, c), (d, e, f), (g, h, i) = m
        return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)

    whole = determinant(rows)
    return tuple(
        determinant(tuple((*row[:n], want, *row[n + 1 :]) for row, want in zip(rows, wanted, strict=True))) / whole
        for n in range(3)
    )


def _fixed(values: tuple[float, ...]) -> list[int]:
    return [round(value * 65536) for value in values]


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *_fixed(values))
