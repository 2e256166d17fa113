"""What citizens said, and what the office did about it: a talk in leaves, theirs bright, the office's below each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import as_typed
from generator.pieces.paper import labels
from generator.pieces.parts import drawing, frame, heard, standing, uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.piece import View

MOST = 8
"""How many are shown at most, and fewer where they are long; `generator.reading.said_checks` warns of more."""


def _drawings(award_round: PublicRound) -> Iterator[drawing.Drawing]:
    if award_round.you_said:
        yield drawing.Drawing(
            "you-said",
            f"{labels.YOU_SAID_POSTER} {frame.of_round(award_round)}",
            labels.YOU_SAID_POSTER,
            0,
            award_round.link("poster"),
            lambda *_: (_view(award_round), ()),
            standing=standing.quoted(award_round, *heard.texts(award_round)),
            hanging=uses.while_done(award_round),
            news=heard.TITLE,
        )


def _view(award_round: PublicRound) -> View:
    page = award_round.organisation.page(f"{award_round.year}/opinions.html")
    return {
        **frame.heading(award_round),
        "survey": frame.survey(award_round, award_round.link("poster")),
        "said_and_done": heard.TITLE,
        "both": [heard.YOU_SAID, heard.WE_DID],
        "entries": heard.entries(award_round)[:MOST],
        "whole": len(award_round.you_said) <= MOST,
        "others": labels.YOU_SAID_ALL.format(address=as_typed(page))
        if page
        else labels.YOU_SAID_OTHERS.format(phone=award_round.contact.phone.printed),
        "news": labels.THANKS_POSTER_OF.format(year=award_round.year),
        "labels": labels.ON_YOU_SAID_POSTER,
    }


PIECES = drawing.pieces("you_said_poster", labels.YOU_SAID_POSTER, "you_said_poster.typ", _drawings, use=uses.BOARDS)
PIECE = PIECES[0]
