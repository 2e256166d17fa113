"""All announced rounds side by side: the people of every year and of each division, and the figures over the years.

Everybody is named on one page, so that a family finds its own; of older years the faces are on the page of the round.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.disclosure import together
from generator.pieces.parts import honoured, outcomes, standing
from generator.pieces.web import labels, leaves, page_frame
from generator.thai.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.disclosure import Publication, PublicRound, PublicWinner, Seen
    from generator.model import Division, YearFigure
    from generator.piece import Sheet, View

HREF = "archive.html"
TRENDS = "trends.html"

FACES = 30
"""How many people a page shows with their portraits, at least those of its newest year: more would be a heavy page."""

Told = tuple["PublicRound", tuple["PublicWinner", ...]]
"""A round, and those of its winners that a page is about."""


def division_href(division: Division) -> str:
    """Return the address of a division's page within the site."""
    return f"division-{division.key}.html"


def every_division(publication: Publication) -> tuple[Division, ...]:
    """Return the divisions that there are, then those in which somebody was chosen while they were still there."""
    found = {division.key: division for division in publication.organisation.divisions}
    for award_round in publication.rounds:
        for winner in award_round.winners:
            found.setdefault(winner.division.key, winner.division)
    return tuple(found.values())


def _renamed(publication: Publication, division: Division, by_round: list[Told]) -> View:
    """Return what a division was called before, and who does its work since it was dissolved; mostly nothing."""
    names = dict.fromkeys(winner.division.name for _, winners in by_round for winner in winners)
    former = [name for name in names if name != division.name]
    today = {each.key: each.name for each in publication.organisation.divisions}
    notes = [labels.DIVISION_BEFORE.format(name=name) for name in former]
    if division.key not in today:
        joined = today.get(division.joined)
        notes.append(labels.DIVISION_JOINED.format(name=joined) if joined else labels.DIVISION_GONE)
    return {"notes": notes} if notes else {}


def trends_href(publication: Seen) -> str:
    """Return the address within the site of the page with the figures of all years, or "" if there is no such page."""
    return TRENDS if publication.has_trends else ""


def _archive(publication: Publication) -> Iterator[Sheet]:
    rounds = publication.announced
    by_round = [(award_round, award_round.winners) for award_round in rounds if award_round.winners]
    if not by_round:
        return
    office = publication.organisation
    yield page_frame.page(
        publication,
        "archive",
        labels.ARCHIVE,
        labels.ARCHIVE_DESCRIPTION.format(office=office.name),
        {
            **_people(by_round),
            "labels": labels.ON_ARCHIVE,
            "office": office.name,
            "trends": trends_href(publication),
            "divisions": _ways(publication, rounds),
        },
    )


def _ways(publication: Publication, rounds: Iterable[PublicRound]) -> list[View]:
    """Return the ways to the divisions in which somebody was chosen, with how many people that are."""
    return [
        {
            "name": division.name,
            "href": division_href(division),
            "people": honoured.counted(people),
            "several": len(people) > 1,
        }
        for division in every_division(publication)
        if (people := [winner for _, winners in _of(rounds, division) for winner in winners])
    ]


def _divisions(publication: Publication) -> Iterator[Sheet]:
    """Lay out a page for each division: its newest people large, with what they did, and those of the years before."""
    rounds = publication.announced
    ways = _ways(publication, rounds)
    for division in every_division(publication):
        by_round = _of(rounds, division)
        if by_round:
            people = _people(by_round)
            newest, *older = people["rounds"]
            (award_round, winners), *_ = by_round
            drawn = len(winners) <= CHARTS
            large = [_large(each, award_round.year, drawn=drawn) for each in winners]
            yield page_frame.page(
                publication,
                f"division-{division.key}",
                labels.DIVISION.format(division=division.name),
                labels.DIVISION_DESCRIPTION.format(division=division.name, office=publication.organisation.name),
                {
                    **people,
                    "rounds": [
                        {**newest, "winners": large},
                        *older,
                    ],
                    "labels": labels.ON_DIVISION,
                    "division": division.name,
                    "office": publication.organisation.name,
                    "others": [way for way in ways if way["href"] != division_href(division)],
                    **_renamed(publication, division, by_round),
                },
            )


CHARTS = 4
"""Of how many people a page draws what citizens said as leaves; of more, the figures alone say it in less."""


def _large(chosen: PublicWinner, year: int, *, drawn: bool) -> View:
    """Return what a page says of one of its newest people: what was done, and what citizens said, `drawn` if wanted."""
    whole = page_frame.winner(chosen, year)
    told = ("href", "name", "called", "position", "quote", "citation", "satisfaction", "portrait", "given", "leaf")
    chart = leaves.hundred(figure(chosen.satisfaction.percent)) if chosen.satisfaction and drawn else None
    return {key: whole[key] for key in told} | {"leaves": chart}


def _trends(publication: Publication) -> Iterator[Sheet]:
    if not trends_href(publication):
        return
    rounds = publication.announced
    yield page_frame.page(
        publication,
        "trends",
        labels.TRENDS,
        labels.TRENDS_DESCRIPTION.format(office=publication.organisation.name),
        {
            "labels": labels.ON_TRENDS,
            "office": publication.organisation.name,
            "outcomes": (figures := leaves.outcomes(_figures(rounds))),
            "axis": leaves.axis(said) if figures and (said := figures["satisfaction"]) else None,
            "rounds": [
                {
                    "year": award_round.year,
                    "people": honoured.counted(award_round.winners),
                    "href": f"{award_round.year}/index.html",
                }
                for award_round in rounds
            ],
            "survey": page_frame.survey(publication.asking),
        },
    )


def _people(by_round: Iterable[Told]) -> View:
    by_round = list(by_round)
    shown = {award_round.year for award_round, _ in _with_faces(by_round)}
    return {
        "count": honoured.counted([winner for _, winners in by_round for winner in winners]),
        "rounds": [
            {
                "year": award_round.year,
                "faces": award_round.year in shown,
                "winners": [_listed(chosen, award_round.year, face=award_round.year in shown) for chosen in winners],
            }
            for award_round, winners in by_round
        ],
        "renditions": page_frame.all_renditions(chosen for _, winners in _with_faces(by_round) for chosen in winners),
        "standing": together(
            *(
                (standing.shown if award_round.year in shown else standing.named)(winners)
                for award_round, winners in by_round
            )
        ),
    }


def _with_faces(by_round: list[Told]) -> list[Told]:
    """Return the newest rounds, of which the people are shown with their portraits."""
    most = list(accumulate(len(winners) for _, winners in by_round))
    return [told for n, (told, people) in enumerate(zip(by_round, most, strict=True)) if n == 0 or people <= FACES]


def _listed(chosen: PublicWinner, year: int, *, face: bool) -> View:
    """Return what a list of people says of one: the way to the own page, the name, the post, and the face if wanted."""
    whole = page_frame.winner(chosen, year)
    small = {"portrait": _small(whole["portrait"]), "given": whole["given"], "leaf": whole["leaf"]} if face else {}
    return {key: whole[key] for key in ("href", "name", "called", "position", "division", "quote")} | small


def _small(portrait: View | None) -> View | None:
    """Return a portrait as a list shows it, in its smaller size alone."""
    return portrait and {**portrait, "sources": portrait["sources"][:1]}


def _of(rounds: Iterable[PublicRound], division: Division) -> list[Told]:
    """Return the rounds in which somebody of a division was chosen, each with only those people."""
    by_round = [
        (award_round, tuple(winner for winner in award_round.winners if winner.division.key == division.key))
        for award_round in rounds
    ]
    return [(award_round, winners) for award_round, winners in by_round if winners]


def _figures(rounds: tuple[PublicRound, ...]) -> View | None:
    """Return the charts of all years.

    A year's target is that of its own round, or else of the record with its figures.
    """
    own = {award_round.year: award_round.outcomes.satisfaction_target for award_round in rounds}
    recorded_targets = {
        figure.year: award_round.outcomes.satisfaction_target
        for award_round in reversed(rounds)
        for figure in award_round.outcomes.satisfaction
    }
    return outcomes.view(_together(rounds), recorded_targets | own)


def _together(rounds: tuple[PublicRound, ...]) -> PublicRound:
    """Return the newest round with the figures of all years; if two records have a year, the later record counts."""
    newest = rounds[0]
    merged = replace(
        newest.outcomes,
        satisfaction=_merged(award_round.outcomes.satisfaction for award_round in rounds),
        complaints=_merged(award_round.outcomes.complaints for award_round in rounds),
    )
    return replace(newest, outcomes=merged)


def _merged(figures: Iterable[tuple[YearFigure, ...]]) -> tuple[YearFigure, ...]:
    by_year: dict[int, YearFigure] = {}
    for year_figures in figures:
        for each in year_figures:
            by_year.setdefault(each.year, each)
    return tuple(by_year[year] for year in sorted(by_year))


PIECE = page_frame.piece("archive", labels.ARCHIVE_PAGE, _archive, "archive.html.j2")
DIVISION = page_frame.piece("division_page", labels.DIVISION_PAGE, _divisions, "division.html.j2")
TRENDS_PAGE = page_frame.piece("trends", labels.TRENDS_PAGE, _trends, "trends.html.j2")
