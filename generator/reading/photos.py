"""The only door for pictures: a file's bytes to an upright master without metadata, and masters to renditions.

Everything in a photo except what can be seen stays outside: the pixels are pasted into a new picture, so that neither
position nor camera, comment or thumbnail of the uncropped scene can travel on. Nothing is ever upscaled.
"""

from __future__ import annotations

import hashlib
import io
import json
import warnings
from typing import TYPE_CHECKING, Literal

from generator.model import Picture
from generator.reading import photo_words
from generator.store import key_of

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image as Pillow

    from generator.reading.tree import Saying
    from generator.store import Store

VERSION = 3
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

_FORMATS: tuple[tuple[str, tuple[bytes, ...]], ...] = (
    ("JPEG", (b"\xff\xd8\xff",)),
    ("PNG", (b"\x89PNG\r\n\x1a\n",)),
)
_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc", b"hevx"}


class _TooManyPixels(Exception):
    """A finding about a photo, which `read` puts into words."""

    def __init__(self, width: int, height: int, most: int) -> None:
        super().__init__(width, height, most)
        self.size, self.most = (width, height), most


def read(path: Path, store: Store) -> Picture | Saying:
    """Return a photo as the pieces may use it, its master kept in the store, or what is wrong with the file.

    A photo whose bytes were read before is not decoded again.
    """
    size = path.stat().st_size
    if size > LARGEST:
        return photo_words.too_heavy(size, LARGEST)
    raw = path.read_bytes()
    digest = key_of("master", VERSION, hashlib.sha256(raw).hexdigest())
    facts = key_of("photo", VERSION, digest)
    known = store.get(facts)
    if known is not None and store.get(digest) is not None:
        width, height = json.loads(known)
        return Picture(digest, width, height)
    kind = _format(raw)
    if kind is None:
        return photo_words.no_photo(raw)
    try:
        master, width, height = _master(raw, kind)
    except _TooManyPixels as found:
        return photo_words.too_large(*found.size, found.most)
    except ImportError:
        raise  # a part of the program is missing, which is not the photo's fault
    except Exception as error:  # noqa: BLE001 - a decoder may raise anything on bytes that it was not made for
        return photo_words.broken(kind, error)
    store.put(digest, master)
    store.put(facts, json.dumps([width, height]).encode())
    return Picture(digest, width, height)


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
    if form == "grey":
        _anew(small).convert("L").save(out, "JPEG", quality=85, optimize=True)
    elif form == "jpg":
        _anew(small).save(out, "JPEG", quality=85, optimize=True)  # baseline: every printer and viewer reads it fast
    elif form == "png":
        _anew(small).save(out, "PNG", optimize=True)
    else:
        from PIL import WebPImagePlugin  # noqa: F401 - named, or Pillow loads all its forty formats to find it

        _anew(small).save(out, "WEBP", quality=75, method=4)
    return store.put(key, out.getvalue())


def _format(raw: bytes) -> str | None:
    for name, openings in _FORMATS:
        if raw.startswith(openings):
            return name
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "WEBP"
    return "HEIF" if raw[4:8] == b"ftyp" and raw[8:12] in _HEIF_BRANDS else None


def _lanczos() -> Pillow.Resampling:
    from PIL import Image

    return Image.Resampling.LANCZOS


def _open(raw: bytes, kind: str) -> Pillow.Image:
    """Open bytes as one format only, and read nothing but the header."""
    from PIL import Image  # 30 ms that a run without a new photo does not spend

    if kind == "HEIF":
        from pi_heif import register_heif_opener

        register_heif_opener(thumbnails=False)
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
        image = _open(raw, kind)
        width, height = image.size
        streamed = kind == "JPEG" and not image.info.get("progressive")
        most = MOST_JPEG_PIXELS if streamed else MOST_PIXELS
        if width * height > most:
            raise _TooManyPixels(width, height, most)
        scale = min(1.0, MASTER_SIDE / max(width, height))
        target = max(1, round(width * scale)), max(1, round(height * scale))
        if kind == "JPEG":
            image.draft(image.mode, target)
        image.load()
        turn = _orientation(image)
        small = _eight_bit(image)
        if small.size != target:
            small = small.resize(target, _lanczos(), reducing_gap=3)
        small = _srgb(_on_white(small), image.info.get("icc_profile"))
        if turn in _UPRIGHT:
            small = small.transpose(_transposition(_UPRIGHT[turn]))
    out = io.BytesIO()
    _anew(small).save(out, "JPEG", quality=90, subsampling=0, optimize=True)
    return out.getvalue(), *((height, width) if turn in _TURNED else (width, height))


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


def _srgb(image: Pillow.Image, profile: bytes | None) -> Pillow.Image:
    """Return the picture in sRGB; a profile that is broken or for another colour model is ignored."""
    from PIL import ImageCms

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


def _anew(image: Pillow.Image) -> Pillow.Image:
    """Return the pixels in a new picture, and leave behind whatever else came with them."""
    from PIL import Image

    new = Image.new("RGB", image.size)
    new.paste(image)
    return new
