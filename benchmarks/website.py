"""Measures the whole site against a bare MkDocs of its pages: `python benchmarks/website.py [ROUNDS] [RUNS]`.

The sample's round is there in so many years (`tests/support/decades.py`), pictures cached, downloads pressed; every
page is laid out, filled, made, indexed and finished anew. Bare is `mkdocs build` with the same theme as it comes, its
own navigation and its own search, over the same staged pages. With `grow` in place of ROUNDS, about 100 pages are
measured against about 1,500.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from pathlib import Path

from timed import bare_mkdocs, build, forget_pages, run

from tests.support import decades

WANTED, WANTED_GROWTH = 1.0, 16.0
FEW, MANY = 100, 1500


def _whole(project: Path) -> float:
    """Make the site with every page anew."""
    forget_pages(project)
    return build(project, "--only", "home")


def _pages(project: Path) -> int:
    return sum(1 for _ in (project / "site").rglob("*.html"))


def _against_bare(folder: Path, rounds: int, runs: int) -> None:
    project = decades.office(folder, rounds)
    build(project, "--only", "home")
    bare_build = bare_mkdocs(project, folder)
    turns = [(_whole(project), run(bare_build, project)) for _ in range(runs)]
    whole, bare = (statistics.median(times) for times in zip(*turns, strict=True))
    ratio = statistics.median(one / other for one, other in turns)
    print(f"{rounds} rounds, {_pages(project)} pages, {runs} turns, {os.cpu_count()} cores")
    print(f"whole site {whole:6.2f} s   bare MkDocs {bare:6.2f} s   {ratio:4.2f} x (wanted {WANTED})")


def _growth(folder: Path, runs: int) -> None:
    counts = []
    for rounds in (1, 2):
        project = decades.office(folder / f"of{rounds}", rounds)
        build(project, "--only", "home")
        counts.append(_pages(project))
    one, each = counts[0], counts[1] - counts[0]
    few, many = (decades.office(folder / f"with{wanted}", 1 + round((wanted - one) / each)) for wanted in (FEW, MANY))
    for project in (few, many):
        build(project, "--only", "home")
    turns = [(_whole(many), _whole(few)) for _ in range(runs)]
    long, short = (statistics.median(times) for times in zip(*turns, strict=True))
    pages = _pages(many), _pages(few)
    print(f"{pages[0]} pages {long:6.2f} s   {pages[1]} pages {short:6.2f} s   {runs} turns")
    print(
        f"{long / short:5.2f} x for {pages[0] / pages[1]:.1f} x the pages (wanted {WANTED_GROWTH} for {MANY / FEW:.0f})"
    )


def main() -> int:
    """Print one table."""
    what = sys.argv[1] if len(sys.argv) > 1 else "10"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as folder:
        if what == "grow":
            _growth(Path(folder), runs)
        else:
            _against_bare(Path(folder), int(what), runs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
