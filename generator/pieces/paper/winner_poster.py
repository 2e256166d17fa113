"""The poster of one winner, for the wall of that person's workplace; one per winner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.parts import drawing, frame, standing, uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicWinner
    from generator.piece import PhotoFormat, Rendition, View

PHOTO_MM = 106
"""The width of the photo on A4."""


def _drawings(award: PublicRound) -> Iterator[drawing.Drawing]:
    for winner in award.winners:
        called = f"โปสเตอร์ {winner.name.full}"
        title = f"{called} {award.programme.award} ปี {award.year}"
        yield drawing.Drawing(
            design(winner),
            title,
            called,
            PHOTO_MM,
            award.link("winner_poster"),
            _of(award, winner),
            standing=standing.shown((winner,)),
        )


def design(winner: PublicWinner) -> str:
    """Return the name of a winner's own design, by which pages find its files."""
    return f"winner-{winner.id}"


def _of(award: PublicRound, winner: PublicWinner) -> drawing.LayOut:
    def lay_out(width: int, kind: PhotoFormat) -> tuple[View, tuple[Rendition, ...]]:
        person, renditions = frame.person(winner, width, kind)
        view = {
            **frame.heading(award),
            "survey": frame.survey(award, award.link("winner_poster")),
            "person": person,
            "congratulation": frame.congratulation(award),
            "news": f"ปี {award.year} {person['category']}",
        }
        return view, renditions

    return lay_out


PIECES = drawing.pieces("winner_poster", "โปสเตอร์รายบุคคล", "winner_poster.typ", _drawings, use=uses.WORKPLACE)
PIECE = PIECES[0]
