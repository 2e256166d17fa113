"""What lies staged since the last build is not asked for again, unless anything about it is another."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from generator.disk.shelf import Pressed
from generator.disk.swap import Workshop
from generator.ledger.lying import Lying

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE, KEY = "2565/index.md", "made from this"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """Return a workshop in which a page lies as the last build left it."""
    workshop = Workshop(tmp_path)
    file = workshop.staged / PAGE
    file.parent.mkdir(parents=True)
    file.write_bytes(b"<div></div>")
    last = Lying(workshop)
    last.put(PAGE, KEY, Pressed(file, "digest", 11))
    last.remember()
    return workshop


def test_what_was_made_from_the_same_is_known_without_a_look_into_it(workshop: Workshop) -> None:
    """A thousand pages of earlier years were fetched, written, read and hashed for a word of the newest."""
    assert Lying(workshop).get(PAGE, KEY) == Pressed(workshop.staged / PAGE, "digest", 11)


CHANGES: dict[str, Callable[[Path], object]] = {
    "another length": lambda file: file.write_bytes(b"<div>other</div>"),
    "the same length, later": lambda file: os.utime(file, ns=(1, 1)),
    "gone": lambda file: file.unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_that_somebody_touched_is_made_again(workshop: Workshop, change: str) -> None:
    """Otherwise the site would show what nobody recorded."""
    CHANGES[change](workshop.staged / PAGE)
    assert Lying(workshop).get(PAGE, KEY) is None


def test_what_is_made_from_something_else_or_is_not_listed_any_more_is_made(workshop: Workshop) -> None:
    """The list says what the last build staged, and nothing of one before it."""
    assert Lying(workshop).get(PAGE, "made from that") is None
    Lying(workshop).remember()
    assert Lying(workshop).get(PAGE, KEY) is None


@pytest.mark.parametrize("note", ["", "[]", '{"2565/index.md": {}}'])
def test_a_list_that_is_none_is_set_aside(workshop: Workshop, note: str) -> None:
    """What the program wrote itself is not believed either."""
    (workshop.staged.parent / "staged.json").write_text(note, encoding="utf-8")
    assert Lying(workshop).get(PAGE, KEY) is None
    assert workshop.own.heard()


def test_what_is_only_looked_at_neither_asks_nor_leaves_a_list(workshop: Workshop) -> None:
    """It has a folder of its own, which goes with it."""
    before = json.loads((workshop.staged.parent / "staged.json").read_bytes())
    preview = workshop.previewing()
    assert Lying(preview).get(PAGE, KEY) is None
    Lying(preview).remember()
    assert json.loads((workshop.staged.parent / "staged.json").read_bytes()) == before
    assert not preview.staged.with_name("staged.json").exists()
