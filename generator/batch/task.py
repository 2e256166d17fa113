"""What a worker is asked: build one office in a process of its own, within time and memory; the answer is small.

A press that crashes is an exit code here and not a lost worker. The moment comes with the task, so the worker's own
clock decides nothing; a worker whose clock is behind makes what is only to be looked at, and that is told, not taken.
No record is read in the worker's process.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from generator import __version__
from generator.batch import LEASH, wording
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.batch.wording import Said

Answer = dict[str, Any]
"""`state` and what belongs to it: `problems`, `files`, `digest`, `seconds`, `stages`, `machine`; JSON, below 100 kB."""

DONE, SAME, PARTLY, RECORDS, FAILED, REFUSED = "done", "same", "partly", "records", "failed", "refused"
"""How an office's build ends: made; nothing to do; some sheets left out; faults in the records; it failed; it was
not built because a worker is not fit."""

PACKAGE: Final = Path(__file__).parents[1]
_SOURCES = frozenset({".py", ".j2", ".typ"})
_NO_WINDOW: Final = 0x08000000 if sys.platform == "win32" else 0
_OF_RECORDS = ("winners", "content", "overrides", "mkdocs.yml")
_GRACE = 10
"""Seconds in which a process that was killed gives back its pipes."""
_MOST_PROBLEMS = 50


class Job(NamedTuple):
    """One office to build: its folder, the batch's one moment, limits of its process, and who asks."""

    name: str
    project: str
    moment: str
    seconds: float
    megabytes: int
    version: str
    shared: str = ""
    """The address of the store that the machines share, or nothing."""


class _Ended(NamedTuple):
    code: int
    out: bytes
    err: bytes
    stopped: bool


@cache
def version() -> str:
    """Return what tells this version from any other: its number, and a digest of its sources and templates."""
    total = hashlib.sha256()
    for source in sorted(each for each in PACKAGE.rglob("*") if each.suffix in _SOURCES):
        total.update(source.relative_to(PACKAGE).as_posix().encode() + b"\0" + source.read_bytes() + b"\0")
    return f"{__version__} ({total.hexdigest()[:8]})"


def version_here() -> str:
    """Return the version of the machine on which this is called."""
    return version()


def make(given: tuple[Any, ...]) -> Answer:
    """Build the office of a job on this machine; raises nothing for whatever is wrong with the office."""
    job = Job(*given)
    machine = platform.node()
    if job.version != version():
        return _failed(REFUSED, job, wording.other_version(machine, version(), job.version), machine)
    begun = time.monotonic()
    ended = _run(command(job.project, job.moment, "--json", shared=job.shared), job.seconds, job.megabytes)
    answer = _judged(job, ended, machine)
    return {**answer, "machine": machine, "seconds": round(time.monotonic() - begun, 2)}


def command(project: str, moment: str, *more: str, shared: str = "") -> tuple[str, ...]:
    """Return the command that builds one office, wherever it is given."""
    return (
        sys.executable,
        "-P",
        "-m",
        "generator",
        "build",
        "--project",
        project,
        "--as-of",
        moment,
        *_with(shared),
        *more,
    )


def _with(shared: str) -> tuple[str, ...]:
    return ("--shared", shared) if shared else ()


def _run(words: tuple[str, ...], seconds: float, megabytes: int) -> _Ended:
    """Run a command for a limited time and memory; it and all that it began are gone when this returns, or cannot."""
    with (
        _leash() as end,
        subprocess.Popen(  # noqa: S603 - our own module; what a list says is an argument, and no shell reads it
            words,
            stdin=end,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(_paths()), LEASH: "1"},
            start_new_session=True,
            creationflags=_NO_WINDOW,
        ) as running,
    ):
        _limit(running.pid, seconds, megabytes)
        try:
            out, err = running.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            _end(running)
            with suppress(subprocess.TimeoutExpired):  # Windows ends no grandchildren, and they keep the pipes
                running.communicate(timeout=_GRACE)
            return _Ended(1, b"", b"", stopped=True)
        except BaseException:
            _end(running)
            raise
    return _Ended(running.returncode, out, err, stopped=False)


@contextmanager
def _leash() -> Iterator[int]:
    """Yield the end of a pipe at which a command learns that this process is gone, whatever ended it."""
    end, held = os.pipe()
    try:
        yield end
    finally:
        os.close(end)
        os.close(held)


def _paths() -> list[str]:
    """Return where the product and its libraries lie, but not the folder that somebody works in."""
    here = os.path.realpath(os.curdir)
    return list(dict.fromkeys([str(PACKAGE.parent), *(p for p in sys.path if p and os.path.realpath(p) != here)]))


def _limit(process: int, seconds: float, megabytes: int) -> None:
    """Bound a process and what it begins: its memory, and its processor time should nobody be left to stop it.

    Linux alone lets one process bound another; elsewhere there is only the time that we wait.
    """
    if sys.platform != "linux":
        return
    import resource

    memory, spent = megabytes * 1_000_000, int(seconds * (os.cpu_count() or 1)) + 1
    try:
        resource.prlimit(process, resource.RLIMIT_AS, (memory, memory))
        resource.prlimit(process, resource.RLIMIT_CPU, (spent, spent))
    except ProcessLookupError:
        return  # it has ended already


def _end(running: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        running.kill()
    else:
        os.killpg(running.pid, signal.SIGKILL)


def _judged(job: Job, ended: _Ended, machine: str) -> Answer:
    """Return what became of an office, from how its process ended."""
    if ended.stopped or ended.code == -getattr(signal, "SIGXCPU", 0) != 0:
        return _failed(FAILED, job, wording.too_long(job.seconds), machine)
    told = _told(ended.out)
    problems = _some(told.get("problems", []))
    if ended.code == 1 and problems and any(_is_of_records(each["file"]) for each in problems):
        return {"state": RECORDS, "problems": problems}
    if ended.code not in {0, 1} or "files" not in told:
        if problems and ended.code == 1:
            return {"state": FAILED, "problems": problems}
        short = ended.code == 1 or b"MemoryError" in ended.err or b"memory allocation" in ended.err
        return _failed(FAILED, job, wording.too_much(job.megabytes) if short else wording.crashed(ended.code), machine)
    if told["preview"]:
        return _failed(REFUSED, job, wording.clock(machine), machine)
    refused = told.get("refused", [])
    return {
        "state": PARTLY if refused else DONE if told["changed"] else SAME,
        "problems": _some([*refused, *told["warnings"]]),
        "files": told["files"],
        "stages": told["stages"],
        "digest": digest(Path(job.project)),
    }


def _is_of_records(file: str) -> bool:
    """Return whether a fault is one of the office's own files, or of the records of a base."""
    return file.startswith(_OF_RECORDS) or "/winners/" in file


def _told(out: bytes) -> dict[str, Any]:
    try:
        value = json.loads(out)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _some(problems: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return problems, the first of very many: an answer is small, and whoever mends fifty asks again."""
    return problems[:_MOST_PROBLEMS]


def digest(project: Path) -> str:
    """Return the digest of the list of all that was made, which holds the digest of each file; "" without a list."""
    try:
        return hashlib.sha256((project / "build/manifest.json").read_bytes()).hexdigest()
    except OSError:
        return ""


def _failed(state: str, job: Job, said: Said, machine: str) -> Answer:
    return {"state": state, "problems": [Problem(job.project, 0, 0, "", *said).as_json()], "machine": machine}
