"""Doubts about the office's colours: any two will do, but two that look like one leave nothing to stand out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.palette import ALIKE, distance
from generator.reading import colours
from generator.reading.tree import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.reading.doubts.opened import Opened, Told


def alike(opened: Opened) -> Iterator[Told]:
    """Doubt an accent that nobody tells from the primary colour."""
    if opened.office is None:
        return
    own = opened.office.value.colours
    if distance(own.primary, own.accent) < ALIKE:
        yield opened.office, Fault(("colours", "accent"), colours.alike(own.primary, own.accent), warning=True)
