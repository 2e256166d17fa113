"""The product as a person meets it: a project folder and a command."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Final

from generator.ledger import unchanged
from tests.support import warm

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("winners", "content", "overrides", "mkdocs.yml")
AFTER = "2566-05-15 12:00"
"""A moment after everything in the sample, so that no test depends on the day it runs."""
BEFORE = "2566-04-20 12:00"
"""A moment before the sample's result."""
BUILDING: Final = frozenset(("build", "proof", "serve", "withdraw"))
"""Commands that press a whole publication, or may do so."""

may_build: ContextVar[bool] = ContextVar("may_build", default=True)
"""Whether a build may take its seconds: everywhere except in a test whose fixtures do not mark it as slow."""


def refuse_unmarked(command: str, *_: str) -> None:
    """Refuse a command that builds in a test that would count as fast."""
    if command in BUILDING and not may_build.get():
        message = "a test that makes a publication asks for the fixture `builds`, or for one that does, and is `slow`"
        raise AssertionError(message)


def scored_by_hand(winners: str) -> str:
    """Return a list of winners with scores in place of totals, each a little lower than the one before."""
    scores = iter(range(95, 0, -1))

    def scored(_: re.Match[str]) -> str:
        score = next(scores)
        return f"    scores: {{mind: {score}, speed: {score}, fairness: {score}, manner: {score}}}"

    return re.sub(r"^    total: .*$", scored, winners, flags=re.MULTILINE)


def typed_by_hand(project: Path) -> Path:
    """Take away how a sample's result came about, as in an office that types it; winners may then change."""
    folder = project / "winners/2566"
    for name in ("nominees.yaml", "scores.yaml", "tally.yaml"):
        (folder / name).unlink(missing_ok=True)
    winners = folder / "winners.yaml"
    winners.write_bytes(scored_by_hand(winners.read_text(encoding="utf-8")).encode())
    return project


def one_person(project: Path) -> Path:
    """Leave one winner of a sample's five."""
    file = project / "winners/2566/winners.yaml"
    head, first, *others = re.split(r"(?m)^(?=  - id: )", file.read_text(encoding="utf-8"))
    assert others
    file.write_text(head + first, encoding="utf-8")
    (project / "winners/2566/certificates.yaml").unlink()
    return project


def one_winner(project: Path) -> Path:
    """Leave one winner, no loudspeaker and the usual outputs of a sample: many builds take no longer than necessary."""
    one_person(project)
    office = project / "winners/organisation.yaml"
    text = office.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^outputs:\n(?:  .*\n)+", "", text)
    office.write_text(re.sub(r"(?m)^    loudspeaker:\n(?:      .*\n)+", "", text), encoding="utf-8")
    return project


def copy_of_sample(folder: Path) -> Path:
    """Return a project folder with the repository's own records."""
    project = folder / "project"
    project.mkdir(parents=True)
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, project / part)
        else:
            shutil.copy2(source, project / part)
    return project


def copy_of_built(project: Path, folder: Path) -> Path:
    """Return a copy of a built project that still counts as built: its inputs are recorded in their new place."""
    copy = Path(shutil.copytree(project, folder))
    state = copy / ".tonbaep/state.json"
    known = json.loads(state.read_bytes())
    state.write_text(json.dumps({**known, "inputs": unchanged.inputs(copy)}), encoding="utf-8")
    return copy


def command(project: Path, *arguments: str) -> tuple[str, ...]:
    """Return the command line, with a fixed moment unless the arguments contain one."""
    refuse_unmarked(*arguments)
    moment = ("--as-of", AFTER) if arguments[0] == "build" and "--as-of" not in arguments else ()
    return (sys.executable, "-m", "generator", *arguments, *moment, "--project", str(project))


def tonbaep(project: Path, *arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a separate process and return what it printed."""
    words = command(project, *arguments)
    if warm.possible({**os.environ, **environment}):
        return warm.run(words, stdin, {**os.environ, **environment})
    return subprocess.run(
        words,
        cwd=ROOT,
        env={**os.environ, **environment},
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def done(project: Path, *arguments: str) -> str:
    """Run a command that must succeed and return what it printed."""
    ran = tonbaep(project, *arguments)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def report(project: Path, *arguments: str) -> dict[str, Any]:
    """Build and return the command's own report."""
    value: dict[str, Any] = json.loads(done(project, "build", "--json", *arguments))
    return value


def manifest(project: Path) -> list[dict[str, Any]]:
    """Return the entries of the manifest."""
    files: list[dict[str, Any]] = json.loads((project / "build/manifest.json").read_text(encoding="utf-8"))["files"]
    assert files
    return files


def digest(folder: Path) -> str | None:
    """Return one digest over names and bytes of every file in a folder; None if there is no folder."""
    if not folder.is_dir():
        return None
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            total.update(path.relative_to(folder).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def edit(file: Path, old: str, new: str) -> None:
    """Replace a text in a record; the text must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
