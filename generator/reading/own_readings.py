"""How an office's own short forms are said, also where the rest of its records cannot be read yet."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from generator.reading import schema
from generator.reading.bases import open_shared
from generator.reading.folder import ORGANISATION

if TYPE_CHECKING:
    from pathlib import Path

    from generator import model


def own_readings(project: Path) -> model.Readings:
    """Return the readings of a project's office; none where there are none, or none that can be read."""
    record = open_shared(project, ORGANISATION, schema.Organisation)
    if record is not None:
        with suppress(schema.Unread):
            return readings(record.value)
    return ()


def readings(written: schema.Organisation) -> model.Readings:
    """Return how the office's own short forms are said; อ. before its own district is อำเภอ and no teacher's title."""
    own = tuple((each.written, each.say) for each in written.readings)
    district = written.address.district
    return (*own, (f"อ.{district}", f"อำเภอ{district}"), (f"อ. {district}", f"อำเภอ{district}"))
