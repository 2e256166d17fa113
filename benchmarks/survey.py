"""Measures the import of a province's replies as CSV and XLSX: `python benchmarks/survey.py [REPLIES]`.

A file has 28 columns: when, 20 questions in words, division, errand, person, channel, place, address and a comment of
its own. Measured are CPU seconds and the largest resident size of the whole command, which also reads the records, and
for comparison those of the same command for forty replies. Linux only: other systems tell no such size.
"""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import xlsxwriter
from timed import ROOT

from tests.support import product
from tests.support.exports import WORDS
from tests.support.small import Small

if TYPE_CHECKING:
    from collections.abc import Iterator

RUN = """
import pathlib, re, sys, time
from generator.cli import main
code = main(sys.argv[1:])
largest = re.search("VmHWM:(.*)kB", pathlib.Path("/proc/self/status").read_text())[1]
print("COST", time.process_time(), largest.strip())
sys.exit(code)
"""
"""A process that others start is told their size as its own, so it asks for itself."""
WANTED = {"csv": (3.0, 80), "xlsx": (8.0, 350)}
"""CPU seconds and megabytes."""
MANY, FEW, QUESTIONS = 100_000, 40, 20
HEADS = (
    "ประทับเวลา",
    *(f"ด้านที่ {n // 5 + 1} [ข้อที่ถามเรื่องการบริการลำดับ {n + 1} ของแบบ]" for n in range(QUESTIONS)),
    *("หน่วยงานที่มาติดต่อ", "เรื่องที่มาติดต่อ", "ชื่อเจ้าหน้าที่ผู้ให้บริการ", "ทราบจากช่องทางใด", "มาจากหมู่ใด"),
    *("ที่อยู่อีเมล", "ข้อเสนอแนะ"),
)


class Cost(NamedTuple):
    """What a command took: CPU seconds, and megabytes at most."""

    seconds: float
    megabytes: int


def rows(many: int) -> Iterator[list[str]]:
    """Yield replies, each with a comment that nobody else wrote."""
    came = datetime.fromisoformat("2023-03-16 00:00:00")
    step = timedelta(seconds=27 * 86_400 / many)
    for n in range(many):
        when = came + step * n
        levels = [WORDS[5 - (n * (q + 3) // 7 + q) % 17 // 4] for q in range(QUESTIONS)]
        yield [
            f"{when.day}/{when.month}/{when.year}, {when:%H:%M:%S}",
            *levels,
            ("สำนักปลัด", "กองช่าง")[n % 2],
            f"งานที่ {n % 7}",
            ("นางสาวปิยะนุช ศรีท้องถิ่น", "พี่นุช", "")[n % 3],
            ("โปสเตอร์", "เว็บไซต์", "จุดบริการ")[n % 3],
            ("หมู่ที่ 1", "ทั่วไป")[n % 2],
            f"somebody{n}@example.org",
            f"ขอให้ปรับปรุงเรื่องที่จอดรถและเก้าอี้รอให้เพียงพอ ความเห็นที่ {n}",
        ]


def write(file: Path, many: int) -> None:
    """Write an export, by the ending of its name."""
    if file.suffix == ".csv":
        with file.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows((HEADS, *rows(many)))
        return
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("Form Responses 1")
        for number, row in enumerate((HEADS, *rows(many))):
            sheet.write_row(number, 0, row)


def cost(project: Path, file: Path) -> Cost:
    """Return what an import took."""
    command = (sys.executable, "-c", RUN, *product.command(project, "import", "survey", str(file), "--yes")[3:])
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    said = re.search(r"^COST (\S+) (\d+)$", done.stdout, re.MULTILINE)
    if done.returncode or said is None:
        sys.exit(done.stdout + done.stderr)
    return Cost(float(said[1]), int(said[2]) // 1024)


def main(many: int) -> int:
    """Print a row for each kind of file; end with 1 where it takes more than is wanted."""
    late = 0
    with tempfile.TemporaryDirectory() as folder:
        project = Small(Path(folder)).project
        for ending, (seconds, megabytes) in WANTED.items():
            file, small = Path(folder, f"many.{ending}"), Path(folder, f"few.{ending}")
            write(file, many)
            write(small, FEW)
            cost(project, small)  # modules are compiled and photos opened once
            base, found = cost(project, small), cost(project, file)
            late += many == MANY and (found.seconds > seconds or found.megabytes > megabytes)
            print(
                f"{ending:<5}{many:>8,} replies  {found.seconds:5.2f} CPU-s of {seconds:g}  {found.megabytes:>4} MB of "
                f"{megabytes}  ({FEW} replies: {base.seconds:.2f} CPU-s, {base.megabytes} MB)"
            )
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else MANY))
