"""The sheets of a piece of either wave, from rounds made for tests; holds no assertion."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.building.listing import of_job
from generator.building.plan import Job, papers_of
from generator.disclosure import Publication
from generator.piece import Finished, drawn
from generator.pieces import FIRST, SECOND
from tests.support.rounds import draw_all

if TYPE_CHECKING:
    from pathlib import Path

    from generator.disclosure import PublicRound
    from generator.piece import Entry, Piece, Sheet


def finished(publication: Publication, folder: Path | None = None, *names: str) -> Finished:
    """Return the input of the second wave: entries of every paper, or of named pieces.

    Readable only with a `folder`.
    """
    made: dict[str, tuple[Piece[Any], Sheet]] = {}
    entries = []
    for piece in papers_of(FIRST):
        if not names or piece.name in names:
            for sheet in piece.lay_out(publication):
                value = json.dumps(sheet.view, ensure_ascii=False).encode()
                entry = of_job(
                    Job(piece, sheet, sheet.path, piece.audience, piece.channel), f"build/{sheet.path}", value
                )
                made[entry.path] = piece, sheet
                entries.append(entry)

    def read(entry: Entry) -> bytes:
        assert folder, "nothing is opened in this test"
        piece, sheet = made[entry.path]
        return piece.press.press(piece.template, drawn(sheet), draw_all(sheet.renditions, folder))

    return Finished(publication, tuple(entries), read)


def sheets_of(piece: Piece[Any], publication: Publication, folder: Path | None = None, *names: str) -> list[Sheet]:
    """Return the sheets of a piece of either wave; the second is given every paper, or those of named pieces."""
    return list(piece.lay_out(finished(publication, folder, *names) if piece in SECOND else publication))


def of_round(piece: Piece[Any], award_round: PublicRound) -> list[Sheet]:
    """Return the sheets of a piece for one round."""
    return sheets_of(piece, Publication(award_round.organisation, (award_round,)))
