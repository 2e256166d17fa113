"""The result as a list, category by category, with who announced it and how it was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.paper import open_data
from generator.pieces.parts import frame, standing
from generator.pieces.web import archive, linked, page_frame, reach
from generator.thai.dates import long_date, year_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication, PublicRound
    from generator.piece import Sheet, View


def _lay_out(publication: Publication) -> Iterator[Sheet]:
    """Lay out one page for every round whose result is known; before that there is no such page."""
    for award in publication.rounds:
        if award.announced:
            yield page_frame.page(
                publication,
                f"{award.year}/results",
                f"ผลการคัดเลือก {year_text(award.year)}",
                f"รายชื่อผู้ได้รับการคัดเลือกเป็น{award.programme.award} {year_text(award.year)}",
                _body(publication, award),
                kind="article",
                published=award.programme.result_at.isoformat(),
            )


def _body(publication: Publication, award: PublicRound) -> View:
    plan, signer = award.programme, award.award_signer
    winners = [page_frame.winner(chosen, award.year) for chosen in award.winners]
    return {
        "year": award.year,
        "award": frame.award_lines(plan.award),
        "announced_on": long_date(plan.result_at.date()),
        "groups": [
            {"name": group.name, "places": group.places, "winners": [w for w in winners if w["category"] == group.name]}
            for group in plan.categories
        ],
        "totals": any(w["total"] is not None for w in winners),
        "criteria": frame.criteria(plan),
        "tie_rule": plan.tie_rule,
        "method": award.outcomes.satisfaction_method,
        "counted_until": long_date(plan.survey.counted_until),
        "trends": archive.trends_href(publication),
        "data": [
            {"href": file.path, "title": file.title} for file in publication.offered(open_data.PIECE.name, award.year)
        ],
        "reach": reach.href(award),
        "renditions": page_frame.all_renditions(award.winners),
        "standing": standing.shown(award.winners),
        "about": [linked.result(award, f"ประกาศผล{plan.award} {year_text(award.year)}")],
        "signer": {"name": page_frame.person(signer.name), "post": signer.post, "role": signer.role}
        if signer
        else None,
    }


PIECE = page_frame.piece("results", "หน้าผลการคัดเลือก", _lay_out, "results.html.j2")
