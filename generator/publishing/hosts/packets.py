"""The words of SFTP, version 3, which every server speaks: many are asked before the first one is answered.

A line to a host far away is slow in answers and not in bytes; libraries that wait for each answer take a minute for
what is a second's work. What the numbers mean is in draft-ietf-secsh-filexfer-02 and OpenSSH's PROTOCOL.
"""

from __future__ import annotations

import stat
import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paramiko import Channel

OPEN, CLOSE, READ, WRITE, OPENDIR, READDIR, REMOVE, MKDIR, RMDIR, STAT, RENAME = 3, 4, 5, 6, 11, 12, 13, 14, 15, 17, 18
EXTENDED = 200
FINE, MISSING = 0, 2
"""What a server says of a thing it was asked; anything else is a refusal."""
TO_READ, TO_WRITE = 0x01, 0x02 | 0x08 | 0x10
"""How a file is opened: to be read; to be written anew, made where there is none."""

_INIT, _VERSION, _SPOKEN = 1, 2, 3
_STATUS, _HANDLE, _DATA, _NAMES, _ATTRIBUTES = 101, 102, 103, 104, 105
_AHEAD = 64
"""How many words may wait for their answer."""
_LARGEST = 1 << 20
_HAS_SIZE, _HAS_OWNER, _HAS_MODE, _HAS_TIMES, _HAS_MORE = 0x1, 0x2, 0x4, 0x8, 0x80000000


class Entry(NamedTuple):
    """One file or folder: its size, and -1 for a folder."""

    name: str
    size: int


class Answer(NamedTuple):
    """What a server says: how it went, in its own words, and the handle, the bytes or the files that were asked for."""

    code: int
    said: str = ""
    value: bytes = b""
    entries: tuple[Entry, ...] = ()


class Line:
    """A channel on which SFTP is spoken; raises what a broken one raises, and `ValueError` for what is no SFTP."""

    def __init__(self, channel: Channel) -> None:
        """Greet the server, and learn which words it has beyond the common ones."""
        self._channel, self._number = channel, 0
        self._channel.sendall(_packed(_INIT, number(_SPOKEN)))
        kind, body = self._packet()
        if kind != _VERSION:
            raise ValueError(kind)
        read = _Reader(body, 4)
        self.extensions: set[str] = set()
        while not read.is_over:
            self.extensions.add(read.text())
            read.string()

    def ask(self, words: Iterable[tuple[int, bytes]]) -> list[Answer]:
        """Send words, each with what stands behind its number, and return their answers in the same order."""
        first = self._number + 1
        found: dict[int, Answer] = {}
        together = bytearray()
        for kind, rest in words:
            self._number += 1
            together += _packed(kind, number(self._number) + rest)
            if self._number - first - len(found) >= _AHEAD or len(together) > _LARGEST:
                self._channel.sendall(bytes(together))
                together.clear()
                self._wait_for(max(first, self._number - _AHEAD // 2), found)
        self._channel.sendall(bytes(together))
        numbers = range(first, self._number + 1)
        for each in numbers:
            self._wait_for(each, found)
        return [found[each] for each in numbers]

    def _wait_for(self, awaited: int, found: dict[int, Answer]) -> None:
        """Read answers until one is there; servers may change their order."""
        while awaited not in found:
            kind, body = self._packet()
            read = _Reader(body)
            answered = read.number()
            found[answered] = _answer(kind, read)

    def _packet(self) -> tuple[int, bytes]:
        (size,) = struct.unpack(">I", self._exactly(4))
        if not 1 <= size <= _LARGEST:
            raise ValueError(size)
        packet = self._exactly(size)
        return packet[0], packet[1:]

    def _exactly(self, size: int) -> bytes:
        held = bytearray()
        while len(held) < size:
            more = self._channel.recv(size - len(held))
            if not more:
                raise EOFError
            held += more
        return bytes(held)


def _packed(kind: int, rest: bytes) -> bytes:
    return struct.pack(">IB", len(rest) + 1, kind) + rest


def text(value: str) -> bytes:
    """Return a name or a word as it is sent."""
    return string(value.encode())


def string(value: bytes) -> bytes:
    """Return bytes as they are sent: behind their number."""
    return struct.pack(">I", len(value)) + value


def mode(value: int) -> bytes:
    """Return who may do what with a new file or folder."""
    return struct.pack(">II", _HAS_MODE, value)


def number(value: int) -> bytes:
    """Return a small number as it is sent."""
    return struct.pack(">I", value)


def place(value: int) -> bytes:
    """Return a place within a file as it is sent."""
    return struct.pack(">Q", value)


def _answer(kind: int, read: _Reader) -> Answer:
    if kind == _STATUS:
        code = read.number()
        return Answer(code, "" if read.is_over else read.text())
    if kind in {_HANDLE, _DATA}:
        return Answer(FINE, value=read.string())
    if kind == _ATTRIBUTES:
        return Answer(FINE, entries=(Entry("", read.size()),))
    if kind == _NAMES:
        return Answer(FINE, entries=tuple(read.entry() for _ in range(read.number())))
    raise ValueError(kind)


class _Reader:
    """What stands in a packet, one thing after the other; raises `ValueError` where it ends too soon."""

    def __init__(self, body: bytes, at: int = 0) -> None:
        self._body, self._at = body, at

    @property
    def is_over(self) -> bool:
        return self._at >= len(self._body)

    def number(self) -> int:
        return int.from_bytes(self._take(4))

    def string(self) -> bytes:
        return self._take(self.number())

    def text(self) -> str:
        """Return text that is only shown or compared: names of others may be in any encoding."""
        return self.string().decode("utf-8", "replace")

    def entry(self) -> Entry:
        name = self.text()
        self.string()  # the same for people to read
        return Entry(name, self.size())

    def size(self) -> int:
        """Return the size that stands in the attributes of a file, and -1 for a folder."""
        flags = self.number()
        size = int.from_bytes(self._take(8)) if flags & _HAS_SIZE else 0
        if flags & _HAS_OWNER:
            self._take(8)
        kind = self.number() if flags & _HAS_MODE else 0
        if flags & _HAS_TIMES:
            self._take(8)
        for _ in range(self.number() if flags & _HAS_MORE else 0):
            self.string(), self.string()
        return -1 if stat.S_ISDIR(kind) else size

    def _take(self, count: int) -> bytes:
        taken = self._body[self._at : self._at + count]
        if len(taken) < count:
            raise ValueError(count)
        self._at += count
        return taken
