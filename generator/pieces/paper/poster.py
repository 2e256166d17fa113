"""The poster of a result: all winners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.paper import labels
from generator.pieces.parts import drawing, frame, standing, uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.piece import PhotoFormat, Rendition, View

WIDEST_MM = {1: 120, 2: 88, 3: 58, 4: 58}
"""The width of a photo on A4, by number of winners; five or six winners have the same width as four."""

MANY_MM = 46


def _drawings(award_round: PublicRound) -> Iterator[drawing.Drawing]:
    if award_round.winners:
        title = f"{labels.POSTER} {frame.of_round(award_round)}"
        widest = WIDEST_MM.get(len(award_round.winners), MANY_MM)
        link = award_round.link("poster")
        yield drawing.Drawing(
            "poster",
            title,
            labels.POSTER,
            widest,
            link,
            lambda width, kind: _result(award_round, width, kind),
            standing=standing.shown(award_round.winners),
            hanging=uses.while_news(award_round),
            news=labels.POSTER_NEWS,
        )


def _result(award_round: PublicRound, width: int, kind: PhotoFormat) -> tuple[View, tuple[Rendition, ...]]:
    """Return the view of the sheet that shows all winners; a single winner has room for a text."""
    persons = [frame.person(winner, width, kind, cut=True) for winner in award_round.winners]
    alone = len(persons) == 1
    left_out = set() if alone else {"quote", "quoted", "story", "satisfaction", "post"}
    people = [{key: value for key, value in view.items() if key not in left_out} for view, _ in persons]
    view = {
        **frame.heading(award_round),
        "survey": frame.survey(award_round, award_round.link("poster")),
        "people": people,
        **({"congratulation": frame.congratulation(award_round, award_round.winners[0])} if alone else {}),
    }
    return view, tuple(rendition for _, photos in persons for rendition in photos)


PIECES = drawing.lasting(drawing.pieces("poster", labels.POSTER, "poster.typ", _drawings, use=uses.BOARDS), _drawings)
PIECE = PIECES[0]
