"""How many people one round can honour, told at the door with the line of the first who is too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest

from generator.disclosure import Publication
from generator.piece import Fit, drawn
from generator.pieces.paper import newsletter, poster, summary
from generator.reading.crowd_checks import MOST, TOGETHER
from tests.support import rounds

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from generator.piece import Piece
    from tests.support.small import Small


def _add(small: Small, count: int) -> int:
    """Copy the first winner until there are `count`; return the line of the last one."""
    file = small.project / "winners/2566/winners.yaml"
    text = file.read_text(encoding="utf-8")
    head, first, *_ = text.split("  - id: ")
    people = [f"  - id: {first.replace(first.split()[0], f'w{number}', 1)}" for number in range(count)]
    file.write_text(head + "".join(people), encoding="utf-8")
    return (head + "".join(people[:-1])).count("\n") + 1


@pytest.mark.parametrize(("count", "most"), [(TOGETHER + 1, TOGETHER), (MOST + 1, MOST)])
def test_who_is_too_many_is_told_with_the_line(small: Small, count: int, most: int) -> None:
    """A clerk who puts everybody nominated into the file learns it before anything is made."""
    line = _add(small, count)
    found = small.problems() if most == MOST else small.read().warnings
    several = [problem for problem in found if f"{count} คน" in problem.message.th]
    (told,) = [problem for problem in several if not problem.field.endswith("place")]
    assert (told.line, told.warning) == (line, most == TOGETHER)
    assert f"{most} คน" in told.message.th


@pytest.mark.parametrize(("piece", "least"), [(poster.PIECE, 9), (newsletter.PIECE, 8.5), (summary.PIECE, 8.5)])
def test_a_sheet_lists_whom_it_cannot_show(piece: Piece[Any], least: float, tmp_path: Path) -> None:
    """A hundred people are honoured on as many pages as they need, none of them in letters that nobody reads."""
    award_round = rounds.make_round(MOST)
    for sheet in list(piece.lay_out(Publication(award_round.organisation, (award_round,))))[::2]:
        rounds.draw_all(sheet.renditions, tmp_path)
        told: list[Any] = []
        made = piece.press.press(piece.template, drawn(sheet), tmp_path, told.append)
        fits = [fit for fit in told if isinstance(fit, Fit)]
        assert all(fit.fits and fit.size >= least for fit in fits), sheet.path
        with pymupdf.open(stream=made) as document:
            read = "".join("".join(page.get_text().split()) for page in document)
        if piece is not poster.PIECE:
            assert [name for name in {winner.name.last for winner in award_round.winners} if read.count(name) < 8] == []
