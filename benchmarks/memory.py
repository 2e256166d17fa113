"""Measures how much memory a first build takes, at one year and at ten: `python benchmarks/memory.py [YEARS ...]`.

The office is `tests/support/decades.py`: the sample's round again and again, with photos of telephones of up to twelve
million pixels; with `--winners 24` each round has that many winners. Measured are the largest resident size of any
process (`VmHWM`) and the sum over all processes at a time, each page divided among those that share it (PSS), sampled
twenty times a second. Linux only: other systems tell no such sum.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from timed import ROOT

from tests.support import decades, product

LARGEST, ALL, GROWTH = 250, 400, 1.1
"""Wanted: megabytes of the largest process and of all, and the larger number of years against the smaller."""

_PAUSE = 0.05


class Peaks(NamedTuple):
    """The peaks of one build in megabytes: of the largest process, and of all together."""

    largest: int
    together: int


def peaks(project: Path) -> Peaks:
    """Return the peaks of a first build of a project."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    command = product.command(project, "build", "--as-of", decades.MOMENT)
    largest = together = 0
    with tempfile.TemporaryFile("w+") as said:
        running = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=subprocess.STDOUT)
        while running.poll() is None:
            seen = [_sizes(process) for process in _family(running.pid)]
            largest = max([largest, *(resident for resident, _ in seen)])
            together = max(together, sum(share for _, share in seen))
            time.sleep(_PAUSE)
        if running.returncode:
            said.seek(0)
            sys.exit(said.read())
    return Peaks(largest // 1024, together // 1024)


def _family(first: int) -> list[int]:
    """Return a process and all that it began."""
    found = [first]
    for process in found:
        for task in Path(f"/proc/{process}/task").glob("*/children"):
            with suppress(OSError):
                found += map(int, task.read_text().split())
    return found


def _sizes(process: int) -> tuple[int, int]:
    """Return the largest resident size that a process has had, and its share of memory now, in kilobytes."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
        shared = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:  # it has ended
        return 0, 0
    return _kilobytes(status, "VmHWM:"), _kilobytes(shared, "Pss:")


def _kilobytes(told: str, name: str) -> int:
    return next((int(line.split()[1]) for line in told.splitlines() if line.startswith(name)), 0)


def _crowd(project: Path, count: int) -> None:
    """Let the newest round have so many winners, each with a photo of twelve million pixels."""
    home = project / "winners" / str(decades.NEWEST)
    winners = (home / "winners.yaml").read_text(encoding="utf-8")
    first, *others = re.split(r"(?m)^(?=  - id: )", winners)
    model = next(each for each in others if each.startswith("  - id: saksit\n"))
    for number in range(len(others), count):
        photo = home / "photos" / f"more-{number}.jpg"
        photo.write_bytes((home / "photos" / "saksit.jpg").read_bytes())
        decades._anew(photo, decades.SIZES[-1], number)
        one = re.sub(r"(?m)^  - id: .*$", f"  - id: more-{number}", model)
        one = re.sub(r"(?m)^      last: .*$", f"      last: {_surname(number)}", one)
        one = re.sub(r"(?m)^    place: .*$", f"    place: {number - 2}", one)
        others.append(one.replace("photos/saksit.jpg", f"photos/{photo.name}").rstrip() + "\n\n")
    (home / "winners.yaml").write_text(first + "".join(others), encoding="utf-8", newline="")
    rules = home / "round.yaml"
    text = rules.read_text(encoding="utf-8").replace("    places: 2\n", f"    places: {count}\n", 1)
    rules.write_text(text, encoding="utf-8", newline="")


def _surname(number: int) -> str:
    return f"{'กงจชดตทบพมวสห'[number % 13]}{('านนา', 'องทอง', 'ามงาม')[number // 13]}ทดลอง"


def main() -> int:
    """Print the peaks for each number of years, and the last against the first; 1 if one of them is over the mark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("years", nargs="*", type=int, default=[1, 10])
    parser.add_argument("--winners", type=int, default=0)
    asked = parser.parse_args()
    found = []
    for years in asked.years:
        with tempfile.TemporaryDirectory() as folder:
            project = decades.office(Path(folder), years, phone=True)
            if asked.winners:
                _crowd(project, asked.winners)
            found.append(peaks(project))
        print(f"{years:3} years: largest process {found[-1].largest} MB, all {found[-1].together} MB")
    growth = found[-1].largest / found[0].largest
    print(f"largest process, {asked.years[-1]} years against {asked.years[0]}: {growth:.2f}")
    over = growth > GROWTH or any(each.largest > LARGEST or each.together > ALL for each in found)
    print(f"wanted: {LARGEST} MB, {ALL} MB, {GROWTH}: {'missed' if over else 'reached'}")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
