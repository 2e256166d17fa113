"""Drafts as forms offer them: kept while somebody types, taken up or thrown away when the form is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.amending.drafts import Differences, of_value
from generator.amending.unsaved import Drawer, Unsaved, rebased
from generator.desk import labels
from generator.desk.fields import title_of
from generator.desk.guard import unguessable
from generator.desk.pages import BY_WORD
from generator.desk.spot import Spot
from generator.thai.dates import moment_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.amending.drafts import Draft
    from generator.amending.held import Held, Opened
    from generator.amending.said import Known
    from generator.problems import Text

_IDENTITIES: Final = ("id", "key", "number")
"""Keys by which an entry is found again after others came or went."""


class Drafts:
    """The drafts of one desk."""

    def __init__(self, held: Held, known: Callable[[int], Known]) -> None:
        """Keep them in the project's workshop, in files of this desk; `known` are the words of a year's records."""
        self._held, self._known = held, known
        self._drawer = Drawer(held.workshop, unguessable()[:8])

    def keep(self, spot: Spot, opened: Opened, draft: Draft) -> str:
        """Keep what was typed into a form that was opened on a file, and return its name.

        What says nothing else than the file is no draft.
        """
        written = spot.written(opened)
        base = {key: each for key, each in written.items() if key in spot.keys} if isinstance(written, dict) else None
        typed = {key: each for key, each in draft.items() if key in spot.keys}
        if next(self._differences(spot).of(spot.group, base, typed, keys=spot.keys), None) is None:
            self.done(spot)
            return ""
        at = moment_text(self._held.moment())
        return self._drawer.keep(Unsaved(spot.page.word, spot.year, spot.entry, at, opened.digest, base, typed))

    def _differences(self, spot: Spot) -> Differences:
        return Differences(self._known(spot.year))

    def done(self, spot: Spot) -> None:
        """Forget what was kept of a form: it is saved."""
        self._drawer.done(spot.page.word, spot.year, spot.entry)

    def drop(self, name: str) -> None:
        """Throw a draft away."""
        self._drawer.drop(name)

    def offered(self, spot: Spot, opened: Opened) -> list[dict[str, Text | str]]:
        """Return the drafts of a form, by their names and when they were typed."""
        return [
            {"name": name, "said": labels.typed_at(each.at)}
            for name, each in self._drawer.kept(spot.page.word, spot.year).items()
            if _entry(spot, each, opened) == spot.entry
        ]

    def take(self, spot: Spot, opened: Opened, name: str) -> tuple[Draft, list[Text]] | None:
        """Return a draft on the file as it is now, and what is to be said of it; None where there is none."""
        found = self._drawer.kept(spot.page.word, spot.year).get(name)
        if found is None:
            return None
        draft = rebased(self._differences(spot), spot.group, found, of_value(spot.group, spot.written(opened)))
        kept = self.keep(spot, opened, draft)
        if kept and kept != name:
            self._drawer.drop(name)
        moved = found.digest != opened.digest
        return draft, [labels.DRAFT_TAKEN, *([labels.DRAFT_MOVED] if moved else [])]

    def all(self, year: int) -> list[dict[str, Text | str]]:
        """Return every draft of a year with the way to its form."""
        rows = list[dict[str, "Text | str"]]()
        for each in self._drawer.kept(None, year).values():
            page = BY_WORD.get(each.page)
            if page is None:
                continue
            spot = Spot(page, year, each.entry)
            entry = _entry(spot, each, self._held.take(page.file(year)))
            name = title_of(each.draft) if entry is not None else ""
            title = labels.joined(page.title, *([name] if name else []), between=" · ")
            way = f"/{year}/{page.word}/{'' if entry is None else f'{entry}/'}"
            rows.append({"title": title, "said": labels.typed_at(each.at), "way": way})
        return rows


def _entry(spot: Spot, unsaved: Unsaved, opened: Opened) -> int | None:
    """Return where an entry is by now, which is after all others if it is new or gone."""
    if unsaved.entry is None:
        return None
    entries = [each for each in spot.entries(opened) if isinstance(each, dict)]
    if unsaved.base is None:
        return len(entries)
    key = next((key for key in _IDENTITIES if unsaved.base.get(key)), None)
    if key is None:
        return min(unsaved.entry, len(entries))
    found = [at for at, each in enumerate(entries) if each.get(key) == unsaved.base[key]]
    return unsaved.entry if unsaved.entry in found else next(iter(found), len(entries))
