"""What an official paper is written of, whoever may read it: office, programme, result, signer, number; and its view.

What the record does not say becomes a dotted line, never a guess.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from generator.model import PAPER_NAMES, REGISTERS
from generator.model.titles import is_rank
from generator.piece import Rendition
from generator.pieces.parts import frame, labels
from generator.pieces.parts.blocks import dots
from generator.pieces.parts.chosen import NO_RESULT
from generator.thai.dates import MONTHS, buddhist_year, long_date, official_date
from generator.thai.digits import to_thai

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from generator.disclosure import PublicRound
    from generator.model import Numbered, Organisation, PaperKey, Papers, Programme, Signer, StepKey
    from generator.piece import View
    from generator.pieces.parts.chosen import Result

KRUT_PIXELS = 480
"""The krut is at most 3 cm high: 350 dots per inch."""

KRUT, KRUT_SMALL, NONE = 30, 15, 0
"""Millimetres of the krut's height on orders, notices and letters; on memos; and on forms and reports."""


_QUOTED = re.compile("“[^”]+”")


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """A round for one paper.

    `number` and `day` are the paper's own, once it has them; `repealed` are its earlier numbers, whose text it
    replaces.
    """

    paper: PaperKey
    office: Organisation
    programme: Programme
    result: Result = NO_RESULT
    number: str = ""
    day: date | None = None
    repealed: tuple[Numbered, ...] = ()

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
    def signer(self) -> Signer | None:
        """Who signs this paper: who is written for it, or else the head of the office."""
        return self.papers.signer(self.paper) or self.papers.head

    def step(self, key: StepKey) -> tuple[date, date]:
        """Return the first and the last day of a step."""
        step = self.programme.step(key)
        return step.starts, step.ends

    def dated(self, key: StepKey) -> str:
        """Return the paper's date as its last line has it: its own, or a day to fill in within a step's month."""
        if self.day:
            return official_date(self.day).removeprefix("วันที่ ")
        return to_fill(self.step(key)[0])

    @property
    def number_of_year(self) -> str:
        """An order's number with its calendar year."""
        year = buddhist_year(self.day) if self.day else self.programme.year
        return f"{self.number or dots(16)}/{year}"

    def refer(self, paper: PaperKey) -> str:
        """Return how another paper is referred to, by its last number and day; dots where it has none yet."""
        latest = self.papers.of(paper)[-1:]
        if REGISTERS[paper] == "notice":
            day = long_date(latest[0].day) if latest else dots(24)
            return labels.UNNUMBERED_DATED.format(day=day)
        if not latest:
            return labels.DATED.format(number=dots(16), day=dots(24))
        return labels.DATED.format(number=numbered_text(latest[0], self.papers), day=long_date(latest[0].day))


OfPaper = TypeVar("OfPaper", bound=Basis)


def numbered_text(numbered: Numbered, papers: Papers) -> str:
    """Return the number of a paper as others refer to it."""
    if REGISTERS.get(numbered.paper, "notice") in {"order", "notice"}:
        return f"{numbered.number}/{buddhist_year(numbered.day)}"
    return f"{papers.code or dots(14)}/{numbered.number}"


def to_fill(around: date) -> str:
    """Return a date of which the day is to be filled in by hand."""
    return labels.DAY_TO_FILL.format(dots=dots(8), month=MONTHS[around.month - 1], year=buddhist_year(around))


def signed(signer: Signer | None, role: str = "") -> list[str]:
    """Return the lines below a signature: the name in brackets, and the post; a rank stands before the signature.

    Thai office papers put no rank into the brackets (domain notes, 3.3).
    """
    if signer is None:
        return [f"({dots()})", role or dots()]
    name = signer.name
    written = name.bare if is_rank(name.title) else name.written
    return [*([name.title] if is_rank(name.title) else []), f"({written})", *filter(None, (signer.post, role))]


def digest(write: Callable[[OfPaper], Iterable[View]], basis: OfPaper) -> str:
    """Return the digest of what a paper says besides its own number and day."""
    text = json.dumps(list(write(replace(basis, number="", day=None))), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def as_numbered(write: Callable[[OfPaper], Iterable[View]], bare: OfPaper) -> tuple[OfPaper, bool]:
    """Return a paper with its number, and whether its facts are others than when it was numbered: then it has none.

    `bare` has no number yet. A number without a digest was written by hand, for what the paper says now.
    """
    own = bare.papers.of(bare.paper)
    if not own:
        return bare, False
    *before, last = own
    basis = replace(bare, repealed=tuple(before))
    if last.digest and digest(write, basis) != last.digest:
        return replace(bare, repealed=own), True
    return replace(basis, number=last.number, day=last.day), False


def krut(programme: Programme) -> tuple[Rendition, ...]:
    """Return the office's picture of the krut, or nothing where it has given none."""
    picture = programme.papers.krut
    return (Rendition(picture.digest, min(KRUT_PIXELS, picture.width), "jpg"),) if picture else ()


def view(
    award_round: PublicRound, basis: Basis, blocks: Iterable[View], notes: Iterable[str], high: int, room: float
) -> View:
    """Return what the presses of official papers are given; `high` and `room` are the krut's, in millimetres."""
    return {
        **frame.frame(award_round, to_thai(f"{PAPER_NAMES[basis.paper]} {basis.award}")),
        "embargo": None,
        "krut": _krut_view(basis.programme, high, room),
        "blocks": list(blocks),
        "notes": [to_thai(note) for note in notes],
        "font": basis.papers.font,
        "names": _names(award_round, basis),
    }


def _krut_view(programme: Programme, high: int, room: float) -> View | None:
    if high == NONE:
        return None
    source = next((each.name for each in krut(programme)), "")
    return {"mm": high, "room": room, "src": source, "alt": labels.KRUT_ALT, "title": labels.MEMO}


def _names(award_round: PublicRound, basis: Basis) -> list[str]:
    """Return the names that no line divides, longest first, in Thai digits."""
    signers = [*([basis.signer] if basis.signer else []), *basis.programme.document_signers]
    people = [*(each.name for each in basis.result.people), *(signer.name for signer in signers)]
    divisions = (part for division in basis.office.divisions for part in division.name.split())
    names = {name for person in people for name in (person.written, person.bare)}
    names |= {*frame.names(award_round), basis.office.name, *divisions, *_QUOTED.findall(basis.programme.award_name)}
    return [to_thai(name) for name in sorted(names, key=lambda name: (-len(name), name)) if len(name) > 1]
