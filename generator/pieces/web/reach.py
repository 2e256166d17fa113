"""How many replies each channel and place brought: the result of asking, public for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import MIN_GROUP
from generator.piece import each_year
from generator.pieces.parts import replies
from generator.pieces.web import labels, leaves, page_frame
from generator.thai.dates import long_date, year_text
from generator.thai.figures import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicYear, Reach
    from generator.piece import Sheet, View


def href(award_round: PublicRound) -> str:
    """Return the address of a round's page within the site, or "" if there is no such page."""
    return f"{award_round.year}/reach.html" if award_round.reach else ""


def _lay_out(seen: PublicYear) -> Iterator[Sheet]:
    award_round = seen.award_round
    if award_round.reach:
        year = year_text(award_round.year)
        yield page_frame.page(
            seen,
            f"{award_round.year}/reach",
            labels.REACH_TITLE.format(year=year),
            labels.REACH_DESCRIPTION.format(year=year, replies=count(award_round.reach.total)),
            _body(award_round, award_round.reach),
        )


def _body(award_round: PublicRound, found: Reach) -> View:
    return {
        "labels": labels.ON_REACH,
        "year": award_round.year,
        "total": count(found.total),
        "counted_until": long_date(award_round.programme.survey.counted_until),
        "channels": replies.rows(found.channels),
        "places": leaves.places(found.places),
        "voices": leaves.voices(found.channels),
        "coded": award_round.programme.survey.knows_channel,
        "smallest": MIN_GROUP,
        "survey": page_frame.survey(award_round.survey),
    }


PIECE = page_frame.piece("reach", labels.REACH_PAGE, each_year(_lay_out), "reach.html.j2")
