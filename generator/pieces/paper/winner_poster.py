"""The poster of one winner, for the wall of that person's workplace; one per winner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.paper import labels
from generator.pieces.parts import drawing, frame, standing, uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicWinner
    from generator.piece import PhotoFormat, Rendition, View

PHOTO_MM = 118
"""The width of the photo on A4."""


def _drawings(award_round: PublicRound) -> Iterator[drawing.Drawing]:
    for winner in award_round.winners:
        called = labels.WINNER_POSTER_OF.format(name=winner.told)
        title = f"{called} {frame.of_round(award_round)}"
        yield drawing.Drawing(
            design(winner),
            title,
            called,
            PHOTO_MM,
            award_round.link("winner_poster"),
            _of(award_round, winner),
            standing=standing.shown((winner,)),
            news=winner.told,
        )


def design(winner: PublicWinner) -> str:
    """Return the name of a winner's own design, by which pages find its files."""
    return f"winner-{winner.id}"


def _of(award_round: PublicRound, winner: PublicWinner) -> drawing.LayOut:
    def lay_out(width: int, kind: PhotoFormat) -> tuple[View, tuple[Rendition, ...]]:
        person, renditions = frame.person(winner, width, kind, cut=True)
        view = {
            **frame.heading(award_round),
            "survey": frame.survey(award_round, award_round.link("winner_poster")),
            "person": person,
            "congratulation": frame.congratulation(award_round, winner),
            "news": labels.WINNER_POSTER_NEWS.format(year=award_round.year, category=person["category"]),
        }
        return view, renditions

    return lay_out


PIECES = drawing.pieces(
    "winner_poster", labels.WINNER_POSTER, "winner_poster.typ", _drawings, use=uses.WORKPLACE, each=("รายบุคคล",)
)
PIECE = PIECES[0]
