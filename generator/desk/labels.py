"""The words of the desk's own pages; what fields are called is in the guide, what is wrong is said by the door."""

from __future__ import annotations

DESK = "โต๊ะทำงาน"
SKIP = "ข้ามไปเนื้อหา"
NEXT = "ทำอะไรต่อ"
MENU = "หน้าทั้งหมด"
YEAR = "ปี"
STEPS = "แปดขั้นตอน"
TODO = "ต่อไปทำ"
NOTHING = "ไม่มีเรื่องค้าง"
WRONG = "ที่ต้องแก้หรือยังขาด"
DOUBTS = "ที่ควรดูอีกครั้ง"
SOUND = "ข้อมูลถูกต้องครบ"
TODAY = "ติดหรือแจกวันนี้"
NO_SHEETS = "ยังไม่มีแผ่นสำหรับวันนี้ สั่งสร้างสื่อก่อน"
CHECK = "ตรวจข้อมูล"
BUILD = "สร้างสื่อทั้งชุด"
BUILDING = "กำลังสร้างสื่อ"
BUILT = "สร้างเสร็จแล้ว"
NOT_BUILT = "ยังสร้างไม่ได้"
FOLDER = "เปิดโฟลเดอร์ที่มีไฟล์"
OPENED = "เปิดโฟลเดอร์แล้ว"
FIX = "แก้ไข:"
FILL = "กรอกช่องนี้"
LOOK = "ดูสิ่งที่จะเปลี่ยน"
SAVE = "บันทึก"
UNDO = "ย้อนกลับ"
SAVED = "บันทึกแล้ว"
UNDONE = "ย้อนกลับแล้ว"
NO_UNDO = "ไม่มีสิ่งที่ย้อนกลับได้ หรือไฟล์ถูกแก้จากที่อื่นแล้ว"
UNCHANGED = "ไม่มีอะไรเปลี่ยน"
REFUSED = "ยังบันทึกไม่ได้ แก้ช่องเหล่านี้ก่อน สิ่งที่พิมพ์ไว้ยังอยู่ครบ"
STALE = "ไฟล์นี้ถูกแก้จากที่อื่นหลังเปิดหน้านี้ จึงไม่เขียนทับ"
THEIRS = "ที่เปลี่ยนไปแล้วในไฟล์"
YOURS = "ที่ท่านจะเปลี่ยน"
AGAIN = "เปิดหน้านี้ใหม่จากไฟล์"
BROKEN = "อ่านไฟล์นี้ไม่ได้ ต้องแก้ในไฟล์ก่อน"
PEN_CANNOT = "ไฟล์ตรงนี้เขียนในแบบที่ต้องแก้ด้วยมือ เปิดไฟล์แก้ แล้วเปิดหน้านี้ใหม่"
NOT_ALL = "ส่วนนี้ยังไม่ได้เขียน"
REQUIRED = "ต้องกรอก"
SUCH_AS = "เช่น"
PER_LINE = "บรรทัดละหนึ่งข้อ"
UNSAID = "ไม่ระบุ"
YES = "ใช่"
NO = "ไม่ใช่"
ADD = "เพิ่ม"
REMOVE = "ลบ"
UP = "เลื่อนขึ้น"
DOWN = "เลื่อนลง"
ENTRY = "ข้อที่"
PICTURE = "ภาพ"
PHOTO = "ใส่ภาพจากไฟล์"
PHOTO_HELP = "ลากไฟล์มาวางบนปุ่ม หรือกดเลือกไฟล์จากกล้องหรือโทรศัพท์ แล้วกด ตรวจภาพ"
PHOTO_TRY = "ตรวจภาพ"
PHOTO_GOOD = "ภาพนี้ใช้ได้ พบใบหน้าเดียว เขียนข้อความแทนภาพ แล้วกด ดูสิ่งที่จะเปลี่ยน"
PHOTO_TAKEN = "รับภาพไว้แล้ว แต่ควรดูอีกครั้ง"
NO_PHOTO = "ยังไม่ได้เลือกไฟล์"
NO_ID = "ใส่ id ของคนก่อน ไฟล์ภาพจะได้ชื่อตาม id"
CONSENT_LEAD = "ใครยินยอมให้ใช้ภาพที่ไหนบ้าง กดชื่อเพื่อแก้"
CONSENT_NONE = "ไม่มี: เผยแพร่เพียงชื่อ ตำแหน่ง และผล"
CONSENT_BACK = "ถอนแล้วเมื่อ"
HIDDEN = "ไม่เปิดเผยชื่อ"
NAMELESS = "ยังไม่มีชื่อ"
NOT_WRITTEN = "เขียนไฟล์ไม่สำเร็จ เนื้อที่ดิสก์เต็ม หรือมีโปรแกรมอื่นเปิดไฟล์ค้างอยู่ ไฟล์เดิมยังอยู่ครบ และสิ่งที่พิมพ์ไว้ยังอยู่"
OUR_FAULT = "โปรแกรมทำงานผิดพลาดเอง ไฟล์ข้อมูลยังอยู่ครบ สาเหตุอยู่ในหน้าต่างที่สั่ง tonbaep desk"
NOT_HERE = "ไม่มีหน้านี้"
NOT_ALLOWED = "เปิดหน้านี้จากหน้าต่างที่สั่ง tonbaep desk เท่านั้น"
TOO_LARGE = "สิ่งที่ส่งมาใหญ่เกินไป"
OFFICE_YEAR = "ยังไม่มีข้อมูลของปีใด"

STATES = {
    "done": "เสร็จแล้ว",
    "now": "กำลังทำ",
    "next": "ขั้นต่อไป",
    "later": "ยังไม่ถึง",
    "over": "พ้นวันแล้ว",
    "late": "เลยกำหนด",
    "none": "ไม่มี",
}
"""How a step stands, by its name in `disclosure`."""


def lines(count: int) -> str:
    """Return how much would change."""
    return f"แก้ {count} บรรทัด"


def still_open(count: int) -> str:
    """Return how many fields of a page are open."""
    return f"ยังไม่ได้กรอก {count} ช่อง"


def progress(done: int, of: int) -> str:
    """Return how far a build has come."""
    return f"{BUILDING} {done} จาก {of}" if of else BUILDING
