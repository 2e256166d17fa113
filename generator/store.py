"""A content-addressed store on disk: what was made once from the same things is never made again.

A value is kept under a key that names everything it was made from. Each file carries the digest of its own bytes, so a
file that a power cut left half-written counts as absent instead of being believed.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_DIGEST = 32


def key_of(*parts: object) -> str:
    """Return a key for values made from `parts`: bytes, or anything that JSON can write."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part if isinstance(part, bytes) else json.dumps(part, sort_keys=True, ensure_ascii=False).encode()
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()


class Store:
    """Bytes by key below one folder; safe to share between processes, since files appear whole or not at all."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, which is made when the first value is put."""
        self._folder = folder

    def _file(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]

    def get(self, key: str) -> bytes | None:
        """Return the bytes under a key, or None if there are none or they are damaged."""
        try:
            raw = self._file(key).read_bytes()
        except OSError:
            return None
        digest, value = raw[:_DIGEST], raw[_DIGEST:]
        return value if hashlib.sha256(value).digest() == digest else None

    def put(self, key: str, value: bytes) -> bytes:
        """Keep bytes under a key and return them."""
        file = self._file(key)
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(hashlib.sha256(value).digest())
                out.write(value)
            os.replace(name, file)  # noqa: PTH105 - a plain name from mkstemp
        except BaseException:
            with suppress(OSError):
                os.unlink(name)  # noqa: PTH108 - a plain name from mkstemp
            raise
        return value

    def prune(self, limit: int) -> None:
        """Drop the oldest values until at most `limit` bytes remain."""
        files = [(path.stat(), path) for path in self._folder.glob("??/*") if path.is_file()]
        size = sum(stat.st_size for stat, _ in files)
        for stat, path in sorted(files, key=lambda item: item[0].st_mtime_ns):
            if size <= limit:
                return
            with suppress(OSError):
                path.unlink()
                size -= stat.st_size
