"""A content-addressed store on disk: what was made once from the same things is never made again.

A value is kept under a key that names everything it was made from, beside the digest of its own bytes, so one that a
power cut left damaged counts as absent instead of being believed. All of them lie in one SQLite file: a file of its own
for each would make the disk, and the guard against viruses, a sixth of a build's work.
"""

from __future__ import annotations

import errno
import hashlib
import json
import sqlite3
import weakref
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

FILE = "values.sqlite3"

_PATIENCE = 60.0
"""Seconds to wait for another process that is writing."""

_SCHEMA = """
pragma journal_mode = truncate;
pragma synchronous = off;
create table if not exists kept (age integer primary key, key text unique, digest blob, size integer, value blob);
"""
"""A journal that also works on a network drive; nothing waits for the disk, since all of this can be made again."""

_ERRNO = {
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_BUSY: errno.EACCES,
}
"""What the system would have said, by the kind of SQLite's error; any other kind means that the disk failed."""

_KIND = 0xFF
"""The bits of an error's number that say its kind."""


def key_of(*parts: object) -> str:
    """Return a key for values made from `parts`: bytes, or anything that JSON can write."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part if isinstance(part, bytes) else json.dumps(part, sort_keys=True, ensure_ascii=False).encode()
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()


class Store:
    """Bytes by key in one folder; safe to share between threads and processes, since values appear whole or not at all.

    Every method raises `OSError` for a disk that is full or may not be written.
    """

    def __init__(self, folder: Path) -> None:
        """Use `folder`, which is made when the store is first used."""
        self._file = folder / FILE
        self._lock = Lock()
        self._opened: sqlite3.Connection | None = None

    def get(self, key: str) -> bytes | None:
        """Return the bytes under a key, or None if there are none or they are damaged."""
        rows: list[tuple[bytes, bytes]] = self._do("select digest, value from kept where key = ?", key)
        return next((value for digest, value in rows if hashlib.sha256(value).digest() == digest), None)

    def put(self, key: str, value: bytes) -> bytes:
        """Keep bytes under a key and return them."""
        digest = hashlib.sha256(value).digest()
        self._do("replace into kept (key, digest, size, value) values (?, ?, ?, ?)", key, digest, len(value), value)
        return value

    def prune(self, limit: int) -> None:
        """Drop the oldest values until at most `limit` bytes remain."""
        self._do(
            "delete from kept where age in"
            " (select age from (select age, sum(size) over (order by age desc) as upto from kept) where upto > ?)",
            limit,
        )

    def _do(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows; a file that is no longer a store is replaced by an empty one."""
        with self._lock:
            try:
                return self._connection().execute(statement, values).fetchall()
            except sqlite3.OperationalError as fault:
                number = _ERRNO.get(fault.sqlite_errorcode & _KIND, errno.EIO)
                raise OSError(number, str(fault), str(self._file)) from fault
            except sqlite3.DatabaseError:
                self._begin_anew()
                return self._connection().execute(statement, values).fetchall()

    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            opened = sqlite3.connect(self._file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            weakref.finalize(self, opened.close)
            self._opened = opened
            opened.executescript(_SCHEMA)
        return self._opened

    def _begin_anew(self) -> None:
        if self._opened:
            self._opened.close()
            self._opened = None
        self._file.unlink(missing_ok=True)
