"""The news of who was chosen: the result, the invitation to the ceremony, and thanks with what came of it.

Names come again if time allows, since listeners cannot look anything up. Everybody gets as many words as
everybody else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from generator.pieces.air import script
from generator.pieces.air.script import ALL, GOOD, KEY, MORE, MUST, out_of_all
from generator.pieces.parts import honoured, occasion
from generator.pieces.parts.cutting import Form
from generator.pieces.parts.outcomes import COMPLAINTS
from generator.pieces.parts.speech import BREATH, Run, called, honours, ordinal, paragraph, placed, record, told_apart
from generator.thai.dates import clock
from generator.thai.figures import count, percent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.disclosure import PublicWinner
    from generator.pieces.air.script import Scene
    from generator.pieces.parts.cutting import Block
    from generator.pieces.parts.speech import Paragraph, Part

Post = Literal["", "division", "whole"]
"""How much of a winner's post is said beside the name."""

FEW = 2
"""So many names are remembered when they are heard once."""

CONGRATULATION = "ขอแสดงความยินดีกับทุกท่านด้วย"


def result(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    """Return who was chosen, with posts as time allows, and the congratulation; or that nobody was.

    Where there are too many for all else, names come before the way to the survey, and at last only the numbers of each
    category.
    """
    if scene.award_round.nobody:
        return _nobody(scene)
    opening = script.opening(
        scene,
        (" ประกาศผลการคัดเลือก", *scene.award_name, "แล้ว"),
        " มีข่าวมาแจ้งให้ทราบ" if honoured.late(scene.award_round.winners) else " มีข่าวน่ายินดีมาแจ้งให้ทราบ",
        ("ประกาศผลการคัดเลือก", *scene.award_name, *scene.year, " แล้ว"),
    )
    thanks = "ขอบคุณที่รับฟัง"
    congratulated: Block = (Form(MUST, (scene.say(_congratulation(scene)),)),)
    people, again = _listed(scene)
    after = (congratulated, again, _how_chosen(scene), _invited(scene))
    bare = (opening[:1], _by_category(scene), congratulated)
    counted = (opening, *_counted(scene), congratulated, _how_chosen(scene), _invited(scene))
    brief = script.brief(
        scene,
        thanks,
        (*scene.office, " ประกาศผลการคัดเลือก", *scene.award_name, "แล้ว"),
        ("มีผู้ได้รับการคัดเลือก ", record(scene.award_round, _people(scene))),
        (_congratulation(scene),),
        pointing=f"ดูรายชื่อและ{scene.pointing}",
    )
    return (
        script.full(scene, (opening, people, *after), thanks),
        script.full(scene, bare, thanks, (_hangs(scene),)),
        _in_one_sentence(scene, thanks),
        script.full(scene, counted, thanks, (_phone_where_time_allows(scene),)),
        brief,
    )


def _in_one_sentence(scene: Scene, thanks: str) -> tuple[Block, ...]:
    """Return all names in a sentence, for the shortest reading: one or two people still fit."""
    winners = scene.award_round.winners
    names = told_apart(called(scene.award_round, winner.name) for winner in winners)
    return script.brief(
        scene,
        thanks,
        (*scene.office, " ประกาศผลการคัดเลือก", *scene.award_name, "แล้ว ", honoured.are(winners), " ", *names),
        (_congratulation(scene),),
        pointing="ตอบแบบประเมินได้ที่ป้ายประกาศ " if len(winners) <= FEW else f"ดูรายชื่อและ{scene.pointing}",
    )


def _congratulation(scene: Scene) -> str:
    winners = scene.award_round.winners
    if honoured.late(winners):
        return "ขอเชิดชูเกียรติทุกท่าน" if len(winners) > 1 else "ขอเชิดชูเกียรติและระลึกถึงคุณความดี"
    return CONGRATULATION if len(winners) > 1 else "ขอแสดงความยินดีด้วย"


def _people(scene: Scene) -> str:
    return honoured.counted(scene.award_round.winners, "ท่าน")


def _nobody(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    """Return that nobody was chosen, and why in the office's words if it gives them; no word of congratulation."""
    why = scene.award_round.reason()
    opening = script.opening(
        scene,
        (" ประกาศผลการคัดเลือก", *scene.award_name, "แล้ว"),
        " มีเรื่องแจ้งให้ทราบ",
        ("ประกาศผลการคัดเลือก", *scene.award_name, *scene.year, " แล้ว"),
    )
    none = scene.say("ปีนี้ ไม่มีผู้ได้รับการคัดเลือก")
    said: Block = (
        Form(MUST, (none,)),
        *((Form(KEY, (none, paragraph(record(scene.award_round, why)))),) if why else ()),
    )
    thanks = "ขอบคุณที่รับฟัง และขอบคุณทุกความเห็น"
    brief = script.brief(
        scene,
        thanks,
        (*scene.office, " ประกาศผลการคัดเลือก", *scene.award_name, "แล้ว"),
        ("ปีนี้ ไม่มีผู้ได้รับการคัดเลือก",),
        pointing=scene.pointing,
    )
    return (script.full(scene, (opening, said, _how_chosen(scene)), thanks), brief)


def ceremony(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    """Return the invitation to the ceremony; nothing, if no ceremony is planned."""
    plan = scene.award_round.programme.ceremony
    if plan is None:
        return ()
    starts = scene.award_round.programme.step("ceremony").starts
    day, place = _ceremony_day(scene), record(scene.award_round, plan.place)
    hour = record(scene.award_round, f"เวลา {clock(plan.starts)}")
    opening = script.opening(
        scene,
        (" ขอเชิญร่วมพิธีมอบประกาศเกียรติคุณแก่", *scene.award_name, " ใน", *day, " ", *hour, " ที่", *place),
        f" ขอเชิญพี่น้องทุกท่าน ร่วม{honoured.praise(scene.award_round.winners)}กับผู้ได้รับการคัดเลือก",
        ("พิธีมอบประกาศเกียรติคุณแก่", *scene.award_name, *scene.year, " จัดใน", *day, " ", *hour, " ที่", *place),
    )
    people = _listed(scene)[0]
    count = paragraph("มีผู้รับประกาศเกียรติคุณ ", record(scene.award_round, _people(scene)))
    who: Block = (Form(MUST, ()), Form(GOOD, (count,)), *(form._replace(rank=ALL) for form in people[:2]))
    again: Block = (
        Form(MUST, ()),
        Form(KEY, (scene.say("ขอทวนอีกครั้ง ", *day, " ", *hour, " ที่", *place),)),
    )
    thanks = "ขอบคุณที่รับฟัง แล้วพบกันในพิธี"
    brief = script.brief(
        scene,
        thanks,
        (*scene.office, " ขอเชิญร่วมพิธีมอบประกาศเกียรติคุณแก่", *scene.award_name),
        ("จัดใน", *scene.day(starts), " ", *hour, " ที่", *place),
        pointing=scene.pointing,
    )
    return (script.full(scene, (opening, who, again), thanks), brief)


def _ceremony_day(scene: Scene) -> tuple[Run, ...]:
    step = scene.award_round.programme.step("ceremony")
    if step.starts == step.ends:
        return scene.weekday(step.starts)
    return record(scene.award_round, occasion.day(scene.award_round))


def thanks(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    """Return what came of the year: the citizens' satisfaction against its target, and complaints."""
    outcomes, year = scene.award_round.outcomes, scene.award_round.year
    opening = script.opening(
        scene,
        (" ขอบคุณทุกท่าน ที่ตอบแบบประเมินความพึงพอใจ",),
        " ขอขอบคุณพี่น้องทุกท่าน ที่ร่วมตอบแบบประเมินความพึงพอใจ",
        ("คำตอบของท่าน เป็นส่วนหนึ่งของการคัดเลือก", *scene.award_name, *scene.year),
    )
    now = outcomes.satisfaction_of(year)
    satisfied: Block = (Form(MUST, ()),)
    if now:
        share, target = percent(now.value), percent(outcomes.satisfaction_target)
        told = ("ปีนี้ ประชาชนมีความพึงพอใจเฉลี่ย ", record(scene.award_round, share))
        aim = (_against(now.value, outcomes.satisfaction_target), record(scene.award_round, target))
        satisfied = (Form(MUST, ()), Form(KEY, (scene.say(*told),)), Form(GOOD, (scene.say(*told, " ", BREATH, *aim),)))
    complaints = {figure.year: int(figure.value) for figure in outcomes.complaints}
    fell: Block = (Form(MUST, ()),)
    if year in complaints and year - 1 in complaints:
        before, after = (
            record(scene.award_round, f"{count(complaints[that_year])} เรื่อง") for that_year in (year - 1, year)
        )
        trend = (
            scene.say(COMPLAINTS, " ลดลงจาก", *before, "ในปีก่อน ", BREATH, "เหลือ", *after, "ในปีนี้")
            if complaints[year] < complaints[year - 1]
            else scene.say(COMPLAINTS, " ปีก่อนมี", *before, " ", BREATH, "ปีนี้มี", *after)
        )
        fell = (Form(MUST, ()), Form(MORE, (trend,)))
    people = _listed(scene)[0] if scene.award_round.winners else ()
    names: Block = (Form(MUST, ()), *(form._replace(rank=ALL) for form in people[:2]))
    return (script.full(scene, (opening, satisfied, fell, names), "ขอบคุณที่รับฟัง และขอบคุณทุกความเห็น"),)


def _against(value: Decimal, target: Decimal) -> str:
    """Return how a figure stands to its target, in the words before the target."""
    if value == target:
        return "ตรงตามเป้าหมายที่ตั้งไว้"
    return "สูงกว่าเป้าหมาย ซึ่งตั้งไว้ที่" if value > target else "ส่วนเป้าหมายที่ตั้งไว้ คือไม่น้อยกว่า"


def _listed(scene: Scene) -> tuple[Block, Block]:
    """Return all names with as many posts and reasons as time allows, and the names again if it allows that too."""
    award_round, winners = scene.award_round, scene.award_round.winners
    count, word = len(winners), honoured.number_word(winners, "ท่าน")
    head = () if count == 1 else (paragraph("มีผู้ได้รับการคัดเลือก ", record(scene.award_round, _people(scene)), " ได้แก่"),)

    def told(*, post: Post = "", group: bool = False, citation: bool = False) -> tuple[Paragraph, ...]:
        paragraphs = list(head)
        for number, winner in enumerate(winners, 1):
            lead: tuple[Part, ...] = ("ผู้ได้รับการคัดเลือก คือ ",) if count == 1 else (ordinal(word, number), " ")
            paragraphs.append(paragraph(*lead, called(scene.award_round, winner.name), *_post(scene, winner, post)))
            if group and len(award_round.programme.categories) > 1:
                paragraphs.append(paragraph("ได้รับการคัดเลือกในประเภท", *_group(scene, winner)))
            if citation and winner.citation:
                paragraphs.append(honours(scene.award_round, winner))
        return tuple(paragraphs)

    names = [called(scene.award_round, winner.name) for winner in winners]
    again = ["ขอทวนชื่ออีกครั้ง ", BREATH, *told_apart(names)]
    forms = [
        Form(MUST, told()),
        Form(KEY, told(post="division")),
        Form(KEY, told(post="whole")),
        Form(MORE, told(post="whole", group=True)),
        Form(ALL, told(post="whole", group=True, citation=True)),
    ]
    richer = [form for form, before in zip(forms[1:], forms, strict=False) if form.said != before.said]
    return (forms[0], *richer), (Form(MUST, ()), Form(KEY, (scene.say(*again),)))


def _by_category(scene: Scene) -> Block:
    """Return all names in the fewest words, category by category; posts are added where time allows."""
    winners, groups = scene.award_round.winners, scene.award_round.programme.categories

    def told(post: Post) -> tuple[Paragraph, ...]:
        paragraphs = []
        for group in groups:
            people = [winner for winner in winners if any(each.category == group for each in winner.honours)]
            names: list[Part] = []
            for winner in people:
                names += [" ", BREATH, called(scene.award_round, winner.name), *_post(scene, winner, post)]
            if people:
                are = " ได้แก่" if len(people) > 1 else " คือ"
                lead: tuple[Part, ...] = (
                    (record(scene.award_round, group.name), are) if len(groups) > 1 else (are.strip(),)
                )
                paragraphs.append(paragraph(*lead, *names))
        return tuple(paragraphs)

    return Form(MUST, told("")), Form(KEY, told("division")), Form(KEY, told("whole"))


def _hangs(scene: Scene) -> Block:
    """Return what hangs on the village's board: the names, for whoever missed one, and the survey's code."""
    code = "" if scene.award_round.survey_state == "closed" else "และสแกนคิวอาร์โค้ด"
    return (Form(MUST, (scene.say(f"ดูรายชื่อ{code} ได้ที่ป้ายประกาศ ", *scene.board),)),)


def _phone_where_time_allows(scene: Scene) -> Block:
    phone = scene.award_round.organisation.phone
    return Form(MUST, ()), Form(MORE, (paragraph("สอบถามได้ที่หมายเลข ", Run(phone.said, phone.printed, "number")),))


def _counted(scene: Scene) -> tuple[Block, ...]:
    """Return how many were chosen in each category and where their names hang, where the names do not fit."""
    board, winners = scene.board, scene.award_round.winners
    count = scene.say("มีผู้ได้รับการคัดเลือก ", record(scene.award_round, _people(scene)))
    hangs = scene.say("ดูรายชื่อทั้งหมด ได้ที่ป้ายประกาศ ", *board)
    groups = tuple(
        paragraph(
            "ประเภท",
            record(scene.award_round, group.name),
            " ",
            record(scene.award_round, honoured.counted(people, "ท่าน")),
        )
        for group in scene.award_round.programme.categories
        if (people := [each for each in winners if any(honour.category == group for honour in each.honours)])
    )
    again = scene.say("ขอทวนอีกครั้ง ดูรายชื่อได้ที่ป้ายประกาศ ", *board)
    return (
        (Form(MUST, (hangs,)), Form(KEY, (count, hangs)), Form(KEY, (count, *groups, hangs))),
        (Form(MUST, ()), Form(GOOD, (again,))),
    )


def _post(scene: Scene, winner: PublicWinner, said: Post) -> tuple[Part, ...]:
    division: tuple[Part, ...] = (" ", record(scene.award_round, winner.division.name))
    if said == "whole":
        return (" ", record(scene.award_round, winner.position), *division)
    return division if said else ()


def _group(scene: Scene, winner: PublicWinner) -> Iterator[Part]:
    for number, honour in enumerate(winner.honours):
        yield from (" และประเภท",) if number else ()
        yield record(scene.award_round, honour.category.name)
        if honour.rank:
            yield from (" ", placed(honour))


def _how_chosen(scene: Scene) -> Block:
    """Return how much of the decision was the public's."""
    plan = scene.award_round.programme
    if plan.gate_alone:
        sentence = scene.say("ความพึงพอใจของประชาชน ต้องไม่ต่ำกว่า", *record(scene.award_round, percent(plan.gate_alone)))
    else:
        sentence = scene.say("ความพึงพอใจของประชาชน นับเป็น ", *out_of_all(scene, plan.citizens_weight))
    return Form(MUST, ()), Form(ALL, (sentence,))


def _invited(scene: Scene) -> Block:
    """Return when and where the certificates will be handed over, if that is still to come."""
    if scene.award_round.ceremony != "coming" or scene.award_round.programme.ceremony is None:
        return (Form(MUST, ()),)
    plan = scene.award_round.programme.ceremony
    sentence = scene.say(
        "กำหนดจัดพิธีมอบประกาศเกียรติคุณ ใน",
        *_ceremony_day(scene),
        " ที่",
        record(scene.award_round, plan.place),
    )
    return Form(MUST, ()), Form(ALL, (sentence,))
