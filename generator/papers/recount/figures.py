"""A line of the steps up to its total: percent of the citizens, numerator and denominator, and who has no place.

A total is a numerator above a denominator, both whole numbers. What is compared is whole, too: the figure's hundredths,
rounded half up, or its whole part and the remainder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.papers.recount import labels
from generator.papers.recount.grid import cell, floored, text

if TYPE_CHECKING:
    from generator.model import Nominee
    from generator.papers.recount.grid import Row
    from generator.papers.recount.inputs import Inputs
    from generator.papers.recount.merging import Merging
    from generator.tally.counting import Count

FULL: Final = 100
_MARK: Final = 10_000
"""The least satisfaction and the least total have four decimals at most."""


class Key(NamedTuple):
    """Which line: the member who is left out, or 0, and the number of the nominee."""

    without: int
    number: int


class Figures:
    """One nominee in one count."""

    def __init__(self, inputs: Inputs, merging: Merging, found: Count, key: Key, row: Row) -> None:
        """Begin the line."""
        self.inputs, self.merging, self.key, self.row = inputs, merging, key, row
        self.plan, self.rules = inputs.programme, inputs.programme.tally
        self.exact = self.rules.compared == "ค่าเต็ม"
        self.nominee: Nominee = inputs.selection.nominees[key.number - 1]
        self.line = found.line(self.nominee.id)

    def fill(self) -> None:
        """Add all cells up to the total."""
        without, number = self.key
        self.row.put("without", labels.LEFT_OUT, cell(without, "whole"))
        self.row.put("number", labels.NUMBER, cell(number, "whole"))
        self.row.put("who", labels.WHO, cell(self.nominee.name.full))
        group = next(n for n, each in enumerate(self.plan.categories, 1) if each == self.nominee.category)
        self.row.put("group", labels.CATEGORY, cell(group, "whole"))
        self._voice()
        self._total()

    def _voice(self) -> None:
        row, said = self.row, self.inputs.said[self.key.number - 1]
        of, above, below = said.values
        row.reckon("of", labels.USED, said.of, of)
        whole, rest = divmod(above, below)
        row.reckon("v whole", labels.VOICE_WHOLE, floored(said.above, said.below), whole)
        row.reckon("v rest", labels.VOICE_REST, f"{said.above}-{row['v whole']}*{said.below}", rest)
        self.printed("v", labels.VOICE_PRINTED, said.below, below)

    def printed(self, of: str, head: str, below: str, value: int) -> None:
        """Add a figure's hundredths, rounded half up: the half is added to the remainder, and both stay whole."""
        row = self.row
        whole, rest = row[f"{of} whole"], row[f"{of} rest"]
        formula = f"{whole}*100+{floored(f'200*{rest}+{below}', f'2*{below}')}"
        came = int(row.values[f"{of} whole"]) * 100 + (200 * int(row.values[f"{of} rest"]) + value) // (2 * value)
        row.reckon(f"{of} printed", head, formula, came)

    def _total(self) -> None:
        row, criteria = self.row, self.inputs.criteria
        merged = {each.key: self.merging.found[*self.key, each.key] for each in criteria}
        first = merged[criteria[0].key] if criteria else None
        row.reckon("many", labels.GAVE, first.many if first else "0", first.values[0] if first else 0)
        row.reckon("share", labels.SHARE, first.share if first else "1", first.values[2] if first else 1)
        terms = [f"{self.inputs.weights[key]}*{FULL}*{each.one}" for key, each in merged.items()]
        weights = {each.key: each.weight for each in self.plan.criteria}
        weighed = sum(weights[key] * FULL * each.values[1] for key, each in merged.items())
        row.reckon("weighed", labels.WEIGHED, "+".join(terms) or "0", int(weighed))
        self._fraction(sum(weights[key] for key in merged), weights, int(weighed))
        self._out_before()
        above, below = int(row.values["above"]), int(row.values["below"])
        whole, rest = divmod(above, below)
        row.reckon("t whole", labels.TOTAL_WHOLE, floored(row["above"], row["below"]), whole)
        row.reckon("t rest", labels.TOTAL_REST, f"{row['above']}-{row['t whole']}*{row['below']}", rest)
        self.printed("t", labels.TOTAL_PRINTED, row["below"], below)
        mark = f"{row['out before']}"
        if self.rules.pass_mark is not None:
            reached = self._reaches("t", "pass_mark", row["below"])
            mark = f'IF({mark}<>"",{mark},IF({reached},"",{text("คะแนนรวมไม่ถึงเกณฑ์")}))'
            row.reckon("out", labels.OUT, mark, self.line.out or "", "text")
        else:
            row.reckon("out", labels.OUT, f'{mark}&""', self.line.out or "", "text")
        total = f'IF({row["out before"]}<>"","",{row["t printed"]}/100)'
        row.reckon(
            "total", labels.TOTAL, total, "" if self.line.total is None else float(self.line.printed or 0), "firm"
        )

    def _fraction(self, others: int, weights: dict[str, int], weighed: int) -> None:
        """Add numerator and denominator of the total; where the citizens' criterion does not count, without it."""
        row, said = self.row, self.inputs.said[self.key.number - 1]
        own = next(each for each in self.plan.criteria if each.citizens)
        highest, share = self.inputs.rule["highest"], row["share"]
        of, p, q = said.values
        full = self.rules.highest * int(row.values["share"])
        with_voice = f"{row['weighed']}*{said.below}+{self.inputs.weights[own.key]}*{said.above}*{highest}*{share}"
        above = weighed * q + weights[own.key] * p * full if of else weighed
        row.reckon("above", labels.TOTAL_ABOVE, f"IF({row['of']}=0,{row['weighed']},{with_voice})", above)
        committee = "+".join(self.inputs.weights[each.key] for each in self.inputs.criteria) or "0"
        every = f"{committee}+{self.inputs.weights[own.key]}"
        below = full * q * (others + weights[own.key]) if of else max(1, full * others)
        formula = f"IF({row['of']}=0,MAX(1,{highest}*{share}*({committee})),{highest}*{share}*{said.below}*({every}))"
        row.reckon("below", labels.TOTAL_BELOW, formula, below)

    def _out_before(self) -> None:
        """Add why somebody has no place, as far as it is known before the total."""
        row, rules = self.row, self.rules
        formula = '""'
        if rules.gate is not None:
            reached = self._reaches("v", "gate", self.inputs.said[self.key.number - 1].below)
            formula = f'IF(OR({row["of"]}=0,{reached}),"",{text("ความพึงพอใจไม่ถึงเกณฑ์")})'
        if rules.too_few != "ไม่คิดข้อนี้":
            formula = f"IF({row['of']}=0,{text('ผู้ตอบน้อยเกินไป')},{formula})"
        if self.inputs.criteria:
            formula = f"IF({row['many']}=0,{text('ไม่มีกรรมการให้คะแนน')},{formula})"
        may = self.inputs.states[self.key.number - 1]
        formula = f"IF({may}<>{text(labels.FIT)},{may},{formula})"
        out = "" if self.line.out in {None, "คะแนนรวมไม่ถึงเกณฑ์"} else str(self.line.out)
        row.reckon("out before", labels.OUT_BEFORE, formula, out, "text")

    def _reaches(self, of: str, rule: str, below: str) -> str:
        """Return a formula that says whether a figure reaches a mark, as figures are compared in this round."""
        row, mark = self.row, self.inputs.rule[rule]
        if not self.exact:
            return f"{row[f'{of} printed']}*100>=ROUND({mark}*{_MARK},0)"
        whole = row[f"{of} whole"]
        part = f"{row[f'{of} rest']}*{_MARK}>=ROUND(({mark}-INT({mark}))*{_MARK},0)*{below}"
        return f"OR({whole}>INT({mark}),AND({whole}=INT({mark}),{part}))"
