"""The sheet of steps: a line for each nominee, first counted by all members, then without each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.papers.recount import labels
from generator.papers.recount.comparing import Comparing
from generator.papers.recount.figures import Figures, Key
from generator.papers.recount.grid import Page, Row
from generator.tally.counting import count

if TYPE_CHECKING:
    from generator.papers.recount.inputs import Inputs
    from generator.papers.recount.merging import Merging
    from generator.tally.counting import Count


class Steps:
    """The lines by (member left out or 0, number of the nominee)."""

    def __init__(self, inputs: Inputs, merging: Merging) -> None:
        """Fill the sheet."""
        self.inputs, self.merging = inputs, merging
        self.rows: dict[Key, Row] = {}
        self.counts: dict[int, Count] = {}
        self.page = Page(labels.STEPS, [8, 8, 34, *[15] * 80], aside=True)
        for said in labels.HOW[labels.STEPS]:
            self.page.say(said)
        for without in (0, *inputs.members):
            self._count(without)

    def _count(self, without: int) -> None:
        """Add the lines of one count; what is compared needs all of them, so they are filled column by column."""
        inputs = self.inputs
        found = self.counts[without] = count(inputs.programme, inputs.selection, {without} - {0})
        many = len(inputs.selection.nominees)
        first = self.page.line + (0 if without else 1)
        lines = []
        for number in range(1, many + 1):
            key, row = Key(without, number), Row(self.page, first + number - 1)
            figures = Figures(inputs, self.merging, found, key, row)
            figures.fill()
            lines.append(Comparing(figures, (first, first + many - 1)))
            self.rows[key] = row
        for number in range(len(inputs.ties) + 1):
            for line in lines:
                line.key(number, lines)
            for line in lines:
                line.same(number, lines)
        for line in lines:
            line.place(lines)
        if not without:
            self.page.heads(*lines[0].row.heads)
            self.page.freeze(3)
        for line in lines:
            line.row.done()
