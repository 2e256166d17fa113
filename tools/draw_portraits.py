"""Draws the sample's portraits and its seal, so that no real face or emblem stands in the repository; run by hand.

The pictures are committed, and this script draws the same ones again. It is one module because it is one thing, a
drawing: a small vector painter, the parts of a figure in that painter's units, and the sheet of pictures at its end.
Units are thousandths of the figure's width; a figure looks straight ahead at x = 500, its chin near y = 610.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from pathlib import Path

from PIL import ExifTags, Image, ImageChops, ImageDraw, ImageFilter

WINNERS = Path(__file__).resolve().parent.parent / "winners"
OVERSAMPLING = 3
"""Pillow fills polygons without smoothing; nine times the pixels and a reduction give clean edges."""

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


def flipped(path: str) -> str:
    """Return the path for the other side of the figure, mirrored at x = 500."""
    numbers = iter(range(10**6))
    return re.sub(
        r"-?[\d.]+", lambda found: f"{1000 - float(found[0]):g}" if next(numbers) % 2 == 0 else found[0], path
    )


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
    """A picture in progress: `scale` pixels per unit, the figure's origin at `left`, `top` of the finished picture."""

    def __init__(self, size: tuple[int, int], ground: str, scale: float, left: float, top: float) -> None:
        """Begin with one colour all over, `#rrggbb`, or `#rrggbbaa` for a picture that is to stay transparent."""
        self._size = size
        self._scale = scale * OVERSAMPLING
        self._left, self._top = left * OVERSAMPLING, top * OVERSAMPLING
        mode = "RGBA" if len(ground) == len("#rrggbbaa") else "RGB"
        self._picture = Image.new(mode, (size[0] * OVERSAMPLING, size[1] * OVERSAMPLING), ground)

    def _place(self, points: list[Point]) -> list[Point]:
        return [(x * self._scale + self._left, y * self._scale + self._top) for x, y in points]

    def mask(self, path: str) -> Image.Image:
        """Return where a path covers the picture, as a mask that other shapes can be cut with."""
        cover = Image.new("L", self._picture.size, 0)
        ImageDraw.Draw(cover).polygon(self._place(outline(path)), fill=255)
        return cover

    def fill(self, path: str, colour: str, *, within: str | None = None, strength: float = 1, soft: float = 0) -> None:
        """Lay a colour on a shape; `within` cuts it with another one, `soft` blurs its edge by that many units."""
        cover = self.mask(path)
        if soft:
            cover = cover.filter(ImageFilter.BoxBlur(soft * self._scale)).filter(
                ImageFilter.BoxBlur(soft * self._scale)
            )
        if within:
            cover = ImageChops.multiply(cover, self.mask(within))
        if strength < 1:
            cover = cover.point([round(level * strength) for level in range(256)])
        self._picture.paste(colour, (0, 0), cover)

    def pair(self, path: str, colour: str, *, within: str | None = None, strength: float = 1, soft: float = 0) -> None:
        """Fill a shape and its mirror image."""
        for side in (path, flipped(path)):
            self.fill(side, colour, within=within, strength=strength, soft=soft)

    def line(self, path: str, colour: str, width: float) -> None:
        """Draw along a path with a round pen."""
        pen = ImageDraw.Draw(self._picture)
        points = self._place(outline(path))
        across = width * self._scale
        pen.line(points, fill=colour, width=round(across), joint="curve")
        for x, y in (points[0], points[-1]):
            pen.ellipse((x - across / 2, y - across / 2, x + across / 2, y + across / 2), fill=colour)

    def lines(self, path: str, colour: str, width: float) -> None:
        """Draw along a path and its mirror image."""
        self.line(path, colour, width)
        self.line(flipped(path), colour, width)

    def finish(self) -> Image.Image:
        """Return the picture at its own size."""
        return self._picture.resize(self._size, Image.Resampling.BOX)


@dataclass(frozen=True, slots=True)
class Skin:
    """The colours of a face: its light, its shade, its blush and its lips."""

    light: str
    shade: str
    blush: str
    lips: str


@dataclass(frozen=True, slots=True)
class Cloth:
    """The colours of a garment: its light, its shade, and the lines of its seams."""

    light: str
    shade: str
    seam: str


FACE = (
    "M500 256 C594 256 640 330 636 430 C634 500 612 546 578 580 C552 604 526 616 500 616 "
    "C474 616 448 604 422 580 C388 546 366 500 364 430 C360 330 406 256 500 256 Z"
)
NECK = (
    "M424 540 L576 540 C576 620 580 668 622 706 C590 780 545 830 500 830 C455 830 410 780 378 706 "
    "C420 668 424 620 424 540 Z"
)
BODY = (
    "M500 680 C560 680 588 684 616 694 C672 722 742 736 792 772 C850 816 866 920 878 1060 L900 1500 L100 1500 "
    "L122 1060 C134 920 150 816 208 772 C258 736 328 722 384 694 C412 684 440 680 500 680 Z"
)
THROAT = "M416 560 L584 560 C584 640 596 672 612 684 L504 808 L496 808 L388 684 C404 672 416 640 416 560 Z"
COLLAR = "M392 676 C380 690 372 706 368 726 C384 776 410 832 440 872 L502 812 C460 778 420 730 392 676 Z"
SCARF = (
    "M500 196 C640 196 690 312 684 450 C680 560 706 640 772 716 C826 786 760 880 640 908 C560 926 440 926 360 908 "
    "C240 880 174 786 228 716 C294 640 320 560 316 450 C310 312 360 196 500 196 Z"
)
OPENING = (
    "M500 286 C580 286 620 348 616 436 C614 520 560 610 500 610 C440 610 386 520 384 436 C380 348 420 286 500 286 Z"
)


def neck_and_ears(canvas: Canvas, skin: Skin) -> None:
    """Draw what is behind a face; a scarf hides all of it."""
    canvas.fill(NECK, skin.light)
    canvas.fill("M416 540 L584 540 L590 628 C566 690 470 690 412 620 Z", skin.shade, within=NECK, strength=0.8)
    canvas.pair(ellipse(362, 452, 27, 46), skin.light)
    canvas.pair(ellipse(365, 456, 13, 27), skin.shade, strength=0.55)


def face(canvas: Canvas, skin: Skin, brows: str, edge: str = FACE) -> None:
    """Draw a face with the few features that make it warm; the light comes from the left."""
    canvas.fill(edge, skin.light)
    canvas.fill(
        "M590 240 L680 240 L680 660 L470 660 C580 620 618 520 612 430 C608 350 604 300 590 240 Z",
        skin.shade,
        within=edge,
        strength=0.5,
        soft=7,
    )
    canvas.pair(ellipse(424, 514, 34, 22), skin.blush, within=edge, strength=0.3, soft=8)
    for side in ("M400 404 C414 388 446 384 470 394 L468 402 C446 394 418 398 402 410 Z",):
        canvas.pair(side, brows)
    canvas.pair("M410 446 C420 432 450 428 464 444 C452 438 424 438 410 446 Z", "#2f231d")
    canvas.pair(ellipse(438, 447, 9.5, 10.5), "#2f231d")
    canvas.pair(ellipse(435, 443, 2.6, 2.6), "#ffffff", strength=0.85)
    canvas.fill("M500 440 C504 474 524 490 514 502 C506 511 492 510 482 504 C496 504 506 498 503 484 Z", skin.shade)
    canvas.fill(
        "M450 545 C470 553 486 549 500 551 C514 549 530 553 550 545 C534 568 518 577 500 577 "
        "C482 577 466 568 450 545 Z",
        skin.lips,
    )
    canvas.fill("M450 545 C470 553 530 553 550 545 C530 560 470 560 450 545 Z", skin.shade, strength=0.55)


def torso(canvas: Canvas, cloth: Cloth, pockets: tuple[str, ...] = ()) -> None:
    """Draw shoulders and chest with the folds of the sleeves, the pockets and the row of buttons."""
    canvas.fill(BODY, cloth.light)
    for pocket in pockets:
        canvas.fill(pocket, cloth.seam, strength=0.35)
    canvas.fill(
        "M600 680 C740 730 840 760 900 780 L940 1500 L700 1500 C740 1200 740 920 640 760 Z",
        cloth.shade,
        within=BODY,
        strength=0.6,
        soft=10,
    )
    canvas.pair("M242 850 C226 1000 236 1200 242 1500 L254 1500 C248 1200 240 1000 242 850 Z", cloth.seam, strength=0.7)
    canvas.line("M514 812 L514 1500", cloth.seam, 3)
    for y in (900, 1000, 1100, 1200):
        canvas.fill(ellipse(498, y, 7, 7), cloth.seam)


def collar(canvas: Canvas, skin: Skin, cloth: Cloth) -> None:
    """Draw an open collar over the neck."""
    canvas.fill(THROAT, skin.light)
    canvas.fill("M416 540 L584 540 L590 628 C566 690 470 690 412 620 Z", skin.shade, within=THROAT, strength=0.8)
    canvas.fill("M520 640 L620 640 L506 820 Z", skin.shade, within=THROAT, strength=0.4, soft=6)
    canvas.pair(COLLAR, cloth.seam)
    canvas.pair(COLLAR.replace("440 872", "438 863").replace("368 726", "371 721"), cloth.light)
    canvas.fill(flipped(COLLAR), cloth.shade, strength=0.4)


def khaki(canvas: Canvas, skin: Skin) -> None:
    """Draw the khaki of local government staff: shoulder boards, pockets, ribbons and a name plate without letters."""
    cloth = Cloth("#bda777", "#9c8450", "#8a7546")
    places = (0, 336)
    torso(canvas, cloth, tuple(f"M{268 + x} 1010 L{396 + x} 1010 L{396 + x} 1190 L{268 + x} 1190 Z" for x in places))
    for x in places:
        flap = f"M{262 + x} 988 L{402 + x} 988 L{402 + x} 1022 L{332 + x} 1048 L{262 + x} 1022 Z"
        canvas.fill(flap, cloth.seam, strength=0.55)
        canvas.line(f"M{262 + x} 988 L{402 + x} 988", cloth.seam, 3)
        canvas.fill(ellipse(332 + x, 1020, 5, 5), "#6d5c35")
    canvas.pair("M202 790 L352 712 L368 742 L214 828 C204 822 200 806 202 790 Z", "#35372f")
    for along in (0.16, 0.3, 0.44):
        left, top = 206 + 150 * along, 793 - 78 * along
        canvas.lines(f"M{left} {top} L{left + 13} {top + 28}", "#d8b25a", 6)
    canvas.pair(ellipse(344, 732, 6, 6), "#d8b25a")
    canvas.fill("M276 930 L390 930 L390 958 L276 958 Z", "#2d3030")
    canvas.fill("M290 943 L376 943 L376 947 L290 947 Z", "#e8e3d4", strength=0.7)
    for index, colour in enumerate(("#8a3b3b", "#e6d9a8", "#2f5d7c", "#e0e0da", "#b7853a")):
        x = 612 + index * 23
        canvas.fill(f"M{x} 932 L{x + 23} 932 L{x + 23} 956 L{x} 956 Z", colour)
    collar(canvas, skin, cloth)


def office_shirt(canvas: Canvas, skin: Skin, cloth: Cloth, ribbon: str) -> None:
    """Draw a plain shirt with the staff card on its ribbon."""
    torso(canvas, cloth, ("M620 980 L764 980 L764 1180 L692 1200 L620 1180 Z",))
    canvas.lines("M394 740 C420 860 458 960 496 1040", ribbon, 13)
    collar(canvas, skin, cloth)
    canvas.fill("M436 1050 L564 1050 L564 1230 L436 1230 Z", "#ffffff")
    canvas.fill("M436 1050 L564 1050 L564 1088 L436 1088 Z", ribbon)
    canvas.fill(ellipse(500, 1044, 10, 10), "#8d949a")


def scarf(canvas: Canvas, cloth: Cloth) -> None:
    """Draw a hijab that lies over the shoulders in folds; the face is drawn into its opening afterwards."""
    canvas.fill(SCARF, cloth.light)
    canvas.fill(
        "M600 190 L820 190 L820 920 L560 930 C660 840 690 700 650 560 C640 420 650 300 600 190 Z",
        cloth.shade,
        within=SCARF,
        strength=0.7,
        soft=9,
    )
    canvas.fill(
        "M386 560 C430 650 570 650 614 560 L640 620 C590 720 410 720 360 620 Z",
        cloth.seam,
        within=SCARF,
        strength=0.55,
        soft=5,
    )
    canvas.fill("M330 600 C400 740 560 800 716 760 C560 830 380 780 330 600 Z", cloth.seam, within=SCARF, strength=0.8)
    canvas.fill("M300 680 C380 820 520 870 690 846 C520 896 350 850 300 680 Z", cloth.seam, within=SCARF, strength=0.6)
    canvas.fill("M668 600 C640 690 560 770 430 806 C570 780 660 720 690 640 Z", cloth.seam, within=SCARF, strength=0.5)
    band = (
        "M500 262 C596 262 640 340 634 436 C632 530 566 624 500 624 C434 624 368 530 366 436 C360 340 404 262 500 262 Z"
    )
    canvas.fill(band, cloth.seam)


def short_hair(canvas: Canvas, hair: str, light: str) -> None:
    """Draw short hair with a side parting."""
    canvas.fill(
        "M360 436 C334 320 372 214 496 208 C632 202 668 318 640 436 C632 420 630 388 622 362 C612 340 598 326 580 320 "
        "C530 334 462 326 424 300 C402 322 382 350 376 386 C374 406 368 424 360 436 Z",
        hair,
    )
    canvas.fill("M424 300 C440 262 500 236 570 246 C510 250 462 270 444 308 Z", light, strength=0.7)


def grey_hair(canvas: Canvas, hair: str, light: str, shade: str) -> None:
    """Draw the thinner hair of an older man, with a moustache."""
    canvas.fill(
        "M358 450 C330 330 376 222 498 216 C628 212 668 330 642 450 C634 436 628 400 622 372 C612 336 584 304 556 292 "
        "C520 282 470 282 440 294 C410 308 388 340 378 374 C372 402 366 436 358 450 Z",
        hair,
    )
    canvas.fill("M404 296 C436 248 510 232 572 250 C510 248 456 262 424 296 Z", light, strength=0.8)
    canvas.lines("M410 488 C402 496 398 506 398 516", shade, 3)
    canvas.fill(
        "M452 538 C464 520 488 516 500 522 C512 516 536 520 548 538 C526 530 514 532 500 533 "
        "C486 532 474 530 452 538 Z",
        hair,
    )


def bun(canvas: Canvas, hair: str) -> None:
    """Draw the knot of tied hair; it lies behind the neck, so it is drawn first."""
    canvas.fill(ellipse(590, 592, 78, 70), hair)


def swept_hair(canvas: Canvas, hair: str, light: str) -> None:
    """Draw a woman's hair, parted at the side and swept behind the ears, with pearl earrings."""
    canvas.fill(
        "M352 470 C322 320 374 206 498 202 C632 200 678 322 648 470 C640 462 636 430 630 404 C612 350 566 326 470 286 "
        "C452 330 404 356 380 398 C372 420 364 452 352 470 Z",
        hair,
    )
    canvas.fill("M470 286 C500 240 560 226 610 262 C560 248 512 262 490 294 Z", light, strength=0.6)
    canvas.fill("M470 286 C440 256 400 266 384 318 C402 288 436 276 462 300 Z", light, strength=0.6)
    canvas.pair(ellipse(360, 500, 8, 8), "#f4efe4")


def glasses(canvas: Canvas) -> None:
    """Draw thin dark frames."""
    frame = (
        "M392 420 C392 408 400 404 412 404 L464 404 C476 404 484 410 484 420 C484 460 474 484 440 484 "
        "C404 484 392 460 392 420 L392 414"
    )
    canvas.lines(frame, "#33373c", 6)
    canvas.line("M484 424 C492 416 508 416 516 424", "#33373c", 6)
    canvas.lines("M392 420 L366 414", "#33373c", 6)


def backdrop(canvas: Canvas, disc: str, hills: str) -> None:
    """Draw the soft disc behind the head and the hills of rubber country."""
    canvas.fill(ellipse(560, 430, 400, 400), disc)
    canvas.fill(
        "M-400 900 C-200 760 0 700 180 790 C320 860 520 720 700 690 C920 650 1120 760 1400 840 L1400 1600 L-400 1600 Z",
        hills,
        strength=0.75,
    )


def thitiya() -> Image.Image:
    """Draw a woman in khaki: 4 to 5, as a studio would."""
    canvas = Canvas((1600, 2000), "#cfe1de", 1.75, -75, -140)
    skin = Skin("#e3b48c", "#c48c63", "#d9755a", "#b4574a")
    backdrop(canvas, "#e3eeeb", "#a9cbc6")
    bun(canvas, "#2b211d")
    neck_and_ears(canvas, skin)
    khaki(canvas, skin)
    face(canvas, skin, "#3a2b24")
    swept_hair(canvas, "#2b211d", "#5a463b")
    return canvas.finish()


def saksit() -> Image.Image:
    """Draw a man in khaki with glasses: 2 to 3, as a phone held upright would."""
    canvas = Canvas((1600, 2400), "#f0dfc3", 1.75, -75, 40)
    skin = Skin("#cf9a6c", "#a9744a", "#c9694c", "#97503f")
    backdrop(canvas, "#f7ecd9", "#dcc190")
    neck_and_ears(canvas, skin)
    khaki(canvas, skin)
    face(canvas, skin, "#241c18")
    short_hair(canvas, "#241c18", "#4d3f37")
    glasses(canvas)
    return canvas.finish()


def sarifa() -> Image.Image:
    """Draw a young woman with a hijab: a square."""
    canvas = Canvas((1200, 1200), "#f3ddd3", 1.2, 0, -110)
    skin = Skin("#e6b993", "#c8926b", "#dd7a63", "#b85a50")
    backdrop(canvas, "#faece5", "#e6bfae")
    torso(canvas, Cloth("#f2ead9", "#d6c8ab", "#c5b593"))
    scarf(canvas, Cloth("#2f7f86", "#1f6068", "#1c5860"))
    face(canvas, skin, "#33261f", OPENING)
    return canvas.finish()


def katanyu() -> Image.Image:
    """Draw an older man beside a window: 4 to 3, his face well left of the middle."""
    canvas = Canvas((2000, 1500), "#dfe3ea", 1.3, 70, -120)
    skin = Skin("#c99368", "#a06c46", "#bf654b", "#8f4d3e")
    canvas.fill("M860 150 L1560 150 L1560 880 L860 880 Z", "#f6f3ec")
    canvas.fill("M890 180 L1560 180 L1560 850 L890 850 Z", "#c9dfe9")
    canvas.fill("M890 640 C1000 560 1100 540 1200 600 C1320 660 1420 560 1560 540 L1560 850 L890 850 Z", "#8fb8a5")
    canvas.fill("M890 740 C1040 680 1180 700 1300 740 C1400 770 1480 730 1560 710 L1560 850 L890 850 Z", "#6a9c86")
    canvas.fill("M1216 180 L1236 180 L1236 850 L1216 850 Z", "#f6f3ec")
    canvas.fill(ellipse(1400, 330, 60, 60), "#fbf3d8")
    neck_and_ears(canvas, skin)
    office_shirt(canvas, skin, Cloth("#c4d8ea", "#95b1cb", "#8aa6c0"), "#0f4c5c")
    face(canvas, skin, "#8d8a86")
    grey_hair(canvas, "#a9a7a4", "#cfcdca", skin.shade)
    return canvas.finish()


def turned(path: str, degrees: float) -> str:
    """Return the path after a turn around (500, 500)."""
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))

    def turn(found: re.Match[str]) -> str:
        x, y = float(found[1]) - 500, float(found[2]) - 500
        return f"{500 + x * cosine - y * sine:.2f} {500 + x * sine + y * cosine:.2f}"

    return re.sub(r"(-?[\d.]+) (-?[\d.]+)", turn, path)


def seal() -> Image.Image:
    """Draw a seal of our own: a sprout of three rubber leaves between hills and a rising sun; no letters."""
    canvas = Canvas((1000, 1000), "#00000000", 1, 0, 0)
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


def _place_in_trang() -> Image.Exif:
    """Return the metadata that a phone leaves: turned on its side, and where it was; the reader must undo both."""
    notes = Image.Exif()
    notes[ExifTags.Base.Orientation] = 6
    notes[ExifTags.Base.Make] = "tonbaep"
    notes[ExifTags.Base.ImageDescription] = "drawn for the sample"
    position = notes.get_ifd(ExifTags.IFD.GPSInfo)
    position[ExifTags.GPS.GPSLatitudeRef] = "N"
    position[ExifTags.GPS.GPSLatitude] = (7.0, 55.0, 0.0)
    position[ExifTags.GPS.GPSLongitudeRef] = "E"
    position[ExifTags.GPS.GPSLongitude] = (99.0, 40.0, 0.0)
    return notes


def main() -> None:
    """Draw everything, each in the form that some camera or clerk would hand in."""
    photos = WINNERS / "2566" / "photos"
    photos.mkdir(parents=True, exist_ok=True)
    thitiya().save(photos / "thitiya.jpg", quality=90, optimize=True, subsampling=0)
    sideways = saksit().transpose(Image.Transpose.ROTATE_90)
    sideways.save(photos / "saksit.jpg", quality=90, optimize=True, subsampling=0, exif=_place_in_trang())
    sarifa().save(photos / "sarifa.png", optimize=True)
    katanyu().save(photos / "katanyu.webp", quality=90, method=6)
    seal().save(WINNERS / "seal.png", optimize=True)
    for picture in (*sorted(photos.iterdir()), WINNERS / "seal.png"):
        print(f"{picture.relative_to(WINNERS)}: {picture.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
