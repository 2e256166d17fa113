"""The calls before anybody is chosen: what will be judged, who may nominate, and the survey that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.air import script
from generator.pieces.air.script import ALL, GOOD, KEY, MORE, MUST, POINTING, SCANNED, THANKS_ALL
from generator.pieces.parts.cutting import Form
from generator.pieces.parts.speech import paragraph, record
from generator.thai.dates import date_range

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
        ("ปีนี้จะคัดเลือก", *scene.award_name, *scene.year),
        ("เพื่อยกย่องเจ้าหน้าที่ที่บริการประชาชนได้ดี และเป็นธรรม",),
    )
    names = [record(scene.award_round, criterion.name) for criterion in programme.criteria]
    looks: list[Part] = ["กรรมการพิจารณาจาก ", names[0]]
    for number, name in enumerate(names[1:], 2):
        looks += [" และ" if number == len(names) else " ", name]
    judged: Block = (Form(MUST, ()), Form(MORE, (scene.say(*looks),)))
    answered = (
        scene.say("ขณะนี้ พี่น้องร่วมให้คะแนนได้แล้ว ถึง ", *scene.day(programme.survey.counted_until))
        if is_open
        else scene.say("พี่น้องร่วมให้คะแนนได้ ตั้งแต่ ", *scene.day(programme.survey.opens))
    )
    result = scene.say("ประกาศผล ", *scene.day(programme.result_at.date()))
    voice: Block = (Form(MUST, (answered,)), Form(KEY, (answered, result)))
    brief = script.brief(
        scene,
        THANKS_ALL,
        (*scene.office, " กำลังคัดเลือก", *scene.award_name),
        pointing=f"ร่วมให้คะแนนได้ {SCANNED}" if is_open else POINTING,
    )
    news = (opening, voice, judged, _how_counted(scene))
    return (script.full(scene, news, THANKS_ALL, script.survey_call(scene, dated=False)), brief)


def nominations(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    """Return until when divisions may nominate, and where citizens can suggest somebody."""
    step = scene.award_round.programme.step("nominations")
    days, ends = record(scene.award_round, date_range(step.starts, step.ends)), scene.day(step.ends)
    opening = script.opening(
        scene,
        (" กำลังรับการเสนอชื่อ", *scene.award_name),
        " มีเรื่องแจ้งให้ทราบ",
        ("สำนักและกอง กำลังเสนอชื่อผู้สมควรเป็น", *scene.award_name, *scene.year),
    )
    when: Block = (
        Form(MUST, (scene.say("สำนักและกองเสนอชื่อได้ถึง ", *ends),)),
        Form(KEY, (scene.say("สำนักและกองเสนอชื่อได้ ตั้งแต่ ", *days), scene.say("ขอทวนอีกครั้ง เสนอชื่อได้ถึง ", *ends))),
    )
    whom: Block = (
        Form(MUST, ()),
        Form(MORE, (scene.say("ท่านใดพบเจ้าหน้าที่ที่บริการดี บอกหัวหน้าสำนักหรือกองนั้น ให้เสนอชื่อได้"),)),
    )
    brief = script.brief(
        scene,
        THANKS_ALL,
        (*scene.office, " กำลังรับการเสนอชื่อ", *scene.award_name),
        ("ได้ถึง ", *ends),
        pointing=POINTING,
    )
    return (script.full(scene, (opening, when, whom, _how_counted(scene)), THANKS_ALL), brief)


def survey(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    """Return the invitation to answer in time for the judging."""
    plan = scene.award_round.programme.survey
    counted, minutes = scene.day(plan.counted_until), record(scene.award_round, f"{plan.minutes} นาที")
    opening = script.opening(
        scene,
        (" ขอฟังเสียงของทุกท่าน",),
        " ขอฟังเสียงของพี่น้องทุกท่าน",
        ("ขอเชิญบอกว่า เจ้าหน้าที่บริการท่านเป็นอย่างไร ใช้เวลาราว ", *minutes),
    )
    until: Block = (
        Form(MUST, (scene.say("แบบประเมินที่ส่งภายใน ", *counted, " นับรวมเป็นคะแนน"),)),
        Form(
            GOOD,
            (
                paragraph("แบบประเมินที่ส่งภายใน ", *counted),
                scene.say("จะนำไปรวมเป็นคะแนน ในการคัดเลือก", *scene.award_name, *scene.year),
            ),
        ),
    )
    is_nameless = scene.award_round.programme.survey.nameless
    said: Block = (Form(MORE, (scene.say("ตอบได้โดยไม่ต้องบอกชื่อ"),)),) if is_nameless else ()
    nameless: Block = (Form(MUST, ()), *said)
    brief = script.brief(
        scene,
        THANKS_ALL,
        (*scene.office, " ขอเชิญประเมินการบริการ"),
        ("นับรวมเป็นคะแนน ถึง ", *counted),
        pointing=POINTING,
    )
    news = (opening, until, nameless, _how_counted(scene))
    again: Block = (Form(MUST, ()), Form(MORE, (scene.say("ขอทวนอีกครั้ง ส่งแบบประเมินได้ถึง ", *counted),)))
    return (script.full(scene, news, THANKS_ALL, (*script.survey_call(scene, dated=False), again)), brief)


def _how_counted(scene: Scene) -> Block:
    """Return how much the public's answers weigh."""
    weight = scene.award_round.programme.citizens_weight
    sentence = scene.say("เสียงของประชาชน มีน้ำหนัก ", record(scene.award_round, f"{weight} คะแนน จาก 100 คะแนน"))
    return Form(MUST, ()), Form(ALL, (sentence,))
