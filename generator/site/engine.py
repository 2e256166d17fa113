"""The engine that makes a site of a staged folder, in a process of its own that warms up while records are read.

Python runs one thread at a time, so only a second process lets a second core load MkDocs and make pages while this one
reads records and presses sheets. Nothing here imports the engine, or anything else that takes long.
"""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Self

from generator.press.apart import uninterrupted

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

EPOCH = "1672531200"
"""Seconds since 1970 that stand for "the day of building" wherever an engine insists on one (1 January 2566)."""


SETTING = re.compile(r"Config value '([^']+)'")
"""How the engine begins what it says of a setting."""

_KILLED = 9
"""The signal that no process can answer."""


class SiteFault(Exception):
    """The engine failed, or complained about a page that no person wrote by hand: our bug."""


class Unfit(Exception):
    """The engine cannot use the office's settings (`keys`), or a template of its theme (`file`, from the project)."""

    def __init__(self, keys: list[str], file: str = "", line: int = 0, said: str = "") -> None:
        """Take what the engine's process found; `said` is how it failed."""
        super().__init__(keys, file, line, said)
        self.keys, self.file, self.line, self.said = keys, file, line, said


class Engine:
    """A process that makes one site; it ends with the `with` block or with this process, whichever ends first."""

    def __init__(self, compiled: Path | None = None) -> None:
        """Start nothing yet; `compiled` is a folder in which the theme's templates stay compiled (90 ms each time)."""
        self._compiled = compiled
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        """Leave it to `start` or `make` to begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process, whatever it is doing."""
        if self._process:
            self._process.kill()
            self._process.communicate()

    def start(self) -> None:
        """Begin to load the engine, on another core if there is one."""
        if self._process is None:
            with uninterrupted():
                self._process = subprocess.Popen(
                    (
                        sys.executable,
                        "-P",
                        "-m",
                        "generator.site.mkdocs_run",
                    ),  # never import from where this was started
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    env={
                        **os.environ,
                        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
                        "PYTHONIOENCODING": "utf-8",
                        "PYTHONSAFEPATH": "1",
                        "SOURCE_DATE_EPOCH": EPOCH,
                        "NO_MKDOCS_2_WARNING": "1",  # the theme's end-of-life notice is no news to a clerk
                    },
                    encoding="utf-8",
                )

    def make(self, config: Path, unmade: Collection[str] = ()) -> list[str]:
        """Make the site that a configuration describes and return what the engine complained of.

        The pages of the sources `unmade` are known, since others lead there, but only their front matter is
        read, and they are not written.

        Raises `OSError` as the engine met it (a full disk, for example), `Unfit` for settings or templates that it
        cannot use, and `SiteFault` for any other failure.
        """
        self.start()
        compiled = str(self._compiled) if self._compiled else None
        answer = self._ask({"config": str(config), "compiled": compiled, "unmade": sorted(unmade)})
        if "errno" in answer:
            raise OSError(answer["errno"], answer["said"], answer["file"] or None)
        if "unfit" in answer:
            raise Unfit(**answer["unfit"])
        if "fault" in answer:
            raise SiteFault(answer["fault"])
        complaints: list[str] = answer["complaints"]
        return complaints

    def _ask(self, order: dict[str, Any]) -> dict[str, Any]:
        process = self._process
        assert process is not None and process.stdin is not None and process.stdout is not None  # noqa: PT018, S101
        try:
            process.stdin.write(f"{json.dumps(order)}\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if not answer:
            code = process.wait()
            if code == -_KILLED:
                raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))  # that is how a system takes memory back
            message = f"the engine ended with code {code} and without an answer"
            raise SiteFault(message)
        found: dict[str, Any] = json.loads(answer)
        return found
