"""The vinyl banner of a result, 300 x 100 cm, drawn at a scale of 1:10: only what can be read from across the road."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from generator.piece import Piece, each_round
from generator.pieces.paper import labels
from generator.pieces.parts import frame, honoured, standing, uses
from generator.pieces.parts import labels as shared
from generator.press.shop import SHOP
from generator.thai.names import breadth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.piece import Sheet, View

TENTH = 10
"""One millimetre of the drawing is one centimetre of the banner."""

DPI = 90
"""Dots per inch at full size: vinyl is printed at 72 to 100."""

PHOTO_MM = 60
"""A photo's width in the drawing where few stand; of more, each leaf has its share of the row."""

FEW_STANDING, MOST_STANDING = 6, 12
"""People who stand beside each other and are large; more of them stand as long as their names have room."""

ACROSS_MM, LETTER_MM = 280, 1.85
"""The room of all who stand, and that of a letter which is still read from the pavement."""

MOST_CODED = 3
"""People beside whom a code has room, for whoever stands below the banner."""

MOST_SEEN = 24
"""People whose faces are seen in two rows, with the given names below."""


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    if not award_round.winners:
        return
    seen = _stand(award_round) or MOST_STANDING < len(award_round.winners) <= MOST_SEEN
    pictured = seen and any(winner.portrait for winner in award_round.winners)
    width = round(_photo_mm(len(award_round.winners)) * TENTH * DPI / 25.4)
    persons = [frame.person(winner, width, cut=True) for winner in award_round.winners]
    link = award_round.link("poster")
    # Who drives past reads no code: people and names take its room, unless few leave it free, or very many a row.
    coded = not MOST_CODED < len(award_round.winners) <= MOST_SEEN
    title = f"{shared.TO_SCALE.format(called=labels.BANNER)} {frame.of_round(award_round)}"
    view = {
        **frame.frame(award_round, title),
        **_headline(award_round),
        "output": {"bleed": 3, "marks": True},
        "pictured": pictured,
        "most_beside": MOST_STANDING,
        "people": [
            {key: view[key] for key in ("name", "name_lines", "parts", "broken", "leaf") if key in view}
            | {"portrait": view["portrait"] if pictured else None}
            for view, _ in persons
        ],
        "survey": frame.survey(award_round, link) if coded else None,
        "in_words": _ways(award_round),
        "labels": labels.ON_BANNER,
    }
    who = standing.shown(award_round.winners) if pictured else standing.named(award_round.winners)
    renditions = tuple(rendition for _, photos in persons for rendition in photos) if pictured else ()
    yield frame.sheet(
        award_round,
        f"print/{award_round.year}/shop/banner-300x100cm.pdf",
        view,
        (link,) if coded else (),
        renditions,
        called=labels.BANNER,
        design="banner",
        standing=who,
    )


def _photo_mm(count: int) -> float:
    """Return how wide a photo is in the drawing: 24 as large as five need it would be 350 MB while they are set."""
    if count > MOST_STANDING:  # of two rows, each is half as high
        return _photo_mm(math.ceil(count / 2)) * 3 / 4
    return min(PHOTO_MM, PHOTO_MM * 5 / count)


def _stand(award_round: PublicRound) -> bool:
    """Return whether all have room to stand beside each other with the names in front of them."""
    names = [winner.name for winner in award_round.winners]
    if len(names) <= FEW_STANDING:
        return True
    longest = max(breadth(part) for name in names for part in (name.first, name.behind))
    return len(names) <= MOST_STANDING and longest * LETTER_MM <= ACROSS_MM / len(names)


def _ways(award_round: PublicRound) -> str:
    """Return how citizens tell what they think, in words that are kept in mind until one is at home."""
    office = award_round.organisation
    place, phone = labels.BANNER_WAYS
    spoken = [place.format(place=frame.organisation(office)["site"])] if office.site else []
    return " ".join(
        (
            *spoken,
            phone.format(phone=office.phone.printed)
            if spoken
            else labels.BANNER_CALL.format(phone=office.phone.printed),
        )
    )


def _headline(award_round: PublicRound) -> View:
    """Return the line that congratulates, and in small what the award is for, the year and the office."""
    name, late = award_round.programme.award_name, honoured.late(award_round.winners)
    lines, count = frame.award_lines(name), len(award_round.winners)
    year = labels.BANNER_YEAR.format(year=award_round.year)
    return {
        "award_lines": lines,
        "award_heading": name,
        "award": labels.BANNER_COUNTED.format(count=count, award=lines[0]) if count > 1 else lines[0],
        "congratulate": labels.BANNER_HONOURS if late else labels.BANNER_CONGRATULATES,
        "about": ["  ".join((*lines[1:], year)), award_round.organisation.name],
    }


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
