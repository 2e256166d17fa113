"""The commands: each asks the parts below for its work and tells the terminal what came of it.

Heavy packages are imported where a command needs them, so that a build with nothing to do answers at once.
"""

from __future__ import annotations

import errno
import gc
from dataclasses import asdict
from typing import TYPE_CHECKING

from generator.cli.project import WAITING, known_year, moment_of, workshop_of
from generator.cli.reporting import say_readings, say_signed, tell
from generator.cli.terminal import to_mend
from generator.cli.values import WrongUsage
from generator.problems import ProblemsFound, Text

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from generator.building.order import Order
    from generator.building.swap import Workshop
    from generator.cli.terminal import Terminal
    from generator.site.engine import Engine


def check(options: argparse.Namespace, terminal: Terminal) -> None:
    """Read the records, and say that they are sound; raises `ProblemsFound` with everything that is not."""
    from generator.reading import read
    from generator.store import Store

    workshop = workshop_of(options)
    records = read(workshop.project, Store(workshop.photos))
    terminal.problems(records.warnings)
    winners = sum(len(award.winners) for award in records.rounds)
    terminal.say(
        Text(
            f"ข้อมูลถูกต้อง: {len(records.rounds)} รอบ ผู้ได้รับการคัดเลือก {winners} คน",
            f"the records are sound: {len(records.rounds)} round(s), {winners} winner(s)",
        )
    )
    say_readings(records, terminal)


def build(options: argparse.Namespace, terminal: Terminal) -> None:
    """Make what is asked for, or say that nothing changed."""
    gc.disable()  # one build makes little garbage and ends soon; looking for it would cost a tenth of the time
    from generator.site.engine import Engine

    workshop = workshop_of(options)
    moment = moment_of(options)
    with workshop.locked(lambda: terminal.say(WAITING)):
        if not options.only and options.year is None:
            from generator.building import unchanged

            report = unchanged.is_unchanged(workshop, moment, {"sealed": options.sealed})
            if report is not None:
                terminal.say(Text("ไม่มีอะไรเปลี่ยน ไฟล์ทั้งหมดเป็นปัจจุบันแล้ว", "nothing changed; every file is up to date"))
                say_signed(report["signed"], terminal)
                terminal.value({"changed": False, **report, "pressed": []})
                return
        with Engine(workshop.compiled) as engine:
            if not options.only:
                engine.start()  # before anything else is loaded: it takes as long as reading does
            from generator.pieces import PIECES

            order = _order(options, moment, workshop)
            if order.wants_site(PIECES):
                engine.start()
            build_now(workshop, order, engine, terminal)
        if order.sealed:
            _say_sealed(workshop, terminal)
    gc.freeze()  # nor need the interpreter look for any on its way out


def freeze(options: argparse.Namespace, terminal: Terminal) -> None:
    """Give each winner who has none a certificate number and a token, and say who was served."""
    from generator.building.freezing import freeze as give
    from generator.store import Store

    workshop = workshop_of(options)
    with workshop.locked(lambda: terminal.say(WAITING)):
        given = give(workshop.project, Store(workshop.photos), options.year)
    for year, count in given:
        terminal.say(
            Text(
                f"ปี {year}: ออกเลขที่และรหัสตรวจสอบประกาศเกียรติคุณ {count} ฉบับ เก็บใน winners/{year}/certificates.yaml",
                f"{year}: {count} certificate number(s) and token(s) written to winners/{year}/certificates.yaml",
            )
        )
    if not given:
        terminal.say(Text("ทุกคนมีเลขที่แล้ว ไม่ได้เปลี่ยนอะไร", "everybody has a number; nothing was changed"))
    terminal.value({"given": [list(each) for each in given]})


def pack(options: argparse.Namespace, terminal: Terminal) -> None:
    """Put what was built into one ZIP for each helper, and say where they are."""
    from generator.building.packing import pack as put
    from generator.reading import read
    from generator.store import Store

    workshop = workshop_of(options)
    with workshop.locked(lambda: terminal.say(WAITING)):
        names, warnings = put(workshop, read(workshop.project, Store(workshop.photos)))
    if not terminal.as_json:
        terminal.problems(warnings)
    terminal.say(Text("รวมเป็นชุดแล้ว:\n  " + "\n  ".join(names), "packed:\n  " + "\n  ".join(names)))
    terminal.value({"packs": names, "warnings": [warning.as_json() for warning in warnings]})


def proof(options: argparse.Namespace, terminal: Terminal) -> None:
    """Make the proof book of each year, or of one, and say its digest."""
    from generator.building.proofing import proof as make
    from generator.reading import read
    from generator.site.engine import Engine
    from generator.store import Store

    workshop = workshop_of(options)
    known_year(options, workshop)
    with (
        workshop.locked(lambda: terminal.say(WAITING)),
        Engine(workshop.compiled) as engine,
        terminal.progress() as progress,
    ):
        records = read(workshop.project, Store(workshop.photos))
        books = make(workshop, records, options.year, options.as_of, engine, progress)
    for book in books:
        terminal.say(
            Text(
                f"ปี {book.year}: เล่มตรวจ {book.pages} หน้า แสดง {book.files} ไฟล์ อยู่ที่ {book.path}\n"
                f"รหัสของไฟล์ชุดนี้: {book.digest}\n"
                f"พิมพ์ให้ครบทุกหน้า ลงนามแล้วใส่รหัสในช่อง proof.digest ของ winners/{book.year}/round.yaml",
                f"{book.year}: a proof book of {book.pages} pages and {book.files} files is {book.path}\n"
                f"digest of these files: {book.digest}\n"
                f"print it all; once signed, enter the digest as proof.digest in winners/{book.year}/round.yaml",
            )
        )
    terminal.value({"proofs": [asdict(book) for book in books]})


def serve(options: argparse.Namespace, terminal: Terminal) -> None:
    """Build, show the site on this machine, and build anew with every change until Ctrl-C."""
    from generator.building.order import Order
    from generator.site.engine import Engine
    from generator.site.preview import preview

    workshop = workshop_of(options)

    def rebuild() -> None:
        try:
            with workshop.locked(lambda: terminal.say(WAITING)), Engine(workshop.compiled) as engine:
                engine.start()
                build_now(workshop, Order(moment_of(options)), engine, terminal)
        except ProblemsFound as found:
            terminal.problems(found.problems, to_mend(found.problems))

    rebuild()
    if not (workshop.project / "site").is_dir():
        raise ProblemsFound(())
    address = f"http://127.0.0.1:{options.port}/"
    terminal.say(Text(f"เปิดดูที่ {address} กด Ctrl+C เพื่อหยุด", f"look at {address}; press Ctrl+C to stop"))
    try:
        preview(workshop.project, options.port, rebuild)
    except OSError as fault:
        if fault.errno != errno.EADDRINUSE:
            raise
        other = options.port + 1
        raise WrongUsage(
            Text(f"พอร์ต {options.port} มีโปรแกรมอื่นใช้อยู่", f"port {options.port} is in use"),
            Text(f"ปิดหน้าต่างที่สั่ง serve ค้างไว้ หรือสั่ง tonbaep serve --port {other}", f"write --port {other}"),
            "--port",
        ) from None


def _order(options: argparse.Namespace, moment: datetime, workshop: Workshop) -> Order:
    from generator.building.order import Order
    from generator.pieces import PIECES

    known = sorted(piece.name for piece in PIECES)
    for name in options.only:
        if name not in known:
            wide = max(map(len, known)) + 2
            names = "\n    ".join(
                f"{piece.name:<{wide}}{piece.title}" for piece in sorted(PIECES, key=lambda p: p.name)
            )
            raise WrongUsage(
                Text(f"ไม่มีสื่อชื่อ “{name}”", f"there is no piece “{name}”"),
                Text(f"ชื่อที่ใช้ได้:\n    {names}", f"the names are: {', '.join(known)}"),
                "--only",
            )
    known_year(options, workshop)
    return Order(moment, options.sealed, frozenset(options.only), options.year)


def build_now(workshop: Workshop, order: Order, engine: Engine, terminal: Terminal, *, alone: bool = True) -> None:
    """Build and tell what came of it; where it is not `alone`, the command that asked answers a script itself."""
    from generator.building.build import build as make

    with terminal.progress() as progress:
        report = make(workshop, order, engine, progress)
    tell(report, terminal, alone=alone)


def _say_sealed(workshop: Workshop, terminal: Terminal) -> None:
    """Say where the sealed sheets are; a result that is out already leaves none, which somebody may look for."""
    if (workshop.project / "build/sealed").is_dir():
        terminal.say(
            Text(
                "ของที่พิมพ์ล่วงหน้าอยู่ใน build/sealed ใช้ภายในเท่านั้นจนถึงเวลาที่เขียนบนแผ่น",
                "what may be printed early is in build/sealed: internal until the time on each sheet",
            )
        )
    else:
        terminal.say(
            Text(
                "ไม่มี build/sealed เพราะผลประกาศไปแล้ว หรือยังไม่มีชื่อที่เผยแพร่ได้ใน winners.yaml",
                "there is no build/sealed: the result is out already, or winners.yaml has no name to publish yet",
            )
        )
