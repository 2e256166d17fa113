"""The only door for pictures: a file's bytes to an upright master without metadata, and masters to renditions.

Everything in a photo except what can be seen stays outside: the pixels are pasted into a new picture, so that neither
position nor camera, comment or thumbnail of the uncropped scene can travel on. Nothing is ever upscaled. What is not
plain JPEG, PNG or WebP is decoded `apart`, in a process that may die.
"""

from __future__ import annotations

import hashlib
import io
import json
from threading import Lock
from typing import TYPE_CHECKING, Literal

from generator.model import Picture
from generator.reading import photo_words
from generator.reading.photos import apart, kinds, master
from generator.reading.tree import Saying
from generator.store import key_of

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image as Pillow

    from generator.store import Store

VERSION, VERSION_APART = 5, 6
"""Raise it with every change to what a master or a rendition looks like; what is decoded apart has one of its own.

Photos are called by it in every page: raised for a change that few photos show, it would change what was signed.
"""

LARGEST = 40 * 1024 * 1024
"""Bytes of a photo's file; a 200-megapixel picture of a phone has about 30 MB."""


def read(path: Path, store: Store) -> Picture | Saying:
    """Return a photo as the pieces may use it, its master kept in the store, or what is wrong with the file.

    A photo whose bytes were read before is not decoded again, and a file that has not changed since is not read either:
    those of an office's earlier years are many, and large.
    """
    try:
        stat = path.stat()
        if stat.st_size > LARGEST:
            return photo_words.too_heavy(stat.st_size, LARGEST)
        times = (stat.st_mtime_ns, stat.st_ctime_ns)
        stamp = key_of("seen", VERSION, VERSION_APART, str(path), stat.st_size, *times, stat.st_ino)
        seen = store.get(stamp)
        picture = _known(store, seen.decode()) if seen else None
        if picture:
            return picture
        raw = path.read_bytes()
    except OSError as fault:
        return photo_words.unreadable(fault)
    version = VERSION if kinds.photo(raw)[0] in kinds.PLAIN else VERSION_APART
    digest = key_of("master", version, hashlib.sha256(raw).hexdigest())
    picture = _known(store, digest)
    if picture is None:
        found = _made(raw)
        if isinstance(found, Saying):
            return found
        made, width, height = found
        store.put(digest, made)
        store.put(_facts(digest), json.dumps([width, height]).encode())
        picture = Picture(digest, width, height)
    store.put(stamp, digest.encode())
    return picture


def _facts(digest: str) -> str:
    return key_of("photo", digest)


def _known(store: Store, digest: str) -> Picture | None:
    """Return the photo with a master, if the store has both the master and its facts."""
    facts = store.get(_facts(digest))
    if facts is None or store.get(digest) is None:
        return None
    width, height = json.loads(facts)
    return Picture(digest, width, height)


def _made(raw: bytes) -> tuple[bytes, int, int] | Saying:
    """Return the master's bytes, and width and height of the upright original, or what is wrong with the photo."""
    kind, begin = kinds.photo(raw)
    if kind is None:
        return photo_words.no_photo(kinds.other(raw))
    try:
        return master.made(raw[begin:], kind)
    except ImportError:
        raise  # a part of the program is missing, which is not the photo's fault
    except Exception as error:
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
    with _ONE_AT_A_TIME:
        return store.get(key) or store.put(key, _smaller(store, picture_digest, width, form))


_ONE_AT_A_TIME = Lock()
"""A photo that is made smaller takes some 30 MB, and its presses are many."""


def _smaller(store: Store, picture_digest: str, width: int, form: Literal["jpg", "webp", "png", "grey"]) -> bytes:
    raw = store.get(picture_digest)
    if raw is None:
        raise LookupError(picture_digest)
    small = master.anew(_resized(raw, width))  # of each step, only the last picture stays in memory
    out = io.BytesIO()
    if form in {"grey", "jpg"}:
        # Baseline, since every printer and viewer reads that fast.
        out.write(master.as_jpeg(small.convert("L") if form == "grey" else small, quality=85))
    elif form == "png":
        master.roomy()
        small.save(out, "PNG", optimize=True)
    else:
        from PIL import WebPImagePlugin  # noqa: F401 - named, or Pillow loads all its forty formats to find it

        small.save(out, "WEBP", quality=75, method=4)
    return out.getvalue()


def _resized(raw: bytes, width: int) -> Pillow.Image:
    image = master.opened(raw, "JPEG")
    if width >= image.width:
        return image
    target = width, max(1, round(image.height * width / image.width))
    image.draft(image.mode, target)
    return image.resize(target, master.hamming(), reducing_gap=3)
