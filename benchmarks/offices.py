"""A whole batch with everything that goes wrong: `python benchmarks/offices.py [--offices N] [--workers N]`, 200 and 2.

Makes up offices by a script (names, places, colours, photos; always the same ones) of which two kill every worker that
has them and one has bad records; kills three workers at random while it runs; and asks that all others are done in the
one run, each equal to the byte to its build alone, and the three named with their reasons. Then it measures what an
office costs in a batch against its single build (wanted: 1.02), what the engine adds (1.5 %), a second run in which
nothing has changed (5 ms an office), 1,000 jobs that build nothing (60 s), and the memory of a worker before and after
them. At last, what 7,850 such offices would take. N of 20 takes some twenty minutes on two cores.
"""

from __future__ import annotations

import argparse
import colorsys
import hashlib
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["PYTHONPATH"] = str(ROOT)

from PIL import Image, ImageDraw

from generator.batch import engine, run, task
from generator.batch.task import Answer, Job
from generator.thai.dates import parse_moment
from tests.support import batches, poisoned, provinces
from tests.support.product import AFTER

COUNTRY, EMPTY, KILLS = 7850, 1000, 3
POISON = ("office-003", "office-008")
BAD = "office-005"


def spent() -> float:
    """Return the processor time of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def make(given: tuple[Any, ...]) -> Answer:
    """Build an office as a worker does; die of a poisoned one, as of a fault in the machine itself."""
    if Job(*given).name in POISON:
        os.kill(os.getpid(), signal.SIGKILL)
    return task.make(given)


def office(folder: Path, number: int) -> Path:
    """Write an office of its own: name, district, colours and photo follow from its number alone."""
    place, group = provinces.name(number), provinces.published(number)
    project = batches.office(folder, f"office-{number:03}", group["district"], site=f"https://trang.example/o{number}")
    record = project / "winners/organisation.yaml"
    text = record.read_text(encoding="utf-8").replace(f"office-{number:03}", place)
    for key, turn in (("primary", 0.0), ("accent", 0.42)):
        mixed = colorsys.hls_to_rgb((number * 0.618 + turn) % 1, 0.28, 0.6)
        colour = "#" + "".join(f"{round(part * 255):02x}" for part in mixed)
        text = re.sub(rf'({key}: )"?#[0-9a-fA-F]{{6}}"?', rf'\1"{colour}"', text)
    record.write_text(text, encoding="utf-8")
    photo = next((project / "winners").rglob("*.jpg"))
    _photo(number).save(photo, quality=90)
    shutil.rmtree(project / ".tonbaep", ignore_errors=True)
    return project


def _photo(number: int) -> Image.Image:
    """Return a drawn portrait; no two numbers have the same."""
    chance = random.Random(number)
    picture = Image.new("RGB", (800, 1000), tuple(chance.randrange(40, 200) for _ in range(3)))
    draw = ImageDraw.Draw(picture)
    for _ in range(40):
        x, y, size = chance.randrange(800), chance.randrange(1000), chance.randrange(20, 160)
        draw.ellipse((x, y, x + size, y + size), fill=tuple(chance.randrange(256) for _ in range(3)))
    draw.ellipse((280, 220, 520, 520), fill=(222, 184, 150))
    return picture


def finished(project: Path) -> str:
    """Return a digest of all that a build made, names and bytes."""
    total = hashlib.sha256()
    for folder in ("build", "site"):
        for file in sorted(each for each in (project / folder).rglob("*") if each.is_file()):
            total.update(file.relative_to(project).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def workers_of(process: int) -> list[int]:
    """Return the workers that a process has begun, by Linux' own list: they were spawned to work, not to keep count."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            status, words = (entry / "stat").read_text(), (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if status.rpartition(")")[2].split()[1] == str(process) and b"spawn_main" in words:
            found.append(int(entry.name))
    return found


def resident(process: int) -> int:
    """Return the bytes of memory that a process has in use."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


class Killer(threading.Thread):
    """Kills workers at random moments while a batch runs, and looks at the memory of those that live."""

    def __init__(self, out: Path, wanted: int) -> None:
        """Kill so many, spread over the offices of a batch."""
        super().__init__(daemon=True)
        self._out, self._chance = out, random.Random(197)
        self._at = sorted(self._chance.uniform(0.05, 0.8) for _ in range(KILLS))
        self._wanted = wanted
        self.killed = 0
        self.memory: dict[int, list[int]] = {}
        self.over = False

    def run(self) -> None:
        """Look twice a second."""
        while not self.over:
            time.sleep(0.5)
            there = workers_of(os.getpid())
            for worker in there:
                self.memory.setdefault(worker, []).append(resident(worker))
            try:
                done = sum(state != "waiting" for state in batches.states(self._out).values())
            except (OSError, ValueError):
                continue
            if there and self._at and done >= self._at[0] * self._wanted:
                self._at.pop(0)
                os.kill(self._chance.choice(there), signal.SIGKILL)
                self.killed += 1


def batch(everyone: Path, count: int, workers: int) -> tuple[float, Killer]:
    """Run the batch while workers die; return its processor time, and what the killer saw."""
    killer = Killer(everyone, count)
    killer.start()
    begun, wall = spent(), time.monotonic()
    asked = run.Asked(everyone, everyone, parse_moment(AFTER), workers=workers)
    outcome = run.run(asked, lambda *_: None, make)
    cost = spent() - begun
    killer.over = True
    killer.join()
    states = {name: entry["state"] for name, entry in outcome.offices.items()}
    good = {name for name, state in states.items() if state in {"done", "partly", "same"}}
    named = {name: states[name] for name in states if name not in good}
    print(f"{count} offices, {killer.killed} workers killed: {len(good)} made in {time.monotonic() - wall:.0f} s")
    for name, state in named.items():
        told = [each for each in outcome.offices[name]["problems"] if not each["warning"]]
        print(f"  {name}: {state}: {told[0]['file'].rpartition('/')[2]}: {told[0]['message']['en']}")
    wanted = {**dict.fromkeys(POISON, task.FAILED), BAD: task.RECORDS}
    if named != wanted:
        raise AssertionError(named)
    return cost, killer


def alone(name: str, everyone: Path, folder: Path, number: int) -> tuple[bool, float, float]:
    """Build an office by itself from the same records; return whether it is equal, and processor and wall seconds."""
    project = office(folder, number)
    begun, wall = spent(), time.monotonic()
    subprocess.run(task.command(str(project), AFTER), check=False, capture_output=True)
    cost, seconds = spent() - begun, time.monotonic() - wall
    equal = finished(project) == finished(everyone / name)
    shutil.rmtree(project)
    return equal, cost, seconds


def empty(workers: int, folder: Path) -> tuple[float, float, list[tuple[int, int]]]:
    """Return wall and processor time a job of 1,000 that build nothing, and workers' memory at the 10th and at last."""
    names = [f"office {number}" for number in range(EMPTY)]
    jobs = [Job(name, f"/{name}", AFTER, 60, 8000, task.version()) for name in names]
    begun, wall = spent(), time.monotonic()
    with engine.cluster(None, workers, folder):
        pass
    start, wall = spent() - begun, time.monotonic()
    early: dict[int, int] = {}
    late: dict[int, int] = {}
    begun = spent()
    with engine.cluster(None, workers, folder) as client:
        for done, _ in enumerate(engine.answers(client, jobs, poisoned.make), 1):
            if done in {10, EMPTY}:
                (early if done == 10 else late).update({each: resident(each) for each in workers_of(os.getpid())})
    each = (spent() - begun - start) / EMPTY
    return time.monotonic() - wall, each, [(early[worker], late[worker]) for worker in early if worker in late]


def main(count: int, workers: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="tonbaep-offices-") as made:
        folder, everyone = Path(made), Path(made) / "all"
        for number in range(count):
            office(everyone, number)
        batches.spoil(everyone / BAD)
        cost, killer = batch(everyone, count, workers)
        size = sum(file.stat().st_size for file in everyone.rglob("*") if file.is_file())
        good = [number for number in range(count) if f"office-{number:03}" not in {*POISON, BAD}]
        checked = [alone(f"office-{number:03}", everyone, folder / "alone", number) for number in good]
        equal = sum(each[0] for each in checked)
        print(f"{equal} of {len(good)} equal to the byte to their single builds")
        single = statistics.mean(each[1] for each in checked)
        print(f"single build {single:.2f} cpu-s; in the batch {cost / len(good):.2f}, with all that was made again")
        quiet = calm(folder, good[:6], workers)
        first = statistics.mean(each[1] for each in checked[:6])
        print(f"without losses {quiet:.2f} cpu-s an office, {quiet / first:.3f} x its single build")
        asked = run.Asked(everyone, everyone, parse_moment(AFTER), workers=workers)
        for name in (*POISON, BAD):
            shutil.rmtree(everyone / name)
        run.run(asked, lambda *_: None)
        begun = spent()
        run.run(asked, lambda *_: None)
        again = (spent() - begun) / len(good) * 1000
        print(f"second run, nothing changed: {again:.2f} ms of CPU an office")
        wall, each, memory = empty(workers, folder / "engine")
        print(
            f"{EMPTY} jobs that build nothing: {wall:.1f} s, {each * 1000:.1f} ms each, {each / single:.2%} of a build"
        )
        for early, late in memory:
            print(f"  a worker's memory at the 10th {early / 1e6:.0f} MB, at the {EMPTY:,}th {late / 1e6:.0f} MB")
        lived = [seen for seen in killer.memory.values() if len(seen) > 20]
        for seen in lived[:4]:
            print(f"  in the batch: {seen[len(seen) // 10] / 1e6:.0f} MB early, {seen[-2] / 1e6:.0f} MB at the end")
        hours, bytes_each = COUNTRY * (single + each) / 3600, size / count
        print(
            f"{COUNTRY:,} of these: {hours:.1f} core-hours, {hours / workers:.1f} hours on {workers} cores, "
            f"{COUNTRY * bytes_each / 1e9:.0f} GB with their stores ({bytes_each / 1e6:.1f} MB each)"
        )
        if equal < len(good):
            raise SystemExit(1)


def calm(folder: Path, numbers: list[int], workers: int) -> float:
    """Build some offices by the engine, nothing lost; return the processor time of each, the start not counted."""
    projects = [office(folder / "quiet", number) for number in numbers]
    jobs = [Job(each.name, str(each), AFTER, 1800, 8000, task.version()) for each in projects]
    begun = spent()
    with engine.cluster(None, workers, folder / "start"):
        pass
    start, begun = spent() - begun, spent()
    with engine.cluster(None, workers, folder / "start") as client:
        done = [answer["state"] for _, answer in engine.answers(client, jobs)]
    if {*done} - {task.DONE, task.PARTLY}:
        raise AssertionError(done)
    return (spent() - begun - start) / len(numbers)


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--offices", type=int, default=200, help="ten or more")
    given.add_argument("--workers", type=int, default=2)
    typed = given.parse_args()
    main(typed.offices, typed.workers)
