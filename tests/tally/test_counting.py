"""A count is what the rules of the record say, whoever counts again; every rule and every edge."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from generator.model import CITIZENS, JOINT, VOTE, Decision, Given, Recusal, ScoreSheet, TallyRules, Voice
from generator.tally.counting import Tie, Unscored, count
from tests.support.recount import recounted
from tests.support.selections import CATEGORIES, make_nominee, make_rules, make_selection, rounds

if TYPE_CHECKING:
    from generator.model import Programme, Selection
    from generator.tally.counting import Count

TWO = (make_nominee(2), make_nominee(4))
"""Two of one category, which has two places."""


def _places(found: Count) -> dict[str, int | None]:
    return {line.nominee.id: line.place for line in found.lines}


def _equal(programme: Programme, heard: tuple[int, int], decisions: tuple[Decision, ...] = ()) -> Selection:
    """Return two nominees whom all five members gave the same, with what citizens said in percent."""
    scores = {(member, nominee.id): (4, 4, 4) for member in range(1, 6) for nominee in TWO}
    voices = {nominee.id: (Fraction(percent), 20) for nominee, percent in zip(TWO, heard, strict=True)}
    return replace(make_selection(programme, TWO, scores, voices), decisions=decisions)


@settings(max_examples=200, deadline=None)
@given(rounds())
def test_a_count_is_that_of_an_independent_recount(made: tuple[Programme, Selection]) -> None:
    """Somebody who knows the rules and not the code comes to the same totals, places and winners."""
    programme, selection = made
    found = count(programme, selection)
    assert {line.nominee.id: (line.printed, line.place, line.chosen, line.out) for line in found.lines} == recounted(
        programme, selection
    )


def test_the_mean_of_members_and_the_weights_make_the_total() -> None:
    """A pocket calculator comes to the same: 5 and 4 of 5 are 90 of 100, weighed by 30, 25, 20, and 25 of the 88 %."""
    programme = make_rules()
    nominee = make_nominee(2)
    scores = {(1, "n2"): (5, 4, 3), (2, "n2"): (4, 4, 5)}
    found = count(programme, make_selection(programme, (nominee,), scores, {"n2": (Fraction(88), 30)}))
    assert found.line("n2").total == Fraction(30 * 90 + 25 * 80 + 20 * 80 + 25 * 88, 100)
    assert found.line("n2").printed == Decimal("85.00")


def test_a_total_on_the_edge_is_rounded_up() -> None:
    """Half up is what a reader does by hand; a binary fraction would come to either side."""
    programme = make_rules()
    scores = {(1, "n2"): (5, 5, 5)}
    found = count(programme, make_selection(programme, (make_nominee(2),), scores, {"n2": (Fraction("80.02"), 30)}))
    assert found.line("n2").total == Fraction("95.005")
    assert found.line("n2").printed == Decimal("95.01")


def test_equal_totals_go_by_the_citizens_first() -> None:
    """The rule that the record names first decides, though it decided the total, too."""
    programme = make_rules(
        criteria=tuple(
            replace(each, weight=weight) for each, weight in zip(make_rules().criteria, (5, 5, 5, 85), strict=True)
        ),
        tally=TallyRules(sample=5, compared="สองตำแหน่ง"),
    )
    selection = _equal(programme, (80, 80))
    close = {"n2": Voice(Fraction(8000, 100), 20), "n4": Voice(Fraction(80005, 1000), 20)}
    found = count(programme, replace(selection, heard=replace(selection.heard, people=close)))
    assert _places(found) == {"n4": 1, "n2": 2}
    assert [line.decided_by for line in found.lines] == [CITIZENS, CITIZENS]


@pytest.mark.parametrize(
    ("ties", "places", "by"),
    [
        ((CITIZENS, JOINT), {"n2": 1, "n4": 1}, JOINT),
        (("mind", JOINT), {"n2": 1, "n4": 1}, JOINT),
        ((JOINT,), {"n2": 1, "n4": 1}, JOINT),
    ],
)
def test_who_stays_equal_shares_a_place_where_the_record_says_so(
    ties: tuple[str, ...], places: dict[str, int], by: str
) -> None:
    """Joint places are a rule that must be written, not what the program does when it does not know."""
    programme = make_rules(ties=ties)
    found = count(programme, _equal(programme, (88, 88)))
    assert (_places(found), {line.decided_by for line in found.lines}) == (places, {by})
    assert found.holds


@pytest.mark.parametrize("ties", [(), (CITIZENS,), (CITIZENS, VOTE), (VOTE,)])
def test_who_stays_equal_otherwise_waits_for_the_committee(ties: tuple[str, ...]) -> None:
    """Nothing is drawn and nothing is guessed: without a decision there is no result."""
    programme = make_rules(ties=ties)
    found = count(programme, _equal(programme, (88, 88)))
    assert found.open == (Tie(CATEGORIES[0], ("n2", "n4")),)
    assert not found.holds


def test_the_committees_decision_puts_equals_in_order() -> None:
    """It counts where the record names it as a rule, and for exactly those who are equal."""
    programme = make_rules(ties=(CITIZENS, VOTE))
    decided = _equal(programme, (88, 88), decisions=(Decision(("n4", "n2"), "กรรมการลงมติ 4 ต่อ 1"),))
    assert _places(count(programme, decided)) == {"n4": 1, "n2": 2}
    apart = _equal(programme, (88, 90), decisions=(Decision(("n2", "n4"), "กรรมการลงมติ 4 ต่อ 1"),))
    assert _places(count(programme, apart)) == {"n4": 1, "n2": 2}


def test_a_tie_behind_the_last_place_needs_no_decision() -> None:
    """Nobody has to decide between two who are not chosen either way."""
    programme = make_rules(ties=(), categories=(replace(CATEGORIES[0], places=1),))
    nominees = tuple(make_nominee(number, category=programme.categories[0]) for number in (2, 4, 6))
    scores = {(1, "n2"): (5, 5, 5), (1, "n4"): (4, 4, 4), (1, "n6"): (4, 4, 4)}
    heard = {each.id: (Fraction(88), 20) for each in nominees}
    found = count(programme, make_selection(programme, nominees, scores, heard))
    assert (found.open, _places(found)) == ((), {"n2": 1, "n4": 2, "n6": 2})
    assert [line.nominee.id for line in found.chosen] == ["n2"]


def test_a_shared_last_place_lets_both_in() -> None:
    """Two who share the only place are both chosen: a joint place is one for all of them."""
    programme = make_rules(ties=(JOINT,), categories=(replace(CATEGORIES[0], places=1),))
    nominees = tuple(make_nominee(number, category=programme.categories[0]) for number in (2, 4))
    scores = {(1, each.id): (4, 4, 4) for each in nominees}
    found = count(programme, make_selection(programme, nominees, scores, {e.id: (Fraction(88), 9) for e in nominees}))
    assert [line.nominee.id for line in found.chosen] == ["n2", "n4"]


def test_a_member_who_is_recused_is_left_out_of_that_nominee_alone() -> None:
    """Whoever nominated or is related counts for the others."""
    programme = make_rules()
    nominees = (make_nominee(2, recused=(Recusal(1, "เป็นญาติ"),)), make_nominee(4))
    scores = {(1, "n2"): (5, 5, 5), (1, "n4"): (5, 5, 5), (2, "n2"): (3, 3, 3), (2, "n4"): (3, 3, 3)}
    heard = {each.id: (Fraction(80), 20) for each in nominees}
    found = count(programme, make_selection(programme, nominees, scores, heard))
    assert (found.line("n2").members, found.line("n4").members) == ((2,), (1, 2))
    assert [found.line(each.id).scores["mind"] for each in nominees] == [60, 80]


@pytest.mark.parametrize(
    ("post", "by", "out"),
    [
        ("ผู้อำนวยการกองช่าง", "", {3: "เป็นผู้ได้รับการเสนอชื่อ"}),
        ("นายช่าง", "กองช่าง", {3: "เป็นผู้เสนอชื่อ"}),
        ("นายช่าง", "ผู้แทนประชาชน", {5: "เป็นผู้เสนอชื่อ"}),
        ("นายช่าง", "เพื่อนร่วมงาน", {}),
    ],
)
def test_nobody_scores_themselves_or_whom_they_nominated(post: str, by: str, out: dict[int, str]) -> None:
    """It follows from the posts: no member has to think of it."""
    from generator.tally.recusing import recusals

    assert recusals(make_rules(), make_nominee(2, position=post, nominated_by=by)) == out


def test_nominators_score_where_the_rules_let_them() -> None:
    """In a small office every head nominates; the rules may say so."""
    from generator.tally.recusing import recusals

    programme = make_rules(tally=TallyRules(nominators_score=True))
    assert recusals(programme, make_nominee(2, position="นายช่าง", nominated_by="กองช่าง")) == {}


def test_less_than_a_quorum_is_no_result() -> None:
    """Two of five sheets are not the committee."""
    programme = make_rules(ties=(JOINT,))
    scores = {(member, "n2"): (4, 4, 4) for member in (1, 2)}
    found = count(programme, make_selection(programme, (make_nominee(2),), scores, {"n2": (Fraction(80), 20)}))
    assert (found.quorum, found.members, found.awaited, found.holds) == (3, (1, 2), (3, 4, 5), False)


def test_leaving_a_member_out_counts_the_others_alone() -> None:
    """The chair sees what hangs on one member."""
    programme = make_rules()
    scores = {(1, "n2"): (5, 5, 5), (2, "n2"): (3, 3, 3)}
    selection = make_selection(programme, (make_nominee(2),), scores, {"n2": (Fraction(80), 20)})
    assert count(programme, selection, {1}).line("n2").scores["mind"] == 60


def test_somebody_nominated_after_the_sheets_came_back_is_no_result() -> None:
    """One member who was asked about a newcomer would decide alone over those whom all have scored."""
    programme = make_rules(ties=(JOINT,))
    nominees = (make_nominee(2), make_nominee(4))
    scores = {(member, "n2"): (4, 4, 4) for member in range(1, 6)}
    heard = {each.id: (Fraction(88), 20) for each in nominees}
    asked = make_selection(programme, nominees[:1], scores, heard)
    late = make_selection(programme, nominees, {(1, "n2"): (4, 4, 4), (1, "n4"): (5, 5, 5)}, heard)
    found = count(programme, replace(late, sheets=(late.sheets[0], *asked.sheets[1:])))
    assert found.unscored == (Unscored("n4", (2, 3, 4, 5)),)
    assert not found.holds


def test_sheets_that_score_nobody_are_no_quorum() -> None:
    """Four who recuse themselves of everybody leave one member, who is not the committee."""
    programme = make_rules(ties=(JOINT,))
    selection = make_selection(programme, (make_nominee(2),), {(1, "n2"): (4, 4, 4)}, {"n2": (Fraction(88), 20)})
    empty = tuple(
        ScoreSheet(f"x{member}", member, "0" * 64, (Given("n2", MappingProxyType({}), "ไม่เคยเห็นการทำงาน"),))
        for member in range(2, 6)
    )
    found = count(programme, replace(selection, sheets=(*selection.sheets, *empty)))
    assert (found.members, found.thin, found.holds) == ((1,), ("n2",), False)


def test_recusals_that_follow_from_the_record_need_no_quorum_of_others() -> None:
    """In a small committee nearly everybody may be somebody's head; who may score, must."""
    programme = make_rules(ties=(JOINT,))
    nominee = make_nominee(2, recused=tuple(Recusal(member, "เป็นญาติ") for member in (1, 2, 3)))
    scores = {(member, "n2"): (4, 4, 4) for member in range(1, 6)}
    others = {(member, "n4"): (4, 4, 4) for member in range(1, 6)}
    heard = {key: (Fraction(88), 20) for key in ("n2", "n4")}
    found = count(programme, make_selection(programme, (nominee, make_nominee(4)), {**scores, **others}, heard))
    assert (found.line("n2").members, found.thin, found.holds) == ((4, 5), (), True)
