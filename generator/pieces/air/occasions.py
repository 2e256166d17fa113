"""What there is to announce at each stage of a round, and what has to be corrected: the table of occasions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import OCCASION_NAMES, ceremony_state, stage_at, survey_state
from generator.pieces.air import calls, chosen, labels, script
from generator.pieces.air.script import KEY, MUST, THANKS_ALL, Occasion
from generator.pieces.parts.cutting import Form
from generator.pieces.parts.speech import record

if TYPE_CHECKING:
    from datetime import date, datetime

    from generator.disclosure import CeremonyState, PublicRound, Stage, SurveyState
    from generator.pieces.air.script import Scene
    from generator.pieces.parts.cutting import Block


def due(award_round: PublicRound) -> list[Occasion]:
    """Return what there is to announce at the round's stage, and what has to be corrected."""
    stopped = {correction.of for correction in award_round.corrections if not correction.right}
    usual = _usual(award_round, award_round.stage, award_round.survey_state, award_round.ceremony)
    there = [occasion for occasion in usual if occasion.name not in stopped]
    there = there if award_round.tells or not award_round.announced else []
    return [*there, CORRECTION] if any(correction.right for correction in award_round.corrections) else there


def at(award_round: PublicRound, moment: datetime) -> list[Occasion]:
    """Return what there will be to announce at a moment, whoever is chosen: exactly then its scripts are made."""
    programme = award_round.programme
    return _usual(
        award_round,
        stage_at(programme, moment),
        survey_state(programme.survey, moment),
        ceremony_state(programme, moment),
    )


def _usual(award_round: PublicRound, stage: Stage, survey: SurveyState, ceremony: CeremonyState) -> list[Occasion]:
    """Return what there is to announce at a stage; the survey from the day on which it counts and is known to count.

    To the ceremony people are invited until it begins, also in the morning of its day.
    """
    by_stage: dict[Stage, list[Occasion]] = {
        "criteria": [CRITERIA],
        "nominations": [CRITERIA, NOMINATIONS],
        "announced": [RESULT],
        "ceremony": [RESULT, THANKS],
        "closed": [RESULT, THANKS],
    }
    usual = by_stage.get(stage, [])
    if stage in {"criteria", "nominations", "survey"} and survey == "open":
        usual = [*usual, SURVEY]
    held = award_round.programme.ceremony and not award_round.nobody
    if held and ceremony == "coming" and RESULT in usual:
        usual = [*usual, CEREMONY]
    return sorted(usual, key=OCCASIONS.index)


def files_of(award_round: PublicRound, occasion: str, day: date | None = None) -> str:
    """Return what the names of an occasion's scripts begin with, now or on an earlier day.

    After a correction it is another name, so that the announcer cannot mistake the old script for the right one.
    """
    times = sum(
        correction.of == occasion and bool(correction.right) and (day is None or correction.day <= day)
        for correction in award_round.corrections
    )
    return f"{occasion}-fixed{times if times > 1 else ''}" if times else occasion


def _correction(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    """Return what was wrong by naming only the subject: the mistake itself is not repeated."""
    wrong = [correction for correction in scene.award_round.corrections if correction.right]
    titles = {occasion.name: occasion.title for occasion in OCCASIONS}
    asking = script.in_short(scene)
    about = tuple(dict.fromkeys(titles[correction.of] for correction in wrong))
    right = tuple(scene.say("ที่ถูกต้อง คือ ", record(scene.award_round, correction.right)) for correction in wrong)
    again = tuple(scene.say("ขอทวนอีกครั้ง ", record(scene.award_round, correction.right)) for correction in wrong)
    opening = script.opening(
        scene,
        (" ขอแก้ไขข้อความที่ประกาศไปแล้ว เรื่อง", " และ ".join(about)),
        " ขอแก้ไขข้อความที่ประกาศไปแล้ว",
        ("เรื่อง ", " และ ".join(about)),
    )
    sorry = scene.say("ขออภัยในความคลาดเคลื่อน")
    return (
        script.full(
            scene,
            (opening, (Form(MUST, right),), (Form(MUST, ()), Form(KEY, again)), (Form(MUST, (sorry,)),)),
            THANKS_ALL,
            asking,
        ),
        script.full(
            scene,
            ((Form(MUST, (scene.say(*scene.office, " ขอแก้ไขข้อความที่ประกาศไปแล้ว"), *right)),),),
            THANKS_ALL,
            asking[:1],
        ),
    )


RESULT = Occasion("result", OCCASION_NAMES["result"], chosen.result)
CEREMONY = Occasion("ceremony", OCCASION_NAMES["ceremony"], chosen.ceremony)
SURVEY = Occasion("survey", OCCASION_NAMES["survey"], calls.survey)
CRITERIA = Occasion("criteria", OCCASION_NAMES["criteria"], calls.criteria)
NOMINATIONS = Occasion("nominations", OCCASION_NAMES["nominations"], calls.nominations)
THANKS = Occasion("thanks", OCCASION_NAMES["thanks"], chosen.thanks)
CORRECTION = Occasion("correction", labels.CORRECTION, _correction)
OF_THE_RESULT = (RESULT, CEREMONY, THANKS)
"""What is worded only when the result is known."""
OCCASIONS = (CRITERIA, NOMINATIONS, SURVEY, RESULT, CEREMONY, THANKS)
