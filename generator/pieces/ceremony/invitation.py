"""The invitation to the ceremony, two on a sheet: one for everybody who was chosen, and two to write a guest's name on.

It says what the record says: without a place there is nothing to invite to, and nobody is asked to dress in a way that
is not written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import Piece, each_ceremony
from generator.pieces.ceremony import labels
from generator.pieces.parts import frame, honoured, occasion, standing, uses
from generator.press.typeset import TYPESET
from generator.thai.dates import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicWinner
    from generator.model import Ceremony
    from generator.piece import Sheet, View

A_SHEET = 2


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    ceremony = award_round.programme.ceremony
    if not award_round.winners or ceremony is None:
        return
    award, year = award_round.programme.award_name, award_round.year
    named = [
        {
            **_invited(winner),
            "post": frame.post(winner),
            "to": labels.TO_RECEIVE.format(award=award, year=year),
        }
        for winner in award_round.winners
    ]
    greeting = honoured.greeting(award_round.winners).removeprefix("ขอ")
    to_join = labels.TO_JOIN.format(greeting=greeting, award=award, year=year)
    blank = {"name": "", "name_lines": [], "post": "", "to": to_join}
    cards: list[View] = [*named, *[blank] * (A_SHEET + len(named) % A_SHEET)]
    seal, renditions = frame.seal(award_round, 300)
    view = {
        **frame.frame(award_round, f"{labels.INVITATION} {frame.of_round(award_round)}"),
        "heading": labels.INVITED_CEREMONY.format(occasion=occasion.NAME),
        "invites": labels.INVITES.format(office=award_round.organisation.name),
        "facts": _facts(award_round, ceremony),
        "presider": labels.INVITED_PRESIDER.format(who=_presider(ceremony)),
        "call": labels.INVITED_CALL.format(phone=award_round.contact.phone.printed),
        "seal": seal,
        "pages": [cards[first : first + A_SHEET] for first in range(0, len(cards), A_SHEET)],
        "labels": labels.ON_INVITATION,
    }
    path = f"print/{award_round.year}/ceremony/invitations.pdf"
    who = standing.named(award_round.winners)
    yield frame.sheet(award_round, path, view, (), renditions, called=labels.INVITATION, paper="A4", standing=who)


def _invited(winner: PublicWinner) -> View:
    """Return who is invited: of somebody who has died it is the family."""
    name, lines = winner.name.full, frame.name_lines(winner.name)
    if not winner.name.late:
        return {"name": name, "name_lines": lines}
    return {
        "name": labels.FAMILY.format(name=name),
        "name_lines": [[labels.FAMILY.format(name=first), *rest] for first, *rest in lines],
    }


def _facts(award_round: PublicRound, ceremony: Ceremony) -> list[str]:
    facts = [
        labels.INVITED_ON.format(day=occasion.day(award_round), time=clock(ceremony.starts)),
        labels.INVITED_TO.format(place=ceremony.place),
    ]
    return [*facts, labels.INVITED_IN.format(dress=ceremony.dress)] if ceremony.dress else facts


def _presider(ceremony: Ceremony) -> str:
    presider = ceremony.presider
    return f"{presider.name.full} {presider.post}" if presider.name else presider.post


PIECE = Piece(
    "invitation", labels.INVITATIONS, each_ceremony(_lay_out), TYPESET, "invitation.typ", "none",
    audience="internal", use=uses.GUESTS, sets=("บัตรเชิญ",), of_ceremony=True,
)  # fmt: skip
