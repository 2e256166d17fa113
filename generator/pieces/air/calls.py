"""The calls before anybody is chosen: what will be judged, who may nominate, and the survey that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.air import script
from generator.pieces.air.script import ALL, GOOD, KEY, MORE, MUST, THANKS_ALL, out_of_all
from generator.pieces.parts.cutting import Form
from generator.pieces.parts.speech import record, told_apart
from generator.thai.figures import percent

if TYPE_CHECKING:
    from generator.pieces.air.script import Scene
    from generator.pieces.parts.cutting import Block
    from generator.pieces.parts.speech import Part


def criteria(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    """Return what is looked for, and from which day everybody can take part."""
    programme = scene.award_round.programme
    is_open = scene.award_round.survey_state == "open"
    opening = script.opening(
        scene,
        (" กำลังจะคัดเลือก", *scene.award_name),
        " มีเรื่องแจ้งให้ทราบ",
        ("ปีนี้ จะคัดเลือก", *scene.award_name, " เพื่อยกย่องเจ้าหน้าที่ ที่บริการประชาชนดีและเป็นธรรม"),
    )
    names = [record(scene.award_round, criterion.name) for criterion in programme.criteria]
    looks: list[Part] = ["คณะกรรมการพิจารณาจาก ", *told_apart(names)]
    judged: Block = (Form(MUST, ()), Form(MORE, (scene.say(*looks),)))
    answered = (
        scene.say("ประชาชนร่วมให้คะแนนได้ ตั้งแต่บัดนี้ ถึง", *scene.day(programme.survey.counted_until))
        if is_open
        else scene.say("ประชาชนร่วมให้คะแนนได้ ตั้งแต่", *scene.day(programme.survey.opens))
    )
    result = scene.say("กำหนดประกาศผล ใน", *scene.day(programme.result_at.date()))
    voice: Block = (Form(MUST, (answered,)), Form(KEY, (answered, result)))
    brief = script.brief(
        scene,
        THANKS_ALL,
        (*scene.office, " กำลังจะคัดเลือก", *scene.award_name),
        pointing=scene.pointing,
    )
    news = (opening, voice, judged, _how_counted(scene))
    return (script.full(scene, news, THANKS_ALL, script.survey_call(scene, dated=False)), brief)


def nominations(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    """Return until when divisions may nominate, and where citizens can suggest somebody."""
    step = scene.award_round.programme.step("nominations")
    ends = scene.day(step.ends)
    opening = script.opening(
        scene,
        (" เปิดรับการเสนอชื่อ", *scene.award_name),
        " มีเรื่องแจ้งให้ทราบ",
        ("ขณะนี้ เปิดรับการเสนอชื่อผู้สมควรเป็น", *scene.award_name, *scene.year),
    )
    when: Block = (
        Form(MUST, (scene.say("สำนักและกองเสนอชื่อได้ ถึง", *ends),)),
        Form(
            KEY,
            (
                scene.say("สำนักและกองเสนอชื่อได้ ตั้งแต่บัดนี้ ถึง", *ends),
                scene.say("ขอทวนอีกครั้ง เสนอชื่อได้ ถึง", *ends),
            ),
        ),
    )
    whom: Block = (
        Form(MUST, ()),
        Form(MORE, (scene.say("ท่านใดพบเจ้าหน้าที่ที่บริการดี แจ้งหัวหน้าสำนักหรือกองนั้น ให้เสนอชื่อได้"),)),
    )
    brief = script.brief(
        scene,
        THANKS_ALL,
        (*scene.office, " เปิดรับการเสนอชื่อ", *scene.award_name, " ถึง", *ends),
        pointing=scene.pointing,
    )
    news = (opening, when, whom, _how_counted(scene))
    return (script.full(scene, news, THANKS_ALL, script.survey_call(scene, dated=False)), brief)


def survey(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    """Return the invitation to answer in time for the judging."""
    plan = scene.award_round.programme.survey
    counted, minutes = scene.day(plan.counted_until), record(scene.award_round, f"{plan.minutes} นาที")
    opening = script.opening(
        scene,
        (" ขอรับฟังความคิดเห็นของทุกท่าน",),
        " ขอรับฟังความคิดเห็นของพี่น้องทุกท่าน",
        ("ขอเชิญแสดงความเห็น เรื่องการให้บริการของเจ้าหน้าที่ ใช้เวลาประมาณ", *minutes),
    )
    until: Block = (
        Form(MUST, (scene.say("คำตอบที่ส่งภายใน", *counted, " นับเป็นคะแนนคัดเลือก"),)),
        Form(
            GOOD,
            (scene.say("คำตอบที่ส่งภายใน", *counted, " จะนำไปคิดคะแนน ในการคัดเลือก", *scene.award_name, *scene.year),),
        ),
    )
    is_nameless = scene.award_round.programme.survey.nameless
    said: Block = (Form(MORE, (scene.say("ตอบได้โดยไม่ต้องแจ้งชื่อ"),)),) if is_nameless else ()
    nameless: Block = (Form(MUST, ()), *said)
    brief = script.brief(
        scene,
        THANKS_ALL,
        (*scene.office, " ขอเชิญตอบแบบประเมินความพึงพอใจ"),
        ("คำตอบที่ส่งภายใน", *counted, " นับเป็นคะแนนคัดเลือก"),
        pointing=scene.pointing,
    )
    news = (opening, until, nameless, _how_counted(scene))
    again: Block = (Form(MUST, ()), Form(MORE, (scene.say("ขอทวนอีกครั้ง ส่งคำตอบได้ถึง", *counted),)))
    return (script.full(scene, news, THANKS_ALL, (*script.survey_call(scene, dated=False), again)), brief)


def _how_counted(scene: Scene) -> Block:
    """Return how much the public's answers weigh."""
    plan = scene.award_round.programme
    if plan.gate_alone:
        sentence = scene.say("ความพึงพอใจของประชาชน ต้องไม่ต่ำกว่า", *record(scene.award_round, percent(plan.gate_alone)))
    else:
        sentence = scene.say("ความเห็นของประชาชน มีน้ำหนัก ", *out_of_all(scene, plan.citizens_weight))
    return Form(MUST, ()), Form(ALL, (sentence,))
