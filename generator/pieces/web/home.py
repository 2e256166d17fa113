"""The first page: the newest winners, the results of the programme, and what is open today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import STAGE_NAMES
from generator.pieces.air import voice
from generator.pieces.parts import frame, outcomes, standing, timeline
from generator.pieces.web import archive, page_frame
from generator.thai.dates import date_range, long_date, year_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import Publication, PublicRound
    from generator.piece import Sheet, View


def _lay_out(publication: Publication) -> Iterator[Sheet]:
    newest, announced = publication.newest, publication.newest_announced
    award_round = announced or newest
    winners = announced.winners if announced else ()
    body: View = {
        "award": frame.award_lines(newest.programme.award_name),
        "year": award_round.year,
        "people": publication.organisation.people,
        "office": publication.organisation.name,
        "winners": [page_frame.winner(chosen, award_round.year) for chosen in winners],
        "now": None if newest.announced else _now(newest),
        "counted": newest.stage == "judging",
        "trends": archive.trends_href(publication),
        "heard": voice.heard(publication, award_round),
        "outcomes": outcomes.view(award_round),
        "survey": page_frame.survey(publication.asking),
        "steps": timeline.steps(newest),
        "newest": newest.year,
        "renditions": page_frame.all_renditions(winners),
        "standing": standing.shown(winners),
    }
    if announced:
        description = f"ผู้ได้รับการคัดเลือกเป็น{announced.programme.award_name} ประจำปี {announced.year} ของ{body['office']}"
    else:
        description = f"{newest.programme.title} {year_text(newest.year)} ของ{body['office']}"
    yield page_frame.page(publication, "index", newest.programme.award_name, description, body)


def _now(award_round: PublicRound) -> View:
    """Return what a visitor can read or do in a round whose result is still to come."""
    plan, year = award_round.programme, award_round.year
    nominations, notice = plan.step("nominations"), plan.step("criteria_notice")
    text, day = {
        "preparing": ("จะประกาศหลักเกณฑ์", date_range(notice.starts, notice.ends)),
        "criteria": ("สำนักและกองเสนอชื่อบุคลากรได้", date_range(nominations.starts, nominations.ends)),
        "nominations": ("สำนักและกองเสนอชื่อบุคลากรในสังกัดได้ถึง", long_date(nominations.ends)),
        "survey": (
            "ความเห็นของประชาชนเป็นเกณฑ์หนึ่งในการตัดสิน นับรวมคำตอบที่ส่งถึง",
            long_date(plan.survey.counted_until),
        ),
        "judging": ("นับคะแนนความพึงพอใจจากประชาชนแล้ว จะประกาศผล", long_date(plan.result_at.date())),
    }[award_round.stage]
    return {
        "year": year,
        "headline": "ขอเชิญประเมินการให้บริการ" if award_round.stage == "survey" else STAGE_NAMES[award_round.stage].th,
        "text": text,
        "day": day,
        "dates": [{"name": name, "when": when} for name, when in timeline.main_dates(award_round)],
        "criteria": None if award_round.stage == "preparing" else f"{year}/criteria.html",
    }


PIECE = page_frame.piece("home", "หน้าแรก", _lay_out, "home.html.j2")
