"""Official papers among what comes next: each at its step, with what it waits for, until it has its number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from generator.disclosure import ahead_of, turning_points
from generator.model import PAPER_NAMES, Meeting, Numbered, Papers
from tests.support.rounds import make_organisation

if TYPE_CHECKING:
    from generator.disclosure import Pending, Stage
    from generator.model import AwardRound, PaperKey, Records

FULL = Papers(
    code="ตง 12345",
    legal_basis="มาตรา 59",
    meeting=Meeting(date(2023, 4, 20), time(10), "ห้องประชุม", "1/2566"),
)


def _with(award_round: AwardRound, papers: Papers, *numbered: PaperKey) -> AwardRound:
    """Return the round with what its office decided, and papers that have a number."""
    given = tuple(Numbered(paper, "1", date(2023, 3, 2), "") for paper in numbered)
    head = award_round.programme.papers.head
    papers = replace(papers, head=head, numbered=given)
    return replace(award_round, programme=replace(award_round.programme, papers=papers))


def _due(award_round: AwardRound, stage: Stage) -> dict[str, Pending]:
    """Return the tasks of a stage that are about a paper, by the paper's name."""
    begins = {name: begins for begins, name in turning_points(award_round.programme)}
    moment = begins[stage] if stage in begins else min(begins.values()) - timedelta(days=20)
    todo = ahead_of(make_organisation(), award_round, moment).todo
    return {task.what: task for task in todo if task.what in PAPER_NAMES.values()}


@pytest.fixture
def award_round(records: Records) -> AwardRound:
    """Return the sample's round."""
    return records.rounds[0]


@pytest.mark.parametrize(
    ("stage", "papers"),
    [
        ("preparing", ("project", "order", "criteria-notice")),
        ("criteria", ("criteria-notice", "nominations-memo")),
        ("nominations", ("nominations-memo",)),
        ("survey", ("agenda",)),
        ("judging", ("agenda", "minutes", "result-memo", "result-notice")),
        ("announced", ("result-notice", "invitation-letter")),
        ("ceremony", ("final-report",)),
        ("closed", ("final-report",)),
    ],
)
def test_a_paper_is_due_at_its_step(award_round: AwardRound, stage: Stage, papers: tuple[PaperKey, ...]) -> None:
    """The clerk is told of the papers of this step, and of no other."""
    assert set(_due(_with(award_round, FULL), stage)) == {PAPER_NAMES[paper] for paper in papers}


def test_an_office_without_decisions_about_papers_is_told_nothing(award_round: AwardRound) -> None:
    """Whoever writes papers elsewhere is not reminded of them."""
    stages: tuple[Stage, ...] = ("preparing", "criteria", "nominations", "judging", "announced", "ceremony", "closed")
    assert [_due(_with(award_round, Papers()), stage) for stage in stages] == [{}] * len(stages)


def test_what_is_numbered_is_done(award_round: AwardRound) -> None:
    """A number and a day say that the register has it."""
    assert set(_due(_with(award_round, FULL, "order", "project"), "preparing")) == {PAPER_NAMES["criteria-notice"]}


def test_a_paper_says_what_it_waits_for_and_where_that_is_filled_in(award_round: AwardRound) -> None:
    """A dotted line in a signed paper is what nobody saw in time."""
    order = _due(_with(award_round, replace(FULL, legal_basis="")), "preparing")[PAPER_NAMES["order"]]
    assert order.cure == "พร้อมลงนามเมื่อมีอำนาจที่ใช้แต่งตั้ง"
    assert order.settled == "papers.legal_basis"
    bare = _with(award_round, Papers(code="ตง 12345"))
    memo = _due(replace(bare, winners=(), selection=None), "judging")[PAPER_NAMES["result-memo"]]
    for wanted in ("วันประชุม", "ที่ประชุม", "คำสั่งแต่งตั้งคณะกรรมการ", "ประกาศหลักเกณฑ์", "ผลการคัดเลือก"):
        assert wanted in memo.cure
    assert memo.settled == "papers.meeting"


def test_a_paper_that_waits_for_nothing_leads_to_its_button(award_round: AwardRound) -> None:
    """Nothing else is in the way: it is made, signed and numbered."""
    ready = _due(_with(award_round, FULL, "order", "criteria-notice"), "judging")
    assert {task.settled for task in ready.values()} == {"tonbaep papers"}
    assert all(task.cure.startswith("พร้อมลงนาม ") for task in ready.values())


def test_nobody_is_named(award_round: AwardRound) -> None:
    """The list is told before the result."""
    told = repr(_due(_with(award_round, FULL), "judging"))
    assert award_round.winners
    assert not [winner.name.last for winner in award_round.winners if winner.name.last in told]


def test_where_nobody_was_chosen_nobody_is_invited(award_round: AwardRound) -> None:
    """There is no ceremony to write of."""
    bare = replace(_with(award_round, FULL), winners=())
    assert PAPER_NAMES["invitation-letter"] not in _due(bare, "announced")
