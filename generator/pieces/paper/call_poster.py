"""The poster before the result: what counts, when, and how the public takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.paper import labels
from generator.pieces.parts import asking, drawing, frame, timeline, uses
from generator.thai.dates import date_range, day_and_month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.model import StepKey
    from generator.piece import View

STAGES = ("criteria", "nominations", "survey", "judging")
"""The stages in which it hangs; a result has posters of its own."""

NOTICED: tuple[StepKey, ...] = ("criteria_notice", "nominations", "judging", "result", "ceremony")
"""The steps that people outside the committee notice; with that of the judging stands what citizens do in it."""


def _drawings(award_round: PublicRound) -> Iterator[drawing.Drawing]:
    if award_round.stage in STAGES and not award_round.late:
        title = f"{labels.CALL_POSTER} {frame.of_round(award_round)}"
        yield drawing.Drawing(
            "call",
            title,
            labels.CALL_POSTER,
            0,
            award_round.link("poster"),
            lambda *_: (_view(award_round), ()),
            hanging=uses.until_result(award_round),
        )


def _view(award_round: PublicRound) -> View:
    """Return the view of the sheet that hangs before the result: what counts, when, and how the public takes part."""
    survey = frame.survey(award_round, award_round.link("poster"))
    told = labels.CALL_TELLS if _counted(award_round) else labels.CALL_ASKS
    return {
        **frame.heading(award_round),
        "survey": survey,
        "headline": labels.CALL_COUNTING if _counted(award_round) else survey["title"],
        "papers": [
            {"name": way.name, "detail": way.detail} for way in asking.ways(award_round) if way.kind == "กระดาษ"
        ],
        "asks": told.format(year=award_round.year),
        "criteria": frame.criteria(award_round.programme),
        "date": _date(award_round),
        # While replies are counted one day is told: until when the survey is open besides would be a second one.
        "scan": labels.CALL_SCAN.format(effort=asking.effort(award_round.programme.survey))
        if award_round.counting and award_round.survey_state == "open"
        else survey["lead"],
        "schedule": list(_schedule(award_round)),
        "labels": labels.ON_CALL_POSTER,
    }


def _date(award_round: PublicRound) -> list[str]:
    """Return the day that matters now, and what it is: until when replies count, from when, or of the result."""
    programme = award_round.programme
    survey = programme.survey
    if award_round.survey_state == "coming":
        return [labels.CALL_OPENS, day_and_month(survey.opens)]
    if award_round.counting:
        return [labels.CALL_COUNTS, day_and_month(survey.counted_until)]
    return [timeline.TITLES["result"], day_and_month(programme.result_at.date())]


def _schedule(award_round: PublicRound) -> Iterator[View]:
    """Yield the steps in few words with their days; that of the judging is what citizens do: they rate.

    The step that is marked is the one whose day the poster tells.
    """
    survey, counted = award_round.programme.survey, _counted(award_round)
    for step in award_round.programme.steps:
        if step.key == "judging":
            days, now = date_range(survey.opens, survey.counted_until), award_round.survey_state == "open"
            yield {"title": timeline.ASKED, "days": days, "marked": not counted, "now": now and not counted}
        elif step.key in NOTICED:
            days = date_range(step.starts, step.ends)
            marked = counted and step.key == "result"
            yield {"title": timeline.TITLES[step.key], "days": days, "marked": marked, "now": False}


def _counted(award_round: PublicRound) -> bool:
    """Return whether the replies that count are in, and the committee is at work."""
    return award_round.survey_state != "coming" and not award_round.counting


PIECES = drawing.pieces("call_poster", labels.CALL_POSTER, "call_poster.typ", _drawings, use=uses.BOARDS)
PIECE = PIECES[0]
