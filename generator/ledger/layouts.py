"""What was laid out of a year at rest: kept until anything that it was made from changes.

A layout is a function of what it is given and of the program. So its sheets are kept in the store, under a digest of
both: all that is known of them but their views, which only a press reads, and the key of each. A sheet whose file has
been lost is laid out anew.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, dataclass, fields
from functools import partial
from typing import TYPE_CHECKING, Any

from generator import store
from generator.disclosure import Same
from generator.ledger import unchanged
from generator.ledger.answers import fact, written
from generator.piece import Sheet
from generator.press import materials

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.disclosure import PublicRound, PublicYear
    from generator.piece import Each, Piece, View
    from generator.store import Store

_FACTS = {each.name: each.default for each in fields(Sheet) if each.name not in {"view", "faults"}}
"""Every fact of a sheet that is kept, with the value that it mostly has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Sheet):
    """A sheet that an earlier build laid out: the key of its bytes in the store, and what lays it out again.

    Its view is empty, unless it is the picture of a link.
    """

    key: str
    again: Callable[[], Sheet]


def key_of_sheet(piece: Piece[Any], sheet: Sheet) -> str:
    """Return the key of a sheet's bytes in the store."""
    return sheet.key if isinstance(sheet, Known) else store.key_of("sheet", materials.of_piece(piece), sheet.view)


def with_view(sheet: Sheet) -> Sheet:
    """Return a sheet that a press can make."""
    return sheet.again() if isinstance(sheet, Known) else sheet


class Rest:
    """The years that rest in one build, and what is done for them.

    `touched` are the paths of their sheets that did not stay as they were.
    """

    def __init__(self, years: frozenset[int] = frozenset(), kept: Store | None = None) -> None:
        """Let some years rest; without a store of sheets nothing is kept."""
        self.years = years
        self.touched: set[str] = set()
        self._paths: set[str] = set()
        self._kept = kept
        self._digests: dict[Same[PublicRound | PublicYear], str] = {}

    def note(self, sheet: Sheet) -> None:
        """Note that something was done for a sheet, whichever it is."""
        if sheet.path in self._paths:
            self.touched.add(sheet.path)

    def sheets(self, piece: Piece[Any], lay_out: Each, given: PublicRound | PublicYear) -> Iterable[Sheet]:
        """Return the sheets of a year at rest that a layout makes of what it is given."""
        if self._kept is None:
            return lay_out.one(given)
        made_from = (unchanged.program_at_first(), materials.of_piece(piece), self._digest(given))
        about = store.key_of("laid out", piece.name, *made_from)
        sheets = _read(self._kept.get(about), partial(_again, lay_out, given))
        if sheets is None:
            sheets = list(lay_out.one(given))
            self._keep(about, piece, sheets)
            self.touched |= {sheet.path for sheet in sheets}
        self._paths |= {sheet.path for sheet in sheets}
        return sheets

    def _keep(self, about: str, piece: Piece[Any], sheets: list[Sheet]) -> None:
        """Keep what was laid out, unless a sheet has faults: these are told each time."""
        if self._kept and not any(sheet.faults for sheet in sheets):
            said = [[_facts(sheet), key_of_sheet(piece, sheet), _described(sheet)] for sheet in sheets]
            self._kept.put(about, json.dumps(said, ensure_ascii=False).encode())

    def _digest(self, given: PublicRound | PublicYear) -> str:
        """Return a digest of all that a layout is given: every fact of it stands in its `repr`, in a fixed order."""
        same = Same(given)
        if same not in self._digests:
            self._digests[same] = store.key_of(repr(given))
        return self._digests[same]


AWAKE = Rest()
"""Nothing rests."""


def _facts(sheet: Sheet) -> dict[str, object]:
    """Return what is known of a sheet besides its view, as JSON."""
    facts = {name: getattr(sheet, name) for name in _FACTS}
    return {name: written(value) for name, value in facts.items() if _FACTS[name] is MISSING or value != _FACTS[name]}


def _described(sheet: Sheet) -> View:
    """Return of the picture of a link its view, by which pages describe it; of all other sheets, nothing."""
    return sheet.view if sheet.shared_by else {}


def _read(said: bytes | None, again: Callable[[str], Sheet]) -> list[Sheet] | None:
    """Return the sheets that were kept, None where there are none; another version said it in another form."""
    try:
        kept = json.loads(said or b"null")
        return [_known(facts, key, view, again) for facts, key, view in kept] if isinstance(kept, list) else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _known(facts: dict[str, object], key: str, view: View, again: Callable[[str], Sheet]) -> Known:
    told = {name: fact(value) for name, value in facts.items()}
    return Known(**told, view=view, key=key, again=partial(again, told["path"]))


def _again(lay_out: Each, given: PublicRound | PublicYear, path: str) -> Sheet:
    return {sheet.path: sheet for sheet in lay_out.one(given)}[path]
