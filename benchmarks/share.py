"""What a share saves a second machine: `python benchmarks/share.py [ADDRESS]`; without one, a folder of its own.

Builds the sample three times, each time on a "machine" that has made nothing yet: alone, first at the share, second at
the share. Prints processor time of the process and all that it began, and whether the files are the same.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import timed

from tests.support.product import AFTER, digest


def spent(project: Path, *words: str) -> float:
    """Return the processor time of one build."""
    before = os.times()
    timed.run((sys.executable, "-m", "generator", "build", "--as-of", AFTER, "--project", str(project), *words))
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def main(address: str | None) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "share").mkdir()
        share = ("--shared", address or str(folder / "share"))
        figures, digests = {}, set()
        for name, words in {"alone": (), "first": share, "second": share}.items():
            project = timed.sample(folder / name)
            shutil.rmtree(project / ".tonbaep", ignore_errors=True)
            figures[name] = spent(project, *words)
            digests.add((digest(project / "build"), digest(project / "site")))
            print(f"{name}: {figures[name]:.1f} cpu-s")
        objects = [each.stat().st_size for each in (folder / "share").rglob("*") if each.is_file()]
        print(f"second / first: {figures['second'] / figures['first']:.3f}; all the same: {len(digests) == 1}")
        print(f"{len(objects)} objects, {sum(objects) / 1e6:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
