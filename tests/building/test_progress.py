"""How far a build is: the number of sheets is told once it is known, and does not run away afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.building.plan import Job
from generator.building.press_room import PressRoom
from generator.piece import Piece, Sheet
from generator.pieces.parts import uses
from generator.press.data import DATA
from generator.store import Store

if TYPE_CHECKING:
    from pathlib import Path

PIECE: Piece[object] = Piece("figures", "ตัวเลข", lambda _: (), DATA, "", "none", use=uses.HEADS_OF_OFFICE)
BESIDE: Piece[object] = Piece("feed", "ฟีด", lambda _: (), DATA, "", "none", place="site", use=uses.HEADS_OF_OFFICE)


def _job(number: int, piece: Piece[object] = PIECE) -> Job:
    sheet = Sheet(f"papers/{number}.json", f"แผ่น {number}", {"heads": [str(number)], "rows": []})
    return Job(piece, sheet, sheet.path, "internal", "print")


def test_the_end_that_was_told_stays(tmp_path: Path) -> None:
    """Twenty of twenty-two, thirty of thirty-seven: such figures say nothing about how long it still takes."""
    told: list[tuple[int, int]] = []
    with PressRoom(
        Store(tmp_path), Store(tmp_path), tmp_path / "fresh", lambda done, of, _: told.append((done, of))
    ) as room:
        early = [room.begin(_job(number)) for number in range(3)]
        (
            room.begin(_job(0)),
            room.begin(_job(90, BESIDE)),
        )  # a twin is pressed once; what stands beside pages is no sheet
        assert [future.result() for future in early]
        begun = [room.begin(_job(number)) for number in range(3, 8)]
        room.all_begun()
        assert [future.result() for future in begun]
        assert room.begin(_job(8)).result()
    assert [done for done, _ in told] == list(range(1, 10))
    assert {of for done, of in told if done <= 8} <= {0, 8}, "unknown, or all of them"
    assert told[-1] == (9, 0), "what is made of finished files comes on top"
