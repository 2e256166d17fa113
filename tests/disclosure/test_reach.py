"""How many replies each channel brought: checked on reading, and published so that nobody can be worked out."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.disclosure import MIN_GROUP, REPLY_CHANNELS, publish
from generator.disclosure.reach import (
    JOINING,
    NO_PLACE,
    OTHER_CHANNELS,
    OTHER_OR_NO_PLACE,
    OTHER_PLACES,
    UNKNOWN,
    told,
)
from generator.model import Division, Replies, Village
from generator.thai.dates import parse_moment
from tests.support import product
from tests.support.publications import make_publication, pages
from tests.support.rounds import make_round
from tests.support.small import ORGANISATION, ROUND, Small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.disclosure import Reach
    from generator.model import Records

ONE, TWO = Village(1, "บ้านหนึ่ง", "ศาลา", None), Village(2, "บ้านสอง", "ร้านค้า", None)
OFFICE = Division("palad", "สำนักปลัด")
Cell = tuple[str, Village | Division | None]
Table = dict[Cell, int]

CELLS: tuple[Cell, ...] = (
    ("counter", OFFICE),
    ("counter", None),
    ("loudspeaker", ONE),
    ("loudspeaker", TWO),
    ("paper", ONE),
    ("paper", TWO),
    ("paper", None),
    ("site", None),
    ("", None),
)
"""Where replies may come from; the last is what the record counts nowhere."""

COUNTS = st.one_of(st.integers(0, 9), st.just(4), st.just(5))
TABLES = st.tuples(*(COUNTS for _ in CELLS)).map(lambda counts: dict(zip(CELLS, counts, strict=True)))


def _told(table: Mapping[Cell, int]) -> Reach | None:
    return told([Replies(*cell, count) for cell, count in table.items() if cell[0]], sum(table.values()))


def _name(spot: Village | Division | None) -> str:
    return NO_PLACE if spot is None else f"หมู่ที่ {spot.moo} {spot.name}" if isinstance(spot, Village) else spot.name


def _claims(found: Reach) -> Iterator[tuple[set[Cell], int]]:
    """Yield each published figure with what it counts, worked out from the page alone as any reader could."""
    names = {**REPLY_CHANNELS, "": UNKNOWN}
    yield set(CELLS), found.total
    named = {row.name for row in found.channels}
    for row in found.channels:
        if row.name == OTHER_CHANNELS:
            own = {cell for cell in CELLS if names[cell[0]] not in named}
        else:
            own = {cell for cell in CELLS if names[cell[0]] == row.name}
        yield own, row.replies
        parts = {part.name for part in row.of}
        for part in row.of:
            rest = part.name == OTHER_PLACES
            yield (
                {
                    cell
                    for cell in own
                    if (_name(cell[1]) not in parts) == rest and (rest or _name(cell[1]) == part.name)
                },
                part.replies,
            )
    places = {row.name for row in found.places if not row.rest}
    for row in found.places:
        yield (
            {cell for cell in CELLS if (_name(cell[1]) not in places if row.rest else _name(cell[1]) == row.name)},
            row.replies,
        )


@settings(max_examples=300, deadline=None)
@given(TABLES)
def test_no_figure_and_no_difference_of_figures_is_a_small_group(table: Table) -> None:
    """Whatever is added to or subtracted from anything on the page, one to four people never stand alone.

    The judge is linear algebra: a group can be worked out exactly if it is a combination of published ones.
    """
    found = _told(table)
    if found is None:
        return
    claims = list(_claims(found))
    for cells, count in claims:
        assert sum(table[cell] for cell in cells) == count, (cells, count)
        assert count >= MIN_GROUP
    there = [cell for cell in CELLS if table[cell]]
    published = np.array([[cell in cells for cell in there] for cells, _ in claims], dtype=float)
    rank = np.linalg.matrix_rank(published)
    for size in range(1, len(there)):
        for group in itertools.combinations(there, size):
            if sum(table[cell] for cell in group) < MIN_GROUP:
                wanted = np.array([cell in group for cell in there], dtype=float)
                assert np.linalg.matrix_rank(np.vstack([published, wanted])) > rank, group


def _others(table: Table, cell: Cell) -> Iterator[Table]:
    """Yield tables with another count in one place and the same sum, the nearest first."""
    around = [other for other in CELLS if other != cell]
    shifts = [step for size in (1, 2, 3, 4) for step in (size, -size)]
    for one, two in itertools.product(around, [None, *around]):
        if one == two:
            continue
        for here, there in itertools.product(shifts, shifts if two else [0]):
            changed = {**table, cell: table[cell] + here, one: table[one] - here - there}
            if two:
                changed[two] += there
            if min(changed.values()) >= 0:
                yield changed
    for less, one in itertools.product(range(1, MIN_GROUP), around):
        emptied = {other: 0 if table[other] < MIN_GROUP else table[other] for other in CELLS}
        emptied[cell] = less
        emptied[one] += sum(table.values()) - sum(emptied.values())
        if less != table[cell] and emptied[one] >= 0:
            yield emptied


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_whoever_knows_the_rules_still_cannot_tell_a_small_count(table: Table) -> None:
    """For each count of one to four there is another table that would have been published in exactly the same way."""
    found = _told(table)
    for cell, count in table.items():
        if found and 0 < count < MIN_GROUP:
            assert any(_told(other) == found for other in _others(table, cell)), (cell, count)


def test_small_channels_and_places_are_told_together() -> None:
    """Two villages with four and three make seven; the phone's three join the site's replies, since alone they show."""
    found = told(
        [
            Replies("loudspeaker", ONE, 4),
            Replies("loudspeaker", TWO, 3),
            Replies("counter", OFFICE, 40),
            Replies("site", None, 20),
            Replies("phone", None, 3),
        ],
        70,
    )
    assert found is not None
    assert [(row.name, row.replies) for row in found.channels] == [
        ("จุดบริการ", 40),
        ("ประกาศเสียง", 7),
        (OTHER_CHANNELS, 23),
    ]
    assert [(row.name, row.replies) for row in found.places] == [("สำนักปลัด", 40), (OTHER_OR_NO_PLACE, 30)]


def test_every_channel_has_its_turn_to_join() -> None:
    """A channel without one would stop the build on the day when it is needed."""
    assert sorted(JOINING) == sorted(["", *REPLY_CHANNELS])


def test_what_nobody_counted_is_of_no_known_channel() -> None:
    """A bundle of paper forms may come back without a note of where it lay."""
    found = told([Replies("site", None, 20), Replies("poster", None, 10)], 41)
    assert found is not None
    assert [(row.name, row.replies) for row in found.channels] == [("เว็บไซต์", 20), (UNKNOWN, 11), ("โปสเตอร์", 10)]


def test_nothing_is_told_where_there_is_but_one_group() -> None:
    """Otherwise the page would repeat the year's figure, and a village of six would be all of it."""
    assert told([Replies("site", None, 4), Replies("phone", None, 2)], 6) is None
    assert told([], 300) is None


def test_it_is_told_with_the_result_and_not_before(records: Records) -> None:
    """How many answered is part of the result."""
    before, after = (publish(records, parse_moment(at), "site").newest for at in (product.BEFORE, product.AFTER))
    assert before.reach is None
    assert after.reach is not None
    assert after.reach.total == 412


def test_the_page_stands_where_there_is_something_to_tell(tmp_path: Path) -> None:
    """No empty chart, and no link to one."""
    found = told([Replies("site", None, 20), Replies("counter", OFFICE, 12)], 32)
    with_it = pages(make_publication(make_round(reach=found)), tmp_path)
    assert "จุดบริการ" in with_it["2566/reach.md"].decode()
    assert "reach.html" in with_it["2566/results.md"].decode()
    assert "reach.html" in with_it["s/web66.md"].decode()
    without = pages(make_publication(make_round()), tmp_path)
    assert "2566/reach.md" not in without
    assert not [path for path, content in without.items() if b"reach.html" in content]


ROWS = "replies:\n  - {channel: site, count: 700}\n  - {channel: counter, division: palad, count: 500}\n"


@pytest.fixture
def small(tmp_path: Path) -> Small:
    """Return valid records, with two rows of replies whose sum is that of the year."""
    records = Small(tmp_path)
    records.edit(ROUND, "document_signers:", f"{ROWS}document_signers:")
    return records


def test_replies_are_read_with_their_place(small: Small) -> None:
    """In the order of the record, with the division as in the organisation's file."""
    award_round = small.read().rounds[0]
    assert [(one.channel, one.spot.name if one.spot else None, one.count) for one in award_round.replies] == [
        ("site", None, 700),
        ("counter", "สำนักปลัด", 500),
    ]


@pytest.mark.parametrize(
    ("old", "new", "at", "field", "words"),
    [
        ("channel: site", "channel: sites", "sites", "replies[0].channel", ("sites", "เปลี่ยนเป็น site")),
        ("channel: site", "channel: โปสเตอ", "โปสเตอ,", "replies[0].channel", ("เปลี่ยนเป็น โปสเตอร์",)),
        ("division: palad", "division: plad", "plad", "replies[1].division", ("plad", "organisation.yaml")),
        ("division: palad", "moo: 77", "77", "replies[1].moo", ("77", "organisation.yaml")),
        ("division: palad", "moo: 1, division: palad", "palad, count", "replies[1].division", ("เหลือไว้อย่างเดียว",)),
        ("count: 700", "count: -3", "-3}", "replies[0].count", ("ไม่ต่ำกว่า 0",)),
        ("count: 700", "count: มาก", "มาก", "replies[0].count", ("จำนวนเต็ม",)),
        ("count: 700", "count: 701", "replies:\n", "replies", ("1,201", "1,200")),
        (
            "channel: counter, division: palad",
            "channel: site",
            "site, count: 500",
            "replies[1].channel",
            ("รวมสองรายการ",),
        ),
    ],
)
def test_a_slip_is_told_at_its_place_with_its_cure(
    small: Small, old: str, new: str, at: str, field: str, words: tuple[str, ...]
) -> None:
    """Counts come from hand and from spreadsheets; each mistake must be found where it was typed."""
    small.edit(ROUND, old, new)
    problem = small.only_problem()
    assert (problem.line, problem.column) == small.place(ROUND, at)
    assert problem.field == field
    for word in words:
        assert word in problem.say()


def test_fewer_replies_than_the_year_had_are_a_warning(small: Small) -> None:
    """A bundle without a note is no reason to stop; it is counted as of no known channel."""
    small.edit(ROUND, "count: 700", "count: 650")
    told_of = [warning for warning in small.read().warnings if warning.field == "replies"]
    assert len(told_of) == 1
    assert "50" in told_of[0].say()


def test_a_refused_division_is_told_once(small: Small) -> None:
    """A fault of the organisation's file must not be reported again for each row that refers to it."""
    text = small.text(ORGANISATION)
    assert "key: palad" in text
    small.edit(ORGANISATION, "key: palad", 'key: "กอง ก"')
    assert [problem.field for problem in small.problems() if problem.file.endswith("round.yaml")] == []


def test_no_piece_is_given_the_counts_themselves() -> None:
    """What a piece does not have it cannot leak: a round as the public sees it contains only sums."""
    award_round = make_round()
    assert not hasattr(award_round, "replies")
    assert not hasattr(replace(award_round).programme, "replies")


def test_too_few_answers_of_a_whole_year_reach_no_piece(records: Records) -> None:
    """Feed, newsletter, summary and pages all say how many answered; what they never receive they cannot let slip."""
    (award_round,) = records.rounds
    before, *_, last = award_round.outcomes.satisfaction
    figures = (replace(before, replies=MIN_GROUP), replace(last, replies=MIN_GROUP - 1))
    few = replace(records, rounds=(replace(award_round, outcomes=replace(award_round.outcomes, satisfaction=figures)),))
    seen = publish(few, parse_moment(product.AFTER), "site").newest.outcomes
    assert [figure.replies for figure in seen.satisfaction] == [MIN_GROUP, None]
    assert [figure.value for figure in seen.satisfaction] == [before.value, last.value]
