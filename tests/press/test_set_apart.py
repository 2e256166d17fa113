"""Paper is set by a process of its own: the same bytes, its end is no end of a build, and it gives its memory back."""

from __future__ import annotations

import errno
import io
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
import typst
from PIL import Image

from generator.press import apart, memory, setting, typeset
from generator.press.pdfium import page_texts
from generator.press.typeset_run import Setter
from generator.typefaces import FONTS
from tests.support.setting import view_of

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def test_a_process_that_is_killed_while_it_waits_costs_nothing(
    tmp_path: Path, begun: list[subprocess.Popen[bytes]]
) -> None:
    """A system short of memory kills whichever is large; the next sheet has nothing to do with it."""
    usual = _set(tmp_path)
    begun[0].kill()
    begun[0].wait()
    assert _set(tmp_path) == usual
    assert len(begun) == 2


@pytest.mark.parametrize("deaths", [1, 2])
def test_a_sheet_is_left_out_once_two_processes_have_died_of_it(
    deaths: int, tmp_path: Path, begun: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second holds nothing of earlier sheets, so a shortage of memory may be over; a fault of the engine is not."""
    usual = _set(tmp_path)
    put = apart.put

    def deadly(out: Any, *values: bytes) -> None:
        if out is begun[-1].stdin and len(begun) <= deaths:
            begun[-1].kill()
            begun[-1].wait()
        put(out, *values)

    monkeypatch.setattr(apart, "put", deadly)
    if deaths == 1:
        assert _set(tmp_path) == usual
    else:
        with pytest.raises(RuntimeError, match="typeset_run ended with code"):
            _set(tmp_path)
    assert _set(tmp_path) == usual
    assert len(begun) == deaths + 1


def test_an_answer_that_was_not_taken_is_nobody_elses(
    tmp_path: Path, begun: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without memory for it, or when somebody interrupts a desk, it stayed in the pipe: the next sheet was given it."""
    usual, taken, short = _set(tmp_path), apart.taken, [True]

    def without_memory(source: Any) -> bytes | None:
        if short and short.pop():
            raise MemoryError
        return taken(source)

    monkeypatch.setattr(apart, "taken", without_memory)
    with pytest.raises(MemoryError):
        _set(tmp_path, "ลาก่อน")
    assert _set(tmp_path) == usual
    assert len(begun) == 2


@pytest.mark.parametrize("name", ["library.typ", "view.json"])
def test_what_a_full_disk_cut_short_is_written_again(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A desk is open all day: half a library, or half a view, would be read until it is closed, room or not."""
    other, write, full = _set(tmp_path / "other"), Path.write_bytes, [True]

    def cut_short(file: Path, value: bytes) -> int:
        if file.name != name or not full or not full.pop():
            return write(file, value)
        write(file, value[:9])
        raise OSError(28, "No space left on device")

    if name == "view.json":
        _set(tmp_path)
    monkeypatch.setattr(Path, "write_bytes", cut_short)
    with pytest.raises(OSError, match="No space left"):
        _set(tmp_path, "ลาก่อน")
    assert _set(tmp_path) == other


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


def test_a_sheet_of_a_crowd_is_set_alone_by_a_process_that_has_set_nothing(
    tmp_path: Path, begun: list[subprocess.Popen[bytes]]
) -> None:
    """24 people at three hundred dots take what a whole build else does, and so do the arrangements that are tried."""
    _set(tmp_path)
    photos = " ".join(f"{number:016x}-120.jpg" for number in range(setting.CROWD + 1))
    with ThreadPoolExecutor(1) as other:
        with memory.ALLOWANCE.taking(memory.LIGHT):
            waiting = other.submit(_set, tmp_path, photos)
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.3)
            assert begun[0].poll() is None
        waiting.result(timeout=30)
    assert begun[0].poll() is not None
    _set(tmp_path)
    assert len(begun) == 3, "nor does it set another"


@pytest.mark.skipif(sys.platform == "win32", reason="no signal reaches another process there")
@pytest.mark.parametrize("seconds", [0, 0.05, 0.1])
def test_an_interruption_is_for_whoever_began_the_process(
    seconds: float,
    tmp_path: Path,
    begun: list[subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Ctrl-C reaches all processes of a terminal, also one that has just begun: each printed a traceback."""
    put = apart.put

    def interrupted(out: Any, *values: bytes) -> None:
        time.sleep(seconds)
        os.kill(begun[-1].pid, signal.SIGINT)
        put(out, *values)

    monkeypatch.setattr(apart, "put", interrupted)
    assert _set(tmp_path) == _set(tmp_path)
    setting.end()
    assert [process.returncode for process in begun] == [0]
    assert capfd.readouterr().err == ""


class _Panic(BaseException):
    """What the engine's own faults look like."""

    __module__ = "pyo3_runtime"


def test_a_fault_of_the_engine_itself_is_one_sheets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is no `Exception`: where the sheet was set without a process, it ended the build with a traceback."""
    told, made = _refused(monkeypatch, tmp_path, "index out of bounds: the len is 0")
    assert (told, made) == ({"fault": "index out of bounds: the len is 0"}, b"")


def test_where_the_system_lets_no_thread_begin_that_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A host that counts processes refused the engine's threads; a page of Rust and Python was all that was told."""
    with pytest.raises(OSError, match="memory") as fault:
        _refused(monkeypatch, tmp_path, "The global thread pool has not been initialized.")
    assert fault.value.errno == errno.ENOMEM


def _refused(monkeypatch: pytest.MonkeyPatch, folder: Path, said: str) -> tuple[dict[str, Any], bytes]:
    class Compiler:
        def __init__(self, **_: object) -> None:
            pass

        def compile_with_warnings(self, *_: object, **__: object) -> None:
            raise _Panic(said)

    monkeypatch.setattr(typst, "Compiler", Compiler)
    return Setter().set({"root": str(folder), "fonts": str(FONTS), "timestamp": 0}, b"")


def test_what_the_machine_refuses_a_process_is_told_as_such() -> None:
    """The press room tells it once, with what to do, and not for each sheet as a fault of the program."""
    refusing = apart.Apart("tests.support.refusing")
    with pytest.raises(OSError, match="memory") as fault:
        refusing.ask({"said": [errno.ENOMEM, "no memory"]}, b"")
    refusing.end()
    assert fault.value.errno == errno.ENOMEM


def test_what_a_library_finds_broken_is_one_sheets() -> None:
    """Pillow says in the machine's words that a picture is cut off; no other sheet lacks anything."""
    with pytest.raises(RuntimeError, match="ended with code 1"):
        apart.Apart("tests.support.refusing").ask({"said": ["image file is truncated"]}, b"")


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
