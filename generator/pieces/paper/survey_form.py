"""The survey on paper, A4, for people without a phone: four aspects, five levels, and lines for their own words.

Aspects and levels are the usual ones (domain notes, section 2.1); a round may define its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import Aspect
from generator.piece import Piece, each_round
from generator.pieces.parts import frame, uses
from generator.press.typeset import TYPESET
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.piece import Sheet

USUAL = (
    Aspect("กระบวนการและขั้นตอน", ("ขั้นตอนไม่ยุ่งยาก บอกชัดว่าต้องทำอะไร", "รอไม่นาน และเรียงตามคิว", "มีป้ายบอกขั้นตอนและเวลาที่ใช้")),
    Aspect("เจ้าหน้าที่", ("สุภาพ ยิ้มแย้ม", "เต็มใจช่วย และอธิบายเข้าใจง่าย", "ปฏิบัติกับทุกคนเท่ากัน")),
    Aspect("สิ่งอำนวยความสะดวก", ("ที่นั่งรอ ห้องน้ำ และที่จอดรถเพียงพอ", "ผู้สูงอายุและผู้พิการใช้บริการได้สะดวก")),
    Aspect("ผลของบริการ", ("ได้รับบริการครบถ้วน ถูกต้อง", "ตรงกับเรื่องที่มาติดต่อ")),
)
CALLED = "แบบประเมินฉบับกระดาษ"
LEVELS = ("มากที่สุด", "มาก", "ปานกลาง", "น้อย", "น้อยที่สุด")
"""The levels from 5 to 1."""


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    survey = award_round.programme.survey
    if award_round.survey_state == "closed":
        return
    link = award_round.link("counter")
    view = {
        **frame.frame(award_round, f"แบบประเมินความพึงพอใจการให้บริการ ปี {award_round.year}"),
        "heading": "แบบประเมินความพึงพอใจการให้บริการ",
        "office": award_round.organisation.name,
        "lead": f"ไม่ต้องเขียนชื่อผู้ตอบ {_use(award_round)}",
        "spots": [division.name for division in award_round.organisation.divisions],
        "levels": [{"name": name, "points": str(5 - n)} for n, name in enumerate(LEVELS)],
        "aspects": [{"name": aspect.name, "items": list(aspect.items)} for aspect in survey.aspects or USUAL],
        "until": f"ส่งได้ถึง {long_date(survey.closes)}",
        "returns": [f"{way.name}: {way.detail}" for way in survey.other_ways if way.kind != "โทรศัพท์"],
        "survey": frame.survey(award_round, link),
    }
    yield frame.sheet(
        award_round, f"print/{award_round.year}/survey-form.pdf", view, (link,), called=CALLED, paper="A4"
    )


def _use(award_round: PublicRound) -> str:
    """Return what a reply is used for, on the day on which the form is made."""
    if not award_round.counting:
        return "คำตอบของท่านใช้ปรับปรุงบริการ"
    day = long_date(award_round.programme.survey.counted_until)
    return f"คำตอบของท่านใช้ปรับปรุงบริการ และที่ส่งถึง {day} นับเป็นคะแนนในการคัดเลือกบุคลากรต้นแบบ"


PIECE = Piece(
    "survey_form", CALLED, each_round(_lay_out), TYPESET, "survey_form.typ", "survey", use=uses.COUNTERS_AND_VILLAGES
)
