"""What most commands begin with: which project, which moment, which year; runs no command."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from generator.cli.values import WrongUsage
from generator.era import BANGKOK
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    import argparse

    from generator.disk.swap import Workshop

WAITING = Text("มีการสร้างอยู่ในอีกหน้าต่างหนึ่ง กำลังรอให้เสร็จ…", "another build is running here; waiting for it…")


def workshop_of(options: argparse.Namespace) -> Workshop:
    """Return the workshop of the project; raises `ProblemsFound` where there is none."""
    from generator.disk.swap import Workshop

    project = options.project.resolve()
    if not (project / "winners").is_dir():
        problem = Problem(
            str(project),
            0,
            0,
            "",
            Text("ไม่พบโฟลเดอร์ winners ที่นี่", "there is no folder `winners` here"),
            Text("สั่งในโฟลเดอร์ของโครงการ หรือระบุด้วย --project", "run inside the project, or name it with --project"),
        )
        raise ProblemsFound((problem,))
    return Workshop(project)


def moment_of(options: argparse.Namespace) -> datetime:
    """Return the as-of moment; by default now, rounded to the minute: the only clock in the product."""
    if options.as_of is None:
        return datetime.now(BANGKOK).replace(second=0, microsecond=0)  # noqa: TID251 - the default of --as-of
    moment: datetime = options.as_of
    return moment


def known_year(options: argparse.Namespace, workshop: Workshop) -> None:
    """Raise `WrongUsage` for a year without records."""
    from generator.reading import folder

    years = folder.years(workshop.project / folder.WINNERS)
    if options.year is not None and options.year not in years:
        there = ", ".join(map(str, years))
        raise WrongUsage(
            Text(f"ไม่มีข้อมูลของปี {options.year}", f"there are no records of {options.year}"),
            Text(f"ปีที่มี: {there}", f"the years are: {there}"),
            "--year",
        )
