"""Which sheets of a piece are laid out: those that the office has chosen, and of years at rest what lasts.

A layout is a function of what it is given and of the program. So what was laid out of a year at rest is kept in the
store, under a digest of both: all that is known of the sheets but their views, which only a press reads, and the key of
each. A sheet whose file has been lost is laid out anew.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, dataclass, fields, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from generator import store
from generator.ledger import unchanged
from generator.ledger.answers import fact, written
from generator.piece import Each, Finished, Sheet
from generator.press import materials

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.disclosure import Publication, PublicRound, PublicYear
    from generator.piece import Piece, View
    from generator.store import Store


class Rest:
    """The years that rest, and what answers for a layout of one of them: here, the layout itself.

    `touched` are the paths of their sheets that did not stay as they were.
    """

    def __init__(self, years: frozenset[int] = frozenset()) -> None:
        """Let some years rest."""
        self.years = years
        self.touched: list[str] = []

    def recall(self, _: Piece[Any], lay_out: Each, given: PublicRound | PublicYear) -> Iterable[Sheet]:
        """Return the sheets that a layout makes of what it is given."""
        return lay_out.one(given)

    def note(self, sheet: Sheet) -> None:
        """Note that something was done for a sheet, whichever year it is of."""
        if sheet.year in self.years:
            self.touched.append(sheet.path)


AWAKE = Rest()
"""Nothing rests."""


def chosen(piece: Piece[Any], source: Publication | Finished, rest: Rest = AWAKE) -> Iterator[Sheet]:
    """Lay a piece out, and yield the sheets that the office has made: those of the sets that it has chosen.

    Of the years that rest only what lasts is made.
    """
    seen = source.publication if isinstance(source, Finished) else source
    if not seen.organisation.wants(piece.use.helper, piece.sets):
        return
    for sheet in _laid_out(piece, source, seen, rest):
        if seen.organisation.wants((sheet.use or piece.use).helper, sheet.sets):
            yield sheet


def _laid_out(piece: Piece[Any], source: Publication | Finished, seen: Publication, rest: Rest) -> Iterator[Sheet]:
    """Lay out what belongs to no round, each round that is awake, and what lasts of those at rest.

    A layout that is not made a round at a time is given all that it may speak of.
    """
    lay_out, at_rest = piece.lay_out, piece.at_rest or piece.lay_out
    if not isinstance(lay_out, Each):
        yield from lay_out(source if piece.lasts else _awake(source, seen, rest))
        return
    yield from lay_out.whole(source)
    for given in lay_out.given(seen):
        if given.year not in rest.years:
            yield from lay_out.one(given)
        elif piece.lasts and isinstance(at_rest, Each):
            yield from rest.recall(piece, at_rest, given)


def _awake(source: Publication | Finished, seen: Publication, rest: Rest) -> Publication | Finished:
    rounds = tuple(each for each in seen.rounds if each.year not in rest.years)
    awake = replace(seen, rounds=rounds)
    return replace(source, publication=awake) if isinstance(source, Finished) else awake


_FACTS = {each.name: each.default for each in fields(Sheet) if each.name not in {"view", "faults"}}
"""Every fact of a sheet that is kept, with the value that it mostly has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Sheet):
    """A sheet whose bytes have the key `key` in the store.

    Where it was laid out by an earlier build, its view is empty, unless it is the picture of a link, and `again` lays
    it out.
    """

    key: str
    again: Callable[[], Sheet] | None = None


def key_of(piece: Piece[Any], sheet: Sheet) -> str:
    """Return the key of a sheet's bytes in the store."""
    return sheet.key if isinstance(sheet, Known) else materials.key_of_sheet(piece, sheet.view)


def whole(sheet: Sheet) -> Sheet:
    """Return a sheet with its view."""
    return sheet.again() if isinstance(sheet, Known) and sheet.again else sheet


class Layouts(Rest):
    """The layouts of one build's years at rest, in the store of its sheets."""

    def __init__(self, years: frozenset[int], kept: Store) -> None:
        """Use a store."""
        super().__init__(years)
        self._store = kept
        self._digests: dict[int, tuple[PublicRound | PublicYear, str]] = {}

    def recall(self, piece: Piece[Any], lay_out: Each, given: PublicRound | PublicYear) -> Iterable[Sheet]:
        """Return the sheets that a layout makes of what it is given."""
        about = store.key_of("laid out", _program(), piece.name, materials.of_piece(piece), self._digest(given))
        kept = self._store.get(about)
        if kept is not None:
            return [_known(facts, key, view, partial(_again, lay_out, given)) for facts, key, view in json.loads(kept)]
        sheets = list(lay_out.one(given))
        for sheet in sheets:
            self.note(sheet)
        if any(sheet.faults for sheet in sheets):
            return sheets
        keys = [materials.key_of_sheet(piece, sheet.view) for sheet in sheets]
        said = [[_facts(sheet), key, _described(sheet)] for sheet, key in zip(sheets, keys, strict=True)]
        self._store.put(about, json.dumps(said, ensure_ascii=False).encode())
        return [_laid(sheet, key) for sheet, key in zip(sheets, keys, strict=True)]

    def _digest(self, given: PublicRound | PublicYear) -> str:
        """Return a digest of all that a layout is given: every fact of it stands in its `repr`, in a fixed order."""
        _, found = self._digests.get(id(given)) or (None, "")
        if not found:
            found = store.key_of(repr(given))
            self._digests[id(given)] = (given, found)  # which keeps it, so that no other gets its id
        return found


@cache
def _program() -> str:
    """Return a digest of what every layout is made from besides what it is given: the program and its packages."""
    return store.key_of(sorted(unchanged.program().items()))


def _facts(sheet: Sheet) -> dict[str, object]:
    """Return what is known of a sheet besides its view, as JSON."""
    facts = {name: getattr(sheet, name) for name in _FACTS}
    return {name: written(value) for name, value in facts.items() if _FACTS[name] is MISSING or value != _FACTS[name]}


def _described(sheet: Sheet) -> View:
    """Return of the picture of a link its view, by which pages describe it; of all other sheets, nothing."""
    return sheet.view if sheet.shared_by else {}


def _known(facts: dict[str, object], key: str, view: View, again: Callable[[str], Sheet]) -> Known:
    told = {name: fact(value) for name, value in facts.items()}
    return Known(**told, view=view, key=key, again=partial(again, told["path"]))


def _laid(sheet: Sheet, key: str) -> Known:
    return Known(**{name: getattr(sheet, name) for name in (*_FACTS, "view")}, key=key)


def _again(lay_out: Each, given: PublicRound | PublicYear, path: str) -> Sheet:
    return next(sheet for sheet in lay_out.one(given) if sheet.path == path)
