"""The engine: lost workers cost nothing, a deadly office is found and named, and a scheduler that goes away is told.

What it hands out here takes no time (`tests/support/poisoned.py`); real processes of the engine do it.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from generator.batch import engine, task
from generator.batch.task import Job
from generator.problems import ProblemsFound
from tests.support import batches, poisoned
from tests.support.product import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.usefixtures("builds"),
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings(
        "ignore::DeprecationWarning:distributed", "ignore::pytest.PytestUnhandledThreadExceptionWarning"
    ),
]
"""Starting the engine takes as long as a small publication; what it leaves open of killed workers is its own affair."""

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def jobs(*names: str) -> list[Job]:
    """Return jobs of offices with these names."""
    return [Job(name, f"/{name}", "2566-05-15 12:00", 60, 8000, task.version()) for name in names]


@contextmanager
def custom_port() -> Iterator[None]:
    """Have 127.0.0.1:8787 taken by another program while this lasts."""
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with suppress(OSError):  # it is taken already, which is as well
            taken.bind(("127.0.0.1", 8787))
            taken.listen()
        yield


def test_a_worker_that_is_given_up_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine it comes back too late for the engine; with none left, a province would wait for ever."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(engine, "_LOST", "1s")
    monkeypatch.setattr(engine, "_LOOK", 1.0)
    with engine.cluster(None, 1, tmp_path) as client:
        (keeper,) = client.cluster.workers.values()
        client.sync(keeper.close)
        found = {job.name: answer["state"] for job, answer in engine.answers(client, jobs("a", "b"), poisoned.make)}
    assert found == {"a": task.DONE, "b": task.DONE}


def test_a_deadly_office_is_named_and_all_others_are_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's own pool would lose all that wait; those beside the deadly one are tried again, and innocent."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    names = [f"office {number}" for number in range(30)]
    with engine.cluster(None, 2, tmp_path) as client:
        # Dying workers take the answers of others along that were not fetched yet.
        asked = jobs(*names[:5], f"{poisoned.POISON} 1", *names[5:], f"{poisoned.POISON} 2")
        found = {job.name: answer for job, answer in engine.answers(client, asked, poisoned.make)}
    assert {name: answer["state"] for name, answer in found.items() if name in names} == dict.fromkeys(names, task.DONE)
    for deadly in (found[f"{poisoned.POISON} {number}"] for number in (1, 2)):
        assert deadly["state"] == task.FAILED
        assert "แม้ทำหน่วยงานนี้ลำพัง" in deadly["problems"][0]["message"]["th"]


def test_workers_that_are_killed_at_work_lose_no_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is switched off in the evening must cost its office's time and nothing else."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    names = [f"{poisoned.SLOW} {number}" for number in range(6)]
    with engine.cluster(None, 2, tmp_path) as client:
        found, killed = {}, set[int]()
        for job, answer in engine.answers(client, jobs(*names), poisoned.make):
            found[job.name] = answer["state"]
            if len(killed) < 1:
                killed.add(answer["by"])
                os.kill(answer["by"], 9)
    assert found == dict.fromkeys(names, task.DONE)


def test_workers_of_one_machine_speak_to_nobody_else(tmp_path: Path) -> None:
    """Another user of the machine who reached the scheduler could run anything as this one, or read what it does.

    Whether another program, a second batch among them, has the port that the engine takes by custom says nothing.
    """
    with custom_port(), engine.cluster(None, 1, tmp_path) as client:
        pages = HTTPConnection("127.0.0.1", client.scheduler_info()["services"]["dashboard"])
        for page in ("/info/main/workers.html", "/json/counts.json", "/status"):
            pages.request("GET", page)
            answer = pages.getresponse()
            assert (answer.status, b"tls" in answer.read()) == (404, False)
        pages.close()
        address = client.scheduler_info()["address"]
        workers = list(client.scheduler_info()["workers"])
        assert address.startswith("tls://127.0.0.1:")
        assert all(each.startswith("tls://127.0.0.1:") for each in workers)


def test_a_worker_that_dies_as_it_starts_does_not_end_the_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes the whole start along, once in a while; a machine that starts none at all is told."""
    import distributed

    tried = []

    def frail(**asked: object) -> object:
        tried.append(asked)
        if len(tried) < 3:
            message = "Nanny failed to start."
            raise RuntimeError(message)
        return whole(**asked)

    whole = distributed.LocalCluster
    monkeypatch.setattr(distributed, "LocalCluster", frail)
    with engine.cluster(None, 1, tmp_path):
        pass
    assert len(tried) == 3
    monkeypatch.setattr(engine, "_STARTS", 0)
    with pytest.raises(ProblemsFound) as none, engine.cluster(None, 1, tmp_path):
        pass
    assert "เปิดตัวทำงานบนเครื่องนี้ไม่ได้" in none.value.problems[0].message.th


class Cluster:
    """A scheduler and one worker, as somebody starts them by hand."""

    def __init__(self, folder: Path, path: str) -> None:
        """Start both; the worker finds the product at `path`."""
        self._file = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", path=path)
        while not self._file.exists():
            time.sleep(0.1)
        local = ("--nworkers", "1", "--nthreads", "1", "--local-directory", str(folder / "worker"))
        self.worker = self._start("worker", *local, path=path)

    @property
    def address(self) -> str:
        """Where it answers."""
        return str(json.loads(self._file.read_text())["address"])

    def _start(self, what: str, *words: str, path: str) -> subprocess.Popen[bytes]:
        module = f"distributed.cli.dask_{what}"
        return subprocess.Popen(
            (sys.executable, "-m", module, "--scheduler-file", str(self._file), "--no-dashboard", *words),
            env={**os.environ, "PYTHONPATH": path},
            cwd=self._file.parent,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


@contextmanager
def running(folder: Path, path: str = str(ROOT)) -> Iterator[Cluster]:
    """Run a cluster for the length of a block."""
    cluster = Cluster(folder, path)
    try:
        yield cluster
    finally:
        for each in (cluster.worker, cluster.scheduler):
            each.terminate()
            each.wait(20)


def test_a_scheduler_that_goes_away_is_told_and_what_was_done_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine that hands out work restarts at night, too; the same command goes on where it was."""
    monkeypatch.setattr(engine, "_PATIENCE", "3s")
    names = [f"{poisoned.SLOW} {number}" for number in range(8)]
    done = []
    with running(tmp_path) as cluster:

        def interrupted() -> None:
            with engine.cluster(cluster.address, 1, tmp_path) as client:
                client.wait_for_workers(1, timeout=60)
                for job, _ in engine.answers(client, jobs(*names), poisoned.make):
                    done.append(job.name)
                    cluster.scheduler.kill()

        with pytest.raises(ProblemsFound) as gone:
            interrupted()
        assert "หายไปกลางคัน" in gone.value.problems[0].message.th
        assert 1 <= len(done) < len(names)
        address = cluster.address
    with pytest.raises(ProblemsFound) as nobody, engine.cluster(address, 1, tmp_path):
        pass
    assert "ไม่มีเครื่องแจกงานตอบที่" in nobody.value.problems[0].message.th


def test_another_scheduler_s_workers_build_by_the_same_command(tmp_path: Path) -> None:
    """Only the address differs: whoever runs the machines may use SSH, Slurm or whatever starts workers."""
    batches.office(tmp_path / "all", "one")
    with running(tmp_path) as cluster:
        ran = batches.batch(tmp_path / "all", "--scheduler", cluster.address)
    assert ran.returncode == 0, ran.stderr
    assert batches.states(tmp_path / "all") == {"one": "done"}


def test_a_worker_with_another_version_is_refused_before_anything_is_built(tmp_path: Path) -> None:
    """Both versions are said, so that whoever runs the machines knows which to change."""
    other = tmp_path / "other/generator"
    (other / "batch").mkdir(parents=True)
    (other / "__init__.py").write_text('__version__ = "0.0.9"\n')
    (other / "batch/__init__.py").write_text("")
    (other / "batch/task.py").write_text("def version_here():\n    return '0.0.9 (12345678)'\n")
    with running(tmp_path, str(tmp_path / "other")) as cluster:
        from distributed import Client

        with Client(cluster.address, timeout="60s") as client:
            client.wait_for_workers(1, timeout=60)
        with pytest.raises(ProblemsFound) as refused, engine.cluster(cluster.address, 1, tmp_path):
            pass
    said = refused.value.problems[0].message.th
    assert "0.0.9 (12345678)" in said
    assert task.version() in said
