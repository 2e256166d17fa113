"""The news of who was chosen: the result, the invitation to the ceremony, and thanks with what came of it.

Names come twice, since listeners cannot look anything up. Everybody gets as many words as everybody else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.air import script
from generator.pieces.air.script import ALL, GOOD, KEY, MORE, MUST
from generator.pieces.parts import occasion
from generator.pieces.parts.cutting import Form
from generator.pieces.parts.outcomes import COMPLAINTS
from generator.pieces.parts.speech import called, honours, ordinal, paragraph, record
from generator.thai.dates import clock, day_and_month, long_date
from generator.thai.figures import count, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicWinner
    from generator.pieces.air.script import Scene
    from generator.pieces.parts.cutting import Block
    from generator.pieces.parts.speech import Paragraph, Part

MOST_NAMES = 6
"""With more names than this, listeners remember none, however often they are repeated in a reading."""


def result(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    """Return who was chosen: all names twice, all names once, or only how many and where their names hang."""
    day = record(long_date(scene.award_round.programme.result_at.date()))
    opening = script.opening(
        scene,
        (" ประกาศผล", *scene.award_name, "แล้ว"),
        " มีข่าวน่ายินดีมาแจ้งให้ทราบ",
        ("เมื่อ ", *day, " ได้ประกาศผลการคัดเลือก", *scene.award_name, *scene.year),
    )
    thanks = "ขอบคุณที่รับฟัง และขอแสดงความยินดีกับผู้ได้รับการคัดเลือก"
    after = (_how_chosen(scene), _invited(scene))
    people, again = _listed(scene)
    names = (people, again) if len(scene.award_round.winners) <= MOST_NAMES else (people,)
    news = ((opening, *names, *after), (opening, people, *after), (opening, *_counted(scene), *after))
    count = record(f"{len(scene.award_round.winners)} คน")
    brief = script.brief(
        scene,
        thanks,
        (*scene.office, " ประกาศผล", *scene.award_name, "แล้ว มี ", count),
        pointing="รายชื่อ และภาพรหัสแบบประเมิน อยู่ที่ป้ายประกาศ ",
    )
    return (*(script.full(scene, version, thanks) for version in news), brief)


def ceremony(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    """Return the invitation to the ceremony; nothing, if no ceremony is planned."""
    plan = scene.award_round.programme.ceremony
    if plan is None:
        return ()
    day, place = record(occasion.day(scene.award_round)), record(plan.place)
    hour = record(f"เวลา {clock(plan.starts)}")
    opening = script.opening(
        scene,
        (" ขอเชิญร่วมพิธีมอบประกาศเกียรติคุณ ใน", *day, " ", *hour, " ที่", *place),
        " ขอเชิญพี่น้องทุกท่าน",
        ("ร่วมพิธีมอบประกาศเกียรติคุณแก่", *scene.award_name, *scene.year),
        ("ใน", *day, " ", *hour),
        ("ที่", *place),
    )
    people = _listed(scene)[0]
    count = paragraph("ผู้รับประกาศเกียรติคุณ มี ", record(f"{len(scene.award_round.winners)} คน"))
    who: Block = (Form(MUST, ()), Form(GOOD, (count,)), *(form._replace(rank=ALL) for form in people[:2]))
    again: Block = (
        Form(MUST, ()),
        Form(KEY, (scene.say("ขอทวนอีกครั้ง ", *day, " ", *hour, " ที่", *place),)),
    )
    thanks = "ขอบคุณที่รับฟัง แล้วพบกันในพิธี"
    starts = scene.award_round.programme.step("ceremony").starts
    soon = record(f"{day_and_month(starts)} {clock(plan.starts)}")
    brief = script.brief(
        scene,
        thanks,
        (*scene.office, " ขอเชิญร่วมพิธีมอบประกาศเกียรติคุณ"),
        (*soon, " ที่", *place),
        pointing="ภาพรหัสแบบประเมิน อยู่ที่ป้ายประกาศ ",
    )
    return (script.full(scene, (opening, who, again), thanks), brief)


def thanks(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    """Return what came of the year: the citizens' satisfaction against its target, and complaints."""
    outcomes, year = scene.award_round.outcomes, scene.award_round.year
    opening = script.opening(
        scene,
        (" ขอบคุณทุกเสียงที่ร่วมประเมิน",),
        " ขอขอบคุณพี่น้องทุกท่าน",
        ("ที่ร่วมบอกความพึงพอใจ และร่วมให้คะแนน", *scene.award_name, *scene.year),
    )
    now = outcomes.satisfaction_of(year)
    satisfied: Block = (Form(MUST, ()),)
    if now:
        share, target = percent(now.value), percent(outcomes.satisfaction_target)
        reached = scene.say("ปีนี้ ประชาชนพึงพอใจ ", record(share))
        aimed = scene.say("เป้าหมาย คือไม่น้อยกว่า ", record(target))
        satisfied = (Form(MUST, ()), Form(KEY, (reached,)), Form(GOOD, (reached, aimed)))
    complaints = {figure.year: int(figure.value) for figure in outcomes.complaints}
    fell: Block = (Form(MUST, ()),)
    if year in complaints and year - 1 in complaints:
        before, after = (record(f"{count(complaints[that_year])} เรื่อง") for that_year in (year - 1, year))
        trend = scene.say(COMPLAINTS, " ปีก่อนมี ", *before, " ปีนี้มี ", *after)
        fell = (Form(MUST, ()), Form(MORE, (trend,)))
    people = _listed(scene)[0]
    names: Block = (Form(MUST, ()), *(form._replace(rank=ALL) for form in people[:2]))
    return (script.full(scene, (opening, satisfied, fell, names), "ขอบคุณที่รับฟัง และขอบคุณทุกคำตอบ"),)


def _listed(scene: Scene) -> tuple[Block, ...]:
    """Return all names, as many posts and reasons as time allows, and the names again."""
    award_round, winners = scene.award_round, scene.award_round.winners
    count = len(winners)
    head = () if count == 1 else (paragraph("ผู้ได้รับการคัดเลือกมี ", record(f"{count} คน"), " ได้แก่"),)

    def told(*, post: bool, group: bool, citation: bool) -> tuple[Paragraph, ...]:
        paragraphs = list(head)
        for number, winner in enumerate(winners, 1):
            lead: tuple[Part, ...] = ("ผู้ได้รับการคัดเลือก คือ ",) if count == 1 else (ordinal("คนที่", number), " ")
            paragraphs.append(paragraph(*lead, called(winner.name), *(_post(winner) if post else ())))
            if group and len(award_round.programme.categories) > 1:
                paragraphs.append(paragraph("ได้รับคัดเลือกในกลุ่ม", *_group(winner)))
            if citation and winner.citation:
                paragraphs.append(honours(winner))
        return tuple(paragraphs)

    names = [called(winner.name) for winner in winners]
    again: list[Part] = ["ขอทวนชื่ออีกครั้ง ", names[0]]
    for number, name in enumerate(names[1:], 2):
        again += [" และ " if number == count else " ", name]
    forms = [
        Form(MUST, told(post=False, group=False, citation=False)),
        Form(KEY, told(post=True, group=False, citation=False)),
        Form(MORE, told(post=True, group=True, citation=False)),
        Form(ALL, told(post=True, group=True, citation=True)),
    ]
    richer = [form for form, before in zip(forms[1:], forms, strict=False) if form.said != before.said]
    return (forms[0], *richer), (Form(MUST, (scene.say(*again),)),)


def _counted(scene: Scene) -> tuple[Block, ...]:
    """Return how many were chosen and where their names hang: nobody would remember more than fits in a reading."""
    board = record(scene.village.board)
    count = scene.say("ผู้ได้รับการคัดเลือกมี ", record(f"{len(scene.award_round.winners)} คน"))
    hangs = scene.say("รายชื่อทั้งหมด ติดไว้ที่ป้ายประกาศ ", board)
    groups = paragraph("มาจากทั้ง ", record(f"{len(scene.award_round.programme.categories)} กลุ่ม"), " ของเจ้าหน้าที่")
    again = scene.say("ขอทวนอีกครั้ง ดูรายชื่อได้ที่ป้ายประกาศ ", board)
    return (
        (Form(MUST, (count, hangs)), Form(MORE, (count, groups, hangs))),
        (Form(MUST, ()), Form(GOOD, (again,))),
    )


def _post(winner: PublicWinner) -> tuple[Part, ...]:
    return (" ", record(winner.position), " ", record(winner.division.name))


def _group(winner: PublicWinner) -> Iterator[Part]:
    yield record(winner.category.name)
    if winner.rank:
        yield from (" ", ordinal("อันดับที่", winner.rank))


def _how_chosen(scene: Scene) -> Block:
    """Return how much of the decision was the public's."""
    weight = scene.award_round.programme.citizens_weight
    sentence = scene.say("คะแนน ", record(f"{weight} คะแนน จาก 100 คะแนน"), " มาจากความพึงพอใจของประชาชน")
    return Form(MUST, ()), Form(ALL, (sentence,))


def _invited(scene: Scene) -> Block:
    """Return when and where the certificates will be handed over, if that is still to come."""
    if scene.award_round.stage != "announced" or scene.award_round.programme.ceremony is None:
        return (Form(MUST, ()),)
    plan = scene.award_round.programme.ceremony
    sentence = scene.say("พิธีมอบประกาศเกียรติคุณ จัดใน", record(occasion.day(scene.award_round)), " ที่", record(plan.place))
    return Form(MUST, ()), Form(ALL, (sentence,))
