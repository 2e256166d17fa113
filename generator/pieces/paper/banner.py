"""The vinyl banner of a result, 300 x 100 cm, drawn at a scale of 1:10: only what can be read from across the road."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import Piece, each_round
from generator.pieces.paper import labels
from generator.pieces.parts import frame, honoured, standing, uses
from generator.pieces.parts import labels as shared
from generator.press.shop import SHOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.piece import Sheet

TENTH = 10
"""One millimetre of the drawing is one centimetre of the banner."""

DPI = 90
"""Dots per inch at full size: vinyl is printed at 72 to 100."""

PHOTO_MM = 60
"""Wider than any photo in the drawing."""


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    if not award_round.winners:
        return
    width = round(PHOTO_MM * TENTH * DPI / 25.4)
    persons = [frame.person(winner, width) for winner in award_round.winners]
    link = award_round.link("poster")
    title = f"{shared.TO_SCALE.format(called=labels.BANNER)} {frame.of_round(award_round)}"
    view = {
        **frame.frame(award_round, title),
        **frame.heading(award_round),
        "output": {"bleed": 3, "marks": True},
        "congratulate": (
            labels.BANNER_HONOURS if honoured.late(award_round.winners) else labels.BANNER_CONGRATULATES
        ).format(year=award_round.year),
        "people": [
            {key: view[key] for key in ("name", "name_lines", "initial", "position", "portrait")} for view, _ in persons
        ],
        "survey": frame.survey(award_round, link),
        "labels": labels.ON_BANNER,
    }
    who = standing.shown(award_round.winners)
    renditions = tuple(rendition for _, photos in persons for rendition in photos)
    yield frame.sheet(
        award_round,
        f"print/{award_round.year}/shop/banner-300x100cm.pdf",
        view,
        (link,),
        renditions,
        called=labels.BANNER,
        design="banner",
        standing=who,
    )


PIECE = Piece(
    "banner",
    labels.BANNERS,
    each_round(_lay_out),
    SHOP,
    "banner.typ",
    "survey",
    audience="internal",
    use=uses.FRONT,
    sets=("ป้ายไวนิล",),
)
