"""For what somebody was chosen, in the words of a result: the group of staff, and the place that may be shared."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.model import Category


class Honour(NamedTuple):
    """For what somebody was chosen: the group of staff and the place in it, which others may share."""

    category: Category
    place: int
    joint: bool
    total: Decimal | None = None

    @property
    def rank(self) -> int | None:
        """The place, if the group has several or others share it."""
        return self.place if self.category.places > 1 or self.joint else None

    @property
    def place_text(self) -> str:
        """The place in words, such as อันดับที่ 1 ร่วม; "" where there is only one."""
        return f"อันดับที่ {self.place}{' ร่วม' if self.joint else ''}" if self.rank else ""

    @property
    def text(self) -> str:
        """The group of staff with the place in it."""
        return f"{self.category.name} {self.place_text}".rstrip()
