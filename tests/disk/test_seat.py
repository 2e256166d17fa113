"""One desk a project: a lock tells whether it is open, and its address is a secret of its owner."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from generator.disk import moving, seat
from generator.disk.swap import Workshop

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "http://127.0.0.1:8123/enter/secret"


class _Refused(PermissionError):
    """What Windows raises, with its own number."""

    def __init__(self, number: int) -> None:
        super().__init__(13, "Access is denied")
        self.winerror = number


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """Return the workshop of an empty project."""
    return Workshop(tmp_path)


def test_who_comes_second_gets_the_address_of_the_first(workshop: Workshop) -> None:
    """And can sit down as soon as the first has left."""
    with seat.taken(workshop) as first:
        assert first
        first.tell(ADDRESS)
        with seat.taken(workshop) as second:
            assert second is None
        assert seat.found(workshop) == seat.Open(ADDRESS, "")
    with seat.taken(workshop) as third:
        assert third


def test_the_address_of_a_desk_that_died_is_not_believed(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """A power cut leaves the file, and its address may be another program's by now."""
    monkeypatch.setattr(seat, "PATIENCE", 1)
    workshop.folder.mkdir()
    left = workshop.folder / "desk.json"
    left.write_text(json.dumps({"address": ADDRESS, "machine": ""}), encoding="utf-8")
    with seat.taken(workshop) as mine:
        assert mine
        assert seat.found(workshop) is None


def test_a_desk_on_another_computer_is_not_opened_here(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a shared drive its address would lead to this computer, where nobody answers."""
    monkeypatch.setenv("COMPUTERNAME", "SANTI-PC")
    with seat.taken(workshop) as mine:
        assert mine
        mine.tell(ADDRESS)
        monkeypatch.setenv("COMPUTERNAME", "OTHER-PC")
        other = seat.found(workshop)
    assert other
    assert not other.is_here


@pytest.mark.parametrize("number", [5, 32, 33])
def test_what_somebody_looks_into_for_a_moment_is_moved_a_moment_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """On Windows a virus scanner or a cloud drive opens what was just written."""
    waited: list[float] = []
    replace = type(tmp_path).replace

    def refused(old: Path, new: Path) -> Path:
        if len(waited) < 3:
            raise _Refused(number)
        return replace(old, new)

    monkeypatch.setattr(type(tmp_path), "replace", refused)
    monkeypatch.setattr(time, "sleep", waited.append)
    (tmp_path / "new").write_bytes(b"new")
    moving.move(tmp_path / "new", tmp_path / "old")
    assert (tmp_path / "old").read_bytes() == b"new"
    assert waited == list(moving.PAUSES[:3])


def test_what_may_not_be_moved_at_all_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Patience helps only where somebody looks into it."""
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    with pytest.raises(FileNotFoundError):
        moving.move(tmp_path / "none", tmp_path / "new")
    assert waited == []
