"""Notices that nobody wrote for the product end their lines where a person permits it, and titles between phrases."""

from __future__ import annotations

from typing import Final

import pytest

from generator import typefaces
from tests.support.gold_set import items
from tests.support.setting import forbidden
from tools import measure_line_ends

WIDTHS: Final = (34, 46, 58, 74, 90, 110, 134)
"""Millimetres at 14 points; `tools/measure_line_ends.py` tries five times as many."""

KNOWN_AS_BAD: Final = {"notices": 6, "everyday": 0, "everyday_blind": 4, "everyday_third": 0, "everyday_fourth": 0}
"""Ends that a person forbids and the rules allow, most inside names without a title or a kind of place: เขา|เจ็ดยอด.

The everyday sets were drawn before the rules were looked at: of two halves one was looked at, the other measured once
before its kinds were mended, as the third set was; the fourth was measured when all was mended.
"""


def test_there_are_notices_to_measure_on() -> None:
    """A rate of one in a thousand needs hundreds of texts of every kind."""
    texts = items(measure_line_ends.TEXTS)
    assert len(texts) >= 300
    assert {item.kind for item in texts} == {"title", "prose", "list"}


@pytest.mark.parametrize("name", KNOWN_AS_BAD)
def test_hardly_any_end_is_one_that_a_person_forbids(name: str) -> None:
    """What nobody has told the product is most of what an office writes: doctors, villages, things that are counted."""
    bad = list(forbidden(items(measure_line_ends.TEXTS.with_name(name))))
    assert len(bad) <= KNOWN_AS_BAD[name], bad


@pytest.mark.usefixtures("builds")
def test_on_paper_one_end_in_a_thousand_is_bad_and_no_title_is_cut_inside_a_phrase() -> None:
    """The promise of the README for line ends, held on texts that were written before they were tried."""
    texts = [items(measure_line_ends.TEXTS.with_name(name)) for name in KNOWN_AS_BAD]
    judged = [measure_line_ends.measured(each, typefaces.FACES[0], WIDTHS) for each in texts]
    ends, bad = sum(each.ends for each in judged), [fault for each in judged for fault in each.bad]
    assert ends > 6000
    assert sum(each.in_two for each in judged) > 600
    assert [fault for fault in bad if "a phrase is cut" in fault] == []
    assert len(bad) * 1000 <= ends, bad
