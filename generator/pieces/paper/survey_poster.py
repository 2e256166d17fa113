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


def _view(award: PublicRound, division: Division | None) -> View:
    survey = frame.survey(award, award.link("counter", division))
    instructions = ("เปิดกล้องโทรศัพท์ ส่องที่รหัส", "แตะลิงก์ที่ขึ้นบนจอ", f"ตอบแล้วส่ง {asking.effort(award.programme.survey)}")
    steps = instructions if award.survey_state == "open" else ()
    return {
        **frame.heading(award),
        "survey": survey,
        "spot": f"จุดบริการ {division.name}" if division else "",
        "steps": [{"number": str(n), "text": text} for n, text in enumerate(steps, 1)],
    }


def _drawing(award: PublicRound, division: Division | None, name: str) -> drawing.Drawing:
    where = f" {division.name}" if division else ""
    title = f"ประเมินการให้บริการ{where} ปี {award.year}"
    return drawing.Drawing(
        name,
        title,
        f"{LEAFLET}{where}" if division else CALLED,
        0,
        award.link("counter", division),
        lambda *_: (_view(award, division), ()),
        hanging=uses.while_asking(award),
        hangs_on="a4",
    )


def _asks(award: PublicRound) -> bool:
    """Return whether there is, or will be, anything to answer: a closed survey needs no new paper."""
    return award.survey_state != "closed"


def _drawings(award: PublicRound) -> Iterator[drawing.Drawing]:
    if _asks(award):
        yield _drawing(award, None, "survey")


def _leaflets(award: PublicRound) -> Iterator[Sheet]:
    if _asks(award):
        divisions = award.organisation.divisions
        yield from drawing.leaflets(
            award, (_drawing(award, division, f"leaflet-{division.key}") for division in divisions)
        )


def _tents(award: PublicRound) -> Iterator[Sheet]:
    first = ""
    for division in award.organisation.divisions if _asks(award) else ():
        link = award.link("counter", division)
        title = f"{TENT} {division.name} ปี {award.year}"
        path = f"print/{award.year}/tent-{division.key}.pdf"
        first = first or path
        view = {**_view(award, division), **frame.frame(award, title)}
        called = f"{TENT} {division.name}"
        yield frame.sheet(
            award, path, view, (link,), (), first, called=called, design=f"tent-{division.key}", paper="A4"
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
