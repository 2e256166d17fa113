"""The whole workbook as the press takes it, from a round's rules and all that its result is counted from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.papers.paper import Leaf, Paper
from generator.papers.recount import labels, showing
from generator.papers.recount.inputs import Inputs
from generator.papers.recount.merging import Merging
from generator.papers.recount.steps import Steps
from generator.pieces.parts import frame
from generator.press.live import LIVE
from generator.problems import Problem, ProblemsFound, Text
from generator.reading import wording
from generator.reading.folder import NOMINEES, WINNERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Programme, Selection
    from generator.papers.paper import Asked
    from generator.piece import View

NAME: Final = "recount"


def _lay_out(asked: Asked) -> Iterator[Leaf]:
    year, selection = asked.public.year, asked.award_round.selection
    if selection is None:
        raise ProblemsFound([Problem(f"{WINNERS}/{year}/{NOMINEES}", 0, 0, "", *wording.nobody_nominated())])
    title = labels.TITLE.format(year=year) + (labels.SAMPLE if asked.public.sample else "")
    view = {**frame.frame(asked.public, title), "sheets": sheets(asked.public.programme, selection, title)}
    yield Leaf(f"{NAME}.xlsx", LIVE, view)


def sheets(programme: Programme, selection: Selection, title: str) -> list[View]:
    """Return the sheets: the result, what is given, what the chair asks for, and the steps between."""
    inputs = Inputs(programme, selection)
    merging = Merging(inputs)
    steps = Steps(inputs, merging)
    pages = (
        showing.result(inputs, steps, title),
        inputs.rules,
        inputs.nominees,
        inputs.scores,
        inputs.voices,
        showing.without(inputs, steps),
        showing.spread(inputs),
        merging.page,
        steps.page,
    )
    return [page.view() for page in pages]


PAPER = Paper(
    NAME,
    Text(labels.NAME, "recount workbook"),
    Text(
        "สมุด Excel ที่คิดผลใหม่ทั้งหมดด้วยสูตร พร้อมผลถ้าไม่นับกรรมการคนหนึ่ง ใช้ภายในคณะกรรมการเท่านั้น",
        "a workbook that counts the result anew with formulas, and without each member; for the committee alone",
    ),
    _lay_out,
)
