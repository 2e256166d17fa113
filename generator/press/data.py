"""Rows for other people's programs: CSV as RFC 4180 has it, in UTF-8 with the mark by which Excel recognises Thai.

Excel runs a cell that begins like a formula, so such a cell gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

from generator.piece import Unpictured, unheard

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.piece import Tell

_FORMULA = re.compile(r"[=+\-@\t\r]")


class Data(Unpictured):
    """The view's `rows` below its `heads`, all of them text."""

    name = "data"

    def materials(self, template: str) -> bytes:
        """Return nothing: besides the source of the presses it depends on the view alone."""
        return b""

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the file."""
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(view["heads"])
        writer.writerows([_inert(cell) for cell in row] for row in view["rows"])
        return out.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


DATA = Data()
