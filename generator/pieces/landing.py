"""The page behind a printed code: it knows channel and place, leads to the form, and says when the survey is closed.

A code on a wall lives longer than the form, so there is a page for every code that was ever given out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.piece import Piece
from generator.pieces import frame, page_frame
from generator.press.page import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.piece import Sheet, View
    from generator.public import Publication, PublicRound, SurveyLink


def _lay_out(publication: Publication) -> Iterator[Sheet]:
    for award in publication.rounds:
        for link in replace(publication, rounds=(award,)).links():
            yield page_frame.page(
                publication,
                f"s/{link.code}.md",
                "ประเมินการให้บริการ",
                f"แบบประเมินความพึงพอใจการให้บริการของ{publication.organisation.name}",
                _body(award, link),
                template="landing.html",
                search={"exclude": True},
                noindex=True,
            )


def _body(award: PublicRound, link: SurveyLink) -> View:
    """Return the view; raises `ValueError` for a form that is not on the web, which the door should have refused."""
    if urlsplit(link.form).scheme not in {"https", "http"}:
        message = f"{link.form}: not an address of the web"
        raise ValueError(message)
    survey, plan = page_frame.survey(award), award.programme.survey
    return {
        "year": award.year,
        "award": page_frame.lines_of(award.programme.award),
        "state": "open" if survey["open"] else "coming" if survey["coming"] else "closed",
        "opens_iso": plan.opens.isoformat(),
        "closes_iso": plan.closes.isoformat(),
        "form": link.form,
        "channel": link.channel,
        "place": link.place,
        "short": link.short,
        "survey": survey,
        "office": frame.organisation(award.organisation),
        "tel": page_frame.telephone(award.organisation.phone),
    }


PIECE = Piece("landing", "หน้านำไปยังแบบประเมิน", _lay_out, PAGE, "landing.html.j2", "none", channel="site")
