"""The bookmark for the counter: who was chosen with their posts, and the way to the survey; no portrait and no story.

Whoever takes one carries it home, where no take-down list reaches it. So it shows of a person only what stays public
when a consent is taken back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import Piece, each_round
from generator.pieces.paper import labels
from generator.pieces.parts import frame, honoured, standing, uses
from generator.press.typeset import TYPESET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicWinner, SurveyLink
    from generator.piece import Sheet, View

SEAL_PX = 106
"""The width of the office's seal: 9 millimetres at 300 dots an inch."""

FEW = 6
"""So many names always find room on the front."""


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    if not award_round.winners:  # there is no winner in it before the result's moment
        return
    link = award_round.link("counter")
    seal, renditions = frame.seal(award_round, SEAL_PX)
    view = {
        **frame.frame(award_round, f"{labels.BOOKMARK} {frame.of_round(award_round)}"),
        **frame.heading(award_round),
        "seal": seal,
        "people": [_person(winner) for winner in award_round.winners],
        # A single name leaves room for a sentence.
        "congratulation": frame.congratulation(award_round, award_round.winners[0])
        if len(award_round.winners) == 1
        else "",
        "counted": honoured.counted(award_round.winners),
        "survey": _survey(award_round, link),
        **({"on_the_back": labels.ON_THE_BACK} if len(award_round.winners) > FEW else {}),
    }
    path = f"print/{award_round.year}/bookmark.pdf"
    named = standing.named(award_round.winners)
    yield frame.sheet(award_round, path, view, (link,), renditions, called=labels.BOOKMARK, standing=named)


def _person(winner: PublicWinner) -> View:
    return {
        "name": winner.name.full,
        "name_lines": frame.name_lines(winner.name),
        **frame.name_parts(winner.name),
        "post": frame.post(winner),
        "position": winner.position,
        "division": winner.division.name,
    }


def _survey(award_round: PublicRound, link: SurveyLink) -> View:
    """Return the way to the survey with two of the ways without a camera: the address to type and the number to call.

    The paper form lies on the counter from which the bookmark is taken.
    """
    survey = frame.survey(award_round, link)
    address = survey["ways"][:1] if link.short else []
    telephone = {**survey["ways"][len(address)], "detail": award_round.organisation.phone.printed}
    return {**survey, "ways": [*address, telephone]}


PIECE = Piece(
    "bookmark",
    labels.BOOKMARK,
    each_round(_lay_out),
    TYPESET,
    "bookmark.typ",
    "survey",
    audience="internal",
    use=uses.COUNTERS,
    sets=("แจก",),
)
