"""Measures the whole site against a bare MkDocs of its pages: `python benchmarks/website.py [ROUNDS] [RUNS]`.

The sample's round is copied into other years, pictures cached, downloads pressed; every page is laid out, filled,
made, indexed and finished anew. Bare is `mkdocs build` with the same theme as it comes, its own navigation and its own
search, over the same staged pages. With `grow` in place of ROUNDS, about 100 pages are measured against about 1,500.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from timed import bare_mkdocs, build, forget_pages, run, sample

WANTED, WANTED_GROWTH = 1.0, 16.0
FEW, MANY = 100, 1500
LAST = 2566


def copy_of_rounds(folder: Path, rounds: int) -> Path:
    """Return a project with the sample's round in that many years, without certificates, which differ each year."""
    project = sample(folder)
    last = project / "winners" / str(LAST)
    (last / "certificates.yaml").unlink(missing_ok=True)
    for back in range(1, rounds):
        year = project / "winners" / str(LAST - back)
        shutil.copytree(last, year)
        for file in year.glob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            file.write_text(_moved(text, back), encoding="utf-8")
    return project


def _moved(text: str, back: int) -> str:
    """Return a record with every year in it that many years earlier."""
    return re.sub(r"(?<![\d.])25[5-7]\d(?!\d)", lambda found: str(int(found[0]) - back), text)


def _whole(project: Path) -> float:
    """Make the site with every page anew."""
    forget_pages(project)
    return build(project, "--only", "home")


def _pages(project: Path) -> int:
    return sum(1 for _ in (project / "site").rglob("*.html"))


def _against_bare(folder: Path, rounds: int, runs: int) -> None:
    project = copy_of_rounds(folder, rounds)
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
        project = copy_of_rounds(folder / f"of{rounds}", rounds)
        build(project, "--only", "home")
        counts.append(_pages(project))
    one, each = counts[0], counts[1] - counts[0]
    few, many = (copy_of_rounds(folder / f"with{wanted}", 1 + round((wanted - one) / each)) for wanted in (FEW, MANY))
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
