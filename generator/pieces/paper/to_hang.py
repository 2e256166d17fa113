"""The first page for whoever hangs posters: which sheets, in small, how many of each, and their days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import Standing, together
from generator.piece import Piece, finished_name
from generator.pieces.paper import labels
from generator.pieces.parts import frame, uses
from generator.press.typeset import SKETCHED, sketch_name
from generator.thai.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.piece import Entry, Finished, Sheet, View

FILE = "00-hang-these.pdf"
"""Its name puts it before everything else in a pack."""


def _lay_out(finished: Finished) -> Iterator[Sheet]:
    for award_round in finished.publication.rounds:
        ours = [entry for entry in finished.entries if entry.year == award_round.year]
        hung = [entry for entry in ours if entry.hanging and entry.suffix == ".pdf"]
        if hung:
            yield _page(award_round, hung, ours)


def _page(award_round: PublicRound, hung: list[Entry], entries: list[Entry]) -> Sheet:
    boards = uses.boards(award_round.organisation)
    heading, where = labels.TO_HANG_HEADING, labels.TO_HANG_WHERE
    if any(entry.hanging and entry.hanging.pages > 1 for entry in hung):
        heading, where = labels.TO_HANG_HEADING_SETS, labels.TO_HANG_WHERE_SETS
    view = {
        **frame.frame(award_round, f"{labels.TO_HANG} {frame.of_round(award_round)}"),
        "heading": heading.format(sheets=len(hung), copies=len(boards)),
        "of_round": frame.of_round(award_round),
        "office": award_round.organisation.name,
        "where": where.format(places=labels.ORDER_EVERYWHERE.format(villages=len(boards) - 1)),
        "hung": [_sheet(entry, entries, len(boards)) for entry in hung],
        "sketches": [{"source": finished_name(entry.sha256), "name": sketch_name(entry.sha256)} for entry in hung],
        "phone": labels.BOARD_PLAN_CALL.format(phone=award_round.organisation.phone.printed),
        "labels": labels.ON_TO_HANG,
    }
    return frame.sheet(
        award_round,
        f"print/{award_round.year}/{FILE}",
        view,
        called=labels.TO_HANG,
        paper="A4",
        standing=together(*(Standing(entry.people, entry.portrayed) for entry in hung)),
        looks_into=tuple(hung),
    )


def _sheet(entry: Entry, entries: list[Entry], copies: int) -> View:
    """Return one sheet to print: in small, its file, the file for a smaller printer, how many, and its days."""
    assert entry.hanging  # noqa: S101 - the caller passes only such entries
    smaller = [
        other.file
        for other in entries
        if (other.piece, other.design, other.wide, other.paper) == (entry.piece, entry.design, False, "A4")
        and other.path != entry.path
    ]
    pages = entry.hanging.pages
    said = labels.TO_HANG_COPIES if pages == 1 else labels.TO_HANG_SETS
    return {
        "picture": sketch_name(entry.sha256),
        "alt": labels.TO_HANG_ALT.format(called=entry.called),
        "called": entry.called,
        "copies": said.format(paper=entry.paper, copies=copies, pages=pages),
        "file": entry.file,
        "smaller": labels.TO_HANG_SMALLER.format(file=smaller[0]) if smaller else "",
        "days": labels.TO_HANG_DAYS.format(up=short_date(entry.hanging.up), down=short_date(entry.hanging.down)),
    }


PIECE: Piece[Finished] = Piece(
    "to_hang", labels.TO_HANG, _lay_out, SKETCHED, "to_hang.typ", "none", audience="internal",
    use=uses.WITH_WHO_HANGS,
)  # fmt: skip
