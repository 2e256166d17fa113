"""The office and its results for programs that put many offices together, such as a province's site (`tonbaep batch`).

It names no person: who was chosen stands on the office's own pages, where a name that is taken back goes at once. Of
satisfaction it has what five people or more said, and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from generator.disclosure import enough
from generator.piece import Piece, Sheet
from generator.pieces.paper import labels
from generator.pieces.parts import uses
from generator.press.web_text import JSON
from generator.thai.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication, PublicRound

PATH: Final = "papers/office.json"
"""Where it stands within `build/`."""


def _lay_out(publication: Publication) -> Iterator[Sheet]:
    office = publication.organisation
    document = {
        "name": office.name,
        "short_name": office.short_name,
        "subdistrict": office.address.subdistrict,
        "district": office.address.district,
        "province": office.address.province,
        "phone": office.phone.printed,
        "site": office.site,
        "rounds": [_round(each) for each in sorted(publication.rounds, key=lambda each: -each.year)],
    }
    yield Sheet(PATH, labels.OFFICE_DATA, {"document": document}, called=labels.OFFICE_DATA)


def _round(award_round: PublicRound) -> dict[str, Any]:
    announced, plan = award_round.announced, award_round.programme
    told = announced and award_round.tells
    return {
        "year": award_round.year,
        "award": plan.award_name,
        "sample": award_round.sample,
        "stage": award_round.stage,
        "result_at": plan.result_at.isoformat(),
        "announced": announced,
        "chosen": len(award_round.winners) if told else None,
        "page": award_round.contact.page(f"{award_round.year}/results.html") if told else "",
        "satisfaction": list(_satisfaction(award_round)) if announced else [],
    }


def _satisfaction(award_round: PublicRound) -> Iterator[dict[str, Any]]:
    """Yield the figure of each year that enough people gave, with its interval where one was worked out."""
    whole = award_round.opinions.whole if award_round.opinions else None
    for of_year in award_round.outcomes.satisfaction:
        replies = enough(of_year.replies)
        if replies is None:
            continue
        counted = whole is not None and of_year.year == award_round.year and whole.percent == of_year.value
        between = whole.between if whole and counted else None
        yield {
            "year": of_year.year,
            "percent": figure(of_year.value),
            "target": figure(award_round.outcomes.satisfaction_target),
            "replies": replies,
            "between": [figure(end) for end in between] if between else [],
        }


PIECE = Piece(
    "office_data", labels.OFFICE_DATA, _lay_out, JSON, "", "none", channel="site", place="build", use=uses.PROVINCE,
    kind="program", lasting=True,
)  # fmt: skip
