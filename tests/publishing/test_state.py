"""The list on a host is read as what it is: a file that others may have written."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from generator.publishing import release, state, switch
from generator.publishing.faults import HostFault
from tests.support import sites

if TYPE_CHECKING:
    from random import Random

    from tests.support.sites import Place

DIGEST = state.digest_of("ab" * 32)
SOUND: dict[str, Any] = json.loads(
    zlib.decompress(
        state.packed(
            state.State(
                "salt",
                {"index.html": state.File(DIGEST, 5)},
                frozenset({"who"}),
                "2566-05-15T12:00:00+07:00",
                2,
                (state.Earlier(2, "", frozenset(), (state.Undo("old.html", "0", DIGEST, 3),)),),
            )
        )
    )
)
"""A list as the program writes it, to be broken in one place."""


def _packed(written: object) -> bytes:
    return zlib.compress(json.dumps(written).encode())


def _with(**more: object) -> bytes:
    return _packed({**SOUND, **more})


def _undo(*row: object) -> bytes:
    return _with(earlier=[{**SOUND["earlier"][0], "undo": [list(row)]}])


def test_a_list_comes_back_as_it_was_written() -> None:
    """What one computer writes another one reads."""
    assert state.packed(state.read(_packed(SOUND))) == state.packed(state.read(_with()))
    assert state.read(_packed(SOUND)).files == {"index.html": (DIGEST, 5)}


HOSTILE = {
    "nothing": b"",
    "no archive": b"tonbaep",
    "no list": zlib.compress(b"<html>"),
    "a list of another kind": _packed([]),
    "cut": _packed(SOUND)[:-5],
    "a bomb": zlib.compress(b"[" + b" " * 60_000_000 + b"]"),
    "too deep": zlib.compress(b"[" * 200_000),
    "of a later version": _with(tonbaep=2),
    "out of the folder": _with(files={"../index.html": [DIGEST, 5]}),
    "out of it from within": _with(files={"a/../../index.html": [DIGEST, 5]}),
    "from the root": _with(files={"/etc/passwd": [DIGEST, 5]}),
    "from Windows' root": _with(files={"C:/index.html": [DIGEST, 5]}),
    "by Windows' way out": _with(files={"..\\index.html": [DIGEST, 5]}),
    "two words for a server": _with(files={"a\r\nDELE cms.php": [DIGEST, 5]}),
    "the program's own room": _with(files={".tonbaep/state": [DIGEST, 5]}),
    "the program's own room, as Windows sees it": _with(files={".Tonbaep/state": [DIGEST, 5]}),
    "no digest": _with(files={"index.html": ["x", 5]}),
    "a number as digest": _with(files={"index.html": [5, 5]}),
    "a text as size": _with(files={"index.html": [DIGEST, "5"]}),
    "less than nothing": _with(files={"index.html": [DIGEST, -1]}),
    "a file too short": _with(files={"index.html": [DIGEST]}),
    "a way back out of the folder": _undo("../old.html", "0", DIGEST, 3),
    "a way back to what others have": _undo("old.html", "../../../cms.php", DIGEST, 3),
    "a way back of another shape": _undo("old.html", 0, DIGEST, 3),
    "a way back too short": _undo("old.html", "0"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_strange_list_is_refused_in_a_sentence(case: str, folder: Place) -> None:
    """Nothing is done by a list that the program did not write, and the clerk is told what to ask for."""
    (folder.on_disk / state.ROOM).mkdir()
    (folder.on_disk / state.STATE).write_bytes(HOSTILE[case])
    for ask in (
        lambda: release.publish(folder.host(), sites.wanted({"index.html": b"x"}), sites.asked()),
        lambda: release.back(folder.host(), sites.asked()),
    ):
        with pytest.raises(HostFault) as found:
            ask()
        assert ".tonbaep/state" in found.value.message.th
    assert folder.seen() == {}


@pytest.mark.parametrize(
    "row",
    [
        ["../cms.php", ".tonbaep/next/a", ""],
        ["index.html", "../../etc/passwd", ""],
        ["index.html", "", "cms.php"],
        [".tonbaep/state", ".tonbaep/next/a", ""],
        ["index.html", ".tonbaep/next/../../../x", ""],
        ["index.html", ".tonbaep/next/a"],
        ["index.html", 5, ""],
    ],
)
def test_a_strange_journal_is_refused(row: list[object], folder: Place, chance: Random) -> None:
    """What a run before is said to have begun is not gone on with where it leads out of the site."""
    release.publish(folder.host(), sites.wanted(sites.small(chance)), sites.asked())
    room = folder.on_disk / state.ROOM
    for name in ("state.before", "state.new"):
        (room / name).write_bytes((room / "state").read_bytes())
    (room / "state").unlink()
    before = folder.seen()
    (room / "journal").write_bytes(_packed([row]))
    with pytest.raises(HostFault, match="cannot be read"):
        switch.interrupted(folder.host())
    with pytest.raises(HostFault, match="cannot be read"):
        release.publish(folder.host(), sites.wanted({"index.html": b"x"}), sites.asked())
    assert folder.seen() == before


def test_who_is_shown_cannot_be_told_from_the_list() -> None:
    """Whoever finds the list learns no name and no number of a person; the same person has another mark elsewhere."""
    somchai = "2566/สมชาย named"
    one, two = state.shown_as("salt", [somchai]), state.shown_as("other", [somchai])
    assert one != two
    assert not {somchai} & (one | two)
    assert state.shown_as("salt", [somchai]) == one
