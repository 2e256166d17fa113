"""Open the clerk's desk in the browser of this machine."""

from __future__ import annotations

import errno
import webbrowser
from typing import TYPE_CHECKING

from generator.cli import values
from generator.cli.command import Command, Example, Option
from generator.cli.options import NO_OPEN
from generator.cli.project import WAITING, now, trusted_now, workshop_of
from generator.cli.values import WrongUsage
from generator.problems import Text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from generator.cli.terminal import Terminal
    from generator.disk.swap import Workshop
    from generator.problems import Problem


def _desk(options: argparse.Namespace, terminal: Terminal) -> None:
    """Serve the forms until Ctrl-C; every change is made by the pen, and the files stay the only truth."""
    from generator.desk.records import Held
    from generator.desk.serving import serve

    workshop = workshop_of(options)

    def opened(address: str) -> None:
        terminal.say(
            Text(
                f"เปิดโต๊ะทำงานที่ {address}\nที่อยู่นี้ใช้ได้ในเครื่องนี้เครื่องเดียว กด Ctrl+C เพื่อหยุด",
                f"The desk is at {address}\nfor this machine alone. Press Ctrl+C to stop",
            )
        )
        if not options.no_open:
            webbrowser.open(address)

    try:
        serve(
            Held(workshop, now), lambda show: _build(workshop, terminal, show), options.port, opened, terminal.language
        )
    except OSError as fault:
        if fault.errno != errno.EADDRINUSE:
            raise
        raise WrongUsage(
            Text(f"พอร์ต {options.port} มีโปรแกรมอื่นใช้อยู่", f"Port {options.port} is already in use"),
            Text("ไม่ใส่ --port โปรแกรมจะหาพอร์ตว่างเอง", "Leave out --port, and a free one is taken"),
            "--port",
        ) from None


def _build(workshop: Workshop, terminal: Terminal, show: Callable[[int, int, str], None]) -> Sequence[Problem]:
    """Build what may be known now, as `tonbaep build` does, and return what was refused."""
    from generator.building.build import build
    from generator.building.order import Order
    from generator.site.engine import Engine

    moment = trusted_now(workshop)
    with workshop.locked(lambda: terminal.say(WAITING)), Engine(workshop.compiled) as engine:
        engine.start()
        return build(workshop, Order(moment), engine, show).refused


COMMAND = Command(
    "desk",
    Text("กรอกและแก้ข้อมูลในเบราว์เซอร์ ไม่ต้องพิมพ์ไฟล์ YAML", "fill in and change the records in a browser"),
    options=(
        Option(
            "--port", Text("หมายเลขพอร์ต (ไม่ใส่ = พอร์ตที่ว่าง)", "port; a free one if left out"), values.port, "N", default=0
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
