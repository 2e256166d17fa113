"""Measures all print pieces of the sample against its website, on one core: `python benchmarks/print_studio.py [RUNS]`.

Each is made in a process of its own, with photos cached and none of its own sheets pressed. Print pieces are those
whose sheets stand in `build/print`; the website is its pages, feeds, pictures of links and small pictures of its
downloads, while the downloads themselves are pressed already. Printed are medians in seconds and of the ratios within a
turn; the last line is the website when its own pieces come out of the cache, too.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
from pathlib import Path

from timed import build, forget_sheets, sample

from generator.pieces import PIECES

TARGET = 6.0


def _paper(project: Path) -> tuple[str, ...]:
    """Return the names of the pieces of `build/print`, from the list of a whole build."""
    listed = json.loads((project / "build/manifest.json").read_text(encoding="utf-8"))["files"]
    return tuple(sorted({one["piece"] for one in listed if one["path"].startswith("build/print/")}))


def main() -> int:
    """Print one table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})
    with tempfile.TemporaryDirectory() as folder:
        project = sample(Path(folder))
        build(project)
        paper = _paper(project)
        others = tuple(one.name for one in PIECES if one.press.name != "page" and one.place != "site")
        times: dict[str, list[float]] = {"paper": [], "site": [], "cached": []}
        for _ in range(runs):
            forget_sheets(project)
            times["paper"].append(build(project, "--only", *paper))
            build(project, "--only", *others)
            times["site"].append(build(project, "--only", "home"))
            times["cached"].append(build(project, "--only", "home"))
    print(f"{runs} turns on one core, Python {sys.version.split()[0]}, {len(paper)} print pieces")
    seconds = {name: statistics.median(each) for name, each in times.items()}
    ratio = {
        name: statistics.median(one / other for one, other in zip(times["paper"], times[name], strict=True))
        for name in ("site", "cached")
    }
    print(f"print pieces     {seconds['paper']:7.3f} s")
    print(f"website          {seconds['site']:7.3f} s   {ratio['site']:5.2f} x   (wanted {TARGET})")
    print(f"website, cached  {seconds['cached']:7.3f} s   {ratio['cached']:5.2f} x")
    return 0


if __name__ == "__main__":
    sys.exit(main())
