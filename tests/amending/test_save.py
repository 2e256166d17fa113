"""Files that belong together are saved together, or stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.amending.save import Refused, Saving, keep, put_all, put_new
from generator.amending.trial import judged
from generator.disk.swap import Workshop
from generator.problems import Problem, Text
from tests.support.small import ORGANISATION, WINNERS, Small
from tests.support.workbooks import MOMENT

if TYPE_CHECKING:
    from pathlib import Path

WRONG = Problem("a", 1, 1, "x", Text("ผิด", "wrong"), Text("แก้", "mend"))


@pytest.mark.parametrize("told", [[WRONG], []])
def test_what_makes_it_worse_is_taken_back_in_every_file(tmp_path: Path, told: list[Problem]) -> None:
    """One that was new is gone again; what was wrong before may stay wrong."""
    one, new = tmp_path / "one", tmp_path / "new"
    one.write_bytes(b"before")
    savings = [Saving(one, b"before", b"after"), Saving(new, b"", b"begun")]
    answers = iter([told, [WRONG]])
    if told:
        put_all(savings, lambda: next(answers))
        assert (one.read_bytes(), new.read_bytes()) == (b"after", b"begun")
        return
    with pytest.raises(Refused):
        put_all(savings, lambda: next(answers))
    assert (one.read_bytes(), new.exists()) == (b"before", False)


def test_nothing_of_somebody_is_written_over(tmp_path: Path) -> None:
    """A workbook may hold an afternoon's work."""
    file = tmp_path / "a.xlsx"
    assert put_new(file, b"ours")
    assert put_new(file, b"ours")
    assert not put_new(file, b"other")
    assert file.read_bytes() == b"ours"
    assert keep(tmp_path, "a", ".xlsx", b"other") == tmp_path / "a-2.xlsx"
    assert keep(tmp_path, "a", ".xlsx", b"other") == tmp_path / "a-2.xlsx"


def test_the_door_is_asked_without_touching_the_records(tmp_path: Path) -> None:
    """Photos and files that stay are looked at where they are; a trial that was killed is in nobody's way."""
    small = Small(tmp_path)
    before = {path: path.stat() for path in small.path("").rglob("*")}
    workshop = Workshop(small.project)
    text = small.text(WINNERS).replace("division: works", "division: nowhere")
    with workshop.locked(lambda: None):
        (workshop.folder / "trial").mkdir()
        sound = judged(workshop, small.store, MOMENT.date(), {})
        found = judged(workshop, small.store, MOMENT.date(), {f"winners/{WINNERS}": text.encode()})
    assert [problem for problem in sound if not problem.warning] == []
    assert [(each.file, each.field) for each in found] == [(f"winners/{WINNERS}", "winners[1].division")]
    assert {path: (stat.st_mtime_ns, stat.st_size) for path, stat in before.items()} == {
        path: (path.stat().st_mtime_ns, path.stat().st_size) for path in small.path("").rglob("*")
    }
    assert not (workshop.folder / "trial").exists()
    assert small.path(ORGANISATION).stat().st_nlink == 1
