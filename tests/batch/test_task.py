"""One office on one worker: whatever becomes of its process is an answer, and no other office's business."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from generator.batch import task
from generator.batch.task import Job
from tests.support.batches import WINNER, office, spoil
from tests.support.product import AFTER, digest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("builds")


def job(project: Path, moment: str = AFTER, seconds: float = 300, megabytes: int = 8000) -> Job:
    """Return the job that a batch would give."""
    return Job(project.name, str(project), moment, seconds, megabytes, task.version())


def words(answer: task.Answer) -> str:
    """Return what an answer says, in Thai."""
    return "\n".join(each["message"]["th"] for each in answer["problems"])


def alone(project: Path) -> str | None:
    """Build an office by the command that a clerk types, and return the digest of all that was made."""
    subprocess.run((*task.command(str(project), AFTER),), check=True, capture_output=True)
    return digest(project / "build")


def test_an_office_is_built_as_it_is_alone_and_then_has_nothing_to_do(tmp_path: Path) -> None:
    """To the byte: a batch that differs from a single build could not be compared with a signed proof."""
    answer = task.make(job(office(tmp_path / "batch", "one")))
    assert answer["state"] == task.DONE
    assert answer["files"] > 0
    assert alone(office(tmp_path / "alone", "one")) == digest(tmp_path / "batch/one/build")
    again = task.make(job(tmp_path / "batch/one"))
    assert (again["state"], again["digest"]) == (task.SAME, answer["digest"])


def test_faults_of_records_are_told_in_the_clerk_s_words_at_their_line(tmp_path: Path) -> None:
    """The province's person reads line and file out to the clerk, who finds the same in `tonbaep check`."""
    project = office(tmp_path, "one")
    spoil(project)
    answer = task.make(job(project))
    assert answer["state"] == task.RECORDS
    first = answer["problems"][0]
    assert (first["file"], first["field"]) == ("winners/2566/winners.yaml", "winners[0].place")
    assert first["line"] > 1
    assert WINNER in words(answer)


def test_a_build_that_does_not_end_is_stopped_with_all_that_it_began(tmp_path: Path) -> None:
    """One office with a photo of a gigapixel must not keep a worker for ever."""
    answer = task.make(job(office(tmp_path, "one"), seconds=0.3))
    assert answer["state"] == task.FAILED
    assert "สร้างไม่เสร็จใน 0.3 วินาที" in words(answer)
    if sys.platform == "linux":
        time.sleep(0.2)
        left = subprocess.run(("pgrep", "-f", str(tmp_path)), capture_output=True, check=False).stdout.split()
        assert [each for each in left if int(each) != os.getpid()] == []


@pytest.mark.skipif(sys.platform != "linux", reason="no other system lets one process bound another")
def test_a_build_that_takes_too_much_memory_is_stopped(tmp_path: Path) -> None:
    """Otherwise the system ends whichever process it likes, the scheduler too."""
    answer = task.make(job(office(tmp_path, "one"), megabytes=80))
    assert answer["state"] == task.FAILED
    assert "หน่วยความจำ" in words(answer)


@pytest.mark.parametrize("code", [3, -11])
def test_a_press_that_crashes_is_an_exit_code(code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A segmentation fault in a library ends its own process and nothing else."""
    dying = f"import os, sys; os.kill(os.getpid(), {-code})" if code < 0 else f"import sys; sys.exit({code})"
    monkeypatch.setattr(task, "command", lambda *_, **__: (sys.executable, "-c", dying))
    answer = task.make(job(tmp_path))
    assert answer["state"] == task.FAILED
    assert ("สัญญาณ 11" if code < 0 else "จบด้วยเลข 3") in words(answer)


def test_a_worker_whose_clock_is_behind_opens_nothing_and_is_named(tmp_path: Path) -> None:
    """By its clock the moment has not come: what it makes is only to be looked at, so the office is not done."""
    project = office(tmp_path, "one")
    answer = task.make(job(project, moment="2599-05-15 12:00"))
    assert answer["state"] == task.REFUSED
    assert "นาฬิกาของเครื่อง" in words(answer)
    assert not (project / "build").exists()


def test_the_moment_of_the_batch_decides_and_not_the_worker_s_clock(tmp_path: Path) -> None:
    """A worker whose clock is ahead would open a result early if it were asked."""
    project = office(tmp_path, "one")
    answer = task.make(job(project, moment="2566-03-15 12:00"))
    assert answer["state"] == task.DONE
    made = b"".join(path.read_bytes() for path in (project / "build").rglob("*") if path.is_file())
    assert WINNER.encode() not in made
    after = task.make(job(project))
    assert after["stages"] != answer["stages"]


def test_a_worker_with_another_version_refuses_and_says_both(tmp_path: Path) -> None:
    """Two versions make two looks, and nobody would know which office has which."""
    answer = task.make(job(tmp_path)._replace(version="0.0.9 (12345678)"))
    assert answer["state"] == task.REFUSED
    assert "0.0.9 (12345678)" in words(answer)
    assert task.version() in words(answer)
