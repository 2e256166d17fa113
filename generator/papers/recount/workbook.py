"""The whole workbook as the press takes it, from a round's rules and all that its result is counted from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.papers.recount import showing
from generator.papers.recount.inputs import Inputs
from generator.papers.recount.merging import Merging
from generator.papers.recount.steps import Steps

if TYPE_CHECKING:
    from generator.model import Programme, Selection
    from generator.piece import View


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
