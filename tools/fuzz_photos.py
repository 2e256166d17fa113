"""Break photos in thousands of ways, and tell whether each became a picture or a problem that a clerk can mend.

Each broken photo lies in a small project that is read whole, in a process that may die. Counted are tracebacks, deaths
of that process by a signal, problems without a place or a cure, and how often the decoder died apart, as it may.

    python tools/fuzz_photos.py                          1,200 of each form, all by the seed 17
    python tools/fuzz_photos.py --form heic --count 50   fifty of one form
    python tools/fuzz_photos.py --form heic --one 31     number 31 alone, with what is said of it

The same seed gives the same bytes. Ends with code 1 where something is counted that must not be.
"""

from __future__ import annotations

import argparse
import functools
import io
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import traceback
import zlib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image, ImageCms

from generator.problems import ProblemsFound
from generator.reading import read
from generator.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FORMS = ("jpeg", "png", "webp", "heic", "avif")
BAD = ROOT / "tests/support/bad"
PHOTO = "winners/2566/photos/first.jpg"
EDGES = (
    b"\0",
    b"\xff",
    b"\x7f",
    b"\x80",
    b"\xff\xff\xff\xff",
    b"\0\0\0\0",
    b"\x7f\xff\xff\xff",
    b"\xff\xd9",
    b"\xff\xd0",
)
BATCH = 100
SIZE = 96, 72


@functools.cache
def seeds(form: str) -> list[bytes]:
    """Return sound photos of a form, small ones, in the ways that cameras and programs write them."""
    if form == "heic":
        return [path.read_bytes() for path in sorted(BAD.glob("*.heic"))]
    noise = Image.frombytes("RGB", SIZE, random.Random(1).randbytes(3 * SIZE[0] * SIZE[1]))
    picture = Image.blend(Image.linear_gradient("L").resize(SIZE).convert("RGB"), noise, 0.3)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0xA005] = {1: "R03"}
    whole = {"exif": exif.tobytes(), "icc_profile": profile}
    seen_through = picture.copy()
    seen_through.putalpha(Image.linear_gradient("L").resize(SIZE))
    ways: dict[str, list[tuple[Image.Image, dict[str, object]]]] = {
        "jpeg": [
            (picture, whole),
            (picture, {"progressive": True}),
            (picture, {"restart_marker_rows": 1}),
            (picture.convert("CMYK"), {}),
            (picture.convert("L"), {}),
        ],
        "png": [
            (picture, whole),
            (seen_through, {}),
            (picture.quantize(16), {}),
            (picture.convert("L").convert("I;16"), {}),
        ],
        "webp": [(picture, whole), (seen_through, {"lossless": True})],
        "avif": [(picture, whole), (seen_through, {})],
    }
    made = [path.read_bytes() for path in sorted(BAD.glob(f"*.{form}"))]
    for image, how in ways[form]:
        out = io.BytesIO()
        image.save(out, form.upper(), **how)
        made.append(out.getvalue())
    return made


def broken(form: str, seed: int, number: int) -> bytes:
    """Return one broken photo."""
    chance = random.Random(f"{seed} {form} {number}")
    raw = bytearray(chance.choice(seeds(form)))
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8, 30))):
        chance.choice(HARMS)(raw, chance)
        if not raw:
            break
    return with_sums(bytes(raw)) if form == "png" and chance.random() < 0.7 else bytes(raw)


def with_sums(raw: bytes) -> bytes:
    """Return a broken PNG whose sums are right, without which nobody reads as far as what is broken."""
    out, at = raw[:8], 8
    while at + 12 <= len(raw):
        end = at + 8 + int.from_bytes(raw[at : at + 4], "big")
        if end + 4 > len(raw):
            break
        out += raw[at:end] + struct.pack(">I", zlib.crc32(raw[at + 4 : end]))
        at = end + 4
    return out + raw[at:]


def _bit(raw: bytearray, chance: random.Random) -> None:
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)


def _byte(raw: bytearray, chance: random.Random) -> None:
    raw[chance.randrange(len(raw))] = chance.randrange(256)


def _head(raw: bytearray, chance: random.Random) -> None:
    """Break a byte near the beginning, where lengths and sizes stand."""
    raw[chance.randrange(min(len(raw), 500))] = chance.choice((0, 1, 2, 127, 128, 254, 255))


def _edge(raw: bytearray, chance: random.Random) -> None:
    at, edge = chance.randrange(len(raw)), chance.choice(EDGES)
    raw[at : at + len(edge)] = edge


def _cut(raw: bytearray, chance: random.Random) -> None:
    del raw[chance.randrange(len(raw)) :]


def _hole(raw: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(raw))
    del raw[at : at + chance.randrange(1, 40)]


def _twice(raw: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(raw))
    raw[at:at] = raw[at : at + chance.randrange(1, 200)]


def _moved(raw: bytearray, chance: random.Random) -> None:
    begin, end = sorted(chance.randrange(len(raw)) for _ in range(2))
    part = raw[begin : min(end, begin + 100)]
    del raw[begin : begin + len(part)]
    at = chance.randrange(len(raw) + 1)
    raw[at:at] = part


HARMS: tuple[Callable[[bytearray, random.Random], None], ...] = (_bit, _byte, _head, _edge, _cut, _hole, _twice, _moved)


def outcome(project: Path, store: Store, raw: bytes) -> str:
    """Return what becomes of a broken photo: `picture`, `problem`, `apart` (its decoder died), or what must not be."""
    (project / PHOTO).write_bytes(raw)
    try:
        read(project, store)
    except ProblemsFound as found:
        told = found.problems
        right = all(each.line and each.column and each.message.th and each.fix.th and each.field for each in told)
        died = any("signal" in each.message.en for each in told)
        return ("apart" if died else "problem") if right else "nowhere"
    except Exception:
        traceback.print_exc()
        return "traceback"
    return "picture"


def work(form: str, seed: int, numbers: range) -> None:
    """Try some broken photos in this process, and say each one's outcome at once."""
    with tempfile.TemporaryDirectory(prefix="tonbaep-") as folder:
        project = Path(folder, "project")
        shutil.copytree(BAD / "winners", project / "winners")
        (project / PHOTO).parent.mkdir(exist_ok=True)
        store = Store(Path(folder, "store"))
        for number in numbers:
            print(number, outcome(project, store, broken(form, seed, number)), flush=True)


def tried(form: str, seed: int, numbers: range) -> Iterator[tuple[int, str]]:
    """Have some broken photos tried by another process, and go on behind one that kills it."""
    while numbers:
        spread = f"{numbers.start}:{numbers.stop}"
        done = subprocess.run(
            (sys.executable, __file__, "--form", form, "--seed", str(seed), "--work", spread),
            capture_output=True,
            text=True,
            check=False,
        )
        sys.stderr.write("".join(line for line in done.stderr.splitlines(keepends=True) if "Error" in line))
        told = [(int(number), what) for number, what in (line.split() for line in done.stdout.splitlines())]
        yield from told
        numbers = range(told[-1][0] + 1 if told else numbers.start, numbers.stop)
        if numbers:
            yield numbers.start, f"ended:{done.returncode}"
            numbers = range(numbers.start + 1, numbers.stop)


def main() -> int:
    """Try what the command line says, and print a table."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--form", choices=FORMS, action="append")
    words.add_argument("--count", type=int, default=1200)
    words.add_argument("--seed", type=int, default=17)
    words.add_argument("--jobs", type=int, default=2)
    words.add_argument("--one", type=int)
    words.add_argument("--work", help=argparse.SUPPRESS)
    options = words.parse_args()
    forms = options.form or FORMS
    if options.work:
        first, last = map(int, options.work.split(":"))
        work(forms[0], options.seed, range(first, last))
        return 0
    if options.one is not None:
        work(forms[0], options.seed, range(options.one, options.one + 1))
        return 0
    wrong = False
    for form in forms:
        parts = [range(at, min(at + BATCH, options.count)) for at in range(0, options.count, BATCH)]
        with ThreadPoolExecutor(options.jobs) as pool:
            ends = pool.map(lambda part, form=form: list(tried(form, options.seed, part)), parts)
            told = [each for part in ends for each in part]
        counts = Counter(what for _, what in told)
        bad = [(number, what) for number, what in told if what not in {"picture", "problem", "apart"}]
        print(f"{form}: {len(told)} tried, {dict(sorted(counts.items()))}", *bad, flush=True)
        wrong |= bool(bad)
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
