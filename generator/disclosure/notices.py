"""From when on the notices of a round may be shown to everybody; the only place that says so.

A notice is public from the beginning of the day that stands on it, once `tonbaep freeze` has kept what it says, and
that of a result not before the result is told. A day that somebody only typed is no notice yet: nobody knows what was
signed. Whether a notice still says what was signed is seen where it is written (`generator.pieces.parts.notice`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.disclosure.stages import is_told, midnight
from generator.model import NOTICES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from generator.model import AwardRound, Numbered

OF_RESULT: Final = "result-notice"


def issued(award_round: AwardRound, moment: datetime) -> tuple[Numbered, ...]:
    """Return the notices that may be shown at a moment, each by its last number and day."""
    told = is_told(award_round, moment)
    return tuple(
        last for last in _kept(award_round) if moment >= midnight(last.day) and (told or last.paper != OF_RESULT)
    )


def issues(award_round: AwardRound) -> tuple[datetime, ...]:
    """Return the moments from which notices may be shown by their days alone, in no order."""
    return tuple(midnight(last.day) for last in _kept(award_round))


def _kept(award_round: AwardRound) -> Iterator[Numbered]:
    """Yield the last number of each notice, of those whose text was kept with it."""
    for paper in NOTICES:
        last = award_round.programme.papers.of(paper)[-1:]
        yield from (each for each in last if each.digest)
