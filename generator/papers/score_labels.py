"""What stands on score sheets, apart from how they are laid out; `ON_SCORE_SHEET` is given to the template."""

from __future__ import annotations

from typing import Final

CALLED, TITLE = "ใบให้คะแนนของกรรมการ", "ใบให้คะแนน ปี {year} {post}"
TAB, CRITERIA_TAB = "ให้คะแนน", "เกณฑ์"
CONFIDENTIAL: Final = "ลับ ใช้เฉพาะในคณะกรรมการ ห้ามเผยแพร่รายชื่อและคะแนนในใบนี้"
CONFIDENTIAL_MARK: Final = "ลับ"
MEMBER: Final = "กรรมการ: {post}"
SHEET, CODE = "เลขที่ใบ:", "แบบที่:"
MARKS: Final = f"กรรมการ: {{post}}    {SHEET} {{id}}    {CODE} {{code}}"
NUMBER: Final = f"{SHEET} {{id}}   กรรมการ: {{post}}   {CONFIDENTIAL_MARK}"
"""By what a sheet is known again: on the workbook, and above the boxes on each page."""
HOW: Final = (
    "ให้คะแนนทุกช่องสีขาว {scale}  ไม่ให้คะแนนใคร เว้นช่องคะแนนของคนนั้นว่าง แล้วบอกเหตุในช่อง “งดให้คะแนนเพราะ”  ช่องสีเทาแก้ไม่ได้"
)
SCALE: Final = "{lowest} ถึง {highest} ทีละ {step} คะแนน มากคือดี"
DONE: Final = "ให้ครบแล้วบันทึก ส่งไฟล์นี้คืนเลขานุการ หรือพิมพ์ออกมาลงชื่อ"
SIGN: Final = "ลงชื่อ ................................................ กรรมการ   วันที่ .............................."

HEADS: Final = {
    "id": "ชื่ออ้างอิง",
    "name": "ผู้ได้รับการเสนอชื่อ",
    "post": "ตำแหน่ง",
    "division": "สังกัด",
    "category": "ประเภท",
    "recused": "งดให้คะแนนเพราะ",
    "other": "รายละเอียด",
}
SCORED: Final = "{name} ({weight})"
"""The heading of a criterion: its name, and how much of a hundred it weighs."""
HELP: Final = {
    "score": "น้ำหนัก {weight} จาก 100\nดูจาก: {detail}\nให้คะแนน {scale}",
    "recused": "เว้นว่างถ้าให้คะแนน ถ้าไม่ให้ เลือกเหตุจากรายการ แล้วเว้นช่องคะแนนของคนนี้ว่างทุกช่อง",
    "other": "เขียนเมื่อเลือก “เหตุอื่น” หรือมีเรื่องที่คณะกรรมการควรรู้ ไม่มีให้เว้นว่าง",
}
OFF_SCALE: Final = "ให้คะแนน {scale}"
OTHER: Final = "เหตุอื่น"
REASONS: Final = (
    "เป็นคู่หมั้นหรือคู่สมรส",
    "เป็นญาติ",
    "เป็นผู้แทนหรือตัวแทน",
    "เป็นเจ้าหนี้ ลูกหนี้ หรือนายจ้าง",
    "เป็นผู้เสนอชื่อ",
    "ไม่เคยเห็นการทำงาน",
    OTHER,
)
"""Why a member does not score somebody: what the Administrative Procedure Act of 2539 names in section 13, what the
programme adds, and section 16 for all else."""
REASON_NOT_LISTED: Final = "เลือกเหตุจากรายการ เหตุที่ไม่มีในรายการ เลือก “เหตุอื่น” แล้วเขียนในช่องถัดไป"

CRITERIA: Final = {"name": "เกณฑ์", "weight": "น้ำหนัก", "detail": "ดูจากอะไร"}
BY_CITIZENS: Final = "{detail} (ประชาชนให้ กรรมการไม่ต้องให้คะแนนข้อนี้)"
NOT_SCORED: Final = "งด: {reason}"
WAS: Final = "แก้ไข: {fix}"

_DOTS = "." * 60
ON_SCORE_SHEET: Final = {
    "criteria": "เกณฑ์",
    "weight": "น้ำหนัก",
    "detail": "ดูจาก",
    "recused": "งดให้คะแนนเพราะ",
    "how": "เขียนคะแนนในช่องด้วยปากกา {scale}  ไม่ให้คะแนนใคร ขีดทุกช่องของคนนั้นแล้วเขียนเหตุในช่องขวาสุด  แก้แล้วลงชื่อกำกับ",
    "sign": f"ลงชื่อ {_DOTS}",
    "day": f"วันที่ {_DOTS}",
}
