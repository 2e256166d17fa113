"""A command in the background, what it says and how far it is: pages ask for it while somebody looks on."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.problems import Problem, Text

    Run = Callable[[Sequence[str], "Job", str], int]
    """Runs a command, whose words and progress the job keeps, with a secret; returns its exit code."""


@dataclass
class Job:
    """The one command that may run; `code` is how the last one ended, None as long as none has."""

    run: Run
    title: Text | None = None
    running: bool = False
    done: int = 0
    of: int = 0
    said: list[Text] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    code: int | None = None
    words: tuple[str, ...] = ()
    """The words of a command that only showed what it would keep, for whoever agrees to it."""
    over: Callable[[], object] = list
    """Called when a command is done with, and nobody can agree to it any more."""

    def __post_init__(self) -> None:
        """Nothing runs yet."""
        self._lock = Lock()

    def start(self, title: Text, words: Sequence[str], secret: str = "", *, shown: bool = False) -> bool:
        """Begin a command, unless one runs; return whether it began. A `secret` is kept nowhere.

        One that is only `shown` keeps its words, so that somebody can agree to it.
        """
        with self._lock:
            if self.running:
                return False
            self.title, self.running, self.done, self.of, self.code = title, True, 0, 0, None
            self.said, self.problems = [], []
            self.words = tuple(words) if shown else ()
        Thread(target=self._work, args=(words, secret), daemon=True).start()
        return True

    def _work(self, words: Sequence[str], secret: str) -> None:
        try:
            self.code = self.run(words, self, secret)
        finally:
            if not self.words:
                self.over()
            self.running = False

    def say(self, text: Text) -> None:
        """Keep a sentence."""
        self.said.append(text)

    def problem(self, problem: Problem) -> None:
        """Keep a problem."""
        self.problems.append(problem)

    def show(self, done: int, of: int, _: str) -> None:
        """Keep how much is done of how much."""
        self.done, self.of = done, of or self.of
