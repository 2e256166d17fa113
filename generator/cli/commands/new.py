"""Begin the next year from the records of the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli import values
from generator.cli.command import Command, Example, Option
from generator.cli.project import WAITING, workshop_of
from generator.cli.values import WrongUsage
from generator.problems import Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal


def _new(options: argparse.Namespace, terminal: Terminal) -> None:
    """Write the year's folder, and say what is for people to decide."""
    from generator.amending.next_year import next_year

    workshop = workshop_of(options)
    with workshop.locked(lambda: terminal.say(WAITING)):
        last = next_year(workshop.project, options.of)
    if not isinstance(last, int):
        raise WrongUsage(last.message, last.fix, str(options.of))
    terminal.say(
        Text(
            f"สร้าง winners/{options.of} จากปี {last} แล้ว กติกาเหมือนเดิม ทุกวันรวมทั้งวันเปิดเผยผล (result_at) "
            "เลื่อนไปเป็นวันเดียวกันของสัปดาห์ ตรวจก่อนใช้\n"
            "ที่ต้องใส่เอง: ลิงก์แบบประเมิน และตัวเลขของปีใหม่ ดูชื่อผู้ลงนามกับประธานในพิธีด้วย\n"
            "สั่ง tonbaep check เพื่อดูทุกจุดที่ต้องแก้",
            f"winners/{options.of} is made from {last}: the same rules, all dates with result_at on the same weekdays; "
            "check them\n"
            "for you to write: the survey's link, the new figures; look at signers and presider\n"
            "run tonbaep check for everything that is still due",
        )
    )
    terminal.value({"year": options.of, "from": last})


COMMAND = Command(
    "new",
    Text("เริ่มข้อมูลปีใหม่จากปีล่าสุด", "begin the next year from the last one's records"),
    options=(Option("of", Text("ปี พ.ศ. ใหม่", "the new Buddhist-era year"), values.new_year, "YEAR"),),
    run=_new,
    examples=(
        Example(
            "new 2567",
            "ขึ้นปีใหม่: คัดลอกกติกา เลื่อนวันไปเป็นวันเดียวกันของสัปดาห์ วันเปิดเผยผลเลื่อนไปด้วย ไม่คัดลอกคนและผล",
        ),
    ),
)
