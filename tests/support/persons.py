"""Who stands on a sheet, found by searching what it shows, to check what pieces declare; holds no assertion.

A winner is `<year>/<id>` here. Somebody suppressed is on no sheet, and is not searched for.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from generator.disclosure import Standing, together
from generator.model import key_of
from generator.piece import finished_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Records, Winner
    from generator.piece import Sheet

LONG_ENOUGH = 16
"""How many letters a phrase has that two people's stories hardly ever share."""


class Known(NamedTuple):
    """What identifies a winner: names, as parts that must all be there; the photo; phrases of the texts."""

    key: str
    names: tuple[tuple[str, ...], ...]
    digest: str
    phrases: tuple[str, ...]


class Persons:
    """Everybody in the records who may be on a sheet."""

    def __init__(self, records: Records) -> None:
        """Search for the winners of `records`."""
        self._known = [
            _known(key_of(award_round.programme.year, winner), winner)
            for award_round in records.rounds
            for winner in award_round.winners
            if winner.suppressed is None
        ]

    def on(self, sheet: Sheet) -> Standing:
        """Return who stands on a sheet."""
        said = f"{sheet.title} {json.dumps(sheet.view, ensure_ascii=False)}"
        digests = {rendition.digest for rendition in sheet.renditions}
        people = [one for one in self._known if any(all(part in said for part in name) for name in one.names)]
        portrayed = [one for one in people if one.digest in digests or any(phrase in said for phrase in one.phrases)]
        return together(Standing(_keys(people), _keys(portrayed)), *_sketched(sheet))


def _sketched(sheet: Sheet) -> Iterator[Standing]:
    """Yield who stands on the finished files that a sheet shows in small."""
    drawn = {sketch["source"] for sketch in sheet.view.get("sketches", ())}
    for entry in sheet.looks_into:
        if finished_name(entry.sha256) in drawn:
            yield Standing(entry.people, entry.portrayed)


def _known(key: str, winner: Winner) -> Known:
    name = winner.name
    words = f"{winner.citation} {winner.story} {winner.quote}".split()
    front = name.full.removesuffix(name.last).rstrip()
    return Known(
        key,
        ((name.full,), (f'"{front}"', f'"{name.last}"')),
        winner.photo.picture.digest if winner.photo else "",
        tuple(json.dumps(word, ensure_ascii=False)[1:-1] for word in words if len(word) >= LONG_ENOUGH),
    )


def _keys(known: list[Known]) -> tuple[str, ...]:
    return tuple(sorted(one.key for one in known))
