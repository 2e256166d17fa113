"""The survey's own poster, leaflet and table tent: the code dominates, visible from afar and at every counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import Piece, each_round
from generator.pieces.paper import labels
from generator.pieces.parts import asking, drawing, frame, uses
from generator.pieces.parts import labels as shared
from generator.press.typeset import TYPESET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication, PublicRound
    from generator.model import Division
    from generator.piece import Sheet, View


def _view(award_round: PublicRound, division: Division | None) -> View:
    survey = frame.survey(award_round, award_round.link("counter", division))
    effort = asking.effort(award_round.programme.survey)
    steps = labels.SURVEY_STEPS if award_round.survey_state == "open" else ()
    return {
        **frame.heading(award_round),
        "survey": survey,
        "spot": labels.SURVEY_SPOT.format(division=division.name) if division else "",
        "steps": [{"number": str(n), "text": text.format(effort=effort)} for n, text in enumerate(steps, 1)],
        "labels": labels.ON_SURVEY_POSTER,
    }


def _drawing(award_round: PublicRound, division: Division | None, name: str) -> drawing.Drawing:
    where = f" {division.name}" if division else ""
    title = labels.SURVEY_POSTER_TITLE.format(where=where, year=award_round.year)
    return drawing.Drawing(
        name,
        title,
        f"{labels.LEAFLET}{where}" if division else labels.SURVEY_POSTER,
        0,
        award_round.link("counter", division),
        lambda *_: (_view(award_round, division), ()),
        hanging=uses.while_asking(award_round),
        hangs_on="a4",
    )


def _asks(award_round: PublicRound) -> bool:
    """Return whether there is, or will be, anything to answer: a closed survey needs no new paper."""
    return award_round.survey_state != "closed"


def _drawings(award_round: PublicRound) -> Iterator[drawing.Drawing]:
    if _asks(award_round):
        yield _drawing(award_round, None, "survey")


def _leaflets(award_round: PublicRound) -> Iterator[Sheet]:
    if _asks(award_round):
        divisions = award_round.organisation.divisions
        yield from drawing.leaflets(
            award_round, (_drawing(award_round, division, f"leaflet-{division.key}") for division in divisions)
        )


def _tents(award_round: PublicRound) -> Iterator[Sheet]:
    first = ""
    for division in award_round.organisation.divisions if _asks(award_round) else ():
        link = award_round.link("counter", division)
        called = f"{labels.TENT} {division.name}"
        title = f"{called} {shared.OF_YEAR.format(year=award_round.year)}"
        path = f"print/{award_round.year}/tent-{division.key}.pdf"
        first = first or path
        view = {
            **_view(award_round, division),
            **frame.frame(award_round, title),
            "paper": "a4",
            "wide": True,
            "labels": labels.ON_TENT,
            **_without_phone(award_round),
        }
        yield frame.sheet(
            award_round, path, view, (link,), (), first, called=called, design=f"tent-{division.key}", paper="A4"
        )


def _without_phone(award_round: PublicRound) -> View:
    """Return the way by telephone with its number apart, and the other ways of somebody who does not scan a code."""
    number = award_round.organisation.phone.printed
    call, *others = asking.ways(award_round)
    return {
        "call": {"name": call.name, "number": number, "about": call.detail.removeprefix(number).strip()},
        "others": [{"name": way.name, "detail": way.detail} for way in others],
        "hours": {"name": labels.TENT_HOURS, "detail": award_round.organisation.office_hours},
    }


PIECES: tuple[Piece[Publication], ...] = (
    *drawing.pieces(
        "survey_poster",
        labels.SURVEY_POSTER,
        "survey_poster.typ",
        _drawings,
        use=uses.BOARDS,
        office=drawing.OFFICE[:1],
    ),
    Piece(
        "survey_leaflet", labels.LEAFLETS, each_round(_leaflets), TYPESET, "survey_poster.typ", "survey",
        audience="internal", use=uses.COUNTERS, sets=("แจก",),
    ),
    Piece(
        "table_tent", labels.TENT, each_round(_tents), TYPESET, "table_tent.typ", "survey", audience="internal",
        use=uses.COUNTER, sets=("แจก",),
    ),
)  # fmt: skip
