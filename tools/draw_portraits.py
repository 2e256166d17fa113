"""Draws the sample's portraits, so that no real face stands in the repository; run by hand.

The pictures are committed, and this script draws the same ones again. Here are the people and the files that they are
handed in as; `portraits` holds the painter, the parts of a head, and what is worn.
"""

from __future__ import annotations

from pathlib import Path

from PIL import ExifTags, Image, ImageChops
from portraits.dress import KHAKI, Build, collar, hijab, khaki, neck, office_shirt, placket, trunk
from portraits.heads import (
    Eyes,
    Head,
    Nose,
    Skin,
    cheeks,
    closed_mouth,
    ear,
    eye,
    face,
    glasses,
    laughing_mouth,
    nose,
    strands,
    wrinkles,
)
from portraits.painter import Canvas, Tones, curve, ellipse, mirrored, model

PHOTOS = Path(__file__).resolve().parent.parent / "winners" / "2566" / "photos"


def backdrop(canvas: Canvas, disc: str, hills: str) -> None:
    """Draw the disc of a sun behind the head and the hills of rubber country."""
    canvas.fill(ellipse(560, 430, 400, 400), disc)
    hill = curve("-400,900 -120,770 180,790 430,800 700,690 980,700 1400,840! 1400,1600! -400,1600!")
    canvas.fill(hill, hills)


def thitiya() -> Image.Image:
    """Draw a woman of middle age in khaki with a closed smile: 4 to 5, as a studio would."""
    canvas = Canvas((1600, 2000), "#bfd9d1", 1.75, -72, -152)
    backdrop(canvas, "#d8e8e0", "#6ba094")
    hair = Tones("#33231d", "#6b4a37", "#211511", "#170e0b")
    head = Head(
        "0,-152 76,-142 122,-90 137,-10 134,46 113,104 75,146 36,166 0,169",
        Skin("#e3b084", "#f6cfa2", "#c88a5f", "#8f5637", "#d8694f", "#b04f43"),
        Eyes(
            apart=60,
            wide=27,
            open=13,
            slant=3,
            crease=7,
            lash=4,
            tired=0.55,
            brow="31,-42 54,-49 80,-48 105,-37",
            brow_width=8,
        ),
        Nose(long=58, wide=26, bridge=9, tip=15),
        hair,
        (500, 452),
        turn=5,
        tilt=-3,
    )
    build = Build(broad=0.93, neck=74, slope=22, rise=52, lean=1)
    knot = head.set(curve("-66,-176 -58,-226 -6,-252 50,-238 76,-190 50,-156 -30,-150"))
    model(canvas, knot, hair, 0.6)
    strands(
        canvas,
        head,
        ("-56,-190 -20,-236 40,-226", "-44,-176 0,-214 58,-200", "-20,-166 20,-190 60,-180"),
        hair.glow,
        knot,
    )
    chin = head.edge()
    khaki(canvas, build)
    neck(canvas, head, build, chin)
    collar(canvas, build, KHAKI)
    for side in (-1, 1):
        ear(canvas, head, side)
    edge = face(canvas, head, chin, 60)
    closed_mouth(canvas, head, 103, 49, 11, (11, 12))
    wrinkles(canvas, head, ("40,60 56,78 60,98",), 0.5)
    top = head.set(
        curve(
            "-141,34! -153,-40 -144,-118 -96,-176 -8,-198 84,-182 142,-124 153,-40 142,34! "
            "130,-6 118,-58 88,-98 44,-122! 6,-104 -52,-80 -104,-36 -128,0"
        )
    )
    canvas.spray([(x - 4, y + 16) for x, y in top], head.skin.deep, 10, edge, 0.6)
    cover = canvas.mask(top)
    canvas.fill(cover, hair.base)
    canvas.side(cover, hair.shade, (70, -10), 40, 0.9)
    strands(
        canvas,
        head,
        (
            "44,-122 -20,-116 -84,-74 -128,-10",
            "40,-134 -30,-134 -104,-86 -138,-10",
            "34,-148 -40,-152 -116,-100 -146,-20",
            "26,-164 -40,-170 -110,-126 -148,-50",
            "50,-128 96,-106 124,-62 136,0",
            "52,-142 108,-120 136,-66 144,0",
            "48,-160 110,-142 142,-80 150,-20",
        ),
        hair.glow,
        cover,
    )
    canvas.spray(head.set(curve("60,-160 120,-128 142,-70 132,-60 108,-110 60,-140")), hair.glow, 12, cover, 0.8)
    strands(canvas, head, ("42,-128 -24,-142 -112,-94 -142,-20", "50,-134 104,-112 134,-60"), "#a08d7d", cover)
    strands(canvas, head, ("44,-122 30,-150 10,-190",), hair.deep, cover, 6)
    strands(canvas, head, ("-116,-24 -126,6 -122,38", "-104,-36 -118,-10 -120,16"), hair.base, edge)
    pearl = head.set(ellipse(-148, 66, 9, 9))
    canvas.fill(pearl, "#d9c7a6")
    canvas.fill(head.set(ellipse(-146, 64, 6, 6)), "#fbf4e4")
    return canvas.picture


def saksit() -> Image.Image:
    """Draw a broad man of middle age in khaki with glasses, who laughs: 2 to 3, as a phone held upright would."""
    canvas = Canvas((1600, 2400), "#edd8b2", 1.75, -82, 24)
    backdrop(canvas, "#f5e6c9", "#659587")
    hair = Tones("#241c19", "#54443a", "#171110", "#0e0a09")
    head = Head(
        "0,-156 80,-148 126,-92 134,-10 134,60 126,118 94,160 48,180 0,181",
        Skin("#cb9262", "#e8b885", "#a76f44", "#6d3d22", "#bd5c3f", "#ac6249"),
        Eyes(
            apart=62,
            wide=26,
            open=12,
            slant=2,
            crease=6,
            lash=0,
            tired=0.6,
            brow="30,-46 56,-55 84,-54 110,-43",
            brow_width=12,
        ),
        Nose(long=60, wide=33, bridge=12, tip=20),
        hair,
        (500, 450),
        turn=-5,
        tilt=2,
    )
    build = Build(broad=1.08, neck=98, slope=6, rise=44, lean=-1)
    chin = head.edge()
    khaki(canvas, build)
    neck(canvas, head, build, chin)
    collar(canvas, build, KHAKI)
    for side in (-1, 1):
        ear(canvas, head, side)
    edge = face(canvas, head, chin, 62)
    beard = "-150,40 -104,66 -62,70 0,72 62,70 104,66 150,40 140,190 0,200 -140,190"
    canvas.spray(head.on(curve(beard)), "#7d5a45", 30, edge, 0.16)
    laughing_mouth(canvas, head, 106, 50, 24)
    wrinkles(canvas, head, ("42,60 62,76 72,98 70,116",), 0.6)
    wrinkles(canvas, head, ("=-56,-96 0,-101 60,-95",), 0.3)
    top = head.set(
        curve(
            "-136,24! -145,-50 -146,-122 -112,-178 -40,-204 40,-212 110,-186 144,-126 146,-50 136,24! "
            "134,-24 130,-66 118,-102! 70,-112 10,-104 -50,-112 -104,-100! -128,-66 -134,-24"
        )
    )
    canvas.spray([(x - 4, y + 14) for x, y in top], head.skin.deep, 8, edge, 0.6)
    cover = canvas.mask(top)
    canvas.fill(cover, hair.base)
    for side in (-1, 1):
        fade = curve("150,20 160,-60 136,-92 118,-96 128,-40 130,20")
        canvas.spray(head.set(fade if side > 0 else mirrored(fade)), head.skin.shade, 26, cover, 0.62)
    locks = tuple(
        f"{x},-104 {x + 10},-140 {x + 44},{-168 - 0.2 * (60 - abs(x))} {x + 84},{-176 - 0.2 * (40 - abs(x))}"
        for x in range(-96, 60, 20)
    )
    strands(canvas, head, locks, hair.glow, cover)
    canvas.spray(head.set(curve("30,-196 100,-176 134,-122 124,-112 90,-150 30,-176")), hair.glow, 12, cover, 0.75)
    glasses(canvas, head, "24,-22 34,-32 94,-34 106,-26 107,8 92,34 62,40 34,34 22,10")
    return canvas.picture


def sarifa() -> Image.Image:
    """Draw a young woman with a hijab who smiles gently, her head to one side: a square."""
    canvas = Canvas((1200, 1200), "#efcfba", 1.2, -8, -136)
    backdrop(canvas, "#f7e1d0", "#d4946f")
    head = Head(
        "0,-150 78,-142 124,-90 132,-12 124,48 98,104 54,150 18,168 0,169",
        Skin("#dfab7f", "#f6d0a6", "#bd8459", "#804a2d", "#d76d52", "#b6564d"),
        Eyes(
            apart=58,
            wide=27,
            open=14.5,
            slant=4,
            crease=6,
            lash=6,
            tired=0,
            brow="32,-42 55,-50 78,-49 101,-40",
            brow_width=7,
        ),
        Nose(long=54, wide=23, bridge=8, tip=14),
        Tones("#3a2720", "#3a2720", "#3a2720", "#2a1a14"),
        (500, 462),
        turn=-5,
        tilt=5,
    )
    build = Build(broad=0.85, neck=70, slope=34, rise=30, lean=1)
    blouse = Tones("#f4ead6", "#fdf7ea", "#d6c6a6", "#b3a078")
    trunk(canvas, build, blouse)
    placket(canvas, build, blouse, "#e9dcbf")
    hijab(canvas, head, Tones("#2a7f84", "#4fa5a3", "#1b5f68", "#114650"))
    opening = head.edge()
    hole = head.set(
        curve(
            "0,-106 66,-96 112,-48 122,12 110,70 80,120 44,154 0,168 -44,154 -80,120 -110,70 -122,12 -112,-48 -66,-96"
        )
    )
    shape = ImageChops.multiply(canvas.mask(opening), canvas.mask(hole))
    edge = canvas.mask(shape)
    model(canvas, edge, head.skin)
    canvas.side(edge, head.skin.deep, (10, 14), 8, 0.75)
    cheeks(canvas, head, edge, 58)
    for side in (-1, 1):
        eye(canvas, head, side)
    nose(canvas, head, edge)
    closed_mouth(canvas, head, 102, 42, 12, (12, 14))
    return canvas.picture


def katanyu() -> Image.Image:
    """Draw a lean old man with a wry smile beside a window: 4 to 3, his face well left of the middle."""
    canvas = Canvas((2000, 1500), "#dccfc0", 1.3, 48, -150)
    canvas.fill([(860, 150), (1560, 150), (1560, 880), (860, 880)], "#f8f3e8")
    glass = canvas.mask([(890, 180), (1560, 180), (1560, 850), (890, 850)])
    canvas.fill(glass, "#c9dfe6")
    canvas.fill(ellipse(1390, 340, 70, 70), "#f9e2a8", glass)
    for hill, colour in (
        ("890,640 1060,560 1200,600 1330,620 1600,540 1600,900! 890,900!", "#8fb8a5"),
        ("890,750 1040,700 1300,740 1440,750 1600,710 1600,900! 890,900!", "#629680"),
    ):
        canvas.fill(curve(hill), colour, glass)
    canvas.fill([(1216, 180), (1236, 180), (1236, 850), (1216, 850)], "#f8f3e8")
    hair = Tones("#b9b4ad", "#e6e2da", "#8f8a84", "#6a655f")
    head = Head(
        "0,-168 66,-158 110,-104 122,-14 118,40 108,92 90,146 50,190 0,198",
        Skin("#c89263", "#e6b583", "#9f6a42", "#653a22", "#bb6045", "#95503f"),
        Eyes(
            apart=56,
            wide=22,
            open=8.5,
            slant=-3,
            crease=7,
            lash=0,
            tired=1.25,
            brow="26,-30 48,-44 76,-40 100,-22",
            brow_width=15,
        ),
        Nose(long=70, wide=29, bridge=12, tip=17),
        hair,
        (500, 462),
        turn=7,
        tilt=-4,
    )
    build = Build(broad=0.9, neck=74, slope=44, rise=40, lean=-2)
    shirt = Tones("#bcd4e5", "#d9eaf3", "#9dbace", "#7395ad")
    chin = head.edge()
    office_shirt(canvas, build, head, shirt, chin)
    for side in (-1, 1):
        ear(canvas, head, side)
    edge = face(canvas, head, chin, 66)
    for side in (-1, 1):
        hollow = curve("76,84 104,66 112,100 84,140 70,120")
        canvas.spray(
            head.on(hollow if side > 0 else mirrored(hollow)), head.skin.shade, 18, edge, 0.65 if side < 0 else 0.45
        )
    closed_mouth(canvas, head, 116, 38, 8, (3, 15))
    moustache = head.on(curve("-50,108! -34,88 -6,86 0,90 8,85 36,85 53,98! 30,102 0,103 -30,106"), 18)
    canvas.spray([(x - 2, y + 6) for x, y in moustache], head.skin.deep, 5, edge, 0.6)
    whiskers = model(canvas, moustache, hair, 0.3)
    for x in range(-40, 44, 9):
        canvas.stroke(
            head.on([(x * 0.8, 88), (x * 1.15, 108 - (x > 0) * 6)], 18),
            hair.deep if x % 2 else hair.glow,
            2.5,
            (0.3, 0),
            whiskers,
        )
    wrinkles(
        canvas,
        head,
        (
            "40,74 58,92 64,124",
            "=72,92 84,108 82,132",
            "-54,-92 0,-97 50,-90",
            "=-44,-112 4,-116 46,-110",
            "=-6,-34 -9,-22 -6,-14",
        ),
        0.55,
    )
    top = head.set(
        curve(
            "-120,12! -136,-46 -132,-124 -94,-184 -16,-208 70,-198 122,-146 137,-60 121,12! 112,-34 106,-84 90,-134! "
            "52,-150 10,-128 -44,-146 -88,-132! -106,-84 -112,-34"
        )
    )
    canvas.spray([(x - 3, y + 10) for x, y in top], head.skin.shade, 10, edge, 0.7)
    cover = model(canvas, top, hair, 0.7)
    strands(
        canvas,
        head,
        (
            *(f"{x},-128 {x * 1.08},-164 {x * 0.8 - 10},-206" for x in range(-84, 90, 14)),
            "-112,-30 -122,-80 -104,-140",
            "-118,0 -130,-70 -116,-130",
            "112,-30 122,-80 104,-140",
            "118,0 130,-70 116,-130",
        ),
        hair.deep,
        cover,
        3,
    )
    strands(
        canvas,
        head,
        tuple(f"{x},-126 {x * 1.1},-160 {x * 0.8 - 6},-204" for x in range(-76, 96, 28)),
        "#f4f1ea",
        cover,
        4,
    )
    return canvas.picture


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
    """Draw everybody, each in the form that some camera or clerk would hand in."""
    PHOTOS.mkdir(parents=True, exist_ok=True)
    thitiya().save(PHOTOS / "thitiya.jpg", quality=82, optimize=True)
    sideways = saksit().transpose(Image.Transpose.ROTATE_90)
    sideways.save(PHOTOS / "saksit.jpg", quality=82, optimize=True, exif=_place_in_trang())
    sarifa().quantize(180, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        PHOTOS / "sarifa.png", optimize=True
    )
    katanyu().save(PHOTOS / "katanyu.webp", quality=71, method=6)
    for picture in sorted(PHOTOS.iterdir()):
        print(f"{picture.name}: {picture.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
