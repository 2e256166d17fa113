"""The survey on paper, A4, for people without a phone: four aspects, five levels, and lines for their own words.

Aspects and levels are the usual ones (domain notes, section 2.1); a round may define its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import Aspect
from generator.piece import Piece, each_round
from generator.pieces.paper import labels
from generator.pieces.parts import frame, uses
from generator.press.typeset import TYPESET
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.piece import Sheet

USUAL = tuple(Aspect(name, items) for name, items in labels.SURVEY_FORM_ASPECTS)


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    survey = award_round.programme.survey
    if award_round.survey_state == "closed":
        return
    link = award_round.link("counter")
    view = {
        **frame.frame(award_round, labels.SURVEY_FORM_TITLE.format(year=award_round.year)),
        "heading": labels.SURVEY_FORM_HEADING,
        "office": award_round.organisation.name,
        "lead": labels.SURVEY_FORM_LEAD.format(use=_use(award_round)),
        "spots": [division.name for division in award_round.organisation.divisions],
        "levels": [{"name": name, "points": str(5 - n)} for n, name in enumerate(labels.SURVEY_FORM_LEVELS)],
        "aspects": [{"name": aspect.name, "items": list(aspect.items)} for aspect in survey.aspects or USUAL],
        "until": labels.SURVEY_FORM_UNTIL.format(day=long_date(survey.closes)),
        "returns": [
            labels.SURVEY_FORM_WAY.format(name=way.name, detail=way.detail)
            for way in survey.other_ways
            if way.kind != "โทรศัพท์"
        ],
        "survey": frame.survey(award_round, link),
        "labels": labels.ON_SURVEY_FORM,
    }
    yield frame.sheet(
        award_round, f"print/{award_round.year}/survey-form.pdf", view, (link,), called=labels.SURVEY_FORM, paper="A4"
    )


def _use(award_round: PublicRound) -> str:
    """Return what a reply is used for, on the day on which the form is made."""
    if not award_round.counting:
        return labels.SURVEY_FORM_USE
    day = long_date(award_round.programme.survey.counted_until)
    return labels.SURVEY_FORM_COUNTS.format(day=day)


PIECE = Piece(
    "survey_form",
    labels.SURVEY_FORM,
    each_round(_lay_out),
    TYPESET,
    "survey_form.typ",
    "survey",
    use=uses.COUNTERS_AND_VILLAGES,
    sets=("แจก",),
)
