"""Whoever publishes is killed at any step: what is seen stays whole, and the next run, from anywhere, mends it."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING

import pytest

from generator.publishing import release, state
from generator.publishing.passwords import VARIABLE
from tests.support import product, sites
from tests.support.frail import Frail, Killed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.sites import Files, Place


@pytest.mark.parametrize("in_two", [False, True], ids=["replaced in one step", "replaced in two"])
def test_any_step_may_be_the_last(folder: Place, rounds: int, *, in_two: bool) -> None:
    """The promise of publishing, at a folder: nothing is lost or mixed, whichever step is cut; others' files stay."""
    _lives_through(folder, Random(7), 25 * rounds, steps=100, in_two=in_two)


def test_any_step_may_be_the_last_over_the_line(sftp: Place, rounds: int) -> None:
    """The same at a real server, whose lock and journal are all that the next computer knows."""
    _lives_through(sftp, Random(8), 8 * rounds, steps=100, in_two=False)


def _lives_through(place: Place, chance: Random, times: int, *, steps: int, in_two: bool) -> None:
    """Publish and go back many times, killed now and then, and look at every file after each time."""
    theirs = {"cms.php": b"theirs"}
    (place.on_disk / "cms.php").write_bytes(b"theirs")
    old: Files = {}
    behind: list[Files] = []
    kills = 0
    for _ in range(times):
        new = sites.next_one(chance, old)
        if chance.random() < 0.8:
            try:
                frail = Frail(place.host(), chance.randint(1, steps), in_two=in_two)
                release.publish(frail, sites.wanted(new), _soon())
            except Killed:
                kills += 1
            there = {name: value for name, value in place.seen().items() if name not in theirs}
            assert all(value in {old.get(name), new.get(name)} for name, value in there.items())
            if not in_two:
                assert old.keys() & new.keys() <= there.keys()
            done = there == new and release.standing(place.host()) is not None
            if chance.random() < 0.5:  # the office goes on with another site than the one that was cut
                behind += [old] * done
                old = new if done else old
                new = sites.next_one(chance, old)
        release.publish(place.host(), sites.wanted(new), _soon())
        assert place.seen() == new | theirs
        _is_tidy(place)
        if old != new:
            behind.append(old)
        old = new
        if chance.random() < 0.3 and len(behind) > 2 and behind[-1]:
            old = _goes_back(place, chance, old, behind.pop(), in_two=in_two)
            del behind[:-1]
    assert kills > times // 4, "the test looks at what it is for"


def _goes_back(place: Place, chance: Random, now: Files, before: Files, *, in_two: bool) -> Files:
    with suppress(Killed):
        release.back(Frail(place.host(), chance.randint(1, 100), in_two=in_two), _soon())
        return before
    release.back(place.host(), _soon())
    there = {name: value for name, value in place.seen().items() if name != "cms.php"}
    assert there in (before, now), "a way back that was begun is gone to its end, or has not begun"
    return there


def _is_tidy(place: Place) -> None:
    """Nothing that was begun is left: it would fill the host's room, or hold somebody withdrawn."""
    room = {file.name for file in (place.on_disk / state.ROOM).iterdir()}
    assert not room & {"next", "journal", "state.new"}, room
    assert "busy" not in room or not [*(place.on_disk / state.BUSY).iterdir()]


def _soon() -> release.Asked:
    return sites.asked(patience=0.02)


@pytest.mark.parametrize("way", ["folder", "sftp"])
def test_the_command_is_killed_and_another_computer_goes_on(
    way: str, lean: Path, request: pytest.FixtureRequest, tmp_path: Path, chance: Random, rounds: int
) -> None:
    """A finished site, by the command as a process: somebody pulls the plug, a colleague publishes the same site."""
    published = product.copy_of_built(lean, tmp_path / "project")
    place: Place = request.getfixturevalue(way)
    made = sites.seen(published / "site")
    colleague = product.copy_of_built(published, tmp_path / "colleague")
    killed = 0
    for _ in range(3 * rounds):
        process = _publishing(published, place)
        while process.poll() is None and not (place.on_disk / state.NEXT).exists():
            time.sleep(0.01)
        time.sleep(chance.uniform(0.0, 0.5))
        killed += process.poll() is None
        process.kill()
        process.communicate()
        assert all(made[name] == value for name, value in place.seen().items())
    process = _publishing(colleague, place)
    said, _ = process.communicate()
    assert process.returncode == 0, said
    assert place.seen() == made
    assert killed
    _is_tidy(place)


def _publishing(project: Path, place: Place) -> subprocess.Popen[str]:
    """Start the command as a process."""
    words = ("publish", "--sample", "--yes", "--new-host", "--to", place.target.address)
    return subprocess.Popen(
        product.command(project, *words),
        cwd=product.ROOT,
        env={**os.environ, VARIABLE: place.password},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
