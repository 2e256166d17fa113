"""Changes the sample's records at random and reads them: whatever is written, the door answers in sentences.

`python tools/fuzz_records.py --edits 20000 --seed 1` makes that many changes of bytes, lines, values by their kind and
structure, and tells how many were read, refused, and ended in a traceback, of which there must be none. The same seed
makes the same changes; what fails is kept beside its traceback.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.problems import ProblemsFound
from generator.reading import read
from generator.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    Edit = Callable[[random.Random, bytes, list[bytes]], bytes]

FILES = ("organisation.yaml", "2566/round.yaml", "2566/winners.yaml", "2566/certificates.yaml")
TODAY = date(2026, 11, 29)
VALUES = (
    "", "-", "~", "null", "ไม่มี", "n/a", "xxx", "…", "0", "-1", "1e9", "99999999999999999999", "0.954", "4.77", "๑๒๓",
    "NaN", "true", "ใช่", "[]", "{}", "[[[[[[", "{a: {b: {c: 1}}}", "- - - -", "&a x", "*a", "!!python/object x",
    "%TAG", "@", "`", "'", '"', '"\\x"', '"\\U00110000"', "|", ">-", "? x", "<<: x", "#", "x #y", "a: b: c",
    "31 กุมภาพันธ์ 2566", "24.00 น.", "1/13/2566", "28 เมษายน 2023", "1 มีนาคม 2566 (", "1 มีนาคม 2566 (วัน)", "2566-00-00",
    "9999-12-31", "0001-01-01", "ค.ศ. 9999", "1/1/2400", "31/12/2799 24.00", "http://[::1", "http://]", "https://a..b",
    "http://localhost", "file:///c:/x",
    "https://x?{channel}{place}", "https://{x", f"https://{'a' * 300}.th", "//",
    "https://[v1.x]/", "http://１.２", "โทร. โทร.", "+", "0" * 13, "1234567890123", "081-234-5678", "a@gmail.com",
    "ไอดีไลน์ x", "&nbsp;&#0;&#99999999;&#xD800;", "<br", "ต.", "ต. อ.", "หมู่ที่", "นาย นาย", " ", "\u200b", "\u0e48",
    "\ud7ff", "\uf0b7", "\U0001f600", "¹ÒÂªèÒ§", "à¸™à¸²à¸¢", "เธเธเธ", "ÿ" * 50, "a" * 5000, "ก" * 5000,
    "photos", "con", "../../../etc/passwd", "photos/..", "\\\\server\\x", "1_000", "0o17", "0x1f", ".inf",
    "2566-03-01T00:00:00Z", "=cmd", "{{ x }}", "${x}",
)  # fmt: skip
"""Values of every kind of field, and what does not fit any."""
_VALUE = re.compile(rb"^(\s*(?:- )?[a-z_]+: )(.*)$", re.MULTILINE)


def _encoded(value: str) -> bytes:
    return value.encode("utf-8", "surrogatepass")


def _bytes(chance: random.Random, raw: bytes, _: list[bytes]) -> bytes:
    """Change, drop or add a few bytes."""
    changed = bytearray(raw)
    for _number in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0:
                changed[at : at + 1] = bytes((chance.randrange(256),))
            case 1:
                del changed[at : at + chance.choice((1, 1, 2, 50, 4000))]
            case 2:
                changed[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 8)))
            case _:
                changed[at:at] = _encoded(chance.choice(VALUES))
    return bytes(changed)


def _lines(chance: random.Random, raw: bytes, others: list[bytes]) -> bytes:
    """Drop, repeat, exchange, indent or borrow lines."""
    lines = raw.split(b"\n")
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            del lines[at : at + chance.randint(1, 30)]
        case 1:
            lines[to:to] = lines[at : at + chance.randint(1, 30)]
        case 2:
            lines[at], lines[to] = lines[to], lines[at]
        case 3:
            lines[at] = b" " * chance.randint(1, 5) + lines[at]
        case 4:
            lines[at] = lines[at].lstrip()
        case _:
            borrowed = chance.choice(others).split(b"\n")
            first = chance.randrange(len(borrowed))
            lines[at:at] = borrowed[first : first + chance.randint(1, 20)]
    return b"\n".join(lines)


def _values(chance: random.Random, raw: bytes, _: list[bytes]) -> bytes:
    """Put one of the values, or another field's, in place of some."""
    found = list(_VALUE.finditer(raw))
    places = chance.sample(found, min(len(found), chance.randint(1, 3)))
    for place in sorted(places, key=lambda each: -each.start()):
        value = chance.choice((chance.choice(found)[2], *(_encoded(chance.choice(VALUES)) for _ in range(2))))
        raw = raw[: place.start(2)] + value + raw[place.end(2) :]
    return raw


def _structure(chance: random.Random, raw: bytes, _: list[bytes]) -> bytes:
    """Turn a value into a list or group, misspell or repeat a key, or save the file as something else."""
    found = list(_VALUE.finditer(raw))
    if not found:
        return raw
    place = chance.choice(found)
    before, key, value, after = raw[: place.start()], place[1], place[2], raw[place.end() :]
    text = raw.decode("utf-8", "replace")
    return chance.choice(
        (
            before + key + b"[" + value + b"]" + after,
            before + key + b"{x: " + value + b"}" + after,
            before + key.replace(b": ", b"x: ") + value + after,
            before + key + value + b"\n" + key + value + after,
            *(text.encode(encoding, "replace") for encoding in ("utf-16", "utf-32", "utf-8-sig", "cp874", "latin-1")),
            *(raw.replace(b"\n", end) for end in (b"\r\n", b"\r", b"\n\n", b"\t\n")),
            *(b"", b"- x", b"x", b"[]", b"---\n---", b"\x00" * 100, b"PK\x03\x04", b"\xff\xfe", raw[: place.end()]),
        )
    )


EDITS: tuple[Edit, ...] = (_bytes, _lines, _values, _values, _values, _structure)


def fuzz(edits: int, seed: int, keep: Path) -> Counter[str]:
    """Make the edits one by one and count what came of them; each that ends in a traceback is written below `keep`."""
    chance = random.Random(seed)
    came: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        project = Path(folder) / "project"
        store = Store(Path(folder) / "store")
        for part in ("winners", "content"):
            shutil.copytree(ROOT / part, project / part)
        good = {name: (project / "winners" / name).read_bytes() for name in FILES}
        for number in range(edits):
            name = chance.choice(FILES)
            path = project / "winners" / name
            raw = good[name]
            for _ in range(chance.choice((1, 1, 1, 2, 3))):
                raw = chance.choice(EDITS)(chance, raw, list(good.values())) if raw else raw
            path.write_bytes(raw)
            came[_read(project, store, keep / f"{seed}-{number}-{path.name}", raw)] += 1
            path.write_bytes(good[name])
    return came


def _read(project: Path, store: Store, kept: Path, raw: bytes) -> str:
    try:
        records = read(project, store, TODAY)
    except ProblemsFound as found:
        for problem in found.problems:
            problem.say(), problem.say("en")
        return "refused"
    except Exception:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(raw)
        kept.with_name(f"{kept.name}.traceback.txt").write_text(traceback.format_exc(), encoding="utf-8")
        return "traceback"
    return "doubted" if records.warnings else "read"


def main() -> int:
    """Make the edits that were asked for; 1 if any ended in a traceback."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--keep", type=Path, default=Path(tempfile.gettempdir()) / "fuzz-records", help="where failures go"
    )
    options = parser.parse_args()
    began = time.monotonic()
    came = fuzz(options.edits, options.seed, options.keep)
    told = ", ".join(f"{count} {what}" for what, count in sorted(came.items()))
    took = f"{time.monotonic() - began:.0f} s"
    print(f"seed {options.seed}: {options.edits} edits in {took}: {told}; {came['traceback']} tracebacks")
    return 1 if came["traceback"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
