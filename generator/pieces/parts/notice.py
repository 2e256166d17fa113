"""ประกาศ: what the notice of the criteria says, and that of the result (form 7; domain notes, 3.3).

Paper for the signature, Word file, public PDF and page of the site are all made of these blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.pieces.parts import chosen
from generator.pieces.parts.blocks import ABOVE, heading, line, para, sign, table
from generator.pieces.parts.official import Basis, as_numbered, signed
from generator.thai.dates import clock, long_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.disclosure import PublicRound
    from generator.model import Numbered, PaperKey, StepKey
    from generator.piece import View

COLUMNS, TITLES = (12, 50, 76, 22), ("ที่", "เกณฑ์", "พิจารณาจาก", "คะแนน")


def criteria(basis: Basis) -> Iterator[View]:
    """Yield the notice of the criteria."""
    programme = basis.programme
    yield from _head(basis, f"หลักเกณฑ์การคัดเลือก{basis.award}")
    yield para(
        f"ตามคำสั่ง{basis.office.name} {basis.refer('order')} แต่งตั้งคณะกรรมการคัดเลือก{basis.award} นั้น "
        "คณะกรรมการได้กำหนดหลักเกณฑ์การคัดเลือก ดังต่อไปนี้"
    )
    yield para(f"1.  ผู้มีสิทธิได้รับการเสนอชื่อ ได้แก่ {programme.target_group} โดยพิจารณาแยกตามประเภท ดังนี้", keep=True)
    for number, category in enumerate(programme.categories, 1):
        yield para(f"1.{number}  {category.name} จำนวน {category.places} คน", first=32, above=0)
    yield para("2.  เกณฑ์การคัดเลือก คะแนนเต็ม 100 คะแนน", keep=True)
    rows = [(f"{n}", each.name, each.detail, f"{each.weight}") for n, each in enumerate(programme.criteria, 1)]
    yield table(COLUMNS, TITLES, [*rows, ("", "รวม", "", "100")], ("center", "left", "left", "center"))
    yield para(f"3.  กรณีคะแนนรวมเท่ากัน {programme.when_equal}")
    (first, last), result = basis.step("nominations"), programme.result_at
    yield para(
        f"4.  เสนอชื่อได้ตั้งแต่วันที่ {long_date(first)} ถึงวันที่ {long_date(last)} "
        f"และประกาศผลการคัดเลือกวันที่ {long_date(result.date())} เวลา {clock(result)}"
    )
    yield from _end(basis, "criteria_notice")


def result(basis: Basis) -> Iterator[View]:
    """Yield the notice of the result."""
    yield from _head(basis, f"ผลการคัดเลือก{basis.award}")
    yield para(
        f"ตามประกาศ{basis.office.name} เรื่อง หลักเกณฑ์การคัดเลือก{basis.award} {basis.refer('criteria-notice')} นั้น "
        f"คณะกรรมการได้พิจารณาคัดเลือกเสร็จสิ้นแล้ว {chosen.opening(basis.result)}",
        keep=True,
    )
    yield from chosen.listed(basis.programme, basis.result)
    yield from _end(basis, "result")


WRITERS: dict[PaperKey, Callable[[Basis], Iterator[View]]] = {"criteria-notice": criteria, "result-notice": result}
"""How each notice is written."""


class Issued(NamedTuple):
    """A notice that everybody may see: its number, and its blocks; none where it no longer says what was signed."""

    numbered: Numbered
    basis: Basis
    blocks: tuple[View, ...]

    @property
    def paper(self) -> PaperKey:
        """Which of the notices it is."""
        return self.numbered.paper


def issued(award_round: PublicRound) -> Iterator[Issued]:
    """Yield the notices of a round that were issued by now.

    Where the facts have changed since a notice was numbered, nobody knows any more what stands on the signed one, or
    whom it names: nothing of it is shown, nor its scan, until the facts are put back or a new notice is issued.
    """
    for numbered in award_round.notices:
        write = WRITERS[numbered.paper]
        bare = Basis(
            paper=numbered.paper,
            office=award_round.organisation,
            programme=award_round.programme,
            result=chosen.public(award_round),
        )
        basis, changed = as_numbered(write, bare)
        yield Issued(numbered, basis, () if changed else tuple(write(basis)))


def _head(basis: Basis, about: str) -> Iterator[View]:
    yield heading(f"ประกาศ{basis.office.name}")
    if basis.number:
        yield line(f"ที่ {basis.number_of_year}", "center", bold=True)
    yield line(f"เรื่อง {about}", "center", bold=True)
    yield line("-" * 26, "center")
    for old in basis.repealed:
        yield para(f"ให้ยกเลิกประกาศ{basis.office.name} เรื่อง {about} ลงวันที่ {long_date(old.day)} และใช้ประกาศนี้แทน")


def _end(basis: Basis, step: StepKey) -> Iterator[View]:
    yield para("จึงประกาศให้ทราบโดยทั่วกัน", keep=True)
    yield line(f"ประกาศ ณ วันที่ {basis.dated(step)}", "center", above=ABOVE)
    yield sign(*signed(basis.signer))
