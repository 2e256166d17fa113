"""What citizens said, aspect by aspect against the target and over the years, and what the office did about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import each_year
from generator.pieces.paper import labels as paper
from generator.pieces.paper import open_data
from generator.pieces.parts import heard, outcomes, standing
from generator.pieces.web import archive, labels, leaves, page_frame, reach
from generator.thai.dates import year_text
from generator.thai.figures import brief, count, figure, percent
from generator.thai.lines import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.disclosure import PublicOpinion, PublicRound, PublicYear
    from generator.piece import Sheet, View


def href(award_round: PublicRound) -> str:
    """Return the address of a round's page within the site, or "" if there is no such page."""
    return f"{award_round.year}/opinions.html" if award_round.opinions or award_round.you_said else ""


def _lay_out(seen: PublicYear) -> Iterator[Sheet]:
    award_round = seen.award_round
    if href(award_round):
        year, office = year_text(award_round.year), award_round.organisation.name
        yield page_frame.page(
            seen,
            f"{award_round.year}/opinions",
            labels.OPINIONS_TITLE.format(year=year),
            labels.OPINIONS_DESCRIPTION.format(year=year, office=office),
            _body(seen, award_round),
        )


def _body(seen: PublicYear, award_round: PublicRound) -> View:
    figures = paper.OPEN_DATA_CALLED.format(title=paper.OPEN_DATA_FIGURES)
    files = seen.offered(open_data.PIECE.name)
    return {
        "labels": labels.ON_OPINIONS,
        "year": award_round.year,
        "lead": _lead(award_round),
        "extremes": heard.said_of(award_round),
        "aspects": _aspects(seen, award_round),
        "target": figure(award_round.outcomes.satisfaction_target),
        "report": _report(award_round),
        "you_said": [each | {"quoted": phrases(each["quoted"])} for each in heard.entries(award_round)],
        "years": labels.OPINIONS_YEARS if len(award_round.outcomes.satisfaction) > 1 else labels.OPINIONS_YEAR,
        "outcomes": leaves.outcomes(outcomes.view(award_round)) if award_round.announced else None,
        "announced": award_round.announced,
        "reach": reach.href(award_round),
        "trends": archive.trends_href(seen),
        "data": [{"href": file.path, "title": file.title} for file in files if file.called == figures],
        "survey": page_frame.survey(award_round.survey),
        "standing": standing.quoted(award_round, *heard.texts(award_round)),
    }


def _lead(award_round: PublicRound) -> str:
    """Return how many answered and how satisfied they are, against the target; before that is known, what is told."""
    said = award_round.opinions
    if said is None:
        return labels.OPINIONS_DONE
    came = award_round.outcomes.satisfaction_of(award_round.year)
    value = came.value if came else said.whole.percent
    return labels.OPINIONS_LEAD.format(
        people=count(said.whole.people),
        percent=percent(value),
        target=percent(award_round.outcomes.satisfaction_target),
    )


def _aspects(seen: PublicYear, award_round: PublicRound) -> list[View]:
    """Return the aspects as rows of a chart, each with the same aspect in the years before, the newest first."""
    aspects = award_round.opinions.aspects if award_round.opinions else ()
    return [
        {
            **_row(each, award_round.outcomes.satisfaction_target),
            "name": each.aspect,
            "before": [
                {**_row(was, target), "name": year_text(year)}
                for year, target, said in seen.before
                for was in said
                if was.aspect == each.aspect
            ],
        }
        for each in aspects
    ]


def _row(said: PublicOpinion, target: Decimal) -> View:
    """Return one bar: its figure, where its interval begins and how wide it is, and how it stands to the target."""
    low, high = said.between or (said.percent, said.percent)
    return {
        "value": brief(said.percent, target),
        "met": said.percent >= target,
        "unsure": low < target <= high,
        "target": figure(target),
        "between": labels.OPINIONS_BETWEEN.format(low=brief(low, target), high=brief(high, target))
        if said.between
        else "",
        "from": figure(low),
        "wide": figure(high - low),
        "people": labels.IN_OUTCOMES["replies"].format(replies=count(said.people)),
    }


def _report(award_round: PublicRound) -> View | None:
    """Return the table that a report prints, with all together in its last row, and the sentence below it."""
    said = award_round.opinions
    if said is None or not said.aspects:
        return None
    rows = [(each.aspect, each) for each in said.aspects] + [(labels.OPINIONS_WHOLE, said.whole)]
    return {
        "rows": [
            {
                "name": name,
                "answers": count(each.figures.answers),
                "mean": str(each.figures.mean),
                "deviation": "" if each.figures.deviation is None else str(each.figures.deviation),
                "percent": figure(each.percent),
                "band": each.figures.band,
            }
            for name, each in rows
        ],
        "sentence": said.sentence,
        "banded": bool(said.whole.figures.band),
    }


PIECE = page_frame.piece("opinions", labels.OPINIONS_PAGE, each_year(_lay_out), "opinions.html.j2")
