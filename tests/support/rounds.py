"""A round made for tests, with portraits drawn for it; holds no assertion.

`make_round` builds a `PublicRound` by hand, so that a piece can be tested without records, reader or store.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from PIL import Image, ImageDraw

from generator.disclosure import Portrait, PublicRound, PublicWinner, standing_of, turning_points
from generator.era import BANGKOK
from generator.model import (
    Address,
    Category,
    Colours,
    CommitteePost,
    Criterion,
    Division,
    Loudspeaker,
    Name,
    Organisation,
    OtherWay,
    Outcomes,
    Picture,
    Programme,
    Satisfaction,
    Signer,
    Step,
    Survey,
    Village,
    YearFigure,
)
from generator.thai.telephones import read_telephone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.disclosure import CeremonyState, Standstill
    from generator.model import AwardRound
    from generator.piece import Rendition

RESULT_AT = datetime(2023, 4, 21, 9, 0, tzinfo=BANGKOK)

PEOPLE = (
    ("นางสาว", "ปิยะนุช", "ศรีท้องถิ่น", "นักพัฒนาชุมชนปฏิบัติการ"),
    ("นาย", "ศักดิ์สิทธิ์", "น้ำใจดี", "นายช่างโยธาชำนาญงาน"),
    ("นาง", "กตัญญู", "ปั้นกิ่ง", "เจ้าพนักงานธุรการชำนาญงาน"),
    ("ว่าที่ร้อยตรี", "ณัฐวุฒิ", "ฎุลยพร", "เจ้าพนักงานจัดเก็บรายได้ปฏิบัติงาน"),
    ("นางสาว", "เก๋ไก๋", "ก่ำแก้ว", "ครู"),
    ("นาย", "โชคชัย", "เปี๊ยะทอง", "พนักงานขับรถยนต์"),
    ("นาง", "ไพลิน", "ญี่ปุ่นงาม", "พนักงานสูบน้ำ"),
    ("นางสาว", "แพรวพรรณ", "อยู่เย็น", "ผู้ช่วยเจ้าพนักงานการเงินและบัญชี"),
    ("นาย", "ธีรเดช", "คุ้มครอง", "เจ้าพนักงานป้องกันและบรรเทาสาธารณภัยปฏิบัติงาน"),
    ("นาง", "สุมาลี", "ป้ำทรัพย์", "คนงานทั่วไป"),
    ("นางสาว", "ฐิติพร", "หนูปุ้ย", "นักวิชาการสาธารณสุขปฏิบัติการ"),
    ("นาย", "อนุชิต", "รุ่งเรือง", "ผู้ช่วยนายช่างไฟฟ้า"),
)
CITATIONS = (
    "เดินไปหาผู้สูงอายุถึงบ้านเพื่อรับคำขอเบี้ยยังชีพ ไม่มีใครต้องเหมารถมาที่สำนักงานอีก",
    "ซ่อมไฟทางและท่อน้ำภายในวันที่ได้รับแจ้ง แล้วโทรกลับไปถามว่าใช้ได้ดีหรือไม่",
    "อธิบายเอกสารทุกแผ่นด้วยคำง่าย ๆ และยิ้มให้ทุกคนเท่ากัน ไม่ว่าจะมาด้วยเรื่องใด",
)
QUOTES = (
    "คนที่มาหาเรามีเรื่องร้อนใจทุกคน ยิ้มก่อนแล้วค่อยเปิดแฟ้มค่ะ",
    "งานเล็กของเรา อาจเป็นเรื่องใหญ่ของเขาครับ",
    "ถ้าเป็นพ่อแม่เรา เราอยากให้ใครดูแลอย่างไร ก็ทำอย่างนั้นค่ะ",
)
STORY = (
    "ทุกเช้าก่อนเปิดสำนักงาน จะไล่ดูคำร้องที่ยังค้างและโทรหาเจ้าของเรื่องทีละคน หลายครั้งพบว่าขาดเพียงสำเนาแผ่นเดียว "
    "จึงขับรถไปรับเอกสารถึงบ้านในหมู่ที่ไกลที่สุด ผู้สูงอายุที่เดินไม่สะดวกได้รับเบี้ยตรงเวลาทุกราย "
    "เพื่อนร่วมงานเริ่มทำตาม จนกลายเป็นวิธีทำงานของทั้งกอง"
)
SHAPES = ((900, 1200), (1200, 900), (1000, 1000), (700, 1400))
"""Sizes in pixels of the drawn photos: portrait, landscape, square, and a very tall one."""


def make_organisation(**changes: Any) -> Organisation:
    """Return the office; it is the sample's, on a reserved domain."""
    office = Organisation(
        name="องค์การบริหารส่วนตำบลควนเมา",
        short_name="อบต.ควนเมา",
        english_name="Khuan Mao Subdistrict Administrative Organization",
        people="ตำบลควนเมา",
        address=Address("99 หมู่ที่ 1", "ควนเมา", "รัษฎา", "ตรัง", "92160"),
        phone=read_telephone("075-000-000"),
        office_hours="วันจันทร์–ศุกร์ 08.30–16.30 น.",
        site="https://khuanmao.example.go.th",
        facebook=None,
        line_account=None,
        colours=Colours("#0b5d4e", "#a8431f"),
        seal=None,
        divisions=(Division("samnak", "สำนักปลัด"), Division("chang", "กองช่าง")),
        villages=(Village(1, "บ้านควนเมา", "ศาลาหมู่บ้าน", Loudspeaker("เสียงตามสาย", (time(6),), "ครับ", "พี่น้องบ้านควนเมา")),),
        sample=True,
    )
    return replace(office, **changes)


def make_programme(**changes: Any) -> Programme:
    """Return the programme of 2566 with figures of our own."""
    samnak, chang = make_organisation().divisions
    programme = Programme(
        year=2566,
        title="โครงการบุคลากรต้นแบบ ด้าน “บริการเป็นเลิศ”",
        award_name="บุคลากรต้นแบบ ด้าน “บริการเป็นเลิศ”",
        reasons=("ประชาชนควรได้รับบริการที่เท่าเทียมและเป็นธรรม",),
        objectives=("ยกย่องผู้ให้บริการด้วยใจ",),
        target_group="บุคลากรองค์การบริหารส่วนตำบลควนเมา",
        target_people=35,
        owner="สำนักปลัดองค์การบริหารส่วนตำบลควนเมา",
        budget="ไม่ใช้งบประมาณ",
        outputs=("มีบุคลากรต้นแบบ",),
        publicity=("เว็บไซต์", "จดหมายข่าว", "เสียงตามสาย"),
        steps=_steps(),
        result_at=RESULT_AT,
        committee=(CommitteePost("ปลัดองค์การบริหารส่วนตำบล", "ประธานกรรมการ"),),
        criteria=(
            Criterion("heart", "จิตบริการ", "ยิ้มแย้ม เต็มใจ ดูแลจนจบเรื่อง", 25, citizens=False),
            Criterion("speed", "รวดเร็วและถูกต้อง", "ตรงเวลา ครบถ้วน ตามขั้นตอน", 20, citizens=False),
            Criterion("fair", "เป็นธรรม ไม่เลือกปฏิบัติ", "บริการทุกคนเท่าเทียมกัน", 20, citizens=False),
            Criterion("manner", "กิริยามารยาท", "สุภาพ ให้เกียรติ", 10, citizens=False),
            Criterion("people", "ความพึงพอใจของประชาชน", "ผลจากแบบประเมิน", 25, citizens=True),
        ),
        tie_rule="ผู้ที่ได้คะแนนจากประชาชนสูงกว่าอยู่ก่อน",
        categories=(Category("office", "สายงานสำนักงาน", 1), Category("field", "สายงานภาคสนาม", 1)),
        nominators=(samnak, chang),
        document_signers=(),
        survey=Survey(
            form="https://forms.example.org/f?c={channel}&p={place}",
            opens=date(2023, 4, 1),
            closes=date(2023, 9, 30),
            counted_until=date(2023, 4, 15),
            minutes=3,
            other_ways=(
                OtherWay("แบบกระดาษ", "หยิบและหย่อนลงกล่องที่เคาน์เตอร์บริการ สำนักงาน อบต.ควนเมา", "กระดาษ"),
                OtherWay("ฝากผู้ใหญ่บ้าน", "ที่ศาลาหมู่บ้านทุกหมู่", "อื่น"),
            ),
            nameless=True,
        ),
        sample=True,
    )
    return replace(programme, **changes)


def _steps() -> tuple[Step, ...]:
    return (
        Step("committee", "แต่งตั้งคณะกรรมการคัดเลือก", date(2023, 3, 1), date(2023, 3, 3)),
        Step("criteria", "กำหนดหลักเกณฑ์การคัดเลือก", date(2023, 3, 6), date(2023, 3, 8)),
        Step("criteria_notice", "ประกาศหลักเกณฑ์ให้บุคลากรทราบ", date(2023, 3, 9), date(2023, 3, 10)),
        Step("nominations", "สำนักและกองเสนอชื่อผู้มีคุณสมบัติ", date(2023, 3, 13), date(2023, 3, 31)),
        Step("judging", "พิจารณาคัดเลือก โดยนำเสียงของประชาชนมาร่วมตัดสิน", date(2023, 4, 3), date(2023, 4, 19)),
        Step("result", "ประกาศผลการคัดเลือก", date(2023, 4, 21), date(2023, 4, 21)),
        Step("ceremony", "มอบประกาศเกียรติคุณ", date(2023, 4, 25), date(2023, 4, 25)),
        Step("publicity", "เผยแพร่เรื่องราวของบุคลากรต้นแบบ", date(2023, 4, 21), date(2023, 4, 30)),
    )


def make_winner(number: int, **changes: Any) -> PublicWinner:
    """Return one of twelve people; every third has no photo, so that both layouts are tested side by side."""
    title, first, last, position = PEOPLE[number % len(PEOPLE)]
    programme = make_programme()
    shape = SHAPES[number % len(SHAPES)]
    winner = PublicWinner(
        id=f"w{number + 1}",
        name=Name(title, first, last),
        position=position,
        division=programme.nominators[number % 2],
        category=programme.categories[number % 2],
        place=1,
        citation=CITATIONS[number % len(CITATIONS)],
        story=STORY,
        quote=QUOTES[number % len(QUOTES)],
        satisfaction=Satisfaction(Decimal("94.25"), 61 + number),
        total=None,
        portrait=None if number % 3 == 2 else make_portrait(f"{number}", shape, f"{programme.year}/w{number + 1}"),
        key=f"{programme.year}/w{number + 1}",
        leaf=number,
    )
    return replace(winner, **changes)


def make_portrait(seed: str, shape: tuple[int, int] = SHAPES[0], whose: str = "") -> Portrait:
    """Return a portrait that `draw` can draw; the face is at its focus."""
    width, height = shape
    digest = hashlib.sha256(f"{seed} {width} {height}".encode()).hexdigest()
    _DRAWN[digest] = shape
    return Portrait(Picture(digest, width, height), "ภาพวาดครึ่งตัวของผู้ได้รับรางวัล ยิ้ม สวมเสื้อผ้าไทย", (0.5, 0.4), whose)


def make_round(winners: int | tuple[PublicWinner, ...] = 5, **changes: Any) -> PublicRound:
    """Return an announced round with so many winners, or with these."""
    people = winners if isinstance(winners, tuple) else tuple(make_winner(number) for number in range(winners))
    award_round = PublicRound(
        organisation=make_organisation(),
        programme=make_programme(),
        stage="announced",
        survey_state="open",
        outcomes=Outcomes(
            satisfaction_target=Decimal(80),
            satisfaction_method="แบบประเมินความพึงพอใจการให้บริการ",
            satisfaction=(
                YearFigure(2564, Decimal("78.4"), 214),
                YearFigure(2565, Decimal("83.1"), 260),
                YearFigure(2566, Decimal("91.62"), 388),
            ),
            complaints=(YearFigure(2564, Decimal(9)), YearFigure(2565, Decimal(6)), YearFigure(2566, Decimal(2))),
        ),
        award_signer=Signer(Name("นาย", "สมมติ", "ตัวอย่างดี"), "นายกองค์การบริหารส่วนตำบลควนเมา", "ผู้ลงนาม"),
        winners=people,
    )
    changed = replace(award_round, **changes)
    return replace(changed, steps=stands(changed), ceremony=_CEREMONY.get(changed.stage, "coming"))


_CEREMONY: dict[str, CeremonyState] = {"ceremony": "over", "closed": "over"}


def stands(award_round: PublicRound) -> tuple[Standstill, ...]:
    """Return how each step stands when the stage of a round begins, or one hour before its first."""
    begins = {stage: moment for moment, stage in reversed(turning_points(award_round.programme))}
    moment = begins.get(award_round.stage, award_round.programme.result_at - timedelta(days=200))
    records = SimpleNamespace(programme=award_round.programme, decided=award_round.announced, nobody=award_round.nobody)
    return standing_of(cast("AwardRound", records), moment)


_DRAWN: dict[str, tuple[int, int]] = {}


@cache
def draw(rendition: Rendition) -> bytes:
    """Return a drawn portrait in the size and format of the rendition."""
    full_width, full_height = _DRAWN[rendition.digest]
    width, height = rendition.width, round(rendition.width * full_height / full_width)
    tone = int(rendition.digest[:2], 16)
    image = Image.new("RGB", (width, height), (190 + tone // 8, 214 - tone // 9, 206))
    pen = ImageDraw.Draw(image)
    unit = min(width, height) / 10
    x, y = width * 0.5, height * 0.4
    pen.ellipse((x - 4 * unit, y + 1.6 * unit, x + 4 * unit, y + 12 * unit), fill=(60 + tone // 3, 84, 110))
    pen.rectangle((x - 0.7 * unit, y + 1.2 * unit, x + 0.7 * unit, y + 2.6 * unit), fill=(206, 154, 116))
    pen.ellipse((x - 1.7 * unit, y - 2.1 * unit, x + 1.7 * unit, y + 2 * unit), fill=(222, 172, 134))
    pen.chord((x - 1.8 * unit, y - 2.4 * unit, x + 1.8 * unit, y + 1.2 * unit), 180, 360, fill=(40, 30, 28))
    pen.arc((x - 0.8 * unit, y - 0.2 * unit, x + 0.8 * unit, y + 1.3 * unit), 20, 160, fill=(130, 40, 40), width=6)
    out = io.BytesIO()
    if rendition.format == "grey":
        image = image.convert("L")
    image.save(out, "WEBP" if rendition.format == "webp" else "JPEG", quality=80)
    return out.getvalue()


def draw_all(renditions: Iterable[Rendition], folder: Path) -> Path:
    """Draw the renditions of a sheet into a folder, under their names, and return the folder."""
    for rendition in renditions:
        (folder / rendition.name).write_bytes(draw(rendition))
    return folder
