"""Putting new folders in place: complete, at once, and finished later if it was interrupted."""

from __future__ import annotations

import json
import multiprocessing
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.disk import swap as swapping
from generator.disk.swap import Swap, Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.synchronize import Event


def _folder(path: Path, word: str) -> Path:
    path.mkdir(parents=True)
    (path / "page.html").write_text(word, encoding="utf-8")
    return path


def _workshop(project: Path, *, old: bool = True) -> tuple[Workshop, list[Swap]]:
    workshop = Workshop(project)
    workshop.folder.mkdir()
    swaps = []
    for name in ("site", "build"):
        if old:
            _folder(project / name, "old")
        swaps.append(Swap(_folder(workshop.fresh / name, "new"), project / name))
    return workshop, swaps


def _words(project: Path) -> list[str | None]:
    files = [project / name / "page.html" for name in ("site", "build")]
    return [file.read_text(encoding="utf-8") if file.exists() else None for file in files]


@pytest.fixture(params=["at once", "one after the other"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return each way of exchanging in turn: the system call, and two renames as on Windows."""
    if request.param == "one after the other":
        monkeypatch.setattr(swapping, "_exchange_at_once", lambda _one, _other: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("old", [True, False], ids=["over an old site", "for the first time"])
def test_both_folders_are_new_after_a_swap(tmp_path: Path, *, old: bool) -> None:
    """The plain case, and no remains of the work are left."""
    workshop, swaps = _workshop(tmp_path, old=old)
    workshop.swap(swaps)
    assert _words(tmp_path) == ["new", "new"]
    assert not workshop.fresh.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".tonbaep", "build", "site"]


class _Killed(BaseException):
    """Stands in for a kill: nothing catches it."""


def _after(calls: int, real: Callable[..., None]) -> Callable[..., None]:
    left = [calls]

    def call(*arguments: object) -> None:
        if left[0] == 0:
            raise _Killed
        left[0] -= 1
        real(*arguments)

    return call


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("old", [True, False], ids=["over an old site", "for the first time"])
@pytest.mark.parametrize("calls", range(7))
def test_a_swap_cut_short_at_any_rename_is_finished_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: int, *, old: bool
) -> None:
    """A killed build must never permanently leave yesterday's site beside today's papers."""
    workshop, swaps = _workshop(tmp_path, old=old)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", _after(calls, Path.rename))
        try:
            workshop.swap(swaps)
        except _Killed:
            assert all(word in {"old", "new", None} for word in _words(tmp_path))
    with Workshop(tmp_path).locked(lambda: None):
        pass
    assert _words(tmp_path) == ["new", "new"]
    assert not workshop.fresh.exists()


@pytest.mark.usefixtures("way")
def test_a_swap_that_the_disk_refuses_leaves_both_folders_old(tmp_path: Path) -> None:
    """On Windows an open PDF blocks a rename: then nothing at all may have changed."""
    workshop, swaps = _workshop(tmp_path)
    missing = Swap(workshop.fresh / "nowhere", tmp_path / "papers")
    with pytest.raises(OSError, match="nowhere"):
        workshop.swap([*swaps, missing])
    assert _words(tmp_path) == ["old", "old"]


def test_a_journal_that_was_cut_does_no_harm(tmp_path: Path) -> None:
    """A journal is written completely or not at all; if it is damaged all the same, the old folders stay."""
    workshop, _ = _workshop(tmp_path)
    (workshop.folder / "journal.json").write_text(json.dumps([{}])[:-1], encoding="utf-8")
    with workshop.locked(lambda: None):
        assert _words(tmp_path) == ["old", "old"]


def _hold(project: Path, held: Event, let_go: Event) -> None:
    with Workshop(project).locked(lambda: None):
        held.set()
        let_go.wait(20)


def test_a_second_build_says_that_it_waits_and_then_goes_on(tmp_path: Path) -> None:
    """Two clerks on one network drive, or one with two windows."""
    spawn = multiprocessing.get_context("spawn")
    held, let_go = spawn.Event(), spawn.Event()
    other = spawn.Process(target=_hold, args=(tmp_path, held, let_go))
    other.start()
    assert held.wait(20)
    said = []

    def waiting() -> None:
        said.append("waiting")
        let_go.set()

    with Workshop(tmp_path).locked(waiting):
        assert said == ["waiting"]
    other.join(20)
    assert other.exitcode == 0


def test_a_killed_build_leaves_no_lock_behind(tmp_path: Path) -> None:
    """The lock belongs to the process, not to a file that somebody would have to delete by hand."""
    spawn = multiprocessing.get_context("spawn")
    held, let_go = spawn.Event(), spawn.Event()
    other = spawn.Process(target=_hold, args=(tmp_path, held, let_go))
    other.start()
    assert held.wait(20)
    other.kill()
    other.join(20)
    said: list[str] = []
    with Workshop(tmp_path).locked(lambda: said.append("waiting")):
        pass
    assert os.listdir(tmp_path) == [".tonbaep"]  # noqa: PTH208 - names only


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("disk", ["same disk", "another disk"])
@pytest.mark.parametrize("old", [True, False], ids=["over an old site", "for the first time"])
def test_a_link_stays_and_the_folder_behind_it_is_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, disk: str, *, old: bool
) -> None:
    """The folder of a web server, on a disk of its own."""
    project, www = tmp_path / "project", tmp_path / "www"
    project.mkdir()
    workshop, swaps = _workshop(project, old=False)
    www.mkdir()
    if old:
        _folder(www / "site", "old")
    else:
        (www / "site").mkdir()
    (project / "site").symlink_to(www / "site")
    os.mkfifo(workshop.fresh / "site" / "pipe")
    (workshop.fresh / "site" / "away").symlink_to("/nowhere")
    if disk == "another disk":
        monkeypatch.setattr(swapping, "_disk", lambda folder: int(folder.is_relative_to(project)))
    workshop.swap(swaps)
    assert (www / "site" / "pipe").is_fifo()
    assert (www / "site" / "away").readlink() == Path("/nowhere")
    assert (project / "site").is_symlink()
    assert _words(project) == ["new", "new"]
    assert [path.name for path in www.iterdir()] == ["site"]
    assert not workshop.fresh.exists()


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("calls", range(4))
def test_a_swap_onto_another_disk_that_was_cut_short_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    """The copy beside the target is found again, and none is left."""
    project, www = tmp_path / "project", tmp_path / "www"
    project.mkdir()
    workshop, swaps = _workshop(project)
    (project / "site").rename(www)
    (project / "site").symlink_to(www)
    with monkeypatch.context() as patch:
        patch.setattr(swapping, "_disk", lambda folder: int(folder.is_relative_to(project)))
        patch.setattr(Path, "rename", _after(calls, Path.rename))
        try:
            workshop.swap(swaps)
        except _Killed:
            assert all(word in {"old", "new", None} for word in _words(project))
    with Workshop(project).locked(lambda: None):
        pass
    assert _words(project) == ["new", "new"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "www"]


@pytest.mark.parametrize(
    "entry",
    [
        {"fresh": "winners", "target": "site"},
        {"fresh": ".tonbaep/fresh/site", "target": "../elsewhere"},
        {"fresh": "../elsewhere", "target": "site"},
        {"fresh": ".tonbaep/fresh/../../winners", "target": "site"},
    ],
)
def test_a_journal_moves_nothing_but_what_was_made_here(tmp_path: Path, entry: dict[str, str]) -> None:
    """It may have come along with a copied folder, or from whoever could write into this one."""
    workshop, _ = _workshop(tmp_path)
    number = _folder(tmp_path / "winners", "records").stat().st_ino
    journal = workshop.folder / "journal.json"
    journal.write_text(json.dumps([{**entry, "identity": number}]), encoding="utf-8")
    with workshop.locked(lambda: None):
        pass
    assert _words(tmp_path) == ["old", "old"]
    assert (tmp_path / "winners/page.html").read_text(encoding="utf-8") == "records"
    assert [problem.file for problem in workshop.own.heard()] == [".tonbaep/journal.json"]


@pytest.mark.parametrize(
    "name", ["", "lock", "journal.json", "cache", "cache/templates", "cache/photos", "fresh", "staged", "aside"]
)
@pytest.mark.parametrize("kind", ["file", "folder", "link", "dangling link", "pipe"])
def test_whatever_stands_in_the_workshop_a_run_goes_on(tmp_path: Path, name: str, kind: str) -> None:
    """Sync programs and slips of the mouse put anything anywhere; nothing of it is deleted or written through."""
    theirs = _folder(tmp_path / "theirs", "theirs")
    place = tmp_path / ".tonbaep" / name
    place.parent.mkdir(exist_ok=True, parents=True)
    if kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    elif kind == "file":
        place.write_bytes(b"")
    else:
        place.symlink_to(theirs if kind == "link" else tmp_path / "nowhere")
    workshop = Workshop(tmp_path)
    with workshop.locked(lambda: None):
        swap = Swap(_folder(workshop.fresh / "build", "new"), tmp_path / "build")
        workshop.swap([swap])
    assert (tmp_path / "build/page.html").read_text(encoding="utf-8") == "new"
    assert (theirs / "page.html").read_text(encoding="utf-8") == "theirs"
    assert not (tmp_path / "nowhere").exists()
