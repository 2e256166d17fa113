"""Measures all paper of the sample against its website, on one core: `python benchmarks/print_studio.py [RUNS]`.

Every run is a whole process with photos cached and no sheet pressed yet; the website is made with every sheet pressed,
so that nothing but pages is made. Printed are medians in seconds and the median of the ratios of the same turn.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.pieces import PIECES  # noqa: E402 - the folder above is not on the path of a script
from tests import product  # noqa: E402

PAPER = tuple(piece.name for piece in PIECES if piece.press.name != "page")
TARGET = 6.0


def _run(project: Path, *arguments: str) -> float:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = product.command(project, "build", *arguments)
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return time.perf_counter() - started


def main() -> int:
    """Print one table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})
    with tempfile.TemporaryDirectory() as folder:
        project = product.copy_of_sample(Path(folder))
        _run(project)
        paper, site = [], []
        for _ in range(runs):
            site.append(_run(project, "--only", "home"))
            shutil.rmtree(project / ".tonbaep/cache/sheets")
            paper.append(_run(project, "--only", *PAPER))
            _run(project)
    ratio = statistics.median(one / other for one, other in zip(paper, site, strict=True))
    print(f"{runs} turns on one core, Python {sys.version.split()[0]}, {len(PAPER)} pieces")
    print(f"website {statistics.median(site):7.3f} s")
    print(f"paper   {statistics.median(paper):7.3f} s   {ratio:5.2f} x website   (target {TARGET})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
