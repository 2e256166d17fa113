"""What an official paper is written of: the round, who signs, its own number, and how it refers to other papers.

A paper is written of the whole round, since it goes to the committee and the head of the office; one that names who was
chosen says on itself until when that is secret. What the record does not say becomes a dotted line, never a guess.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.disclosure import is_told
from generator.model import PAPER_NAMES, REGISTERS
from generator.model.titles import is_rank
from generator.papers.official import labels
from generator.papers.official.blocks import dots
from generator.thai.dates import MONTHS, buddhist_year, long_date, official_date, weekday_date
from generator.thai.digits import to_thai

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from generator.model import AwardRound, Numbered, Organisation, PaperKey, Papers, Programme, Signer, StepKey
    from generator.piece import View


@dataclass(frozen=True, slots=True)
class Case:
    """A round for one paper.

    `number` and `day` are the paper's own, once it has them; `repealed` are its earlier numbers, whose text it
    replaces. `photos` are pictures of the ceremony that may be shown on paper, each with what can be seen on it.
    """

    paper: PaperKey
    office: Organisation
    award_round: AwardRound
    moment: datetime
    number: str = ""
    day: date | None = None
    repealed: tuple[Numbered, ...] = ()
    photos: tuple[tuple[str, str], ...] = ()

    @property
    def programme(self) -> Programme:
        """The round's programme."""
        return self.award_round.programme

    @property
    def papers(self) -> Papers:
        """What the office decided about the round's papers."""
        return self.programme.papers

    @property
    def award(self) -> str:
        """What somebody who was chosen is called, with the round's year."""
        return f"{self.programme.award_name} {self.of_year}"

    @property
    def of_year(self) -> str:
        """The round's year as papers write it."""
        return f"ประจำปี พ.ศ. {self.programme.year}"

    @property
    def secret(self) -> bool:
        """Whether the round's result may not be told yet."""
        return not is_told(self.award_round, self.moment)

    @property
    def signer(self) -> Signer | None:
        """Who signs this paper: who is written for it, or else the head of the office."""
        return self.papers.signer(self.paper) or self.papers.head

    @property
    def head(self) -> Signer | None:
        """The head of the office, to whom memos go."""
        return self.papers.head

    @property
    def head_post(self) -> str:
        """The post of the head of the office."""
        return self.head.post if self.head else dots()

    def step(self, key: StepKey) -> tuple[date, date]:
        """Return the first and the last day of a step."""
        step = self.programme.step(key)
        return step.starts, step.ends

    def dated(self, key: StepKey) -> str:
        """Return the paper's date as its last line has it: its own, or a day to fill in within a step's month."""
        if self.day:
            return official_date(self.day).removeprefix("วันที่ ")
        return to_fill(self.step(key)[0])

    def memo_date(self, key: StepKey) -> str:
        """Return the date in a memo's head, which has no พ.ศ."""
        return long_date(self.day) if self.day else to_fill(self.step(key)[0]).replace("พ.ศ. ", "")

    @property
    def number_of_year(self) -> str:
        """An order's number with its calendar year."""
        year = buddhist_year(self.day) if self.day else self.programme.year
        return f"{self.number or dots(16)}/{year}"

    @property
    def number_of_office(self) -> str:
        """A letter's number behind the office's code; without it, room to write."""
        return f"{self.papers.code}/{self.number}" if self.papers.code else self.number

    def refer(self, paper: PaperKey) -> str:
        """Return how another paper is referred to, by its last number and day; dots where it has none yet."""
        latest = self.papers.of(paper)[-1:]
        if REGISTERS[paper] == "notice":
            day = long_date(latest[0].day) if latest else dots(24)
            return labels.UNNUMBERED_DATED.format(day=day)
        if not latest:
            return labels.DATED.format(number=dots(16), day=dots(24))
        return labels.DATED.format(number=numbered_text(latest[0], self.papers), day=long_date(latest[0].day))


def numbered_text(numbered: Numbered, papers: Papers) -> str:
    """Return the number of a paper as others refer to it."""
    if REGISTERS.get(numbered.paper, "notice") in {"order", "notice"}:
        return f"{numbered.number}/{buddhist_year(numbered.day)}"
    return f"{papers.code or dots(14)}/{numbered.number}"


def to_fill(around: date) -> str:
    """Return a date of which the day is to be filled in by hand."""
    return labels.DAY_TO_FILL.format(dots=dots(8), month=MONTHS[around.month - 1], year=buddhist_year(around))


def on(day: date | None) -> str:
    """Return a day with its weekday, or dots to fill in."""
    return weekday_date(day) if day else f"วันที่ {dots(30)}"


def signed(signer: Signer | None, role: str = "") -> list[str]:
    """Return the lines below a signature: the name in brackets, and the post; a rank stands before the signature.

    Thai office papers put no rank into the brackets (domain notes, 3.3).
    """
    if signer is None:
        return [f"({dots()})", role or dots()]
    name = signer.name
    written = name.bare if is_rank(name.title) else name.written
    return [*([name.title] if is_rank(name.title) else []), f"({written})", *filter(None, (signer.post, role))]


def digest(write: Callable[[Case], Sequence[View]], case: Case) -> str:
    """Return the digest of what a paper says besides its own number and day."""
    bare = Case(case.paper, case.office, case.award_round, case.moment, repealed=case.repealed)
    text = json.dumps(list(write(bare)), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def called(paper: PaperKey) -> str:
    """Return what the office calls a paper, as a part of a sentence."""
    return to_thai(PAPER_NAMES[paper])
