"""The sheet on which the members' scores for one criterion become one, for all members and without each of them."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from generator.papers.recount import labels
from generator.papers.recount.grid import Page, Row, cell

if TYPE_CHECKING:
    from generator.model import Criterion
    from generator.papers.recount.inputs import Inputs


class Merged(NamedTuple):
    """What a criterion came to: the addresses of how many gave it, of their sum or median, and of what divides it."""

    many: str
    one: str
    share: str
    values: tuple[int, float, int]


class Merging:
    """The merged scores by (member left out or 0, number of the nominee, criterion)."""

    def __init__(self, inputs: Inputs) -> None:
        """Fill the sheet."""
        self.inputs = inputs
        self.found: dict[tuple[int, int, str], Merged] = {}
        self.page = Page(labels.MERGED, [8, 8, 34, 34, *[10] * len(inputs.members), 16, 12], aside=True)
        for said in labels.HOW[labels.MERGED]:
            self.page.say(said)
        every = [labels.OF_MEMBER.format(number=member) for member in inputs.members]
        heads = (labels.LEFT_OUT, labels.NUMBER, labels.WHO, labels.CRITERION, *every)
        self.page.heads(*heads, labels.GAVE, labels.ONE, labels.SHARE)
        self.page.freeze(4)
        for without in (0, *inputs.members):
            for number, _ in enumerate(inputs.selection.nominees, 1):
                for criterion in inputs.criteria:
                    self._merge(without, number, criterion)

    def _merge(self, without: int, number: int, criterion: Criterion) -> None:
        row = Row(self.page)
        row.put("without", "", cell(without, "whole"))
        row.put("number", "", cell(number, "whole"))
        row.put("who", "", cell(self.inputs.selection.nominees[number - 1].name.full))
        row.put("criterion", "", cell(criterion.name))
        values: list[float] = []
        for member in self.inputs.members:
            given = self.inputs.given[member, number, criterion.key]
            counts = given.counted and member != without
            formula = f'IF(AND({row["without"]}<>{member},{given.counts}=1),{given.score},"")'
            row.reckon(f"{member}", "", formula, given.value if counts else "", "text")
            values += [float(given.value)] if counts else []
        first, last = (row[str(member)] for member in (self.inputs.members[0], self.inputs.members[-1]))
        between = f"{first}:{last}"
        middle = self.inputs.programme.tally.average == "มัธยฐาน"
        row.reckon("many", "", f"COUNT({between})", len(values))
        made = f"{'MEDIAN' if middle else 'SUM'}({between})"
        one = (median(values) if middle else sum(values)) if values else 0
        row.reckon("one", "", f"IF({row['many']}=0,0,{made})", one, "text")
        share = "1" if middle else f"MAX(1,{row['many']})"
        row.reckon("share", "", share, 1 if middle else max(1, len(values)))
        row.done()
        where = [self.page.at(row.place(key), row.number) for key in ("many", "one", "share")]
        shares = 1 if middle else max(1, len(values))
        self.found[without, number, criterion.key] = Merged(where[0], where[1], where[2], (len(values), one, shares))
