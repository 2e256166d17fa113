"""The thanks to citizens after the award: their verdict in large letters, and as many of a hundred leaves in gold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.paper import labels
from generator.pieces.parts import drawing, frame, heard, standing, uses
from generator.pieces.parts.thanks import thanks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.piece import View
    from generator.pieces.parts.thanks import Thanks


def _drawings(award_round: PublicRound) -> Iterator[drawing.Drawing]:
    if verdict := thanks(award_round):
        yield drawing.Drawing(
            "thanks",
            f"{labels.THANKS_POSTER} {frame.of_round(award_round)}",
            labels.THANKS_POSTER,
            0,
            award_round.link("poster"),
            lambda *_: (_view(award_round, verdict), ()),
            standing=standing.quoted(award_round, *heard.texts(award_round)),
            hanging=uses.while_thanking(award_round),
            news=labels.THANKS_POSTER_NEWS,
        )


def _view(award_round: PublicRound, verdict: Thanks) -> View:
    return {
        **frame.heading(award_round),
        "survey": frame.survey(award_round, award_round.link("poster")),
        "thanked": verdict.title,
        "figure": [verdict.figure[:-1], verdict.figure[-1]],
        "share": float(verdict.value),
        "measured": verdict.measured,
        "aspects": heard.said_of(award_round),
        "news": labels.THANKS_POSTER_OF.format(year=award_round.year),
        "labels": labels.ON_THANKS_POSTER,
    }


PIECES = drawing.pieces("thanks_poster", labels.THANKS_POSTER, "thanks_poster.typ", _drawings, use=uses.BOARDS)
PIECE = PIECES[0]
