"""Of a count anybody may know how it was done; of who was not chosen nothing, by construction."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args

import pytest

from generator import disclosure
from generator.disclosure import MIN_GROUP
from generator.disclosure.counted import counted
from generator.model import Consent, Showing, Suppression, Voice
from generator.pieces import FIRST
from generator.tally.counting import count
from generator.thai.dates import parse_moment
from tests.support import product
from tests.support.kept_count import CANARY, CANARY_ID, LOSERS, kept, verdict
from tests.support.publications import pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.disclosure import PublicCount
    from generator.model import AwardRound, Records, Winner

AFTER = parse_moment(product.AFTER)


def _agreed(winner: Winner) -> Winner:
    """Return a winner who may be shown everywhere."""
    assert winner.photo
    every = Consent(frozenset(("print", "site", "social")), date(2023, 4, 1), None)
    return replace(winner, photo=replace(winner.photo, consent=every))


@pytest.fixture
def told(records: Records) -> Records:
    """Return the sample with a kept count and winners who all agree to be shown."""
    whole = kept(records)
    newest, *others = whole.rounds
    pictured = next(winner.photo for winner in newest.winners if winner.photo)
    winners = tuple(_agreed(replace(each, photo=each.photo or pictured)) for each in newest.winners)
    return replace(whole, rounds=(replace(newest, winners=winners), *others))


def _count(records: Records, channel: Showing = "site") -> PublicCount | None:
    return disclosure.publish(records, AFTER, channel).newest.count


def _changed(records: Records, **changes: Any) -> Records:
    newest, *others = records.rounds
    return replace(records, rounds=(replace(newest, **changes), *others))


def test_nobody_who_was_not_chosen_is_in_anything_that_pieces_are_given(told: Records, tmp_path: Path) -> None:
    """A piece cannot leak what it never received: no name, post or id, in no channel, before and after."""
    selection = told.rounds[0].selection
    assert selection
    assert CANARY in repr(selection)
    result = told.rounds[0].programme.result_at
    for channel in get_args(Showing):
        for moment in (result - timedelta(days=3), result, AFTER):
            seen = disclosure.publish(told, moment, channel)
            assert CANARY not in repr(seen)
            assert CANARY_ID not in repr(seen)
    seen = disclosure.publish(told, AFTER, "site")
    views = [json.dumps(sheet.view, ensure_ascii=False) for piece in FIRST for sheet in piece.lay_out(seen)]
    made = [text.decode() for text in pages(seen, tmp_path).values()]
    assert len(views) > 100
    assert any("counting" in text for text in made)
    for text in (*views, *made):
        assert CANARY not in text
        assert CANARY_ID not in text


def test_before_the_moment_nothing_of_the_count_is_known(told: Records) -> None:
    """How many were recused would say that there is a result."""
    early = told.rounds[0].programme.result_at - timedelta(minutes=1)
    assert disclosure.publish(told, early, "site").newest.count is None


def test_what_may_be_known_of_a_count(told: Records) -> None:
    """Numbers of people, and rows that say nothing of whose they are."""
    found = _count(told)
    assert found
    assert (found.members, found.seats, found.replies) == (len(told.rounds[0].programme.committee),) * 2 + (388,)
    assert [len(table.rows) for table in found.tables] == [
        LOSERS + len([each for each in told.rounds[0].winners if each.category == category])
        for category in told.rounds[0].programme.categories
    ]
    fields = {name for table in found.tables for row in table.rows for name in row._fields}
    assert fields == {"percent", "committee", "total", "order", "place"}


def _no_verdict(award_round: AwardRound) -> dict[str, Any]:
    assert award_round.selection
    return {"selection": replace(award_round.selection, verdict=None)}


def _other_facts(award_round: AwardRound) -> dict[str, Any]:
    assert award_round.selection
    return {"selection": replace(award_round.selection, sheets=award_round.selection.sheets[1:])}


def _other_winners(award_round: AwardRound) -> dict[str, Any]:
    return {"winners": award_round.winners[1:]}


@pytest.mark.parametrize("change", [_no_verdict, _other_facts, _other_winners])
def test_a_count_that_does_not_stand_is_told_nowhere(
    told: Records, change: Callable[[AwardRound], dict[str, Any]]
) -> None:
    """A page that explains another result than the announced one would be false."""
    assert _count(told)
    assert _count(_changed(told, **change(told.rounds[0]))) is None


def _unsaid(award_round: AwardRound) -> AwardRound:
    plan = award_round.programme
    assert award_round.selection
    closed = replace(award_round, programme=replace(plan, tally=replace(plan.tally, open_table=False)))
    return verdict(closed, award_round.selection)


def _no_totals(award_round: AwardRound) -> AwardRound:
    return replace(award_round, publish_totals=False)


def _by_division(award_round: AwardRound) -> AwardRound:
    plan, selection = award_round.programme, award_round.selection
    assert selection
    few = {key: replace(voice, replies=4) for key, voice in selection.heard.people.items() if CANARY_ID in key}
    heard = replace(
        selection.heard,
        people=MappingProxyType({**selection.heard.people, **few}),
        divisions=MappingProxyType({each.division.key: Voice(Fraction(80), 60) for each in selection.nominees}),
    )
    return verdict(replace(award_round, programme=plan), replace(selection, heard=heard))


@pytest.mark.parametrize("change", [_unsaid, _no_totals, _by_division])
def test_rows_are_published_only_where_they_say_nothing_of_a_person(
    told: Records, change: Callable[[AwardRound], AwardRound]
) -> None:
    """Where the rules do not say so, where totals are not published, where a percentage is a division's."""
    newest, *others = told.rounds
    found = _count(replace(told, rounds=(change(newest), *others)))
    assert found
    assert found.tables == ()


def _withdrawn(winner: Winner) -> Winner:
    assert winner.photo
    assert winner.photo.consent
    consent = replace(winner.photo.consent, withdrawn=date(2023, 4, 25))
    return replace(winner, photo=replace(winner.photo, consent=consent))


def _hidden(winner: Winner) -> Winner:
    return replace(winner, suppressed=Suppression("ขอไม่เปิดเผย", date(2023, 4, 25)))


def _few(winner: Winner) -> Winner:
    return replace(winner, satisfaction=replace(winner.satisfaction, replies=MIN_GROUP - 1))


@pytest.mark.parametrize("change", [_withdrawn, _hidden, _few])
def test_the_first_row_is_the_first_winners_and_needs_the_winners_leave(
    told: Records, change: Callable[[Winner], Winner]
) -> None:
    """Everybody knows whose the first row is: without the consent its category has no rows, and the others have."""
    first, *others = told.rounds[0].winners
    before, after = _count(told), _count(_changed(told, winners=(change(first), *others)))
    assert before
    assert after
    assert {table.category for table in before.tables} - {table.category for table in after.tables} == {first.category}


def test_a_small_category_has_no_rows(told: Records) -> None:
    """Of four people each could be guessed."""
    newest, *others = told.rounds
    selection = newest.selection
    assert selection
    category = newest.programme.categories[0]
    chosen = sum(each.category == category for each in newest.winners)
    gone = [each.id for each in selection.nominees if each.category == category and CANARY_ID in each.id][
        MIN_GROUP - 1 - chosen :
    ]
    left = tuple(replace(each, unfit="ไม่ครบปี") if each.id in gone else each for each in selection.nominees)
    found = _count(replace(told, rounds=(verdict(newest, replace(selection, nominees=left)), *others)))
    assert found
    assert [table.category for table in found.tables] == list(newest.programme.categories[1:])


def test_the_order_of_rows_depends_on_nothing_of_the_people(told: Records) -> None:
    """The record lists by division or rank; rows come in one order whatever that is, and not in that of places."""
    newest, *others = told.rounds
    assert newest.selection
    turned = replace(newest.selection, nominees=newest.selection.nominees[::-1])
    found = _count(told)
    assert found
    assert found == _count(replace(told, rounds=(verdict(newest, turned), *others)))
    assert any([row.place for row in table.rows] != sorted(row.place for row in table.rows) for table in found.tables)


def test_no_rule_for_ties_is_told_of_a_winner_who_was_equal_to_somebody_not_chosen(told: Records) -> None:
    """It would say that somebody else had the same total."""
    newest = told.rounds[0]
    selection = newest.selection
    assert selection
    category = newest.programme.categories[0]
    last = [each for each in count(newest.programme, selection).chosen if each.nominee.category == category][-1]
    canary = next(each.id for each in selection.nominees if CANARY_ID in each.id and each.category == category)
    sheets = tuple(
        replace(
            sheet,
            given=tuple(
                replace(each, scores=next(o.scores for o in sheet.given if o.nominee == last.nominee.id))
                if each.nominee == canary
                else each
                for each in sheet.given
            ),
        )
        for sheet in selection.sheets
    )
    assert last.voice
    more = replace(last.voice, percent=last.voice.percent + Fraction(1, 100))
    voices = {**selection.heard.people, canary: last.voice, last.nominee.id: more}
    heard = replace(selection.heard, people=MappingProxyType(voices))
    award_round = verdict(newest, replace(selection, sheets=sheets, heard=heard))
    assert award_round.selection
    line = count(award_round.programme, award_round.selection).line(last.nominee.id)
    assert line.decided_by == "ประชาชน"
    found = counted(award_round, disclosure.publish(told, AFTER, "site").newest.winners)
    assert found
    assert found.decided == ()
