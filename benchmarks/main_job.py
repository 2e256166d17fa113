"""Measures the main job against a bare `mkdocs build` of the same staged pages: `python benchmarks/main_job.py [RUNS]`.

Every run is a whole process; the four kinds take turns, so that a machine that slows down slows them all. Printed are
medians in seconds and, which is what counts, the median of the ratios to the bare build of the same turn.
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

from tests import product  # noqa: E402 - the folder above is not on the path of a script

TARGETS = {
    "full, photos cached": 2.0,
    "nothing changed": 0.15,
    "a word of a quote": 1.5,
    "a word of a post": 1.5,
}
"""What is measured, and the ratio that is wanted: a quote stands on a winner's own sheets, a post on nearly all."""


def _run(command: tuple[str, ...], cwd: Path) -> float:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    started = time.perf_counter()
    subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True)
    return time.perf_counter() - started


def _turn(project: Path, bare_site: Path, word: int) -> dict[str, float]:
    winners = project / "winners/2566/winners.yaml"
    build = product.command(project, "build")
    times = {}
    bare = (sys.executable, "-m", "mkdocs", "build", "-q", "-f", "tonbaep.mkdocs.yml", "-d", str(bare_site))
    times["bare mkdocs build"] = _run(bare, project)
    shutil.rmtree(project / ".tonbaep/cache/sheets", ignore_errors=True)
    (project / ".tonbaep/state.json").unlink(missing_ok=True)
    times["full, photos cached"] = _run(build, ROOT)
    times["nothing changed"] = _run(build, ROOT)
    for name, key in (("a word of a quote", "quote:"), ("a word of a post", "position:")):
        text = winners.read_text(encoding="utf-8")
        line = next(line for line in text.splitlines() if line.strip().startswith(key))
        winners.write_text(text.replace(line, f"{line.split(' ครั้งที่')[0]} ครั้งที่ {word}", 1), encoding="utf-8")
        times[name] = _run(build, ROOT)
    return times


def main() -> int:
    """Print one table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        project = product.copy_of_sample(Path(folder))
        subprocess.run(product.command(project, "build"), cwd=ROOT, check=True, capture_output=True)
        bare_site = Path(folder) / "bare"
        _turn(project, bare_site, 0)
        turns = [_turn(project, bare_site, turn + 1) for turn in range(runs)]
    bare = [turn["bare mkdocs build"] for turn in turns]
    print(f"{runs} turns, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    print(f"{'bare mkdocs build':22} {statistics.median(bare):7.3f} s")
    for name, target in TARGETS.items():
        seconds = statistics.median(turn[name] for turn in turns)
        ratio = statistics.median(turn[name] / turn["bare mkdocs build"] for turn in turns)
        print(f"{name:22} {seconds:7.3f} s   {ratio:5.2f} x bare   (target {target})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
