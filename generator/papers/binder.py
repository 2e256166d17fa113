"""The year's papers in order, as one file to print and bind: a page of contents, then each paper or its signed copy.

It is for the office alone: papers of the committee name who was chosen before anybody else may know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model import PAPER_NAMES, REGISTERS
from generator.papers import labels
from generator.papers.official import OFFICIAL
from generator.papers.official.case import case_of
from generator.papers.paper import Bundle, Leaf, Paper
from generator.pieces.parts import official
from generator.pieces.parts.blocks import heading, line, para, table
from generator.pieces.parts.labels import PAPER_SAMPLE
from generator.press.typeset import TYPESET
from generator.problems import Text
from generator.thai.dates import long_date
from generator.thai.digits import to_thai

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Numbered, PaperKey
    from generator.papers.official.official import Official
    from generator.papers.paper import Asked
    from generator.piece import View
    from generator.pieces.parts.blocks import Align

NAME = "binder"
COLUMNS = (12, 70, 44, 34)
ALIGN: tuple[Align, ...] = ("center", "left", "left", "left")

SIGNED: frozenset[PaperKey] = frozenset({*REGISTERS, "project", "minutes", "survey-report", "final-report"})
"""The papers of which a signed copy belongs into the binder; forms are filled in, and filed by their own way."""

ANNEXES: tuple[tuple[PaperKey, PaperKey], ...] = (
    ("nominations-memo", "nomination-form"),
    ("minutes", "agenda"),
    ("result-memo", "result-notice"),
    ("final-report", "survey-report"),
)
"""Which paper goes out with which: the first with the second."""


class _Entry(NamedTuple):
    """A paper of the binder: its place, its last number if any, and whether its facts have changed since."""

    place: int
    paper: Official
    numbered: Numbered | None
    changed: bool

    @property
    def key(self) -> PaperKey:
        return self.paper.key

    @property
    def scan(self) -> str:
        return self.numbered.scan if self.numbered else ""

    @property
    def file(self) -> str:
        """The name of its file, by which a folder sorts."""
        ending = self.scan.rpartition(".")[2] if self.scan else "pdf"
        return f"{self.place:02}-{self.key}{'-signed' if self.scan else ''}.{ending}"

    @property
    def stands(self) -> str:
        """How it stands in the binder, in the office's words."""
        if self.scan:
            return labels.BINDER_SIGNED
        if self.changed:
            return labels.BINDER_CHANGED
        return labels.BINDER_UNSIGNED if self.key in SIGNED else labels.BINDER_FORM


def _lay_out(asked: Asked) -> Iterator[Bundle]:
    entries = list(_entries(asked))
    leaves = [Leaf("00-contents.pdf", TYPESET, _contents(asked, entries), "official.typ")]
    for entry in entries:
        if not entry.scan:
            pdf = next(leaf for leaf in entry.paper.lay_out(asked) if leaf.press is TYPESET)
            leaves.append(pdf._replace(name=entry.file))
    yield Bundle(f"{NAME}.zip", tuple(leaves), tuple((each.file, each.scan) for each in entries if each.scan))


def _entries(asked: Asked) -> Iterator[_Entry]:
    for place, paper in enumerate(OFFICIAL, 1):
        own = asked.award_round.programme.papers.of(paper.key)
        yield _Entry(place, paper, own[-1] if own else None, paper.draft(asked).changed)


def _contents(asked: Asked, entries: list[_Entry]) -> View:
    office = asked.public.organisation
    case = case_of("final-report", office, asked.award_round, asked.moment)
    notes = [labels.BINDER_INSIDE, *([PAPER_SAMPLE] if asked.public.sample else [])]
    view = official.view(asked.public, case, list(_blocks(case, entries)), notes, official.NONE, 0)
    return {**view, "title": to_thai(f"{labels.BINDER_CONTENTS} {case.award}")}


def _blocks(case: official.Basis, entries: list[_Entry]) -> Iterator[View]:
    yield heading(labels.BINDER_CONTENTS)
    yield line(case.programme.title, "center", bold=True)
    yield line(f"{case.of_year}  {case.office.name}", "center", bold=True)
    rows = [(f"{each.place}", PAPER_NAMES[each.key], _said(case, each.numbered), each.stands) for each in entries]
    yield table(COLUMNS, labels.BINDER_HEADS, rows, ALIGN, above=8)
    missing = [PAPER_NAMES[each.key] for each in entries if each.key in SIGNED and not each.scan]
    if missing:
        yield para(labels.BINDER_MISSING.format(count=len(missing), names=" ".join(missing)), first=0)
    else:
        yield para(labels.BINDER_COMPLETE, first=0)
    yield para(labels.BINDER_ANNEXES, first=0, keep=True)
    by_key = {each.key: each for each in entries}
    for of, annex in ANNEXES:
        said = labels.BINDER_ANNEX.format(
            at=by_key[annex].place, annex=PAPER_NAMES[annex], place=by_key[of].place, of=PAPER_NAMES[of]
        )
        yield para(said, first=12, above=0)
    yield para(labels.BINDER_APART, first=0)


def _said(case: official.Basis, numbered: Numbered | None) -> str:
    if numbered is None:
        return ""
    day = long_date(numbered.day)
    return f"ที่ {official.numbered_text(numbered, case.papers)} ลงวันที่ {day}" if numbered.number else f"ลงวันที่ {day}"


PAPER = Paper(
    NAME,
    Text(labels.BINDER, "binder of the year's papers"),
    Text("เรียงลำดับ มีสารบัญ บอกฉบับที่ยังขาด", "in order, with contents, and what is missing"),
    _lay_out,
)
