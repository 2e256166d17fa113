"""A build and its report: sentences for a person, one value for a script."""

from __future__ import annotations

import gc
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from generator.problems import Text

if TYPE_CHECKING:
    from generator.building.build import Report
    from generator.building.order import Order
    from generator.cli.terminal import Terminal
    from generator.disk.swap import Workshop
    from generator.ledger.releases import Changes
    from generator.model import Records, Winner
    from generator.piece import Coarse, Fit
    from generator.share import Share
    from generator.site.engine import Engine

_TOLD = 4
"""How many things to do are told of one round: as many as are read at a glance."""

_YOUNG = 50_000
"""Objects that are made before those among them that are not needed any more are looked for: each page that is filled
leaves a few hundred in circles, 20 kB, which thirty years of pages would add up to 15 MB."""

_SELDOM = 1_000
"""How many such looks come before the next one at older objects, of which a build lets go of few."""


def collect_seldom() -> None:
    """Have the interpreter collect young garbage only; to look at all again and again takes a tenth of a build."""
    gc.set_threshold(_YOUNG, _SELDOM, _SELDOM)


def build_now(
    workshop: Workshop,
    order: Order,
    engine: Engine,
    terminal: Terminal,
    records: Records | None = None,
    share: Share | None = None,
) -> None:
    """Build and report the result.

    A command that passes the `records` it has just written answers a script itself; `share` has what other machines
    made.
    """
    from generator.building.build import build
    from generator.cli import sealing

    with terminal.progress() as progress:
        report = build(workshop, order, engine, progress, records, share)
    tell(report, terminal, alone=records is None)
    terminal.fell_short = bool(report.refused)
    waits = None if workshop.is_preview else sealing.told(workshop, order.moment)
    if waits:
        terminal.say(waits)


def tell(report: Report, terminal: Terminal, *, alone: bool = True) -> None:
    """Say what was made, what needs attention, and what is to be done next; if `alone`, answer a script too."""
    if not terminal.as_json:
        terminal.problems((*report.warnings, *report.of_share, *report.refused))
    fitted = [(path, fits) for path, fits in report.fitted if path in report.pressed]  # what is old was told before
    if fitted:
        terminal.say(_fitted(fitted))
    if report.coarse and report.pressed:
        terminal.say(_coarse(report))
    say_signed([verdict.as_json() for verdict in report.signed], terminal)
    terminal.say(_done(report))
    if not alone:
        return
    if report.changes:
        terminal.say(_to_hand_out(report.changes))
    lies_ahead = [each.as_json() for each in report.ahead]
    if not report.preview:
        say_ahead(lies_ahead, terminal)
    terminal.value(
        {
            "changed": True,
            "preview": report.preview,
            "files": report.files,
            "pressed": list(report.pressed),
            "at_rest": list(report.at_rest),
            "stages": [list(stage) for stage in report.stages],
            "ahead": lies_ahead,
            "warnings": [warning.as_json() for warning in (*report.warnings, *report.of_share)],
            "refused": [problem.as_json() for problem in report.refused],
            "coarse": [asdict(photo) for photo in report.coarse],
            "changes": report.changes.as_json(),
            "signed": [verdict.as_json() for verdict in report.signed],
            "store": report.store._asdict(),
            "fitted": {path: [asdict(fit) for fit in fits] for path, fits in report.fitted},
        }
    )


def say_readings(records: Records, terminal: Terminal, *, every: bool = False) -> None:
    """Say how names are read out, and whether their owners have agreed: before it is aired, not after.

    Unless `every` reading is asked for: those of the newest round that are new or not agreed yet.
    """
    from generator.thai import spoken_name
    from generator.thai.unspeakable import Unspeakable

    told = 0
    heard = {_heard(winner) for award_round in records.rounds[1:] for winner in award_round.winners}
    for award_round in records.rounds if every else records.rounds[:1]:
        for winner in award_round.in_order:
            agreed = winner.name.confirmed
            if winner.suppressed or (not every and agreed and _heard(winner) in heard):
                continue
            try:
                reading = spoken_name(winner.name)
            except Unspeakable:
                reading = "?"
            told += 1
            terminal.say(
                Text(
                    f"  {winner.name.full} อ่านว่า {reading} ({'เจ้าตัวยืนยันแล้ว' if agreed else 'ยังไม่ได้ถามเจ้าตัว'})",
                    f"  {winner.name.full} is read {reading} ({'agreed' if agreed else 'not asked yet'})",
                )
            )
    rest = sum(1 for each in records.rounds for winner in each.winners if not winner.suppressed) - told
    if rest:
        terminal.say(
            Text(
                f"  คำอ่านชื่ออีก {rest} คน ดูได้ด้วย tonbaep check --readings",
                f"  {rest} more readings: run tonbaep check --readings",
            )
        )


def _heard(winner: Winner) -> tuple[object, ...]:
    return winner.name, winner.id


def say_signed(verdicts: list[dict[str, Any]], terminal: Terminal) -> None:
    """Say for each year with a signed digest whether its files are the signed ones.

    A warning names those that differ.
    """
    for verdict in verdicts:
        year, digest = verdict["year"], verdict["digest"]
        if verdict["same"]:
            terminal.say(
                Text(f"ปี {year}: ตรงกับฉบับที่ลงนาม {digest}", f"{year}: identical to the signed version, {digest}")
            )
        else:
            terminal.say(
                Text(f"ปี {year}: ไม่ตรงกับฉบับที่ลงนาม {digest}", f"{year}: differs from the signed version, {digest}")
            )


def say_ahead(rounds: list[dict[str, Any]], terminal: Terminal, *, every: bool = False) -> None:
    """Say of each round where it stands today and what comes next, in a few lines; earlier rounds share one.

    With `every`, all that is to be done is told, and whom it concerns.
    """
    over = [each["year"] for each in rounds[1:] if each["stage"] == "closed"]
    for each in rounds:
        if each["year"] in over:
            continue
        todo = [_to_do(task, named=every) for task in each["todo"]]
        if len(todo) > _TOLD and not every:
            more = len(todo) - _TOLD + 1
            todo[_TOLD - 1 :] = [Text(f"และอีก {more} เรื่อง ดูทุกเรื่อง: tonbaep check", f"and {more} more: tonbaep check")]
        if each["turn"]:
            todo.append(Text(each["turn"]["th"], each["turn"]["en"]))
        name, lines = Text(**each["stage_name"]), [f"\n  - {text.say(terminal.language)}" for text in todo]
        nothing = Text("ไม่มีเรื่องค้าง", "Nothing left to do")
        next_to_do = Text("ต่อไปทำ", "next") if todo else nothing
        terminal.say(
            Text(
                f"ปี {each['year']} วันนี้อยู่ขั้น: {name.th} {next_to_do.th}{''.join(lines)}",
                f"{each['year']} today: {name.en}; {next_to_do.en}{''.join(lines)}",
            )
        )
    if over:
        years = ", ".join(map(str, over))
        terminal.say(Text(f"ปี {years}: เสร็จสิ้นแล้ว", f"{years}: over"))
    if resting := [each["year"] for each in rounds if each["rests"]]:
        years = ", ".join(map(str, resting))
        terminal.say(
            Text(
                f"ปี {years}: ทำเฉพาะหน้าเว็บไซต์ โปสเตอร์ผล จดหมายข่าว และสรุป เพราะมีรอบใหม่แล้ว "
                f"ต้องการทุกแผ่นของปีใด สั่ง tonbaep build --year {resting[0]}",
                f"{years}: only pages, result poster, newsletter and summary, since a newer round has begun; "
                f"for every sheet of a year: tonbaep build --year {resting[0]}",
            )
        )


def _to_do(task: dict[str, Any], *, named: bool) -> Text:
    names = f" ({', '.join(task['who'])})" if named and task["who"] else ""
    return Text(f"{task['th']}{names}", f"{task['en']}{names}")


def _fitted(fitted: list[tuple[str, tuple[Fit, ...]]]) -> Text:
    """Say in how many places words were set smaller, and where most; `--json` lists every place."""
    path, fit = min(((path, fit) for path, fits in fitted for fit in fits), key=lambda each: each[1].share)
    places = sum(len(fits) for _, fits in fitted)
    return Text(
        f"ย่อตัวอักษรให้พอดีแผ่น {places} จุด ไม่ต้องแก้อะไร "
        f"มากที่สุดคือ “{fit.what}” ใน {path} เหลือ {fit.size} จาก {fit.largest} พอยต์",
        f"Text was set smaller in {places} places; nothing to fix. "
        f"Smallest: “{fit.what}” in {path}, {fit.size} instead of {fit.largest} pt",
    )


def _coarse(report: Report) -> Text:
    """Say whose photos are too small for a print shop, each with the paper size on which it shows most."""
    worst: dict[str, Coarse] = {}
    for photo in report.coarse:
        worst.setdefault(photo.whose, photo)
    th = "\n".join(
        f"  {photo.whose}: บน {photo.paper} ได้ {photo.dpi} จุดต่อนิ้ว ควรได้ {photo.wanted}" for photo in worst.values()
    )
    en = "\n".join(
        f"  {photo.whose}: {photo.dpi} dots an inch on {photo.paper}, wanted {photo.wanted}" for photo in worst.values()
    )
    return Text(
        f"ภาพเล็กไปสำหรับส่งร้านพิมพ์ ขอไฟล์ต้นฉบับจากเจ้าของภาพหรือกล้อง แผ่นที่พิมพ์เองยังใช้ได้\n{th}",
        f"Photos too small for the print shop; ask for the original files. Sheets from your own printer are fine\n{en}",
    )


def _to_hand_out(changes: Changes) -> Text:
    """Say what differs from the last pack, and that the next pack will report it."""
    down, anew = len(changes.down), len(changes.changed) + len(changes.new) + len(changes.gone)
    parts = [
        Text(
            f"ต้องเก็บ {down} ไฟล์ของผู้ที่เผยแพร่ไม่ได้แล้ว",
            f"{down} files must be taken down because the person may no longer be shown",
        ),
        Text(f"{anew} ไฟล์ต่างจากชุดที่แจกครั้งก่อน", f"{anew} files differ from those last handed out"),
    ]
    parts = [text for text, count in zip(parts, (down, anew), strict=True) if count]
    return Text(
        f"{' และ '.join(text.th for text in parts)} สั่ง tonbaep pack เพื่อพิมพ์รายการ",
        f"{' and '.join(text.en for text in parts)}. Run tonbaep pack for the lists",
    )


def _done(report: Report) -> Text:
    if report.preview:
        return Text(
            f"ทำไว้ให้ดูล่วงหน้า {report.files} ไฟล์ใน preview เปิดดู preview/site/index.html\n"
            "เวลานั้นยังมาไม่ถึง ห้ามเผยแพร่ ส่วน site และ build ไม่เปลี่ยน",
            f"{report.files} preview files are in preview. Open preview/site/index.html\n"
            "Do not publish them: their time is still to come. site and build are unchanged",
        )
    same = report.files - report.changed
    made = Text(
        f"เสร็จแล้ว: มี {report.files} ไฟล์ ใหม่หรือเปลี่ยน {report.changed} ไฟล์ เหมือนเดิม {same}",
        f"Done: {report.files} files, {report.changed} of them new or changed, {same} as they were",
    )
    if report.refused:
        made = Text(
            f"{made.th} เว้นไว้ {len(report.refused)} แห่งที่ทำไม่ได้ (บอกไว้ข้างบน)",
            f"{made.en}; {len(report.refused)} could not be made (see above)",
        )
    if report.site:
        return Text(
            f"{made.th}\nเปิดดู site/index.html และพิมพ์จาก build/print",
            f"{made.en}\nOpen site/index.html and print from build/print",
        )
    return Text(f"{made.th}\nอยู่ใน build", f"{made.en}\nin build")
