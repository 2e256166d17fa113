"""What is missing for the next step of a round, as far as the records tell; only for the office, at its terminal.

The summary sheet tells what is left over once a result is out (`pending`); this tells what will be needed, while there
is time to get it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.disclosure.stages import Stage, stage_at, survey_state
from generator.problems import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime

    from generator.model import AwardRound, Organisation, Winner

_BEFORE_THE_RESULT: frozenset[Stage] = frozenset({"preparing", "criteria", "nominations", "survey", "judging"})
_WITH_WINNERS: frozenset[Stage] = frozenset({"judging", "announced", "ceremony"})


class Missing(NamedTuple):
    """Something that the next steps need: what, whom it concerns, and what to do."""

    what: Text
    who: tuple[str, ...]
    cure: Text


def lacking(office: Organisation, award_round: AwardRound, moment: datetime) -> tuple[Missing, ...]:
    """Return what is missing for the next steps of a round, the most urgent first; nothing once it is closed."""
    stage = stage_at(award_round.programme, moment)
    if stage == "closed":
        return ()
    return (
        *_list(award_round, stage),
        *_people(award_round, moment.date()),
        *_papers(award_round, stage),
        *_survey(award_round, moment),
        *_office(office, award_round, stage),
    )


def _list(award_round: AwardRound, stage: Stage) -> Iterator[Missing]:
    if not award_round.winners and stage in _WITH_WINNERS:
        yield Missing(
            Text("ยังไม่มีรายชื่อผู้ได้รับการคัดเลือก", "there are no winners yet"),
            (),
            Text("กรอก winners.yaml ก่อนถึงเวลาใน result_at", "fill in winners.yaml before result_at"),
        )


def _people(award_round: AwardRound, today: date) -> Iterator[Missing]:
    shown = [winner for winner in award_round.in_order if winner.suppressed is None]
    asks: tuple[tuple[Callable[[Winner], bool], Text, Text], ...] = (
        (
            lambda winner: winner.photo is None,
            Text("ยังไม่มีภาพ", "no photo yet"),
            Text(
                "ขอภาพและใบยินยอม แล้วใส่ในกลุ่ม photo ไม่ยินยอมก็ไม่ต้องทำอะไร",
                "ask for both, if the person agrees",
            ),
        ),
        (
            lambda winner: winner.photo is not None and not _agreed(winner, today),
            Text("มีภาพแต่ยังไม่มีใบยินยอม", "a photo without a consent"),
            Text("ขอเป็นหนังสือ แล้วใส่ในกลุ่ม consent", "ask for it in writing, and write it under consent"),
        ),
        (
            lambda winner: not winner.name.confirmed,
            Text("ยังไม่ได้ถามเจ้าของชื่อว่าอ่านถูกหรือไม่", "the reading of the name is not agreed"),
            Text("อ่านให้ฟัง แล้วเขียน confirmed: ใช่", "read it out to its owner, then write confirmed: true"),
        ),
    )
    for lacks, what, cure in asks:
        who = tuple(winner.name.short for winner in shown if lacks(winner))
        if who:
            yield Missing(what, who, cure)


def _agreed(winner: Winner, today: date) -> bool:
    """Return whether somebody answered the question, be it that the consent was taken back."""
    consent = winner.photo.consent if winner.photo else None
    return consent is not None and consent.given <= today


def _papers(award_round: AwardRound, stage: Stage) -> Iterator[Missing]:
    if not award_round.winners:
        return
    if award_round.signed is None and stage in _BEFORE_THE_RESULT:
        yield Missing(
            Text("ยังไม่ได้ลงนามเล่มตรวจ", "the proof book is not signed"),
            (),
            Text("สั่ง tonbaep proof ให้ผู้มีอำนาจลงนาม แล้วใส่รหัสใน round.yaml", "run tonbaep proof, and write the digest"),
        )
    if any(winner.certificate is None for winner in award_round.winners if winner.suppressed is None):
        yield Missing(
            Text("ยังไม่มีเลขที่ประกาศเกียรติคุณ", "certificates have no numbers"),
            (),
            Text("สั่ง tonbaep freeze", "run tonbaep freeze"),
        )
    year, outcomes = award_round.programme.year, award_round.outcomes
    if outcomes.satisfaction_of(year) is None:
        yield Missing(
            Text(f"ยังไม่มีร้อยละความพึงพอใจของปี {year}", f"the satisfaction of {year} is missing"),
            (),
            Text("ใส่ใน outcomes.satisfaction ของ round.yaml", "write it under outcomes.satisfaction in round.yaml"),
        )


def _survey(award_round: AwardRound, moment: datetime) -> Iterator[Missing]:
    survey = award_round.programme.survey
    if survey_state(survey, moment) != "closed" and not survey.other_ways:
        yield Missing(
            Text("ยังไม่มีทางตอบแบบประเมินสำหรับคนที่ไม่ใช้โทรศัพท์มือถือ", "no way to answer without a mobile phone"),
            (),
            Text("เขียนใน survey.other_ways เช่น โทรศัพท์ หรือแบบกระดาษ", "write one under survey.other_ways"),
        )


def _office(office: Organisation, award_round: AwardRound, stage: Stage) -> Iterator[Missing]:
    ceremony = award_round.programme.ceremony
    if ceremony is None:
        yield Missing(
            Text("ยังไม่มีสถานที่และเวลาของพิธีมอบ", "place and hour of the ceremony are missing"),
            (),
            Text("เขียนกลุ่ม ceremony ใน round.yaml", "write the group ceremony in round.yaml"),
        )
    elif ceremony.presider.name is None and stage not in _BEFORE_THE_RESULT:
        yield Missing(
            Text("ยังไม่มีชื่อประธานในพิธี", "who presides at the ceremony has no name yet"),
            (),
            Text("เขียน ceremony.presider.name หรือปล่อยไว้ให้มีเพียงตำแหน่ง", "write ceremony.presider.name, if at all"),
        )
    if office.seal is None and stage in _BEFORE_THE_RESULT:
        yield Missing(
            Text("ยังไม่มีตราของหน่วยงาน", "the office's seal is missing"),
            (),
            Text(
                "วางไฟล์ภาพไว้ข้าง organisation.yaml แล้วเขียน seal:",
                "name its picture under seal:",
            ),
        )
