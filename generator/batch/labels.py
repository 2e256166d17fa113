"""The words of the page that tells of a batch: what the province's person reads."""

from __future__ import annotations

from typing import Final, NamedTuple

from generator.batch import task
from generator.batch.ledger import NOWHERE, WAITING

TITLE: Final = "การสร้างสื่อของทุกหน่วยงาน"
SKIP: Final = "ข้ามไปรายชื่อหน่วยงาน"
AS_OF: Final = "ตามที่เปิดเผยได้ ณ"
INTERNAL: Final = "ใช้ภายในจังหวัด ไม่มีรายชื่อผู้ได้รับการคัดเลือกในหน้านี้"
COUNT: Final = "หน่วยงาน"
FILTER: Final = "เลือกดู"
ALL: Final = "ทั้งหมด"
BY_STATE: Final = "สถานะ"
BY_DISTRICT: Final = "อำเภอ"
BY_NAME: Final = "ค้นชื่อหน่วยงาน"
SHOWN: Final = "แสดง {} หน่วยงาน"
NONE: Final = "ไม่มีหน่วยงานตามที่เลือก"
FILES: Final = "ไฟล์"
SECONDS: Final = "วินาที"
TELL: Final = "บอกใคร"
WHAT: Final = "บอกว่าอะไร"
CALL: Final = "โทร"
LINE: Final = "บรรทัด"
MORE: Final = "และอีก {} จุด"
WARNINGS: Final = "คำเตือน {} จุด"
CURE: Final = "แก้ไข"
NO_DISTRICT: Final = "ยังไม่ทราบอำเภอ"
DISTRICT: Final = "อำเภอ"
IN_RECORDS: Final = "มีจุดที่ต้องแก้หรือควรดู ข้อความเต็มอยู่ที่หน่วยงาน"
IN_RECORDS_CURE: Final = "สั่ง tonbaep check ในโฟลเดอร์ของหน่วยงาน โปรแกรมบอกทุกจุดพร้อมวิธีแก้"
OF_SHEET: Final = "เว้นบางแผ่นไว้ ข้อความเต็มอยู่ที่หน่วยงาน"
OF_SHEET_CURE: Final = "สั่ง tonbaep build ในโฟลเดอร์ของหน่วยงาน โปรแกรมบอกทุกแผ่นพร้อมเหตุ"
FOLDER: Final = "โฟลเดอร์"


class State(NamedTuple):
    """How a state is called, the sign before it (never colour alone), its tone, and who is to be told."""

    name: str
    sign: str
    tone: str
    whom: str


CLERK: Final = "ผู้จัดทำของหน่วยงาน"
STATES: Final = {
    task.RECORDS: State("ต้องแก้ข้อมูล", "✗", "bad", CLERK),
    NOWHERE: State("ไม่พบหรือซ้ำ", "?", "bad", "ผู้ดูแลรายชื่อหน่วยงานของจังหวัด"),
    task.FAILED: State("สร้างไม่สำเร็จ", "✗", "bad", "ผู้ดูแลโปรแกรม"),
    task.REFUSED: State("เครื่องไม่พร้อม", "!", "bad", "ผู้ดูแลเครื่องที่รับงาน"),
    task.PARTLY: State("เสร็จ เว้นบางแผ่น", "!", "some", CLERK),
    WAITING: State("ยังไม่ได้ทำ", "…", "some", "สั่งคำสั่งเดิมอีกครั้ง"),
    task.DONE: State("เสร็จรอบนี้", "✓", "good", CLERK),
    task.SAME: State("เป็นปัจจุบันแล้ว", "✓", "good", CLERK),
}
"""In the order in which they are told: what somebody must act on comes first."""
