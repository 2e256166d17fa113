"""The poster of one winner, A4 and A3, for the wall of the place where this person works; one per winner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import Piece, Sheet, each_round
from generator.pieces import frame
from generator.press.typeset import TYPESET

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.public import PublicRound

WIDTHS = {"a4": 800, "a3": 1200}
"""Pixels of the photo, which stands 106 mm wide on A4: about 190 dpi on either paper."""


def _lay_out(award: PublicRound) -> Iterable[Sheet]:
    link = award.link("winner_poster")
    for winner in award.winners:
        title = f"โปสเตอร์ {winner.name.full} {award.programme.award} ปี {award.year}"
        for paper, width in WIDTHS.items():
            person, renditions = frame.person(winner, width)
            view = {
                **frame.frame(award, f"{title} ขนาด {paper.upper()}"),
                "paper": paper,
                **frame.heading(award),
                "survey": frame.survey(award, link),
                "person": person,
                "congratulation": frame.congratulation(award),
                "news": f"ปี {award.year} {person['category']}",
            }
            path, look = (f"print/{award.year}/winner-{winner.id}-{size}.pdf" for size in (paper, "a4"))
            yield frame.sheet(award, path, view, (link,), renditions, look)


PIECE = Piece("winner_poster", "โปสเตอร์รายบุคคล", each_round(_lay_out), TYPESET, "winner_poster.typ", "survey")
