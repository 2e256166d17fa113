"""Codes as people meet them: grey, skewed, out of focus, faded and photocopied, read by two engines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import cv2
import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageEnhance, ImageFilter

from tests.support import codes, product

if TYPE_CHECKING:
    from pathlib import Path

DPI: Final = 150
cv2.setNumThreads(1)  # several threads on one page wait for one another, and for the tests beside them


def _grey(picture: Image.Image) -> Image.Image:
    return picture.convert("L")


def _askew(picture: Image.Image) -> Image.Image:
    return picture.rotate(7, Image.Resampling.BICUBIC, expand=True, fillcolor="white")


def _blurred(picture: Image.Image) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(1))


def _faded(picture: Image.Image) -> Image.Image:
    return ImageEnhance.Contrast(picture).enhance(0.6)


def _copied(picture: Image.Image) -> Image.Image:
    """Return a photocopy: only black and white, one pixel in a thousand of each kind wrong, three percent too wide."""
    wide = picture.convert("L").resize((round(picture.width * 1.03), picture.height))
    dots = np.where(np.asarray(wide) < 128, 0, 255).astype("uint8")
    lot = np.random.default_rng(2566).random(dots.shape)
    dots[lot < 0.001] = 0
    dots[lot > 0.999] = 255
    return Image.fromarray(dots)


def _all_three(picture: Image.Image) -> Image.Image:
    return _blurred(_askew(_grey(picture)))


WAYS: Final = {"grey": _grey, "askew": _askew, "faded": _faded, "copied": _copied}
"""Out of focus alone is easier than with the two others, which `_all_three` tries."""


def _opencv(picture: Image.Image) -> set[str]:
    pixels = np.asarray(picture)
    pixels = np.ascontiguousarray(pixels[:, :, ::-1] if pixels.ndim > 2 else pixels)  # it takes blue for the first
    _, texts, *_ = cv2.QRCodeDetector().detectAndDecodeMulti(pixels)
    found = {text for text in texts if text}
    return found or {text for text in [cv2.QRCodeDetector().detectAndDecode(pixels)[0]] if text}


@pytest.fixture(scope="module")
def coded(built: Path) -> list[tuple[str, set[str], Image.Image]]:
    """Return one page with a code of each piece that has one: where it is from, what it should say, the picture."""
    found: dict[str, tuple[str, set[str], Image.Image]] = {}
    for entry in product.manifest(built):
        path = built / entry["path"]
        # No copier takes A2, and a picture on a page of the old site lies beside the poster that it is of.
        ours = (
            entry["path"].startswith("build/")
            and not entry["path"].endswith("-a2.pdf")
            and "/cms/" not in entry["path"]
        )
        if not entry["qr"] or entry["piece"] in found or not ours:
            continue
        picture, target = _page(path, entry)
        found[entry["piece"]] = (entry["path"], target, picture)
    assert len(found) >= 14
    return list(found.values())


def _page(path: Path, entry: dict[str, Any]) -> tuple[Image.Image, set[str]]:
    """Return the page with the code, and its target: the last page, but the outer side of what is folded."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            page = 0 if "-fold" in path.name else len(document) - 1
            picture = document[page].render(scale=DPI / 72).to_pil().convert("RGB")
    else:
        with Image.open(path) as opened:
            picture = opened.convert("RGB")
        dots = 300 / DPI if "/shop/" in entry["path"] else 1  # what is not for paper is read from a screen
        picture = picture.resize((round(picture.width / dots), round(picture.height / dots)))
    return picture, {entry["qr"][-1]}


ENGINES: Final = {"zxing": codes.texts, "opencv": _opencv}


@pytest.mark.parametrize("way", WAYS)
def test_every_kind_of_sheet_is_read(way: str, coded: list[tuple[str, set[str], Image.Image]]) -> None:
    """Each separately, by two engines: a phone's own reader is no better than the worse of them."""
    bad = []
    for path, target, picture in coded:
        met = WAYS[way](picture)
        bad += [(engine, path) for engine, read in ENGINES.items() if not target <= read(met)]
    assert bad == []


def test_every_kind_of_sheet_is_read_when_all_goes_wrong(coded: list[tuple[str, set[str], Image.Image]]) -> None:
    """Grey, skewed and out of focus at once, by the better engine."""
    bad = [path for path, target, picture in coded if not target <= codes.texts(_all_three(picture))]
    assert bad == []
