"""One batch from its list to its page: what is up to date is passed over, the rest goes to the engine, all is kept."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.batch import engine, ledger, offices, page, task, wording
from generator.batch.fetching import Fetching
from generator.batch.ledger import NOWHERE, WAITING, Entry, Ledger
from generator.batch.province import making as province
from generator.batch.task import Job
from generator.disk import keeping
from generator.disk.swap import Workshop
from generator.era import iso
from generator.ledger import unchanged
from generator.problems import Problem, ProblemsFound
from generator.reading.whose import Whose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from generator.batch.engine import Make
    from generator.batch.offices import Office

    Progress = Callable[[int, int, str], None]

_ALLOWED = timedelta(days=1)
"""So much later may the last batch have been: a clock that fell back further would take results off sites again."""
FETCHED = "offices"
"""The folder below a batch's own in which fetched records lie."""


class Asked(NamedTuple):
    """What somebody asked for: which offices, where the ledger goes, at which moment, by whom, within which limits."""

    where: Path
    out: Path
    moment: datetime
    scheduler: str | None = None
    workers: int = 1
    seconds: float = 1800
    megabytes: int = 8000
    shared: str = ""
    """The address of the store that the machines share, or nothing."""
    by_clock: bool = False
    """Whether nobody gave the moment, so that it is this machine's clock that says it."""


class Outcome(NamedTuple):
    """How a batch ended: each office's entry by its name, the page of them, the site of all, what was set aside."""

    offices: dict[str, Entry]
    page: Path
    site: Path | None
    told: tuple[Problem, ...]


@contextmanager
def opened(asked: Asked, *, only_looks: bool = False) -> Iterator[tuple[Ledger, list[Office], Workshop]]:
    """Yield the ledger and the offices of a batch, which is locked against any other on the same folders.

    Whoever `only_looks` leaves what is known of each office as it is. Raises `ProblemsFound` where there are none, or
    another batch is at work.
    """
    found = offices.rows(asked.where)
    asked.out.mkdir(parents=True, exist_ok=True)
    out = Workshop(asked.out)
    with _alone(out):
        if asked.where.is_dir() and os.path.realpath(asked.where) != os.path.realpath(asked.out):
            with _alone(Workshop(asked.where)):
                yield _begun(asked, out, found, only_looks=only_looks)
        else:
            yield _begun(asked, out, found, only_looks=only_looks)


@contextmanager
def _alone(workshop: Workshop) -> Iterator[None]:
    def busy() -> None:
        raise ProblemsFound((Problem(str(workshop.project), 0, 0, "", *wording.BUSY),))

    with workshop.locked(busy):
        yield


def _begun(
    asked: Asked, out: Workshop, found: list[offices.Row], *, only_looks: bool
) -> tuple[Ledger, list[Office], Workshop]:
    kept = Ledger(asked.out / ledger.NAME, out.own)
    if asked.by_clock and kept.moment_before > (asked.moment + _ALLOWED).isoformat():
        raise ProblemsFound((Problem(str(kept.file), 0, 0, "moment", *wording.OWN_CLOCK),))
    stamps = {name: entry["fetched"] for name, entry in kept.earlier.items()}
    fetching = Fetching(asked.out / FETCHED, stamps)
    known = {entry["project"]: (entry["stamp"], Whose(**entry["whose"])) for entry in kept.earlier.values()}
    listed = offices.opened(found, fetching.fetch, known)
    entries: dict[str, Entry] = {}
    for office in listed:
        entry = _entry(office, kept.earlier, fetching.stamps)
        before = kept.earlier.get(office.name) if only_looks and not office.fault else None
        entries[_key(office, entries)] = {**before, "fetched": entry["fetched"]} if before else entry
    kept.begin(task.version(), asked.moment.isoformat(), entries)
    return kept, listed, out


def _key(office: Office, taken: dict[str, Entry]) -> str:
    """Return the name under which an office is kept; the second of one name is told by its line."""
    return office.name if office.name not in taken else f"{office.name} ({office.row.line or office.row.source})"


def _entry(office: Office, earlier: dict[str, Entry], stamps: dict[str, str]) -> Entry:
    before = earlier.get(office.name, {})
    if office.fault:
        return {**_last_seen(office, before), "state": NOWHERE, "problems": [office.fault.as_json()], "seconds": 0}
    return {
        "state": WAITING,
        "problems": [],
        "files": before.get("files", 0),
        "digest": before.get("digest", ""),
        "seconds": 0,
        "project": str(office.project),
        "source": office.row.shown,
        "fetched": stamps.get(office.name, ""),
        "whose": office.whose._asdict(),
        "stamp": office.stamp,
    }


def _last_seen(office: Office, before: Entry) -> Entry:
    """Return what is known of an office that cannot be found: of one from elsewhere, what lies here from the last time.

    Its host may be away for an hour, and its site is still up.
    """
    is_brought = office.row.is_git or office.row.is_archive
    if is_brought and before and before["source"] == office.row.shown:
        return before
    return {
        "files": 0,
        "digest": "",
        "project": "",
        "source": office.row.shown,
        "fetched": "",
        "whose": office.whose._asdict(),
        "stamp": office.stamp,
    }


def run(asked: Asked, progress: Progress, make: Make = task.make) -> Outcome:
    """Build every office that is not up to date; raises `ProblemsFound` for what stops the whole batch.

    Whatever ends it, the ledger and the page tell what was done by then.
    """
    with opened(asked) as (kept, listed, out):
        try:
            _build(asked, kept, listed, out, progress, make)
        finally:
            kept.end()
            written = asked.out / page.NAME
            keeping.replace(written, page.html(kept.offices, asked.moment))
        site = province.make(out, kept.offices, asked.moment)
    return Outcome(kept.offices, written, site, tuple(out.own.heard()))


def _build(asked: Asked, kept: Ledger, listed: list[Office], out: Workshop, progress: Progress, make: Make) -> None:
    jobs, shared = [], unchanged.program()
    for office in listed:
        if office.project is None:
            continue
        report = unchanged.is_unchanged(Workshop(office.project), asked.moment, {"sealed": False}, shared)
        if report is None:
            jobs.append(_job(asked, office))
        else:
            kept.note(office.name, {**kept.offices[office.name], **_standing(office, report, kept.earlier)})
    done = len(listed) - len(jobs)
    progress(done, len(listed), "")
    if not jobs:
        return
    folder = out.folder / "engine"
    try:
        with engine.cluster(asked.scheduler, min(asked.workers, len(jobs)), folder) as client:
            for job, answer in engine.answers(client, jobs, make):
                kept.note(job.name, {**kept.offices[job.name], **answer})
                done += 1
                progress(done, len(listed), job.name)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def typed(moment: datetime) -> str:
    """Return a moment as it is typed after `--as-of`."""
    return f"{iso(moment.date())} {moment:%H:%M}"


def _job(asked: Asked, office: Office) -> Job:
    moment = typed(asked.moment)
    project = os.path.abspath(str(office.project))  # noqa: PTH100 - a link stays a link
    return Job(office.name, project, moment, asked.seconds, asked.megabytes, task.version(), asked.shared)


def _standing(office: Office, report: dict[str, Any], earlier: dict[str, Entry]) -> Entry:
    """Return what is known of an office in which nothing has changed."""
    before = earlier.get(office.name, {})
    return {
        "state": task.SAME,
        "problems": report["warnings"],
        "files": report["files"],
        "stages": report["stages"],
        "digest": before.get("digest") or task.digest(office.project) if office.project else "",
    }
