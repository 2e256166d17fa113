"""Necks, shoulders and what is worn on them, given around x = 0 and carried by each body in its own way."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageChops
from portraits.painter import Canvas, Point, Tones, curve, ellipse, mirrored, model, whole

if TYPE_CHECKING:
    from portraits.heads import Head

KHAKI = Tones("#c0a873", "#d8c38d", "#a48b58", "#755f37")


@dataclass(frozen=True, slots=True)
class Build:
    """How somebody stands: breadth of shoulders and neck, how far they slope, are drawn up, and how the body leans."""

    broad: float
    neck: float
    slope: float
    rise: float
    lean: float

    def at(self, points: list[Point]) -> list[Point]:
        """Return points of the chest, which are given around x = 0, where this body has them."""
        cosine, sine = math.cos(math.radians(self.lean)), math.sin(math.radians(self.lean))
        placed = []
        for x, y in points:
            wide, low = x * self.broad, y + self.slope * (abs(x) / 330) - self.rise - 800
            placed.append((500 + wide * cosine - low * sine, 800 + wide * sine + low * cosine))
        return placed


TRUNK = "0,660 70,668 112,690 214,722 300,752 356,800 384,900 396,1060 404,1500! 0,1500"


def neck(canvas: Canvas, head: Head, build: Build, chin: list[Point]) -> None:
    """Draw the neck with the shadow of the chin."""
    wide = build.neck
    cover = canvas.mask(build.at(whole(f"0,560 {wide - 14},580 {wide},664 {wide + 34},704 20,806! 0,812")))
    canvas.fill(cover, head.skin.base)
    canvas.spray(build.at(curve(f"-{wide + 40},520 -20,520 -26,850 -{wide + 60},850")), head.skin.shade, 40, cover, 0.9)
    fallen = [(x - 12, y + 34) for x, y in chin]
    canvas.spray(fallen, head.skin.shade, 3, cover)
    canvas.spray(fallen, head.skin.deep, 30, cover, 0.5)
    for x, far in ((-1, 0.7), (1, 0.5)):
        bone = curve(f"{x * (wide + 16)},716 {x * 46},738 {x * 20},760", closed=False)
        canvas.stroke(build.at(bone), head.skin.deep, 4, strength=far)


def trunk(canvas: Canvas, build: Build, cloth: Tones) -> Image.Image:
    """Draw shoulders, chest and sleeves with their folds, and return where they are."""
    cover = canvas.mask(build.at(whole(TRUNK)))
    canvas.fill(cover, cloth.base)
    canvas.side(cover, cloth.shade, (70, 16), 30)
    canvas.side(cover, cloth.glow, (-16, 14), 12)
    for side in (-1, 1):
        seam = curve(f"{side * 284},850 {side * 270},960 {side * 276},1120 {side * 286},1500", closed=False)
        shadow = [*build.at(seam), *build.at([(x + side * 26, y) for x, y in reversed(seam)])]
        canvas.spray(shadow, cloth.shade, 16, cover, 0.9)
        canvas.stroke(build.at(seam), cloth.deep, 7, (0.1, 1), cover)
    for fold, width in (
        ("-268,880 -220,930 -190,1000", 12),
        ("-272,900 -240,980 -226,1080", 9),
        ("262,890 226,930 206,980", 9),
        ("330,860 352,930 350,1010", 7),
        ("-330,860 -350,940 -344,1040", 8),
    ):
        canvas.stroke(build.at(curve(fold, closed=False)), cloth.deep, width, (0, 0), cover, 0.55)
    return cover


def placket(canvas: Canvas, build: Build, cloth: Tones, buttons: str) -> None:
    """Draw the edge where a shirt closes, and its buttons."""
    canvas.fill(build.at([(15, 820), (27, 820), (31, 1500), (15, 1500)]), cloth.shade, strength=0.6)
    canvas.stroke(build.at([(15, 815), (15, 1500)]), cloth.deep, 4, (1, 1))
    for y in (896, 1000, 1104, 1208, 1312):
        canvas.fill(build.at(ellipse(-3, y + 2, 9, 9)), cloth.deep)
        canvas.fill(build.at(ellipse(-2, y, 8, 8)), buttons)


def collar(canvas: Canvas, build: Build, cloth: Tones) -> None:
    """Draw an open collar around the neck."""
    wide = build.neck
    wing = f"{wide - 6},646! {wide + 20},670 {wide + 40},716! 100,806 68,874! 38,848 3,808! 46,770 {wide - 18},704"
    for side in (-1, 1):
        leaf = curve(wing) if side > 0 else mirrored(curve(wing))
        canvas.spray(build.at([(x - 6, y + 16) for x, y in leaf]), cloth.deep, 10, strength=0.75)
        cover = canvas.mask(build.at(leaf))
        canvas.fill(cover, cloth.base)
        canvas.side(cover, cloth.shade if side < 0 else cloth.glow, (side * -14, 0), 12, 0.9)
        rim = curve(
            f"{side * (wide + 40)},716 {side * 100},806! {side * 68},874! {side * 38},848 {side * 3},808", closed=False
        )
        canvas.stroke(build.at(rim), cloth.deep, 3.4, (0.6, 0.6))


def khaki(canvas: Canvas, build: Build) -> None:
    """Draw the khaki of local government staff: shoulder boards, pockets, ribbons and a name plate without letters."""
    cloth = KHAKI
    cover = trunk(canvas, build, cloth)
    for x in (-168, 168):
        pocket = build.at(
            [(x - 66, 1000), (x + 66, 1000), (x + 66, 1180), (x + 54, 1196), (x - 54, 1196), (x - 66, 1180)]
        )
        canvas.fill(pocket, cloth.shade, cover, 0.22)
        canvas.stroke([*pocket, pocket[0]], cloth.deep, 3, (1, 1), strength=0.7)
        canvas.stroke(build.at([(x, 1040), (x, 1192)]), cloth.deep, 5, (0.5, 1), strength=0.4)
        flap = build.at([(x - 72, 984), (x + 72, 984), (x + 72, 1024), (x, 1054), (x - 72, 1024)])
        canvas.spray([(a, b + 9) for a, b in flap], cloth.deep, 8, cover, 0.7)
        canvas.fill(flap, cloth.base)
        canvas.fill(flap, cloth.shade, strength=0.16)
        canvas.stroke([*flap, flap[0]], cloth.deep, 3, (1, 1))
        canvas.fill(build.at(ellipse(x, 1026, 7, 7)), "#6d5c35")
    for side in (-1, 1):
        board = [(x * side, y) for x, y in ((292, 768), (150, 702), (134, 734), (276, 806), (290, 800))]
        canvas.spray(build.at([(x - 5, y + 12) for x, y in board]), cloth.deep, 8, cover, 0.7)
        canvas.fill(build.at(board), "#2f332d")
        canvas.side(build.at(board), "#50564b", (-10, 8), 8, 0.9)
        for along in (0.16, 0.29, 0.42):
            bar = [(side * (280 - 142 * along), 778 - 66 * along), (side * (268 - 142 * along), 808 - 70 * along)]
            canvas.stroke(build.at(bar), "#e0b95e", 7, (1, 1))
        canvas.fill(build.at(ellipse(side * 156, 723, 7, 7)), "#e0b95e")
    canvas.spray(build.at([(-226, 932), (-108, 932), (-108, 966), (-226, 966)]), cloth.deep, 8, cover, 0.8)
    canvas.fill(build.at([(-226, 926), (-108, 926), (-108, 958), (-226, 958)]), "#26292a")
    canvas.fill(build.at([(-210, 940), (-124, 940), (-124, 944), (-210, 944)]), "#e8e3d4", strength=0.8)
    for index, colour in enumerate(("#8a3b3b", "#e6d9a8", "#2f5d7c", "#e0e0da", "#b7853a")):
        x = 110 + index * 24
        canvas.fill(build.at([(x, 930), (x + 24, 930), (x + 24, 957), (x, 957)]), colour)
    placket(canvas, build, cloth, "#7a6840")


def office_shirt(canvas: Canvas, build: Build, head: Head, cloth: Tones, chin: list[Point]) -> None:
    """Draw a plain shirt with the staff card on its ribbon."""
    ribbon = "#0f4c5c"
    cover = trunk(canvas, build, cloth)
    pocket = build.at([(110, 1000), (250, 1000), (250, 1180), (180, 1200), (110, 1180)])
    canvas.stroke([*pocket, pocket[0]], cloth.deep, 3, (1, 1), cover)
    placket(canvas, build, cloth, "#eef4f7")
    neck(canvas, head, build, chin)
    for side in (-1, 1):
        lace = build.at(curve(f"{side * 90},730 {side * 76},850 {side * 10},1040", closed=False))
        canvas.spray([(x - 6, y + 6) for x, y in lace], cloth.deep, 6, cover, 0.4)
        canvas.stroke(lace, ribbon, 14, (1, 1))
    collar(canvas, build, cloth)
    card = build.at([(-64, 1050), (64, 1050), (64, 1230), (-64, 1230)])
    canvas.spray([(x - 8, y + 12) for x, y in card], cloth.deep, 12, cover, 0.8)
    canvas.fill(card, "#fdfcf8")
    canvas.fill(build.at([(-64, 1050), (64, 1050), (64, 1088), (-64, 1088)]), ribbon)
    canvas.fill(build.at(ellipse(0, 1044, 11, 11)), "#8d949a")


def hijab(canvas: Canvas, head: Head, cloth: Tones) -> None:
    """Draw a hijab in the order in which it is wound: over the shoulders, across the breast, around the head."""
    lying = canvas.mask(
        head.set(
            curve(
                "0,20 146,40 176,104 202,160 240,212 298,268 330,340 310,410 200,460 0,478 -200,466 -306,424 -326,348 "
                "-296,272 -242,212 -202,160 -176,104 -146,40"
            )
        )
    )
    canvas.fill(lying, cloth.base)
    canvas.side(lying, cloth.shade, (90, -10), 60)
    canvas.side(lying, cloth.deep, (20, -24), 26, 0.8)
    folds = (
        ("-150,170 -210,260 -240,380", 16),
        ("-110,200 -150,300 -160,440", 14),
        ("190,200 262,280 282,400", 14),
        ("150,220 206,310 212,440", 16),
    )
    for text, width in folds:
        canvas.stroke(head.set(curve(text, closed=False)), cloth.deep, width, (0.1, 0), lying, 0.7)
    across = head.set(
        curve(
            "-176,96! -120,170 -30,226 90,250 200,242 330,222! 380,310 320,362 190,372 40,358 -80,300 -160,214 -196,150"
        )
    )
    canvas.spray([(x - 2, y + 20) for x, y in across], cloth.deep, 16, lying, 0.9)
    band = ImageChops.multiply(canvas.mask(across), lying)
    canvas.fill(band, cloth.base)
    canvas.side(band, cloth.shade, (40, -26), 36, 0.95)
    canvas.side(band, cloth.glow, (-10, 14), 14, 0.8)
    for text in (
        "-168,130 -80,232 60,286 210,286 330,262",
        "-178,150 -90,262 50,322 190,330 320,316",
        "-150,120 -60,204 70,262 220,258",
    ):
        canvas.stroke(head.set(curve(text, closed=False)), cloth.deep, 9, (0, 0.1), band, 0.75)
    wound = head.set(
        curve(
            "0,-210 92,-194 148,-132 166,-44 166,50 172,110 200,170! 150,214 60,250 -20,236 -110,188 -190,150! "
            "-172,104 -168,50 -168,-44 -150,-132 -92,-194"
        )
    )
    canvas.spray([(x - 2, y + 18) for x, y in wound], cloth.deep, 14, band, 0.85)
    around = model(canvas, wound, cloth)
    for text, width in (
        ("-140,-96 -152,0 -140,110 -70,190", 10),
        ("-128,-20 -126,80 -84,150 20,214", 9),
        ("150,40 128,120 70,176 -20,212", 10),
        ("160,110 120,170 50,214", 8),
        ("-96,-160 -136,-90 -142,-10", 7),
        ("60,-196 116,-142 136,-70", 6),
    ):
        canvas.stroke(head.set(curve(text, closed=False)), cloth.deep, width, (0, 0), around, 0.7)
    hem = head.set(
        curve(
            "0,-122 72,-112 124,-58 134,12 120,78 86,132 46,168 0,182 -46,168 -86,132 -120,78 -134,12 -124,-58 -72,-112"
        )
    )
    canvas.fill(hem, cloth.deep)
    canvas.side(hem, cloth.shade, (-16, 10), 10)
