"""A machine that gives too little, and answers that nobody can hear: a sentence, code 1, and never a traceback."""

from __future__ import annotations

import errno
import os
import re
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.cli import faults, main
from tests.support import product

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.small import Small

WORDS = (sys.executable, "-P", "-m", "generator", "check", "--project")


def _ran(project: Path, shell: str = "", cwd: str = "/") -> subprocess.CompletedProcess[str]:
    """Run `check` as a shell would, with its streams turned elsewhere."""
    words = ("sh", "-c", f'exec "$0" "$@" {shell}', *WORDS, str(project))
    env = {**os.environ, "PYTHONPATH": str(product.ROOT)}
    return subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False, cwd=cwd, env=env)


@pytest.mark.parametrize("shell", [">&-", ">/dev/full"])
def test_an_answer_that_nobody_can_hear_is_told_of_on_the_other_stream(small: Small, shell: str) -> None:
    """A script must not take silence for success; the disk with the records is not full."""
    ran = _ran(small.project, shell)
    assert ran.returncode == 1
    assert "แสดงคำตอบไม่ได้" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_what_is_begun_speaks_to_nobody_while_we_speak() -> None:
    """A killed worker of an engine tells of its end in pages, into the middle of a person's answer."""
    loud = "import os; os.write(1, b'loud'); os.write(2, b'loud')"
    said = f"""
import subprocess, sys
from generator.cli import streams
def loud(): subprocess.run([sys.executable, "-c", {loud!r}], check=True)
with streams.ours_alone():
    print("ours", flush=True); print("ours", file=sys.stderr, flush=True); loud()
print("then"); sys.stdout.flush(); loud()
"""
    ran = subprocess.run([sys.executable, "-c", said], cwd=product.ROOT, capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("ours\nthen\nloud", "ours\nloud")


@pytest.mark.parametrize("asked", ["--help", "--version"])
def test_help_that_nobody_can_hear_is_no_success(monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    """The library that lays it out passes over a full disk; whoever closes a pipe has read enough."""
    reader, pipe = os.pipe()
    os.close(reader)
    for target, code in ((os.open("/dev/full", os.O_WRONLY), 1), (pipe, 0)):
        with os.fdopen(target, "w", encoding="utf-8") as nowhere:
            monkeypatch.setattr(sys, "stdout", nowhere)
            assert main([asked]) == code


@pytest.mark.parametrize("shell", ["2>&-", "<&-", "<&- 2>&-"])
def test_other_closed_streams_are_in_nobodys_way(small: Small, shell: str) -> None:
    """What is opened next would get their numbers: a warning could be written into the store."""
    ran = _ran(small.project, shell)
    assert ran.returncode == 0, ran.stderr
    assert "ข้อมูลถูกต้อง" in ran.stdout


def test_names_of_files_are_utf_8_whatever_the_system_is_told(small: Small, tmp_path: Path) -> None:
    """A task of the system runs with LC_ALL=C, and the project's folder has a Thai name."""
    project = small.project.rename(tmp_path / "โครงการ")
    told = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = subprocess.run(
        (*WORDS, str(project)),
        capture_output=True,
        check=False,
        env={**os.environ, **told, "PYTHONPATH": str(product.ROOT)},
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert "ข้อมูลถูกต้อง" in ran.stdout.decode()


def test_a_folder_that_is_gone_is_told_of(tmp_path: Path) -> None:
    """Another window has moved the project meanwhile."""
    gone = tmp_path / "gone"
    gone.mkdir()
    code = f"import os; os.rmdir({str(gone)!r}); from generator.cli import main; raise SystemExit(main(['check']))"
    env = {**os.environ, "PYTHONPATH": str(product.ROOT)}
    words = (sys.executable, "-P", "-c", code)
    ran = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False, cwd=gone, env=env)
    assert ran.returncode == 1, ran.stderr
    assert "ถูกลบหรือย้าย" in ran.stderr


def _led_to(cause: BaseException) -> Exception:
    fault = RuntimeError("a press failed")
    fault.__cause__ = cause
    return fault


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OSError(errno.EMFILE, "x"), "too few open files"),
        (_led_to(OSError(errno.EMFILE, "x")), "too few open files"),
        (ImportError("lib.so: cannot open shared object file: Too many open files"), "too few open files"),
        (MemoryError(), "Not enough memory"),
        (RuntimeError("can't start new thread"), "Not enough memory"),
        (ImportError("lib.so: failed to map segment from shared object"), "Not enough memory"),
        (OSError(errno.ENOSPC, "x"), "disk is full"),
        (OSError(errno.EBUSY, "x"), "Another program"),
        (OSError(errno.EXDEV, "x"), "another disk"),
        (sqlite3.OperationalError("x"), None),
        (KeyError("x"), None),
        (FileNotFoundError(errno.ENOENT, "x", "/x"), None),
    ],
    ids=str,
)
def test_what_the_machine_lacks_is_told_apart_from_our_own_faults(fault: Exception, said: str | None) -> None:
    """What no keeper of the program can mend needs no traceback, and what only they can mend needs one."""
    found = faults.of_machine(fault)
    assert (found.message.en if found else None) == said or (found and said and said in found.message.en)


def test_no_python_of_ours_imports_from_where_it_is_started() -> None:
    """A file json.py in the clerk's folder would be run, with all her rights."""
    started = [
        each
        for file in sorted((product.ROOT / "generator").rglob("*.py"))
        for each in re.findall(r"\(\s*sys\.executable,\s*\"[^)]*", file.read_text("utf-8"))
    ]
    assert started
    assert [each for each in started if '"-P"' not in each] == []
