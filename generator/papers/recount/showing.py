"""The sheets that are read: the result, what would change without a member, and how far members lie apart."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.papers.recount import labels
from generator.papers.recount.figures import Key
from generator.papers.recount.grid import Page, Row, cell, reckoned, text

if TYPE_CHECKING:
    from generator.papers.recount.inputs import Inputs
    from generator.papers.recount.steps import Steps


def result(inputs: Inputs, steps: Steps, title: str) -> Page:
    """Return the result in the order of categories and places, with whether it holds."""
    page = Page(labels.RESULT, [28, 10, 36, 14, 14, 14, 28, 30])
    page.say(title, "title")
    page.say(labels.INSIDE, "part")
    for said in labels.HOW[labels.RESULT]:
        page.say(said)
    found = steps.counts[0]
    missing = f"IF({inputs.rule['came']}>={inputs.rule['quorum']},{text(labels.QUORUM_THERE)}"
    there = labels.QUORUM_THERE if len(found.members) >= found.quorum else labels.QUORUM_MISSING
    quorum = reckoned(f"{missing},{text(labels.QUORUM_MISSING)})", there, "firm text")
    page.add(labels.QUORUM_IS, "", quorum)
    first = steps.rows[Key(0, 1)]
    last = first.number + len(inputs.selection.nominees) - 1
    still = steps.page.between(first.place("open"), first.number, last)
    is_open = f"IF(SUM({still})=0,{text(labels.TIES_NONE)},{text(labels.TIES_OPEN)})"
    page.add(labels.TIES_ARE, "", reckoned(is_open, labels.TIES_OPEN if found.open else labels.TIES_NONE, "firm text"))
    page.heads(
        labels.CATEGORY,
        labels.PLACE,
        labels.WHO,
        labels.TOTAL,
        labels.SATISFACTION,
        labels.CHOSEN,
        labels.DECIDED_BY,
        labels.OUT,
    )
    page.freeze()
    numbers = {each.id: number for number, each in enumerate(inputs.selection.nominees, 1)}
    for line in found.lines:
        number = numbers[line.nominee.id]
        row = steps.rows[Key(0, number)]
        percent = inputs.said[number - 1].percent
        voice = float(line.voice.percent) if line.voice else ""
        page.add(
            line.nominee.category.name,
            _shown(steps, row, "place", "firm text"),
            line.nominee.name.full,
            _shown(steps, row, "total", "firm"),
            reckoned(f"{percent}", voice, "figure"),
            _shown(steps, row, "chosen", "firm text"),
            _shown(steps, row, "by", "text"),
            _shown(steps, row, "out", "text"),
        )
    return page


def without(inputs: Inputs, steps: Steps) -> Page:
    """Return what changes where one member is left out, a pair of columns a member."""
    members = (0, *inputs.members)
    page = Page(labels.WITHOUT, [26, 34, *[13] * 2 * len(members)])
    for said in labels.HOW[labels.WITHOUT]:
        page.say(said)
    names = [labels.WITHOUT_MEMBER.format(number=member) if member else labels.NOW for member in members]
    heads = [f"{name} {what}" for name in names for what in (labels.TOTAL, labels.PLACE)]
    numbers = range(1, len(inputs.selection.nominees) + 1)
    page.add(labels.RESULT_IS, "", *[part for member in members for part in _changes(steps, member, numbers)])
    page.heads(labels.CATEGORY, labels.WHO, *heads)
    page.freeze(2)
    for number in numbers:
        nominee = inputs.selection.nominees[number - 1]
        shown = []
        for member in members:
            row = steps.rows[Key(member, number)]
            shown += [_shown(steps, row, "total", "figure"), _shown(steps, row, "place", "firm text")]
        page.add(nominee.category.name, nominee.name.full, *shown)
    return page


def _changes(steps: Steps, member: int, numbers: range) -> list[object]:
    """Return whether others would be chosen without a member, and an empty cell beside it."""
    if not member:
        return ["", ""]
    columns = []
    for each in (0, member):
        row = steps.rows[Key(each, 1)]
        columns.append(steps.page.between(row.place("chosen"), row.number, row.number + len(numbers) - 1))
    formula = f"IF(SUMPRODUCT(--({columns[0]}<>{columns[1]}))>0,{text(labels.CHANGED)},{text(labels.UNCHANGED)})"
    before, after = ([steps.rows[Key(each, number)].values["chosen"] for number in numbers] for each in (0, member))
    return [reckoned(formula, labels.CHANGED if before != after else labels.UNCHANGED, "firm text"), ""]


def spread(inputs: Inputs) -> Page:
    """Return what each member gave each nominee, of 100, with how far these lie apart."""
    page = Page(labels.SPREAD, [8, 34, *[11] * len(inputs.members), 11, 11, 11, 11])
    for said in labels.HOW[labels.SPREAD]:
        page.say(said)
    every = [labels.OF_MEMBER.format(number=member) for member in inputs.members]
    page.heads(labels.NUMBER, labels.WHO, *every, labels.LOWEST, labels.HIGHEST, labels.RANGE, labels.MEAN)
    page.freeze(2)
    shares: dict[tuple[int, int], Fraction] = {}
    first = page.line
    for number, nominee in enumerate(inputs.selection.nominees, 1):
        row = Row(page)
        row.put("number", "", cell(number, "whole"))
        row.put("who", "", cell(nominee.name.full))
        for member in inputs.members:
            formula, share = _share(inputs, member, number)
            shares |= {} if share is None else {(member, number): share}
            row.reckon(str(member), "", formula, "" if share is None else float(share), "figure")
        given = [shares[member, number] for member in inputs.members if (member, number) in shares]
        between = f"{row[str(inputs.members[0])]}:{row[str(inputs.members[-1])]}"
        figures = (
            (f"MIN({between})", min(given, default=None)),
            (f"MAX({between})", max(given, default=None)),
            (f"MAX({between})-MIN({between})", max(given) - min(given) if given else None),
            (f"AVERAGE({between})", sum(given, Fraction(0)) / len(given) if given else None),
        )
        for key, (formula, value) in enumerate(figures):
            guarded = f'IF(COUNT({between})=0,"",{formula})'
            row.reckon(f"of {key}", "", guarded, "" if value is None else float(value), "figure")
        row.done()
    _members(page, inputs, shares, (first, page.line - 1))
    return page


def _share(inputs: Inputs, member: int, number: int) -> tuple[str, Fraction | None]:
    """Return what a member gave a nominee of 100 by the committee's own weights, as formula and as value."""
    given = {each.key: inputs.given[member, number, each.key] for each in inputs.criteria}
    if not given:
        return '""', None
    weighed = "+".join(f"{inputs.weights[key]}*{each.score}" for key, each in given.items())
    weights = "+".join(inputs.weights[key] for key in given)
    counted = "+".join(each.counts for each in given.values())
    formula = f'IF({counted}<{len(given)},"",100*({weighed})/({weights})/{inputs.rule["highest"]})'
    if not all(each.counted for each in given.values()):
        return formula, None
    own = {each.key: each.weight for each in inputs.criteria}
    points = sum((own[key] * Fraction(each.value) for key, each in given.items()), Fraction(0))
    return formula, 100 * points / sum(own.values()) / inputs.programme.tally.highest


def _members(page: Page, inputs: Inputs, shares: dict[tuple[int, int], Fraction], between: tuple[int, int]) -> None:
    """Add each member's mean, and how far it lies from the mean of all who scored the same nominees."""
    mean_of: dict[int, Fraction] = {}
    for number in {number for _, number in shares}:
        given = [share for (_, whom), share in shares.items() if whom == number]
        mean_of[number] = sum(given, Fraction(0)) / len(given)
    means: list[object] = ["", cell(labels.OF_ALL, "firm text")]
    apart: list[object] = ["", cell(labels.DIFFERENCE, "firm text")]
    beside = page.between(5 + len(inputs.members), *between, of=page)
    for member in inputs.members:
        here = page.between(1 + member, *between, of=page)
        own = {number: share for (who, number), share in shares.items() if who == member}
        mean = float(sum(own.values(), Fraction(0)) / len(own)) if own else ""
        means.append(reckoned(f'IF(COUNT({here})=0,"",AVERAGE({here}))', mean, "figure"))
        formula = f'IF(COUNT({here})=0,"",(SUM({here})-SUMIF({here},">=0",{beside}))/COUNT({here}))'
        differences = [share - mean_of[number] for number, share in own.items()]
        value = float(sum(differences, Fraction(0)) / len(own)) if own else ""
        apart.append(reckoned(formula, value, "figure"))
    page.add(*means)
    page.add(*apart)


def _shown(steps: Steps, row: Row, key: str, look: str) -> object:
    """Return a cell that shows one of the steps."""
    return reckoned(steps.page.at(row.place(key), row.number), row.values[key], look)
