"""Who stands on a sheet, as pieces declare it: what a consent that is taken back must find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.disclosure import PublicRound, PublicWinner


def named(winners: Iterable[PublicWinner]) -> Standing:
    """Declare winners of whom a sheet tells what is public anyway: name, post and result."""
    return Standing(tuple(sorted(winner.key for winner in winners)))


def shown(winners: Iterable[PublicWinner]) -> Standing:
    """Declare winners whom a sheet shows as far as they agreed: by portrait, story, quote or what citizens said.

    Whom these texts name besides is declared too, be it that a sheet shows a part of them alone.
    """
    known = tuple(winners)
    others = (key for winner in known for key in winner.mentions)
    names = tuple(sorted({*(winner.key for winner in known), *others}))
    return Standing(names, tuple(sorted(winner.key for winner in known if winner.portrait)))


def quoted(award: PublicRound, *texts: str) -> Standing:
    """Declare whom texts of the record name: a correction, say, or a story in which somebody else helps."""
    return named(winner for winner in award.winners if any(map(winner.name.stands_in, texts)))
