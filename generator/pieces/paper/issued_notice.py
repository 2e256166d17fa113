"""The notices that the office issued, as PDF for everybody: the words of the signed paper, from its day on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import PAPER_NAMES
from generator.piece import Piece, Sheet, each_round
from generator.pieces.paper import labels
from generator.pieces.parts import labels as shared_labels
from generator.pieces.parts import notice, official, standing, uses
from generator.press.typeset import TYPESET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.model import PaperKey


def called(paper: PaperKey) -> str:
    """Return what the office calls a notice."""
    return PAPER_NAMES[paper]


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    for issued in notice.issued(award_round):
        if issued.blocks:
            named = award_round.winners if issued.paper == "result-notice" else ()
            notes = list(_notes(award_round))
            view = official.view(award_round, issued.basis, issued.blocks, notes, official.KRUT, official.KRUT)
            yield Sheet(
                f"notices/{award_round.year}/{issued.paper}.pdf",
                view["title"],
                view,
                award_round.year,
                renditions=official.krut(award_round.programme),
                called=called(issued.paper),
                standing=standing.named(named),
            )


def _notes(award_round: PublicRound) -> Iterator[str]:
    yield labels.NOTICE_COPY
    if award_round.sample:
        yield shared_labels.PAPER_SAMPLE


PIECE = Piece(
    "notice",
    labels.NOTICE,
    each_round(_lay_out),
    TYPESET,
    "official.typ",
    "none",
    channel="site",
    use=uses.OFFICE_BOARD_ALONE,
    lasting=True,
)
