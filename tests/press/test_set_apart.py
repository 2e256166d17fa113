"""Paper is set by a process of its own: the same bytes, its end is no end of a build, and it gives its memory back."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from generator.press import apart, memory, setting, typeset
from generator.press.pdfium import page_texts
from tests.support.setting import view_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCE = b"#show: sheet.with(margin: 8mm)\n#column(90mm, (words(view.text, 14, how: running),))\n"


@pytest.fixture(autouse=True)
def begun(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Return the processes that a test begins; none is there at first, none is left."""
    setting.end()
    found: list[subprocess.Popen[bytes]] = []
    begin = subprocess.Popen

    def noted(*how: Any, **more: Any) -> subprocess.Popen[bytes]:
        found.append(begin(*how, **more))
        return found[-1]

    monkeypatch.setattr(subprocess, "Popen", noted)
    yield found
    setting.end()
    assert all(process.returncode is not None for process in found)


def _set(folder: Path, text: str = "สวัสดี", source: bytes = SOURCE) -> bytes:
    return typeset.typeset(source, {**view_of("ลองดู"), "text": text}, folder)


def test_one_process_sets_sheet_after_sheet_in_whatever_folder(
    tmp_path: Path, begun: list[subprocess.Popen[bytes]]
) -> None:
    """To begin one for each sheet would cost more than most sheets; a batch has a folder for each office."""
    first = _set(tmp_path / "one")
    assert _set(tmp_path / "two") == first
    assert "ลาก่อน" in page_texts(_set(tmp_path / "one", "ลาก่อน"))[0]
    assert len(begun) == 1


def test_where_no_process_may_begin_the_sheet_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy server refuses a fork; the sheet then costs memory here, and nothing else changes."""
    usual = _set(tmp_path)
    setting.end()

    def refused(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", refused)
    assert _set(tmp_path) == usual


def test_a_process_that_is_killed_costs_one_sheet(tmp_path: Path, begun: list[subprocess.Popen[bytes]]) -> None:
    """A system short of memory kills the largest process: that sheet is told and left out, the next one is made."""
    usual = _set(tmp_path)
    begun[0].kill()
    begun[0].wait()
    with pytest.raises(RuntimeError, match="typeset_run ended with code"):
        _set(tmp_path)
    assert _set(tmp_path) == usual


def test_what_the_engine_finds_wrong_is_told_and_the_next_sheet_is_set_by_the_same_process(
    tmp_path: Path, begun: list[subprocess.Popen[bytes]]
) -> None:
    """A template's mistake is one sheet's."""
    with pytest.raises(ValueError, match="unknown variable: nobody"):
        _set(tmp_path, source=SOURCE + b"#nobody")
    assert _set(tmp_path)
    assert len(begun) == 1


def test_a_process_that_holds_much_ends(
    tmp_path: Path, begun: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine never forgets what it has set; only its end gives that back."""
    if sys.platform != "linux":
        pytest.skip("only Linux tells how much a process holds")
    monkeypatch.setattr(setting, "MOST", 1)
    assert _set(tmp_path) == _set(tmp_path)
    assert len(begun) == 2
    assert begun[0].returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no signal reaches another process there")
def test_an_interruption_is_for_whoever_began_the_process(
    tmp_path: Path, begun: list[subprocess.Popen[bytes]], capfd: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C reaches all processes of a terminal: it printed a traceback of each beside the one line for the clerk."""
    usual = _set(tmp_path)
    os.kill(begun[0].pid, signal.SIGINT)
    assert _set(tmp_path) == usual
    assert capfd.readouterr().err == ""


def test_a_process_without_anybody_ends(tmp_path: Path, begun: list[subprocess.Popen[bytes]]) -> None:
    """A build that is killed closes its end of the pipe, and nothing of it may stay."""
    _set(tmp_path)
    (process,) = begun
    assert process.stdin
    process.stdin.close()
    assert process.wait(timeout=30) == 0
    assert process.stdout
    assert process.stdout.read() == b""


def test_an_answer_that_nobody_waits_for_is_no_fault() -> None:
    """Whoever stops a build at its terminal would read a traceback of each process below the clerk's one line."""
    command = (sys.executable, "-P", "-m", "generator.press.easel_run")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        out = io.BytesIO()
        Image.new("RGB", (20, 20)).save(out, "PDF")
        apart.put(process.stdin, json.dumps({"width": 20, "format": "png"}).encode(), out.getvalue())
        process.stdin.close()
        assert process.wait(timeout=60) == 0
        assert process.stderr.read() == b""


def test_half_an_answer_is_none() -> None:
    """A value says how long it is; whatever is shorter was cut off."""
    whole = io.BytesIO()
    apart.put(whole, b"a value")
    assert apart.taken(io.BytesIO(whole.getvalue())) == b"a value"
    for length in range(len(whole.getvalue())):
        assert apart.taken(io.BytesIO(whole.getvalue()[:length])) is None


def test_parts_wait_until_there_is_room_and_nobody_passes_whoever_waits() -> None:
    """A large piece of work would wait until all small ones are done if each of them could pass it."""
    allowance, begun, go = memory.Allowance(5), [], Event()

    def work(name: str, part: int) -> None:
        with allowance.taking(part):
            begun.append(name)
            go.wait(30)

    with ThreadPoolExecutor(3) as workers:
        for name, part in (("small", 1), ("whole", 5), ("late", 1)):
            workers.submit(work, name, part)
            time.sleep(0.05)
        assert begun == ["small"]
        go.set()
    assert begun == ["small", "whole", "late"]
