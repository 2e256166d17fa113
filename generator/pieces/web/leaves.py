"""Charts to look at: a leaf for each of a hundred, a dot for each voice, and leaves as large as what they stand for.

They are places and sizes alone: a page draws them, and its style sheet gives the colours. What they show stands in
words or in a table beside them.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate, pairwise
from math import ceil, sqrt
from typing import TYPE_CHECKING

from generator.pieces.parts import frame, replies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.disclosure import Brought
    from generator.model import Programme
    from generator.piece import View

ROW = 10
"""Leaves in a row of a hundred."""

MOST_DOTS = 1500
"""More dots than this would be too small to be seen as one each: then a dot stands for more voices."""

HALF_WAY = 50
"""An axis that begins here or later has a figure for each ten."""

MOST_PEOPLE = 200
"""More people than this are told in words alone."""

WIDE = 2.6
"""How many times as wide as high a field of dots is."""


def runs(counts: Iterable[float], row: int) -> list[list[list[float]]]:
    """Return for each count the rectangles that it takes in rows of cells, left to right and then down.

    A rectangle is x, y, width and height in cells; a count may end within a cell.
    """
    ends = [round(end, 4) for end in accumulate(counts, initial=0.0)]
    return [[*_between(begin, end, row)] for begin, end in pairwise(ends)]


def _between(begin: float, end: float, row: int) -> Iterable[list[float]]:
    while begin < end:
        y, x = divmod(begin, row)
        if x == 0 and end - begin >= row:
            lines = (end - begin) // row
            yield [0, y, row, lines]
            begin += lines * row
        else:
            width = min(row - x, end - begin)
            yield [round(x, 4), y, round(width, 4), 1]
            begin = round(begin + width, 4)


def hundred(percent: str, target: str = "") -> View:
    """Return a percentage as leaves of a hundred, and the place of the leaf with which its target is reached."""
    (got,) = runs([float(Decimal(percent))], ROW)
    last = ceil(Decimal(target)) - 1 if target else 0
    return {"parts": [got], "target": [last % ROW, last // ROW] if target else None}


def axis(chart: View) -> View:
    """Return the axis that all years of a chart share: its round figures, and where each year and target stand on it.

    Places are percentages of its length. It begins below the least of all, since what years differ by is a few.
    `since` is by how much the last year differs from the one before, if there is one.
    """
    least = min(Decimal(row[key]) for row in chart["rows"] for key in ("value", "target"))
    start = max(0, 10 * int((least - 5) // 10))
    places = max(len(row["value"].partition(".")[2]) for row in chart["rows"])
    step = 10 if start >= HALF_WAY else 20

    def place(value: str) -> float:
        return round(100 * float(Decimal(value) - start) / (100 - start), 2)

    values = [Decimal(row["value"]) for row in chart["rows"]]
    return {
        "since": {"by": _signed(values[-1] - values[-2], places), "year": chart["rows"][-2]["year"]}
        if values[1:]
        else None,
        "ticks": [{"value": str(tick), "at": place(str(tick))} for tick in range(start, 101, step)],
        "years": [
            {
                **row,
                "value": f"{Decimal(row['value']):.{places}f}",
                "at": place(row["value"]),
                "to": place(row["target"]),
            }
            for row in chart["rows"]
        ],
    }


def _signed(change: Decimal, places: int) -> str:
    return f"{change:+.{places}f}".replace("-", "\N{MINUS SIGN}") if change else ""


def outcomes(figures: View | None) -> View | None:
    """Return the charts of a programme's outcomes, that of the satisfaction with the leaves of its last year."""
    said = figures and figures["satisfaction"]
    if not figures or not said:
        return figures
    last = said["rows"][-1]
    return {**figures, "satisfaction": {**said, "leaves": hundred(said["last"]["value"], last["target"])}}


def weights(plan: Programme) -> View:
    """Return the criteria, and how they share a hundred leaves; each has the colour of its number.

    What citizens decide comes first: it is what a citizen looks for.
    """
    criteria = sorted(frame.criteria(plan), key=lambda each: not each["citizens"])
    return {"criteria": criteria, "leaves": {"parts": runs([each["weight"] for each in criteria], ROW), "target": None}}


def shares(plan: Programme) -> View:
    """Return how committee and citizens share a hundred leaves; the citizens' come first."""
    heard = plan.citizens_weight
    return {"parts": runs([heard, 100 - heard], ROW), "target": None}


def voices(found: tuple[Brought, ...]) -> View:
    """Return a dot for each voice, in the order and the colour of its way; `rest` has none of its own."""
    total = sum(each.replies for each in found)
    each = 1
    while total / each > MOST_DOTS:
        each *= 10
    row = max(ROW, ceil(sqrt(total / each * WIDE)))
    counts = [one.replies / each for one in found]
    rest = next((n for n, one in enumerate(found) if one.rest), None)
    parts = runs(counts, row)
    return {"row": row, "rows": ceil(total / each / row), "each": each, "parts": parts, "rest": rest, "target": None}


def chosen(few: int, people: int) -> View | None:
    """Return the people of whom a few are chosen, as rows of a drawing; None where they are too many."""
    if not few < people <= MOST_PEOPLE:
        return None
    row = ceil(sqrt(people * 1.4))
    return {"row": row, "rows": ceil(people / row), "few": few, "people": people}


def places(found: tuple[Brought, ...]) -> list[View]:
    """Return the places as leaves, each as large as the number of its voices; `rest` is what is left over."""
    most = max((one.replies for one in found), default=1)
    return [
        {**row, "side": round(sqrt(one.replies / most), 3), "rest": one.rest}
        for row, one in zip(replies.rows(found), found, strict=True)
    ]
