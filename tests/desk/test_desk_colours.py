"""A colour is typed or picked, and proposed from the office's seal: whatever was changed counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from werkzeug.datastructures import MultiDict

from generator.desk import labels
from generator.desk.colours import with_picks
from tests.support.desk import form_in

if TYPE_CHECKING:
    from tests.support.desk import Desk

OFFICE = "/2566/office/"


@pytest.mark.parametrize(
    ("typed", "pick", "shown", "counts"),
    [
        ("#0f4c5c", "#5b2a86", "#0f4c5c", "#5b2a86"),
        ("#0F4C5C", "#5b2a86", "#0f4c5c", "#5b2a86"),
        ("#112233", "#0f4c5c", "#0f4c5c", "#112233"),
        ("#112233", "#112233", "#0f4c5c", "#112233"),
        ("#112233", "#5b2a86", "#0f4c5c", "#112233"),
        ("", "#5b2a86", "#777777", "#5b2a86"),
        ("", "#777777", "#777777", ""),
        ("เขียว", "#777777", "#777777", "เขียว"),
        ("#0f4c5c", "red", "#0f4c5c", "#0f4c5c"),
    ],
)
def test_what_was_changed_counts(typed: str, pick: str, shown: str, counts: str) -> None:
    """Without a script field and picker are sent as they are; who typed a colour meant that one."""
    form = MultiDict({"colours.primary": typed, "colours.primary.pick": pick, "colours.primary.picked": shown})
    assert with_picks(form)("colours.primary") == [counts]


def test_a_picked_colour_is_one_line(desk: Desk) -> None:
    """It is sent without a script, and shown in the field before it is saved."""
    form = desk.form(OFFICE)
    form["colours.accent.pick"] = ["#5b2a86"]
    looked = desk.send(OFFICE, form)
    assert labels.lines(1).th in looked.text
    assert form_in(looked.text)["colours.accent"] == ["#5b2a86"]
    assert desk.send(OFFICE, form_in(looked.text), "save").status_code == 303
    assert re.search(r"accent: [\"']?#5b2a86", desk.text("organisation.yaml"))
