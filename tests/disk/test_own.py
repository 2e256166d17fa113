"""The door for what the program wrote itself: whatever stands there, a run goes on and nothing is lost."""

from __future__ import annotations

import json
import os
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from generator.disk import own
from generator.disk.own import Own

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHAPE: dict[str, Any] = {"files": [{"path": str, "bytes": int, "look": (str, None)}], "stamps": {str: [int]}}
SOUND = {"files": [{"path": "a", "bytes": 1, "look": None, "later": "x"}], "stamps": {"a": [1, 2]}, "version": 9}

BROKEN: dict[str, bytes] = {
    "empty": b"",
    "cut": json.dumps(SOUND).encode()[:-9],
    "deep": b"[" * 200_000,
    "deep in a group": b'{"files":' + b"[" * 200_000,
    "a number too long to read": b"9" * 5000,
    "half a letter": json.dumps({**SOUND, "stamps": {"\ud800": [1]}}).encode(),
    "no text": bytes(range(256)),
    "list": b"[]",
    "nothing": b"null",
    "key missing": b'{"files": []}',
    "group for a list": json.dumps({**SOUND, "files": {}}).encode(),
    "text for a number": json.dumps({**SOUND, "stamps": {"a": ["1"]}}).encode(),
    "truth for a number": json.dumps({**SOUND, "stamps": {"a": [True]}}).encode(),
    "no number": b'{"files": [], "stamps": {"a": [NaN]}}',
}
IN_ITS_PLACE: dict[str, Callable[[Path], object]] = {
    "folder": lambda file: file.mkdir(),
    "link": lambda file: file.symlink_to(file.with_name("theirs")),
    "dangling link": lambda file: file.symlink_to("/nowhere/at/all"),
    "pipe": os.mkfifo,
}


def _written(raw: bytes, file: Path) -> None:
    file.write_bytes(raw)


HARMS: dict[str, Callable[[Path], object]] = {
    **{name: partial(_written, raw) for name, raw in BROKEN.items()},
    **IN_ITS_PLACE,
}


def test_what_fits_is_read_with_what_a_later_version_added(tmp_path: Path) -> None:
    """An office that goes back to an older program keeps its files."""
    file = tmp_path / "state.json"
    file.write_text(json.dumps(SOUND), encoding="utf-8")
    door = Own(tmp_path)
    assert door.read(file, SHAPE, dict) == SOUND
    assert door.read(tmp_path / "none.json", SHAPE, dict) is None
    assert door.heard() == []


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_what_cannot_be_read_is_set_aside_and_told(tmp_path: Path, harm: Callable[[Path], object]) -> None:
    """A traceback at every next build is worse than beginning anew; a deletion would be worse still."""
    file, theirs = tmp_path / "state.json", tmp_path / "theirs"
    theirs.write_bytes(json.dumps(SOUND).encode())
    harm(file)
    before = file.lstat().st_ino
    door = Own(tmp_path)
    assert door.read(file, SHAPE, dict) is None
    assert not os.path.lexists(file)
    assert (tmp_path / "state.json.unreadable").lstat().st_ino == before
    assert theirs.read_bytes() == json.dumps(SOUND).encode()
    (told,) = door.heard()
    assert told.file == "state.json"
    assert told.warning
    assert "state.json.unreadable" in told.message.th
    assert door.lost(file)
    assert door.read(file, SHAPE, dict) is None
    assert door.heard() == []


def test_what_no_shape_can_say_is_asked_of_whoever_reads(tmp_path: Path) -> None:
    """A date that is none, or a path that leads out of the project."""
    file = tmp_path / "state.json"
    file.write_text(json.dumps(SOUND), encoding="utf-8")

    def refuse(_: object) -> None:
        raise ValueError

    door = Own(tmp_path)
    assert door.read(file, SHAPE, refuse) is None
    assert door.lost(file)


def test_a_second_one_set_aside_does_not_take_the_first_ones_place(tmp_path: Path) -> None:
    """The older is the one with the history."""
    file = tmp_path / "released.json"
    for text in ("first", "second", "third"):
        file.write_text(text, encoding="utf-8")
        own.moved_aside(file)
    assert [each.read_text(encoding="utf-8") for each in own.set_aside_before(file)] == ["first", "second", "third"]


@pytest.mark.parametrize("harm", [*IN_ITS_PLACE.values()], ids=[*IN_ITS_PLACE])
def test_a_place_to_write_to_is_cleared_and_nothing_is_written_through_a_link(
    tmp_path: Path, harm: Callable[[Path], object]
) -> None:
    """The link may lead to the clerk's own list."""
    file, theirs = tmp_path / "lock", tmp_path / "theirs"
    theirs.write_bytes(b"theirs")
    harm(file)
    Own(tmp_path).clear(file)
    file.write_bytes(b"ours")
    assert theirs.read_bytes() == b"theirs"


@pytest.mark.parametrize("kind", ["file", "link", "dangling link"])
def test_a_folder_of_the_programs_own_is_real(tmp_path: Path, kind: str) -> None:
    """What is cleared away in it at each start must not be somebody's folder at the end of a link."""
    folder, theirs = tmp_path / "fresh", tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "letter").write_bytes(b"theirs")
    if kind == "file":
        folder.write_bytes(b"x")
    else:
        folder.symlink_to(theirs if kind == "link" else tmp_path / "nowhere")
    door = Own(tmp_path)
    door.folder(folder)
    assert folder.is_dir()
    assert not folder.is_symlink()
    assert (theirs / "letter").exists()
    assert len(door.heard()) == 1
