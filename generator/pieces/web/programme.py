"""The programme as it was approved: reasons, objectives, steps, budget, outcomes, and who signed the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import each_year
from generator.pieces.parts import frame, timeline
from generator.pieces.web import labels, leaves, page_frame
from generator.thai.dates import year_text
from generator.thai.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicYear
    from generator.piece import Sheet


def _lay_out(seen: PublicYear) -> Iterator[Sheet]:
    """Lay out one page per round; the document's signers are real people and stand only on this page."""
    award_round = seen.award_round
    plan = award_round.programme
    yield page_frame.page(
        seen,
        f"{award_round.year}/programme",
        plan.title,
        labels.PROGRAMME_DESCRIPTION.format(programme=plan.title, year=year_text(award_round.year)),
        {
            "labels": labels.ON_PROGRAMME,
            "pictured_as": f"{award_round.year}/criteria",
            "year": award_round.year,
            "title_lines": frame.award_lines(plan.title),
            "sample": award_round.sample,
            "chosen": leaves.chosen(sum(category.places for category in plan.categories), plan.target_people),
            "reasons": list(plan.reasons),
            "objectives": list(plan.objectives),
            "target_group": plan.target_group,
            "target_people": plan.target_people,
            "owner": plan.owner,
            "budget": plan.budget,
            "outputs": list(plan.outputs),
            "publicity": list(plan.publicity),
            "target": figure(award_round.outcomes.satisfaction_target),
            "method": award_round.outcomes.satisfaction_method,
            "steps": timeline.steps(award_round),
            "steps_ended": timeline.ended(award_round),
            "survey": page_frame.survey(award_round.survey),
            "signers": [
                {"name": page_frame.person(signer.name), "post": signer.post, "role": signer.role}
                for signer in plan.document_signers
            ],
        },
    )


PIECE = page_frame.piece("programme", labels.PROGRAMME_PAGE, each_year(_lay_out), "programme.html.j2")
