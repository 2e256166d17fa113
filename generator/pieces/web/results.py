"""The result as a list, category by category, with who announced it and how it was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.paper import open_data
from generator.pieces.parts import frame, standing
from generator.pieces.web import archive, labels, linked, page_frame, reach
from generator.thai.dates import long_date, year_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication, PublicRound
    from generator.piece import Sheet, View


def _lay_out(publication: Publication) -> Iterator[Sheet]:
    """Lay out one page for every round whose result is known; before that there is no such page."""
    for award_round in publication.rounds:
        if award_round.announced:
            year = year_text(award_round.year)
            yield page_frame.page(
                publication,
                f"{award_round.year}/results",
                labels.RESULTS_TITLE.format(year=year),
                labels.RESULTS_DESCRIPTION.format(award=award_round.programme.award_name, year=year),
                _body(publication, award_round),
                kind="article",
                published=award_round.programme.result_at.isoformat(),
            )


def _body(publication: Publication, award_round: PublicRound) -> View:
    plan, signer = award_round.programme, award_round.award_signer
    article = labels.RESULTS_ARTICLE.format(award=plan.award_name, year=year_text(award_round.year))
    winners = [page_frame.winner(chosen, award_round.year) for chosen in award_round.winners]
    return {
        "labels": labels.ON_RESULTS,
        "year": award_round.year,
        "award": frame.award_lines(plan.award_name),
        "announced_on": long_date(plan.result_at.date()),
        "groups": [
            {"name": group.name, "places": group.places, "winners": [w for w in winners if w["category"] == group.name]}
            for group in plan.categories
        ],
        "totals": any(w["total"] is not None for w in winners),
        "criteria": frame.criteria(plan),
        "tie_rule": plan.tie_rule,
        "method": award_round.outcomes.satisfaction_method,
        "counted_until": long_date(plan.survey.counted_until),
        "trends": archive.trends_href(publication),
        "data": [
            {"href": file.path, "title": file.title}
            for file in publication.offered(open_data.PIECE.name, award_round.year)
        ],
        "reach": reach.href(award_round),
        "renditions": page_frame.all_renditions(award_round.winners),
        "standing": standing.shown(award_round.winners),
        "about": [linked.result(award_round, article)],
        "signer": {"name": page_frame.person(signer.name), "post": signer.post, "role": signer.role}
        if signer
        else None,
    }


PIECE = page_frame.piece("results", labels.RESULTS_PAGE, _lay_out, "results.html.j2")
