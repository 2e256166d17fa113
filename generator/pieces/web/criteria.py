"""How a round is judged and when: criteria with their weights, places, committee, schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import each_year
from generator.pieces.parts import timeline
from generator.pieces.web import labels, leaves, notices, page_frame, schedule
from generator.thai.dates import date_range, long_date, moment_text, year_text
from generator.thai.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicYear
    from generator.piece import Sheet, View


def _lay_out(seen: PublicYear) -> Iterator[Sheet]:
    award_round = seen.award_round
    year = year_text(award_round.year)
    yield page_frame.page(
        seen,
        f"{award_round.year}/criteria",
        labels.CRITERIA_TITLE.format(year=year),
        labels.CRITERIA_DESCRIPTION.format(award=award_round.programme.award_name, year=year),
        _body(award_round),
    )


def _body(award_round: PublicRound) -> View:
    plan = award_round.programme
    return {
        "labels": labels.ON_CRITERIA,
        "year": award_round.year,
        "weights": leaves.weights(plan),
        "citizens_weight": plan.citizens_weight,
        "tie_rule": plan.when_equal,
        "share": (
            labels.GATE.format(gate=figure(plan.gate_alone))
            if plan.gate_alone
            else labels.SHARE_HOW.format(weight=plan.citizens_weight)
        ),
        "categories": [{"name": group.name, "places": group.places} for group in plan.categories],
        "nominators": [division.name for division in plan.nominators],
        "committee": [{"post": seat.post, "role": seat.role} for seat in plan.committee],
        "steps": timeline.steps(award_round),
        "steps_ended": timeline.ended(award_round),
        "result": moment_text(plan.result_at),
        "counted": date_range(plan.survey.opens, plan.survey.counted_until),
        "closes": long_date(plan.survey.closes),
        "calendar": schedule.path(award_round),
        "survey": page_frame.survey(award_round.survey),
        "notice": notices.href(award_round, "criteria-notice"),
    }


PIECE = page_frame.piece("criteria", labels.CRITERIA_PAGE, each_year(_lay_out), "criteria.html.j2")
