"""Measures the main job against a bare `mkdocs build` of the same pages: `python benchmarks/main_job.py [RUNS]`.

The main job is the website with its posters, newsletter and scripts; the last lines are the whole product, with all
that the print studio, the loudspeaker desk and the sharing of news add. Every run is a whole process, photos cached,
and the kinds take turns, so that a machine that slows down slows them all. Printed are medians in seconds and, which is
what counts, the median of the ratios to the bare build of the same turn.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from pathlib import Path

from timed import bare_mkdocs, build, forget_sheets, run, sample

MAIN_JOB = ("--only", "home", "poster", "winner_poster", "newsletter", "announcement", "announcement_text")
"""A page among them asks for the whole website."""

TARGETS = {
    "full": 2.0,
    "nothing changed": 0.15,
    "a word of a quote": 1.5,
    "a word of a post": 1.5,
    "whole product: full": None,
    "whole product: a word of a quote": None,
}
"""What is measured, and the ratio that is wanted: a quote stands on a winner's own sheets, a post on nearly all."""


def _turn(project: Path, bare: tuple[str, ...], number: int) -> dict[str, float]:
    times = {"bare": run(bare, project)}
    forget_sheets(project)
    times["full"] = build(project, *MAIN_JOB)
    for name, key in (("a word of a quote", "quote:"), ("a word of a post", "position:")):
        _write(project, key, f"{number} ก")
        times[name] = build(project, *MAIN_JOB)
    forget_sheets(project)
    times["whole product: full"] = build(project)
    times["nothing changed"] = build(project)
    _write(project, "quote:", f"{number} ข")
    times["whole product: a word of a quote"] = build(project)
    return times


def _write(project: Path, key: str, word: str) -> None:
    """Write another last word into the first winner's line of a key."""
    winners = project / "winners/2566/winners.yaml"
    text = winners.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.strip().startswith(key))
    winners.write_text(text.replace(line, f"{line.split(' ครั้งที่')[0]} ครั้งที่ {word}", 1), encoding="utf-8")


def main() -> int:
    """Print one table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        project = sample(Path(folder))
        build(project)
        bare = bare_mkdocs(project, Path(folder))
        turns = [_turn(project, bare, number) for number in range(runs)]
    print(f"{runs} turns, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    print(f"{'bare mkdocs build':34} {statistics.median(turn['bare'] for turn in turns):7.3f} s")
    for name, target in TARGETS.items():
        seconds = statistics.median(turn[name] for turn in turns)
        ratio = statistics.median(turn[name] / turn["bare"] for turn in turns)
        print(f"{name:34} {seconds:7.3f} s   {ratio:5.2f} x bare" + (f"   (wanted {target})" if target else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
