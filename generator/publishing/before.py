"""What is looked at before a byte goes up: the site is the records' own, whole, of this moment, and the signed one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.ledger import unchanged
from generator.problems import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from generator.disk.swap import Workshop
    from generator.model import Records
    from generator.publishing.release import Wanted
    from generator.publishing.state import State

_PAGE = ".html"
_MOST = 3
"""One page of so many may go without a question."""

BUILD = Text("สั่ง tonbaep build แล้วเผยแพร่ใหม่", "run tonbaep build, then publish again")


def faults(workshop: Workshop, records: Records, moment: datetime, *, sample: bool) -> Iterator[tuple[Text, Text]]:
    """Yield why the finished site must not go up as it is, each with what to do."""
    if is_sample(records) and not sample:
        yield (
            Text("นี่เป็นเว็บไซต์ตัวอย่าง ยังมีคำว่า sample: ใช่ ในข้อมูล", "this is a sample: the records say sample: true"),
            Text(
                "ใส่ข้อมูลจริงแล้วเขียน sample: ไม่ใช่ ถ้าตั้งใจลองเผยแพร่ตัวอย่าง สั่ง tonbaep publish --sample",
                "enter real records and write sample: false; to try with the sample, run tonbaep publish --sample",
            ),
        )
    why = unchanged.standing(workshop, moment)
    if why is not None:
        yield _STANDING[why], BUILD
        return
    for verdict in unchanged.signed(workshop):
        if not verdict["same"]:
            yield (
                Text(
                    f"เว็บไซต์ปี {verdict['year']} ไม่ตรงกับฉบับที่ลงนาม {verdict['digest']}",
                    f"the site of {verdict['year']} is not the signed one, {verdict['digest']}",
                ),
                Text(
                    "สั่ง tonbaep build ดูว่าไฟล์ไหนต่าง แล้วให้ลงนามฉบับใหม่ หรือแก้ข้อมูลกลับ",
                    "run tonbaep build to see which files differ; have them signed, or undo the change",
                ),
            )


def is_sample(records: Records) -> bool:
    """Return whether anything in the records is made up."""
    return records.organisation.sample or any(each.programme.sample for each in records.rounds)


def vanishing(wanted: Wanted, there: State | None) -> tuple[int, int]:
    """Return how many pages would go, and of how many, if that is so many that somebody must mean it; else zeros."""
    old = _pages(there.files) if there else frozenset()
    going = old - _pages(wanted.files)
    return (len(going), len(old)) if len(going) * _MOST > len(old) else (0, 0)


def anothers(there: State | None, records: Records) -> str:
    """Return whose site stands there, if it is that of another office; else ""."""
    owner = there.owner if there else ""
    return owner if owner != records.organisation.name else ""


def _pages(files: Mapping[str, object]) -> frozenset[str]:
    return frozenset(name for name in files if name.endswith(_PAGE))


_STANDING: dict[unchanged.Why, Text] = {
    "none": Text("ยังไม่ได้สร้างเว็บไซต์", "there is no finished site"),
    "partial": Text(
        "ครั้งล่าสุดสร้างไว้บางส่วน เว็บไซต์อาจปนของเก่ากับของใหม่", "the last build made a part only; old and new may be mixed"
    ),
    "records": Text(
        "ข้อมูลถูกแก้หลังจากสร้างเว็บไซต์ หรือโปรแกรมเป็นอีกรุ่นหนึ่งแล้ว",
        "the records were changed after the site was built, or the program is another version",
    ),
    "files": Text("ไฟล์ใน site หรือ build ถูกแก้หลังจากสร้าง", "files in site or build were changed after they were built"),
    "moment": Text(
        "เว็บไซต์ที่สร้างไว้เป็นของวันอื่น วันนี้ต้องแสดงอย่างอื่น", "the site was made for another day; today it says something else"
    ),
}
