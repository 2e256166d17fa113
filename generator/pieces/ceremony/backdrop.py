"""The backdrop of the ceremony's stage, 400 x 250 cm, drawn at a scale of 1:10.

People stand in front of it, so the lower two fifths hold no text. It shows names but no faces: the faces are in front
of it. While the survey is open, its code hangs in the upper right corner, above all heads. Its modules are eight
millimetres wide, so that a phone reads it from eight metres: people seated in the hall have time. When the survey is
closed there is no code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import Piece, each_round
from generator.pieces.parts import frame, occasion, standing, uses
from generator.press.shop import SHOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.piece import Sheet

CALLED = "ฉากหลังเวที 400 x 250 ซม."

SEAL_PIXELS = 1200
"""The seal is 34 centimetres wide: 90 dots per inch, as cloth is printed."""


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    if not award_round.winners:
        return
    ceremony = award_round.programme.ceremony
    seal, renditions = frame.seal(award_round, SEAL_PIXELS)
    link = award_round.link("poster") if award_round.survey_state == "open" else None
    view = {
        **frame.frame(award_round, f"{CALLED} มาตราส่วน 1:10 {award_round.programme.award_name} ปี {award_round.year}"),
        **frame.heading(award_round),
        "output": {"bleed": 3, "marks": True},
        "heading": occasion.NAME,
        "of_year": f"ประจำปี {award_round.year}",
        "occasion": f"{occasion.day(award_round)}  ณ {ceremony.place}" if ceremony else occasion.day(award_round),
        "people": [
            {"name": winner.name.full, "name_lines": frame.name_lines(winner.name)} for winner in award_round.winners
        ],
        "seal": seal,
        "survey": frame.survey(award_round, link) if link else None,
    }
    path = f"print/{award_round.year}/shop/backdrop-400x250cm.pdf"
    who = standing.named(award_round.winners)
    yield frame.sheet(award_round, path, view, (link,) if link else (), renditions, called=CALLED, standing=who)


PIECE = Piece(
    "backdrop", "ฉากหลังเวที", each_round(_lay_out), SHOP, "backdrop.typ", "survey", audience="internal", use=uses.STAGE
)
