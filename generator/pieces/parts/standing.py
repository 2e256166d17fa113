"""Who stands on a sheet, as pieces declare it: when a consent is withdrawn, it tells which sheets are affected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.disclosure import PublicRound, PublicWinner


def named(winners: Iterable[PublicWinner]) -> Standing:
    """Declare winners of whom a sheet shows only what is public anyway: name, post and result."""
    return Standing(tuple(sorted(winner.key for winner in winners)))


def pictured(winners: Iterable[PublicWinner]) -> Standing:
    """Declare winners of whom a sheet shows the portrait as far as they agreed, and else what is public anyway."""
    people = tuple(winners)
    return named(people)._replace(portrayed=tuple(sorted(winner.key for winner in people if winner.portrait)))


def shown(winners: Iterable[PublicWinner]) -> Standing:
    """Declare winners whom a sheet shows with their consent: by portrait, story, quote or the citizens' opinion.

    Other people named in these texts are declared too, even if a sheet shows only a part of the texts.
    """
    people = tuple(winners)
    others = (key for winner in people for key in winner.mentions)
    names = tuple(sorted({*(winner.key for winner in people), *others}))
    return Standing(names, tuple(sorted(winner.key for winner in people if winner.portrait)))


def quoted(award_round: PublicRound, *texts: str) -> Standing:
    """Declare the winners named in texts of the record, such as a correction or the story of somebody they helped."""
    return named(winner for winner in award_round.winners if any(map(winner.name.stands_in, texts)))
