"""A build's memory does not follow the number of its sheets: what is finished lies on the disk."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest

from generator.building.plan import Job
from generator.building.press_room import PressRoom
from generator.disk import shelf
from generator.piece import Piece, Sheet, Unpictured, unheard
from generator.pieces.parts import uses
from generator.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.piece import Tell

SHEETS, BYTES = 24, 400_000


class Heavy(Unpictured):
    """A press whose files are large, and cost nothing to make."""

    name = "heavy"

    def materials(self, template: str) -> bytes:
        """Return nothing but the name."""
        return template.encode()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return many times the letter in the view."""
        del template, pictures, tell
        return bytes([view["letter"]]) * BYTES


PIECE: Piece[object] = Piece("heavy", "หนัก", lambda _: (), Heavy(), "", "none", use=uses.HEADS_OF_OFFICE)


def _job(letter: int) -> Job:
    sheet = Sheet(f"papers/{letter}.bin", f"แผ่น {letter}", {"letter": letter})
    return Job(PIECE, sheet, sheet.path, "internal", "print")


def _pressed(room: PressRoom, letters: Iterable[int]) -> list[shelf.Pressed]:
    return [future.result() for future in [room.begin(_job(letter)) for letter in letters]]


@pytest.mark.parametrize("before", [0, SHEETS], ids=["pressed", "from the store"])
def test_no_bytes_of_a_finished_sheet_stay_in_the_room(tmp_path: Path, before: int) -> None:
    """Ten years' sheets were 600 MB that waited for the list of files to be written."""
    store = Store(tmp_path / "store")
    with PressRoom(store, store, tmp_path / "before", lambda *_: None) as room:
        _pressed(room, range(before))
    with PressRoom(store, store, tmp_path / "fresh", lambda *_: None) as room:
        room.begin(_job(200)).result()  # whatever is loaded once
        tracemalloc.start()
        try:
            made = _pressed(room, range(SHEETS))
            again = _pressed(room, range(100, 100 + SHEETS))
            held, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert most > BYTES, "their bytes are seen while they are made"
    assert held < BYTES, "less than one of forty-eight"
    assert len(room.pressed) == 1 + 2 * SHEETS - before
    assert [file.file.read_bytes() for file in made] == [bytes([letter]) * BYTES for letter in range(SHEETS)]
    assert {file.file.stat().st_size for file in again} == {BYTES} == {file.bytes for file in made}


def test_what_stands_in_two_places_is_written_on_in_one(tmp_path: Path) -> None:
    """Whoever corrects a word in the folder of the boards has not said that the website may change."""
    pressed, last = shelf.Shelf(tmp_path / "shelf").put(b"as made"), shelf.Last()
    places = [tmp_path / name / "poster.txt" for name in ("build", "site")]
    for place in places:
        last.bring(pressed, place.relative_to(tmp_path).as_posix(), place)
    with places[0].open("ab") as file:
        file.write(b", and written on")
    assert places[1].read_bytes() == b"as made"
    assert (pressed.bytes, len(pressed.sha256)) == (7, 64)


def test_what_stands_is_never_given_to_a_second_place_itself(tmp_path: Path) -> None:
    """The board's sheet of the last build comes to the site for the first time: the two are written on apart."""
    old, place = tmp_path / "build/poster.txt", tmp_path / "fresh/site/poster.txt"
    old.parent.mkdir()
    old.write_bytes(b"as made")
    digest, size = shelf.measured(old)
    last = shelf.Last(tmp_path, {"build/poster.txt": digest})
    stands = last.pressed((digest, size))
    assert stands == shelf.Pressed(old, digest, size, stands=True)
    last.bring(stands, "site/poster.txt", place)
    assert place.read_bytes() == b"as made"
    assert not place.samefile(old)
    last.bring(stands, "build/poster.txt", tmp_path / "fresh/build/poster.txt")
    assert old.samefile(tmp_path / "fresh/build/poster.txt")
    assert last.stay == {"build/poster.txt": digest}
