"""Rows of lists that are within the entries of another list: whose each is, on the way out and on the way back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.amending.said import at
from generator.thai.digits import to_arabic
from generator.workbook.opening import Fault
from generator.workbook.sheets import shown
from generator.workbook.wording import UNFILLED, no_owner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.amending.hand import Value
    from generator.workbook.opening import Page, Row
    from generator.workbook.sheets import Sheet


def rows(sheet: Sheet, entries: Sequence[Value]) -> list[list[str]]:
    """Return what the cells say of all entries of the lists within some entries, whose each is first."""
    return [
        [owner, *(shown(column, each) for column in sheet.columns[1:])]
        for owner, entry in zip(owners(sheet, entries), entries, strict=True)
        for each in _listed(at(entry, sheet.inner))
    ]


def owners(sheet: Sheet, entries: Sequence[Value]) -> list[str]:
    """Return what each entry is called by its rows; of several of one key the second has the number 2 behind it."""
    key = sheet.owner.keys[-1] if sheet.owner else ""
    seen, called = Counter[str](), list[str]()
    for entry in entries:
        name = _plain(str(at(entry, (key,)) or ""))
        seen[name] += 1
        called.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return called


def by_owner(page: Page, entries: Sequence[Value], around: str, faults: list[Fault]) -> list[list[Row]]:
    """Return the rows of each entry, and tell which belong to none; `around` is the sheet of the entries."""
    places = {name: number for number, name in enumerate(owners(page.sheet, entries)) if name}
    found: list[list[Row]] = [[] for _ in entries]
    heading = page.sheet.owner.heading if page.sheet.owner else ""
    for row in page.rows:
        cell = row.cells.get(heading)
        name = _plain(cell.text) if cell else ""
        if name in places:
            found[places[name]].append(row)
        elif cell or heading not in page.places:
            saying = no_owner(name, around) if name else UNFILLED
            faults.append(Fault(page.title, row.number, page.places.get(heading), heading, saying))
    return found


def _plain(written: str) -> str:
    return " ".join(to_arabic(written).split())


def _listed(value: Value) -> list[Value]:
    return value if isinstance(value, list) else []
