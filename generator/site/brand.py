"""The organisation's two colours become the site's, light and dark, each with a computed contrast.

A style sheet of its own, not a style in the page: a strict content policy forbids the latter.
"""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Colours

Rgb = tuple[int, int, int]

WHITE: Rgb = (255, 255, 255)
BLACK: Rgb = (0, 0, 0)
PAPER: Rgb = (253, 252, 249)
NIGHT: Rgb = (18, 22, 24)

TEXT = 5.0
"""Contrast asked of coloured text, a little over WCAG's 4.5, so that enough is left on a tinted ground."""
NIGHT_TEXT = 8.0
"""On a dark ground thin Thai strokes need more."""

BRIGHT = 208
"""Chromium's own dark mode turns grounds brighter than 205 dark."""

_LINEAR = 0.04045
"""The value up to which sRGB is a straight line (IEC 61966-2-1)."""


def read(colour: str) -> Rgb:
    """Return the parts of `#rrggbb`."""
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))


def write(colour: Rgb) -> str:
    """Return `#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def mix(colour: Rgb, other: Rgb, share: float) -> Rgb:
    """Return `colour` with `share` (0 to 1) of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return (red, green, blue)


def luminance(colour: Rgb) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    parts = (part / 255 for part in colour)
    red, green, blue = (p / 12.92 if p <= _LINEAR else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def legible(colour: Rgb, ground: Rgb, ratio: float, *, lighter: bool) -> Rgb:
    """Return `colour` in its own hue, only as much lighter or darker as `ratio` on `ground` requires."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    end = 1.0 if lighter else 0.0
    for step in range(51):
        moved = _rgb(hue, lightness + (end - lightness) * step / 50, saturation)
        if contrast(moved, ground) >= ratio:
            return moved
    return WHITE if lighter else BLACK


def _rgb(hue: float, lightness: float, saturation: float) -> Rgb:
    red, green, blue = (round(part * 255) for part in colorsys.hls_to_rgb(hue, lightness, saturation))
    return (red, green, blue)


def glow(accent: Rgb) -> Rgb:
    """Return the accent as light: its hue, bright enough to carry dark letters on a deep ground.

    A browser that darkens pages by itself makes all dark letters light, but only grounds brighter than `BRIGHT` dark:
    on anything between the two the letters would vanish.
    """
    hue, _, saturation = colorsys.rgb_to_hls(*(part / 255 for part in accent))
    steps = (_rgb(hue, 0.72 + step / 100, min(saturation * 1.1, 0.9)) for step in range(29))
    return next((colour for colour in steps if brightness(colour) > BRIGHT), WHITE)


def brightness(colour: Rgb) -> float:
    """Return what Chromium's own dark mode calls the brightness of a colour, 0 to 255 (that of YIQ)."""
    red, green, blue = colour
    return 0.299 * red + 0.587 * green + 0.114 * blue


def style_sheet(colours: Colours) -> str:
    """Return the style sheet that both schemes of the site and the landing pages read their colours from.

    Dark is for screens alone: a printer leaves the ground out, and light letters would stand on white paper. Each
    scheme says which it is, so that no browser darkens by itself what is light by choice.
    """
    day, night = _properties(colours, dark=False), _properties(colours, dark=True)
    return (
        f":root{{{day}}}[data-md-color-scheme=default],.tb-landing{{color-scheme:only light}}\n"
        f"@media screen{{[data-md-color-scheme=slate]{{color-scheme:dark;{night}}}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{.tb-landing{{color-scheme:dark;{night}}}}}\n"
    )


def mark(colours: Colours) -> str:
    """Return the site's mark, two pairs of leaves, as an SVG drawing; it stands where an office has no seal."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 112 112">'
        f'<path fill="{colours.primary}" d="M0 0H24A24 24 0 0 1 48 24V48H24A24 24 0 0 1 0 24Z'
        'M100 0H76A24 24 0 0 0 52 24V48H76A24 24 0 0 0 100 24Z"/>'
        f'<path fill="{colours.accent}" d="M12 56H30A18 18 0 0 1 48 74V92H30A18 18 0 0 1 12 74Z'
        'M88 56H70A18 18 0 0 0 52 74V92H70A18 18 0 0 0 88 74Z"/></svg>'
    )


def _properties(colours: Colours, *, dark: bool) -> str:
    brand, accent = read(colours.primary), read(colours.accent)
    ground, ratio = (NIGHT, NIGHT_TEXT) if dark else (PAPER, TEXT)
    brand_wash, accent_wash = (_wash(colour, dark=dark) for colour in (brand, accent))
    ink = mix(WHITE, brand, 0.08) if dark else mix(BLACK, brand, 0.16)
    values = {
        "paper": ground,
        "card": mix(NIGHT, WHITE, 0.05) if dark else WHITE,
        "ink": ink,
        "quiet": mix(ink, ground, 0.28),
        "line": mix(ink, ground, 0.82),
        "brand": mix(brand, BLACK, 0.12) if dark else brand,
        "brand-deep": mix(brand, BLACK, 0.55 if dark else 0.42),
        "brand-ink": legible(brand, brand_wash, ratio, lighter=dark),
        "brand-wash": brand_wash,
        "accent": accent,
        "accent-ink": legible(accent, accent_wash, ratio, lighter=dark),
        "accent-wash": accent_wash,
        "on-deep": mix(brand, WHITE, 0.86),
        "glow": glow(accent),
    }
    return "".join(f"--tb-{name}:{write(value)};" for name, value in values.items())


def _wash(colour: Rgb, *, dark: bool) -> Rgb:
    """Return the ground tinted with `colour`; at night a dark colour is brightened first, or no tint would show."""
    if dark:
        return mix(legible(colour, NIGHT, NIGHT_TEXT, lighter=True), NIGHT, 0.78)
    return mix(colour, PAPER, 0.92)
