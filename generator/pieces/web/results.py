"""The result as a list, category by category, with who announced it and how it was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import each_year
from generator.pieces.paper import open_data
from generator.pieces.parts import frame, standing
from generator.pieces.web import archive, called, counting, labels, leaves, linked, notices, opinions, page_frame, reach
from generator.thai.dates import long_date, year_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicYear
    from generator.piece import Sheet, View


COLUMNS = 3
"""Of groups beside each other, on a desk."""


def _lay_out(seen: PublicYear) -> Iterator[Sheet]:
    """Lay out one page for every round whose result is known; before that there is no such page."""
    award_round = seen.award_round
    if award_round.announced:
        year = year_text(award_round.year)
        yield page_frame.page(
            seen,
            f"{award_round.year}/results",
            labels.RESULTS_TITLE.format(year=year),
            (labels.RESULTS_DESCRIPTION if award_round.winners else labels.RESULTS_DESCRIPTION_OF_NOBODY).format(
                award=award_round.programme.award_name, year=year
            ),
            _body(seen, award_round),
            kind="article",
            published=award_round.programme.result_at.isoformat(),
        )


def _body(seen: PublicYear, award_round: PublicRound) -> View:
    plan, signer = award_round.programme, award_round.award_signer
    article = labels.RESULTS_ARTICLE.format(award=plan.award_name, year=year_text(award_round.year))
    winners = [
        page_frame.winner(chosen, award_round.year, honour)
        for chosen in award_round.winners
        for honour in chosen.honours
    ]
    groups = _groups(award_round, winners)
    return {
        "labels": labels.ON_RESULTS,
        "year": award_round.year,
        "award": frame.award_lines(plan.award_name),
        "announced_on": long_date(plan.result_at.date()),
        "groups": groups,
        "people": len(winners),
        "board": _is_board([len(group["winners"]) for group in groups if group["winners"]]),
        "long": called.step(award_round.winners) != "22",
        "nobody": award_round.nobody,
        "unnamed": not award_round.tells,
        "reason": award_round.reason() or "",
        "appeal": bool(seen.organisation.complaints.appeal),
        "totals": any(w["total"] is not None for w in winners),
        "weights": leaves.weights(plan),
        "tie_rule": plan.when_equal,
        "method": award_round.outcomes.satisfaction_method,
        "counted_until": long_date(plan.survey.counted_until),
        "trends": archive.trends_href(seen),
        "data": [{"href": file.path, "title": file.title} for file in seen.offered(open_data.PIECE.name)],
        "reach": reach.href(award_round),
        "counting": counting.href(award_round),
        "notice": notices.href(award_round, "result-notice"),
        "opinions": opinions.href(award_round),
        "renditions": page_frame.all_renditions(award_round.winners),
        "standing": standing.shown(award_round.winners),
        "about": [linked.result(award_round, article)],
        "signer": {"name": page_frame.person(signer.name), "post": signer.post, "role": signer.role}
        if signer
        else None,
    }


def _is_board(sizes: list[int]) -> bool:
    """Return whether groups of so many people can stand as columns beside each other without a hole."""
    return 1 < len(sizes) <= COLUMNS and max(sizes) <= min(sizes) + 1


def _groups(award_round: PublicRound, winners: list[View]) -> list[View]:
    """Return the categories with their winners, or with the office's word that there is none.

    A category without either is left out: of somebody who is not to be named nothing may be said, nor that nobody was
    chosen.
    """
    groups = []
    for group in award_round.programme.categories:
        people = [winner for winner in winners if winner["category"] == group.name]
        own = next((each for each in award_round.unawarded if each.category == group), None)
        if people or own:
            reason = own.reason if own else ""
            groups.append({"name": group.name, "places": group.places, "winners": people, "reason": reason})
    return groups


PIECE = page_frame.piece("results", labels.RESULTS_PAGE, each_year(_lay_out), "results.html.j2")
