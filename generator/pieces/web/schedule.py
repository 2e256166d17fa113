"""A round's dates for a phone's calendar: public from the first notice on, since they name nobody."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.disclosure import midnight
from generator.era import BANGKOK
from generator.piece import Piece, Sheet, each_round
from generator.pieces.parts import asking, frame, timeline, uses
from generator.pieces.web import labels, news
from generator.press.calendar import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.disclosure import PublicRound
    from generator.model import StepKey
    from generator.piece import View

OPEN_STEPS: tuple[StepKey, ...] = ("criteria_notice", "nominations")
"""The steps that matter to people outside the committee, besides survey, result and ceremony."""

READ_OUT = timedelta(minutes=30)
"""How long a calendar entry for the moment of the result is."""


def path(award_round: PublicRound) -> str:
    """Return the path of a round's calendar within the site."""
    return f"{award_round.year}/calendar.ics"


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    title = news.marked(
        award_round,
        labels.CALENDAR_TITLE.format(award=award_round.programme.award_name, year=award_round.year),
    )
    view = {
        "name": title,
        "stamp": midnight(award_round.programme.steps[0].starts).isoformat(),
        "events": list(_events(award_round)),
    }
    yield Sheet(path(award_round), title, view, year=award_round.year, called=labels.CALENDAR)


def _events(award_round: PublicRound) -> Iterator[View]:
    plan = award_round.programme
    for key in OPEN_STEPS:
        step = plan.step(key)
        yield _event(award_round, key, timeline.TITLES[key], step.starts, step.ends, step.text)
    survey = plan.survey
    effort = asking.effort(survey)
    yield _event(award_round, "survey", timeline.ASKED, survey.opens, survey.counted_until, effort)
    if survey.closes > survey.counted_until:
        yield _event(award_round, "survey-closes", labels.CALENDAR_LAST_DAY, survey.closes, survey.closes, effort)
    yield _event(
        award_round,
        "result",
        timeline.TITLES["result"],
        plan.result_at,
        plan.result_at + READ_OUT,
        plan.step("result").text,
    )
    yield _ceremony(award_round)


def _ceremony(award_round: PublicRound) -> View:
    plan, step = award_round.programme, award_round.programme.step("ceremony")
    title = timeline.TITLES["ceremony"]
    if plan.ceremony is None:
        return _event(award_round, "ceremony", title, step.starts, step.ends, step.text)
    starts = datetime.combine(step.starts, plan.ceremony.starts, BANGKOK)
    ends = starts + plan.ceremony.lasts
    return _event(award_round, "ceremony", title, starts, ends, step.text, plan.ceremony.place)


def _event(
    award_round: PublicRound, key: str, title: str, starts: date, ends: date, text: str, place: str = ""
) -> View:
    office, site = award_round.organisation, urlsplit(award_round.organisation.site)
    below = site.path
    return {
        "uid": f"{award_round.year}-{key}@{site.hostname}{below.replace('/', '.')}",
        "title": news.marked(award_round, f"{title} {frame.of_round(award_round)}"),
        "starts": starts.isoformat(),
        "ends": ends.isoformat(),
        "text": labels.CALENDAR_CALL.format(text=text, office=office.name, phone=office.phone.printed),
        "place": place,
        "url": f"{office.site}/{award_round.year}/criteria.html",
    }


PIECE = Piece(
    "calendar", labels.CALENDAR, each_round(_lay_out), CALENDAR, "", "none", channel="site", place="site",
    use=uses.WEBSITE, kind="program",
)  # fmt: skip
