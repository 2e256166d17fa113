"""The only door for pictures: a file's bytes to an upright master without metadata, and masters to renditions.

Everything in a photo except what can be seen stays outside: the pixels are pasted into a new picture, so that neither
position nor camera, comment or thumbnail of the uncropped scene can travel on. Nothing is ever upscaled. What is not
plain JPEG, PNG or WebP is decoded `apart`, in a process that may die.
"""

from __future__ import annotations

import hashlib
import io
import json
import warnings
from typing import TYPE_CHECKING, Literal

from generator.model import Picture
from generator.reading import photo_words
from generator.reading.photos import apart, colours, containers, jpeg_end, kinds
from generator.reading.tree import Saying
from generator.store import key_of

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image as Pillow

    from generator.store import Store

VERSION = 4
"""Raise it with every change to what a master or a rendition looks like."""

LARGEST = 40 * 1024 * 1024
"""Bytes of a photo's file; a 200-megapixel picture of a phone has about 30 MB."""

MASTER_SIDE = 2400
"""Pixels of a master's long side: A4 at 205 dpi, A3 at 145 dpi."""

MOST_PIXELS = 60_000_000
"""Pixels of a photo that must be decoded whole: 180 MB as RGB."""

MOST_JPEG_PIXELS = 220_000_000
"""Pixels of a JPEG that is decoded at a fraction of its size, line by line; a progressive one is in memory whole."""

_UPRIGHT = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
"""For each EXIF orientation, the turn that undoes it (`PIL.Image.Transpose`)."""

_TURNED = {5, 6, 7, 8}


class _Cut(Exception):
    """A JPEG that ends before its picture does."""


def read(path: Path, store: Store) -> Picture | Saying:
    """Return a photo as the pieces may use it, its master kept in the store, or what is wrong with the file.

    A photo whose bytes were read before is not decoded again.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            return photo_words.too_heavy(size, LARGEST)
        raw = path.read_bytes()
    except OSError as fault:
        return photo_words.unreadable(fault)
    digest = key_of("master", VERSION, hashlib.sha256(raw).hexdigest())
    facts = key_of("photo", VERSION, digest)
    known = store.get(facts)
    if known is not None and store.get(digest) is not None:
        width, height = json.loads(known)
        return Picture(digest, width, height)
    found = _made(raw)
    if isinstance(found, Saying):
        return found
    master, width, height = found
    store.put(digest, master)
    store.put(facts, json.dumps([width, height]).encode())
    return Picture(digest, width, height)


def _made(raw: bytes) -> tuple[bytes, int, int] | Saying:
    """Return the master's bytes, and width and height of the upright original, or what is wrong with the photo."""
    kind, begin = kinds.photo(raw)
    if kind is None:
        return photo_words.no_photo(kinds.other(raw))
    try:
        return _master(raw[begin:], kind)
    except ImportError:
        raise  # a part of the program is missing, which is not the photo's fault
    except Exception as error:  # noqa: BLE001 - a decoder may raise anything on bytes that it was not made for
        return _about(kind, error)


def _about(kind: str, error: Exception) -> Saying:
    match error:
        case apart.TooManyPixels():
            return photo_words.too_large(*error.size, error.most)
        case apart.TooLong():
            return photo_words.too_long(kind, *error.args)
        case apart.NotStarted():
            return photo_words.not_started(kind, *error.args)
        case apart.Damaged():
            return photo_words.broken(kind, *error.args)
    return photo_words.broken(kind, type(error).__name__)


def rendition(store: Store, picture_digest: str, width: int, form: Literal["jpg", "webp", "png", "grey"]) -> bytes:
    """Return a master at a width in pixels (or its own, if that is less) in one format, without metadata.

    Raises `LookupError` if the store has lost the master; reading the records again brings it back.
    """
    key = key_of("rendition", VERSION, picture_digest, width, form)
    kept = store.get(key)
    if kept is not None:
        return kept
    raw = store.get(picture_digest)
    if raw is None:
        raise LookupError(picture_digest)
    image = _open(raw, "JPEG")
    if width < image.width:
        target = width, max(1, round(image.height * width / image.width))
        image.draft(image.mode, target)
        small = image.resize(target, _lanczos(), reducing_gap=3)
    else:
        small = image.copy()
    out = io.BytesIO()
    if form in {"grey", "jpg"}:
        plain = _anew(small)  # baseline, since every printer and viewer reads that fast
        out.write(_jpeg(plain.convert("L") if form == "grey" else plain, quality=85))
    elif form == "png":
        _anew(small).save(out, "PNG", optimize=True)
    else:
        from PIL import WebPImagePlugin  # noqa: F401 - named, or Pillow loads all its forty formats to find it

        _anew(small).save(out, "WEBP", quality=75, method=4)
    return store.put(key, out.getvalue())


def _lanczos() -> Pillow.Resampling:
    from PIL import Image

    return Image.Resampling.LANCZOS


def _open(raw: bytes, kind: str) -> Pillow.Image:
    """Open bytes as one format only, and read nothing but the header."""
    from PIL import Image  # 30 ms that a run without a new photo does not spend

    limit = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None  # our own limits stand in `_master`, with a message that helps
    try:
        return Image.open(io.BytesIO(raw), formats=(kind,))  # noqa: TID251 - this is the door that the ban points to
    finally:
        Image.MAX_IMAGE_PIXELS = limit


def _master(raw: bytes, kind: str) -> tuple[bytes, int, int]:
    """Return the master's bytes, and width and height of the upright original."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of odd metadata, none of which is kept
        small, (width, height), turn, profile = (_decoded if kind in kinds.PLAIN else _decoded_apart)(raw, kind)
        small = _srgb(_on_white(small), profile, _told(raw, kind, profile))
        if turn in _UPRIGHT:
            small = small.transpose(_transposition(_UPRIGHT[turn]))
    return _jpeg(_anew(small), quality=90, subsampling=0), *((height, width) if turn in _TURNED else (width, height))


_Decoded = tuple["Pillow.Image", tuple[int, int], int, bytes | None]
"""A picture at the size of its master, the size before, its orientation and its profile."""


def _decoded_apart(raw: bytes, kind: str) -> _Decoded:
    from PIL import Image

    found = apart.decoded(raw, kind, MASTER_SIDE, MOST_PIXELS)
    image = Image.frombytes(found.mode, found.small, found.pixels)
    return image, found.size, found.turn, found.profile or None


def _decoded(raw: bytes, kind: str) -> _Decoded:
    image = _open(raw, kind)
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
        small = small.resize(target, _lanczos(), reducing_gap=3)
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

    image, noisy = (_open(body + more + jpeg_end.END, "JPEG") for more in (b"", jpeg_end.noise(body)))
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
    except Exception:  # noqa: BLE001 - a photo with broken metadata is still a photo
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
    except Exception:  # noqa: BLE001 - a photo with broken metadata is still a photo
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


def _jpeg(image: Pillow.Image, **how: int) -> bytes:
    """Return a picture as JPEG with tables of its own."""
    from PIL import ImageFile

    most = (
        3 * image.width * image.height
    )  # Pillow takes a byte for each pixel, which a grainy picture of the night needs
    ImageFile.MAXBLOCK = max(ImageFile.MAXBLOCK, most)
    out = io.BytesIO()
    image.save(out, "JPEG", optimize=True, **how)
    return out.getvalue()


def _anew(image: Pillow.Image) -> Pillow.Image:
    """Return the pixels in a new picture, and leave behind whatever else came with them."""
    from PIL import Image

    new = Image.new("RGB", image.size)
    new.paste(image)
    return new
