"""A finished site and its host: put there, looked at, sealed, taken back; it asks and tells as a command does."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from generator.cli import sealing, where
from generator.cli.project import WAITING, now, trusted_now
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal
    from generator.disk.swap import Workshop
    from generator.model import Records, Target
    from generator.publishing.connecting import Known
    from generator.publishing.faults import HostFault
    from generator.publishing.passwords import Password
    from generator.publishing.places import Place
    from generator.publishing.release import Asked, Report, Wanted
    from generator.publishing.state import State


class _Going(NamedTuple):
    """One run: what was typed, to whom it speaks, and what it is about."""

    options: argparse.Namespace
    terminal: Terminal
    workshop: Workshop
    records: Records
    target: Target
    token: str
    """Tells this run from any other, and is the same when its line breaks and it comes again."""
    keys: Keys


class Keys:
    """What lets one in at a host: the password, and which machines are known. For one office they are its own."""

    many = False
    """Whether this is one of many offices in one run."""

    def password(self, target: Target, terminal: Terminal, *, anew: bool) -> Password:
        """Return the password of a host, which is looked for when it is needed."""
        from generator.publishing.passwords import Password

        return Password(target, lambda: terminal.ask_secret(asks_password(target)), anew=anew)

    def known(self, workshop: Workshop, target: Target, terminal: Terminal, *, anew: bool) -> Known:
        """Return the machines that are known."""
        from generator.publishing.connecting import Known

        return Known(workshop, target, terminal.agree, anew=anew)

    def cure(self, fix: Text) -> Text:
        """Return what to do about a site that may not go up."""
        return fix

    def shut_out(self, target: Target, fault: HostFault) -> None:
        """Hear that nobody gets in at a host."""


def publish(
    options: argparse.Namespace,
    terminal: Terminal,
    workshop: Workshop,
    to: Target | None = None,
    keys: Keys | None = None,
) -> None:
    """Do what was asked at the host, and try again where the line breaks: what was begun is gone on with.

    The host is `to`, or else what was typed, or what the records say.
    """
    from generator.publishing import before, faults
    from generator.publishing.connecting import token
    from generator.reading import read
    from generator.store import Store

    keys, moment = keys or Keys(), trusted_now(workshop)
    with workshop.locked(lambda: terminal.say(WAITING)):
        records = read(workshop.project, Store(workshop.photos, workshop.own))
        target = to or options.to or records.organisation.target
        if target is None:
            raise ProblemsFound((where.nowhere(),))
        if not (options.back or options.list or options.withhold):  # what takes back is never too late
            why = before.faults(workshop, records, moment, sample=options.sample)
            faults.found(target.address, ((message, keys.cure(fix)) for message, fix in why))
        _at_host(_Going(options, terminal, workshop, records, target, token(), keys))


def _at_host(going: _Going) -> None:
    from generator.publishing import places
    from generator.publishing.faults import HostFault

    options, terminal = going.options, going.terminal
    if going.target.way == "ftp":
        terminal.problems((_in_the_open(going.target),))
    password = going.keys.password(going.target, terminal, anew=options.new_password)
    known = going.keys.known(going.workshop, going.target, terminal, anew=options.new_host)
    hand = places.Hand.of(going.records.organisation, now().isoformat())
    for tries_left in reversed(range(_TRIES)):
        try:
            place = places.reached(going.target, password, known, going.workshop, hand)
            if (options.remember or (password.asked and terminal.agree(REMEMBER))) and not password.keep():
                terminal.say(_NOT_REMEMBERED)
            password.asked = options.remember = False
            try:
                _done(going, place)
            finally:
                place.leave()
        except HostFault as fault:
            if fault.at_door:
                going.keys.shut_out(going.target, fault)
            if not fault.lost or not tries_left:
                raise ProblemsFound((fault.problem(going.target.address),)) from None
            terminal.say(Text(f"{fault.message.th} กำลังต่อใหม่…", f"{fault.message.en}. Connecting again…"))
        else:
            return


def _done(going: _Going, place: Place) -> None:
    """Do the one thing that was asked for."""
    if going.options.list:
        _list(going, place)
    elif going.options.back:
        _back(going, place)
    elif going.options.dry_run:
        _dry_run(going, place)
    elif going.options.sealed and (not going.keys.many or _is_to_come(going.records)):
        _seal(going, place)
    elif going.options.withhold or going.options.unseal:
        host, shut = sealing.host_of(place, going.target, going.records), bool(going.options.withhold)
        going.terminal.say(sealing.turn(host, going.workshop, _asked(going), shut=shut))
    else:
        _put(going, place)


def _is_to_come(records: Records) -> bool:
    """Return whether there is a result that could be sealed."""
    moment = now()
    return any(each.programme.result_at > moment and each.winners for each in records.rounds)


def _seal(going: _Going, place: Place) -> None:
    from generator.publishing import finished

    moment = sealing.coming(going.records, now())
    host = sealing.host_of(place, going.target, going.records, going.workshop, moment)
    aside = sealing.made_for(going.workshop, going.records, moment, going.terminal)
    owner = going.records.organisation.name
    sites = (
        finished.wanted(going.workshop, now().isoformat(), owner),
        finished.wanted(aside, moment.isoformat(), owner),
    )
    with going.terminal.progress() as progress:
        said = sealing.seal(host, going.workshop, going.records, sites, moment, going.target, _asked(going, progress))
    going.terminal.say(said)
    going.terminal.value({"opens": moment.isoformat()})


def _list(going: _Going, place: Place) -> None:
    from generator.publishing import closing
    from generator.publishing.state import RELEASES
    from generator.thai.dates import moment_text

    there = place.standing()  # taken down, it has no moment
    moments = [there.at, *(each.at for each in there.earlier if each.at)][:RELEASES] if there and there.at else []
    if not moments:
        going.terminal.say(Text("ยังไม่เคยเผยแพร่ที่นี่", "Nothing was published here yet"))
    for index, at in enumerate(moments):
        seen = closing.seen(going.target) if not index else Text(f"ย้อน {index} ครั้ง", f"{index} back")
        moment = datetime.fromisoformat(at)
        going.terminal.say(Text(f"  {moment_text(moment)} ({seen.th})", f"  {moment:%Y-%m-%d %H:%M} ({seen.en})"))
    going.terminal.value({"releases": moments})


def _back(going: _Going, place: Place) -> None:
    from generator.thai.dates import moment_text

    there, asked = place.standing(), _asked(going)
    if there and there.at and not any(each.at for each in there.earlier[:1]) and not asked.agree(_NOTHING_BEFORE):
        raise ProblemsFound((_not_down(going.target),))
    there = place.back(asked)
    moment = datetime.fromisoformat(there.at) if there.at else None
    going.terminal.say(
        Text(
            f"กลับไปเป็นรุ่นของ {moment_text(moment)} แล้ว ไม่ได้ส่งไฟล์ใด",
            f"back at the release of {moment:%Y-%m-%d %H:%M}; no file was sent",
        )
        if moment
        else Text("เอาเว็บไซต์ลงแล้ว เพราะไม่มีรุ่นก่อนหน้า", "the site is taken down: there was no release before it")
    )
    going.terminal.value({"back": there.at})


def _dry_run(going: _Going, place: Place) -> None:
    from generator.publishing import finished, planning

    wanted = finished.wanted(going.workshop, now().isoformat())
    sent, gone = planning.differing(wanted, place.standing())
    size = sum(wanted.files[name].size for name in sent)
    for name in sent:
        going.terminal.say(Text(f"  + {name}", f"  + {name}"))
    for name in gone:
        going.terminal.say(Text(f"  - {name}", f"  - {name}"))
    going.terminal.say(
        Text(
            f"จะส่ง {len(sent)} ไฟล์ {_megabytes(size)} และเอาออก {len(gone)} ไฟล์ ยังไม่ได้ทำอะไร",
            f"would send {len(sent)} files, {_megabytes(size)}, and take {len(gone)} away; nothing was done",
        )
    )
    going.terminal.value({"send": sent, "gone": gone, "bytes": size})


def _put(going: _Going, place: Place) -> None:
    from generator.publishing import before, finished

    wanted = finished.wanted(going.workshop, now().isoformat(), going.records.organisation.name)

    def look(there: State | None) -> None:
        _confirm_own(going, there)
        going_pages, pages = before.vanishing(wanted, there)
        if going_pages and not going.options.yes and not going.terminal.agree(many(going_pages, pages)):
            raise ProblemsFound((not_meant(going.target, going_pages, pages),))

    with going.terminal.progress() as progress:
        report = place.publish(wanted, replace(_asked(going, progress), look=look))
    _tell(going, wanted, report)


def _confirm_own(going: _Going, there: State | None) -> None:
    """Raise `ProblemsFound` where another office's site stands, which nobody said may go."""
    from generator.publishing import before

    owner = before.anothers(there, going.records)
    if owner and not going.options.yes and not going.terminal.agree(where.is_it_to_go(owner)):
        raise ProblemsFound((where.anothers(going.target.address, owner),))


def _tell(going: _Going, wanted: Wanted, report: Report) -> None:
    from generator.publishing import closing

    terminal, office = going.terminal, going.records.organisation
    for names, (th, en) in ((report.altered, _ALTERED), (report.missing, _MISSING)):
        if names:
            terminal.say(
                Text(f"{th}: {', '.join(names[:5])} ({len(names)})", f"{en}: {', '.join(names[:5])} ({len(names)})")
            )
    if report.cleaned:
        terminal.say(
            Text(
                f"ลบรุ่นเก่าที่เก็บไว้แล้ว {len(report.cleaned)} รุ่น เพราะเก่าเกินไปหรือมีผู้ที่เผยแพร่ไม่ได้แล้ว",
                f"{len(report.cleaned)} kept releases were removed: too old, or with somebody not to be shown",
            )
        )
    for warning in closing.warnings(report):
        terminal.say(warning)
    if report.sent or report.gone or report.forgotten:
        done = closing.done(going.target, report)
    elif report.resumed:
        done = Text("ทำส่วนที่ค้างจากครั้งก่อนจนครบแล้ว", "What was interrupted is finished")
    else:
        done = closing.already(going.target)
    its_own = going.target.host or going.target == office.target  # any other folder is no place that visitors see
    look = closing.where(going.target, office.site if its_own else "")
    seen = _seen(going, wanted, report)
    terminal.say(Text(f"{done.th}\n{look.th}", f"{done.en}\n{look.en}"))
    terminal.told(seen)
    terminal.value(
        {
            "sent": list(report.sent),
            "gone": list(report.gone),
            "bytes": report.bytes,
            "same": report.same,
            "seen": [problem.as_json() for problem in seen],
        }
    )


def _seen(going: _Going, wanted: Wanted, report: Report) -> tuple[Problem, ...]:
    """Return what visitors do not get as it went up; only where the records say that the site is seen there."""
    from generator.publishing import after
    from generator.publishing.visiting import Visitor

    office = going.records.organisation
    by_hand_or_later = going.target.way in {"zip", "git"}
    if by_hand_or_later or going.target != office.target or not office.site or not (report.sent or report.gone):
        return ()
    return tuple(after.seen(Visitor(office.site), wanted, report.gone))


def _asked(going: _Going, progress: object = None) -> Asked:
    from generator.publishing import finished
    from generator.publishing.connecting import token
    from generator.publishing.release import Asked

    options, terminal = going.options, going.terminal

    return Asked(
        finished.permitted(going.records),
        going.token,
        token(),
        agree=lambda question: bool(options.yes) or terminal.agree(question),
        progress=progress or (lambda *_: None),  # type: ignore[arg-type] # what the terminal gives
        waiting=lambda: terminal.say(SOMEBODY),
        adopt=options.adopt,
        repair=options.repair,
        look=lambda there: _confirm_own(going, there),
        awaits=finished.awaits(going.records, now()),
    )


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


def _in_the_open(target: Target) -> Problem:
    return Problem(
        target.address,
        0,
        0,
        "publish",
        Text(
            "FTP ธรรมดาส่งรหัสผ่านโดยไม่เข้ารหัส ใครอยู่ในเครือข่ายเดียวกันอ่านได้",
            "plain FTP sends the password in the open",
        ),
        Text("ขอ SFTP หรือ FTPS จากผู้ดูแลโฮสต์ แล้วเปลี่ยน ftp:// เป็น sftp:// หรือ ftps://", "ask for SFTP or FTPS"),
        warning=True,
    )


def asks_password(target: Target) -> Text:
    """Return the question for the password of a host."""
    return Text(f"รหัสผ่านของ {target.user} ที่ {target.host}", f"Password of {target.user} at {target.host}")


def many(going: int, pages: int) -> Text:
    """Return the question whether many pages are to go."""
    return Text(
        f"หน้าเว็บ {going} จาก {pages} หน้าจะหายไปจากเว็บไซต์ ตั้งใจใช่หรือไม่",
        f"{going} of {pages} pages would vanish from the site. Is that meant?",
    )


def not_meant(target: Target, going: int, pages: int) -> Problem:
    """Return that many pages would go, and nobody said that it is meant."""
    return Problem(
        target.address,
        0,
        0,
        "publish",
        Text(
            f"หน้าเว็บ {going} จาก {pages} หน้าจะหายไป จึงยังไม่ได้เผยแพร่",
            f"{going} of {pages} pages would vanish; nothing was published",
        ),
        Text(
            "ดูด้วย tonbaep publish --dry-run ถ้าตั้งใจ สั่ง tonbaep publish --yes", "see --dry-run; if it is meant, add --yes"
        ),
    )


def _not_down(target: Target) -> Problem:
    return Problem(
        target.address,
        0,
        0,
        "publish",
        Text("ก่อนหน้านี้ไม่มีเว็บไซต์ จึงยังไม่ได้เอาลง", "there was no site before this one; it was not taken down"),
        Text("ถ้าตั้งใจเอาเว็บไซต์ลง สั่ง tonbaep publish --back --yes", "to take it down, run tonbaep publish --back --yes"),
    )


_NOTHING_BEFORE = Text(
    "ก่อนหน้านี้ไม่มีเว็บไซต์ ย้อนกลับคือเอาเว็บไซต์ลงทั้งหมด ตั้งใจใช่หรือไม่",
    "There was no site before: going back takes this one down. Is that meant?",
)
_TRIES = 3
REMEMBER = Text(
    "ให้ระบบเก็บรหัสผ่านนี้ไว้ในที่เก็บรหัสผ่านของเครื่อง ครั้งหน้าไม่ต้องพิมพ์ ใช่หรือไม่",
    "Let the system keep this password, so that it need not be typed again?",
)
_NOT_REMEMBERED = Text("เครื่องนี้ไม่มีที่เก็บรหัสผ่าน ครั้งหน้าต้องพิมพ์อีก", "This system keeps no passwords; it is asked for again")
SOMEBODY = Text(
    "มีการเผยแพร่ค้างอยู่ กำลังดูว่ายังมีใครทำอยู่หรือไม่…", "A publication is under way; looking whether anybody is at work…"
)
_ALTERED = Text(
    "ไฟล์ที่มีคนแก้บนเครื่องแม่ข่าย เก็บของเดิมไว้ในรุ่นก่อน", "Files that were changed on the host; theirs are kept aside"
)
_MISSING = Text("ไฟล์ที่หายไปจากเครื่องแม่ข่าย", "Files that were gone from the host")
