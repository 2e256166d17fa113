"""The page at an earlier address of a winner: it redirects, since links live longer than file names.

It is in no list, map, feed or search, and exists only as long as the winner may be shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.parts import standing
from generator.pieces.web import labels, page_frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication
    from generator.piece import Sheet


def _lay_out(publication: Publication) -> Iterator[Sheet]:
    for award_round in publication.rounds:
        for winner in award_round.winners:
            for old in winner.formerly:
                target = f"winner-{winner.id}.html"
                yield page_frame.page(
                    publication,
                    f"{award_round.year}/winner-{old}",
                    labels.MOVED,
                    labels.MOVED_DESCRIPTION.format(office=publication.organisation.name),
                    {
                        "labels": labels.ON_MOVED,
                        "year": award_round.year,
                        "href": target,
                        "name": page_frame.person(winner.name),
                        "standing": standing.named((winner,)),
                    },
                    template="moved.html",
                    target=target,
                    canonical=f"{award_round.year}/{target}",
                    search={"exclude": True},
                    noindex=True,
                )


PIECE = page_frame.piece("moved", labels.MOVED_PAGE, _lay_out, "moved.html.j2")
