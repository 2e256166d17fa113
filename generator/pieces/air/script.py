"""What is said over a village's loudspeaker, occasion by occasion, in parts that can be told in more or fewer words.

What is heard cannot be looked up, so a web address is never said, names and the telephone number come twice, and a code
is spoken of only by the board that it hangs on. Everybody chosen is told of in as many words as everybody else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.pieces.parts import occasion
from generator.pieces.parts.cutting import Form, cut
from generator.pieces.parts.outcomes import COMPLAINTS
from generator.pieces.parts.speech import (
    Part,
    Run,
    breathing,
    called,
    cue,
    honours,
    ordinal,
    paragraph,
    record,
)
from generator.thai import read_aloud
from generator.thai.dates import clock, date_range, day_and_month, long_date
from generator.thai.figures import count, percent
from generator.thai.unspeakable import Unspeakable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.disclosure import PublicRound, PublicWinner
    from generator.model import Loudspeaker, Village
    from generator.pieces.parts.cutting import Block, Cut
    from generator.pieces.parts.speech import Paragraph

_CHOICE = re.compile(r"ครับ\s*/\s*ค่ะ|ค่ะ\s*/\s*ครับ")

GREETED = 2
"""Paragraphs that open a reading and are not read again: the call, and the greeting."""

MOST_NAMES = 6
"""Above this many names a listener keeps none, however often they are said in one reading."""

MUST, KEY, GOOD, MORE, ALL = range(5)
"""How important a form is: without it nothing is said; the news; what makes it whole; what adds to it; the rest."""


THANKS_ALL = "ขอบคุณทุกท่านที่รับฟัง"


class Scene(NamedTuple):
    """Who says what to whom: the round, the village, and its loudspeaker with its announcer."""

    award: PublicRound
    village: Village
    horn: Loudspeaker

    def say(self, *parts: Part) -> Paragraph:
        """Return a sentence that closes with the announcer's polite word."""
        return paragraph(*parts, tail=self.horn.particle)

    @property
    def office(self) -> tuple[Run, ...]:
        """The office, as it is said."""
        return record(self.award.organisation.name)

    @property
    def award_name(self) -> tuple[Run, ...]:
        """The award, as it is said."""
        return record(self.award.programme.award)

    @property
    def year(self) -> tuple[Part, ...]:
        """The round's year, as it is said."""
        return (" ประจำปี ", record(str(self.award.year)))


class Occasion(NamedTuple):
    """Why something is announced: the file's name, what the office calls it, and its parts for a village.

    `blocks` gives the parts in the order in which they are said, in as many versions as there are ways to tell the
    news: the first that a reading holds is read.
    """

    name: str
    title: str
    blocks: Callable[[Scene], tuple[tuple[Block, ...], ...]]


def occasions(award: PublicRound) -> list[Occasion]:
    """Return what there is to announce at the round's stage, and what has to be corrected."""
    stopped = {correction.of for correction in award.corrections if not correction.right}
    usual = [occasion for occasion in _usual(award) if occasion.name not in stopped]
    return [*usual, CORRECTION] if any(one.right for one in award.corrections) else usual


def _usual(award: PublicRound) -> list[Occasion]:
    if award.winners:
        found = [RESULT]
        if award.stage == "announced" and award.programme.ceremony:
            found.append(CEREMONY)
        if award.stage in {"ceremony", "closed"}:
            found.append(THANKS)
        return found
    by_stage = {"criteria": [CRITERIA], "nominations": [CRITERIA, NOMINATIONS], "survey": [SURVEY]}
    return by_stage.get(award.stage, [])


def written(occasion: Occasion, scene: Scene, seconds: int) -> Cut | None:
    """Return an occasion's script for a reading of so many seconds at the announcer's pace; None if none is so short.

    It begins with the greeting, which a second reading leaves out, and ends with thanks.
    """
    most = int(seconds * scene.horn.pace / 60)
    cuts = (cut(blocks, most) for blocks in occasion.blocks(scene))
    return next(filter(None, cuts), None)


def framed(horn: Loudspeaker, said: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return a reading with its cues, the second reading and the close; marks for breath stand in what is said.

    The second reading begins with the news: a village is greeted once. Cues speak of paragraphs by their numbers.
    """
    first, last = GREETED + 1, len(said)
    close = paragraph("จบประกาศเพียงเท่านี้ สวัสดี", tail=horn.particle)
    return (
        cue("เปิดเสียงสัญญาณ แล้วเว้นสักครู่"),
        *map(breathing, said),
        cue(f"จบรอบที่ 1 เว้นสักครู่ แล้วอ่านข้อ {last + 1}"),
        breathing(paragraph("โปรดฟังอีกครั้งหนึ่ง", tail=horn.particle)),
        cue(f"อ่านรอบที่ 2 ตั้งแต่ข้อ {first} ถึงข้อ {last} แล้วจบด้วยข้อ {last + 2}"),
        breathing(close),
        cue("ปิดเครื่องขยายเสียง แล้วลงชื่อท้ายแผ่น"),
    )


def _told(
    scene: Scene, news: tuple[Block, ...], thanks: str, call: tuple[Block, ...] | None = None
) -> tuple[Block, ...]:
    """Return the news with the call and the greeting before it, and with the way to the survey and thanks behind it."""
    greeting = record(_CHOICE.sub(scene.horn.particle, scene.horn.greeting))
    return (
        (Form(MUST, (paragraph("ประกาศ ประกาศ"),)),),
        (Form(MUST, (paragraph("สวัสดี", tail=scene.horn.particle),)), Form(GOOD, (paragraph(greeting),))),
        *news,
        *(_survey_call(scene) if call is None else call),
        (Form(MUST, (scene.say("ขอบคุณ"),)), Form(GOOD, (scene.say(thanks),))),
    )


def _brief(scene: Scene, thanks: str, *news: tuple[Part, ...], pointing: str) -> tuple[Block, ...]:
    """Return the news in the fewest words; `pointing` says what hangs, with the code, on the village's board."""
    board = record(scene.village.board)
    said = (*(scene.say(*each) for each in news), scene.say(pointing, *board))
    phone: Block = (Form(MUST, ()), Form(KEY, (_phone(scene.award, "หรือโทร "),)))
    if scene.award.survey_state == "closed":
        return _told(scene, ((Form(MUST, said[:-1]),),), thanks)
    return _told(scene, ((Form(MUST, said),),), thanks, (phone,))


def _opening(scene: Scene, bare: tuple[Part, ...], lead: str, *news: tuple[Part, ...]) -> Block:
    """Return who speaks and what of, in one breath or in sentences of their own."""
    who = scene.say(*scene.office, lead)
    return Form(MUST, (scene.say(*scene.office, *bare),)), Form(GOOD, (who, *(scene.say(*each) for each in news)))


def _result(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    day = record(long_date(scene.award.programme.result_at.date()))
    opening = _opening(
        scene,
        (" ประกาศผล", *scene.award_name, "แล้ว"),
        " มีข่าวน่ายินดีมาแจ้งให้ทราบ",
        ("เมื่อ ", *day, " ได้ประกาศผลการคัดเลือก", *scene.award_name, *scene.year),
    )
    thanks = "ขอบคุณที่รับฟัง และขอแสดงความยินดีกับผู้ได้รับการคัดเลือก"
    after = (_how_chosen(scene), _invited(scene))
    people, again = _listed(scene)
    names = (people, again) if len(scene.award.winners) <= MOST_NAMES else (people,)
    news = ((opening, *names, *after), (opening, people, *after), (opening, *_counted(scene), *after))
    count = record(f"{len(scene.award.winners)} คน")
    brief = _brief(
        scene,
        thanks,
        (*scene.office, " ประกาศผล", *scene.award_name, "แล้ว มี ", count),
        pointing="รายชื่อ และภาพรหัสแบบประเมิน อยู่ที่ป้ายประกาศ ",
    )
    return (*(_told(scene, each, thanks) for each in news), brief)


def _listed(scene: Scene) -> tuple[Block, ...]:
    """Return everybody by name, the posts and what each was chosen for as far as there is time, and the names again."""
    award, winners = scene.award, scene.award.winners
    count = len(winners)
    head = () if count == 1 else (paragraph("ผู้ได้รับการคัดเลือกมี ", record(f"{count} คน"), " ได้แก่"),)

    def told(*, post: bool, group: bool, citation: bool) -> tuple[Paragraph, ...]:
        found = list(head)
        for number, winner in enumerate(winners, 1):
            lead: tuple[Part, ...] = ("ผู้ได้รับการคัดเลือก คือ ",) if count == 1 else (ordinal("คนที่", number), " ")
            found.append(paragraph(*lead, called(winner.name), *(_post(winner) if post else ())))
            if group and len(award.programme.categories) > 1:
                found.append(paragraph("ได้รับคัดเลือกในกลุ่ม", *_group(winner)))
            if citation and winner.citation:
                found.append(honours(winner))
        return tuple(found)

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
    """Return how many were chosen and where their names hang: more than a reading holds, nobody would keep in mind."""
    board = record(scene.village.board)
    count = scene.say("ผู้ได้รับการคัดเลือกมี ", record(f"{len(scene.award.winners)} คน"))
    hangs = scene.say("รายชื่อทั้งหมด ติดไว้ที่ป้ายประกาศ ", board)
    groups = paragraph("มาจากทั้ง ", record(f"{len(scene.award.programme.categories)} กลุ่ม"), " ของเจ้าหน้าที่")
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
    weight = scene.award.programme.citizens_weight
    said = scene.say("คะแนน ", record(f"{weight} คะแนน จาก 100 คะแนน"), " มาจากความพึงพอใจของประชาชน")
    return Form(MUST, ()), Form(ALL, (said,))


def _invited(scene: Scene) -> Block:
    """Return when and where the certificates will be handed over, while that is still to come."""
    if scene.award.stage != "announced" or scene.award.programme.ceremony is None:
        return (Form(MUST, ()),)
    known = scene.award.programme.ceremony
    said = scene.say("พิธีมอบประกาศเกียรติคุณ จัดใน", record(occasion.day(scene.award)), " ที่", record(known.place))
    return Form(MUST, ()), Form(ALL, (said,))


def _ceremony(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    known = scene.award.programme.ceremony
    if known is None:
        return ()
    day, place = record(occasion.day(scene.award)), record(known.place)
    hour = record(f"เวลา {clock(known.starts)}")
    opening = _opening(
        scene,
        (" ขอเชิญร่วมพิธีมอบประกาศเกียรติคุณ ใน", *day, " ", *hour, " ที่", *place),
        " ขอเชิญพี่น้องทุกท่าน",
        ("ร่วมพิธีมอบประกาศเกียรติคุณแก่", *scene.award_name, *scene.year),
        ("ใน", *day, " ", *hour),
        ("ที่", *place),
    )
    people = _listed(scene)[0]
    count = paragraph("ผู้รับประกาศเกียรติคุณ มี ", record(f"{len(scene.award.winners)} คน"))
    who: Block = (Form(MUST, ()), Form(GOOD, (count,)), *(form._replace(rank=ALL) for form in people[:2]))
    again: Block = (
        Form(MUST, ()),
        Form(KEY, (scene.say("ขอทวนอีกครั้ง ", *day, " ", *hour, " ที่", *place),)),
    )
    thanks = "ขอบคุณที่รับฟัง แล้วพบกันในพิธี"
    starts = scene.award.programme.step("ceremony").starts
    soon = record(f"{day_and_month(starts)} {clock(known.starts)}")
    brief = _brief(
        scene,
        thanks,
        (*scene.office, " ขอเชิญร่วมพิธีมอบประกาศเกียรติคุณ"),
        (*soon, " ที่", *place),
        pointing="ภาพรหัสแบบประเมิน อยู่ที่ป้ายประกาศ ",
    )
    return (_told(scene, (opening, who, again), thanks), brief)


def _survey(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    asked = scene.award.programme.survey
    counted, minutes = record(long_date(asked.counted_until)), record(f"{asked.minutes} นาที")
    opening = _opening(
        scene,
        (" ขอฟังเสียงของทุกท่าน",),
        " ขอฟังเสียงของพี่น้องทุกท่าน",
        ("ขอเชิญบอกว่า เจ้าหน้าที่บริการท่านเป็นอย่างไร ใช้เวลาราว ", *minutes),
    )
    until: Block = (
        Form(MUST, (scene.say("ตอบแบบประเมินให้ทันร่วมตัดสิน ได้ถึง ", *counted),)),
        Form(
            GOOD,
            (
                scene.say("คำตอบที่ได้รับถึง ", *counted),
                scene.say("จะนำไปร่วมตัดสิน", *scene.award_name, *scene.year),
                scene.say("ขอทวนอีกครั้ง ตอบได้ถึง ", *counted),
            ),
        ),
    )
    nameless: Block = (Form(MUST, ()), Form(MORE, (scene.say("ตอบได้โดยไม่ต้องบอกชื่อ"),)))
    brief = _brief(
        scene,
        THANKS_ALL,
        (*scene.office, " ขอเชิญประเมินการบริการ"),
        ("ให้ทันร่วมตัดสิน ได้ถึง ", *counted),
        pointing="ภาพรหัสแบบประเมิน อยู่ที่ป้ายประกาศ ",
    )
    return (_told(scene, (opening, until, nameless, _how_counted(scene)), THANKS_ALL), brief)


def _how_counted(scene: Scene) -> Block:
    weight = scene.award.programme.citizens_weight
    said = scene.say("เสียงของประชาชน มีน้ำหนัก ", record(f"{weight} คะแนน จาก 100 คะแนน"))
    return Form(MUST, ()), Form(ALL, (said,))


def _criteria(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    programme = scene.award.programme
    opens, result = record(long_date(programme.survey.opens)), record(long_date(programme.result_at.date()))
    opening = _opening(
        scene,
        (" กำลังจะคัดเลือก", *scene.award_name),
        " มีเรื่องแจ้งให้ทราบ",
        ("ปีนี้จะคัดเลือก", *scene.award_name, *scene.year),
        ("เพื่อยกย่องเจ้าหน้าที่ที่บริการประชาชนได้ดี และเป็นธรรม",),
    )
    names = [record(criterion.name) for criterion in programme.criteria]
    looks: list[Part] = ["กรรมการพิจารณาจาก ", names[0]]
    for number, name in enumerate(names[1:], 2):
        looks += [" และ" if number == len(names) else " ", name]
    judged: Block = (Form(MUST, ()), Form(MORE, (scene.say(*looks),)))
    voice: Block = (
        Form(MUST, (scene.say("ประชาชนร่วมให้คะแนนได้ ตั้งแต่ ", *opens),)),
        Form(KEY, (scene.say("ประชาชนร่วมให้คะแนนได้ ตั้งแต่ ", *opens), scene.say("ประกาศผล ", *result))),
    )
    brief = _brief(
        scene,
        THANKS_ALL,
        (*scene.office, " กำลังคัดเลือก", *scene.award_name),
        pointing="ประชาชนร่วมให้คะแนนได้ ดูภาพรหัสที่ป้ายประกาศ ",
    )
    return (_told(scene, (opening, voice, judged, _how_counted(scene)), THANKS_ALL), brief)


def _nominations(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    step = scene.award.programme.step("nominations")
    days, ends = record(date_range(step.starts, step.ends)), record(long_date(step.ends))
    opening = _opening(
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
    brief = _brief(
        scene,
        THANKS_ALL,
        (*scene.office, " กำลังรับการเสนอชื่อ", *scene.award_name),
        ("ได้ถึง ", *ends),
        pointing="ภาพรหัสแบบประเมิน อยู่ที่ป้ายประกาศ ",
    )
    return (_told(scene, (opening, when, whom, _how_counted(scene)), THANKS_ALL), brief)


def _thanks(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    outcomes, year = scene.award.outcomes, scene.award.year
    opening = _opening(
        scene,
        (" ขอบคุณทุกเสียงที่ร่วมประเมิน",),
        " ขอขอบคุณพี่น้องทุกท่าน",
        ("ที่ร่วมบอกความพึงพอใจ และร่วมให้คะแนน", *scene.award_name, *scene.year),
    )
    now = outcomes.satisfaction_of(year)
    satisfied: Block = (Form(MUST, ()),)
    if now:
        share, target = percent(now.value), percent(outcomes.satisfaction_target)
        said = scene.say("ปีนี้ ประชาชนพึงพอใจ ", record(share))
        aimed = scene.say("เป้าหมาย คือไม่น้อยกว่า ", record(target))
        satisfied = (Form(MUST, ()), Form(KEY, (said,)), Form(GOOD, (said, aimed)))
    complaints = {figure.year: int(figure.value) for figure in outcomes.complaints}
    fell: Block = (Form(MUST, ()),)
    if year in complaints and year - 1 in complaints:
        before, after = (record(f"{count(complaints[each])} เรื่อง") for each in (year - 1, year))
        told = scene.say(COMPLAINTS, " ปีก่อนมี ", *before, " ปีนี้มี ", *after)
        fell = (Form(MUST, ()), Form(MORE, (told,)))
    people = _listed(scene)[0]
    named: Block = (Form(MUST, ()), *(form._replace(rank=ALL) for form in people[:2]))
    return (_told(scene, (opening, satisfied, fell, named), "ขอบคุณที่รับฟัง และขอบคุณทุกคำตอบ"),)


def _correction(scene: Scene) -> tuple[tuple[Block, ...], ...]:
    """Return what was wrong by its subject alone: nobody is told the mistake a second time."""
    wrong = [one for one in scene.award.corrections if one.right]
    titles = {occasion.name: occasion.title for occasion in OCCASIONS}
    about = tuple(dict.fromkeys(titles[one.of] for one in wrong))
    right = tuple(scene.say("ที่ถูกต้อง คือ ", record(one.right)) for one in wrong)
    again = tuple(scene.say("ขอทวนอีกครั้ง ", record(one.right)) for one in wrong)
    opening = _opening(
        scene,
        (" ขอแก้ไขข่าว ", " และ ".join(about)),
        " ขอแก้ไขข่าวที่ประกาศไปแล้ว",
        ("เรื่อง ", " และ ".join(about)),
    )
    sorry = scene.say("ขออภัยในความคลาดเคลื่อน")
    return (
        _told(
            scene,
            (opening, (Form(MUST, right),), (Form(MUST, ()), Form(KEY, again)), (Form(MUST, (sorry,)),)),
            THANKS_ALL,
        ),
        _brief(
            scene,
            THANKS_ALL,
            (*scene.office, " ขอแก้ไขข่าว"),
            *(("ที่ถูกต้อง คือ ", record(one.right)) for one in wrong),
            pointing="ภาพรหัสแบบประเมิน อยู่ที่ป้ายประกาศ ",
        ),
    )


def _survey_call(scene: Scene) -> tuple[Block, ...]:
    """Return the way to the survey, or to the office once the survey is closed; it is in every reading.

    By ear that is the board with the code, where the paper form lies, and the number to call: never a web address.
    """
    award = scene.award
    board, phone, again = record(scene.village.board), _phone(award, "หรือโทร "), _phone(award, "", twice=True)
    if award.survey_state == "closed":
        asked = scene.say("ท่านใดมีข้อเสนอแนะเรื่องการบริการ ติดต่อได้ที่", *scene.office)
        return ((Form(MUST, (_phone(award, "ติดต่อสำนักงาน โทร "),)), Form(KEY, (asked, again))),)
    plan = award.programme.survey
    closes = record(long_date(plan.counted_until if award.stage in {"criteria", "nominations"} else plan.closes))
    opens = record(long_date(plan.opens))
    when: tuple[Part, ...] = ("ได้ถึง ", *closes) if award.survey_state == "open" else ("ตั้งแต่ ", *opens)
    bare = scene.say("ขอเชิญประเมินการบริการ ดูภาพรหัสที่ป้ายประกาศ ", *board)
    invited = (
        scene.say("ขอเชิญทุกท่าน ตอบแบบประเมินความพึงพอใจ ", *when),
        scene.say("ใช้โทรศัพท์มือถือ ดูภาพรหัสที่ป้ายประกาศ ", *board),
    )
    ways = award.programme.survey.other_ways
    others = []
    for number, way in enumerate(ways, 1):
        lead: tuple[Part, ...] = (ordinal("ทางที่", number), " ") if len(ways) > 1 else ()
        others.append(paragraph(*lead, record(way.name), " ", record(way.detail)))
    without = (scene.say("ไม่ใช้โทรศัพท์มือถือ ตอบได้อีก ", record(f"{len(ways)} ทาง")), *others) if ways else ()
    paper = next((way for way in ways if way.kind == "กระดาษ"), None)
    form = (paragraph("แบบกระดาษ ", record(paper.detail)),) if paper else ()
    forms = [Form(MUST, ()), Form(GOOD, form), Form(MORE, without)]
    return (
        (Form(MUST, (bare,)), Form(KEY, invited)),
        tuple(form for form in forms if form.said or form.rank == MUST),
        (Form(MUST, (phone,)), Form(KEY, (again,))),
    )


def _phone(award: PublicRound, lead: str, *, twice: bool = False) -> Paragraph:
    """Return the number to call; nobody writes it down the first time."""
    figures, word = award.organisation.phone, "โทรศัพท์"
    try:
        number = Run(read_aloud(f"{word} {figures}").removeprefix(word).strip(), figures, "number")
    except Unspeakable:
        number = Run(figures, None, "number", unsure=True)
    if not twice:
        return paragraph(lead, number)
    return paragraph("หมายเลขโทรศัพท์ คือ ", number, " ขอทวนหมายเลข ", number)


RESULT = Occasion("result", "ประกาศผลการคัดเลือก", _result)
CEREMONY = Occasion("ceremony", "เชิญร่วมพิธีมอบประกาศเกียรติคุณ", _ceremony)
SURVEY = Occasion("survey", "เชิญตอบแบบประเมิน", _survey)
CRITERIA = Occasion("criteria", "แจ้งหลักเกณฑ์การคัดเลือก", _criteria)
NOMINATIONS = Occasion("nominations", "แจ้งการเสนอชื่อ", _nominations)
THANKS = Occasion("thanks", "ขอบคุณและแจ้งผลลัพธ์", _thanks)
CORRECTION = Occasion("correction", "แก้ไขข่าว", _correction)
OCCASIONS = (CRITERIA, NOMINATIONS, SURVEY, RESULT, CEREMONY, THANKS)
