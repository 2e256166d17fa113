"""What a paper of the office is written of besides what the public may know: the whole round, and pictures.

A paper is written of the whole round, since it goes to the committee and the head of the office; one that names who was
chosen says on itself until when that is secret.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.disclosure import is_told
from generator.model import PAPER_NAMES
from generator.pieces.parts.blocks import dots
from generator.pieces.parts.chosen import Chosen, Result
from generator.pieces.parts.official import Basis, to_fill
from generator.thai.dates import long_date, weekday_date
from generator.thai.digits import to_thai

if TYPE_CHECKING:
    from datetime import date, datetime

    from generator.model import AwardRound, Organisation, PaperKey, Signer, StepKey
    from generator.piece import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Basis):
    """A round for one paper of the office; `photos` are pictures of the ceremony, each with what can be seen on it.

    `faces` are those who were chosen, as pictures, once the public may know them.
    """

    award_round: AwardRound
    moment: datetime
    photos: tuple[tuple[str, str], ...] = ()
    faces: tuple[View, ...] = ()

    @property
    def secret(self) -> bool:
        """Whether the round's result may not be told yet."""
        return not is_told(self.award_round, self.moment)

    @property
    def head(self) -> Signer | None:
        """The head of the office, to whom memos go."""
        return self.papers.head

    @property
    def head_post(self) -> str:
        """The post of the head of the office."""
        return self.head.post if self.head else dots()

    def memo_date(self, key: StepKey) -> str:
        """Return the date in a memo's head, which has no พ.ศ."""
        return long_date(self.day) if self.day else to_fill(self.step(key)[0]).replace("พ.ศ. ", "")

    @property
    def number_of_office(self) -> str:
        """A letter's number behind the office's code; without it, room to write."""
        return f"{self.papers.code}/{self.number}" if self.papers.code else self.number


def case_of(paper: PaperKey, office: Organisation, award_round: AwardRound, moment: datetime) -> Case:
    """Return a round for one paper without a number; who was chosen is in it as soon as the record says so."""
    return Case(
        paper=paper,
        office=office,
        programme=award_round.programme,
        result=result_of(award_round),
        award_round=award_round,
        moment=moment,
    )


def result_of(award_round: AwardRound) -> Result:
    """Return the result as the record has it, whether it may be told or not."""
    people = (
        Chosen(
            winner.name,
            tuple(member.name for member in winner.members if member.suppressed is None),
            "" if winner.name.team else winner.position,
            winner.division.name,
            (winner.category, *(also.category for also in winner.also)),
        )
        for winner in award_round.in_order
        if winner.suppressed is None
    )
    return Result(tuple(people), award_round.nobody, award_round.unawarded)


def on(day: date | None) -> str:
    """Return a day with its weekday, or dots to fill in."""
    return weekday_date(day) if day else f"วันที่ {dots(30)}"


def called(paper: PaperKey) -> str:
    """Return what the office calls a paper, as a part of a sentence."""
    return to_thai(PAPER_NAMES[paper])
