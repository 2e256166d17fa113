"""The backdrop of the ceremony's stage, 400 x 250 cm, drawn at a scale of 1:10.

People stand in front of it, so its lower 1.3 metres hold no text. Up to twelve are seen on it below their names,
standing on a woven ground, and up to twenty-four in two rows; more are named above tall leaves. While the survey is
open, its code hangs in the upper right corner, above all heads: a phone reads it from six metres, and people seated in
the hall have time. When the survey is closed there is no code.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from generator.piece import Piece, each_ceremony
from generator.pieces.ceremony import labels
from generator.pieces.parts import frame, occasion, standing, uses
from generator.pieces.parts import labels as shared
from generator.press.shop import SHOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.piece import Sheet

SEAL_PIXELS = 1200
"""The seal is 34 centimetres wide: 90 dots per inch, as cloth is printed."""

PHOTO_PIXELS, FEW = 1900, 5
"""A person of a few is up to 1.6 metres wide and is seen from the hall, at 45 dots per inch; more are less wide."""

MOST_BESIDE, MOST_SEEN = 12, 24
"""People whose faces are still seen beside each other, and in two rows, as on the picture of a class."""

SHOWN = ("name", "name_lines", "parts", "broken", "leaf", "portrait")
"""What is told of a person; the last where they are seen."""


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    if not award_round.winners:
        return
    ceremony, day = award_round.programme.ceremony, occasion.day(award_round)
    seal, renditions = frame.seal(award_round, SEAL_PIXELS)
    link = award_round.link("poster") if award_round.survey_state == "open" else None
    winners = award_round.winners
    pictured = len(winners) <= MOST_SEEN and any(winner.portrait for winner in winners)
    abreast = len(winners) if len(winners) <= MOST_BESIDE else math.ceil(len(winners) / 2)
    width = PHOTO_PIXELS * FEW // max(FEW, abreast)
    persons = [frame.person(winner, width, cut=True) for winner in winners]
    view = {
        **frame.frame(award_round, f"{shared.TO_SCALE.format(called=labels.BACKDROP)} {frame.of_round(award_round)}"),
        "award_heading": award_round.programme.award_name,
        "output": {"bleed": 3, "marks": True},
        "heading": labels.BACKDROP_HEADING.format(occasion=occasion.NAME, year=award_round.year),
        "occasion": labels.BACKDROP_PLACE.format(day=day, place=ceremony.place) if ceremony else day,
        "pictured": pictured,
        "most_beside": MOST_BESIDE,
        "people": [
            {key: person[key] for key in SHOWN if key in person and (pictured or key != "portrait")}
            for person, _ in persons
        ],
        "seal": seal,
        "survey": frame.survey(award_round, link) if link else None,
        "labels": labels.ON_BACKDROP,
    }
    path = f"print/{award_round.year}/shop/backdrop-400x250cm.pdf"
    if pictured:
        renditions = (*renditions, *(rendition for _, photos in persons for rendition in photos))
    who = standing.shown(winners) if pictured else standing.named(winners)
    yield frame.sheet(
        award_round,
        path,
        view,
        (link,) if link else (),
        renditions,
        called=labels.BACKDROP,
        design="backdrop",
        standing=who,
    )


PIECE = Piece(
    "backdrop",
    labels.BACKDROPS,
    each_ceremony(_lay_out),
    SHOP,
    "backdrop.typ",
    "survey",
    audience="internal",
    use=uses.STAGE,
    sets=("ฉากหลัง",),
    of_ceremony=True,
)
