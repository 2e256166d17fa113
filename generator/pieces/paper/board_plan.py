"""The plan for the notice boards: a row a place, a column a sheet, from when to when it hangs there, boxes to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import Piece
from generator.pieces.paper import labels
from generator.pieces.parts import frame, uses
from generator.press.typeset import TYPESET
from generator.thai.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.piece import Entry, Finished, Sheet, View


def _lay_out(finished: Finished) -> Iterator[Sheet]:
    for award_round in finished.publication.rounds:
        hung = [_column(entry) for entry in finished.entries if entry.year == award_round.year and entry.hanging]
        if hung:
            yield _plan(award_round, hung)


def _plan(award_round: PublicRound, columns: list[View]) -> Sheet:
    view = {
        **frame.frame(award_round, f"{labels.BOARD_PLAN} {frame.of_round(award_round)}"),
        "heading": labels.BOARD_PLAN,
        "of_round": frame.of_round(award_round),
        "office": award_round.organisation.name,
        "phone": labels.BOARD_PLAN_NUMBER.format(phone=award_round.organisation.phone.printed),
        "boards": [{"place": place, "where": where} for place, where in uses.boards(award_round.organisation)],
        "columns": columns,
        "labels": labels.ON_BOARD_PLAN,
    }
    return frame.sheet(
        award_round, f"print/{award_round.year}/board-plan.pdf", view, called=labels.BOARD_PLAN, paper="A4"
    )


def _column(entry: Entry) -> View:
    """Return the head of a column: the sheet, its paper, on how many, from when to when."""
    assert entry.hanging  # noqa: S101 - the caller passes only such entries
    up, down = short_date(entry.hanging.up), short_date(entry.hanging.down)
    return {
        "called": entry.called if entry.way == entry.paper else f"{entry.called} {entry.way}".rstrip(),
        "size": entry.paper,
        "pages": labels.BOARD_PLAN_PAPERS.format(pages=entry.hanging.pages),
        "up": labels.BOARD_PLAN_UP.format(day=up),
        "down": labels.BOARD_PLAN_DOWN.format(day=down),
    }


PIECE: Piece[Finished] = Piece(
    "board_plan",
    labels.BOARD_PLAN,
    _lay_out,
    TYPESET,
    "board_plan.typ",
    "none",
    audience="internal",
    use=uses.WITH_WHO_HANGS,
)
