"""The woven band: whatever the office's colours, its figures are seen against what they stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from generator.model import WEAVES
from generator.press.typeset import typeset

if TYPE_CHECKING:
    from pathlib import Path

SHEET = """
#set page(width: 40mm, height: 20mm, margin: 0pt, fill: {ground})
#set text(lang: "th")
#set document(title: "แถบ")
#place(top + left, dy: 5mm, weave(40mm, 10mm, "{kind}", {tones}))
"""
LIGHT, DARK = ("ground", "paper-weave"), ("strong-tone", "field-weave")
OFFICES = (("#00565b", "#a34a00"), ("#f5c400", "#7a6200"), ("#ffd9e8", "#767676"), ("#757575", "#9b2c1f"))
"""Dark colours, a yellow, a pink and a grey."""


def _luminance(colour: tuple[int, ...]) -> float:
    """Return the relative luminance of WCAG 2."""
    red, green, blue = (n / 255 / 12.92 if n <= 10 else ((n / 255 + 0.055) / 1.055) ** 2.4 for n in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("kind", WEAVES.values())
@pytest.mark.parametrize("where", [LIGHT, DARK], ids=["paper", "field"])
def test_a_weave_is_seen_against_its_ground(kind: str, where: tuple[str, str], tmp_path: Path) -> None:
    """A pattern at 1.3:1 was a stain on every sheet: it is seen or it is not there."""
    ground, tones = where
    for primary, accent in OFFICES:
        view: dict[str, Any] = {
            "title": "แถบ",
            "timestamp": 1,
            "names": [],
            "colours": {"primary": primary, "accent": accent},
        }
        pdf = typeset(SHEET.format(ground=ground, kind=kind, tones=tones).encode(), view, tmp_path)
        with pypdfium2.PdfDocument(pdf) as document:
            picture = document[0].render(scale=4).to_pil().convert("RGB")
        behind = picture.getpixel((4, 4))
        band = picture.crop((0, picture.height // 4, picture.width, picture.height * 3 // 4))
        found = sorted(band.getcolors(1 << 20), reverse=True)
        figures = [(share, colour) for share, colour in found if colour != behind][:2]
        assert all(share > 0.1 * band.width * band.height for share, _ in figures)
        assert all(_contrast(colour, behind) >= 1.8 for _, colour in figures), (primary, accent, figures)
