"""A content-addressed store on disk: what was made once from the same things is never made again.

A value is kept under a key that names everything it was made from, beside the digest of its own bytes, so one that a
power cut left damaged counts as absent instead of being believed. All of them lie in one SQLite file: a file of its own
for each would make the disk, and the guard against viruses, a sixth of a build's work.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sqlite3
import weakref
from threading import Lock
from typing import TYPE_CHECKING, Any

from generator.disk import own

if TYPE_CHECKING:
    from pathlib import Path

FILE = "values.sqlite3"

_PATIENCE = 5.0
"""Seconds to wait for another process that is writing; what it writes takes a part of one."""

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
    sqlite3.SQLITE_BUSY: errno.EBUSY,
    sqlite3.SQLITE_LOCKED: errno.EBUSY,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_NOMEM: errno.ENOMEM,
}
"""What the system would have said, by the kind of SQLite's error; any other kind means that this is no store."""

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

    def __init__(self, folder: Path, told: own.Own | None = None) -> None:
        """Use `folder`, which is made when the store is first used; `told` hears of a store that had to begin anew."""
        self._own = told
        self._file = folder / FILE
        self._journal = folder / f"{FILE}-journal"
        self._held: OSError | None = None
        self._lock = Lock()
        self._opened: sqlite3.Connection | None = None

    def get(self, key: str) -> bytes | None:
        """Return the bytes under a key, or None if there are none or they are damaged."""
        rows: list[tuple[bytes, bytes]] = self._do("select digest, value from kept where key = ?", key)
        return next((value for digest, value in rows if _is_whole(digest, value)), None)

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
        """Run one statement and return its rows; what is no store of ours is replaced by an empty one, once."""
        with self._lock:
            if self._held:  # whoever holds it will not let go for the next of a hundred sheets either
                raise self._held
            try:
                return self._run(statement, values)
            except OSError:
                if self._file.is_file() and not self._file.is_symlink():
                    raise
            except sqlite3.Error as fault:
                told = self._as_the_system_would(fault)
                if told:
                    raise told from fault
            self._begin_anew()
            try:
                return self._run(statement, values)
            except sqlite3.Error as fault:
                raise self._as_the_system_would(fault) or OSError(errno.EIO, str(fault), str(self._file)) from fault

    def _run(self, statement: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        return self._connection().execute(statement, values).fetchall()

    def _as_the_system_would(self, fault: sqlite3.Error) -> OSError | None:
        """Return the disk's own fault, or None if the disk is sound and the file is no store of this version."""
        kind = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _KIND
        number = _ERRNO.get(kind)
        if kind == sqlite3.SQLITE_CANTOPEN and own.not_a_file(self._journal):
            return None
        if number is None:
            return None
        told = OSError(number, str(fault), str(self._file))
        if number == errno.EBUSY:
            self._held = told
        return told

    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if own.not_a_file(self._file):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(self._file))
            with self._file.open("ab"):
                pass  # says by itself what SQLite would only call “unable to open”: no right, no handle left
            opened = sqlite3.connect(self._file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            weakref.finalize(self, opened.close)
            self._opened = opened
            opened.executescript(_SCHEMA)
        return self._opened

    def _begin_anew(self) -> None:
        """Clear the place for an empty store: what is no file goes aside, since it may be somebody's."""
        if self._opened:
            self._opened.close()
            self._opened = None
        for above in reversed(self._file.parents):
            if os.path.lexists(above) and not above.is_dir():
                own.moved_aside(above)
        for file in (self._file, self._journal):
            if own.not_a_file(file):
                own.moved_aside(file)
            file.unlink(missing_ok=True)
        if self._own:
            self._own.began_anew(self._file)


def _is_whole(digest: object, value: object) -> bool:
    return isinstance(value, bytes) and hashlib.sha256(value).digest() == digest
