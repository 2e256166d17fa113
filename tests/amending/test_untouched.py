"""A draft that nobody changed gives way to the next one; what somebody changed, or what has its number, stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.amending.untouched import Untouched
from generator.disk.swap import Workshop

if TYPE_CHECKING:
    from pathlib import Path


def _put(project: Path, value: bytes, *, forget: bool = False) -> list[str]:
    """Make an order of two files in a run of its own, and return their names."""
    workshop = Workshop(project)
    with workshop.locked(lambda: None):
        files = {".pdf": value, ".docx": value}
        return [file.name for file in Untouched(workshop).put(project / "build", "order", files, forget=forget)]


def test_a_draft_that_nobody_changed_is_replaced(tmp_path: Path) -> None:
    """Four files called order, three of them without the number, and one is printed by mistake."""
    for value in (b"draft", b"other draft", b"other draft", b"numbered"):
        assert _put(tmp_path, value) == ["order.pdf", "order.docx"]
    assert (tmp_path / "build/order.pdf").read_bytes() == b"numbered"


def test_what_was_changed_stays_and_its_pair_goes_on_together(tmp_path: Path) -> None:
    """The PDF beside a Word file says the same."""
    _put(tmp_path, b"draft")
    (tmp_path / "build/order.docx").write_bytes(b"changed in Word")
    assert _put(tmp_path, b"next") == ["order-2.pdf", "order-2.docx"]
    assert _put(tmp_path, b"last") == ["order-2.pdf", "order-2.docx"]
    assert (tmp_path / "build/order.docx").read_bytes() == b"changed in Word"
    assert (tmp_path / "build/order.pdf").read_bytes() == b"draft"


def test_what_has_its_number_stays_though_nobody_changed_it(tmp_path: Path) -> None:
    """It may lie signed in a file; what comes after a change of facts is a draft beside it."""
    _put(tmp_path, b"draft")
    assert _put(tmp_path, b"numbered", forget=True) == ["order.pdf", "order.docx"]
    assert _put(tmp_path, b"draft again", forget=True) == ["order-2.pdf", "order-2.docx"]
    assert (tmp_path / "build/order.pdf").read_bytes() == b"numbered"


@pytest.mark.parametrize("note", [b"", b"[1]", b"{"])
def test_without_its_note_everything_is_somebodys(tmp_path: Path, note: bytes) -> None:
    """A folder that was copied without .tonbaep loses nothing."""
    _put(tmp_path, b"draft")
    file = tmp_path / ".tonbaep/papers.json"
    assert file.is_file()
    file.write_bytes(note)
    assert _put(tmp_path, b"next") == ["order-2.pdf", "order-2.docx"]
