"""What there is to announce at each stage of a round, and what has to be corrected: the table of occasions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import OCCASION_NAMES
from generator.pieces.air import calls, chosen, labels, script
from generator.pieces.air.script import KEY, MUST, THANKS_ALL, Occasion
from generator.pieces.parts.cutting import Form
from generator.pieces.parts.speech import record

if TYPE_CHECKING:
    from generator.disclosure import PublicRound
    from generator.pieces.air.script import Scene
    from generator.pieces.parts.cutting import Block


def due(award_round: PublicRound) -> list[Occasion]:
    """Return what there is to announce at the round's stage, and what has to be corrected."""
    stopped = {correction.of for correction in award_round.corrections if not correction.right}
    usual = [occasion for occasion in _usual(award_round) if occasion.name not in stopped]
    return [*usual, CORRECTION] if any(correction.right for correction in award_round.corrections) else usual


def _usual(award_round: PublicRound) -> list[Occasion]:
    if award_round.winners:
        due_now = [RESULT]
        if award_round.stage == "announced" and award_round.programme.ceremony:
            due_now.append(CEREMONY)
        if award_round.stage in {"ceremony", "closed"}:
            due_now.append(THANKS)
        return due_now
    by_stage = {"criteria": [CRITERIA], "nominations": [CRITERIA, NOMINATIONS], "survey": [SURVEY]}
    return by_stage.get(award_round.stage, [])


def _correction(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    """Return what was wrong by naming only the subject: the mistake itself is not repeated."""
    wrong = [correction for correction in scene.award_round.corrections if correction.right]
    titles = {occasion.name: occasion.title for occasion in OCCASIONS}
    about = tuple(dict.fromkeys(titles[correction.of] for correction in wrong))
    right = tuple(scene.say("ที่ถูกต้อง คือ ", record(correction.right)) for correction in wrong)
    again = tuple(scene.say("ขอทวนอีกครั้ง ", record(correction.right)) for correction in wrong)
    opening = script.opening(
        scene,
        (" ขอแก้ไขข่าว ", " และ ".join(about)),
        " ขอแก้ไขข่าวที่ประกาศไปแล้ว",
        ("เรื่อง ", " และ ".join(about)),
    )
    sorry = scene.say("ขออภัยในความคลาดเคลื่อน")
    return (
        script.full(
            scene,
            (opening, (Form(MUST, right),), (Form(MUST, ()), Form(KEY, again)), (Form(MUST, (sorry,)),)),
            THANKS_ALL,
        ),
        script.brief(
            scene,
            THANKS_ALL,
            (*scene.office, " ขอแก้ไขข่าว"),
            *(("ที่ถูกต้อง คือ ", record(correction.right)) for correction in wrong),
            pointing="ภาพรหัสแบบประเมิน อยู่ที่ป้ายประกาศ ",
        ),
    )


RESULT = Occasion("result", OCCASION_NAMES["result"], chosen.result)
CEREMONY = Occasion("ceremony", OCCASION_NAMES["ceremony"], chosen.ceremony)
SURVEY = Occasion("survey", OCCASION_NAMES["survey"], calls.survey)
CRITERIA = Occasion("criteria", OCCASION_NAMES["criteria"], calls.criteria)
NOMINATIONS = Occasion("nominations", OCCASION_NAMES["nominations"], calls.nominations)
THANKS = Occasion("thanks", OCCASION_NAMES["thanks"], chosen.thanks)
CORRECTION = Occasion("correction", labels.CORRECTION, _correction)
OCCASIONS = (CRITERIA, NOMINATIONS, SURVEY, RESULT, CEREMONY, THANKS)
