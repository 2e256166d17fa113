"""Words to and from the terminal: the only part that prints, and the only one that knows exit codes."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from generator.cli.arguments import language_of, parse
from generator.cli.terminal import Terminal, to_mend
from generator.cli.values import WrongUsage
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, PROBLEMS, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 problems in the records, 2 wrong usage, 3 our bug."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A Windows console may use a code page without Thai; a letter it cannot show must not end the run.
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = list(sys.argv[1:] if arguments is None else arguments)
    terminal = Terminal(language_of(words), as_json="--json" in words)
    try:
        command, options = parse(words, terminal.language)
        command.run(options, terminal)
    except SystemExit:
        return DONE  # help or version was shown
    except KeyboardInterrupt:
        terminal.say(Text("หยุดตามสั่ง ไฟล์เดิมยังอยู่ครบ", "stopped; the earlier files are all in place"))
        _leave_at_once()
    except Exception as fault:  # noqa: BLE001 - the last place that can explain it to a person
        return _explain(fault, terminal)
    return DONE


def _leave_at_once() -> NoReturn:
    """Exit without waiting for threads: one may wait for ever, since Ctrl-C during an import never releases its lock.

    What was being made stands beside the old folders, so exiting here is as harmless as a power cut.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(INTERRUPTED)


def _explain(fault: Exception, terminal: Terminal) -> int:
    """Explain what went wrong to the person who can do something about it; return the exit code."""
    if isinstance(fault, WrongUsage):
        terminal.problems(fault.problems)
        return USAGE
    if isinstance(fault, ProblemsFound):
        terminal.problems(fault.problems, to_mend(fault.problems))
        return PROBLEMS
    if isinstance(fault, OSError) and fault.errno in _DISK:
        terminal.problems((_disk_problem(fault),), Text("ยังไม่ได้เขียนไฟล์ใด", "nothing was written"))
        return PROBLEMS
    if isinstance(fault, ModuleNotFoundError) and not (fault.name or "").startswith("generator"):
        terminal.problems((_not_installed(fault),), Text("ยังไม่ได้เขียนไฟล์ใด", "nothing was written"))
        return PROBLEMS
    import traceback  # 5 ms that a run without an exception need not spend

    traceback.print_exception(fault)
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
    errno.EIO: Text(
        "ดิสก์อ่านหรือเขียนไม่สำเร็จ อาจเสียหรือหลุด", "the disk cannot be read or written; it may be damaged or gone"
    ),
}


def _not_installed(fault: ModuleNotFoundError) -> Problem:
    return Problem(
        file=sys.executable,
        line=0,
        column=0,
        field="",
        message=Text(
            f"ยังติดตั้งไม่ครบ ไม่พบส่วนประกอบ “{fault.name}” ใน Python ตัวนี้",
            f"not all is installed: this Python has no “{fault.name}”",
        ),
        fix=Text(
            "สั่งบรรทัดแรกใน README.md อีกครั้ง แล้วเรียก tonbaep จากโฟลเดอร์ .venv",
            "run the first command of README.md again, and call the tonbaep in the folder .venv",
        ),
    )


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
