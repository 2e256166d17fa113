"""A command in a process of its own, which tells line by line what it says: its memory goes when it ends.

A desk is open all day. A whole build would leave it with several hundred megabytes that nobody gives back.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from generator.cli.recorded import run_recorded
from generator.problems import Problem, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.cli.recorded import Heard
    from generator.problems import Language

_NO_WINDOW: Final = 0x08000000 if sys.platform == "win32" else 0
"""Windows would open a black window for each command."""

_PACKAGE: Final = str(Path(__file__).parents[2])


class _Telling:
    """Keeps nothing, and tells everything to whoever began this process."""

    def say(self, text: Text) -> None:
        """Tell a sentence."""
        _tell("say", list(text))

    def problem(self, problem: Problem) -> None:
        """Tell a problem."""
        _tell("problem", problem.as_json())

    def show(self, done: int, of: int, title: str) -> None:
        """Tell how far it is."""
        _tell("show", [done, of, title])


def run_apart(words: Sequence[str], project: Path, language: Language, heard: Heard, secret: str = "") -> int:
    """Run a command in a project, and return its exit code; `heard` keeps what it tells while it runs.

    A `secret` goes with its environment, which only this user sees.
    """
    with subprocess.Popen(  # noqa: S603 - our own module; words of a form are arguments, and no shell reads them
        (sys.executable, "-P", "-m", __name__, language, str(project.absolute()), *words),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([_PACKAGE, *_paths()]), **_handed(secret)},
        creationflags=_NO_WINDOW,
    ) as running:
        for line in running.stdout or ():
            _hear(line, heard)
    return running.returncode


def _handed(secret: str) -> dict[str, str]:
    from generator.publishing.passwords import VARIABLE  # few commands need one

    return {VARIABLE: secret} if secret else {}


def _paths() -> list[str]:
    """Return where our libraries lie, but not the folder that the clerk works in."""
    here = os.path.realpath(os.curdir)
    return [each for each in sys.path if each and os.path.realpath(each) != here]


def _hear(line: bytes, heard: Heard) -> None:
    """Take a line; one that is none of ours was printed by some package and is left out."""
    try:
        what, told = json.loads(line)
    except (ValueError, TypeError):
        return
    if what == "say":
        heard.say(Text(*told))
    elif what == "problem":
        heard.problem(_problem(told))
    elif what == "show":
        heard.show(*told)


def _problem(told: dict[str, Any]) -> Problem:
    return Problem(**{**told, "message": Text(**told["message"]), "fix": Text(**told["fix"])})


def _tell(what: str, told: object) -> None:
    try:
        sys.stdout.write(json.dumps([what, told]) + "\n")
        sys.stdout.flush()
    except OSError:
        os._exit(1)  # whoever began it is gone; what was being made stands beside the old folders


def main() -> int:
    """Run the command of the arguments: its language, its project, and its words."""
    language, project, *words = sys.argv[1:]
    return run_recorded(words, Path(project), "en" if language == "en" else "th", _Telling())


if __name__ == "__main__":
    sys.exit(main())
