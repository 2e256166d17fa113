"""Heads: each is drawn around the point between its eyes, looking straight ahead, then turned, tilted and set.

What sets people apart is given (`Head`, `Eyes`, `Nose`, the mouths); how an eye or a nose is drawn is said once.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portraits.painter import Tones, curve, ellipse, mirrored, model, whole

if TYPE_CHECKING:
    from PIL import Image
    from portraits.painter import Canvas, Point, Shape


@dataclass(frozen=True, slots=True)
class Skin(Tones):
    """The colours of a face: besides its light, its blush and its lips."""

    blush: str
    lips: str


@dataclass(frozen=True, slots=True)
class Eyes:
    """How somebody looks: how far apart, how wide and open, how much the outer corners rise, the lid and its lashes."""

    apart: float
    wide: float
    open: float
    slant: float
    crease: float
    lash: float
    tired: float
    brow: str
    brow_width: float


@dataclass(frozen=True, slots=True)
class Nose:
    """A nose: how long and wide, how high its bridge stands, how round its tip."""

    long: float
    wide: float
    bridge: float
    tip: float


@dataclass(frozen=True, slots=True)
class Head:
    """A face before it is drawn, around the point between its eyes, and the way in which it is carried."""

    outline: str
    skin: Skin
    eyes: Eyes
    nose: Nose
    hair: Tones
    place: Point
    turn: float
    tilt: float

    def set(self, points: list[Point]) -> list[Point]:
        """Return points of the skull where the head is carried: tilted around the chin's root, in its place."""
        cosine, sine = math.cos(math.radians(self.tilt)), math.sin(math.radians(self.tilt))
        return [
            (
                self.place[0] + x * cosine - (y - 150) * sine,
                self.place[1] + 150 + x * sine + (y - 150) * cosine,
            )
            for x, y in points
        ]

    def on(self, points: list[Point], rise: float = 0) -> list[Point]:
        """Return points of the face as the turned head shows them: those on the far side closer together.

        `rise` is how far they stand out of the face, as the tip of a nose does.
        """
        angle = math.radians(self.turn)
        turned = []
        for x, y in points:
            across = math.asin(max(-1.0, min(1.0, x / 165)))
            turned.append((165 * math.sin(across + angle) - 110 * math.sin(angle) * 0.55 + rise * math.sin(angle), y))
        return self.set(turned)

    def edge(self) -> list[Point]:
        """Return the outline of the turned face: its chin moves most."""
        angle = math.radians(self.turn)
        return self.set(
            [(x + 80 * math.sin(angle) * max(0.0, min(1.0, (y - 30) / 120)), y) for x, y in whole(self.outline)]
        )


def ear(canvas: Canvas, head: Head, side: int) -> None:
    """Draw an ear; the turn of the head shows one and hides the other."""
    shown = 1 + side * -head.turn / 14
    lobe = curve("118,-24 140,-34 158,-26 161,2 152,34 140,58 124,56")
    fold = curve("134,-16 150,-14 148,10 138,30", closed=False)

    def at(points: list[Point]) -> list[Point]:
        wide = [(128 + (x - 128) * shown, y) for x, y in points]
        return head.set(wide if side > 0 else mirrored(wide))

    cover = canvas.mask(at(lobe))
    canvas.fill(cover, head.skin.base)
    canvas.spray(at(ellipse(132, 16, 16, 34)), head.skin.shade, 12, cover, 0.9)
    canvas.stroke(at(fold), head.skin.deep, 5, within=cover, strength=0.75)
    if side < 0:
        canvas.fill(cover, head.skin.shade, cover, 0.6)


def eye(canvas: Canvas, head: Head, side: int) -> None:
    """Draw an eye with its lids and its brow."""
    eyes, skin = head.eyes, head.skin

    def at(points: list[Point]) -> list[Point]:
        return head.on(points if side > 0 else mirrored(points))

    inner, outer = eyes.apart - eyes.wide, eyes.apart + eyes.wide
    up, low = eyes.open, eyes.open * 0.55
    upper = curve(
        f"{inner},{4} {inner + eyes.wide * 0.5},{-up * 0.82} {eyes.apart + 4},{-up} "
        f"{outer - eyes.wide * 0.42},{-up * 0.72 - eyes.slant * 0.5} {outer},{-eyes.slant}",
        closed=False,
    )
    lower = curve(
        f"{outer},{-eyes.slant} {outer - eyes.wide * 0.5},{low * 0.8 - eyes.slant * 0.3} "
        f"{eyes.apart - 3},{low} {inner},4",
        closed=False,
    )
    opening = canvas.mask(at([*upper, *lower[1:-1]]))
    socket = curve(f"{inner - 12},-26 {inner + 10},-34 {inner + 16},-10 {inner - 4},12 {inner - 14},2")
    canvas.spray(at(socket), skin.shade, 16, strength=0.75 if side < 0 else 0.45)
    canvas.fill(opening, "#f5ede0")
    look = head.turn * -0.25 * side + 0.5
    canvas.fill(at(ellipse(eyes.apart + look, -up * 0.2, 12.2, 12.6)), "#4a2d1e", opening)
    canvas.fill(at(ellipse(eyes.apart + look, -up * 0.2, 7, 7.4)), "#1d120d", opening)
    canvas.spray(
        at([(x, y + up * 0.34) for x, y in [*upper, *[(x, y - 30) for x, y in reversed(upper)]]]),
        "#8d7566",
        4,
        opening,
        0.35,
    )
    glint = head.on([((eyes.apart + look) * side + 4, -up * 0.2 - 5)])[0]
    canvas.fill(ellipse(*glint, 3.1, 3.1), "#fffdf8")
    canvas.stroke(
        at([*upper, (outer + 5 + eyes.lash, -eyes.slant - 1 - eyes.lash * 0.6)]),
        "#2a1a14",
        5.2 + eyes.lash * 0.5,
        (0.25, 0.2),
    )
    canvas.stroke(at(lower), skin.deep, 2.4, strength=0.8)
    if eyes.crease:
        lid = [(x + 1.5, y - eyes.crease - 1.5 * index / len(upper)) for index, (x, y) in enumerate(upper)]
        canvas.stroke(at(lid[4:]), skin.deep, 3, strength=0.85)
    if eyes.tired:
        bag = curve(f"{inner + 2},{low + 9} {eyes.apart},{low + 15} {outer - 6},{low + 8}", closed=False)
        canvas.stroke(at(bag), skin.deep, 2.6, strength=0.55 * eyes.tired)
        for drop, lift in ((-8, -7), (2, 1), (11, 9)):
            foot = curve(
                f"{outer + 12},{drop * 0.5 - 2} {outer + 22},{drop * 0.8} {outer + 31},{drop + lift}", closed=False
            )
            canvas.stroke(at(foot), skin.deep, 2.4, strength=0.5 * eyes.tired)
    hairs = curve(eyes.brow, closed=False)
    canvas.stroke(at(hairs), head.hair.base, eyes.brow_width, (0.45, 0.12))
    for index in range(3, len(hairs) - 8, 4):
        x, y = hairs[index]
        tuft = [(x - 3, y + eyes.brow_width * 0.3), (x + 3, y - eyes.brow_width * 0.25)]
        canvas.stroke(at(tuft), head.hair.glow, 2.2, (0.2, 0), strength=0.7)


def nose(canvas: Canvas, head: Head, edge: Image.Image) -> None:
    """Draw a nose by its shade and its light, with hardly a line."""
    shape, skin = head.nose, head.skin
    wide, foot, tip = shape.wide, shape.long, shape.tip

    def at(text: str, rise: float, *, closed: bool = True) -> list[Point]:
        return head.on(curve(text, closed=closed), rise)

    flank = (
        f"-13,-22! -{shape.bridge + 4},8 -{shape.bridge + 5},{foot - 34} -{wide + 2},{foot - 16} -{wide - 2},{foot}! "
        f"-{wide * 0.5},{foot - 3} -{tip * 0.75},{foot - 18} -{shape.bridge * 0.4},{foot - 40} -5,4"
    )
    canvas.spray(at(flank, 26), skin.shade, 9, edge, 0.95)
    under = (
        f"-{wide},{foot - 6}! -{wide * 0.55},{foot - 1} -{tip * 0.6},{foot + 1} 0,{foot + 5} {tip * 0.6},{foot + 1} "
        f"{wide * 0.6},{foot - 2} {wide},{foot - 6}! {wide * 0.7},{foot + 5} 0,{foot + 13} -{wide * 0.7},{foot + 7}"
    )
    canvas.fill(at(under, 30), skin.shade, edge, 0.8)
    for side in (-1, 1):
        nostril = f"{side * wide * 0.28},{foot + 1} {side * wide * 0.5},{foot - 3.5} {side * wide * 0.78},{foot + 1}"
        canvas.stroke(at(nostril, 32, closed=False), skin.deep, 6, strength=0.95)
        wing = (
            f"{side * (wide - 3)},{foot - 22} {side * (wide + 3)},{foot - 11} {side * (wide + 1)},{foot - 2} "
            f"{side * (wide - 7)},{foot + 1}"
        )
        canvas.stroke(at(wing, 22, closed=False), skin.deep, 3.2, strength=0.85 if side < 0 else 0.6)
    ridge = f"{shape.bridge * 0.5},2 {shape.bridge * 0.6},{foot - 36} {tip * 0.55},{foot - 24}"
    canvas.stroke(at(ridge, 38, closed=False), skin.glow, 6, (0, 0), strength=0.55)
    canvas.spray(head.on(ellipse(tip * 0.3, foot - 13, tip * 0.52, 8), 40), skin.glow, 7, edge, 0.85)


def cheeks(canvas: Canvas, head: Head, edge: Image.Image, y: float) -> None:
    """Draw blush as dots and, on the light's side, the light on the cheekbone."""
    for side in (-1, 1):
        canvas.spray(head.on(ellipse(side * 80, y, 34, 20)), head.skin.blush, 24, edge, 0.32)
    canvas.spray(head.on(ellipse(88, y - 22, 24, 9)), head.skin.glow, 16, edge, 0.65)
    canvas.spray(head.on(ellipse(40, -86, 56, 26)), head.skin.glow, 34, edge, 0.5)


def closed_mouth(canvas: Canvas, head: Head, y: float, wide: float, full: float, lift: tuple[float, float]) -> None:
    """Draw closed lips; `lift` is how far the left and the right corner rise."""
    skin = head.skin
    left, right = (y - rise for rise in lift)
    line = (
        f"-{wide},{left} -{wide * 0.55},{y + 1 + (left - y) * 0.1} 0,{y + 2} {wide * 0.55},{y + 1 + (right - y) * 0.1} "
        f"{wide},{right}"
    )
    seam = curve(line, closed=False)
    upper = curve(
        f"-{wide},{left}! -{wide * 0.5},{y - full * 0.75 + (left - y) * 0.3} -7,{y - full * 0.95} 0,{y - full * 0.6} "
        f"7,{y - full * 0.95} {wide * 0.5},{y - full * 0.75 + (right - y) * 0.3} {wide},{right}! "
        f"{wide * 0.55},{y + 1 + (right - y) * 0.1} 0,{y + 3} -{wide * 0.55},{y + 1 + (left - y) * 0.1}"
    )
    lower = curve(
        f"-{wide * 0.86},{y + (left - y) * 0.6}! -{wide * 0.5},{y + full * 1.0} 0,{y + full * 1.45} "
        f"{wide * 0.5},{y + full * 1.0} {wide * 0.86},{y + (right - y) * 0.6}! 0,{y}"
    )
    lip = canvas.mask(head.on(lower, 14))
    canvas.fill(lip, skin.lips)
    canvas.fill(head.on(ellipse(9, y + full * 0.78, wide * 0.26, full * 0.2), 16), skin.glow, lip, 0.4)
    canvas.fill(head.on(upper, 14), skin.lips)
    canvas.fill(head.on(upper, 14), skin.deep, strength=0.5)
    canvas.stroke(head.on(seam, 14), "#4f2019", 3.6, (0.35, 0.35), strength=0.9)
    canvas.spray(head.on(ellipse(-3, y + full * 1.45 + 9, wide * 0.5, 5), 10), skin.shade, 8, strength=0.75)
    for side, rise in ((-1, lift[0]), (1, lift[1])):
        corner = curve(
            f"{side * (wide + 2)},{y - rise - 6} {side * (wide + 6)},{y - rise} {side * (wide + 2)},{y - rise + 7}",
            closed=False,
        )
        canvas.stroke(head.on(corner, 8), skin.deep, 3.4, strength=0.8)


def laughing_mouth(canvas: Canvas, head: Head, y: float, wide: float, deep: float) -> None:
    """Draw a broad smile with teeth."""
    skin = head.skin
    roof = f"-{wide},{y - 9}! -{wide * 0.6},{y - 5} 0,{y - 3} {wide * 0.6},{y - 5} {wide},{y - 9}!"
    gap = (
        f"{roof} {wide * 0.74},{y + deep * 0.5} {wide * 0.3},{y + deep} "
        f"-{wide * 0.3},{y + deep} -{wide * 0.74},{y + deep * 0.5}"
    )
    lips = (
        f"-{wide + 4},{y - 13}! -{wide * 0.5},{y - 11} -9,{y - 13} 0,{y - 10} 9,{y - 13} {wide * 0.5},{y - 11} "
        f"{wide + 4},{y - 13}! {wide * 0.76},{y + deep * 0.72} {wide * 0.3},{y + deep + 11} "
        f"-{wide * 0.3},{y + deep + 11} -{wide * 0.76},{y + deep * 0.72}"
    )
    teeth = (
        f"-{wide * 0.86},{y - 9} 0,{y - 5} {wide * 0.86},{y - 9} {wide * 0.72},{y + deep * 0.3} "
        f"{wide * 0.3},{y + deep * 0.74} -{wide * 0.3},{y + deep * 0.74} -{wide * 0.72},{y + deep * 0.3}"
    )
    lip = canvas.mask(head.on(curve(lips), 14))
    canvas.fill(lip, skin.lips)
    canvas.fill(head.on(ellipse(9, y + deep + 6, wide * 0.26, 2.5), 16), skin.glow, lip, 0.4)
    hollow = canvas.mask(head.on(curve(gap), 14))
    canvas.fill(hollow, "#5a241d")
    canvas.fill(head.on(curve(teeth), 14), "#fbf5e8", hollow)
    canvas.fill(head.on(ellipse(-wide * 0.9, y, wide * 0.36, 30), 14), "#5a241d", hollow, 0.22)
    for side in (-1, 1):
        corner = f"{side * (wide + 1)},{y - 22} {side * (wide + 8)},{y - 13} {side * (wide + 4)},{y - 2}"
        canvas.stroke(head.on(curve(corner, closed=False), 8), skin.deep, 3.8, strength=0.8)
    canvas.spray(head.on(ellipse(-2, y + deep + 22, wide * 0.5, 5), 10), skin.shade, 8, strength=0.8)


def wrinkles(canvas: Canvas, head: Head, lines: tuple[str, ...], strength: float) -> None:
    """Draw the lines of age on the face; those that are the same on both sides are given for the right one."""
    for text in lines:
        for side in (-1, 1):
            points = curve(text.lstrip("="), closed=False)
            if side < 0 and text.startswith("="):
                continue
            canvas.stroke(head.on(points if side > 0 else mirrored(points), 6), head.skin.deep, 3.6, strength=strength)


def strands(canvas: Canvas, head: Head, lines: tuple[str, ...], colour: str, within: Shape, width: float = 4) -> None:
    """Draw locks of hair along its fall."""
    for text in lines:
        canvas.stroke(head.set(curve(text, closed=False)), colour, width, (0, 0), within)


def face(canvas: Canvas, head: Head, shape: list[Point], blush: float = 58) -> Image.Image:
    """Draw a face without its mouth, and return where it is."""
    edge = model(canvas, shape, head.skin)
    cheeks(canvas, head, edge, blush)
    for side in (-1, 1):
        eye(canvas, head, side)
    nose(canvas, head, edge)
    return edge


def glasses(canvas: Canvas, head: Head, lens: str) -> None:
    """Draw dark frames with a thin light on the glass; the lens is given for the right eye."""
    for side in (-1, 1):
        points = curve(lens) if side > 0 else mirrored(curve(lens))
        rim = head.on(points, 12)
        canvas.fill(rim, "#ffffff", strength=0.1)
        canvas.stroke(
            head.on(curve(f"{side * 64 + 36},-24 {side * 64 + 20},4", closed=False), 12),
            "#ffffff",
            8,
            (0, 0),
            rim,
            0.45,
        )
        canvas.stroke([*rim, rim[0]], "#2b2320", 7, (1, 1))
        brow = curve(f"{side * 24},-22 {side * 36},-32 {side * 94},-34 {side * 107},-24", closed=False)
        canvas.stroke(head.on(brow, 12), "#2b2320", 12, (0.5, 0.7))
        temple = head.on([(side * 107, -16)], 12) + head.set([(side * 138, -18)])
        canvas.stroke(temple, "#2b2320", 8, (1, 1))
    canvas.stroke(head.on(curve("-23,-8 -8,-15 8,-15 23,-8", closed=False), 16), "#2b2320", 8, (1, 1))
