"""A photo's bytes become its master: upright, in sRGB, on white, bare, and at most as large as a sheet needs it.

What is not plain JPEG, PNG or WebP is decoded `apart`; so is a large WebP, which takes 16 bytes a pixel until it is
small.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from generator.reading.photos import apart, colours, containers, jpeg_end, kinds

if TYPE_CHECKING:
    from PIL import Image as Pillow

VERSION, VERSION_APART = 5, 6
"""Raise it with every change to what a master or a rendition looks like; what is decoded apart has one of its own.

Photos are called by it in every page: raised for a change that few photos show, it would change what was signed.
"""

MASTER_SIDE = 2400
"""Pixels of a master's long side: A4 at 205 dpi, A3 at 145 dpi."""

ROOM = 3 * MASTER_SIDE**2
"""Bytes of the buffer in which pictures are written: Pillow takes one for each pixel, and a grainy one needs more."""

MOST_PIXELS = 60_000_000
"""Pixels of a photo that must be decoded whole: 180 MB as RGB."""

MOST_JPEG_PIXELS = 220_000_000
"""Pixels of a JPEG that is decoded at a fraction of its size, line by line; a progressive one is in memory whole."""

LARGE_WEBP = 4_000_000
"""Pixels from which on a WebP is decoded in a process whose memory ends with it."""

_UPRIGHT = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
"""For each EXIF orientation, the turn that undoes it (`PIL.Image.Transpose`)."""

_TURNED = {5, 6, 7, 8}


class _Cut(Exception):
    """A JPEG that ends before its picture does."""


def hamming() -> Pillow.Resampling:
    """Return the way in which all pictures are made smaller: after `draft` or `reducing_gap`, by less than three.

    There it shows what Lanczos does, in two fifths of the time.
    """
    from PIL import Image

    return Image.Resampling.HAMMING


def opened(raw: bytes, kind: str) -> Pillow.Image:
    """Open bytes as one format only, and read nothing but the header."""
    from PIL import Image  # 30 ms that a run without a new photo does not spend

    limit = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None  # our own limits stand in `_master`, with a message that helps
    try:
        return Image.open(io.BytesIO(raw), formats=(kind,))  # noqa: TID251 - this is the door that the ban points to
    finally:
        Image.MAX_IMAGE_PIXELS = limit


def made(raw: bytes, kind: str) -> tuple[bytes, int, int]:
    """Return the master's bytes, and width and height of the upright original."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of odd metadata, none of which is kept
        decoded = _decoded_apart if _takes_much(raw, kind) else _decoded
        small, (width, height), turn, profile = decoded(raw, kind)
        small = _srgb(_on_white(small), profile, _told(raw, kind, profile))
        if turn in _UPRIGHT:
            small = small.transpose(_transposition(_UPRIGHT[turn]))
    return as_jpeg(anew(small), quality=90, subsampling=0), *((height, width) if turn in _TURNED else (width, height))


def of_decoded(found: apart.Decoded) -> bytes:
    """Return the master of a picture that was decoded apart and stands upright."""
    from PIL import Image

    return as_jpeg(anew(_on_white(Image.frombytes(found.mode, found.small, found.pixels))), quality=90, subsampling=0)


_Decoded = tuple["Pillow.Image", tuple[int, int], int, bytes | None]
"""A picture at the size of its master, the size before, its orientation and its profile."""


def _takes_much(raw: bytes, kind: str) -> bool:
    if kind != "WEBP":
        return kind not in kinds.PLAIN
    width, height = opened(raw, kind).size
    return width * height >= LARGE_WEBP


def _decoded_apart(raw: bytes, kind: str) -> _Decoded:
    from PIL import Image

    found = apart.decoded(raw, kind, MASTER_SIDE, MOST_PIXELS)
    image = Image.frombytes(found.mode, found.small, found.pixels)
    return image, found.size, found.turn, found.profile or None


def _decoded(raw: bytes, kind: str) -> _Decoded:
    image = opened(raw, kind)
    width, height = image.size
    streamed = kind == "JPEG" and not image.info.get("progressive")
    most = MOST_JPEG_PIXELS if streamed else MOST_PIXELS
    if width * height > most:
        raise apart.TooManyPixels(width, height, most)
    scale = min(1.0, MASTER_SIDE / max(width, height))
    target = max(1, round(width * scale)), max(1, round(height * scale))
    body = jpeg_end.unended(raw) if kind == "JPEG" else None
    if (body is not None or image.info.get("progressive")) and not jpeg_end.has_every_scan(raw):
        raise _Cut
    if body is not None:
        image = _whole(body, target)
    elif kind == "JPEG":
        image.draft(image.mode, target)
        if _ends_flat(image):
            image = _whole(jpeg_end.before_end(raw), target)
    image.load()
    turn, profile = _orientation(image), image.info.get("icc_profile") or _named_profile(image)
    small = _eight_bit(image)
    if small.size != target:
        small = small.resize(target, hamming(), reducing_gap=3)
    return small, (width, height), turn, profile


def _ends_flat(image: Pillow.Image) -> bool:
    """Return whether the last corner is of one colour, as it is where a decoder had no more rows to show."""
    corner = image.crop((max(0, image.width - 2), max(0, image.height - 2), image.width, image.height))
    ranges = corner.getextrema()
    bands = [ranges] if isinstance(ranges[0], int | float) else ranges
    return all(least == most for least, most in bands)


def _whole(body: bytes, target: tuple[int, int]) -> Pillow.Image:
    """Return the picture of a JPEG that is given without its end mark; raises `_Cut` where it lacks rows, too."""
    from PIL import ImageChops

    image, noisy = (opened(body + more + jpeg_end.END, "JPEG") for more in (b"", jpeg_end.noise(body)))
    for each in (image, noisy):
        each.draft(each.mode, target)
        each.load()
    if ImageChops.difference(image, noisy).getbbox(alpha_only=False) is not None:
        raise _Cut
    return image


def _transposition(number: int) -> Pillow.Transpose:
    from PIL import Image

    return Image.Transpose(number)


def _orientation(image: Pillow.Image) -> int:
    try:
        return int(image.getexif().get(0x0112, 1))
    except Exception:
        return 1


def _eight_bit(image: Pillow.Image) -> Pillow.Image:
    """Return the picture as grey, RGB, CMYK or RGBA of eight bits."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.has_transparency_data:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    return image if image.mode in {"L", "RGB", "CMYK"} else image.convert("RGB")


def _on_white(image: Pillow.Image) -> Pillow.Image:
    """Return a transparent picture as it looks on white paper."""
    from PIL import Image

    if image.mode != "RGBA":
        return image
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image).convert("RGB")


def _named_profile(image: Pillow.Image) -> bytes | None:
    """Return the profile that a camera means by a name only: Adobe RGB, which the file system of cameras calls R03."""
    try:
        named = str(image.getexif().get_ifd(0xA005).get(1, "")).strip("\0 ")
    except Exception:
        return None
    return colours.profile(colours.ADOBE, colours.power_curve(colours.ADOBE_POWER)) if named == "R03" else None


def _told(raw: bytes, kind: str, profile: bytes | None) -> bytes | None:
    """Return the profile of the colours that a photo tells by figures, where these count more than its own profile.

    They do where there is no profile, in PNG (by its third edition), and in HDR, which no profile of curves can tell.
    """
    in_profile = containers.coding_of_profile(profile) if profile else None
    coding = containers.coding_of_chunks(raw) if kind == "PNG" else None
    if kind not in kinds.PLAIN:
        coding = containers.coding_of_boxes(raw)
    for each in (coding, in_profile):
        if each and (colours.is_hdr(each) or (each is coding and (kind == "PNG" or not profile))):
            return colours.profile_of(each)
    return None


def _srgb(image: Pillow.Image, profile: bytes | None, told: bytes | None) -> Pillow.Image:
    """Return the picture in sRGB; a profile that is broken or for another colour model is ignored."""
    from PIL import ImageCms

    if told:
        image, profile = image.convert("RGB"), told
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
        except (OSError, ValueError, ImageCms.PyCMSError):
            converted = None
        if converted is not None:
            return converted
    return image.convert("RGB")


def as_jpeg(image: Pillow.Image, **how: int) -> bytes:
    """Return a picture as JPEG with tables of its own."""
    from PIL import ImageFile

    ImageFile.MAXBLOCK = ROOM
    out = io.BytesIO()
    image.save(out, "JPEG", optimize=True, **how)
    return out.getvalue()


def anew(image: Pillow.Image) -> Pillow.Image:
    """Return the pixels in a new picture, and leave behind whatever else came with them."""
    from PIL import Image

    new = Image.new("RGB", image.size)
    new.paste(image)
    return new
