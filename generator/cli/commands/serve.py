"""Show the site on this machine, or in the office's network, and rebuild it with every change."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from generator.cli import values
from generator.cli.command import Command, Example, Option
from generator.cli.faults import of_machine
from generator.cli.options import AS_OF_PUBLIC, NO_OPEN
from generator.cli.project import WAITING, moment_of, place_for, workshop_of
from generator.cli.reporting import build_now
from generator.cli.terminal import to_mend
from generator.cli.values import WrongUsage
from generator.problems import ProblemsFound, Text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from generator.cli.terminal import Terminal
    from generator.disk.swap import Workshop
    from generator.problems import Problem
    from generator.site.preview import Place


def _serve(options: argparse.Namespace, terminal: Terminal) -> None:
    """Show the site, and renew it now and with every change until Ctrl-C; pages tell what is wrong meanwhile."""
    from generator.site.preview import Place, Preview, preview
    from generator.site.theme import SOURCES

    project = workshop_of(options)
    workshop = place_for(moment_of(options, project), project)
    if options.lan and workshop.is_preview:
        raise WrongUsage(
            Text("เวลาที่ขอดูยังมาไม่ถึง จึงไม่เปิดให้เครื่องอื่นดู", "That time is still to come, so other devices may not see it"),
            Text("ดูในเครื่องนี้ โดยไม่ใส่ --lan หรือไม่ใส่ --as-of", "Leave out --lan or --as-of"),
            "--lan",
        )
    place = Place(options.port, options.lan)
    server = Preview(
        workshop.outputs / "site",
        place,
        lambda: _renewed(options, workshop, terminal),
        lambda: terminal.say(_served(place)),
        terminal.language,
    )
    watched = [workshop.project / name for name in ("winners", *SOURCES)]
    try:
        preview(server, watched, opens=not options.no_open and _has_screen())
    except OSError as fault:
        if fault.errno != errno.EADDRINUSE:
            raise
        other = options.port + 1
        raise WrongUsage(
            Text(f"พอร์ต {options.port} มีโปรแกรมอื่นใช้อยู่", f"Port {options.port} is already in use"),
            Text(f"ปิดหน้าต่างที่สั่ง serve ค้างไว้ หรือสั่ง tonbaep serve --port {other}", f"Use --port {other}"),
            "--port",
        ) from None


def _renewed(options: argparse.Namespace, workshop: Workshop, terminal: Terminal) -> Sequence[Problem]:
    """Build, unless nothing changed, and return what stands in the way; the terminal tells it too."""
    from generator.building.order import Order
    from generator.ledger import unchanged
    from generator.site.engine import Engine

    try:
        moment = moment_of(options, workshop)
        with workshop.locked(lambda: terminal.say(WAITING)):
            if unchanged.is_unchanged(workshop, moment, {"sealed": False}):
                terminal.say(Text("ไฟล์ทั้งหมดเป็นปัจจุบันแล้ว", "every file is up to date"))
                return ()
            with Engine(workshop.compiled) as engine:
                engine.start()
                build_now(workshop, Order(moment), engine, terminal)
    except ProblemsFound as found:
        terminal.problems(found.problems, to_mend(found.problems))
        return found.problems
    except OSError as fault:
        problem = of_machine(fault)
        if problem is None:
            raise
        terminal.problems((problem,))
        return (problem,)
    finally:
        terminal.told(workshop.own.heard())
    return ()


def _served(place: Place) -> Text:
    """Say where to look and, for a whole network, who can see it."""
    here = Text(f"เปิดดูที่ {place.here} กด Ctrl+C เพื่อหยุด", f"Open {place.here}. Press Ctrl+C to stop")
    if not place.lan:
        return here
    others = place.for_others()
    if not others:
        return Text(
            f"{here.th}\nเครื่องนี้ยังไม่ได้ต่อเครือข่าย เครื่องอื่นจึงยังเปิดดูไม่ได้",
            f"{here.en}\nthis machine is in no network, so no other can look",
        )
    return Text(
        f"{here.th}\nโทรศัพท์และเครื่องอื่นในเครือข่ายเดียวกันเปิดดูที่ {others}\n"
        "ระวัง: ทุกคนที่ต่อไวไฟหรือสายเดียวกันเปิดดูได้จนกว่าจะหยุด อย่าใช้กับไวไฟสาธารณะ "
        "ถ้า Windows ถาม ให้อนุญาตเฉพาะเครือข่ายส่วนตัว",
        f"{here.en}\ntelephones and machines in the same network: {others}\n"
        "beware: everybody in this network can look until you stop; do not use it in a public one. "
        "If Windows asks, allow private networks only",
    )


def _has_screen() -> bool:
    """Return whether a person sits before a screen on which a browser can open."""
    drawn = os.name == "nt" or sys.platform == "darwin" or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    return bool(drawn) and sys.stdout is not None and sys.stdout.isatty()


COMMAND = Command(
    "serve",
    Text("เปิดดูเว็บไซต์และสร้างใหม่เมื่อแก้ไข", "preview the website and rebuild it on every change"),
    options=(
        AS_OF_PUBLIC,
        Option("--port", Text("หมายเลขพอร์ต", "port"), values.port, "N", default=8000),
        Option(
            "--lan",
            Text(
                "ให้โทรศัพท์และเครื่องอื่นในเครือข่ายของสำนักงานเปิดดูได้", "let other devices in the office network see the preview"
            ),
            is_switch=True,
        ),
        NO_OPEN,
    ),
    run=_serve,
    examples=(
        Example(
            "serve",
            "เปิดดูเว็บไซต์ในเครื่องนี้ แก้ข้อมูลแล้วหน้าเปลี่ยนตามเอง ข้อมูลผิดตรงไหนหน้าเว็บก็บอก กด Ctrl+C เพื่อหยุด",
        ),
        Example("serve --lan", "ให้ผู้บริหารเปิดดูด้วยโทรศัพท์ในไวไฟเดียวกัน โปรแกรมบอกที่อยู่ที่ต้องพิมพ์"),
    ),
)
