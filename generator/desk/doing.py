"""What the form of a button brings for its command: words and files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

from generator.desk import labels
from generator.model import PAPER_NAMES
from generator.problems import Text

if TYPE_CHECKING:
    from generator.amending.held import Held
    from generator.desk.actions import Asked
    from generator.disk.aside import Aside


class Brought:
    """What forms bring; answers and scans are put aside, and are gone when the next command begins."""

    def __init__(self, held: Held) -> None:
        """Nobody brought anything yet."""
        self._held = held
        self._aside: Aside | None = None

    def given(self, asked: Asked, year: int) -> str:
        """Return what a form brought for something that a command asks for; of files, where each is, a line a file."""
        if asked.kind not in {"files", "answers", "scan"}:
            return request.form.get(asked.name, "").strip()
        from generator.amending.brought import bring, put_aside
        from generator.disk.aside import Aside

        files = [(each.filename, each.stream.read()) for each in request.files.getlist(asked.name) if each.filename]
        if asked.kind == "files":
            return "\n".join(map(str, bring(self._held.workshop.project, year, files)))
        self.forget()
        self._aside = Aside(prefix="tonbaep-")
        return "\n".join(map(str, put_aside(self._aside, files)))

    def forget(self) -> None:
        """Take what was put aside away."""
        if self._aside is not None:
            self._aside.cleanup()
            self._aside = None


def papers() -> list[tuple[str, Text]]:
    """Return the office's papers by name, and all of them; they bring the presses, which no other page waits for."""
    from generator.papers import PAPERS

    return [*((paper.name, paper.title) for paper in PAPERS), ("all", labels.ALL_PAPERS)]


def official() -> list[tuple[str, Text]]:
    """Return the official papers by key, which alone are numbered and filed."""
    return [(key, Text(called, key.replace("-", " "))) for key, called in PAPER_NAMES.items()]
