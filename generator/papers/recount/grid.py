"""Cells with addresses: a sheet is filled line by line, and a formula names a cell by where it came to stand.

A formula and the value that it comes to are given together; the value is reckoned here, in whole numbers and fractions,
and never read back from a spreadsheet.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from generator.piece import View

    Value = str | int | float

LETTERS: Final = 26
EXACT: Final = 10**15
"""Spreadsheets hold whole numbers exactly up to sixteen digits and compare fifteen of them."""


@cache
def column(place: int) -> str:
    """Return the letters of a column counted from 0: A, Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def text(value: str) -> str:
    """Return a text as it stands in a formula."""
    return '"' + value.replace('"', '""') + '"'


def floored(above: str, below: str) -> str:
    """Return a formula for the whole part of a quotient of whole numbers that are not below zero.

    Excel's INT takes what lies closer below a whole number than its fifteen digits for that number, so the whole part
    is multiplied back and corrected.
    """
    return f"INT(({above})/({below}))-IF(INT(({above})/({below}))*({below})>({above}),1,0)"


class Page:
    """A sheet that is being filled in; lines are added below each other."""

    def __init__(self, tab: str, wide: list[int], *, aside: bool = False) -> None:
        """Begin a sheet with the width of its columns in letters; the last width is that of all further ones."""
        self.tab, self._wide, self._aside = tab, wide, aside
        self._lines: list[list[Any]] = []
        self._frozen = (0, 0)

    @property
    def line(self) -> int:
        """The number of the next line, counted from 1 as in a spreadsheet."""
        return len(self._lines) + 1

    def say(self, said: str, look: str = "how") -> None:
        """Add a line with one text."""
        self._lines.append([{"value": said, "look": look}])

    def heads(self, *heads: str) -> None:
        """Add a line of headings."""
        self._lines.append([{"value": head, "look": "head"} for head in heads])

    def freeze(self, places: int = 0) -> None:
        """Keep all lines so far, and so many columns, in sight."""
        self._frozen = (len(self._lines), places)

    def add(self, *cells: Any) -> int:  # noqa: ANN401 - a cell is one of three kinds of JSON
        """Add a line of cells, and return its number."""
        self._lines.append(list(cells))
        return len(self._lines)

    def at(self, place: int, line: int, *, of: Page | None = None) -> str:
        """Return the address of a cell, with the sheet's name where it is named on another sheet, `of`."""
        here = f"${column(place)}${line}"
        return here if of is self else f"'{self.tab}'!{here}"

    def between(self, place: int, first: int, last: int, *, of: Page | None = None) -> str:
        """Return the addresses of a column's cells from one line to another."""
        there = f"${column(place)}${first}:${column(place)}${last}"
        return there if of is self else f"'{self.tab}'!{there}"

    def view(self) -> View:
        """Return the sheet as the press takes it."""
        most = max((len(line) for line in self._lines), default=0)
        wide = [self._wide[min(place, len(self._wide) - 1)] for place in range(most)]
        return {
            "tab": self.tab,
            "wide": wide,
            "frozen": list(self._frozen),
            "lines": self._lines,
            "aside": self._aside,
        }


def cell(value: Value, look: str = "text") -> View:
    """Return a cell that holds a value."""
    return {"value": value, "look": look}


def reckoned(formula: str, value: Value, look: str = "whole") -> View:
    """Return a cell that reckons, and what it comes to."""
    return {"formula": f"={formula}", "value": value, "look": look}


class Row:
    """A line whose cells have names, so that a formula can say which of them it takes."""

    def __init__(self, page: Page, number: int = 0) -> None:
        """Begin a line of a sheet: the next one, unless its number is known."""
        self.page, self.number = page, number or page.line
        self.cells: list[Any] = []
        self.heads: list[str] = []
        self.values: dict[str, Value] = {}
        self._places: dict[str, int] = {}

    def put(self, key: str, head: str, made: View) -> None:
        """Add a cell under a heading."""
        self._places[key] = len(self.cells)
        self.cells.append(made)
        self.heads.append(head)
        self.values[key] = made["value"]

    def reckon(self, key: str, head: str, formula: str, value: Value, look: str = "whole") -> None:
        """Add a cell that reckons."""
        self.put(key, head, reckoned(formula, value, look))

    def __getitem__(self, key: str) -> str:
        """Return the address of a cell on its own sheet."""
        return self.page.at(self._places[key], self.number, of=self.page)

    def place(self, key: str) -> int:
        """Return the column of a cell, counted from 0."""
        return self._places[key]

    def done(self) -> None:
        """Add the line to its sheet."""
        self.page.add(*self.cells)
