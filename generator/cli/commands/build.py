"""Make everything that may be known at a moment, or the part of it asked for; the command for every day."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from generator.cli import piece_names, values
from generator.cli.command import Command, Example, Option
from generator.cli.options import AS_OF_PUBLIC, SHARED_STORE, YEAR
from generator.cli.project import WAITING, known_year, moment_of, place_for, shared_by, workshop_of
from generator.cli.reporting import build_now, collect_seldom, say_ahead, say_signed
from generator.problems import Text

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from generator.building.order import Order
    from generator.cli.terminal import Terminal
    from generator.disk.swap import Workshop
    from generator.share import Share


def _build(options: argparse.Namespace, terminal: Terminal) -> None:
    """Make what is asked for, or say that nothing has changed."""
    collect_seldom()
    from generator.site.engine import Engine

    project = workshop_of(options)
    moment = moment_of(options, project)
    workshop = place_for(moment, project)
    address = shared_by(options, project.project)
    with workshop.locked(lambda: terminal.say(WAITING)):
        if not options.only and options.year is None and not options.gone:
            from generator.ledger import unchanged

            report = unchanged.is_unchanged(workshop, moment, {"sealed": options.sealed})
            if report is not None:
                terminal.say(Text("ไม่มีอะไรเปลี่ยน ไฟล์ทั้งหมดเป็นปัจจุบันแล้ว", "Nothing has changed; every file is up to date"))
                say_signed(report["signed"], terminal)
                if not workshop.is_preview:
                    say_ahead(report["ahead"], terminal)
                terminal.value(
                    {"changed": False, "preview": workshop.is_preview, **report, "pressed": [], "at_rest": []}
                )
                return
        with Engine(workshop.compiled) as engine:
            again = any(workshop.compiled.iterdir())  # a first build waits for sheets, and needs the 37 MB for them
            if again and not options.only:
                engine.start()  # before anything else is loaded: it takes as long as reading does
            from generator.pieces import PIECES

            order = _order(options, moment, workshop)
            if again and order.wants_site(PIECES):
                engine.start()
            share = None if workshop.is_preview else _share(address)  # what has not come yet stays on this machine
            build_now(workshop, order, engine, terminal, share=share)
        if order.sealed:
            _say_sealed(workshop, terminal)
    gc.freeze()  # the interpreter need not collect any on exit either


def _share(address: str | None) -> Share | None:
    if address is None:
        return None
    from generator.share import Share  # what it needs is no part of a single office's installation

    return Share(address)


def _order(options: argparse.Namespace, moment: datetime, workshop: Workshop) -> Order:
    from generator.building.order import Order
    from generator.pieces import PIECES

    only = piece_names.meant(options.only, PIECES)
    known_year(options, workshop)
    return Order(moment, options.sealed, only, options.year, frozenset(options.gone))


def _say_sealed(workshop: Workshop, terminal: Terminal) -> None:
    """Say where the sealed sheets are, or why there are none, since somebody may look for them."""
    if (workshop.outputs / "build/sealed").is_dir():
        terminal.say(
            Text(
                "ของที่พิมพ์ล่วงหน้าอยู่ใน build/sealed ใช้ภายในเท่านั้นจนถึงเวลาที่เขียนบนแผ่น",
                "Files to print early are in build/sealed. Keep them internal until the time shown on each sheet",
            )
        )
    else:
        terminal.say(
            Text(
                "ไม่มี build/sealed เพราะผลประกาศไปแล้ว หรือยังไม่มีชื่อที่เผยแพร่ได้ใน winners.yaml",
                "Nothing to seal: the result is already public, or winners.yaml has no names to publish yet",
            )
        )


COMMAND = Command(
    "build",
    Text("สร้างเว็บไซต์และสื่อทั้งหมด", "build the website and all publicity"),
    options=(
        AS_OF_PUBLIC,
        YEAR,
        Option("--only", Text("เฉพาะสื่อเหล่านี้", "build only these pieces"), nargs="+", default=(), metavar="PIECE"),
        Option(
            "--gone",
            Text("ตั้งใจเอาปีเหล่านี้ที่ประกาศผลแล้วออก", "remove these announced years from the website on purpose"),
            values.gone,
            nargs="+",
            default=(),
            metavar="Y",
        ),
        Option(
            "--sealed",
            Text(
                "พิมพ์ผลที่ยังไม่ประกาศไว้ก่อนใน build/sealed (ใช้ภายใน)",
                "build the coming result into build/sealed (internal)",
            ),
            is_switch=True,
        ),
        SHARED_STORE,
    ),
    run=_build,
    examples=(
        Example("build", "สร้างทุกอย่างตามที่เปิดเผยได้ในเวลานี้ แก้แค่คำเดียวก็ทำใหม่เฉพาะแผ่นที่เกี่ยวข้อง"),
        Example(
            'build --as-of "2566-04-10 09:00"',
            "สร้างตามสถานะ ณ เวลาที่ระบุ: เวลาที่ผ่านแล้วทำใน `site` และ `build` เวลาที่ยังไม่ถึงอยู่ใน `preview` ให้ดูเท่านั้น",
        ),
        Example("build --sealed", "พิมพ์โปสเตอร์และบทประกาศของผลที่ยังไม่ถึงเวลาประกาศ ไว้ใน `build/sealed`"),
        Example("build --year 2566", "ทำใหม่เฉพาะปีนั้น ปีที่พักแล้วได้ทุกแผ่นกลับมา"),
        Example(
            "build --gone 2566",
            "เอาผลของปีที่ประกาศแล้วออกจากเว็บไซต์ เมื่อย้ายโฟลเดอร์ของปีนั้นออกจาก `winners` แล้ว ไม่ใส่ โปรแกรมจะรอให้กลับมา",
        ),
        Example(
            "build --shared /mnt/ร่วม",
            "ใช้ของที่เครื่องอื่นทำไว้แล้ว และเก็บของที่ทำเองไว้ให้เครื่องอื่น ในโฟลเดอร์แชร์หรือ `s3://ชื่อถัง/โฟลเดอร์` "
            "ผลเหมือนกันทุกไบต์ ที่เก็บเสียหรือหายไป โปรแกรมทำเองต่อและบอกบรรทัดเดียว",
        ),
        Example("build --only poster", "ทำใหม่เฉพาะสื่อนั้น ใช้ชื่อไทยก็ได้ พิมพ์ไม่ตรง โปรแกรมจะบอกชื่อที่ใกล้ที่สุด"),
    ),
)
