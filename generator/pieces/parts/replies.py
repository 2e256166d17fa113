"""Which channel and place brought how many replies, as rows of a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.thai.figures import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.disclosure import Brought
    from generator.piece import View


def rows(found: Iterable[Brought]) -> list[View]:
    """Return figures as rows of a chart, with widths out of 100 for the widest bar; what is left over has no bar."""
    groups = list(found)
    most = max((group.replies for group in groups if not group.rest), default=1)
    return [{**_row(group, most), "of": [_row(part, most) for part in group.of]} for group in groups]


def _row(one: Brought, most: int) -> View:
    width = None if one.rest else round(100 * one.replies / most, 1)
    return {"name": one.name, "replies": count(one.replies), "width": width}
