"""One design in many forms: plain, for the office's printer, for a print shop, for a screen.

A poster is drawn twice, upright and landscape; its template knows both, in units of A4. What changes from form to form
is the paper, the photos' pixels, and what `sheet` in `press/typst/lib.typ` does with the drawing: bleed and marks,
tiles, black only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from generator.disclosure import NOBODY
from generator.piece import Piece, Rendition, Sheet, each_round
from generator.pieces.parts import frame, uses
from generator.press.picture import PICTURE
from generator.press.shop import SHOP
from generator.press.typeset import TYPESET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.disclosure import Publication, PublicRound, Standing, SurveyLink
    from generator.model import Channel, OutputSet
    from generator.piece import Audience, Hanging, PhotoFormat, Press, Use, View

LayOut = Callable[[int, "PhotoFormat"], "tuple[View, tuple[Rendition, ...]]"]
"""Lays a design out with photos of a width in pixels and a format."""

Paper = Literal["a5", "a4", "a3", "a2", "slide"]

SCALES: dict[Paper, float] = {"a5": 0.5**0.5, "a4": 1.0, "a3": 2**0.5, "a2": 2.0, "slide": 1.0}
"""The papers, and how much larger everything on them is than on A4."""

MM_AN_INCH = 25.4

PLAIN_DPI = 180
"""A photo seen from arm's length needs no more, and more pixels would cost memory during a build."""


WIDE, ON_ITS_SIDE = "-wide", "แนวนอน"
"""The endings of a landscape drawing's file name and of its title."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One design with its content: `name` is the name of its files, `photo_mm` the width of a photo on A4.

    `called` is its title without award and year. `lay_out` receives a photo's width in pixels and a format, and returns
    the view and the photos that it names; `wide` marks a landscape drawing. `standing` declares who stands on it;
    `hanging` is set where every notice board has it, upright and on the paper `hangs_on`. `news` is what a post with it
    is about.
    """

    name: str
    title: str
    called: str
    photo_mm: float
    link: SurveyLink
    lay_out: LayOut
    wide: bool = False
    standing: Standing = NOBODY
    hanging: Hanging | None = None
    hangs_on: Paper = "a3"
    news: str = ""

    @property
    def file(self) -> str:
        """The name of its files, with an ending if it is landscape."""
        return f"{self.name}{WIDE}" if self.wide else self.name

    @property
    def on_its_side(self) -> Drawing:
        """The same design as a landscape drawing."""
        return replace(self, title=f"{self.title} {ON_ITS_SIDE}", wide=True)


@dataclass(frozen=True, slots=True)
class Way:
    """One form of a drawing: `{name}` in `path` is the drawing's name; `bleed` is in millimetres.

    `tiles` are sheets to be joined. `say` is added to the drawing's title; `wide` says which drawings have this form,
    None for both.
    """

    path: str
    say: str
    paper: Paper
    dpi: int
    mono: bool = False
    tiles: bool = False
    bleed: int = 0
    marks: bool = False
    wide: bool | None = None
    pixels: tuple[int, str] | None = None
    """The width of a picture in pixels, and its format."""

    @property
    def brief(self) -> str:
        """What distinguishes it from the drawing's other forms, in a word or two."""
        if self.pixels and not self.bleed:
            return "จอ"
        features = {
            "ร้านพิมพ์": self.bleed,
            "ขาวดำ": self.mono,
            self.paper.upper(): True,
            "ต่อแผ่น": self.tiles,
            "JPG": self.pixels,
        }
        return " ".join(word for word, so in features.items() if so)

    @property
    def output(self) -> View:
        """What the template library needs to know about it."""
        return {"mono": self.mono, "tiles": self.tiles, "bleed": self.bleed, "marks": self.marks}


BLEED = 3
"""Millimetres that are printed beyond the cut."""

SEAL_MM = 9
"""The width of the office's seal on A4."""

GENEROUS = 1.5

JOINED = "ขนาด A3 พิมพ์เป็น A4 สองแผ่นต่อกัน"

PLAIN = (
    Way("{name}-a4.pdf", "ขนาด A4", "a4", PLAIN_DPI),
    Way("{name}-a3.pdf", "ขนาด A3", "a3", PLAIN_DPI),
)
OFFICE = (
    Way("office/{name}-a4-mono.pdf", "ขาวดำ ขนาด A4", "a4", PLAIN_DPI, mono=True),
    Way("office/{name}-a3-tiles.pdf", JOINED, "a3", PLAIN_DPI, tiles=True, wide=False),
    Way("office/{name}-a3-tiles-mono.pdf", f"ขาวดำ {JOINED}", "a3", PLAIN_DPI, mono=True, tiles=True, wide=False),
)
IN_SHOP = (
    Way("shop/{name}-a3.pdf", "ส่งร้านพิมพ์ ขนาด A3", "a3", 300, bleed=BLEED, marks=True),
    Way("shop/{name}-a2.pdf", "ส่งร้านพิมพ์ ขนาด A2", "a2", 150, bleed=BLEED, marks=True),
)
"""300 dots per inch for a sheet that is held in the hand, 150 for one that is seen from two steps away."""
SHOP_PICTURE = (
    Way("shop/{name}-a3.jpg", "ภาพ 300 จุดต่อนิ้ว ขนาด A3", "a3", 300, bleed=BLEED, wide=False, pixels=(300, "jpg")),
)
LEAFLET = (Way("{name}-a5.pdf", "ขนาด A5", "a5", PLAIN_DPI),)
ON_SCREEN = (
    Way("screen/{name}-1440.png", "ภาพสำหรับจอโทรศัพท์", "a4", PLAIN_DPI, wide=False, pixels=(1440, "png")),
    Way("screen/{name}-1920.png", "สไลด์จอ 16:9", "slide", PLAIN_DPI, wide=True, pixels=(1920, "png")),
)


def pieces(
    name: str,
    title: str,
    template: str,
    drawings: Callable[[PublicRound], Iterable[Drawing]],
    *,
    use: Use,
    office: tuple[Way, ...] = OFFICE,
    each: tuple[OutputSet, ...] = (),
) -> tuple[Piece[Publication], ...]:
    """Return the pieces of a design: the plain one for boards and the site, the others for internal use.

    Whatever is made for a screen ends up in a chat sooner or later, so it needs the consent to social media. `use` is
    that of what the office prints; `office` are the forms for its printer: a design with its code in the middle is not
    tiled. `each` is the set of a design that there is for every winner.
    """

    def both(award_round: PublicRound) -> Iterator[Drawing]:
        for drawing in drawings(award_round):
            yield from (drawing, drawing.on_its_side)

    def piece(
        suffix: str, said: str, ways: tuple[Way, ...], press: Press, where: Use, *sets: OutputSet
    ) -> Piece[Publication]:
        def lay_out(award_round: PublicRound) -> Iterator[Sheet]:
            for drawing in both(award_round):
                for way in ways:
                    if way.wide in {None, drawing.wide}:
                        yield _sheet(award_round, drawing, way)

        audience: Audience = "internal" if suffix else "public"
        channel: Channel = "social" if where is uses.SCREENS else "print"
        return Piece(
            name + suffix, f"{title} {said}".strip(), each_round(lay_out), press, template, "survey", channel, audience,
            use=where, sets=sets,
        )  # fmt: skip

    shop = uses.SHOP_FOR.get(use, uses.SHOP)
    return (
        piece("", "", PLAIN, TYPESET, use, "สี", *each),
        piece("_office", "สำหรับเครื่องพิมพ์สำนักงาน", office, TYPESET, use, "ขาวดำ", *each),
        piece("_shop", "สำหรับร้านพิมพ์", IN_SHOP, SHOP, shop, "โปสเตอร์", *each),
        piece("_shop_picture", "ภาพสำหรับร้านพิมพ์", SHOP_PICTURE, PICTURE, shop, "JPG", *each),
        piece("_screen", "สำหรับจอ", ON_SCREEN, PICTURE, uses.SCREENS, "ภาพโปสเตอร์"),
    )


def lasting(
    design: tuple[Piece[Publication], ...], drawings: Callable[[PublicRound], Iterable[Drawing]]
) -> tuple[Piece[Publication], ...]:
    """Return the pieces of a design that outlasts its round: the first plain sheet of each drawing, upright."""

    def lay_out(award_round: PublicRound) -> Iterator[Sheet]:
        return (_sheet(award_round, drawing, PLAIN[0]) for drawing in drawings(award_round))

    plain, *others = design
    return (replace(plain, lasting=True, lasting_way=PLAIN[0].brief, at_rest=each_round(lay_out)), *others)


def leaflets(award_round: PublicRound, drawings: Iterable[Drawing]) -> Iterator[Sheet]:
    """Yield each design as a leaflet to hand out; the first leaflet represents the look of all."""
    first = ""
    for drawing in drawings:
        sheet = _sheet(award_round, drawing, LEAFLET[0])
        first = first or sheet.path
        yield replace(sheet, look=first, hanging=None)


def photo_pixels(drawing: Drawing, way: Way) -> int:
    """Return how many pixels wide a photo should be to reach the form's dots per inch.

    For a print shop it gets some more: a landscape photo in a narrow window is cropped, so its height decides its
    width.
    """
    room = GENEROUS if way.bleed else 1
    return round(drawing.photo_mm * SCALES[way.paper] * way.dpi / MM_AN_INCH * room)


def _sheet(award_round: PublicRound, drawing: Drawing, way: Way) -> Sheet:
    kind: PhotoFormat = "grey" if way.mono else "jpg"
    view, renditions = drawing.lay_out(photo_pixels(drawing, way), kind)
    title = f"{drawing.title} {way.say}"
    view = {**view, **frame.frame(award_round, title), "paper": way.paper, "wide": drawing.wide, "output": way.output}
    if way.pixels:
        view["pixels"] = {"dpi" if way.bleed else "width": way.pixels[0], "format": way.pixels[1]}
    pixels = round(SEAL_MM * SCALES[way.paper] * way.dpi / MM_AN_INCH)
    view["seal"], seal = frame.seal(award_round, pixels, kind)
    in_colour = award_round.organisation.wants("notice-board", ("สี",))
    hangs = (way in PLAIN and way.paper == drawing.hangs_on) if in_colour else way is OFFICE[0]
    return frame.sheet(
        award_round,
        _path(award_round, drawing, way),
        view,
        (drawing.link,),
        renditions + seal,
        _path(award_round, drawing, PLAIN[0]),
        called=drawing.called,
        design=drawing.name,
        way=f"{way.brief} {ON_ITS_SIDE}" if drawing.wide else way.brief,
        paper=way.paper.upper(),
        wide=drawing.wide,
        standing=drawing.standing,
        hanging=drawing.hanging if hangs and not drawing.wide else None,
        news=drawing.news if way in ON_SCREEN else "",
        sets=("แนวนอน",) if drawing.wide and way not in ON_SCREEN else (),
    )


def _path(award_round: PublicRound, drawing: Drawing, way: Way) -> str:
    return f"print/{award_round.year}/{way.path.format(name=drawing.file)}"
