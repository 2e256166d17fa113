"""Measures what an office's history costs: `python benchmarks/years.py [TURNS] [YEARS ...] [--words]`.

By default 3 turns and 1, 10 and 30 years. With `--words` the first build is made in the first turn alone, so that many
turns of the others take a few minutes.

The same office with more and more rounds, photos as telephones take them. Kinds take turns, so that a machine that
slows down slows all of them; printed are medians of CPU seconds of all processes of a command, the peak memory of its
largest one, and the ratio to the number of years before. Of a change in the newest year it is also asserted that no
sheet of a round that rests was laid out, read or written.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from timed import ROOT, forget_sheets, run

from tests.support import decades, product

FIRST, WORD, NOTHING = "first build", "a word of a quote", "nothing changed"
WANTED = {(10, FIRST): 2.0, (10, WORD): 1.2, (10, NOTHING): 1.5, (30, FIRST): 1.5, (30, WORD): 1.2, (30, NOTHING): 1.5}
"""The ratios to reach, by the number of years: ten against one, thirty against ten."""

WANTED_PEAK = {10: 1.1, 30: 1.05}
"""The same for the peak memory of the first build."""


class Cost(NamedTuple):
    """CPU seconds of a command with all its processes, and the peak of its largest process in MB."""

    seconds: float
    peak: float


def _run(project: Path) -> tuple[Cost, dict[str, Any]]:
    """Build, and return the cost and the command's own report."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    arguments = product.command(project, "build", "--json", "--as-of", decades.MOMENT)
    answer = project.parent / "report.json"
    with answer.open("wb") as out, Path(os.devnull).open("wb") as unheard:
        told = ((os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, unheard.fileno(), 2))
        child = os.posix_spawn(arguments[0], arguments, environment, file_actions=told)
        _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"{project}: {answer.read_text(encoding='utf-8')}")
    cost = Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
    return cost, json.loads(answer.read_text(encoding="utf-8"))


def _office(folder: Path, years: int) -> Path:
    """Make the records in a process of its own: the memory that pictures took would count as that of each child."""
    make = f"from tests.support import decades; decades.office(Path({str(folder)!r}), {years}, phone=True)"
    run((sys.executable, "-c", f"from pathlib import Path; {make}"))
    return folder / "project"


def _turn(project: Path, number: int, *, first: bool) -> dict[str, Cost]:
    costs = {}
    if first:
        shutil.rmtree(project / ".tonbaep/cache/photos", ignore_errors=True)
        forget_sheets(project)
        costs[FIRST] = _run(project)[0]
    winners = project / f"winners/{decades.NEWEST}/winners.yaml"
    text = winners.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.strip().startswith("quote:"))
    winners.write_text(text.replace(line, f"{line.split(' ครั้งที่')[0]} ครั้งที่ {number}", 1), encoding="utf-8")
    costs[WORD], report = _run(project)
    if report["at_rest"]:
        sys.exit(f"laid out, read or written for a word of the newest year: {report['at_rest']}")
    costs[NOTHING], report = _run(project)
    if report["changed"]:
        sys.exit("nothing had changed, and something was made")
    return costs


def main() -> int:
    """Print one table."""
    turns, *years = [int(word) for word in sys.argv[1:] if word.isdecimal()] or [3]
    years = years or [1, 10, 30]
    with tempfile.TemporaryDirectory() as folder:
        projects = {number: _office(Path(folder) / str(number), number) for number in years}
        found = [
            {
                number: _turn(project, turn, first=not turn or "--words" not in sys.argv)
                for number, project in projects.items()
            }
            for turn in range(turns)
        ]
        sizes = {number: _size(project) for number, project in projects.items()}
    print(f"{turns} turns, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    for before, number in zip([None, *years], years, strict=False):
        for what in (FIRST, WORD, NOTHING):
            measured = [turn for turn in found if what in turn[number]]
            seconds, peak = (statistics.median(turn[number][what][at] for turn in measured) for at in (0, 1))
            said = f"{number:3} years: {what:20} {seconds:8.2f} s of CPU {peak:6.0f} MB"
            if before:
                ratio = statistics.median(turn[number][what].seconds / turn[before][what].seconds for turn in measured)
                said += f"   {ratio:5.2f} x that of {before}{_aim(WANTED.get((number, what)))}"
            print(said)
        if before:
            measured = [turn for turn in found if FIRST in turn[number]]
            ratio = statistics.median(turn[number][FIRST].peak / turn[before][FIRST].peak for turn in measured)
            print(
                f"{number:3} years: {'peak memory':20} {ratio:25.2f} x that of {before}{_aim(WANTED_PEAK.get(number))}"
            )
        print(f"{number:3} years: {sizes[number]}")
    return 0


def _aim(wanted: float | None) -> str:
    return f"   (wanted {wanted})" if wanted else ""


def _size(project: Path) -> str:
    files = [path for name in ("site", "build") for path in (project / name).rglob("*") if path.is_file()]
    return f"{len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.0f} MB"


if __name__ == "__main__":
    sys.exit(main())
