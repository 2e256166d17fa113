"""Build many offices at once, on this machine or a cluster; what is wrong with one is told, and stops no other."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.cli import streams, values
from generator.cli.command import Command, Example, Option
from generator.cli.options import AS_OF_PUBLIC, SHARED_STORE
from generator.cli.project import confirm_sayable, now, shared_by
from generator.cli.values import WrongUsage
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from datetime import datetime

    from generator.batch.run import Asked, Outcome
    from generator.cli.terminal import Terminal

_A_WORKER: Final = 1_500_000_000
"""Bytes of memory that a usual build takes at most, with its helpers."""


def _batch(options: argparse.Namespace, terminal: Terminal) -> None:
    """Build what a folder or a list names, or print the commands that do."""
    asked = _asked(options)
    if options.list_jobs:
        _list_jobs(asked, terminal)
        return
    from generator.batch.run import run as run_all

    with streams.ours_alone(), terminal.progress() as progress:
        outcome = run_all(asked, progress)
    terminal.told(outcome.told)
    _tell(outcome, terminal)


def _list_jobs(asked: Asked, terminal: Terminal) -> None:
    """Print one command for each office that can be built, and on the other stream what is wrong with the rest."""
    from generator.batch import listing, run

    with run.opened(asked, only_looks=True) as (_, listed, _workshop):
        lines = list(listing.lines(listed, run.typed(asked.moment), asked.shared))
    faults = [office.fault for office in listed if office.fault]
    terminal.told(faults)
    if not terminal.as_json:
        for line in lines:
            terminal.say(Text(line, line))
    terminal.value({"jobs": lines})
    terminal.fell_short = bool(faults)


def _asked(options: argparse.Namespace) -> Asked:
    from generator.batch import run

    where = Path(os.path.abspath(options.project / options.where))  # noqa: PTH100 - a link stays a link
    out = Path(os.path.abspath(options.project / (options.out or (where if where.is_dir() else where.parent))))  # noqa: PTH100
    confirm_sayable(out)
    return run.Asked(
        where,
        out,
        _moment(options.as_of),
        options.scheduler,
        options.workers or _workers(),
        options.seconds,
        options.memory,
        _shared(options, where),
        by_clock=options.as_of is None,
    )


def _shared(options: argparse.Namespace, where: Path) -> str:
    """Return the address of the store that the machines share; one that no worker could use is told before any work."""
    address = shared_by(options, where if where.is_dir() else where / "-")
    if not address:
        return ""
    from generator.share import Share

    Share(address)
    return address


def _moment(asked: datetime | None) -> datetime:
    """Return the one moment of all offices; raises `ProblemsFound` for one that has not come."""
    from generator.batch import wording

    here = now()
    if asked is not None and asked > here:
        raise ProblemsFound((Problem("--as-of", 0, 0, "", *wording.NOT_YET),))
    return asked or here


def _workers() -> int:
    """Return how many builds this machine can do at once, by its processors and its memory."""
    processors = os.cpu_count() or 1
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return processors
    return max(1, min(processors, memory // _A_WORKER))


def _tell(outcome: Outcome, terminal: Terminal) -> None:
    from generator.batch.labels import STATES

    counts = {state: [n for n, each in outcome.offices.items() if each["state"] == state] for state in STATES}
    if not terminal.as_json:
        for name, entry in outcome.offices.items():
            if STATES[entry["state"]].tone != "good":
                told = [each for each in entry["problems"] if not each["warning"]]
                terminal.problems([_of_office(name, each) for each in told])
    for state, names in counts.items():
        if names:
            about = STATES[state]
            terminal.say(Text(f"{about.sign} {about.name}: {len(names)}", f"{about.sign} {state}: {len(names)}"))
    terminal.say(Text(f"เปิดดูทั้งหมด: {outcome.page}", f"All of it: {outcome.page}"))
    if outcome.site:
        front = outcome.site / "index.html"
        terminal.say(Text(f"เว็บรวมทุกหน่วยงาน: {front}", f"The site of all offices: {front}"))
    terminal.value({"page": str(outcome.page), "site": str(outcome.site or ""), "offices": outcome.offices})
    terminal.fell_short = any(STATES[state].tone != "good" for state, names in counts.items() if names)


def _of_office(name: str, told: dict[str, object]) -> Problem:
    """Return a problem under the name of its office."""
    message, fix = told["message"], told["fix"]
    return Problem(**{**told, "file": f"{name}: {told['file']}", "message": Text(**message), "fix": Text(**fix)})  # type: ignore[arg-type]


def _number(option: str, example: int, least: int, most: int) -> Callable[[str], object]:
    def number(text: str) -> int:
        digits = values.whole(text)
        if digits is None or not least <= digits <= most:
            raise WrongUsage(
                Text(f"“{text}” ใช้ไม่ได้", f"“{text}” cannot be used"),
                Text(
                    f"เขียนตัวเลข {least} ถึง {most} เช่น {option} {example}",
                    f"use {least} to {most}, e.g. {option} {example}",
                ),
                option,
            )
        return digits

    return number


COMMAND = Command(
    "batch",
    Text("สร้างสื่อของหลายหน่วยงานพร้อมกัน", "build the publicity of many offices"),
    options=(
        Option(
            "where",
            Text("โฟลเดอร์ของหน่วยงานต่าง ๆ หรือไฟล์รายชื่อ", "folder of offices, or a list of them"),
            metavar="FOLDER|LIST",
        ),
        AS_OF_PUBLIC,
        Option("--out", Text("ที่เก็บบันทึกและหน้า batch.html", "where the ledger and batch.html go"), Path, "DIR"),
        Option(
            "--scheduler", Text("ที่อยู่เครื่องแจกงาน Dask ของหลายเครื่อง", "address of a Dask scheduler"), metavar="ADDRESS"
        ),
        Option(
            "--workers",
            Text("ทำพร้อมกันกี่หน่วยงานบนเครื่องนี้", "how many at once on this machine"),
            _number("--workers", 4, 1, 256),
            "N",
        ),
        Option(
            "--seconds",
            Text("เวลามากที่สุดของหนึ่งหน่วยงาน", "the longest that one office may take"),
            _number("--seconds", 1800, 5, 86400),
            "S",
            default=1800,
        ),
        Option(
            "--memory",
            Text("หน่วยความจำมากที่สุดของหนึ่งหน่วยงาน เป็น MB (Linux)", "most memory of one office, in MB (Linux)"),
            _number("--memory", 8000, 200, 10**6),
            "MB",
            default=8000,
        ),
        Option(
            "--list-jobs",
            Text("พิมพ์คำสั่งทีละหน่วยงานให้โปรแกรมอื่นทำ", "print one command an office for another runner"),
            is_switch=True,
        ),
        SHARED_STORE,
    ),
    run=_batch,
    examples=(
        Example(
            "batch หน่วยงาน",
            "สร้างสื่อของทุกหน่วยงานที่มีโฟลเดอร์อยู่ใน `หน่วยงาน` ข้อมูลที่ผิดของหน่วยงานหนึ่งไม่หยุดหน่วยงานอื่น "
            "หน้า `batch.html` บอกว่าใครเสร็จ ใครต้องแก้อะไร ดับกลางคันก็สั่งซ้ำ ทำเฉพาะที่เหลือ",
        ),
        Example(
            "batch รายชื่อ.csv --scheduler tcp://10.0.0.5:8786",
            "หลายเครื่องช่วยกันทำ (Dask) รายชื่อมีโฟลเดอร์ ZIP หรือที่อยู่ git บรรทัดละหน่วยงาน",
        ),
        Example(
            "batch หน่วยงาน --shared s3://province/tonbaep",
            "ทุกเครื่องใช้ของที่เครื่องอื่นทำไว้แล้ว เครื่องที่สองใช้แรงไม่ถึงหนึ่งในห้า ที่เก็บเป็นโฟลเดอร์แชร์หรือ S3",
        ),
        Example("batch หน่วยงาน --list-jobs", "พิมพ์คำสั่งทีละหน่วยงาน ให้ Slurm, GNU parallel หรือเครื่องของ git ทำ"),
    ),
)
