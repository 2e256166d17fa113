"""Keeps the figures of a survey with the records, whole or not at all; what they are is decided elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disk.keeping import replace, restore
from generator.problems import ProblemsFound
from generator.reading import read, schema
from generator.reading.folder import SURVEY, WINNERS
from generator.reading.record import open_record

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Records
    from generator.store import Store


def kept(project: Path, year: int) -> schema.SurveyCounts | None:
    """Return what was kept of an earlier import; raises `ProblemsFound` where it cannot be read."""
    file = project / WINNERS / str(year) / SURVEY
    if not file.is_file():
        return None
    record, problems = open_record(file, f"{WINNERS}/{year}/{SURVEY}", schema.SurveyCounts)
    wrong = [problem for problem in problems if not problem.warning]
    if wrong or record is None:
        raise ProblemsFound(wrong)
    return record.value


def keep(project: Path, store: Store, year: int, text: str) -> Records | None:
    """Write the figures, and return the records with them, None where these figures were there already.

    Where the records can then not be read, the file is as it was before and `ProblemsFound` is raised.
    """
    file = project / WINNERS / str(year) / SURVEY
    before = file.read_bytes() if file.is_file() else None
    if before == text.encode():
        return None
    try:
        replace(file, text.encode())
        return read(project, store)
    except BaseException:
        restore(file, before)
        raise
