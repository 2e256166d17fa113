"""The list on which every certificate is signed for: its number, whose it is, and room for who took it and when.

Nobody is taken to be there: whoever fetches a certificate for somebody else signs for it and says so in the remark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import Piece, each_ceremony
from generator.pieces.ceremony import labels, running_order
from generator.pieces.paper.certificate import number_text
from generator.pieces.parts import frame, standing, uses
from generator.press.typeset import TYPESET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicWinner
    from generator.piece import Sheet, View


ALONE, FIRST, NEXT, LAST = 6, 8, 10, 7
"""People on an only page, the first of several, each that follows, and at most the last, where two sign below them."""


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    if not award_round.winners:
        return
    people = [_person(award_round, number, winner) for number, winner in enumerate(award_round.winners, 1)]
    view = {
        **frame.frame(award_round, f"{labels.SIGN_LIST} {frame.of_round(award_round)}"),
        "release": frame.release(award_round),
        "heading": labels.SIGN_LIST,
        "of_round": frame.of_round(award_round),
        "occasion": running_order.when_and_where(award_round)["day"],
        "columns": list(labels.SIGN_HEADS),
        "pages": list(_pages(people, 1 if frame.release(award_round) else 0)),
        "labels": labels.ON_SIGN_LIST,
    }
    path = f"print/{award_round.year}/ceremony/sign-list.pdf"
    who = standing.named(award_round.winners)
    yield frame.sheet(award_round, path, view, called=labels.SIGN_LIST, paper="A4", standing=who)


def _pages(people: list[View], fewer: int) -> Iterator[list[View]]:
    """Yield the people of each page, so many `fewer` on the first; on the last of several are at least two."""
    rest, room, last = people, FIRST - fewer, ALONE - fewer
    while len(rest) > last:
        taken = min(room, len(rest) - 2)
        yield rest[:taken]
        rest, room, last = rest[taken:], NEXT, LAST
    yield rest


def _person(award_round: PublicRound, number: int, winner: PublicWinner) -> View:
    return {
        "number": str(number),
        "name": winner.name.full,
        "name_lines": frame.name_lines(winner.name),
        "post": frame.post(winner),
        "certificate": number_text(award_round, winner.certificate) if winner.certificate else labels.NO_NUMBER,
    }


PIECE = Piece(
    "sign_list", labels.SIGN_LISTS, each_ceremony(_lay_out), TYPESET, "sign_list.typ", "none",
    audience="internal", use=uses.SIGNED_FOR, sets=("กำหนดการ",), of_ceremony=True,
)  # fmt: skip
