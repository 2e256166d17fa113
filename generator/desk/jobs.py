"""A build in the background, and how far it is: pages ask for it while somebody looks on."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock, Thread
from typing import TYPE_CHECKING

from generator.problems import ProblemsFound

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.problems import Problem

    Progress = Callable[[int, int, str], None]
    Build = Callable[[Progress], Sequence[Problem]]


@dataclass
class Job:
    """The one build that may run; `problems` are what stood in its way, None as long as none has ended."""

    build: Build
    running: bool = False
    done: int = 0
    of: int = 0
    problems: tuple[Problem, ...] | None = None
    fault: str = ""

    def __post_init__(self) -> None:
        """Nobody builds yet."""
        self._lock = Lock()

    def start(self) -> None:
        """Begin to build, unless somebody does."""
        with self._lock:
            if self.running:
                return
            self.running, self.done, self.of, self.problems, self.fault = True, 0, 0, None, ""
        Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            self.problems = tuple(self.build(self._show))
        except ProblemsFound as found:
            self.problems = found.problems
        except OSError as fault:
            self.fault = str(fault)
        finally:
            self.running = False

    def _show(self, done: int, of: int, _: str) -> None:
        self.done, self.of = done, of or self.of
