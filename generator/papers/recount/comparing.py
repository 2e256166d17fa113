"""A line of the steps from its total to its place: the digits by which nominees are compared, rule by rule.

What is compared becomes digits in a text, since a spreadsheet compares fifteen of them in a number and no more. Where
figures are compared exactly, as many digits are taken as two figures of this round could need to differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.model import CITIZENS, JOINT, VOTE
from generator.papers.recount import labels
from generator.papers.recount.figures import FULL, Figures
from generator.papers.recount.grid import EXACT, floored, text
from generator.papers.recount.inputs import tie_words, what

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_DIGITS: Final = 6


class Digits(NamedTuple):
    """How many digits of a remainder are taken at once, and how often."""

    at_once: int
    times: int


def digits(largest: int) -> Digits:
    """Return how to write fractions of at most `largest` parts so that two that differ are never written alike.

    Raises `ValueError` where a spreadsheet could not hold the remainders: no committee is so large.
    """
    at_once = next((each for each in range(_MOST_DIGITS, 0, -1) if largest * 10**each < EXACT), 0)
    if not at_once:
        message = f"fractions of {largest} parts"
        raise ValueError(message)
    times = 1
    while 10 ** (at_once * times) <= largest**2:
        times += 1
    return Digits(at_once, times)


class Comparing:
    """One nominee beside the others of the same count, whose lines are from `first` to `last`."""

    def __init__(self, figures: Figures, between: tuple[int, int]) -> None:
        """Go on with a line that has its total."""
        self.figures, self.row, self._between = figures, figures.row, between
        self.inputs = figures.inputs
        self.ranked = figures.line.out is None

    def key(self, number: int, beside: Sequence[Comparing]) -> None:
        """Add the digits of the total (0) or, behind those of before, of a rule for ties, counted from 1."""
        row, said = self.row, self._said(number)
        before, sofar = "", ""
        if number:
            before, sofar = f"{row[f'key {number - 1}']}&", str(row.values[f"key {number - 1}"])
            formula, value = self._of_rule(self.inputs.ties[number - 1], said, number, beside)
        else:
            below, parts = row["below"], int(row.values["below"])
            formula, value = self._digits("t", said, below, parts, self._most_parts())
        guarded = f'IF({row["out"]}<>"","",{before}{formula})'
        made = f"{sofar}{value}" if self.ranked else ""
        row.reckon(f"key {number}", labels.KEY.format(of=said), guarded, made, "text")

    def same(self, number: int, beside: Sequence[Comparing]) -> None:
        """Add how many of the category are still written alike."""
        row = self.row
        formula = f'IF({row["out"]}<>"",0,SUMPRODUCT({self._alike(number)}))'
        many = len(self._equal(number, beside))
        row.reckon(f"same {number}", labels.SAME.format(of=self._said(number)), formula, many)

    def place(self, beside: Sequence[Comparing]) -> None:
        """Add the place, whether that is chosen, by which rule it came about, and whether the committee must decide."""
        row, line = self.row, self.figures.line
        last = f"key {len(self.inputs.ties)}"
        better = f"SUMPRODUCT(--({self._here('group')}={row['group']}),--({self._here(last)}>{row[last]}))"
        row.reckon("place", labels.PLACE, f'IF({row["out"]}<>"","",1+{better})', line.place or "", "firm text")
        places = self.inputs.places[self.figures.nominee.category.key]
        within = f'AND({row["out"]}="",{row["place"]}<={places})'
        chosen = f'IF({row["out"]}<>"","",IF({row["place"]}<={places},{text(labels.YES)},""))'
        row.reckon("chosen", labels.CHOSEN, chosen, labels.YES if line.chosen else "", "firm text")
        self._decided_by()
        joint = JOINT in self.figures.plan.ties
        alike = row[f"same {len(self.inputs.ties)}"]
        is_open = self.ranked and not joint and line.chosen and len(self._equal(len(self.inputs.ties), beside)) > 1
        formula = "0" if joint else f"IF({within},IF({alike}>1,1,0),0)"
        row.reckon("open", labels.OPEN, formula, int(is_open))

    def _decided_by(self) -> None:
        row, criteria = self.row, self.figures.plan.criteria
        formula = '""'
        for number, rule in enumerate(self.inputs.ties, 1):
            fewer = f"{row[f'same {number}']}<{row[f'same {number - 1}']}"
            formula = f"IF({fewer},{text(tie_words(criteria, rule))},{formula})"
        if JOINT in self.figures.plan.ties:
            alike = row[f"same {len(self.inputs.ties)}"]
            formula = f"IF({alike}>1,{text(labels.TIE_WORDS[JOINT])},{formula})"
        by = self.figures.line.decided_by
        row.reckon("by", labels.DECIDED_BY, formula, tie_words(criteria, by) if by else "", "text")

    def _said(self, number: int) -> str:
        return what(self.figures.plan.criteria, self.inputs.ties[number - 1]) if number else labels.AFTER_TOTAL

    def _most_parts(self) -> int:
        most = max(said.values[2] for said in self.inputs.said)
        return self.figures.rules.highest * len(self.inputs.members) * FULL * most

    def _of_rule(self, rule: str, said: str, number: int, beside: Sequence[Comparing]) -> tuple[str, str]:
        """Return the digits of a rule for ties, as a formula and as a value."""
        if rule == VOTE:
            return self._of_vote(number - 1, beside)
        if rule == CITIZENS:
            return self._of_citizens(said)
        figures, row, rules = self.figures, self.row, self.figures.rules
        merged = figures.merging.found[*figures.key, rule]
        below, parts = f"{self.inputs.rule['highest']}*{merged.share}", rules.highest * merged.values[2]
        whole, rest = divmod(int(FULL * merged.values[1]), parts)
        above = f"{FULL}*{merged.one}"
        row.reckon(f"{rule} whole", f"{said} {labels.VOICE_WHOLE}", floored(above, below), whole)
        row.reckon(f"{rule} rest", f"{said} {labels.VOICE_REST}", f"{above}-{row[f'{rule} whole']}*{below}", rest)
        figures.printed(rule, f"{said} {labels.VOICE_PRINTED}", f"({below})", parts)
        return self._digits(rule, said, f"({below})", parts, rules.highest * len(self.inputs.members))

    def _of_citizens(self, said: str) -> tuple[str, str]:
        """Return the digits of the citizens' percent behind a 1; whoever has none comes last, with noughts."""
        of, _, parts = self.inputs.said[self.figures.key.number - 1].values
        most = max(each.values[2] for each in self.inputs.said)
        below = self.inputs.said[self.figures.key.number - 1].below
        formula, value = self._digits("v", said, below, parts, most)
        noughts = "0" * (len(value) + 1)
        return f"IF({self.row['of']}=0,{text(noughts)},{text('1')}&{formula})", f"1{value}" if of else noughts

    def _of_vote(self, number: int, beside: Sequence[Comparing]) -> tuple[str, str]:
        """Return the order that the committee gave to exactly those who are equal, the first highest; 00 for none."""
        row, formula, order = self.row, "0", 0
        equal = {each.figures.nominee.id for each in self._equal(number, beside)}
        decisions = self.inputs.selection.decisions
        for place, decision in reversed([*enumerate(decisions)]):
            mine, all_of = self.inputs.decided[self.figures.key.number - 1][place], self.inputs.decided_between(place)
            many = f'COUNTIF({all_of},">0")'
            these = f"SUMPRODUCT({self._alike(number)},--({all_of}>0))"
            holds = f"AND({mine}>0,{row[f'same {number}']}={many},{these}={many})"
            fits = equal == set(decision.order)
            mine_first = len(decision.order) - decision.order.index(self.figures.nominee.id) if fits else 0
            row.reckon(
                f"vote {number} {place}",
                labels.BY_VOTE.format(number=place + 1),
                f"IF({holds},{many}-{mine}+1,0)",
                mine_first,
            )
            formula = f"IF({row[f'vote {number} {place}']}>0,{row[f'vote {number} {place}']},{formula})"
            order = mine_first or order
        return f'TEXT({formula},"00")', f"{order:02}"

    def _digits(self, of: str, said: str, below: str, parts: int, largest: int) -> tuple[str, str]:
        """Return a figure's digits as a formula and as a value: its hundredths, or all of it where it counts whole."""
        row = self.row
        if not self.figures.exact:
            return f'TEXT({row[f"{of} printed"]},"00000")', f"{row.values[f'{of} printed']:05}"
        at_once, times = digits(largest)
        formula, value = f'TEXT({row[f"{of} whole"]},"000")', f"{row.values[f'{of} whole']:03}"
        rest = f"{of} rest"
        for number in range(1, times + 1):
            above = f"{row[rest]}*{10**at_once}"
            came, left = divmod(int(row.values[rest]) * 10**at_once, parts)
            part, rest = f"{of} digits {number}", f"{of} rest {number}"
            row.reckon(part, labels.DIGITS.format(of=said, number=number), floored(above, below), came)
            row.reckon(rest, labels.REST.format(of=said, number=number), f"{above}-{row[part]}*{below}", left)
            formula += f'&TEXT({row[part]},"{"0" * at_once}")'
            value += f"{came:0{at_once}}"
        return formula, value

    def _here(self, key: str) -> str:
        """Return the addresses of a column of this count."""
        page = self.row.page
        return page.between(self.row.place(key), *self._between, of=page)

    def _alike(self, number: int) -> str:
        row, key = self.row, f"key {number}"
        return f"--({self._here('group')}={row['group']}),--({self._here(key)}={row[key]})"

    def _equal(self, number: int, beside: Sequence[Comparing]) -> list[Comparing]:
        """Return who of the category is written alike so far, oneself included; nobody for one without a place."""
        key, mine = f"key {number}", self.figures.nominee.category
        return [
            each
            for each in beside
            if self.ranked
            and each.ranked
            and each.figures.nominee.category == mine
            and each.row.values[key] == self.row.values[key]
        ]
