"""The plan for the notice boards: a page for each board with what hangs there, from when to when, and room to sign."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from generator.piece import Piece, each_round
from generator.pieces import frame, newsletter
from generator.press.typeset import TYPESET
from generator.thai.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Organisation
    from generator.piece import Sheet, View
    from generator.public import PublicRound

DAYS_UP = timedelta(days=30)
"""How long a result hangs; no rule names a length, and offices take a month."""

OFFICE_BOARD = "ที่ทำการ"


class Hanging(NamedTuple):
    """A sheet on a board: what, on which paper, from when to when."""

    what: str
    paper: str
    up: date
    down: date


def hangings(award: PublicRound) -> list[Hanging]:
    """Return what hangs on every board at the round's stage, the oldest first."""
    programme, asked = award.programme, award.programme.survey
    days = {step.key: step for step in programme.steps}
    found = []
    if award.winners:
        told = programme.result_at.date()
        found += [
            Hanging("โปสเตอร์ประกาศผล", "A3", told, told + DAYS_UP),
            Hanging(f"จดหมายข่าว {newsletter.pages(award)} หน้า", "A4", told, told + DAYS_UP),
        ]
    elif award.stage in {"criteria", "nominations", "survey", "judging"}:
        first = days["criteria_notice"].starts if "criteria_notice" in days else asked.opens
        found.append(Hanging("โปสเตอร์หลักเกณฑ์และกำหนดการ", "A3", first, programme.result_at.date()))
    if found and (award.survey_open or award.survey_coming):
        found.append(Hanging("โปสเตอร์แบบประเมิน", "A4", max(asked.opens, found[0].up), asked.closes))
    return found


def places(office: Organisation) -> list[tuple[str, str]]:
    """Return every place with a board, and where there the board is: the office itself, then the villages."""
    boards = [(f"หมู่ที่ {each.moo} {each.name}", each.board) for each in office.villages if each.board]
    return [(office.name, OFFICE_BOARD), *boards]


def _lay_out(award: PublicRound) -> Iterator[Sheet]:
    rows = hangings(award)
    if not rows:
        return
    title = f"แผนติดป้ายประกาศ {award.programme.award} ปี {award.year}"
    view = {
        **frame.frame(award, title),
        "heading": "แผนติดป้ายประกาศ",
        "of_round": f"{award.programme.award} ปี {award.year}",
        "office": award.organisation.name,
        "phone": f"สงสัยหรือแผ่นชำรุด โทร {award.organisation.phone}",
        "boards": [_board(place, where, rows) for place, where in places(award.organisation)],
        "columns": ["แผ่นที่ติด", "ขนาด", "จำนวน", "ติดวันที่", "เก็บวันที่", "ติดแล้ว", "เก็บแล้ว", "ลงชื่อ"],
    }
    yield frame.sheet(award, f"print/{award.year}/board-plan.pdf", view)


def _board(place: str, where: str, rows: list[Hanging]) -> View:
    return {
        "place": place,
        "where": where,
        "rows": [[row.what, row.paper, "1 แผ่น", short_date(row.up), short_date(row.down)] for row in rows],
    }


PIECE = Piece(
    "board_plan", "แผนติดป้ายประกาศ", each_round(_lay_out), TYPESET, "board_plan.typ", "none", audience="internal"
)
