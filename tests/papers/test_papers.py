"""What holds for every paper of the table: made by name, the same twice, and nothing that was filled in is lost."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from generator.era import BANGKOK
from generator.papers import PAPERS, making
from tests.support import official, product

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
    shown = making.pictured([paper], source)
    first, second = (
        [*making.made([paper], source, official.stand_in(shown, tmp_path / name))] for name in ("one", "two")
    )
    assert first
    assert first == second
    assert len({each.name for each in first}) == len(first)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_view_is_plain_json(paper: Paper, records: Records) -> None:
    """Templates may change nothing, and a view can be compared."""
    for leaf in making.leaves(paper, asked(records, product.AFTER)):
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


def _uncounted(office: Path, *files: str) -> None:
    """Take files of the count from an office's records, and the result that came of it."""
    folder = office / "winners/2566"
    for name in files:
        (folder / name).unlink()
    (folder / "winners.yaml").write_text("sample: ใช่\nwinners: []\n", encoding="utf-8")


def test_what_cannot_be_made_yet_stops_none_of_the_others(office: Path) -> None:
    """An office that counts by hand has no score sheets, and its order is due all the same."""
    _uncounted(office, "nominees.yaml", "scores.yaml", "tally.yaml")
    ran = product.tonbaep(office, "papers", "all")
    assert ran.returncode == 0, ran.stderr
    there = {path.name for path in (office / "build/papers/2566").iterdir()}
    assert {"order.pdf", "order.docx", "tally-sheet.xlsx"} <= there
    assert not [name for name in there if name.startswith(("scoresheet", "recount", "feedback"))]
    for paper in PAPERS:
        assert (paper.name in {"scoresheet", "recount", "feedback"}) == (f"ยังไม่ได้ทำ{paper.title.th}: " in ran.stderr)
    assert ran.stderr.count("หน้า ผู้ได้รับการเสนอชื่อ ของ tonbaep desk") == 2, "score sheets and recount want the same"


def test_a_paper_that_is_named_and_cannot_be_made_is_a_fault(office: Path) -> None:
    """Whoever asks for one paper must not take silence for a file."""
    _uncounted(office, "tally.yaml")
    ran = product.tonbaep(office, "papers", "all", "feedback")
    assert ran.returncode == 1
    assert "winners.yaml:" not in ran.stderr, "the records are sound"
    assert not (office / "build/papers").exists()
