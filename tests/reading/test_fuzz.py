"""The script that changes records at random runs, makes the same changes by one seed, and sees a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.reading import checks
from tools import fuzz_records

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

EDITS = 40


def test_whatever_is_written_is_answered_in_sentences(tmp_path: Path) -> None:
    """A few edits at each run; the script is run with twenty thousand by hand."""
    came = fuzz_records.fuzz(EDITS, 7, tmp_path)
    assert sum(came.values()) == EDITS
    assert came["traceback"] == 0
    assert {"refused", "read"} <= {*came}
    assert list(tmp_path.iterdir()) == []


def test_a_traceback_is_counted_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that sees nothing finds nothing."""

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(checks, "organisation", fails)
    came = fuzz_records.fuzz(3, 7, tmp_path)
    assert came["traceback"] > 0
    assert any("ZeroDivisionError" in file.read_text(encoding="utf-8") for file in tmp_path.glob("*.traceback.txt"))
