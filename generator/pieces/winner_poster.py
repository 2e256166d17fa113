"""The poster of one winner, for the wall of the place where this person works; one per winner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces import drawing, frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.piece import PhotoFormat, Rendition, View
    from generator.public import PublicRound, PublicWinner

PHOTO_MM = 106
"""How wide the photo stands on A4."""


def _drawings(award: PublicRound) -> Iterator[drawing.Drawing]:
    for winner in award.winners:
        title = f"โปสเตอร์ {winner.name.full} {award.programme.award} ปี {award.year}"
        yield drawing.Drawing(f"winner-{winner.id}", title, PHOTO_MM, award.link("winner_poster"), _of(award, winner))


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


PIECES = drawing.pieces("winner_poster", "โปสเตอร์รายบุคคล", "winner_poster.typ", _drawings)
PIECE = PIECES[0]
