"""The round as tables for people who want to check the figures: who was chosen, and every public figure.

One table has a row per person, the other a row per figure, so that tables of several years or offices can be appended
to each other. Where the rules allow it, a third has a row for everybody who was counted, without names.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.disclosure import Standing, enough
from generator.piece import Piece, Sheet, each_round
from generator.pieces.paper import labels
from generator.pieces.parts import frame, standing, uses
from generator.pieces.parts import labels as shared
from generator.pieces.parts.outcomes import COMPLAINTS, SATISFACTION
from generator.press.data import DATA
from generator.thai.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.disclosure import Brought, OpenTable, PublicRound, PublicWinner, Row

COUNT: Final = "count"
"""The name of the file with anonymous rows, without its ending."""
COUNT_CALLED: Final = labels.OPEN_DATA_CALLED.format(title=labels.OPEN_DATA_COUNT)


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    if award_round.announced:
        if award_round.winners:
            yield _table(
                award_round,
                "winners",
                labels.OPEN_DATA_WINNERS,
                labels.WINNER_HEADS,
                _people(award_round),
                award_round.winners,
            )
        yield _table(award_round, "figures", labels.OPEN_DATA_FIGURES, labels.FIGURE_HEADS, _figures(award_round))
        if award_round.count and award_round.count.tables:
            rows = _count(award_round, award_round.count.tables)
            table = _table(award_round, COUNT, labels.OPEN_DATA_COUNT, labels.COUNT_HEADS, rows)
            yield replace(table, standing=Standing((), standing.shown(award_round.winners).portrayed))


def _table(
    award_round: PublicRound,
    name: str,
    title: str,
    heads: tuple[str, ...],
    rows: Iterator[tuple[str, ...]],
    people: tuple[PublicWinner, ...] = (),
) -> Sheet:
    note = frame.NOT_REAL if award_round.sample else ""
    front = (str(award_round.year), award_round.organisation.name)
    view = {"title": title, "heads": list(heads), "rows": [[*front, *row, note] for row in rows]}
    return Sheet(
        f"papers/{award_round.year}/{name}.csv",
        labels.OPEN_DATA_TITLE.format(title=title, year=award_round.year),
        view,
        award_round.year,
        called=labels.OPEN_DATA_CALLED.format(title=title),
        standing=standing.named(people),
    )


def _people(award_round: PublicRound) -> Iterator[tuple[str, ...]]:
    for winner in award_round.winners:
        satisfaction = winner.satisfaction
        for honour in winner.honours:
            yield (
                winner.name.full,
                winner.position,
                winner.division.name,
                honour.category.name,
                honour.place_text.removeprefix("อันดับที่ "),
                figure(satisfaction.percent) if satisfaction else "",
                str(satisfaction.replies) if satisfaction else "",
                figure(honour.total) if honour.total is not None else "",
                award_round.organisation.page(f"{award_round.year}/winner-{winner.id}.html"),
            )


def _figures(award_round: PublicRound) -> Iterator[tuple[str, ...]]:
    outcomes, target = award_round.outcomes, figure(award_round.outcomes.satisfaction_target)
    for year_figure in outcomes.satisfaction:
        replies = enough(year_figure.replies)
        answered = "" if replies is None else str(replies)
        yield (
            SATISFACTION,
            shared.OF_YEAR.format(year=year_figure.year),
            figure(year_figure.value),
            labels.PERCENT,
            target,
            answered,
        )
    if award_round.opinions:
        for said in award_round.opinions.aspects:
            yield labels.BY_ASPECT, said.aspect, figure(said.percent), labels.PERCENT, target, str(said.people)
            for end, value in zip(labels.ENDS, said.between or (), strict=False):
                name = f"{said.aspect} {end}"
                yield labels.WITHIN_95.format(about=labels.BY_ASPECT), name, figure(value), labels.PERCENT, "", ""
    for came in outcomes.complaints:
        yield COMPLAINTS, shared.OF_YEAR.format(year=came.year), figure(came.value), labels.CASE, labels.FEWER, ""
    for criterion in award_round.programme.criteria:
        yield labels.WEIGHT, criterion.name, str(criterion.weight), labels.POINT, "", ""
    if award_round.reach:
        yield from _brought(labels.BY_CHANNEL, award_round.reach.channels)
        yield from _brought(labels.BY_PLACE, award_round.reach.places)


def _count(award_round: PublicRound, tables: tuple[OpenTable, ...]) -> Iterator[tuple[str, ...]]:
    weight = str(award_round.programme.citizens_weight)
    for table in tables:
        for number, row in enumerate(table.rows, 1):
            yield table.category.name, str(number), *digits(row, weight)


def digits(row: Row, weight: str) -> tuple[str, str, str, str, str, str]:
    """Return an anonymous row as it is written: the committee's part, percent and weight, total, order and place.

    Unlike other figures these are not rounded: whoever adds them must come to the total.
    """
    heard = ("", "") if row.percent is None else (written(row.percent), weight)
    return written(row.committee), *heard, written(row.total), str(row.order or ""), str(row.place)


def written(value: Decimal) -> str:
    """Return a figure with all its decimals and no idle zeros."""
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def _brought(about: str, found: tuple[Brought, ...]) -> Iterator[tuple[str, ...]]:
    for row in found:
        yield about, row.name, str(row.replies), labels.PERSON, "", ""
        for part in row.of:
            yield labels.WITHIN.format(about=about), f"{row.name} {part.name}", str(part.replies), labels.PERSON, "", ""


PIECE = Piece(
    "open_data",
    labels.OPEN_DATA,
    each_round(_lay_out),
    DATA,
    "",
    "none",
    channel="site",
    use=uses.WHO_ASKS,
    kind="data",
    lasting=True,
)
