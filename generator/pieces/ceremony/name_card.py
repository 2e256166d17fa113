"""Name cards for the ceremony: tents for the table, two on an A4 sheet, and badges for the chest, ten on an A4 sheet.

The committee's cards show the posts of its members, since the record has no names for them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.piece import Piece, each_ceremony
from generator.pieces.ceremony import labels, running_order
from generator.pieces.parts import frame, occasion, standing, uses
from generator.press.typeset import TYPESET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicWinner
    from generator.model import Name
    from generator.piece import Sheet, View

CARDS_A_SHEET, BADGES_A_SHEET = 2, 10

SEAL_PIXELS = 160
"""The seal on a badge is nine millimetres wide."""


def _lay_out_cards(award_round: PublicRound) -> Iterator[Sheet]:
    if not award_round.winners:
        return
    posts = [_post(post, role) for post, role in running_order.seats(award_round)]
    cards = [_presider(award_round), *posts, *(_person(*_sits(winner)) for winner in award_round.winners)]
    yield _sheet(award_round, "name-cards", labels.CARDS, labels.ON_CARDS, _pages(cards, CARDS_A_SHEET))


def _lay_out_badges(award_round: PublicRound) -> Iterator[Sheet]:
    if award_round.winners:
        badges = [
            {**_narrow(*worn), "leaf": winner.leaf} for winner in award_round.winners for worn in _wearers(winner)
        ]
        seal, renditions = frame.seal(award_round, SEAL_PIXELS)
        sheet = _sheet(award_round, "badges", labels.BADGES, labels.ON_BADGES, _pages(badges, BADGES_A_SHEET))
        yield replace(sheet, view={**sheet.view, "seal": seal}, renditions=renditions)


def _sheet(award_round: PublicRound, name: str, heading: str, fixed: View, pages: list[list[View]]) -> Sheet:
    view = {
        **frame.frame(award_round, f"{heading} {occasion.NAME} {frame.of_round(award_round)}"),
        "office": award_round.organisation.name,
        "of_year": frame.of_round(award_round),
        "pages": pages,
        "labels": fixed,
    }
    path = f"print/{award_round.year}/ceremony/{name}.pdf"
    return frame.sheet(
        award_round, path, view, called=heading, paper="A4", standing=standing.named(award_round.winners)
    )


def _presider(award_round: PublicRound) -> View:
    ceremony = award_round.programme.ceremony
    if ceremony and ceremony.presider.name:
        return _person(ceremony.presider.name, f"{ceremony.presider.post}  {labels.PRESIDER}")
    return (
        _post(ceremony.presider.post, labels.PRESIDER)
        if ceremony
        else _post(labels.PRESIDER, award_round.organisation.name)
    )


def _post(post: str, role: str) -> View:
    return {"post": post, "position": role}


def _person(name: Name, position: str) -> View:
    return {
        "name": name.full,
        "name_lines": frame.name_lines(name),
        "jawi": name.jawi or "",
        "position": position,
    }


def _sits(winner: PublicWinner) -> tuple[Name, str]:
    """Return who sits at a winner's card, and as what: for somebody who has died it is the family."""
    return winner.name, labels.FAMILY_OF if winner.name.late else winner.position


def _wearers(winner: PublicWinner) -> list[tuple[Name, str]]:
    """Return who wears a badge, and what is below the name: each of a team that are named, with the team's name."""
    return [(name, winner.name.full) for name in winner.members] or [_sits(winner)]


def _narrow(name: Name, position: str) -> View:
    """Return a person for a badge: title, given name and surname each have a line of their own."""
    return {**_person(name, position), **frame.name_parts(name)}


def _pages(items: list[Any], most: int) -> list[list[Any]]:
    return [items[first : first + most] for first in range(0, len(items), most)]


CARD = Piece(
    "name_card", labels.CARDS, each_ceremony(_lay_out_cards), TYPESET, "name_card.typ", "none", audience="internal",
    use=uses.TABLES_OF_CEREMONY, sets=("ป้ายชื่อ",), of_ceremony=True,
)  # fmt: skip
BADGE = Piece(
    "name_badge", labels.BADGES, each_ceremony(_lay_out_badges), TYPESET, "name_badge.typ", "none", audience="internal",
    use=uses.CHESTS, sets=("ป้ายชื่อ",), of_ceremony=True,
)  # fmt: skip
