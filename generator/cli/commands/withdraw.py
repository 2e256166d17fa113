"""Withdraw a person's consent, rebuild, and say what must come back from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.command import Command, Example, Option
from generator.cli.options import YEAR, as_of
from generator.cli.project import WAITING, moment_of, place_for, workshop_of
from generator.cli.reporting import build_now, collect_seldom
from generator.cli.values import WrongUsage
from generator.problems import Text

if TYPE_CHECKING:
    import argparse

    from generator.amending.withdraw import Chosen
    from generator.cli.terminal import Terminal
    from generator.model import Records


def _withdraw(options: argparse.Namespace, terminal: Terminal) -> None:
    """Set the person's switches in the records, build everything, and list who to notify and what they take down."""
    collect_seldom()
    from generator.amending import withdraw
    from generator.building.order import Order
    from generator.reading import read
    from generator.site.engine import Engine
    from generator.store import Store

    workshop = workshop_of(options)
    moment, reason = moment_of(options, workshop), options.hide_name.strip()
    if place_for(moment, workshop).is_preview:
        raise WrongUsage(
            Text("วันที่ถอนยังมาไม่ถึง", "The date of the withdrawal is in the future"),
            Text("สั่งในวันนั้น หรือไม่ใส่ --as-of เพื่อถอนวันนี้", "Run it on that day, or leave out --as-of for today"),
            "--as-of",
        )
    if options.collected:
        with workshop.locked(lambda: terminal.say(WAITING)):
            records = read(workshop.project, Store(workshop.photos, workshop.own))
            who = withdraw.collected(workshop, records, " ".join(options.person))
        terminal.say(_came_back(who))
        terminal.value({"collected": list(who)})
        return
    with workshop.locked(lambda: terminal.say(WAITING)), Engine(workshop.compiled) as engine:
        engine.start()
        records = read(workshop.project, Store(workshop.photos, workshop.own))
        chosen = _meant(records, " ".join(options.person), options.year)
        result = withdraw.withdraw(workshop, records, chosen, moment.date(), reason)
        terminal.say(_set(chosen, photo=result.photo, name=result.name))
        build_now(workshop, Order(moment), engine, terminal, result.records)
    errands, files = withdraw.outside(workshop, result.records, {choice.key for choice in chosen})
    terminal.say(_errands(errands))
    terminal.value(
        {
            "person": chosen[0].winner.id,
            "years": [choice.year for choice in chosen],
            "photo": result.photo,
            "name": result.name,
            "tell": [list(errand) for errand in errands],
            "take_down": list(files),
        }
    )


def _meant(records: Records, person: str, year: int | None) -> list[Chosen]:
    """Return the one person who is meant; raises `WrongUsage` if it is nobody or more than one."""
    from generator.amending.withdraw import people

    matches = people(records, person, year) if person else []
    if len(matches) == 1:
        return matches[0]
    if matches:
        message, near = Text(f"“{person}” มีมากกว่าหนึ่งคน", f"“{person}” matches more than one person"), matches
    else:
        message = Text(f"ไม่พบ “{person}” ในข้อมูล", f"“{person}” was not found in the records")
        message = message if person else Text("ยังไม่ได้ระบุบุคคล", "No person given")
        ids = dict.fromkeys(winner.id for award_round in records.rounds for winner in award_round.winners)
        near = [match for each in ids for match in people(records, each)[:1]]
    lines = "\n    ".join(map(_told_apart, near))
    fix = Text(
        f"พิมพ์ id ของคนนั้น เช่น tonbaep withdraw {near[0][0].winner.id}\n    {lines}"
        if near
        else "ยังไม่มีผู้ได้รับการคัดเลือกในข้อมูล",
        f"type an id:\n    {lines}" if near else "there is no winner in the records",
    )
    raise WrongUsage(message, fix, "withdraw")


def _told_apart(person: list[Chosen]) -> str:
    """Return a person's id and name with what tells people of one name apart: post, division and years."""
    winner, years = person[0].winner, ", ".join(str(choice.year) for choice in person)
    post = winner.name.full if person[0].member else f"{winner.position} {winner.division.name}".lstrip()
    return f"{'' if person[0].member else winner.id:<16}{person[0].name.full}  {post} ปี {years}"


def _set(chosen: list[Chosen], *, photo: bool, name: bool) -> Text:
    """Say which switches were set, and where; or that they were set before."""
    who, years = chosen[0].name.full, ", ".join(str(choice.year) for choice in chosen)
    th = [words for words, is_set in (("ถอนความยินยอมให้ใช้ภาพ", photo), ("ไม่เปิดเผยชื่อ", name)) if is_set]
    en = [
        words
        for words, is_set in (("the consent to the photo is withdrawn", photo), ("the name is suppressed", name))
        if is_set
    ]
    if not th:
        return Text(
            f"{who}: ข้อมูลปี {years} ตรงตามที่สั่งอยู่แล้ว ไม่มีอะไรต้องแก้",
            f"{chosen[0].winner.id}: the records of {years} already say so; nothing to change",
        )
    return Text(
        f"{who}: {' และ'.join(th)}แล้วใน winners.yaml ปี {years}",
        f"{chosen[0].winner.id}: {' and '.join(en)} in winners.yaml of {years}",
    )


def _came_back(who: tuple[str, ...]) -> Text:
    if not who:
        return Text("ไม่มีแผ่นหรือโพสต์ของคนนี้ค้างเก็บ", "Nothing of this person remains to be taken down")
    return Text(
        f"บันทึกแล้วว่าเก็บครบ: {', '.join(who)} ใบเรียกคืนสื่อครั้งต่อไปจะไม่มีแผ่นเหล่านี้อีก",
        f"Noted as collected: {', '.join(who)}. The next recall list will not contain them",
    )


def _errands(errands: tuple[tuple[str, str], ...]) -> Text:
    if not errands:
        return Text(
            "ไม่มีแผ่นหรือโพสต์ที่ต้องเก็บ เพราะยังไม่เคยมีไฟล์ใดแสดงภาพหรือชื่อที่ถอน",
            "Nothing has to be taken down: no file ever showed what was withdrawn",
        )
    lines = "\n".join(f"  {who}: {what}" for who, what in errands)
    return Text(
        f"ต้องตามเก็บ:\n{lines}\nสั่ง tonbaep pack เพื่อพิมพ์ใบเรียกคืนสื่อและชุดไฟล์ใหม่",
        f"To be taken down:\n{lines}\nrun tonbaep pack for the list to sign and the new files",
    )


COMMAND = Command(
    "withdraw",
    Text(
        "ถอนความยินยอมของคนหนึ่ง สร้างใหม่ และบอกว่าต้องเก็บอะไร",
        "withdraw a consent, rebuild, and list what has to be taken down",
    ),
    options=(
        Option(
            "person",
            Text("id หรือชื่อ ตามใน winners.yaml", "id or name, as in winners.yaml"),
            nargs="*",
            metavar="PERSON",
        ),
        Option(
            "--hide-name",
            Text(
                "ไม่เปิดเผยชื่อด้วย พร้อมเหตุผล (ใช้ภายใน) ไม่ใส่ = ถอนเฉพาะภาพและเรื่องราว",
                "hide the name as well; the reason is internal",
            ),
            default="",
            metavar="REASON",
        ),
        Option(
            "--collected",
            Text(
                "เก็บแผ่นและลบโพสต์ของคนนี้ครบแล้ว (ไม่ใส่ชื่อ = ทุกคน) ไม่ต้องบอกให้เก็บอีก",
                "all sheets and posts of this person (of everybody, if no name is given) have been collected",
            ),
            is_switch=True,
        ),
        as_of(Text("วันที่ถอน และเวลาที่สร้างใหม่ (ไม่ใส่ = ตอนนี้)", "date of the withdrawal, and the time to build for")),
        YEAR,
    ),
    run=_withdraw,
    examples=(
        Example(
            "withdraw saksit",
            "มีคนถอนความยินยอม สั่งคำสั่งนี้คำสั่งเดียว (ใช้ id หรือชื่อ) ข้อมูลถูกแก้ "
            "เว็บไซต์และสื่อสร้างใหม่ แล้วบอกว่าต้องเก็บแผ่นไหนที่ไหนและลบโพสต์ใด ไม่ให้มีชื่อด้วย ใส่ "
            '`--hide-name "เหตุผล"`',
        ),
        Example(
            "withdraw saksit --collected",
            "เก็บแผ่นและลบโพสต์ครบแล้ว แผ่นเหล่านั้นจะไม่อยู่ในใบเรียกคืนสื่ออีก",
        ),
    ),
)
