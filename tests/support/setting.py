"""Marked texts set on paper as a sheet sets them, and what the cutter says of them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from generator import typefaces
from generator.press.typeset import typeset
from generator.thai import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.gold_set import Item

# A sheet's texts are cut for the faces that its source names, and the library need not use every face that there is.
SHEET: Final = (
    f"// In {', '.join(typefaces.FACES)}.".encode()
    + b"""
#show: sheet.with(margin: 8mm)
#set page(width: 190mm, height: auto)
#for (number, width) in view.widths.enumerate() {
  if number > 0 { pagebreak() }
  stack(spacing: 2mm, ..view.items.map(item => column(width * 1mm, (words(
    item.text, view.size, how: if item.kind == "title" { balanced } else { running },
  ) + (face: view.face),))))
}
"""
)


def view_of(title: str) -> dict[str, Any]:
    """Return the least that a view must hold to be set: nobody's name is known, and nothing is on it."""
    return {
        "title": title,
        "sample": False,
        "embargo": None,
        "timestamp": 1,
        "organisation": {"name": "อบต.ทดสอบ"},
        "colours": {"primary": "#00565b", "accent": "#a34a00"},
        "names": [],
    }


def pressed(texts: tuple[Item, ...], face: str, widths: tuple[int, ...], size: float = 14) -> bytes:
    """Return the texts in a face and a size in points, one page for each width in millimetres.

    Nobody's name is known beforehand but those in braces.
    """
    view = {
        **view_of("ปลายบรรทัด"),
        "names": sorted({name for item in texts for name in item.names}, key=lambda name: (-len(name), name)),
        "items": [{"text": item.text, "kind": item.kind} for item in texts],
        "widths": list(widths),
        "face": face.lower(),
        "size": size,
    }
    with TemporaryDirectory() as pictures:
        return typeset(SHEET, view, Path(pictures))


def forbidden(texts: tuple[Item, ...]) -> Iterator[str]:
    """Yield where the cutter permits a line end that a person forbids; no letter may be lost on the way."""
    for item in texts:
        atoms = lines.atoms(item.text, item.names)
        assert "".join(atom.text for atom in atoms) == item.text
        place = 0
        for atom in atoms[:-1]:
            place += len("".join(atom.text.split()))
            if place not in item.may_end:
                yield f"{item.place}: after {atom.text}"
