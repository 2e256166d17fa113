"""The painter: smooth shapes given by points, strokes of a pressed brush, and shades that dissolve into grain.

Units are thousandths of a figure's width; light comes from the right.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

SMOOTHING = 4
"""Pillow fills polygons without smoothing; a shape is filled at so many times its size and reduced."""

CHORDS = 14
"""Straight pieces of a curve between two of its points; they stray less than a pixel on the largest picture."""

DOT = 1.5
"""How large a dot of the grain is, in units: seen close by, a shade from afar."""

BLUNT = 0.3
"""Above what is left of a stroke at its ends it is drawn round and not pointed."""

TILE = 160
"""Dots along a side of the grain before it repeats."""

Point = tuple[float, float]
Shape = list[Point] | Image.Image
"""What can be painted: the corners of a polygon in units, or a mask of the whole picture."""


def curve(text: str, *, closed: bool = True) -> list[Point]:
    """Return the chords of a smooth curve through points `x,y`; one that ends in `!` is a corner."""
    marks = [mark.endswith("!") for mark in text.split()]
    knots = [(float(x), float(y)) for x, y in (mark.rstrip("!").split(",") for mark in text.split())]
    count, corners = len(knots), []
    if not closed:
        marks[0] = marks[-1] = True
    for here in range(count if closed else count - 1):
        there = (here + 1) % count
        start, end = knots[here], knots[there]
        away = _tangent(start if marks[here] else knots[here - 1], end, math.dist(start, end))
        towards = _tangent(start, end if marks[there] else knots[(there + 1) % count], math.dist(start, end))
        corners.extend(_hermite(start, end, away, towards, step / CHORDS) for step in range(CHORDS))
    return corners if closed else [*corners, knots[-1]]


def _tangent(before: Point, after: Point, length: float) -> Point:
    across = math.dist(before, after) or 1
    return (after[0] - before[0]) / across * length, (after[1] - before[1]) / across * length


def _hermite(start: Point, end: Point, away: Point, towards: Point, t: float) -> Point:
    a, b, c, d = (1 + 2 * t) * (1 - t) ** 2, t * (1 - t) ** 2, t * t * (3 - 2 * t), t * t * (t - 1)
    return (
        a * start[0] + b * away[0] + c * end[0] + d * towards[0],
        a * start[1] + b * away[1] + c * end[1] + d * towards[1],
    )


def mirrored(points: list[Point]) -> list[Point]:
    """Return the points on the other side of x = 0."""
    return [(-x, y) for x, y in points]


def whole(half: str) -> list[Point]:
    """Return a closed curve of both sides of x = 0, of the points of its right half from top to foot."""
    marks = half.split()
    back = [mark if mark.startswith("0,") else f"-{mark}" for mark in reversed(marks) if not mark.startswith("0,")]
    return curve(" ".join([*marks, *back]))


def ellipse(x: float, y: float, across: float, down: float) -> list[Point]:
    """Return an ellipse around a point, with its two radii."""
    angles = [step * math.tau / 48 for step in range(48)]
    return [(x + across * math.cos(angle), y + down * math.sin(angle)) for angle in angles]


@cache
def _grain(dot: float) -> Image.Image:
    """Return a tile of evenly strewn dots: at each pixel, how dark a shade must be to colour it.

    White noise less its own blur has no clumps and no pattern, like a spray; it is the same on every run.
    """
    noise = np.random.default_rng(2566).random((TILE, TILE))
    noise -= sum(np.roll(noise, (x, y), (0, 1)) for x in (-1, 0, 1) for y in (-1, 0, 1)) / 9
    wide = np.pad(noise, TILE // 4, mode="wrap").astype(np.float32)
    side, cut = round(wide.shape[0] * dot), round(TILE // 4 * dot)
    large = np.asarray(Image.fromarray(wide).resize((side, side), Image.Resampling.BICUBIC))
    large = large[cut : cut + round(TILE * dot), cut : cut + round(TILE * dot)]
    order = np.empty(large.size, dtype=np.float32)
    order[np.argsort(large, axis=None, kind="stable")] = np.linspace(0, 255, large.size, dtype=np.float32)
    return Image.fromarray(order.reshape(large.shape).astype(np.uint8))


class Canvas:
    """A picture in progress: `scale` pixels per unit, the figure's origin at `left`, `top`."""

    def __init__(self, size: tuple[int, int], ground: str, scale: float, left: float, top: float) -> None:
        """Begin with one colour all over."""
        self._scale, self._left, self._top = scale, left, top
        self.picture = Image.new("RGB", size, ground)
        self._threshold = Image.new("L", size)
        tile = _grain(DOT * scale)
        for x in range(0, size[0], tile.width):
            for y in range(0, size[1], tile.height):
                self._threshold.paste(tile, (x, y))

    def _place(self, points: list[Point]) -> list[Point]:
        return [(x * self._scale + self._left, y * self._scale + self._top) for x, y in points]

    def _covered(self, polygons: list[list[Point]]) -> Image.Image:
        """Return a mask of all that some polygons of pixels cover."""
        cover = Image.new("L", self.picture.size, 0)
        every = [point for polygon in polygons for point in polygon]
        left, top = (max(0, math.floor(min(point[axis] for point in every)) - 1) for axis in (0, 1))
        right, foot = (
            min(most, math.ceil(max(point[axis] for point in every)) + 1) for axis, most in enumerate(self.picture.size)
        )
        if left >= right or top >= foot:
            return cover
        large = Image.new("L", ((right - left) * SMOOTHING, (foot - top) * SMOOTHING), 0)
        pen = ImageDraw.Draw(large)
        for polygon in polygons:
            pen.polygon([((x - left) * SMOOTHING, (y - top) * SMOOTHING) for x, y in polygon], fill=255)
        cover.paste(large.reduce(SMOOTHING), (left, top))
        return cover

    def mask(self, shape: Shape) -> Image.Image:
        """Return where a shape covers the picture; other shapes can be cut with it."""
        return shape if isinstance(shape, Image.Image) else self._covered([self._place(shape)])

    def _lay(self, cover: Image.Image, colour: str, within: Shape | None, strength: float = 1) -> None:
        if within is not None:
            cover = ImageChops.multiply(cover, self.mask(within))
        if strength < 1:
            cover = cover.point([round(level * strength) for level in range(256)])
        self.picture.paste(colour, (0, 0), cover)

    def fill(self, shape: Shape, colour: str, within: Shape | None = None, strength: float = 1) -> None:
        """Lay a flat colour on a shape; `within` cuts it with another one."""
        self._lay(self.mask(shape), colour, within, strength)

    def spray(self, shape: Shape, colour: str, soft: float, within: Shape | None = None, strength: float = 1) -> None:
        """Lay a colour on a shape whose edge dissolves into dots over some units."""
        self._strew(self.mask(shape), colour, soft, within, strength)

    def _strew(self, cover: Image.Image, colour: str, soft: float, within: Shape | None, strength: float) -> None:
        radius = soft * self._scale / 2
        dense = cover.filter(ImageFilter.BoxBlur(radius)).filter(ImageFilter.BoxBlur(radius))
        sharp = 1.8
        shade = np.asarray(dense, dtype=np.float32) * (strength * (1 + 1 / sharp))
        dots = np.clip((shade - np.asarray(self._threshold, dtype=np.float32)) * sharp, 0, 255).astype(np.uint8)
        self._lay(Image.fromarray(dots), colour, within)

    def side(self, shape: Shape, colour: str, reach: Point, soft: float, strength: float = 1) -> None:
        """Spray the side of a shape that is not covered by itself when it moves by `reach`."""
        cover = self.mask(shape)
        move = round(reach[0] * self._scale), round(reach[1] * self._scale)
        moved = Image.new("L", cover.size, 0)
        moved.paste(cover, move)
        self._strew(ImageChops.subtract(cover, moved), colour, soft, cover, strength)

    def stroke(
        self,
        points: list[Point],
        colour: str,
        width: float,
        ends: Point = (0.1, 0.1),
        within: Shape | None = None,
        strength: float = 1,
    ) -> None:
        """Draw along points with a brush that is pressed hardest in the middle; `ends` is what is left at each end."""
        placed = self._place(points)
        lengths = [0.0]
        for one, other in itertools.pairwise(placed):
            lengths.append(lengths[-1] + math.dist(one, other))
        quads, rims = [], []
        for index, (x, y) in enumerate(placed):
            t = lengths[index] / (lengths[-1] or 1)
            press = min(
                end + (1 - end) * math.sin(min(1, far / 0.5) * math.pi / 2)
                for end, far in zip(ends, (t, 1 - t), strict=True)
            )
            before, after = placed[max(0, index - 1)], placed[min(len(placed) - 1, index + 1)]
            across = math.dist(before, after) or 1
            half = width * press * self._scale / 2
            dx, dy = (after[1] - before[1]) / across * half, (before[0] - after[0]) / across * half
            rims.append(((x + dx, y + dy), (x - dx, y - dy)))
            if min(ends) > BLUNT:
                quads.append([(x + half * math.cos(a), y + half * math.sin(a)) for a in np.linspace(0, math.tau, 16)])
        quads.extend([a, c, d, b] for (a, b), (c, d) in itertools.pairwise(rims))
        self._lay(self._covered(quads), colour, within, strength)


@dataclass(frozen=True, slots=True)
class Tones:
    """A surface in light: its own colour, where light falls, in shade, and the darkest of its lines and folds."""

    base: str
    glow: str
    shade: str
    deep: str


def model(canvas: Canvas, shape: Shape, tones: Tones, size: float = 1) -> Image.Image:
    """Draw a round surface in the light, and return where it is."""
    cover = canvas.mask(shape)
    canvas.fill(cover, tones.base)
    canvas.side(cover, tones.shade, (52 * size, -10 * size), 26 * size)
    canvas.side(cover, tones.deep, (14 * size, -4 * size), 16 * size, 0.5)
    canvas.side(cover, tones.glow, (-20 * size, 12 * size), 16 * size, 0.9)
    return cover
