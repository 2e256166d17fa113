"""A command that nobody types: it says what it says to whoever pressed its button."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from generator.cli.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from generator.problems import Language, Problem, Text


class Heard(Protocol):
    """What keeps the words of a command, its problems, and how far it is."""

    def say(self, text: Text) -> None:
        """Keep a sentence."""

    def problem(self, problem: Problem) -> None:
        """Keep a problem."""

    def show(self, done: int, of: int, title: str) -> None:
        """Keep how much is done of how much, and what was done last."""


class Recorded(Terminal):
    """A terminal without streams; nobody sits before it who could be asked."""

    def __init__(self, language: Language, heard: Heard) -> None:
        """Tell everything to `heard`."""
        super().__init__(language, as_json=False)
        self._heard = heard

    def say(self, text: Text) -> None:
        """Keep a sentence."""
        self._heard.say(text)

    def problems(self, problems: Sequence[Problem], closing: Text | None = None) -> None:
        """Keep every problem, and then a closing sentence."""
        self.told(problems)
        if closing:
            self.say(closing)

    def told(self, problems: Sequence[Problem]) -> None:
        """Keep every problem."""
        for problem in problems:
            self._heard.problem(problem)

    def ask_seconds(self, _: Text) -> float:
        """Return 0: nobody is asked."""
        return 0

    def ask(self, _: Text, __: Callable[[str], Text | None]) -> str:
        """Return nothing: nobody is asked."""
        return ""

    def ask_secret(self, _: Text) -> str:
        """Return nothing: nobody is asked."""
        return ""

    @contextmanager
    def progress(self) -> Iterator[Callable[[int, int, str], None]]:
        """Yield a function that keeps the progress of long work."""
        yield self._heard.show


def run_recorded(words: Sequence[str], project: Path, language: Language, heard: Heard) -> int:
    """Run a command in a project, and return its exit code."""
    from generator.cli import run

    usual = gc.get_threshold()
    try:
        return run([*words, "--project", str(project)], Recorded(language, heard))
    finally:
        gc.set_threshold(*usual)  # a command that ends with its process collects seldom, and nothing in the end
        gc.unfreeze()
