"""Draws the sample's seal, so that no real emblem stands in the repository; run by hand.

The picture is committed, and this script draws the same one again. Units are pixels of the finished picture.
"""

from __future__ import annotations

import math
import re
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

WINNERS = Path(__file__).resolve().parent.parent / "winners"
OVERSAMPLING = 3
"""Pillow fills polygons without smoothing; nine times the pixels and a reduction give clean edges."""
SIDE = 1000

Point = tuple[float, float]


def outline(path: str) -> list[Point]:
    """Return the corners of an SVG path of absolute M, L, C and Z commands, its curves cut into short chords."""
    corners: list[Point] = []
    for command, numbers in re.findall(r"([MLCZ])([^MLCZ]*)", path):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        points = list(zip(values[::2], values[1::2], strict=True))
        if command in "ML":
            corners.extend(points)
        elif command == "C":
            for first, second, end in zip(points[::3], points[1::3], points[2::3], strict=True):
                corners.extend(_curve(corners[-1], first, second, end))
    return corners


def _curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    """Return the chords of a cubic Bézier curve; 24 of them stray less than a pixel on the largest picture."""
    corners = []
    for step in range(1, 25):
        t = step / 24
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        x = a * start[0] + b * first[0] + c * second[0] + d * end[0]
        y = a * start[1] + b * first[1] + c * second[1] + d * end[1]
        corners.append((x, y))
    return corners


def ellipse(x: float, y: float, across: float, down: float) -> str:
    """Return the path of an ellipse around a point, with its two radii."""
    a, b = across * 0.5523, down * 0.5523
    return (
        f"M{x - across} {y} C{x - across} {y - b} {x - a} {y - down} {x} {y - down} "
        f"C{x + a} {y - down} {x + across} {y - b} {x + across} {y} "
        f"C{x + across} {y + b} {x + a} {y + down} {x} {y + down} "
        f"C{x - a} {y + down} {x - across} {y + b} {x - across} {y} Z"
    )


class Canvas:
    """A transparent picture in progress."""

    def __init__(self) -> None:
        """Begin with nothing."""
        side = SIDE * OVERSAMPLING
        self._picture = Image.new("RGBA", (side, side), "#00000000")

    def _mask(self, path: str) -> Image.Image:
        cover = Image.new("L", self._picture.size, 0)
        ImageDraw.Draw(cover).polygon([(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in outline(path)], fill=255)
        return cover

    def fill(self, path: str, colour: str, *, within: str | None = None) -> None:
        """Lay a colour on a shape; `within` cuts it with another one."""
        cover = self._mask(path)
        if within:
            cover = ImageChops.multiply(cover, self._mask(within))
        self._picture.paste(colour, (0, 0), cover)

    def line(self, path: str, colour: str, width: float) -> None:
        """Draw along a path with a round pen."""
        pen = ImageDraw.Draw(self._picture)
        points = [(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in outline(path)]
        across = width * OVERSAMPLING
        pen.line(points, fill=colour, width=round(across), joint="curve")
        for x, y in (points[0], points[-1]):
            pen.ellipse((x - across / 2, y - across / 2, x + across / 2, y + across / 2), fill=colour)

    def finish(self) -> Image.Image:
        """Return the picture at its own size."""
        return self._picture.resize((SIDE, SIDE), Image.Resampling.BOX)


def turned(path: str, degrees: float) -> str:
    """Return the path after a turn around (500, 500)."""
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))

    def turn(found: re.Match[str]) -> str:
        x, y = float(found[1]) - 500, float(found[2]) - 500
        return f"{500 + x * cosine - y * sine:.2f} {500 + x * sine + y * cosine:.2f}"

    return re.sub(r"(-?[\d.]+) (-?[\d.]+)", turn, path)


def seal() -> Image.Image:
    """Draw a seal of our own: a sprout of three rubber leaves between hills and a rising sun; no letters."""
    canvas = Canvas()
    field = ellipse(500, 500, 356, 356)
    for radius, colour in ((490, "#0f4c5c"), (474, "#e7c987"), (464, "#0f4c5c"), (372, "#e7c987"), (356, "#f4ecd8")):
        canvas.fill(ellipse(500, 500, radius, radius), colour)
    for index in range(36):
        leaf = "M500 56 C526 76 526 104 500 126 C474 104 474 76 500 56 Z"
        canvas.fill(turned(leaf, index * 10), "#e7c987")
    canvas.fill(ellipse(500, 500, 206, 206), "#e0b052", within=field)
    for index in range(-6, 7):
        canvas.fill(turned("M494 196 L506 196 L503 276 L497 276 Z", index * 15), "#d9a441", within=field)
    canvas.fill(
        "M100 640 C240 540 360 520 500 600 C640 520 760 540 900 640 L900 900 L100 900 Z", "#2f7f78", within=field
    )
    canvas.fill(
        "M100 740 C280 640 420 660 560 720 C700 770 800 720 900 690 L900 900 L100 900 Z", "#0f4c5c", within=field
    )
    canvas.line("M500 500 C506 600 506 690 492 800", "#f4ecd8", 15)
    for degrees in (-64, 64, 0):
        blade = turned("M500 500 C560 436 556 372 500 306 C444 372 440 436 500 500 Z", degrees)
        half = turned("M500 500 C560 436 556 372 500 306 Z", degrees)
        canvas.fill(blade, "#1d6a5d")
        canvas.fill(half, "#2f8573")
        canvas.line(turned("M500 500 L500 336", degrees), "#f4ecd8", 5)
    return canvas.finish()


def main() -> None:
    """Draw it where the records name it."""
    seal().save(WINNERS / "seal.png", optimize=True)


if __name__ == "__main__":
    main()
