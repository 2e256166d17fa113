"""Offices so small that a build of one takes seconds, and a batch over them as a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.model.outputs import OUTPUTS
from tests.support.product import AFTER, ROOT
from tests.support.small import ORGANISATION, WINNERS, Small

if TYPE_CHECKING:
    from collections.abc import Sequence

WINNER, SUPPRESSED = "ปิยะนุช", "ศักดิ์สิทธิ์"
"""First names of the two people of the small records."""


def office(folder: Path, name: str, district: str = "ทดลอง", site: str = "ไม่มี", more: str = "") -> Path:
    """Write an office with few sheets, mostly without a site, named after itself, and return its project folder.

    `more` are lines for its record.
    """
    with tempfile.TemporaryDirectory() as made:
        small = Small(Path(made))
        small.edit(ORGANISATION, "name: องค์การบริหารส่วนตำบลทดสอบ\nshort", f"name: องค์การบริหารส่วนตำบล{name}\nshort")
        small.edit(ORGANISATION, "short_name: อบต.ทดสอบ\n", f"short_name: อบต.{name}\n")
        small.edit(ORGANISATION, "district: ทดลอง\n", f"district: {district}\n")
        nothing = "".join(f"  {helper}: []\n" for helper in OUTPUTS)
        small.edit(ORGANISATION, "site: https://test.example\n", f"site: {site}\n{more}outputs:\n{nothing}")
        project = folder / name
        shutil.copytree(small.project, project)
        shutil.copytree(small.store_folder, project / ".tonbaep/cache/photos")
    return project


def to_come(project: Path) -> None:
    """Move the round of an office to 2600, so that its result is to come."""
    folder = (project / "winners/2566").rename(project / "winners/2600")
    for file in folder.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        for old, new in (
            ("1 มี.ค. 66", "1 มี.ค. 2600"),
            ("2570", "2604"),
            ("2566", "2600"),
            ("๒๕๖๖", "2600"),
            ("2565", "2599"),
        ):
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")


def spoil(project: Path) -> None:
    """Break the records of an office at a line of its winners, in words that name one."""
    file = project / "winners" / WINNERS
    text = file.read_text(encoding="utf-8")
    assert text.count("    category: staff\n    place: 1\n") == 1
    file.write_text(text.replace("    place: 1\n", f"    place: {WINNER}\n", 1), encoding="utf-8")


def command(where: Path, *words: str) -> tuple[str, ...]:
    """Return the command line of a batch, with a fixed moment unless the words contain one."""
    moment = () if "--as-of" in words else ("--as-of", AFTER)
    return (sys.executable, "-m", "generator", "batch", str(where), *moment, *words)


def batch(where: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a batch and return what it printed."""
    return subprocess.run(
        command(where, *words),
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def begun(where: Path, *words: str) -> subprocess.Popen[str]:
    """Begin a batch, to be interrupted; what it prints is not kept."""
    silent = subprocess.DEVNULL
    return subprocess.Popen(command(where, *words), cwd=ROOT, stdout=silent, stderr=silent, text=True)


def ledger(out: Path) -> dict[str, Any]:
    """Return what a batch keeps."""
    value: dict[str, Any] = json.loads((out / "batch.json").read_text(encoding="utf-8"))
    return value


def states(out: Path) -> dict[str, str]:
    """Return the state of each office."""
    return {name: entry["state"] for name, entry in ledger(out)["offices"].items()}


def listed(file: Path, rows: Sequence[str]) -> Path:
    """Write a list of offices and return it."""
    file.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return file
