"""The poster of thanks: it stands on a published figure, and there is none without it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from generator.disclosure import Publication
from generator.piece import drawn
from generator.pieces.paper import thanks_poster
from tests.support import rounds

if TYPE_CHECKING:
    from pathlib import Path

    from generator.piece import Sheet


def _sheets(**changes: Any) -> list[Sheet]:
    award_round = rounds.make_round(2, **{"stage": "ceremony", **changes})
    return list(thanks_poster.PIECE.lay_out(Publication(award_round.organisation, (award_round,))))


def test_the_verdict_and_the_thanks_stand_on_it(tmp_path: Path) -> None:
    """A citizen who answered sees what came of it: the figure, whose it is, and the word of thanks."""
    came = rounds.make_round(2).outcomes.satisfaction_of(2566)
    assert came is not None
    sheet = _sheets()[0]
    pdf = thanks_poster.PIECE.press.press("thanks_poster.typ", drawn(sheet), tmp_path)
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage().get_text_range()
    assert f"{came.value.normalize():f}%" in text
    assert f"{came.replies} เสียง" in text
    assert "ขอบคุณทุกคน" in text


@pytest.mark.parametrize("stage", ["survey", "judging", "announced"])
def test_nobody_is_thanked_before_the_award_is_given(stage: str) -> None:
    """Until then the day's news is another, and before the result the figure is no news at all."""
    assert _sheets() != []
    assert _sheets(stage=stage) == []


def test_without_a_figure_that_counts_there_is_no_poster() -> None:
    """A poster of thanks without the verdict would be empty, and of four people it would tell who they are."""
    outcomes = rounds.make_round(2).outcomes
    few = tuple(replace(figure, replies=4) for figure in outcomes.satisfaction)
    assert _sheets(outcomes=replace(outcomes, satisfaction=few)) == []
    assert _sheets(outcomes=replace(outcomes, satisfaction=())) == []
