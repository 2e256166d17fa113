"""The office's palette becomes the site's, light and dark, each with a computed contrast.

A style sheet of its own, not a style in the page: a strict content policy forbids the latter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from generator.model.look import FACES, family
from generator.palette import (
    LEAVES,
    MOURNING,
    SAFE,
    SHAPE,
    SHOWN,
    TEXT,
    WHITE,
    colour,
    contrast,
    legible,
    oklch,
    series,
    worded_leaves,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.look import Style
    from generator.palette import Palette, Season


class Looks(Protocol):
    """Whose colours and faces a site has: an office, or who keeps a site for many."""

    @property
    def palette(self) -> Palette:
        """All the colours."""

    @property
    def style(self) -> Style:
        """The faces."""

    @property
    def season(self) -> Season:
        """A feast, or mourning."""


NIGHT_TEXT = 8.0
"""On a dark ground thin Thai strokes need more."""

DIMMED = 0.12
"""By how much leaves behind people are darker by night: on a dark ground their colours glare."""

ASTIR = 1.8
"""The least contrast of a field or a rule to the ground of the night: what is fainter is hardly there."""

GREY = "html{filter:grayscale(1)}\n"
"""In mourning also photos are grey, and whatever a page has that is no colour of the office."""

INK = "#1a1407"
"""Words on what shines."""

BRIGHT = 208
"""Chromium's own dark mode turns grounds brighter than 205 dark."""


def glow(bright: str) -> str:
    """Return a bright colour as light: its hue, bright enough to carry dark letters on a deep ground.

    A browser that darkens pages by itself makes all dark letters light, but only grounds brighter than `BRIGHT` dark:
    on anything between the two the letters would vanish.
    """
    lightness, chroma, hue = oklch(bright)
    steps = (colour(lightness + (1 - lightness) * step / 50, chroma, hue) for step in range(51))
    return next((each for each in steps if brightness(each) > BRIGHT), WHITE)


def brightness(shade: str) -> float:
    """Return what Chromium's own dark mode calls the brightness of a colour, 0 to 255 (that of YIQ)."""
    red, green, blue = (int(shade[start : start + 2], 16) for start in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def style_sheet(office: Looks) -> str:
    """Return the style sheet that both schemes of the site and the landing pages read colours and faces from.

    Dark is for screens alone: a printer leaves the ground out, and light letters would stand on white paper. Each
    scheme says which it is, so that no browser darkens by itself what is light by choice.
    """
    palette, faces = office.palette, FACES[office.style]
    by_day, by_night = {**_shared(palette), **_day(palette)}, _night(palette)
    day, night = _written(by_day), _written(by_night)
    return (
        f":root{{{day}}}[data-md-color-scheme=default],.tb-landing{{color-scheme:only light}}\n"
        f"@media screen{{[data-md-color-scheme=slate]{{color-scheme:dark;{night}}}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{.tb-landing{{color-scheme:dark;{night}}}}}\n"
        f':root{{--tb-face-headline:"{family(faces.headline)}";--tb-face-name:"{family(faces.name)}"}}\n'
        f"{_supported(':root{' + _written(_either(by_day, by_night)) + '}')}"
        f"{GREY if office.season == MOURNING else ''}"
    )


def chart_sheet(palette: Palette) -> str:
    """Return the style sheet of the parts of charts, `.tb-c0` and on; a landing page, which has none, is spared it.

    Paper takes the day's, as it takes the rest of it.
    """
    day, night = (
        series((scheme[f"leaf-{n}"] for n in range(LEAVES)), scheme["paper"], scheme["card"])
        for scheme in (_day(palette), _night(palette))
    )
    either = (f"light-dark({light},{dark})" for light, dark in zip(day, night, strict=True))
    forced = _supported(_parts("", either))
    return f"{_parts('', day)}\n@media screen{{{_parts('[data-md-color-scheme=slate] ', night)}}}\n{forced}"


def _either(day: dict[str, str], night: dict[str, str]) -> dict[str, str]:
    """Return the day's colours that are others by night, for a browser that darkens pages by itself.

    Such a browser leaves drawings as they are: on its dark ground what is full would fade and what is empty would
    shine. But it takes the second of two colours, so that it shows the night's. What carries dark letters stays bright
    enough to be turned over with them (`glow`).
    """
    dark = {name: shade for name, shade in night.items() if not name.startswith("spot-")}
    if day["on-brand"] != WHITE:
        dark["brand"] = glow(day["brand"])
    return {name: f"light-dark({day[name]},{shade})" for name, shade in dark.items() if day[name] != shade}


def _supported(rules: str) -> str:
    """Return rules for a screen whose browser knows colours of two schemes."""
    return f"@media screen{{@supports (color:light-dark(red,red)){{{rules}}}}}\n"


def _parts(within: str, colours: Iterable[str]) -> str:
    return "".join(f"{within}.tb-c{number}{{--tb-part:{each}}}" for number, each in enumerate(colours))


def mark(palette: Palette) -> str:
    """Return the site's mark, two pairs of leaves, as an SVG drawing; it stands where an office has no seal."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 112 112">'
        f'<path fill="{palette.bar}" d="M0 0H24A24 24 0 0 1 48 24V48H24A24 24 0 0 1 0 24Z'
        'M100 0H76A24 24 0 0 0 52 24V48H76A24 24 0 0 0 100 24Z"/>'
        f'<path fill="{palette.accent_bar}" d="M12 56H30A18 18 0 0 1 48 74V92H30A18 18 0 0 1 12 74Z'
        'M88 56H70A18 18 0 0 0 52 74V92H70A18 18 0 0 0 88 74Z"/></svg>'
    )


def _written(values: dict[str, str]) -> str:
    return "".join(f"--tb-{name}:{value};" for name, value in values.items())


def _shared(palette: Palette) -> dict[str, str]:
    """Return what is the same by day and by night: fields that carry words of their own.

    A button that is as white as its page is none, so there the darkest colour takes the place of the office's.
    """
    seen = contrast(palette.primary, WHITE) >= SHOWN
    field, words, accent = palette.primary, palette.on_field, palette.on_field_accent
    return {
        "brand": field if seen else palette.deep,
        "on-brand": words if seen else WHITE,
        "brand-accent": accent if seen else palette.bright,
        "glow": glow(palette.bright),
    }


def _strong(palette: Palette) -> dict[str, str]:
    """Return the field that fills a whole screen, with what stands on it.

    A bright colour stays itself there, with ink on it: darkened, a yellow would be a brown.
    """
    field, words = palette.primary, palette.on_field
    if words == WHITE or contrast(field, WHITE) < SHOWN:
        return {"brand-deep": palette.deep, **_on_dark(palette, palette.leaves[1])}
    return {
        "brand-deep": field,
        "on-deep-ink": words,
        "on-deep": words,
        "on-deep-line": "rgb(0 0 0/.16)",
        "lit": palette.on_field_accent,
        "lit-beside": legible(field, TEXT, field, lighter=False),
        "on-lit": field,
    }


def _on_dark(palette: Palette, beside: str) -> dict[str, str]:
    """Return what stands on a dark field: words, lines, what shines on it and what is written on that."""
    return {
        "on-deep-ink": WHITE,
        "on-deep": _shade(0.93, 0.03, palette.primary),
        "on-deep-line": "rgb(255 255 255/.2)",
        "lit": glow(palette.bright),
        "lit-beside": beside,
        "on-lit": INK,
    }


def _day(palette: Palette) -> dict[str, str]:
    strong = _strong(palette)
    paper, brand_wash, accent_wash = palette.ground, palette.soft, palette.wash
    ink = legible(palette.primary, SAFE, paper, brand_wash, accent_wash, lighter=False)
    return {
        "paper": paper,
        "card": WHITE,
        "ink": palette.ink,
        "quiet": palette.quiet,
        "line": _shade(0.88, 0.015, accent_wash),
        **strong,
        **_leaves(worded_leaves(palette.leaves, strong["brand-deep"]), "deep-leaf"),
        **_chart(palette, ink),
        "brand-ink": ink,
        "brand-wash": brand_wash,
        "accent": palette.accent_bar,
        "accent-ink": legible(palette.accent, SAFE, paper, brand_wash, accent_wash, lighter=False),
        "accent-wash": accent_wash,
        **_leaves(palette.leaves),
        **{f"spot-{n}": glow(leaf) for n, leaf in enumerate(palette.leaves)},
    }


def _night(palette: Palette) -> dict[str, str]:
    """Return the dark scheme: its grounds have a breath of the office's hue, its words are bright in it."""
    paper, card = _shade(0.195, 0.012, palette.primary), _shade(0.24, 0.012, palette.primary)
    brand_wash, accent_wash = (_shade(0.31, 0.04, each) for each in (palette.primary, palette.accent))
    deep = legible(_shade(0.25, 0.06, palette.primary), ASTIR, paper, lighter=True)
    leaves = [colour(oklch(leaf).lightness - DIMMED, *oklch(leaf)[1:]) for leaf in palette.leaves]
    return {
        "paper": paper,
        "card": card,
        "ink": _shade(0.95, 0.01, palette.primary),
        "quiet": _shade(0.79, 0.012, palette.primary),
        "line": legible(_shade(0.37, 0.015, palette.primary), ASTIR, paper, card, lighter=True),
        "brand-deep": deep,
        **_on_dark(palette, legible(leaves[1], TEXT, deep, lighter=True)),
        **_leaves(leaves, "deep-leaf"),
        "chart": leaves[1],
        "chart-edge": "transparent",
        "brand-ink": legible(leaves[1], NIGHT_TEXT, brand_wash, accent_wash, card, lighter=True),
        "brand-wash": brand_wash,
        "accent": legible(palette.accent, SHAPE, paper, card, lighter=True),
        "accent-ink": legible(palette.bright, NIGHT_TEXT, accent_wash, card, lighter=True),
        "accent-wash": accent_wash,
        **_leaves(leaves),
        **{f"spot-{n}": leaf for n, leaf in enumerate(leaves)},
    }


def _chart(palette: Palette, ink: str) -> dict[str, str]:
    """Return what is full in a chart: in the darkened colour, or where that is bright in itself with an edge of ink."""
    if palette.on_field == WHITE or contrast(palette.primary, WHITE) < SHOWN:
        return {"chart": ink, "chart-edge": "transparent"}
    return {"chart": palette.primary, "chart-edge": ink}


def _leaves(leaves: Iterable[str], name: str = "leaf") -> dict[str, str]:
    return {f"{name}-{n}": leaf for n, leaf in enumerate(leaves)}


def _shade(lightness: float, chroma: float, of: str) -> str:
    """Return a tint of a colour, never with more chroma than the colour itself has."""
    _, most, hue = oklch(of)
    return colour(lightness, min(chroma, most), hue)
