"""Golden views: the text of the first sheet of every row, so that no change of it goes unnoticed.

The rows are those of `PIECES`, and the papers of `generator.dispatch` that are made of finished files.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from generator.pieces import PIECES
from tests.support import golden, golden_dispatch, product

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.model import Records
    from generator.piece import Piece, Sheet

    First = Callable[[Piece[Any]], Sheet]

ROWS = (*PIECES, *golden_dispatch.ROWS)
LARGEST = 60_000
REFRESH = "if the change is meant, run `python -m pytest --refresh-golden` and read the difference before you commit it"


@pytest.fixture(scope="module")
def sample(records: Records) -> golden.Sample:
    """Return the sample, laid out row by row."""
    return golden.Sample(records)


@pytest.fixture(scope="module")
def first(sample: golden.Sample, records: Records, tmp_path_factory: pytest.TempPathFactory) -> First:
    """Return what finds the first sheet of a row of either kind."""
    desk = golden_dispatch.Desk(records, tmp_path_factory.mktemp("desk"))
    return lambda piece: desk.first(piece) if piece in golden_dispatch.ROWS else sample.first(piece)


@pytest.mark.parametrize("piece", ROWS, ids=lambda piece: piece.name)
def test_a_view_is_as_it_was_kept(piece: Piece[Any], first: First, *, refreshing: bool) -> None:
    """A word that changed by accident shows up here, beside the word that it was."""
    now = golden.written(first(piece))
    file = golden.FOLDER / f"{piece.name}.json"
    if refreshing:
        file.parent.mkdir(exist_ok=True)
        file.write_text(now, encoding="utf-8")
    assert file.is_file(), f"golden/{file.name} is missing; {REFRESH}"
    kept = file.read_text(encoding="utf-8")
    if kept != now:  # an assertion would tell of the whole of both
        pytest.fail(f"{REFRESH}\n{golden.differing(kept, now, file.name)}", pytrace=False)
    assert len(now.encode()) < LARGEST, "nobody reads that much: keep a digest of what is drawn or embedded"


def test_no_view_is_kept_that_no_row_has(*, refreshing: bool) -> None:
    """A file that is compared with nothing would mislead the next reader."""
    extra = {file.name for file in golden.FOLDER.iterdir()} - {f"{piece.name}.json" for piece in ROWS}
    for name in extra if refreshing else ():
        (golden.FOLDER / name).unlink()
    assert refreshing or extra == set(), REFRESH


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the golden views that is used in their place."""
    copy = tmp_path / "golden"
    shutil.copytree(golden.FOLDER, copy)
    monkeypatch.setattr(golden, "FOLDER", copy)
    return copy


def test_a_changed_word_is_shown_beside_the_word_that_was_kept(kept: Path, first: First) -> None:
    """A guard that lets it through would be worse than none; of a long view only a few lines are shown."""
    piece = next(piece for piece in PIECES if piece.name == "newsletter")
    product.edit(kept / "newsletter.json", "ประกาศผลการคัดเลือก", "ประกาศผลคัดเลือก")
    with pytest.raises(pytest.fail.Exception, match=r"(?s)-[^\n]*ประกาศผลคัดเลือก.*\+[^\n]*ประกาศผลการคัดเลือก") as found:
        test_a_view_is_as_it_was_kept(piece, first, refreshing=False)
    assert REFRESH in str(found.value)
    assert golden.differing("".join(f"{n}\n" for n in range(999)), "", "long").count("\n") == golden.LINES


@pytest.mark.parametrize("piece", [PIECES[0], golden_dispatch.ROWS[0]], ids=lambda piece: piece.name)
def test_a_missing_file_and_one_too_many_are_told(piece: Piece[Any], kept: Path, first: First) -> None:
    """A row without a golden view is not checked, and a view without a row looks as if it were."""
    (kept / f"{piece.name}.json").rename(kept / "no-piece.json")
    with pytest.raises(AssertionError, match="is missing"):
        test_a_view_is_as_it_was_kept(piece, first, refreshing=False)
    with pytest.raises(AssertionError, match="no-piece"):
        test_no_view_is_kept_that_no_row_has(refreshing=False)
    test_no_view_is_kept_that_no_row_has(refreshing=True)
    test_a_view_is_as_it_was_kept(piece, first, refreshing=True)
    assert {file.name: file.read_bytes() for file in kept.iterdir()} == {
        f"{row.name}.json": (kept / f"{row.name}.json").read_bytes() for row in ROWS
    }


def test_a_row_that_never_has_a_sheet_is_an_error(sample: golden.Sample) -> None:
    """It may be the row of a new piece, or one whose stated variation no longer gives a sheet."""
    for name in ("fan", "moved"):
        with pytest.raises(LookupError, match=name):
            sample.first(replace(PIECES[0], name=name, lay_out=lambda _: ()))


def test_a_paper_of_finished_files_that_nobody_lays_out_here_is_an_error(records: Records, tmp_path: Path) -> None:
    """A new row would otherwise be compared with nothing."""
    assert {piece.name for piece in golden_dispatch.ROWS} >= {"proof", "take_down", "errata"}
    with pytest.raises(LookupError, match="fan"):
        golden_dispatch.Desk(records, tmp_path).first(replace(golden_dispatch.ROWS[0], name="fan"))


def test_a_variation_that_is_not_needed_is_an_error(sample: golden.Sample) -> None:
    """Readers would think that the sheet depends on it."""
    with pytest.raises(LookupError, match="without any variation"):
        sample.first(replace(PIECES[0], name="moved"))
