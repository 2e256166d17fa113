"""Open the clerk's desk in the browser of this machine."""

from __future__ import annotations

import errno
from functools import partial
from typing import TYPE_CHECKING

from generator.cli import values
from generator.cli.command import Command, Example, Option
from generator.cli.options import NO_OPEN
from generator.cli.project import now, workshop_of
from generator.cli.values import WrongUsage
from generator.problems import Text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from generator.cli.terminal import Terminal
    from generator.desk.jobs import Job
    from generator.disk.seat import Seat
    from generator.disk.swap import Workshop
    from generator.problems import Language


def _desk(options: argparse.Namespace, terminal: Terminal) -> None:
    """Serve the forms until Ctrl-C, or lead to the desk that is open already.

    Every change is made by the pen, and the files stay the only truth.
    """
    from generator.disk import seat

    workshop = workshop_of(options, anew=True)

    def opened(address: str, said: Text) -> None:
        terminal.say(said)
        if not options.no_open:
            import webbrowser  # looks for all browsers of this machine

            webbrowser.open(address)

    with seat.taken(workshop) as mine:
        if mine:
            _serve(options, terminal, workshop, mine, opened)
            return
    other = seat.found(workshop)
    if other is None or not other.is_here:
        raise WrongUsage(_ELSEWHERE, _CLOSE_THERE, "--project")
    opened(
        other.address,
        Text(
            f"โต๊ะทำงานเปิดอยู่แล้วที่ {other.address}\nเปิดหน้าเดิมให้ หน้าต่างนี้ปิดได้",
            f"The desk is open already at {other.address}\nThis window may be closed",
        ),
    )


def _serve(
    options: argparse.Namespace, terminal: Terminal, workshop: Workshop, mine: Seat, opened: Callable[[str, Text], None]
) -> None:
    from generator.amending.held import Held
    from generator.desk.phone import Phone
    from generator.desk.serving import serve

    phone = Phone(workshop.outputs / "site")

    def serving(address: str) -> None:
        mine.tell(address)
        said = Text(
            f"เปิดโต๊ะทำงานที่ {address}\nที่อยู่นี้ใช้ได้ในเครื่องนี้เครื่องเดียว กด Ctrl+C เพื่อหยุด",
            f"The desk is at {address}\nfor this machine alone. Press Ctrl+C to stop",
        )
        opened(address, said)
        if options.phone and phone.start():
            terminal.say(
                Text(
                    f"บนโทรศัพท์ในวงเครือข่ายเดียวกัน {phone.address} (ใช้ได้ 30 นาที)",
                    f"On a telephone in this network: {phone.address} for 30 minutes",
                )
            )

    try:
        run = partial(_run, workshop.project, terminal.language)
        serve(Held(workshop, now), run, phone, options.port, serving, terminal.language)
    except OSError as fault:
        if fault.errno != errno.EADDRINUSE:
            raise
        raise WrongUsage(
            Text(f"พอร์ต {options.port} มีโปรแกรมอื่นใช้อยู่", f"Port {options.port} is already in use"),
            Text("ไม่ใส่ --port โปรแกรมจะหาพอร์ตว่างเอง", "Leave out --port, and a free one is taken"),
            "--port",
        ) from None


def _run(project: Path, language: Language, words: Sequence[str], job: Job, secret: str) -> int:
    from generator.cli.apart import run_apart  # no page waits for what begins a process

    return run_apart(words, project, language, job, secret)


_ELSEWHERE = Text(
    "โต๊ะทำงานของโฟลเดอร์นี้เปิดอยู่แล้ว ที่เครื่องอื่นหรือโดยผู้ใช้อื่น",
    "The desk of this folder is open already, on another computer or by another user",
)
_CLOSE_THERE = Text("ปิดโต๊ะทำงานที่นั่นก่อน แล้วเปิดที่นี่ใหม่", "Close it there, then open it here")

COMMAND = Command(
    "desk",
    Text("กรอกและแก้ข้อมูลในเบราว์เซอร์ ไม่ต้องพิมพ์ไฟล์ YAML", "fill in and change the records in a browser"),
    options=(
        Option(
            "--port", Text("หมายเลขพอร์ต (ไม่ใส่ = พอร์ตที่ว่าง)", "port; a free one if left out"), values.port, "N", default=0
        ),
        Option(
            "--phone",
            Text(
                "เปิดเว็บไซต์ที่สร้างแล้วให้โทรศัพท์ในวงเดียวกันดูด้วย", "show the finished site to telephones in this network, too"
            ),
            is_switch=True,
        ),
        NO_OPEN,
    ),
    run=_desk,
    examples=(
        Example(
            "desk",
            "เปิดโต๊ะทำงานในเบราว์เซอร์: บอกว่าต้องทำอะไรต่อ กรอกข้อมูลในแบบฟอร์ม เห็นก่อนบันทึกว่าแก้บรรทัดไหน แล้วกดสร้างสื่อ",
        ),
    ),
)
