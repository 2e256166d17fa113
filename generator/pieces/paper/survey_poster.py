"""The survey's own poster, leaflet and table tent: the code dominates, visible from afar and at every counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import Piece, each_round
from generator.pieces.parts import asking, drawing, frame, uses
from generator.press.typeset import TYPESET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.model import Division
    from generator.piece import Sheet, View


CALLED, LEAFLET, TENT = "โปสเตอร์แบบประเมิน", "ใบปลิวแบบประเมิน", "ป้ายตั้งโต๊ะ"


def _view(award_round: PublicRound, division: Division | None) -> View:
    survey = frame.survey(award_round, award_round.link("counter", division))
    instructions = ("เปิดกล้องโทรศัพท์ ส่องที่รหัส", "แตะลิงก์ที่ขึ้นบนจอ", f"ตอบแล้วส่ง {asking.effort(award_round.programme.survey)}")
    steps = instructions if award_round.survey_state == "open" else ()
    return {
        **frame.heading(award_round),
        "survey": survey,
        "spot": f"จุดบริการ {division.name}" if division else "",
        "steps": [{"number": str(n), "text": text} for n, text in enumerate(steps, 1)],
    }


def _drawing(award_round: PublicRound, division: Division | None, name: str) -> drawing.Drawing:
    where = f" {division.name}" if division else ""
    title = f"ประเมินการให้บริการ{where} ปี {award_round.year}"
    return drawing.Drawing(
        name,
        title,
        f"{LEAFLET}{where}" if division else CALLED,
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
        title = f"{TENT} {division.name} ปี {award_round.year}"
        path = f"print/{award_round.year}/tent-{division.key}.pdf"
        first = first or path
        view = {**_view(award_round, division), **frame.frame(award_round, title)}
        called = f"{TENT} {division.name}"
        yield frame.sheet(
            award_round, path, view, (link,), (), first, called=called, design=f"tent-{division.key}", paper="A4"
        )


PIECES = (
    *drawing.pieces(
        "survey_poster", CALLED, "survey_poster.typ", _drawings, use=uses.BOARDS, office=drawing.OFFICE[:1]
    ),
    Piece(
        "survey_leaflet", "ใบปลิวแบบประเมิน A5", each_round(_leaflets), TYPESET, "survey_poster.typ", "survey",
        audience="internal", use=uses.COUNTERS,
    ),
    Piece(
        "table_tent", TENT, each_round(_tents), TYPESET, "table_tent.typ", "survey", audience="internal",
        use=uses.COUNTER,
    ),
)  # fmt: skip
