"""What the form of a button brings for its command: words, and files, which are put among the papers first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

if TYPE_CHECKING:
    from generator.amending.held import Held
    from generator.desk.actions import Asked
    from generator.problems import Text


def given(asked: Asked, held: Held, year: int) -> str:
    """Return what a form brought for something that a command asks for; of files, where each is, a line a file."""
    if asked.kind != "files":
        return request.form.get(asked.name, "").strip()
    from generator.amending.brought import bring

    files = [(each.filename, each.stream.read()) for each in request.files.getlist(asked.name) if each.filename]
    return "\n".join(map(str, bring(held.workshop.project, year, files)))


def papers() -> list[tuple[str, Text]]:
    """Return the office's papers by name; they bring the presses, which no other page waits for."""
    from generator.papers import PAPERS

    return [(paper.name, paper.title) for paper in PAPERS]
