"""At which cell a fault stands that the door finds in the records: its path leads to a sheet, a row and a column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.reading import wording
from generator.reading.tree import Saying
from generator.workbook.opening import Fault
from generator.workbook.wording import UNFILLED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.problems import Problem
    from generator.reading.tree import Loc
    from generator.workbook.changes import Listed, Rewritten
    from generator.workbook.opening import Page

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_MISSING = re.compile(r"(.+) (?:is|are) missing")


def placed(problem: Problem, files: Sequence[Rewritten]) -> list[Fault]:
    """Return the cells at which a problem stands; none where the workbook has no cell for it.

    Of several missing keys each has its own. What the door says of a line of YAML is said of a cell.
    """
    loc: Loc = tuple(name or int(number) for name, number in _STEP.findall(problem.field))
    saying = Saying(problem.message, problem.fix)
    locs = [loc]
    if found := _MISSING.fullmatch(problem.message.en):
        keys = found[1].split(", ")
        if wording.missing(keys).message == problem.message:
            locs, saying = [(*loc[:-1], key) for key in keys], UNFILLED
    elif problem.message == wording.empty().message:
        saying = UNFILLED
    return [fault for each in locs for fault in _first(problem.file, each, saying, files)]


def _first(file: str, loc: Loc, saying: Saying, files: Sequence[Rewritten]) -> Iterator[Fault]:
    rows = [pair for each in files if each.file.name == file for pair in each.rows.values()]
    for page, listed in sorted(rows, key=lambda pair: -len(pair[0].sheet.place)):
        fault = _at(loc, saying, page, listed)
        if fault:
            yield fault
            return


def _at(loc: Loc, saying: Saying, page: Page, listed: Sequence[Listed]) -> Fault | None:
    sheet = page.sheet
    if loc[: len(sheet.loc)] != sheet.loc:
        return None
    inner, row, owner = loc[len(sheet.loc) :], page.head, None
    if sheet.inner:
        if inner[1 : 1 + len(sheet.inner)] != sheet.inner:
            return None
        owner, inner = inner[0], inner[1 + len(sheet.inner) :]
    if sheet.many and inner and isinstance(inner[0], int):
        found = next((each for each in listed if (each.owner, each.at) == (owner, inner[0])), None)
        if found is None:
            return None
        row, inner = found.row.number, inner[1:]
    elif not sheet.many and listed:
        row = listed[0].row.number
    keys = tuple(each for each in inner if isinstance(each, str))
    for column in sheet.columns:
        place = page.places.get(column.heading)
        near = column.keys[: len(keys)] == keys or keys[: len(column.keys)] == column.keys
        if keys and place is not None and near:
            return Fault(page.title, row, place, column.heading, saying)
    place, heading = min((place, heading) for heading, place in page.places.items())
    return Fault(page.title, row, place, heading, saying)
