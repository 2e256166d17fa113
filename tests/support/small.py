"""The smallest valid records, and a way to break them in one place; not the sample that offices start from."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from generator.model import Picture
from generator.problems import Problem, ProblemsFound
from generator.reading import photos, read
from generator.reading.photos import faces
from generator.store import Store

if TYPE_CHECKING:
    from generator.model import Records

BAD = Path(__file__).parent / "bad"

ORGANISATION = "organisation.yaml"
ROUND = "2566/round.yaml"
WINNERS = "2566/winners.yaml"
PHOTO = "2566/photos/first.jpg"


def _draw(path: Path) -> None:
    Image.new("RGB", (800, 1000), "#2f6f7f").save(path)


@cache
def _looked_at() -> Path:
    """Return a store in which the photo is known, as it is to a second build: looking for its face takes a process."""
    folder = Path(tempfile.mkdtemp(prefix="tonbaep-small-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _draw(folder / "first.jpg")
    store = Store(folder / "store")
    picture = photos.read(folder / "first.jpg", store)
    assert isinstance(picture, Picture)
    faces.found(store, [picture.digest])
    return folder / "store"


class Small:
    """A project that belongs to one test, below the test's folder."""

    def __init__(self, folder: Path) -> None:
        """Write the records and draw their one photo."""
        self.project = folder / "project"
        self.store_folder = folder / "store"
        shutil.copytree(_looked_at(), self.store_folder)
        self.store = Store(self.store_folder)
        shutil.copytree(BAD / "winners", self.project / "winners")
        self.path(PHOTO).parent.mkdir(exist_ok=True)
        _draw(self.path(PHOTO))

    def path(self, name: str) -> Path:
        """Return a file below `winners/`."""
        return self.project / "winners" / name

    def text(self, name: str) -> str:
        """Return a file's text."""
        return self.path(name).read_text(encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace `old`, which must occur exactly once."""
        text = self.text(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def write(self, name: str, text: str) -> None:
        """Write a file's text unchanged, including line ends."""
        self.path(name).write_bytes(text.encode())

    def add_year(self) -> None:
        """Add a round of 2567 with the same people, every day of it a year later."""
        shutil.copytree(self.path("2566"), self.path("2567"))
        text = self.text(ROUND)
        days = (("๒๕๖๖", "๒๕๖๗"), ("2566", "2567"), ("2565", "2566"), ("มี.ค. 66", "มี.ค. 67"))
        figures = (("2566, percent: 78.4", "2565, percent: 78.4"), ("2566, count: 5", "2565, count: 5"))
        form = (("entry.1={channel}&entry.2={place}", "entry.3={channel}&entry.4={place}"),)
        for old, new in (*days, *figures, *form):
            text = text.replace(old, new)
        self.write("2567/round.yaml", text)

    def read(self) -> Records:
        """Read the records, which must be valid."""
        return read(self.project, self.store)

    def problems(self) -> tuple[Problem, ...]:
        """Return every problem of the records; there must be at least one."""
        with pytest.raises(ProblemsFound) as found:
            read(self.project, self.store)
        return found.value.problems

    def only_problem(self) -> Problem:
        """Return the only problem; a second one would be a mere consequence of it."""
        problems = self.problems()
        assert len(problems) == 1, "\n".join(problem.say() for problem in problems)
        return problems[0]

    def place(self, name: str, text: str) -> tuple[int, int]:
        """Return line and column of `text`, counted here and not by the product."""
        before, found, _ = self.text(name).partition(text)
        assert found, f"{text!r} is not in {name}"
        return before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
