"""Who of the committee does not score whom: what the record says, and what follows from posts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Nominee, Programme, Selection

SELF: Final = "เป็นผู้ได้รับการเสนอชื่อ"
NOMINATOR: Final = "เป็นผู้เสนอชื่อ"


def recusals(programme: Programme, nominee: Nominee) -> dict[int, str]:
    """Return why members, counted from one, do not score a nominee.

    Nobody scores who holds the nominee's own post, nor who nominated: the post that is written, or the head of the
    division that is, whose post ends with its name (ผู้อำนวยการกองคลัง). The office may let nominators score.
    """
    found = {each.member: each.reason for each in nominee.recused}
    for number, seat in enumerate(programme.committee, 1):
        if seat.post == nominee.position:
            found.setdefault(number, SELF)
        elif not programme.tally.nominators_score and heads(seat.post, nominee.nominated_by):
            found.setdefault(number, NOMINATOR)
    return dict(sorted(found.items()))


def heads(post: str, nominator: str) -> bool:
    """Return whether a post is a nominator or, of a division, its head."""
    return bool(nominator) and (post == nominator or post.endswith(nominator))


def all_recusals(programme: Programme, selection: Selection) -> Mapping[str, Mapping[int, str]]:
    """Return the recusals by nominee, those included that members wrote on their sheets."""
    found = {each.id: recusals(programme, each) for each in selection.nominees}
    for sheet in selection.sheets:
        for given in sheet.given:
            if given.recused and given.nominee in found:
                found[given.nominee].setdefault(sheet.member, given.recused)
    return found
