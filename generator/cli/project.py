"""What most commands begin with: which project, which moment, which year; runs no command."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.values import WrongUsage
from generator.era import BANGKOK
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    import argparse

    from generator.disk.swap import Workshop

WAITING = Text("มีการสร้างอยู่ในอีกหน้าต่างหนึ่ง กำลังรอให้เสร็จ…", "Another build is running here. Waiting for it to finish…")


_ALLOWED = timedelta(days=1)


def workshop_of(options: argparse.Namespace, *, anew: bool = False) -> Workshop:
    """Return the workshop of the project, here or in a folder above; raises `ProblemsFound` where there is none.

    With `anew`, a folder without records is one in which somebody is about to begin.
    """
    from generator.disk.swap import Workshop

    here = options.project.resolve()
    project = next((folder for folder in (here, *here.parents) if (folder / "winners").is_dir()), None)
    if project is None and anew:
        project = here
    if project is None:
        problem = Problem(
            str(here),
            0,
            0,
            "",
            Text(
                "ไม่พบโฟลเดอร์ winners ที่นี่ หรือในโฟลเดอร์ที่อยู่เหนือขึ้นไป",
                "No folder `winners` here or in any folder above",
            ),
            Text(
                "สั่งในโฟลเดอร์ของโครงการ หรือระบุด้วย --project",
                "Run the command inside the project, or give its folder with --project",
            ),
        )
        raise ProblemsFound((problem,))
    confirm_sayable(project)
    workshop: Workshop = Workshop(project)
    options.workshop = workshop  # at the end of the run, whatever it found wrong with its own files is told
    return workshop


def confirm_sayable(folder: Path) -> None:
    """Raise `ProblemsFound` for a folder whose path cannot be written down."""
    from generator.reading.folder import unfit

    fault = unfit(str(folder))
    if fault:
        raise ProblemsFound((fault,))


def instant() -> datetime:
    """Return the moment by this machine's clock, to the second and less: the only clock in the product."""
    return datetime.now(BANGKOK)  # noqa: TID251 - nobody else may ask


def now() -> datetime:
    """Return the moment by this machine's clock, rounded down to the minute."""
    return instant().replace(second=0, microsecond=0)


def moment_of(options: argparse.Namespace, workshop: Workshop) -> datetime:
    """Return the as-of moment; by default now, if this machine's clock can be believed."""
    moment: datetime = trusted_now(workshop) if options.as_of is None else options.as_of
    return moment


def trusted_now(workshop: Workshop) -> datetime:
    """Return the moment by this machine's clock; raises `ProblemsFound` where the project has a file from after it.

    A clock that fell back, as one with a flat battery does, would take a published result off the site again. Times of
    files are off by hours where an archive does not know its time zone, so a day is allowed.
    """
    moment = now()
    files = (*(workshop.project / "winners").rglob("*"), workshop.state)
    written = {datetime.fromtimestamp(file.lstat().st_mtime, BANGKOK): file for file in files if file.is_file()}
    newest = max(written, default=moment)
    if newest > moment + _ALLOWED:
        raise ProblemsFound((_behind(moment, newest, written[newest].relative_to(workshop.project).as_posix()),))
    return moment


def place_for(moment: datetime, workshop: Workshop) -> Workshop:
    """Return where a build for a moment goes: what has not come yet is only looked at, in a folder of its own."""
    return workshop.previewing() if moment > now() else workshop


def shared_by(options: argparse.Namespace, above: Path) -> str | None:
    """Return the address of the store that machines share, if one was given: a folder's from its root.

    Raises `ProblemsFound` for one that lies within the folder `above`: it would be taken for a part of what is there.
    """
    address: str | None = options.shared
    if address is None or "://" in address:
        return address
    folder: str = os.path.abspath(options.project / address)  # noqa: PTH100 - a link stays a link
    if Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(above)):
        said = (
            Text("ที่เก็บร่วมอยู่ในโฟลเดอร์ของหน่วยงาน", "the shared store lies within the offices' own folder"),
            Text("ใช้โฟลเดอร์ข้างนอก เช่น /mnt/ร่วม", "give a folder elsewhere, /mnt/shared for example"),
        )
        raise ProblemsFound((Problem("--shared", 0, 0, "", *said),))
    return folder


def _behind(moment: datetime, newest: datetime, name: str) -> Problem:
    from generator.thai.dates import moment_text

    return Problem(
        name,
        0,
        0,
        "",
        Text(
            f"ไฟล์นี้เขียนเมื่อ {moment_text(newest)} แต่นาฬิกาของเครื่องบอก {moment_text(moment)}",
            f"this file was written at {newest:%Y-%m-%d %H:%M}, but the clock says {moment:%Y-%m-%d %H:%M}",
        ),
        Text(
            "ตั้งวันและเวลาของเครื่องให้ถูก ถ้าเวลาของเครื่องถูกแล้ว ให้เปิดไฟล์นี้แล้วบันทึกใหม่ หรือสั่งโดยระบุเวลาด้วย --as-of",
            "Set the clock. If it is right, save the file again or give the time with --as-of",
        ),
    )


def known_year(options: argparse.Namespace, workshop: Workshop) -> None:
    """Raise `WrongUsage` for a year without records."""
    from generator.reading import folder

    years = folder.years(workshop.project / folder.WINNERS)
    if options.year is not None and options.year not in years:
        there = ", ".join(map(str, years))
        raise WrongUsage(
            Text(f"ไม่มีข้อมูลของปี {options.year}", f"No records for {options.year}"),
            Text(f"ปีที่มี: {there}", f"Available years: {there}"),
            "--year",
        )


def year_of(options: argparse.Namespace, workshop: Workshop) -> int:
    """Return the year that was asked for, or the newest; raises `ProblemsFound` where there is none yet."""
    from generator.reading import folder

    known_year(options, workshop)
    winners = workshop.project / folder.WINNERS
    year: int | None = options.year or next(iter(folder.years(winners)), None)
    if year is None:
        raise ProblemsFound(folder.problems(winners))
    return year
