"""Show the site on this machine and rebuild it with every change."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from generator.cli import values
from generator.cli.command import Command, Example, Option
from generator.cli.options import AS_OF_PUBLIC
from generator.cli.project import WAITING, moment_of, place_for, workshop_of
from generator.cli.reporting import build_now
from generator.cli.terminal import to_mend
from generator.cli.values import WrongUsage
from generator.problems import ProblemsFound, Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal


def _serve(options: argparse.Namespace, terminal: Terminal) -> None:
    """Build, show the site on this machine, and rebuild with every change until Ctrl-C."""
    from generator.building.order import Order
    from generator.site.engine import Engine
    from generator.site.preview import preview

    project = workshop_of(options)
    workshop = place_for(moment_of(options, project), project)

    def rebuild() -> None:
        try:
            with workshop.locked(lambda: terminal.say(WAITING)), Engine(workshop.compiled) as engine:
                engine.start()
                build_now(workshop, Order(moment_of(options, project)), engine, terminal)
        except ProblemsFound as found:
            terminal.problems(found.problems, to_mend(found.problems))
        terminal.told(workshop.own.heard())

    rebuild()
    if not (workshop.outputs / "site").is_dir():
        raise ProblemsFound(())
    address = f"http://127.0.0.1:{options.port}/"
    terminal.say(Text(f"เปิดดูที่ {address} กด Ctrl+C เพื่อหยุด", f"look at {address}; press Ctrl+C to stop"))
    try:
        preview(workshop, options.port, rebuild)
    except OSError as fault:
        if fault.errno != errno.EADDRINUSE:
            raise
        other = options.port + 1
        raise WrongUsage(
            Text(f"พอร์ต {options.port} มีโปรแกรมอื่นใช้อยู่", f"port {options.port} is in use"),
            Text(f"ปิดหน้าต่างที่สั่ง serve ค้างไว้ หรือสั่ง tonbaep serve --port {other}", f"write --port {other}"),
            "--port",
        ) from None


COMMAND = Command(
    "serve",
    Text("เปิดดูเว็บไซต์และสร้างใหม่เมื่อแก้ไข", "preview, rebuild on change"),
    options=(AS_OF_PUBLIC, Option("--port", Text("หมายเลขพอร์ต", "port"), values.port, "N", default=8000)),
    run=_serve,
    examples=(Example("serve", "เปิดดูเว็บไซต์ในเครื่องนี้ แก้ข้อมูลแล้วหน้าเปลี่ยนตามเอง กด Ctrl+C เพื่อหยุด"),),
)
