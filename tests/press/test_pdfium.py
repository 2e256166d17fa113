"""Pictures of finished PDFs show what the PDFs say, however they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from generator.press.pdfium import every_page, unprofiled

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["poster-a4.pdf", "office/poster-a4-mono.pdf", "shop/poster-a3.pdf", "newsletter.pdf"])
def test_colours_that_are_not_converted_are_the_same_to_the_pixel(built: Path, name: str) -> None:
    """Compared with the same engine and the profiles in place: colour, black only, with bleed, and many pages."""
    made = (built / "build/print/2566" / name).read_bytes()
    plain = unprofiled(made)
    assert b"/ICCBased" in made
    assert b"[/ICCBased" not in plain
    assert len(plain) == len(made)
    with pypdfium2.PdfDocument(made) as document:
        converted = [page.render(scale=1, rev_byteorder=True).to_pil() for page in document]
        drawn = every_page(made, lambda *_: 1)
        assert [page.tobytes() for page in converted] == [page.convert("RGB").tobytes() for page in drawn]


def test_a_profile_that_is_not_understood_is_left_in_place() -> None:
    """Colours for four inks are not colours of a screen, and a profile that is not found says nothing."""
    for made in (b"1 0 obj\n<</N 4>>\n[/ICCBased 1 0 R]", b"[/ICCBased 7 0 R]", b"no paper"):
        assert unprofiled(made) == made
