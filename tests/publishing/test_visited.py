"""A visitor follows every link while releases come, half of them killed: every page is whole, no link leads nowhere."""

from __future__ import annotations

import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from tests.support import crawler, publisher, sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

    from tests.support.hosts import Served

TIMES = 5
"""How many releases come by default; with `--whole` it is twenty times as many."""


@pytest.mark.parametrize("name", ["folder", "openssh"])
def test_a_visitor_sees_whole_pages_and_no_link_to_nowhere(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, chance: Random, rounds: int
) -> None:
    """Where files can be replaced in one step, citizens notice nothing of a release, nor of one that was killed."""
    place: sites.Place = request.getfixturevalue("folder" if name == "folder" else "sftp")
    seen, killed = _visited(place, tmp_path, chance, TIMES * rounds * min(rounds, 2))
    assert seen.read > 200
    assert killed
    assert (seen.torn, seen.nowhere, seen.nothing) == ([], [], 0)


def test_a_visitor_of_an_ftp_host_sees_whole_pages(
    running: Callable[[str], Served], tmp_path: Path, chance: Random, rounds: int
) -> None:
    """FTP takes two steps, between which a file is away; what is read is whole, and nearly always something is."""
    served = running("vsftpd")
    place = sites.Place(*served.place(), served.user.password)
    seen, _ = _visited(place, tmp_path, chance, TIMES * rounds, kill=False)
    assert seen.read > 200
    assert seen.torn == []
    assert seen.nothing + len(seen.nowhere) <= seen.read // 50


def _visited(
    place: sites.Place, tmp_path: Path, chance: Random, times: int, *, kill: bool = True
) -> tuple[crawler.Crawler, int]:
    """Publish many sites by processes, half of which are killed at random, while a visitor looks."""
    files = crawler.linked(chance, 0)
    took = _published(place, _laid_out(tmp_path, 0, files))
    visitor = crawler.Crawler(place.on_disk)
    visitor.start()
    killed = 0
    for number in range(1, times + 1):
        after = crawler.linked(chance, number, files)
        site = _laid_out(tmp_path, number, after)
        if kill and number % 2:
            killed += _killed(place, site, chance.uniform(0.4, 1.0) * took)
            if chance.random() < 0.5:  # the next computer has another site, so what was begun is undone
                continue
        _published(place, site)
        files = after
        assert place.seen() == files
    visitor.over.set()
    visitor.join()
    return visitor, killed


def _laid_out(folder: Path, number: int, files: sites.Files) -> Path:
    site = folder / f"site-{number}"
    for name, value in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(value)
    return site


def _published(place: sites.Place, site: Path) -> float:
    command, environment = publisher.command(place, site)
    begun = time.monotonic()
    subprocess.run(command, cwd=publisher.ROOT, env=environment, check=True)
    return time.monotonic() - begun


def _killed(place: sites.Place, site: Path, after: float) -> bool:
    """Let a process publish, and kill it so many seconds later; return whether it was still at work."""
    command, environment = publisher.command(place, site)
    process = subprocess.Popen(command, cwd=publisher.ROOT, env=environment)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    return False
