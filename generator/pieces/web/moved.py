"""The pages at the earlier addresses of a winner: they redirect, since links live longer than file names.

It is in no list, map, feed or search, and exists only as long as the winner may be shown.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from generator.piece import each_year
from generator.pieces.parts import standing
from generator.pieces.web import labels, page_frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicYear
    from generator.piece import Sheet

PAGES = ("", "-easy")
"""What the names of a winner's pages have behind the id: the own page, and the one in easy language."""


def _lay_out(seen: PublicYear) -> Iterator[Sheet]:
    award_round = seen.award_round
    for winner in award_round.winners:
        for old, page in product(winner.formerly, PAGES):
            target = f"winner-{winner.id}{page}.html"
            yield page_frame.page(
                seen,
                f"{award_round.year}/winner-{old}{page}",
                labels.MOVED,
                labels.MOVED_DESCRIPTION.format(office=seen.organisation.name),
                {
                    "labels": labels.ON_MOVED,
                    "year": award_round.year,
                    "href": target,
                    "name": page_frame.person(winner.name),
                    "standing": standing.named((winner,)),
                },
                template="moved.html",
                target=target,
                canonical=f"{award_round.year}/winner-{winner.id}.html",
                search={"exclude": True},
                noindex=True,
            )


PIECE = page_frame.piece("moved", labels.MOVED_PAGE, each_year(_lay_out), "moved.html.j2")
