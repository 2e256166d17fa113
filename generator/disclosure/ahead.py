"""What the office has to do next in a round, and by which day; told by `check` and each build, on no public piece.

Everything follows from the round's record and its stage, so that it stays true until the stage changes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from generator.disclosure.choosing import choosing
from generator.disclosure.paperwork import paperwork
from generator.disclosure.pending import Pending, pending, people
from generator.disclosure.stages import (
    STAGE_NAMES,
    after,
    ceremony_state,
    is_late,
    is_out,
    midnight,
    stage_of,
    survey_state,
    turning_points,
)
from generator.problems import Text
from generator.thai.dates import long_date, moment_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from generator.disclosure.stages import Stage
    from generator.model import AwardRound, Organisation, Programme

TURNS: dict[Stage, Text] = {
    "preparing": STAGE_NAMES["preparing"],
    "criteria": Text("ประกาศหลักเกณฑ์", "the criteria are announced"),
    "nominations": Text("เปิดรับการเสนอชื่อ", "nominations open"),
    "survey": Text("รับฟังความเห็นของประชาชน", "the survey runs"),
    "judging": Text("คณะกรรมการพิจารณา", "the committee judges"),
    "announced": Text("ประกาศผล", "the result is announced"),
    "ceremony": Text("มอบประกาศเกียรติคุณและเผยแพร่", "certificates are handed over"),
    "closed": Text("เสร็จสิ้นรอบนี้", "the round is over"),
}
"""What happens when a stage begins."""

SIGNED = Text(
    "(ลงนามแล้ว เขียนรหัสชุดไฟล์จากหน้าปกในช่อง proof ของ round.yaml ข้อนี้จึงหายไป)",
    "(once signed, write its digest under proof in round.yaml, and this goes)",
)
"""How a task goes that only the office can say is done."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """Where a round stands, what is to be done, the most urgent first, and which stage begins next and when.

    A round that `rests` has only made what citizens and auditors still need. What the next stage needs can be made in
    `ready`, some days before it: None where nothing of it is made openly before its moment.
    """

    year: int
    stage: Stage
    todo: tuple[Pending, ...]
    rests: bool
    turn: tuple[datetime, Stage] | None
    ready: datetime | None = None

    def as_json(self, *, named: bool = False) -> dict[str, Any]:
        """Return it as sentences in both languages, for a terminal, for a script, and to be remembered.

        Whom a task concerns is among it only if it may be `named`: a result may not be out yet.
        """
        return {
            "year": self.year,
            "stage": self.stage,
            "rests": self.rests,
            "stage_name": STAGE_NAMES[self.stage]._asdict(),
            "todo": [
                {
                    **_sentence(task)._asdict(),
                    "by": task.by.isoformat() if task.by else None,
                    "who": list(task.who) if named else [],
                }
                for task in self.todo
            ],
            "turn": self.turn
            and {**_turn(*self.turn, self.ready)._asdict(), "at": self.turn[0].isoformat(), "stage": self.turn[1]},
        }


def ahead_of(office: Organisation, award_round: AwardRound, moment: datetime, *, rests: bool = False) -> Ahead:
    """Return what lies ahead of the office in one round."""
    programme = award_round.programme
    stage = stage_of(award_round, moment)
    todo = [*_of_the_stage(award_round, stage, moment), *(pending(award_round) if is_out(programme, moment) else ())]
    todo += _lacking(office, programme, stage, moment) if stage != "closed" else ()
    coming = [turn for turn in turning_points(programme) if turn[0] > moment]
    first = min((begins for begins, _ in coming), default=None)
    turn = next(((begins, name) for begins, name in reversed(coming) if begins == first), None)
    todo = sorted((_due(task, moment) for task in todo), key=_urgency)
    ready = _ready(programme, moment, turn[0], office.prepare_days) if turn else None
    return Ahead(programme.year, stage, tuple(todo), rests, turn, ready)


def _ready(programme: Programme, moment: datetime, begins: datetime, days: int) -> datetime | None:
    """Return from when on what is for a coming moment is made openly, if it is before that moment."""
    if not days or is_out(programme, begins) != is_out(programme, moment):
        return None
    return begins - timedelta(days=days)


def _due(task: Pending, moment: datetime) -> Pending:
    """Return a task without its day if that day is over; it is no less to be done."""
    return task if task.by is None or moment < after(task.by) else replace(task, by=None)


def _urgency(task: Pending) -> tuple[bool, str]:
    return (task.by is None, task.by.isoformat() if task.by else "")


def _of_the_stage(award_round: AwardRound, stage: Stage, moment: datetime) -> Iterator[Pending]:
    """Yield what a stage asks for besides what is pending."""
    if stage in {"nominations", "survey", "judging"}:
        yield from choosing(award_round, moment)
    if stage in {"preparing", "criteria", "nominations"}:
        yield from _of_the_rules(award_round.programme, stage, moment)
    elif stage in {"survey", "judging"}:
        yield from _before_the_result(award_round, stage, moment)
    elif stage in {"announced", "ceremony"} and award_round.winners:
        yield from _after_the_result(award_round, stage, moment)
    yield from paperwork(award_round, stage, moment)
    if stage not in {"preparing", "closed"}:
        yield _task(
            "แจกชุดไฟล์ของขั้นนี้ สั่ง tonbaep pack",
            "hand out what this stage needs: run tonbaep pack",
            settled="tonbaep pack",
            act="แจกชุดไฟล์ของขั้นนี้",
        )


def _of_the_rules(programme: Programme, stage: Stage, moment: datetime) -> Iterator[Pending]:
    if stage == "preparing":
        yield _task(
            "ตรวจเกณฑ์ กำหนดการ และแบบประเมินใน round.yaml ให้ถูกต้อง",
            "see that criteria, dates and survey in round.yaml are right",
            programme.step("criteria_notice").starts,
            "round.criteria",
        )
    elif survey_state(programme.survey, moment) == "coming":
        yield _task(
            "ลองเปิดลิงก์แบบประเมิน แล้วพิมพ์โปสเตอร์แบบประเมินไปติด",
            "try the link of the survey, then print its posters and put them up",
            programme.survey.opens,
            "round.survey",
        )
    if stage == "nominations":
        yield _task("รับการเสนอชื่อจากสำนักและกอง", "collect the nominations", programme.step("nominations").ends)


def _before_the_result(award_round: AwardRound, stage: Stage, moment: datetime) -> Iterator[Pending]:
    """Yield what must be ready when the result comes; with the names, much can be made in secret."""
    survey, result = award_round.programme.survey, award_round.programme.result_at
    if stage == "survey":
        yield _task(
            "ชวนประชาชนตอบแบบประเมิน คำตอบถึงวันนั้นนับเป็นคะแนน",
            "ask citizens to reply; replies up to that day count",
            survey.counted_until,
        )
    if is_late(award_round, moment):
        return
    if not award_round.decided and award_round.selection is None:
        yield _task(
            "กรอกผลการคัดเลือกใน winners.yaml", "enter the result in winners.yaml", result.date(), "winners.winners"
        )
    if not award_round.decided:
        return
    if award_round.signed is None:
        yield _task(
            f'ทำฉบับตรวจให้ลงนาม สั่ง tonbaep proof --as-of "{moment_text(result)}" {SIGNED.th}',
            f'have the proof book signed: run tonbaep proof --as-of "{moment_text(result)}" {SIGNED.en}',
            result.date(),
            "tonbaep proof",
            "ทำฉบับตรวจให้ลงนาม แล้วใส่รหัสชุดไฟล์จากหน้าปกในข้อมูลปีนี้",
        )
    yield _task(
        "พิมพ์ของวันประกาศผลไว้ก่อน สั่ง tonbaep build --sealed (พิมพ์แล้วและข้อมูลไม่เปลี่ยน ไม่ต้องทำอีก)",
        "print the result beforehand: run tonbaep build --sealed (not again unless the records change)",
        result.date(),
        "tonbaep sealed",
        "พิมพ์ของวันประกาศผลไว้ก่อน พิมพ์แล้วและข้อมูลไม่เปลี่ยน ไม่ต้องทำอีก",
    )
    yield from people(award_round)


def _after_the_result(award_round: AwardRound, stage: Stage, moment: datetime) -> Iterator[Pending]:
    programme = award_round.programme
    if award_round.signed is None:
        yield _task(
            f"ทำฉบับตรวจให้ลงนาม สั่ง tonbaep proof {SIGNED.th}",
            f"have the proof book signed: run tonbaep proof {SIGNED.en}",
            settled="tonbaep proof",
            act="ทำฉบับตรวจให้ลงนาม แล้วใส่รหัสชุดไฟล์จากหน้าปกในข้อมูลปีนี้",
        )
    if programme.ceremony and ceremony_state(programme, moment) == "over":
        yield _task(
            "ถ้าพิธีจัดแล้ว เขียน held: ใช่ ในช่อง ceremony ของ round.yaml ข่าวจึงจะบอกว่ามอบแล้ว",
            "if the ceremony was held, write held: ใช่ under ceremony in round.yaml: only then the news say so",
            settled="round.ceremony",
            act="ถ้าพิธีจัดแล้ว บอกว่าจัดแล้วในข้อมูลพิธี ข่าวจึงจะบอกว่ามอบแล้ว",
        )
    if stage == "announced":
        yield _task(
            f"พิมพ์ประกาศเกียรติคุณและกำหนดการพิธี จาก build/print/{programme.year}",
            f"print certificates and the order of the ceremony, from build/print/{programme.year}",
            programme.step("ceremony").starts,
        )


def _lacking(office: Organisation, programme: Programme, stage: Stage, moment: datetime) -> Iterator[Pending]:
    """Yield what the records may leave out, but the next steps would use, while there is time to get it."""
    if survey_state(programme.survey, moment) != "closed" and not programme.survey.other_ways:
        yield _task(
            "เขียนทางตอบแบบประเมินสำหรับคนที่ไม่ใช้โทรศัพท์มือถือ ในช่อง survey.other_ways เช่น โทรศัพท์ หรือแบบกระดาษ",
            "write a way to answer without a mobile phone under survey.other_ways",
            settled="round.survey",
            act="เขียนทางตอบแบบประเมินสำหรับคนที่ไม่ใช้โทรศัพท์มือถือ เช่น โทรศัพท์ หรือแบบกระดาษ",
        )
    if programme.ceremony is None:
        ceremony = programme.step("ceremony").starts
        yield _task(
            "เขียนสถานที่และเวลาของพิธีมอบ ในช่อง ceremony ของ round.yaml",
            "write place and hour of the ceremony under ceremony in round.yaml",
            ceremony,
            "round.ceremony",
            "เขียนสถานที่และเวลาของพิธีมอบ",
        )
    elif programme.ceremony.presider.name is None and stage in {"announced", "ceremony"}:
        yield _task(
            "เขียนชื่อประธานในพิธี ในช่อง ceremony.presider.name หรือปล่อยไว้ให้มีเพียงตำแหน่ง",
            "write who presides at the ceremony under ceremony.presider.name, if at all",
            settled="round.ceremony",
            act="เขียนชื่อประธานในพิธี หรือปล่อยไว้ให้มีเพียงตำแหน่ง",
        )
    lacking = [
        *(() if office.complaints.days else (("ตอบเรื่องร้องเรียนภายในกี่วัน (days)", "how soon you answer (days)"),)),
        *(() if office.complaints.appeal else (("ขอให้ทบทวนผลอย่างไร (appeal)", "how a result is reviewed (appeal)"),)),
    ]
    if lacking and stage not in {"announced", "ceremony"}:
        yield _task(
            f"เขียนใน complaints ว่า{' และ'.join(thai for thai, _ in lacking)} ไม่เขียน หน้าร้องเรียนจะไม่บอก",
            f"write under complaints {' and '.join(english for _, english in lacking)}: it is unsaid",
            settled="organisation.complaints",
        )
    if not programme.survey.nameless and survey_state(programme.survey, moment) != "closed":
        yield _task(
            "ถ้าแบบประเมินไม่ถามชื่อและไม่ต้องเข้าสู่ระบบ เขียน nameless: ใช่ ในช่อง survey จึงจะบอกประชาชน",
            "if the form asks for no name and no login, write nameless: ใช่ under survey: only then citizens are told",
            settled="round.survey",
            act="ถ้าแบบประเมินไม่ถามชื่อและไม่ต้องเข้าสู่ระบบ บอกไว้ในข้อมูลแบบประเมิน จึงจะบอกประชาชน",
        )
    if office.seal is None and stage not in {"announced", "ceremony"}:
        yield _task(
            "วางไฟล์ตราของหน่วยงานไว้ข้าง organisation.yaml แล้วเขียนในช่อง seal",
            "put the picture of the office's seal beside organisation.yaml, and name it under seal",
            settled="organisation.seal",
        )


def _task(thai: str, english: str, by: date | None = None, settled: str = "", act: str = "") -> Pending:
    return Pending("", (), thai, english, by, act, settled)


def _sentence(task: Pending) -> Text:
    thai = ": ".join(part for part in (task.what, task.cure) if part)
    if task.by is None:
        return Text(thai, task.english)
    return Text(f"ภายใน {long_date(task.by)} {thai}", f"by {task.by.isoformat()}: {task.english}")


def _turn(begins: datetime, stage: Stage, ready: datetime | None) -> Text:
    """Return when the next stage begins; pages and pieces follow only when they are built again.

    What hangs from the first day on, or is read out that morning, is made some days before.
    """
    name, at_midnight = TURNS[stage], begins == midnight(begins.date())
    day = long_date(begins.date()) if at_midnight else moment_text(begins)
    moment = begins.date().isoformat() if at_midnight else begins.strftime("%Y-%m-%d %H:%M")
    then = Text(
        f"เมื่อถึง {day} ({name.th}) สั่ง tonbaep build อีกครั้ง", f"from {moment} ({name.en}): run tonbaep build again"
    )
    if ready is None:
        return then
    since = ready.date()
    return Text(
        f"{then.th} แผ่นและบทของขั้นนั้นทำล่วงหน้าได้ใน build/coming ตั้งแต่ {long_date(since)}",
        f"{then.en}; what it needs is made beforehand, into build/coming, from {since.isoformat()} on",
    )
