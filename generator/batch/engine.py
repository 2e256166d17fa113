"""Hands jobs to workers by Dask, and brings back their answers as they come; alone in knowing that engine.

Without an address the workers are processes of this machine, which talk to each other encrypted and with a certificate
of this run: whoever else works on the machine could have them run anything otherwise. With an address they are whatever
cluster answers there, and who may talk to it is up to whoever set it up.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Final

from generator.batch import task, wording
from generator.problems import Problem, ProblemsFound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from distributed import Client, Future, LocalCluster

    from generator.batch.task import Answer, Job

    Make = Callable[[tuple[Any, ...]], Answer]

_PATIENCE = "30s"
_STARTS = 3
_LOST = "60s"
"""How long a worker of this machine may take to come back; then it is given up, and another begun."""
_LOOK = 5.0
"""Seconds between two looks at how many workers there are."""
_TALKATIVE: Final = ("distributed", "distributed.client", "asyncio", "tornado.application", "tornado.general")
"""Who tells of every lost worker, at length."""
_AGAIN: Final = frozenset({"pending", "lost"})
"""What a future says whose answer was there and is to be made again."""
_DEATHS: Final = 2
"""So many workers may die of an office before it is suspected; then it is tried alone, and must kill as many again."""


@contextmanager
def cluster(address: str | None, workers: int, folder: Path) -> Iterator[Client]:
    """Yield a connection to the workers: so many processes of this machine, or those of the scheduler at an address.

    Raises `ProblemsFound` where the engine is not installed, nobody answers, or a worker has another version.
    """
    try:
        import dask
        from distributed import Client, LocalCluster
    except ModuleNotFoundError:
        raise ProblemsFound((Problem("tonbaep batch", 0, 0, "", *wording.NOT_INSTALLED),)) from None
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    settings = {
        "distributed.scheduler.allowed-failures": _DEATHS - 1,
        "distributed.comm.timeouts.connect": _PATIENCE,
        "distributed.deploy.lost-worker-timeout": _LOST,
        "distributed.admin.system-monitor.interval": "5s",
        "distributed.admin.tick.interval": "1s",  # of 20 ms, each process costs a hundredth of a core while it waits
        "distributed.scheduler.work-stealing-interval": "2s",
        "distributed.worker.profile.enabled": False,
        "distributed.scheduler.http.routes": [],
        "distributed.worker.http.routes": [],
    }
    with dask.config.set(settings):
        if address:
            with _reached(Client, address) as client:
                _confirm(client)
                yield client
            return
        with (
            _started(LocalCluster, workers, folder) as local,
            Client(local, timeout=_PATIENCE) as client,
            _as_many(local, workers),
        ):
            yield client


@contextmanager
def _as_many(local: LocalCluster, workers: int) -> Iterator[None]:
    """Keep so many workers: one that dies is begun anew, but the engine gives up one that dies again as it begins.

    Of a busy machine on which many die, none would be left, and all the rest would wait for ever.
    """
    over = Event()

    def look() -> None:
        while not over.wait(_LOOK):
            with suppress(Exception):  # it is being closed
                local.scale(workers)

    looking = Thread(target=look, daemon=True)
    looking.start()
    try:
        yield
    finally:
        over.set()
        looking.join()


def _started(cluster: type[LocalCluster], workers: int, folder: Path) -> LocalCluster:
    """Return the workers of this machine; one that dies as it starts takes all along, so it is tried again."""
    fault: Exception | None = None
    for _ in range(_STARTS):
        try:
            return cluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                dashboard_address=None,
                scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
                memory_limit=0,
                local_directory=str(folder),
                silence_logs=logging.CRITICAL,
                security=True,
            )
        except RuntimeError as refused:
            fault = refused
    raise ProblemsFound((Problem("tonbaep batch", 0, 0, "", *wording.not_started(str(fault))),))


def _reached(client: type[Client], address: str) -> Client:
    try:
        return client(address, timeout=_PATIENCE)
    except (OSError, ValueError, TypeError) as fault:
        said = wording.no_scheduler(address, str(fault).splitlines()[0] if str(fault) else type(fault).__name__)
        raise ProblemsFound((Problem("--scheduler", 0, 0, "", *said),)) from None


def _confirm(client: Client) -> None:
    """Raise `ProblemsFound` for each worker with another version; one that comes later is asked by each job."""
    ours = task.version()
    found = client.run(task.version_here, on_error="return")
    others = {worker: theirs for worker, theirs in found.items() if theirs != ours}
    if others:
        raise ProblemsFound(
            Problem("--scheduler", 0, 0, "", *wording.other_version(worker, _named(theirs), ours))
            for worker, theirs in others.items()
        )


def _named(theirs: object) -> str:
    return theirs if isinstance(theirs, str) else f"? ({theirs})"


def answers(client: Client, jobs: Iterable[Job], make: Make = task.make) -> Iterator[tuple[Job, Answer]]:
    """Yield each job with its answer, as they come.

    A worker that is lost costs nothing but its job's time: another takes it. An office whose workers died is tried
    again with nothing beside it, since whoever worked beside a deadly one is suspected too.

    Raises `ProblemsFound` where the scheduler went away.
    """
    suspects = []
    for job, answer in _pass(client, list(jobs), make):
        if answer is None:
            suspects.append(job)
        else:
            yield job, answer
    for suspect in suspects:
        for job, answer in _pass(client, [suspect], make):
            yield job, answer or _deadly(job)


def _pass(client: Client, jobs: list[Job], make: Make) -> Iterator[tuple[Job, Answer | None]]:
    """Yield each job with its answer, or with None where its workers died.

    An answer lies with its worker until it is fetched. One that died with it leaves a future that is lost or pending
    again, and the job is done anew: by then its office is up to date.
    """
    from distributed import as_completed

    futures = client.map(make, [tuple(job) for job in jobs], key=[f"office-{job.name}" for job in jobs], pure=False)
    asked = dict(zip(futures, jobs, strict=True))
    del futures
    arriving = as_completed(list(asked))
    for future in arriving:
        if future.status in _AGAIN:
            arriving.add(future)
            continue
        job = asked.pop(future)
        yield job, _fetched(client, future, job)
        future.release()


def _fetched(client: Client, future: Future, job: Job) -> Answer | None:
    """Return the answer that a job came to, or None where its workers died; raises `ProblemsFound` for no scheduler."""
    from distributed import KilledWorker

    gone = ProblemsFound((Problem("--scheduler", 0, 0, "", *wording.SCHEDULER_GONE),))
    if future.cancelled():
        raise gone
    try:
        answer: Answer = future.result()
    except KilledWorker:
        return None
    except Exception as fault:  # noqa: BLE001 - whatever a worker raised comes through here
        if future.cancelled() or client.status != "running":
            raise gone from None
        return _unknown(job, fault)
    return answer


def _deadly(job: Job) -> Answer:
    problem = Problem(job.project, 0, 0, "", *wording.deadly(f"{2 * _DEATHS}"))
    return {"state": task.FAILED, "problems": [problem.as_json()]}


def _unknown(job: Job, fault: BaseException) -> Answer:
    problem = Problem(job.project, 0, 0, "", *wording.unknown_end(f"{type(fault).__name__}: {fault}"))
    return {"state": task.FAILED, "problems": [problem.as_json()]}
