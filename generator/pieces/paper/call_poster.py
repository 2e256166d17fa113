"""The poster before the result: what counts, when, and how the public takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.paper import labels
from generator.pieces.parts import drawing, frame, timeline, uses
from generator.thai.dates import date_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.model import Programme
    from generator.piece import View

CURRENT_STEP = {
    "criteria": "criteria_notice",
    "nominations": "nominations",
    "survey": "survey",
    "judging": "judging",
}
"""The line of the schedule for each stage; a stage without one has no poster before the result."""


def _drawings(award_round: PublicRound) -> Iterator[drawing.Drawing]:
    if award_round.stage in CURRENT_STEP and not award_round.late:
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
    programme = award_round.programme
    return {
        **frame.heading(award_round),
        "survey": frame.survey(award_round, award_round.link("poster")),
        "asks": labels.CALL_ASKS.format(year=award_round.year),
        "criteria": frame.criteria(programme),
        "schedule": _schedule(programme),
        "current": _current(award_round),
        "labels": labels.ON_CALL_POSTER,
    }


def _current(award_round: PublicRound) -> str:
    """Return the line of the schedule that is going on; none between the survey and the days of the judging."""
    current = CURRENT_STEP[award_round.stage]
    stands = dict(zip((step.key for step in award_round.programme.steps), award_round.steps, strict=True))
    return "" if current == "judging" and stands["judging"] != "now" else current


def _schedule(programme: Programme) -> list[View]:
    """Return the numbered steps, and among them the public's own: the survey, as long as its replies count."""
    survey = programme.survey
    lines: list[View] = []
    for number, step in enumerate(frame.steps(programme), 1):
        if step["key"] == "judging":
            days = date_range(survey.opens, survey.counted_until)
            asks = {"title": timeline.ASKED, "text": timeline.ASKED, "days": days}
            lines.append({"key": "survey", "number": None, **asks})
        lines.append({**step, "number": number, "title": timeline.TITLES[step["key"]]})
    return lines


PIECES = drawing.pieces("call_poster", labels.CALL_POSTER, "call_poster.typ", _drawings, use=uses.BOARDS)
PIECE = PIECES[0]
