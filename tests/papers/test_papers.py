"""What holds for every paper of the table: made by name, the same twice, and nothing that was filled in is lost."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from generator.era import BANGKOK
from generator.papers import PAPERS, making
from tests.support import product

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Records
    from generator.papers.paper import Asked, Paper

    Of = Any


def asked(records: Records, moment: str) -> Asked:
    """Return what papers are laid out from."""
    return making.asked(records, 2566, datetime.strptime(moment, "%Y-%m-%d %H:%M").replace(tzinfo=BANGKOK))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_same_records_make_the_same_files(paper: Paper, records: Records, tmp_path: Path) -> None:
    """A paper that differs each time cannot be told from one that somebody changed."""
    source = asked(records, product.AFTER)
    first, second = ([*making.made([paper], source, tmp_path / name)] for name in ("one", "two"))
    assert first
    assert first == second
    assert len({each.name for each in first}) == len(first)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_view_is_plain_json(paper: Paper, records: Records) -> None:
    """Templates may change nothing, and a view can be compared."""
    for leaf in paper.lay_out(asked(records, product.AFTER)):
        assert json.loads(json.dumps(leaf.view)) == leaf.view


def test_names_are_distinct() -> None:
    """Two papers of one name could not be asked for."""
    words = [word for paper in PAPERS for word in (paper.name, paper.title.th)]
    assert words
    assert len(words) == len(set(words))


def test_the_list_is_shown_where_nothing_is_named(office: Path) -> None:
    """Nobody knows the names by heart."""
    said = product.done(office, "papers")
    for paper in PAPERS:
        assert paper.name in said
        assert paper.title.th in said
    assert not (office / "build").exists()


def test_an_unknown_name_is_told_with_those_that_are_known(office: Path) -> None:
    """A slip is a wrong use, and nothing is written."""
    ran = product.tonbaep(office, "papers", "tally-shet")
    assert ran.returncode == 2
    assert all(paper.name in ran.stderr for paper in PAPERS)
    assert not (office / "build").exists()


def test_what_was_filled_in_stays_and_the_new_one_gets_a_number(office: Path) -> None:
    """Two hundred forms were typed into it."""
    product.done(office, "papers", "tally-sheet")
    folder = office / "build/papers/2566"
    there = sorted(path.name for path in folder.iterdir())
    product.done(office, "papers", "tally-sheet")
    assert sorted(path.name for path in folder.iterdir()) == there
    (folder / "tally-sheet.xlsx").write_bytes(b"filled in")
    said = product.done(office, "papers", "tally-sheet")
    assert "tally-sheet-2.xlsx" in said
    assert (folder / "tally-sheet.xlsx").read_bytes() == b"filled in"
