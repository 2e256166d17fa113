"""What is printed when nobody reads it any more, or the place that it is sent to takes no more."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from generator.cli.terminal import Terminal
from tests.support import product

FULL = Path("/dev/full")
"""A file that takes nothing, as on a full disk."""
NO_TRACES = ("Traceback", "Exception ignored", "BrokenPipe", "OSError")


def _run(office: Path, *arguments: str, closed: str) -> tuple[int, str]:
    """Run a command while nobody reads one of its streams; return its code and what the other stream says."""
    read, write = os.pipe()
    os.close(read)
    out, err = (write, subprocess.PIPE) if closed == "stdout" else (subprocess.PIPE, write)
    with subprocess.Popen(product.command(office, *arguments), cwd=product.ROOT, stdout=out, stderr=err) as running:
        os.close(write)
        said = running.communicate()
    return running.returncode, b"".join(filter(None, said)).decode()


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
@pytest.mark.parametrize("arguments", [("check",), ("check", "--json"), ("check", "--help"), ("chek",)], ids=" ".join)
def test_a_reader_who_has_seen_enough_is_no_fault(office: Path, closed: str, arguments: tuple[str, ...]) -> None:
    """`tonbaep check | head -1` prints one line; the other lines are nobody's concern."""
    code, said = _run(office, *arguments, closed=closed)
    assert not any(trace in said for trace in NO_TRACES), said
    assert code == (2 if arguments == ("chek",) else 0)


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a file that is always full")
@pytest.mark.parametrize("arguments", [("check",), ("freeze", "--json")], ids=" ".join)
def test_a_lost_answer_is_told_on_the_other_stream(office: Path, arguments: tuple[str, ...]) -> None:
    """A script that reads the file would take half an answer for a whole one."""
    with FULL.open("wb") as full:
        done = subprocess.run(
            product.command(office, *arguments), cwd=product.ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    said = done.stderr.decode()
    assert done.returncode == 1
    assert "แสดงคำตอบไม่ได้" in said
    assert not any(trace in said for trace in NO_TRACES), said


def test_progress_tells_the_end_only_once_it_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    """Every tenth sheet has a line, and so has the last."""
    with Terminal("th", as_json=False).progress() as progress:
        for done, of in ((9, 0), (10, 0), (20, 23), (23, 23), (30, 0)):
            progress(done, of, "โปสเตอร์")
    assert capsys.readouterr().err.splitlines() == [
        "เสร็จแล้ว 10 รายการ ล่าสุด: โปสเตอร์",
        "เสร็จแล้ว 20 จาก 23 รายการ ล่าสุด: โปสเตอร์",
        "เสร็จแล้ว 23 จาก 23 รายการ ล่าสุด: โปสเตอร์",
        "เสร็จแล้ว 30 รายการ ล่าสุด: โปสเตอร์",
    ]
