"""The first page: the stage of the round, the newest winners, the results of the programme, and what is open today."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.disclosure import STAGE_NAMES
from generator.pieces.air import voice
from generator.pieces.parts import honoured, outcomes, standing, timeline
from generator.pieces.web import archive, called, labels, leaves, opinions, page_frame, stage
from generator.thai.dates import date_range, long_date, year_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication, PublicRound
    from generator.piece import Sheet, View

_WHOLE = re.compile(r"[\[\]]")
"""What stands around a run of a label that stays on one line."""


FIRST = 8
"""How many of those chosen stand in a row that is pushed aside with a finger; a leaf at its end leads to the others."""


def _lay_out(publication: Publication) -> Iterator[Sheet]:
    publication = _leading(publication)
    newest, announced = publication.newest, publication.newest_announced
    award_round = announced or newest
    winners = announced.winners if announced else ()
    first = stage.view(publication)
    body: View = {
        "labels": labels.ON_HOME,
        "stage": first,
        "year": award_round.year,
        "lead": _lead(publication, first),
        "winners": [page_frame.winner(chosen, award_round.year) for chosen in winners],
        "wide": called.widest(winners),
        "row": {"step": called.step(winners), "deep": called.is_deep(winners)},
        "more": max(0, len(winners) - FIRST),
        "deeds": FIRST if any(chosen.citation or chosen.quote for chosen in winners[:FIRST]) else 0,
        "now": None if newest.announced else _now(newest),
        "steps_ended": timeline.ended(newest),
        "nobody": {"year": newest.year, "reason": newest.reason() or ""} if newest.nobody else None,
        "trends": archive.trends_href(publication),
        "opinions": opinions.href(award_round) if award_round.opinions else "",
        "you_said": f"{opinions.href(award_round)}#you-said" if award_round.you_said else "",
        "heard": voice.heard(publication, award_round),
        "outcomes": leaves.outcomes(outcomes.view(award_round)),
        "survey": page_frame.survey(publication.asking),
        "steps": timeline.steps(newest),
        "newest": newest.year,
        "renditions": page_frame.all_renditions(winners),
        "standing": standing.shown(winners),
    }
    office = publication.organisation.name
    if announced and not newest.nobody:
        award, year = announced.programme.award_name, announced.year
        description = labels.HOME_ANNOUNCED.format(award=award, year=year, office=office)
    else:
        programme, year_name = newest.programme.title, year_text(newest.year)
        description = labels.HOME_COMING.format(programme=programme, year=year_name, office=office)
    yield page_frame.page(publication, "index", newest.programme.award_name, description, body)


def _leading(publication: Publication) -> Publication:
    """Return what the first page is about: a round that nobody is told of yet stands behind the one before it."""
    newest, *older = publication.rounds
    return replace(publication, rounds=tuple(older)) if older and newest.stage == "preparing" else publication


def _lead(publication: Publication, said: View) -> list[list[str | bool]]:
    """Return the sentence below the award's name in runs, each with whether it must stay on one line."""
    newest, announced = publication.newest, publication.newest_announced
    winners = announced.winners if announced else ()
    if said["kind"] == "thanks":
        sentence = labels.HOME_THANKS
    elif winners and newest.announced:
        sentence = labels.HOME_HONOURS if honoured.late(winners) else labels.HOME_CONGRATULATES
    else:
        counted = newest.announced or newest.stage == "judging"
        sentence = labels.HOME_COUNTED if counted else labels.HOME_INVITES
    facts = {"winners": honoured.counted(winners), "people": publication.organisation.people}
    runs = (run.format(**facts, replies=said.get("replies")) for run in _WHOLE.split(sentence))
    return [[run, bool(n % 2)] for n, run in enumerate(runs) if run]


def _now(award_round: PublicRound) -> View:
    """Return what a visitor can read or do in a round whose result is still to come."""
    plan, year = award_round.programme, award_round.year
    nominations, notice = plan.step("nominations"), plan.step("criteria_notice")
    day = {
        "preparing": date_range(notice.starts, notice.ends),
        "criteria": date_range(nominations.starts, nominations.ends),
        "nominations": long_date(nominations.ends),
        "survey": long_date(plan.survey.counted_until),
        "judging": long_date(plan.result_at.date()),
    }[award_round.stage]
    return {
        "year": year,
        "headline": labels.LATE if award_round.late else STAGE_NAMES[award_round.stage].th,
        "text": labels.NOW_LATE if award_round.late else labels.NOW[award_round.stage],
        "day": day,
        "dates": [{"name": name, "when": when} for name, when in timeline.main_dates(award_round)],
        "criteria": None if award_round.stage == "preparing" else f"{year}/criteria.html",
    }


PIECE = page_frame.piece("home", labels.HOME_PAGE, _lay_out, "home.html.j2")
