"""Who was chosen in other years, found by name and year: the same id and name make one person of both.

It is read from the files as they are, so that an office finds its people while other records still have open fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.amending.drafts import of_value
from generator.desk import labels
from generator.desk.fields import title_of
from generator.reading.folder import WINNERS, WINNERS_OF_YEAR
from generator.reading.schema import Winner
from generator.thai.digits import to_arabic

if TYPE_CHECKING:
    from generator.amending.drafts import Draft
    from generator.amending.hand import Value
    from generator.amending.held import Held
    from generator.problems import Text

_TAKEN: Final = "id", "name", "team", "position", "division"
"""What goes on from year to year; what somebody was chosen for does not, and a consent is asked for anew."""

_MOST: Final = 6
"""How many are named where several are meant."""


class Past(NamedTuple):
    """Somebody as the record of a year tells of them."""

    year: int
    said: dict[str, Value]

    @property
    def called(self) -> str:
        """How a list shows them: name and year."""
        return f"{title_of(self.said)} {self.year}"


def people(held: Held, year: int) -> list[Past]:
    """Return who was chosen in other years and not in this one, each as last told, the newest year first."""
    found = dict[str, Past]()
    here = {str(each.get("id")) for each in _winners(held, year)}
    for other in (each for each in held.years() if each != year):
        for said in _winners(held, other):
            identity = said.get("id")
            if isinstance(identity, str) and identity not in here and not said.get("name_suppressed"):
                found.setdefault(identity, Past(other, said))
    return list(found.values())


def taken(held: Held, year: int, draft: Draft, typed: str) -> list[Text]:
    """Put somebody of another year into a draft, by words of name and year; return what is to be said of it."""
    words = to_arabic(typed).split()
    meant = [each for each in people(held, year) if words and all(word in each.called for word in words)]
    exact = [each for each in meant if each.called.split() == words]
    if len(exact or meant) != 1:
        named = ", ".join(each.called for each in meant[:_MOST])
        return [labels.joined(labels.PAST_MANY, named) if meant else labels.PAST_NONE]
    (found,) = exact or meant
    told = of_value(Winner, found.said)
    draft.update({key: told[key] for key in _TAKEN})
    return [labels.past_taken(found.year)]


def _winners(held: Held, year: int) -> list[dict[str, Value]]:
    said = held.take(f"{WINNERS}/{year}/{WINNERS_OF_YEAR}").said
    listed = said.get("winners") if isinstance(said, dict) else None
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
