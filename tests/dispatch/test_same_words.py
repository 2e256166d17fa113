"""Place, number and helper of a sheet have the same words in errata, take-down list, proof book, packs and plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.building.listing import of_job
from generator.building.plan import plan
from generator.disclosure import publish
from generator.dispatch import changes, contact, helpers, packs
from generator.ledger.releases import Changes, TakeDown
from generator.piece import Entry, Finished, Hanging, Use
from generator.pieces import FIRST
from generator.pieces.paper import board_plan
from generator.pieces.parts import uses
from generator.reading import read
from generator.store import Store
from tests.support import golden, product

if TYPE_CHECKING:
    from generator.model import Organisation, Records
    from generator.piece import Sheet

NEW_USE = Use("ชั้นวางหน้าห้องสมุด", "as needed", "notice-board")
NEW = Entry(
    path="build/print/2566/fan.pdf",
    piece="fan",
    title="พัดกระดาษ ปี 2566",
    audience="internal",
    sha256="b" * 64,
    bytes=1,
    people=("2566/saksit",),
    portrayed=("2566/saksit",),
    year=2566,
    use=NEW_USE,
    called="พัดกระดาษ",
    design="fan",
    paper="A5",
    hanging=Hanging(date(2023, 4, 24), date(2023, 5, 24)),
)
"""A sheet of a piece that no list has heard of."""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    """Return the sample's records."""
    return read(product.ROOT, Store(tmp_path_factory.mktemp("photos")))


@pytest.fixture(scope="module")
def entries(records: Records) -> list[Entry]:
    """Return the entries of all of `build/` at the sample's two moments, and of a new piece; nothing is pressed."""
    found = {NEW.path: NEW}
    for look in golden.LOOKS:
        if not look.sealed:
            for job in plan(FIRST, records, look.moment, sealed=False):
                entry = of_job(job, f"build/{job.path}", job.path.encode())
                found[entry.path] = entry
    assert len(found) > 300
    return list(found.values())


@pytest.fixture(scope="module")
def told(records: Records, entries: list[Entry]) -> changes.Told:
    """Return a round in which every file differs, and one winner has withdrawn the consent."""
    shown = tuple(entry for entry in entries if "2566/saksit" in entry.portrayed)
    down = TakeDown("2566/saksit", "นายศักดิ์สิทธิ์ ต้นแบบดี", "withdrawn", date(2023, 5, 10), ("print",), shown)
    changed = tuple((entry, replace(entry, sha256="f" * 64)) for entry in entries)
    return changes.Told(records.organisation, records.rounds[0], Changes((down,), changed))


def _words(entry: Entry, office: Organisation) -> tuple[str, str, str]:
    assert entry.use
    return uses.told(entry.use, office)


def _rows(paper: Sheet) -> set[tuple[str, str, str, str]]:
    """Return what a paper says about each sheet: what it is, where it is, how many there are, and who carries it."""
    rows = (row for group in paper.view["groups"] for row in group["rows"])
    return {(row["title"], row["where"], row["count"], row["helper"]) for row in rows}


def test_each_list_names_place_number_and_helper_of_each_sheet_in_the_same_words(
    told: changes.Told, entries: list[Entry]
) -> None:
    """People who hold two of these papers side by side must not wonder whether they mean the same sheet."""
    office = told.organisation
    (errata,), (down,) = changes.ERRATA.lay_out(told), changes.TAKE_DOWN.lay_out(told)
    of_errata, of_down = map(_rows, (errata, down))
    for entry in entries:
        said = (entry.called, *_words(entry, office))
        assert said in of_errata, entry.path
        assert ("2566/saksit" in entry.portrayed) <= (said in of_down), entry.path
        assert contact.place(entry, office) == "  ".join(_words(entry, office)[:2]), "the helper is the heading above"
    assert len(of_errata) > 60
    assert "ตามที่ใช้อยู่" not in str(errata.view)


def test_every_file_has_a_helper_and_every_helper_is_told_what_to_do(entries: list[Entry]) -> None:
    """A file that nobody carries is never put up, and never taken down."""
    assert {helper.name for helper in helpers.HELPERS} == uses.HELPERS.keys()
    for entry in entries:
        assert [helper.name for helper in helpers.HELPERS if helper.carries(entry)] == [entry.use and entry.use.helper]


def test_a_new_sheet_is_in_every_list_without_another_line(records: Records, told: changes.Told) -> None:
    """Lists and packs need nothing but what a piece says about its sheets."""
    office = records.organisation
    for paper in (*changes.ERRATA.lay_out(told), *changes.TAKE_DOWN.lay_out(told)):
        assert ("พัดกระดาษ", *_words(NEW, office)) in _rows(paper)
    (down,) = changes.TAKE_DOWN.lay_out(told)
    assert ["พัดกระดาษ"] in [lines for table in down.view["tables"] for lines in table]
    boards = next(helper for helper in helpers.HELPERS if helper.name == "notice-board")
    assert packs.chosen(boards, [NEW]) == {2566: [NEW]}
    assert any("พัดกระดาษ" in line for line in changes.letter(told, boards.carries))
    seen = publish(records, golden.LOOKS[0].moment, "print")
    (plan_of_boards,) = board_plan.PIECE.lay_out(Finished(seen, (NEW,), lambda _: b""))
    (column,) = plan_of_boards.view["columns"]
    assert (column["called"], column["size"]) == ("พัดกระดาษ", "A5")
