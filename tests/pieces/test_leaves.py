"""A winner's colour: one for the whole round, whichever sheet it is on, and whoever else may be shown."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from generator.disclosure import Publication
from generator.pieces import PIECES
from tests.support import rounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound

WITH_LEAVES = {"poster", "winner_poster", "banner", "backdrop", "card", "card_preview"}


def _leaves(part: Any) -> Iterator[tuple[str, int]]:
    """Yield every person of a view with the number of the leaf."""
    if isinstance(part, dict):
        if "leaf" in part:
            yield part["name"], part["leaf"]
        part = list(part.values())
    for each in part if isinstance(part, list) else ():
        yield from _leaves(each)


def _seen(award_round: PublicRound) -> dict[str, set[int]]:
    found, pieces = defaultdict(set), set()
    for piece in (each for each in PIECES if each.name in WITH_LEAVES):
        for sheet in piece.lay_out(Publication(award_round.organisation, (award_round,))):
            for name, leaf in _leaves(sheet.view):
                found[name].add(leaf)
                pieces.add(piece.name)
    assert pieces == WITH_LEAVES
    return found


def test_a_winner_has_one_colour_on_every_sheet() -> None:
    """Whoever saw the orange poster looks for the orange leaf among five."""
    award_round = rounds.make_round(5)
    assert _seen(award_round) == {winner.name.full: {winner.leaf} for winner in award_round.winners}
    assert len({winner.leaf for winner in award_round.winners}) == 5
