"""Codes as a decoder sees them, and the size that is promised for them."""

from __future__ import annotations

import io
import json
import re

import pytest
import typst
from PIL import Image

from generator import qr
from tests.support import codes


@pytest.mark.parametrize("size", [24, 32, 33, 46, 47, 60, 61, 110, 400, 1663])
def test_the_promised_size_is_the_size_of_the_code(size: int) -> None:
    """The table of capacities comes from the standard; the encoder confirms it."""
    url = ("https://khuanmao.example/s/" + "a" * size)[:size]
    assert qr.smallest_mm(url) == (len(qr.matrix(url)) + 8) * qr.MODULE_MM


def test_an_address_that_no_code_holds_is_refused() -> None:
    """Better here than as an empty square on a poster."""
    with pytest.raises(ValueError, match="1664 bytes"):
        qr.smallest_mm("a" * 1664)


def test_the_drawing_reads_back_and_keeps_its_quiet_zone() -> None:
    """A code without its white border is the most common fault of printed codes."""
    url = "https://khuanmao.example/s/po66.html"
    svg = qr.svg(url)
    source = f"#set page(width: 4cm, height: 4cm, margin: 0pt)\n#image(bytes({json.dumps(svg)}), width: 100%)"
    png = typst.compile(source.encode(), format="png", ppi=150)
    with Image.open(io.BytesIO(png)) as picture:
        grey = picture.convert("L")
    assert [code.text for code in codes.found(grey)] == [url]
    side = len(qr.matrix(url)) + 2 * qr.QUIET_ZONE
    border = grey.crop((0, 0, grey.width, int(grey.height * qr.QUIET_ZONE / side) - 1))
    assert min(border.tobytes()) > 200
    assert re.search(rf'viewBox="0 0 {side} {side}"', svg)
