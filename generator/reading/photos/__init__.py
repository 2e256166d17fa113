"""The only door for pictures: a file's bytes to an upright master without metadata, and masters to renditions.

Everything in a photo except what can be seen stays outside: the pixels are pasted into a new picture, so that neither
position nor camera, comment or thumbnail of the uncropped scene can travel on. Nothing is ever upscaled. What is not
plain JPEG, PNG or WebP is decoded `apart`, in a process that may die.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.reading import photo_words
from generator.reading.photos import apart, kinds, master
from generator.reading.photos.kept import keep, known
from generator.reading.photos.master import VERSION, VERSION_APART
from generator.reading.photos.renditions import key_of_rendition, rendition
from generator.reading.tree import Saying
from generator.store import key_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Picture
    from generator.store import Store

__all__ = ["LARGEST", "key_of_rendition", "read", "rendition"]

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
        picture = known(store, seen.decode()) if seen else None
        if picture:
            return picture
        raw = path.read_bytes()
    except OSError as fault:
        return photo_words.unreadable(fault)
    version = VERSION if kinds.photo(raw)[0] in kinds.PLAIN else VERSION_APART
    digest = key_of("master", version, hashlib.sha256(raw).hexdigest())
    picture = known(store, digest)
    if picture is None:
        found = _made(raw)
        if isinstance(found, Saying):
            return found
        picture = keep(store, digest, *found)
    store.put(stamp, digest.encode())
    return picture


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
