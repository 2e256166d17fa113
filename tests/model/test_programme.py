"""What a programme says of itself in other words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from generator.model import Records

DECIDED = "ให้ผู้ที่ได้คะแนนความพึงพอใจสูงกว่าอยู่ก่อน"


@pytest.mark.parametrize(
    ("written", "after"),
    [
        (f"ถ้าคะแนนรวมเท่ากัน {DECIDED} ถ้ายังเท่ากันให้กรรมการลงมติ", f"{DECIDED} ถ้ายังเท่ากันให้กรรมการลงมติ"),
        (f"ในกรณีที่มีคะแนนเท่ากัน{DECIDED}", DECIDED),
        (f"กรณีคะแนนรวมเท่ากัน {DECIDED}", DECIDED),
        (DECIDED, DECIDED),
        ("ประธานชี้ขาดเมื่อคะแนนเท่ากัน", "ประธานชี้ขาดเมื่อคะแนนเท่ากัน"),
        ("ถ้าคะแนนเท่ากัน", "ถ้าคะแนนเท่ากัน"),
    ],
)
def test_the_rule_for_ties_does_not_say_twice_when_it_holds(written: str, after: str, records: Records) -> None:
    """Behind its heading it read: กรณีคะแนนเท่ากัน ถ้าคะแนนรวมเท่ากัน."""
    programme = replace(records.rounds[0].programme, tie_rule=written)
    assert programme.when_equal == after
