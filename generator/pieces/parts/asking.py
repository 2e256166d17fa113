"""How citizens are asked: the survey's state in words, how long an answer takes, and the ways that need no camera."""

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
    "open": "ได้รับบริการอย่างไร บอกเราได้",
    "coming": "เสียงของท่านช่วยเลือก",
    "closed": "ขอบคุณทุกเสียงที่บอกเรา",
}
"""What heads the way to the survey."""

CLOSED = "แบบประเมินปิดแล้ว"
NAMELESS = "ไม่ต้องบอกชื่อ"


def takes(survey: Survey) -> str:
    """Return how long an answer takes."""
    return f"ใช้เวลาราว {survey.minutes} นาที"


def effort(survey: Survey) -> str:
    """Return how little an answer asks of who gives it."""
    return f"{takes(survey)} {NAMELESS}"


def period(survey: Survey, state: SurveyState) -> list[str]:
    """Return when the survey takes replies, or until when it did, in parts that stay whole when a line ends."""
    opens, closes = f"วันที่ {long_date(survey.opens)}", f"วันที่ {long_date(survey.closes)}"
    parts: dict[SurveyState, list[str]] = {
        "open": [f"เปิดรับถึง{closes}"],
        "coming": [f"เปิดรับ{opens}", f"ถึง{closes}"],
        "closed": [f"ปิดรับเมื่อ{closes}"],
    }
    return parts[state]


def when(award: PublicRound) -> str:
    """Return the same on one line, for the state in which the survey is."""
    return " ".join(period(award.programme.survey, award.survey_state))


def ways(award: PublicRound) -> list[OtherWay]:
    """Return the ways to answer without a camera, the telephone first; of a closed survey the telephone alone.

    Ways by telephone are given the office's number, and where the record has none the number is one by itself.
    """
    phone = award.organisation.phone
    known = award.programme.survey.other_ways if award.survey_state != "closed" else ()
    calls = [replace(way, detail=f"{phone} {way.detail}".strip()) for way in known if way.kind == "โทรศัพท์"]
    others = [way for way in known if way.kind != "โทรศัพท์"]
    return [*(calls or [OtherWay(CHANNEL_NAMES["phone"], phone, "โทรศัพท์")]), *others]
