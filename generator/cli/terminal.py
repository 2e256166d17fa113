"""What a person or a script sees: plain sentences in one language, problems, progress, or one JSON value."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

from generator.cli import streams
from generator.problems import Language, Problem, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_LINE_EVERY = 10
"""How many sheets pass between two lines of progress where there is no terminal to draw a bar on."""

_YES, _NO = frozenset(("ใช่", "y", "yes")), frozenset(("ไม่", "ไม่ใช่", "n", "no"))


def _no_answer(typed: str) -> Text | None:
    """Return what to say to an answer that is neither yes nor no."""
    return None if typed.lower() in _YES | _NO else Text("พิมพ์ ใช่ หรือ ไม่", "Type y or n")


def to_mend(problems: Sequence[Problem]) -> Text | None:
    """Return how many problems are to be fixed, or None if all are only warnings."""
    errors = sum(not problem.warning for problem in problems)
    if not errors:
        return None
    return Text(f"พบจุดที่ต้องแก้ {errors} จุด ยังไม่ได้เขียนไฟล์ใด", f"{errors} problem(s) to fix. Nothing was written")


class Terminal:
    """The two output streams; with `as_json`, only the final value goes to standard output."""

    def __init__(self, language: Language, *, as_json: bool) -> None:
        """Speak `language`."""
        self.language = language
        self.as_json = as_json
        self.fell_short = False
        """Whether a command did its work but for what it told; then the exit code says so."""
        self.unheard: OSError | None = None

    def say(self, text: Text) -> None:
        """Show a sentence; if JSON was asked for, on standard error."""
        self._print(text.say(self.language), sys.stderr if self.as_json else sys.stdout)

    def problems(self, problems: Sequence[Problem], closing: Text | None = None) -> None:
        """Show every problem and then a closing sentence, which is left out of JSON."""
        if self.as_json:
            self.value({"problems": [problem.as_json() for problem in problems]})
            return
        for problem in problems:
            self._print(problem.say(self.language), sys.stderr)
        if closing:
            self._print(closing.say(self.language), sys.stderr)

    def value(self, value: object) -> None:
        """Show a value as JSON, if JSON was asked for."""
        if self.as_json:
            self._print(json.dumps(value, ensure_ascii=False, indent=1), sys.stdout)

    def ask_seconds(self, question: Text) -> float:
        """Ask a person for a number of seconds until one is typed; return 0 if nobody is there to ask."""
        from generator.thai.digits import to_arabic

        while True:
            self._print(f"{question.say(self.language)}: ", sys.stderr)
            typed = sys.stdin.readline()
            if not typed:
                return 0
            with suppress(ValueError):
                seconds = float(to_arabic(typed.strip()))
                if 0 < seconds < float("inf"):
                    return seconds

    def ask(self, question: Text, fault: Callable[[str], Text | None]) -> str:
        """Ask a person until the answer is sound, and return it; return nothing if it is left for later.

        Nobody is asked where no person sits before a terminal.
        """
        if not sys.stdin.isatty():
            return ""
        while True:
            self._print(f"{question.say(self.language)}: ", sys.stderr)
            typed = sys.stdin.readline().strip()
            said = fault(typed) if typed else None
            if said is None:
                return typed
            self._print(said.say(self.language), sys.stderr)

    def agree(self, question: Text) -> bool:
        """Ask a person, and return whether the answer is yes; nobody to ask has not agreed."""
        return self.ask(Text(f"{question.th} (ใช่/ไม่)", f"{question.en} (y/n)"), _no_answer).lower() in _YES

    def ask_secret(self, question: Text) -> str:
        """Ask a person for what nobody may see on the screen; return nothing where nobody is there to ask."""
        if not sys.stdin.isatty():
            return ""
        from getpass import getpass

        return getpass(f"{question.say(self.language)}: ", sys.stderr)

    @contextmanager
    def progress(self) -> Iterator[Callable[[int, int, str], None]]:
        """Yield a function that shows the progress of long work: a bar on a terminal, plain lines elsewhere."""
        if sys.stderr.isatty() and not self.as_json:
            from tqdm import tqdm

            with tqdm(unit="", bar_format="{l_bar}{bar:30}| {n_fmt}/{total_fmt} {postfix}", file=sys.stderr) as bar:

                def show(done: int, of: int, title: str) -> None:
                    bar.total, bar.n = of or bar.total, min(done, of or bar.total or done)
                    bar.set_postfix_str(title[:40])

                yield show
        else:
            yield self._line

    def _line(self, done: int, of: int, title: str) -> None:
        """Show every tenth sheet and, once it is known, how many there are."""
        if done % _LINE_EVERY == 0 or done == of:
            th, en = (f"จาก {of} รายการ", f"of {of} files") if of else ("รายการ", "files")
            text = Text(f"เสร็จแล้ว {done} {th} ล่าสุด: {title}", f"Done {done} {en}, latest: {title}")
            self._print(text.say(self.language), sys.stderr)

    def told(self, problems: Sequence[Problem]) -> None:
        """Show warnings about the run itself, which are no part of a script's value."""
        for problem in problems:
            self._print(problem.say(self.language), sys.stderr)

    def _print(self, text: str, stream: TextIO) -> None:
        """Show a line; where nobody can read it any more, go on with the work and remember it for the end."""
        try:
            print(text, file=stream, flush=True)
        except OSError as fault:
            self.unheard = self.unheard or fault
            streams.silence(stream)
