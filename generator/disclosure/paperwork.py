"""Which official papers a round is to have signed next, by which day, and what each still waits for; names nobody.

Only an office that has decided something in `papers.yaml` is told: others make their papers without the program.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.disclosure.pending import Pending
from generator.disclosure.stages import midnight
from generator.model import PAPER_NAMES, Papers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from generator.disclosure.stages import Stage
    from generator.model import AwardRound, PaperKey, Programme, StepKey


class _Due(NamedTuple):
    """A paper, the stages in which it is to be signed, and the step before which; within that step if it `ends` it.

    `needs` are keys of `papers.yaml` without which a dotted line stays, `refers` are the papers whose numbers it tells.
    """

    paper: PaperKey
    stages: tuple[Stage, ...]
    step: StepKey
    needs: tuple[str, ...] = ()
    refers: tuple[PaperKey, ...] = ()
    ends: bool = False
    tells_result: bool = False

    def by(self, programme: Programme) -> date:
        step = programme.step(self.step)
        return step.ends if self.ends else step.starts - _DAY


class _Wanted(NamedTuple):
    """What a paper waits for, in both languages, and the key or command that settles it."""

    thai: str
    english: str
    settled: str


_DAY = timedelta(days=1)
_MEETING = ("meeting.day", "meeting.starts", "meeting.place")
_DUE = (
    _Due("project", ("preparing",), "committee"),
    _Due("order", ("preparing",), "committee", ("legal_basis",), ends=True),
    _Due("criteria-notice", ("preparing", "criteria"), "criteria_notice", refers=("order",), ends=True),
    _Due("nominations-memo", ("criteria", "nominations"), "nominations", ("code",), ("criteria-notice",)),
    _Due("minutes", ("judging",), "judging", _MEETING, ("criteria-notice",), ends=True, tells_result=True),
    _Due(
        "result-memo",
        ("judging",),
        "result",
        ("code", "meeting.day", "meeting.place"),
        ("order", "criteria-notice"),
        tells_result=True,
    ),
    _Due("result-notice", ("judging", "announced"), "result", (), ("criteria-notice",), ends=True, tells_result=True),
    _Due("invitation-letter", ("announced",), "ceremony", ("code",)),
    _Due("final-report", ("ceremony", "closed"), "publicity", ends=True),
)
"""The papers that are signed, in the order of the eight steps."""

REFERS: Final = {due.paper: due.refers for due in _DUE if due.refers}
"""Which papers tell number or day of which others."""

_FACTS = {
    "legal_basis": ("อำนาจที่ใช้แต่งตั้ง", "the power to appoint"),
    "code": ("อักษรหน้าเลขหนังสือ", "the office's code for letters"),
    "meeting.day": ("วันประชุม", "the day of the meeting"),
    "meeting.starts": ("เวลาประชุม", "the hour of the meeting"),
    "meeting.place": ("ที่ประชุม", "the place of the meeting"),
}


def paperwork(award_round: AwardRound, stage: Stage, moment: datetime) -> Iterator[Pending]:
    """Yield the papers of a stage that have no number and day yet, each with what it waits for."""
    programme = award_round.programme
    if programme.papers == Papers(head=programme.papers.head):
        return
    if stage in {"survey", "judging"}:
        yield from _agenda(programme, moment)
    for due in _DUE:
        if stage in due.stages and not programme.papers.of(due.paper) and not _is_idle(due, award_round):
            yield _pending(due.paper, due.by(programme), list(_wanted(due, award_round)))


def _is_idle(due: _Due, award_round: AwardRound) -> bool:
    """Return whether nothing is to be written: nobody was chosen, so that nobody is invited."""
    return due.paper == "invitation-letter" and not award_round.winners


def _agenda(programme: Programme, moment: datetime) -> Iterator[Pending]:
    """Yield the agenda until the days of judging: it goes out with the invitation, and no register numbers it."""
    judging = programme.step("judging").starts
    if moment < midnight(judging):
        yield _pending("agenda", judging - _DAY, list(_facts(programme.papers, _MEETING)))


def _wanted(due: _Due, award_round: AwardRound) -> Iterator[_Wanted]:
    papers = award_round.programme.papers
    yield from _facts(papers, due.needs)
    for paper in due.refers:
        if not papers.of(paper):
            kind, english = ("เลขที่", "number") if paper == "order" else ("วันที่", "day")
            yield _Wanted(f"{kind}ของ{PAPER_NAMES[paper]}", f"the {english} of {paper}", "tonbaep number")
    if due.tells_result and not award_round.decided:
        yield _Wanted("ผลการคัดเลือก", "the result", "winners.winners")


def _facts(papers: Papers, keys: tuple[str, ...]) -> Iterator[_Wanted]:
    meeting = papers.meeting
    said = {
        "legal_basis": papers.legal_basis,
        "code": papers.code,
        "meeting.day": meeting.day,
        "meeting.starts": meeting.starts,
        "meeting.place": meeting.place,
    }
    return (_Wanted(*_FACTS[key], f"papers.{key.partition('.')[0]}") for key in keys if not said[key])


def _pending(paper: PaperKey, by: date, wanted: list[_Wanted]) -> Pending:
    name = PAPER_NAMES[paper]
    if wanted:
        *others, last = (each.thai for each in wanted)
        thai = f"พร้อมลงนามเมื่อมี{' '.join(others)}{' และ' if others else ''}{last}"
        english = f"{paper} can be signed once there is {', '.join(each.english for each in wanted)}"
        return Pending(name, (), thai, english, by, f"{name}: {thai}", wanted[0].settled)
    numbered = paper != "agenda"
    later = f" แล้วออกเลขที่และวันที่ด้วย tonbaep freeze --paper {paper}" if numbered else ""
    then = f", then tonbaep freeze --paper {paper}" if numbered else ""
    return Pending(
        name,
        (),
        f"พร้อมลงนาม สั่ง tonbaep papers {paper}{later}",
        f"{paper} is ready to be signed: run tonbaep papers {paper}{then}",
        by,
        f"{name}: พร้อมลงนาม ทำเอกสาร{' แล้วออกเลขที่และวันที่ของเอกสาร' if numbered else ''}",
        "tonbaep papers",
    )
