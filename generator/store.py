"""A content-addressed store on disk: what was made once from the same things is never made again.

A value is kept under a key that names everything it was made from, beside the digest of its own bytes, so one that a
power cut left damaged counts as absent instead of being believed. All of them lie in one SQLite file: a file of its own
for each would make the disk, and the guard against viruses, a sixth of a build's work.

It does not grow without end: at the end of a build, what was used longest ago is forgotten, and never anything that the
last whole build used. How much may stay follows from how much that was.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sqlite3
import weakref
from contextlib import contextmanager, suppress
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from generator.disk import own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

Found = TypeVar("Found")

FILE = "values.sqlite3"

_PATIENCE = 5.0
"""Seconds to wait for another process that is writing; what it writes takes a part of one."""

TIMES, LEAST, MOST = 2, 256 << 20, 1 << 30
"""A store may hold twice what the last whole build used, so that what was made for another moment, or before a change
that is taken back, is still there: at least 256 MB, at most 1 GB, and always what that build used."""

_SCHEMA = """
pragma auto_vacuum = incremental;
pragma journal_mode = truncate;
pragma synchronous = off;
create table if not exists kept (age integer primary key, key text unique, digest blob, size integer, value blob);
create table if not exists used (age integer primary key, last integer not null, whole integer not null);
"""
"""A journal that also works on a network drive; nothing waits for the disk, since all of this can be made again.

`used` is apart from `kept`, where noting a use would write the whole value again. It has the number of the last build
that used a value, and that of the last whole one.
"""

_NOTE = """
insert into used (age, last, whole) select age, :now, :whole from kept where key = :key
on conflict (age) do update set last = excluded.last, whole = max(whole, excluded.whole);
"""

_HELD = "select count(*) from kept where key in (select value from json_each(?))"

_FORGET = """
with known as (
  select kept.age as age, last, whole, sum(size) over (order by last desc, kept.age desc) as upto
  from kept join used on kept.age = used.age
)
delete from kept where age in (select age from known where upto > :limit and last < :now and whole < :whole);
"""
"""What is older than all that the limit has room for; what the last whole build used, or this one, stays anyway."""

_GOOD_PART, _AT_ONCE = 4, 2048
"""Free pages are given back when they are a quarter of the file, so many at once that another process waits shortly."""

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


class Extent(NamedTuple):
    """How many bytes a store holds, and how many it may hold."""

    held: int
    limit: int


class Second(Protocol):
    """A store that several machines share, asked for what this one has not; it raises nothing."""

    def get(self, key: str) -> bytes | None:
        """Return the bytes under a key, or None."""

    def put(self, key: str, value: bytes) -> None:
        """Keep bytes under a key, if that can be done."""


def room_for(used: int) -> int:
    """Return how many bytes a store may hold of which the last whole build used so many."""
    return max(used, min(max(TIMES * used, LEAST), MOST))


class Store:
    """Bytes by key in one folder; safe to share between threads and processes, since values appear whole or not at all.

    Every method raises `OSError` for a disk that is full or may not be written.
    """

    def __init__(self, folder: Path, told: own.Own | None = None, second: Second | None = None) -> None:
        """Use `folder`, which is made when the store is first used; `told` hears of a store that had to begin anew.

        `second` has what other machines made.
        """
        self.second = second
        self._own = told
        self._file = folder / FILE
        self._journal = folder / f"{FILE}-journal"
        self._held: OSError | None = None
        self._lock = Lock()
        self._opened: sqlite3.Connection | None = None
        self._used: set[str] = set()

    def get(self, key: str, *, travels: bool = False) -> bytes | None:
        """Return the bytes under a key, or None if there are none or they are damaged.

        What `travels` is asked of the second store, too. Only what depends on nothing but its key may travel, and only
        what costs more to make than to fetch; no record does, nor anything that is true of this machine alone.
        """

        def looked_up(opened: sqlite3.Connection) -> list[tuple[bytes, bytes]]:
            return opened.execute("select digest, value from kept where key = ?", (key,)).fetchall()

        found = next((value for digest, value in self._do(looked_up) if _is_whole(digest, value)), None)
        if found is None and travels and self.second is not None:
            found = self.second.get(key)
            if found is not None:
                return self.put(key, found)
        if found is not None:
            self._used.add(key)
        return found

    def put(self, key: str, value: bytes, *, travels: bool = False) -> bytes:
        """Keep bytes under a key and return them; what `travels` is kept for other machines, too."""
        row = (key, hashlib.sha256(value).digest(), len(value), value)
        self._do(lambda opened: opened.execute("replace into kept (key, digest, size, value) values (?, ?, ?, ?)", row))
        self._used.add(key)
        if travels and self.second is not None:
            self.second.put(key, value)
        return value

    def about(self, key: str) -> tuple[str, int] | None:
        """Return the digest of the bytes under a key (SHA-256, as hex) and how many they are, without reading them."""
        asked = "select digest, size from kept where key = ?"
        found = self._do(lambda opened: opened.execute(asked, (key,)).fetchone())
        if found is None or not isinstance(found[0], bytes) or not isinstance(found[1], int):
            return None
        self._used.add(key)
        return found[0].hex(), found[1]

    def holds(self, keys: Sequence[str]) -> bool:
        """Return whether there is something under each of some keys, without reading it; they count as used."""
        wanted = json.dumps(keys)
        count = self._do(lambda opened: _number(opened, _HELD, wanted))
        if count < len(set(keys)):
            return False
        self._used.update(keys)
        return True

    def note_used(self, keys: Iterable[str]) -> None:
        """Count what is under some keys as used, although nobody had to ask for it."""
        self._used.update(keys)

    def settle(self, *, whole: bool) -> Extent:
        """Note at the end of a build what it used, and forget what was used longest ago, as far as there is no room.

        A build that is not `whole` uses only a part of what the next one needs.
        """
        return self._do(lambda opened: self._settled(opened, whole=whole))

    def _settled(self, opened: sqlite3.Connection, *, whole: bool) -> Extent:
        with _at_once(opened):
            now = _number(opened, "select max(last) from used") + 2
            # What commands that are no builds have put here since then is a little older than this build.
            opened.execute("insert or ignore into used select age, ?, 0 from kept", (now - 1,))
            rows = [{"key": key, "now": now, "whole": now if whole else 0} for key in self._used]
            opened.executemany(_NOTE, rows)
            last = _number(opened, "select max(whole) from used")
            needed = "select sum(size) from kept join used on kept.age = used.age where whole = ?"
            limit = room_for(_number(opened, needed, last) if last else 0)
            opened.execute(_FORGET, {"limit": limit, "now": now, "whole": last})
            opened.execute("delete from used where age not in (select age from kept)")
        held = _number(opened, "select sum(size) from kept")
        with suppress(sqlite3.Error):  # a disk without room for it: the pages are used again by what comes next
            _give_back(opened)
        return Extent(held, limit)

    def _do(self, work: Callable[[sqlite3.Connection], Found]) -> Found:
        """Return what some work on the store finds; what is no store of ours gives way to an empty one, once."""
        with self._lock:
            if self._held:  # whoever holds it will not let go for the next of a hundred sheets either
                raise self._held
            try:
                return work(self._connection())
            except OSError:
                if self._file.is_file() and not self._file.is_symlink():
                    raise
            except sqlite3.Error as fault:
                told = self._as_the_system_would(fault)
                if told:
                    raise told from fault
            self._begin_anew()
            try:
                return work(self._connection())
            except sqlite3.Error as fault:
                raise self._as_the_system_would(fault) or OSError(errno.EIO, str(fault), str(self._file)) from fault

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


def _number(opened: sqlite3.Connection, question: str, *about: int | str) -> int:
    """Return the one number that is asked for; nothing counts as none."""
    return int(opened.execute(question, about).fetchone()[0] or 0)


@contextmanager
def _at_once(opened: sqlite3.Connection) -> Iterator[None]:
    """Let all statements of a block take effect, or none of them."""
    opened.execute("begin immediate")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite itself has taken it back already after some faults
            opened.execute("rollback")
        raise
    opened.execute("commit")


def _give_back(opened: sqlite3.Connection) -> None:
    """Make the file smaller where a good part of it is free."""
    if _number(opened, "pragma freelist_count") * _GOOD_PART <= _number(opened, "pragma page_count"):
        return
    if not _number(opened, "pragma auto_vacuum"):
        opened.execute("vacuum")  # once: an earlier version's file, which cannot be made smaller piece by piece
    while _number(opened, "pragma freelist_count"):
        opened.execute(f"pragma incremental_vacuum({_AT_ONCE})").fetchall()
