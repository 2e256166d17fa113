"""Put the finished site on its host, whole or not at all; go back to the release before; look at what is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import where
from generator.cli.command import Command, Example, Option
from generator.cli.project import workshop_of
from generator.problems import Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal


def _publish(options: argparse.Namespace, terminal: Terminal) -> None:
    """Do what was asked for at the host of the project."""
    from generator.cli import at_host

    where.confirm_one(options)
    if options.batch is not None:
        from generator.cli import every_office

        where.confirm_of_many(options)
        every_office.publish(options, terminal)
        return
    at_host.publish(options, terminal, workshop_of(options))


COMMAND = Command(
    "publish",
    Text("เผยแพร่เว็บไซต์ที่สร้างแล้วขึ้นเครื่องแม่ข่าย", "put the finished website on its host"),
    options=(
        Option("--to", Text("วางที่นี่แทนที่เขียนในข้อมูล", "put it here instead"), where.target, "PLACE"),
        Option("--batch", Text("ทุกหน่วยงานของ tonbaep batch", "all offices of a batch"), Path, "DIR"),
        Option("--dry-run", Text("บอกว่าจะส่งอะไร ยังไม่ทำ", "say what would be sent"), is_switch=True),
        Option("--list", Text("รุ่นที่เก็บไว้บนเครื่องแม่ข่าย", "the releases that the host keeps"), is_switch=True),
        Option("--back", Text("กลับไปรุ่นก่อนหน้า ไม่ส่งไฟล์", "go back to the release before"), is_switch=True),
        Option(
            "--sealed",
            Text("วางผลไว้ก่อนวันประกาศ เปิดเองเมื่อถึงเวลา", "put the coming result there, to open at its minute"),
            is_switch=True,
        ),
        Option("--withhold", Text("ไม่ให้ผลที่ปิดผนึกเปิด แม้ถึงเวลา", "keep the sealed result shut"), is_switch=True),
        Option("--unseal", Text("ให้ผลที่ปิดผนึกเปิดตามเวลาอีก", "let it open at its moment again"), is_switch=True),
        Option("--adopt", Text("รับไฟล์ชื่อเดียวกันที่เคยคัดลอกขึ้นเอง", "take over files copied there by hand"), is_switch=True),
        Option(
            "--repair",
            Text("ส่งไฟล์ที่หายหรือถูกแก้บนเครื่องแม่ข่ายใหม่", "send anew what is gone or changed there"),
            is_switch=True,
        ),
        Option("--sample", Text("เผยแพร่แม้เป็นตัวอย่าง", "publish although it is a sample"), is_switch=True),
        Option("--yes", Text("ตอบใช่ทุกคำถาม", "answer yes to every question"), is_switch=True),
        Option("--remember", Text("ให้เครื่องนี้จำรหัสผ่าน", "let this computer keep the password"), is_switch=True),
        Option("--new-password", Text("ถามรหัสผ่านใหม่", "ask for the password anew"), is_switch=True),
        Option("--new-host", Text("ยอมรับลายนิ้วมือของเครื่องที่ตอบ", "believe the machine that answers"), is_switch=True),
    ),
    run=_publish,
    examples=(
        Example(
            "publish",
            "เผยแพร่เว็บไซต์ไปที่ที่เขียนในช่อง `publish` ของ `organisation.yaml` ส่งเฉพาะที่เปลี่ยน "
            "ประชาชนเห็นของเดิมหรือของใหม่ที่ครบเท่านั้น สายขาดกลางคันก็สั่งซ้ำได้",
        ),
        Example(
            "publish --batch หน่วยงาน",
            "เผยแพร่ทุกหน่วยงานที่ `tonbaep batch` สร้างแล้ว และเว็บรวม ไปที่ที่แต่ละหน่วยงานเขียนไว้ หรือเครื่องเดียวกันทั้งหมดด้วย `--to` "
            "ที่ไม่สำเร็จบอกชื่อและสาเหตุ ที่เหลือทำต่อ สั่งซ้ำทำเฉพาะที่ค้าง",
        ),
        Example("publish --dry-run", "ดูว่าจะส่งอะไร จะเอาอะไรออก ยังไม่ทำ"),
        Example(
            "publish --sealed",
            "ก่อนวันประกาศ วางผลไว้บนเครื่องแม่ข่ายอย่างปิดผนึก ถึงเวลาใน `result_at` เปิดเองทุกหน้าพร้อมกัน ไม่ต้องมีใครอยู่หน้าเครื่อง "
            "(โฮสต์ที่ใช้ Apache หรือ LiteSpeed โปรแกรมลองก่อน ไม่ได้จริงก็ไม่ส่ง) เปลี่ยนใจ สั่ง `--withhold`",
        ),
        Example("publish --back", "กลับไปรุ่นก่อนหน้าทันที ไม่ต้องส่งไฟล์ `--list` บอกว่ามีรุ่นไหนบ้าง"),
    ),
)
