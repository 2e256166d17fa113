"""Where a form is: a page of a year and which entry of its list, and what a file says there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.desk import standin
from generator.desk.pages import CONSENT, PEOPLE, entry_kind

if TYPE_CHECKING:
    from generator.amending.hand import Value
    from generator.amending.held import Opened
    from generator.desk.pages import Page
    from generator.reading import schema


class Spot(NamedTuple):
    """A page of a year, and which entry of its list."""

    page: Page
    year: int
    entry: int | None

    @property
    def path(self) -> str:
        """What the names of the form's fields begin with."""
        return "" if self.entry is None else f"{self.page.listed}.{self.entry}."

    @property
    def group(self) -> type[schema.Written]:
        """The group of keys that the form shows."""
        return self.page.kind if self.entry is None else entry_kind(self.page)

    @property
    def keys(self) -> tuple[str, ...]:
        """Which of the group's keys it shows."""
        return self.page.keys if self.entry is None else tuple(self.group.model_fields)

    @property
    def is_person(self) -> bool:
        """Whether the form is one winner's."""
        return self.page.word == PEOPLE and self.entry is not None

    def entries(self, opened: Opened) -> list[Value]:
        """Return the entries of the page's list as a file has them."""
        listed = "winners" if self.page.word == CONSENT else self.page.listed
        found = opened.said.get(listed) if isinstance(opened.said, dict) else None
        return found if isinstance(found, list) else []

    def written(self, opened: Opened) -> Value:
        """Return what a file says where the form is, None for a new entry."""
        if self.entry is None:
            return opened.said
        entries = self.entries(opened)
        return entries[self.entry] if self.entry < len(entries) else None

    def person(self, said: Value) -> str:
        """Return the id of the person whose page this is, or the one that stands in for it."""
        if not self.is_person or self.entry is None or not isinstance(said, dict):
            return ""
        return str(said.get("id") or "") or standin.person_id(self.entry)
