"""What is said over a village's loudspeaker, paragraph by paragraph; knows nothing of paper.

The shape is that of a public announcement: chime, call, greeting, who speaks, the news, the key fact once more, how to
answer the survey by ear, thanks, second reading, close. What is heard cannot be looked up, so a web address is never
said, names and the telephone number come twice, and a code is spoken of only by the board that it hangs on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.pieces.speech import Part, Run, called, cue, ordinal, paragraph, record
from generator.thai import read_aloud
from generator.thai.dates import long_date
from generator.thai.unspeakable import Unspeakable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Loudspeaker, Village
    from generator.pieces.speech import Paragraph
    from generator.public import PublicRound, PublicWinner

MOST_NAMES = 6
"""Above this many names a listener keeps none; each is said once, and where the list hangs is said instead."""

MOST_CITED = 3
"""Up to this many winners there is time to say what each was chosen for (a reading lasts one to three minutes)."""

_CHOICE = re.compile(r"ครับ\s*/\s*ค่ะ|ค่ะ\s*/\s*ครับ")


def result(award: PublicRound, village: Village, horn: Loudspeaker) -> tuple[Paragraph, ...]:
    """Return the script that tells a village who was chosen; the round has winners."""
    news = (*_news(award, horn), *_winners(award, village, horn), *_survey_call(award, village, horn))
    return _framed(horn, news, "ขอบคุณที่รับฟัง และขอแสดงความยินดีกับผู้ได้รับการคัดเลือก")


def survey(award: PublicRound, village: Village, horn: Loudspeaker) -> tuple[Paragraph, ...]:
    """Return the script that asks a village for its voice while replies still count for the judging."""
    counted = record(long_date(award.programme.survey.counted_until))
    minutes = record(f"{award.programme.survey.minutes} นาที")
    news = (
        paragraph(record(award.organisation.name), " ขอฟังเสียงของพี่น้องทุกท่าน", tail=horn.particle),
        paragraph("ขอเชิญตอบแบบประเมินความพึงพอใจ ว่าเจ้าหน้าที่บริการท่านเป็นอย่างไร ใช้เวลาประมาณ ", minutes, tail=horn.particle),
        paragraph(
            "คำตอบที่ได้รับถึง ",
            counted,
            " จะนำไปร่วมตัดสิน",
            record(award.programme.award),
            " ประจำปี ",
            record(str(award.year)),
            tail=horn.particle,
        ),
        *_ways(award, village, horn),
        paragraph("ขอทวนอีกครั้ง ตอบแบบประเมินให้ทันร่วมตัดสิน ได้ถึง ", counted, tail=horn.particle),
    )
    return _framed(horn, news, "ขอบคุณทุกท่านที่รับฟัง")


def _framed(horn: Loudspeaker, news: tuple[Paragraph, ...], thanks: str) -> tuple[Paragraph, ...]:
    """Return the news with call and greeting before it and the second reading and the close after it.

    The second reading begins with the news: a village is greeted once. Cues speak of paragraphs by their numbers.
    """
    first = 3
    last = first + len(news)
    return (
        cue("เปิดเสียงสัญญาณ แล้วเว้นสักครู่"),
        paragraph("ประกาศ ประกาศ"),
        paragraph(record(_CHOICE.sub(horn.particle, horn.greeting))),
        *news,
        paragraph(thanks, tail=horn.particle),
        cue(f"จบรอบที่ 1 เว้นสักครู่ แล้วอ่านข้อ {last + 1}"),
        paragraph("โปรดฟังอีกครั้งหนึ่ง", tail=horn.particle),
        cue(f"อ่านรอบที่ 2 ตั้งแต่ข้อ {first} ถึงข้อ {last} แล้วจบด้วยข้อ {last + 2}"),
        paragraph("จบประกาศเพียงเท่านี้ สวัสดี", tail=horn.particle),
        cue("ปิดเครื่องขยายเสียง แล้วลงชื่อท้ายแผ่น"),
    )


def _news(award: PublicRound, horn: Loudspeaker) -> Iterator[Paragraph]:
    yield paragraph(record(award.organisation.name), " มีข่าวน่ายินดีมาแจ้งให้ทราบ", tail=horn.particle)
    yield paragraph(
        "เมื่อ ",
        record(long_date(award.programme.result_at.date())),
        " ได้ประกาศผลการคัดเลือก",
        record(award.programme.award),
        " ประจำปี ",
        record(str(award.year)),
        tail=horn.particle,
    )


def _winners(award: PublicRound, village: Village, horn: Loudspeaker) -> Iterator[Paragraph]:
    """Yield each winner, then all names once more, or, where they are many, where the list hangs."""
    count = len(award.winners)
    if count == 1:
        yield paragraph("ผู้ได้รับการคัดเลือก คือ ", *_winner(award, award.winners[0]), tail=horn.particle)
    else:
        yield paragraph("ผู้ได้รับการคัดเลือกมี ", record(f"{count} คน"), " ได้แก่")
        for number, winner in enumerate(award.winners, 1):
            yield paragraph(ordinal("คนที่", number), " ", *_winner(award, winner))
    if count > MOST_NAMES:
        yield paragraph("รายชื่อทั้งหมด ติดไว้ที่ป้ายประกาศ ", record(village.board), tail=horn.particle)
        return
    names = [called(winner.name) for winner in award.winners]
    recalled: list[Part] = ["ขอทวนชื่ออีกครั้ง ", names[0]]
    for number, name in enumerate(names[1:], 2):
        recalled += [" และ " if number == count else " ", name]
    yield paragraph(*recalled, tail=horn.particle)


def _winner(award: PublicRound, winner: PublicWinner) -> Iterator[Part]:
    """Yield a winner's name, post and group, and where they are few what they were chosen for."""
    yield from (called(winner.name), " ", record(winner.position), " ", record(winner.division.name))
    if len(award.programme.categories) > 1:
        yield from (" ในกลุ่ม", record(winner.category.name))
        if winner.category.places > 1:
            yield from (" ", ordinal("อันดับที่", winner.place))
    if len(award.winners) <= MOST_CITED:
        yield from (" ผลงานเด่น คือ ", record(winner.citation))


def _survey_call(award: PublicRound, village: Village, horn: Loudspeaker) -> Iterator[Paragraph]:
    """Yield the way to the survey, or to the office once the survey is closed."""
    if not award.survey_open:
        yield paragraph("ท่านใดมีข้อเสนอแนะเรื่องการบริการ ติดต่อได้ที่", record(award.organisation.name), tail=horn.particle)
        yield _phone(award)
        return
    closes = record(long_date(award.programme.survey.closes))
    yield paragraph("ขอเชิญทุกท่าน ตอบแบบประเมินความพึงพอใจในการให้บริการ ได้ถึง ", closes, tail=horn.particle)
    yield from _ways(award, village, horn)


def _ways(award: PublicRound, village: Village, horn: Loudspeaker) -> Iterator[Paragraph]:
    """Yield how to answer: the board with the code, the record's ways without a phone, the number to call."""
    board = record(village.board)
    yield paragraph("ท่านที่ใช้โทรศัพท์มือถือ ภาพรหัสสำหรับเปิดแบบประเมิน ติดอยู่ที่ป้ายประกาศ ", board, tail=horn.particle)
    ways = award.programme.survey.other_ways
    if ways:
        yield paragraph("ท่านที่ไม่ใช้โทรศัพท์มือถือ ตอบได้อีก ", record(f"{len(ways)} ทาง"), tail=horn.particle)
    for number, way in enumerate(ways, 1):
        lead = (ordinal("ทางที่", number), " ") if len(ways) > 1 else ()
        yield paragraph(*lead, record(way.name), " ", record(way.detail))
    yield _phone(award)


def _phone(award: PublicRound) -> Paragraph:
    """Return the number to call, said twice: nobody writes it down the first time."""
    written = award.organisation.phone
    lead = "โทรศัพท์"
    try:
        number = Run(read_aloud(f"{lead} {written}").removeprefix(lead).strip(), written, "number")
    except Unspeakable:
        number = Run(written, None, "number", unsure=True)
    return paragraph("หมายเลขโทรศัพท์ คือ ", number, " ขอทวนหมายเลข ", number)
