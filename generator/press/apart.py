"""A part of a press as a process of its own: it takes its memory with it, and if it dies, one sheet is not made.

For each piece of work go in on standard input what is wanted, as JSON, and bytes; out come what there is to say, as
JSON, and bytes. Each value has its length in front. The process ends with its input, so with whoever began it.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from threading import Lock
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Work = Callable[[Mapping[str, Any], bytes], tuple[Mapping[str, Any], bytes]]

LENGTH = 8
"""Bytes of a length, the most significant first."""

_ATTEMPTS = 2
"""How many processes may die of a piece of work: the second holds nothing of what was before it."""

_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0
"""Windows would open a black window for each process."""


class Apart:
    """A process that does one piece of work at a time; begun by the first, it stays for the others until `end`."""

    def __init__(self, module: str) -> None:
        """Begin nothing yet; `module` calls `serve` when it is run."""
        self._module = module
        self._one_at_a_time = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.end)

    def ask(self, order: Mapping[str, Any], given: bytes) -> tuple[dict[str, Any], bytes]:
        """Return what the process answers, or another one if it ends before that.

        Raises `OSError` where no further process may begin, and what the machine refused this one; `RuntimeError` where
        none has answered.
        """
        code = 0
        with self._one_at_a_time:
            for _ in range(_ATTEMPTS):
                process = self._begun()
                try:
                    said, made = _answer(process, json.dumps(order).encode(), given)
                except BaseException:
                    process.kill()  # or whoever asks next would be given this answer
                    self._ended(process)
                    raise
                if said is not None and made is not None:
                    told: dict[str, Any] = json.loads(said)
                    if "errno" in told:
                        raise OSError(told["errno"], os.strerror(told["errno"]))
                    return told, made
                code = self._ended(process)
        message = f"{self._module} ended with code {code}"
        raise RuntimeError(message)

    def _begun(self) -> subprocess.Popen[bytes]:
        if self._process and self._process.poll() is not None:
            self._ended(self._process)  # somebody ended it while it had nothing to do
        if self._process is None:
            with uninterrupted():
                self._process = subprocess.Popen(  # noqa: S603 - our own module, and no word of it comes from a record
                    (sys.executable, "-P", "-m", self._module),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONSAFEPATH": "1"},
                    creationflags=_NO_WINDOW,
                )
        return self._process

    def _ended(self, process: subprocess.Popen[bytes]) -> int:
        self._process = None
        with process, suppress(OSError):
            process.stdin and process.stdin.close()
        return process.returncode

    def end(self) -> None:
        """Let the process end once it has done what it was given; the next piece of work begins another."""
        with self._one_at_a_time:
            if self._process:
                self._ended(self._process)


def _answer(process: subprocess.Popen[bytes], order: bytes, given: bytes) -> tuple[bytes | None, bytes | None]:
    assert process.stdin is not None and process.stdout is not None  # noqa: PT018, S101
    with suppress(OSError):  # it is no longer there: Windows says so in another way
        put(process.stdin, order, given)
    return taken(process.stdout), taken(process.stdout)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Begin processes that no Ctrl-C reaches, which is for whoever began them: one would tell where it was, in English.

    What is blocked here stays blocked there from the first moment, long before a program could ask for it.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve(work: Work) -> None:
    """Do whatever is wanted until nobody wants any more, and tell what the machine refuses."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it cannot be blocked
    source, out = sys.stdin.buffer, sys.stdout.buffer
    while (order := taken(source)) is not None and (given := taken(source)) is not None:
        try:
            told, made = work(json.loads(order), given)
        except OSError as fault:
            if fault.errno is None:  # what Pillow says of broken bytes: a fault of this sheet alone
                raise
            told, made = {"errno": fault.errno}, b""
        try:
            put(out, json.dumps(told).encode(), made)
        except BrokenPipeError:
            os._exit(0)  # whoever asked is no longer there


def put(out: IO[bytes], *values: bytes) -> None:
    """Write values with their lengths in front."""
    for value in values:
        out.write(len(value).to_bytes(LENGTH, "big"))
        out.write(value)
    out.flush()


def taken(source: IO[bytes]) -> bytes | None:
    """Return the next value, or None where the input ends before it does."""
    length = source.read(LENGTH)
    size = int.from_bytes(length, "big")
    value = source.read(size) if len(length) == LENGTH else b""
    return value if len(length) == LENGTH and len(value) == size else None
