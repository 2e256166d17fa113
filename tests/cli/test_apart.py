"""A command of the desk runs in a process of its own, and is heard as if it ran in this one."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.cli.apart import run_apart
from generator.cli.recorded import run_recorded
from generator.desk.jobs import Job
from tests.support.small import Small

if TYPE_CHECKING:
    from pathlib import Path


def _job() -> Job:
    return Job(lambda *_: 0)


@pytest.fixture
def small(tmp_path: Path) -> Small:
    """Return small records in a folder with Thai and spaces in its name."""
    folder = tmp_path / "งานของ อบต"
    folder.mkdir()
    return Small(folder)


@pytest.mark.parametrize("harm", ["first: ''", "first: ปิยะนุช"])
def test_what_is_heard_is_what_would_be_said_here(small: Small, harm: str) -> None:
    """Sentences and problems come whole, in Thai and in their order, and so does the exit code."""
    small.edit("2566/winners.yaml", "first: ปิยะนุช", harm)
    here, there = _job(), _job()
    code = run_recorded(["check"], small.project, "th", here)
    assert run_apart(["check"], small.project, "th", there) == code
    assert there.said == here.said
    assert there.problems == here.problems
    assert there.said


def test_words_of_a_form_are_arguments_and_nothing_else(small: Small) -> None:
    """No shell reads them, and a wrong one is told as it is in a terminal."""
    told = _job()
    assert run_apart(["withdraw", "$(touch x); ไม่มีคนนี้\n"], small.project, "th", told) == 2
    assert told.problems
    assert not (small.project / "x").exists()


def test_a_command_whose_desk_is_gone_ends_without_a_word(small: Small) -> None:
    """A desk that is killed left its build at work until the next sheet, and then a page of traceback."""
    command = (sys.executable, "-P", "-m", "generator.cli.apart", "th", str(small.project), "check")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.wait(timeout=60) == 1
        assert process.stderr.read() == b""


def test_what_a_package_prints_is_no_word_of_a_command(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that is none of ours is left out, and the lines after it count."""
    told = _job()
    lines = 'print("hello"); print("[1]"); print("[5, 5]"); print(\'["say", ["ก", "a"]]\'); raise SystemExit(7)'
    program = small.project / "python"
    program.write_text(f"#!{sys.executable}\n{lines}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    assert run_apart(["check"], small.project, "th", told) == 7
    assert [each.th for each in told.said] == ["ก"]
