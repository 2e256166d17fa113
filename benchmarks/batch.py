"""What a batch costs beside its builds: `python benchmarks/batch.py [OFFICES] [WORKERS]`.

Makes up offices, and measures processor time, of this process and all that it began: handing out jobs that build
nothing (the engine's overhead), one office alone and in a batch, and a second run in which nothing has changed.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parent.parent)

from generator.batch import engine, run, task
from generator.batch.task import Job
from generator.ledger import unchanged
from generator.thai.dates import parse_moment
from tests.support import batches, poisoned
from tests.support.product import AFTER


def spent() -> float:
    """Return the processor time of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def empty(count: int, workers: int, folder: Path) -> tuple[float, float, float]:
    """Return the wall time of so many jobs that do nothing, and the processor time of the start and of each job."""
    begun, wall = spent(), time.monotonic()
    with engine.cluster(None, workers, folder):
        pass
    start = spent() - begun
    begun, wall = spent(), time.monotonic()
    names = [f"office {number}" for number in range(count)]
    jobs = [Job(name, f"/{name}", AFTER, 60, 8000, task.version()) for name in names]
    with engine.cluster(None, workers, folder) as client:
        done = sum(1 for _ in engine.answers(client, jobs, poisoned.make))
    if done != count:
        raise AssertionError(done)
    return time.monotonic() - wall, start, (spent() - begun - start) / count


def copies(folder: Path, count: int) -> None:
    """Make so many offices of other names out of one that is built, which count as built as well."""
    first = folder / "office-0"
    for number in range(1, count):
        copy = Path(shutil.copytree(first, folder / f"office-{number}"))
        record = copy / "winners/organisation.yaml"
        text = record.read_text(encoding="utf-8").replace("office-0", f"office-{number}")
        record.write_text(text, encoding="utf-8")
        state = copy / ".tonbaep/state.json"
        known = json.loads(state.read_bytes())
        state.write_text(json.dumps({**known, "inputs": unchanged.inputs(copy)}, ensure_ascii=False), encoding="utf-8")


def main(count: int, workers: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        wall, start, each = empty(count, workers, folder / "engine")
        print(
            f"{count} jobs that build nothing, {workers} workers: {wall:.1f} s; "
            f"start {start:.2f} cpu-s, {each * 1000:.1f} ms each"
        )
        offices = folder / "offices"
        asked = run.Asked(offices, offices, parse_moment(AFTER), workers=workers)
        project = batches.office(offices, "office-0")
        begun = spent()
        answer = task.make(Job("office-0", str(project), AFTER, 600, 8000, task.version()))
        alone = spent() - begun
        print(f"one small office: {alone:.2f} cpu-s, {answer['state']}; the engine adds {each / alone:.2%}")
        copies(offices, count)
        for which in ("first look", "second run"):
            begun = spent()
            outcome = run.run(asked, lambda *_: None)
            states = {entry["state"] for entry in outcome.offices.values()}
            print(f"{which} at {count} offices, {states}: {(spent() - begun) / count * 1000:.2f} ms each")


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    main(*(given + [200, 2][len(given) :]))
