"""The round as two tables for people who want to check the figures: who was chosen, and every public figure.

One table has a row per person, the other a row per figure, so that tables of several years or offices can be appended
to each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import enough
from generator.piece import Piece, Sheet, each_round
from generator.pieces.parts import frame, standing, uses
from generator.pieces.parts.outcomes import COMPLAINTS, SATISFACTION
from generator.press.data import DATA
from generator.thai.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Brought, PublicRound, PublicWinner

PEOPLE = (
    "ปี พ.ศ.",
    "หน่วยงาน",
    "ชื่อ",
    "ตำแหน่ง",
    "สังกัด",
    "ประเภท",
    "อันดับ",
    "ร้อยละความพึงพอใจ",
    "ผู้ตอบ (คน)",
    "คะแนนรวม",
    "หน้าเว็บ",
    "หมายเหตุ",
)
FIGURES = ("ปี พ.ศ.", "หน่วยงาน", "เรื่อง", "รายการ", "ค่า", "หน่วย", "เป้าหมาย", "ผู้ตอบ (คน)", "หมายเหตุ")


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    if award_round.announced:
        if award_round.winners:
            yield _table(award_round, "winners", "ผู้ได้รับการคัดเลือก", PEOPLE, _people(award_round), award_round.winners)
        yield _table(award_round, "figures", "ตัวเลขของรอบ", FIGURES, _figures(award_round))


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
        f"{title} ปี {award_round.year} (CSV)",
        view,
        award_round.year,
        called=f"{title} (CSV)",
        standing=standing.named(people),
    )


def _people(award_round: PublicRound) -> Iterator[tuple[str, ...]]:
    for winner in award_round.winners:
        satisfaction = winner.satisfaction
        yield (
            winner.name.full,
            winner.position,
            winner.division.name,
            winner.category.name,
            str(winner.rank or ""),
            figure(satisfaction.percent) if satisfaction else "",
            str(satisfaction.replies) if satisfaction else "",
            figure(winner.total) if winner.total is not None else "",
            f"{award_round.organisation.site}/{award_round.year}/winner-{winner.id}.html",
        )


def _figures(award_round: PublicRound) -> Iterator[tuple[str, ...]]:
    outcomes, target = award_round.outcomes, figure(award_round.outcomes.satisfaction_target)
    for year_figure in outcomes.satisfaction:
        replies = enough(year_figure.replies)
        answered = "" if replies is None else str(replies)
        yield SATISFACTION, f"ปี {year_figure.year}", figure(year_figure.value), "ร้อยละ", target, answered
    for came in outcomes.complaints:
        yield COMPLAINTS, f"ปี {came.year}", figure(came.value), "เรื่อง", "ลดลงจากปีก่อน", ""
    for criterion in award_round.programme.criteria:
        yield "น้ำหนักคะแนน", criterion.name, str(criterion.weight), "คะแนน", "", ""
    if award_round.reach:
        yield from _brought("ผู้ตอบแยกตามช่องทาง", award_round.reach.channels)
        yield from _brought("ผู้ตอบแยกตามที่", award_round.reach.places)


def _brought(about: str, found: tuple[Brought, ...]) -> Iterator[tuple[str, ...]]:
    for row in found:
        yield about, row.name, str(row.replies), "คน", "", ""
        for part in row.of:
            yield f"{about} (ในจำนวนนี้)", f"{row.name} {part.name}", str(part.replies), "คน", "", ""


PIECE = Piece(
    "open_data", "ข้อมูลเปิด", each_round(_lay_out), DATA, "", "none", channel="site", use=uses.WHO_ASKS, kind="data"
)
