"""Who gets a pack, what they do with it, and what they must do when something comes down: one row a helper."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from generator.pieces.paper.to_hang import FILE as FIRST_PAGE
from generator.pieces.parts import uses

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.piece import Entry, HelperName


class Step(NamedTuple):
    """What to do with a pack, with patterns of the files it speaks of: it is said only where each is there."""

    says: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Helper:
    """A helper: `name` is that of the pack's file, `errand` what they do with what may no longer be shown.

    `anew` is what they do with files that are new in place of others. `steps` say what to do with a pack; a helper
    without steps gets no pack. `signs` is set for the helper who takes sheets down and signs for it, `flat` where all
    files of a pack lie in one folder. `of_village` are the steps of the packs for one village each, with
    {moo} for its number.
    """

    name: HelperName
    errand: str
    anew: str
    steps: tuple[Step, ...] = ()
    signs: bool = False
    flat: bool = False
    of_village: tuple[Step, ...] = ()

    @property
    def whom(self) -> str:
        """What the office calls the helper."""
        return uses.HELPERS[self.name]

    def carries(self, entry: Entry) -> bool:
        """Return whether a file is for this helper; a file that waits for its moment is for nobody yet."""
        return entry.use is not None and entry.use.helper == self.name and not entry.sealed and entry.kind != "dispatch"


def said(steps: tuple[Step, ...], names: Collection[str]) -> Iterator[str]:
    """Yield the steps of a pack with these files."""
    for step in steps:
        if all(any(fnmatchcase(name, pattern) for name in names) for pattern in step.about):
            yield step.says


PLAN, TABLE = "plan.pdf", "plan.xlsx"
_READ = (
    Step("อ่านเฉพาะตัวใหญ่ พักหายใจที่ / และ // อ่านสองรอบ ทำเครื่องหมายในช่องเมื่ออ่านแล้ว และลงชื่อท้ายแผ่น", ("*-m*-*.pdf",)),
    Step("มีเสียงอ่านแล้วในโฟลเดอร์ usb คัดลอกลงแฟลชไดรฟ์ (MP3 หรือถ้าเครื่องไม่รับให้ใช้ WAV) แล้วเปิดสองรอบ", ("*usb/*",)),
    Step("ไม่มีเครื่องพิมพ์ อ่านจากภาพในโฟลเดอร์ phone ซึ่งส่งต่อในไลน์ได้", ("*phone/*",)),
    Step("เวลาสั้นหรือยาวกว่าปกติ ใช้บทในโฟลเดอร์ other", ("*other/*",)),
)
HELPERS = (
    Helper(
        "web",
        "นำชุดเว็บไซต์ใหม่ขึ้นแทนทั้งชุด และลบไฟล์เดิมที่ไม่มีในชุดใหม่ หน้า ภาพ และไฟล์ดาวน์โหลดจะตามไปเอง",
        "นำเว็บไซต์ชุดใหม่ขึ้นแทนทั้งชุด",
        (
            Step("แตกไฟล์ ZIP แล้วคัดลอกทุกอย่างในโฟลเดอร์ site ขึ้นเว็บไซต์ จะวางที่หน้าแรกหรือโฟลเดอร์ย่อยก็ได้"),
            Step("ไฟล์รุ่นก่อนที่ไม่มีในชุดนี้ ให้ลบออกจากเว็บไซต์"),
            Step("เปิดหน้าแรกด้วยโทรศัพท์ แล้วกดปุ่มประเมินการให้บริการหนึ่งครั้งเพื่อดูว่าไปถึงแบบประเมิน"),
        ),
    ),
    Helper(
        "old-website",
        "ลบข่าวและไฟล์เหล่านี้ในเว็บเดิม แล้วลงใหม่จากชุดใหม่",
        "ลงข่าวใหม่แทนข่าวเดิมในเว็บเดิม",
        (
            Step("หนึ่งโฟลเดอร์คือหนึ่งข่าว เพิ่มข่าวในระบบของเว็บเดิม แล้วอัปโหลดไฟล์ .jpg และ .pdf ในโฟลเดอร์นั้นโดยไม่เปลี่ยนชื่อ"),
            Step(
                "เปิด news.html ด้วย Notepad คัดลอกทั้งหมดไปวางในช่องซอร์ส (</>) ของเนื้อข่าว ไม่มีช่องซอร์สให้วางข้อความจาก news.txt"
            ),
            Step("เปิดข่าวด้วยโทรศัพท์ ดูว่าตัวหนังสือ ภาพ และลิงก์ครบ"),
        ),
    ),
    Helper(
        "notice-board",
        "เก็บจากทุกที่ รวมฉบับที่วางแจก แล้วทำลาย",
        "พิมพ์ใหม่ แล้วติดหรือวางแทนแผ่นเดิม",
        (
            Step(f"เริ่มที่ {FIRST_PAGE} หน้าเดียว บอกว่าพิมพ์แผ่นไหน กี่แผ่น ติดถึงวันไหน", (f"*{FIRST_PAGE}",)),
            Step("ติดที่ไหนแล้ว ทำเครื่องหมายและลงชื่อใน board-plan.pdf หน้าของป้ายนั้น", ("*board-plan.pdf",)),
            Step(
                "มีเพียง A4 แต่อยากได้ A3 ให้พิมพ์ไฟล์ -tiles ในโฟลเดอร์ office แล้วต่อสองแผ่นตามเครื่องหมายข้าง",
                ("*office/*-tiles*",),
            ),
            Step("ประกาศของหน่วยงานติดที่ทำการ ใช้สำเนาฉบับที่ลงนาม หรือพิมพ์ไฟล์ที่ลงท้าย -notice.pdf", ("*-notice.pdf",)),
            Step("ประหยัดหมึก ให้ใช้ไฟล์ที่มีคำว่า mono", ("*mono*",)),
            Step("สั่งพิมพ์ที่ขนาดจริง (Actual size หรือ 100%) มิฉะนั้นคิวอาร์โค้ดจะเล็กลง"),
            Step("ติดแล้วสแกนคิวอาร์โค้ดบนแผ่นหนึ่งครั้ง"),
        ),
        signs=True,
    ),
    Helper(
        "print-shop",
        "หยุดงานนี้ ไม่ส่งมอบ และทำลายแผ่นที่พิมพ์แล้ว",
        "ใช้ไฟล์ใหม่ ที่พิมพ์ไปแล้วให้พิมพ์ใหม่",
        (
            Step(
                "ใบสั่งงานคือไฟล์ที่ลงท้าย -ticket.pdf บอกขนาด จำนวน วัสดุ และผลตรวจไฟล์ ไฟล์ .txt คือข้อความเดียวกันไว้ส่งทางไลน์",
                ("*-ticket.pdf", "*-ticket.txt"),
            ),
            Step("ใช้ไฟล์ PDF ขนาดในไฟล์รวมระยะตัดตก 3 มม. แล้ว"),
            Step("เครื่องของร้านเปิด PDF ไม่ได้ ให้ใช้ JPG", ("*.jpg",)),
            Step("ขอตัวอย่างหนึ่งแผ่น และสแกนคิวอาร์โค้ดให้ติดก่อนพิมพ์จริง"),
        ),
        flat=True,
    ),
    Helper(
        "loudspeaker",
        "หยุดอ่านบทเดิมทันที แล้วทำลายแผ่นและลบไฟล์",
        "อ่านบทใหม่ ทิ้งบทเดิม",
        (
            Step(
                f"ส่งให้แต่ละหมู่เฉพาะชุดของหมู่นั้น ชื่อไฟล์ลงท้าย m ตามด้วยเลขหมู่ ชุดนี้เป็นของผู้ประสานงาน แผนของทุกหมู่อยู่ใน {PLAN}",
                (f"*{PLAN}",),
            ),
            Step(f"แก้แผนต่อใน Excel ใช้ {TABLE}", (f"*{TABLE}",)),
            *_READ,
        ),
        of_village=(
            Step("มีใบแจ้งหยุดอ่าน stop.pdf ดูก่อน", ("*stop.pdf",)),
            Step("วัน เวลา และไฟล์ที่ต้องอ่านอยู่ใน plan-m{moo}.pdf", ("*plan-m*.pdf",)),
            *_READ,
        ),
    ),
    Helper(
        "social",
        "ลบโพสต์และภาพในกลุ่มที่เป็นเรื่อง",
        "แก้โพสต์เดิม หรือโพสต์ใหม่แทน",
        (
            Step(
                "หนึ่งข่าวมีภาพหลายขนาดกับไฟล์ .txt ชื่อเดียวกัน เปิดไฟล์นั้นแล้วคัดลอกข้อความของช่องทางที่จะโพสต์", ("*-square.*", "*.txt")
            ),
            Step(
                "โพสต์ใช้ภาพ -square สตอรีใช้ -story ริชเมสเสจไลน์ใช้ -line ส่วน -link คือภาพที่ขึ้นเองเมื่อวางลิงก์",
                ("*-square.*", "*-story.*", "*-link.*"),
            ),
            Step("วางลิงก์ในข้อความไว้เสมอ เพราะคิวอาร์โค้ดในภาพสแกนจากเครื่องเดียวกันไม่ได้"),
            Step("ใส่ข้อความแทนภาพท้ายไฟล์ .txt ในช่องข้อความแสดงแทน (alt) เพื่อให้ผู้ที่มองไม่เห็นได้ฟัง", ("*.txt",)),
            Step("วางลิงก์แล้วภาพยังเป็นของเดิม ให้เปิด developers.facebook.com/tools/debug วางลิงก์ แล้วกด Scrape Again"),
            Step("ส่ง press-release ให้ผู้สื่อข่าว (.docx แก้ต่อได้)", ("*press-release*.docx",)),
            Step("ให้ไฟล์ line-….json แก่ผู้ที่ดูแลโปรแกรมส่งข้อความไลน์", ("*line-*.json",)),
        ),
        flat=True,
    ),
    Helper("ceremony", "เลิกใช้ฉบับเดิม และเก็บฉบับที่ยังไม่ได้มอบ", "พิมพ์ใหม่แทนฉบับเดิม"),
    Helper("office", "เลิกใช้ฉบับเดิม และลบไฟล์", "ใช้ไฟล์ใหม่แทนของเดิม"),
)
"""Everybody who carries files, in the order in which packs are made and people are listed."""
