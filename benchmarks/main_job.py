"""Measures the main job against a bare `mkdocs build` of the same pages: `python benchmarks/main_job.py [RUNS]`.

The main job is the whole website with its posters, newsletter and announcements. Measured are that job alone; the same
with all that the site offers today (papers of the survey, a summary, press releases, pictures of links); and the whole
product, with what the print studio, the loudspeaker desk and the sharing of news add. Every run is a whole process,
photos cached, and the kinds take turns, so that a machine that slows down slows down all of them. Printed are medians
in seconds and, more important, the median of the ratios to the bare build of the same turn.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from timed import bare_mkdocs, build, forget_pages, forget_sheets, run, sample

from tests.support import product

if TYPE_CHECKING:
    from collections.abc import Callable

PAPERS = ("poster", "winner_poster", "newsletter", "announcement", "announcement_text")
"""The pieces of the main job besides all pages."""

MAIN, OFFERED, WHOLE = "main job", "and all that the site offers", "whole product"
JOBS: dict[str, Callable[[Path], float]] = {
    MAIN: partial(build, pieces=PAPERS),
    OFFERED: lambda project: build(project, "--only", "home", *PAPERS),
    WHOLE: build,
}
"""A page among the pieces of `--only` asks for the whole website."""

CHECK, SITE = "of it, the records read", "of it, that and the pages made"
QUOTE, POST = "a word of a quote", "a word of a post"
WANTED = {
    (MAIN, "full"): 2.0,
    (MAIN, CHECK): None,
    (MAIN, SITE): None,
    (MAIN, QUOTE): 1.5,
    (MAIN, POST): 1.5,
    (OFFERED, "full"): None,
    (OFFERED, QUOTE): None,
    (OFFERED, POST): None,
    (WHOLE, "full"): None,
    (WHOLE, QUOTE): None,
    (WHOLE, POST): None,
    (WHOLE, "nothing changed"): 0.15,
}
"""What is measured, and the ratio to reach: a quote is on a winner's own sheets, a post on nearly all sheets.

Beyond its records and pages a full main job takes the time of the presses, some of which runs beside these.
"""


def _turn(name: str, project: Path, number: int) -> dict[tuple[str, str], float]:
    job = JOBS[name]
    forget_sheets(project)
    times = {(name, "full"): job(project)}
    if name == MAIN:
        times[name, CHECK] = run(product.command(project, "check"))
        forget_pages(project)
        times[name, SITE] = job(project)
    for what, key in ((QUOTE, "quote:"), (POST, "position:")):
        _write(project, key, f"{number} ก")
        times[name, what] = job(project)
    if name == WHOLE:
        times[name, "nothing changed"] = job(project)
    return times


def _write(project: Path, key: str, word: str) -> None:
    """Change the last word in the first winner's line with this key."""
    winners = project / "winners/2566/winners.yaml"
    text = winners.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.strip().startswith(key))
    winners.write_text(text.replace(line, f"{line.split(' ครั้งที่')[0]} ครั้งที่ {word}", 1), encoding="utf-8")


def main() -> int:
    """Print one table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        projects = {name: sample(Path(folder) / str(number)) for number, name in enumerate(JOBS)}
        for name, job in JOBS.items():
            job(projects[name])
        bare = bare_mkdocs(projects[MAIN], Path(folder))
        turns = []
        for number in range(runs):
            unit, times = run(bare), dict[tuple[str, str], float]()
            for name, project in projects.items():
                times |= _turn(name, project, number)
            turns.append((unit, times))
    print(f"{runs} turns, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    print(f"{'bare mkdocs build':48} {statistics.median(unit for unit, _ in turns):7.3f} s")
    for (name, what), wanted in WANTED.items():
        seconds = statistics.median(times[name, what] for _, times in turns)
        ratio = statistics.median(times[name, what] / unit for unit, times in turns)
        aim = f"   (wanted {wanted})" if wanted else ""
        print(f"{f'{name}: {what}':48} {seconds:7.3f} s   {ratio:5.2f} x bare{aim}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
