"""The door for `province.yaml`, by which whoever runs a batch says what the site in front of all offices is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator import model
from generator.problems import ProblemsFound
from generator.reading import schema
from generator.reading.record import open_record

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "province.yaml"
USUAL_COLOURS: Final = model.Colours("#0f4c5c", "#8f5a12")


class Province(NamedTuple):
    """Whose the site of all offices is: its name, telephone and address, where it is put, its two colours.

    What is not written is "" or None.
    """

    name: str = ""
    phone: model.Telephone | None = None
    site: str = ""
    target: model.Target | None = None
    colours: model.Colours = USUAL_COLOURS


def province(folder: Path) -> Province:
    """Return what the file in a folder says, and what is usual where there is none; raises `ProblemsFound`."""
    file = folder / NAME
    if not file.is_file():
        return Province()
    record, problems = open_record(file, NAME, schema.Province)
    faults = [problem for problem in problems if not problem.warning]
    if record is None or faults:
        raise ProblemsFound(problems)
    said = record.value
    colours = model.Colours(said.colours.primary, said.colours.accent) if said.colours else USUAL_COLOURS
    return Province(said.name or "", said.phone, said.site or "", said.publish, colours)
