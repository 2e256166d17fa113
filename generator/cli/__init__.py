"""Words to and from the terminal: the only part that prints, and the only one that knows exit codes."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

from generator.cli.arguments import Shown, language_of, parse
from generator.cli.faults import of_machine
from generator.cli.leash import follow
from generator.cli.streams import begin_in_utf8, open_all, silence
from generator.cli.terminal import Terminal, to_mend
from generator.cli.values import WrongUsage
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, PROBLEMS, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 problems in the records, 2 wrong usage, 3 our bug."""
    if arguments is None:
        begin_in_utf8()
        follow()
    unasked = open_all()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A Windows console may use a code page without Thai; a letter it cannot show must not end the run.
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = list(sys.argv[1:] if arguments is None else arguments)
    terminal = Terminal(language_of(words), as_json="--json" in words)
    code = run(words, terminal)
    return PROBLEMS if _unheard(terminal, unasked=unasked) and code == DONE else code


def run(words: list[str], terminal: Terminal) -> int:
    """Run one command before a terminal, and return its exit code."""
    options = None
    try:
        command, options = parse(words, terminal.language)
        command.run(options, terminal)
    except Shown as shown:
        terminal.say(Text(str(shown), str(shown)))
    except KeyboardInterrupt:
        terminal.say(Text("หยุดตามสั่ง ไฟล์เดิมยังอยู่ครบ", "Stopped. Your earlier files are unchanged"))
        _leave_at_once()
    except Exception as fault:  # noqa: BLE001 - the last place that can explain it to a person
        return _explain(fault, terminal)
    finally:
        workshop = getattr(options, "workshop", None)
        terminal.told(workshop.own.heard() if workshop else ())
    return PROBLEMS if terminal.fell_short else DONE


def _unheard(terminal: Terminal, *, unasked: bool) -> bool:
    """Say what can still be said if the answer could not be shown, and return whether that is so.

    Whoever closes a pipe has read enough.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as fault:
            terminal.unheard = terminal.unheard or fault
            silence(stream)
    if not (unasked or terminal.unheard) or isinstance(terminal.unheard, BrokenPipeError):
        return False
    terminal.told((_UNHEARD,))
    return True


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
    found = of_machine(fault)
    if found:
        terminal.problems((found,), Text("ยังไม่ได้เขียนไฟล์ใด", "Nothing was written"))
        return PROBLEMS
    import traceback  # 5 ms that a run without an exception need not spend

    traceback.print_exception(fault)
    terminal.say(
        Text(
            "เกิดข้อผิดพลาดภายในโปรแกรม ไฟล์เดิมยังอยู่ครบ โปรดส่งข้อความข้างบนให้ผู้ดูแลโปรแกรม",
            "Internal error. Your earlier files are unchanged. Please send the text above to the maintainers",
        )
    )
    return BUG


_UNHEARD = Problem(
    "-",
    0,
    0,
    "",
    Text("แสดงคำตอบไม่ได้ เพราะปลายทางของคำตอบปิดอยู่หรือเต็ม", "The answer could not be shown: the output is closed or full"),
    Text(
        "สั่งใหม่โดยให้คำตอบขึ้นบนหน้าจอ หรือลงไฟล์ในดิสก์ที่มีที่ว่าง",
        "Run it again on the screen, or write to a file on a disk with free space",
    ),
)
