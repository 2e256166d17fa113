"""A round's dates for a phone's calendar: public from the first notice on, since they name nobody."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.disclosure import midnight
from generator.era import BANGKOK
from generator.piece import Piece, Sheet
from generator.pieces.parts import asking, occasion, timeline, uses
from generator.pieces.web import news
from generator.press.calendar import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.disclosure import Publication, PublicRound
    from generator.model import StepKey
    from generator.piece import View

OPEN_STEPS: tuple[StepKey, ...] = ("criteria_notice", "nominations")
"""The steps that matter to people outside the committee, besides survey, result and ceremony."""

READ_OUT = timedelta(minutes=30)
"""How long a calendar entry for the moment of the result is."""


def path(award: PublicRound) -> str:
    """Return the path of a round's calendar within the site."""
    return f"{award.year}/calendar.ics"


def _lay_out(publication: Publication) -> Iterator[Sheet]:
    for award in publication.rounds:
        title = news.marked(award, f"กำหนดการ{award.programme.award} ปี {award.year}")
        view = {
            "name": title,
            "stamp": midnight(award.programme.steps[0].starts).isoformat(),
            "events": list(_events(award)),
        }
        yield Sheet(path(award), title, view, year=award.year, called="กำหนดการสำหรับปฏิทิน")


def _events(award: PublicRound) -> Iterator[View]:
    plan = award.programme
    for key in OPEN_STEPS:
        step = plan.step(key)
        yield _event(award, key, timeline.TITLES[key], step.starts, step.ends, step.text)
    survey = plan.survey
    effort = asking.effort(survey)
    yield _event(award, "survey", timeline.ASKED, survey.opens, survey.counted_until, effort)
    if survey.closes > survey.counted_until:
        yield _event(award, "survey-closes", "วันสุดท้ายของแบบประเมินการให้บริการ", survey.closes, survey.closes, effort)
    yield _event(
        award, "result", timeline.TITLES["result"], plan.result_at, plan.result_at + READ_OUT, plan.step("result").text
    )
    yield _ceremony(award)


def _ceremony(award: PublicRound) -> View:
    plan, step = award.programme, award.programme.step("ceremony")
    title = timeline.TITLES["ceremony"]
    if plan.ceremony is None:
        return _event(award, "ceremony", title, step.starts, step.ends, step.text)
    starts = datetime.combine(step.starts, plan.ceremony.starts, BANGKOK)
    ends = starts + occasion.lasts(plan.ceremony)
    return _event(award, "ceremony", title, starts, ends, step.text, plan.ceremony.place)


def _event(award: PublicRound, key: str, title: str, starts: date, ends: date, text: str, place: str = "") -> View:
    office, site = award.organisation, urlsplit(award.organisation.site)
    below = site.path
    return {
        "uid": f"{award.year}-{key}@{site.hostname}{below.replace('/', '.')}",
        "title": news.marked(award, f"{title} {award.programme.award} ปี {award.year}"),
        "starts": starts.isoformat(),
        "ends": ends.isoformat(),
        "text": f"{text}\n{office.name} โทร. {office.phone}",
        "place": place,
        "url": f"{office.site}/{award.year}/criteria.html",
    }


PIECE = Piece(
    "calendar", "กำหนดการสำหรับปฏิทิน", _lay_out, CALENDAR, "", "none", channel="site", place="site", use=uses.WEBSITE,
    kind="program",
)  # fmt: skip
