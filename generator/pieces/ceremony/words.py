"""What an announcer says at the ceremony, event by event; knows nothing of paper or of the clock.

The wording is that of an office's stage: the presider is invited, nobody is praised beyond what the record says, and
each winner's citation is read out as written there, if the winner agreed to have it in print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pieces.ceremony import labels
from generator.pieces.paper.certificate import number_text
from generator.pieces.parts import honoured
from generator.pieces.parts.speech import called, cue, honours, paragraph, placed, record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.disclosure import PublicRound, PublicWinner
    from generator.pieces.parts.speech import Groups, Paragraph, Part


def welcome(award_round: PublicRound) -> Groups:
    """Return the greeting: who invites, to what, and how many people are honoured."""
    office, tail = award_round.organisation, _tail(award_round)
    people = record(award_round, honoured.counted(award_round.winners))
    honour = honoured.late(award_round.winners)
    welcomed = "วันนี้เรามาเชิดชูเกียรติเพื่อนร่วมงาน " if honour else "วันนี้เรามาแสดงความยินดีกับเพื่อนร่วมงาน "
    return _each(
        paragraph("เรียน ผู้มีเกียรติ เพื่อนร่วมงาน และพี่น้องชาว", record(award_round, office.people), " ทุกท่าน"),
        paragraph(
            record(award_round, office.name),
            " ขอต้อนรับทุกท่านสู่พิธีมอบประกาศเกียรติคุณ ",
            record(award_round, award_round.programme.award_name),
            " ประจำปี ",
            record(award_round, str(award_round.year)),
            tail=tail,
        ),
        paragraph(welcomed, people, " ที่ดูแลประชาชนด้วยใจ และเป็นแบบอย่างให้พวกเราทุกคน", tail=tail),
    )


def report(award_round: PublicRound, reporter: str) -> Groups:
    """Return the invitation to the presider, and to the person who reports how the winners were chosen."""
    tail = _tail(award_round)
    return _each(
        paragraph("บัดนี้ได้เวลาอันสมควรแล้ว"),
        paragraph("ขอเรียนเชิญ ", *_presider(award_round), " ขึ้นสู่เวที", tail=tail),
        cue("รอให้ประธานในพิธีนั่งประจำที่"),
        paragraph("ลำดับแรก ขอเรียนเชิญ ", record(award_round, reporter), " กล่าวรายงานต่อประธานในพิธี", tail=tail),
    )


def handover(award_round: PublicRound) -> Groups:
    """Return the call of each winner, by category and place, each after a cue about the certificate."""
    tail, word = _tail(award_round), honoured.number_word(award_round.winners)
    people = tuple(
        (
            cue(f"{word} {number} จาก {len(award_round.winners)}  ส่งประกาศเกียรติคุณ {_number(award_round, winner)}"),
            paragraph(*_winner(award_round, winner)),
            *([honours(award_round, winner)] if winner.citation else []),
            *([paragraph("ครอบครัวของผู้ล่วงลับ เป็นผู้รับประกาศเกียรติคุณ", tail=tail)] if winner.name.late else []),
        )
        for number, winner in enumerate(award_round.winners, 1)
    )
    return (
        (
            paragraph("ลำดับต่อไป เป็นการมอบประกาศเกียรติคุณ ขอเรียนเชิญประธานในพิธีมอบให้ผู้ได้รับการคัดเลือก", tail=tail),
            cue("อ่านจบแล้วรอให้รับมอบและถ่ายภาพ จึงเรียกชื่อต่อไป"),
        ),
        *people,
        (paragraph(f"ขอเสียงปรบมือ{honoured.praise(award_round.winners)}อีกครั้งหนึ่ง", tail=tail),),
    )


def address(award_round: PublicRound) -> Groups:
    """Return the invitation to the presider's speech, and the thanks for it."""
    tail = _tail(award_round)
    return _each(
        paragraph("ลำดับต่อไป ขอเรียนเชิญประธานในพิธี กล่าว" + honoured.praise(award_round.winners) + "และให้โอวาท", tail=tail),
        cue("รอจนประธานกล่าวจบ"),
        paragraph("ขอขอบพระคุณประธานในพิธี", tail=tail),
    )


def photograph(award_round: PublicRound) -> Groups:
    """Return the invitation to a group picture."""
    return _each(
        paragraph("ขอเรียนเชิญประธานในพิธี คณะกรรมการ และผู้ได้รับประกาศเกียรติคุณ ถ่ายภาพร่วมกัน", tail=_tail(award_round)),
        cue("ผู้รับถือประกาศเกียรติคุณระดับอก ประธานอยู่กลาง ไม่บังชื่อบนฉากหลัง"),
    )


def close(award_round: PublicRound) -> Groups:
    """Return the closing words; while the survey is open, the audience is asked to answer it."""
    tail = _tail(award_round)
    invitation = (paragraph("ขอเชิญทุกท่านตอบแบบประเมินความพึงพอใจในการให้บริการ ทุกคำตอบช่วยให้เราบริการได้ดีขึ้น", tail=tail),)
    return _each(
        *(invitation if award_round.survey_state == "open" else ()),
        paragraph(
            "พิธีเสร็จสิ้นแล้ว ",
            record(award_round, award_round.organisation.name),
            f" ขอขอบคุณทุกท่านที่มาร่วม{honoured.praise(award_round.winners)} สวัสดี",
            tail=tail,
        ),
    )


def announced(award_round: PublicRound, what: str, who: str) -> Groups:
    """Return how an event of the office's own order is announced."""
    return _each(
        paragraph("ลำดับต่อไป ", record(award_round, what), " โดย ", record(award_round, who), tail=_tail(award_round))
    )


def _each(*paragraphs: Paragraph) -> Groups:
    return tuple((paragraph,) for paragraph in paragraphs)


def _tail(award_round: PublicRound) -> str:
    """Return the announcer's polite word; empty if the record does not say who announces."""
    return award_round.programme.ceremony.particle if award_round.programme.ceremony else ""


def _presider(award_round: PublicRound) -> Iterator[Part]:
    ceremony = award_round.programme.ceremony
    if ceremony and ceremony.presider.name:
        yield from (called(award_round, ceremony.presider.name), " ")
    if ceremony:
        yield from (record(award_round, ceremony.presider.post), " ")
    yield "ประธานในพิธี"


def _number(award_round: PublicRound, winner: PublicWinner) -> str:
    return number_text(award_round, winner.certificate) if winner.certificate else labels.NO_NUMBER


def _winner(award_round: PublicRound, winner: PublicWinner) -> Iterator[Part]:
    """Yield how a winner is called: the category if there are several, the name and the post."""
    for honour in winner.honours:
        if len(award_round.programme.categories) > 1:
            yield from ("ประเภท", record(award_round, honour.category.name), " ")
        else:
            yield "ผู้ได้รับการคัดเลือก "
        if honour.rank:
            yield from (placed(honour), " ")
    yield from (
        "คือ ",
        called(award_round, winner.name),
        " ",
        record(award_round, winner.position),
        " ",
        record(award_round, winner.division.name),
    )
