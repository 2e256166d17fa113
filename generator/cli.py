"""Words to and from the terminal: the only module that prints and the only one that knows exit codes.

Heavy packages are imported where a command needs them, so that `--help` and a build with nothing to do answer at once.
"""

from __future__ import annotations

import argparse
import errno
import gc
import json
import sys
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from generator import __version__
from generator.era import BANGKOK
from generator.problems import Language, Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.building.order import Order
    from generator.building.swap import Workshop

_LINE_EVERY = 10
"""Sheets between two lines of progress where there is no terminal to draw a bar on."""

DONE, PROBLEMS, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130

_STAGES = {
    "preparing": Text("เตรียมการ", "preparing"),
    "criteria": Text("ประกาศหลักเกณฑ์แล้ว", "criteria announced"),
    "nominations": Text("รับการเสนอชื่อ", "nominations open"),
    "survey": Text("สำรวจความพึงพอใจ", "survey running"),
    "judging": Text("คณะกรรมการพิจารณา", "judging"),
    "announced": Text("ประกาศผลแล้ว", "result announced"),
    "ceremony": Text("มอบประกาศเกียรติคุณแล้ว", "ceremony held"),
    "closed": Text("เสร็จสิ้น", "closed"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 problems in the records, 2 wrong usage, 3 our bug."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A Windows console may be set to a code page without Thai; a letter it cannot show must not end the run.
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    language: Language = _language(given)
    try:
        options = _parser(language).parse_args(given)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    terminal = Terminal(options.lang, as_json=options.json)
    try:
        return int(_COMMANDS[options.command](options, terminal))
    except (Exception, KeyboardInterrupt) as fault:  # noqa: BLE001 - the last place that can tell a person what to do
        return _explain(fault, terminal)


def _explain(fault: BaseException, terminal: Terminal) -> int:
    """Say what went wrong to the person who can do something about it; return the exit code."""
    if isinstance(fault, ProblemsFound):
        terminal.problems(fault.problems)
        return PROBLEMS
    if isinstance(fault, OSError) and fault.errno in _DISK:
        terminal.problems((_disk_problem(fault),))
        return PROBLEMS
    if isinstance(fault, KeyboardInterrupt):
        terminal.say(Text("หยุดตามสั่ง ไฟล์เดิมยังอยู่ครบ", "stopped; the earlier files are all in place"))
        return INTERRUPTED
    import traceback  # noqa: PLC0415 - 5 ms that a run without a fault need not spend

    traceback.print_exception(fault)
    return _our_bug(terminal)


def _our_bug(terminal: Terminal) -> int:
    terminal.say(
        Text(
            "โปรแกรมทำงานผิดพลาดเอง ไฟล์เดิมยังอยู่ครบ โปรดส่งข้อความข้างบนให้ผู้ดูแลโปรแกรม",
            "this is the program's own fault; earlier files are in place; please send the text above to its keepers",
        )
    )
    return BUG


_DISK = {
    errno.ENOSPC: Text("เนื้อที่ดิสก์เต็ม", "the disk is full"),
    errno.EDQUOT: Text("ใช้เนื้อที่ดิสก์เกินโควตา", "the disk quota is used up"),
    errno.EACCES: Text(
        "ไม่มีสิทธิ์เขียนหรืออ่านไฟล์นี้ หรือมีโปรแกรมอื่นเปิดค้างอยู่", "no right to this file, or another program holds it open"
    ),
    errno.EPERM: Text("ไม่มีสิทธิ์เขียนหรืออ่านไฟล์นี้", "no right to this file"),
    errno.EROFS: Text("ดิสก์นี้อ่านได้อย่างเดียว", "this disk is read-only"),
}


def _disk_problem(fault: OSError) -> Problem:
    return Problem(
        file=str(fault.filename or "."),
        line=0,
        column=0,
        field="",
        message=_DISK[fault.errno or errno.EACCES],
        fix=Text(
            "ปิดไฟล์ที่เปิดค้าง หรือลบไฟล์ที่ไม่ใช้ให้มีที่ว่าง แล้วสั่งใหม่ ไฟล์เดิมใน site และ build ยังอยู่ครบ",
            "close open files or make room, then run again; the earlier site and build are untouched",
        ),
    )


class Terminal:
    """What a person or a script sees: plain sentences in one language, or one JSON value."""

    def __init__(self, language: Language, *, as_json: bool) -> None:
        """Speak `language`; with `as_json` nothing but the final value goes to standard output."""
        self.language = language
        self.as_json = as_json

    def say(self, text: Text) -> None:
        """Show a sentence; beside JSON it goes to standard error."""
        self._print(text.say(self.language), sys.stderr if self.as_json else sys.stdout)

    def problems(self, problems: Sequence[Problem]) -> None:
        """Show every problem, then how many there are."""
        if self.as_json:
            self.value({"problems": [problem.as_json() for problem in problems]})
            return
        for problem in problems:
            self._print(problem.say(self.language), sys.stderr)
        errors = sum(not problem.warning for problem in problems)
        if errors:
            text = Text(f"พบที่ต้องแก้ {errors} แห่ง ยังไม่ได้เขียนไฟล์ใด", f"{errors} to mend; nothing was written")
            self._print(text.say(self.language), sys.stderr)

    def value(self, value: object) -> None:
        """Show a value as JSON, if JSON was asked for."""
        if self.as_json:
            self._print(json.dumps(value, ensure_ascii=False, indent=1), sys.stdout)

    @contextmanager
    def progress(self) -> Iterator[Callable[[int, int, str], None]]:
        """Yield a function that shows how far a long work is: a bar on a terminal, a plain line elsewhere."""
        if sys.stderr.isatty() and not self.as_json:
            from tqdm import tqdm  # noqa: PLC0415 - only where a bar is drawn

            with tqdm(unit="", bar_format="{l_bar}{bar:30}| {n_fmt}/{total_fmt} {postfix}", file=sys.stderr) as bar:

                def show(done: int, of: int, title: str) -> None:
                    bar.total, bar.n = of, done
                    bar.set_postfix_str(title[:40])

                yield show
        else:
            yield self._line

    def _line(self, done: int, of: int, title: str) -> None:
        if done % _LINE_EVERY == 0 or done == of:
            text = Text(f"ทำแล้ว {done} จาก {of} แผ่น ล่าสุด: {title}", f"{done} of {of} sheets, the last: {title}")
            self._print(text.say(self.language), sys.stderr)

    @staticmethod
    def _print(text: str, stream: TextIO) -> None:
        print(text, file=stream, flush=True)


def _language(arguments: Sequence[str]) -> Language:
    """Return the language asked for, needed before anything is parsed so that help and usage speak it too."""
    for index, argument in enumerate(arguments):
        if argument == "--lang=en" or (argument == "--lang" and arguments[index + 1 : index + 2] == ["en"]):
            return "en"
    return "th"


def _parser(language: Language) -> argparse.ArgumentParser:
    def t(th: str, en: str) -> str:
        return Text(th, en).say(language)

    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR", help=t("โฟลเดอร์ของโครงการ", "project folder")
    )
    shared.add_argument("--lang", choices=("th", "en"), default="th", help=t("ภาษาของข้อความ", "language of messages"))
    shared.add_argument("--json", action="store_true", help=t("แสดงผลเป็น JSON", "answer as JSON"))
    moment = argparse.ArgumentParser(add_help=False)
    moment.add_argument(
        "--as-of",
        metavar="T",
        help=t("สร้างตามที่เปิดเผยได้ ณ เวลานี้ เช่น “2566-04-20 09:00”", "what may be public at this moment"),
    )
    parser = argparse.ArgumentParser(
        prog="tonbaep",
        description=t("ต้นแบบ: จากข้อมูลชุดเดียว สู่สื่อประชาสัมพันธ์ทุกช่องทาง", "one set of records, every channel"),
    )
    parser.add_argument("--version", action="version", version=f"tonbaep {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar=t("คำสั่ง", "COMMAND"))
    commands.add_parser("check", parents=[shared], help=t("ตรวจข้อมูลโดยไม่สร้างไฟล์", "check the records, write nothing"))
    make = commands.add_parser(
        "build", parents=[shared, moment], help=t("สร้างเว็บไซต์และสื่อทั้งหมด", "make site and pieces")
    )
    make.add_argument("--year", type=_year, metavar="Y", help=t("เฉพาะปี พ.ศ. นี้", "only this Buddhist-era year"))
    make.add_argument("--only", nargs="+", default=(), metavar="PIECE", help=t("เฉพาะสื่อเหล่านี้", "only these pieces"))
    make.add_argument(
        "--sealed",
        action="store_true",
        help=t(
            "พิมพ์ผลที่ยังไม่ประกาศไว้ก่อนใน build/sealed (ใช้ภายใน)", "press the coming result into build/sealed (internal)"
        ),
    )
    serve = commands.add_parser(
        "serve", parents=[shared, moment], help=t("เปิดดูเว็บไซต์และสร้างใหม่เมื่อแก้ไข", "preview, rebuild on change")
    )
    serve.add_argument("--port", type=int, default=8000, help=t("หมายเลขพอร์ต", "port"))
    return parser


def _year(text: str) -> int:
    from generator.thai.digits import to_arabic  # noqa: PLC0415

    return int(to_arabic(text))


def _moment(options: argparse.Namespace) -> datetime:
    """Return the as-of moment, rounded to the minute; without one, now: the only clock in the product."""
    if options.as_of is None:
        return datetime.now(BANGKOK).replace(second=0, microsecond=0)  # noqa: TID251 - the as-of default
    from generator.thai.dates import DateFault, parse_moment  # noqa: PLC0415

    try:
        return parse_moment(options.as_of)
    except DateFault as fault:
        problem = Problem("--as-of", 0, 0, "", fault.message, fault.fix)
        raise ProblemsFound((problem,)) from None


def _workshop(options: argparse.Namespace) -> Workshop:
    from generator.building.swap import Workshop  # noqa: PLC0415

    project = options.project.resolve()
    if not (project / "winners").is_dir():
        problem = Problem(
            str(options.project),
            0,
            0,
            "",
            Text("ไม่พบโฟลเดอร์ winners ที่นี่", "there is no folder `winners` here"),
            Text("สั่งในโฟลเดอร์ของโครงการ หรือระบุด้วย --project", "run inside the project, or name it with --project"),
        )
        raise ProblemsFound((problem,))
    return Workshop(project)


def _check(options: argparse.Namespace, terminal: Terminal) -> int:
    from generator.reading import read  # noqa: PLC0415
    from generator.store import Store  # noqa: PLC0415

    workshop = _workshop(options)
    records = read(workshop.project, Store(workshop.photos))
    terminal.problems(records.warnings)
    winners = sum(len(award.winners) for award in records.rounds)
    terminal.say(
        Text(
            f"ข้อมูลถูกต้อง: {len(records.rounds)} รอบ ผู้ได้รับการคัดเลือก {winners} คน",
            f"the records are sound: {len(records.rounds)} round(s), {winners} winner(s)",
        )
    )
    return DONE


def _build(options: argparse.Namespace, terminal: Terminal) -> int:
    gc.disable()  # one build makes little garbage and ends soon; looking for it would cost a tenth of the time
    workshop = _workshop(options)
    moment = _moment(options)
    with workshop.locked(lambda: terminal.say(_WAITING)):
        if not options.only and options.year is None:
            from generator.building import unchanged  # noqa: PLC0415

            report = unchanged.is_unchanged(workshop, moment, {"sealed": options.sealed})
            if report is not None:
                terminal.say(Text("ไม่มีอะไรเปลี่ยน ไฟล์ทั้งหมดเป็นปัจจุบันแล้ว", "nothing changed; every file is up to date"))
                terminal.value({"changed": False, **report, "pressed": []})
                return DONE
        _build_now(workshop, _order(options, moment), terminal)
    return DONE


_WAITING = Text("มีการสร้างอยู่ในอีกหน้าต่างหนึ่ง กำลังรอให้เสร็จ…", "another build is running here; waiting for it…")


def _order(options: argparse.Namespace, moment: datetime) -> Order:
    from generator.building.order import Order  # noqa: PLC0415
    from generator.pieces import PIECES  # noqa: PLC0415

    known = {piece.name for piece in PIECES}
    unknown = sorted(set(options.only) - known)
    if unknown:
        names = ", ".join(sorted(known))
        raise ProblemsFound(
            Problem(
                "--only",
                0,
                0,
                "",
                Text(f"ไม่มีสื่อชื่อ “{name}”", f"there is no piece “{name}”"),
                Text(f"ชื่อที่ใช้ได้: {names}", f"the names are: {names}"),
            )
            for name in unknown
        )
    return Order(moment, options.sealed, frozenset(options.only), options.year)


def _build_now(workshop: Workshop, order: Order, terminal: Terminal) -> None:
    from generator.building.build import build  # noqa: PLC0415

    with terminal.progress() as progress:
        report = build(workshop, order, progress)
    if not terminal.as_json:
        terminal.problems(report.warnings)
    for year, stage in report.stages:
        terminal.say(Text(f"ปี {year}: {_STAGES[stage].th}", f"{year}: {_STAGES[stage].en}"))
    terminal.say(
        Text(
            f"เสร็จแล้ว {report.files} ไฟล์ ทำใหม่ {len(report.pressed)} ใช้ของเดิม {report.reused}\n"
            "เปิดดู site/index.html และพิมพ์จาก build/print",
            f"done: {report.files} files, {len(report.pressed)} made anew, {report.reused} kept\n"
            "open site/index.html and print from build/print",
        )
    )
    terminal.value(
        {
            "changed": True,
            "files": report.files,
            "pressed": list(report.pressed),
            "stages": [list(stage) for stage in report.stages],
            "warnings": [warning.as_json() for warning in report.warnings],
        }
    )


def _serve(options: argparse.Namespace, terminal: Terminal) -> int:
    from generator.building.order import Order  # noqa: PLC0415
    from generator.building.preview import preview  # noqa: PLC0415

    workshop = _workshop(options)

    def rebuild() -> None:
        try:
            with workshop.locked(lambda: terminal.say(_WAITING)):
                _build_now(workshop, Order(_moment(options)), terminal)
        except ProblemsFound as found:
            terminal.problems(found.problems)

    rebuild()
    if not (workshop.project / "site").is_dir():
        return PROBLEMS
    address = f"http://127.0.0.1:{options.port}/"
    terminal.say(Text(f"เปิดดูที่ {address} กด Ctrl+C เพื่อหยุด", f"look at {address}; press Ctrl+C to stop"))
    preview(workshop.project, options.port, rebuild)
    return DONE


_COMMANDS: dict[str, Any] = {"check": _check, "build": _build, "serve": _serve}
