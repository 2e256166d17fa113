"""A long line to a server on this machine: it takes its time, and counts what goes over it."""

from __future__ import annotations

import contextlib
import queue
import re
import socket
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.support.hosts import HERE

if TYPE_CHECKING:
    from collections.abc import Iterator

_PASSIVE = re.compile(rb"227 [^(]*\((?:\d+,){4}(\d+),(\d+)\)")
_PART = 65536


@dataclass
class Line:
    """What went over a line. A turn is once that this end waited for an answer before it said more."""

    port: int
    delay: float = 0.0
    sent: int = 0
    turns: int = 0
    lines: int = 0
    cut_after: int = -1
    """How many more bytes go up until the line is cut; never, if it is less than 0."""
    _answered: bool = True
    _held: threading.Lock = field(default_factory=threading.Lock)

    def begin(self) -> None:
        """Count from here on."""
        with self._held:
            self.sent = self.turns = self.lines = 0
            self._answered = True

    def told(self, size: int, *, up: bool) -> bool:
        """Count bytes of one direction, and return whether the line still stands."""
        with self._held:
            if not up:
                self._answered = True
                return True
            self.sent += size
            self.turns += self._answered
            self._answered = False
            if self.cut_after >= 0:
                self.cut_after -= size
                return self.cut_after >= 0
            return True

    def opened(self) -> None:
        """Count another connection."""
        with self._held:
            self.lines += 1


@contextlib.contextmanager
def to(port: int, delay: float = 0.0) -> Iterator[Line]:
    """Listen at another port for a server; `delay` is what an answer takes longer, in seconds."""
    listening = socket.create_server((HERE, 0))
    line = Line(listening.getsockname()[1], delay)
    thread = threading.Thread(target=_accept, args=(listening, port, line), daemon=True)
    thread.start()
    yield line
    listening.shutdown(socket.SHUT_RDWR)
    thread.join()


def _accept(listening: socket.socket, port: int, line: Line, most: int = 1000) -> None:
    """Give every connection to a thread, and wait until all of them are over."""
    carrying = []
    with listening, contextlib.suppress(OSError):
        for _ in range(most):
            near, _ = listening.accept()
            line.opened()
            carrying.append(threading.Thread(target=_carry, args=(near, port, line), daemon=True))
            carrying[-1].start()
    for each in carrying:
        each.join()


def _carry(near: socket.socket, port: int, line: Line) -> None:
    """Carry what is said on one connection in both directions, until both ends are silent."""
    with near, contextlib.suppress(OSError):
        time.sleep(line.delay)  # until the other end says that it listens
        with socket.create_connection((HERE, port)) as far:
            threads = []
            for one, other, up in ((near, far, True), (far, near, False)):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                waiting: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
                threads.append(threading.Thread(target=_take, args=(one, waiting, line), kwargs={"up": up}))
                threads.append(threading.Thread(target=_give, args=(other, waiting)))
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()


def _take(one: socket.socket, waiting: queue.SimpleQueue[tuple[float, bytes]], line: Line, *, up: bool) -> None:
    with contextlib.suppress(OSError):
        while part := one.recv(_PART):
            if not line.told(len(part), up=up):
                one.shutdown(socket.SHUT_RDWR)
                break
            passive = None if up else _PASSIVE.search(part)
            if passive:  # a data line goes the same long way
                part = _another(part, passive, line)
            waiting.put((time.monotonic() + line.delay / 2, part))
    waiting.put((0.0, b""))


def _another(answer: bytes, passive: re.Match[bytes], line: Line) -> bytes:
    """Return what a server says of its data line, with the port of a long one."""
    listening = socket.create_server((HERE, 0))
    port = int(passive[1]) * 256 + int(passive[2])
    threading.Thread(target=_accept, args=(listening, port, line, 1), daemon=True).start()
    own = listening.getsockname()[1]
    return answer[: passive.start(1)] + f"{own // 256},{own % 256}".encode() + answer[passive.end(2) :]


def _give(other: socket.socket, waiting: queue.SimpleQueue[tuple[float, bytes]]) -> None:
    with contextlib.suppress(OSError):
        while True:
            due, part = waiting.get()
            if not part:
                other.shutdown(socket.SHUT_WR)
                return
            time.sleep(max(0.0, due - time.monotonic()))
            other.sendall(part)
    with contextlib.suppress(OSError):  # who is not listened to need say no more
        other.shutdown(socket.SHUT_RDWR)
