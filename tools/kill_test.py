"""Kills runs of tonbaep at random moments and looks at what is left: the old state or the new one, whole, and usable.

`python tools/kill_test.py --kills 100 --seed 1` makes a small project, builds it, and then kills (SIGKILL) one command
after another: full and partial builds, `pack`, `proof`, `withdraw` and `freeze`. After each kill every file that the
list names must be there with the bytes that it names, the records must be readable, and the command must do its work
when it is given again. The seed decides commands and moments; how far a run had come by then depends on the machine.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.support.small import Small

MOMENT = ("--as-of", "2566-05-15 12:00")
BUILD = ("build", *MOMENT)
COMMANDS = {
    "full build": BUILD,
    "build without a cache": BUILD,
    "partial build": ("build", "--only", "poster", "poster_office", *MOMENT),
    "pack": ("pack",),
    "proof": ("proof",),
    "withdraw": ("withdraw", "second", *MOMENT),
    "freeze": ("freeze",),
}
SLACK = 1.1
"""A kill may come a little later than the command took alone: some runs are to end by themselves."""


def run(project: Path, *words: str) -> subprocess.Popen[bytes]:
    """Start a command in a process group of its own."""
    return subprocess.Popen(
        (sys.executable, "-P", "-m", "generator", *words, "--project", str(project)),
        cwd=tempfile.gettempdir(),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def done(project: Path, *words: str) -> str:
    """Run a command to its end; return what it said if it failed, otherwise nothing."""
    process = run(project, *words)
    said = process.communicate()[0].decode("utf-8", "replace")
    return f"{' '.join(words)}: code {process.returncode}\n{said[-1500:]}" if process.returncode else ""


def made(folder: Path) -> Path:
    """Return a small built project that has everything the commands ask for."""
    project = Small(folder).project
    for name in ("content", "overrides"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy2(ROOT / "mkdocs.yml", project)
    fault = done(project, *BUILD)
    if fault:
        raise SystemExit(fault)
    return project


def not_whole(project: Path) -> list[str]:
    """Return what is wrong with the finished folders and records as they are on the disk."""
    faults = []
    listed = json.loads((project / "build/manifest.json").read_bytes())["files"]
    for entry in listed:
        file = project / entry["path"]
        if not file.is_file():
            faults.append(f"{entry['path']} is missing")
        elif hashlib.sha256(file.read_bytes()).hexdigest() != entry["sha256"]:
            faults.append(f"{entry['path']} is not what the list says")
    names = {entry["path"] for entry in listed} | {"build/manifest.json"}
    for top in ("site", "build"):
        there = (path for path in (project / top).rglob("*") if path.is_file())
        faults += [
            f"{name} is on no list" for name in (p.relative_to(project).as_posix() for p in there) if name not in names
        ]
    released = project / "winners/released.json"
    if released.exists():
        json.loads(released.read_bytes())
    return faults


def recovered(project: Path) -> list[str]:
    """Return what is wrong after the next command has taken the lock, which finishes an interrupted swap."""
    fault = done(project, "freeze", "--year", "2500")  # gives no number: there is no such year
    return [*filter(None, [fault]), *not_whole(project)]


def changed(project: Path, rng: random.Random) -> None:
    """Change a word of the records, so that the next build has something to do."""
    file = project / "winners/2566/winners.yaml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if line.strip().startswith("quote:"))
    head, _, _ = lines[place].partition("quote:")
    lines[place] = f"{head}quote: ทำงานด้วยใจ ครั้งที่ {rng.randrange(10**6)}\n"
    file.write_text("".join(lines), encoding="utf-8")


def one(base: Path, folder: Path, name: str, rng: random.Random, took: dict[str, float]) -> tuple[str, list[str]]:
    """Kill one command in a copy of a project; return how it ended and what is wrong afterwards."""
    project = Path(shutil.copytree(base, folder, symlinks=True))
    words = COMMANDS[name]
    if words[0] == "build":
        changed(project, rng)
    if name == "build without a cache":
        shutil.rmtree(project / ".tonbaep/cache")
    process = run(project, *words)
    time.sleep(rng.uniform(0.05, took[name] * SLACK))
    ended = process.poll() is not None
    if not ended:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    faults = recovered(project)
    again = done(project, *words)
    faults += [again] if again else []
    if words[0] in {"pack", "proof", "freeze"}:
        after = done(project, *BUILD)
        faults += [after] if after else []
    return "ended by itself" if ended else "killed", faults + not_whole(project)


def main() -> int:
    """Kill as often as asked; print each fault and the figures; return 1 if there was a fault."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng, count, bad = random.Random(options.seed), Counter[str](), 0
    with tempfile.TemporaryDirectory(prefix="tonbaep-kills-") as place:
        base = made(Path(place, "base"))
        took: dict[str, float] = {}
        for name, words in COMMANDS.items():
            copy = Path(shutil.copytree(base, Path(place, "timed"), symlinks=True))
            if words[0] == "build":
                changed(copy, rng)
            if name == "build without a cache":
                shutil.rmtree(copy / ".tonbaep/cache")
            begun = time.monotonic()
            fault = done(copy, *words)
            if fault:
                raise SystemExit(fault)
            took[name] = time.monotonic() - begun
            shutil.rmtree(copy)
        while count["killed"] < options.kills:
            name = rng.choice(list(COMMANDS))
            how, faults = one(base, Path(place, "one"), name, rng, took)
            count[how] += 1
            count[f"{name} {how}"] += 1
            bad += bool(faults)
            print(f"{count['killed']} of {options.kills}: {name}, {how}", file=sys.stderr, flush=True)
            for fault in faults[:5]:
                print(f"{name}, {how}: {fault}", flush=True)
            shutil.rmtree(Path(place, "one"))
    for what, number in sorted(count.items()):
        print(f"{number:5} {what}")
    print(f"{bad:5} with a fault")
    return bool(bad)


if __name__ == "__main__":
    raise SystemExit(main())
