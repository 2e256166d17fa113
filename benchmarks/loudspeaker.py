"""Measures the scripts of a round: `python benchmarks/loudspeaker.py [RUNS]`.

Ten villages, each with an announcer of a different pace, three lengths, seven occasions, in turns with reading aloud a
page of an office's own text. Every turn starts with nothing in memory but the lexicon; printed are medians of CPU
seconds and of the ratios within a turn.

Where espeak-ng is installed (`apt-get install espeak-ng`), it reads 30 of the scripts as a clock that knows nothing of
our syllables: breath by breath, since it knows no rests, with one factor for its pace. Printed is how far the seconds
that a script states are from it at most; the target is 8 %.
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import time
from datetime import time as hour
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.disclosure import Publication
from generator.model import Ceremony, Loudspeaker, Presider, Village
from generator.pieces.air import announcement
from generator.pieces.parts import speech
from generator.thai import heard, lines, read_aloud
from tests.support import rounds

VILLAGES = 10
TARGET = 2.0
TIMED, NEAR = 30, 0.08
RESTS = {"/": 0.3, "//": 0.8}
SAMPLES, HEADER = 22050 * 2, 44
"""Bytes a second of the clock's recording, and before it."""
PAGE = "อบต.ควนเมา รับลงทะเบียนเบี้ยยังชีพ ตั้งแต่ 1 ต.ค. - 30 พ.ย. 66 เวลา 08.30-16.30 น. โทร. 0 7555 0123 " * 20


def _publications() -> list[Publication]:
    """Return a round at each stage at which something is announced."""
    villages = tuple(
        Village(
            moo,
            f"บ้านที่{moo}",
            "ศาลาหมู่บ้าน",
            Loudspeaker("หอกระจายข่าว", (hour(6),), "ครับ", "สวัสดีครับ พี่น้องทุกท่าน", 140 + 5 * moo),
        )
        for moo in range(1, VILLAGES + 1)
    )
    office = rounds.make_organisation(villages=villages)
    programme = rounds.make_programme(ceremony=Ceremony("ห้องประชุม", hour(9, 30), Presider("นายก", None), "ค่ะ", ()))
    stages = (("nominations", 0), ("survey", 0), ("announced", 5), ("ceremony", 5))
    made = [rounds.make_round(count, stage=stage, organisation=office, programme=programme) for stage, count in stages]
    return [Publication(office, (award_round,)) for award_round in made]


def _forget() -> None:
    for remembered in (
        announcement.in_all_lengths,
        speech.as_said,
        speech.as_called,
        speech.breathing,
        heard._of_run,
        lines.atoms,
    ):
        remembered.cache_clear()


def _spoken(script: announcement.Script) -> tuple[float, float]:
    """Return how long the clock takes for the words of one reading, and how long its rests are at 200 a minute."""
    words = rests = 0.0
    said = [paragraph for paragraph in script.view["paragraphs"] if not paragraph["cue"]][: len(script.once)]
    for paragraph in said:
        breath = ""
        for run in paragraph["runs"]:
            if run["kind"] != "breath":
                breath += run["say"] + run["tail"]
                continue
            rests += RESTS[run["say"].strip()]
            done = subprocess.run(("espeak-ng", "-v", "th", "-z", "--stdout", breath), capture_output=True, check=True)
            words, breath = words + (len(done.stdout) - HEADER) / SAMPLES, ""
    return words, rests


def _clocked(publications: list[Publication]) -> float:
    """Return how far the seconds of a script are at most from those of the clock, after one scaling."""
    every = [script for publication in publications for script in announcement.scripts(publication)]
    scripts = every[:: max(1, len(every) // TIMED)][:TIMED]
    stated = [int(re.findall(r"\d+", script.view["length"])[0]) for script in scripts]
    paces = [script.scene.horn.pace * speech.TEMPO / 200 for script in scripts]
    said = [seconds * pace for seconds, pace in zip(stated, paces, strict=True)]
    clock = [_spoken(script) for script in scripts]
    factor = statistics.median((ours - rests) / words for ours, (words, rests) in zip(said, clock, strict=True))
    off = [abs(ours / (factor * words + rests) - 1) for ours, (words, rests) in zip(said, clock, strict=True)]
    print(f"of {len(off)} scripts, the middle one is within {statistics.median(off):.1%} of espeak-ng")
    return max(off, default=0.0)


def main() -> int:
    """Print one table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    publications = _publications()
    list(announcement.scripts(publications[0]))
    read_aloud(PAGE)
    scripts, pages, count = [], [], 0
    for turn in range(runs):
        _forget()
        started = time.process_time()
        count = sum(len(list(announcement.scripts(publication))) for publication in publications)
        scripts.append(time.process_time() - started)
        started = time.process_time()
        read_aloud(f"{PAGE} ครั้งที่ {turn}")
        pages.append(time.process_time() - started)
    ratio = statistics.median(one / other for one, other in zip(scripts, pages, strict=True))
    print(f"{runs} turns, Python {sys.version.split()[0]}")
    print(f"{count} scripts   {statistics.median(scripts):6.3f} s of CPU   (target {TARGET})")
    print(f"a page read  {statistics.median(pages):6.3f} s   scripts are {ratio:5.1f} x")
    if shutil.which("espeak-ng"):
        print(f"all are within {_clocked(publications):.1%}   (target {NEAR:.0%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
