"""The notice to stop: which scripts may no longer be read out, in letters that can be read from across a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import Piece, each_round
from generator.pieces.air import occasions
from generator.pieces.parts import frame, standing, uses
from generator.press.typeset import TYPESET
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.model import Correction
    from generator.piece import Sheet, View


CALLED = "ใบแจ้งหยุดอ่านบทประกาศ"


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    if not award_round.corrections:
        return
    view = {
        **frame.frame(award_round, f"{CALLED} {award_round.programme.award_name} ปี {award_round.year}"),
        "office": award_round.organisation.name,
        "stops": [
            _stop(award_round, correction)
            for correction in sorted(award_round.corrections, key=lambda correction: correction.day)
        ],
        "call": f"สงสัย โทร {award_round.organisation.phone}",
    }
    who = standing.quoted(award_round, *(correction.right for correction in award_round.corrections))
    yield frame.sheet(
        award_round, f"loudspeaker/{award_round.year}/stop.pdf", view, called=CALLED, paper="A4", standing=who
    )


def _stop(award_round: PublicRound, one: Correction) -> View:
    title = next(occasion.title for occasion in occasions.OCCASIONS if occasion.name == one.of)
    horns = [village for village in award_round.organisation.villages if village.loudspeaker]
    instead = "อ่านบทที่ขึ้นต้นด้วย correction แทน" if one.right else "ไม่ต้องอ่านอะไรแทน"
    return {
        "what": title,
        "since": f"ตั้งแต่ {long_date(one.day)} เป็นต้นไป",
        "files": "แผ่นและไฟล์ที่ขึ้นต้นด้วย " + ", ".join(f"{one.of}-m{village.moo}" for village in horns),
        "right": f"ที่ถูกต้อง คือ {one.right}" if one.right else "",
        "instead": instead,
    }


PIECE = Piece(
    "stop_notice", "ใบแจ้งหยุดอ่าน", each_round(_lay_out), TYPESET, "stop_notice.typ", "none", audience="internal",
    use=uses.ANNOUNCERS, kind="air",
)  # fmt: skip
