"""The page behind a printed code: it knows channel and place, leads to the form, and says when the survey is closed.

A code on a wall lives longer than the form, so there is a page for every code ever printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args
from urllib.parse import urlsplit

from generator.disclosure import REPLY_CHANNELS, SurveyState, enough
from generator.model import Village
from generator.piece import each_year
from generator.pieces.parts import asking, frame
from generator.pieces.web import complaint, labels, page_frame, reach
from generator.thai.figures import count, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicYear, SurveyLink
    from generator.piece import Sheet, View


def _lay_out(seen: PublicYear) -> Iterator[Sheet]:
    award_round = seen.award_round
    for link in award_round.links():
        yield page_frame.page(
            seen,
            f"s/{link.code}",
            labels.RATE,
            labels.LANDING_DESCRIPTION.format(office=seen.organisation.name),
            _body(seen, award_round, link),
            template="landing.html",
            search={"exclude": True},
            noindex=True,
        )


def _body(seen: PublicYear, award_round: PublicRound, link: SurveyLink) -> View:
    """Return the view; raises `ValueError` for a form that is not on the web: the records should exclude that."""
    if urlsplit(link.form).scheme not in {"https", "http"}:
        message = f"{link.form}: not an address of the web"
        raise ValueError(message)
    survey, plan, office = page_frame.survey(award_round.survey), award_round.programme.survey, award_round.contact
    return {
        "labels": labels.ON_LANDING,
        "pictured_as": f"{award_round.year}/survey",
        "year": award_round.year,
        "award": frame.award_lines(award_round.programme.award_name),
        "state": award_round.survey_state,
        "periods": {state: asking.period(plan, state) for state in get_args(SurveyState)},
        "closed": asking.CLOSED,
        "nameless": f"{asking.NAMELESS} {labels.NO_LOGIN}" if plan.nameless else "",
        "opens_iso": plan.opens.isoformat(),
        "closes_iso": plan.closes.isoformat(),
        "form": link.form,
        "came_from": [
            *([_channel(link)] if plan.knows_channel else []),
            *([_spot(link)] if plan.knows_place and link.spot else []),
        ],
        "spot": _spot(link),
        "survey": survey,
        "office": frame.organisation(office),
        "tel": office.phone.dialled,
        "calls": [way.detail for way in plan.other_ways if way.kind == "โทรศัพท์"],
        "ways": [{"name": way.name, "detail": way.detail} for way in plan.other_ways if way.kind != "โทรศัพท์"],
        "paper": _paper(seen),
        "box": office.complaints.box,
        "verdict": _verdict(seen, award_round),
        "came_of_it": _came_of_it(seen, award_round),
        "next": _next(seen, award_round, link),
        "complaint": complaint.HREF,
    }


def _spot(link: SurveyLink) -> str:
    """Return where the code hangs, in local words; "" for a code that hangs everywhere."""
    if isinstance(link.spot, Village):
        return link.spot.full
    return link.place if link.spot else ""


def _channel(link: SurveyLink) -> str:
    """Return how a visitor came to the address; for a loudspeaker, in the village's own word for it."""
    horn = link.spot.loudspeaker if link.key == "loudspeaker" and isinstance(link.spot, Village) else None
    return horn.kind if horn else REPLY_CHANNELS[link.key]


def _paper(seen: PublicYear) -> str:
    """Return the address of the paper form on the site; "" if the site does not offer it."""
    return next((file.path for file in seen.offered("survey_form")), "")


def _told(seen: PublicYear, award_round: PublicRound) -> PublicRound | None:
    """Return the round whose result answers a visitor: the code's own, or the newest one with a result."""
    return award_round if award_round.announced else seen.newest_announced


def _verdict(seen: PublicYear, award_round: PublicRound) -> str:
    """Return what all replies together said; "" if too few people answered."""
    result_round = _told(seen, award_round)
    figure = result_round.outcomes.satisfaction_of(result_round.year) if result_round else None
    replies = enough(figure.replies) if figure else None
    if figure is None or replies is None:
        return ""
    return labels.LANDING_VERDICT.format(year=figure.year, replies=count(replies), percent=percent(figure.value))


def _came_of_it(seen: PublicYear, award_round: PublicRound) -> list[View]:
    """Return the pages that say what came of the replies."""
    result_round = _told(seen, award_round)
    if result_round is None:
        return []
    year = result_round.year
    links = [{"title": labels.LANDING_RESULTS.format(year=year), "href": f"{year}/results.html"}]
    if result_round.reach:
        links.append({"title": labels.LANDING_REACH.format(year=year), "href": reach.href(result_round)})
    return links


def _next(seen: PublicYear, award_round: PublicRound, link: SurveyLink) -> View | None:
    """Return the link from an old code to the round that takes replies now, for the same channel and place."""
    newest = seen.asking
    if newest.year <= award_round.year or newest.state != "open":
        return None
    return {"year": newest.year, "href": f"s/{newest.link(link.key, newest.spot_of(link.spot)).code}.html"}


PIECE = page_frame.piece("landing", labels.LANDING_PAGE, each_year(_lay_out), "landing.html.j2")
