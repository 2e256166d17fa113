"""What the first screen says: the stage of the newest round as a headline, and what is seen beside it.

While citizens are asked, and while the committee counts, it is a day; after the result it is the people, and once the
round is over what citizens said of the service. The days that are left are counted by a script, from the visitor's own
date: a page is the same whenever it is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import enough
from generator.pieces.parts import asking, frame, honoured
from generator.pieces.web import labels
from generator.thai.dates import clock, day_and_month
from generator.thai.figures import count, figure

if TYPE_CHECKING:
    from datetime import date

    from generator.disclosure import Publication, PublicRound
    from generator.piece import View

PERSONNEL = "บุคลากร"
"""What an award calls those it honours; a headline counts them as people."""


def view(publication: Publication) -> View:
    """Return the first screen's kind, kicker and headline, and the day or the figure that it shows."""
    newest = publication.newest
    if not newest.announced:
        return _coming(newest)
    if newest.nobody:
        return _said("over", newest, labels.STAGE_NOBODY)
    if not newest.winners:
        return _said("over", newest, labels.STAGE_OVER)
    return (_thanks(newest) if newest.stage == "closed" else None) or _said("result", newest, *_people(newest))


def _said(kind: str, award_round: PublicRound, headline: tuple[str, ...], figure: str = "", **more: object) -> View:
    """Return a first screen, its headline in parts; `figure` is a number in it, drawn large or in another colour."""
    *front, last = frame.award_lines(award_round.programme.award_name)
    kicker = [*front, labels.STAGE_OF.format(award=last, year=award_round.year)]
    return {"kind": kind, "kicker": kicker, "figure": figure, "headline": list(headline), **more}


def _people(award_round: PublicRound) -> tuple[tuple[str, ...], str]:
    """Return the headline of a result and the number it begins with: 5 คนต้นแบบ; one alone is named."""
    winners, award = award_round.winners, frame.award_lines(award_round.programme.award_name)[0]
    if len(winners) == 1:
        name = winners[0].name
        return tuple(filter(None, (name.short, name.behind))), ""
    if honoured.are_people(winners) and award.startswith(PERSONNEL):
        return (award.replace(PERSONNEL, "คน", 1),), str(len(winners))
    return (award, honoured.counted(winners)), ""


def _thanks(award_round: PublicRound) -> View | None:
    """Return what citizens said of the service in the year of the round, or None if that is not known."""
    said = award_round.outcomes.satisfaction_of(award_round.year)
    if said is None:
        return None
    replies = enough(said.replies)
    heard = labels.STAGE_REPLIES.format(replies=count(replies)) if replies else ""
    return _said("thanks", award_round, labels.STAGE_THANKS, figure(said.value), replies=heard)


def _coming(award_round: PublicRound) -> View:
    plan, state = award_round.programme, award_round.survey_state
    survey = plan.survey
    if award_round.late:
        return _said("judging", award_round, (labels.LATE,))
    if award_round.stage == "judging":
        moment = plan.result_at
        day = _day(labels.STAGE_RESULT_ON, moment.date(), labels.STAGE_AT.format(clock=clock(moment)))
        return _said("judging", award_round, labels.STAGE_COUNTING, day=day)
    effort = asking.effort(survey)
    if state == "coming":
        day = _day(labels.STAGE_FROM, survey.opens, effort)
        return _said("coming", award_round, labels.STAGE_ASKS, day=day)
    until = survey.counted_until
    day = {**_day(labels.STAGE_UNTIL, until, effort), "last": f"{until}"}
    return _said("survey", award_round, labels.STAGE_ASKS, day=day)


def _day(leads: str, day: date, beside: str) -> View:
    """Return a day as a picture, with what stands above and beside it."""
    number, _, month = day_and_month(day).partition(" ")
    return {"leads": leads, "number": number, "month": month, "beside": beside}
