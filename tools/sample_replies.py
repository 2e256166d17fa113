"""Writes the sample's export of 2566 as Google Forms would have written it; everybody in it is made up; run by hand.

`python tools/sample_replies.py` writes `examples/replies-2566.csv` again, the same to the byte. Who came by which way,
how often people answered and how satisfied each group is, is stated here; each answer follows from it by arithmetic.
"""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FILE: Final = Path(__file__).resolve().parent.parent / "examples" / "replies-2566.csv"
SEED: Final = 2566

ITEMS: Final = (
    ("กระบวนการและขั้นตอน", "ขั้นตอนไม่ยุ่งยาก บอกชัดว่าต้องทำอะไร"),
    ("กระบวนการและขั้นตอน", "รอไม่นาน และเรียงตามคิว"),
    ("กระบวนการและขั้นตอน", "มีป้ายบอกขั้นตอนและเวลาที่ใช้"),
    ("เจ้าหน้าที่", "สุภาพ ยิ้มแย้ม"),
    ("เจ้าหน้าที่", "เต็มใจช่วย และอธิบายเข้าใจง่าย"),
    ("เจ้าหน้าที่", "ปฏิบัติกับทุกคนเท่ากัน"),
    ("สิ่งอำนวยความสะดวก", "ที่นั่งรอ ห้องน้ำ และที่จอดรถเพียงพอ"),
    ("สิ่งอำนวยความสะดวก", "ผู้สูงอายุและผู้พิการใช้บริการได้สะดวก"),
    ("ผลของบริการ", "ได้รับบริการครบถ้วน ถูกต้อง"),
    ("ผลของบริการ", "ตรงกับเรื่องที่มาติดต่อ"),
)
LIKED: Final = (0, -1, -1, 1, 1, 1, -2, -1, 1, 1)
"""How each question fares against the others: seats and parking worst."""
_STEP: Final = 20
WORDS: Final = ("", "น้อยที่สุด", "น้อย", "ปานกลาง", "มาก", "มากที่สุด")
DIVISIONS: Final = {
    "palad": ("สำนักปลัด", ("ขอรถบรรทุกน้ำ", "รับรองเอกสาร", "แจ้งเรื่องร้องทุกข์")),
    "finance": ("กองคลัง", ("ชำระภาษีที่ดินและสิ่งปลูกสร้าง", "ชำระภาษีป้าย")),
    "works": ("กองช่าง", ("แจ้งไฟทางดับหรือถนนชำรุด", "ขออนุญาตก่อสร้าง")),
    "education": ("กองการศึกษา ศาสนาและวัฒนธรรม", ("สมัครศูนย์พัฒนาเด็กเล็ก", "ขอใช้สนามกีฬา")),
    "welfare": ("กองสวัสดิการสังคม", ("ลงทะเบียนเบี้ยยังชีพ", "ขอรับการสงเคราะห์")),
}
EVERYWHERE: Final = "ทั่วไป"


class Served(NamedTuple):
    """Those whom one person served: how the name is written, the division, replies, and what they sum up to.

    `blank` questions were passed over; of the others `total` is the sum of all levels.
    """

    spellings: tuple[str, ...]
    division: str
    replies: int
    blank: int
    total: int


SERVED: Final = (
    Served(("นางสาวฐิติญา สมมุติวงศ์", "น.ส.ฐิติญา สมมุติวงศ์", "ฐิติญา  สมมุติวงศ์"), "welfare", 68, 2, 3234),
    Served(("นายศักดิ์สิทธิ์ ต้นแบบดี", "ศักดิ์สิทธิ์ ต้นแบบดี"), "works", 54, 1, 2474),
    Served(("นายกตัญญู น้ำใจสมมุติ", "คุณกตัญญู น้ำใจสมมุติ"), "finance", 47, 0, 2176),
    Served(("นางสาวซารีฟ๊ะ ตัวอย่างงาม", "ซารีฟ๊ะ ตัวอย่างงาม"), "education", 83, 3, 3978),
    Served(("นายเอื้อ ป้องสมมุติ", "เอื้อ  ป้องสมมุติ"), "palad", 39, 11, 1713),
    Served(("นางนิภา ลองสมมุติ", "นิภา ลองสมมุติ"), "finance", 26, 0, 1079),
    Served(("นายวันชัย สมมุติดี",), "education", 19, 0, 773),
    Served(("นางสาวมะลิวัลย์ ตัวอย่างใจ", "มะลิวัลย์ ตัวอย่างใจ"), "palad", 24, 0, 972),
    Served(("นายสมคิด จำลองงาม",), "palad", 17, 0, 670),
    Served(("", "", "", "", "ไม่ทราบชื่อ", "", "", "พี่คนที่เคาน์เตอร์"), "", 35, 0, 0),
)
"""The last are those who name nobody that they know by name; what they sum up to makes the whole come out."""
WHOLE_BLANK, WHOLE_TOTAL = 31, 18_114

CAME: Final = (
    *(("จุดบริการ", f"division:{key}", many) for key, many in (("palad", 46), ("finance", 43), ("welfare", 38))),
    *(("จุดบริการ", f"division:{key}", many) for key, many in (("education", 31), ("works", 22))),
    *(("แบบกระดาษ", f"moo:{moo}", many) for moo, many in ((2, 24), (4, 19), (3, 11), (1, 6))),
    ("แบบกระดาษ", "division:palad", 16),
    ("โปสเตอร์", "", 79),
    ("เว็บไซต์", "", 46),
    *(("เสียงตามสาย", f"moo:{moo}", many) for moo, many in ((1, 9), (2, 8), (5, 4), (3, 3))),
    ("จดหมายข่าว", "", 4),
    ("โทรศัพท์", "", 3),
)
"""By which way and from where how many replies came."""

COMMENTS: Final = (
    "",
    "",
    "",
    "",
    "",
    "",
    "ขอบคุณค่ะ",
    "อยากให้มีที่จอดรถเพิ่ม",
    "",
    "",
    "",
    "อธิบายดีมาก, เข้าใจง่าย",
    "",
    "เก้าอี้รอน้อยไปหน่อย",
    "",
)
HEADS: Final = (
    "ประทับเวลา",
    "ทราบแบบประเมินจากช่องทางใด",
    "ตอบจากหมู่ใดหรือที่ใด",
    "หน่วยงานที่มาติดต่อ",
    "เรื่องที่มาติดต่อ",
    "ชื่อเจ้าหน้าที่ผู้ให้บริการ (ถ้าทราบ)",
    *(f"{aspect} [{item}]" for aspect, item in ITEMS),
    "ข้อเสนอแนะเพิ่มเติม",
)


class Chance:
    """Numbers that look like chance and are the same each time: a linear congruential sequence."""

    def __init__(self, seed: int) -> None:
        """Begin somewhere."""
        self._state = seed

    def below(self, many: int) -> int:
        """Return a whole number from 0 on that is less than `many`."""
        self._state = (self._state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        return (self._state >> 33) % many

    def mixed(self, values: Sequence[Any]) -> list[Any]:
        """Return the values in another order."""
        left, made = list(values), []
        while left:
            made.append(left.pop(self.below(len(left))))
        return made


def rows() -> list[list[str]]:
    """Return the export: headings, replies by when they came, and among them what does not count."""
    chance = Chance(SEED)
    replies = chance.mixed([*_replies(chance)])
    came = datetime.fromisoformat("2023-03-01 08:12:40")
    made = [list(HEADS)]
    for reply in replies:
        came += timedelta(minutes=60 + chance.below(168), seconds=chance.below(60))
        made.append([_when(came), *reply])
    made.insert(1, _test(made[1]))
    made.insert(208, list(made[207]))  # sent twice in the same second
    for day in ("2023-04-13 10:02:11", "2023-04-18 15:40:36"):
        made.append([_when(datetime.fromisoformat(day)), *made[40][1:]])
    return made


def text() -> str:
    """Return the file as Google writes it, but with the line ends that a clone gives it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows())
    return out.getvalue()


def _when(came: datetime) -> str:
    return f"{came.day}/{came.month}/{came.year}, {came:%H:%M:%S}"


def _test(like: list[str]) -> list[str]:
    return ["1/3/2023, 08:01:05", *like[1:-1], "ทดสอบ"]


def _replies(chance: Chance) -> Iterator[list[str]]:
    """Yield all replies that count, each without its moment."""
    ways = [(channel, spot) for channel, spot, many in CAME for _ in range(many)]
    for served in _summed():
        mine = _taken(ways, served, chance)
        levels = _levels(served, chance)
        services = {key: cycle(each) for key, (_, each) in DIVISIONS.items()}
        names = cycle(served.spellings)
        for (channel, spot), answers in zip(mine, levels, strict=True):
            kind, _, key = spot.partition(":")
            division = served.division or (key if kind == "division" else _any(chance))
            comment = COMMENTS[chance.below(len(COMMENTS))]
            words = (WORDS[level] for level in answers)
            where = _place(spot)
            yield [channel, where, DIVISIONS[division][0], next(services[division]), next(names), *words, comment]


def _any(chance: Chance) -> str:
    return tuple(DIVISIONS)[chance.below(len(DIVISIONS))]


def _place(spot: str) -> str:
    kind, _, name = spot.partition(":")
    return DIVISIONS[name][0] if kind == "division" else f"หมู่ที่ {name}" if name else EVERYWHERE


def _summed() -> tuple[Served, ...]:
    """Return the groups, the last with what is missing from the whole."""
    known, last = SERVED[:-1], SERVED[-1]
    blank, total = (sum(each) for each in zip(*((one.blank, one.total) for one in known), strict=True))
    return (*known, last._replace(blank=WHOLE_BLANK - blank, total=WHOLE_TOTAL - total))


def _taken(ways: list[tuple[str, str]], served: Served, chance: Chance) -> list[tuple[str, str]]:
    """Take ways in for a group out of those that are left: most at the person's own counter, none at another's."""
    own = [way for way in ways if way[1] == f"division:{served.division}"]
    shared = chance.mixed([way for way in ways if not way[1].startswith("division:") or not served.division])
    mine = [*own[: len(own) * 4 // 5], *shared][: served.replies]
    for way in mine:
        ways.remove(way)
    return mine


def _levels(served: Served, chance: Chance) -> list[list[int]]:
    """Return a row of levels for each reply, which sum up to what is stated; who is generous is so throughout."""
    answers = [(row, item) for row in range(served.replies) for item in range(len(ITEMS))]
    blank = set(chance.mixed(answers)[: served.blank])
    mood = [chance.below(41) + chance.below(41) - 40 for _ in range(served.replies)]
    felt = {each: mood[each[0]] + 6 * LIKED[each[1]] + chance.below(31) for each in answers if each not in blank}
    lift = next(up for up in range(-200, 200) if sum(_level(said + up) for said in felt.values()) >= served.total)
    levels = {each: _level(said + lift) for each, said in felt.items()}
    over = sum(levels.values()) - served.total
    nearest = sorted(
        (each for each in levels if levels[each] > 1), key=lambda each: ((felt[each] + lift) % _STEP, each)
    )
    for each in nearest[:over]:
        levels[each] -= 1
    return [[levels.get((row, item), 0) for item in range(len(ITEMS))] for row in range(served.replies)]


def _level(felt: int) -> int:
    return max(1, min(5, 3 + felt // _STEP))


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_bytes(text().encode())
