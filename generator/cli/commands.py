"""The commands: each asks the parts below for its work and tells the terminal what came of it.

Heavy packages are imported where a command needs them, so that a build with nothing to do answers at once.
"""

from __future__ import annotations

import errno
import gc
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from generator.cli.arguments import WrongUsage
from generator.cli.project import WAITING, known_year, moment_of, workshop_of
from generator.cli.terminal import to_mend
from generator.problems import ProblemsFound, Text

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from generator.building.build import Report
    from generator.building.order import Order
    from generator.building.releasing import Changes
    from generator.building.swap import Workshop
    from generator.cli.terminal import Terminal
    from generator.piece import Coarse
    from generator.site.engine import Engine


def check(options: argparse.Namespace, terminal: Terminal) -> None:
    """Read the records, and say that they are sound; raises `ProblemsFound` with everything that is not."""
    from generator.reading import read  # noqa: PLC0415
    from generator.store import Store  # noqa: PLC0415

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


def build(options: argparse.Namespace, terminal: Terminal) -> None:
    """Make what is asked for, or say that nothing changed."""
    gc.disable()  # one build makes little garbage and ends soon; looking for it would cost a tenth of the time
    from generator.site.engine import Engine  # noqa: PLC0415

    workshop = workshop_of(options)
    moment = moment_of(options)
    with workshop.locked(lambda: terminal.say(WAITING)):
        if not options.only and options.year is None:
            from generator.building import unchanged  # noqa: PLC0415

            report = unchanged.is_unchanged(workshop, moment, {"sealed": options.sealed})
            if report is not None:
                terminal.say(Text("ไม่มีอะไรเปลี่ยน ไฟล์ทั้งหมดเป็นปัจจุบันแล้ว", "nothing changed; every file is up to date"))
                _say_signed(report["signed"], terminal)
                terminal.value({"changed": False, **report, "pressed": []})
                return
        with Engine() as engine:
            if not options.only:
                engine.start()  # before anything else is loaded: it takes as long as reading does
            order = _order(options, moment, workshop)
            _build_now(workshop, order, engine, terminal)
        if order.sealed:
            _say_sealed(workshop, terminal)
    gc.freeze()  # nor need the interpreter look for any on its way out


def freeze(options: argparse.Namespace, terminal: Terminal) -> None:
    """Give each winner who has none a certificate number and a token, and say who was served."""
    from generator.building.freezing import freeze as give  # noqa: PLC0415
    from generator.store import Store  # noqa: PLC0415

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
    from generator.building.packing import pack as put  # noqa: PLC0415
    from generator.reading import read  # noqa: PLC0415
    from generator.store import Store  # noqa: PLC0415

    workshop = workshop_of(options)
    with workshop.locked(lambda: terminal.say(WAITING)):
        names, warnings = put(workshop, read(workshop.project, Store(workshop.photos)))
    if not terminal.as_json:
        terminal.problems(warnings)
    terminal.say(Text("รวมเป็นชุดแล้ว:\n  " + "\n  ".join(names), "packed:\n  " + "\n  ".join(names)))
    terminal.value({"packs": names, "warnings": [warning.as_json() for warning in warnings]})


def proof(options: argparse.Namespace, terminal: Terminal) -> None:
    """Make the proof book of each year, or of one, and say its digest."""
    from generator.building.proofing import proof as make  # noqa: PLC0415
    from generator.reading import read  # noqa: PLC0415
    from generator.site.engine import Engine  # noqa: PLC0415
    from generator.store import Store  # noqa: PLC0415

    workshop = workshop_of(options)
    known_year(options, workshop)
    with workshop.locked(lambda: terminal.say(WAITING)), Engine() as engine, terminal.progress() as progress:
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


def pace(options: argparse.Namespace, terminal: Terminal) -> None:
    """Show a passage to read, ask how many seconds it took, and keep the pace with the village."""
    from generator.building.pacing import PACES, PASSAGE, pace_of, set_pace  # noqa: PLC0415
    from generator.store import Store  # noqa: PLC0415

    workshop = _workshop(options)
    if options.village is None:
        raise WrongUsage(
            Text("ยังไม่ได้บอกว่าหมู่ไหน", "no village is given"),
            Text("เขียนเลขหมู่ เช่น tonbaep pace --village 2", "write its number, as tonbaep pace --village 2"),
            "--village",
        )
    seconds = options.seconds
    if seconds is None:
        terminal.say(Text("อ่านออกเสียงอย่างออกอากาศจริง ตั้งแต่ต้นจนจบ พร้อมจับเวลา", "read this aloud as on air, by the clock"))
        terminal.say(Text("\n" + "\n".join(PASSAGE) + "\n", "\n" + "\n".join(PASSAGE) + "\n"))
        seconds = terminal.ask_seconds(Text("อ่านได้กี่วินาที", "how many seconds did it take"))
    found = pace_of(seconds) if seconds else 0
    if found not in PACES:
        raise WrongUsage(
            Text(
                f"{seconds:g} วินาทีคือนาทีละ {found} พยางค์ ซึ่งคนอ่านไม่ได้",
                f"that would be {found} syllables a minute",
            ),
            Text("จับเวลาใหม่ ใส่เป็นวินาที หนึ่งนาทีครึ่งคือ 90", "time it again, in seconds: a minute and a half is 90"),
            "--seconds",
        )
    with workshop.locked(lambda: terminal.say(_WAITING)):
        timed = set_pace(workshop.project, Store(workshop.photos), options.village, found)
    terminal.say(
        Text(
            f"{timed.village}: อ่านนาทีละ {timed.pace} พยางค์ (เดิม {timed.before}) บทประกาศครั้งต่อไปจะพอดีกับความเร็วนี้",
            f"village {options.village}: {timed.pace} syllables a minute (was {timed.before}); scripts will fit it",
        )
    )
    terminal.value(timed._asdict())


def serve(options: argparse.Namespace, terminal: Terminal) -> None:
    """Build, show the site on this machine, and build anew with every change until Ctrl-C."""
    from generator.building.order import Order  # noqa: PLC0415
    from generator.building.preview import preview  # noqa: PLC0415
    from generator.site.engine import Engine  # noqa: PLC0415

    workshop = workshop_of(options)

    def rebuild() -> None:
        try:
            with workshop.locked(lambda: terminal.say(WAITING)), Engine() as engine:
                engine.start()
                _build_now(workshop, Order(moment_of(options)), engine, terminal)
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
    from generator.building.order import Order  # noqa: PLC0415
    from generator.pieces import PIECES  # noqa: PLC0415

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


def _build_now(workshop: Workshop, order: Order, engine: Engine, terminal: Terminal) -> None:
    from generator.building.build import build as make  # noqa: PLC0415
    from generator.public import STAGE_NAMES  # noqa: PLC0415

    with terminal.progress() as progress:
        report = make(workshop, order, engine, progress)
    if not terminal.as_json:
        terminal.problems(report.warnings)
    for year, stage in report.stages:
        terminal.say(Text(f"ปี {year}: {STAGE_NAMES[stage].th}", f"{year}: {STAGE_NAMES[stage].en}"))
    if report.fitted:
        terminal.say(_fitted(report))
    if report.coarse:
        terminal.say(_coarse(report))
    _say_signed([verdict.as_json() for verdict in report.signed], terminal)
    terminal.say(_done(report))
    if report.changes:
        terminal.say(_to_hand_out(report.changes))
    terminal.value(
        {
            "changed": True,
            "files": report.files,
            "pressed": list(report.pressed),
            "stages": [list(stage) for stage in report.stages],
            "warnings": [warning.as_json() for warning in report.warnings],
            "coarse": [asdict(photo) for photo in report.coarse],
            "changes": report.changes.as_json(),
            "signed": [verdict.as_json() for verdict in report.signed],
            "fitted": {path: [asdict(fit) for fit in fits] for path, fits in report.fitted},
        }
    )


def _say_signed(verdicts: list[dict[str, Any]], terminal: Terminal) -> None:
    """Say of each year with a signed digest whether its files are the signed ones; a warning names the others."""
    for said in verdicts:
        year, digest = said["year"], said["digest"]
        if said["same"]:
            terminal.say(Text(f"ปี {year}: ตรงกับฉบับที่ลงนาม {digest}", f"{year}: the same as was signed, {digest}"))
        else:
            terminal.say(Text(f"ปี {year}: ไม่ตรงกับฉบับที่ลงนาม {digest}", f"{year}: not as it was signed, {digest}"))


def _fitted(report: Report) -> Text:
    """Say in how many places words were made smaller, and where most; `--json` tells of each."""
    path, fit = min(((path, fit) for path, fits in report.fitted for fit in fits), key=lambda each: each[1].share)
    places = sum(len(fits) for _, fits in report.fitted)
    return Text(
        f"ย่อตัวอักษรให้ลงแผ่นพอดี {places} แห่ง มากที่สุดคือ “{fit.what}” ใน {path} เหลือ {fit.size} จาก {fit.largest} พอยต์",
        f"words made smaller in {places} places, most in {path}: “{fit.what}”, {fit.size} of {fit.largest} points",
    )


def _coarse(report: Report) -> Text:
    """Name whose photos are too small for a print shop, each with the paper on which that shows most."""
    worst: dict[str, Coarse] = {}
    for photo in report.coarse:
        worst.setdefault(photo.whose, photo)
    th = "\n".join(f"  {one.whose}: บน {one.paper} ได้ {one.dpi} จุดต่อนิ้ว ควรได้ {one.wanted}" for one in worst.values())
    en = "\n".join(
        f"  {one.whose}: {one.dpi} dots an inch on {one.paper}, wanted {one.wanted}" for one in worst.values()
    )
    return Text(
        f"ภาพเล็กไปสำหรับส่งร้านพิมพ์ ขอไฟล์ต้นฉบับจากเจ้าของภาพหรือกล้อง แผ่นที่พิมพ์เองยังใช้ได้\n{th}",
        f"photos too small for the print shop; ask for the original file. Your own printer's sheets are fine\n{en}",
    )


def _to_hand_out(changes: Changes) -> Text:
    """Say what differs from what was packed last, and that packing tells of it."""
    down, anew = len(changes.down), len(changes.changed) + len(changes.new) + len(changes.gone)
    told = [
        Text(
            f"ต้องเก็บ {down} ไฟล์ของผู้ที่เผยแพร่ไม่ได้แล้ว", f"{down} files must be taken down, of somebody who may not be shown"
        ),
        Text(f"{anew} ไฟล์ต่างจากชุดที่แจกครั้งก่อน", f"{anew} files differ from those handed out"),
    ]
    told = [text for text, count in zip(told, (down, anew), strict=True) if count]
    return Text(
        f"{' และ '.join(text.th for text in told)} สั่ง tonbaep pack เพื่อพิมพ์รายการ",
        f"{' and '.join(text.en for text in told)}; run tonbaep pack for the lists",
    )


def _done(report: Report) -> Text:
    return Text(
        f"เสร็จแล้ว: ทำใหม่ {len(report.pressed)} ชิ้น ใช้ของเดิม {report.reused} ชิ้น รวม {report.files} ไฟล์\n"
        "เปิดดู site/index.html และพิมพ์จาก build/print",
        f"done: {len(report.pressed)} sheets and pages made anew, {report.reused} kept, {report.files} files in all\n"
        "open site/index.html and print from build/print",
    )


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
