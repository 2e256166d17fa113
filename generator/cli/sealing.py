"""A result that is put on its host before the day: made for its moment, tried, sealed, and told about afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.project import instant
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from generator.cli.terminal import Terminal
    from generator.disk.swap import Workshop
    from generator.model import Records, Target
    from generator.publishing.hosts import Host
    from generator.publishing.places import Place
    from generator.publishing.release import Asked, Wanted


def coming(records: Records, moment: datetime) -> datetime:
    """Return when the next result is to be public.

    Raises `ProblemsFound` where none is to come, and `HostFault` where it comes too soon.
    """
    from generator.publishing.faults import too_late_to_seal
    from generator.publishing.opening import LEAST

    ahead = [each.programme.result_at for each in records.rounds if each.programme.result_at > moment and each.winners]
    if not ahead:
        raise ProblemsFound((_nothing_to_seal(),))
    if min(ahead) - moment < LEAST:  # making it takes minutes, too
        raise too_late_to_seal()
    return min(ahead)


def made_for(workshop: Workshop, records: Records, moment: datetime, terminal: Terminal) -> Workshop:
    """Make everything as it will be at a moment, to the side, and return the workshop in which it is."""
    from generator.building.build import build
    from generator.building.order import Order
    from generator.ledger import unchanged
    from generator.site.engine import Engine

    aside = workshop.sealing()
    if unchanged.standing(aside, moment) is not None:
        with Engine(workshop.compiled) as engine, terminal.progress() as progress:
            build(aside, Order(moment), engine, progress, records)
    return aside


def host_of(
    place: Place, target: Target, records: Records, workshop: Workshop | None = None, moment: datetime | None = None
) -> Host:
    """Return the folder that may be sealed; for another place, get the second way ready where a moment is given."""
    from generator.publishing import later
    from generator.publishing.places import Served

    if isinstance(place, Served) and records.organisation.site:
        return place.host
    names: tuple[str, ...] = ()
    if workshop and moment:
        names = later.prepare(workshop, records, moment, to=target)
    raise ProblemsFound((_not_by_this_way(target, names),))


def seal(
    host: Host,
    workshop: Workshop,
    records: Records,
    sites: tuple[Wanted, Wanted],
    moment: datetime,
    target: Target,
    asked: Asked,
) -> Text:
    """Seal what differs at a moment, and return what to say; raises `ProblemsFound` where the host is unfit for it."""
    from generator.publishing import later, opening
    from generator.publishing.connecting import token
    from generator.publishing.probe import Unfit
    from generator.publishing.visiting import Visitor
    from generator.thai.dates import moment_text

    visitor = Visitor(records.organisation.site)
    try:
        done = opening.seal(host, *sites, moment, asked, opening.Sealing(visitor, instant, token))
    except Unfit as unfit:
        names = later.prepare(workshop, records, moment, to=target)
        raise ProblemsFound((_unfit(records.organisation.site, unfit.why, names),)) from None
    opening.remember(workshop, moment)
    return Text(
        f"ปิดผนึกผลไว้บนเครื่องแม่ข่ายแล้ว {done.files} ไฟล์ จะเปิดเอง {moment_text(moment)} ไม่ต้องมีใครอยู่หน้าเครื่อง\n"
        "แก้ข้อมูลหรือมีคนถอนความยินยอมก่อนถึงเวลา ให้สั่ง tonbaep publish --sealed อีกครั้ง "
        "จะไม่ให้เปิด สั่ง tonbaep publish --withhold",
        f"{done.files} files are sealed on the host and open by themselves at {moment:%Y-%m-%d %H:%M}\n"
        "After a change or a withdrawal run tonbaep publish --sealed again; to keep them shut, --withhold",
    )


def turn(host: Host, workshop: Workshop, asked: Asked, *, shut: bool) -> Text:
    """Keep a sealed result shut whatever the clock says, or let it open at its moment; return what to say."""
    from generator.publishing import opening
    from generator.thai.dates import moment_text

    there = opening.turn(host, "guarded" if shut else "timed", asked)
    opening.remember(workshop, None if shut else there.moment)
    when = moment_text(there.moment)
    if shut:
        return Text(
            "ผลที่ปิดผนึกไว้จะไม่เปิด แม้ถึงเวลา จะให้เปิด สั่ง tonbaep publish --unseal\n"
            f"ถ้ายังไม่ประกาศ ให้เลื่อน result_at ใน round.yaml ด้วย สั่ง tonbaep build และ tonbaep publish หลัง {when} "
            "เว็บไซต์จะแสดงผลตามข้อมูล",
            "the sealed result stays shut, whatever the clock says; to let it open, run tonbaep publish --unseal\n"
            f"If it is not to be announced, move result_at in round.yaml, too: after {there.moment:%Y-%m-%d %H:%M} "
            "tonbaep build and tonbaep publish put up what the records say",
        )
    return Text(
        f"ผลที่ปิดผนึกไว้จะเปิด {when} (ถ้าเลยเวลาแล้ว เปิดเดี๋ยวนี้)",
        f"the sealed result opens at {there.moment:%Y-%m-%d %H:%M}, or now if that is over",
    )


def told(workshop: Workshop, moment: datetime) -> Text | None:
    """Return what to remember after a build, while a result waits on its host."""
    from generator.publishing.opening import remembered
    from generator.thai.dates import moment_text

    opens = remembered(workshop)
    if opens is None or opens <= moment:
        return None
    return Text(
        f"บนเครื่องแม่ข่ายมีผลปิดผนึกที่จะเปิดเอง {moment_text(opens)} ถ้าที่สร้างครั้งนี้เปลี่ยนผล เวลา หรือมีคนถอนความยินยอม "
        "ให้สั่ง tonbaep publish --sealed อีกครั้ง",
        f"a sealed result on the host opens by itself at {opens:%Y-%m-%d %H:%M}; if this build changes the result, its "
        "moment, or somebody withdrew, run tonbaep publish --sealed again",
    )


def _not_by_this_way(target: Target, names: Sequence[str]) -> Problem:
    files = f" ({', '.join(names)})" if names else ""
    return Problem(
        target.address,
        0,
        0,
        "publish",
        Text("ปิดผนึกได้เฉพาะเว็บไซต์ที่วางในโฟลเดอร์ หรือทาง SFTP FTPS FTP", "only a folder or a host can be sealed"),
        Text(
            f"ใช้ทางที่สอง: ให้เครื่องหนึ่งสั่ง tonbaep build และ tonbaep publish เมื่อถึงเวลา{files}",
            f"take the second way: let a computer run tonbaep build and tonbaep publish at the moment{files}",
        ),
    )


def _nothing_to_seal() -> Problem:
    return Problem(
        "winners",
        0,
        0,
        "result_at",
        Text("ไม่มีผลที่รอประกาศ", "no result is to come"),
        Text(
            "ใส่ผู้ได้รับการคัดเลือกและ result_at ที่ยังมาไม่ถึงก่อน ถ้าประกาศแล้ว สั่ง tonbaep publish",
            "enter winners and a result_at that is to come; if the result is out, run tonbaep publish",
        ),
    )


def _unfit(site: str, why: Text, names: tuple[str, ...]) -> Problem:
    listed = ", ".join(names)
    return Problem(
        site,
        0,
        0,
        "publish",
        Text(f"{why.th} จึงไม่ได้ส่งผลที่ปิดผนึก", f"{why.en}, so nothing sealed was sent"),
        Text(
            f"ใช้ทางที่สอง: ให้เครื่องนี้สร้างและเผยแพร่เองเมื่อถึงเวลา ตามไฟล์ที่เตรียมไว้ {listed}",
            f"take the second way: this computer builds and publishes at the moment, with {listed}",
        ),
    )
