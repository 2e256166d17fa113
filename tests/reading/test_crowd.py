"""How many people one round can honour, told at the door with the line of the first who is too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


DRAWINGS: tuple[Piece[Any], ...] = (newsletter.PIECE, summary.PIECE)


def test_a_poster_lists_whom_it_cannot_show(tmp_path: Path) -> None:
    """A hundred people are honoured on as many pages as they need, none of them in letters that nobody reads."""
    award_round = rounds.make_round(MOST)
    for sheet in list(poster.PIECE.lay_out(Publication(award_round.organisation, (award_round,))))[::2]:
        rounds.draw_all(sheet.renditions, tmp_path)
        told: list[Any] = []
        made = poster.PIECE.press.press(poster.PIECE.template, drawn(sheet), tmp_path, told.append)
        assert made.startswith(b"%PDF")
        fits = [fit for fit in told if isinstance(fit, Fit)]
        assert all(fit.fits and fit.size >= 9 for fit in fits), sheet.path


@pytest.mark.parametrize("piece", DRAWINGS, ids=lambda piece: piece.name)
def test_too_many_people_on_a_sheet_are_words_that_do_not_fit(piece: Piece[Any], tmp_path: Path) -> None:
    """Never an error of the program: nothing may be left of the room for a name."""
    award_round = rounds.make_round(MOST)
    sheet = next(iter(piece.lay_out(Publication(award_round.organisation, (award_round,)))))
    rounds.draw_all(sheet.renditions, tmp_path)
    told: list[Any] = []
    assert piece.press.press(piece.template, drawn(sheet), tmp_path, told.append).startswith(b"%PDF")
    assert any(isinstance(fit, Fit) and not fit.fits for fit in told)
