"""Place, number and helper of a sheet have the same words in errata, take-down list, proof book, packs and plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pymupdf
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
    from pathlib import Path

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

BOX = 5 / 25.4 * 72 + 0.9
"""Points of the side of a box to tick, with its outline."""


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
    keepers = paper.view["keepers"]
    return {(row["title"], row["where"], row["count"], keeper["who"]) for keeper in keepers for row in keeper["rows"]}


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


def test_a_box_stands_only_where_a_sheet_was_sent(told: changes.Told, tmp_path: Path) -> None:
    """Whoever looks for a banner in a village finds none, and nobody knows whether somebody else was there before."""
    (down,) = changes.TAKE_DOWN.lay_out(told)
    boxes = {place["place"]: place["sheets"] for place in down.view["places"]}
    everywhere = {place for place, _ in uses.boards(told.organisation)}
    assert len(everywhere) > 5
    where = {
        title: {place for place, titles in boxes.items() if title in titles}
        for titles in boxes.values()
        for title in titles
    }
    assert where["โปสเตอร์ประกาศผล"] == everywhere
    assert where["จดหมายข่าว"] == everywhere | {uses.HANDED_TO}
    assert where["โปสเตอร์ นายศักดิ์สิทธิ์ ต้นแบบดี"] == {uses.WORKPLACE.place}
    assert where["ป้ายไวนิล 300 x 100 ซม."] == {uses.FRONT.place}
    assert where["ฉากหลังเวที 400 x 250 ซม."] == {uses.STAGE.place}
    assert where["พัดกระดาษ"] == {NEW_USE.place}
    keepers = down.view["keepers"]
    rows = sum(len(keeper["rows"]) for keeper in keepers)
    pdf = changes.TAKE_DOWN.press.press(changes.TAKE_DOWN.template, down.view, tmp_path)
    assert _boxes(pdf) == sum(map(len, boxes.values())) + rows + len(keepers)


def _boxes(pdf: bytes) -> int:
    """Return how many boxes to tick are drawn, which are squares of five millimetres."""
    with pymupdf.open(stream=pdf) as document:
        drawn = [found["rect"] for page in document for found in page.get_drawings()]
    return sum(abs(rect.width - BOX) < 0.5 and abs(rect.height - BOX) < 0.5 for rect in drawn)


def test_a_page_that_is_parted_from_the_others_says_whose_it_is(told: changes.Told, tmp_path: Path) -> None:
    """Several people carry them, and they come back one by one."""
    for piece in changes.PIECES_OF_CHANGE:
        (paper,) = piece.lay_out(told)
        with pymupdf.open(stream=piece.press.press(piece.template, paper.view, tmp_path)) as document:
            assert len(document) > 2
            for number, page in enumerate(document, 1):
                words = " ".join(page.get_text().split())
                assert f"หน้า {number} จาก {len(document)}" in words
                assert paper.view["running"] in words
        assert piece.title in paper.view["running"]
    (down,) = changes.TAKE_DOWN.lay_out(told)
    assert "นายศักดิ์สิทธิ์ ต้นแบบดี" in down.view["running"]


def test_what_is_to_be_collected_stands_before_what_is_to_be_made(told: changes.Told, entries: list[Entry]) -> None:
    """New sheets beside old ones are worse than old ones alone; each keeper finds all of theirs in one place."""
    gone = replace(told, changes=replace(told.changes, gone=(NEW,)))
    (paper,) = changes.ERRATA.lay_out(gone)
    assert [*paper.view].index("down") < [*paper.view].index("keepers")
    ((keeper,),) = [[row["title"] for row in keeper["rows"]] for keeper in paper.view["down"]]
    assert keeper == NEW.called
    whose = [keeper["who"] for keeper in paper.view["keepers"]]
    carried = {uses.HELPERS[entry.use.helper] for entry in entries if entry.use and entry.use.helper != changes.WEB}
    assert len(whose) == len({*whose})
    assert {*whose} == carried


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
    (shelf,) = (place for place in down.view["places"] if "พัดกระดาษ" in place["sheets"])
    assert shelf["place"] == NEW_USE.place
    boards = next(helper for helper in helpers.HELPERS if helper.name == "notice-board")
    assert packs.chosen(boards, [NEW]) == {2566: [NEW]}
    assert any("พัดกระดาษ" in line for line in changes.letter(told, boards.carries))
    seen = publish(records, golden.LOOKS[0].moment, "print")
    (plan_of_boards,) = board_plan.PIECE.lay_out(Finished(seen, (NEW,), lambda _: b""))
    (column,) = plan_of_boards.view["columns"]
    assert (column["called"], column["size"]) == ("พัดกระดาษ", "A5")
