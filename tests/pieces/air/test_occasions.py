"""Occasions: what the office calls an announcement is the same on its sheet and where a record of it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.pieces.air.occasions import OCCASIONS
from tests.support.small import ROUND

if TYPE_CHECKING:
    from generator.pieces.air.script import Occasion
    from tests.support.small import Small


@pytest.mark.parametrize("occasion", OCCASIONS, ids=lambda occasion: occasion.name)
def test_the_title_of_a_sheet_does_as_well_as_the_word_for_it(occasion: Occasion, small: Small) -> None:
    """A clerk corrects an announcement with its sheet in hand, and copies what stands on it."""
    wrong = f"\ncorrections:\n  - of: {occasion.title}\n    day: 2566-04-24\n"
    small.write(ROUND, small.text(ROUND) + wrong)
    (correction,) = small.read().rounds[0].corrections
    assert correction.of == occasion.name
