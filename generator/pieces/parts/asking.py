"""How citizens are asked: the survey's state in words, how long an answer takes, and the ways without a camera."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.disclosure import CHANNEL_NAMES
from generator.model import OtherWay
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from generator.disclosure import PublicRound, SurveyState
    from generator.model import Survey

TITLES: dict[SurveyState, str] = {
    "open": "ท่านได้รับบริการเป็นอย่างไร บอกเราได้",
    "coming": "เสียงของท่านมีส่วนในการคัดเลือก",
    "closed": "ขอบคุณทุกความเห็นของท่าน",
}
"""The heading above the way to the survey."""

CLOSED = "แบบประเมินปิดแล้ว"
NAMELESS = "ไม่ต้องแจ้งชื่อ"
MINUTES = "{minutes} นาที"


def takes(survey: Survey) -> str:
    """Return how long it takes to answer."""
    return f"ใช้เวลาประมาณ {survey.minutes} นาที"


def effort(survey: Survey) -> str:
    """Return how little it takes to answer."""
    return f"{takes(survey)} {NAMELESS}" if survey.nameless else takes(survey)


def in_short(survey: Survey) -> list[str]:
    """Return the same in two short lines, for where each is large."""
    return [MINUTES.format(minutes=survey.minutes), *([NAMELESS] if survey.nameless else [])]


def period(survey: Survey, state: SurveyState) -> list[str]:
    """Return when the survey takes replies, or until when it did, in parts that must not be broken across lines."""
    opens, closes = f"วันที่ {long_date(survey.opens)}", f"วันที่ {long_date(survey.closes)}"
    parts: dict[SurveyState, list[str]] = {
        "open": [f"เปิดรับถึง{closes}"],
        "coming": [f"เปิดรับ{opens}", f"ถึง{closes}"],
        "closed": [f"ปิดรับเมื่อ{closes}"],
    }
    return parts[state]


def when(award_round: PublicRound) -> str:
    """Return the same on one line, for the current state of the survey."""
    return " ".join(period(award_round.programme.survey, award_round.survey_state))


def ways(award_round: PublicRound) -> list[OtherWay]:
    """Return the ways to answer without a camera, the phone first; when the survey is closed, only the phone.

    Ways by phone get the office's number; if the record has no way by phone, the office's number is added as one.
    """
    phone = award_round.organisation.phone.printed
    other_ways = award_round.programme.survey.other_ways if award_round.survey_state != "closed" else ()
    calls = [replace(way, detail=f"{phone} {way.detail}".strip()) for way in other_ways if way.kind == "โทรศัพท์"]
    others = [way for way in other_ways if way.kind != "โทรศัพท์"]
    return [*(calls or [OtherWay(CHANNEL_NAMES["phone"], phone, "โทรศัพท์")]), *others]
