"""The engine of sites as a process that need not load MkDocs first: it is forked from one that has.

Hundreds of tests make a site, and each engine loads for longer than it works. One process a machine's worker pays that,
and each engine is a fork of it with its own streams, environment and exit code. Tests of the engine itself start it as
the product does.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from generator.site import engine

ROOT = Path(__file__).resolve().parents[2]
LOADED = (
    "generator.site.mkdocs_run",
    "material.templates",
    *(f"babel.{name}" for name in ("dates", "support")),
    *(f"markdown.extensions.{name}" for name in ("attr_list", "codehilite", "fenced_code", "tables")),
    *(f"mkdocs.{name}" for name in ("commands.build", "config.defaults", "localization", "plugins", "theme")),
)
"""What the engine imports until its site is made."""
_started: list[str] = []
"""The address at which engines are forked, in this process and in all that are forked from it."""


def install() -> None:
    """Have sites made by forks from now on."""
    if hasattr(os, "fork"):
        engine.Engine.start = _start  # type: ignore[method-assign]


def _start(self: engine.Engine) -> None:
    begin()
    if self._process is None:
        self._process = Forked(_started[0])  # type: ignore[assignment]


def begin() -> None:
    """Begin to load what engines are forked from, unless that has begun."""
    if _started:
        return
    folder = tempfile.mkdtemp(prefix="tonbaep-engines-")
    _started.append(f"{folder}/asked")
    words = (sys.executable, "-m", "tests.support.engines", _started[0])
    server = subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE)
    own = os.getpid()

    def end() -> None:
        if os.getpid() == own:
            server.communicate()

    atexit.register(end)


class Forked:
    """What `subprocess.Popen` is to the product, as far as it uses it."""

    def __init__(self, address: str) -> None:
        """Ask for an engine, which has this process's environment and folder."""
        self.returncode: int | None = None
        asked, given = os.pipe()
        answered, said = os.pipe()
        self._line = socket.socket(socket.AF_UNIX)
        self._connect(address)
        about = {"environment": {**os.environ, "SOURCE_DATE_EPOCH": engine.EPOCH}, "folder": str(Path.cwd())}
        raw = json.dumps(about).encode()
        socket.send_fds(self._line, [len(raw).to_bytes(4, "big")], [asked, said, 2])
        self._line.sendall(raw)
        for each in (asked, said):
            os.close(each)
        self.stdin = os.fdopen(given, "w", encoding="utf-8")
        self.stdout = os.fdopen(answered, encoding="utf-8")
        self._answers = self._line.makefile()
        self.pid = int(self._answers.readline())

    def _connect(self, address: str) -> None:
        until = time.monotonic() + 60
        while True:
            try:
                return self._line.connect(address)
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.02)

    def kill(self) -> None:
        """End it at once."""
        if self.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        """Return its exit code when it has ended, negative after a signal."""
        if self.returncode is None:
            self.returncode = int(self._answers.readline())
            self._line.close()
        return self.returncode

    def communicate(self) -> None:
        """Close its streams and wait for its end."""
        with contextlib.suppress(BrokenPipeError):
            self.stdin.close()
        self.stdout.close()
        self.wait()


def _serve(address: str) -> None:
    """Load the engine, then fork one for each connection until whoever began this has ended."""
    for name in LOADED:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    Thread(target=_end_with_starter, daemon=True).start()
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(address)
        door.listen(64)
        alone = Lock()
        while True:
            line, _ = door.accept()
            about, streams = _asked(line)
            with alone:
                child = os.fork()
                if not child:
                    _become(about, streams)
                for each in streams:
                    os.close(each)
            Thread(target=_watch, args=(line, child), daemon=True).start()


def _asked(line: socket.socket) -> tuple[dict[str, Any], list[int]]:
    head, streams, _, _ = socket.recv_fds(line, 4, 3)
    length, raw = int.from_bytes(head, "big"), b""
    while len(raw) < length:
        raw += line.recv(length - len(raw))
    return json.loads(raw), streams


def _watch(line: socket.socket, child: int) -> None:
    with line, contextlib.suppress(BrokenPipeError):
        line.sendall(f"{child}\n".encode())
        _, status = os.waitpid(child, 0)
        line.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())


def take(streams: list[int], environment: dict[str, str]) -> None:
    """Take over what a process of its own would have begun with: three streams and an environment."""
    for number, each in enumerate(streams):
        os.dup2(each, number)
        os.close(each)
    sys.stdin, sys.stdout = os.fdopen(0, encoding="utf-8"), os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    tempfile.tempdir = None  # it depends on the environment


def _become(about: dict[str, Any], streams: list[int]) -> None:
    """Be the engine that was asked for, and never return."""
    code = 1
    try:
        take(streams, about["environment"])
        os.closerange(3, 4096)
        os.chdir(about["folder"])
        from generator.site import mkdocs_run

        mkdocs_run.main()
        code = 0
    finally:
        sys.stdout.flush()
        os._exit(code)


def _end_with_starter() -> None:
    os.read(0, 1)
    os._exit(0)


if __name__ == "__main__":
    _serve(sys.argv[1])
