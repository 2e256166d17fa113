"""IronCalc as the other program that reckons a workbook's formulas; asserts nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path


class Reckoned(NamedTuple):
    """A cell with a formula: where it stands, the value that our own workbook shows, and what the program came to."""

    tab: str
    line: int
    place: int
    shown: Any
    came: Any

    @property
    def agrees(self) -> bool:
        """Whether both are one; a mean may differ in its last bit, nothing else may."""
        if isinstance(self.shown, str) or isinstance(self.came, str) or self.came is None:
            return bool(self.shown == (self.came or ""))
        if isinstance(self.shown, int):
            return bool(self.shown == self.came)
        return bool(abs(self.shown - self.came) <= 1e-12 * max(1, abs(self.shown)))


def blank(sheets: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return sheets whose formulas show nothing yet, so that nothing can be read that was not reckoned."""
    return [{**sheet, "lines": [[_blank(cell) for cell in line] for line in sheet["lines"]]} for sheet in sheets]


def _blank(cell: Any) -> Any:
    return {**cell, "value": 0} if isinstance(cell, dict) and "formula" in cell else cell


def from_file(file: Path, sheets: Sequence[Mapping[str, Any]]) -> Iterator[Reckoned]:
    """Yield every formula of a finished workbook, reckoned anew."""
    import ironcalc

    yield from _every(ironcalc.load_from_xlsx(str(file), "en", "UTC", "en"), sheets)


def from_view(sheets: Sequence[Mapping[str, Any]]) -> Iterator[Reckoned]:
    """Yield every formula of a view, typed into an empty workbook: a fifth of the time that a file takes."""
    import ironcalc

    model = ironcalc.create("recount", "en", "UTC", "en")
    for number, sheet in enumerate(sheets):
        if number:
            model.add_sheet(sheet["tab"])
        else:
            model.rename_sheet(0, sheet["tab"])
    for number, sheet in enumerate(sheets):
        for line, cells in enumerate(sheet["lines"], 1):
            for place, cell in enumerate(cells, 1):
                _type(model, (number, line, place), cell)
    yield from _every(model, sheets)


def _type(model: Any, where: tuple[int, int, int], cell: Any) -> None:
    value = cell["value"] if isinstance(cell, dict) else cell
    if isinstance(cell, dict) and "formula" in cell:
        model.update_cell_with_formula(*where, cell["formula"])
    elif isinstance(value, str):
        if value:
            model.update_cell_with_text(*where, value)
    else:
        model.update_cell_with_number(*where, value)


def _every(model: Any, sheets: Sequence[Mapping[str, Any]]) -> Iterator[Reckoned]:
    model.evaluate()
    for number, sheet in enumerate(sheets):
        for line, cells in enumerate(sheet["lines"], 1):
            for place, cell in enumerate(cells, 1):
                if isinstance(cell, dict) and "formula" in cell:
                    yield Reckoned(sheet["tab"], line, place, cell["value"], model.get_cell_value(number, line, place))
