"""The command as a process that need not import everything first: it is forked from one that has.

A start costs more than most commands: two seconds of imports, patterns and schemas. One process for each worker of
pytest pays them, and each command is a fork of it with its own streams, environment and exit code. Whatever is about
the start itself (another environment, a kill, a stream that is closed) starts a Python of its own.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import subprocess
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout, suppress
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from tests.support import engines

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]
STREAMS = ("stdin", "stdout", "stderr")
AT_START = ("PYTHON", "LC_", "LANG", "TZ")
"""How the names of variables begin that a Python reads only while it starts."""
NOT_NEEDED = ("generator.__main__", "generator.site.mkdocs_run", "generator.batch", "generator.desk")
"""Modules that are programs of their own, or that only a command of their own imports."""


def possible(environment: Mapping[str, str]) -> bool:
    """Return whether a command with this environment may be forked: it would have started the same."""
    return hasattr(os, "fork") and _of_start(environment) == _of_start(dict(_begun().environment))


def run(command: tuple[str, ...], stdin: str, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command line that begins with Python, `-m` and the product, and return what it printed."""
    with tempfile.TemporaryDirectory(prefix="tonbaep-said-") as folder:
        streams = [Path(folder, name) for name in STREAMS]
        streams[0].write_text(stdin, encoding="utf-8")
        code = _begun().forked(
            {
                "words": command[3:],
                "streams": [str(each) for each in streams],
                "environment": dict(environment),
            }
        )
        said, faults = (each.read_text(encoding="utf-8") for each in streams[1:])
    return subprocess.CompletedProcess(command, code, said, faults)


class _Begun:
    """The process that all commands of this worker are forked from."""

    def __init__(self) -> None:
        self.environment = dict(os.environ)
        self._one = Lock()
        self._process = subprocess.Popen(
            (sys.executable, "-m", "tests.support.warm"),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        atexit.register(self._end)

    def forked(self, asked: Mapping[str, object]) -> int:
        """Have a command forked, wait for it, and return its exit code; negative after a signal. One at a time."""
        assert self._process.stdin
        assert self._process.stdout
        with self._one:
            self._process.stdin.write(f"{json.dumps(asked)}\n")
            self._process.stdin.flush()
            return int(self._process.stdout.readline())

    def _end(self) -> None:
        self._process.communicate()


@cache
def _begun() -> _Begun:
    return _Begun()


def _of_start(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(AT_START)}


def _serve() -> None:
    """Import the product, then fork whatever is asked for, one after another, until nobody asks any more."""
    asking, answering = (os.fdopen(os.dup(number), mode) for number, mode in ((0, "r"), (1, "w")))
    _warm_up()
    for line in asking:
        child = os.fork()
        if not child:
            asking.close()
            answering.close()
            _become(json.loads(line))
            return
        _, status = os.waitpid(child, 0)
        answering.write(f"{os.waitstatus_to_exitcode(status)}\n")
        answering.flush()


def _warm_up() -> None:
    """Import what commands import, and read records once: patterns and schemas are made when first used."""
    from generator import cli

    for file in sorted(ROOT.glob("generator/**/*.py")):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
        if not module.startswith(NOT_NEEDED):
            with suppress(ImportError):  # what is for another system
                importlib.import_module(module.removesuffix(".__init__"))
    importlib.import_module("tests.support.remembered").install()
    engines.install()
    engines.begin()
    with tempfile.TemporaryDirectory() as folder, Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        Path(folder, "winners").symlink_to(ROOT / "winners")
        with redirect_stdout(nowhere), redirect_stderr(nowhere):
            cli.main(("check", "--project", folder))
    gc.collect()
    gc.freeze()


def _become(asked: dict[str, Any]) -> None:
    """Be the process that was asked for, and end as it ends."""
    ways = (os.O_RDONLY, os.O_WRONLY | os.O_CREAT, os.O_WRONLY | os.O_CREAT)
    opened = [os.open(path, way) for path, way in zip(asked["streams"], ways, strict=True)]
    engines.take(opened, asked["environment"])
    sys.argv = [str(ROOT / "generator/__main__.py"), *asked["words"]]
    from generator.cli import main

    raise SystemExit(main())


if __name__ == "__main__":
    _serve()
