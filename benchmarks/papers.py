"""Measures all official papers of the sample against its posters, in CPU-seconds: `python benchmarks/papers.py [RUNS]`.

Papers are PDF and Word, laid out and pressed as `tonbaep papers` does it, besides what is read from the disk. Posters
are every sheet of the pieces that are posters, of the same moment. Each run is a process of its own that first presses
one sheet of each kind, so that starting the engines counts for neither. Printed are medians, and of the ratios.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from timed import ROOT, sample

from generator import disclosure
from generator.papers import making
from generator.papers.official import OFFICIAL
from generator.piece import drawn
from generator.pieces import FIRST
from generator.reading import photos, read
from generator.store import Store
from generator.thai.dates import parse_moment

TARGET = 1.5
MOMENT = "2566-05-15 12:00"


def once(project: Path) -> None:
    """Print the CPU-seconds of the papers and of the posters."""
    store, moment = Store(project / "photos"), parse_moment(MOMENT)
    records = read(project, store)
    pictures = project / "pictures"
    pictures.mkdir(exist_ok=True)
    source = making.asked(records, 2566, moment)
    papers = [official.paper for official in OFFICIAL]
    posters = [piece for piece in FIRST if "poster" in piece.name and piece.press.has_look]
    jobs = [
        (piece, sheet)
        for piece in posters
        for sheet in piece.lay_out(disclosure.publish(records, moment, piece.channel))
    ]
    shown = {*making.pictured(papers, source), *(each for _, sheet in jobs for each in sheet.renditions)}
    for each in shown:
        (pictures / each.name).write_bytes(photos.rendition(store, each.digest, each.width, each.format, each.face))
    list(making.made(papers[1:2], source, pictures))
    jobs[0][0].press.press(jobs[0][0].template, drawn(jobs[0][1]), pictures)
    started = time.process_time()
    made = list(making.made(papers, source, pictures))
    between = time.process_time()
    for piece, sheet in jobs:
        piece.press.press(piece.template, drawn(sheet), pictures)
    print(between - started, time.process_time() - between, len(made), len(jobs))


def main() -> int:
    """Print one table."""
    if len(sys.argv) > 2:
        once(Path(sys.argv[2]))
        return 0
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found = []
    with tempfile.TemporaryDirectory() as folder:
        project = sample(Path(folder))
        for _ in range(runs + 1):
            done = subprocess.run(
                (sys.executable, __file__, "once", str(project)), check=True, capture_output=True, text=True, cwd=ROOT
            )
            found.append([float(each) for each in done.stdout.split()])
    found = found[1:]
    papers, posters = (statistics.median(each[n] for each in found) for n in (0, 1))
    ratio = statistics.median(each[0] / each[1] for each in found)
    print(f"{runs} runs, Python {sys.version.split()[0]}")
    print(f"papers   {papers:7.3f} CPU-s  {found[0][2]:.0f} files")
    print(f"posters  {posters:7.3f} CPU-s  {found[0][3]:.0f} sheets")
    print(f"ratio    {ratio:7.2f}        (wanted at most {TARGET})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
