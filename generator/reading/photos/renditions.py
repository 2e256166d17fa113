"""A master as it is shown: at a width, in a format, a person in it in even light, or cut out of what is behind.

Of a face nothing is changed but its tone, within the bounds of `finder`.
"""

from __future__ import annotations

import base64
import io
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

from generator.reading.photos import faces, master
from generator.reading.photos.master import VERSION
from generator.reading.photos.png import as_png
from generator.store import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PIL import Image as Pillow

    from generator.store import Store

    Draw = Callable[[Mapping[str, Any], bytes], bytes]
    Form = Literal["jpg", "webp", "png", "grey", "cut", "cut-grey", "cut-webp"]

_ONE_AT_A_TIME = Lock()
"""A photo that is made smaller takes some 30 MB, and its presses are many."""

_MASK = 680
"""Pixels of a mask's sides: it is drawn smoother than the 256 that are known of it."""

_EDGE = 3
"""Counted up when the edge of whoever is cut out is drawn in another way."""


def rendition(
    store: Store, digest: str, width: int, form: Form, face: int | None = None, draw: Draw | None = None
) -> bytes:
    """Return a master at a width in pixels (or its own, if that is less) in one format, without metadata.

    `face` is the number of a face found in it: by this person its light is evened, and a format that is cut shows the
    square around this person, transparent where somebody or something else is. `width` is then that of the square.
    `draw` does what `drawn` does, but elsewhere.

    Raises `LookupError` if the store has lost the master; reading the records again brings it back.
    """
    key = key_of_rendition(digest, width, form, face)
    kept = store.get(key, travels=True)
    if kept is not None:
        return kept
    with _ONE_AT_A_TIME:
        return store.get(key) or store.put(key, _made(store, digest, width, form, face, draw or drawn), travels=True)


def key_of_rendition(digest: str, width: int, form: Form, face: int | None = None) -> str:
    """Return the key under which the store has it."""
    return key_of("rendition", VERSION, digest, width, form, *(() if face is None else (faces.VERSION, _EDGE, face)))


def _made(store: Store, digest: str, width: int, form: Form, face: int | None, draw: Draw) -> bytes:
    raw = store.get(digest)
    if raw is None:
        raise LookupError(digest)
    return draw(
        {"width": width, "form": form, "person": face if face is None else faces.person(store, digest, face)}, raw
    )


def drawn(wanted: Mapping[str, Any], raw: bytes) -> bytes:
    """Return a master, given as its bytes, as it is shown.

    `wanted` has a `width`, a `form`, and the `person` in it, as `faces.person` tells of one, or None for the whole.
    """
    width, form, person = wanted["width"], wanted["form"], wanted["person"]
    if person is None or not form.startswith("cut"):
        small = master.anew(_resized(raw, width))  # of each step, only the last picture stays in memory
        return _written(_evened(small, person["tone"]) if person else small, form)
    shown, mask = _cut_out(raw, width, person)
    shown = _evened(shown, person["tone"])
    if form == "cut-webp":
        shown.putalpha(mask.resize(shown.size, master.hamming()))
        return _written(shown, "webp")
    return _svg(_written(shown, "grey" if form == "cut-grey" else "jpg"), _written(mask, "png"))


def _written(image: Pillow.Image, form: Form) -> bytes:
    out = io.BytesIO()
    if form in {"grey", "jpg"}:
        # Baseline, since every printer and viewer reads that fast.
        out.write(master.as_jpeg(image.convert("L") if form == "grey" else image, quality=85))
    elif form == "png":
        out.write(as_png(image))
    else:
        from PIL import WebPImagePlugin  # noqa: F401 - named, or Pillow loads all its forty formats to find it

        image.save(out, "WEBP", quality=75, method=4)
    return out.getvalue()


def _resized(raw: bytes, width: int) -> Pillow.Image:
    image = master.opened(raw, "JPEG")
    if width >= image.width:
        return image
    target = width, max(1, round(image.height * width / image.width))
    image.draft(image.mode, target)
    return image.resize(target, master.hamming(), reducing_gap=3)


def _evened(image: Pillow.Image, tone: list[float]) -> Pillow.Image:
    """Return the picture with other light: `tone` is its black, its white and a power, all of shares of one."""
    low, high, power = tone
    table = [round(255 * min(max((value / 255 - low) / (high - low), 0), 1) ** power) for value in range(256)]
    return image if table == list(range(256)) else image.point(table * len(image.getbands()))


def _cut_out(raw: bytes, width: int, person: dict[str, Any]) -> tuple[Pillow.Image, Pillow.Image]:
    """Return the square around a person, and its mask: smooth, and drawn in so that nothing shines through.

    At the edge of the mask stand the colours within it: a photo mixes what is behind into hair and ears. Where the edge
    turns inwards, below an ear or beside a neck, the smooth mask reaches over it, so the sharp one counts there.
    """
    from PIL import Image, ImageChops, ImageFilter

    shown = _square(raw, width, person["square"])
    rough = master.opened(base64.b64decode(person["mask"]), "PNG").convert("L")
    smooth = rough.resize((_MASK, _MASK), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(4))
    mask = smooth.point([min(max((value - 132) * 6, 0), 255) for value in range(256)])
    sharp = rough.resize((_MASK, _MASK), Image.Resampling.BICUBIC).filter(ImageFilter.MinFilter(9))
    within = ImageChops.darker(smooth.point([min(max((value - 175) * 8, 0), 255) for value in range(256)]), sharp)
    within = within.resize(shown.size)
    return Image.composite(shown, _spread(shown, within), within), mask


def _square(raw: bytes, width: int, square: tuple[float, float, float]) -> Pillow.Image:
    """Return a square of a master, told by its left, top and side in widths of the master, at most so many pixels."""
    left, top, side = square
    image = master.opened(raw, "JPEG")
    pixels = min(width, round(side * image.width))
    image.draft(image.mode, (round(pixels / side), 1))
    length = round(side * image.width)
    begin = round(left * image.width), round(top * image.height)
    image = image.crop((*begin, begin[0] + length, begin[1] + length))  # the whole master is let go
    return master.anew(image.resize((pixels, pixels), master.hamming(), reducing_gap=3))


def _spread(shown: Pillow.Image, within: Pillow.Image) -> Pillow.Image:
    """Return the colours within a mask, blurred beyond its edge; of each step only the last picture stays in memory."""
    from PIL import ImageFilter

    spread = shown.copy()
    spread.putalpha(within)
    spread = spread.convert("RGBa")
    spread = spread.filter(ImageFilter.GaussianBlur(max(1, shown.width / 170)))
    spread = spread.convert("RGBA")
    return spread.convert("RGB")


def _svg(photo: bytes, mask: bytes) -> bytes:
    """Return a photo and its mask as one drawing, in which each keeps its own bytes.

    The photo ends a little within its mask: poppler draws the last column of a mask as if it were half there, which
    would stand as a dark hairline beside everybody.
    """
    jpeg, png = (base64.b64encode(part).decode() for part in (photo, mask))
    whole = 'width="100" height="100"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" {whole}>'
        f'<mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" {whole}>'
        f'<image {whole} href="data:image/png;base64,{png}"/></mask>'
        f'<clipPath id="c"><rect x="1.2" y="1.2" width="97.6" height="98.8"/></clipPath>'
        f'<g mask="url(#m)"><image clip-path="url(#c)" {whole} href="data:image/jpeg;base64,{jpeg}"/></g></svg>'
    ).encode()
