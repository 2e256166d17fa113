"""Runs a command as a person would and returns what it changed below some folders, with the modules that did it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, NamedTuple

from tests.support import architecture, product
from tests.support.watched.sitecustomize import BELOW, HELD, NOTES

if TYPE_CHECKING:
    from collections.abc import Iterable

_PATIENCE = 300.0
"""Seconds after which a command that says nothing is ended, rather than all tests with it."""
READY = "เสร็จแล้ว"
"""What `serve` prints once the site is renewed; then it is stopped as any user stops it."""


class Change(NamedTuple):
    """What happened, to which path, and the modules on the call stack."""

    event: str
    path: Path
    modules: tuple[str, ...]


def changes(package: Path, project: Path, *arguments: str) -> list[Change]:
    """Run a command of a package, and return what it changed in the project's records and in the package itself."""
    product.refuse_unmarked(*arguments)
    notes = project.parent / "notes.jsonl"
    notes.write_bytes(b"")
    watched = Path(__file__).parent / "watched"
    with subprocess.Popen(
        (sys.executable, "-m", "generator", *arguments, "--project", str(project)),
        cwd=package.parent,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(package.parent), str(watched))),
            "PYTHONDONTWRITEBYTECODE": "1",
            NOTES: str(notes),
            BELOW: os.pathsep.join((str(project / "winners"), str(package))),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as running:
        said = _listened_to(running, serves="serve" in arguments)
    assert running.returncode in {0, 130}, said
    lines = notes.read_text(encoding="utf-8").splitlines()
    return [Change(event, Path(path), tuple(modules)) for event, path, modules in map(json.loads, lines)]


def _listened_to(running: subprocess.Popen[str], *, serves: bool) -> str:
    """Return everything a command prints; one that would serve for ever is stopped."""
    assert running.stdout
    said = ""
    too_long = Timer(_PATIENCE, running.kill)
    too_long.start()
    for line in running.stdout:
        said += line
        if serves and READY in line:
            running.send_signal(signal.SIGINT)
    too_long.cancel()
    return said


def changed_elsewhere(package: Path, project: Path, noted: Iterable[Change]) -> list[str]:
    """Return what other code than `amending` changed: records belong to the clerk, the package to nobody."""
    rule = architecture.rules(package)[architecture.AMEND]
    return [
        f"{each.event} of {each.path.name} by {each.modules[-1:] or 'nobody of ours'}: {rule}"
        for each in noted
        if each.event != HELD
        and not (each.path.is_relative_to(project.resolve()) and any(map(rule.permits, each.modules)))
    ]


def refused_by_windows(noted: Iterable[Change]) -> list[str]:
    """Return what was moved or removed while it was open, which Windows lets nobody do."""
    return [f"{each.path.name} by {each.modules[-1:] or 'nobody of ours'}" for each in noted if each.event == HELD]
