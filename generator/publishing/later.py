"""The second way to open at the minute, for hosts that cannot keep a sealed result: files that make a computer publish.

They are put into `build/schedule/` beside what was built, with a page that says what to do with each and, plainly, how
late each may be.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from generator.dispatch import adding
from generator.dispatch.adding import Addition
from generator.piece import Use
from generator.problems import Problem, ProblemsFound, Text
from generator.publishing import faults, timers
from generator.publishing.connecting import known_hosts
from generator.publishing.timers import Plan
from generator.thai.dates import moment_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from generator.disk.swap import Workshop
    from generator.model import Records, Target

FOLDER, SCHEDULE = "build/schedule", "schedule"
HOW_TO = "00-read-me.txt"
_TASK, _CRON, _SERVICE, _TIMER = "windows-task.xml", "crontab.txt", "tonbaep-result.service", "tonbaep-result.timer"
_WORKFLOW = "tonbaep-result.yml"
_FOR_OFFICE = Use("ตั้งเวลาในเครื่องที่จะเผยแพร่", "file", "office")
_HERE = (sys.executable, "-P", "-m", "generator")
"""The words that run this program from any folder: the interpreter that runs it now."""
_LINE = "\r\n"


def prepare(
    workshop: Workshop, records: Records, moment: datetime, *, to: Target | None = None, program: Sequence[str] = _HERE
) -> tuple[str, ...]:
    """Put the files for a moment into `build/schedule/`, in place of earlier ones, and return their names.

    The caller holds the workshop's lock. `to` is a place that the records do not name. Raises `ProblemsFound` where
    nothing was built, and for a ZIP, which somebody has to carry.
    """
    target = to or records.organisation.target
    if target is not None and target.way == "zip":
        raise ProblemsFound((_carried(target),))
    away = target is not None and bool(target.host)
    plan = Plan(
        moment,
        str(workshop.project.resolve()),
        tuple(program),
        to.address if to else "",
        known_hosts(workshop) if away else "",
        more=target is not None and target.way in {"sftp", "git"},
    )
    files = dict(_files(plan, away=away))
    files[HOW_TO] = _LINE.join((*_how_to(plan, files), "")).encode("utf-8-sig")
    adding.finished(workshop)
    additions = [
        Addition.of_file(f"{FOLDER}/{name}", value, piece=SCHEDULE, called=_CALLED, use=_FOR_OFFICE)
        for name, value in sorted(files.items())
    ]
    adding.add(workshop, {SCHEDULE}, additions)
    return tuple(addition.entry.path for addition in additions)


def _files(plan: Plan, *, away: bool) -> Iterator[tuple[str, bytes]]:
    """Yield each file; a git host reaches no folder of the office, so it gets a workflow only for a place elsewhere."""
    yield _TASK, timers.windows_task(plan)
    yield _CRON, timers.cron_line(plan).encode()
    yield _SERVICE, timers.service(plan).encode()
    yield _TIMER, timers.timer(plan).encode()
    if away:
        yield _WORKFLOW, timers.workflow(plan).encode()


_CALLED = "ตั้งเวลาเผยแพร่ผล"


def _how_to(plan: Plan, names: dict[str, bytes]) -> Iterator[str]:
    """Yield the lines of the page, in Thai and then in English."""
    at, english = moment_text(plan.moment), f"{plan.times[0]:%Y-%m-%d %H:%M}"
    task = f"tonbaep {plan.times[0]:%Y-%m-%d}"
    yield f"ตั้งเวลาให้เว็บไซต์เผยแพร่ผลเอง {at}"
    yield ""
    yield "โฮสต์นี้เก็บผลไว้ล่วงหน้าอย่างปิดผนึกไม่ได้ จึงต้องมีเครื่องหนึ่งสร้างและเผยแพร่เมื่อถึงเวลา เลือกทางเดียวจากข้างล่าง"
    yield "ก่อนตั้ง: สั่ง tonbaep publish ด้วยมือหนึ่งครั้งในเครื่องนั้น ให้ระบบเก็บรหัสผ่านไว้ แล้วดูว่าเว็บไซต์ขึ้นจริง"
    yield "ทุกทางต้องบวกเวลาสร้างและส่ง 1 ถึง 5 นาที ทางที่ 1 ถึง 3 ทำซ้ำอีกสองครั้งห่างกัน 5 นาที เผื่ออินเทอร์เน็ตขัดข้อง"
    yield "ถ้าต้องตรงเวลาเป็นวินาที ให้มีคนสั่ง tonbaep build และ tonbaep publish เอง หรือย้ายไปโฮสต์ที่ใช้ Apache หรือ LiteSpeed"
    for number, (title, name, steps, late) in enumerate((each for each in _WAYS if each[1] in names), 1):
        yield ""
        yield f"{number}. {title.th}"
        yield f"   ไฟล์ {name}"
        yield from (f"   {step.th.format(task=task)}" for step in steps)
        yield f"   ช้าได้เท่าไร: {late.th}"
    yield ""
    yield "ถ้าเวลาประกาศเปลี่ยน หรือยกเลิก ให้ลบสิ่งที่ตั้งไว้ก่อน แล้วทำไฟล์ใหม่ โปรแกรมไม่เผยแพร่ผลก่อน result_at แม้ตั้งเวลาผิด"
    yield ""
    yield "-" * 40
    yield f"Publish the result by itself at {english} (Bangkok)"
    yield ""
    yield "This host cannot keep a sealed result, so a computer has to build and publish at the moment. Choose one way."
    yield "First run tonbaep publish by hand on that computer, let it keep the password, and see that the site is up."
    yield "To each add 1 to 5 minutes for building and sending. Ways 1 to 3 run twice more, 5 minutes apart."
    for number, (title, name, steps, late) in enumerate((each for each in _WAYS if each[1] in names), 1):
        yield ""
        yield f"{number}. {title.en}: {name}"
        yield from (f"   {step.en.format(task=task)}" for step in steps)
        yield f"   How late: {late.en}"


_Way = tuple[Text, str, tuple[Text, ...], Text]
_WAYS: tuple[_Way, ...] = (
    (
        Text("เครื่อง Windows ในสำนักงาน (Task Scheduler)", "A Windows computer in the office (Task Scheduler)"),
        _TASK,
        (
            Text(
                "ในหน้าต่างคำสั่ง (cmd) ที่โฟลเดอร์โครงการ สั่ง "
                'schtasks /create /tn "{task}" /xml build\\schedule\\windows-task.xml '
                '/ru "%USERDOMAIN%\\%USERNAME%" /rp *',
                "In cmd, in the project folder: "
                'schtasks /create /tn "{task}" /xml build\\schedule\\windows-task.xml '
                '/ru "%USERDOMAIN%\\%USERNAME%" /rp *',
            ),
            Text(
                "พิมพ์รหัสผ่าน Windows (ไม่ใช่ PIN) แล้วไม่ต้องเข้าสู่ระบบค้างไว้ เสียบสายไฟและเปิดเครื่องหรือพักเครื่อง (Sleep) ไว้",
                "Type the password of Windows, not the PIN. Leave the computer plugged in, on or asleep.",
            ),
            Text('ยกเลิก: schtasks /delete /tn "{task}"', 'To cancel: schtasks /delete /tn "{task}"'),
        ),
        Text(
            "ไม่กี่นาที ถ้าเครื่องปิดอยู่ จะทำหลังเปิดเครื่องประมาณ 10 นาที ภายใน 7 วัน ถ้าไม่มีอินเทอร์เน็ต ไม่ได้ทำ",
            "minutes; if the computer is off, some 10 minutes after it is on, within 7 days; not without internet.",
        ),
    ),
    (
        Text("เครื่อง Linux ที่เปิดตลอด (cron)", "A Linux server (cron)"),
        _CRON,
        (
            Text(
                "สั่ง crontab -e แล้ววางบรรทัดในไฟล์ ยกเลิกโดยลบบรรทัดนั้น ใช้ได้ไม่ว่าเครื่องตั้งเขตเวลาใด",
                "Run crontab -e and put the line there; delete it to cancel. It is right in any time zone.",
            ),
        ),
        Text("ไม่เกิน 1 นาที แต่ถ้าเครื่องปิดอยู่ตอนนั้น ไม่ได้ทำ", "at most 1 minute; not at all if the server is off then."),
    ),
    (
        Text("เครื่อง Linux ที่ใช้ systemd", "A Linux computer with systemd"),
        _TIMER,
        (
            Text(
                "คัดลอก tonbaep-result.service และ tonbaep-result.timer ไปไว้ใน ~/.config/systemd/user/",
                "Copy tonbaep-result.service and tonbaep-result.timer to ~/.config/systemd/user/",
            ),
            Text(
                "สั่ง systemctl --user enable --now tonbaep-result.timer และ loginctl enable-linger",
                "Run systemctl --user enable --now tonbaep-result.timer and loginctl enable-linger",
            ),
            Text(
                "ยกเลิก: systemctl --user disable --now tonbaep-result.timer",
                "To cancel: systemctl --user disable --now tonbaep-result.timer",
            ),
        ),
        Text("ไม่กี่วินาที ถ้าเครื่องปิดอยู่ จะทำเมื่อเปิดเครื่อง", "seconds; if the computer is off, when it is on again."),
    ),
    (
        Text("เว็บ git เช่น GitHub (Actions)", "A git host such as GitHub (Actions)"),
        _WORKFLOW,
        (
            Text(
                "ใช้ได้เมื่อโครงการทั้งโฟลเดอร์อยู่ในที่เก็บที่เป็นส่วนตัว (private) เท่านั้น เพราะมีชื่อผู้ได้รับการคัดเลือกก่อนประกาศ",
                "Only where the whole project is in a private repository: it names the winners before their moment.",
            ),
            Text(
                "คัดลอกไฟล์ไปไว้ใน .github/workflows/ ของกิ่งหลัก ใส่รหัสผ่านเป็น secret ชื่อ TONBAEP_PASSWORD ลบไฟล์เพื่อยกเลิก",
                "Copy it to .github/workflows/ of the default branch, and set the secret TONBAEP_PASSWORD. "
                "Delete it to cancel.",
            ),
        ),
        Text(
            "ไม่รับประกัน ไม่กี่นาทีถึงหลายชั่วโมง เคยมีงานรายชั่วโมงที่ได้ทำทุก 4 ถึง 5 ชั่วโมง อาจข้ามไปเลย "
            "และหยุดเองเมื่อไม่มีใครแก้ที่เก็บ 60 วัน จึงตั้งให้เริ่มก่อนเวลาสองครั้งแล้วรอ และหลังเวลาอีกสองครั้ง วันนั้นต้องมีคนดู",
            "not assured: minutes to hours (an hourly job was seen to run every 4 to 5 hours), perhaps never, and off "
            "after 60 days without a change. It begins twice before and waits, and twice after; somebody has to look.",
        ),
    ),
)


def _carried(target: Target) -> Problem:
    return Problem(
        target.address,
        0,
        0,
        faults.FIELD,
        Text("ไฟล์ ZIP ต้องมีคนนำไปวาง จึงตั้งเวลาให้เผยแพร่เองไม่ได้", "somebody has to carry a ZIP, so no timer publishes it"),
        Text(
            "นัดผู้ดูแลเว็บให้แตกไฟล์เมื่อถึงเวลา แล้วสั่ง tonbaep build และ tonbaep publish ก่อนส่งไฟล์ให้",
            "agree with whoever keeps the web on the moment; then run tonbaep build and tonbaep publish",
        ),
    )
