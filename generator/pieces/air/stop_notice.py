"""The notice to stop: which scripts may no longer be read out, in letters that can be read from across a room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.piece import Piece, each_round
from generator.pieces.air import labels, occasions
from generator.pieces.parts import frame, standing, uses
from generator.press.typeset import TYPESET
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.model import Correction
    from generator.piece import Sheet, View


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    if not award_round.corrections:
        return
    of_round = frame.of_round(award_round)
    view = {
        **frame.frame(award_round, f"{labels.STOP} {of_round}"),
        "labels": labels.ON_STOP,
        "office": award_round.organisation.name,
        "stops": [
            _stop(award_round, correction)
            for correction in sorted(award_round.corrections, key=lambda correction: correction.day)
        ],
        "call": labels.STOP_CALL.format(phone=award_round.organisation.phone.printed),
    }
    who = standing.quoted(award_round, *(correction.right for correction in award_round.corrections))
    yield frame.sheet(
        award_round, f"loudspeaker/{award_round.year}/stop.pdf", view, called=labels.STOP, paper="A4", standing=who
    )


def _stop(award_round: PublicRound, one: Correction) -> View:
    """Return one stop: what, since when, the files to throw away by their names, and what is read instead."""
    title = next(occasion.title for occasion in occasions.OCCASIONS if occasion.name == one.of)
    before = award_round.corrections[: award_round.corrections.index(one)]
    wrong = occasions.files_of(replace(award_round, corrections=before), one.of)
    right = occasions.files_of(award_round, one.of)
    return {
        "what": title,
        "since": labels.STOP_SINCE.format(day=long_date(one.day)),
        "files": labels.STOP_FILES.format(files=_files(award_round, wrong)),
        "fixed": labels.STOP_FIXED.format(files=_files(award_round, right)) if one.right else "",
        "right": labels.STOP_RIGHT.format(right=one.right) if one.right else "",
        "instead": labels.INSTEAD if one.right else labels.NOTHING_INSTEAD,
    }


def _files(award_round: PublicRound, name: str) -> str:
    horns = (village for village in award_round.organisation.villages if village.loudspeaker)
    return ", ".join(f"{name}-m{village.moo}" for village in horns)


PIECE = Piece(
    "stop_notice", "ใบแจ้งหยุดอ่าน", each_round(_lay_out), TYPESET, "stop_notice.typ", "none", audience="internal",
    use=uses.ANNOUNCERS, kind="air", sets=("แผ่นอ่าน",),
)  # fmt: skip
