"""An office's two colours become all that its sheets and its site are drawn in; knows no sheet, no page and no record.

Colours are computed in OKLCH (https://www.w3.org/TR/css-color-4/#ok-lab), where equal lightness looks equally light: a
tint keeps its hue, and a gold does not become beige. What sRGB cannot show is brought into it by less chroma, at the
same lightness and hue.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from functools import cache
from itertools import pairwise, permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Season = Literal["ปกติ", "ปีใหม่", "ตรุษจีน", "สงกรานต์", "เข้าพรรษา", "ลอยกระทง", "รอมฎอน", "ฮารีรายอ", "ไว้อาลัย"]

WHITE, BLACK = "#ffffff", "#000000"

TEXT = 4.5
"""The contrast of words on their ground (WCAG 2.2, 1.4.3)."""
SAFE = 5.0
"""What is asked of coloured words, a little over it, since they also stand on tinted grounds."""
LARGE = 3.1
"""What is asked of large coloured letters, a little over what the standard asks (WCAG 2.2, 1.4.3: from 18 points)."""
SEEN = 1.9
"""The least contrast of an ornament: what is fainter is a stain."""
SHOWN = 1.2
"""The least contrast of a field to the white of a page: what is as white as the page is none."""
SHAPE = 3.0
"""The contrast of a bar or a line that says something (WCAG 2.2, 1.4.11)."""

LEAVES = 5
"""How many colours stand behind people."""

NEUTRAL = 0.02
"""The chroma below which a colour is a grey and its hue an accident."""
VIVID = 0.13
"""The least chroma of what is bright."""
GOLD = 75.0
"""The hue of what is bright at an office whose two colours are both grey."""

BROWN, ORANGE, YELLOW = 38.0, 52.0, 112.0
"""The hues between which a dark colour is brown or olive, and the one at which it glows the longest."""

SWEET = (315.0, 40.0)
"""The hues, from one to the other through 0, whose tint is pink: on a whole sheet that is a sweet-shop."""

ALIKE = 0.05
"""The distance in OKLab below which two colours side by side are taken for one."""
APART = 0.12
"""The distance at which a leaf stands out from the field behind it."""

SERIES = 8
"""How many parts of a whole a chart tells apart by colour."""
TOLD = 0.11
"""The least distance of any two of them; of greys alone `ALIKE`, since they have nothing but lightness."""

_STRAIGHT = 0.04045
"""The value up to which sRGB is a straight line (IEC 61966-2-1)."""
_HIDDEN = 0.0001


class Lch(NamedTuple):
    """A colour in OKLCH: lightness 0 to 1, chroma from 0, hue in degrees."""

    lightness: float
    chroma: float
    hue: float


MOURNING: Season = "ไว้อาลัย"

_FEASTS: dict[Season, tuple[Lch, ...]] = {
    "ปีใหม่": (Lch(0.97, 0.018, 85), Lch(0.84, 0.15, 86), Lch(0.71, 0.17, 25), Lch(0.79, 0.12, 150)),
    "ตรุษจีน": (Lch(0.965, 0.02, 45), Lch(0.71, 0.18, 27), Lch(0.85, 0.15, 88), Lch(0.83, 0.09, 50)),
    "สงกรานต์": (Lch(0.965, 0.02, 230), Lch(0.81, 0.11, 230), Lch(0.92, 0.08, 105), Lch(0.81, 0.12, 350)),
    "เข้าพรรษา": (Lch(0.97, 0.03, 95), Lch(0.87, 0.15, 92), Lch(0.78, 0.15, 62), Lch(0.86, 0.07, 10)),
    "ลอยกระทง": (Lch(0.96, 0.018, 290), Lch(0.8, 0.13, 355), Lch(0.74, 0.12, 285), Lch(0.87, 0.13, 88)),
    "รอมฎอน": (Lch(0.97, 0.018, 150), Lch(0.79, 0.13, 155), Lch(0.83, 0.13, 85), Lch(0.76, 0.09, 260)),
    "ฮารีรายอ": (Lch(0.97, 0.022, 105), Lch(0.81, 0.15, 145), Lch(0.85, 0.14, 88), Lch(0.81, 0.1, 195)),
}
"""For each feast its ground, and the colours of its leaves: gold and red of a new year, water and jasmine, candles and
saffron robes, lotus and night, the green and gold of mosques."""
_GREYS = tuple(Lch(lightness, 0, 0) for lightness in (0.86, 0.69, 0.93, 0.75, 0.81))


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours of an office, as `#rrggbb`.

    A field is an area of the office's colour that carries words, `strong` the one that fills a sheet; `on_field` and
    `on_field_accent` are legible on both. `leaves` stand behind people, no two neighbours alike, and `field_leaves` are
    the same on a strong field, `bright_leaves` on a bright one: none has its field's colour. `accent_large` is the
    accent on paper in letters of 30 points and more, where gold glows. `bar` and `accent_bar` are what bars and rules
    are drawn in. `wash` is a deeper tint of the ground. `weave` are the two tones of a woven band on paper,
    `field_weave` on a field.
    """

    primary: str
    accent: str
    ground: str
    soft: str
    wash: str
    ink: str
    quiet: str
    deep: str
    strong: str
    on_field: str
    on_field_accent: str
    on_accent: str
    accent_ink: str
    accent_large: str
    bright: str
    bar: str
    accent_bar: str
    leaves: tuple[str, ...]
    field_leaves: tuple[str, ...]
    bright_leaves: tuple[str, ...]
    weave: tuple[str, str]
    field_weave: tuple[str, str]

    def view(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        return asdict(self)


def oklch(colour: str) -> Lch:
    """Return `#rrggbb` in OKLCH."""
    lightness, a, b = _lab(colour)
    return Lch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def colour(lightness: float, chroma: float, hue: float) -> str:
    """Return a colour of OKLCH as `#rrggbb`, with as much of its chroma as sRGB has at this lightness and hue."""
    least, most = 0.0, chroma
    if not _shown(_linear(lightness, most, hue)):
        for _ in range(24):
            middle = (least + most) / 2
            least, most = (middle, most) if _shown(_linear(lightness, middle, hue)) else (least, middle)
        chroma = least
    parts = _linear(lightness, chroma, hue)
    if chroma == 0:
        parts = (parts[1],) * 3
    return "#" + "".join(f"{round(255 * _curved(min(1.0, max(0.0, part)))):02x}" for part in parts)


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb` (WCAG 2.2)."""
    red, green, blue = _parts(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def distance(one: str, other: str) -> float:
    """Return how far apart two colours look: their distance in OKLab, 0 to about 1."""
    return math.dist(_lab(one), _lab(other))


def legible(wanted: str, ratio: float, *grounds: str, lighter: bool) -> str:
    """Return a colour in its own hue, only as much lighter or darker as its contrast on all the grounds requires."""
    start, chroma, hue = oklch(wanted)
    end = 1.0 if lighter else 0.0
    for step in range(101):
        moved = wanted if step == 0 else colour(start + (end - start) * step / 100, chroma, hue)
        if all(contrast(moved, ground) >= ratio for ground in grounds):
            return moved
    return WHITE if lighter else BLACK


def words_on(field: str, ink: str) -> str:
    """Return what words on a field are set in: white, or ink where white cannot be read."""
    return WHITE if contrast(WHITE, field) >= TEXT else legible(ink, SAFE, field, lighter=False)


@cache
def materials() -> bytes:
    """Return the rules by which a palette is made: a press that mixes colours depends on them."""
    return Path(__file__).read_bytes()


@cache
def palette(primary: str, accent: str, season: Season = "ปกติ") -> Palette:
    """Return everything that is drawn in an office's two colours at a season.

    A feast changes ground, leaves and woven bands; in mourning everything is grey, as dark as white words want it.
    """
    main, second = oklch(primary), oklch(accent)
    if season == MOURNING:
        main, second = (Lch(min(each.lightness, 0.45), 0, 0) for each in (main, second))
        primary, accent = colour(*main), colour(*second)
    feast = _FEASTS.get(season)
    under = _under(main, second)
    ground = colour(*feast[0]) if feast else colour(0.97, _tint(under, 0.015), under.hue)
    soft = colour(0.93, _tint(main, 0.03), main.hue)
    if distance(primary, ground) < ALIKE:
        ground = colour(0.93, _tint(under, 0.03), under.hue)
    ink = colour(0.25, _tint(main, 0.015), main.hue)
    deep = colour(min(0.3, main.lightness), main.chroma, main.hue)
    on_field = words_on(primary, ink)
    dark = on_field == WHITE
    strong = deep if dark else primary
    leaves = _in_turn([colour(*grey) for grey in _GREYS]) if season == MOURNING else _leaves(main, second, feast)
    lit = [colour(*each) for each in feast[1:3]] if feast else [leaves[0], colour(*_beside(main, light=dark))]
    bright = legible(leaves[0], TEXT, deep, lighter=True)
    large = legible(_glowing(second) or accent, LARGE, ground, soft, lighter=False)
    return Palette(
        primary=primary,
        accent=accent,
        ground=ground,
        soft=soft,
        wash=colour(0.93, _tint(under, 0.03 if under is second else 0.06), under.hue),
        ink=ink,
        quiet=colour(0.45, _tint(main, 0.015), main.hue),
        deep=deep,
        strong=strong,
        on_field=on_field,
        on_field_accent=legible(leaves[0] if dark else accent, TEXT, primary, strong, lighter=dark),
        on_accent=words_on(accent, ink),
        accent_ink=legible(accent, SAFE, ground, soft, lighter=False),
        accent_large=large,
        bright=bright,
        bar=legible(primary, SHAPE, ground, soft, lighter=False),
        accent_bar=legible(accent, SHAPE, ground, soft, lighter=False),
        leaves=leaves,
        field_leaves=tuple(_apart(leaf, strong) for leaf in leaves),
        bright_leaves=tuple(_between(bright, ground) if distance(leaf, bright) < ALIKE else leaf for leaf in leaves),
        weave=_woven(lit if feast else [deep, accent], ground, light=False),
        field_weave=_woven(lit, primary, strong, light=dark),
    )


def series(leaves: Iterable[str], *grounds: str) -> tuple[str, ...]:
    """Return the colours of a chart's parts, seen on all the grounds: the hues of the leaves, then always the farthest.

    A leaf is brought to the lightness next to its own at which it is seen and told from those before it.
    """
    own = [oklch(leaf) for leaf in leaves]
    grey = own[0].chroma < NEUTRAL
    levels = [level / 100 for level in (range(8, 97, 3) if grey else range(46, 83, 3))]
    wheel = [Lch(0, 0, 0)] if grey else [Lch(0, 0.12, own[0].hue + turn) for turn in range(0, 360, 30)]
    found: list[str] = []
    for n in range(SERIES):
        tints = [own[n]] if n < len(own) else wheel
        among = [colour(level, tint.chroma, tint.hue) for tint in tints for level in levels]
        seen = [each for each in among if min(contrast(each, ground) for ground in grounds) >= SEEN]
        far = {each: min((distance(each, other) for other in found), default=1.0) for each in seen}
        told = [each for each in seen if far[each] >= (ALIKE if grey else TOLD)] if n < len(own) else []
        near = min(told, key=lambda each: abs(oklch(each).lightness - own[n].lightness), default=None)
        found.append(near or max(seen, key=far.__getitem__))
    return tuple(found)


def worded_leaves(leaves: Iterable[str], field: str) -> tuple[str, ...]:
    """Return leaves for a field, all bright enough for dark words; one in the field's own colour is paler than it."""
    return tuple(leaf if distance(leaf, field) >= APART else _paler(leaf) for leaf in leaves)


def _tint(of: Lch, chroma: float) -> float:
    """Return the chroma of a tint: none where the colour itself has none."""
    return chroma if of.chroma >= NEUTRAL else 0.0


def _under(main: Lch, second: Lch) -> Lch:
    """Return what paper is tinted with: the second colour, or the main one where that would be pink; else a grey."""
    return next((each for each in (second, main) if not _sweet(each)), Lch(main.lightness, 0, 0))


def _sweet(of: Lch) -> bool:
    start, end = SWEET
    return of.chroma >= NEUTRAL and not end < of.hue < start


def _leaves(main: Lch, second: Lch, feast: tuple[Lch, ...] | None) -> tuple[str, ...]:
    """Return the colours behind people: a feast's, the office's two made bright, and their neighbours on the wheel."""
    hue = next((each.hue for each in (second, main) if each.chroma >= NEUTRAL), GOLD)
    cool = main.hue if main.chroma >= NEUTRAL else hue + 140
    own = [_bright(second, hue), colour(0.8, max(main.chroma, 0.09), cool)]
    beside = [colour(0.78, 0.11, hue + turn) for turn in (-35, 35, -70, 70, -105, 105)]
    first, *others = [*(colour(*each) for each in feast[1:]), *own] if feast else own
    return _in_turn([first, *_unlike(others + beside, [first])][:5])


def _bright(of: Lch, hue: float) -> str:
    """Return a colour made bright; a yellow that is brighter than that stays as it is."""
    return colour(min(0.88, max(0.8, of.lightness)) if of.chroma >= VIVID else 0.8, max(of.chroma, VIVID), hue)


def _glowing(of: Lch) -> str | None:
    """Return a gold or a brown as large letters on paper begin with it: as orange, since dark gold is mud."""
    if of.chroma < NEUTRAL or not BROWN < of.hue < YELLOW:
        return None
    hue = ORANGE + 0.3 * (of.hue - ORANGE) if of.hue > ORANGE else of.hue
    return colour(0.7, max(of.chroma, 0.16), hue)


def _unlike(wanted: Iterable[str], taken: list[str]) -> list[str]:
    """Return those of some colours that nobody takes for one that is taken."""
    found: list[str] = []
    for each in wanted:
        if all(distance(each, other) >= ALIKE for other in taken + found):
            found.append(each)
    return found


def _in_turn(colours: list[str]) -> tuple[str, ...]:
    """Return the colours in the order in which neighbours differ most, the first as it is; the last is beside it."""
    first, *rest = colours

    def worst(order: tuple[str, ...]) -> float:
        return min(distance(one, other) for one, other in pairwise((first, *order, first)))

    return (first, *max(permutations(rest), key=worst))


def _apart(leaf: str, field: str) -> str:
    """Return a leaf that stands out from the field behind it: darker, but a yellow, whose dark is mud, by light."""
    if distance(leaf, field) >= APART:
        return leaf
    lightness, chroma, hue = oklch(leaf)
    darker = colour(lightness - 0.25, chroma, hue)
    if not BROWN < hue < YELLOW:
        return darker
    lit = [colour(0.7, VIVID + 0.04, min(hue, ORANGE))] if hue < GOLD else []
    lit += [_paler(leaf), colour(0.97, 0.04, hue)]
    return next((each for each in lit if distance(each, field) >= APART), darker)


def _paler(leaf: str) -> str:
    """Return a leaf as pale as a petal: a yellow that is darkened is an olive."""
    return colour(0.95, 0.08, oklch(leaf).hue)


def _between(one: str, other: str) -> str:
    """Return what lies half-way from one colour to another, in the hue of the first."""
    first, last = oklch(one), oklch(other)
    return colour((first.lightness + last.lightness) / 2, (first.chroma + last.chroma) / 2, first.hue)


def _beside(main: Lch, *, light: bool) -> Lch:
    """Return the main colour as the second tone of a band on its own field."""
    return Lch(0.65 if light else 0.35, main.chroma, main.hue)


def _woven(tones: list[str], *grounds: str, light: bool) -> tuple[str, str]:
    """Return two tones of a woven band, each seen against its grounds."""
    one, other = tones
    return legible(one, SHAPE, *grounds, lighter=light), legible(other, SEEN, *grounds, lighter=light)


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (_straight(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return red, green, blue


def _straight(part: float) -> float:
    return part / 12.92 if part <= _STRAIGHT else ((part + 0.055) / 1.055) ** 2.4


def _curved(part: float) -> float:
    return part * 12.92 if part <= _STRAIGHT / 12.92 else 1.055 * part ** (1 / 2.4) - 0.055


def _lab(colour: str) -> tuple[float, float, float]:
    red, green, blue = _parts(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _linear(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _shown(parts: tuple[float, float, float]) -> bool:
    """Return whether sRGB has a colour, but for what rounding to 8 bits hides."""
    return all(-_HIDDEN <= part <= 1 + _HIDDEN for part in parts)
