"""What the door would say if some files of the records were others: tried in a copy, so that nothing is touched."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from generator.disk.keeping import begin, clear, link, write
from generator.problems import ProblemsFound
from generator.reading import folder, read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from generator.disk.swap import Workshop
    from generator.problems import Problem
    from generator.store import Store


def judged(workshop: Workshop, store: Store, today: date, instead: Mapping[str, bytes]) -> Sequence[Problem]:
    """Return the problems and doubts of the records with the bytes of some files, by their paths from the project.

    Nobody waits for it who makes something, nor does it wait for them.
    """
    with workshop.trying() as place:
        if place.exists():  # an earlier run was killed
            clear(place)
        begin(place)
        try:
            _fill(workshop.project, place, instead)
            return read(place, store, today).warnings
        except ProblemsFound as found:
            return found.problems
        finally:
            clear(place)


def _fill(project: Path, place: Path, instead: Mapping[str, bytes]) -> None:
    for above, _, names in os.walk(project / folder.WINNERS, followlinks=True):
        for name in names:
            path = Path(above, name).relative_to(project)
            if path.as_posix() in instead:
                continue
            with suppress(FileNotFoundError):  # half of a file that is being replaced just now
                link(Path(os.path.realpath(project / path)), place / path)
    for name, value in instead.items():
        write(place / name, value)
