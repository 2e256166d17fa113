"""What is said to the presider and by the presider at the ceremony, from the record's facts alone; knows no paper.

Both speeches are read out as they stand. The speaker is ข้าพเจ้า, which fits everybody; nobody is said to be present, and
the wish at the end belongs to no single faith. Praise is what the record says: who chose, by what, with which result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure import enough
from generator.pieces.ceremony import running_order
from generator.pieces.parts import honoured, occasion
from generator.pieces.parts.speech import Run, called, ordinal, paragraph, record
from generator.thai import read_aloud
from generator.thai.figures import count, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound
    from generator.pieces.parts.speech import Paragraph, Part

_PURPOSES = (
    "ให้", "สร้าง", "เสริม", "ส่งเสริม", "พัฒนา", "ยกย่อง", "ยกระดับ", "เชิดชู", "เพิ่ม", "ลด", "ปลูก", "กระตุ้น", "สนับสนุน", "เปิด",
    "จูงใจ", "ปรับปรุง", "คัดเลือก", "เผยแพร่", "รักษา", "รับฟัง", "ประกาศ", "แก้", "ป้องกัน", "ขยาย",
    "ตอบสนอง", "เป็นขวัญ", "เป็นแบบอย่าง",
)  # fmt: skip
"""How an aim begins that can follow เพื่อ; any other is read as it is written."""


ROOM = 160
"""Letters of all aims together beside which the criteria can be named."""


def report(award_round: PublicRound) -> Iterator[Paragraph]:
    """Yield the report to the presider: aims, criteria, the citizens' verdict, who was chosen, and the request.

    Where the aims are long, the criteria are only counted: the presider names them, and a page holds no more.
    """
    plan, presider = award_round.programme, _presider_post(award_round)
    yield paragraph(
        "เรียน ", *presider, "ผู้มีเกียรติ และพี่น้องชาว", record(award_round, award_round.organisation.people), " ทุกท่าน"
    )
    yield paragraph(
        *_in_the_name_of(award_round),
        "ข้าพเจ้าขอขอบพระคุณท่านประธาน ที่ให้เกียรติมาเป็นประธานในพิธีมอบประกาศเกียรติคุณ ",
        record(award_round, plan.award_name),
        " ประจำปี ",
        Run(read_aloud(str(award_round.year))),
        " ในวันนี้",
    )
    yield from _aims(award_round)
    yield paragraph(*_criteria(award_round, named=sum(map(len, plan.objectives)) <= ROOM))
    if heard := _heard(award_round):
        yield paragraph(*heard)
    yield paragraph(*_chosen(award_round))
    then = " และให้โอวาท" if running_order.has_address(award_round) else ""
    yield paragraph(f"บัดนี้ได้เวลาอันสมควรแล้ว ข้าพเจ้าขอเรียนเชิญท่านประธาน มอบประกาศเกียรติคุณแก่ผู้ได้รับการคัดเลือก{then} ขอเรียนเชิญ")


def address(award_round: PublicRound) -> Iterator[Paragraph]:
    """Yield the presider's own words: congratulation, what the choice rests on, thanks, advice and a wish."""
    plan = award_round.programme
    yield paragraph(
        "เรียน คณะกรรมการคัดเลือก ผู้ได้รับการคัดเลือก บุคลากรของ",
        record(award_round, award_round.organisation.name),
        " และพี่น้องชาว",
        record(award_round, award_round.organisation.people),
        " ทุกท่าน",
    )
    yield paragraph(
        f"ข้าพเจ้า{'รู้สึกเป็นเกียรติ' if honoured.late(award_round.winners) else 'มีความยินดี'}เป็นอย่างยิ่ง ที่ได้มาเป็นประธานใน",
        f"{occasion.NAME} ",
        record(award_round, plan.award_name),
        " ประจำปี ",
        Run(read_aloud(str(award_round.year))),
        " ในวันนี้",
    )
    yield paragraph(f"ข้าพเจ้า{honoured.greeting(award_round.winners)}", *_honoured(award_round))
    yield paragraph(
        "ประกาศเกียรติคุณนี้ มิได้มาจากการพิจารณาของคณะกรรมการฝ่ายเดียว ",
        "แต่มาจากเสียงของประชาชนด้วย เพราะ",
        *_voice(award_round),
    )
    yield paragraph("ข้าพเจ้าขอขอบคุณคณะกรรมการคัดเลือก และพี่น้องประชาชนทุกท่าน ที่ร่วมตอบแบบประเมินความพึงพอใจ")
    yield paragraph(
        "ขอให้บุคลากรทุกคน ยึดหลักเกณฑ์ที่ใช้คัดเลือกในครั้งนี้ เป็นแนวทางในการปฏิบัติงาน ได้แก่ ",
        *_listed(award_round, [criterion.name for criterion in plan.criteria if not criterion.citizens]),
        " และถือเอาประโยชน์สุขของประชาชนเป็นที่ตั้ง",
    )
    yield paragraph("สุดท้ายนี้ ข้าพเจ้าขออวยพรให้ทุกท่านมีสุขภาพแข็งแรง มีกำลังใจ และมีความเจริญก้าวหน้าในหน้าที่การงานสืบไป ขอขอบคุณ")


def _presider_post(award_round: PublicRound) -> Iterator[Part]:
    ceremony = award_round.programme.ceremony
    if ceremony:
        yield from ("ท่าน", record(award_round, ceremony.presider.post.removeprefix("ท่าน")), " ประธานในพิธี ")
    else:
        yield "ท่านประธานในพิธี "


def _in_the_name_of(award_round: PublicRound) -> Iterator[Part]:
    """Yield for whom the reporter speaks: for the committee, if the reporter sits on it."""
    if running_order.reporter(award_round).post in {seat.post for seat in award_round.programme.committee}:
        yield "ในนามของคณะกรรมการคัดเลือก "


def _aims(award_round: PublicRound) -> Iterator[Paragraph]:
    """Yield what the award is for: a single aim within its sentence, several one by one."""
    aims = [_aim(aim.strip()) for aim in award_round.programme.objectives]
    opening = (record(award_round, award_round.organisation.name), " จัดการคัดเลือกนี้ขึ้น โดยมีวัตถุประสงค์")
    if len(aims) == 1:
        yield paragraph(*opening, "" if aims[0].startswith("เพื่อ") else " คือ ", record(award_round, aims[0]))
        return
    yield paragraph(*opening, " ", _counted(len(aims), "ประการ"))
    for number, aim in enumerate(aims, 1):
        yield paragraph(ordinal("ประการที่", number), " ", record(award_round, aim))


def _aim(aim: str) -> str:
    return f"เพื่อ{aim}" if aim.startswith(_PURPOSES) else aim


def _counted(number: int, unit: str) -> Run:
    """Return a number of our own counting, in words alone."""
    return Run(read_aloud(str(number)) + unit)


def _voice(award_round: PublicRound) -> Iterator[Part]:
    """Yield how much citizens decided."""
    plan = award_round.programme
    if plan.gate_alone:
        yield from ("ความพึงพอใจของผู้มารับบริการ ต้องไม่ต่ำกว่า", record(award_round, percent(plan.gate_alone)))
        return
    yield from ("ในคะแนนเต็มหนึ่งร้อยคะแนน มี ", record(award_round, f"{plan.citizens_weight} คะแนน"))
    yield " ที่มาจากความพึงพอใจของผู้มารับบริการ"


def _criteria(award_round: PublicRound, *, named: bool) -> Iterator[Part]:
    plan = award_round.programme
    yield from ("คณะกรรมการพิจารณาจากหลักเกณฑ์ ", _counted(len(plan.criteria), "ข้อ"))
    if named:
        yield from (" ได้แก่ ", *_listed(award_round, [criterion.name for criterion in plan.criteria]))
    if plan.gate_alone:
        gate = record(award_round, percent(plan.gate_alone))
        yield from (" รวมหนึ่งร้อยคะแนน และความพึงพอใจของประชาชนผู้มารับบริการ ต้องไม่ต่ำกว่า", gate)
        return
    yield from (" รวมหนึ่งร้อยคะแนน ในจำนวนนี้ ", record(award_round, f"{plan.citizens_weight} คะแนน"))
    yield " มาจากความพึงพอใจของประชาชนผู้มารับบริการ"


def _listed(award_round: PublicRound, names: list[str]) -> Iterator[Part]:
    for number, name in enumerate(names):
        if number:
            yield " และ" if number == len(names) - 1 else " "
        yield record(award_round, name)


def _heard(award_round: PublicRound) -> list[Part]:
    """Return what citizens said of the office this year; nothing where too few replied to publish it."""
    figure = award_round.outcomes.satisfaction_of(award_round.year)
    replies = enough(figure.replies) if figure else None
    if figure is None or replies is None:
        return []
    target = award_round.outcomes.satisfaction_target
    against = "สูงกว่า" if figure.value > target else "ตรงตาม" if figure.value == target else "จาก"
    return [
        "ในปีนี้ มีผู้ตอบแบบประเมิน ",
        record(award_round, f"{count(replies)} คน"),
        " มีความพึงพอใจต่อการให้บริการ เฉลี่ย",
        record(award_round, percent(figure.value)),
        f" {against}เป้าหมายที่ตั้งไว้",
        record(award_round, percent(target)),
    ]


def _chosen(award_round: PublicRound) -> Iterator[Part]:
    winners = award_round.winners
    yield from ("ผลการคัดเลือก มีผู้ได้รับการคัดเลือกเป็น", record(award_round, award_round.programme.award_name), " จำนวน ")
    yield Run(read_aloud(honoured.counted(winners)))
    groups = [
        (category.name, [each for each in winners if any(honour.category == category for honour in each.honours)])
        for category in award_round.programme.categories
    ]
    groups = [(name, people) for name, people in groups if people]
    if len(groups) > 1:
        yield " เป็น"
        for number, (name, people) in enumerate(groups):
            if number:
                yield " และ" if number == len(groups) - 1 else " "
            yield from (record(award_round, name), " ", Run(read_aloud(honoured.counted(people))))


def _honoured(award_round: PublicRound) -> Iterator[Part]:
    winners = award_round.winners
    if len(winners) == 1:
        yield from (" ", called(award_round, winners[0].name), " ผู้ได้รับการคัดเลือกในปีนี้")
    else:
        yield from ("ผู้ได้รับการคัดเลือกทั้ง", Run(read_aloud(honoured.counted(winners))))
        yield " ด้วยความจริงใจ"
