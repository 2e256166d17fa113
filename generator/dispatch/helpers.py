"""Who gets a pack, what they do with it, and what they must do when something comes down: one row a helper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pieces.parts import uses

if TYPE_CHECKING:
    from generator.piece import Entry, HelperName


@dataclass(frozen=True, slots=True)
class Helper:
    """A helper: `name` is that of the pack's file, `errand` what they are asked to do with what may no longer be shown.

    `steps` say what to do with a pack; a helper without steps gets no pack. `signs` is set for the helper who takes
    sheets down and signs for it, `flat` where all files of a pack lie in one folder.
    """

    name: HelperName
    errand: str
    steps: tuple[str, ...] = ()
    signs: bool = False
    flat: bool = False

    @property
    def whom(self) -> str:
        """What the office calls the helper."""
        return uses.HELPERS[self.name]

    def carries(self, entry: Entry) -> bool:
        """Return whether a file is for this helper; a file that waits for its moment is for nobody yet."""
        return entry.use is not None and entry.use.helper == self.name and not entry.sealed and entry.kind != "dispatch"


HELPERS = (
    Helper(
        "web",
        "นำชุดเว็บไซต์ใหม่ขึ้นแทนทั้งชุด และลบไฟล์เดิมที่ไม่มีในชุดใหม่ หน้า ภาพ และไฟล์ดาวน์โหลดจะตามไปเอง",
        (
            "แตกไฟล์ ZIP แล้วคัดลอกทุกอย่างในโฟลเดอร์ site ขึ้นเว็บไซต์ จะวางที่หน้าแรกหรือโฟลเดอร์ย่อยก็ได้",
            "ไฟล์รุ่นก่อนที่ไม่มีในชุดนี้ ให้ลบออกจากเว็บไซต์",
            "เปิดหน้าแรกด้วยโทรศัพท์ แล้วกดปุ่มประเมินการให้บริการหนึ่งครั้งเพื่อดูว่าไปถึงแบบประเมิน",
        ),
    ),
    Helper(
        "old-website",
        "ลบข่าวและไฟล์เหล่านี้ในเว็บเดิม แล้วลงใหม่จากชุดใหม่",
        (
            "หนึ่งโฟลเดอร์คือหนึ่งข่าว เพิ่มข่าวในระบบของเว็บเดิม แล้วอัปโหลดไฟล์ .jpg และ .pdf ในโฟลเดอร์นั้นโดยไม่เปลี่ยนชื่อ",
            "เปิด news.html ด้วย Notepad คัดลอกทั้งหมดไปวางในช่องซอร์ส (</>) ของเนื้อข่าว ไม่มีช่องซอร์สให้วางข้อความจาก news.txt",
            "เปิดข่าวด้วยโทรศัพท์ ดูว่าตัวหนังสือ รูป และลิงก์ครบ",
        ),
    ),
    Helper(
        "notice-board",
        "เก็บจากทุกที่ รวมฉบับที่วางแจก แล้วทำลาย",
        (
            "มีเครื่องพิมพ์สี A3 ให้พิมพ์ไฟล์ที่ลงท้าย -a3 มีเพียง A4 ให้พิมพ์ไฟล์ที่ลงท้าย -a4",
            "อยากได้ A3 แต่มีเพียง A4 ให้พิมพ์ไฟล์ -tiles ในโฟลเดอร์ office แล้วต่อสองแผ่นตามเครื่องหมายข้าง",
            "ประหยัดหมึก ให้ใช้ไฟล์ที่มีคำว่า mono",
            "สั่งพิมพ์ที่ขนาดจริง (Actual size หรือ 100%) มิฉะนั้นคิวอาร์โค้ดจะเล็กลง",
            "ติดแล้วสแกนคิวอาร์โค้ดบนแผ่นหนึ่งครั้ง",
        ),
        signs=True,
    ),
    Helper(
        "print-shop",
        "หยุดงานนี้ ไม่ส่งมอบ และทำลายแผ่นที่พิมพ์แล้ว",
        (
            "ใบสั่งงานคือไฟล์ที่ลงท้าย -ticket.txt บอกขนาด จำนวน กระดาษ และผลตรวจไฟล์",
            "ใช้ไฟล์ PDF ก่อน ถ้าเครื่องของร้านเปิดไม่ได้ให้ใช้ JPG ขนาดในไฟล์รวมระยะตัดตก 3 มม. แล้ว",
            "ขอตัวอย่างหนึ่งแผ่น และสแกนคิวอาร์โค้ดให้ติดก่อนพิมพ์จริง",
        ),
        flat=True,
    ),
    Helper(
        "loudspeaker",
        "หยุดอ่านบทเดิมทันที แล้วทำลายแผ่นและลบไฟล์",
        (
            "วัน เวลา และไฟล์ที่ต้องอ่านอยู่ใน plan.pdf (แก้ต่อใน Excel ใช้ plan.xlsx)",
            "พิมพ์ไฟล์ PDF ของหมู่บ้านตัวเอง (m ตามด้วยเลขหมู่) อ่านเฉพาะตัวใหญ่ พักหายใจที่ / และ //",
            "ไม่มีเครื่องพิมพ์ อ่านจากภาพในโฟลเดอร์ phone ซึ่งส่งต่อในไลน์ได้ เวลาสั้นหรือยาวกว่าปกติ ใช้บทในโฟลเดอร์ other",
            "อ่านสองรอบ ทำเครื่องหมายในช่องเมื่ออ่านแล้ว และลงชื่อท้ายแผ่น",
            "มีโฟลเดอร์ usb คือมีเสียงอ่านแล้ว คัดลอกไฟล์ของหมู่ตัวเองลงแฟลชไดรฟ์ (MP3 หรือถ้าเครื่องไม่รับให้ใช้ WAV) แล้วเปิดสองรอบ",
        ),
    ),
    Helper(
        "social",
        "ลบโพสต์และภาพในกลุ่ม",
        (
            "หนึ่งข่าวมีภาพหลายขนาดกับไฟล์ .txt ชื่อเดียวกัน เปิดไฟล์นั้นแล้วคัดลอกข้อความของช่องทางที่จะโพสต์",
            "โพสต์ใช้ภาพ -square สตอรีใช้ -story ริชเมสเสจไลน์ใช้ -line ส่วน -link คือภาพที่ขึ้นเองเมื่อวางลิงก์",
            "วางลิงก์ในข้อความไว้เสมอ เพราะคิวอาร์โค้ดในภาพสแกนจากเครื่องเดียวกันไม่ได้",
            "ใส่คำบรรยายภาพท้ายไฟล์ .txt ในช่องข้อความแสดงแทน (alt) เพื่อให้ผู้ที่มองไม่เห็นได้ฟัง",
            "วางลิงก์แล้วภาพยังเป็นของเดิม ให้เปิด developers.facebook.com/tools/debug วางลิงก์ แล้วกด Scrape Again",
            "ส่ง press-release ให้ผู้สื่อข่าว (.docx แก้ต่อได้) และให้ไฟล์ line-….json แก่ผู้ที่ดูแลโปรแกรมส่งข้อความไลน์",
        ),
        flat=True,
    ),
    Helper("ceremony", "เลิกใช้ฉบับเดิม และเก็บฉบับที่ยังไม่ได้มอบ"),
    Helper("office", "เลิกใช้ฉบับเดิม และลบไฟล์"),
)
"""Everybody who carries files, in the order in which packs are made and people are listed."""
